import { dayOf, isWeekend, mustNumber, yearOf } from './day.ts'
import type { LocalDay, RestNotice } from './notice.ts'
import { shippedNotices } from './years/index.ts'

/** Which days are worked: Monday to Friday, except what notices and local days say otherwise. */
export interface WorkCalendar {
  /** Day number → worked or not, where it differs from Monday to Friday. */
  readonly exceptions: ReadonlyMap<number, boolean>
  /** Years whose rest days are announced. */
  readonly announced: ReadonlySet<number>
}

/**
 * A calendar of notices, later ones of a year standing before earlier ones, and of local days, which stand before them all.
 * Without arguments: the notices that come with the program. Throws a RangeError for a day that is none.
 */
export function calendarOf({
  notices = shippedNotices,
  localDays = [],
}: {
  readonly notices?: readonly RestNotice[]
  readonly localDays?: readonly LocalDay[]
} = {}): WorkCalendar {
  const exceptions = new Map<number, boolean>()
  const announced = new Set<number>()
  for (const { year, off, worked, noLongerWorked = [] } of [...notices].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))) {
    announced.add(year)
    for (const day of noLongerWorked) exceptions.delete(mustNumber(day))
    for (const [first, last] of off) {
      const end = mustNumber(last)
      for (let day = mustNumber(first); day <= end; day++) if (!isWeekend(day)) exceptions.set(day, false)
    }
    for (const day of worked) exceptions.set(mustNumber(day), true)
  }
  for (const { day, works } of localDays) exceptions.set(mustNumber(day), works)
  return { exceptions, announced }
}

/** Whether the day is worked. Of a year not announced: whether it is Monday to Friday. */
export const isWorkingDay = (calendar: WorkCalendar, day: string): boolean => isWorked(calendar, mustNumber(day))

/** The day `count` ≥ 0 working days after `day`, which itself does not count (民法典 Art. 201); provisional where the count met a year not announced. */
export function addWorkingDays(calendar: WorkCalendar, day: string, count: number): { day: string; provisional: boolean } {
  let at = mustNumber(day)
  let provisional = !isAnnounced(calendar, at)
  for (let left = count; left > 0; ) {
    at++
    if (isWorked(calendar, at)) left--
  }
  provisional ||= !isAnnounced(calendar, at)
  return { day: dayOf(at), provisional }
}

/** How many working days lie after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  const end = mustNumber(to)
  let count = 0
  for (let at = mustNumber(from) + 1; at <= end; at++) if (isWorked(calendar, at)) count++
  return count
}

export const isWorked = (calendar: WorkCalendar, number: number): boolean => calendar.exceptions.get(number) ?? !isWeekend(number)

export const isAnnounced = (calendar: WorkCalendar, number: number): boolean => calendar.announced.has(yearOf(number))
