import type { Column, LabelReading } from '#report'
import { findName, labelOf, likeness } from './likeness.ts'
import type { Row, Token } from './rows.ts'

/** What the header rows of a table print. */
export interface Header {
  /** One a column, in the form's order. */
  readonly labels: readonly Pick<LabelReading, 'printed' | 'state' | 'at'>[]
  /** All seven are named plainly, but in another order than the form's. */
  readonly reordered: boolean
  /** Some word among the headers is none of the names. */
  readonly strange: boolean
  /** Indexes of the columns that no header names. */
  readonly missing: readonly number[]
  /** Per table of the source, the grid column of each header, null for one that is not found; they stand in the form's order. */
  readonly columns: ReadonlyMap<number, readonly (number | null)[]>
}

/** Rows whose columns can be compared: of one table of the source, or all lines parted by tabs (-2); -1 for other lines. */
export const tableOf = (row: Row): number => (row.by === 'tabs' ? -2 : row.table)

const firstRow = /^一?、?本年新收/

/** Finds the column names of table 三 in the rows above its first figures. Names may be split over cells or lines, or damaged. */
export function readHeader(rows: readonly Row[], columns: readonly Column[]): Header {
  const tokens: { token: Token; row: Row }[] = []
  for (const row of rows) {
    const label = row.tokens.find((token) => token.kind === 'label' && firstRow.test(labelOf(token.text)))
    if (label) break
    if (row.tokens.filter((token) => token.kind === 'number').length >= 5) break
    for (const token of row.tokens) if (token.kind === 'label' && token.text.length <= 16) tokens.push({ token, row })
  }
  const folded = tokens.map(({ token }) => labelOf(token.text))
  const taken = new Set<number>()
  const found = columns.map((column) => {
    const name = findName(folded, labelOf(column.label), 0.5, taken)
    if (!name) return null
    const { index, size, like } = name
    for (let one = index; one < index + size; one++) taken.add(one)
    const text = tokens
      .slice(index, index + size)
      .map(({ token }) => token.text)
      .join('')
    return { first: tokens[index]!, index, text, same: like === 1 }
  })
  const where = new Map<number, readonly (number | null)[]>()
  const tables = new Set(found.flatMap((one) => (one ? [tableOf(one.first.row)] : [])))
  const [table] = tables
  if (tables.size === 1 && table !== undefined && table !== -1) {
    const positions = found.map((one) => one?.first.token.column ?? null)
    const known = positions.filter((position) => position !== null)
    const ascending = known.every((position, index) => index === 0 || position > known[index - 1]!)
    // Cells keep their place: names that stand plainly in another order say which column is which.
    if (ascending || (found.every((one) => one?.same) && new Set(known).size === columns.length)) where.set(table, positions)
  }
  // A word among the headers that is none of the names may be one of them, misread: then no column is known to be lost.
  const around = ['申请人情况', '法人或其他组织', '信息内容']
  const strange = folded.some(
    (words, index) =>
      !taken.has(index) &&
      words.length >= 2 &&
      words.length <= 8 &&
      !/[勾稽关系第项加之和等于本列数据]/.test(words) &&
      !around.some((name) => name.includes(words) || likeness(words, name) > 0.3),
  )
  return {
    strange,
    reordered: found.every((one) => one?.same) && !inOrder(found.map((one) => one!.index)),
    labels: found.map((one) =>
      one
        ? { printed: one.text, state: one.same ? 'same' : 'damaged', at: one.first.token.at }
        : { printed: null, state: 'missing', at: null },
    ),
    missing: found.flatMap((one, index) => (one ? [] : [index])),
    columns: where,
  }
}

/** The form prints 自然人, then 总计, in the row above the five kinds; flat headers print 总计 last. */
function inOrder(indexes: readonly number[]): boolean {
  const kinds = indexes.slice(1, -1)
  const ascending = kinds.every((index, position) => position === 0 || index > kinds[position - 1]!)
  const [person, total] = [indexes[0]!, indexes[indexes.length - 1]!]
  return ascending && person < kinds[0]! && total > person && (total < kinds[0]! || total > kinds[kinds.length - 1]!)
}
