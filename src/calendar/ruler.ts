import { dayOf, mustNumber } from './day.ts'
import { isPaused, runClock } from './due.ts'
import type { DeadlineInput } from './model.ts'
import { isAnnounced, isWorked, type WorkCalendar } from './working-days.ts'

/** One working day of the day ruler (时限尺). */
export interface RulerCell {
  readonly day: string
  readonly state: 'used' | 'paused' | 'left' | 'provisional' | 'overdue'
  readonly isLast: boolean
}

/** Cells beyond this many are not drawn: a clock overdue for a year is a number, not a picture. */
const longest = 120

/**
 * The clock as cells, a working day each, from the day after it started to its last day, or to today where that has passed.
 * Empty while a correction or a payment is open, and where the input makes no sense.
 */
export function rulerOf(calendar: WorkCalendar, input: DeadlineInput, today: string): RulerCell[] {
  const clock = runClock(calendar, input)
  if ('code' in clock || clock.due === null) return []
  const last = mustNumber(clock.due.day)
  const now = mustNumber(today)
  const cells: RulerCell[] = []
  for (let at = clock.start + 1; at <= Math.max(last, now) && cells.length < longest; at++) {
    if (!isWorked(calendar, at) && at !== last) continue
    const state =
      at > last
        ? 'overdue'
        : isPaused(clock.pauses, at)
          ? 'paused'
          : at <= now
            ? 'used'
            : isAnnounced(calendar, at)
              ? 'left'
              : 'provisional'
    cells.push({ day: dayOf(at), state, isLast: at === last })
  }
  return cells
}

/** Working days left after today up to and with the last day; negative by as many as have passed since. */
export function daysLeft(calendar: WorkCalendar, due: string, today: string): number {
  const last = mustNumber(due)
  const now = mustNumber(today)
  let count = 0
  for (let at = Math.min(last, now) + 1; at <= Math.max(last, now); at++) if (isWorked(calendar, at)) count++
  return last >= now ? count : -count
}
