/** Tables 三 and 四 of a body and a year, and the records behind each cell. */
import type { Context } from '#db'
import { type Actor, allow, bodyAt, type Machine, targetOf, today, wrong } from '#identity'
import { type CellKey, cellKeys } from '#report'
import { Failure } from '#words'
import type { ApplicantKind, OutcomeRow } from '../model.ts'
import { type Cell, type ChallengeGroup, cellOf, leavesOf, type RequestCell, requestCells } from './model.ts'
import { loadChallengeRows, loadCounts, loadRecords, type Place, type StoredChallenge } from './store.ts'
import { summed, tallyChallenges } from './tally.ts'

export interface Tables {
  readonly bodyId: string
  readonly slug: string
  readonly year: number
  /** The figures as they stand on this day: 31 December, or today while the year runs. */
  readonly asOf: string
  /** 175 cells of table 三 and 15 of table 四, in the order printed. */
  readonly cells: Readonly<Record<CellKey, number>>
}

/**
 * Every cell of tables 三 and 四. `body` is a slug. A year that runs is counted as it stands today, 结转下年度 being what is open now.
 * Throws `not-found`, `not-allowed`, `wrong-field` of a year to come.
 */
export async function tablesOf(ctx: Context, actor: Actor | Machine, { body, year }: { body: string; year: number }): Promise<Tables> {
  const { id } = await bodyAt(ctx, body)
  allow(actor, 'count', 'request', await targetOf(ctx.db, id))
  const asOf = asOfYear(ctx, year)
  const counts = new Map((await loadCounts(ctx.db, id, year)).map(({ rule, row, kind, count }) => [placeOf({ rule, row, kind }), count]))
  const cells = {
    ...summed(requestCells, (key) => counts.get(placeOf(cellOf(key) as RequestCell)) ?? 0),
    ...tallyChallenges(await loadChallengeRows(ctx.db, id, year), year).cells,
  }
  return { bodyId: id, slug: body, year, asOf, cells }
}

const placeOf = ({ rule, row, kind }: { rule: string; row: OutcomeRow | null; kind: ApplicantKind | null }) => `${rule} ${row} ${kind}`

export interface RequestRecord {
  readonly id: string
  /** Which of its rounds is counted here: 0, or more where a reopened case is counted anew. */
  readonly part: number
  readonly number: string
  readonly title: string
  readonly kind: ApplicantKind
  readonly state: string
  readonly receivedOn: string
  readonly concludedOn: string | null
  readonly row: OutcomeRow | null
}

export interface ChallengeRecord {
  readonly id: string
  readonly number: string
  readonly organ: string
  readonly group: ChallengeGroup
  readonly state: string
  readonly filedOn: string
  readonly concludedOn: string | null
  readonly result: StoredChallenge['result']
}

export interface Records {
  readonly cell: Cell
  /** Of a cell of table 三; empty for table 四. */
  readonly requests: readonly RequestRecord[]
  /** Of a cell of table 四; empty for table 三. */
  readonly challenges: readonly ChallengeRecord[]
  readonly next: string | null
}

/** Most records of a page. */
const mostOfPage = 200

/**
 * The records a cell counts, by day: of received and carried cases the day of receipt, else the day of conclusion. `after` is the `next`
 * of the page before. Throws `not-found` for a cell that is not of tables 三 and 四, `not-allowed`, `wrong-field`, `invalid-input`.
 */
export async function recordsOf(
  ctx: Context,
  actor: Actor | Machine,
  { body, year, key, after, limit = 50 }: { body: string; year: number; key: CellKey; after?: string; limit?: number },
): Promise<Records> {
  const { id: bodyId } = await bodyAt(ctx, body)
  const cell = cellOf(key)
  if (cell === null) throw new Failure('not-found', { what: 'cell' })
  allow(actor, 'see', cell.table === 'requests' ? 'request' : 'challenge', await targetOf(ctx.db, bodyId))
  asOfYear(ctx, year)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostOfPage) throw wrong('limit', 'between', `1–${mostOfPage}`)
  const place = placeAfter(after)
  if (cell.table === 'challenges') return challengesBehind(await loadChallengeRows(ctx.db, bodyId, year), year, cell, place, limit)

  const leaves = leavesOf(cell) as readonly RequestCell[]
  const rule = leaves[0]!.rule
  if (rule === 'sum' || rule === 'decided' || rule === 'pending') throw new Error(`${key} comes down to no rule of table 三`)
  const cells = leaves.map(({ row, kind }) => ({ row, kind: kind! }))
  const found = await loadRecords(ctx.db, { bodyId, year, rule, cells, after: place, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    cell,
    requests: page.map(({ requestId, day: _day, ...record }) => ({ id: requestId, ...record })),
    challenges: [],
    next: found.length > limit && last ? `${last.day}.${last.requestId}.${last.part}` : null,
  }
}

/** A body has few challenges: the page is cut from all of them. */
function challengesBehind(rows: readonly StoredChallenge[], year: number, cell: Cell, after: Place | null, limit: number): Records {
  const listed = tallyChallenges(rows, year)
    .listOf(cell.key)
    .map((row) => ({ row, place: `${row.filedOn}.${row.id}.0` }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
  const start = after === null ? 0 : listed.filter(({ place }) => place <= `${after.day}.${after.requestId}.0`).length
  const page = listed.slice(start, start + limit)
  return {
    cell,
    requests: [],
    challenges: page.map(({ row: { counted: _counted, ...record } }) => record),
    next: start + limit < listed.length ? page.at(-1)!.place : null,
  }
}

/** The day up to which a year is counted. Throws `wrong-field` for a year that has not begun, or that no table knows. */
function asOfYear(ctx: Context, year: number): string {
  const now = today(ctx)
  const running = Number(now.slice(0, 4))
  if (!Number.isInteger(year) || year < firstYear || year > running) throw wrong('year', 'between', `${firstYear}–${running}`)
  return year === running ? now : `${year}-12-31`
}

/** Of the Regulation's first version: no request is older. */
const firstYear = 2008

function placeAfter(after: string | undefined): Place | null {
  if (after === undefined) return null
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,4})$/.exec(after)
  if (!found) throw new Failure('invalid-input', { where: 'after', what: after })
  return { day: found[1]!, requestId: found[2]!, part: Number(found[3]) }
}

/** The keys of tables 三 and 四, in the order printed. */
export const tableKeys: readonly CellKey[] = cellKeys('2021').filter((key) => cellOf(key) !== null)
