/** Days as `YYYY-MM-DD`, counted by whole numbers. No clock and no zone: a legal day is a day of the calendar in Asia/Shanghai. */

const dayLength = 86_400_000
const form = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01; null where the text is no day of the calendar (`2025-02-30`, `2025-2-3`). */
export function numberOf(day: string): number | null {
  const match = form.exec(day)
  if (match === null) return null
  const number = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / dayLength
  return dayOf(number) === day ? number : null
}

/** The day of a number. */
export function dayOf(number: number): string {
  return new Date(number * dayLength).toISOString().slice(0, 10)
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (number: number): number => (((number + 4) % 7) + 7) % 7

export const isWeekend = (number: number): boolean => weekdayOf(number) === 0 || weekdayOf(number) === 6

export const yearOf = (number: number): number => new Date(number * dayLength).getUTCFullYear()

/** The number of a day that is known to be one; throws a RangeError for anything else. */
export function mustNumber(day: string): number {
  const number = numberOf(day)
  if (number === null) throw new RangeError(`“${day}” is no day; write YYYY-MM-DD`)
  return number
}
