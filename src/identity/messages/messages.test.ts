import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Context, inTransaction } from '#db'
import { type Jobs, startJobs, tasks } from '#jobs'
import { Failure, messageError, messageKinds, messageText, messageWords, notificationText } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { mailServer, smsGateway } from '../../../tests/gateways.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
// Only the server opens posts; here they stand for one.
import { openPost } from '../../runtime/post.ts'
import { verifyChain } from '../audit/verify.ts'
import type { Actor } from '../model.ts'
import { notificationsOf } from '../notifications/commands.ts'
import { deliverMessage, retryMessage, sendMessageIn } from './commands.ts'
import { mostTries, type NewMessage, recipientOf } from './model.ts'
import { messagesOf } from './queries.ts'

let database: TestDatabase
let office: SmallOffice
let drafter: Actor
let others: Actor
let leader: Actor
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  database = await testDatabase()
  office = await smallOffice(database.ctx)
  drafter = await office.actor(await office.person('经办', office.bureau, 'drafter'))
  others = await office.actor(await office.person('别处', office.station, 'drafter', 'disclosure-officer'))
  leader = await office.actor(await office.person('局长', office.bureau, 'leader'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await sql`truncate graphile_worker._private_jobs`.execute(database.ctx.db)
})
afterAll(() => database.close())

const from = { name: '青石县政府信息公开', address: 'gk@qingshi.example' }
const mailAt = (port: number): Context['post'] =>
  openPost({ mail: { host: '127.0.0.1', port, isSecure: false, startsTls: true, account: null, from }, sms: null })
const smsAt = (url: string): Context['post'] => openPost({ mail: null, sms: { url, token: 'token-1' } })
const withPost = (post: Context['post']): Context => ({ ...database.ctx, post })
const nothing = { mail: null, sms: null }

const ask = (ctx: Context, change: Partial<NewMessage> = {}): Promise<string> =>
  inTransaction(ctx, (tx) =>
    sendMessageIn(tx, ctx, {
      channel: 'e-mail',
      to: 'zhang@example.cn',
      kind: 'extension.told',
      values: { body: '青石县水务局', number: '2026-0007', by: '2026-03-17', where: 'https://gk.example.cn/track' },
      noun: 'request',
      nounId: ctx.newId(),
      bodyId: office.bureau,
      ...change,
    }),
  )
const found = async (id: string) => {
  const { items } = await messagesOf(database.ctx, drafter, { limit: 200 })
  return items.find((message) => message.id === id)!
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error) => (error instanceof Failure ? error.code : String(error)),
  )
const waitingJobs = async (): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from graphile_worker.jobs`.execute(database.ctx.db)).rows[0]!.n)

async function until(holds: () => Promise<boolean>, milliseconds = 30_000): Promise<void> {
  const end = Date.now() + milliseconds
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come about in time')
    await sleep(50)
  }
}

async function run(ctx: Context): Promise<Jobs> {
  const jobs = await startJobs(ctx, { url: database.url, timetable: false, report: () => {}, tasks })
  closing.push(() => jobs.stop())
  return jobs
}

describe('a notice', () => {
  test('goes out by the job once its transaction commits, and is written down as sent', async () => {
    const server = await mailServer()
    closing.push(server.close)
    const ctx = withPost(mailAt(server.port))
    const id = await ask(ctx)
    expect(await found(id)).toMatchObject({ state: 'waiting', to: 'z***@example.cn', tries: 0, sentAt: null })
    await run(ctx)
    await until(async () => (await found(id)).state === 'sent')
    expect(server.letters).toHaveLength(1)
    const [letter] = server.letters
    expect(letter!.subject).toBe('答复期限延长（编号 2026-0007）')
    expect(letter!.text).toContain('最迟 2026 年 3 月 17 日（周二）答复')
    expect(letter!.text).toContain('https://gk.example.cn/track')
    expect(letter!.messageId).toBe(`<${id}@qingshi.example>`)
    expect(await found(id)).toMatchObject({ tries: 1, error: '', reference: expect.stringMatching(/^250 /) })
  })

  test.each([
    ['https://gk.example.cn', '/track', 'https://gk.example.cn/track'],
    ['https://gk.example.cn', 'https://other.example/t', 'https://other.example/t'],
    [null, '/track', null],
  ])('at a site known as %s leads from %s to %s', async (origin, where, expected) => {
    const id = await ask({ ...database.ctx, origin }, { values: { body: '局', number: 'N-1', where } })
    const { text } = await found(id)
    if (expected === null) expect(text).not.toContain('track')
    else expect(text).toContain(`查看：${expected}\n`)
  })

  test('that was asked for in a transaction that failed is none', async () => {
    const ctx = withPost(mailAt(9))
    const failed = inTransaction(ctx, async (tx) => {
      await sendMessageIn(tx, ctx, {
        channel: 'e-mail',
        to: 'nobody@example.cn',
        kind: 'answer.sent',
        values: { body: '局', number: 'X-1' },
        noun: 'request',
        nounId: ctx.newId(),
        bodyId: office.bureau,
      })
      throw new Error('the rest failed')
    })
    await expect(failed).rejects.toThrow('the rest failed')
    expect((await messagesOf(database.ctx, drafter)).items.filter(({ kind }) => kind === 'answer.sent')).toEqual([])
    expect(await waitingJobs()).toBe(0)
  })

  test('waits for a server that is away and goes out when it is back', async () => {
    const first = await mailServer()
    const { port } = first
    await first.close()
    const ctx = withPost(mailAt(port))
    const id = await ask(ctx)
    await run(ctx)
    await until(async () => (await found(id)).tries === 1)
    expect(await found(id)).toMatchObject({ state: 'waiting', error: expect.stringContaining('ECONNREFUSED') })
    const server = await mailServer({ port })
    closing.push(server.close)
    await until(async () => (await found(id)).state === 'sent')
    expect(server.letters).toHaveLength(1)
    expect((await found(id)).error).toBe('')
  })

  test('that is refused fails at once, without the address in what is kept, and those who draft are told', async () => {
    const server = await mailServer({ refuses: () => 550 })
    closing.push(server.close)
    const ctx = withPost(mailAt(server.port))
    const id = await ask(ctx)
    await deliverMessage(ctx, id)
    const { state, error, tries } = await found(id)
    expect([state, tries]).toEqual(['failed', 1])
    expect(error).toContain('550')
    expect(error).not.toContain('zhang@example.cn')
    const { items } = await notificationsOf(ctx, drafter)
    expect(notificationText('zh-CN', items[0]!.kind, items[0]!.values)).toContain('给 z***@example.cn 的通知没有发出：')
    expect((await notificationsOf(ctx, others)).items).toEqual([])
    const kept = await sql<{ text: string }>`select coalesce(string_agg(detail::text, ''), '') as text from event`.execute(ctx.db)
    expect(kept.rows[0]!.text).not.toContain('zhang@example.cn')
  })

  test(`is given up after ${mostTries} tries, and may be sent again by hand`, async () => {
    const away = await mailServer()
    const { port } = away
    await away.close()
    const ctx = withPost(mailAt(port))
    const id = await ask(ctx)
    for (let tries = 1; tries < mostTries; tries++) await expect(deliverMessage(ctx, id)).rejects.toThrow('ECONNREFUSED')
    expect((await found(id)).state).toBe('waiting')
    await deliverMessage(ctx, id)
    expect(await found(id)).toMatchObject({ state: 'failed', tries: mostTries })
    await deliverMessage(ctx, id)
    expect((await found(id)).tries).toBe(mostTries)

    const server = await mailServer({ port })
    closing.push(server.close)
    expect(await retryMessage(ctx, drafter, id)).toMatchObject({ state: 'waiting', tries: 0 })
    await deliverMessage(ctx, id)
    expect((await found(id)).state).toBe('sent')
    expect(await codeOf(retryMessage(ctx, drafter, id))).toBe('message-sent')
    expect(server.letters[0]!.messageId).toBe(`<${id}@qingshi.example>`)
  })

  test('is sent once where two jobs meet', async () => {
    const gateway = await smsGateway(() => ({ status: 200, body: { id: 'sms-1' } }))
    closing.push(gateway.close)
    const ctx = withPost(smsAt(gateway.url))
    const id = await ask(ctx, { channel: 'sms', to: '138 0000 1234' })
    await Promise.all([deliverMessage(ctx, id), deliverMessage(ctx, id), deliverMessage(ctx, id)])
    await deliverMessage(ctx, id)
    expect(gateway.questions).toHaveLength(1)
    expect(gateway.questions[0]!.body).toMatchObject({ to: '13800001234', reference: id })
    expect(await found(id)).toMatchObject({ state: 'sent', to: '138****1234', reference: 'sms-1' })
  })

  test('without its channel is kept, shown, and sent later', async () => {
    const id = await ask(database.ctx)
    expect(await found(id)).toMatchObject({ state: 'not-set-up' })
    expect(await waitingJobs()).toBe(0)
    expect(await codeOf(retryMessage(database.ctx, drafter, id))).toBe('post-not-set-up')
    const server = await mailServer()
    closing.push(server.close)
    const ctx = withPost(mailAt(server.port))
    await retryMessage(ctx, drafter, id)
    expect(await waitingJobs()).toBe(1)
    await deliverMessage(ctx, id)
    expect((await found(id)).state).toBe('sent')
    // And the other way: set up when asked for, no more when sent.
    const later = await ask(ctx)
    await deliverMessage(withPost(nothing), later)
    expect((await found(later)).state).toBe('not-set-up')
  })

  test.each([
    ['e-mail', 'zhang example.cn'],
    ['e-mail', 'a@b.cn,c@d.cn'],
    ['sms', '0535-1234567'],
    ['sms', '10086'],
  ] as const)('by %s to %s is shown as failed, and does not hold up the act', async (channel, to) => {
    const id = await ask(withPost(mailAt(9)), { channel, to })
    const { state, error } = await found(id)
    expect([state, messageError('zh-CN', error)]).toEqual(['failed', '收件的邮箱或手机号不对'])
    expect(recipientOf(channel, to)).toBeNull()
  })
})

describe('who sees notices', () => {
  test('the body that told, and no other; who may not is told', async () => {
    const nounId = database.ctx.newId()
    const id = await ask(database.ctx, { nounId })
    const about = { noun: 'request', nounId }
    expect((await messagesOf(database.ctx, drafter, { about })).items.map((message) => message.id)).toEqual([id])
    expect((await messagesOf(database.ctx, others, { about })).items).toEqual([])
    expect(await codeOf(messagesOf(database.ctx, leader, { about }))).toBe('not-allowed')
    expect(await codeOf(retryMessage(database.ctx, others, id))).toBe('not-allowed')
    expect(await codeOf(retryMessage(database.ctx, drafter, database.ctx.newId()))).toBe('not-found')
  })

  test('page after page, the newest first, by state', async () => {
    const all = (await messagesOf(database.ctx, drafter, { limit: 200 })).items.map(({ id }) => id)
    const paged: string[] = []
    for (let after: string | null = null; ; ) {
      const { items, next } = await messagesOf(database.ctx, drafter, { after, limit: 3 })
      paged.push(...items.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    expect(paged).toEqual(all)
    expect(all).toEqual([...all].sort().reverse())
    const failed = await messagesOf(database.ctx, drafter, { state: 'failed' })
    expect(failed.items.length).toBeGreaterThan(0)
    expect(new Set(failed.items.map(({ state }) => state))).toEqual(new Set(['failed']))
  })

  test('the recipient lies sealed in the table, and every sending is in the audit chain', async () => {
    const id = await ask(database.ctx)
    const { rows } = await sql<{ text: string }>`select row_to_json(message)::text as text from message where id = ${id}`.execute(
      database.ctx.db,
    )
    expect(rows[0]!.text).not.toContain('zhang@')
    const kinds = await sql<{ kind: string }>`select distinct kind from event where noun = 'message' order by kind`.execute(database.ctx.db)
    expect(kinds.rows.map(({ kind }) => kind)).toEqual(['message.failed', 'message.held', 'message.retried', 'message.sent'])
    expect((await verifyChain(database.ctx.db)).broken).toBeNull()
  })
})

describe('the words', () => {
  test.each(messageKinds)('%s has a subject, says the number and never a code, in both languages', (kind) => {
    for (const language of ['zh-CN', 'en'] as const)
      for (const channel of ['e-mail', 'sms'] as const)
        for (const by of [null, '2026-03-17']) {
          const { subject, text } = messageText(language, channel, kind, { body: '青石县水务局', number: '2026-0007', by })
          expect(text).toContain('2026-0007')
          expect(text).toContain('青石县水务局')
          expect(text).not.toMatch(/undefined|null|\{|\}/)
          expect(subject === '').toBe(channel === 'sms')
        }
    expect(messageWords['zh-CN'].notices[kind].subject.length).toBeLessThanOrEqual(10)
  })
  test('a short message stays within four parts of 67 characters', () => {
    for (const kind of messageKinds)
      expect(
        messageText('zh-CN', 'sms', kind, { body: '青石县自然资源和规划局', number: '2026-0007', by: '2026-03-17' }).text.length,
      ).toBeLessThanOrEqual(4 * 67)
  })
})
