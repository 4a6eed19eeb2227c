import { cellKeys, hasOtherHandling, otherHandlingKeys } from '../forms/index.ts'
import type { CellKey, CellState, Report } from '../model.ts'

/** Cells in one state that a reader sees as one gap: a table, a row, a column, or what is left of them. */
export interface Gap {
  readonly scope: 'report' | 'table' | 'other-handling' | 'row' | 'column' | 'part-of-row' | 'part-of-column' | 'cell' | 'scattered'
  readonly cells: readonly CellKey[]
}

/** More gaps than this in one table are told as one. */
const many = 6

const tableOf = (key: CellKey): string => key.slice(0, key.indexOf('.'))
const rowOf = (key: CellKey): string => (key.split('.').length < 3 ? key : key.slice(0, key.lastIndexOf('.')))
/** Only table 三 has columns that run through the table. */
const columnOf = (key: CellKey): string => (key.startsWith('requests.') ? key.slice(key.lastIndexOf('.') + 1) : key)

const splitRows = ['requests.otherNotCorrected', 'requests.otherUnpaid', 'requests.otherOther']

/** The cells of a state, gathered so that a blank row is one gap and not seven. */
export function gapsOf(report: Report, state: CellState): Gap[] {
  const listed = new Set(Object.keys(report.cells).filter((key) => report.cells[key]!.state === state))
  if (listed.size === 0) return []
  const all = hasOtherHandling(report) ? [...cellKeys(report.edition), ...otherHandlingKeys] : cellKeys(report.edition)
  if (all.every((key) => listed.has(key))) return [{ scope: 'report', cells: all }]
  const gaps: Gap[] = []
  for (const [table, keys] of gather(all, tableOf)) {
    const open = keys.filter((key) => listed.has(key))
    if (open.length === 0) continue
    if (open.length === keys.length) gaps.push({ scope: 'table', cells: keys })
    else gaps.push(...gapsOfTable(report, table, keys, open, state))
  }
  return gaps
}

function gapsOfTable(report: Report, table: string, keys: readonly CellKey[], open: readonly CellKey[], state: CellState): Gap[] {
  const gaps: Gap[] = []
  let left = new Set(open)
  const take = (scope: Gap['scope'], cells: readonly CellKey[]) => {
    gaps.push({ scope, cells })
    left = new Set([...left].filter((key) => !cells.includes(key)))
  }
  if (table === 'requests' && state === 'missing' && hasOtherHandling(report)) {
    const split = keys.filter((key) => splitRows.includes(rowOf(key)))
    if (split.length > 0 && split.every((key) => left.has(key))) take('other-handling', split)
  }
  for (const cells of gather(keys, rowOf).values()) {
    if (cells.every((key) => left.has(key))) take(cells.length === 1 ? 'cell' : 'row', cells)
  }
  const outside = keys.filter((key) => !gaps.some((gap) => gap.cells.includes(key)))
  for (const cells of gather(outside, columnOf).values()) {
    if (cells.length > 2 && cells.every((key) => left.has(key))) take('column', cells)
  }
  while (left.size > 0) {
    const largest = (groups: Map<string, CellKey[]>) => [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a))
    const row = largest(gather(left, rowOf))
    const column = largest(gather(left, columnOf))
    if (column.length > row.length) take('part-of-column', column)
    else take(row.length === 1 ? 'cell' : 'part-of-row', row)
  }
  return gaps.length > many ? [{ scope: 'scattered', cells: open }] : gaps
}

function gather(keys: Iterable<CellKey>, by: (key: CellKey) => string): Map<string, CellKey[]> {
  const groups = new Map<string, CellKey[]>()
  for (const key of keys) {
    const name = by(key)
    const group = groups.get(name)
    if (group) group.push(key)
    else groups.set(name, [key])
  }
  return groups
}
