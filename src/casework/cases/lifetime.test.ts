/** Cases as time passes: calendars that change, reminders, several cases at once, and the applicant who follows one by number and code. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, inTransaction } from '#db'
import {
  type Actor,
  changeSetting,
  loadRestNotice,
  makeHandover,
  notificationsOf,
  recomputeDeadlines,
  tasksOf,
  verifyChain,
} from '#identity'
import { Failure, notificationText } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import {
  type ActInput,
  actAsApplicant,
  applicantCase,
  caseAt,
  lockCases,
  type NewForm,
  perform,
  performIn,
  recomputeLimits,
  registerForm,
  remindLimits,
  type VerbName,
} from '../index.ts'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let clerk: Actor
let other: Actor
let officer: Actor
let system: Actor

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  clerk = await office.actor(await office.person('经办', office.bureau, 'drafter'))
  other = await office.actor(await office.person('同事', office.bureau, 'drafter'))
  officer = await office.actor(await office.person('负责人', office.bureau, 'disclosure-officer'))
  system = await office.actor(await office.person('系统', office.office, 'system-admin'))
})
afterAll(() => database.close())

const form = (change: Partial<NewForm> = {}): NewForm => ({
  bodyId: office.bureau,
  channel: 'in-person',
  facts: {},
  applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: 'A1234567', phone: '0990-5551234' },
  carrier: 'paper',
  delivery: 'in-person',
  requests: [{ title: '河桥水库除险加固批复', wanted: '批复原文' }],
  ...change,
})
const registered = async (change: Partial<NewForm> = {}) => (await registerForm(ctx, clerk, form(change))).cases[0]!
const row = (id: string) => ctx.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  )
const act = <V extends VerbName>(id: string, verb: V, input: ActInput<V>) => perform(ctx, officer, id, verb, input)

describe('a notice of rest days loaded late', () => {
  test('moves the last day of open cases, the limits beside it and the day to confirm by; closed ones stay', async () => {
    database.setNow('2026-12-21T09:00:00+08:00')
    const open = await registered()
    const consulted = await registered()
    await act(consulted.id, 'consult', { party: 'third-party', name: '青石建材厂' })
    const closed = await registered()
    await act(closed.id, 'withdraw', { text: '' })
    database.setNow('2026-12-31T09:00:00+08:00')
    const waiting = await registered({ channel: 'internet', facts: { submitted: '2026-12-31' } })
    const before = await row(open.id)
    expect(before).toMatchObject({ due_on: '2027-01-18', due_status: 'provisional' })
    const consultation = async () => (await caseAt(ctx, clerk, consulted.id)).limits.find(({ kind }) => kind === 'consultation')!
    expect(await consultation()).toMatchObject({ dueOn: '2027-01-11', dueStatus: 'provisional' })
    expect((await row(waiting.id)).unconfirmed_by).toBe('2027-01-01')

    await loadRestNotice(ctx, system, {
      year: 2027,
      title: '关于 2027 年放假安排的通知（示例）',
      number: '示例〔2026〕1号',
      issuedOn: '2026-11-01',
      source: 'https://example.cn/2027',
      off: ['2027-01-01', '2027-01-04'],
      madeUp: ['2027-01-10'],
    })
    await recomputeDeadlines(ctx, 'rest-notice 2027')
    expect(await recomputeLimits(ctx)).toBeGreaterThan(0)

    expect(await row(open.id)).toMatchObject({ due_on: '2027-01-19', due_status: 'final' })
    const answer = await ctx.db
      .selectFrom('time_limit')
      .select('due_on')
      .where('noun_id', '=', open.id)
      .where('kind', '=', 'answer')
      .executeTakeFirstOrThrow()
    expect(answer.due_on).toBe('2027-01-19')
    expect(await consultation()).toMatchObject({ dueOn: '2027-01-12', dueStatus: 'final' })
    expect((await row(waiting.id)).unconfirmed_by).toBe('2027-01-05')
    expect(await row(closed.id)).toMatchObject({ due_on: null, state: 'answered' })
    expect(await recomputeLimits(ctx)).toBe(0)
  })
})

describe('reminders', () => {
  test('come five working days before, one before, on the day and once it is past, each once; the last to the head too', async () => {
    database.setNow('2026-03-02T09:00:00+08:00')
    const { id, number } = await registered()
    await act(id, 'assign', { personId: clerk.personId })
    await changeSetting(ctx, system, { key: 'internalDays', value: 0, bodyId: office.bureau })
    await act(id, 'note', { text: '关掉内部期限' })
    const due = (await row(id)).due_on!
    expect(due).toBe('2026-03-30')
    const told = async (who: Actor) =>
      (await notificationsOf(ctx, who, { limit: 200 })).items
        .filter(({ kind, values }) => kind === 'limit.near' && values.limit === 'answer' && String(values.title).startsWith(number))
        .map(({ kind, values }) => notificationText('zh-CN', kind, values))
        .reverse()
    const sentences: string[][] = []
    for (const day of ['2026-03-20', '2026-03-23', '2026-03-24', '2026-03-27', '2026-03-30', '2026-03-31', '2026-04-01']) {
      database.setNow(`${day}T06:00:00+08:00`)
      await remindLimits(ctx)
      await remindLimits(ctx)
      sentences.push([day, String((await told(clerk)).length)])
    }
    expect(sentences).toEqual([
      ['2026-03-20', '0'],
      ['2026-03-23', '1'],
      ['2026-03-24', '1'],
      ['2026-03-27', '2'],
      ['2026-03-30', '3'],
      ['2026-03-31', '4'],
      ['2026-04-01', '4'],
    ])
    expect((await told(clerk)).at(-1)).toContain('已于 2026-03-30 到期')
    expect(await told(officer)).toHaveLength(1)
  })

  test('that correction was not asked for is no fault, and nobody is told of it as one', async () => {
    database.setNow('2026-05-06T09:00:00+08:00')
    const { id } = await registered()
    expect((await caseAt(ctx, clerk, id)).limits.map(({ kind }) => kind)).toContain('correction-notice')
    database.setNow('2026-05-20T09:00:00+08:00')
    await remindLimits(ctx)
    expect((await caseAt(ctx, clerk, id)).limits.map(({ kind }) => kind)).not.toContain('correction-notice')
  })
})

describe('an answer', () => {
  test('after the last day needs its reason, and one in time keeps none', async () => {
    database.setNow('2026-03-02T09:00:00+08:00')
    const [late, early] = [await registered(), await registered()]
    const path = [
      ['clear', 'yes'],
      ['kind', 'consultancy'],
    ].map(([question, answer]) => ({ question: question!, answer: answer!, note: '' }))
    for (const { id } of [late, early]) await act(id, 'decide', { path })
    const reason = { reason: '等省厅答复', sectionId: null }
    await act(early.id, 'answer', { method: 'post', late: reason })
    database.setNow('2026-04-01T09:00:00+08:00')
    expect(await codeOf(act(late.id, 'answer', { method: 'post' }))).toBe('late-reason-missing')
    expect(await codeOf(act(late.id, 'answer', { method: 'post', on: '2026-03-30' }))).toBe('none')
    const again = await registered()
    await act(again.id, 'decide', { path })
    database.setNow('2026-05-20T09:00:00+08:00')
    await act(again.id, 'answer', { method: 'post', late: reason })
    expect([(await row(early.id)).answered_late, (await row(late.id)).answered_late, (await row(again.id)).answered_late]).toEqual([
      false,
      false,
      true,
    ])
    // What the form has no row for goes where the body set it (默认 （六）3).
    expect((await row(again.id)).row).toBe('otherOther')
  })

  test('may not be dated before what the clock rests on; a call may be written down late', async () => {
    database.setNow('2026-03-02T09:00:00+08:00')
    const { id } = await registered()
    database.setNow('2026-03-10T09:00:00+08:00')
    await act(id, 'ask-correction', { what: '写明年份', by: '2026-03-20' })
    expect(await codeOf(act(id, 'receive-correction', { text: '2023', on: '2026-03-09' }))).toBe('event-day')
    expect(await codeOf(act(id, 'log-call', { direction: 'in', with: '申请人', text: '问进度', on: '2026-03-04' }))).toBe('none')
    expect(await codeOf(act(id, 'log-call', { direction: 'in', with: '申请人', text: '问进度', on: '2026-03-01' }))).toBe('event-day')
    expect(await codeOf(act(id, 'lapse-correction', { on: '2026-03-10' }))).toBe('too-early')
  })
})

describe('what is written down', () => {
  test('a note leaves the clock alone', async () => {
    database.setNow('2026-03-02T09:00:00+08:00')
    const { id } = await registered()
    await act(id, 'consult', { party: 'third-party', name: '青石建材厂' })
    await act(id, 'extend', { days: 10, approver: '负责人', reason: '材料多' })
    const changes = () => ctx.db.selectFrom('event').select('seq').where('kind', '=', 'deadline.changed').execute()
    const before = (await changes()).length
    await act(id, 'note', { text: '一句话' })
    expect((await changes()).length).toBe(before)
  })

  test('withdrawn before anybody confirmed it, a request is counted all the same', async () => {
    database.setNow('2026-03-02T09:00:00+08:00')
    const { id } = await registered({ channel: 'internet', facts: { submitted: '2026-03-02' } })
    await act(id, 'withdraw', { text: '不要了' })
    const counted = await ctx.db.selectFrom('counted').select(['received_on', 'concluded_on', 'row']).where('request_id', '=', id).execute()
    expect(counted).toEqual([{ received_on: '2026-03-02', concluded_on: '2026-03-02', row: 'otherOther' }])
  })

  test('numbers have no gaps, also where a registration fails, and never come back where the pattern names no year', async () => {
    database.setNow('2026-06-01T09:00:00+08:00')
    await changeSetting(ctx, system, { key: 'requestNumber', value: '水公开-{号:3}', bodyId: office.bureau })
    const first = await registered()
    expect(await codeOf(registerForm(ctx, clerk, form({ requests: [{ title: '', wanted: '无' }] })))).toBe('wrong-field')
    const made = await Promise.all(Array.from({ length: 5 }, () => registered()))
    database.setNow('2027-06-01T09:00:00+08:00')
    const next = await registered()
    const serials = [first, ...made, next].map(({ number }) => Number(number.slice(-3))).sort((one, another) => one - another)
    expect(serials).toEqual([1, 2, 3, 4, 5, 6, 7])
    await changeSetting(ctx, system, { key: 'requestNumber', value: '{年}-{号:4}', bodyId: office.bureau })
  })
})

test('two letters that answer the same cases at once, and a clerk in between, all get through', async () => {
  database.setNow('2026-03-02T09:00:00+08:00')
  const cases = [await registered(), await registered(), await registered()].map(({ id }) => id)
  const letter = (ids: readonly string[], text: string) =>
    inTransaction(ctx, async (tx) => {
      await lockCases(tx, ids)
      for (const id of ids) await performIn(tx, ctx, officer, id, 'note', { text })
    })
  await Promise.all([
    letter(cases, '第一份'),
    letter([...cases].reverse(), '第二份'),
    ...cases.map((id) => act(id, 'note', { text: '当中一条' })),
    recomputeDeadlines(ctx, 'timetable'),
  ])
  for (const id of cases) expect((await row(id)).events).toBe(4)
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})

test('a case handed over goes on in the other hands', async () => {
  database.setNow('2026-03-02T09:00:00+08:00')
  const leaver = await office.actor(await office.person('调走的人', office.bureau, 'drafter'))
  const { id } = await registered()
  await act(id, 'assign', { personId: leaver.personId })
  await makeHandover(ctx, officer, { from: leaver.personId, to: other.personId, body: 'water', note: '调动' })
  expect((await row(id)).person_id).toBe(other.personId)
  expect((await tasksOf(ctx, other)).map(({ title }) => title).join()).toContain('河桥水库除险加固批复')
  await perform(ctx, other, id, 'note', { text: '接着办' })
  expect((await caseAt(ctx, other, id)).person).toMatchObject({ id: other.personId })
})

describe('the applicant', () => {
  test('follows the case by number and code, in whatever way they type them, and sees legal events only', async () => {
    database.setNow('2026-03-02T09:00:00+08:00')
    const { id, number, code } = await registered()
    await act(id, 'note', { text: '内部的话' })
    await act(id, 'assign', { personId: clerk.personId, note: '给经办' })
    await act(id, 'consult', { party: 'third-party', name: '青石建材厂' })
    await act(id, 'extend', { days: 5, approver: '负责人某某', reason: '材料多' })
    const view = (await applicantCase(ctx, ` ${number} `, `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`))!
    expect(view).toMatchObject({ id, number, state: 'handling', dueOn: (await row(id)).due_on, asked: null })
    expect(view.timeline.map(({ kind }) => kind)).toEqual(['request.submitted', 'consultation.sent', 'extension.told'])
    for (const hidden of ['内部的话', '给经办', '青石建材厂', '负责人某某', '材料多', 'A1234567', '申小宁'])
      expect(JSON.stringify(view)).not.toContain(hidden)
    expect(view.steps.length).toBeGreaterThan(3)
    expect(view.may).toContain('withdraw')
    expect(view.may).not.toContain('decide')
  })

  test('without the code is told nothing, whatever number they try', async () => {
    const [one, another] = [await registered(), await registered()]
    expect(await applicantCase(ctx, one.number, another.code)).toBeNull()
    expect(await applicantCase(ctx, '2026-9999', one.code)).toBeNull()
    expect(await applicantCase(ctx, one.number, '')).toBeNull()
    expect(
      await codeOf(actAsApplicant(ctx, { number: one.number, code: another.code, origin: '192.0.2.9' }, 'withdraw', { text: '' })),
    ).toBe('wrong-query-code')
  })

  test('of one body is not that of another with the same number', async () => {
    const away = await office.actor(await office.person('站经办', office.station, 'drafter'))
    await changeSetting(ctx, system, { key: 'requestNumber', value: '同-{号}', bodyId: office.bureau })
    await changeSetting(ctx, system, { key: 'requestNumber', value: '同-{号}', bodyId: office.station })
    const here: string[] = []
    const there = (await registerForm(ctx, away, form({ bodyId: office.station }))).cases[0]!
    for (let one = await registered(); ; one = await registered()) {
      here.push(one.number)
      if (one.number === there.number || here.length > 20) break
    }
    expect((await applicantCase(ctx, there.number, there.code))!.id).toBe(there.id)
    await changeSetting(ctx, system, { key: 'requestNumber', value: '{年}-{号:4}', bodyId: office.bureau })
  })

  test('corrects, withdraws and rates, and nothing else', async () => {
    database.setNow('2026-03-02T09:00:00+08:00')
    const { id, number, code } = await registered()
    const who = { number, code, origin: '192.0.2.9' }
    await act(id, 'ask-correction', { what: '写明年份', by: '2026-03-20' })
    expect((await applicantCase(ctx, number, code))!.asked).toEqual({ what: 'correction', text: '写明年份', by: '2026-03-20' })
    expect(await actAsApplicant(ctx, who, 'receive-correction', { text: '2023 年' })).toMatchObject({ state: 'handling', asked: null })
    expect(await codeOf(actAsApplicant(ctx, who, 'assign', { personId: clerk.personId }))).toBe('case-hand')
    expect(await codeOf(actAsApplicant(ctx, who, 'rate', { score: 5 }))).toBe('case-state')
    expect(await actAsApplicant(ctx, who, 'withdraw', { text: '' })).toMatchObject({ state: 'answered' })
    expect(await actAsApplicant(ctx, who, 'rate', { score: 4, text: '快' })).toMatchObject({ rating: { score: 4, text: '快' } })
    expect(await codeOf(actAsApplicant(ctx, who, 'rate', { score: 1 }))).toBe('case-guard')
    const events = await ctx.db
      .selectFrom('event')
      .select(['actor_id', 'origin'])
      .where('kind', '=', 'rating.given')
      .where('noun_id', '=', id)
      .execute()
    expect(events).toEqual([{ actor_id: null, origin: '192.0.2.9' }])
  })
})
