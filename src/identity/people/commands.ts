/** Adds people with their accounts, corrects what is kept of them, shows a whole number, and records that somebody left. */
import { type Context, inTransaction, type Tx } from '#db'
import type { Language } from '#report'
import { Failure } from '#words'
import { createAccount } from '../access/accounts.ts'
import { record } from '../audit/store.ts'
import { differences, someOf } from '../bodies/commands.ts'
import { targetOf } from '../bodies/queries.ts'
import { bodyWith, topGovernment } from '../bodies/store.ts'
import { today } from '../day.ts'
import { choice, day, email, phone, required, username as usernameOf, withoutNationalId, wrong } from '../fields.ts'
import type { Actor, Machine } from '../model.ts'
import { allow, type Target } from '../policies/index.ts'
import { addPostIn, keepAdministrator, nounOf } from '../posts/commands.ts'
import { loadHeldPosts, lockPersons } from '../posts/store.ts'
import type { NewPerson, PersonChange, PersonDetail } from './model.ts'
import { detailOfPerson } from './queries.ts'
import { allowForPerson } from './reach.ts'
import * as store from './store.ts'

const languages = ['zh-CN', 'en'] as const

/** How a new person comes to sign in; gives the one-time password to hand over, or null where there is none. */
export type GiveAccount = (tx: Tx, ctx: Context, account: { personId: string; username: string }) => Promise<string | null>

/**
 * Adds a person with an account and posts. The one-time password is shown once and must be changed at the first sign-in.
 * Who adds needs leave at each of the bodies; without a post, in the line of the region's government. Throws `wrong-field`, `username-taken`, `not-allowed`, and as `addPost`.
 */
export function addPerson(
  ctx: Context,
  actor: Actor | Machine,
  input: NewPerson,
): Promise<{ person: PersonDetail; oneTimePassword: string }> {
  return inTransaction(ctx, async (tx) => {
    const { person, oneTimePassword } = await addPersonIn(tx, ctx, actor, input, createAccount)
    return { person, oneTimePassword: oneTimePassword! }
  })
}

export async function addPersonIn(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  input: NewPerson,
  giveAccount: GiveAccount,
): Promise<{ person: PersonDetail; oneTimePassword: string | null }> {
  const kept = keptOf(input)
  const username = usernameOf(input.username)
  const onBehalfOf = await allowAtBodies(tx, ctx, actor, input)
  const id = ctx.newId()
  await store.insertPerson(tx, { id, ...kept, added_at: ctx.now() })
  const oneTimePassword = await giveAccount(tx, ctx, { personId: id, username })
  await record(tx, ctx, actor, { kind: 'person.added', noun: 'person', nounId: id, onBehalfOf, detail: { ...kept, username } })
  for (const post of input.posts ?? []) await addPostIn(tx, ctx, actor, id, post)
  return { person: await detailOfPerson(tx, ctx, id), oneTimePassword }
}

/** Corrects what is kept of a person; what is left out stays. Throws `wrong-field`, `not-found`, `not-allowed`. */
export function changePerson(ctx: Context, actor: Actor | Machine, id: string, change: PersonChange): Promise<PersonDetail> {
  return inTransaction(ctx, (tx) => changePersonIn(tx, ctx, actor, id, change))
}

export async function changePersonIn(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  id: string,
  change: PersonChange,
): Promise<PersonDetail> {
  const person = await locked(tx, id)
  const onBehalfOf = await allowForPerson(tx, ctx, actor, 'change', id)
  const { name, phone, email, language } = person
  const before = { name, phone, email, language }
  const after = keptOf({ ...before, ...change })
  const changed = differences(before, after)
  if (Object.keys(changed).length === 0) return detailOfPerson(tx, ctx, id)
  await store.updatePerson(tx, id, after)
  await record(tx, ctx, actor, { kind: 'person.changed', noun: 'person', nounId: id, onBehalfOf, detail: changed })
  return detailOfPerson(tx, ctx, id)
}

/** The language one's own screens speak. */
export function chooseLanguage(ctx: Context, actor: Actor, language: Language): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const person = await locked(tx, actor.personId)
    const { name, phone, email } = person
    await store.updatePerson(tx, person.id, { name, phone, email, language: choice('language', language, languages) })
    if (person.language === language) return
    const detail = { language: { before: person.language, after: language } }
    await record(tx, ctx, actor, { kind: 'person.changed', noun: 'person', nounId: person.id, detail })
  })
}

/** The whole phone number and e-mail address; each look is recorded. Throws `not-found`, `not-allowed`. */
export function unmaskPerson(ctx: Context, actor: Actor | Machine, id: string): Promise<{ phone: string; email: string }> {
  return inTransaction(ctx, async (tx) => {
    const person = await store.loadPerson(tx, id)
    if (person === null) throw new Failure('not-found', { what: 'person' })
    const onBehalfOf = await allowForPerson(tx, ctx, actor, 'unmask', id)
    await record(tx, ctx, actor, {
      kind: 'person.unmasked',
      noun: 'person',
      nounId: id,
      onBehalfOf,
      detail: { fields: ['phone', 'email'] },
    })
    return { phone: person.phone, email: person.email }
  })
}

/**
 * Records the last day of work. Posts and delegations end with it; sessions end with it too, at once where it is today or past.
 * Throws `open-tasks` until everything is handed over, `last-administrator`, `left`, `wrong-field`, `not-allowed`.
 */
export function leave(ctx: Context, actor: Actor | Machine, id: string, lastDay: string): Promise<PersonDetail> {
  return inTransaction(ctx, async (tx) => {
    day('leftOn', lastDay)
    const person = await locked(tx, id)
    const onBehalfOf = await allowForPerson(tx, ctx, actor, 'leave', id)
    if (person.leftOn !== null) throw new Failure('left', { name: person.name, on: person.leftOn })
    const held = await loadHeldPosts(tx, [id], today(ctx), 'open')
    for (const post of held) {
      if (nounOf(post.role) === 'administration-post') allow(actor, 'end', 'administration-post', await targetOf(tx, post.bodyId, id))
    }
    const open = await store.openWorkOf(tx, id)
    if (open.length > 0) throw new Failure('open-tasks', { name: person.name, count: open.length, titles: someOf(open) })
    const roles = held.map(({ role }) => role)
    await keepAdministrator(tx, ctx, id, roles)

    const ended = await store.markLeft(tx, id, lastDay, ctx.now())
    const sessions = lastDay <= today(ctx) ? await store.endSessionsOf(tx, id, ctx.now()) : 0
    if (lastDay > today(ctx)) await store.limitSessionsOf(tx, id, lastDay)
    await record(tx, ctx, actor, { kind: 'person.left', noun: 'person', nounId: id, onBehalfOf, detail: { lastDay, ...ended, sessions } })
    return detailOfPerson(tx, ctx, id)
  })
}

/** Tidy fields as kept; throws `wrong-field`. No field takes an identity number. */
function keptOf(input: { name: string; phone?: string; email?: string; language?: Language }) {
  return {
    name: withoutNationalId('person', required('person', input.name, 60)),
    phone: phone('phone', input.phone),
    email: withoutNationalId('email', email(input.email)),
    language: choice('language', input.language ?? 'zh-CN', languages),
  }
}

async function allowAtBodies(tx: Tx, ctx: Context, actor: Actor | Machine, { posts = [] }: NewPerson): Promise<string | null> {
  const ids: string[] = []
  for (const { body } of posts) {
    const found = await bodyWith(tx, 'slug', body)
    if (found === null) throw wrong('body', 'unknown', body)
    ids.push(found.id)
  }
  const top = ids.length === 0 ? await topGovernment(tx, today(ctx)) : null
  if (top !== null) ids.push(top)
  const targets: Target[] = []
  for (const id of new Set(ids)) targets.push(await targetOf(tx, id))
  const grounds = (targets.length === 0 ? [{}] : targets).map((target) => allow(actor, 'add', 'person', target))
  return grounds.find((post) => post?.onBehalfOf)?.onBehalfOf ?? null
}

async function locked(tx: Tx, id: string): Promise<store.StoredPerson> {
  await lockPersons(tx, [id])
  const person = await store.loadPerson(tx, id)
  if (person === null) throw new Failure('not-found', { what: 'person' })
  return person
}
