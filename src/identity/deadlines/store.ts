/** Clocks kept, in the database. */
import { sql } from 'kysely'
import type { DeadlineEvent } from '#calendar'
import type { Reader, Tx } from '#db'

export interface StoredDeadline {
  readonly id: string
  /** What it belongs to; `deadline` where it is kept by hand. */
  readonly noun: string
  readonly nounId: string
  readonly title: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly regionId: string
  readonly personId: string | null
  readonly personName: string | null
  readonly receivedOn: string
  readonly events: readonly DeadlineEvent[]
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional'
  readonly extendedDueOn: string | null
  readonly computedAt: Date
  readonly closedAt: Date | null
}

/** Where a clock ends, as it is written down. */
export interface Computed {
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional'
  readonly extendedDueOn: string | null
}

const columns = sql`
  d.id, d.noun, d.noun_id as "nounId", d.title, d.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", b.region_id as "regionId",
  d.person_id as "personId", p.name as "personName", d.received_on as "receivedOn", d.events, d.due_on as "dueOn", d.due_status as "dueStatus",
  d.extended_due_on as "extendedDueOn", d.computed_at as "computedAt", d.closed_at as "closedAt"`

const joins = sql`
  join body b on b.id = d.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true
  left join person p on p.id = d.person_id`

export async function loadDeadline(reader: Reader, id: string): Promise<StoredDeadline | null> {
  const { rows } = await sql<StoredDeadline>`select ${columns} from deadline d ${joins} where d.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export async function lockDeadline(tx: Tx, id: string): Promise<StoredDeadline | null> {
  const { rows } = await sql<StoredDeadline>`select ${columns} from deadline d ${joins} where d.id = ${id} for update of d`.execute(tx)
  return rows[0] ?? null
}

/** The open clock of a thing; null where none runs. */
export async function loadClockOf(reader: Reader, noun: string, nounId: string): Promise<StoredDeadline | null> {
  const { rows } = await sql<StoredDeadline>`
    select ${columns} from deadline d ${joins} where d.noun = ${noun} and d.noun_id = ${nounId} and d.closed_at is null`.execute(reader)
  return rows[0] ?? null
}

export async function loadDeadlinesById(reader: Reader, ids: readonly string[]): Promise<StoredDeadline[]> {
  const { rows } = await sql<StoredDeadline>`select ${columns} from deadline d ${joins} where d.id = any(${[...ids]}::uuid[])`.execute(
    reader,
  )
  return rows
}

/** Open clocks in the order of their ids, after the one given; locked where asked within a transaction. */
export async function loadOpenDeadlines(reader: Reader, after: string | null, limit: number, lock = false): Promise<StoredDeadline[]> {
  const { rows } = await sql<StoredDeadline>`
    select ${columns} from deadline d ${joins}
    where d.closed_at is null and (${after}::uuid is null or d.id > ${after}::uuid)
    order by d.id limit ${limit}
    ${lock ? sql`for update of d` : sql``}`.execute(reader)
  return rows
}

export interface DeadlineConditions {
  readonly bodyIds: readonly string[] | 'all'
  readonly self: string | null
  readonly bodySlug: string | undefined
  readonly closed: boolean
  /** Position of the last one seen: its last day (`9999-12-31` without one) and its id. */
  readonly after: { readonly dueOn: string; readonly id: string } | null
  readonly limit: number
}

/** Clocks one may see: open ones by their last day, those without one last; closed ones by the day they would have ended. */
export async function loadDeadlines(reader: Reader, wanted: DeadlineConditions): Promise<StoredDeadline[]> {
  const reach =
    wanted.bodyIds === 'all' ? sql`true` : sql`(d.body_id = any(${[...wanted.bodyIds]}::uuid[]) or d.person_id = ${wanted.self}::uuid)`
  const { rows } = await sql<StoredDeadline>`
    select ${columns} from deadline d ${joins}
    where ${reach} and (d.closed_at is not null) = ${wanted.closed}
      and (${wanted.bodySlug ?? null}::text is null or b.slug = ${wanted.bodySlug ?? null})
      ${wanted.after ? sql`and (coalesce(d.due_on, '9999-12-31'), d.id) > (${wanted.after.dueOn}::date, ${wanted.after.id}::uuid)` : sql``}
    order by coalesce(d.due_on, '9999-12-31'), d.id
    limit ${wanted.limit}`.execute(reader)
  return rows
}

export interface NewDeadlineRow extends Computed {
  readonly id: string
  readonly noun: string
  readonly nounId: string
  readonly title: string
  readonly bodyId: string
  readonly personId: string | null
  readonly receivedOn: string
  readonly events: readonly DeadlineEvent[]
  readonly computedAt: Date
}

/** False where an open clock of the same thing is kept already. */
export async function insertDeadline(tx: Tx, row: NewDeadlineRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('deadline')
    .values({
      id: row.id,
      noun: row.noun,
      noun_id: row.nounId,
      title: row.title,
      body_id: row.bodyId,
      person_id: row.personId,
      received_on: row.receivedOn,
      events: JSON.stringify(row.events),
      due_on: row.dueOn,
      due_status: row.dueStatus,
      extended_due_on: row.extendedDueOn,
      computed_at: row.computedAt,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateDeadline(
  tx: Tx,
  id: string,
  row: { title: string; personId: string | null; receivedOn: string; events: readonly DeadlineEvent[]; computedAt: Date } & Computed,
): Promise<void> {
  await tx
    .updateTable('deadline')
    .set({
      title: row.title,
      person_id: row.personId,
      received_on: row.receivedOn,
      events: JSON.stringify(row.events),
      due_on: row.dueOn,
      due_status: row.dueStatus,
      extended_due_on: row.extendedDueOn,
      computed_at: row.computedAt,
    })
    .where('id', '=', id)
    .execute()
}

export async function moveDeadline(tx: Tx, id: string, computed: Computed, at: Date): Promise<void> {
  await tx
    .updateTable('deadline')
    .set({ due_on: computed.dueOn, due_status: computed.dueStatus, extended_due_on: computed.extendedDueOn, computed_at: at })
    .where('id', '=', id)
    .execute()
}

export async function markClosed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('deadline').set({ closed_at: at }).where('id', '=', id).execute()
}

export async function insertChange(
  tx: Tx,
  row: { id: string; deadline: StoredDeadline; computed: Computed; at: Date; because: string },
): Promise<void> {
  await tx
    .insertInto('deadline_change')
    .values({
      id: row.id,
      deadline_id: row.deadline.id,
      at: row.at,
      old_due: row.deadline.dueOn,
      new_due: row.computed.dueOn,
      old_status: row.deadline.dueStatus,
      new_status: row.computed.dueStatus,
      because: row.because,
    })
    .execute()
}

export interface StoredChange {
  readonly id: string
  readonly deadlineId: string
  readonly title: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly at: Date
  readonly oldDue: string | null
  readonly newDue: string | null
  readonly oldStatus: 'final' | 'provisional'
  readonly newStatus: 'final' | 'provisional'
  /** As `becauseText` of the catalogue puts it into words. */
  readonly because: string
}

/** Dates that moved, newest first: of one clock, or of all one may see. */
export async function loadChanges(
  reader: Reader,
  wanted: { deadlineId?: string; bodyIds: readonly string[] | 'all'; self: string | null; after?: string; limit: number },
): Promise<StoredChange[]> {
  const reach =
    wanted.bodyIds === 'all' ? sql`true` : sql`(d.body_id = any(${[...wanted.bodyIds]}::uuid[]) or d.person_id = ${wanted.self}::uuid)`
  const { rows } = await sql<StoredChange>`
    select c.id, d.id as "deadlineId", d.title, d.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", c.at,
      c.old_due as "oldDue", c.new_due as "newDue", c.old_status as "oldStatus", c.new_status as "newStatus", c.because
    from deadline_change c join deadline d on d.id = c.deadline_id ${joins}
    where ${reach}
      ${wanted.deadlineId ? sql`and d.id = ${wanted.deadlineId}` : sql``}
      ${wanted.after ? sql`and c.id < ${wanted.after}::uuid` : sql``}
    order by c.id desc limit ${wanted.limit}`.execute(reader)
  return rows
}
