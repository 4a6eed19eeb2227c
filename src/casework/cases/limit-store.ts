/** Limits beside the answer's own clock, in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'

export type LimitUnit = 'working-day' | 'day'

export interface StoredLimit {
  readonly id: string
  readonly noun: string
  readonly nounId: string
  readonly kind: string
  readonly title: string
  readonly bodyId: string
  readonly regionId: string
  readonly personId: string | null
  readonly since: string
  readonly days: number | null
  readonly unit: LimitUnit | null
  readonly dueOn: string
  readonly dueStatus: 'final' | 'provisional'
  readonly reminded: number
}

const columns = sql`
  l.id, l.noun, l.noun_id as "nounId", l.kind, l.title, l.body_id as "bodyId", b.region_id as "regionId", l.person_id as "personId",
  l.since, l.days, l.unit, l.due_on as "dueOn", l.due_status as "dueStatus", l.reminded`

/** The open limits of things of one noun. */
export async function loadLimitsOf(reader: Reader, noun: string, nounIds: readonly string[]): Promise<StoredLimit[]> {
  if (nounIds.length === 0) return []
  const { rows } = await sql<StoredLimit>`
    select ${columns} from time_limit l join body b on b.id = l.body_id
    where l.noun = ${noun} and l.noun_id = any(${[...nounIds]}::text[]) and l.closed_at is null
    order by l.due_on, l.id`.execute(reader)
  return rows
}

export async function insertLimit(tx: Tx, row: Omit<StoredLimit, 'regionId' | 'reminded'>): Promise<void> {
  await tx
    .insertInto('time_limit')
    .values({
      id: row.id,
      noun: row.noun,
      noun_id: row.nounId,
      kind: row.kind,
      title: row.title,
      body_id: row.bodyId,
      person_id: row.personId,
      since: row.since,
      days: row.days,
      unit: row.unit,
      due_on: row.dueOn,
      due_status: row.dueStatus,
      closed_at: null,
    })
    .execute()
}

export async function updateLimit(
  tx: Tx,
  id: string,
  row: Pick<StoredLimit, 'title' | 'personId' | 'since' | 'days' | 'unit' | 'dueOn' | 'dueStatus' | 'reminded'>,
): Promise<void> {
  await tx
    .updateTable('time_limit')
    .set({
      title: row.title,
      person_id: row.personId,
      since: row.since,
      days: row.days,
      unit: row.unit,
      due_on: row.dueOn,
      due_status: row.dueStatus,
      reminded: row.reminded,
    })
    .where('id', '=', id)
    .execute()
}

export async function closeLimits(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0)
    await tx
      .updateTable('time_limit')
      .set({ closed_at: at })
      .where('id', 'in', [...ids])
      .where('closed_at', 'is', null)
      .execute()
}

export async function markReminded(tx: Tx, id: string, reminded: number): Promise<void> {
  await tx.updateTable('time_limit').set({ reminded }).where('id', '=', id).execute()
}

/** Open limits that are counted, locked, in the order of their ids. */
export async function lockCountedLimits(tx: Tx, after: string | null, limit: number): Promise<StoredLimit[]> {
  const { rows } = await sql<StoredLimit>`
    select ${columns} from time_limit l join body b on b.id = l.body_id
    where l.closed_at is null and l.days is not null and (${after}::uuid is null or l.id > ${after}::uuid)
    order by l.id limit ${limit} for update of l`.execute(tx)
  return rows
}

/** Open limits that end by a day and have not had their last reminder, locked, in the order of their ids. */
export async function lockLimitsDue(tx: Tx, by: string, after: string | null, limit: number): Promise<StoredLimit[]> {
  const { rows } = await sql<StoredLimit>`
    select ${columns} from time_limit l join body b on b.id = l.body_id
    where l.closed_at is null and l.due_on <= ${by}::date and l.reminded < 8 and (${after}::uuid is null or l.id > ${after}::uuid)
    order by l.id limit ${limit} for update of l`.execute(tx)
  return rows
}

/** The day by which a case should be confirmed, where a calendar moved it. */
export async function moveUnconfirmedBy(tx: Tx, requestId: string, day: string): Promise<void> {
  await tx.updateTable('request').set({ unconfirmed_by: day }).where('id', '=', requestId).where('state', '=', 'submitted').execute()
}
