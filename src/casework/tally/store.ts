/** What tables 三 and 四 count, in the database. */
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#db'
import { type ApplicantKind, applicantKinds, type OutcomeRow, outcomeRows } from '../model.ts'
import type { ChallengeRow, CountedRow, requestRules } from './model.ts'

type Rule = keyof typeof requestRules

export interface Count {
  readonly rule: Rule
  /** Null but for `concluded`. */
  readonly row: OutcomeRow | null
  readonly kind: ApplicantKind
  readonly count: number
}

/** A span of days, `until` not counted. */
interface Span {
  readonly from: string
  readonly until: string
}

const spanOf = (year: number): Span => ({ from: dayOne(year), until: dayOne(year + 1) })
const dayOne = (year: number): string => `${String(year).padStart(4, '0')}-01-01`

const within = (column: 'received_on' | 'concluded_on', { from, until }: Span) =>
  sql`${sql.ref(column)} >= ${from}::date and ${sql.ref(column)} < ${until}::date`

/** Open at the end of the day before `day`. The first condition follows from the second; it is the one the index of carried cases is made by. */
const openBefore = (day: string) => sql`
  (concluded_on is null or extract(year from concluded_on) > extract(year from received_on))
  and received_on < ${day}::date and (concluded_on is null or concluded_on >= ${day}::date)`

/** How a rule finds its cases of a year, and the day they are listed by. */
const finds: Readonly<Record<Rule, (year: number) => { where: RawBuilder<unknown>; by: 'received_on' | 'concluded_on' }>> = {
  received: (year) => ({ where: within('received_on', spanOf(year)), by: 'received_on' }),
  'carried-in': (year) => ({ where: openBefore(dayOne(year)), by: 'received_on' }),
  concluded: (year) => ({ where: within('concluded_on', spanOf(year)), by: 'concluded_on' }),
  'carried-out': (year) => ({ where: openBefore(dayOne(year + 1)), by: 'received_on' }),
}

/** The cells of table 三 that count by themselves and are not 0, in one statement: what is written meanwhile cannot part them. */
export async function loadCounts(reader: Reader, bodyId: string, year: number): Promise<Count[]> {
  const kinds = sql`kind = any(${[...applicantKinds]}::text[])`
  const without = (rule: Rule) => sql`
    select ${sql.lit(rule)} as rule, null as row, kind, count(*)::integer as count
    from counted where body_id = ${bodyId} and ${kinds} and ${finds[rule](year).where} group by kind`
  const { rows } = await sql<Count>`
    ${without('received')}
    union all ${without('carried-in')}
    union all ${without('carried-out')}
    union all
    select 'concluded' as rule, row, kind, count(*)::integer as count
    from counted
    where body_id = ${bodyId} and row = any(${[...outcomeRows]}::text[]) and ${kinds} and ${finds.concluded(year).where}
    group by row, kind`.execute(reader)
  return rows
}

export interface StoredRecord extends CountedRow {
  readonly number: string
  readonly title: string
  readonly state: string
  /** The day it is listed by. */
  readonly day: string
}

export interface Place {
  readonly day: string
  readonly requestId: string
  readonly part: number
}

/** Cases behind the cells of one rule, by day. Each cell is walked by its own index and the walks are merged, so that a page costs the same whatever a cell counts. */
export async function loadRecords(
  reader: Reader,
  wanted: {
    readonly bodyId: string
    readonly year: number
    readonly rule: Rule
    readonly cells: readonly { readonly row: OutcomeRow | null; readonly kind: ApplicantKind }[]
    readonly after: Place | null
    readonly limit: number
  },
): Promise<StoredRecord[]> {
  const { where, by } = finds[wanted.rule](wanted.year)
  const day = sql.ref(by)
  const { after } = wanted
  const { rows } = await sql<StoredRecord>`
    select page.*, request.number, request.title, request.state
    from (
      select found.* from unnest(
        ${wanted.cells.map(({ row }) => row)}::text[], ${wanted.cells.map(({ kind }) => kind)}::text[]
      ) as cell (row, kind)
      cross join lateral (
        select request_id as "requestId", part, kind, received_on as "receivedOn", concluded_on as "concludedOn", row, ${day} as day
        from counted
        where body_id = ${wanted.bodyId} and kind = cell.kind ${wanted.rule === 'concluded' ? sql`and row = cell.row` : sql``} and ${where}
          ${after ? sql`and ${day} >= ${after.day}::date and (${day}, request_id, part) > (${after.day}::date, ${after.requestId}::uuid, ${after.part}::integer)` : sql``}
        order by ${day}, request_id, part limit ${wanted.limit}
      ) found
      order by found.day, found."requestId", found.part limit ${wanted.limit}
    ) page
    join request on request.id = page."requestId"
    order by page.day, page."requestId", page.part`.execute(reader)
  return rows
}

export interface StoredChallenge extends ChallengeRow {
  readonly number: string
  readonly organ: string
  readonly state: string
}

/** Challenges of a body that may count in the year. */
export async function loadChallengeRows(reader: Reader, bodyId: string, year: number): Promise<StoredChallenge[]> {
  const { from, until } = spanOf(year)
  const { rows } = await sql<StoredChallenge>`
    select id, case when kind = 'reconsideration' then 'reconsideration' when direct then 'directLitigation'
        else 'litigationAfterReconsideration' end as group,
      filed_on as "filedOn", concluded_on as "concludedOn", result, part = 'respondent' and state <> 'void' as counted, number, organ, state
    from challenge
    where body_id = ${bodyId} and filed_on < ${until}::date and (concluded_on is null or concluded_on >= ${from}::date)
    order by filed_on, id`.execute(reader)
  return rows
}
