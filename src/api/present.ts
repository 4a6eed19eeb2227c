/** Small translations that several routes need. */
import type { ImportResult } from '#identity'
import { InvalidInput } from './validate.ts'

export const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** A place in a list that is ordered by a number. Throws `InvalidInput` where it is none. */
export function seqOf(after: string | undefined): number | undefined {
  if (after === undefined) return undefined
  if (!/^[0-9]{1,15}$/.test(after)) throw new InvalidInput([{ path: ['after'], what: 'cursor', values: {} }])
  return Number(after)
}

/** A page of a list that is short enough to be read whole; `after` is the id of the last row seen, so that what is added before it moves nothing. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { after, limit = 50 }: { readonly after?: string; readonly limit?: number },
): { items: Row[]; next: string | null } {
  const seen = after === undefined ? -1 : rows.findIndex(({ id }) => id === after)
  if (after !== undefined && seen === -1) throw new InvalidInput([{ path: ['after'], what: 'cursor', values: {} }])
  const items = rows.slice(seen + 1, seen + 1 + limit)
  return { items, next: seen + 1 + limit < rows.length ? items.at(-1)!.id : null }
}

export const presentImport = ({ rows, adds, changes, errors }: ImportResult, dryRun = false) => ({
  dryRun,
  rows,
  adds,
  changes,
  errors: [...errors],
})
