import type { Candidate } from './align.ts'
import type { Token } from './rows.ts'

/** A token that stands for a figure: a number, a nil mark, or a look-alike of a digit. */
export const isFigure = (token: Token): boolean => token.kind === 'number' || token.kind === 'nil' || token.kind === 'odd'

const tail = /^(.*[^\d.,])(\d[\d.]*)$/

/** Digits stuck to the end of a row's label (`规章000`), as a token of their own; null where there are none. */
export function digitsOf(candidate: Candidate): Token | null {
  const label = candidate.labels[candidate.labels.length - 1]
  const match = label && tail.exec(label.text)
  if (!match) return null
  return { text: match[2]!, kind: 'odd', at: { ...label.at, column: (label.at.column ?? 1) + match[1]!.length }, column: label.column }
}

/** The label without digits stuck to it. */
export const withoutDigits = (text: string): string => tail.exec(text)?.[1] ?? text

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
