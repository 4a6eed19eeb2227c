/** Reads the cells of one row of a ledger, keeping what is wrong with them and what was taken in a way that somebody has to confirm. */
import type { Language } from '#report'
import { type LedgerColumn, ledgerColumns } from '#words'
import type { LedgerRow, LedgerTable, Remark } from './columns.ts'
import { dayIn, saysNone, saysYes } from './names.ts'

export interface Cells {
  readonly row: number
  readonly language: Language
  readonly errors: Remark[]
  readonly doubts: Remark[]
  /** What has no day of its own and is kept as a note. */
  readonly notes: string[]
  has(column: LedgerColumn): boolean
  fault(column: LedgerColumn, code: string, values?: Remark['values']): null
  doubt(column: LedgerColumn, code: string, values?: Remark['values']): void
  /** The text as it stands, tidied; too long is an error. */
  text(column: LedgerColumn, most?: number): string
  /** The same; empty where the cell says that there is nothing. */
  some(column: LedgerColumn, most?: number): string
  /** A number that must keep every digit, which a number of a spreadsheet may not. */
  digits(column: LedgerColumn): string
  /** The one day of a cell; null where it says that there is none. */
  day(column: LedgerColumn): string | null
  /** A day that somebody gave for the column; up to today, or any. */
  dayOf(column: LedgerColumn, given: string): string | null
  dayToCome(column: LedgerColumn, given: string): string | null
  /** Days parted by semicolons. A cell that says only that it happened is a note of a case that is over, and an error of one whose clock goes on. */
  days(column: LedgerColumn, isOpen: boolean): readonly string[]
}

export function cellsOf({ row, values }: LedgerRow, headers: LedgerTable['headers'], language: Language, today: string): Cells {
  const errors: Remark[] = []
  const doubts: Remark[] = []
  const notes: string[] = []
  const nameOf = (column: LedgerColumn): string => headers[column] ?? ledgerColumns[column][language]
  const fault = (column: LedgerColumn, code: string, given: Remark['values'] = {}): null => {
    errors.push({ row, column: nameOf(column), code, values: given })
    return null
  }
  const text = (column: LedgerColumn, most = 2000): string => {
    const found = (values[column]?.text ?? '')
      .replaceAll(/[^\P{C}\n]/gu, ' ')
      .replaceAll('\u3000', ' ')
      .trim()
    if ([...found].length > most) fault(column, 'length', { most })
    return found
  }
  const dayToCome = (column: LedgerColumn, given: string): string | null => dayIn(given) ?? fault(column, 'day', { given })
  const dayOf = (column: LedgerColumn, given: string): string | null => {
    const day = dayToCome(column, given)
    return day !== null && day > today ? fault(column, 'not-to-come', { given: day, today }) : day
  }
  const some = (column: LedgerColumn, most?: number): string => {
    const found = text(column, most)
    return saysNone(found) ? '' : found
  }
  return {
    row,
    language,
    errors,
    doubts,
    notes,
    has: (column) => headers[column] !== undefined,
    fault,
    doubt: (column, code, given = {}) => {
      doubts.push({ row, column: nameOf(column), code, values: given })
    },
    text,
    some,
    dayOf,
    dayToCome,
    digits(column) {
      const found = some(column, 100)
      // A mobile number of 11 digits, or a short one, is exact as a number too.
      if (values[column]?.isNumber && !/^1\d{10}$|^\d{1,8}$/.test(found)) fault(column, 'as-text', { given: found })
      return found
    },
    day(column) {
      const found = some(column)
      return found === '' ? null : dayOf(column, found)
    },
    days(column, isOpen) {
      const found = some(column)
      if (saysYes(found)) {
        if (isOpen) fault(column, 'needs-day', { given: found })
        else {
          doubts.push({ row, column: nameOf(column), code: 'kept-as-note', values: { given: `${nameOf(column)}：${found}` } })
          notes.push(`${nameOf(column)}：${found}`)
        }
        return []
      }
      return found
        .split(/[;；、\n]/)
        .filter((part) => part.trim() !== '')
        .flatMap((part) => dayOf(column, part) ?? [])
    },
  }
}
