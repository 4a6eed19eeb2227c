/** Files by the SHA-256 of their bytes, in a local folder: `ab/cd/abcd….` */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '#words'
import type { ContentStore } from './context.ts'

/** A content store whose files can be listed and taken away; only keeping house and backups do so. */
export interface LocalContentStore extends ContentStore {
  readonly folder: string
  /** Every file with its size in bytes and when it was last stored; half-written ones are none. */
  list(): AsyncGenerator<{ readonly hash: string; readonly size: number; readonly storedAt: Date }>
  /** Leftovers of writes that never ended, older than the day given, are deleted; how many. */
  sweepDrafts(before: Date): Promise<number>
  /** Takes the file away unless it was stored again since `before`; whether it did. */
  removeUntouched(hash: string, before: Date): Promise<boolean>
}

const named = /^[0-9a-f]{64}$/

/** Opens the folder, making it where it is not there. Bytes that `put` has answered survive a loss of power. */
export async function openContentStore(folder: string): Promise<LocalContentStore> {
  const drafts = join(folder, 'drafts')
  await mkdir(drafts, { recursive: true, mode: 0o700 })
  const pathOf = (hash: string): string => {
    if (!named.test(hash)) throw new TypeError(`“${hash}” is no SHA-256 in lower-case hex`)
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }

  return {
    folder,
    async put(bytes) {
      const hash = sha256(bytes)
      const path = pathOf(hash)
      // What is there already may be damaged or cut off: only the same bytes spare the writing.
      const there = await orNull(readFile(path))
      if (there !== null && sha256(there) === hash) {
        // A sweep that takes it away at this moment has either seen the touch, or has moved the file before it.
        if ((await touch(path)) && (await sizeOf(path)) !== null) {
          await syncFolders(path, folder)
          return hash
        }
      }
      const draft = join(drafts, randomUUID())
      try {
        const file = await open(draft, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(draft, path)
      } catch (error) {
        await unlink(draft).catch(() => {})
        throw error
      }
      await syncFolders(path, folder)
      return hash
    },
    async get(hash) {
      const bytes = await orNull(readFile(pathOf(hash)))
      if (bytes !== null && sha256(bytes) !== hash) throw new Failure('content-damaged', { hash })
      return bytes
    },
    async has(hash) {
      return (await sizeOf(pathOf(hash))) !== null
    },
    async *list() {
      for (const first of await shards(folder)) {
        for (const second of await shards(join(folder, first))) {
          for (const hash of (await readdir(join(folder, first, second))).sort()) {
            const there = named.test(hash) ? await orNull(stat(join(folder, first, second, hash))) : null
            if (there?.isFile()) yield { hash, size: there.size, storedAt: there.mtime }
          }
        }
      }
    },
    async sweepDrafts(before) {
      let swept = 0
      for (const name of await readdir(drafts)) {
        const there = await orNull(stat(join(drafts, name)))
        if (there === null || there.mtime >= before) continue
        await unlink(join(drafts, name))
        swept++
      }
      return swept
    },
    async removeUntouched(hash, before) {
      const path = pathOf(hash)
      const aside = join(drafts, randomUUID())
      await rename(path, aside)
      if ((await stat(aside)).mtime < before) {
        await unlink(aside)
        return true
      }
      await rename(aside, path)
      return false
    },
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const shards = async (folder: string): Promise<string[]> => (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()

const sizeOf = async (path: string): Promise<number | null> => (await orNull(stat(path)))?.size ?? null

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A sweep spares what was stored lately: storing it again counts. False where it has just been taken away. */
async function touch(path: string): Promise<boolean> {
  const file = await orNull(open(path, 'r+'))
  if (file === null) return false
  try {
    await file.utimes(new Date(), new Date())
    // Who stored it first may not have come to the end of its own fsync.
    await file.sync()
  } finally {
    await file.close()
  }
  return true
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is safe once the folders that hold it are. Windows has no such call and needs none. */
async function syncFolders(path: string, top: string): Promise<void> {
  if (process.platform === 'win32') return
  for (let folder = dirname(path); folder.length >= top.length; folder = dirname(folder)) await sync(folder)
}
