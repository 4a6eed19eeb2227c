/**
 * The encoding that the chain is computed over (docs/audit.md), so that anybody can check it with other tools.
 *
 * detail_hash = SHA-256 of the canonical JSON of the detail: keys sorted by UTF-16 code units at every depth, no white space, UTF-8.
 * hash = SHA-256 of the JSON array [previous_hash, seq, at, actor_id, on_behalf_of, body_id, origin, kind, noun, noun_id, detail_hash]
 * in that order, no white space, UTF-8; hashes in lower-case hex, `at` as YYYY-MM-DDTHH:MM:SS.mmmZ, absent ids null.
 */
import { createHash } from 'node:crypto'

export interface HashedColumns {
  readonly seq: number
  /** UTC with milliseconds, as Date.toISOString gives it. */
  readonly at: string
  readonly actorId: string | null
  readonly onBehalfOf: string | null
  readonly bodyId: string | null
  readonly origin: string
  readonly kind: string
  readonly noun: string
  readonly nounId: string
}

/** The hash of an event, 32 bytes. */
export function eventHash(previous: Uint8Array, columns: HashedColumns, detailHash: Uint8Array): Buffer {
  const { seq, at, actorId, onBehalfOf, bodyId, origin, kind, noun, nounId } = columns
  return sha256(JSON.stringify([hex(previous), seq, at, actorId, onBehalfOf, bodyId, origin, kind, noun, nounId, hex(detailHash)]))
}

/** The hash of a detail, 32 bytes. */
export function detailHash(detail: unknown): Buffer {
  return sha256(canonicalJson(detail))
}

/** JSON with the keys of every object sorted, so that what jsonb gives back hashes as what was put in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isPlain(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}

/**
 * The value as jsonb will give it back: what JSON drops is dropped, and characters that PostgreSQL cannot keep
 * (U+0000, halves of surrogate pairs) become U+FFFD.
 */
export function storable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) => {
    if (typeof inner === 'string') return storableText(inner)
    if (!isPlain(inner)) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [storableText(key), one]))
  })
}

export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD')
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** What stands before the first event. */
export const beginning: Buffer = Buffer.alloc(32)

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
