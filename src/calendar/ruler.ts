import { dayOf, mustNumber } from './days.ts'
import { dueOf, pausesOf, runClock } from './due.ts'
import type { DeadlineInput } from './model.ts'
import { addTo, countBetween, isAnnounced, isWorked, type WorkCalendar } from './working-days.ts'

/** One working day of the day ruler (时限尺). */
export interface RulerCell {
  readonly day: string
  readonly state: 'used' | 'paused' | 'left' | 'provisional' | 'overdue'
  readonly isLast: boolean
}

/** The day ruler: the clock that runs, a cell for each working day. */
export interface Ruler {
  readonly cells: RulerCell[]
  /** Working days left after today up to and with the last day; negative once it has passed; null while the clock waits. */
  readonly daysLeft: number | null
  /** Days overdue that have no cell, for a ruler that would grow without end. */
  readonly notShown: number
}

/** Cells drawn beyond the last day at most. */
const overdueShown = 20

/**
 * The ruler of a clock on a day: from the day after it started to its last day, and beyond it to today where that has passed. Without
 * cells while a correction or a payment is open. A date agreed on a rest day has a cell of its own. Throws a RangeError where the
 * input makes no sense.
 */
export function ruler(calendar: WorkCalendar, input: DeadlineInput, today: string): Ruler {
  const { clock, problem } = runClock(calendar, input)
  if (problem) throw new RangeError(`${problem.code}: ${problem.found}`)
  const due = dueOf(calendar, clock)
  if (due === null) return { cells: [], daysLeft: null, notShown: 0 }
  const now = mustNumber(today)
  const pauses = clock.agreed === null ? pausesOf(clock) : []
  const stateOf = (day: number): RulerCell['state'] => {
    if (pauses.some(({ after, last }) => day > after && day <= last)) return 'paused'
    if (day <= now) return 'used'
    return isAnnounced(calendar, day) ? 'left' : 'provisional'
  }
  const cells: RulerCell[] = []
  for (let day = clock.start + 1; day <= due; day++)
    if (isWorked(calendar, day) || day === due) cells.push({ day: dayOf(day), state: stateOf(day), isLast: day === due })
  const overdue = countBetween(calendar, due, now)
  for (let count = 1; count <= Math.min(overdue, overdueShown); count++)
    cells.push({ day: dayOf(addTo(calendar, due, count)), state: 'overdue', isLast: false })
  return { cells, daysLeft: daysLeft(calendar, dayOf(due), today), notShown: Math.max(0, overdue - overdueShown) }
}

/** The cells of `ruler`; none where the input makes no sense. */
export const rulerOf = (calendar: WorkCalendar, input: DeadlineInput, today: string): RulerCell[] =>
  runClock(calendar, input).problem ? [] : ruler(calendar, input, today).cells

/**
 * Working days left after today up to and with the last day: 0 on the last day, negative by as many as have passed since, at least 1
 * even on the weekend after.
 */
export function daysLeft(calendar: WorkCalendar, due: string, today: string): number {
  const last = mustNumber(due)
  const now = mustNumber(today)
  return now <= last ? countBetween(calendar, now, last) : -Math.max(1, countBetween(calendar, last, now))
}
