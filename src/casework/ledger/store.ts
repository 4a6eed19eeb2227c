/** The ledger in the database: what is known of another system's numbers, what was imported, and what a year's export is made of. */
import { sql } from 'kysely'
import type { Channel } from '#calendar'
import type { Reader, Tx } from '#db'
import type { CaseEvent } from '../events.ts'
import type { ApplicantKind, CaseState, Delivery } from '../model.ts'

/** Those of the numbers that cases of the body have already. */
export async function loadKnownNumbers(reader: Reader, bodyId: string, numbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ number: string }>`
    select number from request where body_id = ${bodyId} and number = any(${[...numbers]}::text[])`.execute(reader)
  return new Set(rows.map(({ number }) => number))
}

/** Takes serials up to this one out of a series, so that no number is given twice. */
export async function advanceSeries(tx: Tx, bodyId: string, series: string, year: number, serial: number): Promise<void> {
  await sql`
    insert into number_series (body_id, series, year, last) values (${bodyId}, ${series}, ${year}, ${serial})
    on conflict (body_id, series, year) do update set last = greatest(number_series.last, excluded.last)`.execute(tx)
}

export async function insertImport(
  tx: Tx,
  row: { id: string; bodyId: string; fileId: string; at: Date; byPerson: string; rows: number; summary: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx
    .insertInto('ledger_import')
    .values({
      id: row.id,
      body_id: row.bodyId,
      file_id: row.fileId,
      at: row.at,
      by_person: row.byPerson,
      rows: row.rows,
      summary: JSON.stringify(row.summary),
    })
    .execute()
}

export interface ExportedCase {
  readonly id: string
  readonly number: string
  readonly state: CaseState
  readonly kind: ApplicantKind
  readonly title: string
  readonly wanted: string
  readonly channel: Channel
  readonly submittedOn: string
  readonly receivedOn: string | null
  readonly dueOn: string | null
  readonly answeredLate: boolean
  readonly carriedIn: boolean
  readonly delivery: Delivery
  /** Sealed. */
  readonly applicant: string
}

/** Most cases of one export. */
export const mostExported = 50_000

/** Requests of a body received in the year, carried into it, or sent in it and not confirmed yet; void ones and corrections of records are no part of the ledger. */
export async function loadYear(reader: Reader, bodyId: string, year: number): Promise<ExportedCase[]> {
  const [from, until] = [`${year}-01-01`, `${year + 1}-01-01`]
  const { rows } = await sql<ExportedCase>`
    with standing as (
      select request_id, bool_and(received_on < ${from}::date) as carried from counted
      where body_id = ${bodyId} and received_on < ${until}::date and (received_on >= ${from}::date or concluded_on is null or concluded_on >= ${from}::date)
      group by request_id
    )
    select r.id, r.number, r.state, r.kind, r.title, r.wanted, r.channel, r.submitted_on as "submittedOn", r.received_on as "receivedOn",
      r.due_on as "dueOn", r.answered_late as "answeredLate", coalesce(s.carried, false) as "carriedIn", f.delivery, f.applicant
    from request r join intake_form f on f.id = r.form_id left join standing s on s.request_id = r.id
    where r.body_id = ${bodyId} and r.type = 'request' and r.state <> 'void'
      and (s.request_id is not null or (r.received_on is null and r.submitted_on >= ${from}::date and r.submitted_on < ${until}::date))
    order by coalesce(r.received_on, r.submitted_on), r.number limit ${mostExported + 1}`.execute(reader)
  return rows
}

/** Events of cases, by case, in the order they were written. */
export async function loadEventsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, CaseEvent[]>> {
  const rows = await reader
    .selectFrom('case_event')
    .selectAll()
    .where('request_id', 'in', [...ids])
    .orderBy('request_id')
    .orderBy('seq')
    .execute()
  const found = new Map<string, CaseEvent[]>()
  for (const { id, request_id, kind, on_day, at, person_id, data } of rows) {
    const event = { id, kind, on: on_day, at, personId: person_id, data } as CaseEvent
    found.set(request_id, [...(found.get(request_id) ?? []), event])
  }
  return found
}

/** Numbers of letters, by id. */
export async function loadLetterNumbers(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('letter')
    .select(['id', 'number'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number ?? '']))
}

export interface ChallengeOfCase {
  readonly requestId: string
  readonly kind: 'reconsideration' | 'litigation'
  readonly organ: string
  readonly number: string
  readonly filedOn: string
  readonly result: string | null
}

/** Reconsiderations and suits about cases, the oldest first. */
export async function loadChallengesOf(reader: Reader, ids: readonly string[]): Promise<ChallengeOfCase[]> {
  const { rows } = await sql<ChallengeOfCase>`
    select l.request_id as "requestId", c.kind, c.organ, c.number, c.filed_on as "filedOn", c.result
    from challenge_request l join challenge c on c.id = l.challenge_id
    where l.request_id = any(${[...ids]}::uuid[]) and c.state <> 'void' order by c.filed_on, c.id`.execute(reader)
  return rows
}
