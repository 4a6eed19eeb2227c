import type { Context, Reader } from '#db'
import { today } from '../day.ts'
import type { Post, Role } from '../model.ts'
import type { Holder } from './model.ts'
import { loadHolders, loadPosts } from './store.ts'

/**
 * What a person holds on a day: their own posts, then those of each person they act for under a delegation (`onBehalfOf`), at its body alone.
 * Administrations are never among the latter, nor what the other holds under a delegation. Nothing once the person has left.
 */
export const postsOf = (reader: Reader, personId: string, on: string): Promise<Post[]> => loadPosts(reader, personId, on)

/** Who may act in a role at a body on the day (today without one): holders, then those who act for them. A `step` narrows reviewers to theirs. */
export const holdersOf = (
  ctx: Context,
  bodyId: string,
  role: Role,
  options: { step?: number | null; on?: string } = {},
): Promise<Holder[]> => loadHolders(ctx.db, bodyId, role, options.step ?? null, options.on ?? today(ctx))
