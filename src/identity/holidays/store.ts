/** Notices loaded here and local days, in the database. */
import { sql } from 'kysely'
import type { RestNotice } from '#calendar'
import type { Reader, Tx } from '#db'

export const localDayStates = ['proposed', 'in-force', 'returned', 'withdrawn'] as const
export type LocalDayState = (typeof localDayStates)[number]

export interface StoredLocalDay {
  readonly id: string
  readonly regionId: string
  readonly day: string
  readonly works: boolean
  readonly reason: string
  readonly basis: string
  readonly state: LocalDayState
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Date
}

export interface LocalDayInForce {
  /** The region it was asked for. */
  readonly for: string
  /** How many regions up it was decided; 0 in the region itself. */
  readonly distance: number
  readonly day: string
  readonly works: boolean
  readonly reason: string
}

export async function loadNotices(reader: Reader): Promise<RestNotice[]> {
  const rows = await reader.selectFrom('rest_notice').selectAll().orderBy('year').execute()
  return rows.map((row) => ({
    year: row.year,
    title: row.title,
    number: row.number,
    issuedOn: row.issued_on,
    source: row.source,
    off: row.off,
    madeUp: row.made_up,
  }))
}

/** Puts a notice in the place of the one loaded before for its year. */
export async function putNotice(
  tx: Tx,
  notice: {
    year: number
    title: string
    number: string
    issued_on: string
    source: string
    off: readonly string[]
    made_up: readonly string[]
    loaded_at: Date
    loaded_by: string | null
  },
): Promise<void> {
  await sql`
    insert into rest_notice (year, title, number, issued_on, source, off, made_up, loaded_at, loaded_by)
    values (
      ${notice.year}, ${notice.title}, ${notice.number}, ${notice.issued_on}, ${notice.source},
      ${[...notice.off]}::date[], ${[...notice.made_up]}::date[], ${notice.loaded_at}, ${notice.loaded_by}
    )
    on conflict (year) do update set
      title = excluded.title, number = excluded.number, issued_on = excluded.issued_on, source = excluded.source,
      off = excluded.off, made_up = excluded.made_up, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by`.execute(tx)
}

/** In-force days of the regions and of all they belong to. */
export async function loadLocalDaysInForce(reader: Reader, regionIds: readonly string[]): Promise<LocalDayInForce[]> {
  const { rows } = await sql<LocalDayInForce>`
    with recursive up as (
      select id as for_region, id, parent_id, 0 as distance from region where id = any(${[...regionIds]}::uuid[])
      union all
      select up.for_region, r.id, r.parent_id, up.distance + 1 from up join region r on r.id = up.parent_id
    )
    select up.for_region as "for", up.distance, d.day, d.works, d.reason
    from up join local_day d on d.region_id = up.id
    where d.state = 'in-force'
    order by d.day, up.distance desc`.execute(reader)
  return rows
}

const localDays = (reader: Reader) =>
  reader
    .selectFrom('local_day')
    .innerJoin('person', 'person.id', 'local_day.proposed_by')
    .select([
      'local_day.id as id',
      'local_day.region_id as regionId',
      'local_day.day as day',
      'local_day.works as works',
      'local_day.reason as reason',
      'local_day.basis as basis',
      'local_day.state as state',
      'local_day.proposed_by as proposedBy',
      'person.name as proposedByName',
      'local_day.proposed_at as proposedAt',
    ])

export async function loadLocalDay(reader: Reader, id: string): Promise<StoredLocalDay | null> {
  const row = await localDays(reader).where('local_day.id', '=', id).executeTakeFirst()
  return row ? (row as StoredLocalDay) : null
}

export async function lockLocalDay(tx: Tx, id: string): Promise<StoredLocalDay | null> {
  const row = await localDays(tx).where('local_day.id', '=', id).forUpdate('local_day').executeTakeFirst()
  return row ? (row as StoredLocalDay) : null
}

/** Newest first. */
export async function loadLocalDays(reader: Reader, after: string | undefined, limit: number): Promise<StoredLocalDay[]> {
  let query = localDays(reader).orderBy('local_day.id', 'desc').limit(limit)
  if (after !== undefined) query = query.where('local_day.id', '<', after)
  return (await query.execute()) as StoredLocalDay[]
}

/** False where another proposal, or a day in force, stands for that day. */
export async function insertLocalDay(tx: Tx, row: Omit<StoredLocalDay, 'proposedByName'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('local_day')
    .values({
      id: row.id,
      region_id: row.regionId,
      day: row.day,
      works: row.works,
      reason: row.reason,
      basis: row.basis,
      state: row.state,
      proposed_by: row.proposedBy,
      proposed_at: row.proposedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function setLocalDayState(tx: Tx, id: string, state: LocalDayState): Promise<void> {
  await tx.updateTable('local_day').set({ state }).where('id', '=', id).execute()
}

export async function regionIds(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('region').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** A government by its id or its region's, with its office; null where there is none on the day. */
export async function holdingGovernment(
  reader: Reader,
  by: { bodyId: string } | { regionId: string },
  on: string,
): Promise<{ id: string; regionId: string; officeId: string | null } | null> {
  const { rows } = await sql<{ id: string; regionId: string; officeId: string | null }>`
    select g.id, g.region_id as "regionId", (
      select o.id from body o
      where o.files_to = g.id and o.kind = 'office' and (o.ended_on is null or o.ended_on > ${on}::date) order by o.position, o.id limit 1
    ) as "officeId"
    from body g
    where g.kind = 'government' and ${'bodyId' in by ? sql`g.id = ${by.bodyId}` : sql`g.region_id = ${by.regionId}`}
      and (g.ended_on is null or g.ended_on > ${on}::date)
    order by g.position, g.id limit 1`.execute(reader)
  return rows[0] ?? null
}
