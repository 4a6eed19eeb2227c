/** The first hour of an empty installation: a region, its government with the office, and three administrators. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { createAccount, createAccountWith } from './access/accounts.ts'
import { record } from './audit/store.ts'
import { addBodyIn } from './bodies/commands.ts'
import type { BodyLevel, Machine, Role } from './model.ts'
import { addPersonIn, type GiveAccount } from './people/commands.ts'
import { anyPerson, lockPeople } from './people/store.ts'
import { addRegionIn } from './regions/commands.ts'

export interface FirstRun {
  readonly region: { readonly code: string; readonly name: string; readonly shortName: string }
  readonly government: { readonly name: string; readonly slug: string; readonly level: BodyLevel }
  readonly office: { readonly name: string; readonly slug: string }
  /** The system administrator, who sits at the screen and chooses the password. */
  readonly administrator: { readonly name: string; readonly username: string; readonly password: string }
  readonly securityAdmin: { readonly name: string; readonly username: string }
  readonly auditAdmin: { readonly name: string; readonly username: string }
}

/** Whether nobody has been added yet. */
export const firstRunNeeded = async (ctx: Context): Promise<boolean> => !(await anyPerson(ctx.db))

/**
 * Sets up the installation in one transaction, while no person exists; two at once cannot both succeed. The administrators hold their posts at the office.
 * Gives the one-time passwords of the security and audit administrators, to be handed to two other persons.
 * Throws `not-first-run`, `wrong-field`, `weak-password`, `username-taken`, `taken`.
 */
export function firstRun(ctx: Context, input: FirstRun, origin = 'system'): Promise<{ oneTime: { username: string; password: string }[] }> {
  const machine: Machine = { personId: null, origin }
  return inTransaction(ctx, async (tx) => {
    await lockPeople(tx)
    if (await anyPerson(tx)) throw new Failure('not-first-run')
    const region = await addRegionIn(tx, ctx, machine, input.region)
    const { government, office } = input
    await addBodyIn(tx, ctx, machine, { ...government, kind: 'government', region: region.code })
    await addBodyIn(tx, ctx, machine, { ...office, kind: 'office', level: government.level, filesTo: government.slug })

    const { password, ...administrator } = input.administrator
    const ownPassword: GiveAccount = async (inner, same, account) => {
      await createAccountWith(inner, same, { ...account, password })
      return null
    }
    await appoint(tx, ctx, machine, administrator, 'system-admin', office.slug, ownPassword)
    const oneTime = [
      await appoint(tx, ctx, machine, input.securityAdmin, 'security-admin', office.slug, createAccount),
      await appoint(tx, ctx, machine, input.auditAdmin, 'audit-admin', office.slug, createAccount),
    ]
    const detail = { region: region.code, government: government.slug, office: office.slug }
    await record(tx, ctx, machine, { kind: 'region.set-up', noun: 'region', nounId: region.id, detail })
    return { oneTime: oneTime.map(({ username, password }) => ({ username, password: password! })) }
  })
}

async function appoint(
  tx: Tx,
  ctx: Context,
  machine: Machine,
  { name, username }: { readonly name: string; readonly username: string },
  role: Role,
  body: string,
  giveAccount: GiveAccount,
): Promise<{ username: string; password: string | null }> {
  const added = await addPersonIn(tx, ctx, machine, { name, username, posts: [{ body, role }] }, giveAccount)
  return { username: added.person.username!, password: added.oneTimePassword }
}
