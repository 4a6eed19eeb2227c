/** backup, restore, migrate and doctor, as an operator calls them, on the database in the box. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext, inTransaction, openContentStore, openDatabase, readKey, startPostgres, storeFile } from '#db'
import { record } from '#identity'
import { workshop } from './gongkai.ts'

const { folder, gongkai, close } = workshop()
const before = { data: process.env.GONGKAI_DATA, url: process.env.DATABASE_URL }
const use = (data: string) => {
  process.env.GONGKAI_DATA = join(folder, data)
}

beforeAll(async () => {
  delete process.env.DATABASE_URL
  use('site')
  expect(await gongkai(['migrate'])).toMatchObject({ status: 0 })
  const postgres = await startPostgres(join(folder, 'site'))
  const database = openDatabase(postgres.url)
  const ctx = createContext({
    db: database.kysely,
    files: await openContentStore(join(folder, 'site', 'content')),
    key: await readKey(join(folder, 'site', 'key'), undefined),
  })
  for (let number = 0; number < 5; number++)
    await inTransaction(ctx, async (tx) => {
      const { hash } = await storeFile(ctx, { name: 'a', bytes: Buffer.from(`文件 ${number}`) }, tx)
      await record(tx, ctx, { personId: null, origin: 'cli' }, { kind: 'file.stored', noun: 'file', nounId: hash, detail: {} })
    })
  // While a server holds the folder, the command asks the server's database.
  expect(await gongkai(['backup', 'a.tar', '--with-key'])).toMatchObject({ status: 0 })
  await database.close()
  await postgres.stop()
})
afterAll(() => {
  for (const [name, value] of [
    ['GONGKAI_DATA', before.data],
    ['DATABASE_URL', before.url],
  ] as const)
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  close()
})

test('a backup taken while the server runs is restored elsewhere, proved, and found healthy', async () => {
  use('elsewhere')
  const proved = await gongkai(['restore', 'a.tar', '--dry-run', '--lang', 'en'])
  expect(proved).toMatchObject({ status: 0 })
  expect(proved.stdout).toContain('nothing was restored')
  const restored = await gongkai(['restore', 'a.tar', '--lang', 'en'])
  expect(restored.stdout).toMatch(/event 5 rows[\s\S]*restored 11 rows and 5 files[\s\S]*audit chain of 5 events is whole/)
  expect(restored).toMatchObject({ status: 0 })
  expect(readFileSync(join(folder, 'elsewhere', 'key'))).toEqual(readFileSync(join(folder, 'site', 'key')))

  const examined = await gongkai(['doctor', '--all', '--json'])
  expect(examined).toMatchObject({ status: 0 })
  expect(
    examined
      .objects()
      .filter(({ state }) => state !== 'ok')
      .map(({ check }) => check),
  ).toEqual(['fonts'])

  const again = await gongkai(['restore', 'a.tar'])
  expect(again).toMatchObject({ status: 2 })
  expect(again.stderr).toContain('不是空的')
})

test('doctor finds a damaged file and a chain that was tampered with', async () => {
  use('site')
  const postgres = await startPostgres(join(folder, 'site'))
  const { pool, close: end } = openDatabase(postgres.url)
  const { rows } = await pool.query('select hash from content order by hash limit 1')
  await pool.query(`alter table event disable trigger event_append_only; update event set noun_id = 'x' where seq = 3`)
  await end()
  await postgres.stop()
  const { hash } = rows[0]
  writeFileSync(join(folder, 'site', 'content', hash.slice(0, 2), hash.slice(2, 4), hash), 'damaged')
  const examined = await gongkai(['doctor', '--all', '--json', '--lang', 'en'])
  expect(examined).toMatchObject({ status: 1 })
  expect(examined.objects().filter(({ state }) => state === 'bad')).toMatchObject([
    { check: 'content', values: { damaged: 1, missing: 0, first: hash } },
    { check: 'audit', values: { seq: 3 } },
  ])
})

test.each([
  ['a folder without a database', ['doctor'], { GONGKAI_DATA: 'nowhere' }, 'nowhere'],
  ['an address that is none', ['doctor'], { DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
  ['a server that does not answer', ['migrate'], { DATABASE_URL: 'postgresql://127.0.0.1:1/x' }, 'ECONNREFUSED'],
  ['a backup that is not there', ['restore', 'none.tar'], {}, 'none.tar'],
])('%s: one sentence that says so', async (_what, args, environment, word) => {
  use('site')
  Object.assign(process.env, environment)
  const outcome = await gongkai(args)
  delete process.env.DATABASE_URL
  expect(outcome).toMatchObject({ status: 2, stdout: '' })
  expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(outcome.stderr).toContain(word)
})
