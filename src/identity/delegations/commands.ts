/** 代理: arranges that one acts for another for a time, and ends it early. */
import { type Context, inTransaction } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { targetOf } from '../bodies/queries.ts'
import { loadBody } from '../bodies/store.ts'
import { dayAfter, today } from '../day.ts'
import { day, required, wrong } from '../fields.ts'
import type { Actor } from '../model.ts'
import { notify } from '../notifications/commands.ts'
import { loadPerson, type StoredPerson } from '../people/store.ts'
import { allow, may } from '../policies/index.ts'
import { nounOf } from '../posts/commands.ts'
import { loadHeldPosts, lockPersons } from '../posts/store.ts'
import { type Delegation, insertDelegation, loadDelegations, markDelegationEnded } from './store.ts'

export interface NewDelegation {
  /** Ids of persons. */
  readonly from: string
  readonly to: string
  /** Slug. */
  readonly body: string
  readonly since: string
  /** The last day. */
  readonly until: string
  readonly reason: string
}

/**
 * From the first day to the last, `to` may act in the ordinary posts that `from` holds at the body; what `from` holds for others, and administrations, are not passed on.
 * Throws `wrong-field`, `left`, `ended`, `not-allowed`, `holds-nothing`.
 */
export function addDelegation(ctx: Context, actor: Actor, input: NewDelegation): Promise<Delegation> {
  return inTransaction(ctx, async (tx) => {
    const reason = required('reason', input.reason, 300)
    const since = day('since', input.since)
    const until = day('until', input.until)
    if (until < since) throw wrong('until', 'not-before', since)
    if (until < today(ctx)) throw wrong('until', 'not-before', today(ctx))
    if (input.from === input.to) throw wrong('to', 'same')
    const body = await loadBody(tx, { slug: input.body }, today(ctx))
    if (body === null) throw wrong('body', 'unknown', input.body)
    const onBehalfOf = allow(actor, 'add', 'delegation', await targetOf(tx, body.id))?.onBehalfOf ?? null
    if (body.endedOn !== null) throw new Failure('ended', { name: body.name, on: body.endedOn })
    await lockPersons(tx, [input.from, input.to])
    const from = working(await loadPerson(tx, input.from), 'from', since)
    const to = working(await loadPerson(tx, input.to), 'to', until)
    const held = await loadHeldPosts(tx, [from.id], since, 'open')
    if (!held.some((post) => post.bodyId === body.id && nounOf(post.role) === 'post' && post.since <= until))
      throw new Failure('holds-nothing', { name: from.name, body: body.name })

    const id = ctx.newId()
    await insertDelegation(tx, { id, from_person: from.id, to_person: to.id, body_id: body.id, since, until, reason })
    const values = { from: from.name, since, until }
    if (to.id !== actor.personId) await notify(tx, ctx, [to.id], { kind: 'delegation.received', values, link: '/delegations' })
    const detail = { fromPerson: from.id, toPerson: to.id, body: body.slug, since, until, reason }
    await record(tx, ctx, actor, { kind: 'delegation.added', noun: 'delegation', nounId: id, bodyId: body.id, onBehalfOf, detail })
    return (await loadDelegations(tx, { id }))[0]!
  })
}

/** Ends a delegation at once; either side may. Throws `not-found`, `not-allowed`, `delegation-over`. */
export function endDelegation(ctx: Context, actor: Actor, id: string): Promise<Delegation> {
  return inTransaction(ctx, async (tx) => {
    const [delegation] = await loadDelegations(tx, { id })
    if (!delegation) throw new Failure('not-found', { what: 'delegation' })
    await lockPersons(tx, [delegation.fromPerson, delegation.toPerson])
    const side = [delegation.fromPerson, delegation.toPerson].includes(actor.personId) ? actor.personId : delegation.fromPerson
    const target = await targetOf(tx, delegation.bodyId, side)
    const ground = may(actor, 'end', 'delegation', { personId: side }) ? null : allow(actor, 'end', 'delegation', target)
    const [current] = await loadDelegations(tx, { id, openOn: today(ctx) })
    if (!current) throw new Failure('delegation-over', { until: delegation.until })
    await markDelegationEnded(tx, id, ctx.now())
    await record(tx, ctx, actor, {
      kind: 'delegation.ended',
      noun: 'delegation',
      nounId: id,
      bodyId: delegation.bodyId,
      onBehalfOf: ground?.onBehalfOf ?? null,
      detail: { fromPerson: delegation.fromPerson, toPerson: delegation.toPerson },
    })
    return (await loadDelegations(tx, { id }))[0]!
  })
}

/** Somebody who works here up to the day. */
export function working(person: StoredPerson | null, field: string, upTo: string): StoredPerson {
  if (person === null) throw wrong(field, 'unknown')
  if (person.leftOn !== null && dayAfter(person.leftOn) <= upTo) throw new Failure('left', { name: person.name, on: person.leftOn })
  return person
}
