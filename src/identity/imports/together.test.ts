import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Context, inTransaction, type Tx } from '#db'
import { verifyChain } from '#identity'
import { county, machine, staff } from '../../../tests/county.ts'
import { testDatabase } from '../../../tests/database.ts'
import { record } from '../audit/store.ts'
import { changeBody } from '../bodies/commands.ts'
import { lockBody } from '../bodies/store.ts'
import type { Actor } from '../model.ts'
import { changePerson } from '../people/commands.ts'
import { lockPersons } from '../posts/store.ts'
import { addSection } from '../sections/commands.ts'
import { importBodies } from './bodies.ts'
import { importPeople } from './people.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let ctx: Context
let system: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  system = (await county(ctx)).system
})
afterAll(() => database.close())

/** Something done by somebody else while we are in the middle of ours: `mine` begins, `theirs` starts and comes to wait or ends, and we record an event. */
async function inTheMiddle(mine: (tx: Tx) => Promise<unknown>, theirs: () => Promise<unknown>): Promise<unknown[]> {
  let other: Promise<unknown> = Promise.resolve()
  const own = inTransaction(ctx, async (tx) => {
    await mine(tx)
    other = theirs()
    other.catch(() => undefined)
    await Promise.race([other.catch(() => undefined), somebodyWaits()])
    await record(tx, ctx, machine, { kind: 'body.looked-at', noun: 'body', nounId: 'x' })
  })
  return Promise.all([own, own.then(() => other)])
}

async function somebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await database.pool.query(`select 1 from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and not l.granted
      union all select 1 from pg_locks where locktype = 'transactionid' and not granted`)
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('nobody came to wait')
}

const bytes = (text: string) => new TextEncoder().encode(text)

test('an import does not hold the record while it waits for a person whom another changes', async () => {
  const first = await staff(ctx, '先来', 'xianlai', { body: 'finance', role: 'drafter' })
  await staff(ctx, '后到', 'houdao', { body: 'finance', role: 'drafter' })
  const file = bytes('姓名,用户名,电话\n后到,houdao,0990-1\n先来,xianlai,0990-2')
  const [, imported] = await inTheMiddle(
    (tx) => lockPersons(tx, [first.personId]),
    () => importPeople(ctx, system, file),
  )
  expect(imported).toMatchObject({ changes: 2, imported: true })
})

test('whoever changes a body does not hold up posts given there', async () => {
  const file = bytes('姓名,用户名,单位,岗位\n新人,xinren,finance,经办人')
  const [, imported] = await inTheMiddle(
    (tx) => lockBody(tx, 'finance'),
    () => importPeople(ctx, system, file),
  )
  expect(imported).toMatchObject({ adds: 1, imported: true })
})

test('imports and single acts on the same bodies and people wait for one another and all succeed', async () => {
  const clerks = await Promise.all([1, 2, 3, 4].map((n) => staff(ctx, `职员${n}`, `clerk${n}`, { body: 'finance', role: 'drafter' })))
  const people = (round: number) =>
    new TextEncoder().encode(['姓名,用户名,电话', ...clerks.map((_, n) => `职员${n + 1},clerk${n + 1},0990-100${round}${n}`)].join('\n'))
  const bodies = (round: number) =>
    new TextEncoder().encode(
      `网址代号,全称,办公时间\neducation,青溪县教育局,${round} 时\nfinance,青溪县财政局,${round} 时\nbaisha,白沙镇人民政府,${round} 时`,
    )
  const acts: Promise<unknown>[] = []
  for (let round = 0; round < 5; round++) {
    acts.push(importPeople(ctx, system, people(round)))
    acts.push(importBodies(ctx, system, bodies(round)))
    for (const clerk of [...clerks].reverse()) acts.push(changePerson(ctx, system, clerk.personId, { email: `r${round}@example.cn` }))
    for (const slug of ['baisha', 'finance', 'education']) {
      acts.push(changeBody(ctx, system, slug, { court: `第 ${round} 法院` }))
      acts.push(addSection(ctx, system, slug, { name: `第 ${round} 股` }))
    }
  }
  const failed = (await Promise.allSettled(acts)).filter((act) => act.status === 'rejected')
  expect(failed).toEqual([])
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})
