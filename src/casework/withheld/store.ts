/** The register of what is withheld, in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { OutcomeRow } from '../model.ts'

export const withheldStates = ['withheld', 'released', 'ended'] as const
export type WithheldState = (typeof withheldStates)[number]

export interface StoredWithheld {
  readonly id: string
  readonly requestId: string
  readonly requestNumber: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly regionId: string
  readonly title: string
  readonly row: OutcomeRow
  readonly since: string
  readonly reviewOn: string
  readonly state: WithheldState
}

export interface StoredReview {
  readonly withheldId: string
  readonly on: string
  readonly keeps: boolean
  readonly reason: string
  readonly nextOn: string | null
  readonly by: string
  readonly byName: string
}

const columns = sql`
  w.id, w.request_id as "requestId", r.number as "requestNumber", w.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName",
  b.region_id as "regionId", w.title, w.row, w.since, w.review_on as "reviewOn", w.state`

const joins = sql`
  join request r on r.id = w.request_id
  join body b on b.id = w.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true`

export async function lockWithheld(tx: Tx, id: string): Promise<StoredWithheld | null> {
  const { rows } = await sql<StoredWithheld>`select ${columns} from withheld w ${joins} where w.id = ${id} for update of w`.execute(tx)
  return rows[0] ?? null
}

export async function loadWithheld(reader: Reader, id: string): Promise<StoredWithheld | null> {
  const { rows } = await sql<StoredWithheld>`select ${columns} from withheld w ${joins} where w.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

/** Entries of bodies, the next to be looked at first; `after` is where the page before ended. */
export async function loadRegister(
  reader: Reader,
  wanted: {
    readonly bodyIds: readonly string[] | 'all'
    readonly state: WithheldState
    /** Only those whose day has come by this one. */
    readonly by: string | null
    readonly after: { readonly reviewOn: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<StoredWithheld[]> {
  const { bodyIds, state, by, after, limit } = wanted
  const { rows } = await sql<StoredWithheld>`
    select ${columns} from withheld w ${joins}
    where w.state = ${state}
      ${bodyIds === 'all' ? sql`` : sql`and w.body_id = any(${[...bodyIds]}::uuid[])`}
      ${by === null ? sql`` : sql`and w.review_on <= ${by}::date`}
      ${after === null ? sql`` : sql`and (w.review_on, w.id) > (${after.reviewOn}::date, ${after.id}::uuid)`}
    order by w.review_on, w.id limit ${limit}`.execute(reader)
  return rows
}

/** Looks at entries, the oldest first. */
export async function loadReviews(reader: Reader, withheldIds: readonly string[]): Promise<StoredReview[]> {
  const { rows } = await sql<StoredReview>`
    select v.withheld_id as "withheldId", v.on_day as "on", v.keeps, v.reason, v.next_on as "nextOn", v.by_person as "by", p.name as "byName"
    from withheld_review v join person p on p.id = v.by_person
    where v.withheld_id = any(${[...withheldIds]}::uuid[]) order by v.id`.execute(reader)
  return rows
}

export async function insertWithheld(
  tx: Tx,
  row: Pick<StoredWithheld, 'id' | 'requestId' | 'bodyId' | 'title' | 'row' | 'since' | 'reviewOn'>,
): Promise<void> {
  await tx
    .insertInto('withheld')
    .values({
      id: row.id,
      request_id: row.requestId,
      body_id: row.bodyId,
      title: row.title,
      row: row.row,
      since: row.since,
      review_on: row.reviewOn,
      state: 'withheld' satisfies WithheldState,
    })
    .execute()
}

/** Ends what a case withholds, where it does; whether it did. */
export async function endWithheld(tx: Tx, requestId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('withheld')
    .set({ state: 'ended' satisfies WithheldState })
    .where('request_id', '=', requestId)
    .where('state', '=', 'withheld' satisfies WithheldState)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertReview(tx: Tx, row: Omit<StoredReview, 'byName'> & { readonly id: string }): Promise<void> {
  await tx
    .insertInto('withheld_review')
    .values({
      id: row.id,
      withheld_id: row.withheldId,
      on_day: row.on,
      keeps: row.keeps,
      reason: row.reason,
      next_on: row.nextOn,
      by_person: row.by,
    })
    .execute()
}

export async function updateWithheld(tx: Tx, id: string, row: Pick<StoredWithheld, 'state' | 'reviewOn'>): Promise<void> {
  await tx.updateTable('withheld').set({ state: row.state, review_on: row.reviewOn }).where('id', '=', id).execute()
}

export interface SuggestedCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly applicant: string
}

/**
 * Pairs of cases of a body whose titles are nearly the same, given to different applicants within the years since, and of which nobody has yet
 * settled whether to publish.
 */
export async function loadAskedAlike(
  reader: Reader,
  bodyId: string,
  { since, likeness }: { readonly since: string; readonly likeness: number },
): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select a.id as one, o.id as other
    from request a
    join intake_form fa on fa.id = a.form_id
    join request o on o.body_id = a.body_id and o.id > a.id and o.title % a.title
    join intake_form fo on fo.id = o.form_id
    where a.body_id = ${bodyId} and fo.applicant_digest <> fa.applicant_digest and similarity(o.title, a.title) >= ${likeness}
      and ${disclosable(sql`a`, since)} and ${disclosable(sql`o`, since)}
    order by a.id, o.id limit 2000`.execute(reader)
  return rows
}

/** Concluded with something given, and not yet settled. */
const disclosable = (request: ReturnType<typeof sql>, since: string) => sql`
  ${request}.state in ('answered', 'archived') and ${request}.row in ('granted', 'partlyGranted') and ${request}.concluded_on >= ${since}::date
  and not exists (select from case_event e where e.request_id = ${request}.id and e.kind = 'publication.settled')`

/** Cases by id, the oldest first. */
export async function loadCasesNamed(reader: Reader, ids: readonly string[]): Promise<{ id: string; number: string; title: string }[]> {
  if (ids.length === 0) return []
  return reader
    .selectFrom('request')
    .select(['id', 'number', 'title'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}

/** Cases of a body in which publishing was suggested and not settled. */
export async function loadOffered(reader: Reader, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.id from case_event e join request r on r.id = e.request_id
    where r.body_id = ${bodyId} and e.kind = 'publication.offered'
      and not exists (select from case_event s where s.request_id = r.id and s.kind = 'publication.settled')
    order by r.id limit 500`.execute(reader)
  return rows.map(({ id }) => id)
}

/** Cases of a body of which something was released from the register and publishing is not settled. */
export async function loadReleased(reader: Reader, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.request_id as id from withheld w
    where w.body_id = ${bodyId} and w.state = 'released'
      and not exists (select from case_event s where s.request_id = w.request_id and s.kind = 'publication.settled' and s.on_day >= w.review_on)
    order by w.id limit 500`.execute(reader)
  return rows.map(({ id }) => id)
}
