/** Rounds of approval in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { Decision, Hand, SignOffState, Step } from './machine.ts'

export interface SummaryLine {
  readonly label: string
  readonly text: string
}

export interface StoredSignOff {
  readonly id: string
  readonly noun: string
  readonly nounId: string
  readonly title: string
  readonly summary: readonly SummaryLine[]
  readonly contentHash: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly draftedBy: string
  readonly authors: readonly string[]
  readonly drafterName: string
  readonly steps: readonly Step[]
  readonly state: SignOffState
  readonly openedAt: Date
  readonly closedAt: Date | null
}

export interface StoredApproval extends Hand {
  readonly id: string
  readonly signOffId: string
  readonly step: number
  readonly personName: string
  readonly onBehalfOfName: string | null
  readonly decision: Decision
  readonly opinion: string
  readonly at: Date
  readonly contentHash: string
  /** Of a signature on paper (线下签批): the date on the sheet, the scan, who recorded it. */
  readonly signedOn: string | null
  readonly scanId: string | null
  readonly recordedBy: string | null
  readonly recordedByName: string | null
}

const columns = sql`
  s.id, s.noun, s.noun_id as "nounId", s.title, s.summary, s.content_hash as "contentHash", s.body_id as "bodyId", b.slug as "bodySlug",
  name.name as "bodyName", s.drafted_by as "draftedBy", s.authors, p.name as "drafterName", s.steps, s.state, s.opened_at as "openedAt", s.closed_at as "closedAt"`

const joins = sql`
  join body b on b.id = s.body_id
  join person p on p.id = s.drafted_by
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true`

export async function loadSignOff(reader: Reader, id: string): Promise<StoredSignOff | null> {
  const { rows } = await sql<StoredSignOff>`select ${columns} from sign_off s ${joins} where s.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export async function lockSignOff(tx: Tx, id: string): Promise<StoredSignOff | null> {
  const { rows } = await sql<StoredSignOff>`select ${columns} from sign_off s ${joins} where s.id = ${id} for update of s`.execute(tx)
  return rows[0] ?? null
}

/** The open round of a thing; null where there is none. */
export async function openSignOffOf(reader: Reader, noun: string, nounId: string): Promise<StoredSignOff | null> {
  const { rows } = await sql<StoredSignOff>`
    select ${columns} from sign_off s ${joins} where s.noun = ${noun} and s.noun_id = ${nounId} and s.state = 'open'`.execute(reader)
  return rows[0] ?? null
}

/** The newest round of each of the things, as noun id → round. */
export async function lastSignOffsOf(
  reader: Reader,
  noun: string,
  nounIds: readonly string[],
): Promise<Map<string, { id: string; state: SignOffState }>> {
  const { rows } = await sql<{ nounId: string; id: string; state: SignOffState }>`
    select distinct on (noun_id) noun_id as "nounId", id, state from sign_off
    where noun = ${noun} and noun_id = any(${[...nounIds]}::text[]) order by noun_id, id desc`.execute(reader)
  return new Map(rows.map(({ nounId, id, state }) => [nounId, { id, state }]))
}

export async function loadSignOffs(
  reader: Reader,
  wanted: { bodyIds: readonly string[] | 'all'; self: string | null; state?: SignOffState; after?: string; limit: number },
): Promise<StoredSignOff[]> {
  const reach =
    wanted.bodyIds === 'all' ? sql`true` : sql`(s.body_id = any(${[...wanted.bodyIds]}::uuid[]) or s.drafted_by = ${wanted.self}::uuid)`
  const { rows } = await sql<StoredSignOff>`
    select ${columns} from sign_off s ${joins}
    where ${reach}
      ${wanted.state ? sql`and s.state = ${wanted.state}` : sql``}
      ${wanted.after ? sql`and s.id < ${wanted.after}::uuid` : sql``}
    order by s.id desc limit ${wanted.limit}`.execute(reader)
  return rows
}

export async function loadApprovals(reader: Reader, signOffIds: readonly string[]): Promise<StoredApproval[]> {
  const { rows } = await sql<StoredApproval>`
    select a.id, a.sign_off_id as "signOffId", a.step, a.person_id as "personId", p.name as "personName", a.on_behalf_of as "onBehalfOf",
      o.name as "onBehalfOfName", a.decision, a.opinion, a.at, a.content_hash as "contentHash", a.signed_on as "signedOn",
      a.scan_id as "scanId", a.recorded_by as "recordedBy", r.name as "recordedByName"
    from approval a
    join person p on p.id = a.person_id
    left join person o on o.id = a.on_behalf_of
    left join person r on r.id = a.recorded_by
    where a.sign_off_id = any(${[...signOffIds]}::uuid[])
    order by a.step`.execute(reader)
  return rows
}

/** False where a round of the same thing is open already. */
export async function insertSignOff(
  tx: Tx,
  row: {
    id: string
    noun: string
    nounId: string
    title: string
    summary: readonly SummaryLine[]
    contentHash: string
    bodyId: string
    draftedBy: string
    authors: readonly string[]
    steps: readonly Step[]
    openedAt: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sign_off')
    .values({
      id: row.id,
      noun: row.noun,
      noun_id: row.nounId,
      title: row.title,
      summary: JSON.stringify(row.summary),
      content_hash: row.contentHash,
      body_id: row.bodyId,
      drafted_by: row.draftedBy,
      authors: [...row.authors],
      steps: JSON.stringify(row.steps),
      state: 'open',
      opened_at: row.openedAt,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertApproval(
  tx: Tx,
  row: Hand & {
    id: string
    signOffId: string
    step: number
    decision: Decision
    opinion: string
    at: Date
    contentHash: string
    paper: { signedOn: string; scanId: string; recordedBy: string } | null
  },
): Promise<void> {
  await tx
    .insertInto('approval')
    .values({
      id: row.id,
      sign_off_id: row.signOffId,
      step: row.step,
      person_id: row.personId,
      on_behalf_of: row.onBehalfOf,
      decision: row.decision,
      opinion: row.opinion,
      at: row.at,
      content_hash: row.contentHash,
      signed_on: row.paper?.signedOn ?? null,
      scan_id: row.paper?.scanId ?? null,
      recorded_by: row.paper?.recordedBy ?? null,
    })
    .execute()
}

export async function setState(tx: Tx, id: string, state: SignOffState, at: Date): Promise<void> {
  await tx
    .updateTable('sign_off')
    .set({ state, closed_at: state === 'open' ? null : at })
    .where('id', '=', id)
    .execute()
}

/** Names a file of the content store, and hangs it on something. */
export async function insertAttachment(
  tx: Tx,
  row: { id: string; hash: string; size: number; type: string; name: string; noun: string; nounId: string; at: Date; by: string | null },
): Promise<void> {
  await tx
    .insertInto('content')
    .values({ hash: row.hash, size: row.size, type: row.type, stored_at: row.at })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  await tx
    .insertInto('attachment')
    .values({ id: row.id, hash: row.hash, name: row.name, noun: row.noun, noun_id: row.nounId, added_at: row.at, added_by: row.by })
    .execute()
}
