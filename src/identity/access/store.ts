/** Accounts in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'

export interface Account {
  readonly personId: string
  readonly name: string
  readonly language: string
  readonly leftOn: string | null
  readonly username: string
  readonly passwordHash: string
  readonly mustChange: boolean
  readonly passwordChangedAt: Date
  readonly totpSecret: string | null
  readonly totpConfirmedAt: Date | null
  readonly totpLastStep: number | null
  readonly failures: number
  readonly lockedUntil: Date | null
}

const accounts = (reader: Reader) =>
  reader
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'account.person_id as personId',
      'person.name as name',
      'person.language as language',
      'person.left_on as leftOn',
      'account.username as username',
      'account.password_hash as passwordHash',
      'account.must_change_password as mustChange',
      'account.password_changed_at as passwordChangedAt',
      'account.totp_secret as totpSecret',
      'account.totp_confirmed_at as totpConfirmedAt',
      'account.totp_last_step as totpLastStep',
      'account.failures as failures',
      'account.locked_until as lockedUntil',
    ])

/** The account of a username in whatever case; null where there is none. */
export async function accountNamed(reader: Reader, username: string): Promise<Account | null> {
  return (await accounts(reader).where(sql`lower(account.username)`, '=', username.toLowerCase()).executeTakeFirst()) ?? null
}

export async function accountOf(reader: Reader, personId: string): Promise<Account | null> {
  return (await accounts(reader).where('account.person_id', '=', personId).executeTakeFirst()) ?? null
}

/** The same, with its line locked until the transaction ends: tries at one account follow one another. */
export async function lockAccount(tx: Tx, personId: string): Promise<Account | null> {
  return (await accounts(tx).where('account.person_id', '=', personId).forUpdate('account').executeTakeFirst()) ?? null
}

/** False where the username, or the person's account, is there already. */
export async function insertAccount(
  tx: Tx,
  account: { personId: string; username: string; passwordHash: string; mustChange: boolean; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account')
    .values({
      person_id: account.personId,
      username: account.username,
      password_hash: account.passwordHash,
      must_change_password: account.mustChange,
      password_changed_at: account.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Puts a new password in the place of the old, which is remembered. Failures and a lock are forgotten. */
export async function replacePassword(tx: Tx, account: Account, password: { hash: string; mustChange: boolean; at: Date }): Promise<void> {
  // `set_at` is part of the key: two changes in one instant of a standing clock are one microsecond apart.
  await sql`
    insert into password_history (person_id, password_hash, set_at)
    select ${account.personId}, ${account.passwordHash}, greatest(
      ${account.passwordChangedAt},
      (select max(set_at) + interval '1 microsecond' from password_history where person_id = ${account.personId})
    )`.execute(tx)
  await tx
    .updateTable('account')
    .set({
      password_hash: password.hash,
      must_change_password: password.mustChange,
      password_changed_at: password.at,
      failures: 0,
      locked_until: null,
    })
    .where('person_id', '=', account.personId)
    .execute()
}

/** The newest earlier passwords, the present one first. */
export async function earlierPasswords(reader: Reader, account: Account, count: number): Promise<string[]> {
  const rows = await reader
    .selectFrom('password_history')
    .select('password_hash')
    .where('person_id', '=', account.personId)
    .orderBy('set_at', 'desc')
    .limit(count - 1)
    .execute()
  return [account.passwordHash, ...rows.map((row) => row.password_hash)]
}
