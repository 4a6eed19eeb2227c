import type { Context, Reader } from '#db'
import { Failure } from '#words'
import { today } from '../day.ts'
import { wrong } from '../fields.ts'
import type { Body } from '../model.ts'
import type { Target } from '../policies/index.ts'
import { loadRegion } from '../regions/store.ts'
import type { BodyBelow, BodyDetail, BodyFilter, BodyNode, BodyTie, FormerName } from './model.ts'
import {
  bodyWith,
  loadBodies,
  loadBodiesBelow,
  loadBody,
  loadFilingLine,
  loadFormerNames,
  loadLineBelow,
  loadLink,
  loadNames,
  loadSuccessions,
  loadTies,
} from './store.ts'

const pageSize = 100
const largestPage = 500

/** Bodies of a page, and the slug to ask the next one after; null at the end. Public. */
export async function findBodies(ctx: Context, filter: BodyFilter = {}): Promise<{ items: Body[]; next: string | null }> {
  const limit = filter.limit ?? pageSize
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage) throw wrong('limit', 'between', `1–${largestPage}`)
  const items = await loadBodies(ctx.db, {
    q: filter.q,
    kind: filter.kind,
    filesToSlug: filter.filesTo,
    ended: filter.ended,
    on: filter.on ?? today(ctx),
    after: filter.after,
    limit: limit + 1,
  })
  if (items.length === 0 && filter.after !== undefined && (await bodyWith(ctx.db, 'slug', filter.after)) === null)
    throw wrong('slug', 'unknown', filter.after)
  const page = items.slice(0, limit)
  return { items: page, next: items.length > limit ? page.at(-1)!.slug : null }
}

/** Every body that exists on the day (today without one), in the order of lists; with `ended: 'all'` those of the past too. */
export function allBodies(ctx: Context, filter: { on?: string; ended?: 'all' } = {}): Promise<Body[]> {
  const on = filter.on ?? today(ctx)
  return loadBodies(ctx.db, {
    q: undefined,
    kind: undefined,
    filesToSlug: undefined,
    ended: filter.ended,
    on,
    after: undefined,
    limit: 1_000_000,
  })
}

/** A body with all its names, what it came from and what became of it; null where there is none. Public. */
export async function bodyBySlug(ctx: Context, slug: string, on: string = today(ctx)): Promise<BodyDetail | null> {
  const body = await loadBody(ctx.db, { slug }, on)
  return body === null ? null : detailOf(ctx.db, body, on)
}

/** The body of the slug; throws `not-found`. */
export async function bodyAt(ctx: Context, slug: string): Promise<BodyDetail> {
  const body = await bodyBySlug(ctx, slug)
  if (body === null) throw new Failure('not-found', { what: 'body' })
  return body
}

/** A body by its id, with the names of the day (today without one); null where there is none. */
export const bodyById = (ctx: Context, id: string, on: string = today(ctx)): Promise<Body | null> => loadBody(ctx.db, { id }, on)

export async function detailOf(reader: Reader, body: Body, on: string): Promise<BodyDetail> {
  const region = (await loadRegion(reader, body.regionId))!
  return {
    ...body,
    names: await loadNames(reader, body.id),
    predecessors: await loadSuccessions(reader, body.id, 'predecessors'),
    successors: await loadSuccessions(reader, body.id, 'successors'),
    region: { code: region.code, name: region.name },
    filesToBody: body.filesTo === null ? null : await loadLink(reader, body.filesTo, on),
    sharesOfficeWithBody: body.sharesOfficeWith === null ? null : await loadLink(reader, body.sharesOfficeWith, on),
  }
}

/** Who files to whom, as trees: each topmost body with those below it, on the day (today without one). Public. */
export async function governmentTree(ctx: Context, on: string = today(ctx)): Promise<BodyNode[]> {
  const bodies = await allBodies(ctx, { on })
  const present = new Set(bodies.map(({ id }) => id))
  const children = new Map<string | null, Body[]>()
  for (const body of bodies) {
    const parent = body.filesTo !== null && present.has(body.filesTo) ? body.filesTo : null
    children.set(parent, [...(children.get(parent) ?? []), body])
  }
  const nodesUnder = (parent: string | null): BodyNode[] =>
    (children.get(parent) ?? []).map((body) => ({ ...body, children: nodesUnder(body.id) }))
  return nodesUnder(null)
}

/** Those that file to a body at any depth and exist on the day (today without one), nearest first; `isSummed` says which a sum may count. */
export const bodiesBelow = (ctx: Context, bodyId: string, on: string = today(ctx)): Promise<BodyBelow[]> =>
  loadBodiesBelow(ctx.db, bodyId, on)

/** The body and all it files to, each with the office that acts for it (Order 711 Art. 3): what a policy's `filing-line` asks of a target. */
export const filingLineOf = (reader: Reader, bodyId: string): Promise<string[]> => loadFilingLine(reader, bodyId)

/** The other way round: every body in whose filing line one of the given stands. For lists of what a higher office or an administrator may see. */
export const lineBelow = (reader: Reader, bodyIds: readonly string[]): Promise<string[]> => loadLineBelow(reader, bodyIds)

/** What `allow` wants to know of a thing that belongs to a body. */
export async function targetOf(reader: Reader, bodyId: string, personId?: string | null): Promise<Target> {
  return { bodyId, filingLine: await loadFilingLine(reader, bodyId), ...(personId === undefined ? {} : { personId }) }
}

/** Official names of all bodies that no longer hold on the day, newest first. */
export const formerNames = (ctx: Context, on: string): Promise<FormerName[]> => loadFormerNames(ctx.db, on)

/** What became of one body at another, of all that ever did, in the order of days. */
export const allTies = (ctx: Context): Promise<BodyTie[]> => loadTies(ctx.db)
