import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Context, inTransaction } from '#db'
import { Failure, type FailureCode } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { eventsOf } from '../audit/queries.ts'
import { verifyChain } from '../audit/verify.ts'
import type { Actor, Machine } from '../model.ts'
import { notificationsOf } from '../notifications/commands.ts'
import { postsOf } from '../posts/queries.ts'
import { changeSetting } from '../settings/commands.ts'
import { doTask } from '../tasks/commands.ts'
import { tasksOf } from '../tasks/queries.ts'
import { decide, type NewSignOff, recordPaper, sendForSignOff, withdrawSignOff } from './commands.ts'
import { signOffAt, signOffSheet, signOffsOf } from './queries.ts'
import { registerApprovable } from './registry.ts'

const machine: Machine = { personId: null, origin: 'cli' }
const contentHash = createHash('sha256').update('the text').digest('hex')
const scan = { name: '签批单.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n') }

let database: TestDatabase
let ctx: Context
let office: SmallOffice
let drafter: Actor
let reviewer: Actor
let second: Actor
let leader: Actor
let officer: Actor

// A thing above identity, that says nothing of what follows.
registerApprovable('document', { contentHash: async () => contentHash, onApproved: async () => {}, onReturned: async () => {} })

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  office = await smallOffice(ctx)
  drafter = await person('起草人', 'drafter')
  reviewer = await person('审核人', { role: 'reviewer', step: 1 })
  second = await person('二审', { role: 'reviewer', step: 2 })
  leader = await person('局长', 'leader')
  officer = await person('公开负责人', 'disclosure-officer')
})
afterAll(() => database.close())

const person = async (name: string, ...roles: Parameters<SmallOffice['person']>[2][]): Promise<Actor> =>
  office.actor(await office.person(name, office.bureau, ...roles))

let papers = 0
function send(change: Partial<NewSignOff> = {}, by: Actor = drafter): Promise<string> {
  const steps = [{ role: 'reviewer' as const, step: 1 }, { role: 'leader' as const }]
  const nounId = `paper-${++papers}`
  return inTransaction(ctx, (tx) =>
    sendForSignOff(tx, ctx, by, {
      noun: 'document',
      nounId,
      title: `文件 ${papers}`,
      summary: [{ label: '标题', text: '某文件' }],
      contentHash,
      bodyId: office.bureau,
      steps,
      ...change,
    }),
  )
}

async function code(work: Promise<unknown>): Promise<FailureCode | 'none'> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

const approve = { decision: 'approved', contentHash } as const
const waiting = async (actor: Actor, id: string) => (await tasksOf(ctx, actor)).some(({ nounId }) => nounId === id)

describe('a round of approval', () => {
  test('goes from hand to hand: task, notice, approval, next; the drafter hears the end', async () => {
    const id = await send()
    expect([await waiting(reviewer, id), await waiting(second, id), await waiting(leader, id)]).toEqual([true, false, false])
    expect((await notificationsOf(ctx, reviewer)).items[0]).toMatchObject({ kind: 'sign-off.waiting', link: `/sign-offs/${id}` })
    expect(await code(decide(ctx, leader, id, approve))).toBe('not-your-step')
    const task = (await tasksOf(ctx, reviewer)).find(({ nounId }) => nounId === id)!
    expect([task.kind, task.role, task.step, task.lamp]).toEqual(['approval', 'reviewer', 1, 'none'])
    expect(await code(doTask(ctx, reviewer, task.id))).toBe('task-done-elsewhere')

    const half = await decide(ctx, reviewer, id, { ...approve, opinion: '可以' })
    expect([half.state, half.current, half.approvals[0]!.opinion]).toEqual(['open', 1, '可以'])
    expect([await waiting(reviewer, id), await waiting(leader, id)]).toEqual([false, true])
    const whole = await decide(ctx, leader, id, approve)
    expect([whole.state, whole.current, whole.mayDecide]).toEqual(['approved', null, false])
    expect((await notificationsOf(ctx, drafter)).items[0]!.kind).toBe('sign-off.approved')
    expect(await code(decide(ctx, leader, id, approve))).toBe('sign-off-closed')
    const kinds = (await eventsOf(ctx, { noun: 'sign-off', nounId: id })).items.map(({ kind }) => kind)
    expect(kinds).toEqual(['sign-off.approved', 'sign-off.step-approved', 'sign-off.sent'])
  })

  test('is returned with an opinion, and only with one', async () => {
    const id = await send()
    expect(await code(decide(ctx, reviewer, id, { decision: 'returned', contentHash }))).toBe('opinion-missing')
    expect(await code(decide(ctx, reviewer, id, { decision: 'returned', contentHash, opinion: ' ' }))).toBe('opinion-missing')
    expect((await decide(ctx, reviewer, id, { decision: 'returned', contentHash, opinion: '缺附件' })).state).toBe('returned')
    expect((await notificationsOf(ctx, drafter)).items[0]).toMatchObject({ kind: 'sign-off.returned', values: { opinion: '缺附件' } })
  })

  test('is of the text that was sent', async () => {
    const id = await send()
    expect(await code(decide(ctx, reviewer, id, { ...approve, contentHash: contentHash.replace(/^./, 'f') }))).toBe('content-changed')
  })

  test('of one thing is open once', async () => {
    await send({ nounId: 'the one' })
    expect(await code(send({ nounId: 'the one' }))).toBe('sent-already')
  })

  test('is taken back by the drafter or the disclosure officer, by nobody else', async () => {
    const [one, other] = [await send(), await send()]
    expect(await code(withdrawSignOff(ctx, reviewer, one))).toBe('not-allowed')
    expect((await withdrawSignOff(ctx, drafter, one)).state).toBe('withdrawn')
    expect((await withdrawSignOff(ctx, officer, other)).state).toBe('withdrawn')
    expect(await waiting(reviewer, one)).toBe(false)
    expect(await code(signOffAt(ctx, drafter, ctx.newId()))).toBe('not-found')
  })

  test('two at once: one takes the step', async () => {
    const id = await send()
    const twin = await person('另一审核人', { role: 'reviewer', step: 1 })
    const codes = await Promise.all([code(decide(ctx, reviewer, id, approve)), code(decide(ctx, twin, id, approve))])
    expect(codes.sort()).toEqual(['none', 'not-your-step'])
  })

  test('is listed for the body and the higher office, and says whether the actor may decide', async () => {
    const id = await send()
    const higher = await office.actor(await office.person('县办', office.office, 'higher-office'))
    const stranger = await office.actor(await office.person('外单位', office.station, 'drafter'))
    const seen = async (actor: Actor) => (await signOffsOf(ctx, actor, { state: 'open' })).items.find((one) => one.id === id)
    expect((await seen(reviewer))!.mayDecide).toBe(true)
    expect((await seen(drafter))!.mayDecide).toBe(false)
    expect((await seen(higher))!.mayDecide).toBe(false)
    expect(await seen(stranger)).toBeUndefined()
    expect(await code(signOffAt(ctx, stranger, id))).toBe('not-allowed')
    const first = await signOffsOf(ctx, drafter, { limit: 1 })
    expect((await signOffsOf(ctx, drafter, { limit: 1, after: first.next! })).items[0]!.id).not.toBe(first.items[0]!.id)
  })
})

describe('four eyes on the real database, with delegations', () => {
  const today = '2026-01-20'
  async function acting(name: string, forWhom: Actor, ...own: Parameters<SmallOffice['person']>[2][]): Promise<Actor> {
    const deputy = await person(name, ...own)
    await office.delegate(forWhom.personId, deputy.personId, office.bureau)
    return { ...deputy, posts: await postsOf(ctx.db, deputy.personId, today) }
  }

  test('a deputy approves once, for one; neither it nor whom it acted for approves again', async () => {
    const deputy = await acting('代审', reviewer, 'leader')
    const id = await send()
    const half = await decide(ctx, deputy, id, approve)
    expect(half.approvals[0]).toMatchObject({ personId: deputy.personId, onBehalfOf: reviewer.personId, onBehalfOfName: '审核人' })
    expect(await code(decide(ctx, deputy, id, approve))).toBe('second-approval')
    const both = { ...reviewer, posts: [...reviewer.posts, ...leader.posts] }
    expect(await code(decide(ctx, both, id, approve))).toBe('second-approval')
    expect((await decide(ctx, leader, id, approve)).state).toBe('approved')
    expect((await eventsOf(ctx, { noun: 'sign-off', nounId: id })).items[1]).toMatchObject({
      actorId: deputy.personId,
      onBehalfOf: reviewer.personId,
    })
  })

  test('the drafter does not approve in the place of another, nor another in the drafter’s', async () => {
    const author = await person('两岗人', 'drafter', { role: 'reviewer', step: 1 })
    const id = await send({}, author)
    expect(await code(decide(ctx, author, id, approve))).toBe('own-text')
    const deputy = await acting('代起草人', author)
    expect(await code(decide(ctx, deputy, id, approve))).toBe('own-text')
    const authorFor = await acting('起草兼代审', reviewer, 'drafter')
    expect(await code(decide(ctx, authorFor, await send({}, authorFor), approve))).toBe('own-text')
  })

  test('the database refuses what the code would let through', async () => {
    const id = await send()
    const row = {
      id: ctx.newId(),
      sign_off_id: id,
      step: 0,
      decision: 'approved',
      opinion: '',
      at: ctx.now(),
      content_hash: contentHash,
      signed_on: null,
      scan_id: null,
      recorded_by: null,
    }
    const insert = (person_id: string, on_behalf_of: string | null) =>
      ctx.db
        .insertInto('approval')
        .values({ ...row, id: ctx.newId(), person_id, on_behalf_of })
        .execute()
    await expect(insert(drafter.personId, null)).rejects.toThrow('own text')
    await expect(insert(leader.personId, drafter.personId)).rejects.toThrow('own text')
    await decide(ctx, reviewer, id, approve)
    await expect(insert(leader.personId, reviewer.personId)).rejects.toThrow('one approval')
  })

  test('in a small body one hand takes all the steps it holds, beside the drafter', async () => {
    const only = await person('全岗人', { role: 'reviewer', step: 1 }, 'leader')
    await changeSetting(ctx, machine, { key: 'smallBody', value: true, bodyId: office.bureau })
    const id = await send()
    expect(await code(decide(ctx, { ...drafter, posts: only.posts }, id, approve))).toBe('own-text')
    const done = await decide(ctx, only, id, approve)
    expect([done.state, done.approvals.map(({ step }) => step)]).toEqual(['approved', [1]])
    const sheet = await signOffSheet(ctx, only, id)
    expect(sheet.lines.map(({ role, merged, approval }) => [role, merged, approval?.personName ?? null])).toEqual([
      ['reviewer', true, null],
      ['leader', false, '全岗人'],
    ])
    await changeSetting(ctx, machine, { key: 'smallBody', value: false, bodyId: office.bureau })
  })
})

describe('on paper', () => {
  let clerk: Actor
  beforeAll(async () => {
    clerk = await person('登记人', 'drafter')
  })

  test('never recorded by who drafted it, unless the body is small', async () => {
    const id = await send()
    expect(await code(recordPaper(ctx, drafter, id, paper()))).toBe('paper-own-text')
    await changeSetting(ctx, machine, { key: 'smallBody', value: true, bodyId: office.bureau })
    expect((await recordPaper(ctx, drafter, id, paper())).approvals.length).toBeGreaterThan(0)
    await changeSetting(ctx, machine, { key: 'smallBody', value: false, bodyId: office.bureau })
  })

  const paper = (change: Partial<Parameters<typeof recordPaper>[3]> = {}) => ({
    signer: reviewer.personId,
    step: 0,
    signedOn: '2026-01-20',
    scan,
    ...change,
  })

  test('a step is recorded with signer, date, scan and who recorded it', async () => {
    const id = await send()
    const half = await recordPaper(ctx, clerk, id, paper())
    expect(half.approvals[0]).toMatchObject({ personName: '审核人', recordedByName: '登记人', signedOn: '2026-01-20', contentHash })
    const { hash, name, type } = await ctx.db
      .selectFrom('attachment')
      .innerJoin('content', 'content.hash', 'attachment.hash')
      .select(['attachment.hash', 'attachment.name', 'content.type'])
      .where('attachment.id', '=', half.approvals[0]!.scanId!)
      .executeTakeFirstOrThrow()
    expect([name, type]).toEqual(['签批单.pdf', 'application/pdf'])
    expect(await ctx.files.get(hash)).toEqual(Buffer.from(scan.bytes))
    const [event] = (await eventsOf(ctx, { noun: 'sign-off', nounId: id })).items
    expect(event).toMatchObject({
      actorId: clerk.personId,
      detail: { paper: { signerId: reviewer.personId, hash, signedOn: '2026-01-20' } },
    })
    expect((await recordPaper(ctx, officer, id, paper({ signer: leader.personId, step: 1 }))).state).toBe('approved')
  })

  test.each<[string, () => Partial<Parameters<typeof recordPaper>[3]>, FailureCode]>([
    ['by who holds another step', () => ({ signer: leader.personId }), 'not-your-step'],
    ['by the drafter', () => ({ signer: drafter.personId }), 'not-your-step'],
    ['of a later step', () => ({ step: 1, signer: leader.personId }), 'not-the-step'],
    ['before it was sent', () => ({ signedOn: '2026-01-19' }), 'signed-out-of-time'],
    ['tomorrow', () => ({ signedOn: '2026-01-21' }), 'signed-out-of-time'],
    ['on no day', () => ({ signedOn: '2026-02-30' }), 'wrong-field'],
    ['sent back without a word', () => ({ decision: 'returned' }), 'opinion-missing'],
    ['with a text for a scan', () => ({ scan: { name: 'x.pdf', bytes: new TextEncoder().encode('not a pdf') } }), 'unsupported-media'],
    ['with a scan too large', () => ({ scan: { name: 'x.pdf', bytes: new Uint8Array(20 * 1024 * 1024 + 1) } }), 'too-large'],
  ])('not %s', async (_, change, expected) => {
    const id = await send()
    expect(await code(recordPaper(ctx, clerk, id, paper(change())))).toBe(expected)
    expect((await signOffAt(ctx, drafter, id)).approvals).toEqual([])
  })

  test('who is said to have signed hears of it, and so does whom they signed for', async () => {
    const [deputy, absent] = [await person('代理局长', 'drafter'), await person('副局长', { role: 'reviewer', step: 3 })]
    await ctx.db
      .insertInto('delegation')
      .values({
        id: ctx.newId(),
        from_person: absent.personId,
        to_person: deputy.personId,
        body_id: office.bureau,
        since: '2026-01-01',
        until: '2026-12-31',
        reason: '出差',
        ended_at: null,
      })
      .execute()
    const id = await send({ steps: [{ role: 'reviewer', step: 3 }, { role: 'leader' }] })
    await recordPaper(ctx, clerk, id, paper({ signer: deputy.personId }))
    await recordPaper(ctx, clerk, id, paper({ signer: leader.personId, step: 1 }))
    for (const signer of [deputy, absent, leader]) {
      const [newest] = (await notificationsOf(ctx, signer)).items
      expect(newest).toMatchObject({
        kind: 'sign-off.signed-on-paper',
        values: { title: `文件 ${papers}`, signedOn: '2026-01-20', recorder: '登记人' },
        link: `/sign-offs/${id}`,
      })
    }
  })

  test('recorded by who may, and sent back with an opinion', async () => {
    const id = await send()
    expect(await code(recordPaper(ctx, leader, id, paper()))).toBe('not-allowed')
    expect((await recordPaper(ctx, clerk, id, paper({ decision: 'returned', opinion: '改标题' }))).state).toBe('returned')
  })
})

test('after all this the chain of events holds', async () => {
  expect((await verifyChain(ctx.db)).broken).toBeNull()
})
