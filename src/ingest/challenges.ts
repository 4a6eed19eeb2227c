import { formOf } from '#report'
import { isFigure } from './glued.ts'
import { labelOf } from './likeness.ts'
import { numeralOf } from './numerals.ts'
import { labelReading, note, plainNames, type Reading, take } from './reading.ts'
import type { Row, Token } from './rows.ts'

const { groups, columns } = formOf('2021').challenges
const keys = groups.flatMap((group) => columns.map((column) => `challenges.${group.key}.${column.key}`))
const width = keys.length

/** Reads table 四: fifteen figures in one row, whatever stands around them. */
export function readChallenges(rows: readonly Row[], reading: Reading, cutOff: boolean): boolean {
  readLabels(reading, rows)
  const runs = runsOf(rows)
  const run = runs[0] ?? []
  const glued = run.length === 0 ? gluedIn(rows) : null
  if (glued) {
    const digits = glued.text.length === width ? [...glued.text].map((text): Token => ({ ...glued, kind: 'number', text })) : []
    const plain = digits.length === width && addsUp(digits)
    keys.forEach((key, index) => {
      if (plain) take(reading, key, digits[index], 'count')
      else note(reading, key, 'doubtful', 'glued', glued.text)
    })
    return true
  }
  if (run.length === 0) {
    for (const key of keys) note(reading, key, 'blank', 'empty', null)
    return true
  }
  const figures = run.filter(isFigure)
  const text = run
    .map((token) => token.text)
    .join(' ')
    .trim()
  const { tokens, doubt } = place(run, figures, cutOff)
  keys.forEach((key, index) => {
    const token = tokens[index]
    if (token === null) note(reading, key, 'missing', cutOff ? 'cut-off' : 'no-cell', null)
    else take(reading, key, token, 'count')
    if (doubt !== null && (token !== null || figures.length > 0)) note(reading, key, 'doubtful', doubt, text, reading.figures[key])
    else if (!reading.cells[key] && isReordered(rows)) note(reading, key, 'doubtful', 'column-unknown', text, reading.figures[key])
  })
  // Another row of fifteen: last year's perhaps, or the table printed twice.
  for (const other of runs.slice(1)) {
    const again = other.filter(isFigure)
    if (again.length !== width) continue
    keys.forEach((key, index) => {
      if (!reading.cells[key] && again[index]!.text !== reading.sources[key]?.text)
        note(reading, key, 'doubtful', 'twice', reading.sources[key]?.text ?? null, reading.figures[key])
    })
  }
  return true
}

const groupNames = groups.map((group) => labelOf(group.label))
const resultNames = columns.map((column) => labelOf(column.label))

/** The header names groups or results plainly, in another order than the form's. */
function isReordered(rows: readonly Row[]): boolean {
  const folded = rows.flatMap((row) => row.tokens.filter((token) => token.kind === 'label').map((token) => labelOf(token.text)))
  const places = groupNames.map((name) => folded.indexOf(name))
  if (!places.includes(-1) && !places.every((place, index) => index === 0 || place > places[index - 1]!)) return true
  const litigation = folded.indexOf('行政诉讼')
  if (litigation !== -1 && places[0]! > litigation) return true
  const results = folded.filter((words) => resultNames.includes(words))
  return results.length === width && results.some((words, index) => words !== resultNames[index % columns.length])
}

/** Fifteen figures or more without separators; null where there are none. */
const gluedIn = (rows: readonly Row[]): Token | null =>
  rows.flatMap((row) => row.tokens).find((token) => /^\d{15,}$/.test(token.text)) ?? null

type Doubt = 'column-unknown' | 'several-numbers' | 'cut-off' | null

function place(
  run: readonly Token[],
  figures: readonly Token[],
  cutOff: boolean,
): { readonly tokens: readonly (Token | null)[]; readonly doubt: Doubt } {
  if (figures.length === width) return { tokens: figures, doubt: null }
  if (figures.length > width) {
    const last = figures.slice(-width)
    const first = figures.slice(0, width)
    return { tokens: addsUp(last) ? last : first, doubt: 'several-numbers' }
  }
  const cells = run.filter((token) => token.kind !== 'pad')
  const exact = run[0]?.at.table !== undefined
  const filled = [...figures, ...Array.from({ length: width - figures.length }, () => null)]
  if (exact && cells.length === width) return { tokens: cells, doubt: groupsHold(cells) ? null : 'column-unknown' }
  if (cutOff) return { tokens: filled, doubt: 'cut-off' }
  const gaps = run.length === width && isFigure(run[0]!) && isFigure(run[width - 1]!)
  if (gaps) return { tokens: run.map((token) => (isFigure(token) ? token : { ...token, text: '', kind: 'blank' as const })), doubt: null }
  return { tokens: filled, doubt: 'column-unknown' }
}

/** Every group that is whole adds up. One that does not, beside an empty cell, says that the cells may have shifted. */
function groupsHold(cells: readonly Token[]): boolean {
  for (let start = 0; start < width; start += columns.length) {
    const group = cells.slice(start, start + columns.length)
    if (!group.every(isFigure)) continue
    const numbers = group.map((token) => numeralOf(token.text)?.value ?? Number.NaN)
    if (numbers.slice(0, -1).reduce((a, b) => a + b, 0) !== numbers[columns.length - 1]) return false
  }
  return true
}

/** Each group's results add up to its total. */
function addsUp(tokens: readonly Token[]): boolean {
  const numbers = tokens.map((token) => numeralOf(token.text)?.value ?? 0)
  for (let start = 0; start < width; start += columns.length) {
    const group = numbers.slice(start, start + columns.length)
    if (group.slice(0, -1).reduce((a, b) => a + b, 0) !== group[columns.length - 1]) return false
  }
  return true
}

/** Runs of three figures or more that no label breaks, the longest first. */
function runsOf(rows: readonly Row[]): (readonly Token[])[] {
  const runs: { tokens: Token[]; figures: number }[] = []
  let run: Token[] = []
  const close = (): void => {
    const figures = run.filter(isFigure).length
    if (figures >= 3) runs.push({ tokens: run, figures })
    run = []
  }
  for (const row of rows) {
    const own = row.by === 'cells' || row.by === 'tabs'
    if (own) close()
    for (const token of row.tokens) {
      if (token.kind === 'label') close()
      else run.push(token)
    }
    if (own) close()
  }
  close()
  return runs.sort((a, b) => b.figures - a.figures).map(({ tokens }) => trimmedRun(tokens))
}

/** A run without the empty cells in front of it and behind it, unless they make it the whole row. */
function trimmedRun(run: readonly Token[]): readonly Token[] {
  const exact = run[0]?.at.table !== undefined
  if (exact && run.filter((token) => token.kind !== 'pad').length === width) return run
  const first = run.findIndex(isFigure)
  return run.slice(first, run.length - [...run].reverse().findIndex(isFigure))
}

function readLabels(reading: Reading, rows: readonly Row[]): void {
  const printed = rows.flatMap((row) => row.tokens.filter((token) => token.kind === 'label' && token.text.length <= 30))
  const folded = printed.map((token) => labelOf(token.text))
  const plain = plainNames(
    folded,
    [...groups, ...columns].map((one) => labelOf(one.label)),
  )
  for (const group of groups) reading.labels.push(labelReading(`challenges.${group.key}`, group.label, printed, folded, plain))
  for (const column of columns) reading.labels.push(labelReading(`challenges.*.${column.key}`, column.label, printed, folded, plain))
}
