/**
 * One PostgreSQL for each project of a run, started when its first test asks for a database: the one in the box, of version 18 or, in the
 * project of that name or with GONGKAI_TEST_POSTGRES, 15; or the server that DATABASE_URL names. Test files run in processes of their own and ask over a local port.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { migrate, startPostgres } from '#db'
import { openClient, siblingOf } from '../src/db/connect.ts'
import { migrationsHash } from '../src/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresPort: number
    /** Major version of the server that is started; null where DATABASE_URL names one. */
    postgresMajor: 15 | 18 | null
  }
}

export interface TestServer {
  /** A database of the server that may create others. */
  readonly url: string
  /** A migrated database nobody is connected to. */
  readonly template: string
}

export default async function setup({ provide, name }: TestProject): Promise<() => Promise<void>> {
  const major = name === 'postgres-15' || process.env.GONGKAI_TEST_POSTGRES === '15' ? 15 : 18
  provide('postgresMajor', process.env.DATABASE_URL ? null : major)
  let started: Promise<TestServer & { stop(): Promise<void> }> | null = null
  const door = createServer((socket) => {
    started ??= start(major)
    started.then(
      ({ url, template }) => socket.end(JSON.stringify({ url, template })),
      (error) => socket.end(JSON.stringify({ error: String(error?.stack ?? error) })),
    )
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => door.once('listening', resolve))
  provide('postgresPort', (door.address() as AddressInfo).port)
  return async () => {
    door.close()
    await (await started?.catch(() => null))?.stop()
  }
}

/** Asks for the server from a test file. */
export async function askServer(port: number): Promise<TestServer> {
  const answer = JSON.parse(await text(createConnection({ host: '127.0.0.1', port }))) as TestServer | { error: string }
  if ('error' in answer) throw new Error(answer.error)
  return answer
}

async function start(major: 15 | 18): Promise<TestServer & { stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, template: await makeTemplate(given), stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
  const postgres = await startPostgres(folder, { major })
  return {
    url: postgres.url,
    template: await makeTemplate(postgres.url),
    async stop() {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Named by what the migrations are, so that a server of one's own keeps it from run to run. */
async function makeTemplate(url: string): Promise<string> {
  const name = `gongkai_template_${migrationsHash.slice(0, 16)}`
  const client = await openClient(url)
  try {
    // Two runs may share a server; the second waits until the first has made it.
    await client.query('select pg_advisory_lock(7110020260121)')
    const { rows } = await client.query('select datistemplate from pg_database where datname = $1', [name])
    if (rows[0]?.datistemplate) return name
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template template0 encoding 'UTF8'`)
    await migrate(siblingOf(url, name))
    await client.query(`alter database ${name} with is_template true allow_connections false`)
    return name
  } finally {
    await client.end()
  }
}
