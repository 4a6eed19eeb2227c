/** A database of its own for a test file, cloned from the migrated template; its clock stands where the test puts it. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Context, createContext, type OpenDatabase, openContentStore, openDatabase } from '#db'
import { openClient, siblingOf } from '../src/db/connect.ts'
import { askServer } from './postgres.ts'

export interface TestDatabase {
  readonly ctx: Context
  readonly url: string
  readonly pool: OpenDatabase['pool']
  /** Puts the clock of `ctx` to an instant; text as `2026-01-20T09:00:00+08:00`. */
  setNow(instant: string | Date): void
  /** Closes the connections and drops the database. */
  close(): Promise<void>
}

/** The caller closes it. `connections` is the most the context uses at once. */
export async function testDatabase({ connections = 10 }: { readonly connections?: number } = {}): Promise<TestDatabase> {
  const server = await askServer(inject('postgresPort'))
  const name = `gongkai_test_${randomBytes(8).toString('hex')}`
  await asAdministrator(server.url, `create database ${name} template ${server.template}`)
  const url = siblingOf(server.url, name)
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  const { kysely, pool, close } = openDatabase(url, { name: 'gongkai tests', connections })
  let now = new Date('2026-01-20T09:00:00+08:00')
  const ctx = createContext({
    db: kysely,
    files: await openContentStore(folder),
    key: randomBytes(32),
    anchorFile: join(folder, 'anchors'),
    now: () => now,
  })
  return {
    ctx,
    url,
    pool,
    setNow(instant) {
      now = new Date(instant)
    },
    async close() {
      await close()
      await asAdministrator(server.url, `drop database ${name} with (force)`)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = await openClient(url)
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
