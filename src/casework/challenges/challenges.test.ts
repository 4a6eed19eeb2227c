import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { type Actor, type Machine, makeHandover, tasksOf, verifyChain } from '#identity'
import { eventText, Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { perform, registerForm } from '../index.ts'
import { tablesOf } from '../tally/index.ts'
import { acceptUnanswered, type NewChallenge, openChallenge, performChallenge } from './commands.ts'
import { addChallengeFile, readChallengeFile } from './files.ts'
import type { ChallengeInput } from './inputs.ts'
import type { ChallengeVerb } from './machine.ts'
import { challengeAt, challengesOf } from './queries.ts'

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let drafter: Actor
let officer: Actor
let leader: Actor
let reviewer: Actor
let proofreader: Actor
let stationDrafter: Actor
let higher: Actor
let ours: string
let theirs: string
const job: Machine = { personId: null, origin: 'job remind' }

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  const one = async (name: string, body: string, ...roles: Parameters<SmallOffice['person']>[2][]) =>
    office.actor(await office.person(name, body, ...roles))
  drafter = await one('经办', office.bureau, 'drafter')
  officer = await one('负责人', office.bureau, 'disclosure-officer')
  leader = await one('局长', office.bureau, 'leader')
  reviewer = await one('审核', office.bureau, { role: 'reviewer', step: 1 })
  proofreader = await one('校对', office.bureau, 'proofreader')
  stationDrafter = await one('站里', office.station, 'drafter', 'disclosure-officer', 'leader')
  higher = await one('上级', office.office, 'higher-office')
  await database.pool.query(`update body set reconsideration_organ = '青石县人民政府', court = '青石县人民法院' where id = $1`, [
    office.bureau,
  ])
  ours = await request(office.bureau, '2026-0007')
  theirs = await request(office.station, '2026-0001')
})
afterAll(() => database.close())

/** A case as its row stands, enough to be linked. */
async function request(body: string, number: string): Promise<string> {
  const [form, id] = [ctx.newId(), ctx.newId()]
  const digest = 'a'.repeat(64)
  await database.pool.query(
    `insert into intake_form (id, body_id, origin, channel, facts, kind, applicant_name, applicant, applicant_digest, carrier, delivery, added_at)
     values ($1, $2, 'desk', 'in-person', '{}', 'naturalPerson', '陈某', '', $3, 'electronic', 'download', now())`,
    [form, body, digest],
  )
  await database.pool.query(
    `insert into request (id, form_id, body_id, type, number, code_digest, title, wanted, kind, applicant_name, channel, state, submitted_on, received_on, updated_at)
     values ($1, $2, $3, 'request', $4, $5, '河桥站检修记录', '全部', 'naturalPerson', '陈某', 'in-person', 'answered', '2025-12-01', '2025-12-01', now())`,
    [id, form, body, number, digest],
  )
  return id
}

const open = (change: Partial<NewChallenge> = {}, who: Actor | Machine = drafter) =>
  openChallenge(ctx, who, { bodyId: office.bureau, kind: 'reconsideration', requestIds: [ours], filedOn: '2026-01-05', ...change })
const act = (id: string, verb: ChallengeVerb, input: ChallengeInput = {}, who: Actor | Machine = drafter) =>
  performChallenge(ctx, who, id, verb, input)
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error) => {
      if (error instanceof Failure) return error.code
      throw error
    },
  )
const stored = async (id: string) =>
  ctx.db
    .selectFrom('challenge')
    .select(['state', 'stage', 'organ', 'result', 'concluded_on', 'filed_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const taskOf = async (id: string, actor = drafter) => (await tasksOf(ctx, actor)).find(({ nounId }) => nounId === id)

describe('a reconsideration', () => {
  test('is registered at the body’s own organ, with its limit and a task, and linked to the case', async () => {
    database.setNow('2026-01-06T09:00:00+08:00')
    const made = await open({ number: '青政复〔2026〕3号', grounds: '认为应当公开' })
    expect(made).toMatchObject({
      kind: 'reconsideration',
      organ: '青石县人民政府',
      state: 'filed',
      isDirect: null,
      stage: 'reconsideration',
    })
    expect(made.requests.map(({ id, number }) => [id, number])).toEqual([[ours, '2026-0007']])
    expect(made.limit).toMatchObject({ kind: 'challenge-acceptance', since: '2026-01-05', dueOn: '2026-01-12', lamp: 'fine', daysLeft: 4 })
    expect(await taskOf(made.id)).toMatchObject({
      title: '行政复议（青石县人民政府，青政复〔2026〕3号）',
      role: 'drafter',
      dueOn: '2026-01-12',
    })
    const { items } = await challengesOf(ctx, drafter, { request: ours })
    expect(items.map(({ id }) => id)).toContain(made.id)
  })

  test('goes from copy to answer to decision, its days counted by the procedure', async () => {
    database.setNow('2026-01-06T09:00:00+08:00')
    const { id } = await open({ filedOn: '2025-12-24' })
    const copied = await act(id, 'receive-copy', { on: '2025-12-29', procedure: 'simple', number: '青政复〔2025〕40号' })
    expect(copied.limit).toMatchObject({ kind: 'challenge-answer', dueOn: '2026-01-06', lamp: 'today', daysLeft: 0 })
    expect(await taskOf(id)).toMatchObject({ dueOn: '2026-01-06' })
    const mended = await act(id, 'receive-copy', { on: '2025-12-29', procedure: 'ordinary' })
    expect(mended.limit).toMatchObject({ dueOn: '2026-01-13', term: { source: '《行政复议法》第四十八条、第八十八条' } })
    const answered = await act(id, 'answer', { text: '答复书和证据' })
    expect([answered.state, answered.limit]).toEqual(['answered', null])
    expect(await taskOf(id)).toMatchObject({ dueOn: null })
    const decided = await act(id, 'decide', { outcome: 'maintained', number: '青政复决〔2026〕1号' })
    expect(decided.stands).toEqual({ on: '2026-01-06', result: 'upheld' })
    expect(await stored(id)).toMatchObject({ state: 'decided', result: 'upheld', concluded_on: '2026-01-06' })
    expect(await taskOf(id)).toBeUndefined()
    expect(decided.may).toEqual(['amend', 'note'])
    expect((await challengeAt(ctx, officer, id)).may).toEqual(['amend', 'note', 'void'])
  })

  test('answered late needs its reason, which is kept', async () => {
    database.setNow('2026-01-20T09:00:00+08:00')
    const { id } = await open({ filedOn: '2025-12-24' })
    await act(id, 'receive-copy', { on: '2025-12-29' })
    expect(await codeOf(act(id, 'answer', {}))).toBe('late-reason-missing')
    expect(await codeOf(act(id, 'answer', { lateReason: ' ' }))).toBe('late-reason-missing')
    const answered = await act(id, 'answer', { lateReason: '材料在外地' })
    expect(answered.folded.stages[0]).toMatchObject({ answeredOn: '2026-01-20', lateReason: '材料在外地' })
    const other = await open({ filedOn: '2025-12-24' })
    await act(other.id, 'receive-copy', { on: '2025-12-29' })
    expect((await act(other.id, 'answer', { on: '2026-01-13' })).state).toBe('answered')
  })

  test('nobody answered within five working days is taken to be accepted on the last of them, once', async () => {
    database.setNow('2026-01-06T09:00:00+08:00')
    const silent = await open({ filedOn: '2025-12-29' })
    expect(await acceptUnanswered(ctx)).toBe(0)
    expect((await challengeAt(ctx, drafter, silent.id)).limit).toMatchObject({ dueOn: '2026-01-06', lamp: 'today' })
    database.setNow('2026-01-07T00:30:00+08:00')
    const suit = await open({ kind: 'litigation', isDirect: true, filedOn: '2025-12-29' })
    expect(await acceptUnanswered(ctx)).toBe(1)
    expect(await acceptUnanswered(ctx)).toBe(0)
    const { folded, timeline } = await challengeAt(ctx, drafter, silent.id)
    expect(folded.stages[0]).toMatchObject({ acceptedOn: '2026-01-06', isDeemed: true })
    expect(timeline.at(-1)).toMatchObject({ kind: 'challenge.accepted', on: '2026-01-06', personId: null })
    expect((await challengeAt(ctx, drafter, suit.id)).state).toBe('filed')
    // The notice that it was refused in time arrives late.
    const refused = await act(silent.id, 'refuse', { on: '2026-01-05' })
    expect([refused.state, refused.stands]).toEqual(['refused', { on: '2026-01-05', result: 'other' }])
  })
})

describe('a suit', () => {
  test('through three courts is one row, with the court it is before, and counts as it stood', async () => {
    database.setNow('2026-06-01T09:00:00+08:00')
    const before = await open({ filedOn: '2026-01-05' })
    await act(before.id, 'receive-copy', { on: '2026-01-07' })
    await act(before.id, 'decide', { on: '2026-02-05', outcome: 'maintained' })
    const made = await open({ kind: 'litigation', reconsiderationId: before.id, filedOn: '2026-02-20' })
    expect(made).toMatchObject({ isDirect: false, organ: '青石县人民法院', stage: 'first', limit: null })
    expect((await act(made.id, 'receive-copy', { on: '2026-03-06' })).limit).toMatchObject({ dueOn: '2026-03-23' })
    await act(made.id, 'answer', { on: '2026-03-20' })
    await act(made.id, 'decide', { on: '2026-04-10', outcome: 'claim-rejected' })
    expect(await stored(made.id)).toMatchObject({ state: 'decided', result: 'upheld' })
    expect(await codeOf(act(made.id, 'appeal', { on: '2026-04-20' }))).toBe('wrong-field')
    const appealed = await act(made.id, 'appeal', { on: '2026-04-20', organ: '云州市中级人民法院' })
    expect(appealed).toMatchObject({ state: 'filed', stage: 'second', organ: '云州市中级人民法院', result: null, concludedOn: null })
    expect(await taskOf(made.id)).toMatchObject({ title: '行政诉讼（云州市中级人民法院）' })
    await act(made.id, 'receive-copy', { on: '2026-04-24' })
    await act(made.id, 'answer', { on: '2026-05-08' })
    await act(made.id, 'decide', { on: '2026-05-20', outcome: 'judgment-stands' })
    const retried = await act(made.id, 'appeal', { on: '2026-05-25', organ: '某省高级人民法院' })
    expect(retried.stage).toBe('retrial')
    await act(made.id, 'receive-copy', { on: '2026-05-26' })
    const over = await act(made.id, 'decide', { on: '2026-06-01', outcome: 'revoked' })
    expect(over.folded.stages.map(({ stage }) => stage)).toEqual(['first', 'second', 'retrial'])
    const rows = await ctx.db.selectFrom('challenge').select('id').where('reconsideration_id', '=', before.id).execute()
    expect(rows).toHaveLength(1)
    expect((await challengeAt(ctx, drafter, before.id)).suits.map(({ id }) => id)).toEqual([made.id])
    expect((await challengeAt(ctx, drafter, made.id)).reconsideration!.id).toBe(before.id)
  })

  test('must say whether it is direct, and follows a reconsideration of the same body only', async () => {
    const suit = { kind: 'litigation', filedOn: '2026-02-20' } as const
    expect(await codeOf(open(suit))).toBe('wrong-field')
    const elsewhere = await openChallenge(ctx, stationDrafter, {
      bodyId: office.station,
      kind: 'reconsideration',
      organ: '青石县水务局',
      requestIds: [theirs],
      filedOn: '2026-02-20',
    })
    expect(await codeOf(open({ ...suit, reconsiderationId: elsewhere.id }))).toBe('challenge-link')
    expect(await codeOf(open({ ...suit, isDirect: true, reconsiderationId: elsewhere.id }))).toBe('wrong-field')
    expect(await codeOf(open({ ...suit, isDirect: true, requestIds: [theirs] }))).toBe('challenge-link')
    expect(await codeOf(open({ isDirect: true }))).toBe('wrong-field')
    expect(await codeOf(open({ part: 'co-defendant' }))).toBe('wrong-field')
    expect(await codeOf(open({ organ: ' ' }))).toBe('wrong-field')
    expect(await codeOf(open({ filedOn: '2099-01-01' }))).toBe('wrong-field')
  })
})

describe('an answer that is set aside', () => {
  /** A case that was refused, and the reconsideration of it, ready to be decided. */
  async function refusedCase(): Promise<{ caseId: string; challengeId: string }> {
    database.setNow('2026-03-02T09:00:00+08:00')
    const { cases } = await registerForm(ctx, drafter, {
      bodyId: office.bureau,
      channel: 'in-person',
      facts: {},
      applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: '990199A7', phone: '13900000017' },
      carrier: 'paper',
      delivery: 'in-person',
      requests: [{ title: '河桥站检修记录', wanted: '2025 年全部' }],
    })
    const caseId = cases[0]!.id
    const path = [
      ['clear', 'yes'],
      ['kind', 'information'],
      ['abuse', 'no'],
      ['repeat', 'no'],
      ['ours', 'yes'],
      ['regime', 'no'],
      ['held', 'yes'],
      ['public', 'no'],
      ['ground', 'none'],
    ].map(([question, answer]) => ({ question: question!, answer: answer!, note: '' }))
    await perform(ctx, drafter, caseId, 'decide', { path })
    await perform(ctx, officer, caseId, 'answer', { method: 'in-person' })
    const { id: challengeId } = await open({ requestIds: [caseId], filedOn: '2026-03-02' })
    database.setNow('2026-05-20T09:00:00+08:00')
    await act(challengeId, 'receive-copy', { on: '2026-03-05' })
    await act(challengeId, 'answer', { on: '2026-03-12' })
    return { caseId, challengeId }
  }
  const caseRow = (id: string) =>
    ctx.db.selectFrom('request').select(['state', 'due_on', 'reopened', 'row']).where('id', '=', id).executeTakeFirstOrThrow()

  test('begins again with the decision: in the term of the law', async () => {
    const { caseId, challengeId } = await refusedCase()
    const decided = await act(
      challengeId,
      'decide',
      { on: '2026-05-08', outcome: 'ordered-to-perform', number: '青政复决〔2026〕7号', reopen: [{ requestId: caseId, dueOn: null }] },
      officer,
    )
    expect(decided.stands).toEqual({ on: '2026-05-08', result: 'corrected' })
    expect(decided.requests[0]).toMatchObject({ id: caseId, state: 'handling' })
    expect(await caseRow(caseId)).toEqual({ state: 'handling', due_on: '2026-06-04', reopened: 1, row: null })
    const event = await ctx.db
      .selectFrom('case_event')
      .select(['kind', 'on_day', 'data'])
      .where('request_id', '=', caseId)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      kind: 'request.reopened',
      on_day: '2026-05-08',
      data: { challengeId, dueOn: null, because: '行政复议（青石县人民政府），责令履行、责令重新答复，青政复决〔2026〕7号' },
    })
    expect(decided.timeline.at(-1)).toMatchObject({ data: { reopened: [caseId] } })
  })

  test('or by the day the decision set', async () => {
    const { caseId, challengeId } = await refusedCase()
    await act(
      challengeId,
      'decide',
      { on: '2026-05-08', outcome: 'revoked', reopen: [{ requestId: caseId, dueOn: '2026-05-22' }] },
      officer,
    )
    expect(await caseRow(caseId)).toMatchObject({ state: 'handling', due_on: '2026-05-22' })
  })

  test('or not at all: whoever may not reopen, a case of another challenge, a result that upholds leave everything as it was', async () => {
    const { caseId, challengeId } = await refusedCase()
    const reopen = [{ requestId: caseId, dueOn: null }]
    expect(await codeOf(act(challengeId, 'decide', { outcome: 'revoked', reopen }))).toBe('case-hand')
    expect(await codeOf(act(challengeId, 'decide', { outcome: 'maintained', reopen }, officer))).toBe('reopen-uncorrected')
    expect(await codeOf(act(challengeId, 'decide', { outcome: 'revoked', reopen: [{ requestId: theirs, dueOn: null }] }, officer))).toBe(
      'challenge-link',
    )
    expect(await caseRow(caseId)).toMatchObject({ state: 'answered', reopened: 0 })
    expect((await challengeAt(ctx, drafter, challengeId)).state).toBe('answered')
    await act(challengeId, 'decide', { outcome: 'revoked' })
    expect(await caseRow(caseId)).toMatchObject({ state: 'answered', reopened: 0 })
  })
})

describe('the limit that is kept', () => {
  const limits = (id: string) =>
    ctx.db
      .selectFrom('time_limit')
      .select(['kind', 'since', 'days', 'unit', 'due_on', 'reminded', 'person_id'])
      .where('noun_id', '=', id)
      .where('closed_at', 'is', null)
      .execute()

  test('opens with the copy, follows a correction, keeps its reminders over a note, and closes with the answer', async () => {
    database.setNow('2026-01-06T09:00:00+08:00')
    const { id } = await open({ filedOn: '2025-12-24' })
    expect(await limits(id)).toEqual([])
    await act(id, 'receive-copy', { on: '2025-12-29', procedure: 'simple' })
    const simple = {
      kind: 'challenge',
      since: '2025-12-29',
      days: 5,
      unit: 'working-day',
      due_on: '2026-01-06',
      reminded: 0,
      person_id: null,
    }
    expect(await limits(id)).toEqual([simple])
    await ctx.db.updateTable('time_limit').set({ reminded: 3 }).where('noun_id', '=', id).execute()
    await act(id, 'note', { text: '已和复议机关通过电话' })
    expect(await limits(id)).toEqual([{ ...simple, reminded: 3 }])
    await act(id, 'receive-copy', { on: '2025-12-29' })
    expect(await limits(id)).toEqual([{ ...simple, days: 10, due_on: '2026-01-13' }])
    await act(id, 'assign', { personId: officer.personId }, officer)
    expect((await limits(id))[0]!.person_id).toBe(officer.personId)
    await act(id, 'answer', {})
    expect(await limits(id)).toEqual([])
  })

  test('before a court is of days, and ends where the folded challenge says', async () => {
    database.setNow('2026-01-06T09:00:00+08:00')
    const { id } = await open({ kind: 'litigation', isDirect: true, filedOn: '2025-12-10' })
    const { limit } = await act(id, 'receive-copy', { on: '2025-12-18' })
    expect(await limits(id)).toMatchObject([{ days: 15, unit: 'day', due_on: '2026-01-04' }])
    expect(limit!.dueOn).toBe('2026-01-04')
    await act(id, 'withdraw', {})
    expect(await limits(id)).toEqual([])
  })
})

describe('what may not be', () => {
  test('a verb out of its state, of another kind, before its guard, on a day that cannot be', async () => {
    database.setNow('2026-06-01T09:00:00+08:00')
    const { id } = await open({ filedOn: '2026-05-06' })
    expect(await codeOf(act(id, 'answer', { lateReason: 'x' }))).toBe('challenge-state')
    expect(await codeOf(act(id, 'appeal', { organ: 'x' }))).toBe('challenge-kind')
    await act(id, 'accept', { on: '2026-05-08' })
    expect(await codeOf(act(id, 'answer', {}))).toBe('challenge-guard')
    expect(await codeOf(act(id, 'refuse', {}))).toBe('challenge-guard')
    expect(await codeOf(act(id, 'decide', { on: '2026-05-07', outcome: 'maintained' }))).toBe('event-day')
    expect(await codeOf(act(id, 'decide', { on: '2026-06-02', outcome: 'maintained' }))).toBe('event-day')
    expect(await codeOf(act(id, 'decide', {}))).toBe('wrong-field')
    for (const outcome of ['judgment-stands', 'withdrawn', 'not-accepted'] as const)
      expect(await codeOf(act(id, 'decide', { outcome }))).toBe('challenge-outcome')
    expect(await codeOf(act(id, 'note', { text: 'x', outcome: 'maintained' }))).toBe('wrong-field')
    expect(await codeOf(act(id, 'amend', { filedOn: '2026-05-09', reason: 'x' }))).toBe('wrong-field')
    expect(await codeOf(act(id, 'amend', { organ: '某市人民政府' }))).toBe('wrong-field')
    expect(await codeOf(act(id, 'void', { reason: 'x' }))).toBe('not-allowed')
    expect(await codeOf(act(ctx.newId(), 'accept', {}))).toBe('not-found')
    expect((await challengeAt(ctx, drafter, id)).timeline).toHaveLength(2)
  })

  test('two at once: one goes through, the other is told where it stands', async () => {
    const { id } = await open({ filedOn: '2026-05-06' })
    await act(id, 'receive-copy', { on: '2026-05-25' })
    const both = await Promise.all([codeOf(act(id, 'answer', {})), codeOf(act(id, 'answer', {}))])
    expect(both.sort()).toEqual(['challenge-state', 'none'])
  })

  test('events are not changed and not deleted', async () => {
    await expect(database.pool.query(`update challenge_event set on_day = '2020-01-01'`)).rejects.toThrow('append-only')
    await expect(database.pool.query('delete from challenge_event')).rejects.toThrow('append-only')
  })
})

describe('what was wrongly written', () => {
  test('is corrected with a reason, and voided by the head of the unit', async () => {
    database.setNow('2026-06-01T09:00:00+08:00')
    const { id } = await open({ filedOn: '2026-05-06', organ: '青石县政府' })
    const second = await request(office.bureau, '2026-0011')
    const mended = await act(id, 'amend', {
      organ: '青石县人民政府',
      number: '青政复〔2026〕9号',
      filedOn: '2026-05-04',
      requestIds: [ours, second],
      reason: '按受理通知书更正',
    })
    expect(mended).toMatchObject({ organ: '青石县人民政府', number: '青政复〔2026〕9号', filedOn: '2026-05-04' })
    expect(mended.requests.map(({ id }) => id).sort()).toEqual([ours, second].sort())
    const voided = await act(id, 'void', { reason: '登记了两次' }, officer)
    expect([voided.state, voided.may]).toEqual(['void', []])
    expect((await challengesOf(ctx, drafter)).items.map((item) => item.id)).not.toContain(id)
    expect((await challengesOf(ctx, drafter, { request: second })).items.map((item) => item.id)).toEqual([id])
  })

  test('the one who sees to it changes, and the task with them', async () => {
    const { id } = await open({ filedOn: '2026-05-06' })
    await act(id, 'assign', { personId: officer.personId }, officer)
    expect(await taskOf(id, officer)).toMatchObject({ person: { id: officer.personId } })
    expect(await taskOf(id)).toBeUndefined()
  })
})

test('a handover takes open challenges along, and leaves those that are over', async () => {
  database.setNow('2026-06-01T09:00:00+08:00')
  const leaver = await office.actor(await office.person('离任', office.bureau, 'drafter'))
  const open1 = await open({ filedOn: '2026-05-06', personId: leaver.personId }, leaver)
  const over = await open({ filedOn: '2026-05-06', personId: leaver.personId }, leaver)
  await act(over.id, 'withdraw', {})
  const system = await office.actor(await office.person('主管', office.bureau, 'disclosure-officer'))
  await makeHandover(ctx, system, { from: leaver.personId, to: drafter.personId, body: 'water', note: '调离' })
  expect((await challengeAt(ctx, drafter, open1.id)).personId).toBe(drafter.personId)
  expect((await challengeAt(ctx, drafter, over.id)).personId).toBe(leaver.personId)
  expect(await taskOf(open1.id)).toMatchObject({ person: { id: drafter.personId } })
})

describe('who sees and who acts', () => {
  test('another body, a higher office and other roles get nothing', async () => {
    const { id } = await open({ filedOn: '2026-05-06' })
    const file = await addChallengeFile(ctx, drafter, id, { name: '起诉状.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2]) })
    for (const wrong of [stationDrafter, higher, proofreader]) {
      expect(await codeOf(challengeAt(ctx, wrong, id))).toBe('not-allowed')
      expect(await codeOf(act(id, 'accept', {}, wrong))).toBe('not-allowed')
      expect(await codeOf(open({}, wrong))).toBe('not-allowed')
      expect(await codeOf(readChallengeFile(ctx, wrong, id, file.id))).toBe('not-allowed')
    }
    expect((await challengesOf(ctx, stationDrafter, { request: ours })).items).toEqual([])
    expect(await codeOf(challengesOf(ctx, proofreader))).toBe('not-allowed')
    for (const reader of [leader, reviewer]) {
      expect((await challengeAt(ctx, reader, id)).may).toEqual([])
      expect(await codeOf(act(id, 'accept', {}, reader))).toBe('not-allowed')
    }
    expect(await codeOf(act(id, 'decide', { outcome: 'maintained' }, job))).toBe('not-allowed')
  })

  test('a paper is read with its challenge, and with no other', async () => {
    const { id } = await open({ filedOn: '2026-05-06' })
    const other = await open({ filedOn: '2026-05-06' })
    const bytes = new TextEncoder().encode('答复书')
    const file = await addChallengeFile(ctx, drafter, id, { name: '答复书.txt', type: 'text/plain', bytes })
    expect((await challengeAt(ctx, drafter, id)).files.map(({ name }) => name)).toEqual(['答复书.txt'])
    expect(Buffer.from((await readChallengeFile(ctx, leader, id, file.id)).bytes).toString()).toBe('答复书')
    expect(await codeOf(readChallengeFile(ctx, leader, other.id, file.id))).toBe('not-found')
  })
})

test('the list pages by day of filing, and knows open ones and years', async () => {
  const all = (await challengesOf(ctx, drafter, { limit: 200 })).items
  expect(all.map(({ filedOn }) => filedOn)).toEqual(
    all
      .map(({ filedOn }) => filedOn)
      .sort()
      .reverse(),
  )
  const paged: string[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await challengesOf(ctx, drafter, { limit: 4, ...(after !== undefined && { after }) })
    paged.push(...items.map(({ id }) => id))
    if (next === null) break
    after = next
  }
  expect(paged).toEqual(all.map(({ id }) => id))
  const opened = (await challengesOf(ctx, drafter, { open: true, limit: 200 })).items
  expect(new Set(opened.map(({ state }) => state))).toEqual(new Set(['filed', 'accepted', 'answered']))
  expect((await challengesOf(ctx, drafter, { kind: 'litigation', limit: 200 })).items.every(({ kind }) => kind === 'litigation')).toBe(true)
  expect((await challengesOf(ctx, drafter, { year: 2024 })).items).toEqual([])
  expect(await codeOf(challengesOf(ctx, drafter, { after: 'x' }))).toBe('invalid-input')
})

test('table 四 counts what the rows hold: no co-defendant, nothing void, each suit once', async () => {
  database.setNow('2026-06-01T09:00:00+08:00')
  const cell = async (key: string) => (await tablesOf(ctx, drafter, { body: 'water', year: 2026 })).cells[`challenges.${key}`]
  const before = [
    await cell('directLitigation.corrected'),
    await cell('directLitigation.total'),
    await cell('litigationAfterReconsideration.total'),
  ]
  const suit = await open({ kind: 'litigation', isDirect: true, filedOn: '2026-02-02' })
  await act(suit.id, 'receive-copy', { on: '2026-02-05' })
  await act(suit.id, 'decide', { on: '2026-03-02', outcome: 'ordered-to-perform' })
  await act(suit.id, 'appeal', { on: '2026-03-10', organ: '云州市中级人民法院', by: 'body' })
  await act(suit.id, 'receive-copy', { on: '2026-03-12' })
  await act(suit.id, 'decide', { on: '2026-05-02', outcome: 'judgment-stands' })
  const joint = await open({ kind: 'litigation', isDirect: false, part: 'co-defendant', filedOn: '2026-02-02' })
  await act(joint.id, 'receive-copy', { on: '2026-02-05' })
  await act(joint.id, 'decide', { on: '2026-03-02', outcome: 'revoked' })
  const twice = await open({ kind: 'litigation', isDirect: true, filedOn: '2026-02-02' })
  await act(twice.id, 'void', { reason: '登记重复' }, officer)
  expect([
    await cell('directLitigation.corrected'),
    await cell('directLitigation.total'),
    await cell('litigationAfterReconsideration.total'),
  ]).toEqual([before[0]! + 1, before[1]! + 1, before[2]])
})

test('everything stands in the audit chain, in words', async () => {
  const rows = await ctx.db.selectFrom('event').select(['kind', 'detail', 'origin']).where('noun', '=', 'challenge').execute()
  expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(9)
  for (const { kind, detail, origin } of rows) {
    const said = eventText('zh-CN', { kind, detail: detail as Record<string, unknown>, origin, actorName: null, onBehalfOfName: null })
    expect(said).toMatch(/行政(复议|诉讼)（/)
  }
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})
