/** 交接: people rotate; what one held at a body goes to another in one act, with a record of it. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { someOf } from '../bodies/commands.ts'
import { targetOf } from '../bodies/queries.ts'
import { loadBody } from '../bodies/store.ts'
import { later, today } from '../day.ts'
import { working } from '../delegations/commands.ts'
import { insertDelegation, loadDelegations, markDelegationEnded } from '../delegations/store.ts'
import { text, wrong } from '../fields.ts'
import type { Actor, Body } from '../model.ts'
import { notify } from '../notifications/commands.ts'
import { loadPerson, type StoredPerson } from '../people/store.ts'
import { allow } from '../policies/index.ts'
import { nounOf } from '../posts/commands.ts'
import type { HeldPost } from '../posts/model.ts'
import { closePost, insertPost, loadHeldPosts, loadHolders, lockPersons } from '../posts/store.ts'
import { handoverHooks } from './hooks.ts'
import type { Moved, NewHandover } from './model.ts'
import * as store from './store.ts'

/**
 * Moves posts, open tasks, open clocks and open delegations of `from` at the body to `to`; with `dryRun` only says what would move.
 * Posts need the leave to add and end them (administrations the security administrator's).
 * Throws `holds-nothing`, `left`, `ended`, `administrations-apart`, `would-approve-own` with the titles, `not-allowed`, `wrong-field`.
 */
export function makeHandover(
  ctx: Context,
  actor: Actor,
  input: NewHandover,
  options: { readonly dryRun?: boolean } = {},
): Promise<{ id: string | null; moved: Moved }> {
  return inTransaction(ctx, async (tx) => {
    const note = text('note', input.note, 500)
    const body = await loadBody(tx, { slug: input.body }, today(ctx))
    if (body === null) throw wrong('body', 'unknown', input.body)
    const target = await targetOf(tx, body.id)
    const onBehalfOf = allow(actor, 'make', 'handover', target)?.onBehalfOf ?? null
    if (body.endedOn !== null) throw new Failure('ended', { name: body.name, on: body.endedOn })
    if (input.from === input.to) throw wrong('to', 'same')
    await lockPersons(tx, [input.from, input.to])
    const from = await loadPerson(tx, input.from)
    if (from === null) throw wrong('from', 'unknown')
    const to = working(await loadPerson(tx, input.to), 'to', today(ctx))

    const posts = await heldAt(tx, ctx, from.id, body)
    for (const noun of new Set(posts.map(({ role }) => nounOf(role)))) {
      allow(actor, 'end', noun, target)
      allow(actor, 'add', noun, target)
    }
    const moved = await movable(tx, ctx, from, to, body, posts)
    if (Object.values(moved).every((kind) => kind.length === 0)) throw new Failure('holds-nothing', { name: from.name, body: body.name })
    await keepApart(tx, ctx, to, posts)
    await keepFourEyes(tx, ctx, from, to, body, posts)
    if (options.dryRun) return { id: null, moved }

    await movePosts(tx, ctx, to, posts, moved)
    await store.giveTasks(
      tx,
      moved.tasks.map(({ id }) => id),
      to.id,
    )
    await store.giveDeadlines(
      tx,
      moved.deadlines.map(({ id }) => id),
      to.id,
    )
    await moveDelegations(tx, ctx, to, moved)
    for (const hook of handoverHooks) await hook(tx, ctx, actor, { from: from.id, to: to.id, bodyId: body.id, note })
    const id = ctx.newId()
    await store.insertHandover(tx, {
      id,
      from_person: from.id,
      to_person: to.id,
      body_id: body.id,
      at: ctx.now(),
      by_person: actor.personId,
      note,
      moved,
    })
    const values = { from: from.name, body: body.name }
    if (to.id !== actor.personId) await notify(tx, ctx, [to.id], { kind: 'handover.received', values, link: '/handovers' })
    const detail = { fromPerson: from.id, toPerson: to.id, body: body.slug, note, moved }
    await record(tx, ctx, actor, { kind: 'handover.made', noun: 'handover', nounId: id, bodyId: body.id, onBehalfOf, detail })
    return { id, moved }
  })
}

const heldAt = async (tx: Tx, ctx: Context, personId: string, body: Body): Promise<HeldPost[]> =>
  (await loadHeldPosts(tx, [personId], today(ctx), 'open')).filter(({ bodyId }) => bodyId === body.id)

const sameSeat = (one: HeldPost, other: HeldPost): boolean =>
  one.bodyId === other.bodyId && one.role === other.role && one.step === other.step && one.sectionId === other.sectionId

async function movable(tx: Tx, ctx: Context, from: StoredPerson, to: StoredPerson, body: Body, posts: readonly HeldPost[]): Promise<Moved> {
  const theirs = await heldAt(tx, ctx, to.id, body)
  const delegations = await loadDelegations(tx, { personId: from.id, bodySlug: body.slug, openOn: today(ctx) })
  return {
    posts: posts.map((post) => ({
      id: post.id,
      role: post.role,
      step: post.step,
      section: post.sectionName,
      already: theirs.some((one) => sameSeat(one, post)),
    })),
    tasks: (await store.openTasks(tx, from.id, body.id)).map(({ id, kind, title, dueOn }) => ({ id, kind, title, dueOn })),
    deadlines: await store.openDeadlines(tx, from.id, body.id),
    delegations: delegations.map(({ id, fromPerson, fromName, toPerson, toName, until }) => {
      const gave = fromPerson === from.id
      return { id, gave, other: gave ? toName : fromName, until, over: (gave ? toPerson : fromPerson) === to.id }
    }),
  }
}

/** Two of the three administrations never come into one hand. */
async function keepApart(tx: Tx, ctx: Context, to: StoredPerson, posts: readonly HeldPost[]): Promise<void> {
  const theirs = await loadHeldPosts(tx, [to.id], today(ctx), 'open')
  const roles = new Set([...theirs, ...posts].map(({ role }) => role).filter((role) => nounOf(role) === 'administration-post'))
  if (posts.some(({ role }) => nounOf(role) === 'administration-post') && roles.size > 1)
    throw new Failure('administrations-apart', { name: to.name })
}

/** No sign-off may be left that only its drafter could approve, nor a signature asked of them by name. */
async function keepFourEyes(
  tx: Tx,
  ctx: Context,
  from: StoredPerson,
  to: StoredPerson,
  body: Body,
  posts: readonly HeldPost[],
): Promise<void> {
  const asked = (await store.openTasks(tx, from.id, body.id)).filter(({ kind, noun }) => kind === 'approval' && noun === 'sign-off')
  const blocked: string[] = []
  for (const signOff of await store.openSignOffsDraftedBy(tx, to.id, body.id)) {
    const byName = asked.some(({ nounId }) => nounId === signOff.id)
    if (byName || (await onlyDrafterCouldSign(tx, ctx, signOff, from, to, body, posts))) blocked.push(signOff.title)
  }
  if (blocked.length > 0) throw new Failure('would-approve-own', { name: to.name, titles: someOf(blocked) })
}

async function onlyDrafterCouldSign(
  tx: Tx,
  ctx: Context,
  signOff: store.WaitingSignOff,
  from: StoredPerson,
  to: StoredPerson,
  body: Body,
  posts: readonly HeldPost[],
): Promise<boolean> {
  const left = signOff.steps.slice(signOff.taken.length)
  for (const { role, step = null } of left) {
    const post = posts.find((one) => one.role === role && (step === null || one.step === step))
    if (!post) continue
    const holders = await loadHolders(tx, body.id, post.role, post.step, today(ctx))
    const others = holders.filter(({ personId, onBehalfOf }) => ![personId, onBehalfOf].some((id) => id === from.id || id === to.id))
    if (others.length === 0) return true
  }
  return false
}

/** A post ends with the giver today and begins with the receiver; one still to come keeps its day. */
async function movePosts(tx: Tx, ctx: Context, to: StoredPerson, posts: readonly HeldPost[], moved: Moved): Promise<void> {
  for (const [index, post] of posts.entries()) {
    await closePost(tx, post.id, today(ctx))
    if (moved.posts[index]!.already) continue
    const since = later(post.since, today(ctx))
    await insertPost(tx, {
      id: ctx.newId(),
      person_id: to.id,
      body_id: post.bodyId,
      section_id: post.sectionId,
      role: post.role,
      step: post.step,
      since,
      until: post.until,
    })
  }
}

/** The old one ends and a new one begins, so that who acted for whom, and when, stays told. */
async function moveDelegations(tx: Tx, ctx: Context, to: StoredPerson, moved: Moved): Promise<void> {
  for (const { id, gave, over } of moved.delegations) {
    const [old] = await loadDelegations(tx, { id })
    if (!old) throw new Error(`no delegation ${id}`)
    await markDelegationEnded(tx, id, ctx.now())
    if (over) continue
    await insertDelegation(tx, {
      id: ctx.newId(),
      from_person: gave ? to.id : old.fromPerson,
      to_person: gave ? old.toPerson : to.id,
      body_id: old.bodyId,
      since: later(old.since, today(ctx)),
      until: old.until,
      reason: old.reason,
    })
  }
}
