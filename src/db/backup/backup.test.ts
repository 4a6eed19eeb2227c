import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { storeFile } from '../content.ts'
import { openContentStore } from '../content-store.ts'
import { inTransaction } from '../context.ts'
import { enqueue } from '../enqueue.ts'
import { backup } from './backup.ts'
import { openBackup } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'))
const file = join(folder, 'whole.tar')
const now = new Date('2026-01-20T01:00:00Z')
let from: TestDatabase
let into: TestDatabase

/** Everything that COPY must escape, and what text of a day and of JSON may hold. */
const awkward = '制表\t换行\n反斜线\\ \\N \\. 引号"\' 🈳 〇𠮷'

beforeAll(async () => {
  from = await testDatabase()
  const { ctx } = from
  const region = ctx.newId()
  await inTransaction(ctx, async (tx) => {
    await tx.insertInto('region').values({ id: region, parent_id: null, code: '330100', name: awkward, short_name: '' }).execute()
    // More rows than one portion holds, each pointing to the one before.
    let previous: string | null = null
    for (let number = 0; number < 40; number++) {
      const id = ctx.newId()
      await tx
        .insertInto('body')
        .values({
          id,
          slug: `body-${number}`,
          region_id: region,
          kind: 'town',
          level: 'town',
          files_to: previous,
          established_on: '1949-10-01',
          address: `${awkward}${'字'.repeat(100_000)}`,
        })
        .execute()
      previous = id
    }
    await tx
      .insertInto('rest_notice')
      .values({
        year: 2027,
        title: '',
        number: '',
        issued_on: '2026-11-01',
        source: '',
        off: ['2027-01-01', '2027-02-08'],
        made_up: [],
        loaded_at: ctx.now(),
        loaded_by: null,
      })
      .execute()
    await tx
      .insertInto('setting')
      .values({ scope: 'system', key: 'a', value: JSON.stringify({ awkward, no: null }), changed_at: ctx.now() })
      .execute()
    await enqueue(tx, { task: 'recompute', payload: { awkward } })
  })
  await storeFile(ctx, { name: '一.txt', bytes: Buffer.from(awkward) })
  await storeFile(ctx, { name: '二.bin', bytes: Buffer.alloc(3_000_000, 7) })
})
afterAll(async () => {
  await from.close()
  await into?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function contentsOf({ pool }: TestDatabase): Promise<unknown> {
  const { rows } = await pool.query(`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE' and table_name not in ('migration', 'migrations') order by 1`)
  const all: Record<string, unknown> = {}
  for (const { name } of rows) all[name] = (await pool.query(`select t::text as row from ${name} t order by 1`)).rows.map(({ row }) => row)
  return all
}

test('what was backed up is what is restored, row by row and byte by byte', async () => {
  const { ctx, url } = from
  const manifest = await backup({ url, files: ctx.files, to: file, key: Buffer.alloc(32, 5), now })
  expect(manifest.content).toMatchObject({ files: 2, missing: [] })
  expect(manifest.tables.find(({ name }) => name === 'body')).toMatchObject({ rows: 40, members: { length: 2 } })

  into = await testDatabase()
  const files = await openContentStore(join(folder, 'content'))
  const opened = await openBackup(file)
  expect(opened.key).toEqual(Buffer.alloc(32, 5))
  await opened.restore({ url: into.url, files })
  expect(await contentsOf(into)).toEqual(await contentsOf(from))
  for (const { hash } of await from.ctx.db.selectFrom('content').select('hash').execute()) expect(await files.get(hash)).not.toBeNull()
  // The queue's own counter goes on behind what came over.
  await inTransaction(into.ctx, (tx) => enqueue(tx, { task: 'recompute', payload: {} }))

  await expect(opened.restore({ url: into.url, files })).rejects.toMatchObject({ code: 'restore-not-empty' })
  await opened.close()
})

test('a second backup does not overwrite the first unless told', async () => {
  const { ctx, url } = from
  await expect(backup({ url, files: ctx.files, to: file, key: null, now })).rejects.toMatchObject({ code: 'backup-exists' })
  const manifest = await backup({ url, files: ctx.files, to: file, key: null, now, force: true })
  expect(manifest.key).toBe(false)
})

test('a file that lies damaged in the store is told, and the rest is backed up', async () => {
  const other = await openContentStore(join(folder, 'other'))
  const to = join(folder, 'gap.tar')
  const manifest = await backup({ url: from.url, files: other, to, key: null, now })
  expect(manifest.content).toMatchObject({ files: 0, missing: { length: 2 } })
})

test('one that was cut off, changed, or is something else is refused', async () => {
  const whole = readFileSync(file)
  for (const [name, damage] of [
    ['cut', () => truncateSync(join(folder, 'cut'), whole.byteLength - 2048)],
    ['half', () => truncateSync(join(folder, 'half'), Math.floor(whole.byteLength / 2))],
    [
      'flipped',
      () => writeFileSync(join(folder, 'flipped'), Buffer.from(whole.map((byte, index) => (index === 3_000_000 ? byte ^ 1 : byte)))),
    ],
    ['other', () => writeFileSync(join(folder, 'other.txt'), 'not a backup')],
  ] as const) {
    const path = join(folder, name === 'other' ? 'other.txt' : name)
    if (name !== 'other') copyFileSync(file, path)
    damage()
    await expect(openBackup(path), name).rejects.toMatchObject({ code: 'backup-damaged' })
  }
})
