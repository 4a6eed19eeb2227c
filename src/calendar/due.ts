import { dayOf, isWeekend, mustNumber, yearOf } from './days.ts'
import { eventText, givenProblem } from './events.ts'
import type { DeadlineEvent, DeadlineEventKind, DeadlineInput, DeadlineProblem, DeadlineProblemCode, DeadlineResult } from './model.ts'
import { deadlineRules, type RuleStep } from './rules.ts'
import { terms } from './terms.ts'
import { type StepLanguage, sentenceOf } from './wording/index.ts'
import { addTo, countBetween, isAnnounced, isWorked, unannouncedYears, type WorkCalendar } from './working-days.ts'

/**
 * The last day to answer a request, and how it came about: a fold over what happened after receipt.
 * Throws a RangeError where events make no sense together; `checkedDueDate` returns that instead.
 */
export function dueDate(calendar: WorkCalendar, input: DeadlineInput, language: StepLanguage = 'zh-CN'): DeadlineResult {
  const { result, problem } = checkedDueDate(calendar, input, language)
  if (problem) throw new RangeError(`${problem.code}: ${problem.found}`)
  return result
}

/** As `dueDate`, for input that a person wrote: the first thing that does not fit is returned, and nothing is counted. */
export function checkedDueDate(
  calendar: WorkCalendar,
  input: DeadlineInput,
  language: StepLanguage = 'zh-CN',
): { result: DeadlineResult; problem: null } | { result: null; problem: DeadlineProblem } {
  const { clock, problem } = runClock(calendar, input)
  if (problem) return { result: null, problem }
  const due = dueOf(calendar, clock)
  const result: DeadlineResult = {
    received: input.received,
    correctionBy: lastDay(calendar, input.received, terms.correction.length),
    consultationBy: lastDay(calendar, input.received, terms['third-party'].length),
    due: due === null ? null : dayOf(due),
    extendedDue: due === null || clock.agreed !== null ? null : dayOf(runsOut(calendar, clock, terms.extension.length)),
    status: due !== null && isProvisional(calendar, clock, due) ? 'provisional' : 'final',
    steps: [...openingSteps(calendar, input), ...clock.steps, ...closingSteps(calendar, clock, due)].map(
      ({ rule, date, source, values }) => ({
        date,
        rule,
        source: source ?? deadlineRules[rule].source,
        text: sentenceOf(rule, values, language),
      }),
    ),
  }
  return { result, problem: null }
}

/** What is wrong with the input; null where nothing is. */
export const problemOf = (calendar: WorkCalendar, input: DeadlineInput): DeadlineProblem | null => runClock(calendar, input).problem

/** The clock after the events so far. Days are numbers. */
export interface Clock {
  /** The day it runs from, which does not count: receipt, or the last restart. */
  readonly start: number
  readonly correctionBy: number
  readonly consultations: readonly Consultation[]
  /** Working days added at the end. */
  readonly extension: number
  readonly waitsFor: { readonly what: 'correction' | 'payment'; readonly by: number | null } | null
  /** The day agreed under Art. 35. */
  readonly agreed: number | null
  readonly wasCorrectionAsked: boolean
  readonly wasExtended: boolean
  readonly steps: readonly RuleStep[]
}

interface Consultation {
  readonly of: string | undefined
  readonly sent: number
  /** The 15th working day: silence ends here. */
  readonly lapses: number
  readonly answered: number | null
  /** A consultation sent when the term had run out does not stop it. */
  readonly isLate: boolean
}

/** Folds the events into the clock, or says which does not fit. */
export function runClock(
  calendar: WorkCalendar,
  input: DeadlineInput,
): { clock: Clock; problem: null } | { clock: null; problem: DeadlineProblem } {
  const given = givenProblem(input)
  if (given) return { clock: null, problem: given }
  const start = mustNumber(input.received)
  let clock: Clock = {
    start,
    correctionBy: addTo(calendar, start, terms.correction.length),
    consultations: [],
    extension: 0,
    waitsFor: null,
    agreed: null,
    wasCorrectionAsked: false,
    wasExtended: false,
    steps: [],
  }
  for (const [index, event] of input.events.entries()) {
    const outcome = happenings[event.kind](clock, mustNumber(event.date), event, calendar)
    if ('refused' in outcome)
      return { clock: null, problem: { code: outcome.refused, event: index, found: eventText(event), against: outcome.against ?? '' } }
    clock = { ...clock, ...outcome.change, steps: [...clock.steps, ...outcome.steps] }
  }
  return { clock, problem: null }
}

type Outcome =
  | { readonly change: Partial<Clock>; readonly steps: readonly RuleStep[] }
  | { readonly refused: DeadlineProblemCode; readonly against?: string }
type Happening = (clock: Clock, at: number, event: DeadlineEvent, calendar: WorkCalendar) => Outcome

/** What each kind of event does to the clock. */
const happenings: { readonly [Kind in DeadlineEventKind]: Happening } = {
  'correction-asked': (clock, at, { date }) => {
    if (clock.wasCorrectionAsked) return { refused: 'correction-twice' }
    if (clock.waitsFor) return { refused: 'waiting' }
    const late: RuleStep[] =
      at > clock.correctionBy ? [{ rule: 'correction-late', date, values: { day: date, by: dayOf(clock.correctionBy) } }] : []
    return {
      change: { wasCorrectionAsked: true, waitsFor: { what: 'correction', by: null } },
      steps: [{ rule: 'correction-asked', date, values: { day: date } }, ...late],
    }
  },
  corrected: (clock, at, { date }) => {
    if (clock.waitsFor?.what !== 'correction') return { refused: 'not-asked' }
    return { change: anew(at), steps: [{ rule: 'corrected', date, values: { day: date, dropped: droppedBy(clock) } }] }
  },
  'consultation-sent': (clock, at, { date, of }, calendar) => {
    const lapses = addTo(calendar, at, terms['third-party'].length)
    const due = dueOf(calendar, clock)
    const isLate = due !== null && at > due
    const step: RuleStep = isLate
      ? { rule: 'consultation-late', date, values: { day: date, by: dayOf(due) } }
      : clock.agreed !== null
        ? { rule: 'consultation-after-delay', date, values: { day: date, by: dayOf(clock.agreed) } }
        : { rule: 'consultation-sent', date, values: { day: date, lapse: dayOf(lapses), count: terms['third-party'].length } }
    return { change: { consultations: [...clock.consultations, { of, sent: at, lapses, answered: null, isLate }] }, steps: [step] }
  },
  'consultation-answered': ({ consultations }, at, { date, of }, calendar) => {
    // Where it is not written down which letter an opinion answers: the first that is still open, before one whose time is over.
    const open = consultations.filter((one) => one.answered === null && (of === undefined || one.of === of))
    const one = open.find(({ lapses }) => at <= lapses) ?? open[0]
    if (one === undefined) return { refused: 'not-consulted' }
    const end = Math.min(at, one.lapses)
    const values = { day: date, sent: dayOf(one.sent), days: one.isLate ? 0 : countBetween(calendar, one.sent, end) }
    return {
      change: { consultations: consultations.map((each) => (each === one ? { ...each, answered: at } : each)) },
      steps:
        at > one.lapses
          ? [{ rule: 'consultation-lapsed', date, values: { ...values, lapse: dayOf(one.lapses) } }]
          : [{ rule: 'consultation-answered', date, values }],
    }
  },
  'fee-noticed': (clock, at, { date }, calendar) => {
    if (clock.waitsFor) return { refused: 'waiting' }
    const due = dueOf(calendar, clock)
    const by = addTo(calendar, at, terms.fee.length)
    const late: RuleStep[] = due !== null && at > due ? [{ rule: 'fee-notice-late', date, values: { day: date, by: dayOf(due) } }] : []
    return {
      change: { waitsFor: { what: 'payment', by } },
      steps: [
        { rule: 'fee-noticed', date, values: { day: date } },
        { rule: 'fee-by', date: dayOf(by), values: { day: dayOf(by), count: terms.fee.length, ...provisionally(calendar, at, by) } },
        ...late,
      ],
    }
  },
  'fee-paid': (clock, at, { date }) => {
    if (clock.waitsFor?.what !== 'payment') return { refused: 'not-noticed' }
    const { by } = clock.waitsFor
    const late: RuleStep[] = by !== null && at > by ? [{ rule: 'fee-late', date, values: { day: date, by: dayOf(by) } }] : []
    return { change: anew(at), steps: [{ rule: 'fee-paid', date, values: { day: date, dropped: droppedBy(clock) } }, ...late] }
  },
  extended: (clock, at, { date, days = 0, approver = '' }, calendar) => {
    if (clock.wasExtended) return { refused: 'extension-twice' }
    if (clock.waitsFor) return { refused: 'waiting' }
    const due = dueOf(calendar, clock)
    if (due === null || clock.agreed !== null)
      return { refused: 'extension-after-delay', against: clock.agreed === null ? '' : dayOf(clock.agreed) }
    const late: RuleStep[] = at > due ? [{ rule: 'extension-late', date, values: { day: date, by: dayOf(due) } }] : []
    return {
      change: { extension: days, wasExtended: true },
      steps: [{ rule: 'extended', date, values: { day: date, days, approver } }, ...late],
    }
  },
  'delay-agreed': (clock, at, { date }, calendar) => {
    if (clock.agreed !== null) return { refused: 'delay-twice', against: dayOf(clock.agreed) }
    if (clock.waitsFor) return { refused: 'waiting' }
    const due = dueOf(calendar, clock)
    const rest: RuleStep[] = isWorked(calendar, at)
      ? []
      : [
          {
            rule: 'delay-rest-day',
            date,
            values: { day: date, before: dayOf(addTo(calendar, at, -1)), ...provisionally(calendar, at - 1, at) },
          },
        ]
    const early: RuleStep[] = due !== null && at < due ? [{ rule: 'delay-early', date, values: { day: date, by: dayOf(due) } }] : []
    return { change: { agreed: at }, steps: [{ rule: 'delay-agreed', date, values: { day: date } }, ...rest, ...early] }
  },
}

/** Correction (Art. 30) and payment (国办函〔2020〕109号) start the clock anew: an extension or a delay belongs to the clock that ended. */
const anew = (at: number): Partial<Clock> => ({ start: at, extension: 0, agreed: null, waitsFor: null })

const droppedBy = ({ extension, agreed }: Clock): string => (agreed !== null ? 'delay' : extension > 0 ? 'extension' : '')

/** The last day to answer; null while the clock waits. */
export function dueOf(calendar: WorkCalendar, clock: Clock): number | null {
  if (clock.waitsFor) return null
  return clock.agreed ?? runsOut(calendar, clock, clock.extension)
}

/** The day on which the clock has run 20 working days and `extension` more, the pauses left out. */
const runsOut = (calendar: WorkCalendar, clock: Clock, extension: number): number =>
  addTo(calendar, clock.start, terms.reply.length + extension + daysPaused(calendar, clock))

/** Working days on which the clock stood since it started; days that several consultations share count once. */
function daysPaused(calendar: WorkCalendar, clock: Clock): number {
  return pausesOf(clock).reduce((sum, { after, last }) => sum + countBetween(calendar, after, last), 0)
}

/** Spans without overlap in which the clock stands, after the first day named up to and with the last, in order. */
export function pausesOf({ start, consultations }: Clock): { readonly after: number; readonly last: number }[] {
  const pauses: { after: number; last: number }[] = []
  let reached = start
  for (const { sent, answered, lapses, isLate } of consultations) {
    const last = Math.min(answered ?? lapses, lapses)
    const after = Math.max(sent, reached)
    if (isLate || last <= after) continue
    pauses.push({ after, last })
    reached = last
  }
  return pauses
}

/** A day agreed (Art. 35) was not counted to, but in a year not announced it may yet turn out a rest day. */
const isProvisional = (calendar: WorkCalendar, { start, agreed }: Clock, due: number): boolean =>
  agreed === null ? unannouncedYears(calendar, start, due).length > 0 : !isAnnounced(calendar, due)

function openingSteps(calendar: WorkCalendar, { received, events }: DeadlineInput): RuleStep[] {
  const start = mustNumber(received)
  const correctionBy = addTo(calendar, start, terms.correction.length)
  const consultationBy = addTo(calendar, start, terms['third-party'].length)
  const reply = addTo(calendar, start, terms.reply.length)
  const dated = (rule: RuleStep['rule'], last: number, count: number): RuleStep => ({
    rule,
    date: dayOf(last),
    values: { day: dayOf(last), count, ...provisionally(calendar, start, last) },
  })
  return [
    { rule: 'receipt', date: received, values: { day: received, works: isWorked(calendar, start) } },
    ...(received < terms.reply.since ? [{ rule: 'before-regulation', date: received, values: { since: terms.reply.since } } as const] : []),
    dated('correction-by', correctionBy, terms.correction.length),
    dated('consultation-by', consultationBy, terms['third-party'].length),
    // Where nothing happened since, the last step says it.
    ...(events.length > 0 ? [dated('reply', reply, terms.reply.length)] : []),
  ]
}

function closingSteps(calendar: WorkCalendar, clock: Clock, due: number | null): RuleStep[] {
  const { start, agreed, waitsFor, extension } = clock
  if (due === null)
    return [{ rule: waitsFor?.what === 'correction' ? 'waits-for-correction' : 'waits-for-payment', date: lastDate(clock), values: {} }]
  const date = dayOf(due)
  if (agreed !== null)
    return [
      { rule: 'due', date, source: deadlineRules['delay-agreed'].source, values: { day: date, agreed: true } },
      ...(isAnnounced(calendar, due) ? [] : [{ rule: 'delay-unannounced', date, values: { day: date, year: yearOf(due) } } as const]),
    ]
  const paused = daysPaused(calendar, clock)
  const extended = runsOut(calendar, clock, terms.extension.length)
  const [year] = unannouncedYears(calendar, start, due)
  return [
    ...restSteps(calendar, start, due),
    { rule: 'due', date, values: { day: date, agreed: false, start: dayOf(start), reply: terms.reply.length, extension, paused } },
    ...(year === undefined ? [] : [{ rule: 'provisional', date, values: { year } } as const]),
    ...(isYearEnd(calendar, due) ? [{ rule: 'year-end', date, values: { day: date, year: yearOf(due) + 1 } } as const] : []),
    {
      rule: 'extended-reply',
      date: dayOf(extended),
      values: {
        day: dayOf(extended),
        count: terms.extension.length,
        isExtended: extension > 0,
        ...provisionally(calendar, start, extended),
      },
    },
  ]
}

/** The notices and local days that the count met, a step for each year and for each local day. */
function restSteps(calendar: WorkCalendar, start: number, due: number): RuleStep[] {
  const local = new Map(calendar.localDays.map((each) => [mustNumber(each.day), each]))
  const steps: RuleStep[] = []
  for (let year = yearOf(start + 1); year <= yearOf(due); year++) {
    const differing = [...calendar.exceptions]
      .filter(([day, works]) => day > start && day <= due && yearOf(day) === year && works === isWeekend(day) && !local.has(day))
      .sort(([one], [other]) => one - other)
    const numbers = calendar.notices.filter((notice) => notice.year === year).map(({ number, title }) => number || title)
    if (differing.length > 0)
      steps.push({
        rule: 'rest-days',
        date: dayOf(differing[0]![0]),
        source: numbers.join('、'),
        values: {
          off: spans(
            differing.filter(([, works]) => !works).map(([day]) => day),
            (day) => calendar.exceptions.get(day) === false,
          ),
          madeUp: spans(differing.filter(([, works]) => works).map(([day]) => day)),
        },
      })
  }
  for (const [day, { works, reason }] of [...local].sort(([one], [other]) => one - other))
    if (day > start && day <= due) steps.push({ rule: 'local-day', date: dayOf(day), values: { day: dayOf(day), works, reason } })
  return steps
}

/**
 * Days in order as `2025-10-01/2025-10-03 2025-10-06`; a weekend between two does not part them, and one at an end that belongs as well is named
 * with them, so that a holiday reads as its notice has it.
 */
function spans(days: readonly number[], belongs: (day: number) => boolean = () => false): string {
  const runs: [number, number][] = []
  for (const day of days) {
    const run = runs[runs.length - 1]
    if (run && betweenIsWeekend(run[1], day)) run[1] = day
    else runs.push([day, day])
  }
  for (const run of runs) {
    while (belongs(run[0] - 1)) run[0]--
    while (belongs(run[1] + 1)) run[1]++
  }
  return runs.map(([first, last]) => (first === last ? dayOf(first) : `${dayOf(first)}/${dayOf(last)}`)).join(' ')
}

function betweenIsWeekend(one: number, other: number): boolean {
  for (let day = one + 1; day < other; day++) if (!isWeekend(day)) return false
  return isWeekend(one) === isWeekend(other)
}

/**
 * Whether a day stands where the next year's notice may yet reach back: 国办发明电〔2018〕15号 on 2019 made 29 December 2018 a working day
 * and 31 December a rest day.
 */
const isYearEnd = (calendar: WorkCalendar, due: number): boolean =>
  isAnnounced(calendar, due) && !calendar.announced.has(yearOf(due) + 1) && dayOf(due).slice(5) >= '12-29'

/** The year a count from `from` to `to` met that is not announced, 0 where there is none: sentences say so. */
const provisionally = (calendar: WorkCalendar, from: number, to: number) => ({ year: unannouncedYears(calendar, from, to)[0] ?? 0 })

const lastDay = (calendar: WorkCalendar, day: string, count: number): string => dayOf(addTo(calendar, mustNumber(day), count))

const lastDate = ({ steps }: Clock): string =>
  steps.filter(({ rule }) => rule === 'correction-asked' || rule === 'fee-noticed').slice(-1)[0]!.date
