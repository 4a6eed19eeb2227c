/** What belongs to a case beside its events and letters, in the database. */
import { sql } from 'kysely'
import type { Reader } from '#db'
import type { Attachment } from '#identity'

/** A file of a case, and what it hangs on. */
export interface CaseFile extends Attachment {
  /** The form it came in by, the case, a letter, proof of a letter's service, a redaction, or a challenge. */
  readonly noun: string
}

/** Every file of a case, the oldest first; not the archives made of it. */
export async function loadCaseFiles(reader: Reader, requestId: string): Promise<CaseFile[]> {
  const { rows } = await sql<CaseFile>`
    select a.id, a.hash, a.name, a.noun, a.noun_id as "nounId", a.added_at as "addedAt", c.type, c.size::int as size
    from attachment a join content c on c.hash = a.hash
    where (a.noun = 'request' and a.noun_id = ${requestId}::text)
      or (a.noun = 'intake-form' and a.noun_id = (select form_id::text from request where id = ${requestId}))
      or (a.noun in ('letter', 'letter-proof') and a.noun_id in (select letter_id::text from letter_case where request_id = ${requestId}))
      or (a.noun = 'redaction' and a.noun_id in (select id::text from redaction where request_id = ${requestId}))
      or (a.noun = 'challenge' and a.noun_id in (select challenge_id::text from challenge_request where request_id = ${requestId}))
    order by a.id`.execute(reader)
  return rows
}

export interface StoredChallengeOf {
  readonly id: string
  readonly kind: string
  readonly organ: string
  readonly number: string
  readonly state: string
  readonly filedOn: string
  readonly result: string | null
  readonly concludedOn: string | null
}

export async function loadChallengesOf(reader: Reader, requestId: string): Promise<StoredChallengeOf[]> {
  const { rows } = await sql<StoredChallengeOf>`
    select c.id, c.kind, c.organ, c.number, c.state, c.filed_on as "filedOn", c.result, c.concluded_on as "concludedOn"
    from challenge c join challenge_request r on r.challenge_id = c.id where r.request_id = ${requestId} order by c.id`.execute(reader)
  return rows
}

/** Names of people by id. */
export async function loadNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
