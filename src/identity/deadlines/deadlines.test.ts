import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dueDate } from '#calendar'
import type { Context } from '#db'
import { becauseText, Failure, type FailureCode, notificationText } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { verifyChain } from '../audit/verify.ts'
import { workCalendar } from '../holidays/calendar.ts'
import { loadRestNotice, type NewRestNotice, proposeLocalDay, withdrawLocalDay } from '../holidays/commands.ts'
import { calendarYear, calendarYears, localDaysOf } from '../holidays/queries.ts'
import type { Actor } from '../model.ts'
import { notificationsOf, readNotifications } from '../notifications/commands.ts'
import { decide } from '../sign-offs/commands.ts'
import { signOffAt } from '../sign-offs/queries.ts'
import { addTask, doTask } from '../tasks/commands.ts'
import { tasksOf } from '../tasks/queries.ts'
import { changeDeadline, closeDeadline, keepDeadline, recomputeDeadlines } from './commands.ts'
import { deadlineAt, deadlinesOf, recomputationsOf } from './queries.ts'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let drafter: Actor
let officer: Actor
let systemAdmin: Actor
let leader: Actor
let officeLeader: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  drafter = await office.actor(await office.person('经办', office.bureau, 'drafter'))
  officer = await office.actor(await office.person('负责人', office.bureau, 'disclosure-officer'))
  leader = await office.actor(await office.person('局长', office.bureau, 'leader'))
  systemAdmin = await office.actor(await office.person('系统', office.office, 'system-admin'))
  officeLeader = await office.actor(await office.person('主任', office.office, 'leader'))
})
afterAll(() => database.close())

async function code(work: Promise<unknown>): Promise<FailureCode | 'none'> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

const keep = (title: string, receivedOn: string, change: Partial<Parameters<typeof keepDeadline>[2]> = {}) =>
  keepDeadline(ctx, drafter, { title, bodyId: office.bureau, receivedOn, ...change })
const taskOf = async (id: string, actor: Actor = drafter) => (await tasksOf(ctx, actor)).find(({ nounId }) => nounId === id)

describe('a clock kept', () => {
  test('ends where the calendar says, with its reasons, and has a task in step with it', async () => {
    const kept = await keep('申请 1', '2025-12-29', { personId: drafter.personId })
    const expected = dueDate(await workCalendar(ctx.db, office.regionId), { received: '2025-12-29', events: [] })
    expect([kept.dueOn, kept.dueStatus, kept.extendedDueOn, kept.result]).toEqual([expected.due, 'final', expected.extendedDue, expected])
    expect(kept.ruler.some(({ isLast }) => isLast)).toBe(true)
    expect(await taskOf(kept.id)).toMatchObject({
      title: '申请 1',
      dueOn: kept.dueOn,
      dueStatus: 'final',
      daysLeft: kept.daysLeft,
      lamp: kept.lamp,
      ruler: kept.ruler,
    })
    expect(await code(doTask(ctx, drafter, (await taskOf(kept.id))!.id))).toBe('task-done-elsewhere')

    const asked = await changeDeadline(ctx, drafter, kept.id, {
      events: [{ kind: 'correction-asked', date: '2025-12-31' }],
      title: '申请 1 号',
    })
    expect([asked.dueOn, asked.lamp, asked.title]).toEqual([null, 'stopped', '申请 1 号'])
    expect(await taskOf(kept.id)).toMatchObject({ title: '申请 1 号', dueOn: null, lamp: 'stopped' })
    await closeDeadline(ctx, officer, kept.id)
    expect(await taskOf(kept.id)).toBeUndefined()
    expect(await code(closeDeadline(ctx, officer, kept.id))).toBe('clock-closed')
    expect((await deadlinesOf(ctx, drafter, { closed: true })).items.map(({ id }) => id)).toEqual([kept.id])
  })

  test.each<[string, () => Promise<unknown>, FailureCode]>([
    ['of a day to come', () => keep('x', '2026-01-21'), 'received-tomorrow'],
    ['of no day', () => keep('x', '2025-02-30'), 'wrong-field'],
    ['without a title', () => keep(' ', '2026-01-05'), 'wrong-field'],
    [
      'of events that make no sense',
      () => keep('x', '2026-01-05', { events: [{ kind: 'corrected', date: '2026-01-06' }] }),
      'wrong-deadline',
    ],
    ['at another body', () => keep('x', '2026-01-05', { bodyId: office.station }), 'not-allowed'],
    [
      'at no body',
      () => keepDeadline(ctx, { personId: null, origin: 'cli' }, { title: 'x', bodyId: ctx.newId(), receivedOn: '2026-01-05' }),
      'wrong-field',
    ],
  ])('is refused %s', async (_, work, expected) => expect(await code(work())).toBe(expected))

  test('of one thing runs once', async () => {
    const about = { noun: 'request', nounId: 'r1' }
    const kept = await keep('申请 r1', '2026-01-05', { about })
    expect(await code(keep('申请 r1', '2026-01-05', { about }))).toBe('clock-kept-already')
    await closeDeadline(ctx, drafter, kept.id)
    expect(await code(keep('申请 r1', '2026-01-05', { about }))).toBe('none')
  })

  test('is seen by its body and the office above, in the order of its last day, page by page', async () => {
    const higher = await office.actor(await office.person('县办', office.office, 'higher-office'))
    const stranger = await office.actor(await office.person('站员', office.station, 'drafter'))
    const kept = await keep('给县办看的', '2026-01-12')
    expect((await deadlineAt(ctx, higher, kept.id)).title).toBe('给县办看的')
    expect(await code(deadlineAt(ctx, stranger, kept.id))).toBe('not-allowed')
    expect((await deadlinesOf(ctx, stranger)).items).toEqual([])
    const all = (await deadlinesOf(ctx, higher)).items
    expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort())
    const first = await deadlinesOf(ctx, higher, { limit: 1 })
    const rest = await deadlinesOf(ctx, higher, { after: first.next! })
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  })
})

describe('tasks', () => {
  test('stand in the order of what presses, with their lamps', async () => {
    const clerk = await office.actor(await office.person('忙人', office.station, 'drafter'))
    const give = (title: string, dueOn: string | null, role: 'drafter' | null = null) =>
      ctx.db
        .transaction()
        .execute((tx) =>
          addTask(tx, ctx, {
            kind: 'to-do',
            noun: 'to-do',
            nounId: title,
            title,
            bodyId: office.station,
            personId: role ? null : clerk.personId,
            role,
            dueOn,
          }),
        )
    await give('没有期限', null)
    await give('以后', '2026-01-27', 'drafter')
    await give('三日内', '2026-01-23')
    await give('四日', '2026-01-26')
    await give('今天', '2026-01-20')
    await give('昨天', '2026-01-19')
    const tasks = await tasksOf(ctx, clerk)
    expect(tasks.map(({ title, lamp, daysLeft }) => [title, lamp, daysLeft])).toEqual([
      ['昨天', 'overdue', -1],
      ['今天', 'today', 0],
      ['三日内', 'soon', 3],
      ['四日', 'fine', 4],
      ['以后', 'fine', 5],
      ['没有期限', 'none', null],
    ])
    await doTask(ctx, clerk, tasks.find(({ title }) => title === '以后')!.id)
    expect(await code(doTask(ctx, clerk, tasks.find(({ title }) => title === '以后')!.id))).toBe('task-done')
    expect(await code(doTask(ctx, drafter, tasks[0]!.id))).toBe('not-allowed')
    const deputy = await office.person('代班', office.station, 'proofreader')
    await office.delegate(clerk.personId, deputy, office.station)
    expect(await tasksOf(ctx, await office.actor(deputy, { for: clerk.personId }))).toHaveLength(5)
    expect(await tasksOf(ctx, await office.actor(deputy))).toHaveLength(0)
  })

  test('of a whole body are seen by those who lead it', async () => {
    await keep('领导看得到', '2026-01-14', { personId: drafter.personId })
    expect((await tasksOf(ctx, leader, { scope: 'body' })).some(({ title }) => title === '领导看得到')).toBe(true)
    expect(await tasksOf(ctx, drafter, { scope: 'body' })).toEqual([])
  })
})

/** A made-up notice: the year 2027 is not announced by the program. */
const notice2027: NewRestNotice = {
  year: 2027,
  title: '关于 2027 年放假安排的通知（示例）',
  number: '示例〔2026〕1号',
  issuedOn: '2026-11-01',
  source: 'https://example.cn/2027',
  off: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'],
  madeUp: ['2027-02-20'],
}

describe('a notice loaded', () => {
  beforeEach(() => database.setNow('2026-12-28T10:00:00+08:00'))

  test.each<[string, Partial<NewRestNotice>, FailureCode]>([
    ['a weekend off', { off: ['2027-01-02'] }, 'wrong-notice'],
    ['a weekday made up', { madeUp: ['2027-02-22'] }, 'wrong-notice'],
    ['both at once', { off: ['2027-02-20', '2027-01-01'] }, 'wrong-notice'],
    ['another year', { off: ['2026-10-01'] }, 'wrong-notice'],
    ['no day', { off: ['2027-02-30'] }, 'wrong-notice'],
    ['nothing off', { off: [] }, 'wrong-notice'],
    ['a year beyond', { year: 2101 }, 'wrong-field'],
    ['no title', { title: '' }, 'wrong-field'],
  ])('is refused with %s', async (_, change, expected) => {
    expect(await code(loadRestNotice(ctx, systemAdmin, { ...notice2027, ...change }))).toBe(expected)
  })

  test('is loaded by a system administrator only', async () => {
    expect(await code(loadRestNotice(ctx, officer, notice2027))).toBe('not-allowed')
  })

  test('tells first what would move, then moves it once, writes down old and new, and tells the holders', async () => {
    const kept = await keep('跨年的申请', '2026-12-25', { personId: drafter.personId })
    expect(kept.dueStatus).toBe('provisional')
    await readNotifications(ctx, drafter)
    const foretold = await loadRestNotice(ctx, systemAdmin, notice2027, { dryRun: true })
    expect(foretold.differences).toContainEqual({ day: '2027-02-20', worksBefore: false, worksAfter: true })
    expect(foretold.differences).toHaveLength(6)
    const move = foretold.deadlines.find(({ id }) => id === kept.id)!
    expect(move).toMatchObject({ oldDue: kept.dueOn, oldStatus: 'provisional', newStatus: 'final' })
    expect(await ctx.db.selectFrom('rest_notice').selectAll().execute()).toEqual([])
    expect((await deadlineAt(ctx, drafter, kept.id)).dueOn).toBe(kept.dueOn)

    expect(await loadRestNotice(ctx, systemAdmin, notice2027)).toEqual({ ...foretold, dryRun: false })
    expect(await jobs()).toContainEqual({ because: 'rest-notice 2027' })
    expect(await recomputeDeadlines(ctx, 'rest-notice 2027')).toBe(foretold.deadlines.length)
    const moved = await deadlineAt(ctx, drafter, kept.id)
    expect([moved.dueOn, moved.dueStatus]).toEqual([move.newDue, 'final'])
    expect(moved.changes).toMatchObject([
      { oldDue: kept.dueOn, newDue: move.newDue, oldStatus: 'provisional', newStatus: 'final', because: 'rest-notice 2027' },
    ])
    expect((await taskOf(kept.id))!.dueOn).toBe(move.newDue)
    const told = (await notificationsOf(ctx, drafter)).items.find(({ values }) => values.title === '跨年的申请')!
    expect(notificationText('zh-CN', told.kind, told.values)).toBe(
      `“跨年的申请”的最后一天由 ${kept.dueOn} 变为 ${move.newDue}：载入了 2027 年放假安排`,
    )

    expect(await recomputeDeadlines(ctx, 'timetable')).toBe(0)
    expect((await deadlineAt(ctx, drafter, kept.id)).changes).toHaveLength(1)
    expect((await recomputationsOf(ctx, drafter)).items.some(({ deadlineId }) => deadlineId === kept.id)).toBe(true)
    const year = (await calendarYears(ctx)).find((one) => one.year === 2027)!
    expect(year).toMatchObject({ announced: true, notice: { origin: 'loaded', number: notice2027.number } })
    expect((await calendarYears(ctx)).at(-1)).toMatchObject({ year: 2028, announced: false, notice: null })
  })

  test('a second time stands in the place of the first', async () => {
    const result = await loadRestNotice(ctx, systemAdmin, { ...notice2027, madeUp: ['2027-02-21'] })
    expect(result.differences.map(({ day }) => day)).toEqual(['2027-02-20', '2027-02-21'])
    expect((await calendarYear(ctx, 2027)).days.filter(({ kind }) => kind === 'made-up').map(({ day }) => day)).toEqual(['2027-02-21'])
  })
})

describe('a day that differs here', () => {
  beforeEach(() => database.setNow('2026-03-02T10:00:00+08:00'))
  const works = async (day: string) => (await calendarYear(ctx, 2026)).days.find((one) => one.day === day)!
  const approve = async (day: { signOffId: string | null }) => {
    const { id, contentHash } = await signOffAt(ctx, officeLeader, day.signOffId!)
    return decide(ctx, officeLeader, id, { decision: 'approved', contentHash })
  }

  test('counts once another has approved it, moves the clocks, and goes as it came', async () => {
    const kept = await keep('节日里的申请', '2026-03-02')
    const proposed = await proposeLocalDay(ctx, systemAdmin, {
      day: '2026-03-11',
      works: false,
      reason: '本地民族节日',
      basis: '示例〔2026〕3号',
    })
    expect([proposed.state, (await works('2026-03-11')).works]).toEqual(['proposed', true])
    expect(await code(decide(ctx, systemAdmin, proposed.signOffId!, { decision: 'approved', contentHash: '0'.repeat(64) }))).toBe(
      'not-allowed',
    )
    expect((await tasksOf(ctx, officeLeader)).map(({ title }) => title)).toContain('本地休息日 2026-03-11')
    await approve(proposed)
    expect(await works('2026-03-11')).toEqual({ day: '2026-03-11', works: false, kind: 'local-rest', reason: '本地民族节日' })
    expect(await jobs()).toContainEqual({ because: 'local-day 2026-03-11' })
    await recomputeDeadlines(ctx, 'local-day 2026-03-11')
    const later = await deadlineAt(ctx, drafter, kept.id)
    expect(later.dueOn! > kept.dueOn!).toBe(true)
    expect(later.changes[0]!.because).toBe('local-day 2026-03-11')
    expect(becauseText('zh-CN', later.changes[0]!.because)).toBe('本地调整了 2026-03-11 是否上班')
    expect(becauseText('en', 'rest-notice 2027')).toBe('the rest days of 2027 were loaded')

    const withdrawal = await withdrawLocalDay(ctx, systemAdmin, proposed.id)
    expect([withdrawal.state, withdrawal.signOffId === proposed.signOffId]).toEqual(['in-force', false])
    expect((await works('2026-03-11')).works).toBe(false)
    await approve(withdrawal)
    expect((await works('2026-03-11')).works).toBe(true)
    await recomputeDeadlines(ctx, 'local-day-withdrawn 2026-03-11')
    expect((await deadlineAt(ctx, drafter, kept.id)).dueOn).toBe(kept.dueOn)
    expect(await code(withdrawLocalDay(ctx, systemAdmin, proposed.id))).toBe('local-day-over')
    expect((await localDaysOf(ctx)).items.map(({ state }) => state)).toEqual(['withdrawn'])
  })

  test('is refused where nothing differs, and twice', async () => {
    const propose = (day: string, works: boolean) => proposeLocalDay(ctx, systemAdmin, { day, works, reason: '台风停工' })
    expect(await code(propose('2026-03-07', false))).toBe('local-day-rests')
    expect(await code(propose('2026-03-06', true))).toBe('local-day-works')
    expect(await code(propose('2026-03-35', true))).toBe('wrong-field')
    expect(await code(proposeLocalDay(ctx, drafter, { day: '2026-03-06', works: false, reason: 'x' }))).toBe('not-allowed')
    expect(await code(propose('2026-03-06', false))).toBe('none')
    expect(await code(propose('2026-03-06', false))).toBe('local-day-taken')
  })

  test('sent back is not in force; taken back, its round is over', async () => {
    const one = await proposeLocalDay(ctx, systemAdmin, { day: '2026-03-12', works: false, reason: '停电' })
    const { contentHash } = await signOffAt(ctx, officeLeader, one.signOffId!)
    await decide(ctx, officeLeader, one.signOffId!, { decision: 'returned', contentHash, opinion: '没有依据' })
    const other = await proposeLocalDay(ctx, systemAdmin, { day: '2026-03-12', works: false, reason: '停电', basis: '示例' })
    expect((await withdrawLocalDay(ctx, systemAdmin, other.id)).state).toBe('withdrawn')
    expect((await signOffAt(ctx, officeLeader, other.signOffId!)).state).toBe('withdrawn')
    expect((await localDaysOf(ctx)).items.slice(0, 2).map(({ state }) => state)).toEqual(['withdrawn', 'returned'])
    expect((await works('2026-03-12')).works).toBe(true)
  })

  test('changed behind the back of who approves is not approved', async () => {
    const one = await proposeLocalDay(ctx, systemAdmin, { day: '2026-03-13', works: false, reason: '停水' })
    await ctx.db.updateTable('local_day').set({ day: '2026-03-16' }).where('id', '=', one.id).execute()
    expect(await code(approve(one))).toBe('content-changed')
  })

  test('of a region above counts here too', async () => {
    const above = ctx.newId()
    await ctx.db.insertInto('region').values({ id: above, parent_id: null, code: '990100', name: '某市', short_name: '某市' }).execute()
    await ctx.db.updateTable('region').set({ parent_id: above }).where('id', '=', office.regionId).execute()
    const row = {
      id: ctx.newId(),
      region_id: above,
      day: '2026-03-18',
      works: false,
      reason: '市里的节日',
      state: 'in-force',
      proposed_by: systemAdmin.personId,
      proposed_at: ctx.now(),
    }
    await ctx.db.insertInto('local_day').values(row).execute()
    expect((await works('2026-03-18')).kind).toBe('local-rest')
    await ctx.db
      .insertInto('local_day')
      .values({ ...row, id: ctx.newId(), region_id: office.regionId, works: true, reason: '县里照常' })
      .execute()
    expect((await works('2026-03-18')).kind).toBe('local-work')
  })
})

test('after all this the chain of events holds', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})

const jobs = async (): Promise<unknown[]> => {
  const { rows } = await database.pool.query('select payload from graphile_worker._private_jobs')
  return rows.map(({ payload }) => payload as unknown)
}
