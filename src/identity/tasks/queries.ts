/** What is due, the most pressing first. */
import { rulerOf, type WorkCalendar } from '#calendar'
import type { Context } from '#db'
import { dayOf, today as todayOf } from '../day.ts'
import { loadDeadlinesById, type StoredDeadline } from '../deadlines/store.ts'
import { calendarsOf } from '../holidays/calendar.ts'
import type { Actor } from '../model.ts'
import { may } from '../policies/index.ts'
import { lampOf, morePressing, roleOfText, type Task, taskRuler } from './model.ts'
import { heldBy, loadTasks, loadTasksOfBodies, type StoredTask } from './store.ts'

/**
 * Open tasks. `mine`: of the actor, of whom they act for, and of the roles they hold today; `body`: all of the bodies
 * where the actor may see others' too.
 */
export async function tasksOf(ctx: Context, actor: Actor, { scope = 'mine' }: { scope?: 'mine' | 'body' } = {}): Promise<Task[]> {
  const rows = scope === 'mine' ? await mine(ctx, actor) : await loadTasksOfBodies(ctx.db, bodiesSeen(actor))
  const calendars = await calendarsOf(
    ctx.db,
    rows.map(({ regionId }) => regionId),
  )
  const clocks = new Map(
    (
      await loadDeadlinesById(
        ctx.db,
        rows.filter(({ noun }) => noun === 'deadline').map(({ nounId }) => nounId),
      )
    ).map((clock) => [clock.id, clock]),
  )
  return rows.map((row) => shown(row, clocks.get(row.nounId), calendars.get(row.regionId)!, todayOf(ctx))).sort(morePressing)
}

/** Of whom one acts for, only what they hold at the body of the delegation. */
async function mine(ctx: Context, actor: Actor): Promise<StoredTask[]> {
  const delegated = actor.posts.filter((post) => post.onBehalfOf !== null)
  const rows = await loadTasks(ctx.db, [actor.personId, ...new Set(delegated.map(({ onBehalfOf }) => onBehalfOf!))], heldBy(actor.posts))
  return rows.filter(
    ({ personId, bodyId }) =>
      personId === null || personId === actor.personId || delegated.some((post) => post.onBehalfOf === personId && post.bodyId === bodyId),
  )
}

const bodiesSeen = (actor: Actor): string[] => [
  ...new Set(actor.posts.map(({ bodyId }) => bodyId).filter((bodyId) => may(actor, 'see', 'task', { bodyId }))),
]

function shown(row: StoredTask, clock: StoredDeadline | undefined, calendar: WorkCalendar, today: string): Task {
  return {
    id: row.id,
    kind: row.kind,
    noun: row.noun,
    nounId: row.nounId,
    about: clock ? { noun: clock.noun, id: clock.nounId } : { noun: row.noun, id: row.nounId },
    title: row.title,
    body: { id: row.bodyId, slug: row.bodySlug, name: row.bodyName },
    person: row.personId === null ? null : { id: row.personId, name: row.personName! },
    ...roleOfText(row.role),
    dueOn: row.dueOn,
    dueStatus: row.dueStatus,
    ...lampOf(calendar, today, { dueOn: row.dueOn, dueStatus: row.dueStatus, isClock: clock !== undefined }),
    ruler: clock
      ? rulerOf(calendar, { received: clock.receivedOn, events: clock.events }, today)
      : taskRuler(calendar, today, dayOf(row.addedAt), row.dueOn),
    addedAt: row.addedAt,
  }
}
