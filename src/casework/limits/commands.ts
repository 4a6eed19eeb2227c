/** Keeping limits: set as a thing wants them, computed anew when a calendar changes, reminded of. */
import { addWorkingDays, daysLeft, plusDays, type WorkCalendar } from '#calendar'
import { type Context, inTransaction, type Tx } from '#db'
import { calendarsOf, loadHolders, notify, today, workCalendar } from '#identity'
import type { Length, LimitKind, WantedLimit } from './model.ts'
import * as store from './store.ts'

/** What limits belong to. */
export interface LimitOwner {
  readonly noun: string
  readonly nounId: string
  readonly title: string
  readonly bodyId: string
  readonly regionId: string
  readonly personId: string | null
}

/** Makes the open limits of a thing those it wants now, in its transaction: new ones are opened, those no longer wanted closed, changed ones computed anew. */
export async function keepLimitsIn(tx: Tx, ctx: Context, owner: LimitOwner, wanted: readonly WantedLimit[]): Promise<void> {
  const open = await store.loadLimits(tx, owner.noun, owner.nounId)
  const key = ({ kind, ref }: { kind: string; ref: string }) => `${kind} ${ref}`
  const asked = new Set(wanted.map(key))
  await store.markLimitsClosed(
    tx,
    open.filter((one) => !asked.has(key(one))).map(({ id }) => id),
    ctx.now(),
  )
  if (wanted.length === 0) return
  const calendar = await workCalendar(tx, owner.regionId)
  for (const one of wanted) {
    const ends = endOf(calendar, one.since, one.length)
    const row = { ...lengthColumns(one.length), ...ends, since: one.since, title: owner.title, personId: owner.personId }
    const before = open.find((each) => key(each) === key(one))
    if (!before) {
      const { noun, nounId, bodyId } = owner
      await store.insertLimit(tx, { id: ctx.newId(), noun, nounId, bodyId, kind: one.kind, ref: one.ref, ...row })
    } else {
      // A day that moved is reminded of again.
      await store.updateLimit(tx, before.id, { ...row, reminded: before.dueOn === row.dueOn ? before.reminded : 0 })
    }
  }
}

/** Opens one limit, or moves it where it stands open. */
export async function openLimitIn(
  tx: Tx,
  ctx: Context,
  owner: LimitOwner,
  { kind, ref = '', since, length }: { kind: LimitKind; ref?: string; since: string; length: Length },
): Promise<void> {
  const others = (await store.loadLimits(tx, owner.noun, owner.nounId)).map(wantedOf).filter((one) => one.kind !== kind || one.ref !== ref)
  await keepLimitsIn(tx, ctx, owner, [...others, { kind, ref, since, length }])
}

/** Closes the limits of a thing, all or of one kind. */
export async function closeLimitsIn(tx: Tx, ctx: Context, noun: string, nounId: string, kind?: LimitKind, ref?: string): Promise<void> {
  const open = await store.loadLimits(tx, noun, nounId)
  const ids = open.filter((one) => (kind === undefined || one.kind === kind) && (ref === undefined || one.ref === ref)).map(({ id }) => id)
  await store.markLimitsClosed(tx, ids, ctx.now())
}

const wantedOf = ({ kind, ref, since, days, unit, dueOn }: store.StoredLimit): WantedLimit => ({
  kind,
  ref,
  since,
  length: days === null || unit === null ? { dueOn } : { days, unit },
})

/** Where a limit ends; the day it starts on does not count (民法典 201). One in days that ends on a day off ends on the next working day (民法典 203). */
export function endOf(calendar: WorkCalendar, since: string, length: Length): { dueOn: string; dueStatus: 'final' | 'provisional' } {
  if ('dueOn' in length) return { dueOn: length.dueOn, dueStatus: 'final' }
  const { day, provisional } =
    length.unit === 'working-day'
      ? addWorkingDays(calendar, since, length.days)
      : addWorkingDays(calendar, plusDays(since, length.days - 1), 1)
  return { dueOn: day, dueStatus: provisional ? 'provisional' : 'final' }
}

const lengthColumns = (length: Length) => ('dueOn' in length ? { days: null, unit: null } : length)

const batch = 200

/** Computes every open limit that is counted anew, after rest days changed. How many moved. */
export async function recomputeLimits(ctx: Context): Promise<number> {
  let moved = 0
  for (let after: string | null = null; ; ) {
    const done: { last: string; moved: number } | null = await inTransaction(ctx, async (tx) => {
      const rows = await store.lockOpenLimits(tx, { until: null, after, limit: batch })
      if (rows.length === 0) return null
      const calendars = await calendarsOf(
        tx,
        rows.map(({ regionId }) => regionId),
      )
      let count = 0
      for (const row of rows) {
        const ends = endOf(calendars.get(row.regionId)!, row.since, wantedOf(row).length)
        if (ends.dueOn === row.dueOn && ends.dueStatus === row.dueStatus) continue
        await store.updateLimit(tx, row.id, { ...row, ...ends, reminded: ends.dueOn === row.dueOn ? row.reminded : 0 })
        if (row.kind === 'confirm') await store.moveUnconfirmedBy(tx, row.nounId, ends.dueOn)
        count++
      }
      return { last: rows.at(-1)!.id, moved: count }
    })
    if (!done) return moved
    moved += done.moved
    after = done.last
  }
}

/** Bits of `reminded`, and when each is due: five working days before, the working day before, on the day, and once it is past. */
const reminders = [
  { bit: 1, isDue: (left: number) => left <= 5 },
  { bit: 2, isDue: (left: number) => left <= 1 },
  { bit: 4, isDue: (left: number) => left <= 0 },
  { bit: 8, isDue: (left: number) => left < 0 },
] as const

/** Which reminder is due with so many working days left, of those not sent; the latest stands for the earlier ones. */
export function reminderOf(left: number, reminded: number): { bits: number; bit: 1 | 2 | 4 | 8 } | null {
  const due = reminders.filter(({ bit, isDue }) => isDue(left) && (reminded & bit) === 0)
  const last = due.at(-1)
  return last ? { bit: last.bit, bits: reminded | due.reduce((sum, { bit }) => sum | bit, 0) } : null
}

/** A limit that ends without harm: nobody had to ask for correction. */
const lapses: readonly LimitKind[] = ['correction-notice']

/**
 * Tells whoever answers for it of every limit that comes near, once at five working days, one, none and past: the case's own clock by
 * identity's task, these by notification. How many were told.
 */
export async function remindLimits(ctx: Context): Promise<number> {
  const now = today(ctx)
  let told = 0
  for (let after: string | null = null; ; ) {
    const done: { last: string; told: number } | null = await inTransaction(ctx, async (tx) => {
      const rows = await store.lockOpenLimits(tx, { until: plusDays(now, 21), after, limit: batch })
      if (rows.length === 0) return null
      const calendars = await calendarsOf(
        tx,
        rows.map(({ regionId }) => regionId),
      )
      let count = 0
      for (const row of rows) {
        if (lapses.includes(row.kind) && row.dueOn < now) {
          await store.markLimitsClosed(tx, [row.id], ctx.now())
          continue
        }
        const left = daysLeft(calendars.get(row.regionId)!, row.dueOn, now)
        const reminder = reminderOf(row.dueOn < now ? Math.min(left, -1) : left, row.reminded)
        if (!reminder) continue
        await store.updateLimit(tx, row.id, { ...row, reminded: reminder.bits })
        await notify(tx, ctx, await holdersOf(tx, ctx, row, reminder.bit === 8), {
          kind: 'limit.near',
          values: { title: row.title, limit: row.kind, dueOn: row.dueOn, left },
          link:
            row.noun === 'request'
              ? `/requests/${row.nounId}`
              : row.noun === 'challenge'
                ? `/challenges/${row.nounId}`
                : row.noun === 'withheld'
                  ? '/withheld'
                  : '',
        })
        count++
      }
      return { last: rows.at(-1)!.id, told: count }
    })
    if (!done) return told
    told += done.told
    after = done.last
  }
}

/** Whoever answers for it, else those who draft; what is past also goes to the head of the disclosure unit (escalation). */
async function holdersOf(tx: Tx, ctx: Context, { personId, bodyId }: store.StoredLimit, isPast: boolean): Promise<string[]> {
  const held = async (role: 'drafter' | 'disclosure-officer') =>
    (await loadHolders(tx, bodyId, role, null, today(ctx))).map((holder) => holder.personId)
  return [...(personId === null ? await held('drafter') : [personId]), ...(isPast ? await held('disclosure-officer') : [])]
}
