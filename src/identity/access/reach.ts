/** Whether what an administrator does to a person's account is within reach. */
import type { Context, Reader } from '#db'
import { Failure } from '#words'
import { targetOf } from '../bodies/queries.ts'
import { topGovernment } from '../bodies/store.ts'
import { today } from '../day.ts'
import type { Actor, Machine } from '../model.ts'
import { bodiesOfPerson } from '../people/store.ts'
import { allow } from '../policies/index.ts'

/**
 * Refuses unless the actor may do it at every body where the person holds a post: whoever opens an account opens all its posts.
 * Of a person without posts the region's government decides. Throws `not-allowed`.
 */
export async function allowForAccount(
  reader: Reader,
  ctx: Context,
  actor: Actor | Machine,
  act: { noun: 'account'; verb: 'reset' | 'unlock' } | { noun: 'session'; verb: 'see' | 'end' },
  personId: string,
): Promise<void> {
  const held = await bodiesOfPerson(reader, personId, today(ctx))
  const top = held.length === 0 ? await topGovernment(reader, today(ctx)) : null
  for (const bodyId of top === null ? held : [top]) {
    const target = await targetOf(reader, bodyId, personId)
    if (act.noun === 'account') allow(actor, act.verb, act.noun, target)
    else allow(actor, act.verb, act.noun, target)
  }
  if (held.length === 0 && top === null) throw new Failure('not-allowed', { needs: 'security-admin' })
}
