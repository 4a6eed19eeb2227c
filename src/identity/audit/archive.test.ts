import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Context, inTransaction } from '#db'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { changeSetting } from '../settings/commands.ts'
import { anchorLine, compareAnchors } from './anchor.ts'
import { archiveEvents, monthsBefore, verifyArchive } from './archive.ts'
import { eventsOf } from './queries.ts'
import { record } from './store.ts'
import { verifyChain } from './verify.ts'

const machine = { personId: null, origin: 'cli' } as const
let database: TestDatabase
let ctx: Context
beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
})
afterAll(() => database.close())

const happen = (kind: `${string}.${string}`, detail: Record<string, unknown>) =>
  inTransaction(ctx, (tx) => record(tx, ctx, machine, { kind, noun: 'x', nounId: 'x', detail }))

async function tamper(statement: string): Promise<void> {
  await ctx.db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one)
    await sql.raw(statement).execute(one)
    await sql`set session_replication_role = origin`.execute(one)
  })
}

test('an anchor shows a cut end and a chain written anew', async () => {
  const empty = await anchorLine(ctx)
  await happen('body.added', { one: 1 })
  const line = await anchorLine(ctx)
  await happen('body.changed', { two: 2 })
  const anchors = `${empty}\n${line}\n${await anchorLine(ctx)}\n`
  expect(await compareAnchors(ctx.db, anchors)).toBeNull()
  expect(await compareAnchors(ctx.db, `${line}\nrubbish`)).toEqual({ line: 2, seq: 0, why: 'unreadable' })
  expect(
    await compareAnchors(
      ctx.db,
      line.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
  ).toEqual({ line: 1, seq: 1, why: 'changed' })
  expect(await compareAnchors(ctx.db, line.replace(' 1 ', ' 9 '))).toEqual({ line: 1, seq: 9, why: 'cut' })
})

test('old sign-in details go into a file; the chain holds before and after, the file is proved against it', async () => {
  database.setNow('2025-06-29T12:00:00+08:00')
  for (let index = 0; index < 5; index++) await happen('session.started', { index, agent: '浏览器' })
  await happen('person.changed', { kept: true })
  database.setNow('2025-12-31T12:00:00+08:00')
  await happen('session.started', { index: 'young' })

  expect(await archiveEvents(ctx)).toBe(0)
  await changeSetting(ctx, machine, { key: 'auditMonths', value: 6 })
  expect((await verifyChain(ctx.db)).broken).toBeNull()
  expect(await archiveEvents(ctx)).toBe(5)
  expect(await archiveEvents(ctx)).toBe(0)
  expect(await verifyChain(ctx.db)).toMatchObject({ forgotten: 5, broken: null })

  const [archived] = (await eventsOf(ctx, { kind: 'event.archived' })).items
  const { file, count } = archived!.detail as { file: string; count: number }
  expect(count).toBe(5)
  expect(await verifyArchive(ctx, file)).toEqual({ events: 5, broken: null })
  const { hash, name } = await ctx.db
    .selectFrom('attachment')
    .select(['hash', 'name'])
    .where('noun', '=', 'event')
    .executeTakeFirstOrThrow()
  expect([hash, name]).toEqual([file, 'events-3-7.ndjson.gz'])
  const details = (await eventsOf(ctx, { limit: 50 })).items
    .filter(({ kind }) => kind !== 'event.archived')
    .map(({ kind, detail }) => [kind, detail !== null])
  expect(details.filter(([, kept]) => !kept)).toHaveLength(5)
  expect(details).toContainEqual(['person.changed', true])
  expect(await verifyArchive(ctx, 'f'.repeat(64))).toBeNull()
})

test('a detail that went without an archive still shows', async () => {
  await tamper(`update event set detail = null where kind = 'person.changed'`)
  expect((await verifyChain(ctx.db)).broken).toEqual({ seq: 8, why: 'forgotten' })
  await tamper(`update event set detail = null where kind = 'event.archived'`)
  expect((await verifyChain(ctx.db)).broken!.why).toBe('forgotten')
})

test('an archive does not fit events that were changed or cut off', async () => {
  await tamper(`update event set detail_hash = sha256('x') where seq = 4; delete from event where seq = 5`)
  const { hash } = await ctx.db.selectFrom('attachment').select('hash').where('noun', '=', 'event').executeTakeFirstOrThrow()
  expect((await verifyArchive(ctx, hash))!.broken).toEqual({ seq: 4, why: 'detail' })
  await tamper(`delete from event where seq = 4`)
  expect((await verifyArchive(ctx, hash))!.broken).toEqual({ seq: 4, why: 'missing' })
})

test.each([
  ['2026-08-31', 6, '2026-02-28'],
  ['2026-01-20', 6, '2025-07-20'],
  ['2024-08-30', 6, '2024-02-29'],
  ['2026-03-15', 12, '2025-03-15'],
])('%s less %i months is %s', (now, months, then) => {
  expect(
    monthsBefore(new Date(`${now}T00:00:00Z`), months)
      .toISOString()
      .slice(0, 10),
  ).toBe(then)
})
