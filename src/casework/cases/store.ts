/** Cases, their forms and their events, in the database. */
import { sql } from 'kysely'
import type { Channel } from '#calendar'
import type { Reader, Tx } from '#db'
import type { CaseEvent, CaseEventKind } from '../events.ts'
import type { ApplicantKind, Carrier, CaseState, CaseType, Counted, Delivery } from '../model.ts'
import type { FormFacts } from './inputs.ts'

export interface StoredCase {
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
  readonly submittedOn: string
  readonly receivedOn: string | null
  readonly unconfirmedBy: string | null
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional' | null
  readonly personId: string | null
  readonly personName: string | null
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly outcome: string | null
  readonly row: string | null
  readonly concludedOn: string | null
  readonly answeredLate: boolean
  readonly reopened: number
  readonly events: number
}

/** For queries of other files of this folder. */
export const caseColumns = sql`
  r.id, r.form_id as "formId", r.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", b.region_id as "regionId", r.type, r.number,
  r.title, r.wanted, r.kind, r.applicant_name as "applicantName", r.channel, r.state, r.submitted_on as "submittedOn",
  r.received_on as "receivedOn", r.unconfirmed_by as "unconfirmedBy", r.due_on as "dueOn", r.due_status as "dueStatus",
  r.person_id as "personId", p.name as "personName", r.section_id as "sectionId", s.name as "sectionName", r.outcome, r.row,
  r.concluded_on as "concludedOn", r.answered_late as "answeredLate", r.reopened, r.events`

export const caseJoins = sql`
  join body b on b.id = r.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true
  left join person p on p.id = r.person_id
  left join section s on s.id = r.section_id`

export async function loadCase(reader: Reader, id: string): Promise<StoredCase | null> {
  const { rows } = await sql<StoredCase>`select ${caseColumns} from request r ${caseJoins} where r.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

/**
 * Locks the open clocks and then the rows of cases, each in the order of their ids: the order in which whoever computes all clocks anew
 * takes them, and two who answer the same cases at once. Before anything is recorded.
 */
export async function lockCaseRows(tx: Tx, ids: readonly string[]): Promise<StoredCase[]> {
  const wanted = [...new Set(ids)]
  await sql`
    select d.id from deadline d where d.noun = 'request' and d.noun_id = any(${wanted}::text[]) and d.closed_at is null
    order by d.id for update`.execute(tx)
  await sql`select r.id from request r where r.id = any(${wanted}::uuid[]) order by r.id for update`.execute(tx)
  const { rows } = await sql<StoredCase>`
    select ${caseColumns} from request r ${caseJoins} where r.id = any(${wanted}::uuid[])`.execute(tx)
  return rows
}

export interface StoredEvent {
  readonly seq: number
  readonly event: CaseEvent
  readonly personName: string | null
}

/** Of one case, in the order they were written. */
export async function loadEvents(reader: Reader, requestId: string): Promise<StoredEvent[]> {
  const { rows } = await sql<{
    id: string
    seq: number
    kind: CaseEventKind
    on: string
    at: Date
    personId: string | null
    personName: string | null
    data: unknown
  }>`
    select e.id, e.seq, e.kind, e.on_day as "on", e.at, e.person_id as "personId", p.name as "personName", e.data
    from case_event e left join person p on p.id = e.person_id
    where e.request_id = ${requestId} order by e.seq`.execute(reader)
  return rows.map(({ seq, personName, ...event }) => ({ seq, personName, event: event as CaseEvent }))
}

export async function insertEvent(tx: Tx, requestId: string, seq: number, event: CaseEvent, onBehalfOf: string | null): Promise<void> {
  await tx
    .insertInto('case_event')
    .values({
      id: event.id,
      request_id: requestId,
      seq,
      kind: event.kind,
      on_day: event.on,
      at: event.at,
      person_id: event.personId,
      on_behalf_of: onBehalfOf,
      data: JSON.stringify(event.data),
    })
    .execute()
}

export interface NewFormRow {
  readonly id: string
  readonly bodyId: string
  readonly origin: 'portal' | 'desk' | 'import'
  readonly channel: Channel
  readonly oral: boolean
  readonly facts: FormFacts
  readonly kind: ApplicantKind
  readonly applicantName: string
  /** Sealed. */
  readonly applicant: string
  readonly applicantDigest: string
  readonly carrier: Carrier
  readonly delivery: Delivery
  readonly needsHelp: string
  readonly addedAt: Date
  readonly addedBy: string | null
}

export async function insertForm(tx: Tx, row: NewFormRow): Promise<void> {
  await tx
    .insertInto('intake_form')
    .values({
      id: row.id,
      body_id: row.bodyId,
      origin: row.origin,
      channel: row.channel,
      oral: row.oral,
      facts: JSON.stringify(row.facts),
      kind: row.kind,
      applicant_name: row.applicantName,
      applicant: row.applicant,
      applicant_digest: row.applicantDigest,
      carrier: row.carrier,
      delivery: row.delivery,
      needs_help: row.needsHelp,
      added_at: row.addedAt,
      added_by: row.addedBy,
    })
    .execute()
}

export interface StoredForm {
  readonly id: string
  readonly bodyId: string
  readonly origin: 'portal' | 'desk' | 'import'
  readonly channel: Channel
  readonly oral: boolean
  readonly facts: FormFacts
  readonly kind: ApplicantKind
  readonly applicant: string
  readonly applicantDigest: string
  readonly carrier: Carrier
  readonly delivery: Delivery
  readonly needsHelp: string
}

export async function loadForm(reader: Reader, id: string): Promise<StoredForm | null> {
  const { rows } = await sql<StoredForm>`
    select id, body_id as "bodyId", origin, channel, oral, facts, kind, applicant, applicant_digest as "applicantDigest", carrier, delivery,
      needs_help as "needsHelp"
    from intake_form where id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export async function updateFormFacts(tx: Tx, id: string, facts: FormFacts): Promise<void> {
  await tx
    .updateTable('intake_form')
    .set({ facts: JSON.stringify(facts) })
    .where('id', '=', id)
    .execute()
}

/** A new case before its first event is projected. */
export async function insertCase(
  tx: Tx,
  row: {
    readonly id: string
    readonly formId: string
    readonly bodyId: string
    readonly type: CaseType
    readonly number: string
    readonly codeDigest: string
    readonly title: string
    readonly wanted: string
    readonly kind: ApplicantKind
    readonly applicantName: string
    readonly channel: Channel
    readonly submittedOn: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('request')
    .values({
      id: row.id,
      form_id: row.formId,
      body_id: row.bodyId,
      type: row.type,
      number: row.number,
      code_digest: row.codeDigest,
      title: row.title,
      wanted: row.wanted,
      kind: row.kind,
      applicant_name: row.applicantName,
      channel: row.channel,
      state: 'submitted',
      submitted_on: row.submittedOn,
      received_on: null,
      unconfirmed_by: null,
      due_on: null,
      due_status: null,
      person_id: null,
      section_id: null,
      outcome: null,
      row: null,
      concluded_on: null,
      updated_at: row.at,
    })
    .execute()
}

/** What the events leave, for lists. */
export interface Projection {
  readonly title: string
  readonly wanted: string
  readonly kind: ApplicantKind
  readonly state: CaseState
  readonly receivedOn: string | null
  readonly unconfirmedBy: string | null
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional' | null
  readonly personId: string | null
  readonly sectionId: string | null
  readonly outcome: string | null
  readonly row: string | null
  readonly concludedOn: string | null
  readonly answeredLate: boolean
  readonly reopened: number
  readonly events: number
  /** Pairs of characters of number, title and name, by which a list is searched. */
  readonly bigrams: readonly string[]
  readonly at: Date
}

export async function updateCase(tx: Tx, id: string, row: Projection): Promise<void> {
  await tx
    .updateTable('request')
    .set({
      title: row.title,
      wanted: row.wanted,
      kind: row.kind,
      state: row.state,
      received_on: row.receivedOn,
      unconfirmed_by: row.unconfirmedBy,
      due_on: row.dueOn,
      due_status: row.dueStatus,
      person_id: row.personId,
      section_id: row.sectionId,
      outcome: row.outcome,
      row: row.row,
      concluded_on: row.concludedOn,
      answered_late: row.answeredLate,
      reopened: row.reopened,
      events: row.events,
      bigrams: [...row.bigrams],
      updated_at: row.at,
    })
    .where('id', '=', id)
    .execute()
}

/** When a calendar moved the clock of a case. */
export async function moveCaseDue(
  tx: Tx,
  id: string,
  { dueOn, dueStatus, at }: { dueOn: string | null; dueStatus: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('request')
    .set({ due_on: dueOn, due_status: dueOn === null ? null : dueStatus, updated_at: at })
    .where('id', '=', id)
    .execute()
}

export async function replaceCounted(
  tx: Tx,
  requestId: string,
  bodyId: string,
  kind: ApplicantKind,
  counted: readonly Counted[],
): Promise<void> {
  await tx.deleteFrom('counted').where('request_id', '=', requestId).execute()
  if (counted.length === 0) return
  await tx
    .insertInto('counted')
    .values(
      counted.map(({ receivedOn, concludedOn, row }, part) => ({
        request_id: requestId,
        part,
        body_id: bodyId,
        kind,
        received_on: receivedOn,
        concluded_on: concludedOn,
        row,
      })),
    )
    .execute()
}

/** The next number of a series, without gaps: who takes it keeps the others waiting until it is committed. */
export async function nextSerial(tx: Tx, bodyId: string, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into number_series (body_id, series, year, last) values (${bodyId}, ${series}, ${year}, 1)
    on conflict (body_id, series, year) do update set last = number_series.last + 1
    returning last`.execute(tx)
  return rows[0]!.last
}

export async function isSectionOf(reader: Reader, sectionId: string, bodyId: string): Promise<boolean> {
  const row = await reader.selectFrom('section').select('id').where('id', '=', sectionId).where('body_id', '=', bodyId).executeTakeFirst()
  return row !== undefined
}

/** Whether somebody holds a post at the body that works on its cases today. */
export async function worksAt(reader: Reader, personId: string, bodyId: string, on: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from post where person_id = ${personId} and body_id = ${bodyId} and since <= ${on}::date and (until is null or until > ${on}::date)
    limit 1`.execute(reader)
  return rows.length > 0
}

/** A letter as the case shows it. */
export interface StoredLetter {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly number: string | null
  readonly recipient: string
  readonly recipientKind: string
  readonly draftedAt: Date
  readonly sentOn: string | null
  readonly method: string | null
  readonly servedOn: string | null
}

export async function loadLetters(reader: Reader, requestId: string): Promise<StoredLetter[]> {
  const { rows } = await sql<StoredLetter>`
    select l.id, l.kind, l.state, l.number, l.recipient, l.recipient_kind as "recipientKind", l.drafted_at as "draftedAt", l.sent_on as "sentOn",
      l.method, l.served_on as "servedOn"
    from letter_case c join letter l on l.id = c.letter_id where c.request_id = ${requestId} order by l.id`.execute(reader)
  return rows
}
