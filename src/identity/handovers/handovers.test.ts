import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import { verifyChain } from '#identity'
import { notificationText } from '#words'
import { actorNamed, county, kindsSince, lastSeq, staff } from '../../../tests/county.ts'
import { testDatabase } from '../../../tests/database.ts'
import { addDelegation, endDelegation } from '../delegations/commands.ts'
import { delegationsOf } from '../delegations/queries.ts'
import type { Actor, Role } from '../model.ts'
import { notificationsOf } from '../notifications/commands.ts'
import { allow } from '../policies/index.ts'
import { addPost } from '../posts/commands.ts'
import { holdersOf, postsOf } from '../posts/queries.ts'
import { makeHandover } from './commands.ts'
import { handoversOf } from './queries.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let ctx: Context
let security: Actor
let officer: Actor
let count = 0

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  security = (await county(ctx)).security
  officer = await staff(ctx, '关教育', 'guan', { body: 'education', role: 'disclosure-officer' })
})
afterAll(() => database.close())
beforeEach(() => database.setNow('2026-01-20T02:00:00Z'))

const today = '2026-01-20'
const body = 'education'
const one = (...roles: Role[]) =>
  staff(ctx, `人${++count}`, `p${count}.x`, ...roles.map((role) => ({ body, role, ...(role === 'reviewer' ? { step: 1 } : {}) })))
const rolesOf = async ({ personId }: Actor, on = today) =>
  (await postsOf(ctx.db, personId, on)).map(({ role, onBehalfOf }) => [role, onBehalfOf])
const delegate = (from: Actor, to: Actor, days: { since?: string; until?: string } = {}) =>
  addDelegation(ctx, officer, { from: from.personId, to: to.personId, body, since: today, until: '2026-01-30', reason: '出差', ...days })
const hand = (actor: Actor, from: Actor, to: Actor, where = body, options = {}) =>
  makeHandover(ctx, actor, { from: from.personId, to: to.personId, body: where, note: '岗位调整' }, options)

/** What a person was told last, as sentences. */
const told = async (actor: Actor) =>
  (await notificationsOf(ctx, actor)).items.map(({ kind, values }) => notificationText('zh-CN', kind, values))

describe('代理', () => {
  test('holds from the first day to the last, beside one’s own posts, under both names', async () => {
    const [leader, deputy] = [await one('leader', 'reviewer'), await one('drafter')]
    await delegate(leader, deputy, { since: '2026-01-21', until: '2026-01-22' })
    const both = [
      ['drafter', null],
      ['leader', leader.personId],
      ['reviewer', leader.personId],
    ]
    expect(await rolesOf(deputy)).toEqual([['drafter', null]])
    expect(await rolesOf(deputy, '2026-01-21')).toEqual(both)
    expect(await rolesOf(deputy, '2026-01-22')).toEqual(both)
    expect(await rolesOf(deputy, '2026-01-23')).toEqual([['drafter', null]])
    expect((await rolesOf(leader, '2026-01-21')).map(([role]) => role)).toEqual(['leader', 'reviewer'])
    const holders = await holdersOf(ctx, officer.posts[0]!.bodyId, 'leader', { on: '2026-01-21' })
    expect(holders.map(({ personId, onBehalfOf }) => [personId, onBehalfOf])).toEqual([
      [leader.personId, null],
      [deputy.personId, leader.personId],
    ])
  })

  test('is not passed on along a chain', async () => {
    const [a, b, c] = [await one('leader'), await one('proofreader'), await one('drafter')]
    await delegate(a, b)
    await delegate(b, c)
    expect(await rolesOf(b)).toEqual([
      ['proofreader', null],
      ['leader', a.personId],
    ])
    expect(await rolesOf(c)).toEqual([
      ['drafter', null],
      ['proofreader', b.personId],
    ])
  })

  test('never gives an administration, nor posts at another body', async () => {
    const person = await one('drafter')
    await addPost(ctx, security, person.personId, { body: 'qingxi', role: 'audit-admin' })
    const other = await one()
    await delegate(person, other)
    expect(await rolesOf(other)).toEqual([['drafter', person.personId]])
    const only = await staff(ctx, '仅管理', 'jin')
    await addPost(ctx, security, only.personId, { body: 'qingxi-office', role: 'audit-admin' })
    const office = await staff(ctx, '办公室', 'bangong', { body: 'qingxi-office', role: 'disclosure-officer' })
    const giving = addDelegation(ctx, office, {
      from: only.personId,
      to: other.personId,
      body: 'qingxi-office',
      since: today,
      until: today,
      reason: '病',
    })
    await expect(giving).rejects.toMatchObject({ code: 'holds-nothing' })
  })

  test.each([
    ['to oneself', { oneself: true }, 'wrong-field'],
    ['a last day before the first', { until: '2026-01-19' }, 'wrong-field'],
    ['a last day that is past', { since: '2026-01-01', until: '2026-01-19' }, 'wrong-field'],
    ['no reason', { reason: ' ' }, 'wrong-field'],
    ['an unknown body', { body: 'nowhere' }, 'wrong-field'],
    ['another body than the own', { body: 'finance' }, 'not-allowed'],
  ])('%s is refused', async (_, wrong, code) => {
    const [from, to] = [await one('leader'), await one('drafter')]
    const { oneself, ...rest } = { oneself: false, ...wrong }
    const input = {
      from: from.personId,
      to: oneself ? from.personId : to.personId,
      body,
      since: today,
      until: today,
      reason: '出差',
      ...rest,
    }
    await expect(addDelegation(ctx, officer, input)).rejects.toMatchObject({ code })
  })

  test('either side and the officer may end it, nobody else, and once', async () => {
    const [from, to, stranger] = [await one('leader'), await one('drafter'), await one('reviewer')]
    const { id } = await delegate(from, to)
    await expect(endDelegation(ctx, stranger, id)).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await delegationsOf(ctx, stranger)).map((row) => row.id)).not.toContain(id)
    const before = await lastSeq(ctx)
    await endDelegation(ctx, to, id)
    expect(await kindsSince(ctx, before)).toEqual(['delegation.ended'])
    expect(await rolesOf(to)).toEqual([['drafter', null]])
    await expect(endDelegation(ctx, from, id)).rejects.toMatchObject({ code: 'delegation-over' })
    await endDelegation(ctx, from, (await delegate(from, to)).id)
    await endDelegation(ctx, officer, (await delegate(from, to)).id)
    expect(await delegationsOf(ctx, officer, { person: from.personId, open: true })).toEqual([])
    expect(await delegationsOf(ctx, from, { person: to.personId })).toHaveLength(3)
  })

  test('what is done for another is recorded under both names', async () => {
    const deputy = await one('drafter')
    await delegate(officer, deputy)
    const acting = await actorNamed(ctx, `p${count}.x`)
    expect(allow(acting, 'add', 'section', { bodyId: officer.posts[0]!.bodyId })?.onBehalfOf).toBe(officer.personId)
    const before = await lastSeq(ctx)
    await addDelegation(ctx, acting, {
      from: (await one('leader')).personId,
      to: deputy.personId,
      body,
      since: today,
      until: today,
      reason: '会议',
    })
    const rows = await ctx.db
      .selectFrom('event')
      .select(['kind', 'actor_id', 'on_behalf_of'])
      .where('seq', '>', before)
      .orderBy('seq')
      .execute()
    expect(rows.at(-1)).toEqual({ kind: 'delegation.added', actor_id: deputy.personId, on_behalf_of: officer.personId })
  })
})

describe('交接', () => {
  const bodyId = () => officer.posts[0]!.bodyId
  const task = async (holder: Actor, values: { kind?: string; noun?: string; noun_id?: string; title: string }) => {
    const id = ctx.newId()
    await ctx.db
      .insertInto('task')
      .values({
        id,
        kind: 'case',
        noun: 'request',
        noun_id: id,
        body_id: bodyId(),
        person_id: holder.personId,
        added_at: ctx.now(),
        ...values,
      })
      .execute()
    return id
  }
  const signOff = async (drafter: Actor, title: string, steps: readonly object[]) => {
    const id = ctx.newId()
    await ctx.db
      .insertInto('sign_off')
      .values({
        id,
        noun: 'local-day',
        noun_id: id,
        title,
        summary: '[]',
        content_hash: '0'.repeat(64),
        body_id: bodyId(),
        drafted_by: drafter.personId,
        steps: JSON.stringify(steps),
        state: 'open',
        opened_at: ctx.now(),
        closed_at: null,
      })
      .execute()
    return id
  }
  const holderOf = async (id: string) =>
    (await ctx.db.selectFrom('task').select('person_id').where('id', '=', id).executeTakeFirstOrThrow()).person_id

  test('a dry run says what would move; the act moves it, with a record', async () => {
    const [from, to, absent, standIn] = [
      await one('drafter', 'reviewer'),
      await one('drafter'),
      await one('leader'),
      await one('proofreader'),
    ]
    const open = await task(from, { title: '答复赵某的申请' })
    const done = await task(from, { title: '旧事' })
    await ctx.db.updateTable('task').set({ done_at: ctx.now() }).where('id', '=', done).execute()
    const clock = ctx.newId()
    await ctx.db
      .insertInto('deadline')
      .values({
        id: clock,
        noun: 'request',
        noun_id: clock,
        title: '赵某申请的答复期限',
        body_id: bodyId(),
        person_id: from.personId,
        received_on: today,
        events: '[]',
        due_on: '2026-02-25',
        due_status: 'final',
        computed_at: ctx.now(),
      })
      .execute()
    await delegate(absent, from)
    await delegate(from, standIn)
    await delegate(to, from)

    const before = await lastSeq(ctx)
    const { id: none, moved } = await hand(officer, from, to, body, { dryRun: true })
    expect(none).toBeNull()
    expect(moved.posts.map(({ role, step, already }) => [role, step, already])).toEqual([
      ['drafter', null, true],
      ['reviewer', 1, false],
    ])
    expect(moved.tasks).toEqual([{ id: open, kind: 'case', title: '答复赵某的申请', dueOn: null }])
    expect(moved.deadlines).toEqual([{ id: clock, title: '赵某申请的答复期限', dueOn: '2026-02-25' }])
    expect(moved.delegations.map(({ gave, over }) => [gave, over]).sort()).toEqual([
      [false, false],
      [false, true],
      [true, false],
    ])
    expect(await kindsSince(ctx, before)).toEqual([])
    expect(await holderOf(open)).toBe(from.personId)

    const { id, moved: really } = await hand(officer, from, to)
    expect(really).toEqual(moved)
    expect(await kindsSince(ctx, before)).toEqual(['handover.made'])
    expect(await rolesOf(from)).toEqual([])
    expect(await rolesOf(to)).toEqual([
      ['drafter', null],
      ['reviewer', null],
      ['leader', absent.personId],
    ])
    expect((await rolesOf(standIn)).filter(([, behalf]) => behalf === to.personId)).toHaveLength(2)
    expect(await holderOf(open)).toBe(to.personId)
    expect(await holderOf(done)).toBe(from.personId)
    const [handover] = await handoversOf(ctx, to)
    expect(handover).toMatchObject({ id, fromPerson: from.personId, toPerson: to.personId, byName: '关教育', note: '岗位调整', moved })
    await expect(hand(officer, from, to)).rejects.toMatchObject({ code: 'holds-nothing' })
  })

  test('the day of the handover belongs to the receiver, the day before to the giver', async () => {
    const [from, to] = [await staff(ctx, '早', 'zao', { body, role: 'leader', since: '2025-01-01' }), await one()]
    await hand(officer, from, to)
    expect(await rolesOf(from, '2026-01-19')).toEqual([['leader', null]])
    expect(await rolesOf(to, '2026-01-19')).toEqual([])
    expect(await rolesOf(to)).toEqual([['leader', null]])
  })

  test('never puts two administrations in one hand', async () => {
    const [from, to] = [await staff(ctx, '甲', 'jia'), await staff(ctx, '乙', 'yi')]
    await addPost(ctx, security, from.personId, { body: 'qingxi', role: 'audit-admin' })
    await addPost(ctx, security, to.personId, { body: 'qingxi-office', role: 'system-admin' })
    await expect(hand(security, from, to, 'qingxi')).rejects.toMatchObject({ code: 'administrations-apart' })
    const free = await staff(ctx, '丙', 'bing')
    await hand(security, from, free, 'qingxi')
    expect(await rolesOf(free)).toEqual([['audit-admin', null]])
  })

  test('ordinary posts are not the security administrator’s to move', async () => {
    await expect(hand(security, await one('drafter'), await one())).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('leaves no sign-off that only its drafter could approve, and says which', async () => {
    const [from, to] = [await staff(ctx, '签', 'qian', { body: 'education', role: 'secrecy-reviewer' }), await one('drafter')]
    const id = await signOff(to, '县教育局指南（修订）', [{ role: 'secrecy-reviewer' }, { role: 'leader' }])
    await expect(hand(officer, from, to)).rejects.toMatchObject({
      code: 'would-approve-own',
      message: expect.stringContaining('县教育局指南（修订）'),
    })
    await staff(ctx, '另一位', 'lingyi', { body: 'education', role: 'secrecy-reviewer' })
    const asked = await task(from, { kind: 'approval', noun: 'sign-off', noun_id: id, title: '请审' })
    await expect(hand(officer, from, to)).rejects.toMatchObject({ code: 'would-approve-own' })
    await ctx.db.updateTable('task').set({ done_at: ctx.now() }).where('id', '=', asked).execute()
    expect((await hand(officer, from, to)).moved.posts).toHaveLength(1)
  })

  test('a step already taken does not stand in the way', async () => {
    const [from, to, other] = [await staff(ctx, '校', 'jiao', { body, role: 'higher-office' }), await one('drafter'), await one('leader')]
    const id = await signOff(to, '已过一步', [{ role: 'higher-office' }, { role: 'leader' }])
    await expect(hand(officer, from, to)).rejects.toMatchObject({ code: 'would-approve-own' })
    await ctx.db
      .insertInto('approval')
      .values({
        id: ctx.newId(),
        sign_off_id: id,
        step: 1,
        person_id: from.personId,
        decision: 'approved',
        at: ctx.now(),
        content_hash: '0'.repeat(64),
      })
      .execute()
    expect(other.posts).toHaveLength(1)
    expect((await hand(officer, from, to)).moved.posts).toHaveLength(1)
  })
})

test('all of it stands in one unbroken chain', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})

test('who receives a delegation or a handover hears of it, unless they made it themselves', async () => {
  const [giver, deputy] = [await one('proofreader'), await one('drafter')]
  await delegate(giver, deputy)
  expect(await told(deputy)).toEqual([`2026-01-20 至 2026-01-30，你代理${giver.name}的工作`])
  await hand(officer, giver, deputy, body, { dryRun: true })
  expect(await told(deputy)).toHaveLength(1)
  await hand(officer, giver, deputy)
  expect((await told(deputy))[0]).toMatch(new RegExp(`^${giver.name}在.+的工作交接给了你$`))
  await delegate(await one('secrecy-reviewer'), officer)
  expect(await told(officer)).toEqual([])
})
