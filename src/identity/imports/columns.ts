/** Which column of a file is which field, by its header in either language; and what its cells say. */
import { fold } from '#kit'
import type { Language } from '#report'
import { type Failure, failures, identityWords } from '#words'
import { wrong } from '../fields.ts'
import type { SheetRow, SheetValue } from './sheet.ts'

/** What is wrong in a file, where; `what` is a sentence in the language of who imports. */
export interface ImportError {
  readonly row: number
  /** The header as the file has it; empty where the whole row is meant. */
  readonly column: string
  readonly what: string
}

export interface ImportResult {
  /** Rows below the header. */
  readonly rows: number
  readonly adds: number
  readonly changes: number
  readonly errors: readonly ImportError[]
  /** Whether it stands now: no dry run, and no error. */
  readonly imported: boolean
}

/** A row below the header: texts by field. A field without a column is absent; an empty cell is an empty text. */
export interface FieldRow {
  readonly row: number
  readonly values: Readonly<Partial<Record<string, SheetValue>>>
}

export interface Table {
  readonly rows: readonly FieldRow[]
  readonly headers: Readonly<Partial<Record<string, string>>>
  readonly errors: readonly ImportError[]
}

/** Reads the header and the rows below it. Columns that nobody knows, that stand twice, or that are missing are errors, so that nothing is passed over in silence. */
export function tableOf(sheet: readonly SheetRow[], fields: readonly string[], needed: readonly string[], language: Language): Table {
  const [head, ...below] = sheet
  const headers: Partial<Record<string, string>> = {}
  const errors: ImportError[] = []
  const byColumn = head!.cells.map(({ text }) => {
    const field = fieldOf(text, fields)
    const blank = text === '' && below.every(({ cells }) => (cells[head!.cells.findIndex((cell) => cell.text === text)]?.text ?? '') === '')
    if (field === null && !blank)
      errors.push({ row: head!.row, column: text, what: sentenceOf(wrong('header', 'unknown-column', text), language) })
    if (field !== null && headers[field] !== undefined)
      errors.push({ row: head!.row, column: text, what: sentenceOf(wrong('header', 'repeated', text), language) })
    if (field !== null) headers[field] ??= text
    return field
  })
  for (const field of needed) {
    if (headers[field] !== undefined) continue
    const name = identityWords[language].fields[field]!
    errors.push({ row: head!.row, column: name, what: sentenceOf(wrong('header', 'missing-column', name), language) })
  }
  const rows = below.map(({ row, cells }) => {
    const values: Partial<Record<string, SheetValue>> = {}
    for (const [index, field] of byColumn.entries()) if (field !== null) values[field] = cells[index] ?? { text: '', isNumber: false }
    return { row, values }
  })
  return { rows, headers, errors }
}

/** The field a header names, among those the file may have. */
function fieldOf(header: string, fields: readonly string[]): string | null {
  const sought = fold(header).toLowerCase()
  const matches = (name: string) => fold(name).toLowerCase() === sought
  const own = fields.find((field) => Object.values(identityWords).some((words) => matches(words.fields[field]!)) || matches(field))
  return own ?? fields.find((field) => identityWords['zh-CN'].columnAliases[field]?.some(matches)) ?? null
}

/** The text of a cell; undefined where the file has no such column. */
export const cell = ({ values }: FieldRow, field: string): string | undefined => values[field]?.text

/** The text of a cell that must keep every digit: a number of the spreadsheet is refused where digits may be lost. */
export function digits(row: FieldRow, field: string): string | undefined {
  const value = row.values[field]
  if (value?.isNumber && !/^1\d{10}$|^\d{1,8}$/.test(value.text)) throw wrong(field, 'as-text', value.text)
  return value?.text
}

/** An id by itself or by its name in either language. */
export function named<T extends string>(field: string, text: string, ids: readonly T[], names: 'kinds' | 'levels' | 'roles'): T {
  const sought = fold(text).toLowerCase()
  const found = ids.find(
    (id) => fold(id) === sought || Object.values(identityWords).some((words) => fold(words[names][id]!).toLowerCase() === sought),
  )
  if (found === undefined) throw wrong(field, text === '' ? 'required' : 'choice', text)
  return found
}

export function yesOrNo(field: string, text: string): boolean {
  const sought = fold(text).toLowerCase()
  if (['是', 'yes', 'y', 'true', '1', '有'].includes(sought)) return true
  if (['否', 'no', 'n', 'false', '0', '无'].includes(sought)) return false
  throw wrong(field, 'yes-no', text)
}

/** A refusal as an error of its row, under the column it is about. */
export function errorOf(failure: Failure, row: number, headers: Table['headers'], language: Language): ImportError {
  const field = String(failure.values.field ?? fieldsOfCodes[failure.code] ?? '')
  return {
    row,
    column: headers[field] ?? (field === '' ? '' : identityWords[language].fields[field]!),
    what: sentenceOf(failure, language),
  }
}

/** Where a refusal that names no field belongs. */
const fieldsOfCodes: Readonly<Partial<Record<Failure['code'], string>>> = {
  ended: 'filesTo',
  'files-in-a-circle': 'filesTo',
  'holds-already': 'role',
  'username-taken': 'username',
  left: 'username',
}

export const sentenceOf = (failure: Failure, language: Language): string => failures[failure.code][language](failure.values as never)
