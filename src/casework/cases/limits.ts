/** Limits beside the answer's own clock: each with a lamp, reminded of in time, and counted anew when a calendar changes. */
import { addWorkingDays, nextWorkingDay, plusDays, terms, type WorkCalendar, workingDaysBetween } from '#calendar'
import { type Context, inTransaction, type Tx } from '#db'
import { calendarsOf, type Lamp, lampOf, loadHolders, notify, today } from '#identity'
import { roundOf } from '../fold.ts'
import type { FoldedCase } from '../model.ts'
import * as store from './limit-store.ts'

/** Of a case; challenges have their own. `answer` is the case's own clock, kept here for its reminders alone. */
export const caseLimitKinds = [
  'answer',
  /** 双方确认 within one working day of what came by internet, fax or ordinary letter (Art. 31) */ 'confirm',
  /** 告知补正 within 7 working days (Art. 30) */ 'correction-notice',
  /** the applicant's, as the notice says */ 'correction',
  'reasons',
  /** 15 working days from their receipt (Art. 32, 34) */ 'consultation',
  /** 20 working days from the notice (国办函〔2020〕109号) */ 'payment',
  'internal',
  'inquiry',
] as const
export type CaseLimitKind = (typeof caseLimitKinds)[number]

interface Common {
  readonly noun: string
  readonly nounId: string
  readonly kind: string
  readonly title: string
  readonly bodyId: string
  /** Who is reminded; whoever drafts at the body where there is none. */
  readonly personId: string | null
  /** The day it runs from, which does not count. */
  readonly since: string
}
/** Counted, or fixed as a day. */
export type NewLimit = Common &
  ({ readonly days: number; readonly unit: store.LimitUnit; readonly dueOn?: never } | { readonly dueOn: string; readonly days?: never })

export interface ShownLimit {
  readonly id: string
  readonly noun: string
  readonly nounId: string
  readonly kind: string
  readonly title: string
  readonly since: string
  readonly days: number | null
  readonly dueOn: string
  readonly dueStatus: 'final' | 'provisional'
  readonly daysLeft: number | null
  readonly lamp: Lamp
}

/** Days from confirming on: working days. */
const confirmDays = 1

/** Opens a limit in the transaction of what it comes from; its id. Throws a RangeError for a day that is none. */
export async function openLimitIn(tx: Tx, ctx: Context, limit: NewLimit, calendar: WorkCalendar): Promise<string> {
  const id = ctx.newId()
  await store.insertLimit(tx, { id, ...rowOf(limit, calendar) })
  return id
}

/** Closes the open limits of a thing, of one kind or all; how many there were. */
export async function closeLimitIn(
  tx: Tx,
  ctx: Context,
  { noun, nounId, kind }: { noun: string; nounId: string; kind?: string },
): Promise<number> {
  const open = (await store.loadLimitsOf(tx, noun, [nounId])).filter((one) => kind === undefined || one.kind === kind)
  await store.closeLimits(
    tx,
    open.map(({ id }) => id),
    ctx.now(),
  )
  return open.length
}

/** Where a limit ends: of days, on a working day (民法典 Art. 203). */
export function limitEnd(
  calendar: WorkCalendar,
  since: string,
  days: number,
  unit: store.LimitUnit,
): { dueOn: string; dueStatus: 'final' | 'provisional' } {
  const { day, provisional } =
    unit === 'working-day' ? addWorkingDays(calendar, since, days) : nextWorkingDay(calendar, plusDays(since, days))
  return { dueOn: day, dueStatus: provisional ? 'provisional' : 'final' }
}

function rowOf({ noun, nounId, kind, title, bodyId, personId, since, ...length }: NewLimit, calendar: WorkCalendar) {
  const counted =
    length.dueOn === undefined
      ? { days: length.days, unit: length.unit, ...limitEnd(calendar, since, length.days, length.unit) }
      : { days: null, unit: null, dueOn: length.dueOn, dueStatus: announced(calendar, length.dueOn) }
  return { noun, nounId, kind, title, bodyId, personId, since, ...counted }
}

/** A day fixed in a year whose rest days are not announced may yet turn out one. */
const announced = (calendar: WorkCalendar, day: string): 'final' | 'provisional' =>
  calendar.announced.has(Number(day.slice(0, 4))) ? 'final' : 'provisional'

/** The limits a case has now. */
export function limitsOf(
  state: FoldedCase,
  { id, bodyId, title, personId, dueOn }: { id: string; bodyId: string; title: string; personId: string | null; dueOn: string | null },
  { calendar, today: now }: { calendar: WorkCalendar; today: string },
): NewLimit[] {
  if (state.state === 'answered' || state.state === 'archived' || state.state === 'void') return []
  const own = { noun: 'request', nounId: id, title, bodyId, personId } as const
  const found: NewLimit[] = []
  if (state.receivedOn === null) {
    found.push({ ...own, kind: 'confirm', since: state.submittedOn, days: confirmDays, unit: 'working-day' })
  } else {
    const { startedOn } = roundOf(state)
    if (dueOn !== null) found.push({ ...own, kind: 'answer', since: startedOn, dueOn })
    const noticeBy = limitEnd(calendar, startedOn, terms.correction.length, 'working-day').dueOn
    // Past its day it is no duty missed but a door that closed, and asks for nobody's attention.
    const mayAsk = state.rounds.length === 1 && state.correction === null && roundOf(state).decision === null && now <= noticeBy
    if (mayAsk && state.state === 'handling')
      found.push({ ...own, kind: 'correction-notice', since: startedOn, days: terms.correction.length, unit: 'working-day' })
  }
  if (state.state === 'correcting' && state.correction && state.correction.by !== '')
    found.push({ ...own, kind: 'correction', since: state.correction.askedOn, dueOn: state.correction.by })
  if (state.state === 'explaining' && state.reasons && state.reasons.by !== '')
    found.push({ ...own, kind: 'reasons', since: state.reasons.askedOn, dueOn: state.reasons.by })
  if (state.state === 'paying' && state.fee)
    found.push({ ...own, kind: 'payment', since: state.fee.noticedOn, days: terms.fee.length, unit: 'working-day' })
  if (state.internalDue !== null) found.push({ ...own, kind: 'internal', since: state.receivedOn ?? state.submittedOn, dueOn: state.internalDue })
  for (const { id: nounId, sentOn, receivedOn, answeredOn, name, party } of state.consultations)
    if (answeredOn === null)
      found.push({
        ...own,
        noun: 'consultation',
        nounId,
        title: `${title}（${name}）`,
        kind: 'consultation',
        since: receivedOn ?? sentOn,
        days: terms[party].length,
        unit: 'working-day',
      })
  for (const { id: nounId, askedOn, dueOn: by, answeredOn, name } of state.inquiries)
    if (answeredOn === null)
      found.push({ ...own, noun: 'inquiry', nounId, title: `${title}（${name}）`, kind: 'inquiry', since: askedOn, dueOn: by })
  return found
}

/** Makes what is kept what it should be: opens, moves and closes. A limit whose day moved is reminded of anew. */
export async function keepLimitsIn(
  tx: Tx,
  ctx: Context,
  calendar: WorkCalendar,
  kept: readonly store.StoredLimit[],
  wanted: readonly NewLimit[],
): Promise<void> {
  const keyOf = ({ noun, nounId, kind }: { noun: string; nounId: string; kind: string }) => `${noun} ${nounId} ${kind}`
  const byKey = new Map(kept.map((one) => [keyOf(one), one]))
  for (const limit of wanted) {
    const before = byKey.get(keyOf(limit))
    byKey.delete(keyOf(limit))
    const row = rowOf(limit, calendar)
    if (!before) await store.insertLimit(tx, { id: ctx.newId(), ...row })
    else if ((['title', 'personId', 'since', 'days', 'dueOn', 'dueStatus'] as const).some((key) => before[key] !== row[key]))
      await store.updateLimit(tx, before.id, { ...row, reminded: before.dueOn === row.dueOn ? before.reminded : 0 })
  }
  await store.closeLimits(
    tx,
    [...byKey.values()].map(({ id }) => id),
    ctx.now(),
  )
}

/** Open limits of a case, of those it consults and of what it asks of sections, with lamps; the case's own clock has its own place. */
export async function shownLimits(
  tx: Parameters<typeof store.loadLimitsOf>[0],
  state: FoldedCase,
  id: string,
  { calendar, today: now }: { calendar: WorkCalendar; today: string },
): Promise<ShownLimit[]> {
  const rows = (await keptLimits(tx, state, id)).filter(({ kind }) => kind !== 'answer')
  return rows
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
    .map(({ id: limitId, noun, nounId, kind, title, since, days, dueOn, dueStatus }) => ({
      id: limitId,
      noun,
      nounId,
      kind,
      title,
      since,
      days,
      dueOn,
      dueStatus,
      ...lampOf(calendar, now, { dueOn, dueStatus, isClock: false }),
    }))
}

/** The open limits of a case wherever they hang. */
export async function keptLimits(tx: Parameters<typeof store.loadLimitsOf>[0], state: FoldedCase, id: string): Promise<store.StoredLimit[]> {
  return [
    ...(await store.loadLimitsOf(tx, 'request', [id])),
    ...(await store.loadLimitsOf(
      tx,
      'consultation',
      state.consultations.map(({ id: one }) => one),
    )),
    ...(await store.loadLimitsOf(
      tx,
      'inquiry',
      state.inquiries.map(({ id: one }) => one),
    )),
  ]
}

const batch = 200

/** For the job that follows a change of the calendar: counts every open limit anew. Again it changes nothing more. How many moved. */
export async function recomputeLimits(ctx: Context): Promise<number> {
  return inBatches(ctx, (tx, after) => recomputeBatch(tx, after))
}

async function recomputeBatch(tx: Tx, after: string | null): Promise<{ last: string; done: number } | null> {
  const rows = await store.lockCountedLimits(tx, after, batch)
  if (rows.length === 0) return null
  const calendars = await calendarsOf(
    tx,
    rows.map(({ regionId }) => regionId),
  )
  let moved = 0
  for (const row of rows) {
    const end = limitEnd(calendars.get(row.regionId)!, row.since, row.days!, row.unit!)
    if (end.dueOn === row.dueOn && end.dueStatus === row.dueStatus) continue
    await store.updateLimit(tx, row.id, { ...row, ...end, reminded: end.dueOn === row.dueOn ? row.reminded : 0 })
    if (row.kind === 'confirm' && row.noun === 'request') await store.moveUnconfirmedBy(tx, row.nounId, end.dueOn)
    moved++
  }
  return { last: rows.at(-1)!.id, done: moved }
}

/** Bits of `reminded`, and how many working days before the end each is sent. */
const reminders = [
  { bit: 1, left: 5 },
  { bit: 2, left: 1 },
  { bit: 4, left: 0 },
  { bit: 8, left: -1 },
] as const

/** Five working days reach no further than this, whatever holidays there are. */
const horizon = 25

/**
 * For the job that runs every morning: tells whoever answers for a limit five working days before it ends, one before, on the day and once
 * it has passed; each once, and of several that fell together only the most pressing. What is overdue the head of the disclosure unit learns
 * too. How many were told.
 */
export async function remindLimits(ctx: Context): Promise<number> {
  const now = today(ctx)
  return inBatches(ctx, (tx, after) => remindBatch(tx, ctx, now, after))
}

async function remindBatch(tx: Tx, ctx: Context, now: string, after: string | null): Promise<{ last: string; done: number } | null> {
  const rows = await store.lockLimitsDue(tx, plusDays(now, horizon), after, batch)
  if (rows.length === 0) return null
  const calendars = await calendarsOf(
    tx,
    rows.map(({ regionId }) => regionId),
  )
  const over = rows.filter(({ kind, dueOn }) => kind === 'correction-notice' && dueOn < now)
  await store.closeLimits(
    tx,
    over.map(({ id }) => id),
    ctx.now(),
  )
  let told = 0
  for (const row of rows) {
    if (over.includes(row)) continue
    const reminder = reminderDue(calendars.get(row.regionId)!, row, now)
    if (!reminder) continue
    await notify(tx, ctx, await toTell(tx, row, now, reminder.bit === 8), {
      kind: reminder.bit === 8 ? 'limit.overdue' : reminder.bit === 4 ? 'limit.today' : 'limit.near',
      values: { limit: row.kind, title: row.title, dueOn: row.dueOn, days: Math.max(0, reminder.days) },
      link: row.noun === 'challenge' ? `/challenges/${row.nounId}` : row.noun === 'request' ? `/requests/${row.nounId}` : '/requests',
    })
    await store.markReminded(tx, row.id, reminder.marks)
    told++
  }
  return { last: rows.at(-1)!.id, done: told }
}

/** The reminder a limit is due today, and the bits that are set once it is sent; null where there is none. */
export function reminderDue(
  calendar: WorkCalendar,
  { since, dueOn, reminded }: Pick<store.StoredLimit, 'since' | 'dueOn' | 'reminded'>,
  now: string,
): { bit: number; marks: number; days: number } | null {
  const days = now > dueOn ? -1 : workingDaysBetween(calendar, now, dueOn)
  const length = workingDaysBetween(calendar, since, dueOn)
  // On a rest day before the last day no working day may be left though the day itself is to come.
  const left = days === 0 && now < dueOn ? 1 : days
  const reached = reminders.filter((one) => left <= one.left && (one.left < length || one.left <= 0))
  const most = reached.at(-1)
  if (!most || (reminded & most.bit) !== 0 || reminded > most.bit) return null
  return { bit: most.bit, marks: reached.reduce((bits, { bit }) => bits | bit, reminded), days: left }
}

async function toTell(tx: Tx, { personId, bodyId }: store.StoredLimit, now: string, isOverdue: boolean): Promise<string[]> {
  const holders = async (role: 'drafter' | 'disclosure-officer') =>
    (await loadHolders(tx, bodyId, role, null, now)).map((holder) => holder.personId)
  return [...(personId === null ? await holders('drafter') : [personId]), ...(isOverdue ? await holders('disclosure-officer') : [])]
}

/** Runs a batch a transaction until nothing is left; the sum of what they did. */
async function inBatches(
  ctx: Context,
  run: (tx: Tx, after: string | null) => Promise<{ last: string; done: number } | null>,
): Promise<number> {
  let sum = 0
  let after: string | null = null
  while (true) {
    const at: string | null = after
    const result = await inTransaction(ctx, (tx) => run(tx, at))
    if (!result) return sum
    sum += result.done
    after = result.last
  }
}
