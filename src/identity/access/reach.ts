/** Whether what an administrator does to a person's account is within reach. */
import type { Context, Reader } from '#db'
import { filingLineOf } from '../bodies/queries.ts'
import { today } from '../day.ts'
import type { Actor, Machine } from '../model.ts'
import { allow, type Noun, type Verb } from '../policies/index.ts'
import { bodiesOfPerson, topBodies } from './session-store.ts'

/**
 * Refuses unless the actor may do it at every body where the person holds a post: whoever opens an account opens all its posts.
 * Of a person who never held one, the tops of the tree decide. Throws `not-allowed`.
 */
export async function allowForPerson<N extends Noun>(
  reader: Reader,
  ctx: Context,
  actor: Actor | Machine,
  verb: Verb<N>,
  noun: N,
  personId: string,
): Promise<void> {
  const held = await bodiesOfPerson(reader, personId, today(ctx))
  const bodies = held.length ? held : await topBodies(reader)
  if (!bodies.length) allow(actor, verb, noun, { personId })
  for (const bodyId of bodies) allow(actor, verb, noun, { bodyId, filingLine: await filingLineOf(reader, bodyId), personId })
}
