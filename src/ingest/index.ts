/** From bytes to reports: detect → read → rows → locate → figures → repair. Reading never throws on content. */
import type { Report } from '#report'
import { type Assembled, assemble } from './assemble.ts'
import { detect, type Format } from './detect.ts'
import { decode } from './encoding.ts'
import { Failure, type FailureCode } from './failure.ts'
import type { Grid } from './grid.ts'
import { isWebsiteReport } from './head.ts'
import { partsOf } from './parts.ts'
import { readDocx } from './readers/docx.ts'
import { readHtml } from './readers/html.ts'
import { readJson } from './readers/json.ts'
import { readText } from './readers/text.ts'
import { readXlsx } from './readers/xlsx.ts'
import { rowsOf } from './rows.ts'

export { Failure, type FailureCode, failureCodes } from './failure.ts'
export type { Block, Cell, Grid, Line, Table } from './grid.ts'
export { largestFile } from './limits.ts'

export type Read =
  | { readonly ok: true; readonly reports: readonly Report[] }
  | { readonly ok: false; readonly error: { readonly code: FailureCode; readonly values: Readonly<Record<string, string | number>> } }

const readers: Readonly<Record<Format, (bytes: Uint8Array) => readonly Report[] | Promise<readonly Report[]>>> = {
  text: (bytes) => reportsIn(readText(decode(bytes))),
  html: (bytes) => reportsIn(readHtml(bytes)),
  docx: (bytes) => reportsIn(readDocx(bytes)),
  xlsx: (bytes) => reportsIn(readXlsx(bytes)),
  json: readJson,
}

/**
 * Reads every report in a file of at most `largestFile` bytes. Content decides the format; `name` only breaks ties.
 * Never throws on content: what a file cannot give comes back as a code of `failureCodes`.
 */
export async function read(bytes: Uint8Array, name: string): Promise<Read> {
  try {
    return { ok: true, reports: await readers[detect(bytes, name)](bytes) }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, error: { code: error.code, values: error.values } }
    throw error
  }
}

/** Every report of a grid; a Failure where it holds none. */
export function reportsIn(grid: Grid): Report[] {
  const rows = rowsOf(grid)
  const parts = partsOf(rows).map(([from, to]) => assemble(grid, rows, from, to))
  const reports = parts.filter(isReport)
  if (reports.length > 0) {
    const older = reports.find(({ report, tables }) => tables === 0 && report.year !== null && report.year < 2019)
    if (older && reports.length === 1) throw new Failure('older-form', { year: older.report.year! })
    return reports.map(({ report }) => report)
  }
  if (isWebsiteReport(grid, parts[0]?.report.title ?? null)) throw new Failure('website-report')
  throw new Failure('not-a-report')
}

/** It is a report if it is titled as one, or at least two of the six headings stand, or a statutory table does. */
const isReport = ({ report, headings, tables }: Assembled): boolean => report.title !== null || headings >= 2 || tables >= 1
