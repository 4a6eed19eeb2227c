/** Small translations that several routes need. */
import { InvalidInput } from './validate.ts'

export const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** A place in a list that is ordered by a number. Throws `InvalidInput` where it is none. */
export function seqOf(after: string | undefined): number | undefined {
  if (after === undefined) return undefined
  if (!/^[0-9]{1,15}$/.test(after)) throw new InvalidInput([{ path: ['after'], what: 'cursor', values: {} }])
  return Number(after)
}
