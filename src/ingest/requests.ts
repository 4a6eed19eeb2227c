import { formOf, otherHandlingRow, type RequestRow } from '#report'
import { align, bestLabel, type Candidate, candidatesOf, type Expected, type Match } from './align.ts'
import { isFigure, isGlued, partitions } from './glued.ts'
import { type Header, readHeader, tableOf } from './header.ts'
import { labelOf, likenessAbove } from './likeness.ts'
import { numeralOf } from './numerals.ts'
import { note, type Reading, take } from './reading.ts'
import type { Row, Token } from './rows.ts'

const { columns, corner, over, results } = formOf('2021').requests
const width = columns.length
const total = width - 1

const asExpected = (rows: readonly RequestRow[]): Expected[] => rows.map((row) => ({ key: row.key, names: namesOf(row), width }))

/** Ways the form itself prints a row's label: alone, behind its group, without its brackets. */
function namesOf(row: RequestRow): string[] {
  const own = labelOf(row.label)
  const names = [own]
  if (row.group !== null) names.push(labelOf(row.group + row.label))
  const short = labelOf(row.label.replace(/（[^（）]{4,}）$/, ''))
  if (short !== own) names.push(short)
  return names
}

/** Words of the header and the merged cells, which are no row's label. */
const headers = [
  corner,
  over,
  results,
  ...columns.flatMap((column) => [column.label, column.group ?? '']),
  ...formOf('2021').requests.rows.map((row) => row.group ?? ''),
].map(labelOf)

const rows2021 = asExpected(formOf('2021').requests.rows)
const withOneRow = asExpected([...formOf('2021').requests.rows.slice(0, -5), otherHandlingRow, ...formOf('2021').requests.rows.slice(-2)])

/**
 * Reads table 三 from its rows. Returns whether （六）其他处理 stands as one row, which the 2019 form has and some 2021 reports print.
 * Rows are told by label and order together, figures by column header and count.
 */
export function readRequests(
  rows: readonly Row[],
  reading: Reading,
  cutOff: boolean,
): { readonly oneRow: boolean; readonly found: boolean } {
  const cut = (expected: readonly Expected[]): Candidate[] => candidatesOf(rows, expected, width)
  const three = cut(rows2021)
  const matchesThree = align(three, rows2021, headers)
  const oneRow = printsOneRow(three)
  const expected = oneRow ? withOneRow : rows2021
  const candidates = oneRow ? cut(withOneRow) : three
  const matches = oneRow ? align(candidates, withOneRow, headers) : matchesThree
  const matched = [...matches.values()].map((match) => match.candidate)
  if (matched.length === 0) return { oneRow: false, found: false }

  const header = readHeader(rows, columns)
  const frame = frameOf(matched, header)
  const last = candidates[candidates.length - 1]
  for (const { key } of expected) {
    const match = matches.get(key)
    if (!match) for (const column of columns) note(reading, `requests.${key}.${column.key}`, 'missing', 'no-row', null)
    else readRow(reading, key, match, frame, cutOff && match.candidate === last)
  }
  markRepeated(reading, expected, matches, candidates, frame)
  readLabels(reading, expected, matches, candidates, header, oneRow)
  return { oneRow, found: true }
}

const threeRows = formOf('2021')
  .requests.rows.filter((row) => row.key.startsWith('other'))
  .map((row) => labelOf(row.label))
const oneRowName = labelOf(otherHandlingRow.label)

/** A row 其他处理 with figures of its own, and at most one of the three the 2021 form has in its place. */
function printsOneRow(candidates: readonly Candidate[]): boolean {
  const filled = candidates.filter((candidate) => candidate.values.some(isFigure) && candidate.labels.length > 0)
  const like = (candidate: Candidate, name: string): boolean => {
    let joined = ''
    for (let back = 1; back <= 3 && back <= candidate.labels.length; back++) {
      joined = labelOf(candidate.labels[candidate.labels.length - back]!.text) + joined
      if (likenessAbove(0.6, joined, name) > 0 && !(joined.length < name.length && oneRowName.includes(joined))) return true
    }
    return false
  }
  const ofThree = filled.filter((candidate) => threeRows.some((name) => like(candidate, name))).length
  if (ofThree > 1) return false
  if (ofThree === 0 && filled.length === withOneRow.length) return true
  return filled.some((candidate) => {
    const words = candidate.labels.slice(-3).map((token) => labelOf(token.text))
    return words.some(
      (_, from) => likenessAbove(0.7, words.slice(from).join(''), oneRowName) > 0 || words.slice(from).join('') === '其他处理',
    )
  })
}

/** The grid column of each of the seven figures; null for a column the source does not have. */
type Slots = readonly (number | null)[]

/** How the figures of a row are told to be in a column, found from the table as a whole. */
interface Frame {
  /** Per table of the source, the grid columns of the seven figures; rows of plain text have none unless tabs keep them. */
  readonly slots: ReadonlyMap<number, Slots>
  /** The index of a column the source does not have, header and figures gone. */
  readonly lost: number | null
  /** The index of a column that is empty in every row. */
  readonly empty: number | null
  /** Separators behind the seventh figure of a whole row. */
  readonly padding: number
  /** Empty cells between label and first figure of a whole row; null where whole rows differ. */
  readonly lead: number | null
  /** Rows keep empty cells in their place (some are seen between figures). */
  readonly inPlace: boolean
  /** Most rows that hold more than zeros do not add up: the figures are not where they seem. */
  readonly askew: boolean
  /** The header names the columns in another order than the form's, in text that does not keep their place. */
  readonly reordered: boolean
  /** Most rows of running text are short of figures: seven in one may be what is left of two. */
  readonly sparse: boolean
  /** How many rows have all seven figures. */
  readonly whole: number
  /** Two rows or more have six figures whose last cannot be their total: the totals are what is empty. */
  readonly totalsEmpty: boolean
}

function frameOf(candidates: readonly Candidate[], header: Header): Frame {
  const { missing } = header
  const whole = candidates.filter((candidate) => candidate.values.filter(isFigure).length === width)
  const slots = new Map<number, Slots>()
  // A table split by a page break has its header in the first part only.
  const byTable = new Map(
    [...new Set(candidates.map((candidate) => tableOf(candidate.row)))].map((table) => [
      table,
      candidates.filter((candidate) => tableOf(candidate.row) === table),
    ]),
  )
  const [headed, names] = header.strange && missing.length > 0 ? [] : ([...header.columns][0] ?? [])
  const headedRows = headed === undefined ? null : slotsOf(byTable.get(headed) ?? [])
  for (const [table, own] of byTable) {
    if (table === -1) continue
    const byRows = slotsOf(own)
    const continues = table === headed || (headedRows !== null && byRows !== null && byRows.join() === headedRows.join())
    const found = agreed(byRows, continues ? names : undefined)
    if (found && own.filter((candidate) => standIn(candidate, found)).length * 5 >= own.length * 4) slots.set(table, found)
  }
  const leads = new Set(whole.map((candidate) => candidate.values.findIndex(isFigure)))
  const { lost, empty } = slots.size > 0 && whole.length > 0 ? { lost: null, empty: null } : lostColumn(candidates, missing, header.strange)
  return {
    slots,
    lost,
    empty,
    padding: mode(whole.map((candidate) => trailingOf(candidate))) ?? 0,
    lead: leads.size === 1 ? [...leads][0]! : leads.size === 0 ? 0 : null,
    inPlace: candidates.some((candidate) => candidate.values.filter(isFigure).length < width && hasGap(candidate)),
    reordered: header.reordered,
    askew: areAskew(whole.filter((candidate) => candidate.row.table === -1)),
    whole: whole.length,
    sparse: whole.length * 2 < candidates.length && candidates.every((candidate) => candidate.row.by === 'line'),
    totalsEmpty: missing.length === 0 && candidates.filter((candidate) => areKinds(candidate.values.filter(isFigure))).length >= 2,
  }
}

/**
 * Where rows and headers say the same, or only one of them says anything, that; where whole rows stand one way and the headers
 * another, the headers, which name what the rows only hold. With two names lost or more they name too little.
 */
function agreed(byRows: readonly number[] | null, byHeaders: Slots | undefined): Slots | null {
  const lost = byHeaders?.filter((column) => column === null).length ?? width
  if (!byRows) return byHeaders && lost <= 1 ? byHeaders : null
  if (!byHeaders || byHeaders.every((column, index) => column === null || column === byRows[index])) return byRows
  return lost <= 1 ? byHeaders : byRows
}

const standIn = (candidate: Candidate, slots: Slots): boolean =>
  candidate.values.every((token) => !isFigure(token) || slots.includes(token.column))

/** The columns that whole rows agree on, at least three of five of them; null where they do not. */
function slotsOf(candidates: readonly Candidate[]): readonly number[] | null {
  // In a table of cells an empty cell keeps its place; in plain text only figures do.
  const cells = (candidate: Candidate): readonly Token[] =>
    candidate.row.by === 'cells' ? candidate.values : candidate.values.filter(isFigure)
  const vectors = candidates
    .map(cells)
    .filter((tokens) => tokens.length === width && tokens.some(isFigure))
    .map((tokens) => tokens.map((token) => token.column).join(' '))
  const top = mode(vectors)
  if (top === undefined || vectors.filter((vector) => vector === top).length * 5 < vectors.length * 3) return null
  return top.split(' ').map(Number)
}

const trailingOf = (candidate: Candidate): number => {
  let count = candidate.trailing
  for (let index = candidate.values.length - 1; index >= 0 && !isFigure(candidate.values[index]!); index--) count++
  return count
}

/** An empty cell stands between two numbers. */
function hasGap(candidate: Candidate): boolean {
  const numbers = candidate.values.map((token) => token.kind === 'number')
  return candidate.values.slice(numbers.indexOf(true), numbers.lastIndexOf(true)).some((token) => !isFigure(token))
}

/** Six figures in every row: which column is it that has none? The header says; the sums must not object. */
function lostColumn(
  candidates: readonly Candidate[],
  missing: readonly number[],
  strange: boolean,
): { readonly lost: number | null; readonly empty: number | null } {
  const none = { lost: null, empty: null }
  const filled = candidates.filter((candidate) => candidate.values.some(isFigure))
  const six = filled.filter((candidate) => candidate.values.filter(isFigure).length === width - 1)
  if (six.length < 3 || six.length * 10 < filled.length * 9) return none
  const sums = six.map((candidate) => {
    const figures = candidate.values.filter(isFigure).map((token) => numeralOf(token.text)?.value ?? 0)
    return { kinds: figures.slice(0, -1).reduce((a, b) => a + b, 0), last: figures[figures.length - 1]! }
  })
  const lastIsTotal = sums.every(({ kinds, last }) => kinds <= last)
  if (missing.length === 1 && strange) return none
  if (missing.length === 1) {
    const lost = missing[0]!
    const objects = lost === total ? sums.every(({ kinds, last }) => kinds === last) && sums.some(({ last }) => last > 0) : !lastIsTotal
    return objects ? none : { lost, empty: null }
  }
  const against = sums.filter(({ kinds, last }) => kinds > last).length
  return missing.length === 0 && against >= 2 ? { lost: null, empty: total } : none
}

function readRow(reading: Reading, key: string, match: Match, frame: Frame, cutOff: boolean): void {
  const { candidate } = match
  const placed = place(candidate, frame, cutOff)
  const text = candidate.row.by === 'line' ? candidate.values.map((token) => token.text).join(' ') : candidate.row.text.trim()
  columns.forEach((column, index) => {
    const cell = `requests.${key}.${column.key}`
    const token = placed.tokens[index]
    if (token === null) note(reading, cell, 'missing', placed.absent === 'cut-off' ? 'cut-off' : 'no-column', null)
    else take(reading, cell, token, 'count')
    const known = reading.figures[cell]
    if (token !== null && placed.doubt !== null) note(reading, cell, 'doubtful', placed.doubt, text, known)
    else if (token !== null && !match.sure && reading.cells[cell]?.state !== 'blank')
      note(reading, cell, 'doubtful', 'row-unknown', text, known)
  })
}

interface Placed {
  /** One a column: the token, undefined for no cell, null for a column or rest of a row that the source does not have. */
  readonly tokens: readonly (Token | null | undefined)[]
  readonly doubt: 'column-unknown' | 'several-numbers' | 'glued' | 'cut-off' | null
  readonly absent: 'cut-off' | 'no-column' | null
}

const blankAt = (token: Token | undefined, candidate: Candidate): Token => ({
  text: '',
  kind: 'blank',
  at: token?.at ?? candidate.row.at,
  column: -1,
})

/** Which figure of the row is in which column. */
function place(candidate: Candidate, frame: Frame, cutOff: boolean): Placed {
  const figures = candidate.values.filter(isFigure)
  const none: Placed = { tokens: columns.map(() => blankAt(candidate.values[0], candidate)), doubt: null, absent: null }
  if (isGlued(candidate)) return placeGlued(candidate.values[0]!, candidate)
  if (figures.length > width) return { tokens: figures.slice(0, width), doubt: 'several-numbers', absent: null }
  const slots = frame.slots.get(tableOf(candidate.row))
  if (slots) {
    const bySlot = placeBySlots(candidate, slots, frame)
    if (bySlot) return bySlot
  }
  if (figures.length === 0) return none
  if (figures.length === width)
    return {
      tokens: figures,
      doubt: frame.reordered || frame.askew || (frame.sparse && !addsUp(figures)) ? 'column-unknown' : null,
      absent: null,
    }
  if (figures.length === width - 1 && frame.lost !== null)
    return { tokens: insert(figures, frame.lost, null), doubt: null, absent: 'no-column' }
  if (figures.length === width - 1 && frame.empty !== null)
    return { tokens: insert(figures, frame.empty, blankAt(figures[0], candidate)), doubt: null, absent: null }
  if (cutOff) {
    // The figures in front of the end stand as printed, but empty cells may have been left out before them.
    const printed = candidate.values.slice(0, candidate.values.length - [...candidate.values].reverse().findIndex(isFigure))
    const cells = printed.map((token) => (isFigure(token) ? token : blankAt(token, candidate)))
    return { tokens: Array.from({ length: width }, (_, index) => cells[index] ?? null), doubt: 'cut-off', absent: 'cut-off' }
  }
  const inPlace = placeInPlace(candidate, frame)
  if (inPlace) return inPlace
  const emptied = candidate.trailing + candidate.values.length - figures.length > frame.padding
  if (frame.totalsEmpty && emptied && areKinds(figures))
    return { tokens: [...figures, blankAt(figures[0], candidate)], doubt: null, absent: null }
  const guess: (Token | undefined)[] = columns.map((_, index) =>
    index === total ? figures[figures.length - 1] : index < figures.length - 1 ? figures[index] : blankAt(figures[0], candidate),
  )
  return { tokens: guess, doubt: 'column-unknown', absent: null }
}

const insert = <T>(tokens: readonly T[], index: number, one: T | null): (T | null)[] => [
  ...tokens.slice(0, index),
  one,
  ...tokens.slice(index),
]

/** Columns known: each slot takes the cell that stands in it. Null where a figure stands in none of them. */
function placeBySlots(candidate: Candidate, slots: Slots, frame: Frame): Placed | null {
  const byColumn = new Map(candidate.row.tokens.map((token) => [token.column, token]))
  const figures = candidate.values.filter(isFigure)
  if (figures.some((token) => !slots.includes(token.column))) return null
  if (candidate.labels.some((token) => slots.includes(token.column))) return null
  const tokens = slots.map((slot) => (slot === null ? null : byColumn.get(slot)))
  const moved = candidate.row.table === -1 && (frame.askew || mayHaveMoved(tokens, frame))
  return { tokens, doubt: moved ? 'column-unknown' : null, absent: 'no-column' }
}

/**
 * Plain text that drops an empty cell may put it at the end of the row, so figures that fill the row from the left with
 * nothing behind may each belong further right. Six whose last is less than the sum of the rest are the six kinds: only the
 * total is empty.
 */
function mayHaveMoved(tokens: readonly (Token | null | undefined)[], frame: Frame): boolean {
  const filled = tokens.map((token) => token !== undefined && token !== null && isFigure(token))
  const count = filled.filter(Boolean).length
  if (count === 0 || count === width || filled.slice(0, count).includes(false)) return false
  return !(frame.totalsEmpty && areKinds(tokens.slice(0, count) as Token[]))
}

/**
 * Bodies add their rows up right far more often than sources keep their columns: where five rows or more do not add up, and most that hold figures do
 * not, it is the columns that are wrong.
 */
function areAskew(whole: readonly Candidate[]): boolean {
  const telling = whole
    .map((candidate) => candidate.values.filter(isFigure))
    .filter((figures) => figures.some((token) => (numeralOf(token.text)?.value ?? 0) !== 0))
  const failing = telling.filter((figures) => !addsUp(figures)).length
  return failing >= 5 && failing * 2 > telling.length
}

/** Seven figures whose last is the sum of the rest. */
const addsUp = (figures: readonly Token[]): boolean => {
  const numbers = figures.map((token) => numeralOf(token.text)?.value ?? Number.NaN)
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers[total]
}

/** Six figures whose last is less than the sum of the first five: the last is no total, whatever the seventh is. */
function areKinds(figures: readonly Token[]): boolean {
  if (figures.length !== total) return false
  const numbers = figures.map((token) => numeralOf(token.text)?.value ?? 0)
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) > numbers[numbers.length - 1]!
}

/** Empty cells that keep their place: seven cells in all, some between figures, or the label's own cells known from whole rows. */
function placeInPlace(candidate: Candidate, frame: Frame): Placed | null {
  if (!frame.inPlace || frame.lead === null) return null
  const first = candidate.values.findIndex(isFigure)
  // Empty cells between label and figures may be what is left of merged ones: whole rows must say how many are.
  if (first < frame.lead || (frame.whole === 0 && first > 0)) return null
  const cells = candidate.values.slice(frame.lead)
  const trailing = Math.max(0, candidate.trailing - frame.padding)
  const all = [...cells, ...Array.from({ length: trailing }, () => blankAt(cells[0], candidate))]
  if (all.length < width) return null
  const rest = all.slice(width)
  if (mayHaveMoved(all.slice(0, width), frame)) return null
  // No whole row says how many separators are the row's own: an empty last cell may be none.
  if (frame.whole === 0 && !isFigure(all[total]!)) return null
  if (rest.some(isFigure) || (frame.whole > 0 && rest.length > frame.padding)) return null
  return { tokens: all.slice(0, width), doubt: null, absent: null }
}

/** Digits without separators: as many as cells are one each; where a number has two, the one cut that adds up is a guess, several are none. */
function placeGlued(glued: Token, candidate: Candidate): Placed {
  const cut = (numbers: readonly string[]): Token[] => columns.map((_, index) => ({ ...glued, text: numbers[index]!, column: index }))
  const adds = (numbers: readonly string[]): boolean =>
    numbers.slice(0, total).reduce((sum, digits) => sum + Number(digits), 0) === Number(numbers[total])
  const digits = [...glued.text]
  if (/^\d+$/.test(glued.text) && digits.length === width && adds(digits)) return { tokens: cut(digits), doubt: null, absent: null }
  const fitting = partitions(glued.text, width).filter(adds)
  const one = fitting.length === 1 ? fitting[0]! : null
  return {
    tokens: one ? cut(one) : columns.map(() => blankAt(glued, candidate)),
    doubt: 'glued',
    absent: null,
  }
}

/** A row printed again with other figures leaves the first in doubt. */
function markRepeated(
  reading: Reading,
  expected: readonly Expected[],
  matches: ReadonlyMap<string, Match>,
  candidates: readonly Candidate[],
  frame: Frame,
): void {
  const used = new Set([...matches.values()].map((match) => match.candidate))
  for (const candidate of candidates) {
    if (used.has(candidate) || candidate.values.filter(isFigure).length === 0) continue
    const row =
      candidate.labels.length === 0
        ? rowBefore(candidate, candidates, expected, matches)
        : (rowNamed(candidate, expected) ?? rowPrinted(candidate, expected, matches))
    if (!row) continue
    const { tokens, doubt } = place(candidate, frame, false)
    columns.forEach((column, index) => {
      const key = `requests.${row.key}.${column.key}`
      const token = tokens[index]
      const differs = token && token.text !== '' && reading.sources[key]?.text !== token.text
      if (doubt !== null || differs) note(reading, key, 'doubtful', 'twice', reading.sources[key]?.text ?? null, reading.figures[key])
    })
  }
}

/** Figures without a label of their own that no row of the form takes: more of the row in front of them. */
const rowBefore = (
  candidate: Candidate,
  candidates: readonly Candidate[],
  expected: readonly Expected[],
  matches: ReadonlyMap<string, Match>,
): Expected | undefined => {
  const before = candidates[candidates.indexOf(candidate) - 1]
  return before && expected.find((one) => matches.get(one.key)?.candidate === before)
}

const lastLabel = (candidate: Candidate): string => labelOf(candidate.labels[candidate.labels.length - 1]?.text ?? '')

/** The row whose label is printed in the same words, damaged as they may be. */
const rowPrinted = (candidate: Candidate, expected: readonly Expected[], matches: ReadonlyMap<string, Match>): Expected | undefined =>
  lastLabel(candidate) === ''
    ? undefined
    : expected.find((one) => matches.has(one.key) && lastLabel(matches.get(one.key)!.candidate) === lastLabel(candidate))

/** The row that the candidate's last label, or the last few joined, is likest to; none where it is like none. */
function rowNamed(candidate: Candidate, expected: readonly Expected[]): Expected | undefined {
  let joined = ''
  let like = 0.55
  let row: Expected | undefined
  for (let back = 1; back <= 3 && back <= candidate.labels.length; back++) {
    joined = labelOf(candidate.labels[candidate.labels.length - back]!.text) + joined
    for (const one of expected) {
      for (const name of one.names) {
        const own = likenessAbove(like, joined, name)
        if (own <= like) continue
        like = own
        row = one
      }
    }
  }
  return row
}

function readLabels(
  reading: Reading,
  expected: readonly Expected[],
  matches: ReadonlyMap<string, Match>,
  candidates: readonly Candidate[],
  header: Header,
  oneRow: boolean,
): void {
  const rows = oneRow ? [...formOf('2021').requests.rows, otherHandlingRow] : formOf('2021').requests.rows
  for (const { key, names } of expected) {
    const match = matches.get(key)
    const label = match?.candidate.labels[match.candidate.labels.length - 1]
    const official = rows.find((row) => row.key === key)!.label
    const printed = match ? bestLabel(match.candidate, [labelOf(official)]) : null
    const same =
      printed !== null &&
      (labelOf(printed) === labelOf(official) || (names.includes(labelOf(printed)) && labelOf(printed).endsWith(labelOf(official))))
    reading.labels.push({
      key: `requests.${key}`,
      expected: official,
      printed: printed,
      state: match?.moved ? 'moved' : printed === null ? 'missing' : same ? 'same' : 'damaged',
      at: label?.at ?? match?.candidate.row.at ?? null,
    })
  }
  const used = new Set([...matches.values()].map((match) => match.candidate))
  for (const candidate of candidates) {
    if (used.has(candidate) || candidate.values.filter(isFigure).length < 2) continue
    const text = candidate.labels.map((token) => token.text).join('')
    if (text !== '') reading.labels.push({ key: 'requests', expected: '', printed: text, state: 'extra', at: candidate.row.at })
  }
  for (const [index, column] of columns.entries())
    reading.labels.push({ key: `requests.*.${column.key}`, expected: column.label, ...header.labels[index]! })
}

function mode<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  let top: T | undefined
  for (const item of items) {
    const count = (counts.get(item) ?? 0) + 1
    counts.set(item, count)
    if (top === undefined || count > counts.get(top)!) top = item
  }
  return top
}
