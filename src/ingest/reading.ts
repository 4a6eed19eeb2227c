import type { CellKey, CellNote, CellState, LabelReading, Line, Quantity, WhyCode } from '#report'
import { findName, labelOf } from './likeness.ts'
import { guessOf, isNil, numeralOf } from './numerals.ts'
import type { Token } from './rows.ts'

/** What has been read of the tables so far. */
export interface Reading {
  readonly figures: Record<CellKey, number | null>
  readonly cells: Record<CellKey, CellNote>
  readonly sources: Record<CellKey, Line>
  readonly labels: LabelReading[]
}

export const emptyReading = (): Reading => ({ figures: {}, cells: {}, sources: {}, labels: [] })

/** Notes a cell as not standing in the source just as given. */
export function note(
  reading: Reading,
  key: CellKey,
  state: CellState,
  why: WhyCode,
  was: string | null,
  value: number | null = null,
): void {
  reading.figures[key] = value
  reading.cells[key] = { state, was, why }
}

const countUnits = /^(?:|件次|件|条次|条|项次|项|个|份|宗|起|次|人次|人|户|笔|篇|部|例|家)$/

/**
 * Takes a cell's figure from its token. `headerUnit` is the unit the header prints for money (万元 or 元), null where it prints none.
 * The number is kept as printed; what contradicts the form makes it doubtful.
 */
export function take(reading: Reading, key: CellKey, token: Token | undefined, quantity: Quantity, headerUnit: string | null = null): void {
  if (token && token.text !== '') reading.sources[key] = { text: token.text, at: token.at }
  if (token === undefined) note(reading, key, 'missing', 'no-cell', null)
  else if (token.text === '') note(reading, key, 'blank', 'empty', null)
  else if (isNil(token.text)) note(reading, key, 'blank', 'nil-mark', token.text)
  else takeText(reading, key, token.text, quantity, headerUnit)
}

function takeText(reading: Reading, key: CellKey, text: string, quantity: Quantity, headerUnit: string | null): void {
  const numeral = numeralOf(text)
  if (!numeral) {
    note(reading, key, 'doubtful', 'not-a-number', text, wholeOrMoney(guessOf(text), quantity))
    return
  }
  reading.figures[key] = numeral.value
  delete reading.cells[key]
  const doubt = doubtOf(numeral, quantity, headerUnit)
  if (doubt) note(reading, key, 'doubtful', doubt, text, wholeOrMoney(numeral.value, quantity))
}

function doubtOf(numeral: NonNullable<ReturnType<typeof numeralOf>>, quantity: Quantity, headerUnit: string | null): WhyCode | null {
  if (numeral.parted) return 'several-numbers'
  if (quantity === 'money') {
    const contradicts = numeral.unit !== '' && (headerUnit === null ? !numeral.unit.endsWith('元') : numeral.unit !== headerUnit)
    return contradicts ? 'unit-contradicts' : numeral.sign === '-' ? 'sign' : null
  }
  if (!countUnits.test(numeral.unit)) return 'unit-contradicts'
  if (numeral.decimals > 0) return 'decimal'
  return numeral.sign === '-' && quantity === 'count' ? 'sign' : null
}

/** Counts are whole numbers; a fraction under a count is a number nobody can know. */
const wholeOrMoney = (value: number | null, quantity: Quantity): number | null =>
  value === null || quantity === 'money' || Number.isInteger(value) ? value : null

/** The tokens that print one of the names exactly, alone or with the next ones: no other name is damaged there. */
export function plainNames(folded: readonly string[], names: readonly string[]): ReadonlySet<number> {
  const plain = new Set<number>()
  for (const name of new Set(names)) {
    const found = findName(folded, name, 1)
    if (found) for (let index = found.index; index < found.index + found.size; index++) plain.add(index)
  }
  folded.forEach((words, index) => {
    if (names.includes(words)) plain.add(index)
  })
  return plain
}

/** How a header name is printed among tokens whose folded texts are given; damaged only where no other name stands plainly. */
export function labelReading(
  key: string,
  expected: string,
  tokens: readonly Token[],
  folded: readonly string[],
  plain: ReadonlySet<number>,
): LabelReading {
  const name = labelOf(expected)
  const found = findName(folded, name, 1) ?? findName(folded, name, 0.4, plain)
  if (!found) return { key, expected, printed: null, state: 'missing', at: null }
  const printed = tokens
    .slice(found.index, found.index + found.size)
    .map((token) => token.text)
    .join('')
  return { key, expected, printed, state: found.like === 1 ? 'same' : 'damaged', at: tokens[found.index]!.at }
}
