import type { Context } from '#db'
import { today } from '../day.ts'
import type { Actor, Machine } from '../model.ts'
import { reachOf } from '../people/reach.ts'
import { type Delegation, loadDelegations } from './store.ts'

/** Delegations the actor may see, newest first: those of bodies in reach, and those one gave or was given. `open` leaves out what is over. */
export async function delegationsOf(
  ctx: Context,
  actor: Actor | Machine,
  filter: { readonly body?: string; readonly person?: string; readonly open?: boolean } = {},
): Promise<Delegation[]> {
  const reach = await reachOf(ctx.db, ctx, actor, 'see', 'delegation')
  return loadDelegations(ctx.db, {
    ...reach,
    bodySlug: filter.body,
    personId: filter.person,
    openOn: filter.open ? today(ctx) : undefined,
  })
}
