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
  const run = runOf(rows)
  const glued = run.length === 0 ? gluedIn(rows) : null
  if (glued) {
    const digits = glued.text.length === width ? [...glued.text] : []
    keys.forEach((key, index) => {
      note(reading, key, 'doubtful', 'glued', glued.text, digits.length === width ? Number(digits[index]) : null)
      reading.sources[key] = { text: glued.text, at: glued.at }
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
  })
  return true
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
  if (exact && cells.length === width) return { tokens: cells, doubt: null }
  if (cutOff) return { tokens: filled, doubt: 'cut-off' }
  const gaps = run.length === width && isFigure(run[0]!) && isFigure(run[width - 1]!)
  if (gaps) return { tokens: run.map((token) => (isFigure(token) ? token : { ...token, text: '', kind: 'blank' as const })), doubt: null }
  return { tokens: filled, doubt: 'column-unknown' }
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

/** The longest run of value tokens that no label breaks; empty cells in front of it and behind it left out, unless cells are all there is. */
function runOf(rows: readonly Row[]): readonly Token[] {
  let best: Token[] = []
  let bestFigures = 0
  let run: Token[] = []
  const close = (): void => {
    const figures = run.filter(isFigure).length
    if (figures > bestFigures) {
      best = run
      bestFigures = figures
    }
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
  if (bestFigures < 3) return []
  const exact = best[0]?.at.table !== undefined
  if (exact && best.filter((token) => token.kind !== 'pad').length === width) return best
  const first = best.findIndex(isFigure)
  return best.slice(first, best.length - [...best].reverse().findIndex(isFigure))
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
