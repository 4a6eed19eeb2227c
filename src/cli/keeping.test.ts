/** backup, restore, migrate, doctor and recover, as an operator calls them, on the database in the box. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext, inTransaction, openContentStore, openDatabase, readKey, startPostgres, storeFile } from '#db'
import { firstRun, record, signIn } from '#identity'
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

test('an account that nobody in the desk can open is opened by the operator, and the audit says so', async () => {
  use('recovered')
  expect(await gongkai(['migrate'])).toMatchObject({ status: 0 })
  const folderOf = join(folder, 'recovered')
  const postgres = await startPostgres(folderOf)
  const database = openDatabase(postgres.url)
  const ctx = createContext({
    db: database.kysely,
    files: await openContentStore(join(folderOf, 'content')),
    key: await readKey(join(folderOf, 'key'), undefined),
  })
  await firstRun(ctx, {
    region: { code: '999901', name: '青溪县', shortName: '青溪' },
    government: { name: '青溪县人民政府', slug: 'qingxi', level: 'county' },
    office: { name: '青溪县人民政府办公室', slug: 'qingxi-office' },
    administrator: { name: '系统', username: 'system', password: 'Qingxi-2026-ok' },
    securityAdmin: { name: '安全', username: 'security' },
    auditAdmin: { name: '审计', username: 'audit' },
  })
  const trial = (password: string) => signIn(ctx, { username: 'security', password, address: '192.0.2.1', agent: 'a browser' })
  for (let count = 0; count < 6; count++) await expect(trial('wrong')).rejects.toMatchObject({ code: 'sign-in-refused' })
  await ctx.db
    .updateTable('account')
    .set({ totp_secret: 'sealed with a key that is lost', totp_confirmed_at: ctx.now() })
    .where('username', '=', 'security')
    .execute()

  expect((await gongkai(['recover', 'nobody', '--lang', 'en'])).status).toBe(2)
  const recovered = await gongkai(['recover', 'security', '--json'])
  expect(recovered).toMatchObject({ status: 0 })
  const [{ oneTimePassword }] = recovered.objects() as [{ oneTimePassword: string }]
  expect((await trial(oneTimePassword)).session.stage).toBe('password-change')
  const kinds = (await ctx.db.selectFrom('event').select(['kind', 'origin']).where('origin', '=', 'cli').execute()).map(({ kind }) => kind)
  expect(kinds).toEqual(['account.totp-reset', 'account.reset'])
  await database.close()
  await postgres.stop()
})
