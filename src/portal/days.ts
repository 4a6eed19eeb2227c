import type { PortalWords } from '#words'

/** `2026-01-20` as a sentence writes it: 2026 年 1 月 20 日. */
export function sayDay(day: string, words: PortalWords): string {
  const [year, month, date] = day.split('-').map(Number)
  return words.day(year!, month!, date!)
}
