/** The register as it is seen, and what might be published to everybody. */
import type { Context } from '#db'
import { type Actor, allow, bodyBySlug, calendarsOf, type Lamp, lampOf, reachOf, targetOf, today } from '#identity'
import { Failure } from '#words'
import { monthsAfter } from './commands.ts'
import * as store from './store.ts'

export interface WithheldDetail extends store.StoredWithheld {
  readonly lamp: Lamp
  readonly reviews: readonly store.StoredReview[]
}

export interface WithheldFilter {
  /** Slug. */
  readonly body?: string
  readonly state?: store.WithheldState
  /** Only those whose day has come. */
  readonly due?: boolean
  readonly after?: string
  readonly limit?: number
}

/** Entries the actor may see, the next to be looked at first. Throws `not-found`, `not-allowed`, `wrong-field` for a place that is none. */
export async function withheldOf(
  ctx: Context,
  actor: Actor,
  { body: slug, state = 'withheld', due = false, after, limit = 50 }: WithheldFilter = {},
): Promise<{ items: WithheldDetail[]; next: string | null }> {
  const bodyIds = slug === undefined ? (await reachOf(ctx.db, ctx, actor, 'see', 'withheld')).bodyIds : [await bodySeen(ctx, actor, slug)]
  const rows = await store.loadRegister(ctx.db, {
    bodyIds,
    state,
    by: due ? today(ctx) : null,
    after: after === undefined ? null : placeOf(after),
    limit: limit + 1,
  })
  const items = await detailed(ctx, rows.slice(0, limit))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.reviewOn}_${last.id}` : null }
}

/** One entry; null where there is none. */
export async function entryAt(ctx: Context, id: string): Promise<WithheldDetail | null> {
  const found = await store.loadWithheld(ctx.db, id)
  return found && (await detailed(ctx, [found]))[0]!
}

async function detailed(ctx: Context, rows: readonly store.StoredWithheld[]): Promise<WithheldDetail[]> {
  const reviews = await store.loadReviews(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const calendars = await calendarsOf(
    ctx.db,
    rows.map(({ regionId }) => regionId),
  )
  return rows.map((row) => ({
    ...row,
    lamp:
      row.state === 'withheld'
        ? lampOf(calendars.get(row.regionId)!, today(ctx), { dueOn: row.reviewOn, dueStatus: 'final', isClock: false }).lamp
        : 'none',
    reviews: reviews.filter(({ withheldId }) => withheldId === row.id),
  }))
}

function placeOf(after: string): { reviewOn: string; id: string } {
  const [, reviewOn, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after) ?? []
  if (reviewOn === undefined || id === undefined) throw new Failure('invalid-input', { where: 'after', what: after.slice(0, 60) })
  return { reviewOn, id }
}

async function bodySeen(ctx: Context, actor: Actor, slug: string): Promise<string> {
  const body = await bodyBySlug(ctx, slug)
  if (!body) throw new Failure('not-found', { what: 'body' })
  allow(actor, 'see', 'withheld', await targetOf(ctx.db, body.id))
  return body.id
}

export interface PublicationSuggestion {
  readonly title: string
  /** Several asked for the same; released from the register; suggested in the case. */
  readonly because: 'asked-often' | 'released' | 'offered'
  readonly requests: readonly { readonly id: string; readonly number: string; readonly title: string }[]
}

/** How alike titles are, by their trigrams, that ask for the same. */
const sameTitle = 0.6
/** How long ago they may have been answered. */
const months = 36

/**
 * What a body might publish to everybody (Order 711 Art. 44): what several applicants asked for and were given, what the register let go, what
 * was suggested in a case; each until somebody has settled it. Throws `not-found`, `not-allowed`.
 */
export async function publicationSuggestions(ctx: Context, actor: Actor, slug?: string): Promise<PublicationSuggestion[]> {
  const reach = slug === undefined ? (await reachOf(ctx.db, ctx, actor, 'see', 'withheld')).bodyIds : [await bodySeen(ctx, actor, slug)]
  const found: PublicationSuggestion[] = []
  // Nobody sees the register of everybody: what is withheld is the body's own.
  for (const bodyId of reach === 'all' ? [] : reach) found.push(...(await suggestionsOf(ctx, bodyId)))
  return found
}

async function suggestionsOf(ctx: Context, bodyId: string): Promise<PublicationSuggestion[]> {
  const pairs = await store.loadAskedAlike(ctx.db, bodyId, { since: monthsAfter(today(ctx), -months), likeness: sameTitle })
  const [offered, released] = [await store.loadOffered(ctx.db, bodyId), await store.loadReleased(ctx.db, bodyId)]
  const groups = groupsOf(pairs)
  const names = new Map((await store.loadCasesNamed(ctx.db, [...groups.flat(), ...offered, ...released])).map((one) => [one.id, one]))
  const suggestion = (because: PublicationSuggestion['because'], ids: readonly string[]): PublicationSuggestion => {
    const requests = ids.map((id) => names.get(id)!)
    return { title: requests[0]!.title, because, requests }
  }
  return [
    ...released.map((id) => suggestion('released', [id])),
    ...offered.map((id) => suggestion('offered', [id])),
    ...groups.map((ids) => suggestion('asked-often', ids)),
  ]
}

/** Cases that hang together by pairs, each group in the order of its ids. */
export function groupsOf(pairs: readonly { readonly one: string; readonly other: string }[]): string[][] {
  const groups: Set<string>[] = []
  for (const { one, other } of pairs) {
    const touched = groups.filter((group) => group.has(one) || group.has(other))
    const merged = new Set([one, other, ...touched.flatMap((group) => [...group])])
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), merged)
  }
  return groups.map((group) => [...group].sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}
