/** From an id to what a person knows a thing by. */
import type { Context } from '#db'
import { bodyById } from '#identity'

export interface BodyLink {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** A body as others point to it, and nothing more of it. */
export const refOf = ({ id, slug, name }: BodyLink): BodyLink => ({ id, slug, name })

/** Bodies by id; nothing for an id that is null. */
export interface Refs {
  get(id: string | null): BodyLink | null
}

/** Asks once for each body. */
export async function bodyRefs(ctx: Context, ids: readonly (string | null)[]): Promise<Refs> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const found = new Map(
    await Promise.all(
      wanted.map(async (id) => {
        const body = await bodyById(ctx, id)
        return [id, body && refOf(body)] as const
      }),
    ),
  )
  return { get: (id) => (id === null ? null : (found.get(id) ?? null)) }
}
