/** What was withheld, and when to look at it again (Order 711 Art. 18); what might be published to everybody (Art. 44). */
import { type Static, Type } from 'typebox'
import { outcomeRows, type PublicationSuggestion, publicationSuggestions, reviewWithheld, type WithheldDetail, withheldOf } from '#casework'
import { route } from '../operation.ts'
import { BodyRef, byId, Day, Id, Line, list, NullableDay, PersonRef, page, paging, Shape, Slug } from '../schemas.ts'
import { Lamp } from './work.ts'

const WithheldReview = Shape(
  {
    on: Day('Looked at'),
    keeps: Type.Boolean({ description: 'Kept; else released' }),
    reason: Type.String(),
    nextOn: NullableDay('When to look again'),
    by: PersonRef,
  },
  { title: 'WithheldReview' },
)
export const Withheld = Shape(
  {
    id: Id('Entry'),
    request: Shape({ id: Id('Request'), number: Type.String() }, { title: 'WithheldRequest' }),
    body: BodyRef,
    title: Type.String({ description: 'What is withheld' }),
    row: Type.Enum(outcomeRows, { description: 'Ground, as the row of table 三' }),
    since: Day('Withheld since'),
    reviewOn: Day('When to look again'),
    lamp: Lamp,
    state: Type.Enum(['withheld', 'released', 'ended'] as const, { description: '`ended`: the decision was set aside' }),
    reviews: Type.Array(WithheldReview),
  },
  { title: 'Withheld' },
)

export const PublicationSuggestionShape = Shape(
  {
    title: Type.String(),
    because: Type.Enum(['asked-often', 'released', 'offered'] as const, {
      description: 'Several asked for the same; released from the register; suggested in the case',
    }),
    requests: Type.Array(Shape({ id: Id('Request'), number: Type.String(), title: Type.String() }, { title: 'SuggestedRequest' })),
  },
  { title: 'PublicationSuggestion' },
)

export const withheldRoutes = [
  route(
    {
      id: 'listWithheld',
      method: 'GET',
      path: '/withheld',
      tag: 'letters',
      summary: 'Register of what is withheld, the next to be looked at first',
      access: 'signed-in',
      needs: 'withheld.see',
      query: Shape({
        body: Type.Optional(Slug()),
        state: Type.Optional(Type.Enum(['withheld', 'released', 'ended'] as const, { default: 'withheld' })),
        due: Type.Optional(Type.Boolean({ default: false, description: 'Only those whose day has come' })),
        ...paging,
      }),
      answers: { 200: page(Withheld, 'WithheldPage') },
    },
    async ({ ctx, actor, query }) => {
      const { items, next } = await withheldOf(ctx, actor, query)
      return { items: items.map(present), next }
    },
  ),
  route(
    {
      id: 'reviewWithheld',
      method: 'POST',
      path: '/withheld/:id/review',
      tag: 'letters',
      summary: 'Look at it again: keep it with the reason and the next day, or release it',
      access: 'signed-in',
      needs: 'withheld.review',
      params: byId,
      body: Shape(
        {
          keeps: Type.Boolean(),
          reason: Line('Why', 1000),
          nextOn: Type.Optional(Day('When to look again; by the setting of the body without it')),
        },
        { title: 'WithheldReviewDraft' },
      ),
      answers: { 200: Withheld },
      refusals: ['conflict', 'event-day'],
    },
    async ({ ctx, actor, params, body }) => present(await reviewWithheld(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'listPublicationSuggestions',
      method: 'GET',
      path: '/publication-suggestions',
      tag: 'letters',
      summary: 'What might be published to everybody (Art. 44), and why',
      access: 'signed-in',
      needs: 'withheld.see',
      query: Shape({ body: Type.Optional(Slug()) }),
      answers: { 200: list(PublicationSuggestionShape, 'PublicationSuggestionList') },
    },
    async ({ ctx, actor, query }) => ({ items: (await publicationSuggestions(ctx, actor, query.body)).map(presentSuggestion) }),
  ),
]

const present = (found: WithheldDetail): Static<typeof Withheld> => ({
  id: found.id,
  request: { id: found.requestId, number: found.requestNumber },
  body: { id: found.bodyId, slug: found.bodySlug, name: found.bodyName },
  title: found.title,
  row: found.row,
  since: found.since,
  reviewOn: found.reviewOn,
  lamp: found.lamp,
  state: found.state,
  reviews: found.reviews.map(({ on, keeps, reason, nextOn, by, byName }) => ({ on, keeps, reason, nextOn, by: { id: by, name: byName } })),
})

const presentSuggestion = ({ title, because, requests }: PublicationSuggestion): Static<typeof PublicationSuggestionShape> => ({
  title,
  because,
  requests: requests.map(({ id, number, title: of }) => ({ id, number, title: of })),
})
