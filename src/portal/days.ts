import type { PortalWords } from '#words'

/** `2026-01-20` as a sentence writes it: 2026 年 1 月 20 日. */
export function sayDay(day: string, words: PortalWords): string {
  const [year, month, date] = day.split('-').map(Number)
  return words.day(year!, month!, date!)
}

/** The day in Asia/Shanghai at an instant, whatever the machine's zone. China has kept UTC+8 without summer time since 1992. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
