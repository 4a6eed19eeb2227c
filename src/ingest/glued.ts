import type { Candidate, Expected } from './align.ts'
import { labelOf, likenessAbove } from './likeness.ts'
import type { Token } from './rows.ts'

/** A token that stands for a figure: a number, a nil mark, or a look-alike of a digit. */
export const isFigure = (token: Token): boolean => token.kind === 'number' || token.kind === 'nil' || token.kind === 'odd'

const tail = /^(.*[^\d.,+-])([+-]?\d[\d.,+-]*)$/

/**
 * Takes digits off the row label they are stuck to (`规章000`), as the row's only value; a candidate with figures of its own, or
 * whose label is none of the expected, is left as it is.
 */
export function unglued(candidate: Candidate, expected: readonly Expected[]): Candidate {
  if (candidate.values.some(isFigure)) return candidate
  const last = candidate.labels[candidate.labels.length - 1]
  const match = last && tail.exec(last.text)
  if (!match) return candidate
  const [, label, digits] = match
  const folded = labelOf(label!)
  if (!expected.some((one) => one.names.some((name) => likenessAbove(0.75, folded, name) > 0))) return candidate
  const at = { ...last.at, column: (last.at.column ?? 1) + label!.length }
  return {
    ...candidate,
    labels: [...candidate.labels.slice(0, -1), { ...last, text: label! }],
    values: [{ text: digits!, kind: 'odd', at, column: gluedColumn }],
  }
}

const gluedColumn = -9

/** Whether the candidate's only value is digits taken off its label. */
export const isGlued = (candidate: Candidate): boolean => candidate.values.length === 1 && candidate.values[0]!.column === gluedColumn

/** Every way to cut digits into `parts` numbers without leading zeros, at most 512 of them. */
export function partitions(digits: string, parts: number): string[][] {
  if (digits.length > 40 || digits.includes('.')) return []
  const found: string[][] = []
  const walk = (from: number, left: number, taken: string[]): void => {
    if (found.length >= 512) return
    if (left === 1) {
      const rest = digits.slice(from)
      if (rest.length > 0 && rest.length <= 9 && !(rest.length > 1 && rest[0] === '0')) found.push([...taken, rest])
      return
    }
    const longest = digits[from] === '0' ? 1 : Math.min(9, digits.length - from - (left - 1))
    for (let size = 1; size <= longest; size++) walk(from + size, left - 1, [...taken, digits.slice(from, from + size)])
  }
  if (digits.length >= parts) walk(0, parts, [])
  return found
}
