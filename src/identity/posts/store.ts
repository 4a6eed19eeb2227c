import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '#db'
import { administrations, type Post, type Role } from '../model.ts'
import type { HeldPost, Holder } from './model.ts'

const isAdministration = sql`p.role in (${sql.join(administrations.map((role) => sql.lit(role)))})`

/** The row `p` holds on the day; it does so up to the day before `until`. */
const holdsOn = (on: string): RawBuilder<boolean> => sql<boolean>`(p.since <= ${on}::date and (p.until is null or p.until > ${on}::date))`

/** The delegation `d` holds on the day; one ended early holds no more from that day on. */
const delegationHoldsOn = (on: string): RawBuilder<boolean> => sql<boolean>`(
  d.since <= ${on}::date and d.until >= ${on}::date
  and (d.ended_at is null or (d.ended_at at time zone 'Asia/Shanghai')::date > ${on}::date)
)`

const stillHere = (on: string): RawBuilder<boolean> => sql<boolean>`(n.left_on is null or n.left_on >= ${on}::date)`

/** Posts on the day: one's own, then those of whoever one acts for at the body of the delegation. What another holds under a delegation is not passed on. */
export async function loadPosts(reader: Reader, personId: string, on: string): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select p.id, p.body_id as "bodyId", b.slug as "bodySlug", p.role, p.step, p.section_id as "sectionId", null as "onBehalfOf"
    from post p join body b on b.id = p.body_id join person n on n.id = p.person_id
    where p.person_id = ${personId} and ${holdsOn(on)} and ${stillHere(on)}
    union
    select p.id, p.body_id, b.slug, p.role, p.step, p.section_id, p.person_id
    from delegation d
    join person n on n.id = d.to_person
    join post p on p.person_id = d.from_person and p.body_id = d.body_id
    join body b on b.id = p.body_id
    where d.to_person = ${personId} and ${delegationHoldsOn(on)} and ${holdsOn(on)} and ${stillHere(on)} and not ${isAdministration}
    order by "onBehalfOf" nulls first, "bodySlug", role, step, id`.execute(reader)
  return rows
}

/** Who holds a role at a body on the day, their own first, then those who act for them. */
export async function loadHolders(reader: Reader, bodyId: string, role: Role, step: number | null, on: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select n.id as "personId", n.name, null::uuid as "onBehalfOf"
    from post p join person n on n.id = p.person_id
    where p.body_id = ${bodyId} and p.role = ${role} and (${step}::integer is null or p.step = ${step}) and ${holdsOn(on)} and ${stillHere(on)}
    union
    select n.id, n.name, d.from_person
    from post p
    join delegation d on d.from_person = p.person_id and d.body_id = p.body_id
    join person n on n.id = d.to_person
    where p.body_id = ${bodyId} and p.role = ${role} and (${step}::integer is null or p.step = ${step})
      and ${holdsOn(on)} and ${delegationHoldsOn(on)} and ${stillHere(on)} and not ${isAdministration}
    order by "onBehalfOf" nulls first, name, "personId"`.execute(reader)
  return rows
}

/** Posts of persons with the names of their bodies and sections, newest last. `open` are those that hold on the day or will. */
export async function loadHeldPosts(
  reader: Reader,
  personIds: readonly string[],
  on: string,
  which: 'open' | 'all' = 'all',
): Promise<HeldPost[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<HeldPost>`
    select p.id, p.person_id as "personId", p.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName",
      p.role, p.step, p.section_id as "sectionId", s.name as "sectionName", p.since, p.until
    from post p
    join body b on b.id = p.body_id
    left join section s on s.id = p.section_id
    join lateral (
      select n.name from body_name n where n.body_id = b.id and n.kind = 'official'
      order by not ((n.since is null or n.since <= ${on}::date) and (n.until is null or n.until > ${on}::date)), n.since desc nulls last
      limit 1
    ) name on true
    where p.person_id = any(${[...personIds]}::uuid[]) and ${which === 'open' ? sql`(p.until is null or p.until > ${on}::date)` : sql`true`}
    order by p.since, p.id`.execute(reader)
  return rows
}

export async function loadPost(reader: Reader, id: string, on: string): Promise<HeldPost | null> {
  const row = await reader.selectFrom('post').select('person_id').where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return (await loadHeldPosts(reader, [row.person_id], on)).find((post) => post.id === id)!
}

export async function insertPost(
  tx: Tx,
  row: {
    id: string
    person_id: string
    body_id: string
    section_id: string | null
    role: Role
    step: number | null
    since: string
    until: string | null
  },
): Promise<void> {
  await tx.insertInto('post').values(row).execute()
}

/** The post holds no more from the day on; one that had not begun never did. */
export async function closePost(tx: Tx, id: string, until: string): Promise<void> {
  await sql`update post set until = greatest(since, ${until}::date) where id = ${id}`.execute(tx)
}

/** Whether somebody else who works here holds the role without an end. */
export async function hasOtherHolder(reader: Reader, role: Role, exceptPerson: string, on: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from post p join person n on n.id = p.person_id
    where p.role = ${role} and p.person_id <> ${exceptPerson} and p.until is null and p.since <= ${on}::date and n.left_on is null
    limit 1`.execute(reader)
  return rows.length > 0
}

/** Administrations that nobody else who works here holds without an end but at this body. */
export async function administrationsOnlyAt(reader: Reader, bodyId: string, on: string): Promise<Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select p.role from post p join person n on n.id = p.person_id
    where ${isAdministration} and p.until is null and p.since <= ${on}::date and n.left_on is null
    group by p.role
    having bool_and(p.body_id = ${bodyId})
    order by p.role`.execute(reader)
  return rows.map(({ role }) => role)
}

/** Two who lock the same persons do so in one order. Others may still refer to them, so that whoever holds the chain of events waits for nobody here. */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('person')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Keeps two from removing the last two administrators at once. */
export async function lockAdministrations(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('gongkai administrations'))`.execute(tx)
}
