/** Looks an installation over: what holds, what should be watched, what is wrong. Changes nothing. */
import { stat, statfs } from 'node:fs/promises'
import type pg from 'pg'
import { Failure } from '#words'
import { openClient } from './connect.ts'
import type { LocalContentStore } from './content-store.ts'
import { migrations, stateOf } from './migrate.ts'
import type { DatabaseSettings } from './settings.ts'

export interface Diagnosis {
  readonly check: 'server' | 'encoding' | 'migrations' | 'content' | 'orphans' | 'jobs' | 'disk' | 'clock' | 'key' | 'audit' | 'fonts'
  readonly state: 'ok' | 'warn' | 'bad'
  /** Which sentence of words/db.ts tells it. */
  readonly say: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface Examined {
  readonly url: string
  readonly settings: DatabaseSettings
  readonly files: LocalContentStore
  /** Reads and hashes every stored file; else a sample of 200. */
  readonly all: boolean
  readonly now: Date
  readonly onProgress?: (done: number, all: number) => void
}

const sample = 200
const gigabyte = 1024 ** 3

/** What stands on tables is left out where the migrations are not current. */
export async function examine(examined: Examined): Promise<Diagnosis[]> {
  const client = await openClient(examined.url, { name: 'gongkai doctor' })
  try {
    const schema = await migrationsCurrent(client)
    return [
      ...(await server(client)),
      schema,
      ...(schema.state === 'ok' ? [...(await content(client, examined)), await jobs(client)] : []),
      await disk(examined.settings),
      await clock(client, examined.now),
      await key(examined.settings),
    ]
  } finally {
    await client.end()
  }
}

async function server(client: pg.Client): Promise<Diagnosis[]> {
  const { rows } = await client.query(`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
      (select datctype from pg_database where datname = current_database()) as characters, 'é' ~ '\\w' as knows_letters`)
  const { version, number, encoding, fsync, checksums, characters, knows_letters } = rows[0]
  return [
    number < 150_000
      ? { check: 'server', state: 'bad', say: 'serverOld', values: { version } }
      : fsync !== 'on'
        ? { check: 'server', state: 'bad', say: 'fsyncOff', values: { version } }
        : checksums !== 'on'
          ? { check: 'server', state: 'warn', say: 'noChecksums', values: { version } }
          : { check: 'server', state: 'ok', say: 'server', values: { version } },
    encoding !== 'UTF8'
      ? { check: 'encoding', state: 'bad', say: 'notUtf8', values: { encoding } }
      : knows_letters
        ? { check: 'encoding', state: 'ok', say: 'encoding', values: { encoding, characters } }
        : { check: 'encoding', state: 'warn', say: 'onlyAscii', values: { characters } },
  ]
}

async function migrationsCurrent(client: pg.Client): Promise<Diagnosis> {
  try {
    const { at, pending } = await stateOf(client)
    return pending.length === 0
      ? { check: 'migrations', state: 'ok', say: 'migrations', values: { at } }
      : { check: 'migrations', state: 'bad', say: 'pending', values: { at, pending: pending.length, newest: migrations.length } }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.code === 'database-newer') return { check: 'migrations', state: 'bad', say: 'newer', values: error.values }
    return { check: 'migrations', state: 'bad', say: 'changed', values: error.values }
  }
}

async function content(client: pg.Client, { files, all, now, onProgress = () => {} }: Examined): Promise<Diagnosis[]> {
  const { rows } = await client.query<{ hash: string; size: number }>('select hash, size from content order by hash')
  // Spread over the whole, the same in each call.
  const step = all ? 1 : Math.max(1, Math.ceil(rows.length / sample))
  const missing: string[] = []
  const damaged: string[] = []
  let read = 0
  for (const [index, { hash, size }] of rows.entries()) {
    if (!(await files.has(hash))) missing.push(hash)
    else if (index % step === 0) {
      read++
      const bytes = await files.get(hash).catch((error) => {
        if (error instanceof Failure && error.code === 'content-damaged') return null
        throw error
      })
      if (bytes?.byteLength !== size) damaged.push(hash)
    }
    onProgress(index + 1, rows.length)
  }
  const named = new Set(rows.map(({ hash }) => hash))
  const dayAgo = now.getTime() - 24 * 3600 * 1000
  let orphans = 0
  for await (const { hash, storedAt } of files.list()) if (!named.has(hash) && storedAt.getTime() < dayAgo) orphans++
  const lost = [...missing, ...damaged]
  return [
    lost.length > 0
      ? {
          check: 'content',
          state: 'bad',
          say: 'contentLost',
          values: { missing: missing.length, damaged: damaged.length, first: lost[0]! },
        }
      : { check: 'content', state: 'ok', say: read < rows.length ? 'contentSample' : 'content', values: { files: rows.length, read } },
    orphans > 0
      ? { check: 'orphans', state: 'warn', say: 'orphans', values: { orphans } }
      : { check: 'orphans', state: 'ok', say: 'noOrphans', values: {} },
  ]
}

async function jobs(client: pg.Client): Promise<Diagnosis> {
  const { rows } = await client.query(`
    select count(*) filter (where attempts >= max_attempts) as failed, count(*) filter (where attempts < max_attempts) as waiting
    from graphile_worker._private_jobs`)
  const { failed, waiting } = rows[0]
  return failed > 0
    ? { check: 'jobs', state: 'warn', say: 'jobsFailed', values: { failed, waiting } }
    : { check: 'jobs', state: 'ok', say: 'jobs', values: { waiting } }
}

async function disk({ dataFolder }: DatabaseSettings): Promise<Diagnosis> {
  const { bavail, bsize } = await statfs(dataFolder)
  const free = bavail * bsize
  const values = { free: Math.round((free / gigabyte) * 10) / 10, folder: dataFolder }
  if (free < gigabyte / 2) return { check: 'disk', state: 'bad', say: 'diskFull', values }
  return free < 5 * gigabyte
    ? { check: 'disk', state: 'warn', say: 'diskLow', values }
    : { check: 'disk', state: 'ok', say: 'disk', values }
}

/** Events, sessions and codes of sign-in go by the clock. */
async function clock(client: pg.Client, now: Date): Promise<Diagnosis> {
  const began = performance.now()
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  const ours = now.getTime() + (performance.now() - began)
  const apart = Math.round(Math.abs(rows[0]!.now.getTime() - ours) / 1000)
  if (apart > 30) return { check: 'clock', state: 'bad', say: 'clocksApart', values: { seconds: apart } }
  return { check: 'clock', state: 'ok', say: 'clock', values: { now: now.toISOString() } }
}

async function key({ key: given, keyFile }: DatabaseSettings): Promise<Diagnosis> {
  if (given !== undefined) return { check: 'key', state: 'ok', say: 'keyGiven', values: {} }
  const there = await stat(keyFile).catch(() => null)
  if (there === null) return { check: 'key', state: 'bad', say: 'noKey', values: { file: keyFile } }
  if (process.platform !== 'win32' && (there.mode & 0o077) !== 0)
    return { check: 'key', state: 'bad', say: 'keyOpen', values: { file: keyFile } }
  return { check: 'key', state: 'ok', say: 'key', values: { file: keyFile } }
}
