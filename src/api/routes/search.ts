/** Search of what is public. */
import { Type } from 'typebox'
import { operation } from '../operation.ts'
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
  operation({
    id: 'search',
    method: 'GET',
    path: '/search',
    tag: 'search',
    summary: 'Find bodies by any name they have or had',
    access: 'public',
    limit: 'search',
    query: Shape({ q: Type.String({ minLength: 1, maxLength: 100, description: 'Words' }), ...paging }),
    answers: { 200: page(SearchHit, 'SearchPage') },
  }),
]
