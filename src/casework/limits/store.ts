/** Limits in the database. */
import { sql } from 'kysely'
import type { Day, Reader, Tx } from '#db'
import type { LimitKind } from './model.ts'

export interface StoredLimit {
  readonly id: string
  readonly noun: string
  readonly nounId: string
  readonly kind: LimitKind
  readonly ref: string
  readonly title: string
  readonly bodyId: string
  readonly regionId: string
  readonly personId: string | null
  readonly since: Day
  readonly days: number | null
  readonly unit: 'working-day' | 'day' | null
  readonly dueOn: Day
  readonly dueStatus: 'final' | 'provisional'
  readonly reminded: number
}

const columns = sql`
  l.id, l.noun, l.noun_id as "nounId", l.kind, l.ref, l.title, l.body_id as "bodyId", b.region_id as "regionId", l.person_id as "personId", l.since, l.days,
  l.unit, l.due_on as "dueOn", l.due_status as "dueStatus", l.reminded`

/** Open ones of a thing, the nearest first. */
export async function loadLimits(reader: Reader, noun: string, nounId: string): Promise<StoredLimit[]> {
  const { rows } = await sql<StoredLimit>`
    select ${columns} from time_limit l join body b on b.id = l.body_id
    where l.noun = ${noun} and l.noun_id = ${nounId} and l.closed_at is null order by l.due_on, l.id`.execute(reader)
  return rows
}

/** Open ones whose day is not after the one given, or all; in the order of ids, after the last one seen, locked. */
export async function lockOpenLimits(
  tx: Tx,
  { until, after, limit }: { until: Day | null; after: string | null; limit: number },
): Promise<StoredLimit[]> {
  const { rows } = await sql<StoredLimit>`
    select ${columns} from time_limit l join body b on b.id = l.body_id
    where l.closed_at is null and (${until}::date is null or l.due_on <= ${until}::date) and (${after}::uuid is null or l.id > ${after}::uuid)
    order by l.id limit ${limit} for update of l`.execute(tx)
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
      ref: row.ref,
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

export async function markLimitsClosed(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0)
    await tx
      .updateTable('time_limit')
      .set({ closed_at: at })
      .where('id', 'in', [...ids])
      .execute()
}

/** The day by which a case should be confirmed, as its list shows it. */
export async function moveUnconfirmedBy(tx: Tx, requestId: string, day: Day): Promise<void> {
  await tx.updateTable('request').set({ unconfirmed_by: day }).where('id', '=', requestId).where('state', '=', 'submitted').execute()
}
