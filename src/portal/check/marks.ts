import type { Chapter, Finding, Line, Place, Report } from '#report'

/** A stretch of a line; with findings where their quotes stand. */
export interface Stretch {
  readonly text: string
  /** Findings by their number in the list; empty for plain text. */
  readonly findings: readonly number[]
}

export interface MarkedLine {
  /** Stable id of the line on the page. */
  readonly id: string
  readonly stretches: readonly Stretch[]
  /** All findings of the line, in the order they start. */
  readonly findings: readonly number[]
}

export interface MarkedChapter {
  readonly number: number
  readonly title: string
  readonly lines: readonly MarkedLine[]
  /** Lines that are not shown because the chapter is too long. */
  readonly left: number
}

/** Lines of a chapter that are shown even without findings, and lines that are shown at all. */
const shown = 400
const most = 1000

/** The prose of a report with the findings' quotes marked. Chapters without text are left out. */
export function markProse(report: Report, findings: readonly Finding[]): readonly MarkedChapter[] {
  const here = new Map<string, number[]>()
  for (const [number, finding] of findings.entries()) {
    if (!finding.at) continue
    const key = keyOf(finding.at)
    here.set(key, [...(here.get(key) ?? []), number])
  }
  const titles = report.printed.titles
    .map((line, at) => markLine(line, `title-${at}`, here, findings))
    .filter((line) => line.findings.length > 0)
  const first: MarkedChapter[] = titles.length > 0 ? [{ number: -1, title: '', lines: titles, left: 0 }] : []
  return [...first, ...report.chapters.map((chapter) => markChapter(chapter, here, findings)).filter(({ lines }) => lines.length > 0)]
}

/** Findings whose words stand in the prose as marked, by number: the id of the line. */
export function placesOf(chapters: readonly MarkedChapter[]): ReadonlyMap<number, string> {
  const places = new Map<number, string>()
  for (const chapter of chapters)
    for (const line of chapter.lines) for (const finding of line.findings) if (!places.has(finding)) places.set(finding, line.id)
  return places
}

const keyOf = ({ line, table, row, cell }: Place) => `${line ?? ''}/${table ?? ''}/${row ?? ''}/${cell ?? ''}`

function markChapter(chapter: Chapter, here: ReadonlyMap<string, number[]>, findings: readonly Finding[]): MarkedChapter {
  const lines: MarkedLine[] = []
  let left = 0
  for (const [at, line] of chapter.lines.entries()) {
    if (line.text.trim() === '') continue
    if (lines.length >= most || (lines.length >= shown && !here.has(keyOf(line.at)))) left++
    else lines.push(markLine(line, `text-${chapter.number}-${at}`, here, findings))
  }
  return { number: chapter.number, title: chapter.title, lines, left }
}

function markLine(line: Line, id: string, here: ReadonlyMap<string, number[]>, findings: readonly Finding[]): MarkedLine {
  const spans: { from: number; to: number; finding: number }[] = []
  const whole: number[] = []
  for (const finding of here.get(keyOf(line.at)) ?? []) {
    const { quote, at } = findings[finding]!
    const from = quote ? startOf(line, quote, at?.column) : -1
    if (quote && from >= 0) spans.push({ from, to: from + quote.length, finding })
    else whole.push(finding)
  }
  const cuts = [...new Set([0, line.text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const stretches = cuts.slice(1).map((to, at): Stretch => {
    const from = cuts[at]!
    return {
      text: line.text.slice(from, to),
      findings: spans.filter((span) => span.from <= from && span.to >= to).map((span) => span.finding),
    }
  })
  return { id, stretches, findings: [...spans.sort((a, b) => a.from - b.from).map(({ finding }) => finding), ...whole] }
}

/** Where a quote starts in a line: at the column told if it stands there, else where it stands first. */
function startOf(line: Line, quote: string, column: number | undefined): number {
  const told = (column ?? 1) - (line.at.column ?? 1)
  return line.text.startsWith(quote, told) ? told : line.text.indexOf(quote)
}
