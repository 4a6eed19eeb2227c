import { findTitles } from './head.ts'
import { findHeadings } from './locate.ts'
import type { Row } from './rows.ts'

/**
 * The reports of one file, as ranges of rows. A second report begins where chapter one begins again after later chapters;
 * it takes the title above that heading with it.
 */
export function partsOf(rows: readonly Row[]): (readonly [number, number])[] {
  const headings = findHeadings(rows, 0, rows.length)
  const starts = headings.filter(
    (heading, index) =>
      heading.number === 1 && index > 0 && headings.slice(0, index).some((early) => early.number === 1) && headings[index - 1]!.number >= 3,
  )
  if (starts.length === 0) return [[0, rows.length]]
  const titles = findTitles(rows, 0, rows.length)
  const cuts: number[] = []
  for (const start of starts) {
    const previous = headings[headings.indexOf(start) - 1]!
    const title = titles.find((one) => one.first > previous.index && one.first < start.index)
    cuts.push(title?.first ?? start.index)
  }
  return [0, ...cuts].map((from, index) => [from, cuts[index] ?? rows.length] as const)
}
