/** Sessions in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { EndReason, SessionStage } from './model.ts'

export interface StoredSession {
  readonly id: string
  readonly csrf: string
  readonly personId: string
  readonly name: string
  readonly language: string
  readonly leftOn: string | null
  readonly stage: string
  readonly pendingTotp: string | null
  readonly startedAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly address: string
  readonly agent: string
}

const openSessions = (reader: Reader) =>
  reader
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'session.id as id',
      'session.csrf_token as csrf',
      'session.person_id as personId',
      'person.name as name',
      'person.language as language',
      'person.left_on as leftOn',
      'session.stage as stage',
      'session.pending_totp as pendingTotp',
      'session.started_at as startedAt',
      'session.seen_at as seenAt',
      'session.expires_at as expiresAt',
      'session.address as address',
      'session.agent as agent',
    ])
    .where('session.ended_at', 'is', null)

export async function sessionOfToken(reader: Reader, tokenHash: Buffer): Promise<StoredSession | null> {
  return (await openSessions(reader).where('session.token_hash', '=', tokenHash).executeTakeFirst()) ?? null
}

/** An open session by its id, its line locked until the transaction ends. */
export async function lockSession(tx: Tx, id: string): Promise<StoredSession | null> {
  return (await openSessions(tx).where('session.id', '=', id).forUpdate('session').executeTakeFirst()) ?? null
}

/** Open sessions, newest first; of one person where given. */
export function loadSessions(reader: Reader, personId: string): Promise<StoredSession[]> {
  return openSessions(reader)
    .where('session.person_id', '=', personId)
    .orderBy('session.started_at', 'desc')
    .orderBy('session.id', 'desc')
    .execute()
}

/** Open sessions past their end, or not seen since `idleSince`; those that never expire are not ended by idling. */
export function expiredSessions(reader: Reader, now: Date, idleSince: Date): Promise<StoredSession[]> {
  return openSessions(reader)
    .where(({ or, and, eb }) =>
      or([eb('session.expires_at', '<=', now), and([eb('session.seen_at', '<=', idleSince), eb('session.expires_at', '<', never)])]),
    )
    .orderBy('session.id')
    .execute()
}

/** The end of a session that only a person ends: those of the demo, whose clock is moved by hand. */
export const never = new Date('9999-12-31T00:00:00Z')

export interface NewSession {
  readonly id: string
  readonly tokenHash: Buffer
  readonly csrf: string
  readonly personId: string
  readonly stage: SessionStage
  readonly at: Date
  readonly expiresAt: Date
  readonly address: string
  readonly agent: string
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      csrf_token: session.csrf,
      person_id: session.personId,
      stage: session.stage,
      started_at: session.at,
      seen_at: session.at,
      expires_at: session.expiresAt,
      address: session.address,
      agent: session.agent,
    })
    .execute()
}

export async function setStage(tx: Tx, id: string, stage: SessionStage): Promise<void> {
  await tx.updateTable('session').set({ stage, pending_totp: null }).where('id', '=', id).execute()
}

export async function setPendingTotp(tx: Tx, id: string, sealed: string): Promise<void> {
  await tx.updateTable('session').set({ pending_totp: sealed }).where('id', '=', id).execute()
}

export async function touchSession(reader: Reader, id: string, at: Date): Promise<void> {
  await reader.updateTable('session').set({ seen_at: at }).where('id', '=', id).where('ended_at', 'is', null).execute()
}

/** False where somebody ended it before. */
export async function markEnded(tx: Tx, id: string, at: Date, because: EndReason): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ ended_at: at, ended_because: because, pending_totp: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends all of a person's but one; the ids of those that were open. */
export async function markOthersEnded(tx: Tx, personId: string, kept: string | null, at: Date, because: EndReason): Promise<string[]> {
  const rows = await tx
    .updateTable('session')
    .set({ ended_at: at, ended_because: because, pending_totp: null })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where(({ eb, val }) => (kept === null ? val(true) : eb('id', '<>', kept)))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id).sort()
}

/** Counts a try before it is judged, so that many at once are not judged more often than one after another. Null while the account is locked. */
export async function reserveTry(tx: Tx, personId: string, now: Date): Promise<number | null> {
  const { rows } = await sql<{ failures: number }>`
    update account
    set failures = case when locked_until is null then failures + 1 else 1 end, locked_until = null
    where person_id = ${personId} and (locked_until is null or locked_until <= ${now})
    returning failures`.execute(tx)
  return rows[0]?.failures ?? null
}

/** Takes a try back that was neither right nor wrong in the end: a right password before the code. */
export async function returnTry(tx: Tx, personId: string): Promise<void> {
  await sql`update account set failures = greatest(failures - 1, 0) where person_id = ${personId}`.execute(tx)
}

export async function clearTries(tx: Tx, personId: string): Promise<void> {
  await tx.updateTable('account').set({ failures: 0, locked_until: null }).where('person_id', '=', personId).execute()
}

export async function lockUntil(tx: Tx, personId: string, until: Date): Promise<void> {
  await tx.updateTable('account').set({ locked_until: until }).where('person_id', '=', personId).execute()
}

export async function setTotp(tx: Tx, personId: string, totp: { sealed: string; at: Date; step: number } | null): Promise<void> {
  await tx
    .updateTable('account')
    .set({ totp_secret: totp?.sealed ?? null, totp_confirmed_at: totp?.at ?? null, totp_last_step: totp?.step ?? null })
    .where('person_id', '=', personId)
    .execute()
}

/** Takes a time step once; false where it, or a later one, was taken before. */
export async function takeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('person_id', '=', personId)
    .where(({ or, eb }) => or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
