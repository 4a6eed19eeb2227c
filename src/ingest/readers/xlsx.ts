import type { Leftover } from '#report'
import type { Block, Cell, Grid, Line, Table } from '../grid.ts'
import { readOwn } from './xlsx-own.ts'
import { readSheets, type Sheet, type SheetCell } from './xlsx-sheets.ts'

/**
 * A workbook as lines and tables: rows of several cells are tables, texts alone in their row are lines. Numbers stand as
 * they are shown. Workbooks this project writes come back as the report they were written from. Hidden sheets, rows and
 * columns, and text struck out, are left out and stand in `leftovers`. `line` is the row of the sheet.
 * Throws `damaged` (a broken zip, a missing part, broken XML), `too-large` beyond the limits.
 */
export function readXlsx(bytes: Uint8Array): Grid {
  const sheets = readSheets(bytes)
  const leftovers: Leftover[] = []
  for (const sheet of sheets) {
    for (const { text, row } of sheet.struckText) leftovers.push({ kind: 'tracked-deletion', text, at: { line: row + 1 } })
    for (const { text, row } of sheet.hiddenText) leftovers.push({ kind: 'hidden-text', text, at: { line: row + 1 } })
    if (sheet.hidden && sheet.rows.size > 0) leftovers.push({ kind: 'hidden-text', text: sheet.name, at: null })
  }
  const visible = sheets.filter((sheet) => !sheet.hidden)
  const numbering = { tables: 0 }
  const own = readOwn(visible, (sheet) => blocksOf(sheet, numbering))
  if (own) return { kind: 'xlsx', blocks: own.blocks, metadata: own.metadata, leftovers }
  return { kind: 'xlsx', blocks: visible.flatMap((sheet) => blocksOf(sheet, numbering)), metadata: [], leftovers }
}

/** A row with something in it. */
interface Row {
  readonly number: number
  /** Cells that are not under a merged one. */
  readonly cells: readonly SheetCell[]
  readonly printed: readonly SheetCell[]
}

/** Lines and tables of a sheet, in order. An empty row ends a table. */
function blocksOf(sheet: Sheet, numbering: { tables: number }): Block[] {
  const blocks: Block[] = []
  let run: Row[] = []
  let reaches = -1
  const end = () => {
    if (run.length > 0) blocks.push(...runBlocks(run, numbering))
    run = []
  }
  let before = -1
  for (const [number, all] of sheet.rows) {
    const cells = all.filter((cell) => !cell.covered)
    const printed = cells.filter((cell) => cell.text !== '')
    // A row that a merged cell reaches into belongs to the table, empty or not.
    const inside = number <= reaches
    if (number !== before + 1 || (printed.length === 0 && !inside)) end()
    before = number
    if (printed.length === 0 && !inside) continue
    run.push({ number, cells, printed })
    for (const cell of printed) reaches = Math.max(reaches, number + Math.min(cell.rowSpan, 100) - 1)
  }
  end()
  return blocks
}

/** A run of rows without an empty one between: lines above, a table, lines below; a heading between two tables parts them. */
function runBlocks(run: readonly Row[], numbering: { tables: number }): Block[] {
  const blocks: Block[] = []
  let table: Row[] = []
  const end = () => {
    // What stands alone in the last rows of a table is a remark below it.
    let last = table.length
    while (last > 0 && isRemark(table[last - 1]!)) last--
    const rows = table.slice(0, last)
    if (rows.some(isWide)) blocks.push(tableOf(rows, ++numbering.tables))
    else for (const row of rows) blocks.push(...linesOf(row))
    for (const row of table.slice(last)) blocks.push(...linesOf(row))
    table = []
  }
  run.forEach((row, index) => {
    if (isWide(row)) table.push(row)
    else if (table.some(isWide) ? partsTables(row) : !isCaption(row, run[index + 1])) {
      end()
      blocks.push(...linesOf(row))
    } else table.push(row)
  })
  end()
  return blocks
}

/** Several printed cells, or a number: the row of a table. */
const isWide = (row: Row): boolean => row.printed.length > 1 || row.printed.some((cell) => cell.isNumber)

const wordsOf = (row: Row): string => row.printed[0]?.text ?? ''
const chapterHeading = /^[一二三四五六][、.．]\s*\S*(?:情况|事项)$/
const sentence = /[。；：:]$|[。；].{4,}/

/** A line between the rows of a table: a chapter's heading, or running words. A row whose figures are empty is none. */
const partsTables = (row: Row): boolean =>
  row.printed.length === 1 && (chapterHeading.test(wordsOf(row)) || (row.cells.length === 1 && sentence.test(wordsOf(row))))

/** A remark across the columns, or in a row without any other cell. */
const isRemark = (row: Row): boolean =>
  !isWide(row) && row.printed.length === 1 && (row.printed[0]!.colSpan > 1 || (row.cells.length === 1 && sentence.test(wordsOf(row))))

/** Words across all columns, right above the rows of a table, that head it rather than the sheet. */
function isCaption(row: Row, below: Row | undefined): boolean {
  const [cell] = row.printed
  return (
    cell !== undefined && cell.colSpan > 1 && below !== undefined && isWide(below) && !/^[一二三四五六]、|报告|年报|情况$/.test(cell.text)
  )
}

const linesOf = (row: Row): Line[] =>
  row.printed.flatMap((cell) =>
    cell.prose
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text): Line => ({ kind: 'line', text: text.trim(), at: { line: row.number + 1 } })),
  )

/** Widest table that is filled up with empty cells; of a wider one, which is no form, only the printed cells are taken. */
const widest = 64

/** A table with every cell of its columns: one that does not stand in the file is empty. */
function tableOf(rows: readonly Row[], number: number): Table {
  let left = Number.POSITIVE_INFINITY
  let right = 0
  for (const row of rows)
    for (const cell of row.printed) {
      left = Math.min(left, cell.column)
      right = Math.max(right, cell.column + Math.min(cell.colSpan, widest))
    }
  const width = right - left
  if (width > widest) return sparseTable(rows, number, left)
  /** For each column, the first row that a merged cell leaves free. */
  const free = new Array<number>(width).fill(0)
  const first = rows[0]!.number
  return {
    kind: 'table',
    at: { line: first + 1, table: number },
    rows: rows.map((row, rowIndex) => {
      const placed: Cell[] = []
      const byColumn = new Map(row.cells.map((cell) => [cell.column - left, cell]))
      for (let column = 0; column < width; ) {
        if (free[column]! > row.number) {
          column++
          continue
        }
        const cell = byColumn.get(column)
        const colSpan = Math.min(cell?.colSpan ?? 1, width - column)
        const rowSpan = Math.min(cell?.rowSpan ?? 1, first + rows.length - row.number)
        if (rowSpan > 1) free.fill(row.number + rowSpan, column, column + colSpan)
        const at = { line: row.number + 1, table: number, row: rowIndex + 1, cell: placed.length + 1 }
        placed.push({ text: cell?.text ?? '', at, column, colSpan, rowSpan })
        column += colSpan
      }
      return placed
    }),
  }
}

const sparseTable = (rows: readonly Row[], number: number, left: number): Table => ({
  kind: 'table',
  at: { line: rows[0]!.number + 1, table: number },
  rows: rows.map((row, rowIndex) =>
    row.printed.map((cell, index): Cell => {
      const at = { line: row.number + 1, table: number, row: rowIndex + 1, cell: index + 1 }
      return { text: cell.text, at, column: cell.column - left, colSpan: cell.colSpan, rowSpan: cell.rowSpan }
    }),
  ),
})
