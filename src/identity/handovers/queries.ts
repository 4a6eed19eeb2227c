import type { Context } from '#db'
import type { Actor, Machine } from '../model.ts'
import { reachOf } from '../people/reach.ts'
import type { Handover } from './model.ts'
import { loadHandovers } from './store.ts'

/** Handovers the actor may see, newest first: those of bodies in reach, and one's own. */
export async function handoversOf(ctx: Context, actor: Actor | Machine, filter: { readonly body?: string } = {}): Promise<Handover[]> {
  const reach = await reachOf(ctx.db, ctx, actor, 'see', 'handover')
  return loadHandovers(ctx.db, { ...reach, bodySlug: filter.body })
}
