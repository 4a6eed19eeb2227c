/** Statutory clocks: computed for anyone who asks, and kept for the bodies. */
import { type Static, Type } from 'typebox'
import {
  calendarOf,
  type DeadlineProblem,
  deadlineEventKinds,
  dueDate,
  problemOf,
  problemSentence,
  rulerOf,
  type WorkCalendar,
} from '#calendar'
import type { Context } from '#db'
import {
  bodyAt,
  changeDeadline,
  closeDeadline,
  type DeadlineDetail as DetailFound,
  deadlineAt,
  deadlinesOf,
  type Deadline as Found,
  ground,
  keepDeadline,
  type StoredChange,
  today,
  workCalendar,
} from '#identity'
import type { Language } from '#report'
import { becauseText } from '#words'
import { route } from '../operation.ts'
import { instant } from '../present.ts'
import {
  BodyRef,
  byId,
  Day,
  Id,
  Instant,
  Line,
  Nullable,
  NullableDay,
  NullableInstant,
  PersonRef,
  page,
  paging,
  Shape,
  Slug,
} from '../schemas.ts'
import { InvalidInput } from '../validate.ts'
import { DueStatus, Lamp, NullableDays, RulerCell } from './work.ts'

export const DeadlineEvent = Shape(
  {
    kind: Type.Enum(deadlineEventKinds, { title: 'DeadlineEventKind', description: 'As in docs/deadlines.md' }),
    date: Day('Day of the event; of `delay-agreed`: the last day agreed'),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'Of an extension: working days' })),
    approver: Type.Optional(Line('Of an extension: who approved it', 60)),
  },
  { title: 'DeadlineEvent' },
)
const Events = Type.Array(DeadlineEvent, { maxItems: 50, description: 'What happened after receipt, in order' })

export const DeadlineStep = Shape(
  {
    date: Day('The day the step leads to'),
    rule: Type.String({ description: 'Id of the rule' }),
    source: Type.String({ description: 'Article', examples: ['《政府信息公开条例》第三十三条'] }),
    text: Type.String({ description: 'The step in words' }),
  },
  { title: 'DeadlineStep' },
)

export const DeadlineResult = Shape(
  {
    received: Day('Received'),
    correctionBy: Day('Last day to ask for correction'),
    consultationBy: Day('Last day of the third party if asked on the day of receipt'),
    due: NullableDay('Last day to answer; null while a correction or a fee is open'),
    extendedDue: NullableDay('Last day if extended by 20 working days'),
    status: DueStatus,
    steps: Type.Array(DeadlineStep, { description: 'The reasoning' }),
  },
  { title: 'DeadlineResult' },
)

const kept = {
  id: Id('Deadline'),
  noun: Type.String({ description: 'What it belongs to; `deadline` where kept by hand' }),
  nounId: Type.String(),
  title: Type.String(),
  body: BodyRef,
  person: Nullable(PersonRef),
  receivedOn: Day('Received'),
  events: Events,
  dueOn: NullableDay('Last day to answer'),
  dueStatus: DueStatus,
  extendedDueOn: NullableDay('Last day if extended'),
  daysLeft: NullableDays('Working days left, today not counted; below 0 when overdue'),
  lamp: Lamp,
  ruler: Type.Array(RulerCell),
  computedAt: Instant('Computed at'),
  closedAt: NullableInstant('Closed at'),
}
export const Deadline = Shape(kept, { title: 'Deadline' })

export const DeadlineChange = Shape(
  {
    id: Id('Change'),
    deadline: Shape({ id: Id('Deadline'), title: Type.String() }),
    body: BodyRef,
    at: Instant('At'),
    oldDue: NullableDay('Before'),
    newDue: NullableDay('After'),
    oldStatus: DueStatus,
    newStatus: DueStatus,
    because: Type.String({ description: 'Why it moved' }),
  },
  { title: 'DeadlineChange' },
)

export const DeadlineDetail = Shape({ ...kept, result: DeadlineResult, changes: Type.Array(DeadlineChange) }, { title: 'DeadlineDetail' })

export const deadlineRoutes = [
  route(
    {
      id: 'computeDeadline',
      method: 'POST',
      path: '/deadlines/compute',
      tag: 'deadlines',
      summary: 'When an answer is due, with the reasoning',
      access: 'public',
      fromAnywhere: true,
      limit: 'compute',
      body: Shape({ received: Day('Received', ['2025-09-15']), events: Type.Optional(Events) }, { title: 'DeadlineQuestion' }),
      answers: { 200: Shape({ ...DeadlineResult.properties, ruler: Type.Array(RulerCell) }, { title: 'DeadlineAnswer' }) },
    },
    async ({ ctx, body, language }) => {
      const calendar = await calendarHere(ctx)
      const input = { received: body.received, events: body.events ?? [] }
      const problem = problemOf(calendar, input)
      if (problem) throw wrongEvent(problem, language)
      const { steps, ...result } = dueDate(calendar, input, language)
      return { ...result, steps: [...steps], ruler: [...rulerOf(calendar, input, today(ctx))] }
    },
  ),
  route(
    {
      id: 'listDeadlines',
      method: 'GET',
      path: '/deadlines',
      tag: 'deadlines',
      summary: 'Clocks of the bodies the session may see, the nearest first',
      access: 'signed-in',
      needs: 'deadline.see',
      query: Shape({
        body: Type.Optional(Slug()),
        closed: Type.Optional(Type.Boolean({ default: false, description: 'The closed ones instead' })),
        ...paging,
      }),
      answers: { 200: page(Deadline, 'DeadlinePage') },
    },
    async ({ ctx, actor, query }) => {
      const { items, next } = await deadlinesOf(ctx, actor, query)
      return { items: items.map(presentDeadline), next }
    },
  ),
  route(
    {
      id: 'keepDeadline',
      method: 'POST',
      path: '/deadlines',
      tag: 'deadlines',
      summary: 'Keep a clock',
      access: 'signed-in',
      needs: 'deadline.keep',
      body: Shape(
        {
          title: Line('Title', 200, ['申请 2026-3 号']),
          body: Slug(),
          person: Type.Optional(Id('Who answers for it')),
          receivedOn: Day('Received'),
          events: Type.Optional(Events),
        },
        { title: 'DeadlineDraft' },
      ),
      answers: { 201: DeadlineDetail },
    },
    async ({ ctx, actor, body, language }) => {
      const { body: slug, person, ...draft } = body
      const kept = await keepDeadline(ctx, actor, { ...draft, bodyId: (await bodyAt(ctx, slug)).id, personId: person ?? null })
      return presentDeadlineDetail(await deadlineAt(ctx, actor, kept.id), language)
    },
  ),
  route(
    {
      id: 'readDeadline',
      method: 'GET',
      path: '/deadlines/:id',
      tag: 'deadlines',
      summary: 'A clock with its reasoning and how its date moved',
      access: 'signed-in',
      needs: 'deadline.see',
      params: byId,
      answers: { 200: DeadlineDetail },
    },
    async ({ ctx, actor, params, language }) => presentDeadlineDetail(await deadlineAt(ctx, actor, params.id), language),
  ),
  route(
    {
      id: 'changeDeadline',
      method: 'PATCH',
      path: '/deadlines/:id',
      tag: 'deadlines',
      summary: 'Change title, person, day of receipt or events',
      access: 'signed-in',
      needs: 'deadline.change',
      params: byId,
      body: Shape(
        {
          title: Type.Optional(Line('Title', 200)),
          person: Type.Optional(
            Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid', description: 'Who answers for it' }),
          ),
          receivedOn: Type.Optional(Day('Received')),
          events: Type.Optional(Events),
        },
        { title: 'DeadlineChangeDraft' },
      ),
      answers: { 200: DeadlineDetail },
    },
    async ({ ctx, actor, params, body, language }) => {
      const { person, ...change } = body
      await changeDeadline(ctx, actor, params.id, { ...change, ...(person !== undefined && { personId: person }) })
      return presentDeadlineDetail(await deadlineAt(ctx, actor, params.id), language)
    },
  ),
  route(
    {
      id: 'closeDeadline',
      method: 'POST',
      path: '/deadlines/:id/close',
      tag: 'deadlines',
      summary: 'Stop watching a clock: it was answered',
      access: 'signed-in',
      needs: 'deadline.close',
      params: byId,
      answers: { 204: null },
    },
    ({ ctx, actor, params }) => closeDeadline(ctx, actor, params.id),
  ),
]

/** The calendar of the region whose installation this is; before the first run, that of the notices alone. */
async function calendarHere(ctx: Context): Promise<WorkCalendar> {
  const found = await ground(ctx)
  return found ? workCalendar(ctx.db, found.region.id) : calendarOf()
}

/** Which event makes no sense, and why, at its place in what was sent. */
function wrongEvent(problem: DeadlineProblem, language: Language): InvalidInput {
  const path = problem.event === null ? ['received'] : ['events', problem.event]
  return new InvalidInput([{ path, what: 'said', values: { sentence: problemSentence(problem, language) } }])
}

const presentDeadline = (found: Found): Static<typeof Deadline> => ({
  id: found.id,
  noun: found.noun,
  nounId: found.nounId,
  title: found.title,
  body: { id: found.bodyId, slug: found.bodySlug, name: found.bodyName },
  person: found.personId === null ? null : { id: found.personId, name: found.personName ?? '' },
  receivedOn: found.receivedOn,
  events: [...found.events],
  dueOn: found.dueOn,
  dueStatus: found.dueStatus,
  extendedDueOn: found.extendedDueOn,
  daysLeft: found.daysLeft,
  lamp: found.lamp,
  ruler: [...found.ruler],
  computedAt: found.computedAt.toISOString(),
  closedAt: instant(found.closedAt),
})

const presentDeadlineDetail = (found: DetailFound, language: Language): Static<typeof DeadlineDetail> => ({
  ...presentDeadline(found),
  result: { ...found.result, steps: [...found.result.steps] },
  changes: found.changes.map((change) => presentChange(change, language)),
})

export const presentChange = (found: StoredChange, language: Language): Static<typeof DeadlineChange> => ({
  id: found.id,
  deadline: { id: found.deadlineId, title: found.title },
  body: { id: found.bodyId, slug: found.bodySlug, name: found.bodyName },
  at: found.at.toISOString(),
  oldDue: found.oldDue,
  newDue: found.newDue,
  oldStatus: found.oldStatus,
  newStatus: found.newStatus,
  because: becauseText(language, found.because),
})
