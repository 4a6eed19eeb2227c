/** Signing in, step by step: password, code, new password where one is due, authenticator where one is due. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { today } from '../day.ts'
import type { Actor } from '../model.ts'
import { notify } from '../notifications/commands.ts'
import { postsOf } from '../posts/queries.ts'
import { settingOf, settingsOf } from '../settings/queries.ts'
import { noPassword } from './accounts.ts'
import type { OpenSession, SessionStage, SignedIn, Visitor } from './model.ts'
import { hashPassword, nobodysHash, passwordFits, passwordObjection, passwordsRemembered } from './passwords.ts'
import {
  clearTries,
  insertSession,
  lockSession,
  lockUntil,
  never,
  reserveTry,
  returnTry,
  type StoredSession,
  sessionOfToken,
  setPendingTotp,
  setStage,
  setTotp,
  takeStep,
  touchSession,
} from './session-store.ts'
import { endOthers, endStored } from './sessions.ts'
import { type Account, accountNamed, accountOf, earlierPasswords, lockAccount, replacePassword } from './store.ts'
import { newTotpSecret, stepOfCode, totpInvitation } from './totp.ts'

/**
 * Signs in by name and password. Throws `sign-in-refused` with one and the same sentence whether the user is unknown, the password wrong,
 * the account locked or its owner gone, after the same work: whoever guesses learns nothing. The event says which it was.
 */
export async function signIn(
  ctx: Context,
  { username, password, address, agent }: { username: string; password: string; address: string; agent: string },
): Promise<SignedIn> {
  const account = await accountNamed(ctx.db, username.trim())
  const tries = account && (await inTransaction(ctx, (tx) => reserveTry(tx, account.personId, ctx.now())))
  const { lockAfter } = await settingsOf(ctx.db, ['lockAfter'])
  const open = account !== null && tries !== null && tries <= lockAfter && account.passwordHash !== noPassword && !hasLeft(ctx, account)
  const fits = await passwordFits(open ? account.passwordHash : await nobodysHash, password)

  if (!account) return refuse(ctx, address, null, 'unknown', { username: veiled(username) })
  if (tries === null) return refuse(ctx, address, account, 'locked')
  if (tries > lockAfter) return refuseAndLock(ctx, address, account, 'locked')
  if (!open || !fits) {
    const why = hasLeft(ctx, account) ? 'left' : 'password'
    return tries >= lockAfter ? refuseAndLock(ctx, address, account, why) : refuse(ctx, address, account, why)
  }

  return inTransaction(ctx, async (tx) => {
    const now = (await lockAccount(tx, account.personId))!
    // Somebody changed it between the look and the lock: what was proved is proved no more.
    if (now.passwordHash !== account.passwordHash || hasLeft(ctx, now)) throw await refusal(ctx)
    const stage: SessionStage = now.totpConfirmedAt ? 'totp' : await stageAfterCode(tx, ctx, now)
    if (stage === 'totp') await returnTry(tx, now.personId)
    else await clearTries(tx, now.personId)
    return start(tx, ctx, now, { stage, address, agent, kind: 'session.started' })
  })
}

/** Opens a session of a person of the demo without a password. It ends only by hand, since the demo's clock is moved by hand. */
export function signInForDemo(
  ctx: Context,
  { personId, address, agent }: { personId: string; address: string; agent: string },
): Promise<SignedIn> {
  return inTransaction(ctx, async (tx) => {
    const account = await accountOf(tx, personId)
    if (!account || hasLeft(ctx, account)) throw new Failure('not-found', { what: 'account' })
    return start(tx, ctx, account, { stage: 'full', address, agent, kind: 'session.started-in-demo', expiresAt: never })
  })
}

/**
 * Who is at the other end of a token, with what they hold today; null where the session has ended or the token is none.
 * Ends a session that has run out. `address` is where the request comes from; acts are recorded under it.
 */
export async function actorOf(ctx: Context, token: string, address: string): Promise<Visitor | null> {
  const session = await sessionOfToken(ctx.db, hashOfToken(token))
  if (!session) return null
  const now = ctx.now()
  const why = await endOf(ctx, session, now)
  if (why) {
    await inTransaction(ctx, (tx) => endStored(tx, ctx, { personId: session.personId, origin: address }, session, why))
    return null
  }
  // Once a minute is often enough to know when somebody was last here.
  if (Math.abs(now.getTime() - session.seenAt.getTime()) >= 60_000) await touchSession(ctx.db, session.id, now)
  const posts = session.stage === 'full' ? await postsOf(ctx.db, session.personId, today(ctx)) : []
  return visitorOf(session, posts, address)
}

/** The second step: a code of the authenticator, good once. Throws `wrong-code`, also while the account is locked. */
export async function confirmTotp(ctx: Context, visitor: Visitor, { code }: { code: string }): Promise<OpenSession> {
  atStage(visitor, ['totp'])
  const { personId, origin } = visitor.actor
  const tries = await inTransaction(ctx, (tx) => reserveTry(tx, personId, ctx.now()))
  const { lockAfter } = await settingsOf(ctx.db, ['lockAfter'])
  const account = (await accountOf(ctx.db, personId))!
  if (tries === null) return refuse(ctx, origin, account, 'locked', {}, 'wrong-code')
  if (tries > lockAfter) return refuseAndLock(ctx, origin, account, 'locked', 'wrong-code')

  const step = account.totpSecret === null ? null : stepOfCode(ctx.open(account.totpSecret), code, ctx.now())
  const session =
    step === null
      ? null
      : await inTransaction(ctx, async (tx) => {
          // Account before session, as everywhere: two orders would block one another.
          await lockAccount(tx, personId)
          const stored = await lockSession(tx, visitor.session.id)
          if (stored?.stage !== 'totp' || !(await takeStep(tx, personId, step))) return null
          await clearTries(tx, personId)
          const stage = await stageAfterCode(tx, ctx, account)
          await setStage(tx, stored.id, stage)
          await record(tx, ctx, visitor.actor, { kind: 'session.confirmed', noun: 'session', nounId: stored.id, detail: { stage } })
          return { ...visitor.session, stage }
        })
  if (session) return session
  return tries >= lockAfter
    ? refuseAndLock(ctx, origin, account, 'code', 'wrong-code')
    : refuse(ctx, origin, account, 'code', {}, 'wrong-code')
}

/** A new secret for the authenticator, shown once; it counts once `confirmEnrolment` has seen a code of it. Throws `totp-set-already`. */
export async function enrolTotp(
  ctx: Context,
  visitor: Visitor,
  { issuer }: { issuer: string },
): Promise<{ uri: string; secret: string; qr: string }> {
  atStage(visitor, ['totp-enrolment', 'full'])
  return inTransaction(ctx, async (tx) => {
    const account = (await lockAccount(tx, visitor.actor.personId))!
    if (account.totpConfirmedAt) throw new Failure('totp-set-already')
    const secret = newTotpSecret(ctx)
    await setPendingTotp(tx, visitor.session.id, ctx.seal(secret))
    return { secret, ...totpInvitation(secret, { issuer, username: account.username }) }
  })
}

/** Proves that the authenticator has the new secret. Throws `wrong-code`, `totp-set-already`, `wrong-stage` where none was begun. */
export async function confirmEnrolment(ctx: Context, visitor: Visitor, { code }: { code: string }): Promise<OpenSession> {
  atStage(visitor, ['totp-enrolment', 'full'])
  return inTransaction(ctx, async (tx) => {
    const account = (await lockAccount(tx, visitor.actor.personId))!
    if (account.totpConfirmedAt) throw new Failure('totp-set-already')
    const stored = await lockSession(tx, visitor.session.id)
    if (!stored?.pendingTotp) throw new Failure('wrong-stage')
    const step = stepOfCode(ctx.open(stored.pendingTotp), code, ctx.now())
    if (step === null) throw new Failure('wrong-code', await lockRule(ctx))
    await setTotp(tx, account.personId, { sealed: stored.pendingTotp, at: ctx.now(), step })
    await setStage(tx, stored.id, 'full')
    await record(tx, ctx, visitor.actor, { kind: 'account.totp-enrolled', noun: 'account', nounId: account.personId })
    return { ...visitor.session, stage: 'full' }
  })
}

/** Changes one's own password and ends every other session of one's own. Throws `wrong-password`, `weak-password`. */
export async function changePassword(
  ctx: Context,
  visitor: Visitor,
  { current, next }: { current: string; next: string },
): Promise<OpenSession> {
  atStage(visitor, ['password-change', 'full'])
  const { personId, origin } = visitor.actor
  const tries = await inTransaction(ctx, (tx) => reserveTry(tx, personId, ctx.now()))
  const { lockAfter } = await settingsOf(ctx.db, ['lockAfter'])
  const account = (await accountOf(ctx.db, personId))!
  if (tries === null) return refuse(ctx, origin, account, 'locked', {}, 'wrong-password')
  if (tries > lockAfter) return refuseAndLock(ctx, origin, account, 'locked', 'wrong-password')
  if (account.passwordHash === noPassword || !(await passwordFits(account.passwordHash, current))) {
    return tries >= lockAfter
      ? refuseAndLock(ctx, origin, account, 'password', 'wrong-password')
      : refuse(ctx, origin, account, 'password', {}, 'wrong-password')
  }
  await inTransaction(ctx, (tx) => returnTry(tx, personId))

  const earlier = await earlierPasswords(ctx.db, account, passwordsRemembered)
  const why = await passwordObjection(next, { username: account.username, earlier })
  if (why) throw new Failure('weak-password', { why })
  const hash = await hashPassword(next)

  return inTransaction(ctx, async (tx) => {
    const now = (await lockAccount(tx, personId))!
    if (now.passwordHash !== account.passwordHash) throw new Failure('wrong-password', await lockRule(ctx))
    await replacePassword(tx, now, { hash, mustChange: false, at: ctx.now() })
    const enrol = visitor.session.stage !== 'full' && !now.totpConfirmedAt && (await needsTotp(tx, ctx, personId))
    const stage: SessionStage = enrol ? 'totp-enrolment' : 'full'
    await setStage(tx, visitor.session.id, stage)
    await endOthers(tx, ctx, visitor.actor, personId, visitor.session.id, 'password-changed')
    await record(tx, ctx, visitor.actor, { kind: 'account.password-changed', noun: 'account', nounId: personId })
    return { ...visitor.session, stage }
  })
}

/** What stands between a proved person and the desk. */
async function stageAfterCode(tx: Tx, ctx: Context, account: Account): Promise<SessionStage> {
  const { passwordDays } = await settingsOf(tx, ['passwordDays'])
  const age = ctx.now().getTime() - account.passwordChangedAt.getTime()
  if (account.mustChange || (passwordDays > 0 && age >= passwordDays * 86_400_000)) return 'password-change'
  return !account.totpConfirmedAt && (await needsTotp(tx, ctx, account.personId)) ? 'totp-enrolment' : 'full'
}

/** Whether a role the person holds today, for themselves or for another, asks for a code. */
async function needsTotp(tx: Tx, ctx: Context, personId: string): Promise<boolean> {
  const roles = await settingOf(tx, 'totpRoles')
  return roles.length > 0 && (await postsOf(tx, personId, today(ctx))).some(({ role }) => roles.includes(role))
}

async function start(
  tx: Tx,
  ctx: Context,
  account: Account,
  how: { stage: SessionStage; address: string; agent: string; kind: 'session.started' | 'session.started-in-demo'; expiresAt?: Date },
): Promise<SignedIn> {
  const { sessionHours } = await settingsOf(tx, ['sessionHours'])
  const token = Buffer.from(ctx.randomBytes(32)).toString('base64url')
  const session = {
    id: ctx.newId(),
    tokenHash: hashOfToken(token),
    csrf: Buffer.from(ctx.randomBytes(24)).toString('base64url'),
    personId: account.personId,
    stage: how.stage,
    at: ctx.now(),
    expiresAt: how.expiresAt ?? new Date(ctx.now().getTime() + sessionHours * 3_600_000),
    address: how.address,
    agent: how.agent.slice(0, 300),
  }
  await insertSession(tx, session)
  await record(
    tx,
    ctx,
    { personId: account.personId, origin: how.address },
    {
      kind: how.kind,
      noun: 'session',
      nounId: session.id,
      detail: { stage: how.stage, agent: session.agent },
    },
  )
  const posts = how.stage === 'full' ? await postsOf(tx, account.personId, today(ctx)) : []
  return { token, ...visitorOf({ ...session, name: account.name, language: account.language }, posts, how.address) }
}

function visitorOf(
  session: Pick<StoredSession, 'id' | 'csrf' | 'personId' | 'name' | 'language' | 'stage' | 'expiresAt'>,
  posts: Actor['posts'],
  origin: string,
): Visitor {
  return {
    actor: {
      personId: session.personId,
      name: session.name,
      language: session.language as Actor['language'],
      posts,
      sessionId: session.id,
      origin,
    },
    session: { id: session.id, stage: session.stage as SessionStage, csrf: session.csrf, expiresAt: session.expiresAt },
  }
}

/** Why a session is over by itself; null while it is not. */
async function endOf(ctx: Context, session: StoredSession, now: Date): Promise<'left' | 'expired' | null> {
  if (hasLeft(ctx, session)) return 'left'
  if (session.expiresAt >= never) return null
  if (session.expiresAt <= now) return 'expired'
  const idle = (await settingOf(ctx.db, 'sessionIdleMinutes')) * 60_000
  return now.getTime() - session.seenAt.getTime() >= idle ? 'expired' : null
}

const hasLeft = (ctx: Context, { leftOn }: { leftOn: string | null }): boolean => leftOn !== null && leftOn <= today(ctx)

function atStage({ session }: Visitor, stages: readonly SessionStage[]): void {
  if (!stages.includes(session.stage)) throw new Failure('wrong-stage')
}

type RefusalReason = 'unknown' | 'password' | 'code' | 'locked' | 'left'
type RefusalCode = 'sign-in-refused' | 'wrong-code' | 'wrong-password'

async function refuse(
  ctx: Context,
  address: string,
  account: Account | null,
  why: RefusalReason,
  detail: Readonly<Record<string, unknown>> = {},
  code: RefusalCode = 'sign-in-refused',
): Promise<never> {
  await inTransaction(ctx, (tx) => recordRefusal(tx, ctx, address, account, why, detail))
  throw await refusal(ctx, code)
}

async function refuseAndLock(
  ctx: Context,
  address: string,
  account: Account,
  why: RefusalReason,
  code: RefusalCode = 'sign-in-refused',
): Promise<never> {
  const { lockMinutes } = await settingsOf(ctx.db, ['lockMinutes'])
  const until = new Date(ctx.now().getTime() + lockMinutes * 60_000)
  await inTransaction(ctx, async (tx) => {
    await lockUntil(tx, account.personId, until)
    await notify(tx, ctx, [account.personId], { kind: 'account.locked', values: { until: shanghaiTime(until) } })
    await recordRefusal(tx, ctx, address, account, why, {})
    await record(
      tx,
      ctx,
      { personId: null, origin: address },
      {
        kind: 'account.locked',
        noun: 'account',
        nounId: account.personId,
        detail: { until },
      },
    )
  })
  throw await refusal(ctx, code)
}

async function recordRefusal(
  tx: Tx,
  ctx: Context,
  address: string,
  account: Account | null,
  why: RefusalReason,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await record(
    tx,
    ctx,
    { personId: null, origin: address },
    {
      kind: 'session.refused',
      noun: 'account',
      nounId: account?.personId ?? '',
      detail: { why, ...detail },
    },
  )
}

const refusal = async (ctx: Context, code: RefusalCode = 'sign-in-refused'): Promise<Failure> => new Failure(code, await lockRule(ctx))

const lockRule = (ctx: Context): Promise<{ lockAfter: number; lockMinutes: number }> => settingsOf(ctx.db, ['lockAfter', 'lockMinutes'])

/** What was typed where the username belongs may have been a password. */
const veiled = (username: string): string => `${[...username.trim()].slice(0, 2).join('')}***`

const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** `2026-01-20 10:15`, as the clock of the office shows it. */
const shanghaiTime = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
