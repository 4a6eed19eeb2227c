/** Numbers of requests, the codes that go with them, and what a list is searched by. */
import type { Context, Tx } from '#db'
import { settingOf, today } from '#identity'
import { nextSerial } from './store.ts'

/** No letter or figure that looks like another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B. */
export const codeAlphabet = '34679ACDEFGHJKMNPQRTUVWXY'
export const codeLength = 8

/** A query code, each character drawn evenly. */
export function newCode(ctx: Context): string {
  const most = 256 - (256 % codeAlphabet.length)
  let code = ''
  while (code.length < codeLength)
    for (const byte of ctx.randomBytes(codeLength * 2))
      if (byte < most && code.length < codeLength) code += codeAlphabet[byte % codeAlphabet.length]
  return code
}

/** A code as people type it: small letters, spaces and hyphens make no difference. */
export const tidyCode = (given: string): string => given.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
/** A number as people type it. */
export const tidyNumber = (given: string): string => given.normalize('NFKC').trim()

/** What is kept of a code: worth nothing without the key of the installation. */
export const codeDigest = (ctx: Context, number: string, code: string): string => ctx.digest(`${tidyNumber(number)}:${tidyCode(code)}`)

/** The number of a new request: the body's pattern, filled from a series without gaps. The series is locked until the transaction ends. */
export async function nextNumber(tx: Tx, ctx: Context, bodyId: string): Promise<string> {
  const pattern = await settingOf(tx, 'requestNumber', bodyId)
  const year = Number(today(ctx).slice(0, 4))
  // Where the pattern names no year, the count never begins again: else last year's numbers would come back.
  const serial = await nextSerial(tx, bodyId, 'request', pattern.includes('{年}') ? year : 0)
  const word = pattern.includes('{字}') ? await settingOf(tx, 'letterWord', bodyId) : ''
  return tidyNumber(fillPattern(pattern, { year, serial, word }))
}

/** `{年}-{号:4}` of 2026 and 7 is `2026-0007`. */
export function fillPattern(pattern: string, { year, serial, word }: { year: number; serial: number; word: string }): string {
  return pattern
    .replaceAll('{年}', String(year))
    .replaceAll('{字}', word)
    .replaceAll(/\{号(?::(\d))?\}/g, (_, width?: string) => String(serial).padStart(Number(width ?? 1), '0'))
}

/** Pairs of characters that stand side by side in any of the texts, each once; white space parts words. */
export function bigramsOf(...texts: readonly string[]): string[] {
  const found = new Set<string>()
  for (const text of texts)
    for (const word of text.normalize('NFKC').toLowerCase().split(/\s+/)) {
      const characters = [...word]
      for (let at = 0; at + 1 < characters.length; at++) found.add(characters[at]! + characters[at + 1]!)
    }
  return [...found]
}

/** How alike two texts are by their pairs of characters: 0 nothing in common, 1 the same pairs (Dice). */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const pairs = new Set(other)
  return (2 * one.filter((pair) => pairs.has(pair)).length) / (one.length + other.length)
}
