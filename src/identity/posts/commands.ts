/** Gives and ends posts. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { targetOf } from '../bodies/queries.ts'
import { loadBody, loadFilingLine, topGovernment } from '../bodies/store.ts'
import { today } from '../day.ts'
import { choice, day, wrong } from '../fields.ts'
import { type Actor, administrations, type Body, type Machine, type Role, roles } from '../model.ts'
import { loadPerson } from '../people/store.ts'
import { allow } from '../policies/index.ts'
import { openSection } from '../sections/store.ts'
import type { HeldPost, NewPost } from './model.ts'
import * as store from './store.ts'

/**
 * Gives a person a role at a body. Administrations are given by the security administrator, at the region's government or its office, and one alone to a person.
 * Throws `not-allowed`, `wrong-field`, `ended`, `left`, `holds-already`, `administrations-apart`, `administration-place`.
 */
export function addPost(ctx: Context, actor: Actor | Machine, personId: string, input: NewPost): Promise<HeldPost> {
  return inTransaction(ctx, (tx) => addPostIn(tx, ctx, actor, personId, input))
}

export async function addPostIn(tx: Tx, ctx: Context, actor: Actor | Machine, personId: string, input: NewPost): Promise<HeldPost> {
  await store.lockPersons(tx, [personId])
  const person = await loadPerson(tx, personId)
  if (person === null) throw new Failure('not-found', { what: 'person' })
  const since = input.since ? day('since', input.since) : today(ctx)
  const until = input.until ? day('until', input.until) : null
  if (until !== null && until <= since) throw wrong('until', 'after', since)
  if (person.leftOn !== null) throw new Failure('left', { name: person.name, on: person.leftOn })

  const body = await loadBody(tx, { slug: input.body }, today(ctx))
  if (body === null) throw wrong('body', 'unknown', input.body)
  if (body.endedOn !== null) throw new Failure('ended', { name: body.name, on: body.endedOn })
  const role = choice('role', input.role, roles)
  const noun = nounOf(role)
  const onBehalfOf = allow(actor, 'add', noun, await targetOf(tx, body.id, personId))?.onBehalfOf ?? null
  const step = stepOf(role, input.step ?? null)
  const section = await sectionOf(tx, body, role, input.section ?? null)

  const held = await store.loadHeldPosts(tx, [personId], since)
  const overlapping = held.filter((post) => (post.until === null || post.until > since) && (until === null || post.since < until))
  if (overlapping.some((post) => post.bodyId === body.id && post.role === role && post.step === step && post.sectionId === section))
    throw new Failure('holds-already', { name: person.name, body: body.name, role })
  if (noun === 'administration-post') {
    if (!(await isTop(tx, ctx, body))) throw new Failure('administration-place', { body: body.name })
    if (overlapping.some((post) => nounOf(post.role) === noun && post.role !== role))
      throw new Failure('administrations-apart', { name: person.name })
  }

  const id = ctx.newId()
  await store.insertPost(tx, { id, person_id: personId, body_id: body.id, section_id: section, role, step, since, until })
  await record(tx, ctx, actor, {
    kind: `${noun}.added`,
    noun,
    nounId: id,
    bodyId: body.id,
    onBehalfOf,
    detail: { personId, body: body.slug, role, step, sectionId: section, since, until },
  })
  return (await store.loadPost(tx, id, today(ctx)))!
}

/**
 * Ends a post; `on` is the first day on which it no longer holds, today without it.
 * Throws `not-found`, `not-allowed`, `wrong-field`, `last-administrator`.
 */
export function endPost(ctx: Context, actor: Actor | Machine, postId: string, on: string = today(ctx)): Promise<HeldPost> {
  return inTransaction(ctx, async (tx) => {
    day('on', on)
    const post = await store.loadPost(tx, postId, today(ctx))
    if (post === null) throw new Failure('not-found', { what: 'post' })
    await store.lockPersons(tx, [post.personId])
    const noun = nounOf(post.role)
    const onBehalfOf = allow(actor, 'end', noun, await targetOf(tx, post.bodyId, post.personId))?.onBehalfOf ?? null
    if (post.until !== null && post.until <= on) throw wrong('on', 'not-after', post.until)
    await keepAdministrator(tx, ctx, post.personId, [post.role])
    await store.closePost(tx, post.id, on)
    const ended = (await store.loadPost(tx, postId, today(ctx)))!
    const detail = { personId: post.personId, body: post.bodySlug, role: post.role, step: post.step, until: ended.until }
    await record(tx, ctx, actor, { kind: `${noun}.ended`, noun, nounId: post.id, bodyId: post.bodyId, onBehalfOf, detail })
    return ended
  })
}

/** The noun whose policy a role falls under. */
export const nounOf = (role: Role): 'administration-post' | 'post' =>
  (administrations as readonly Role[]).includes(role) ? 'administration-post' : 'post'

/** Throws `last-administrator` where nobody else holds one of the administrations among the roles: nobody could appoint the next. */
export async function keepAdministrator(tx: Tx, ctx: Context, personId: string, held: readonly Role[]): Promise<void> {
  const administered = held.filter((role) => nounOf(role) === 'administration-post')
  if (administered.length === 0) return
  await store.lockAdministrations(tx)
  for (const role of administered) {
    if (!(await store.hasOtherHolder(tx, role, personId, today(ctx)))) throw new Failure('last-administrator', { role })
  }
}

/** The region's government, or its office, which stands in its line. */
async function isTop(tx: Tx, ctx: Context, body: Body): Promise<boolean> {
  const top = await topGovernment(tx, today(ctx))
  return top !== null && (await loadFilingLine(tx, top)).includes(body.id)
}

/** A reviewer has a step, others none. */
function stepOf(role: Role, step: number | null): number | null {
  if (role !== 'reviewer' ? step !== null : step === null || !Number.isInteger(step) || step < 1 || step > 9)
    throw wrong('step', 'step-of-reviewer')
  return step
}

/** A liaison has a section of the body, others none. */
async function sectionOf(tx: Tx, body: Body, role: Role, section: string | null): Promise<string | null> {
  if ((role === 'liaison') !== (section !== null && section !== '')) throw wrong('section', 'section-of-liaison')
  if (role !== 'liaison' || section === null) return null
  const found = await openSection(tx, body.id, section)
  if (found === null) throw wrong('section', 'unknown', section)
  return found.id
}
