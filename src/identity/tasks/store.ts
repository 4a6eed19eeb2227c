/** Tasks in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { Post } from '../model.ts'
import { type NewTask, roleText, type TaskKind } from './model.ts'

export interface StoredTask {
  readonly id: string
  readonly kind: TaskKind
  readonly noun: string
  readonly nounId: string
  readonly title: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly regionId: string
  readonly personId: string | null
  readonly personName: string | null
  readonly role: string | null
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional' | null
  readonly addedAt: Date
  readonly doneAt: Date | null
}

const columns = sql`
  t.id, t.kind, t.noun, t.noun_id as "nounId", t.title, t.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName",
  b.region_id as "regionId", t.person_id as "personId", p.name as "personName", t.role, t.due_on as "dueOn", t.due_status as "dueStatus",
  t.added_at as "addedAt", t.done_at as "doneAt"`

const joins = sql`
  join body b on b.id = t.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true
  left join person p on p.id = t.person_id`

/** Open tasks of these people, and of those who hold a role at a body, each a text like `BODY drafter`. */
export async function loadTasks(reader: Reader, personIds: readonly string[], held: readonly string[]): Promise<StoredTask[]> {
  const { rows } = await sql<StoredTask>`
    select ${columns} from task t ${joins}
    where t.done_at is null and (
      t.person_id = any(${[...personIds]}::uuid[])
      or (t.person_id is null and t.body_id || ' ' || t.role = any(${[...held]}::text[]))
    )`.execute(reader)
  return rows
}

/** Open tasks of whole bodies. */
export async function loadTasksOfBodies(reader: Reader, bodyIds: readonly string[]): Promise<StoredTask[]> {
  const { rows } = await sql<StoredTask>`
    select ${columns} from task t ${joins} where t.done_at is null and t.body_id = any(${[...bodyIds]}::uuid[])`.execute(reader)
  return rows
}

export async function lockTask(tx: Tx, id: string): Promise<StoredTask | null> {
  const { rows } = await sql<StoredTask>`select ${columns} from task t ${joins} where t.id = ${id} for update of t`.execute(tx)
  return rows[0] ?? null
}

/** What a post makes one the holder of, as `loadTasks` asks for it: the role, and of a reviewer the step too. */
export function heldBy(posts: readonly Post[]): string[] {
  return posts.flatMap(({ bodyId, role, step }) => [`${bodyId} ${role}`, ...(step === null ? [] : [`${bodyId} ${roleText(role, step)}`])])
}

export async function insertTask(tx: Tx, id: string, task: NewTask, at: Date): Promise<void> {
  await tx
    .insertInto('task')
    .values({
      id,
      kind: task.kind,
      noun: task.noun,
      noun_id: task.nounId,
      title: task.title,
      body_id: task.bodyId,
      person_id: task.personId,
      role: roleText(task.role, task.step),
      due_on: task.dueOn ?? null,
      due_status: task.dueOn == null ? null : (task.dueStatus ?? 'final'),
      added_at: at,
      done_at: null,
    })
    .execute()
}

export async function updateTasks(
  tx: Tx,
  noun: string,
  nounId: string,
  change: { title?: string; person_id?: string | null; role?: string | null; due_on?: string | null; due_status?: string | null },
): Promise<void> {
  await tx.updateTable('task').set(change).where('noun', '=', noun).where('noun_id', '=', nounId).where('done_at', 'is', null).execute()
}

/** Whether something open is due about a thing. */
export async function hasTask(reader: Reader, noun: string, nounId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('task')
    .select('id')
    .where('noun', '=', noun)
    .where('noun_id', '=', nounId)
    .where('done_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The last day of what is open about a thing; null where there is none. */
export async function dueOfTask(reader: Reader, noun: string, nounId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('task')
    .select('due_on')
    .where('noun', '=', noun)
    .where('noun_id', '=', nounId)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return row?.due_on ?? null
}

export async function markTasksDone(tx: Tx, noun: string, nounId: string, at: Date): Promise<void> {
  await updateDone(tx, at).where('noun', '=', noun).where('noun_id', '=', nounId).execute()
}

export async function markTaskDone(tx: Tx, id: string, at: Date): Promise<void> {
  await updateDone(tx, at).where('id', '=', id).execute()
}

const updateDone = (tx: Tx, at: Date) => tx.updateTable('task').set({ done_at: at }).where('done_at', 'is', null)
