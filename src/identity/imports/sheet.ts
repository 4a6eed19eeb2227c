/** A file of rows, whatever its kind: an Excel workbook, or CSV in UTF-8 or GB18030. */

import { unzipSync } from 'fflate'
import { type CellStyle, readXlsx, type Cell as SheetCell, writeXlsx } from 'hucre'
import { csvLine, unguarded, utf8Mark } from '#kit'
import { Failure } from '#words'
import { wrong } from '../fields.ts'
import { parseCsv } from './csv.ts'

export interface SheetRow {
  /** As the program that shows it numbers rows, from 1. */
  readonly row: number
  readonly cells: readonly SheetValue[]
}

export interface SheetValue {
  readonly text: string
  /** The file has a number here, which keeps neither leading zeros nor more than 15 digits. */
  readonly isNumber: boolean
}

export type SheetFormat = 'csv' | 'xlsx'

export const mostRows = 5000
const mostBytes = 10_000_000
const mostUnfolded = 100_000_000

/** The rows that have something in them. Throws `wrong-field` of `file` where it cannot be read, is empty or too long. */
export async function readSheet(bytes: Uint8Array): Promise<SheetRow[]> {
  if (bytes.length > mostBytes) throw wrong('file', 'too-many', mostRows)
  const rows = isZip(bytes) ? await workbookRows(bytes) : textRows(bytes)
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text !== ''))
  if (filled.length < 2) throw wrong('file', 'empty')
  if (filled.length - 1 > mostRows) throw wrong('file', 'too-many', mostRows)
  return filled
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The rows of the one sheet that has any. A small file that would unfold into a huge one is not unfolded. */
async function workbookRows(bytes: Uint8Array): Promise<SheetRow[]> {
  const workbook = await unfolded(bytes).catch((error: unknown) => {
    throw error instanceof Failure ? error : wrong('file', 'unreadable')
  })
  const filled = workbook.sheets.filter(({ rows }) => rows.some((row) => row.some((value) => asText(value).text !== '')))
  if (filled.length > 1) throw wrong('file', 'several-sheets', filled.map(({ name }) => name).join('、'))
  return (filled[0]?.rows ?? []).map((cells, index) => ({ row: index + 1, cells: cells.map(asText) }))
}

async function unfolded(bytes: Uint8Array) {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  if (size > mostUnfolded) throw wrong('file', 'too-many', mostRows)
  return readXlsx(bytes)
}

function asText(value: unknown): SheetValue {
  if (value === null || value === undefined) return { text: '', isNumber: false }
  // The day as the sheet shows it: hucre gives a date without a zone as UTC.
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10), isNumber: false }
  return { text: unguarded(String(value).trim()), isNumber: typeof value === 'number' }
}

function textRows(bytes: Uint8Array): SheetRow[] {
  const { rows, unclosed } = parseCsv(decoded(bytes))
  if (unclosed !== null) throw wrong('file', 'unclosed-quote', unclosed)
  return rows.map(({ line, cells }) => ({ row: line, cells: cells.map((cell) => ({ text: unguarded(cell.trim()), isNumber: false })) }))
}

/** UTF-8, or the Chinese national encoding that Excel saves by default; never a guess that leaves replacement characters. */
function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw wrong('file', 'unreadable')
}

const head: CellStyle = { font: { bold: true }, alignment: { vertical: 'center' } }
const epoch = new Date('1980-01-01T00:00:00Z')

/** Rows of text as a file; the first holds the headers. In a workbook every cell is text, so that nothing is taken for a formula or a number. */
export async function writeSheet(rows: readonly (readonly string[])[], format: SheetFormat, name: string): Promise<Uint8Array> {
  if (format === 'csv') return new TextEncoder().encode(utf8Mark + rows.map(csvLine).join(''))
  const cells = new Map<string, Partial<SheetCell>>()
  for (const [row, texts] of rows.entries()) {
    for (const column of texts.keys()) cells.set(`${row},${column}`, row === 0 ? { style: head } : { style: { numFmt: '@' } })
  }
  return writeXlsx({
    properties: { created: epoch, modified: epoch },
    defaultFont: { name: '宋体', size: 11 },
    sheets: [{ name, rows: rows.map((row) => [...row]), cells, columns: rows[0]!.map(() => ({ width: 20 })), freezePane: { rows: 1 } }],
  })
}
