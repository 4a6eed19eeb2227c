import { dayOf, isWeekend, mustNumber, numberOf, yearOf } from './day.ts'
import type { DeadlineEvent, DeadlineEventKind, DeadlineInput, DeadlineProblem, DeadlineResult } from './model.ts'
import { deadlineRules, type RuleStep } from './rules.ts'
import { terms } from './terms.ts'
import { type StepLanguage, sentenceOf } from './wording/index.ts'
import { addWorkingDays, isAnnounced, isWorked, type WorkCalendar } from './working-days.ts'

/**
 * The last day to answer a request, and how it came about: a fold over what happened after receipt. Events may be given in any
 * order; those of one day keep theirs. Throws a RangeError where they make no sense together; `problemOf` tells that beforehand.
 */
export function dueDate(calendar: WorkCalendar, input: DeadlineInput, language: StepLanguage = 'zh-CN'): DeadlineResult {
  const clock = runClock(calendar, input)
  if ('code' in clock) throw new RangeError(`${clock.code} at ${clock.date}`)
  const { correctionBy, consultationBy, due, extendedDue, steps } = clock
  return {
    received: input.received,
    correctionBy: correctionBy.day,
    consultationBy: consultationBy.day,
    due: due?.day ?? null,
    extendedDue: extendedDue?.day ?? null,
    status: due?.provisional ? 'provisional' : 'final',
    steps: steps.map(({ date, rule, values }) => ({ date, rule, source: deadlineRules[rule], text: sentenceOf(rule, values, language) })),
  }
}

/** What is wrong with the input, the first of it in the order of days; null where nothing is. */
export function problemOf(calendar: WorkCalendar, input: DeadlineInput): DeadlineProblem | null {
  const clock = runClock(calendar, input)
  return 'code' in clock ? clock : null
}

/** Days on which the clock stood, first after `from`, last `to`. */
interface Pause {
  readonly from: number
  readonly to: number
}

interface LastDay {
  readonly day: string
  readonly provisional: boolean
}

/** The clock after the events so far. */
interface Clock {
  /** The day it runs from, which does not count. */
  start: number
  pauses: Pause[]
  /** Consultations not yet answered: when they were sent. */
  consulted: number[]
  extension: number
  waitsFor: 'correction' | 'payment' | null
  agreed: string | null
  payBy: string | null
  wasCorrectionAsked: boolean
  wasExtended: boolean
  readonly correctionBy: LastDay
  readonly steps: RuleStep[]
}

interface FinishedClock {
  readonly correctionBy: LastDay
  readonly consultationBy: LastDay
  readonly due: LastDay | null
  readonly extendedDue: LastDay | null
  readonly steps: readonly RuleStep[]
  readonly start: number
  readonly pauses: readonly Pause[]
  readonly extension: number
  readonly waitsFor: Clock['waitsFor']
}

/** Folds the events and closes the account; a problem where one does not fit. */
export function runClock(calendar: WorkCalendar, { received, events }: DeadlineInput): FinishedClock | DeadlineProblem {
  const wrongDay = dayProblem(received, events)
  if (wrongDay) return wrongDay

  const correctionBy = addWorkingDays(calendar, received, terms.correction.length)
  const consultationBy = addWorkingDays(calendar, received, terms['third-party'].length)
  const clock: Clock = {
    start: mustNumber(received),
    pauses: [],
    consulted: [],
    extension: 0,
    waitsFor: null,
    agreed: null,
    payBy: null,
    wasCorrectionAsked: false,
    wasExtended: false,
    correctionBy,
    steps: [
      { date: received, rule: 'receipt', values: { day: received, works: isWorked(calendar, mustNumber(received)) } },
      { date: correctionBy.day, rule: 'correction-by', values: { day: correctionBy.day, count: terms.correction.length } },
      { date: consultationBy.day, rule: 'consultation-by', values: { day: consultationBy.day, count: terms['third-party'].length } },
    ],
  }
  for (const { event, index } of inOrder(events)) {
    const code = apply[event.kind](calendar, clock, event)
    if (code) return { code, event: index, date: event.date }
  }
  return {
    ...finish(calendar, clock),
    correctionBy,
    consultationBy,
    start: clock.start,
    extension: clock.extension,
    waitsFor: clock.waitsFor,
  }
}

function dayProblem(received: string, events: readonly DeadlineEvent[]): DeadlineProblem | null {
  if (numberOf(received) === null) return { code: 'not-a-day', event: null, date: received }
  for (const [event, { date }] of events.entries()) {
    if (numberOf(date) === null) return { code: 'not-a-day', event, date }
    if (date < received) return { code: 'before-receipt', event, date }
  }
  return null
}

/** By day; a delay agreed comes last, for its date is the day agreed upon and not the day it was agreed. */
function inOrder(events: readonly DeadlineEvent[]): { event: DeadlineEvent; index: number }[] {
  const key = ({ kind, date }: DeadlineEvent) => (kind === 'delay-agreed' ? `9999-99-99${date}` : date)
  return events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => (key(a.event) < key(b.event) ? -1 : key(a.event) > key(b.event) ? 1 : 0))
}

type Apply = (calendar: WorkCalendar, clock: Clock, event: DeadlineEvent) => DeadlineProblem['code'] | null

/** What each event does to the clock. */
const apply: { readonly [Kind in DeadlineEventKind]: Apply } = {
  'correction-asked': (_calendar, clock, { date }) => {
    if (clock.wasCorrectionAsked) return 'correction-twice'
    if (clock.waitsFor) return 'waiting'
    clock.wasCorrectionAsked = true
    clock.waitsFor = 'correction'
    clock.steps.push({ date, rule: 'correction-asked', values: { day: date } })
    if (date > clock.correctionBy.day)
      clock.steps.push({ date, rule: 'correction-late', values: { day: date, by: clock.correctionBy.day } })
    return null
  },
  corrected: (_calendar, clock, { date }) => {
    if (clock.waitsFor !== 'correction') return 'not-asked'
    startAnew(clock, date)
    clock.steps.push({ date, rule: 'corrected', values: { day: date } })
    return null
  },
  'consultation-sent': (calendar, clock, { date }) => {
    if (clock.waitsFor) return 'waiting'
    const lapse = addWorkingDays(calendar, date, terms['third-party'].length)
    clock.consulted.push(mustNumber(date))
    clock.steps.push({ date, rule: 'consultation-sent', values: { day: date, lapse: lapse.day } })
    return null
  },
  'consultation-answered': (calendar, clock, { date }) => {
    const sent = clock.consulted.shift()
    if (sent === undefined) return 'not-consulted'
    const lapse = addWorkingDays(calendar, dayOf(sent), terms['third-party'].length).day
    const to = Math.min(mustNumber(date), mustNumber(lapse))
    clock.pauses.push({ from: sent, to })
    clock.steps.push({ date, rule: 'consultation-answered', values: { day: date, days: workedWithin(calendar, sent, to) } })
    if (date > lapse) clock.steps.push({ date: lapse, rule: 'consultation-lapsed', values: { day: lapse } })
    return null
  },
  'fee-noticed': (calendar, clock, { date }) => {
    if (clock.waitsFor) return 'waiting'
    clock.waitsFor = 'payment'
    clock.payBy = addWorkingDays(calendar, date, terms.fee.length).day
    clock.steps.push({ date, rule: 'fee-noticed', values: { day: date, by: clock.payBy } })
    return null
  },
  'fee-paid': (_calendar, clock, { date }) => {
    if (clock.waitsFor !== 'payment') return 'not-noticed'
    const late = clock.payBy !== null && date > clock.payBy
    clock.steps.push({ date, rule: 'fee-paid', values: { day: date } })
    if (late) clock.steps.push({ date, rule: 'fee-late', values: { day: date, by: clock.payBy! } })
    startAnew(clock, date)
    return null
  },
  extended: (calendar, clock, { date, days = 0, approver }) => {
    if (!Number.isInteger(days) || days < 1 || days > terms.extension.length) return 'extension-length'
    if (clock.wasExtended) return 'extension-twice'
    if (clock.waitsFor) return 'waiting'
    const before = lastDay(calendar, clock, openPauses(calendar, clock), terms.reply.length)
    clock.wasExtended = true
    clock.extension = days
    clock.steps.push({ date, rule: 'extended', values: { day: date, days, approver: approver ?? '' } })
    if (date > before.day) clock.steps.push({ date, rule: 'extension-late', values: { day: date, by: before.day } })
    return null
  },
  'delay-agreed': (calendar, clock, { date }) => {
    if (clock.agreed) return 'delay-twice'
    clock.agreed = date
    clock.steps.push({ date, rule: 'delay-agreed', values: { day: date } })
    if (!isWorked(calendar, mustNumber(date))) clock.steps.push({ date, rule: 'delay-rest-day', values: { day: date } })
    return null
  },
}

/** Correction (Art. 30) and payment (国办函〔2020〕109号) start the clock anew: what stood or was added before belongs to the clock that ended. */
function startAnew(clock: Clock, date: string): void {
  clock.start = mustNumber(date)
  clock.pauses = []
  clock.consulted = []
  clock.extension = 0
  clock.waitsFor = null
  clock.payBy = null
}

/** The pauses, with those of consultations still open as if the whole term lapsed. */
function openPauses(calendar: WorkCalendar, { pauses, consulted }: Clock): Pause[] {
  const open = consulted.map((from) => ({
    from,
    to: mustNumber(addWorkingDays(calendar, dayOf(from), terms['third-party'].length).day),
  }))
  return [...pauses, ...open]
}

function finish(calendar: WorkCalendar, clock: Clock): Pick<FinishedClock, 'due' | 'extendedDue' | 'steps' | 'pauses'> {
  const pauses = openPauses(calendar, clock)
  const steps = [...clock.steps]
  if (clock.waitsFor) return { due: null, extendedDue: null, steps, pauses }
  if (clock.agreed) {
    const due = { day: clock.agreed, provisional: !isAnnounced(calendar, mustNumber(clock.agreed)) }
    if (due.provisional) steps.push({ date: due.day, rule: 'provisional', values: { year: yearOf(mustNumber(due.day)) } })
    return { due, extendedDue: null, steps, pauses }
  }

  const length = terms.reply.length + clock.extension
  const due = lastDay(calendar, clock, pauses, length)
  const extendedDue = lastDay(calendar, clock, pauses, terms.reply.length + terms.extension.length)
  steps.push({
    date: due.day,
    rule: 'reply',
    values: {
      day: due.day,
      start: dayOf(clock.start),
      count: length,
      extension: clock.extension,
      ...metBetween(calendar, pauses, clock.start, mustNumber(due.day)),
    },
  })
  if (due.provisional) steps.push({ date: due.day, rule: 'provisional', values: { year: unannouncedYear(calendar, clock.start, due.day) } })
  steps.push({
    date: extendedDue.day,
    rule: 'extended-reply',
    values: {
      day: extendedDue.day,
      count: terms.extension.length,
      // Of the day if extended, not of the day that counts: that has its own step.
      provisional: extendedDue.provisional,
      year: extendedDue.provisional ? unannouncedYear(calendar, clock.start, extendedDue.day) : 0,
    },
  })
  return { due, extendedDue, steps, pauses }
}

/** The day on which the clock has run `count` working days, those within a pause left out. */
function lastDay(calendar: WorkCalendar, { start }: Clock, pauses: readonly Pause[], count: number): LastDay {
  let at = start
  let provisional = !isAnnounced(calendar, at)
  for (let left = count; left > 0; ) {
    at++
    provisional ||= !isAnnounced(calendar, at)
    if (isWorked(calendar, at) && !isPaused(pauses, at)) left--
  }
  return { day: dayOf(at), provisional }
}

export const isPaused = (pauses: readonly Pause[], day: number): boolean => pauses.some(({ from, to }) => from < day && day <= to)

function workedWithin(calendar: WorkCalendar, from: number, to: number): number {
  let count = 0
  for (let at = from + 1; at <= to; at++) if (isWorked(calendar, at)) count++
  return count
}

/** What a count met on its way besides ordinary weeks: weekdays off, weekend days worked, working days on which it stood. */
function metBetween(
  calendar: WorkCalendar,
  pauses: readonly Pause[],
  start: number,
  end: number,
): { off: number; madeUp: number; paused: number } {
  const met = { off: 0, madeUp: 0, paused: 0 }
  for (let at = start + 1; at <= end; at++) {
    const works = isWorked(calendar, at)
    if (works && isPaused(pauses, at)) met.paused++
    else if (works && isWeekend(at)) met.madeUp++
    else if (!works && !isWeekend(at)) met.off++
  }
  return met
}

/** The first year between the two days without a notice. */
function unannouncedYear(calendar: WorkCalendar, start: number, day: string): number {
  for (let year = yearOf(start); ; year++) if (!calendar.announced.has(year) || year >= yearOf(mustNumber(day))) return year
}
