/** Search of what is public. */
import { type Static, Type } from 'typebox'
import { type Body, findBodies } from '#identity'
import type { Language } from '#report'
import { identityWords } from '#words'
import { route } from '../operation.ts'
import { page, paging, Shape, Slug } from '../schemas.ts'

export const SearchHit = Shape(
  {
    kind: Type.Enum(['body'] as const, { title: 'SearchKind' }),
    slug: Slug(),
    title: Type.String({ description: 'Official name' }),
    text: Type.String({ description: 'What it is, or the name that was found' }),
    url: Type.String({ description: 'Its page', examples: ['/b/shuiwu-ju/'] }),
  },
  { title: 'SearchHit' },
)

export const searchRoutes = [
  route(
    {
      id: 'search',
      method: 'GET',
      path: '/search',
      tag: 'search',
      summary: 'Find bodies by any name they have or had',
      access: 'public',
      limit: 'search',
      query: Shape({ q: Type.String({ minLength: 1, maxLength: 100, description: 'Words' }), ...paging }),
      answers: { 200: page(SearchHit, 'SearchPage') },
    },
    async ({ ctx, query, language }) => {
      const { items, next } = await findBodies(ctx, { q: query.q, ended: 'all', after: query.after, limit: query.limit ?? 50 })
      return { items: items.map((body) => hitOf(body, query.q, language)), next }
    },
  ),
]

/** A body that was found: by its official name, or by the other name that was asked for. */
function hitOf(body: Body, q: string, language: Language): Static<typeof SearchHit> {
  const other = [body.shortName, ...body.aliases].find((name) => name !== body.name && name.includes(q))
  return {
    kind: 'body',
    slug: body.slug,
    title: body.name,
    text: [identityWords[language].kinds[body.kind] ?? body.kind, ...(other === undefined ? [] : [other])].join(' · '),
    url: `/b/${body.slug}/`,
  }
}
