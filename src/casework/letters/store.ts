/** Letters in the database: what they say, which cases they belong to, the bodies' own templates, and the numbers given. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { Delivery } from '../model.ts'
import type { LetterKind, LetterKindId } from './kinds.ts'
import type { LetterState } from './machine.ts'

/** How a letter leaves the house. `entrusted` is service through another organ (国办公开办函〔2016〕235号). */
export const methods = ['download', 'e-mail', 'post', 'in-person', 'entrusted'] as const
export type Method = (typeof methods)[number]

/** A file given with a letter. */
export interface Enclosure {
  /** Attachment it is. */
  readonly id: string
  readonly name: string
  /** SHA-256 of its bytes. */
  readonly hash: string
}

export interface StoredLetter {
  readonly id: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly regionId: string
  readonly kind: LetterKindId
  readonly state: LetterState
  /** Null until approved, and of a kind that takes none. */
  readonly number: string | null
  readonly recipient: string
  readonly recipientKind: LetterKind['to']
  readonly content: unknown
  readonly enclosures: readonly Enclosure[]
  readonly contentHash: string
  readonly edition: number
  readonly draftedBy: string
  /** Who wrote on it since. */
  readonly authors: readonly string[]
  readonly drafterName: string
  readonly draftedAt: Date
  readonly approvedAt: Date | null
  readonly datedOn: string | null
  readonly sentOn: string | null
  readonly method: Method | null
  readonly tracking: string
  readonly servedOn: string | null
  readonly servedHow: string
}

/** A case of a letter, and the data of the event it gets when the letter is sent. */
export interface LetterCase {
  readonly letterId: string
  readonly requestId: string
  readonly number: string
  readonly title: string
  readonly eventData: Readonly<Record<string, unknown>>
}

const columns = sql`
  l.id, l.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", b.region_id as "regionId", l.kind, l.state, l.number, l.recipient,
  l.recipient_kind as "recipientKind", l.content, l.enclosures, l.content_hash as "contentHash", l.edition, l.drafted_by as "draftedBy", l.authors,
  p.name as "drafterName", l.drafted_at as "draftedAt", l.approved_at as "approvedAt", l.dated_on as "datedOn", l.sent_on as "sentOn", l.method,
  l.tracking, l.served_on as "servedOn", l.served_how as "servedHow"`

const joins = sql`
  join body b on b.id = l.body_id
  join person p on p.id = l.drafted_by
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true`

export async function loadLetter(reader: Reader, id: string): Promise<StoredLetter | null> {
  const { rows } = await sql<StoredLetter>`select ${columns} from letter l ${joins} where l.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export async function lockLetter(tx: Tx, id: string): Promise<StoredLetter | null> {
  const { rows } = await sql<StoredLetter>`select ${columns} from letter l ${joins} where l.id = ${id} for update of l`.execute(tx)
  return rows[0] ?? null
}

/** Letters of a case, the oldest first. */
export async function loadLettersOf(reader: Reader, requestId: string): Promise<StoredLetter[]> {
  const { rows } = await sql<StoredLetter>`
    select ${columns} from letter l ${joins} join letter_case c on c.letter_id = l.id where c.request_id = ${requestId} order by l.id`.execute(
    reader,
  )
  return rows
}

/** Cases of letters, in the order they are named. */
export async function loadLetterCases(reader: Reader, letterIds: readonly string[]): Promise<LetterCase[]> {
  const { rows } = await sql<LetterCase>`
    select c.letter_id as "letterId", c.request_id as "requestId", r.number, r.title, c.event_data as "eventData"
    from letter_case c join request r on r.id = c.request_id
    where c.letter_id = any(${[...letterIds]}::uuid[]) order by c.letter_id, c.position`.execute(reader)
  return rows
}

/** Whether one of the cases has a letter of the kind that is neither sent nor cancelled. */
export async function hasOpenLetter(reader: Reader, kinds: readonly string[], requestIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    select 1 from letter l join letter_case c on c.letter_id = l.id
    where l.kind = any(${[...kinds]}::text[]) and l.state in ('draft', 'reviewing', 'approved') and c.request_id = any(${[...requestIds]}::uuid[])
    limit 1`.execute(reader)
  return rows.length > 0
}

/** Whether a letter of the kind was sent for the case. */
export async function hasLeft(reader: Reader, kind: string, requestId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from letter l join letter_case c on c.letter_id = l.id
    where l.kind = ${kind} and l.sent_on is not null and c.request_id = ${requestId} limit 1`.execute(reader)
  return rows.length > 0
}

export async function insertLetter(
  tx: Tx,
  row: {
    readonly id: string
    readonly bodyId: string
    readonly kind: LetterKindId
    readonly recipient: string
    readonly recipientKind: LetterKind['to']
    readonly content: unknown
    readonly enclosures: readonly Enclosure[]
    readonly contentHash: string
    readonly draftedBy: string
    readonly draftedAt: Date
    readonly cases: readonly { readonly requestId: string; readonly eventData: unknown }[]
  },
): Promise<void> {
  await tx
    .insertInto('letter')
    .values({
      id: row.id,
      body_id: row.bodyId,
      kind: row.kind,
      state: 'draft' satisfies LetterState,
      number: null,
      year: null,
      serial: null,
      recipient: row.recipient,
      recipient_kind: row.recipientKind,
      content: JSON.stringify(row.content),
      enclosures: JSON.stringify(row.enclosures),
      content_hash: row.contentHash,
      drafted_by: row.draftedBy,
      drafted_at: row.draftedAt,
      approved_at: null,
      dated_on: null,
      sent_on: null,
      method: null,
      served_on: null,
    })
    .execute()
  await tx
    .insertInto('letter_case')
    .values(
      row.cases.map(({ requestId, eventData }, position) => ({
        letter_id: row.id,
        request_id: requestId,
        position,
        event_data: JSON.stringify(eventData),
      })),
    )
    .execute()
}

/** What an edit changed; its edition counts up. */
export async function updateContent(
  tx: Tx,
  id: string,
  row: {
    readonly recipient: string
    readonly content: unknown
    readonly enclosures: readonly Enclosure[]
    readonly contentHash: string
    readonly by: string
  },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set(({ eb }) => ({
      authors: sql<string[]>`array_append(array_remove(authors, ${row.by}::uuid), ${row.by}::uuid)`,
      recipient: row.recipient,
      content: JSON.stringify(row.content),
      enclosures: JSON.stringify(row.enclosures),
      content_hash: row.contentHash,
      edition: eb('edition', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function setLetterState(tx: Tx, id: string, state: LetterState): Promise<void> {
  await tx.updateTable('letter').set({ state }).where('id', '=', id).execute()
}

export async function setApproved(
  tx: Tx,
  id: string,
  row: { readonly number: { readonly text: string; readonly year: number; readonly serial: number } | null; at: Date; datedOn: string },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({
      state: 'approved' satisfies LetterState,
      number: row.number?.text ?? null,
      year: row.number?.year ?? null,
      serial: row.number?.serial ?? null,
      approved_at: row.at,
      dated_on: row.datedOn,
    })
    .where('id', '=', id)
    .execute()
}

export async function setSent(
  tx: Tx,
  id: string,
  row: { readonly sentOn: string; readonly method: Method; readonly tracking: string },
): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ state: 'sent' satisfies LetterState, sent_on: row.sentOn, method: row.method, tracking: row.tracking })
    .where('id', '=', id)
    .execute()
}

export async function setServed(tx: Tx, id: string, row: { readonly servedOn: string; readonly servedHow: string }): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ state: 'served' satisfies LetterState, served_on: row.servedOn, served_how: row.servedHow })
    .where('id', '=', id)
    .execute()
}

export interface StoredTemplate {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly changedAt: Date
  readonly changedBy: string
  readonly changerName: string
  readonly endedAt: Date | null
}

const templateColumns = sql`
  t.id, t.kind, t.text, t.changed_at as "changedAt", t.changed_by as "changedBy", p.name as "changerName", t.ended_at as "endedAt"`

/** The body's own wording of a kind that counts now; null where the program's own does. */
export async function templateInForce(reader: Reader, bodyId: string, kind: string): Promise<StoredTemplate | null> {
  const { rows } = await sql<StoredTemplate>`
    select ${templateColumns} from letter_template t join person p on p.id = t.changed_by
    where t.body_id = ${bodyId} and t.kind = ${kind} and t.ended_at is null`.execute(reader)
  return rows[0] ?? null
}

/** Every wording of a kind a body ever had, the newest first. */
export async function loadTemplates(reader: Reader, bodyId: string, kind: string): Promise<StoredTemplate[]> {
  const { rows } = await sql<StoredTemplate>`
    select ${templateColumns} from letter_template t join person p on p.id = t.changed_by
    where t.body_id = ${bodyId} and t.kind = ${kind} order by t.id desc`.execute(reader)
  return rows
}

/** Kinds of which the body has its own wording. */
export async function kindsWithTemplate(reader: Reader, bodyId: string): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('letter_template')
    .select('kind')
    .where('body_id', '=', bodyId)
    .where('ended_at', 'is', null)
    .execute()
  return new Set(rows.map(({ kind }) => kind))
}

/** Ends the wording in force; false where the body had none of its own. */
export async function endTemplate(tx: Tx, bodyId: string, kind: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('letter_template')
    .set({ ended_at: at })
    .where('body_id', '=', bodyId)
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function insertTemplate(
  tx: Tx,
  row: {
    readonly id: string
    readonly bodyId: string
    readonly kind: string
    readonly text: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await tx
    .insertInto('letter_template')
    .values({ id: row.id, body_id: row.bodyId, kind: row.kind, text: row.text, changed_at: row.at, changed_by: row.by, ended_at: null })
    .execute()
}

/** What is known of a case's applicant where a letter is written to them. */
export interface Addressee {
  readonly requestId: string
  readonly bodyId: string
  readonly applicantDigest: string
  readonly delivery: Delivery
}

export async function loadAddressees(reader: Reader, requestIds: readonly string[]): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select r.id as "requestId", r.body_id as "bodyId", f.applicant_digest as "applicantDigest", f.delivery
    from request r join intake_form f on f.id = r.form_id where r.id = any(${[...requestIds]}::uuid[])`.execute(reader)
  return rows
}

/** A file of one of the cases that may go out with a letter. `redacted`: parts of it are blacked out elsewhere, so that it itself must stay. */
export interface Enclosable extends Enclosure {
  readonly redacted: boolean
}

/** Material of the cases and their proved redactions, by id. */
export async function loadEnclosables(reader: Reader, requestIds: readonly string[]): Promise<Map<string, Enclosable>> {
  const ids = [...requestIds]
  const { rows } = await sql<Enclosable>`
    select a.id, a.name, a.hash,
      exists (
        select 1 from redaction d join attachment s on s.id = d.source_id
        where s.hash = a.hash and d.request_id = any(${ids}::uuid[]) and d.state <> 'discarded'
      ) as redacted
    from attachment a where a.noun = 'request' and a.noun_id = any(${ids}::text[])
    union all
    select a.id, a.name, a.hash, false
    from redaction d join attachment a on a.id = d.result_id
    where d.state = 'proved' and d.request_id = any(${ids}::uuid[])`.execute(reader)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Numbers of the answers that cases repeat: of the last sent answer of each case they are linked to as repeats. */
export async function loadRepeatedNumbers(reader: Reader, requestIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct on (c.request_id) l.number
    from case_event e
    join letter_case c on c.request_id = (e.data->>'requestId')::uuid
    join letter l on l.id = c.letter_id and l.sent_on is not null and l.number is not null
    where e.request_id = any(${[...requestIds]}::uuid[]) and e.kind = 'request.linked' and e.data->>'how' = 'repeat'
      and exists (select from case_event a where a.request_id = c.request_id and a.kind = 'answer.sent' and a.data->>'letterId' = l.id::text)
    order by c.request_id, l.id desc`.execute(reader)
  return rows.map(({ number }) => number)
}
