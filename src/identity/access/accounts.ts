/** How people come to an account, and how an administrator opens it again. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import type { Actor, Machine } from '../model.ts'
import { hashPassword, oneTimePassword, passwordObjection } from './passwords.ts'
import { allowForAccount } from './reach.ts'
import { clearTries, setTotp } from './session-store.ts'
import { endSessionsOf } from './sessions.ts'
import { type Account, accountNamed, accountOf, insertAccount, lockAccount, replacePassword } from './store.ts'

export interface NewAccount {
  readonly personId: string
  /** Lower case, `a`–`z`, figures and `._-`, 2 to 40 characters. */
  readonly username: string
}

/**
 * Gives a person an account. The answer is the one-time password, shown once to whoever adds the person;
 * it must be changed at the first sign-in. Throws `username-taken`.
 */
export async function createAccount(tx: Tx, ctx: Context, account: NewAccount): Promise<string> {
  const password = oneTimePassword(ctx)
  await insert(tx, ctx, account, await hashPassword(password), true)
  return password
}

/** Gives a person an account with a password of their own choice: the administrator of the first run. Throws `username-taken`, `weak-password`. */
export async function createAccountWith(tx: Tx, ctx: Context, account: NewAccount & { readonly password: string }): Promise<void> {
  const why = await passwordObjection(account.password, { username: account.username, earlier: [] })
  if (why) throw new Failure('weak-password', { why })
  await insert(tx, ctx, account, await hashPassword(account.password), false)
}

/** Gives a person of the demo an account nobody can sign in to by password; only the demo's buttons open it. */
export function createAccountWithoutPassword(tx: Tx, ctx: Context, account: NewAccount): Promise<void> {
  return insert(tx, ctx, account, noPassword, false)
}

/** Not a hash of anything. */
export const noPassword = '-'

/** Gives a one-time password in the place of a forgotten one, opens a lock and ends every session of the person. Throws `not-found`, `not-allowed`. */
export async function resetPassword(ctx: Context, actor: Actor | Machine, personId: string): Promise<string> {
  const password = oneTimePassword(ctx)
  const hash = await hashPassword(password)
  await withAccount(ctx, actor, 'reset', personId, async (tx, account) => {
    await replacePassword(tx, account, { hash, mustChange: true, at: ctx.now() })
    await endSessionsOf(tx, ctx, actor, personId, 'ended-by-administrator')
    await record(tx, ctx, actor, { kind: 'account.reset', noun: 'account', nounId: personId, detail: { username: account.username } })
  })
  return password
}

/** Takes a lost authenticator off an account and ends every session of the person; where a role asks for one, it is set up anew at the next sign-in. */
export async function resetTotp(ctx: Context, actor: Actor | Machine, personId: string): Promise<void> {
  await withAccount(ctx, actor, 'reset', personId, async (tx, account) => {
    await setTotp(tx, personId, null)
    await endSessionsOf(tx, ctx, actor, personId, 'ended-by-administrator')
    await record(tx, ctx, actor, { kind: 'account.totp-reset', noun: 'account', nounId: personId, detail: { username: account.username } })
  })
}

/**
 * What is left where no security administrator can come in: whoever owns the machine gives an account a one-time password, opens its lock and
 * takes its authenticator off. Throws `not-found`.
 */
export async function recoverAccount(ctx: Context, username: string): Promise<{ username: string; oneTimePassword: string }> {
  const operator: Machine = { personId: null, origin: 'cli' }
  const account = await accountNamed(ctx.db, username.trim())
  if (!account) throw new Failure('not-found', { what: 'account' })
  if (account.totpConfirmedAt) await resetTotp(ctx, operator, account.personId)
  return { username: account.username, oneTimePassword: await resetPassword(ctx, operator, account.personId) }
}

/** Opens an account that is locked after too many failures, before its time. */
export async function unlock(ctx: Context, actor: Actor | Machine, personId: string): Promise<void> {
  await withAccount(ctx, actor, 'unlock', personId, async (tx, account) => {
    await clearTries(tx, personId)
    await record(tx, ctx, actor, { kind: 'account.unlocked', noun: 'account', nounId: personId, detail: { username: account.username } })
  })
}

export interface AccountState {
  readonly username: string
  readonly locked: boolean
  readonly hasTotp: boolean
  readonly mustChangePassword: boolean
}

/** How an account stands, for lists of people; null where the person has none. Names no secret. */
export async function accountStateOf(ctx: Context, personId: string): Promise<AccountState | null> {
  const account = await accountOf(ctx.db, personId)
  return (
    account && {
      username: account.username,
      locked: account.lockedUntil !== null && account.lockedUntil > ctx.now(),
      hasTotp: account.totpConfirmedAt !== null,
      mustChangePassword: account.mustChange,
    }
  )
}

function withAccount(
  ctx: Context,
  actor: Actor | Machine,
  verb: 'reset' | 'unlock',
  personId: string,
  work: (tx: Tx, account: Account) => Promise<void>,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, personId)
    if (!account) throw new Failure('not-found', { what: 'account' })
    await allowForAccount(tx, ctx, actor, { noun: 'account', verb }, personId)
    await work(tx, account)
  })
}

async function insert(tx: Tx, ctx: Context, { personId, username }: NewAccount, passwordHash: string, mustChange: boolean): Promise<void> {
  const lower = username.toLowerCase()
  if (await insertAccount(tx, { personId, username: lower, passwordHash, mustChange, at: ctx.now() })) return
  if (await accountNamed(tx, lower)) throw new Failure('username-taken', { username: lower })
  throw new Error(`person ${personId} has an account already`)
}
