import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { targetOf } from '../bodies/queries.ts'
import { bodyWith, loadBody, lockTree } from '../bodies/store.ts'
import { today } from '../day.ts'
import { day, required } from '../fields.ts'
import type { Actor, Machine } from '../model.ts'
import { allow } from '../policies/index.ts'
import * as store from './store.ts'

/** Adds a section to a body; one of that name that had ended stands again. Throws `not-found`, `not-allowed`, `taken`, `ended`. */
export function addSection(ctx: Context, actor: Actor | Machine, slug: string, input: { readonly name: string }): Promise<store.Section> {
  return inTransaction(ctx, (tx) => addSectionIn(tx, ctx, actor, slug, input))
}

export async function addSectionIn(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  slug: string,
  input: { readonly name: string },
): Promise<store.Section> {
  const name = required('section', input.name, 100)
  await lockTree(tx)
  const found = await bodyWith(tx, 'slug', slug)
  if (found === null) throw new Failure('not-found', { what: 'body' })
  const onBehalfOf = allow(actor, 'add', 'section', await targetOf(tx, found.id))?.onBehalfOf ?? null
  const body = (await loadBody(tx, found, today(ctx)))!
  if (body.endedOn !== null) throw new Failure('ended', { name: body.name, on: body.endedOn })

  const same = (await store.loadSections(tx, body.id, 'all')).find((one) => one.name === name)
  if (same && same.endedOn === null) throw new Failure('taken', { field: 'section', value: name, by: body.name })
  const section = { id: same?.id ?? ctx.newId(), bodyId: body.id, name, endedOn: null }
  await (same ? store.updateSection(tx, section) : store.insertSection(tx, section))
  await record(tx, ctx, actor, {
    kind: 'section.added',
    noun: 'section',
    nounId: section.id,
    bodyId: body.id,
    onBehalfOf,
    detail: { name },
  })
  return section
}

/** Renames a section. Throws `not-found`, `not-allowed`, `taken`. */
export function changeSection(ctx: Context, actor: Actor | Machine, id: string, change: { readonly name: string }): Promise<store.Section> {
  return inTransaction(ctx, async (tx) => {
    const { section, onBehalfOf } = await allowed(tx, actor, 'change', id)
    const name = required('section', change.name, 100)
    const others = (await store.loadSections(tx, section.bodyId, 'all')).filter((one) => one.id !== id)
    if (others.some((one) => one.name === name)) throw new Failure('taken', { field: 'section', value: name, by: name })
    await store.updateSection(tx, { ...section, name })
    const detail = { before: section.name, after: name }
    await record(tx, ctx, actor, { kind: 'section.changed', noun: 'section', nounId: id, bodyId: section.bodyId, onBehalfOf, detail })
    return { ...section, name }
  })
}

/** Ends a section and the posts of its liaisons; `on` is the first day without it, today unless told. Throws `not-found`, `not-allowed`. */
export function endSection(ctx: Context, actor: Actor | Machine, id: string, on: string = today(ctx)): Promise<store.Section> {
  return inTransaction(ctx, async (tx) => {
    day('on', on)
    const { section, onBehalfOf } = await allowed(tx, actor, 'end', id)
    if (section.endedOn !== null) throw new Failure('ended', { name: section.name, on: section.endedOn })
    await store.updateSection(tx, { ...section, endedOn: on })
    const liaisons = await store.endLiaisons(tx, id, on)
    const detail = { name: section.name, on, liaisons }
    await record(tx, ctx, actor, { kind: 'section.ended', noun: 'section', nounId: id, bodyId: section.bodyId, onBehalfOf, detail })
    return { ...section, endedOn: on }
  })
}

async function allowed(tx: Tx, actor: Actor | Machine, verb: 'change' | 'end', id: string) {
  const found = await store.loadSection(tx, id)
  if (found === null) throw new Failure('not-found', { what: 'section' })
  await store.lockSection(tx, found.id)
  const section = (await store.loadSection(tx, id))!
  return { section, onBehalfOf: allow(actor, verb, 'section', await targetOf(tx, section.bodyId))?.onBehalfOf ?? null }
}
