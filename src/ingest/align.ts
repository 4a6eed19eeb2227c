import { unglued } from './glued.ts'
import { labelOf, likenessAbove } from './likeness.ts'
import { isMerged, withoutResults } from './merged.ts'
import { isPageNumber, type Row, type Token } from './rows.ts'

/** A logical row: the labels in front of some values, and the values up to the next label. */
export interface Candidate {
  readonly labels: readonly Token[]
  /** Numbers, nil marks, look-alikes, and blanks known as cells, in order. Bare separators are counted apart. */
  readonly values: readonly Token[]
  /** Bare separators or empty cells behind the last value. */
  readonly trailing: number
  /** The values are the cells of a row whose columns are known. */
  readonly row: Row
  /** Labels of the row that follows it in print: the rest of a label whose figures stand on its middle line. */
  after: readonly Token[]
}

/** A row of the form to look for: every way its label may be printed, folded. */
export interface Expected {
  readonly key: string
  readonly names: readonly string[]
  /** How many figures it has. */
  readonly width: number
}

/** Which candidate is which row, and whether that is sure. */
export interface Match {
  readonly candidate: Candidate
  readonly like: number
  readonly sure: boolean
  readonly moved: boolean
}

const stray = /^[三、本年度办理结果]$/
const figure = (token: Token): boolean => token.kind === 'number' || token.kind === 'nil' || token.kind === 'odd'

/**
 * Cuts rows into candidates. Cells and separators make the cut where they are known; in running cells (one a line) a label
 * behind a value begins the next row. `expected` lets a label whose figures are left out stand as a row of its own.
 */
export function candidatesOf(rows: readonly Row[], expected: readonly Expected[], width: number): Candidate[] {
  const exact = new Set(expected.flatMap((one) => one.names))
  const found: Candidate[] = []
  let labels: Token[] = []
  let values: Token[] = []
  let trailing = 0
  let lastRow: Row | null = null

  const flush = (): void => {
    while (values.length > 0 && values[values.length - 1]!.kind === 'pad') {
      values.pop()
      trailing++
    }
    if (labels.length > 0 || values.length > 0) split(found, labels, values, trailing, lastRow!, exact, width)
    labels = []
    values = []
    trailing = 0
  }

  let tabLed = false
  let endsCell = false
  // Where rows stand whole on their lines, a number alone on a line is the page's.
  const wholeRows = rows.filter((row) => row.by !== 'cells' && row.tokens.some(figure) && row.tokens.length > 1)
  const rowALine = wholeRows.length >= Math.max(3, rows.filter((row) => row.tokens.length === 1 && row.tokens[0]!.kind === 'number').length)
  for (const [position, printed] of rows.entries()) {
    const row = withWords(printed, exact)
    if (rowALine && isPageNumber(row, rows[position - 1], rows[position + 1])) continue
    if (row.by === 'cells') {
      flush()
      pushRow(found, row, width)
      continue
    }
    if (row.by === 'line' && row.tokens.length > 0 && row.text.startsWith('\t')) tabLed = true
    if (row.tokens.length === 0) {
      if (tabLed && row.text === '' && values.length > 0) flush()
      continue
    }
    if (row.by === 'tabs' && standsAlone(row, width)) {
      // A label alone in the rows above may be the beginning of this row's.
      if (values.length > 0) flush()
      const own = row.tokens.find((token) => token.kind === 'label')!
      split(found, [...labels, own], [], 0, row, exact, width)
      const begun = found.pop()!.labels.slice(0, -1)
      pushRow(found, row, width, begun)
      labels = []
      continue
    }
    const whole = row.tokens.filter(figure).length >= Math.min(5, width)
    if (whole && values.some(figure) && row.tokens[0]!.kind !== 'label') flush()
    for (const token of row.tokens) {
      const parted = token.kind === 'label' ? unglued(token, expected) : null
      if (parted) {
        if (values.length > 0) flush()
        labels.push(parted[0])
        values.push(parted[1])
        lastRow = row
      } else if (token.kind === 'label') {
        if (values.some((value) => value.kind !== 'pad') || (values.length > 0 && labels.length > 0 && row.by !== 'line')) flush()
        else values = []
        if (!(token.text.length === 1 && stray.test(token.text))) labels.push(token)
      } else if (token.kind === 'pad' && row.tokens.length === 1 && endsCell) {
        // A separator on a line of its own behind a cell ends that cell; behind another separator it is an empty one.
        endsCell = false
        continue
      } else if (!(token.kind === 'pad' && labels.length === 0)) values.push(token)
      endsCell = row.by === 'line' && token.kind !== 'pad'
      lastRow = row
    }
    // A line that held a label and all its figures is a row; what follows begins another.
    if (row.by !== 'line' && row.by !== 'spaces' && row.tokens[0]!.kind === 'label' && values.filter(figure).length >= width) flush()
  }
  flush()
  for (let index = 0; index + 1 < found.length; index++) {
    const next = found[index + 1]!
    if (next.labels.length > 1) found[index]!.after = next.labels.slice(0, 1)
  }
  return found
}

/** Words behind a row's plain label in its own line are what a cell prints in place of a figure: 约318, 详见附件. */
function withWords(row: Row, exact: ReadonlySet<string>): Row {
  if (row.by === 'line' || row.by === 'spaces' || row.tokens.length < 2) return row
  const label = row.tokens.findIndex((token) => token.kind === 'label' && exact.has(withoutResults(labelOf(token.text))))
  if (label === -1 || !row.tokens.some((token, index) => index > label && token.kind === 'label')) return row
  const last = row.tokens.reduce((found, token, index) => (token.kind === 'label' && exact.has(labelOf(token.text)) ? index : found), label)
  return { ...row, tokens: row.tokens.map((token, index) => (index > last && token.kind === 'label' ? { ...token, kind: 'odd' } : token)) }
}

/** A line with tabs that holds a label and its cells, empty ones too. */
const standsAlone = (row: Row, width: number): boolean => {
  const label = row.tokens.findIndex((token) => token.kind === 'label')
  return label !== -1 && (row.tokens.some(figure) || row.tokens.slice(label).filter((token) => token.kind === 'blank').length >= width)
}

function pushRow(found: Candidate[], row: Row, width: number, above: readonly Token[] = []): void {
  let first = row.tokens.length
  for (let index = row.tokens.length - 1; index >= 0 && row.tokens[index]!.kind !== 'label'; index--) first = index
  const lastLabel = first
  // Words inside the run of figures: the label ends before them where figures stand on both sides.
  let start = row.tokens.findIndex((token) => token.kind === 'number' || token.kind === 'odd' || token.kind === 'nil')
  if (start === -1 || start > lastLabel) start = lastLabel
  const labels = row.tokens.slice(0, start).filter((token) => token.kind === 'label')
  const values = row.tokens.slice(start)
  if (
    labels.length === 0 &&
    values.every((token) => token.kind !== 'number' && token.kind !== 'odd' && token.kind !== 'nil') &&
    values.length < width
  )
    return
  found.push({ labels: [...above, ...labels], values, trailing: 0, row, after: [] })
}

/** Adds one candidate, or several where labels in front are rows of their own whose figures are left out. */
function split(
  found: Candidate[],
  labels: readonly Token[],
  values: readonly Token[],
  trailing: number,
  row: Row,
  exact: ReadonlySet<string>,
  width: number,
): void {
  let from = 0
  for (let index = 0; index + 1 < labels.length; index++) {
    // The longest name that begins here: 部分公开 may go on （区分处理的…） on the next line.
    let size = 0
    let joined = ''
    for (let ahead = 1; ahead <= 3 && index + ahead <= labels.length; ahead++) {
      joined += labelOf(labels[index + ahead - 1]!.text)
      if (joined.length >= 2 && exact.has(joined)) size = ahead
    }
    if (size === 0) continue
    if (index + size >= labels.length) break
    found.push({ labels: labels.slice(from, index + size), values: [], trailing: 0, row, after: [] })
    from = index + size
    index += size - 1
  }
  const rest = labels.slice(from)
  const figures = values.filter((token) => token.kind !== 'pad')
  // Twice seven in running cells: a row whose label is lost. On one line they are more numbers than cells.
  if (width >= 7 && row.by === 'line' && figures.length >= 2 * width && figures.length % width === 0) {
    for (let start = 0; start < figures.length; start += width)
      found.push({ labels: start === 0 ? rest : [], values: figures.slice(start, start + width), trailing: 0, row, after: [] })
    return
  }
  found.push({ labels: rest, values, trailing, row, after: [] })
}

/**
 * How well a candidate's labels fit an expected row, 0 to 1: its last label, or the last few joined. A label in front of the last
 * counts by itself only where what stands behind is a piece of a merged cell.
 */
function fitOf(candidate: Candidate, expected: Expected, floor: number): number {
  const { labels } = candidate
  let best = floor
  let joined = ''
  let onlyMerged = true
  for (let back = 1; back <= 4 && back <= labels.length; back++) {
    const one = rowWords(labels[labels.length - back]!)
    if (one === '') continue
    const first = joined === ''
    joined = one + joined
    for (const name of expected.names) {
      if (joined === name) return 1
      best = Math.max(best, likenessAbove(best, joined, name))
      if (!first) best = Math.max(best, likenessAbove(best, one, name) * (onlyMerged ? 0.95 : 0.5))
    }
    onlyMerged &&= isMerged(one)
    if (joined.length > 90) break
  }
  if (candidate.after.length > 0 && labels.length > 0) {
    const around = labelOf(labels[labels.length - 1]!.text) + labelOf(candidate.after[0]!.text)
    for (const name of expected.names) best = Math.max(best, likenessAbove(best, around, name) - 0.02)
  }
  return best === floor ? 0 : best
}

/** Fits that were worked out before, by form: most reports print the same labels, and the same words fit alike. */
const knownFits = new WeakMap<readonly Expected[], Map<string, Float64Array>>()
const mostKnown = 4096
const longestKnown = 400

function fitsKnown(expected: readonly Expected[]): Map<string, Float64Array> {
  let known = knownFits.get(expected)
  if (known === undefined) knownFits.set(expected, (known = new Map()))
  if (known.size > mostKnown) known.clear()
  return known
}

/** All that `fitOf` looks at, as one key. */
function wordsOf({ labels, after }: Candidate, floor: number): string {
  let words = `${floor}\u0000${after.length === 0 ? '' : `+${after[0]!.text}`}`
  for (let back = 1; back <= 4 && back <= labels.length; back++) words += `\u0000${labels[labels.length - back]!.text}`
  return words
}

/** A label's words without the merged cell 三、本年度办理结果 that may share its line; empty where it is nothing else. */
const rowWords = (token: Token): string => withoutResults(labelOf(token.text))

/**
 * The label that fits stands before another one that is no part of it: the figures behind may be the other's row, which the form
 * does not have.
 */
function isDetached(candidate: Candidate, expected: Expected): boolean {
  const { labels } = candidate
  if (labels.length < 2 || !hasFigures(candidate)) return false
  let joined = ''
  for (let back = 1; back <= 4 && back <= labels.length; back++) {
    const one = labelOf(labels[labels.length - back]!.text)
    joined = one + joined
    for (const name of expected.names) {
      const together = likenessAbove(0.4, joined, name)
      const alone = back > 1 && !isMerged(one) ? likenessAbove(0.35, one, name) : 0
      if (alone > together) {
        const behind = labels.slice(labels.length - back + 1).map((token) => labelOf(token.text))
        return !behind.every(isMerged)
      }
      if (together > 0) return false
    }
  }
  return false
}

/** The labels share not one pair of characters with the row's name, and are no words of the header: another row's, perhaps. */
function isForeign(candidate: Candidate, expected: Expected, headers: readonly string[]): boolean {
  if (candidate.labels.length === 0 || !hasFigures(candidate)) return false
  const isHeader = (words: string): boolean => headers.some((header) => likenessAbove(0.5, words, header) > 0 || header.includes(words))
  let words = ''
  for (let back = 1; back <= 3 && back <= candidate.labels.length; back++) {
    const one = labelOf(candidate.labels[candidate.labels.length - back]!.text)
    if (isHeader(one)) break
    words = one + words
  }
  if (words.length < 3) return false
  return !expected.names.some((name) => likenessAbove(0, words, name) > 0)
}

const hasFigures = (candidate: Candidate): boolean => candidate.values.some((token) => token.kind !== 'pad')

/**
 * Finds the rows of the form among the candidates: by label and by the fixed order together (alignment of two sequences).
 * A match is sure when its label says so plainly, or when as many candidates as rows stand between two that do.
 */
export function align(candidates: readonly Candidate[], expected: readonly Expected[], headers: readonly string[]): Map<string, Match> {
  const n = candidates.length
  const m = expected.length
  const byName = new Map<string, number>()
  expected.forEach((one, j) => {
    for (const name of one.names) byName.set(name, byName.has(name) ? -1 : j)
  })
  const known = fitsKnown(expected)
  const fits: Float64Array[] = candidates.map((candidate) => {
    const last = candidate.labels[candidate.labels.length - 1]
    const exact = last && byName.get(rowWords(last))
    if (exact === undefined || exact === -1) {
      // A row without figures counts only where its label is plain; a row with figures is placed by the faintest likeness.
      const floor = candidate.values.length === 0 ? 0.79 : 0.15
      const words = wordsOf(candidate, floor)
      const before = known.get(words)
      if (before !== undefined) return before
      const fit = Float64Array.from(expected, (one) => fitOf(candidate, one, floor))
      if (words.length <= longestKnown) known.set(words, fit)
      return fit
    }
    const alone = new Float64Array(m)
    alone[exact] = 1
    return alone
  })
  const value = (i: number, j: number): number => {
    const like = fits[i]![j]!
    if (!hasFigures(candidates[i]!)) return like >= 0.8 ? like : -9
    const figures = candidates[i]!.values.filter(figure).length
    const width = figures === expected[j]!.width ? 0.25 : figures > 0 && figures < expected[j]!.width ? -0.05 : -0.2
    return like * 1.5 - 0.25 + width
  }
  // best[i][j]: the best total for the first i candidates and the first j rows.
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1))
  const step = Array.from({ length: n + 1 }, () => new Int8Array(m + 1))
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (i === 0 && j === 0) continue
      let top = Number.NEGATIVE_INFINITY
      let how = 0
      if (i > 0) {
        const skip = best[i - 1]![j]! - (hasFigures(candidates[i - 1]!) ? 0.5 : 0)
        if (skip > top) {
          top = skip
          how = 1
        }
      }
      if (j > 0) {
        const gap = best[i]![j - 1]! - 0.3
        if (gap > top) {
          top = gap
          how = 2
        }
      }
      if (i > 0 && j > 0) {
        const both = best[i - 1]![j - 1]! + value(i - 1, j - 1)
        if (both > top) {
          top = both
          how = 3
        }
      }
      best[i]![j] = top
      step[i]![j] = how
    }
  }
  const pairs: { i: number; j: number; moved: boolean }[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const how = step[i]![j]!
    if (how === 3) pairs.unshift({ i: --i, j: --j, moved: false })
    else if (how === 1) i--
    else j--
  }
  return judged(candidates, expected, headers, fits, relabelled(pairs, candidates, fits, m))
}

/** The label is plainly more like another row's than like the one its place says. */
const disagrees = (fit: Float64Array, j: number): boolean => fit.some((like, other) => other !== j && like >= 0.6 && like > fit[j]! + 0.1)

/** Rows printed in another order than the form's: a label that plainly names another free row goes to that row. */
function relabelled(
  pairs: { i: number; j: number; moved: boolean }[],
  candidates: readonly Candidate[],
  fits: readonly Float64Array[],
  m: number,
): { i: number; j: number; moved: boolean }[] {
  const plainly = (i: number): number => {
    let top = -1
    for (let j = 0; j < m; j++) if (fits[i]![j]! >= 0.75 && (top === -1 || fits[i]![j]! > fits[i]![top]!)) top = j
    return top
  }
  const wrong = pairs.filter(({ i, j }) => {
    const other = plainly(i)
    return other !== -1 && other !== j && fits[i]![j]! < fits[i]![other]! - 0.25
  })
  const kept = pairs.filter((pair) => !wrong.includes(pair))
  const taken = new Set(kept.map((pair) => pair.j))
  const used = new Set(kept.map((pair) => pair.i))
  for (let i = 0; i < candidates.length; i++) {
    if (used.has(i) || !hasFigures(candidates[i]!)) continue
    const j = plainly(i)
    if (j === -1 || taken.has(j)) continue
    taken.add(j)
    kept.push({ i, j, moved: true })
  }
  return kept
}

function judged(
  candidates: readonly Candidate[],
  expected: readonly Expected[],
  headers: readonly string[],
  fits: readonly Float64Array[],
  pairs: readonly { i: number; j: number; moved: boolean }[],
): Map<string, Match> {
  const inOrder = pairs.filter((pair) => !pair.moved).sort((a, b) => a.i - b.i)
  const plain = (pair: { i: number; j: number }): boolean => {
    const like = fits[pair.i]![pair.j]!
    let other = 0
    for (let j = 0; j < expected.length; j++) if (j !== pair.j) other = Math.max(other, fits[pair.i]![j]!)
    return like >= 0.72 && like - other >= 0.08
  }
  const sure = new Set<number>()
  inOrder.forEach((pair, index) => {
    if (plain(pair)) sure.add(index)
  })
  // Between two sure rows, as many figure rows as form rows: each is told by its place.
  const figuresUpTo: number[] = [0]
  for (const candidate of candidates) figuresUpTo.push(figuresUpTo[figuresUpTo.length - 1]! + (candidate.values.some(figure) ? 1 : 0))
  const anchors = [-1, ...sure].concat(inOrder.length).sort((a, b) => a - b)
  for (let k = 0; k + 1 < anchors.length; k++) {
    const [left, right] = [anchors[k]!, anchors[k + 1]!]
    const [i0, j0] = left === -1 ? [-1, -1] : [inOrder[left]!.i, inOrder[left]!.j]
    const [i1, j1] = right === inOrder.length ? [candidates.length, expected.length] : [inOrder[right]!.i, inOrder[right]!.j]
    const between = inOrder.slice(left + 1, right)
    const withoutFigures = between.filter((pair) => !candidates[pair.i]!.values.some(figure)).length
    const figureRows = figuresUpTo[i1]! - figuresUpTo[i0 + 1]!
    const rowsBetween = j1 - j0 - 1
    if (figureRows + withoutFigures === rowsBetween && between.length === rowsBetween)
      for (let index = left + 1; index < right; index++) sure.add(index)
  }
  inOrder.forEach((pair, index) => {
    if (disagrees(fits[pair.i]!, pair.j)) sure.delete(index)
    if (isDetached(candidates[pair.i]!, expected[pair.j]!) || isForeign(candidates[pair.i]!, expected[pair.j]!, headers)) sure.delete(index)
  })
  const matches = new Map<string, Match>()
  inOrder.forEach((pair, index) => {
    matches.set(expected[pair.j]!.key, {
      candidate: candidates[pair.i]!,
      like: fits[pair.i]![pair.j]!,
      sure: sure.has(index),
      moved: false,
    })
  })
  for (const pair of pairs)
    if (pair.moved)
      matches.set(expected[pair.j]!.key, {
        candidate: candidates[pair.i]!,
        like: fits[pair.i]![pair.j]!,
        sure: fits[pair.i]![pair.j]! >= 0.95,
        moved: true,
      })
  return matches
}

/** The words of a candidate that fit a row's names best: one label, or the last few joined; null where it has none. */
export function bestLabel(candidate: Candidate, names: readonly string[]): string | null {
  const { labels } = candidate
  let best = labels[labels.length - 1]?.text ?? null
  let like = 0
  let joined = ''
  for (let back = 1; back <= 3 && back <= labels.length; back++) {
    const { text } = labels[labels.length - back]!
    joined = text + joined
    for (const words of [joined, text]) {
      const one = Math.max(...names.map((name) => likenessAbove(like, labelOf(words), name)))
      if (one <= like) continue
      like = one
      best = words
    }
  }
  return best
}
