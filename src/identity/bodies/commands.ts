/** Adds bodies, corrects their facts, names them and records their end. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { later, today } from '../day.ts'
import { day, required, slug as slugOf, wrong } from '../fields.ts'
import type { Actor, Body, Machine } from '../model.ts'
import { allow } from '../policies/index.ts'
import { administrationsOnlyAt, lockAdministrations } from '../posts/store.ts'
import { columnsOf, factsOf, noCircle } from './facts.ts'
import { type BodyDetail, type BodyEnding, type BodyFacts, endings, type NewBody, type NewName, nameKinds } from './model.ts'
import { detailOf, targetOf } from './queries.ts'
import * as store from './store.ts'

/** Adds a body with its names. Throws `wrong-field`, `taken`, `ended` (what it should file to), `not-allowed` (the line of the body it files to). */
export function addBody(ctx: Context, actor: Actor | Machine, input: NewBody): Promise<BodyDetail> {
  return inTransaction(ctx, (tx) => addBodyIn(tx, ctx, actor, input))
}

export async function addBodyIn(tx: Tx, ctx: Context, actor: Actor | Machine, input: NewBody): Promise<BodyDetail> {
  const slug = slugOf(input.slug)
  const name = required('name', input.name, 100)
  await store.lockTree(tx)
  const columns = await columnsOf(tx, ctx, input)
  const onBehalfOf = await allowInLine(tx, ctx, actor, 'add', columns.files_to)
  const taken = await store.bodyWith(tx, 'slug', slug)
  if (taken) throw await takenBy(tx, ctx, 'slug', slug, taken.id)
  await refuseTakenUscc(tx, ctx, columns.uscc, null)
  await refuseTakenName(tx, name, null, columns.established_on)

  const id = ctx.newId()
  await store.insertBody(tx, { id, slug, ...columns })
  const named = (text: string, kind: 'official' | 'short' | 'alias') =>
    store.insertName(tx, {
      id: ctx.newId(),
      body_id: id,
      name: required(kind === 'alias' ? 'aliases' : 'shortName', text, 100),
      kind,
      since: null,
      until: null,
    })
  await store.insertName(tx, { id: ctx.newId(), body_id: id, name, kind: 'official', since: null, until: null })
  if (input.shortName?.trim()) await named(input.shortName, 'short')
  for (const alias of new Set(input.aliases ?? [])) if (alias.trim()) await named(alias, 'alias')

  const added = await detailed(tx, ctx, id)
  await record(tx, ctx, actor, {
    kind: 'body.added',
    noun: 'body',
    nounId: id,
    bodyId: id,
    onBehalfOf,
    detail: { slug, name, ...factsOf(added) },
  })
  return added
}

/** Corrects facts of a body; what is left out stays. A move to another line needs leave in both. Throws as `addBody`, and `files-in-a-circle`. */
export function changeBody(ctx: Context, actor: Actor | Machine, slug: string, change: Partial<BodyFacts>): Promise<BodyDetail> {
  return inTransaction(ctx, (tx) => changeBodyIn(tx, ctx, actor, slug, change))
}

export async function changeBodyIn(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  slug: string,
  change: Partial<BodyFacts>,
): Promise<BodyDetail> {
  await store.lockTree(tx)
  const before = await locked(tx, ctx, slug)
  const onBehalfOf = allow(actor, 'change', 'body', await targetOf(tx, before.id))?.onBehalfOf ?? null
  const old = factsOf(before)
  const columns = await columnsOf(tx, ctx, { ...old, ...change }, before)
  if (columns.files_to !== before.filesTo) {
    if (before.endedOn !== null) throw new Failure('ended', { name: before.name, on: before.endedOn })
    await allowInLine(tx, ctx, actor, 'change', columns.files_to)
    await noCircle(tx, before, columns.files_to)
  }
  if (columns.uscc !== before.uscc) await refuseTakenUscc(tx, ctx, columns.uscc, before.id)
  await store.updateBody(tx, before.id, columns)

  const after = await detailed(tx, ctx, before.id)
  const changed = differences(old, factsOf(after))
  if (Object.keys(changed).length > 0)
    await record(tx, ctx, actor, {
      kind: 'body.changed',
      noun: 'body',
      nounId: before.id,
      bodyId: before.id,
      onBehalfOf,
      detail: { slug, ...changed },
    })
  return after
}

/**
 * Gives a body a name from a day on. An official name takes the place of the one that held, which stays with its days; short names and aliases stand beside others.
 * Throws `wrong-field` where an official name has no day, or one not after the day of the last; `taken` where another body bears it.
 */
export function nameBody(ctx: Context, actor: Actor | Machine, slug: string, input: NewName): Promise<BodyDetail> {
  return inTransaction(ctx, (tx) => nameBodyIn(tx, ctx, actor, slug, input))
}

export async function nameBodyIn(tx: Tx, ctx: Context, actor: Actor | Machine, slug: string, input: NewName): Promise<BodyDetail> {
  const name = required('name', input.name, 100)
  if (!nameKinds.includes(input.kind)) throw wrong('kind', 'choice', input.kind)
  const since = input.since ? day('since', input.since) : null
  await store.lockTree(tx)
  const body = await locked(tx, ctx, slug)
  const onBehalfOf = allow(actor, 'rename', 'body', await targetOf(tx, body.id))?.onBehalfOf ?? null
  if (body.endedOn !== null) throw new Failure('ended', { name: body.name, on: body.endedOn })
  const same = body.names.filter((one) => one.kind === input.kind)
  if (same.some((one) => one.name === name && one.until === null)) throw wrong('name', 'same', name)

  if (input.kind === 'official') {
    if (since === null) throw wrong('since', 'required')
    const last = same.at(-1)!
    const after = later(last.since ?? '', body.establishedOn)
    if (since <= after) throw wrong('since', 'after', after)
    await refuseTakenName(tx, name, body.id, since)
    await store.closeName(tx, last.id, since)
  }
  await store.insertName(tx, { id: ctx.newId(), body_id: body.id, name, kind: input.kind, since, until: null })

  await record(tx, ctx, actor, {
    kind: input.kind === 'official' ? 'body.renamed' : 'body.name-added',
    noun: 'body',
    nounId: body.id,
    bodyId: body.id,
    onBehalfOf,
    detail: { slug, kind: input.kind, name, since, ...(input.kind === 'official' ? { before: same.at(-1)!.name } : {}) },
  })
  return detailed(tx, ctx, body.id)
}

/** Ends a short name or an alias; `until` is the first day on which it no longer holds. An official name ends by the next. */
export function endName(ctx: Context, actor: Actor | Machine, slug: string, nameId: string, until: string): Promise<BodyDetail> {
  return inTransaction(ctx, async (tx) => {
    day('until', until)
    await store.lockTree(tx)
    const body = await locked(tx, ctx, slug)
    const onBehalfOf = allow(actor, 'rename', 'body', await targetOf(tx, body.id))?.onBehalfOf ?? null
    const name = body.names.find((one) => one.id === nameId && one.kind !== 'official' && one.until === null)
    if (!name) throw new Failure('not-found', { what: 'name' })
    if (name.since !== null && until <= name.since) throw wrong('until', 'after', name.since)
    await store.closeName(tx, name.id, until)
    const detail = { slug, kind: name.kind, name: name.name, until }
    await record(tx, ctx, actor, { kind: 'body.name-ended', noun: 'body', nounId: body.id, bodyId: body.id, onBehalfOf, detail })
    return detailed(tx, ctx, body.id)
  })
}

/**
 * Records that a body is no more, and who answers for it (国办公开办函〔2019〕14号). Its posts end; open tasks and clocks go to the first successor's disclosure officer.
 * Throws `still-filed-to` where others file to it and `moveFilersTo` is not given, `open-sign-offs`, `last-administrator`, `wrong-field`, `ended`.
 */
export function endBody(ctx: Context, actor: Actor | Machine, slug: string, input: BodyEnding): Promise<BodyDetail> {
  return inTransaction(ctx, async (tx) => {
    const on = day('on', input.on)
    const basis = required('basis', input.basis, 300)
    if (!endings.includes(input.kind)) throw wrong('kind', 'choice', input.kind)
    await store.lockTree(tx)
    const body = await locked(tx, ctx, slug)
    const onBehalfOf = allow(actor, 'end', 'body', await targetOf(tx, body.id))?.onBehalfOf ?? null
    if (body.endedOn !== null) throw new Failure('ended', { name: body.name, on: body.endedOn })
    if (on <= body.establishedOn) throw wrong('on', 'after', body.establishedOn)
    if (on > today(ctx)) throw wrong('on', 'not-after', today(ctx))
    const successors = await successorsOf(tx, ctx, body, input)

    const filers = await store.filersOf(tx, body.id, on)
    const heir = input.moveFilersTo === undefined ? null : await living(tx, ctx, 'filesTo', input.moveFilersTo)
    if (filers.length > 0) {
      if (heir === null)
        throw new Failure('still-filed-to', { name: body.name, count: filers.length, names: someOf(filers.map(({ name }) => name)) })
      if (heir.id === body.id) throw wrong('filesTo', 'same')
      await allowInLine(tx, ctx, actor, 'change', heir.id)
      await store.moveFilers(tx, body.id, heir.id, on)
      await noCircle(tx, heir, heir.filesTo)
    }
    const waiting = await store.openSignOffsAt(tx, body.id)
    if (waiting.length > 0) throw new Failure('open-sign-offs', { name: body.name, count: waiting.length, titles: someOf(waiting) })

    await lockAdministrations(tx)
    const [unheld] = await administrationsOnlyAt(tx, body.id, today(ctx))
    if (unheld !== undefined) throw new Failure('last-administrator', { role: unheld })

    await store.markEnded(tx, body.id, on)
    for (const successor of successors)
      await store.insertSuccession(tx, { predecessor_id: body.id, successor_id: successor.id, kind: input.kind, on_day: on, basis })
    const posts = await store.endPostsAt(tx, body.id, on, ctx.now())
    const moved = await store.moveOpenWork(tx, body.id, successors[0]!.id)
    await record(tx, ctx, actor, {
      kind: 'body.ended',
      noun: 'body',
      nounId: body.id,
      bodyId: body.id,
      onBehalfOf,
      detail: {
        slug,
        on,
        kind: input.kind,
        basis,
        successors: successors.map((one) => one.slug),
        ...(heir && filers.length > 0 ? { filersMovedTo: heir.slug, filers: filers.map((one) => one.slug) } : {}),
        posts,
        ...moved,
      },
    })
    return detailed(tx, ctx, body.id)
  })
}

/** One for a merger, two or more for a split; each exists, and none is the body itself. */
async function successorsOf(tx: Tx, ctx: Context, body: Body, { kind, successors: slugs }: BodyEnding): Promise<Body[]> {
  const successors: Body[] = []
  for (const slug of new Set(slugs)) successors.push(await living(tx, ctx, 'successors', slug))
  if (successors.some(({ id }) => id === body.id)) throw wrong('successors', 'same')
  if (successors.length === 0) throw wrong('successors', 'required')
  if (kind === 'merged' && successors.length > 1) throw wrong('successors', 'one-successor')
  if (kind === 'split' && successors.length < 2) throw wrong('successors', 'two-successors')
  return successors
}

async function living(tx: Tx, ctx: Context, field: string, slug: string): Promise<Body> {
  const body = await store.loadBody(tx, { slug }, today(ctx))
  if (body === null) throw wrong(field, 'unknown', slug)
  if (body.endedOn !== null) throw new Failure('ended', { name: body.name, on: body.endedOn })
  return body
}

async function locked(tx: Tx, ctx: Context, slug: string): Promise<BodyDetail> {
  const found = await store.lockBody(tx, slug)
  if (found === null) throw new Failure('not-found', { what: 'body' })
  return detailed(tx, ctx, found.id)
}

async function detailed(tx: Tx, ctx: Context, id: string): Promise<BodyDetail> {
  const on = today(ctx)
  return detailOf(tx, (await store.loadBody(tx, { id }, on))!, on)
}

/** Leave in the line of the body filed to; at the top, in the line of the region's government. Gives for whom it is held. */
async function allowInLine(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  verb: 'add' | 'change',
  filesTo: string | null,
): Promise<string | null> {
  const ground = filesTo ?? (await store.topGovernment(tx, today(ctx)))
  return allow(actor, verb, 'body', ground === null ? {} : await targetOf(tx, ground))?.onBehalfOf ?? null
}

async function refuseTakenUscc(tx: Tx, ctx: Context, uscc: string | null, except: string | null): Promise<void> {
  const taken = uscc === null ? null : await store.bodyWith(tx, 'uscc', uscc)
  if (taken && taken.id !== except) throw await takenBy(tx, ctx, 'uscc', uscc!, taken.id)
}

async function refuseTakenName(tx: Tx, name: string, except: string | null, since: string): Promise<void> {
  const other = await store.otherWithName(tx, name, except, since)
  if (other) throw new Failure('taken', { field: 'name', value: name, by: `${other.name} ${other.slug}` })
}

async function takenBy(tx: Tx, ctx: Context, field: string, value: string, id: string): Promise<Failure> {
  const { name } = await store.loadLink(tx, id, today(ctx))
  return new Failure('taken', { field, value, by: name })
}

/** The first few, so that a sentence stays one. */
export const someOf = (texts: readonly string[]): string => texts.slice(0, 5).join('、') + (texts.length > 5 ? '…' : '')

/** What differs, as [before, after] by key. */
export function differences<T extends object>(before: T, after: T): Record<string, { before: unknown; after: unknown }> {
  const keys = Object.keys(after) as (keyof T & string)[]
  return Object.fromEntries(
    keys.filter((key) => before[key] !== after[key]).map((key) => [key, { before: before[key], after: after[key] }]),
  )
}
