import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { regionCode, required, text, wrong } from '../fields.ts'
import type { Actor, Machine } from '../model.ts'
import { allow } from '../policies/index.ts'
import type { NewRegion, Region } from './model.ts'
import * as store from './store.ts'

/** Adds a region below another; the first has none above. Throws `wrong-field`, `taken`. */
export function addRegion(ctx: Context, actor: Actor | Machine, input: NewRegion): Promise<Region> {
  return inTransaction(ctx, (tx) => addRegionIn(tx, ctx, actor, input))
}

export async function addRegionIn(tx: Tx, ctx: Context, actor: Actor | Machine, input: NewRegion): Promise<Region> {
  const onBehalfOf = allow(actor, 'change', 'region')?.onBehalfOf ?? null
  const code = regionCode(input.code)
  const name = required('name', input.name, 60)
  await store.lockRegions(tx)
  await refuseTaken(tx, code, null)
  const parent = input.parent === undefined ? null : await store.loadRegionByCode(tx, input.parent)
  if (input.parent !== undefined && parent === null) throw wrong('region', 'unknown', input.parent)

  const region = { id: ctx.newId(), parentId: parent?.id ?? null, code, name, shortName: text('shortName', input.shortName, 60) || name }
  await store.insertRegion(tx, region)
  await record(tx, ctx, actor, {
    kind: 'region.added',
    noun: 'region',
    nounId: region.id,
    onBehalfOf,
    detail: { code, name, shortName: region.shortName },
  })
  return region
}

/** Corrects the code or the names of a region. Throws `not-found`, `wrong-field`, `taken`. */
export function changeRegion(
  ctx: Context,
  actor: Actor | Machine,
  code: string,
  change: Partial<Omit<NewRegion, 'parent'>>,
): Promise<Region> {
  return inTransaction(ctx, async (tx) => {
    const onBehalfOf = allow(actor, 'change', 'region')?.onBehalfOf ?? null
    await store.lockRegions(tx)
    const before = await store.loadRegionByCode(tx, code)
    if (before === null) throw new Failure('not-found', { what: 'region' })
    const after: Region = {
      ...before,
      code: change.code === undefined ? before.code : regionCode(change.code),
      name: change.name === undefined ? before.name : required('name', change.name, 60),
      shortName: change.shortName === undefined ? before.shortName : required('shortName', change.shortName, 60),
    }
    await refuseTaken(tx, after.code, before.id)
    await store.updateRegion(tx, after)
    await record(tx, ctx, actor, { kind: 'region.changed', noun: 'region', nounId: before.id, onBehalfOf, detail: { before, after } })
    return after
  })
}

async function refuseTaken(tx: Tx, code: string, except: string | null): Promise<void> {
  const taken = await store.loadRegionByCode(tx, code)
  if (taken && taken.id !== except) throw new Failure('taken', { field: 'code', value: code, by: taken.name })
}
