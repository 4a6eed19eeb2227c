import type { Context } from '#db'
import { Failure } from '#words'
import { bodyWith } from '../bodies/store.ts'
import { loadSections, type Section } from './store.ts'

/** Sections of a body in the order in which they were added; with `ended` those of the past too. Throws `not-found`. */
export async function sectionsOf(ctx: Context, slug: string, options: { ended?: boolean } = {}): Promise<Section[]> {
  const body = await bodyWith(ctx.db, 'slug', slug)
  if (body === null) throw new Failure('not-found', { what: 'body' })
  return loadSections(ctx.db, body.id, options.ended ? 'all' : 'open')
}
