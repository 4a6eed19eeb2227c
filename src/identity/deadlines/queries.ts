/** Clocks as they are seen. */
import { dueDate } from '#calendar'
import type { Context, Reader } from '#db'
import { Failure } from '#words'
import { targetOf } from '../bodies/queries.ts'
import { today } from '../day.ts'
import { calendarsOf, workCalendar } from '../holidays/calendar.ts'
import type { Actor, Machine } from '../model.ts'
import { reachOf } from '../people/reach.ts'
import { allow } from '../policies/index.ts'
import { type Deadline, type DeadlineDetail, shown } from './model.ts'
import { loadChanges, loadDeadline, loadDeadlines, type StoredChange } from './store.ts'

/** Clocks of the bodies the actor may see, the nearest first; `after` is the `next` of the page before. */
export async function deadlinesOf(
  ctx: Context,
  actor: Actor | Machine,
  { body, closed = false, after, limit = 50 }: { body?: string; closed?: boolean; after?: string; limit?: number } = {},
): Promise<{ items: Deadline[]; next: string | null }> {
  const reach = await reachOf(ctx.db, ctx, actor, 'see', 'deadline')
  const rows = await loadDeadlines(ctx.db, { ...reach, bodySlug: body, closed, after: positionOf(after), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const calendars = await calendarsOf(
    ctx.db,
    page.map(({ regionId }) => regionId),
  )
  const last = page.at(-1)
  return {
    items: page.map((row) => shown(calendars.get(row.regionId)!, row, today(ctx))),
    next: rows.length > limit && last ? `${last.dueOn ?? '9999-12-31'}.${last.id}` : null,
  }
}

/** One clock with its reasoning, in the actor's language, and how its date moved. Throws `not-found`, `not-allowed`. */
export async function deadlineAt(ctx: Context, actor: Actor, id: string): Promise<DeadlineDetail> {
  const detail = await detailOf(ctx.db, ctx, id, actor.language)
  if (!detail) throw new Failure('not-found', { what: 'deadline' })
  allow(actor, 'see', 'deadline', await targetOf(ctx.db, detail.bodyId, detail.personId))
  return detail
}

/** Dates that moved, newest first, of the clocks the actor may see. `because` is put into words by `becauseText`. */
export async function recomputationsOf(
  ctx: Context,
  actor: Actor | Machine,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
): Promise<{ items: StoredChange[]; next: string | null }> {
  const reach = await reachOf(ctx.db, ctx, actor, 'see', 'deadline')
  const rows = await loadChanges(ctx.db, { ...reach, ...(after === undefined ? {} : { after }), limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

export async function detailOf(
  reader: Reader,
  ctx: Context,
  id: string,
  language: Actor['language'] = 'zh-CN',
): Promise<DeadlineDetail | null> {
  const row = await loadDeadline(reader, id)
  if (!row) return null
  const calendar = await workCalendar(reader, row.regionId)
  return {
    ...shown(calendar, row, today(ctx)),
    result: dueDate(calendar, { received: row.receivedOn, events: row.events }, language),
    changes: await loadChanges(reader, { deadlineId: id, bodyIds: 'all', self: null, limit: 200 }),
  }
}

function positionOf(after: string | undefined): { dueOn: string; id: string } | null {
  if (after === undefined) return null
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(after)
  if (!found) throw new Failure('invalid-input', { where: 'after', what: after })
  return { dueOn: found[1]!, id: found[2]! }
}
