/** Which column of a ledger is which, by its header; and what is remarked of it. */
import type { SheetRow, SheetValue } from '#identity'
import { fold } from '#kit'
import type { Language } from '#report'
import { type LedgerColumn, ledgerColumns, ledgerDoubtfulHeaders, ledgerHeaders } from '#words'

/** Something said of a cell: `code` is a key of errors or doubts in words/ledger.ts. */
export interface Remark {
  /** As the program that shows the file numbers rows, from 1. */
  readonly row: number
  /** The header as the file has it; empty where the whole row is meant. */
  readonly column: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface LedgerTable {
  readonly rows: readonly LedgerRow[]
  /** Headers of the file, by column. */
  readonly headers: Readonly<Partial<Record<LedgerColumn, string>>>
  readonly errors: readonly Remark[]
  readonly doubts: readonly Remark[]
  /** Headers of columns that are not taken. */
  readonly ignored: readonly string[]
}

export interface LedgerRow {
  readonly row: number
  readonly values: Readonly<Partial<Record<LedgerColumn, SheetValue>>>
}

export const columns = Object.keys(ledgerColumns) as LedgerColumn[]
const needed: readonly LedgerColumn[] = ['number', 'receivedOn', 'applicant', 'wanted', 'concludedOn', 'result']

/** The header is the first row that names at least three columns: ledgers have a title above it. */
export function ledgerTable(sheet: readonly SheetRow[], language: Language): LedgerTable {
  const at = Math.max(
    0,
    sheet.slice(0, mostAbove).findIndex(({ cells }) => cells.filter(({ text }) => columnOf(text) !== null).length >= 3),
  )
  const head = sheet[at]!
  const below = sheet.slice(at + 1)
  const headers: Partial<Record<LedgerColumn, string>> = {}
  const errors: Remark[] = []
  const doubts: Remark[] = []
  const ignored: string[] = []
  const byCell = head.cells.map(({ text }): LedgerColumn | null => {
    const known = columnOf(text)
    if (known === null) {
      if (text !== '') ignored.push(text)
      return null
    }
    const { column, sure } = known
    const other = headers[column]
    if (other !== undefined) {
      errors.push({ row: head.row, column: text, code: 'repeated-column', values: { given: text, other } })
      return null
    }
    headers[column] = text
    if (!sure)
      doubts.push({ row: head.row, column: text, code: 'column-read', values: { given: text, column: ledgerColumns[column][language] } })
    return column
  })
  for (const column of needed) {
    if (headers[column] !== undefined || (column === 'wanted' && headers.title !== undefined)) continue
    const name = ledgerColumns[column][language]
    errors.push({ row: head.row, column: name, code: 'missing-column', values: { given: name } })
  }
  const rows = below.map(({ row, cells }): LedgerRow => {
    const values: Partial<Record<LedgerColumn, SheetValue>> = {}
    for (const [index, column] of byCell.entries()) if (column !== null && cells[index] !== undefined) values[column] = cells[index]
    return { row, values }
  })
  return { rows: rows.filter(({ values }) => Object.values(values).some(({ text }) => text !== '')), headers, errors, doubts, ignored }
}

/** Rows of title that may stand above the header. */
const mostAbove = 6

const known = new Map<string, { column: LedgerColumn; sure: boolean }>()
for (const column of columns) {
  for (const header of ledgerDoubtfulHeaders[column] ?? []) known.set(folded(header), { column, sure: false })
  for (const header of [column, ...Object.values(ledgerColumns[column]), ...(ledgerHeaders[column] ?? [])])
    known.set(folded(header), { column, sure: true })
}

const columnOf = (header: string) => known.get(folded(header)) ?? null

function folded(header: string): string {
  return fold(header).toLowerCase()
}
