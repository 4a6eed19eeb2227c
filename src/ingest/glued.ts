import type { Candidate, Expected } from './align.ts'
import { labelOf, likenessAbove } from './likeness.ts'
import { withoutResults } from './merged.ts'
import type { Token } from './rows.ts'

/** A token that stands for a figure: a number, a nil mark, or a look-alike of a digit. */
export const isFigure = (token: Token): boolean => token.kind === 'number' || token.kind === 'nil' || token.kind === 'odd'

const tail = /^(.*[^\d.,+-])([+-]?\d[\d.,+-]*)$/

/**
 * Parts a row label from the digits stuck to it: `规章000` is a label and a value. Null where nothing is stuck, or the label is
 * none of the expected.
 */
export function unglued(token: Token, expected: readonly Expected[]): readonly [Token, Token] | null {
  const match = tail.exec(token.text)
  if (!match) return null
  const [, label, digits] = match
  const folded = withoutResults(labelOf(label!))
  if (!expected.some((one) => one.names.some((name) => likenessAbove(0.75, folded, name) > 0))) return null
  const at = { ...token.at, column: (token.at.column ?? 1) + label!.length }
  return [
    { ...token, text: label! },
    { text: digits!, kind: 'odd', at, column: gluedColumn },
  ]
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
