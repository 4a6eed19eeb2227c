import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '#db'
import { fold } from '#kit'
import { type Body, bodyKinds } from '../model.ts'
import type { BodyBelow, BodyLink, BodyName, BodyTie, Ending, FormerName, NameKind, Succession } from './model.ts'

/** The columns of `Body` for the row `b`, with the names that hold on the day. Before its first name and after its last, the nearest stands. */
const bodyColumns = (on: string): RawBuilder<unknown> => sql`
  b.id, b.slug, b.kind, b.level, b.region_id as "regionId", b.files_to as "filesTo", b.shares_office_with as "sharesOfficeWith",
  b.uscc, b.makes_rules as "makesRules", b.is_summed as "isSummed", b.reconsideration_organ as "reconsiderationOrgan", b.court,
  b.unit, b.address, b.postcode, b.phone, b.fax, b.email, b.hours, b.position,
  b.established_on as "establishedOn", b.ended_on as "endedOn",
  official.name as "name", coalesce(short.name, official.name) as "shortName",
  array(
    select n.name from body_name n
    where n.body_id = b.id and n.kind = 'alias' and ${holds(on)}
    order by n.since nulls first, n.id
  ) as "aliases"`

const holds = (on: string): RawBuilder<boolean> =>
  sql<boolean>`(n.since is null or n.since <= ${on}::date) and (n.until is null or n.until > ${on}::date)`

/** The official name and the short name of `b` on the day; to be joined laterally. */
const bodyNames = (on: string): RawBuilder<unknown> => sql`
  join lateral (
    select n.name from body_name n
    where n.body_id = b.id and n.kind = 'official'
    order by not (${holds(on)}), abs(${on}::date - coalesce(n.since, n.until, ${on}::date)), n.id
    limit 1
  ) official on true
  left join lateral (
    select n.name from body_name n
    where n.body_id = b.id and n.kind = 'short' and ${holds(on)}
    order by n.since desc nulls last, n.id desc
    limit 1
  ) short on true`

const kindOrder = sql`array_position(array[${sql.join(bodyKinds.map((kind) => sql.lit(kind)))}]::text[], b.kind)`

const existsOn = (on: string): RawBuilder<boolean> =>
  sql<boolean>`b.established_on <= ${on}::date and (b.ended_on is null or b.ended_on > ${on}::date)`

export interface BodyConditions {
  readonly q: string | undefined
  readonly kind: string | undefined
  readonly filesToSlug: string | undefined
  readonly ended: 'only' | 'all' | undefined
  readonly on: string
  readonly after: string | undefined
  readonly limit: number
}

/** Bodies in the order of lists: best match first where a text is sought, then by kind, position and slug. */
export async function loadBodies(reader: Reader, wanted: BodyConditions): Promise<Body[]> {
  const { on } = wanted
  const sought = wanted.q === undefined ? '' : fold(wanted.q).toLowerCase()
  const conditions = [
    wanted.ended === 'all' ? sql`true` : wanted.ended === 'only' ? sql`b.ended_on <= ${on}::date` : existsOn(on),
    ...(wanted.kind === undefined ? [] : [sql`b.kind = ${wanted.kind}`]),
    ...(wanted.filesToSlug === undefined ? [] : [sql`b.files_to = (select id from body where slug = ${wanted.filesToSlug})`]),
    ...(wanted.q === undefined ? [] : [sql`b.match is not null`]),
  ]
  const { rows } = await sql<Body>`
    with found as (
      select b.id, b.match, ${kindOrder} as kind_order, b.position, b.slug
      from (select body.*, ${sought === '' ? sql`null::integer` : bestMatch(sought)} as match from body) b
      where ${sql.join(conditions, sql` and `)}
    )
    select ${bodyColumns(on)}
    from found f
    join body b on b.id = f.id
    ${bodyNames(on)}
    ${
      wanted.after === undefined
        ? sql``
        : sql`where (coalesce(f.match, 0), f.kind_order, f.position, f.slug)
            > (select coalesce(l.match, 0), l.kind_order, l.position, l.slug from found l where l.slug = ${wanted.after})`
    }
    order by coalesce(f.match, 0), f.kind_order, f.position, f.slug
    limit ${wanted.limit}`.execute(reader)
  return rows
}

/** 0 where a name is just the text, 1 where one begins with it, 2 where one holds it; null where none does. All names count, former ones too. */
const bestMatch = (sought: string): RawBuilder<number | null> => sql<number | null>`(
  select min(case when folded.name = ${sought} then 0 when starts_with(folded.name, ${sought}) then 1 else 2 end)
  from (
    select ${folded(sql`n.name`)} as name from body_name n where n.body_id = body.id
    union all select replace(body.slug, '-', '')
    union all select lower(body.uscc)
  ) folded
  where position(${sought} in folded.name) > 0
)`

/** As `fold` of the kit, for the signs that occur in names. */
const folded = (name: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`regexp_replace(lower(normalize(${name}, nfkc)), ${'[][\\s!-/:-@\\\\^_`{|}~、。〈〉《》「」『』【】〔〕“”‘’·…—–]'}, '', 'g')`

export async function loadBody(reader: Reader, by: { slug: string } | { id: string }, on: string): Promise<Body | null> {
  const { rows } = await sql<Body>`
    select ${bodyColumns(on)} from body b ${bodyNames(on)}
    where ${'slug' in by ? sql`b.slug = ${by.slug}` : sql`b.id = ${by.id}`}`.execute(reader)
  return rows[0] ?? null
}

export async function loadNames(reader: Reader, bodyId: string): Promise<BodyName[]> {
  const rows = await reader
    .selectFrom('body_name')
    .select(['id', 'name', 'kind', 'since', 'until'])
    .where('body_id', '=', bodyId)
    .orderBy(sql`array_position(array['official', 'short', 'alias'], kind)`)
    .orderBy(sql`since nulls first`)
    .orderBy('id')
    .execute()
  return rows as BodyName[]
}

/** Bodies a body came from, or what became of it, with the names of the day on which it happened. */
export async function loadSuccessions(reader: Reader, bodyId: string, side: 'predecessors' | 'successors'): Promise<Succession[]> {
  const [mine, theirs] =
    side === 'predecessors' ? (['successor_id', 'predecessor_id'] as const) : (['predecessor_id', 'successor_id'] as const)
  const { rows } = await sql<{ id: string; kind: Ending; on: string; basis: string }>`
    select ${sql.ref(`s.${theirs}`)} as id, s.kind, s.on_day as "on", s.basis
    from succession s where ${sql.ref(`s.${mine}`)} = ${bodyId}
    order by s.on_day, id`.execute(reader)
  const successions: Succession[] = []
  for (const { id, kind, on, basis } of rows) {
    const { slug, name } = (await loadBody(reader, { id }, on))!
    successions.push({ slug, name, kind, on, basis })
  }
  return successions
}

export async function loadLink(reader: Reader, id: string, on: string): Promise<BodyLink> {
  const body = (await loadBody(reader, { id }, on))!
  return { id, slug: body.slug, name: body.name }
}

/** Those that file to a body at any depth and exist on the day, nearest first. */
export async function loadBodiesBelow(reader: Reader, bodyId: string, on: string): Promise<BodyBelow[]> {
  const { rows } = await sql<BodyBelow>`
    with recursive below as (
      select b.id, 1 as depth from body b where b.files_to = ${bodyId} and ${existsOn(on)}
      union all
      select b.id, below.depth + 1 from below join body b on b.files_to = below.id and ${existsOn(on)}
    )
    select ${bodyColumns(on)}, below.depth
    from below join body b on b.id = below.id
    ${bodyNames(on)}
    order by below.depth, ${kindOrder}, b.position, b.slug`.execute(reader)
  return rows
}

/** The body and all it files to, each with the office that acts for it where it is a government; nearest first. */
export async function loadFilingLine(reader: Reader, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select id, files_to, kind, 0 as depth from body where id = ${bodyId}
      union all
      select b.id, b.files_to, b.kind, line.depth + 1 from line join body b on b.id = line.files_to
    )
    select id from (
      select id, depth, 0 as rank from line
      union all
      select o.id, line.depth, 1 from line join body o on o.files_to = line.id and o.kind = 'office' and line.kind = 'government'
    ) found
    group by id
    order by min(depth), min(rank), id`.execute(reader)
  return rows.map(({ id }) => id)
}

/** The body and all it files to, nearest first. */
export async function loadAncestors(reader: Reader, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select id, files_to, 0 as depth from body where id = ${bodyId}
      union all
      select b.id, b.files_to, line.depth + 1 from line join body b on b.id = line.files_to
    ) cycle id set is_cycle using path
    select id from line order by depth`.execute(reader)
  return rows.map(({ id }) => id)
}

/** The government that files to nobody here, the oldest entry first where there are several; null before the first run. */
export async function topGovernment(reader: Reader, on: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select b.id from body b where b.kind = 'government' and b.files_to is null and (b.ended_on is null or b.ended_on > ${on}::date)
    order by b.id limit 1`.execute(reader)
  return rows[0]?.id ?? null
}

/** Every body in whose filing line one of the given stands: the given, those below them, and the governments that given offices act for with all below. */
export async function loadLineBelow(reader: Reader, bodyIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select b.id from body b where b.id = any(${[...bodyIds]}::uuid[])
      union
      select g.id from body o join body g on g.id = o.files_to and g.kind = 'government' where o.kind = 'office' and o.id = any(${[...bodyIds]}::uuid[])
      union
      select b.id from below join body b on b.files_to = below.id
    )
    select id from below order by id`.execute(reader)
  return rows.map(({ id }) => id)
}

/** Keeps others from changing the tree of bodies until the transaction ends, so that no two make a circle together. Reading goes on. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`lock table body in share row exclusive mode`.execute(tx)
}

/** The id of a body by slug, its line locked against change. */
export async function lockBody(tx: Tx, slug: string): Promise<{ id: string } | null> {
  return (await tx.selectFrom('body').select('id').where('slug', '=', slug).forNoKeyUpdate().executeTakeFirst()) ?? null
}

export interface BodyColumns {
  kind: string
  level: string
  region_id: string
  files_to: string | null
  shares_office_with: string | null
  uscc: string | null
  makes_rules: boolean
  is_summed: boolean
  reconsideration_organ: string
  court: string
  unit: string
  address: string
  postcode: string
  phone: string
  fax: string
  email: string
  hours: string
  position: number
  established_on: string
}

export async function insertBody(tx: Tx, row: BodyColumns & { id: string; slug: string }): Promise<void> {
  await tx.insertInto('body').values(row).execute()
}

export async function updateBody(tx: Tx, id: string, row: BodyColumns): Promise<void> {
  await tx.updateTable('body').set(row).where('id', '=', id).execute()
}

export async function insertName(
  tx: Tx,
  row: { id: string; body_id: string; name: string; kind: NameKind; since: string | null; until: string | null },
): Promise<void> {
  await tx.insertInto('body_name').values(row).execute()
}

export async function closeName(tx: Tx, id: string, until: string): Promise<void> {
  await tx.updateTable('body_name').set({ until }).where('id', '=', id).execute()
}

/** A body with this official name on some day of the span, other than the one given. */
export async function otherWithName(reader: Reader, name: string, except: string | null, since: string | null): Promise<BodyLink | null> {
  const { rows } = await sql<BodyLink>`
    select b.id, b.slug, n.name
    from body_name n join body b on b.id = n.body_id
    where n.kind = 'official' and n.name = ${name} and b.id is distinct from ${except}::uuid
      and (n.until is null or n.until > coalesce(${since}::date, '-infinity'))
      and (b.ended_on is null or b.ended_on > coalesce(${since}::date, '-infinity'))
    limit 1`.execute(reader)
  return rows[0] ?? null
}

export async function bodyWith(reader: Reader, column: 'slug' | 'uscc', value: string): Promise<{ id: string; slug: string } | null> {
  return (await reader.selectFrom('body').select(['id', 'slug']).where(column, '=', value).executeTakeFirst()) ?? null
}

/** Slugs of bodies that exist and bear the name, official or short, without an end. */
export async function loadNameHolders(reader: Reader, name: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select distinct b.slug from body_name n join body b on b.id = n.body_id
    where n.name = ${name} and n.kind in ('official', 'short') and n.until is null and b.ended_on is null
    order by b.slug`.execute(reader)
  return rows.map(({ slug }) => slug)
}

/** Those that file to a body and have not ended by the day. */
export async function filersOf(reader: Reader, bodyId: string, on: string): Promise<BodyLink[]> {
  const { rows } = await sql<BodyLink>`
    select b.id, b.slug, official.name from body b ${bodyNames(on)}
    where b.files_to = ${bodyId} and (b.ended_on is null or b.ended_on > ${on}::date)
    order by b.position, b.slug`.execute(reader)
  return rows
}

export async function moveFilers(tx: Tx, from: string, to: string, on: string): Promise<void> {
  await sql`update body set files_to = ${to} where files_to = ${from} and (ended_on is null or ended_on > ${on}::date)`.execute(tx)
}

export async function markEnded(tx: Tx, id: string, on: string): Promise<void> {
  await tx.updateTable('body').set({ ended_on: on }).where('id', '=', id).execute()
}

export async function insertSuccession(
  tx: Tx,
  row: { predecessor_id: string; successor_id: string; kind: Ending; on_day: string; basis: string },
): Promise<void> {
  await tx.insertInto('succession').values(row).execute()
}

/** Ends the posts and delegations at a body; how many posts. */
export async function endPostsAt(tx: Tx, bodyId: string, on: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update post set until = greatest(since, ${on}::date) where body_id = ${bodyId} and (until is null or until > ${on}::date)`.execute(tx)
  await sql`update delegation set ended_at = ${now} where body_id = ${bodyId} and ended_at is null and until >= ${on}::date`.execute(tx)
  return Number(numAffectedRows)
}

/** Titles of what waits for approval at a body. */
export async function openSignOffsAt(reader: Reader, bodyId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('sign_off')
    .select('title')
    .where('body_id', '=', bodyId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(({ title }) => title)
}

/** The successor answers for what was open: tasks and clocks go over to it, into the hands of its disclosure officer. How many of each. */
export async function moveOpenWork(tx: Tx, from: string, to: string): Promise<{ tasks: number; deadlines: number }> {
  const tasks = await sql`
    update task set body_id = ${to}, person_id = null, role = coalesce(role, 'disclosure-officer') where body_id = ${from} and done_at is null`.execute(
    tx,
  )
  const deadlines = await sql`update deadline set body_id = ${to}, person_id = null where body_id = ${from} and closed_at is null`.execute(
    tx,
  )
  return { tasks: Number(tasks.numAffectedRows), deadlines: Number(deadlines.numAffectedRows) }
}

export async function loadFormerNames(reader: Reader, on: string): Promise<FormerName[]> {
  const rows = await reader
    .selectFrom('body_name')
    .select(['body_id', 'name', 'since', 'until'])
    .where('kind', '=', 'official')
    .where('until', '<=', on)
    .orderBy('until', 'desc')
    .execute()
  return rows.map(({ body_id, name, since, until }) => ({ bodyId: body_id, name, since, until: until! }))
}

export async function loadTies(reader: Reader): Promise<BodyTie[]> {
  const rows = await reader.selectFrom('succession').selectAll().orderBy('on_day').orderBy('successor_id').execute()
  return rows.map((row) => ({ predecessorId: row.predecessor_id, successorId: row.successor_id, kind: row.kind as Ending, on: row.on_day }))
}
