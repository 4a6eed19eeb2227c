/**
 * Days as `YYYY-MM-DD`, counted by whole numbers in the proleptic Gregorian calendar. No clock and no zone: a legal day is a day of
 * the calendar in Asia/Shanghai.
 */

/** Days since 1970-01-01; null where the text is no day of the calendar (`2025-02-30`, `2025-2-3`, a year 0000). */
export function numberOf(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const year = figures(day, 0, 4)
  const month = figures(day, 5, 7)
  const date = figures(day, 8, 10)
  if (year === 0 || month < 1 || month > 12 || date < 1 || date > lengthOfMonth(year, month)) return null
  return firstOfYear(year) + monthStarts[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0) + date - 1
}

/** The number of a day that is known to be one; throws a RangeError for anything else. */
export function mustNumber(day: string): number {
  const number = numberOf(day)
  if (number === null) throw new RangeError(`“${day}” is no day; write YYYY-MM-DD`)
  return number
}

/** The day of a number. Throws a RangeError beyond 9999-12-31, which four digits cannot write. */
export function dayOf(number: number): string {
  const year = yearOf(number)
  if (year < 1 || year > 9999) throw new RangeError(`day ${number} has no form YYYY-MM-DD`)
  let rest = number - firstOfYear(year)
  let month = 1
  for (let length = lengthOfMonth(year, 1); rest >= length; length = lengthOfMonth(year, month)) {
    rest -= length
    month++
  }
  return `${String(year).padStart(4, '0')}-${twoFigures[month]}-${twoFigures[rest + 1]}`
}

/** The year a day lies in. */
export function yearOf(number: number): number {
  // The mean year first; it errs by at most one.
  let year = Math.floor(number / 365.2425) + 1970
  if (number < firstOfYear(year)) year--
  else if (number >= firstOfYear(year + 1)) year++
  return year
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7

export const isWeekend = (number: number): boolean => weekdayOf(number) % 6 === 0

/** The number of 1 January. */
export function firstOfYear(year: number): number {
  const before = year - 1
  return before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 719_162
}

/** Moves a day by whole days. */
export const plusDays = (day: string, days: number): string => dayOf(mustNumber(day) + days)

const monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const twoFigures = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'))

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOfMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : lengths[month - 1]!)

/** Reads the ASCII figures of a slice that is known to hold nothing else. */
function figures(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}
