import { dayOf, firstOfYear, isWeekend, mustNumber, numberOf, yearOf } from './days.ts'
import { type LocalDay, type RestNotice, spanOf } from './notice.ts'
import { shippedNotices } from './years/index.ts'

/** Which days are worked: Monday to Friday, except where a notice or a local day says otherwise. Made by `calendarOf`. */
export interface WorkCalendar {
  /** Notices in force, in the order they are laid over one another. */
  readonly notices: readonly RestNotice[]
  readonly localDays: readonly LocalDay[]
  /** Day number → worked, where it differs from Monday to Friday. */
  readonly exceptions: ReadonlyMap<number, boolean>
  /** Years whose rest days are announced; the others are Monday to Friday, provisionally. */
  readonly announced: ReadonlySet<number>
  /** Tables of the years asked for so far: a year is counted through once. */
  readonly tables: Map<number, YearTable>
}

interface YearTable {
  readonly first: number
  /** Numbers of the year's working days, in order. */
  readonly working: Int32Array
  /** For each day of the year, how many working days there are up to and with it. */
  readonly upTo: Uint16Array
}

/** A day that was counted, and whether the count met a year whose rest days are not announced. */
export interface CountedDay {
  readonly day: string
  readonly provisional: boolean
}

/**
 * A calendar of notices and of local days, which stand before them all. Of the notices of a year the last issued counts, with the
 * changes issued after it; of two issued on one day the one given later. Without arguments: the notices that come with the program.
 * Throws a RangeError for a day that is none.
 */
export function calendarOf({
  notices = shippedNotices,
  localDays = [],
}: {
  readonly notices?: readonly RestNotice[]
  readonly localDays?: readonly LocalDay[]
} = {}): WorkCalendar {
  const inForce = noticesInForce(notices)
  const exceptions = new Map<number, boolean>()
  for (const { off, madeUp } of inForce) {
    for (const entry of off) {
      const span = spanOf(entry)
      if (span === null) throw new RangeError(`“${entry}” is neither a day nor a span of days`)
      for (let day = span[0]; day <= span[1]; day++) exceptions.set(day, false)
    }
    for (const day of madeUp) exceptions.set(mustNumber(day), true)
  }
  for (const { day, works } of localDays) exceptions.set(mustNumber(day), works)
  return { notices: inForce, localDays, exceptions, announced: new Set(inForce.map(({ year }) => year)), tables: new Map() }
}

/** Whether the day is worked. Of a year not announced: whether it is Monday to Friday. Throws a RangeError for a day that is none. */
export const isWorkingDay = (calendar: WorkCalendar, day: string): boolean => isWorked(calendar, mustNumber(day))

/**
 * The day `count` working days after `day`, which itself does not count (民法典 Art. 201); before it where `count` is negative; the day
 * itself for 0. Provisional where a day counted lies in a year not announced.
 */
export function addWorkingDays(calendar: WorkCalendar, day: string, count: number): CountedDay {
  const from = mustNumber(day)
  const to = addTo(calendar, from, count)
  return { day: dayOf(to), provisional: touchesUnannounced(calendar, from, to) }
}

/** How many working days lie after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  return countBetween(calendar, mustNumber(from), mustNumber(to))
}

/** The day itself where it is worked, else the first working day after it. */
export function nextWorkingDay(calendar: WorkCalendar, day: string): CountedDay {
  return isWorkingDay(calendar, day) ? { day, provisional: !isAnnounced(calendar, mustNumber(day)) } : addWorkingDays(calendar, day, 1)
}

/** `addWorkingDays` on numbers. Throws a RangeError where `count` is no whole number. */
export function addTo(calendar: WorkCalendar, from: number, count: number): number {
  if (!Number.isInteger(count)) throw new RangeError(`${count} is no number of working days`)
  if (count === 0) return from
  let year = yearOf(from)
  let table = tableOf(calendar, year)
  const passed = table.upTo[from - table.first]!
  // Index of the day wanted among the working days of the year; a rest day backwards starts one further on.
  let index = count > 0 ? passed + count - 1 : passed + count - (isWorked(calendar, from) ? 1 : 0)
  while (index >= table.working.length) {
    index -= table.working.length
    table = tableOf(calendar, ++year)
  }
  while (index < 0) {
    table = tableOf(calendar, --year)
    index += table.working.length
  }
  return table.working[index]!
}

/** `workingDaysBetween` on numbers. */
export function countBetween(calendar: WorkCalendar, from: number, to: number): number {
  if (to <= from) return 0
  const lastYear = yearOf(to)
  let count = passedIn(calendar, to) - passedIn(calendar, from)
  for (let year = yearOf(from); year < lastYear; year++) count += tableOf(calendar, year).working.length
  return count
}

export const isWorked = (calendar: WorkCalendar, number: number): boolean => calendar.exceptions.get(number) ?? !isWeekend(number)

export const isAnnounced = (calendar: WorkCalendar, number: number): boolean => calendar.announced.has(yearOf(number))

/** The years of the days after `from` up to and with `to` whose rest days are not announced. */
export function unannouncedYears({ announced }: WorkCalendar, from: number, to: number): number[] {
  const years: number[] = []
  for (let year = yearOf(from + 1); year <= yearOf(to); year++) if (!announced.has(year)) years.push(year)
  return years
}

function touchesUnannounced({ announced }: WorkCalendar, from: number, to: number): boolean {
  if (from === to) return false
  const last = yearOf(Math.max(from, to))
  for (let year = yearOf(Math.min(from, to) + 1); year <= last; year++) if (!announced.has(year)) return true
  return false
}

function noticesInForce(notices: readonly RestNotice[]): RestNotice[] {
  const issue = ({ issuedOn }: RestNotice): number => {
    const number = numberOf(issuedOn)
    if (number === null) throw new RangeError(`“${issuedOn}” is no day; write YYYY-MM-DD`)
    return number
  }
  const inOrder = [...notices].sort((one, other) => issue(one) - issue(other))
  return inOrder.filter((notice, index) => !inOrder.some(({ year, isChange }, later) => later > index && year === notice.year && !isChange))
}

/** Working days of its own year up to and with a day. */
function passedIn(calendar: WorkCalendar, number: number): number {
  const table = tableOf(calendar, yearOf(number))
  return table.upTo[number - table.first]!
}

function tableOf(calendar: WorkCalendar, year: number): YearTable {
  const known = calendar.tables.get(year)
  if (known) return known
  const first = firstOfYear(year)
  const length = firstOfYear(year + 1) - first
  const upTo = new Uint16Array(length)
  const working: number[] = []
  for (let at = 0; at < length; at++) {
    if (isWorked(calendar, first + at)) working.push(first + at)
    upTo[at] = working.length
  }
  const table = { first, working: Int32Array.from(working), upTo }
  calendar.tables.set(year, table)
  return table
}
