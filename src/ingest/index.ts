/** From bytes to reports: detect → read → locate → figures → repair. Reading never throws on content. */
import type { Report } from '#report'
import type { FailureCode } from './failure.ts'

export { Failure, type FailureCode, failureCodes } from './failure.ts'
export type { Block, Cell, Grid, Line, Table } from './grid.ts'

export type Read =
  | { readonly ok: true; readonly reports: readonly Report[] }
  | { readonly ok: false; readonly error: { readonly code: FailureCode; readonly values: Readonly<Record<string, string | number>> } }

/** Largest file read, in bytes. */
export const largestFile = 64 * 1024 * 1024

/** Reads every report in a file. `name` helps only to tell formats that look alike; content decides. */
export async function read(_bytes: Uint8Array, _name: string): Promise<Read> {
  return { ok: false, error: { code: 'unsupported-format', values: {} } }
}
