/** Keeping clocks: begun, changed, stopped, and computed anew when the calendar changes. Each has a task, kept in step with it. */
import type { WorkCalendar } from '#calendar'
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import type { Recorder } from '../audit/model.ts'
import { record } from '../audit/store.ts'
import { targetOf } from '../bodies/queries.ts'
import { loadBody } from '../bodies/store.ts'
import { today } from '../day.ts'
import { day, required, wrong } from '../fields.ts'
import { calendarsOf, workCalendar } from '../holidays/calendar.ts'
import type { Actor, Machine, Post } from '../model.ts'
import { notify } from '../notifications/commands.ts'
import { loadPerson } from '../people/store.ts'
import { allow } from '../policies/index.ts'
import { loadHolders } from '../posts/store.ts'
import { addTask } from '../tasks/commands.ts'
import { markTasksDone, updateTasks } from '../tasks/store.ts'
import { compute, type DeadlineChange, type DeadlineDetail, isSame, type NewDeadline } from './model.ts'
import { clockOwners } from './owners.ts'
import { detailOf } from './queries.ts'
import * as store from './store.ts'

/** Keeps a clock for a body. Throws `wrong-field`, `wrong-deadline`, `clock-kept-already`, `not-allowed`. */
export function keepDeadline(ctx: Context, actor: Actor | Machine, input: NewDeadline): Promise<DeadlineDetail> {
  return inTransaction(ctx, async (tx) => {
    const post = allow(actor, 'keep', 'deadline', await targetOf(tx, input.bodyId))
    const id = await keepDeadlineIn(tx, ctx, actor, input, post)
    return (await detailOf(tx, ctx, id))!
  })
}

/** The same within a transaction of a feature, which has asked its own policy; the clock's id. */
export async function keepDeadlineIn(tx: Tx, ctx: Context, actor: Recorder, input: NewDeadline, post: Post | null = null): Promise<string> {
  const body = await loadBody(tx, { id: input.bodyId }, today(ctx))
  if (!body) throw wrong('body', 'unknown')
  const title = required('title', input.title)
  const personId = await working(tx, ctx, input.personId ?? null)
  const receivedOn = receivedDay(ctx, input.receivedOn)
  const events = input.events ?? []
  const computed = compute(await workCalendar(tx, body.regionId), receivedOn, events)
  const id = ctx.newId()
  const about = input.about ?? { noun: 'deadline', nounId: id }
  const row = { id, ...about, title, bodyId: body.id, personId, receivedOn, events, ...computed, computedAt: ctx.now() }
  if (!(await store.insertDeadline(tx, row))) throw new Failure('clock-kept-already', { title })
  await addTask(tx, ctx, {
    kind: 'case',
    noun: 'deadline',
    nounId: id,
    title,
    bodyId: body.id,
    personId,
    role: personId === null ? 'drafter' : null,
    dueOn: computed.dueOn,
    dueStatus: computed.dueStatus,
  })
  await record(tx, ctx, actor, {
    kind: 'deadline.kept',
    noun: 'deadline',
    nounId: id,
    bodyId: body.id,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: { title, receivedOn, events, ...computed, about: about.noun, aboutId: about.nounId },
  })
  return id
}

/** Corrects a clock or tells it what happened; what is left out stays. Throws `not-found`, `clock-closed`, `wrong-field`, `wrong-deadline`, `not-allowed`. */
export function changeDeadline(ctx: Context, actor: Actor | Machine, id: string, change: DeadlineChange): Promise<DeadlineDetail> {
  return inTransaction(ctx, async (tx) => {
    const { bodyId } = await open(tx, id)
    const post = allow(actor, 'change', 'deadline', await targetOf(tx, bodyId))
    await changeDeadlineIn(tx, ctx, actor, id, change, post)
    return (await detailOf(tx, ctx, id))!
  })
}

/** The same within a transaction of a feature, which has asked its own policy; where the clock ends now. */
export async function changeDeadlineIn(
  tx: Tx,
  ctx: Context,
  actor: Recorder,
  id: string,
  change: DeadlineChange,
  post: Post | null = null,
): Promise<store.Computed> {
  const before = await open(tx, id)
  const after = {
    title: change.title === undefined ? before.title : required('title', change.title),
    personId: change.personId === undefined ? before.personId : await working(tx, ctx, change.personId),
    receivedOn: change.receivedOn === undefined ? before.receivedOn : receivedDay(ctx, change.receivedOn),
    events: change.events ?? before.events,
  }
  const computed = compute(await workCalendar(tx, before.regionId), after.receivedOn, after.events)
  await store.updateDeadline(tx, id, { ...after, ...computed, computedAt: ctx.now() })
  await updateTasks(tx, 'deadline', id, {
    title: after.title,
    person_id: after.personId,
    role: after.personId === null ? 'drafter' : null,
    ...dueColumns(computed),
  })
  await record(tx, ctx, actor, {
    kind: 'deadline.changed',
    noun: 'deadline',
    nounId: id,
    bodyId: before.bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: { before: facts(before), after: { ...after, ...computed } },
  })
  return computed
}

/** Stops watching a clock: what it belonged to was answered. Throws `not-found`, `clock-closed`, `not-allowed`. */
export async function closeDeadline(ctx: Context, actor: Actor | Machine, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { bodyId } = await open(tx, id)
    const post = allow(actor, 'close', 'deadline', await targetOf(tx, bodyId))
    await closeDeadlineIn(tx, ctx, actor, id, post)
  })
}

/** The same within a transaction of a feature, which has asked its own policy. */
export async function closeDeadlineIn(tx: Tx, ctx: Context, actor: Recorder, id: string, post: Post | null = null): Promise<void> {
  const deadline = await open(tx, id)
  await store.markClosed(tx, id, ctx.now())
  await markTasksDone(tx, 'deadline', id, ctx.now())
  await record(tx, ctx, actor, {
    kind: 'deadline.closed',
    noun: 'deadline',
    nounId: id,
    bodyId: deadline.bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: { title: deadline.title, dueOn: deadline.dueOn },
  })
}

/** How many clocks are locked and computed in one transaction. */
const batch = 200

/**
 * Computes every open clock anew by the calendars that count now, and writes down each date that moved: old, new and why.
 * Running it again changes nothing more. `because` is a key of `becauseText`, as `rest-notice 2027`. How many moved.
 */
export async function recomputeDeadlines(
  ctx: Context,
  because: string,
  as: Recorder = { personId: null, origin: 'job recompute-deadlines' },
): Promise<number> {
  let moved = 0
  let after: string | null = null
  while (true) {
    const last: { id: string; moved: number } | null = await inTransaction(ctx, (tx) => recomputeBatch(tx, ctx, as, because, after))
    if (!last) return moved
    moved += last.moved
    after = last.id
  }
}

async function recomputeBatch(
  tx: Tx,
  ctx: Context,
  as: Recorder,
  because: string,
  after: string | null,
): Promise<{ id: string; moved: number } | null> {
  const rows = await store.loadOpenDeadlines(tx, after, batch, true)
  if (rows.length === 0) return null
  const calendars = await calendarsOf(
    tx,
    rows.map(({ regionId }) => regionId),
  )
  const moves = movesOf(rows, calendars)
  for (const { deadline, computed } of moves) {
    await store.moveDeadline(tx, deadline.id, computed, ctx.now())
    await store.insertChange(tx, { id: ctx.newId(), deadline, computed, at: ctx.now(), because })
    await clockOwners[deadline.noun]?.(tx, ctx, deadline.nounId, computed)
    await updateTasks(tx, 'deadline', deadline.id, dueColumns(computed))
    await notify(tx, ctx, await holders(tx, ctx, deadline), {
      kind: 'deadline.moved',
      values: { title: deadline.title, oldDue: deadline.dueOn ?? '', newDue: computed.dueOn ?? '', because },
      link: `/deadlines/${deadline.id}`,
    })
  }
  // Events last: the chain is locked from the first of them on.
  for (const { deadline, computed } of moves) {
    await record(tx, ctx, as, {
      kind: 'deadline.moved',
      noun: 'deadline',
      nounId: deadline.id,
      bodyId: deadline.bodyId,
      detail: { because, from: deadline.dueOn, to: computed.dueOn, fromStatus: deadline.dueStatus, toStatus: computed.dueStatus },
    })
  }
  return { id: rows.at(-1)!.id, moved: moves.length }
}

/** Which clocks end elsewhere by these calendars than is written down. */
export function movesOf(
  rows: readonly store.StoredDeadline[],
  calendars: ReadonlyMap<string, WorkCalendar>,
): { deadline: store.StoredDeadline; computed: store.Computed }[] {
  return rows.flatMap((deadline) => {
    const computed = compute(calendars.get(deadline.regionId)!, deadline.receivedOn, deadline.events)
    return isSame(computed, deadline) ? [] : [{ deadline, computed }]
  })
}

/** Who has to know: whoever answers for it, else those who draft at the body. */
async function holders(tx: Tx, ctx: Context, { personId, bodyId }: store.StoredDeadline): Promise<string[]> {
  if (personId !== null) return [personId]
  return (await loadHolders(tx, bodyId, 'drafter', null, today(ctx))).map((holder) => holder.personId)
}

async function open(tx: Tx, id: string): Promise<store.StoredDeadline> {
  const deadline = await store.lockDeadline(tx, id)
  if (!deadline) throw new Failure('not-found', { what: 'deadline' })
  if (deadline.closedAt) throw new Failure('clock-closed', { title: deadline.title })
  return deadline
}

async function working(tx: Tx, ctx: Context, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  const person = await loadPerson(tx, personId)
  if (!person || (person.leftOn !== null && person.leftOn <= today(ctx))) throw wrong('person', 'unknown')
  return personId
}

function receivedDay(ctx: Context, text: string): string {
  const received = day('receivedOn', text)
  if (received > today(ctx)) throw new Failure('received-tomorrow', { day: received })
  return received
}

const dueColumns = ({ dueOn, dueStatus }: store.Computed) => ({ due_on: dueOn, due_status: dueOn === null ? null : dueStatus })

const facts = ({ title, personId, receivedOn, events, dueOn, dueStatus, extendedDueOn }: store.StoredDeadline) => ({
  title,
  personId,
  receivedOn,
  events,
  dueOn,
  dueStatus,
  extendedDueOn,
})
