/** Which people an actor may look at or change: a person belongs to every body where they hold a post. */
import type { Context, Reader } from '#db'
import { targetOf } from '../bodies/queries.ts'
import { loadLineBelow, topGovernment } from '../bodies/store.ts'
import { today } from '../day.ts'
import type { Actor, Machine } from '../model.ts'
import { allow, grantsOf, may, type Noun, type Target, type Verb } from '../policies/index.ts'
import { bodiesOfPerson, type Reach } from './store.ts'

/**
 * Throws `not-allowed` unless the actor may do this to the person: at one of the bodies they belong to is enough to look, all are needed to change.
 * Who belongs nowhere yet is the region's government's. Gives for whom the permission is held.
 */
export async function allowForPerson(
  reader: Reader,
  ctx: Context,
  actor: Actor | Machine,
  verb: Verb<'person'>,
  personId: string,
): Promise<string | null> {
  const targets = await targetsOf(reader, ctx, personId)
  const looks = verb === 'see' || verb === 'unmask'
  const decisive = looks ? (targets.find((target) => may(actor, verb, 'person', target)) ?? targets[0]!) : undefined
  const grounds = (decisive ? [decisive] : targets).map((target) => allow(actor, verb, 'person', target))
  return grounds.find((post) => post?.onBehalfOf)?.onBehalfOf ?? null
}

async function targetsOf(reader: Reader, ctx: Context, personId: string): Promise<Target[]> {
  const bodies = await bodiesOfPerson(reader, personId, today(ctx))
  const top = bodies.length === 0 ? await topGovernment(reader, today(ctx)) : null
  if (bodies.length === 0) return top === null ? [{ personId }] : [await targetOf(reader, top, personId)]
  const targets: Target[] = []
  for (const id of bodies) targets.push(await targetOf(reader, id, personId))
  return targets
}

/** The bodies at which an actor may do a verb, for lists: all of them for a machine and for those whose line holds the region's government. */
export async function reachOf<N extends Noun>(
  reader: Reader,
  ctx: Context,
  actor: Actor | Machine,
  verb: Verb<N>,
  noun: N,
): Promise<Reach> {
  if (actor.personId === null) return { bodyIds: 'all', self: null }
  const grants = grantsOf(noun, verb)
  const self = grants.everyone === undefined ? null : actor.personId
  if (grants.everyone === 'region') return { bodyIds: 'all', self }
  const held = actor.posts.map((post) => ({ bodyId: post.bodyId, scope: grants[post.role] }))
  if (held.some(({ scope }) => scope === 'region')) return { bodyIds: 'all', self }
  const heads = held.filter(({ scope }) => scope === 'filing-line').map(({ bodyId }) => bodyId)
  const below = heads.length === 0 ? [] : await loadLineBelow(reader, heads)
  const top = await topGovernment(reader, today(ctx))
  if (top !== null && below.includes(top)) return { bodyIds: 'all', self }
  const own = held.filter(({ scope }) => scope === 'own-body').map(({ bodyId }) => bodyId)
  return { bodyIds: [...new Set([...below, ...own])], self }
}
