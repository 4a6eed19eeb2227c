/** The bytes of a file, never more than the reader takes, and never from anything that is not a plain file. */
import { constants, type Stats } from 'node:fs'
import { type FileHandle, lstat, open, stat } from 'node:fs/promises'
import { largestFile } from '#ingest'
import { type Fault, reasonOf } from './files.ts'

export type Bytes = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly fault: Fault }

/** Reads a file. Its kind and size are asked first: opening a pipe would wait for ever, and /dev/zero never ends. */
export async function bytesOf(path: string | Uint8Array): Promise<Bytes> {
  const name = typeof path === 'string' ? path : Buffer.from(path)
  let handle: FileHandle | undefined
  try {
    const refused = refusal(await stat(name))
    if (refused) return refused
    // Not to wait even if a pipe has taken the file's place since.
    handle = await open(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    return await readAll(handle)
  } catch (error) {
    const [reason, detail] = reasonOf(error)
    const dangling = reason === 'no-such-file' && (await isLink(name))
    return unreadable(dangling ? 'dangling-link' : reason, detail)
  } finally {
    await handle?.close()
  }
}

/** Reads standard input to its end, or until it is too much. */
export async function bytesOfStream(stream: NodeJS.ReadableStream): Promise<Bytes> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largestFile) return tooLarge
      chunks.push(chunk)
    }
  } catch (error) {
    return unreadable(...reasonOf(error))
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}

const unreadable = (reason: string, detail = ''): Bytes => ({ ok: false, fault: { code: 'unreadable', values: { reason, detail } } })
const tooLarge: Bytes = { ok: false, fault: { code: 'too-large', values: { limit: largestFile } } }

function refusal(stats: Stats): Bytes | null {
  if (stats.isFIFO() || stats.isSocket()) return unreadable('pipe')
  if (stats.isDirectory()) return unreadable('folder')
  if (!stats.isFile()) return unreadable('device')
  return stats.size > largestFile ? tooLarge : null
}

async function readAll(handle: FileHandle): Promise<Bytes> {
  const before = await handle.stat()
  const refused = refusal(before)
  if (refused) return refused
  // One byte more than it has: a file that grew shows itself. Files of /proc say 0 and have more.
  let buffer = Buffer.allocUnsafe(Math.max(before.size, 4095) + 1)
  let size = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, size, buffer.length - size)
    if (bytesRead === 0) break
    size += bytesRead
    if (size > largestFile) return tooLarge
    if (size === buffer.length) buffer = Buffer.concat([buffer], Math.min(2 * size, largestFile + 1))
  }
  const after = await handle.stat()
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) return unreadable('changed')
  return { ok: true, bytes: buffer.subarray(0, size) }
}

async function isLink(path: string | Buffer): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink()
  } catch {
    return false
  }
}
