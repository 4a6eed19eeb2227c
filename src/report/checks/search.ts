import type { BodyLevel, Context } from '../check.ts'
import { levelOf } from '../level.ts'
import type { CellKey, Chapter, Line, Place, Report } from '../model.ts'

/** A place in the prose where a pattern holds. */
export interface Hit {
  readonly chapter: Chapter
  readonly line: Line
  readonly match: RegExpMatchArray
  readonly at: Place
}

/** Every place where a global pattern holds, in the order of the report. Only lines that hold `hint` are looked at. */
export function search(report: Report, hint: string, pattern: RegExp): Hit[] {
  const hits: Hit[] = []
  for (const chapter of report.chapters) {
    if (!chapter.text.includes(hint)) continue
    for (const line of chapter.lines) {
      if (!line.text.includes(hint)) continue
      for (const match of line.text.matchAll(pattern)) hits.push({ chapter, line, match, at: placeIn(line, match.index ?? 0) })
    }
  }
  return hits
}

/** The place of a character of a line, counted from 0. */
export const placeIn = (line: Line, index: number): Place =>
  line.at.column === undefined ? line.at : { ...line.at, column: line.at.column + index }

/** Where a cell stands: its own text, else its row's label. */
export function placeOf(report: Report, key: CellKey): Place | null {
  const own = report.printed.sources[key]?.at
  if (own) return own
  const row = key.slice(0, key.lastIndexOf('.'))
  return report.printed.labels.find((label) => label.key === row || label.key === key)?.at ?? null
}

export const chapterOf = (report: Report, number: number): Chapter | undefined =>
  report.chapters.find((chapter) => chapter.number === number)

/** Whether any chapter from `first` on holds the pattern (not a global one). */
export const prose = (report: Report, pattern: RegExp, first = 0): boolean =>
  report.chapters.some((chapter) => chapter.number >= first && pattern.test(chapter.text))

/** The level that is known, else the one the name tells. */
export const levelIn = (report: Report, context: Context): BodyLevel | null => context.level ?? levelOf(report.body)

/** Last year's report, where it is the year before this one. */
export function yearBefore(report: Report, { lastYear }: Context): Report | null {
  if (!lastYear) return null
  return report.year === null || lastYear.year === null || lastYear.year === report.year - 1 ? lastYear : null
}

/** 1–99 in Chinese numerals. */
export function numeral(number: number): string {
  const digits = '〇一二三四五六七八九'
  const tens = Math.floor(number / 10)
  return (tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`) + (number % 10 === 0 && tens > 0 ? '' : digits[number % 10])
}

/** The number a Chinese numeral up to 九十九 says; NaN for anything else. */
export function numberOf(text: string): number {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text)
  if (!match || text === '') return Number.NaN
  const value = (digit: string) => '〇一二三四五六七八九'.indexOf(digit)
  if (match[2] === '') return match[3] === '' ? value(match[1]!) : Number.NaN
  return (match[1] === '' ? 1 : value(match[1]!)) * 10 + (match[3] === '' ? 0 : value(match[3]!))
}
