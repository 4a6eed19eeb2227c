import type { Context } from '#db'
import { loadBodies, loadBody, topGovernment } from '../bodies/store.ts'
import { today } from '../day.ts'
import type { Ground, Region } from './model.ts'
import { loadRegion, loadRegionByCode, loadRegions } from './store.ts'

/** Whose portal this is, by the names of today; null before the first run. */
export async function ground(ctx: Context): Promise<Ground | null> {
  const on = today(ctx)
  const id = await topGovernment(ctx.db, on)
  if (id === null) return null
  const government = (await loadBody(ctx.db, { id }, on))!
  const offices = await loadBodies(ctx.db, {
    q: undefined,
    kind: 'office',
    filesToSlug: government.slug,
    ended: undefined,
    on,
    after: undefined,
    limit: 1,
  })
  return { region: (await loadRegion(ctx.db, government.regionId))!, government, office: offices[0] ?? null }
}

/** All regions, the topmost first, then by code. */
export const allRegions = (ctx: Context): Promise<Region[]> => loadRegions(ctx.db)

export const regionByCode = (ctx: Context, code: string): Promise<Region | null> => loadRegionByCode(ctx.db, code)
