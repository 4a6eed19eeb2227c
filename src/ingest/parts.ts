import { formOf } from '#report'
import { bodyIn, type Title, titlesIn, yearIn } from './head.ts'
import { labelOf } from './likeness.ts'
import { findHeadings, type Heading } from './locate.ts'
import type { Row } from './rows.ts'

/**
 * The reports of one file, as ranges of rows. A second report begins
 * - where chapter one begins again after later chapters; it takes the title above that heading with it;
 * - at a title that names another body or another year, where the chapters or tables behind it do not go on from those before it;
 * - at any title behind which the numbers of the chapters fall back.
 * A title that is repeated or mentioned begins none.
 */
export function partsOf(rows: readonly Row[]): (readonly [number, number])[] {
  const titles = titlesIn(rows, 0, rows.length)
  const headings = findHeadings(rows, 0, rows.length)
  const marks = titles.some((title) => differs(title, titles[0]!)) ? withTables(headings, rows) : headings.map(markOf)
  const cuts = cutsOf(marks, titles)
  return [0, ...cuts].map((from, index) => [from, cuts[index] ?? rows.length] as const)
}

/** How far a report has come at a row: the number of a chapter's heading; with a half, a row of that chapter's table. */
interface Mark {
  readonly index: number
  readonly stage: number
}

const markOf = ({ index, number }: Heading): Mark => ({ index, stage: number })
const isHeading = ({ stage }: Mark): boolean => Number.isInteger(stage)

/** What chapter one must stand behind to begin a report without a title. */
const leastRows = 12

function cutsOf(marks: readonly Mark[], titles: readonly Title[]): number[] {
  const cuts: number[] = []
  let next = 0
  /** Title of the part at hand, its last heading and mark, and whether it has a chapter one. */
  let own: Title | null = null
  let from = 0
  let heading: Mark | null = null
  let last: Mark | null = null
  let hasFirst = false
  let contents = 0
  for (const mark of marks) {
    const between: Title[] = []
    for (; next < titles.length && titles[next]!.first < mark.index; next++) between.push(titles[next]!)
    const title = between.at(-1)
    const another = title !== undefined && own !== null && differs(title, own)
    const fallsBack = heading !== null && isHeading(mark) && mark.stage < heading.stage && heading.stage >= 3
    // Headings row upon row are a table of contents, and what follows them is the same report.
    const isContents = contents >= 4
    const restarts = fallsBack && mark.stage === 1 && hasFirst && (title !== undefined || mark.index - from >= leastRows)
    const begins =
      last !== null &&
      !(isContents && !another) &&
      (restarts ||
        (title !== undefined && fallsBack && mark.stage <= 2) ||
        (title !== undefined && (another || own === null) && yearIn(title.text) !== null && mark.stage <= last.stage))
    if (begins) {
      from = title === undefined ? mark.index : firstOf(between, title)
      cuts.push(from)
      own = title ?? null
      heading = null
      hasFirst = false
      contents = 0
    } else if (last === null) own = fullest(between)
    if (isHeading(mark)) {
      if (heading === null) contents = 1
      else if (mark.index - heading.index <= 2 && mark.stage > heading.stage && contents > 0) contents++
      else contents = 0
      heading = mark
      hasFirst ||= mark.stage === 1
    }
    last = mark
  }
  return cuts
}

/** Where the titles begin that end with this one and name the same report. */
function firstOf(titles: readonly Title[], title: Title): number {
  let first = title.first
  for (let index = titles.length - 2; index >= 0 && !differs(titles[index]!, title); index--) first = titles[index]!.first
  return first
}

const fullest = (titles: readonly Title[]): Title | null => titles.find(isFull) ?? titles[0] ?? null

const isFull = (title: Title): boolean => yearIn(title.text) !== null || bodyIn(title.text) !== null

/** Whether two titles name different bodies or different years. A shorter name of the same body is none. */
function differs(one: Title, other: Title): boolean {
  if (one.text === other.text) return false
  const years = [yearIn(one.text), yearIn(other.text)]
  if (years[0] !== null && years[1] !== null && years[0] !== years[1]) return true
  const bodies = [bodyIn(one.text), bodyIn(other.text)].map((body) => (body === null ? null : labelOf(body)))
  return bodies[0] != null && bodies[1] != null && !bodies[0].includes(bodies[1]) && !bodies[1].includes(bodies[0])
}

const stages = new Map<string, number>()
for (const form of [formOf('2019'), formOf('2021')]) {
  for (const block of form.proactive) for (const row of block.rows) stages.set(labelOf(row.label), 2.5)
  for (const row of form.requests.rows) stages.set(labelOf(row.label), 3.5)
  for (const column of form.challenges.columns) if (labelOf(column.label).length >= 4) stages.set(labelOf(column.label), 4.5)
}

/** Headings and rows of tables as marks, in the order of the source. */
function withTables(headings: readonly Heading[], rows: readonly Row[]): Mark[] {
  const marks: Mark[] = []
  let next = 0
  rows.forEach((row, index) => {
    if (headings[next]?.index === index) marks.push(markOf(headings[next++]!))
    else {
      const label = row.tokens.find((token) => token.kind === 'label')
      const stage = label === undefined || label.text.length > 40 ? undefined : stages.get(labelOf(label.text))
      if (stage !== undefined) marks.push({ index, stage })
    }
  })
  return marks
}
