/** One file that holds everything: the tables as they stood at one moment, the files they name, and what proves both. */
import { randomUUID } from 'node:crypto'
import { link, open, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type pg from 'pg'
import { Failure } from '#words'
import { openClient } from '../connect.ts'
import type { ContentStore } from '../context.ts'
import { stateOf } from '../migrate.ts'
import { type ArchiveWriter, writeArchive } from './archive.ts'
import { copyOut } from './copy.ts'
import { type BackupManifest, format, manifestName } from './manifest.ts'
import { idOf, qualified, quoted, type Table, tablesOf } from './tables.ts'

export interface BackupOptions {
  readonly url: string
  readonly files: ContentStore
  /** Path of the file to write. */
  readonly to: string
  /** The key of the installation, where it is to be in the backup: whoever has such a file can read what is sealed. */
  readonly key: Uint8Array | null
  readonly force?: boolean
  readonly now: Date
  /** Told of each table and file done, of how many. */
  readonly onProgress?: (done: number, all: number) => void
}

/** Rows are gathered to this many bytes before they are packed. */
const portion = 8 * 1024 * 1024

/**
 * Writes the backup while the server runs: one snapshot of the database, then the files that its rows name. The file appears whole or not at all.
 * Throws Failure `backup-exists`, and those of `migrate`.
 */
export async function backup({ url, files, to, key, force = false, now, onProgress = () => {} }: BackupOptions): Promise<BackupManifest> {
  const client = await openClient(url, { name: 'gongkai backup' })
  const draft = join(dirname(to), `.${basename(to)}.${randomUUID()}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await client.query('begin isolation level repeatable read read only')
    const { pending } = await stateOf(client)
    if (pending.length > 0) throw new Failure('database-behind', { pending: pending.length })
    const archive = writeArchive(file, now)
    const tables = await tablesOf(client)
    const hashes = (await client.query<{ hash: string }>('select hash from content order by hash')).rows.map(({ hash }) => hash)
    const all = tables.length + hashes.length
    const written: BackupManifest['tables'][number][] = []
    for (const table of tables) {
      written.push(await writeTable(client, archive, table))
      onProgress(written.length, all)
    }
    const content = await writeFiles(files, hashes, archive, (done) => onProgress(tables.length + done, all))
    if (key) await archive.add('key', Buffer.from(`${Buffer.from(key).toString('hex')}\n`))
    const manifest: BackupManifest = {
      format,
      takenAt: now.toISOString(),
      migrations: (await client.query('select number, name, hash from migration order by number')).rows,
      server: (await client.query('show server_version')).rows[0].server_version,
      tables: written,
      content,
      head: (await client.query(`select seq, encode(hash, 'hex') as hash from event_head`)).rows[0],
      key: key !== null,
      members: Object.fromEntries(archive.hashes),
    }
    await client.query('commit')
    await archive.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    await archive.end()
    await file.close()
    await place(draft, to, force)
    return manifest
  } catch (error) {
    await file.close()
    await unlink(draft).catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

async function writeTable(client: pg.Client, archive: ArchiveWriter, table: Table): Promise<BackupManifest['tables'][number]> {
  const members: string[] = []
  let rows = 0
  let gathered: Buffer[] = []
  let size = 0
  const pack = async () => {
    const name = `tables/${idOf(table)}/${String(members.length + 1).padStart(5, '0')}.copy.gz`
    await archive.add(name, await promisify(gzip)(Buffer.concat(gathered), { level: 3 }))
    members.push(name)
    gathered = []
    size = 0
  }
  const columns = table.columns.map(quoted).join(', ')
  for await (const chunk of copyOut(client, `copy ${qualified(table)} (${columns}) to stdout`) as AsyncIterable<Buffer>) {
    // A line feed within a value is written \n: each one there is ends a row.
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++
    gathered.push(chunk)
    size += chunk.byteLength
    if (size >= portion) await pack()
  }
  if (size > 0) await pack()
  return { schema: table.schema, name: table.name, columns: table.columns, rows, members }
}

async function writeFiles(files: ContentStore, hashes: readonly string[], archive: ArchiveWriter, onProgress: (done: number) => void) {
  const missing: string[] = []
  let bytes = 0
  for (const [index, hash] of hashes.entries()) {
    const found = await files.get(hash).catch((error) => {
      if (error instanceof Failure && error.code === 'content-damaged') return null
      throw error
    })
    if (found === null) missing.push(hash)
    else {
      await archive.add(`content/${hash}`, found)
      bytes += found.byteLength
    }
    onProgress(index + 1)
  }
  return { files: hashes.length - missing.length, bytes, missing }
}

/** A link, unlike a renaming, never replaces a file that is there. */
async function place(draft: string, to: string, force: boolean): Promise<void> {
  if (force) return rename(draft, to)
  try {
    await link(draft, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Failure('backup-exists', { file: to })
    throw error
  }
  await unlink(draft)
}
