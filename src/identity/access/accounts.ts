/** How people come to an account, and how an administrator opens it again. */
import type { Context, Tx } from '#db'
import { Failure } from '#words'
import { hashPassword, oneTimePassword, passwordObjection } from './passwords.ts'
import { accountNamed, insertAccount } from './store.ts'

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

async function insert(tx: Tx, ctx: Context, { personId, username }: NewAccount, passwordHash: string, mustChange: boolean): Promise<void> {
  const lower = username.toLowerCase()
  if (await insertAccount(tx, { personId, username: lower, passwordHash, mustChange, at: ctx.now() })) return
  if (await accountNamed(tx, lower)) throw new Failure('username-taken', { username: lower })
  throw new Error(`person ${personId} has an account already`)
}
