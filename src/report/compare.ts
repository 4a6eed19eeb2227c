import { cellKeys, hasOtherHandling, otherHandlingKeys } from './forms/index.ts'
import type { CellKey, CellState, Report } from './model.ts'

/** A figure that differs. `difference` is after minus before; null where either is unknown. */
export interface FigureChange {
  readonly key: CellKey
  readonly before: number | null
  readonly after: number | null
  readonly difference: number | null
}

/** A cell listed in one report and not in the other, or in another state. Null is a cell that stands just as given. */
export interface StateChange {
  readonly key: CellKey
  readonly before: CellState | null
  readonly after: CellState | null
}

/** A chapter of either report. */
export interface ChapterChange {
  readonly number: number
  /** Headings; null where the report has no such chapter. */
  readonly before: string | null
  readonly after: string | null
  /** Whether heading or text differ at all. */
  readonly changed: boolean
  /** How much of the later text stood in the earlier one, 0–1, whatever the figures in it; null where one of them is empty. */
  readonly same: number | null
  /** Lines that only the earlier or only the later text has. */
  readonly gone: readonly string[]
  readonly added: readonly string[]
}

/** Two reports side by side: two years of one body, or two versions of one report. */
export interface Comparison {
  readonly head: readonly {
    readonly name: 'title' | 'body' | 'year' | 'edition'
    readonly before: string | number | null
    readonly after: string | number | null
  }[]
  readonly figures: readonly FigureChange[]
  readonly states: readonly StateChange[]
  /** Every chapter that either has, changed or not. */
  readonly chapters: readonly ChapterChange[]
  /** Cells that only one of the two forms has: the editions differ. */
  readonly incomparable: readonly CellKey[]
}

/** What differs from `before` to `after`, in the order of the form. Two like reports give empty lists and unchanged chapters. */
export function compare(before: Report, after: Report): Comparison {
  const [earlier, later] = [keysOf(before), keysOf(after)]
  const inEarlier = new Set(earlier)
  const inLater = new Set(later)
  const shared = later.filter((key) => inEarlier.has(key))
  return {
    head: (['title', 'body', 'year', 'edition'] as const)
      .filter((name) => before[name] !== after[name])
      .map((name) => ({ name, before: before[name], after: after[name] })),
    figures: shared.flatMap((key) => figureChange(key, before.figures[key] ?? null, after.figures[key] ?? null)),
    states: shared.flatMap((key) => stateChange(key, before.cells[key]?.state ?? null, after.cells[key]?.state ?? null)),
    chapters: chapterChanges(before, after),
    incomparable: [...earlier.filter((key) => !inLater.has(key)), ...later.filter((key) => !inEarlier.has(key))],
  }
}

const keysOf = (report: Report): readonly CellKey[] =>
  hasOtherHandling(report) && report.edition !== '2019' ? [...cellKeys(report.edition), ...otherHandlingKeys] : cellKeys(report.edition)

function figureChange(key: CellKey, before: number | null, after: number | null): FigureChange[] {
  if (before === after) return []
  const difference = before === null || after === null ? null : Math.round((after - before) * 1e6) / 1e6
  return [{ key, before, after, difference }]
}

const stateChange = (key: CellKey, before: CellState | null, after: CellState | null): StateChange[] =>
  before === after ? [] : [{ key, before, after }]

function chapterChanges(before: Report, after: Report): ChapterChange[] {
  const numbers = new Set([...before.chapters, ...after.chapters].map((chapter) => chapter.number))
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const earlier = before.chapters.find((chapter) => chapter.number === number)
      const later = after.chapters.find((chapter) => chapter.number === number)
      return {
        number,
        before: earlier?.title ?? null,
        after: later?.title ?? null,
        changed: earlier?.title !== later?.title || earlier?.text !== later?.text,
        same: sameShare(earlier?.text ?? '', later?.text ?? ''),
        gone: linesOnlyIn(earlier?.text ?? '', later?.text ?? ''),
        added: linesOnlyIn(later?.text ?? '', earlier?.text ?? ''),
      }
    })
}

/** Lines of the first text that the second lacks, each as often as it is lacking. */
function linesOnlyIn(text: string, other: string): string[] {
  const left = new Map<string, number>()
  for (const line of other.split('\n')) left.set(line, (left.get(line) ?? 0) + 1)
  return text.split('\n').filter((line) => {
    if (line.trim() === '') return false
    const times = left.get(line) ?? 0
    if (times > 0) left.set(line, times - 1)
    return times === 0
  })
}

/** Characters in a row that count as the same text; shorter runs recur in any two reports. */
const run = 6

/**
 * The share of `text` whose runs of six characters stand in `source` too, 0–1; null where either is too short to tell.
 * Figures, punctuation and spaces are left out, so a copied text with new figures is the same text.
 */
export function sameShare(source: string, text: string): number | null {
  const [from, to] = [wordsOf(source), wordsOf(text)]
  if (from.length < run || to.length < run) return null
  const runs = new Set<string>()
  for (let start = 0; start + run <= from.length; start++) runs.add(from.slice(start, start + run))
  // A character is the same when any run it stands in is.
  let same = 0
  let until = 0
  for (let start = 0; start + run <= to.length; start++) {
    if (!runs.has(to.slice(start, start + run))) continue
    same += start + run - Math.max(start, until)
    until = start + run
  }
  return same / to.length
}

const wordsOf = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}\p{S}\p{N}\p{Cf}]+/gu, '')
