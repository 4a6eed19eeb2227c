/** Files on their way into the store and out of it: bytes first, then the row that names them. */
import { fileTypeFromBuffer } from 'file-type'
import { Failure } from '#words'
import type { LocalContentStore } from './content-store.ts'
import { type Context, inTransaction, type Reader, type Tx } from './context.ts'

export interface FileGiven {
  /** As the person calls it; only for messages. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Most bytes; 64 MB unless told. */
  readonly limit?: number
}

export interface StoredFile {
  readonly hash: string
  readonly size: number
  /** Media type told by the bytes. */
  readonly type: string
}

const megabyte = 1024 * 1024

/**
 * Stores the bytes, then names them in `content`: in `tx`, or in a transaction of its own. Throws Failure `file-empty` and `file-too-large`.
 * The bytes are safe on disk before the row is written; where the row never commits, a sweep takes them away after a day.
 */
export async function storeFile(ctx: Context, { name, bytes, limit = 64 * megabyte }: FileGiven, tx?: Tx): Promise<StoredFile> {
  if (bytes.byteLength === 0) throw new Failure('file-empty', { name })
  if (bytes.byteLength > limit) throw new Failure('file-too-large', { name, limit: Math.floor((limit / megabyte) * 10) / 10 })
  const file = { hash: await ctx.files.put(bytes), size: bytes.byteLength, type: await typeOf(bytes) }
  const nameIt = (inside: Tx) =>
    inside
      .insertInto('content')
      .values({ ...file, stored_at: ctx.now() })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute()
  await (tx ? nameIt(tx) : inTransaction(ctx, nameIt))
  return file
}

/** What the bytes are, whatever the file is called. */
export async function typeOf(bytes: Uint8Array): Promise<string> {
  const known = await fileTypeFromBuffer(bytes)
  // GB/T 33190: an archive whose entry is OFD.xml.
  if (known?.mime === 'application/zip' && has(bytes, 'OFD.xml')) return 'application/ofd'
  // Files of Word 97 and of WPS are one container; its directory names its streams in UTF-16.
  if (known?.mime === 'application/x-cfb') return compound.find(([stream]) => has(bytes, stream, 'utf16le'))?.[1] ?? known.mime
  if (known) return known.mime
  const text = textOf(bytes)
  if (text === null) return 'application/octet-stream'
  if (/^\s*(<!doctype html|<html[\s>])/i.test(text)) return 'text/html'
  return 'text/plain'
}

const compound: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
]

const has = (bytes: Uint8Array, text: string, encoding: 'latin1' | 'utf16le' = 'latin1'): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding))

/** The beginning as text in UTF-8 or GB 18030; null where it is neither, or holds what no text does. */
function textOf(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 64 * 1024)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // The last character may be cut off.
      const text = new TextDecoder(encoding, { fatal: true }).decode(start, { stream: true })
      if ([...text.slice(0, 4096)].some((character) => character < ' ' && !'\t\n\f\r'.includes(character))) return null
      return text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  return null
}

export interface Sweep {
  /** Files that no row names, taken away. */
  readonly removed: readonly string[]
  /** Half-written files of writes that never ended, taken away. */
  readonly drafts: number
  /** Rows whose file is not there: these bytes are lost, and a backup has them. */
  readonly missing: readonly string[]
}

/** Takes away what no row names and nobody stored since `before`; at least a day ago, so that no open transaction still means to name it. */
export async function sweepOrphans(reader: Reader, files: LocalContentStore, before: Date): Promise<Sweep> {
  const removed: string[] = []
  const there = new Set<string>()
  for await (const { hash, storedAt } of files.list()) {
    there.add(hash)
    if (storedAt >= before) continue
    const row = await reader.selectFrom('content').select('hash').where('hash', '=', hash).executeTakeFirst()
    if (row === undefined && (await files.removeUntouched(hash, before))) removed.push(hash)
  }
  const rows = await reader.selectFrom('content').select('hash').orderBy('hash').execute()
  const missing: string[] = []
  for (const { hash } of rows) if (!there.has(hash) && !(await files.has(hash))) missing.push(hash)
  return { removed, drafts: await files.sweepDrafts(before), missing }
}
