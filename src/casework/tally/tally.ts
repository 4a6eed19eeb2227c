/** From records to cells: tables 三 and 四 of a year, each figure with the records behind it. Pure; queries.ts gives the same from the database. */
import type { CellKey } from '#report'
import {
  type Cell,
  type ChallengeCell,
  type ChallengeRow,
  type CountedRow,
  cellOf,
  challengeCells,
  challengeRules,
  leavesOf,
  type RequestCell,
  requestCells,
  requestRules,
} from './model.ts'

export interface Tally<Row> {
  /** Every cell of the table, in the order printed. */
  readonly cells: Readonly<Record<CellKey, number>>
  /** The records a cell counts, in the order given; as many as the cell says. Throws a RangeError for a key the table has not. */
  listOf(key: CellKey): readonly Row[]
}

/** Table 三 of a year. Throws a RangeError for a case concluded before it was received, which no table could balance. */
export function tallyRequests<Row extends CountedRow>(rows: readonly Row[], year: number): Tally<Row> {
  const lists = emptyLists<Row>(requestCells)
  for (const row of rows) {
    if (row.concludedOn !== null && row.concludedOn < row.receivedOn)
      throw new RangeError(`${row.requestId} was concluded on ${row.concludedOn}, before it was received on ${row.receivedOn}`)
    if ((row.concludedOn === null) !== (row.row === null)) throw new RangeError(`${row.requestId} has a row, or a day, without the other`)
    for (const [rule, counts] of rules(requestRules))
      if (counts(row, year)) lists.get(`requests.${rule === 'concluded' ? row.row : printed[rule]}.${row.kind}`)!.push(row)
  }
  return tallyOf(requestCells, lists)
}

/** Table 四 of a year. */
export function tallyChallenges<Row extends ChallengeRow>(rows: readonly Row[], year: number): Tally<Row> {
  const lists = emptyLists<Row>(challengeCells)
  for (const row of rows)
    for (const [rule, counts] of rules(challengeRules))
      if (counts(row, year)) lists.get(`challenges.${row.group}.${rule === 'decided' ? row.result : rule}`)!.push(row)
  return tallyOf(challengeCells, lists)
}

const printed = { received: 'received', 'carried-in': 'carriedIn', 'carried-out': 'carriedOut' } as const

const rules = <Rule extends string, Counts>(table: Readonly<Record<Rule, Counts>>) => Object.entries(table) as [Rule, Counts][]

function emptyLists<Row>(cells: readonly (RequestCell | ChallengeCell)[]): Map<CellKey, Row[]> {
  return new Map(cells.filter(({ parts }) => parts.length === 0).map(({ key }) => [key, []]))
}

function tallyOf<Row>(cells: readonly Cell[], lists: ReadonlyMap<CellKey, readonly Row[]>): Tally<Row> {
  const counts = new Map([...lists].map(([key, list]) => [key, list.length]))
  return {
    cells: summed(cells, (key) => counts.get(key) ?? 0),
    listOf(key) {
      const cell = cellOf(key)
      if (cell === null || !cells.includes(cell)) throw new RangeError(`no cell ${key}`)
      return leavesOf(cell).flatMap((leaf) => lists.get(leaf.key)!)
    },
  }
}

/** Every cell of a table from those that count by themselves; sums are never counted on their own. */
export function summed(cells: readonly Cell[], count: (key: CellKey) => number): Record<CellKey, number> {
  return Object.fromEntries(cells.map((cell) => [cell.key, leavesOf(cell).reduce((sum, { key }) => sum + count(key), 0)]))
}
