/** Cases in the database: forms, requests, their events, and what is projected from them. */
import { type RawBuilder, sql } from 'kysely'
import type { Channel, ReceiptFacts } from '#calendar'
import type { Day, Reader, Tx } from '#db'
import type { Lamp } from '#identity'
import type { CaseEvent } from '../events.ts'
import type { ApplicantKind, Carrier, CaseState, CaseType, Counted, Delivery, OutcomeRow } from '../model.ts'

export interface StoredForm {
  readonly id: string
  readonly bodyId: string
  readonly origin: 'portal' | 'desk' | 'import'
  readonly channel: Channel
  readonly oral: boolean
  /** Days of the way in, `reachedOffice` among them, which decides nothing. */
  readonly facts: ReceiptFacts & { readonly reachedOffice?: string }
  readonly kind: ApplicantKind
  readonly applicantName: string
  /** An `Applicant` as JSON, sealed. */
  readonly applicant: string
  readonly applicantDigest: string
  readonly carrier: Carrier
  readonly delivery: Delivery
  readonly needsHelp: string
  readonly addedAt: Date
  readonly addedBy: string | null
}

export interface StoredRequest {
  readonly id: string
  readonly formId: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly regionId: string
  readonly type: CaseType
  readonly number: string
  readonly title: string
  readonly wanted: string
  readonly kind: ApplicantKind
  readonly applicantName: string
  readonly channel: Channel
  readonly state: CaseState
  readonly submittedOn: Day
  readonly receivedOn: Day | null
  readonly unconfirmedBy: Day | null
  readonly dueOn: Day | null
  readonly dueStatus: 'final' | 'provisional' | null
  readonly personId: string | null
  readonly personName: string | null
  readonly sectionId: string | null
  readonly outcome: string | null
  readonly row: OutcomeRow | null
  readonly concludedOn: Day | null
  readonly answeredLate: boolean
  readonly reopened: number
  readonly events: number
}

export async function insertForm(tx: Tx, form: StoredForm): Promise<void> {
  await tx
    .insertInto('intake_form')
    .values({
      id: form.id,
      body_id: form.bodyId,
      origin: form.origin,
      channel: form.channel,
      oral: form.oral,
      facts: JSON.stringify(form.facts),
      kind: form.kind,
      applicant_name: form.applicantName,
      applicant: form.applicant,
      applicant_digest: form.applicantDigest,
      carrier: form.carrier,
      delivery: form.delivery,
      needs_help: form.needsHelp,
      added_at: form.addedAt,
      added_by: form.addedBy,
    })
    .execute()
}

export async function loadForm(reader: Reader, id: string): Promise<StoredForm | null> {
  const row = await reader.selectFrom('intake_form').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    bodyId: row.body_id,
    origin: row.origin as StoredForm['origin'],
    channel: row.channel as Channel,
    oral: row.oral,
    facts: row.facts as StoredForm['facts'],
    kind: row.kind as ApplicantKind,
    applicantName: row.applicant_name,
    applicant: row.applicant,
    applicantDigest: row.applicant_digest,
    carrier: row.carrier as Carrier,
    delivery: row.delivery as Delivery,
    needsHelp: row.needs_help,
    addedAt: row.added_at,
    addedBy: row.added_by,
  }
}

export async function updateFormFacts(tx: Tx, id: string, facts: StoredForm['facts']): Promise<void> {
  await tx
    .updateTable('intake_form')
    .set({ facts: JSON.stringify(facts) })
    .where('id', '=', id)
    .execute()
}

export interface NewRequestRow {
  readonly id: string
  readonly formId: string
  readonly bodyId: string
  readonly type: CaseType
  readonly number: string
  readonly codeDigest: string
  readonly applicantName: string
  readonly channel: Channel
}

export async function insertRequest(tx: Tx, row: NewRequestRow, projected: Projection, at: Date): Promise<void> {
  await tx
    .insertInto('request')
    .values({
      id: row.id,
      form_id: row.formId,
      body_id: row.bodyId,
      type: row.type,
      number: row.number,
      code_digest: row.codeDigest,
      applicant_name: row.applicantName,
      channel: row.channel,
      ...columnsOf(projected),
      updated_at: at,
    })
    .execute()
}

/** What lists filter and sort by, as the events leave it. */
export interface Projection {
  readonly title: string
  readonly wanted: string
  readonly kind: ApplicantKind
  readonly state: CaseState
  readonly submittedOn: Day
  readonly receivedOn: Day | null
  readonly unconfirmedBy: Day | null
  readonly dueOn: Day | null
  readonly dueStatus: 'final' | 'provisional' | null
  readonly personId: string | null
  readonly sectionId: string | null
  readonly outcome: string | null
  readonly row: OutcomeRow | null
  readonly concludedOn: Day | null
  readonly answeredLate: boolean
  readonly reopened: number
  readonly events: number
}

const columnsOf = (projected: Projection) => ({
  title: projected.title,
  wanted: projected.wanted,
  kind: projected.kind,
  state: projected.state,
  submitted_on: projected.submittedOn,
  received_on: projected.receivedOn,
  unconfirmed_by: projected.unconfirmedBy,
  due_on: projected.dueOn,
  due_status: projected.dueStatus,
  person_id: projected.personId,
  section_id: projected.sectionId,
  outcome: projected.outcome,
  row: projected.row,
  concluded_on: projected.concludedOn,
  answered_late: projected.answeredLate,
  reopened: projected.reopened,
  events: projected.events,
})

export async function updateRequest(tx: Tx, id: string, projected: Projection, at: Date): Promise<void> {
  await tx
    .updateTable('request')
    .set({ ...columnsOf(projected), updated_at: at })
    .where('id', '=', id)
    .execute()
}

/** The last day moved without anything happening to the case: a calendar changed. */
export async function moveDue(tx: Tx, id: string, dueOn: Day | null, dueStatus: 'final' | 'provisional'): Promise<void> {
  await tx
    .updateTable('request')
    .set({ due_on: dueOn, due_status: dueOn === null ? null : dueStatus })
    .where('id', '=', id)
    .execute()
}

const columns = sql`
  r.id, r.form_id as "formId", r.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", b.region_id as "regionId", r.type, r.number,
  r.title, r.wanted, r.kind, r.applicant_name as "applicantName", r.channel, r.state, r.submitted_on as "submittedOn",
  r.received_on as "receivedOn", r.unconfirmed_by as "unconfirmedBy", r.due_on as "dueOn", r.due_status as "dueStatus", r.person_id as "personId",
  p.name as "personName", r.section_id as "sectionId", r.outcome, r.row, r.concluded_on as "concludedOn", r.answered_late as "answeredLate",
  r.reopened, r.events`

const joins = sql`
  join body b on b.id = r.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true
  left join person p on p.id = r.person_id`

export async function loadRequest(reader: Reader, id: string): Promise<StoredRequest | null> {
  const { rows } = await sql<StoredRequest>`select ${columns} from request r ${joins} where r.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

/**
 * Locks the open clocks of cases and then the cases, each in the order of their ids: as whoever computes all clocks anew takes them, who
 * holds the clocks first.
 */
export async function lockRequests(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)]
  await sql`
    select d.id from deadline d where d.noun = 'request' and d.noun_id = any(${wanted}::text[]) and d.closed_at is null
    order by d.id for update`.execute(tx)
  await sql`select r.id from request r where r.id = any(${wanted}::uuid[]) order by r.id for update`.execute(tx)
}

/** Locked until the transaction ends: two acts on one case follow one another. */
export async function lockRequest(tx: Tx, id: string): Promise<StoredRequest | null> {
  await lockRequests(tx, [id])
  return loadRequest(tx, id)
}

/** Whether somebody holds a post at the body on the day. */
export async function worksAt(reader: Reader, personId: string, bodyId: string, on: Day): Promise<boolean> {
  const { rows } = await sql`
    select 1 from post
    where person_id = ${personId} and body_id = ${bodyId} and since <= ${on}::date and (until is null or until > ${on}::date) limit 1`.execute(
    reader,
  )
  return rows.length > 0
}

export async function isSectionOf(reader: Reader, sectionId: string, bodyId: string): Promise<boolean> {
  const row = await reader.selectFrom('section').select('id').where('id', '=', sectionId).where('body_id', '=', bodyId).executeTakeFirst()
  return row !== undefined
}

export async function insertEvents(
  tx: Tx,
  requestId: string,
  from: number,
  events: readonly (CaseEvent & { onBehalfOf: string | null })[],
): Promise<void> {
  await tx
    .insertInto('case_event')
    .values(
      events.map((event, index) => ({
        id: event.id,
        request_id: requestId,
        seq: from + index,
        kind: event.kind,
        on_day: event.on,
        at: event.at,
        person_id: event.personId,
        on_behalf_of: event.onBehalfOf,
        data: JSON.stringify(event.data),
      })),
    )
    .execute()
}

/** In the order they were written down. */
export async function loadEvents(reader: Reader, requestId: string): Promise<CaseEvent[]> {
  const rows = await reader.selectFrom('case_event').selectAll().where('request_id', '=', requestId).orderBy('seq').execute()
  return rows.map(({ id, kind, on_day, at, person_id, data }) => ({ id, kind, on: on_day, at, personId: person_id, data }) as CaseEvent)
}

export async function replaceCounted(
  tx: Tx,
  request: { id: string; bodyId: string; kind: ApplicantKind },
  rows: readonly Counted[],
): Promise<void> {
  await tx.deleteFrom('counted').where('request_id', '=', request.id).execute()
  if (rows.length === 0) return
  await tx
    .insertInto('counted')
    .values(
      rows.map(({ receivedOn, concludedOn, row }, part) => ({
        request_id: request.id,
        part,
        body_id: request.bodyId,
        kind: request.kind,
        received_on: receivedOn,
        concluded_on: concludedOn,
        row,
      })),
    )
    .execute()
}

/** The next number of a series of a body in a year; the row stays locked, so that there are no gaps. */
export async function nextSerial(tx: Tx, bodyId: string, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (body_id, series, year, last) values (${bodyId}, ${series}, ${year}, 1)
    on conflict (body_id, series, year) do update set last = number_series.last + 1
    returning last`.execute(tx)
  return rows[0]!.last
}

export interface CaseConditions {
  readonly bodyIds: readonly string[]
  readonly states?: readonly CaseState[]
  readonly lamp?: Lamp
  /** Days on which the lamp changes: today, and the third working day from it. */
  readonly today: Day
  readonly soonUntil: Day
  readonly kind?: ApplicantKind
  readonly row?: OutcomeRow
  readonly year?: number
  readonly personId?: string
  readonly q?: string
  readonly unconfirmed?: boolean
  readonly order: 'due' | 'received'
  readonly after: { readonly day: Day; readonly id: string } | null
  readonly limit: number
}

const openStates = sql`('submitted', 'handling', 'correcting', 'explaining', 'paying')`

/** The last day of an open case as lists are ordered by it: those without one stand at the end. It is what the index request_open is made of. */
const due = sql`coalesce(r.due_on, '9999-12-31')`

/** How many cases are looked through in their order for a text before the index of pairs is asked: what is common is found among them. */
const lookedThrough = 5000

/**
 * Cases in the order asked for; keyset, so that the last page costs what the first one does. Each body, and each state asked for, is walked by
 * an index of its own in that order, and the walks are merged: a filter by a list of bodies at once would sort all their cases.
 */
export async function loadCases(reader: Reader, wanted: CaseConditions): Promise<StoredRequest[]> {
  const { q, unconfirmed, states } = wanted
  if (unconfirmed && states && !states.includes('submitted')) return []
  if (q === undefined) return walk(reader, wanted, sql`request`, [])
  const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const says = sql`(r.title ilike ${like} or r.number ilike ${like} or r.applicant_name ilike ${like})`
  // Of several walks, one could hold nearer ones beyond where it was looked through to.
  if (wanted.bodyIds.length * (unconfirmed ? 1 : (states?.length ?? 1)) === 1) {
    const common = await walk(reader, wanted, null, [says])
    if (common.length === wanted.limit) return common
  }
  // Too rare for that: whatever has all pairs of its characters, two-character words and parts of names among them. Who types a whole
  // number means that case, or one whose title names it; the pairs of a number stand in nearly all others.
  const bodies = sql`body_id = any(${[...wanted.bodyIds]}::uuid[])`
  const number = sql`select * from request where ${bodies} and number = ${q}`
  const isNumber = (await sql`${number} limit 1`.execute(reader)).rows.length > 0
  const hits = isNumber
    ? sql`(${number} union select * from request where ${bodies} and title ilike ${like})`
    : sql`(select * from request where ${bodies} and pairs_of(title || ' ' || number || ' ' || applicant_name) @> pairs_of(${q}))`
  return walk(reader, wanted, hits, [says])
}

/** Walks cases in order: all of `source`, or where that is null the first few thousand of each walk, however many of them hold. */
async function walk(
  reader: Reader,
  wanted: CaseConditions,
  source: RawBuilder<unknown> | null,
  holding: readonly RawBuilder<unknown>[],
): Promise<StoredRequest[]> {
  const { states, unconfirmed, order, limit } = wanted
  const walked: readonly (CaseState | null)[] = unconfirmed ? ['submitted'] : (states ?? [null])
  const conditions = [...conditionsOf(wanted), ...(walked[0] === null ? [] : [sql`r.state = walk.state`])]
  const day = order === 'due' ? due : sql`r.received_on`
  const inOrder = order === 'due' ? sql`${due}, r.id` : sql`r.received_on desc, r.id desc`
  const held = holding.length === 0 ? sql`true` : sql.join([...holding], sql` and `)
  const found =
    source === null
      ? sql`select r.id, ${day} as day from (select * from request r where ${sql.join(conditions, sql` and `)} order by ${inOrder} limit ${lookedThrough}) r
          where ${held} order by ${inOrder} limit ${limit}`
      : sql`select r.id, ${day} as day from ${source} r where ${sql.join([...conditions, held], sql` and `)} order by ${inOrder} limit ${limit}`
  const { rows } = await sql<StoredRequest>`
    with page as (
      select found.* from unnest(${[...wanted.bodyIds]}::uuid[]) as one (body_id)
      cross join unnest(${walked}::text[]) as other (state)
      cross join lateral (select one.body_id, other.state) walk
      cross join lateral (${found}) found
      order by ${order === 'due' ? sql`found.day, found.id` : sql`found.day desc, found.id desc`} limit ${limit}
    )
    select ${columns} from page join request r on r.id = page.id ${joins}
    order by ${order === 'due' ? sql`page.day, page.id` : sql`page.day desc, page.id desc`}`.execute(reader)
  return rows
}

function conditionsOf({ lamp, kind, row, year, personId, order, after, today, soonUntil }: CaseConditions): RawBuilder<unknown>[] {
  const conditions = [sql`r.body_id = walk.body_id`]
  if (order === 'due' || (lamp !== undefined && lamp !== 'none')) conditions.push(sql`r.state in ${openStates}`)
  if (order === 'received') conditions.push(sql`r.received_on is not null`)
  if (kind) conditions.push(sql`r.kind = ${kind}`)
  if (row) conditions.push(sql`r.row = ${row}`)
  if (year) conditions.push(sql`r.received_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`)
  if (personId) conditions.push(sql`r.person_id = ${personId}`)
  if (lamp) conditions.push(lampConditions[lamp](today, soonUntil))
  if (after)
    conditions.push(
      order === 'due'
        ? sql`(${due}, r.id) > (${after.day}::date, ${after.id}::uuid)`
        : sql`(r.received_on, r.id) < (${after.day}::date, ${after.id}::uuid)`,
    )
  return conditions
}

const lampConditions: Readonly<Record<Lamp, (today: Day, soonUntil: Day) => RawBuilder<unknown>>> = {
  overdue: (today) => sql`${due} < ${today}::date`,
  today: (today) => sql`${due} = ${today}::date`,
  soon: (today, soonUntil) => sql`${due} > ${today}::date and ${due} <= ${soonUntil}::date`,
  fine: (_, soonUntil) => sql`${due} > ${soonUntil}::date and r.due_on is not null and r.due_status = 'final'`,
  provisional: (_, soonUntil) => sql`${due} > ${soonUntil}::date and r.due_status = 'provisional'`,
  stopped: () => sql`${due} = '9999-12-31' and r.due_on is null`,
  none: () => sql`r.state not in ${openStates}`,
}

export interface OpenCounts {
  readonly open: number
  readonly overdue: number
  readonly today: number
  readonly soon: number
  readonly submitted: number
  /** Of them, past the day by which they should be confirmed. */
  readonly unconfirmed: number
  readonly correcting: number
  readonly explaining: number
  readonly paying: number
}

/** Open cases of the bodies, by state and by how near the last day is. */
export async function countOpen(reader: Reader, bodyIds: readonly string[], today: Day, soonUntil: Day): Promise<OpenCounts> {
  const { rows } = await sql<OpenCounts>`
    select count(*) filter (where due_on < ${today}::date) as overdue,
      count(*) filter (where due_on = ${today}::date) as today,
      count(*) filter (where due_on > ${today}::date and due_on <= ${soonUntil}::date) as soon,
      count(*) filter (where state = 'submitted') as submitted,
      count(*) filter (where state = 'submitted' and unconfirmed_by < ${today}::date) as unconfirmed,
      count(*) filter (where state = 'correcting') as correcting,
      count(*) filter (where state = 'explaining') as explaining,
      count(*) filter (where state = 'paying') as paying,
      count(*) as open
    from request r where r.body_id = any(${[...bodyIds]}::uuid[]) and r.state in ${openStates}`.execute(reader)
  return Object.fromEntries(Object.entries(rows[0]!).map(([key, value]) => [key, Number(value)])) as Record<keyof OpenCounts, number>
}

/** Earlier cases at the body: of the same applicant, or of nearly the same words. The nearest first. */
export async function loadSimilar(
  reader: Reader,
  { bodyId, digest, title, except, limit }: { bodyId: string; digest: string | null; title: string; except: string | null; limit: number },
): Promise<(StoredRequest & { sameApplicant: boolean; likeness: number })[]> {
  const { rows } = await sql<StoredRequest & { sameApplicant: boolean; likeness: number }>`
    select * from (
      select ${columns}, coalesce(f.applicant_digest = ${digest}, false) as "sameApplicant", greatest(similarity(r.title, ${title}), word_similarity(${title}, r.title)) as likeness
      from request r ${joins} join intake_form f on f.id = r.form_id
      where r.body_id = ${bodyId} and r.state <> 'void' and (${except}::uuid is null or r.id <> ${except}::uuid)
        and (r.title % ${title} or r.title %> ${title} or f.applicant_digest = ${digest})
    ) found
    where "sameApplicant" or likeness >= 0.3
    order by "sameApplicant" desc, likeness desc, id desc limit ${limit}`.execute(reader)
  return rows
}

/** By number, with the digest of its code; what the constant-time comparison is made with. */
export async function loadByNumber(reader: Reader, number: string): Promise<{ id: string; codeDigest: string }[]> {
  return reader.selectFrom('request').select(['id', 'code_digest as codeDigest']).where('number', '=', number).execute()
}

/** Whether the case is linked, as a repeat, with one that was answered. */
export async function hasAnsweredRepeat(reader: Reader, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from case_event e
      join request mine on mine.id = e.request_id join intake_form my_form on my_form.id = mine.form_id
      join request other on other.id = (e.data->>'requestId')::uuid join intake_form other_form on other_form.id = other.form_id
      where e.request_id = ${requestId} and e.kind = 'request.linked' and e.data->>'how' = 'repeat' and other.state in ('answered', 'archived')
        and other_form.applicant_digest = my_form.applicant_digest
        and exists (select from case_event answer where answer.request_id = other.id and answer.kind = 'answer.sent')
    ) as found`.execute(reader)
  return rows[0]!.found
}

/** Whether a redacted document of the case has passed its proof. */
export async function hasProvedRedaction(reader: Reader, requestId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from redaction where request_id = ${requestId} and state = 'proved') as found`.execute(reader)
  return rows[0]!.found
}

/** Earlier requests that one applicant sent to the body in the natural month of this one, void ones aside; of those that came at once, by number. */
export async function piecesBefore(reader: Reader, requestId: string, by: 'received' | 'submitted'): Promise<number> {
  const dayOf = (alias: string) =>
    by === 'received' ? sql.raw(`coalesce(${alias}.received_on, ${alias}.submitted_on)`) : sql.raw(`${alias}.submitted_on`)
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many
    from request mine join intake_form my_form on my_form.id = mine.form_id
    join intake_form other_form on other_form.applicant_digest = my_form.applicant_digest and other_form.body_id = mine.body_id
    join request other on other.form_id = other_form.id and other.type = mine.type and other.state <> 'void' and other.id <> mine.id
    where mine.id = ${requestId} and date_trunc('month', ${dayOf('other')}) = date_trunc('month', ${dayOf('mine')})
      and (${dayOf('other')}, other.number) < (${dayOf('mine')}, mine.number)`.execute(reader)
  return rows[0]!.many
}

/** The title of an answer of the case that is drafted, under review or approved, and has not left; null where there is none. */
export async function answerUnderWay(reader: Reader, requestId: string, answerKinds: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select l.content->>'title' as title from letter_case c join letter l on l.id = c.letter_id
    where c.request_id = ${requestId} and l.state in ('draft', 'reviewing', 'approved') and l.kind = any(${[...answerKinds]}::text[])
    order by l.id desc limit 1`.execute(reader)
  return rows[0]?.title ?? null
}

/** Open cases of a body that somebody answers for. */
export async function openHeldBy(reader: Reader, personId: string, bodyId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from request where person_id = ${personId} and body_id = ${bodyId} and state in ${openStates} order by id`.execute(reader)
  return rows.map(({ id }) => id)
}
