/**
 * What Word and HTML share: tables inside tables, and tables that only arrange a page. A reader makes drafts as it goes;
 * `settle` turns them into lines and tables in the order of the source.
 */
import type { Place } from '#report'
import type { Block, Cell, Line } from '../grid.ts'
import { type Metadatum, metadataOf } from './metadata.ts'

/** A line of prose that may turn out to stand in a cell of data. */
export interface DraftLine extends Line {
  /** Its text there, where that differs: with what is struck out, and with marks. `text` is empty where nothing else stands. */
  readonly inCell?: string
}

export interface DraftCell {
  /** Lines and nested tables in order. */
  readonly content: (DraftLine | DraftTable)[]
  colSpan: number
  rowSpan: number
  /** Columns left empty before the cell (Word's gridBefore). */
  skip: number
  readonly line: number | undefined
  /** Where it stands, once its table is numbered. */
  at?: Place
}

export interface DraftTable {
  readonly kind: 'draft'
  readonly rows: DraftCell[][]
  readonly line: number | undefined
  /** Whether a cell of it holds a table. */
  nested: boolean
}

export interface Settled {
  readonly blocks: Block[]
  readonly metadata: Metadatum[]
}

/**
 * Lines and tables of drafts, in order. A table of one column, or one that holds a larger table, only arranges the page:
 * its content flows. A table of metadata (索引号, 发布机构 …) becomes metadata. Tables are numbered as they stand.
 */
export function settle(content: readonly (DraftLine | DraftTable)[]): Settled {
  const settled: Settled = { blocks: [], metadata: [] }
  let tables = 0
  // An explicit stack: hostile files nest deeper than the call stack.
  const pending: { readonly items: readonly (DraftLine | DraftTable)[]; next: number }[] = [{ items: content, next: 0 }]
  while (pending.length > 0) {
    const top = pending[pending.length - 1]!
    if (top.next === top.items.length) {
      pending.pop()
      continue
    }
    const item = top.items[top.next++]!
    if (item.kind === 'line') {
      if (item.inCell === undefined) settled.blocks.push(item)
      else if (item.text !== '') settled.blocks.push({ kind: 'line', text: item.text, at: item.at })
      continue
    }
    if (arrangesOnly(item)) {
      pending.push({ items: item.rows.flatMap((row) => row.flatMap((cell) => cell.content)), next: 0 })
      continue
    }
    const table = place(item, ++tables)
    const metadata = metadataOf(table)
    if (metadata) settled.metadata.push(...metadata)
    else settled.blocks.push({ kind: 'table', rows: table, at: place1(item.line, tables) })
  }
  return settled
}

const place1 = (line: number | undefined, table: number): Place => (line === undefined ? { table } : { line, table })

/** Whether a table is there for the page's look, not for data. */
function arrangesOnly(table: DraftTable): boolean {
  if (!table.rows.some((row) => row.length > 1)) return true
  if (!table.nested) return false
  // A table of data with a small table pasted into one of its cells keeps being one.
  let own = 0
  let inside = 0
  for (const row of table.rows)
    for (const cell of row) {
      let holdsTable = false
      for (const item of cell.content)
        if (item.kind === 'draft') {
          holdsTable = true
          inside += countCells(item)
        }
      if (!holdsTable && textOf(cell).length <= 60) own++
    }
  return own < 12 || own <= inside
}

/** Cells of a table and, one level down, of the tables in it. */
function countCells(table: DraftTable): number {
  let count = 0
  for (const row of table.rows) count += row.length
  return table.nested ? count * 2 + 100 : count
}

/** Most columns that are kept count of: the widest statutory table has fifteen. */
const mostColumns = 200

/** Cells with the columns they start in, once the cells that reach down from rows above are counted. */
function place(table: DraftTable, number: number): Cell[][] {
  /** For each column, the first row that is free again. */
  const free: number[] = []
  return table.rows.map((row, rowIndex) => {
    let column = 0
    return row.map((cell, cellIndex) => {
      column += cell.skip
      while (column < free.length && free[column]! > rowIndex) column++
      const colSpan = Math.min(Math.max(cell.colSpan, 1), mostColumns)
      const rowSpan = Math.min(Math.max(cell.rowSpan, 1), table.rows.length - rowIndex)
      if (rowSpan > 1) {
        const reach = Math.min(column + colSpan, mostColumns)
        while (free.length < reach) free.push(0)
        free.fill(rowIndex + rowSpan, column, reach)
      }
      const at: Place =
        cell.line === undefined
          ? { table: number, row: rowIndex + 1, cell: cellIndex + 1 }
          : { line: cell.line, table: number, row: rowIndex + 1, cell: cellIndex + 1 }
      cell.at = at
      const placed: Cell = { text: textOf(cell), at, column, colSpan, rowSpan }
      column += colSpan
      return placed
    })
  })
}

/** A cell's lines joined, with those of tables inside it; outer white space removed. */
function textOf(cell: DraftCell): string {
  const { content } = cell
  if (content.length === 1 && content[0]!.kind === 'line') return textInCell(content[0]!).trim()
  const lines: string[] = []
  for (const item of content) {
    if (item.kind === 'line') lines.push(textInCell(item))
    else
      for (const row of item.rows)
        for (const inner of row) for (const line of inner.content) if (line.kind === 'line') lines.push(textInCell(line))
  }
  return lines.join('\n').trim()
}

const textInCell = (line: DraftLine): string => line.inCell ?? line.text
