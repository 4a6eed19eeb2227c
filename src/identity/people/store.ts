import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '#db'
import { fold } from '#kit'
import type { Language } from '#report'
import type { Role } from '../model.ts'

/** A person as kept, nothing masked. */
export interface StoredPerson {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly language: Language
  readonly leftOn: string | null
  readonly username: string | null
  readonly mustChangePassword: boolean | null
  readonly lockedUntil: Date | null
  readonly totpConfirmedAt: Date | null
}

const columns = sql`
  n.id, n.name, n.phone, n.email, n.language, n.left_on as "leftOn", a.username,
  a.must_change_password as "mustChangePassword", a.locked_until as "lockedUntil", a.totp_confirmed_at as "totpConfirmedAt"`

export async function loadPerson(reader: Reader, id: string): Promise<StoredPerson | null> {
  const { rows } = await sql<StoredPerson>`
    select ${columns} from person n left join account a on a.person_id = n.id where n.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export async function loadPersonNamed(reader: Reader, username: string): Promise<StoredPerson | null> {
  const { rows } = await sql<StoredPerson>`
    select ${columns} from person n join account a on a.person_id = n.id where lower(a.username) = lower(${username})`.execute(reader)
  return rows[0] ?? null
}

/** Bodies where one may look, and whether those who hold and held no post anywhere belong to it. */
export interface Reach {
  readonly bodyIds: readonly string[] | 'all'
  readonly self: string | null
}

export interface PersonConditions {
  readonly reach: Reach
  readonly q: string | undefined
  readonly bodySlug: string | undefined
  readonly role: Role | undefined
  readonly left: 'only' | 'all' | undefined
  readonly on: string
  readonly after: string | undefined
  readonly limit: number
}

/** People within reach, by name. Posts of the past reach too, so that whoever left is still found where they worked. */
export async function loadPeople(reader: Reader, wanted: PersonConditions): Promise<StoredPerson[]> {
  const { on, reach } = wanted
  const open = sql`(p.until is null or p.until > ${on}::date)`
  const held = [
    ...(wanted.bodySlug === undefined ? [] : [sql`p.body_id = (select id from body where slug = ${wanted.bodySlug})`]),
    ...(wanted.role === undefined ? [] : [sql`p.role = ${wanted.role}`]),
  ]
  const sought = fold(wanted.q ?? '').toLowerCase()
  const conditions = [
    within(reach),
    wanted.left === 'all'
      ? sql`true`
      : wanted.left === 'only'
        ? sql`n.left_on < ${on}::date`
        : sql`(n.left_on is null or n.left_on >= ${on}::date)`,
    // Of those who left, the posts they held; of those here, the posts they hold.
    ...(held.length === 0
      ? []
      : [
          sql`exists (select from post p where p.person_id = n.id and (${open} or n.left_on is not null) and ${sql.join(held, sql` and `)})`,
        ]),
    ...(wanted.q === undefined
      ? []
      : [
          sql`(position(${sought} in regexp_replace(lower(normalize(n.name, nfkc)), '[\\s·.]', '', 'g')) > 0
            or position(${wanted.q.trim().toLowerCase()} in lower(a.username)) > 0)`,
        ]),
    ...(wanted.after === undefined ? [] : [sql`(n.name, n.id) > (select name, id from person where id = ${wanted.after})`]),
  ]
  const { rows } = await sql<StoredPerson>`
    select ${columns} from person n left join account a on a.person_id = n.id
    where ${sql.join(conditions, sql` and `)}
    order by n.name, n.id
    limit ${wanted.limit}`.execute(reader)
  return rows
}

const within = ({ bodyIds, self }: Reach): RawBuilder<unknown> =>
  bodyIds === 'all'
    ? sql`true`
    : sql`(n.id = ${self} or exists (select from post p where p.person_id = n.id and p.body_id = any(${[...bodyIds]}::uuid[])))`

export async function insertPerson(
  tx: Tx,
  row: { id: string; name: string; phone: string; email: string; language: Language; added_at: Date },
): Promise<void> {
  await tx
    .insertInto('person')
    .values({ ...row, left_on: null })
    .execute()
}

export async function updatePerson(
  tx: Tx,
  id: string,
  set: { name: string; phone: string; email: string; language: Language },
): Promise<void> {
  await tx.updateTable('person').set(set).where('id', '=', id).execute()
}

export async function anyPerson(reader: Reader): Promise<boolean> {
  return (await reader.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Keeps anybody from adding a person until the transaction ends. */
export async function lockPeople(tx: Tx): Promise<void> {
  await sql`lock table person in share row exclusive mode`.execute(tx)
}

/** Titles of what is open in a person's own hands: tasks and clocks. */
export async function openWorkOf(reader: Reader, personId: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select title from (
      select title, added_at as at, id from task where person_id = ${personId} and done_at is null
      union all
      select title, computed_at, id from deadline where person_id = ${personId} and closed_at is null
    ) open order by at, id`.execute(reader)
  return rows.map(({ title }) => title)
}

/** The person works here up to that day: their posts and delegations end with it. */
export async function markLeft(tx: Tx, id: string, lastDay: string, now: Date): Promise<{ posts: number; delegations: number }> {
  await tx.updateTable('person').set({ left_on: lastDay }).where('id', '=', id).execute()
  const posts = await sql`
    update post set until = greatest(since, ${lastDay}::date + 1) where person_id = ${id} and (until is null or until > ${lastDay}::date + 1)`.execute(
    tx,
  )
  const cut = await sql`
    update delegation set until = ${lastDay}
    where ${id} in (from_person, to_person) and ended_at is null and since <= ${lastDay}::date and until > ${lastDay}::date`.execute(tx)
  const never = await sql`
    update delegation set ended_at = ${now} where ${id} in (from_person, to_person) and ended_at is null and since > ${lastDay}::date`.execute(
    tx,
  )
  return { posts: Number(posts.numAffectedRows), delegations: Number(cut.numAffectedRows) + Number(never.numAffectedRows) }
}

/** Ends the sessions of a person who has left; how many. */
export async function endSessionsOf(tx: Tx, personId: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update session set ended_at = ${now}, ended_because = 'left' where person_id = ${personId} and ended_at is null`.execute(tx)
  return Number(numAffectedRows)
}

/** Sessions last no longer than the last day of work. */
export async function limitSessionsOf(tx: Tx, personId: string, lastDay: string): Promise<void> {
  await sql`
    update session set expires_at = least(expires_at, (${lastDay}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    where person_id = ${personId} and ended_at is null`.execute(tx)
}

/** Ids of the bodies a person belongs to: where they hold a post, else where they last held one. */
export async function bodiesOfPerson(reader: Reader, personId: string, on: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; open: boolean }>`
    select body_id as id, bool_or(until is null or until > ${on}::date) as open
    from post where person_id = ${personId} group by body_id order by body_id`.execute(reader)
  const open = rows.filter((row) => row.open)
  return (open.length > 0 ? open : rows).map(({ id }) => id)
}
