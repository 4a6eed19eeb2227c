/** Challenges as they are seen. */
import type { WorkCalendar } from '#calendar'
import type { Context, Reader } from '#db'
import {
  type Actor,
  type Attachment,
  allow,
  bodyAt,
  calendarsOf,
  type Lamp,
  lampOf,
  loadAttachmentsOf,
  type Machine,
  reachOf,
  targetOf,
  today,
  workCalendar,
} from '#identity'
import { Failure } from '#words'
import type { ChallengeEvent } from './events.ts'
import { foldChallenge } from './fold.ts'
import { type ChallengeLimit, limitOf } from './limits.ts'
import {
  type ChallengeGuard,
  type ChallengeVerb,
  type ChallengeVerbRow,
  challengeGuards,
  challengeVerbNames,
  challengeVerbs,
} from './machine.ts'
import type { ChallengeKind, FoldedChallenge } from './model.ts'
import * as store from './store.ts'

/** A row of the list. */
export interface ListedChallenge extends store.StoredChallenge {
  readonly requests: readonly store.LinkedRequest[]
  /** How it stands now, which may be another than what table 四 counts. */
  readonly stands: FoldedChallenge['stands']
  readonly limit: (ChallengeLimit & { readonly lamp: Lamp; readonly daysLeft: number | null }) | null
}

export interface ChallengeDetail extends ListedChallenge {
  readonly folded: FoldedChallenge
  readonly timeline: readonly (ChallengeEvent & { readonly personName: string | null })[]
  readonly files: readonly Attachment[]
  /** The reconsideration before a suit. */
  readonly reconsideration: store.StoredChallenge | null
  /** Suits that followed a reconsideration. */
  readonly suits: readonly store.SuitAfter[]
  /** What the asker may do now. */
  readonly may: readonly ChallengeVerb[]
}

/** One challenge, whole. Throws `not-found`, `not-allowed`. */
export async function challengeAt(ctx: Context, actor: Actor | Machine, id: string): Promise<ChallengeDetail> {
  const row = await store.loadChallenge(ctx.db, id)
  if (!row) throw new Failure('not-found', { what: 'challenge' })
  allow(actor, 'see', 'challenge', await targetOf(ctx.db, row.bodyId))
  return challengeDetail(ctx.db, ctx, actor, row)
}

export interface ChallengeFilter {
  /** Slug. */
  readonly body?: string
  readonly kind?: ChallengeKind
  readonly open?: boolean
  readonly request?: string
  /** Those that table 四 of the year may count. */
  readonly year?: number
  readonly after?: string
  readonly limit?: number
}

/** Challenges of the bodies the actor may see, the latest filed first. Throws `not-found`, `not-allowed`, `invalid-input` for a cursor that is none. */
export async function challengesOf(
  ctx: Context,
  actor: Actor | Machine,
  { body, kind, open, request, year, after, limit = 50 }: ChallengeFilter = {},
): Promise<{ items: ListedChallenge[]; next: string | null }> {
  if (body === undefined) allow(actor, 'see', 'challenge')
  else allow(actor, 'see', 'challenge', await targetOf(ctx.db, (await bodyAt(ctx, body)).id))
  const { bodyIds } = await reachOf(ctx.db, ctx, actor, 'see', 'challenge')
  const rows = await store.loadChallenges(ctx.db, {
    bodyIds,
    bodySlug: body ?? null,
    kind: kind ?? null,
    isOpen: open ?? null,
    requestId: request ?? null,
    year: year ?? null,
    after: positionOf(after),
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const ids = page.map(({ id }) => id)
  const linked = await store.loadLinkedRequests(ctx.db, ids)
  const events = await store.loadEventsOf(ctx.db, ids)
  const calendars = await calendarsOf(
    ctx.db,
    page.map(({ regionId }) => regionId),
  )
  const items = page.map((row) => {
    const requests = linked.filter(({ challengeId }) => challengeId === row.id)
    return listed(ctx, calendars.get(row.regionId)!, row, foldChallenge(events.get(row.id)!), requests)
  })
  const last = page.at(-1)
  return { items, next: rows.length > limit && last ? `${last.filedOn}.${last.id}` : null }
}

export async function challengeDetail(
  reader: Reader,
  ctx: Context,
  who: Actor | Machine,
  row: store.StoredChallenge,
): Promise<ChallengeDetail> {
  const events = await store.loadChallengeEvents(reader, row.id)
  const folded = foldChallenge(events)
  const names = await store.namesOf(
    reader,
    events.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  )
  return {
    ...listed(ctx, await workCalendar(reader, row.regionId), row, folded, await store.loadLinkedRequests(reader, [row.id])),
    folded,
    timeline: events.map((event) => ({ ...event, personName: event.personId === null ? null : (names.get(event.personId) ?? null) })),
    files: await loadAttachmentsOf(reader, 'challenge', row.id),
    reconsideration: folded.reconsiderationId === null ? null : await store.loadChallenge(reader, folded.reconsiderationId),
    suits: row.kind === 'reconsideration' ? await store.loadSuitsAfter(reader, row.id) : [],
    may: mayNow(who, row.bodyId, folded),
  }
}

function listed(
  ctx: Context,
  calendar: WorkCalendar,
  row: store.StoredChallenge,
  folded: FoldedChallenge,
  requests: readonly store.LinkedRequest[],
): ListedChallenge {
  const limit = limitOf(folded, calendar)
  return {
    ...row,
    requests,
    stands: folded.stands,
    limit: limit && { ...limit, ...lampOf(calendar, today(ctx), { ...limit, isClock: false }) },
  }
}

function mayNow(who: Actor | Machine, bodyId: string, challenge: FoldedChallenge): ChallengeVerb[] {
  const roles = who.personId === null ? ['job'] : who.posts.filter((post) => post.bodyId === bodyId).map(({ role }) => role)
  return challengeVerbNames.filter((name) => {
    const { kinds, from, by, needs }: ChallengeVerbRow = challengeVerbs[name]
    return (
      kinds.includes(challenge.kind) &&
      from.includes(challenge.state) &&
      by.some((hand) => roles.includes(hand)) &&
      needs.every((guard: ChallengeGuard) => challengeGuards[guard](challenge))
    )
  })
}

function positionOf(after: string | undefined): { filedOn: string; id: string } | null {
  if (after === undefined) return null
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(after)
  if (!found) throw new Failure('invalid-input', { where: 'after', what: after })
  return { filedOn: found[1]!, id: found[2]! }
}
