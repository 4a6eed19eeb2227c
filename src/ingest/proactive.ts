import { type Edition, formOf, type ProactiveRow, proactiveKey, type WhyCode } from '#report'
import { align, bestLabel, type Candidate, candidatesOf, type Expected, type Match } from './align.ts'
import { isFigure, isGlued, partitions } from './glued.ts'
import { labelOf } from './likeness.ts'
import { labelReading, note, plainNames, type Reading, take } from './reading.ts'
import type { Row, Token } from './rows.ts'

const rowsOf = (edition: Edition): readonly ProactiveRow[] => formOf(edition).proactive.flatMap((block) => block.rows)
const also: Readonly<Record<string, readonly string[]>> = {
  normativeDocuments: ['行政规范性文件', '规范性文件'],
  procurement: ['政府采购', '政府集中采购'],
  fees: ['行政事业性收费'],
}
const expectedOf = (edition: Edition): Expected[] =>
  rowsOf(edition).map((row) => ({
    key: row.key,
    names: [...new Set([labelOf(row.label), ...(also[row.key] ?? [])])],
    width: row.fields.length,
  }))
const expected: Readonly<Record<Edition, Expected[]>> = { '2021': expectedOf('2021'), '2019': expectedOf('2019') }

/** Words of captions and headers, which are no row's label. */
const headersOf = (edition: Edition): string[] =>
  ['信息内容', ...formOf(edition).proactive.flatMap((block) => [block.caption, ...block.rows[0]!.fields.map((field) => field.label)])].map(
    labelOf,
  )
const headers: Readonly<Record<Edition, string[]>> = { '2021': headersOf('2021'), '2019': headersOf('2019') }

const marks: Readonly<Record<Edition, RegExp>> = {
  '2019': /新制作|新公开数|公开总数|上一年项目|项目数量|增减|采购项目|采购总|其他对外管理|集中采购/g,
  '2021': /制发件|废止件|止件数|现行有效|本年收费|收费金额|本年处理决定/g,
}

/** Which form the headers of table 二 are of; null where they name neither. */
export function editionOf(rows: readonly Row[]): Edition | null {
  const text = rows.map((row) => labelOf(row.text)).join('')
  const old = new Set(text.match(marks['2019'])).size
  const now = new Set(text.match(marks['2021'])).size
  return old === 0 && now === 0 ? null : old > now ? '2019' : '2021'
}

/** Reads table 二 of an edition from its rows. */
export function readProactive(rows: readonly Row[], edition: Edition, reading: Reading): boolean {
  const candidates = candidatesOf(rows, expected[edition], 3)
  const matches = align(candidates, expected[edition], headers[edition])
  if (matches.size === 0) return false
  const text = rows.map((row) => row.text).join('\n')
  for (const row of rowsOf(edition)) {
    const match = matches.get(row.key)
    if (!match) for (const field of row.fields) note(reading, proactiveKey(row, field), 'missing', 'no-row', null)
    else readRow(reading, row, match, siblingsOf(row, edition, matches), headerUnit(row, text))
  }
  doubtReordered(reading, rows, edition)
  doubtRepeated(reading, edition, matches, candidates)
  readLabels(reading, edition, rows, matches, candidates)
  return true
}

/** Header names that stand plainly in another order than the form's leave every figure under them in doubt. */
function doubtReordered(reading: Reading, rows: readonly Row[], edition: Edition): void {
  const folded = rows.flatMap((row) => row.tokens.filter((token) => token.kind === 'label').map((token) => labelOf(token.text)))
  for (const block of formOf(edition).proactive) {
    const fields = block.rows[0]!.fields
    const names = fields.map((field) => labelOf(field.label))
    const isOther = (start: number): boolean => {
      const printed = folded.slice(start, start + names.length)
      return names.every((name) => printed.includes(name)) && printed.some((words, index) => words !== names[index])
    }
    if (names.length === 1 || !folded.some((_, start) => isOther(start))) continue
    for (const row of block.rows) for (const field of fields) doubt(reading, proactiveKey(row, field), 'column-unknown')
  }
}

/** A row printed again with other figures, last year's perhaps, leaves both in doubt. */
function doubtRepeated(reading: Reading, edition: Edition, matches: ReadonlyMap<string, Match>, candidates: readonly Candidate[]): void {
  const used = new Set([...matches.values()].map((match) => match.candidate))
  for (const candidate of candidates) {
    const last = candidate.labels[candidate.labels.length - 1]
    if (used.has(candidate) || !last || !candidate.values.some(isFigure)) continue
    const one = expected[edition].find((row) => row.names.includes(labelOf(last.text)))
    const row = one && rowsOf(edition).find((known) => known.key === one.key)
    if (!row) continue
    const figures = candidate.values.filter(isFigure)
    row.fields.forEach((field, index) => {
      const key = proactiveKey(row, field)
      if (figures[index]?.text !== reading.sources[key]?.text) doubt(reading, key, 'twice')
    })
  }
}

/** Lists a cell that passed as given. */
function doubt(reading: Reading, key: string, why: WhyCode): void {
  if (!reading.cells[key]) note(reading, key, 'doubtful', why, reading.sources[key]?.text ?? null, reading.figures[key])
}

/** Rows under the same header: only they tell a row's columns. */
const siblingsOf = (row: ProactiveRow, edition: Edition, matches: ReadonlyMap<string, Match>): Match[] =>
  formOf(edition)
    .proactive.find((block) => block.rows.includes(row))!
    .rows.flatMap((sibling) => matches.get(sibling.key) ?? [])

/** The unit the header prints for money, 万元 or 元; null where it prints none. */
function headerUnit(row: ProactiveRow, text: string): string | null {
  const pattern = row.key === 'fees' ? /收费\s*金\s*额[^\d\n|]{0,12}?(万\s*元|元)/ : /采购总\s*金\s*额[^\d\n|]{0,12}?(万\s*元|元)/
  const match = pattern.exec(text)
  return match ? match[1]!.replace(/\s/g, '') : null
}

/** The unit the form's own label names: 万元 under 本年收费金额（单位：万元）. */
const formUnit = (label: string): string | null => /单位：([^）]+)/.exec(label)?.[1] ?? null

function readRow(reading: Reading, row: ProactiveRow, match: Match, all: readonly Match[], unit: string | null): void {
  const { candidate } = match
  const { tokens, doubt: unsure } = isGlued(candidate)
    ? cut(candidate.values[0]!, row.fields.length)
    : place(candidate, row.fields.length, all)
  const text = candidate.row.by === 'line' ? candidate.values.map((token) => token.text).join(' ') : candidate.row.text.trim()
  row.fields.forEach((field, index) => {
    const key = proactiveKey(row, field)
    const own = formUnit(field.label)
    take(reading, key, tokens[index], field.quantity, own ?? unit)
    // A header of another unit than the form's: the number stays as printed, and its size is in doubt.
    if (own !== null && unit !== null && unit !== own) doubt(reading, key, 'unit-contradicts')
    const known = reading.figures[key]
    if (unsure !== null) note(reading, key, 'doubtful', unsure, text, known)
    else if (!match.sure && reading.cells[key]?.state !== 'blank') note(reading, key, 'doubtful', 'row-unknown', text, known)
  })
}

type Doubt = 'column-unknown' | 'several-numbers' | 'glued' | null
interface Placed {
  readonly tokens: readonly (Token | undefined)[]
  readonly doubt: Doubt
}

const blank = (candidate: Candidate): Token => ({ text: '', kind: 'blank', at: candidate.row.at, column: -1 })

function place(candidate: Candidate, width: number, all: readonly Match[]): Placed {
  const figures = candidate.values.filter(isFigure)
  const cells = candidate.values.filter((token) => token.kind !== 'pad')
  const blanks = Array.from({ length: width }, () => blank(candidate))
  const words = candidate.values.find((token) => token.kind === 'label')
  if (words && figures.length === 0) return { tokens: [words, ...blanks].slice(0, width), doubt: null }
  if (figures.length === 0) return { tokens: blanks, doubt: null }
  if (figures.length === width) return { tokens: figures, doubt: null }
  if (figures.length > width) return { tokens: figures.slice(0, width), doubt: 'several-numbers' }
  if (candidate.row.by === 'cells') {
    const sibling = all
      .map((match) => match.candidate)
      .find((other) => other !== candidate && other.row.table === candidate.row.table && other.values.filter(isFigure).length === width)
    const columns = sibling?.values.filter(isFigure).map((token) => token.column)
    if (columns && figures.every((token) => columns.includes(token.column)))
      return { tokens: columns.map((column) => candidate.row.tokens.find((token) => token.column === column)), doubt: null }
    if (cells.length === width) return { tokens: cells, doubt: null }
  }
  // Empty cells between figures keep their place; behind the last figure they may have been moved there.
  const first = candidate.values.findIndex(isFigure)
  const inside = candidate.values.slice(first)
  if (first === 0 && inside.length === width && isFigure(inside[width - 1]!)) return { tokens: inside, doubt: null }
  return { tokens: [...figures, ...blanks].slice(0, width), doubt: 'column-unknown' }
}

/** Digits stuck to the label: as many as cells are one each; where a number has two, the only possible cut is a guess, several are none. */
function cut(glued: Token, width: number): Placed {
  const tokens = (numbers: readonly string[]): Token[] => numbers.map((text) => ({ ...glued, kind: 'number', text }))
  if (width === 1) return { tokens: tokens([glued.text]), doubt: null }
  if (/^\d+$/.test(glued.text) && glued.text.length === width) return { tokens: tokens([...glued.text]), doubt: null }
  const ways = partitions(glued.text, width)
  return { tokens: tokens(ways.length === 1 ? ways[0]! : Array.from({ length: width }, () => '')), doubt: 'glued' }
}

function readLabels(
  reading: Reading,
  edition: Edition,
  rows: readonly Row[],
  matches: ReadonlyMap<string, Match>,
  candidates: readonly Candidate[],
): void {
  const tokens = rows.flatMap((row) => row.tokens.filter((token) => token.kind === 'label' && token.text.length <= 60))
  const folded = tokens.map((token) => labelOf(token.text))
  const official = formOf(edition).proactive.flatMap((block) => [...block.rows, ...block.rows[0]!.fields].map((one) => labelOf(one.label)))
  const plain = plainNames(folded, official)
  for (const block of formOf(edition).proactive) {
    for (const row of block.rows) {
      const match = matches.get(row.key)
      const label = match?.candidate.labels[match.candidate.labels.length - 1]
      const printed = match ? bestLabel(match.candidate, [labelOf(row.label)]) : null
      reading.labels.push({
        key: `proactive.${row.key}`,
        expected: row.label,
        printed,
        state: match?.moved ? 'moved' : printed === null ? 'missing' : labelOf(printed) === labelOf(row.label) ? 'same' : 'damaged',
        at: label?.at ?? match?.candidate.row.at ?? null,
      })
    }
    for (const field of block.rows[0]!.fields) {
      const key = field.key === '' ? block.rows.map((row) => row.key).join('+') : `*.${field.key}`
      reading.labels.push(labelReading(`proactive.${key}.header`, field.label, tokens, folded, plain))
    }
  }
  const used = new Set([...matches.values()].map((match) => match.candidate))
  for (const candidate of candidates) {
    const last = candidate.labels[candidate.labels.length - 1]
    if (!used.has(candidate) && last && candidate.values.some(isFigure))
      reading.labels.push({ key: 'proactive', expected: '', printed: last.text, state: 'extra', at: last.at })
  }
}
