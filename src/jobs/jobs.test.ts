import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, unlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { challengeAt, openChallenge, performChallenge } from '#casework'
import { enqueue, inTransaction, type LocalContentStore } from '#db'
import { type Actor, compareAnchors, eventsOf, notificationsOf, type Role } from '#identity'
import { Failure } from '#words'
import { testDatabase } from '../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../tests/small-office.ts'
import { type Job, type Jobs, type JobsOptions, jobBoard, nextRun, schedule, startJobs, type Task, task, tasks } from './index.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let running: Jobs[] = []
let office: SmallOffice | undefined

beforeAll(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  // What a test that failed still holds would keep the server from stopping.
  for (const letGo of holding.splice(0)) letGo()
  await Promise.all(running.map((jobs) => jobs.stop()))
  running = []
  await sql`truncate graphile_worker._private_jobs`.execute(database.ctx.db)
})
afterAll(() => database.close())

/** Lets go what tests hold. */
const holding: (() => void)[] = []

/** Tasks that leave a trace, and the trace. `held` runs until it is let go, however late a busy machine looks at it. */
function tracing() {
  const done: string[] = []
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  holding.push(() => letGo())
  let failures = 0
  const note = (name: string, size: Task['size'], run: (text: string) => Promise<void> | void = () => {}) =>
    task({
      name,
      size,
      payload: Type.Object({ text: Type.String() }),
      run: async (_ctx, { text }) => {
        await run(text)
        done.push(text)
      },
    })
  return {
    done,
    letGo,
    tasks: [
      note('note', 'small'),
      note('slow', 'large', () => sleep(1500)),
      note('held', 'large', () => gone),
      note('fails-at-first', 'small', () => {
        if (failures++ === 0) throw new Error('the printer has no paper')
      }),
    ],
  }
}

async function start(options: Partial<JobsOptions>): Promise<void> {
  running.push(
    await startJobs(database.ctx, {
      url: database.url,
      timetable: false,
      report: () => {},
      concurrency: { small: 2, large: 1 },
      ...options,
    }),
  )
}

/** The store behind a test's context. */
const files = () => database.ctx.files as LocalContentStore

const ask = (taskName: string, text: string) => inTransaction(database.ctx, (tx) => enqueue(tx, { task: taskName, payload: { text } }))

async function until(holds: () => boolean | Promise<boolean>, milliseconds = 60_000): Promise<void> {
  const end = Date.now() + milliseconds
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come about in time')
    await sleep(20)
  }
}

const actor = (role: Role): Actor => ({
  personId: '019bd9d2-5c00-7a34-b1c0-3f6d2a915e07',
  name: '沈知遥',
  language: 'zh-CN',
  posts: [{ id: '019bd9d2-5c00-7a34-b1c0-3f6d2a915e08', bodyId: 'x', bodySlug: 'x', role, step: null, sectionId: null, onBehalfOf: null }],
  sessionId: null,
  origin: '10.0.0.7',
})

const onlyJob = async (): Promise<Job> => {
  const { items } = await jobBoard(database.ctx).list({ limit: 10 })
  expect(items).toHaveLength(1)
  return items[0]!
}

test('a job asked for in a transaction runs once it commits', async () => {
  const { done, tasks: own } = tracing()
  await start({ tasks: own })
  await ask('note', 'committed')
  await until(() => done.includes('committed'))
  expect(done).toEqual(['committed'])
})

test('a job asked for in a transaction that rolls back never runs', async () => {
  const { done, tasks: own } = tracing()
  await start({ tasks: own })
  await expect(
    inTransaction(database.ctx, async (tx) => {
      await enqueue(tx, { task: 'note', payload: { text: 'rolled back' } })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  await ask('note', 'after it')
  await until(() => done.includes('after it'))
  expect(done).toEqual(['after it'])
})

test('large jobs do not hold up small ones', async () => {
  const { done, tasks: own } = tracing()
  await start({ tasks: own })
  for (const text of ['large 1', 'large 2', 'large 3']) await ask('slow', text)
  await sleep(300)
  for (let count = 0; count < 20; count++) await ask('note', `small ${count}`)
  await until(() => done.filter((text) => text.startsWith('small')).length === 20)
  expect(done.filter((text) => text.startsWith('large')).length).toBeLessThan(3)
})

test('a job that fails is seen with its error and its next try, and is done when tried again', async () => {
  const { done, tasks: own } = tracing()
  await start({ tasks: own })
  await ask('fails-at-first', 'printed')
  await until(async () => (await onlyJob()).state === 'failed')
  const failed = await onlyJob()
  expect(failed).toMatchObject({ task: 'fails-at-first', attempts: 1, lastError: 'the printer has no paper' })
  expect(failed.nextTryAt!.getTime()).toBeGreaterThan(Date.now())

  const { items: waiting } = await jobBoard(database.ctx).list({ state: 'waiting', limit: 10 })
  expect(waiting).toEqual([])
  expect(await jobBoard(database.ctx).retry(actor('system-admin'), failed.id)).toMatchObject({ state: 'waiting', attempts: 0 })
  await until(() => done.includes('printed'))
  const { items: events } = await eventsOf(database.ctx, { kind: 'job.retried' })
  expect(events.map(({ nounId, detail }) => [nounId, detail?.lastError])).toEqual([[failed.id, 'the printer has no paper']])
})

test('a payload of the wrong shape fails the job with what is wrong', async () => {
  const { tasks: own } = tracing()
  await start({ tasks: own })
  await inTransaction(database.ctx, (tx) => enqueue(tx, { task: 'note', payload: { text: 7 } }))
  await until(async () => (await onlyJob()).state === 'failed')
  expect((await onlyJob()).lastError).toBe('payload of note: /text must be string')
})

test('a job can be dropped by those who may, and that is recorded', async () => {
  await ask('note', 'never')
  const { id } = await onlyJob()
  const board = jobBoard(database.ctx)
  await expect(board.drop(actor('drafter'), id)).rejects.toMatchObject({ code: 'not-allowed' })
  await board.drop(actor('system-admin'), id)
  expect((await board.list({ limit: 10 })).items).toEqual([])
  await expect(board.drop(actor('system-admin'), id)).rejects.toMatchObject({ code: 'not-found' })
  const { items: events } = await eventsOf(database.ctx, { kind: 'job.dropped' })
  expect(events.map(({ nounId }) => nounId)).toEqual([id])
})

test('a job that runs can be neither retried nor dropped', async () => {
  const { done, letGo, tasks: own } = tracing()
  await start({ tasks: own })
  await ask('held', 'under way')
  await until(async () => (await onlyJob()).state === 'running')
  const { id } = await onlyJob()
  await expect(jobBoard(database.ctx).retry(actor('system-admin'), id)).rejects.toBeInstanceOf(Failure)
  await expect(jobBoard(database.ctx).drop(actor('system-admin'), id)).rejects.toMatchObject({ code: 'conflict' })
  letGo()
  await until(() => done.includes('under way'))
})

test('the list goes on where it stopped while jobs are added', async () => {
  for (let count = 0; count < 5; count++) await ask('note', String(count))
  const board = jobBoard(database.ctx)
  const first = await board.list({ limit: 2 })
  await ask('note', 'added between')
  const second = await board.list({ limit: 2, after: first.next! })
  const third = await board.list({ limit: 2, after: second.next! })
  const ids = [...first.items, ...second.items, ...third.items].map(({ id }) => Number(id))
  expect(ids).toHaveLength(5)
  expect(ids).toEqual([...ids].sort((a, b) => b - a))
  expect(third.next).toBeNull()
})

test('stopping waits for the job that runs', async () => {
  const { done, tasks: own } = tracing()
  await start({ tasks: own })
  await ask('slow', 'finished first')
  await until(async () => (await onlyJob()).state === 'running')
  await running.pop()!.stop()
  expect(done).toEqual(['finished first'])
  expect((await jobBoard(database.ctx).list({ limit: 10 })).items).toEqual([])
})

describe('when something breaks', () => {
  test('the job of a killed server is taken up by the next at once', async () => {
    await ask('note', 'survives')
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/hanging-job.ts', database.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect((await onlyJob()).state).toBe('running')
    child.kill('SIGKILL')
    await once(child, 'exit')

    const { done, tasks: own } = tracing()
    await start({ tasks: own })
    await until(() => done.includes('survives'))
  })

  test('a second server leaves alone what the first is doing', async () => {
    const { done, letGo, tasks: own } = tracing()
    await start({ tasks: own })
    await ask('held', 'of the first')
    await until(async () => (await onlyJob()).state === 'running')
    await start({ tasks: own })
    await sleep(700)
    expect(await onlyJob()).toMatchObject({ state: 'running', attempts: 1 })
    letGo()
    await until(() => done.length > 0)
    await sleep(300)
    expect(done).toEqual(['of the first'])
  })

  test('connections that are lost end nothing: what is asked for later is done', async () => {
    const { done, letGo, tasks: own } = tracing()
    await start({ tasks: own })
    await ask('note', 'before')
    await until(() => done.includes('before'))
    // Done is said inside the job, a moment before its row is gone.
    await until(async () => (await jobBoard(database.ctx).list({ limit: 10 })).items.length === 0)
    await ask('held', 'cut off')
    await until(async () => (await onlyJob()).state === 'running')
    const lost = await sql<{ count: number }>`
      select count(pg_terminate_backend(pid)) as count from pg_stat_activity
      where application_name = 'gongkai jobs' and datname = current_database()
    `.execute(database.ctx.db)
    expect(lost.rows[0]!.count).toBeGreaterThan(1)
    await ask('note', 'after')
    letGo()
    await until(() => done.includes('after') && done.includes('cut off'), 30_000)
  })
})

describe('the timetable', () => {
  test('names tasks that exist and need no payload', () => {
    for (const { task: name } of schedule) {
      const found = tasks.find((one) => one.name === name)
      expect(found, name).toBeDefined()
      expect((found!.payload as { required?: string[] }).required ?? [], name).toEqual([])
    }
  })

  test('goes by the hours of China', () => {
    const at = (text: string) => nextRun({ task: 'x', hour: 2, minute: 15 }, new Date(text)).toISOString()
    expect(at('2026-01-20T01:00:00+08:00')).toBe('2026-01-19T18:15:00.000Z')
    expect(at('2026-01-20T02:15:00+08:00')).toBe('2026-01-20T18:15:00.000Z')
    expect(nextRun({ task: 'x', minute: 7 }, new Date('2026-01-20T01:07:30+08:00')).toISOString()).toBe('2026-01-19T18:07:00.000Z')
  })

  test('is shown with what ran last', async () => {
    await start({ timetable: true })
    await until(async () => (await jobBoard(database.ctx).schedule()).length === schedule.length)
    const [first] = await jobBoard(database.ctx).schedule()
    expect(first!.cron).toBe('7 * * * *')
    expect(first!.nextRunAt!.getTime()).toBeGreaterThan(Date.now())
  })
})

describe('the tasks', () => {
  const run = (name: string, payload: Record<string, unknown> = {}) =>
    tasks.find((one) => one.name === name)!.run(database.ctx, payload, { personId: null, origin: `job ${name}` })

  const keep = async (text: string, days: number, isNamed: boolean): Promise<string> => {
    const bytes = new TextEncoder().encode(text)
    const hash = await files().put(bytes)
    const at = new Date(Date.now() - days * 24 * 3600 * 1000)
    await utimes(join(files().folder, hash.slice(0, 2), hash.slice(2, 4), hash), at, at)
    if (isNamed)
      await database.ctx.db.insertInto('content').values({ hash, size: bytes.length, type: 'text/plain', stored_at: at }).execute()
    return hash
  }

  test('sweep away files that nothing names, a day after they came', async () => {
    const [named, young, forgotten] = [await keep('named', 30, true), await keep('young', 0, false), await keep('forgotten', 2, false)]
    await run('sweep-orphans')
    expect(await Promise.all([named, young, forgotten].map((hash) => files().has(hash)))).toEqual([true, true, false])
  })

  test('note the end of the chain where the database does not reach, and a rewritten chain does not agree with it', async () => {
    await run('anchor-audit')
    await run('anchor-audit')
    const noted = await readFile(join(files().folder, 'anchors'), 'utf8')
    expect(noted.trim().split('\n').length).toBe(2)
    expect(await compareAnchors(database.ctx.db, noted)).toBeNull()
    expect(await compareAnchors(database.ctx.db, noted.replace(/[0-9a-f]{64}\n$/, `${'0'.repeat(64)}\n`))).toMatchObject({
      line: 2,
      why: 'changed',
    })
  })

  test('check by night what is kept, and fail where a file is gone or the chain is broken', async () => {
    await run('nightly-check')
    const hash = await keep('soon gone', 1, true)
    await unlink(join(files().folder, hash.slice(0, 2), hash.slice(2, 4), hash))
    await expect(run('nightly-check')).rejects.toThrow('1 files that rows of content name are not in the store')
    await files().put(new TextEncoder().encode('soon gone'))
    await run('nightly-check')
    await sql`alter table event disable trigger event_append_only`.execute(database.ctx.db)
    await sql`update event set kind = 'job.forged' where seq = 1`.execute(database.ctx.db)
    await expect(run('nightly-check')).rejects.toThrow('does not hold at 1: changed')
  })

  test('end sessions and compute clocks, also where there is nothing to do', async () => {
    await run('expire-sessions')
    await run('recompute-deadlines', { because: 'rest-notice 2027' })
    await run('recompute-deadlines')
  })

  test('delete forms that nobody finished once they expire, and no others', async () => {
    const { ctx, setNow } = database
    setNow('2026-01-20T09:00:00+08:00')
    office ??= await smallOffice(ctx)
    const bodyId = office.bureau
    const row = (digest: string, expires: string) => ({
      token_digest: digest,
      body_id: bodyId,
      data: ctx.seal('{}'),
      started_at: ctx.now(),
      changed_at: ctx.now(),
      expires_at: new Date(expires),
    })
    const many = Array.from({ length: 600 }, (_, at) => row(`old-${at}`, '2026-01-20T08:59:00+08:00'))
    await ctx.db
      .insertInto('intake_draft')
      .values([...many, row('young', '2026-01-20T09:01:00+08:00')])
      .execute()
    await run('expire-intake-drafts')
    expect(await ctx.db.selectFrom('intake_draft').select('token_digest').execute()).toEqual([{ token_digest: 'young' }])
  })

  test('remind on mornings that are worked, and on no other', async () => {
    const { ctx, setNow } = database
    office ??= await smallOffice(ctx)
    const clerk = await office.actor(await office.person('经办', office.bureau, 'drafter'))
    setNow('2025-12-29T09:00:00+08:00')
    const { id } = await openChallenge(ctx, clerk, {
      bodyId: office.bureau,
      kind: 'reconsideration',
      organ: '青石县人民政府',
      requestIds: [],
      filedOn: '2025-12-24',
    })
    const told = async () => (await notificationsOf(ctx, clerk)).items.filter(({ kind }) => kind === 'limit.near')
    await performChallenge(ctx, clerk, id, 'receive-copy', { on: '2025-12-29', procedure: 'simple' })
    const silent = await openChallenge(ctx, clerk, {
      bodyId: office.bureau,
      kind: 'reconsideration',
      organ: '青石县人民政府',
      requestIds: [],
      filedOn: '2025-12-24',
    })
    // New Year: nobody is at their desk; on the Sunday that is worked two working days are left.
    setNow('2026-01-02T08:10:00+08:00')
    await run('remind')
    expect(await told()).toEqual([])
    expect((await challengeAt(ctx, clerk, silent.id)).state).toBe('filed')
    setNow('2026-01-04T08:10:00+08:00')
    await run('remind')
    await run('remind')
    expect((await told()).map(({ values, link }) => [values.left, values.dueOn, link])).toEqual([[2, '2026-01-06', `/challenges/${id}`]])
    expect((await challengeAt(ctx, clerk, silent.id)).folded.stages[0]).toMatchObject({ acceptedOn: '2025-12-31', isDeemed: true })
    setNow('2026-01-05T08:10:00+08:00')
    await run('remind')
    setNow('2026-01-06T08:10:00+08:00')
    await run('remind')
    expect((await told()).map(({ values }) => values.left)).toEqual([0, 1, 2])
    await performChallenge(ctx, clerk, id, 'answer', {})
    setNow('2026-01-07T08:10:00+08:00')
    await run('remind')
    expect(await told()).toHaveLength(3)
    setNow('2026-01-20T09:00:00+08:00')
  })
})
