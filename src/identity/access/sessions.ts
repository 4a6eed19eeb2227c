/** Sessions seen and ended. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import type { Recorder } from '../audit/model.ts'
import { record } from '../audit/store.ts'
import type { Actor, Machine } from '../model.ts'
import { settingOf } from '../settings/queries.ts'
import type { EndReason, SessionEntry, SessionStage, Visitor } from './model.ts'
import { allowForAccount } from './reach.ts'
import { expiredSessions, loadSessions, lockSession, markEnded, markOthersEnded, type StoredSession } from './session-store.ts'

/** Open sessions of the actor, or of another person for whoever may see them; newest first. */
export async function sessionsOf(ctx: Context, actor: Actor, personId: string = actor.personId): Promise<SessionEntry[]> {
  if (personId !== actor.personId) await allowForAccount(ctx.db, ctx, actor, { noun: 'session', verb: 'see' }, personId)
  const rows = await loadSessions(ctx.db, personId)
  return rows.map((row) => ({
    id: row.id,
    person: { id: row.personId, name: row.name },
    stage: row.stage as SessionStage,
    startedAt: row.startedAt,
    seenAt: row.seenAt,
    expiresAt: row.expiresAt,
    address: row.address,
    agent: row.agent,
    current: row.id === actor.sessionId,
  }))
}

/** Ends the session one is in. */
export async function signOut(ctx: Context, visitor: Visitor): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, visitor.session.id)
    if (session) await endStored(tx, ctx, visitor.actor, session, 'signed-out')
  })
}

/** Ends a session of one's own, or of another for whoever may. Throws `not-found` where it is not open. */
export async function endSession(ctx: Context, actor: Actor | Machine, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, id)
    if (!session) throw new Failure('not-found', { what: 'session' })
    const own = session.personId === actor.personId
    if (!own) await allowForAccount(tx, ctx, actor, { noun: 'session', verb: 'end' }, session.personId)
    await endStored(tx, ctx, actor, session, own ? 'ended-by-person' : 'ended-by-administrator')
  })
}

/** Ends every session of a person: who leaves, or whose password was reset. To be called after all other writing of the transaction. */
export async function endSessionsOf(tx: Tx, ctx: Context, actor: Recorder, personId: string, because: EndReason): Promise<void> {
  await endOthers(tx, ctx, actor, personId, null, because)
}

/** The same, but for the one that is kept. */
export async function endOthers(
  tx: Tx,
  ctx: Context,
  actor: Recorder,
  personId: string,
  kept: string | null,
  because: EndReason,
): Promise<void> {
  // All rows before the first event: an event locks the chain, and whoever ends one of these sessions waits for it with the session in hand.
  for (const id of await markOthersEnded(tx, personId, kept, ctx.now(), because)) await recordEnd(tx, ctx, actor, { id, personId }, because)
}

/** Ends what has run out and nobody came back to; how many. For the timetable. */
export async function endExpiredSessions(ctx: Context): Promise<number> {
  const idle = (await settingOf(ctx.db, 'sessionIdleMinutes')) * 60_000
  const rows = await expiredSessions(ctx.db, ctx.now(), new Date(ctx.now().getTime() - idle))
  for (const row of rows)
    await inTransaction(ctx, (tx) => endStored(tx, ctx, { personId: null, origin: 'job end-sessions' }, row, 'expired'))
  return rows.length
}

export async function endStored(tx: Tx, ctx: Context, actor: Recorder, session: StoredSession, because: EndReason): Promise<void> {
  if (await markEnded(tx, session.id, ctx.now(), because)) await recordEnd(tx, ctx, actor, session, because)
}

async function recordEnd(
  tx: Tx,
  ctx: Context,
  actor: Recorder,
  { id, personId }: { id: string; personId: string },
  because: EndReason,
): Promise<void> {
  await record(tx, ctx, actor, { kind: 'session.ended', noun: 'session', nounId: id, detail: { because, personId } })
}
