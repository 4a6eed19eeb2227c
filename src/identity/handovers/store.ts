import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { Handover, Moved } from './model.ts'

export async function openTasks(reader: Reader, personId: string, bodyId: string) {
  return reader
    .selectFrom('task')
    .select(['id', 'kind', 'noun', 'noun_id as nounId', 'title', 'due_on as dueOn'])
    .where('person_id', '=', personId)
    .where('body_id', '=', bodyId)
    .where('done_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function openDeadlines(reader: Reader, personId: string, bodyId: string) {
  return reader
    .selectFrom('deadline')
    .select(['id', 'title', 'due_on as dueOn'])
    .where('person_id', '=', personId)
    .where('body_id', '=', bodyId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function giveTasks(tx: Tx, ids: readonly string[], to: string): Promise<void> {
  if (ids.length > 0)
    await tx
      .updateTable('task')
      .set({ person_id: to })
      .where('id', 'in', [...ids])
      .execute()
}

export async function giveDeadlines(tx: Tx, ids: readonly string[], to: string): Promise<void> {
  if (ids.length > 0)
    await tx
      .updateTable('deadline')
      .set({ person_id: to })
      .where('id', 'in', [...ids])
      .execute()
}

/** A sign-off that waits, with the steps not yet taken. */
export interface WaitingSignOff {
  readonly id: string
  readonly title: string
  readonly steps: readonly { readonly role: string; readonly step?: number | null }[]
  readonly taken: readonly number[]
}

/** Open sign-offs of a body that a person drafted. */
export async function openSignOffsDraftedBy(reader: Reader, personId: string, bodyId: string): Promise<WaitingSignOff[]> {
  const { rows } = await sql<WaitingSignOff>`
    select s.id, s.title, s.steps, array(select a.step from approval a where a.sign_off_id = s.id) as taken
    from sign_off s where s.drafted_by = ${personId} and s.body_id = ${bodyId} and s.state = 'open'
    order by s.opened_at, s.id`.execute(reader)
  return rows
}

export async function insertHandover(
  tx: Tx,
  row: { id: string; from_person: string; to_person: string; body_id: string; at: Date; by_person: string; note: string; moved: Moved },
): Promise<void> {
  await tx
    .insertInto('handover')
    .values({ ...row, moved: JSON.stringify(row.moved) })
    .execute()
}

/** Handovers, newest first. */
export async function loadHandovers(
  reader: Reader,
  wanted: { id?: string; bodyIds?: readonly string[] | 'all'; self?: string | null; bodySlug?: string | undefined },
): Promise<Handover[]> {
  const conditions = [
    sql`true`,
    ...(wanted.id === undefined ? [] : [sql`h.id = ${wanted.id}`]),
    ...(wanted.bodyIds === undefined || wanted.bodyIds === 'all'
      ? []
      : [sql`(h.body_id = any(${[...wanted.bodyIds]}::uuid[]) or ${wanted.self ?? null}::uuid in (h.from_person, h.to_person))`]),
    ...(wanted.bodySlug === undefined ? [] : [sql`b.slug = ${wanted.bodySlug}`]),
  ]
  const { rows } = await sql<Handover>`
    select h.id, h.from_person as "fromPerson", f.name as "fromName", h.to_person as "toPerson", t.name as "toName",
      h.body_id as "bodyId", b.slug as "bodySlug", h.at, h.by_person as "byPerson", m.name as "byName", h.note, h.moved
    from handover h
    join person f on f.id = h.from_person
    join person t on t.id = h.to_person
    join person m on m.id = h.by_person
    join body b on b.id = h.body_id
    where ${sql.join(conditions, sql` and `)}
    order by h.at desc, h.id desc`.execute(reader)
  return rows
}
