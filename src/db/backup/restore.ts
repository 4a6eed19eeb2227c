/** Puts a backup into an empty database and an empty store, and proves that everything came over. */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type pg from 'pg'
import { Failure } from '#words'
import { openClient } from '../connect.ts'
import type { ContentStore } from '../context.ts'
import { migrate, migrations, newestMigration } from '../migrate.ts'
import { bytesOf, type Member, membersOf, openArchive } from './archive.ts'
import { copyIn } from './copy.ts'
import { type BackupManifest, format, manifestName } from './manifest.ts'
import { beginsWith, idOf, qualified, quoted, tablesOf } from './tables.ts'

export interface OpenBackup {
  readonly manifest: BackupManifest
  /** The key of the installation that is in it; null where none is. */
  readonly key: Buffer | null
  restore(options: RestoreOptions): Promise<void>
  close(): Promise<void>
}

export interface RestoreOptions {
  readonly url: string
  readonly files: ContentStore
  readonly onProgress?: (done: number, all: number) => void
}

/** Opens a backup and proves every member against its hash. Throws Failure `backup-damaged`, `backup-newer`, `migration-changed`. */
export async function openBackup(path: string, onProgress: (done: number, all: number) => void = () => {}): Promise<OpenBackup> {
  const file = await openArchive(path)
  try {
    const members = new Map((await membersOf(file, path)).map((member) => [member.name, member]))
    const manifest = await manifestOf(file, members, path)
    let done = 0
    for (const [name, hash] of Object.entries(manifest.members)) {
      const member = members.get(name)
      const found =
        member &&
        createHash('sha256')
          .update(await bytesOf(file, member))
          .digest('hex')
      if (found !== hash) throw new Failure('backup-damaged', { file: path, where: name })
      onProgress(++done, members.size - 1)
    }
    const bytes = (name: string) => bytesOf(file, members.get(name)!)
    return {
      manifest,
      key: manifest.key ? Buffer.from((await bytes('key')).toString().trim(), 'hex') : null,
      restore: (options) => restore(manifest, bytes, options),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function manifestOf(file: FileHandle, members: ReadonlyMap<string, Member>, path: string): Promise<BackupManifest> {
  const member = members.get(manifestName)
  if (member === undefined) throw new Failure('backup-damaged', { file: path, where: manifestName })
  const manifest = JSON.parse((await bytesOf(file, member)).toString()) as BackupManifest
  const newest = manifest.migrations.at(-1)?.number ?? 0
  if (manifest.format > format || newest > newestMigration) throw new Failure('backup-newer', { found: newest, known: newestMigration })
  for (const { number, name, hash } of manifest.migrations)
    if (migrations[number - 1]!.hash !== hash) throw new Failure('migration-changed', { name })
  return manifest
}

/** All rows come in one transaction: where anything does not agree, the database stays empty. */
async function restore(
  manifest: BackupManifest,
  bytes: (name: string) => Promise<Buffer>,
  { url, files, onProgress = () => {} }: RestoreOptions,
): Promise<void> {
  const at = manifest.migrations.at(-1)?.number ?? 0
  // A database without tables gets those of the backup; later migrations then find what they expect.
  await migrate(url, { upTo: at })
  const client = await openClient(url, { name: 'gongkai restore' })
  try {
    await client.query('begin')
    const { rows } = await client.query<{ at: number }>('select max(number) as at from migration')
    if (rows[0]!.at !== at) throw new Failure('restore-ahead', { found: rows[0]!.at, at })
    await empty(client)
    const contents = Object.keys(manifest.members).filter((name) => name.startsWith('content/'))
    const all = contents.length + manifest.tables.length
    let done = 0
    // Files first: no row may name what is not there.
    for (const name of contents) {
      const hash = await files.put(await bytes(name))
      if (`content/${hash}` !== name) throw new Failure('backup-damaged', { file: name, where: hash })
      onProgress(++done, all)
    }
    for (const table of manifest.tables) {
      await client.query(`delete from ${qualified(table)}`)
      const columns = table.columns.map(quoted).join(', ')
      await copyIn(client, `copy ${qualified(table)} (${columns}) from stdin`, unpacked(table.members, bytes))
      const count = Number((await client.query(`select count(*) as count from ${qualified(table)}`)).rows[0].count)
      if (count !== table.rows) throw new Failure('restore-differs', { table: idOf(table), expected: table.rows, found: count })
      onProgress(++done, all)
    }
    await setSequences(client)
    // Those who held a job are gone; the queue gives it out again.
    await client.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null`)
    await client.query(`update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
  await migrate(url)
}

async function empty(client: pg.Client): Promise<void> {
  for (const table of await tablesOf(client)) {
    const id = idOf(table)
    const { rows } = await client.query(`select count(*) as count from ${qualified(table)}`)
    const count = Number(rows[0].count)
    // The queue remembers names of tasks and timetables; these are no one's data.
    if (table.schema === 'public' && count > (beginsWith[id] ?? 0)) throw new Failure('restore-not-empty', { table: id, count })
  }
  const { rows } = await client.query('select seq from event_head')
  if (rows.length > 0 && rows[0].seq !== 0) throw new Failure('restore-not-empty', { table: 'public.event_head', count: rows[0].seq })
  const jobs = Number((await client.query('select count(*) as count from graphile_worker._private_jobs')).rows[0].count)
  if (jobs > 0) throw new Failure('restore-not-empty', { table: 'graphile_worker._private_jobs', count: jobs })
}

async function* unpacked(members: readonly string[], bytes: (name: string) => Promise<Buffer>): AsyncGenerator<Buffer> {
  for (const name of members) {
    const rows = await promisify(gunzip)(await bytes(name))
    for (let at = 0; at < rows.byteLength; at += 65_536) yield rows.subarray(at, at + 65_536)
  }
}

/** Counters go on after the highest number that came over. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string; column: string; sequence: string }>(`
    select n.nspname as schema, c.relname as name, a.attname as column, pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) is not null
  `)
  for (const { schema, name, column, sequence } of rows)
    await client.query(
      `select setval('${sequence}', coalesce((select max(${quoted(column)}) from ${qualified({ schema, name })}), 0) + 1, false)`,
    )
}
