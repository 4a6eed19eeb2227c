import type { Finding, RuleId, Severity } from '../findings.ts'
import type { CellKey, Line, Place, Report } from '../model.ts'
import { mask, plainOf } from './plain.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'

/** Where something stands in a line: offsets of the first character and of the one after the last. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A line of prose, read once for all the rules. */
export interface Passage {
  readonly line: Line
  /** Number of its chapter; 0 is the preface. */
  readonly chapter: number
  /** The line with width and punctuation made plain; every character stands where it stands in the line. */
  readonly plain: string
  /** `plain` with titles, short quotations, dates, document and telephone numbers and addresses blotted out. */
  readonly masked: string
  readonly quantities: readonly Quantity[]
  readonly sentences: readonly Span[]
}

const read = new WeakMap<Report, readonly Passage[]>()

/** The prose of a report, line by line, in its order. Read once a report. */
export function passagesOf(report: Report): readonly Passage[] {
  let passages = read.get(report)
  if (passages === undefined) {
    let length = 0
    passages = report.chapters.flatMap((chapter) =>
      chapter.lines.map((line) => readPassage(line, chapter.number, (length += line.text.length) <= longestProse)),
    )
    read.set(report, passages)
  }
  return passages
}

/** A finding about the words from `start` to `end` of a passage: it quotes them and points at the first. */
export function findingAt(
  passage: Passage,
  span: Span,
  rule: RuleId,
  severity: Severity,
  say: string,
  rest: {
    readonly found?: number | string | null
    readonly expected?: number | string | null
    readonly cells?: readonly CellKey[]
    readonly values?: Readonly<Record<string, string | number>>
  } = {},
): Finding {
  return {
    rule,
    severity,
    cells: rest.cells ?? [],
    found: rest.found ?? null,
    expected: rest.expected ?? null,
    say,
    values: rest.values ?? {},
    at: placeAt(passage.line, span.start),
    quote: passage.line.text.slice(span.start, span.end),
  }
}

/** The place of a character of a line. */
export function placeAt(line: Line, offset: number): Place {
  return { ...line.at, column: (line.at.column ?? 1) + offset }
}

/** The sentence of a passage that holds an offset. */
export function sentenceAt(passage: Passage, offset: number): Span {
  const { sentences } = passage
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offset < sentences[middle]!.end) high = middle
    else low = middle + 1
  }
  return sentences[low] ?? { start: 0, end: passage.plain.length }
}

/** The clause around an offset: from the last ，。；：！？ before it to the next after it. */
export function clauseAt(plain: string, offset: number): Span {
  let start = offset
  while (start > 0 && !clauseEnds.has(plain[start - 1]!)) start--
  let end = offset
  while (end < plain.length && !clauseEnds.has(plain[end]!)) end++
  return { start, end }
}

const clauseEnds = new Set('，。；：！？')

/**
 * A line, or all the prose of a report, longer than these is nothing anybody wrote as one. It is not searched, so that a hostile file costs
 * no time. The longest real reports have some 30,000 characters.
 */
const longestLine = 20_000
const longestProse = 200_000

function readPassage(line: Line, chapter: number, withinProse: boolean): Passage {
  if (!withinProse || line.text.length > longestLine) return { line, chapter, plain: '', masked: '', quantities: [], sentences: [] }
  const plain = plainOf(line.text)
  const masked = mask(plain)
  return { line, chapter, plain, masked, quantities: quantitiesIn(plain, masked), sentences: sentencesOf(plain) }
}

function sentencesOf(plain: string): readonly Span[] {
  const sentences: Span[] = []
  let start = 0
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i]
    if (char !== '。' && char !== '！' && char !== '？') continue
    sentences.push({ start, end: i + 1 })
    start = i + 1
  }
  if (plain.slice(start).trim() !== '') sentences.push({ start, end: plain.length })
  return sentences
}
