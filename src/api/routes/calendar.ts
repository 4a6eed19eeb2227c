/** Which days are worked: the notices of the State Council, local days, and the dates that moved by them. */
import { type Static, Type } from 'typebox'
import {
  calendarYear,
  calendarYears,
  type LocalDayShown,
  loadRestNotice,
  localDaysOf,
  proposeLocalDay,
  recomputationsOf,
  withdrawLocalDay,
} from '#identity'
import { route } from '../operation.ts'
import { byId, Day, dryRun, Id, Instant, Line, list, Nullable, NullableText, PersonRef, page, paging, Shape, Text } from '../schemas.ts'
import { DeadlineChange, presentChange } from './deadlines.ts'
import { DueStatus } from './work.ts'

const Year = Type.Integer({ minimum: 2019, maximum: 2100, examples: [2026] })
const days = (description: string) => Type.Array(Day(description), { maxItems: 60, description })

export const RestNotice = Shape(
  {
    title: Type.String({ examples: ['国务院办公厅关于2026年部分节假日安排的通知'] }),
    number: Type.String({ description: '文号' }),
    issuedOn: Day('Issued'),
    source: Type.String({ description: 'Address where it was published' }),
    origin: Type.Enum(['shipped', 'loaded'] as const, { title: 'NoticeOrigin', description: 'Part of the software, or loaded here' }),
  },
  { title: 'RestNotice' },
)
export const CalendarYear = Shape(
  {
    year: Year,
    announced: Type.Boolean({ description: 'False: dates of this year are provisional' }),
    notice: Nullable(RestNotice),
    localDays: Type.Integer({ description: 'Local days in force' }),
  },
  { title: 'CalendarYear' },
)
export const CalendarDay = Shape(
  {
    day: Day('The day'),
    works: Type.Boolean({ description: 'Whether it is a working day' }),
    kind: Type.Enum(['working-day', 'weekend', 'holiday', 'made-up', 'local-rest', 'local-work'] as const, { title: 'CalendarDayKind' }),
    reason: NullableText('Of a local day: why'),
  },
  { title: 'CalendarDay' },
)

export const NoticeDraft = Shape(
  {
    year: Year,
    title: Line('Title', 200),
    number: Line('文号', 60),
    issuedOn: Day('Issued'),
    source: Type.String({ minLength: 1, maxLength: 500, description: 'Address where it was published' }),
    off: Type.Array(Day('Monday to Friday off'), { minItems: 1, maxItems: 60 }),
    madeUp: days('Saturday or Sunday worked'),
  },
  { title: 'NoticeDraft' },
)

export const LocalDay = Shape(
  {
    id: Id('Local day'),
    day: Day('The day'),
    works: Type.Boolean({ description: 'True: worked though it would be free' }),
    reason: Type.String(),
    basis: Type.String({ description: 'Document it rests on' }),
    state: Type.Enum(['proposed', 'in-force', 'returned', 'withdrawn'] as const, { title: 'LocalDayState' }),
    proposedBy: PersonRef,
    proposedAt: Instant('At'),
    signOffId: Type.Unsafe<string | null>({
      type: ['string', 'null'],
      format: 'uuid',
      description: 'Its round of approval, or of its withdrawal where that is open',
    }),
  },
  { title: 'LocalDay' },
)

export const calendarRoutes = [
  route(
    {
      id: 'listYears',
      method: 'GET',
      path: '/calendar/years',
      tag: 'calendar',
      summary: 'Years with a notice, and the next without',
      access: 'public',
      answers: { 200: list(CalendarYear, 'CalendarYearList') },
    },
    async ({ ctx }) => ({ items: await calendarYears(ctx) }),
  ),
  route(
    {
      id: 'readYear',
      method: 'GET',
      path: '/calendar/years/:year',
      tag: 'calendar',
      summary: 'Every day of a year',
      access: 'public',
      params: Shape({ year: Year }),
      answers: { 200: Shape({ ...CalendarYear.properties, days: Type.Array(CalendarDay) }, { title: 'CalendarYearDetail' }) },
    },
    ({ ctx, params }) => calendarYear(ctx, params.year),
  ),
  route(
    {
      id: 'loadNotice',
      method: 'POST',
      path: '/calendar/notices',
      tag: 'calendar',
      summary: 'Load the notice of a year; deadlines are computed anew',
      access: 'signed-in',
      needs: 'rest-notice.load',
      query: Shape({ dryRun }),
      body: NoticeDraft,
      answers: {
        200: Shape(
          {
            dryRun: Type.Boolean(),
            differences: Type.Array(
              Shape(
                { day: Day('A day that changes'), worksBefore: Type.Boolean(), worksAfter: Type.Boolean() },
                { title: 'DayDifference' },
              ),
              { description: 'Against what counts now' },
            ),
            deadlines: Type.Array(
              Shape({
                id: Id('Deadline'),
                title: Type.String(),
                oldDue: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date' }),
                newDue: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date' }),
                oldStatus: DueStatus,
                newStatus: DueStatus,
              }),
              { description: 'Dates that move' },
            ),
          },
          { title: 'NoticeResult' },
        ),
      },
    },
    async ({ ctx, actor, query, body }) => {
      const { dryRun, differences, deadlines } = await loadRestNotice(ctx, actor, body, { dryRun: query.dryRun })
      return { dryRun, differences: [...differences], deadlines: [...deadlines] }
    },
  ),
  route(
    {
      id: 'listLocalDays',
      method: 'GET',
      path: '/calendar/local-days',
      tag: 'calendar',
      summary: 'Local days, newest first',
      access: 'signed-in',
      needs: 'local-day.see',
      query: Shape({ ...paging }),
      answers: { 200: page(LocalDay, 'LocalDayPage') },
    },
    async ({ ctx, query }) => {
      const { items, next } = await localDaysOf(ctx, query)
      return { items: items.map(presentLocalDay), next }
    },
  ),
  route(
    {
      id: 'proposeLocalDay',
      method: 'POST',
      path: '/calendar/local-days',
      tag: 'calendar',
      summary: 'Propose a day that differs here; another person must approve it',
      access: 'signed-in',
      needs: 'local-day.propose',
      body: Shape(
        {
          day: Day('The day'),
          works: Type.Boolean({ description: 'True: worked' }),
          reason: Line('Why', 200, ['台风停工']),
          basis: Type.Optional(Text('Document it rests on', 200)),
        },
        { title: 'LocalDayDraft' },
      ),
      answers: { 201: LocalDay },
    },
    async ({ ctx, actor, body }) => presentLocalDay(await proposeLocalDay(ctx, actor, body)),
  ),
  route(
    {
      id: 'withdrawLocalDay',
      method: 'POST',
      path: '/calendar/local-days/:id/withdraw',
      tag: 'calendar',
      summary: 'Withdraw a local day',
      access: 'signed-in',
      needs: 'local-day.withdraw',
      params: byId,
      answers: { 200: LocalDay },
    },
    async ({ ctx, actor, params }) => presentLocalDay(await withdrawLocalDay(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'listRecomputations',
      method: 'GET',
      path: '/calendar/recomputations',
      tag: 'calendar',
      summary: 'Dates that moved, newest first',
      access: 'signed-in',
      needs: 'deadline.see',
      query: Shape({ ...paging }),
      answers: { 200: page(DeadlineChange, 'DeadlineChangePage') },
    },
    async ({ ctx, actor, query, language }) => {
      const { items, next } = await recomputationsOf(ctx, actor, query)
      return { items: items.map((change) => presentChange(change, language)), next }
    },
  ),
]

const presentLocalDay = ({
  id,
  day,
  works,
  reason,
  basis,
  state,
  proposedBy,
  proposedByName,
  proposedAt,
  signOffId,
}: LocalDayShown): Static<typeof LocalDay> => ({
  id,
  day,
  works,
  reason,
  basis,
  state,
  proposedBy: { id: proposedBy, name: proposedByName },
  proposedAt: proposedAt.toISOString(),
  signOffId,
})
