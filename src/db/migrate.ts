/** Numbered SQL files, run forward once each; the database remembers which, and as what. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Logger, runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { Failure } from '#words'
import { openClient, openDatabase } from './connect.ts'

export interface Migration {
  readonly number: number
  /** As `0001-ground`. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file in hex, line ends as LF. */
  readonly hash: string
}

export interface MigrationState {
  /** Number of the newest applied; 0 for an empty database. */
  readonly at: number
  readonly pending: readonly Migration[]
}

const folder = new URL('./migrations/', import.meta.url)

/** The migrations of this program, in order. */
export const migrations: readonly Migration[] = readdirSync(folder)
  .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
  .sort()
  .map((file, index) => {
    const sql = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')
    const number = Number(file.slice(0, 4))
    if (number !== index + 1) throw new Error(`migrations/${file}: number ${index + 1} is missing or taken twice`)
    return { number, name: file.replace(/\.sql$/, ''), sql, hash: createHash('sha256').update(sql).digest('hex') }
  })

export const newestMigration = migrations.length

/** Names the whole of what `migrate` makes: changes with any file and with the queue's version. */
export const migrationsHash: string = createHash('sha256')
  .update(migrations.map(({ hash }) => hash).join())
  .update(createRequire(import.meta.url)('graphile-worker/package.json').version)
  .digest('hex')

/**
 * Brings the database up to this program's migrations, each in a transaction of its own, and installs the queue's schema. Two at once wait for each other.
 * `dryRun` only tells; `upTo` stops after that number. Throws Failure `database-newer`, `migration-changed`, `database-too-old`, `database-encoding`,
 * `database-not-ours` for one that already holds tables of something else.
 */
export async function migrate(
  url: string,
  { dryRun = false, upTo = newestMigration }: { readonly dryRun?: boolean; readonly upTo?: number } = {},
): Promise<MigrationState> {
  const client = await openClient(url, { name: 'gongkai migrate' })
  try {
    await checkServer(client)
    await checkOurs(client)
    if (dryRun) return await stateOf(client)
    // Held by the session, so that it also covers the queue's own migrations. The number is the project's own.
    await client.query('select pg_advisory_lock(7110020260120)')
    await client.query(`
      create table if not exists migration (
        number integer primary key,
        name text not null unique,
        hash text not null,
        applied_at timestamptz not null default now()
      );
      comment on table migration is 'Which of src/db/migrations were applied, in order, with the hash of the file as it was then.'
    `)
    const state = await stateOf(client)
    for (const migration of state.pending) if (migration.number <= upTo) await apply(client, migration)
    await installQueue(url)
    return state
  } finally {
    await client.end()
  }
}

/** Where the database stands. Throws as `migrate` does where it does not follow from this program's files. */
export async function stateOf(client: pg.Client): Promise<MigrationState> {
  const { rows: there } = await client.query(`select to_regclass('migration') is not null as is_there`)
  if (!there[0].is_there) return { at: 0, pending: migrations }
  const { rows } = await client.query<{ number: number; name: string; hash: string }>(
    'select number, name, hash from migration order by number',
  )
  const at = rows.at(-1)?.number ?? 0
  if (at > newestMigration) throw new Failure('database-newer', { found: at, known: newestMigration })
  for (const { number, name, hash } of rows) {
    if (migrations[number - 1]!.hash !== hash) throw new Failure('migration-changed', { name })
  }
  return { at, pending: migrations.filter(({ number }) => number > at) }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
      current_setting('server_encoding') as encoding`,
  )
  const { version, shown, encoding } = rows[0]
  if (version < 150_000) throw new Failure('database-too-old', { version: shown })
  if (encoding !== 'UTF8') throw new Failure('database-encoding', { encoding })
}

/** Names like `body` and `event` are anybody's, and a demo that was not finished is taken out with its whole schema: we share with nobody. */
async function checkOurs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by (c.relname = 'migration') desc, c.relkind <> 'r', c.relname
    limit 1`)
  const [first] = rows
  if (first === undefined || (first.name === 'migration' && (await isOurMigration(client)))) return
  throw new Failure('database-not-ours', { table: first.name })
}

async function isOurMigration(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ names: string[] }>(
    `select array_agg(attname::text order by attname) as names from pg_attribute where attrelid = to_regclass('migration') and attnum > 0 and not attisdropped`,
  )
  return rows[0]!.names?.join() === 'applied_at,hash,name,number'
}

async function apply(client: pg.Client, { number, name, sql, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (number, name, hash) values ($1, $2, $3)', [number, name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

async function installQueue(url: string): Promise<void> {
  const { pool, close } = openDatabase(url, { name: 'gongkai migrate', connections: 2, statementTimeout: 0 })
  try {
    await runMigrations({ pgPool: pool, taskList: {}, noHandleSignals: true, logger: new Logger(() => () => {}) })
  } finally {
    await close()
  }
}
