/** Challenges in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { ChallengeResult } from '../tally/model.ts'
import type { ChallengeEvent } from './events.ts'
import type { ChallengeKind, ChallengePart, ChallengeState, StageName } from './model.ts'

export interface StoredChallenge {
  readonly id: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly regionId: string
  readonly kind: ChallengeKind
  readonly part: ChallengePart
  readonly isDirect: boolean | null
  readonly reconsiderationId: string | null
  /** Before whom it is now. */
  readonly stage: StageName
  readonly organ: string
  readonly number: string
  readonly state: ChallengeState
  readonly filedOn: string
  /** The conclusion that table 四 counts. */
  readonly result: ChallengeResult | null
  readonly concludedOn: string | null
  readonly personId: string | null
  readonly personName: string | null
  readonly updatedAt: Date
}

const columns = sql`
  c.id, c.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", b.region_id as "regionId", c.kind, c.part,
  c.direct as "isDirect", c.reconsideration_id as "reconsiderationId", c.stage, c.organ, c.number, c.state, c.filed_on as "filedOn",
  c.result, c.concluded_on as "concludedOn", c.person_id as "personId", p.name as "personName", c.updated_at as "updatedAt"`

const joins = sql`
  join body b on b.id = c.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true
  left join person p on p.id = c.person_id`

export async function loadChallenge(reader: Reader, id: string): Promise<StoredChallenge | null> {
  const { rows } = await sql<StoredChallenge>`select ${columns} from challenge c ${joins} where c.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export async function lockChallenge(tx: Tx, id: string): Promise<StoredChallenge | null> {
  const { rows } = await sql<StoredChallenge>`select ${columns} from challenge c ${joins} where c.id = ${id} for update of c`.execute(tx)
  return rows[0] ?? null
}

export interface ChallengeConditions {
  readonly bodyIds: readonly string[] | 'all'
  readonly bodySlug: string | null
  readonly kind: ChallengeKind | null
  readonly isOpen: boolean | null
  readonly requestId: string | null
  /** Filed in it, or concluded in it, or open at its end. */
  readonly year: number | null
  readonly after: { readonly filedOn: string; readonly id: string } | null
  readonly limit: number
}

/** Challenges one may see, the latest filed first; void ones only where a case is asked for. */
export async function loadChallenges(reader: Reader, wanted: ChallengeConditions): Promise<StoredChallenge[]> {
  const { bodyIds, bodySlug, kind, isOpen, requestId, year, after, limit } = wanted
  const { rows } = await sql<StoredChallenge>`
    select ${columns} from challenge c ${joins}
    where ${bodyIds === 'all' ? sql`true` : sql`c.body_id = any(${[...bodyIds]}::uuid[])`}
      ${bodySlug === null ? sql`` : sql`and b.slug = ${bodySlug}`}
      ${kind === null ? sql`` : sql`and c.kind = ${kind}`}
      ${isOpen === null ? sql`` : sql`and (c.state in ('filed', 'accepted', 'answered')) = ${isOpen}`}
      ${
        requestId === null
          ? sql`and c.state <> 'void'`
          : sql`and exists (select from challenge_request r where r.challenge_id = c.id and r.request_id = ${requestId}::uuid)`
      }
      ${
        year === null
          ? sql``
          : sql`and c.filed_on <= make_date(${year}, 12, 31) and (c.concluded_on is null or c.concluded_on >= make_date(${year}, 1, 1))`
      }
      ${after ? sql`and (c.filed_on, c.id) < (${after.filedOn}::date, ${after.id}::uuid)` : sql``}
    order by c.filed_on desc, c.id desc
    limit ${limit}`.execute(reader)
  return rows
}

/** Reconsiderations still waiting to be accepted, by id after the one given. */
export async function loadFiledReconsiderations(reader: Reader, after: string | null, limit: number): Promise<StoredChallenge[]> {
  const { rows } = await sql<StoredChallenge>`
    select ${columns} from challenge c ${joins}
    where c.kind = 'reconsideration' and c.state = 'filed' and (${after}::uuid is null or c.id > ${after}::uuid)
    order by c.id limit ${limit}`.execute(reader)
  return rows
}

/** Open challenges of a body that a person sees to. */
export async function openChallengesHeldBy(reader: Reader, personId: string, bodyId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('challenge')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['filed', 'accepted', 'answered'])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export interface ChallengeColumns {
  readonly part: string
  readonly direct: boolean | null
  readonly reconsideration_id: string | null
  readonly stage: string
  readonly organ: string
  readonly number: string
  readonly state: string
  readonly filed_on: string
  readonly result: string | null
  readonly concluded_on: string | null
  readonly person_id: string | null
  readonly updated_at: Date
}

export async function insertChallenge(
  tx: Tx,
  row: { readonly id: string; readonly body_id: string; readonly kind: string } & ChallengeColumns,
): Promise<void> {
  await tx.insertInto('challenge').values(row).execute()
}

export async function updateChallenge(tx: Tx, id: string, row: ChallengeColumns): Promise<void> {
  await tx.updateTable('challenge').set(row).where('id', '=', id).execute()
}

export async function insertChallengeEvent(tx: Tx, challengeId: string, seq: number, event: ChallengeEvent): Promise<void> {
  await tx
    .insertInto('challenge_event')
    .values({
      id: event.id,
      challenge_id: challengeId,
      seq,
      kind: event.kind,
      on_day: event.on,
      at: event.at,
      person_id: event.personId,
      data: JSON.stringify(event.data),
    })
    .execute()
}

/** In the order they were written down. */
export async function loadChallengeEvents(reader: Reader, challengeId: string): Promise<ChallengeEvent[]> {
  return (await loadEventsOf(reader, [challengeId])).get(challengeId) ?? []
}

/** The events of several, by the id of the challenge. */
export async function loadEventsOf(reader: Reader, challengeIds: readonly string[]): Promise<Map<string, ChallengeEvent[]>> {
  const found = new Map<string, ChallengeEvent[]>(challengeIds.map((id) => [id, []]))
  if (challengeIds.length === 0) return found
  const rows = await reader
    .selectFrom('challenge_event')
    .select(['challenge_id', 'id', 'kind', 'on_day as on', 'at', 'person_id as personId', 'data'])
    .where('challenge_id', 'in', [...challengeIds])
    .orderBy('challenge_id')
    .orderBy('seq')
    .execute()
  // Written by insertChallengeEvent, and by nothing else.
  for (const { challenge_id, ...event } of rows) found.get(challenge_id)!.push(event as unknown as ChallengeEvent)
  return found
}

export interface LinkedRequest {
  readonly challengeId: string
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
}

export async function loadLinkedRequests(reader: Reader, challengeIds: readonly string[]): Promise<LinkedRequest[]> {
  if (challengeIds.length === 0) return []
  return reader
    .selectFrom('challenge_request')
    .innerJoin('request', 'request.id', 'challenge_request.request_id')
    .select(['challenge_request.challenge_id as challengeId', 'request.id', 'request.number', 'request.title', 'request.state'])
    .where('challenge_request.challenge_id', 'in', [...challengeIds])
    .orderBy('request.number')
    .execute()
}

/** Those of the ids that are cases of the body. */
export async function requestsOfBody(reader: Reader, bodyId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('request')
    .select('id')
    .where('body_id', '=', bodyId)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id }) => id)
}

export async function linkRequests(tx: Tx, challengeId: string, requestIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('challenge_request').where('challenge_id', '=', challengeId).execute()
  if (requestIds.length > 0)
    await tx
      .insertInto('challenge_request')
      .values(requestIds.map((request_id) => ({ challenge_id: challengeId, request_id })))
      .execute()
}

export interface SuitAfter {
  readonly id: string
  readonly organ: string
  readonly number: string
  readonly state: ChallengeState
}

/** The suits that followed a reconsideration. */
export async function loadSuitsAfter(reader: Reader, reconsiderationId: string): Promise<SuitAfter[]> {
  const rows = await reader
    .selectFrom('challenge')
    .select(['id', 'organ', 'number', 'state'])
    .where('reconsideration_id', '=', reconsiderationId)
    .orderBy('filed_on')
    .orderBy('id')
    .execute()
  return rows as SuitAfter[]
}

/** Names of people, by id. */
export async function namesOf(reader: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(personIds)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
