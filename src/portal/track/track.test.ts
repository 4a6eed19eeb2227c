import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ActInput, expireDrafts, perform, type VerbName } from '#casework'
import type { Context } from '#db'
import { changeSetting, type Machine } from '#identity'
import { settleCounty } from '../../../tests/browser/county.ts'
import { applies, type Citizen, citizen, pdf, person, png, portalOf } from '../../../tests/citizen.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'

const machine: Machine = { personId: null, origin: 'tests' }

let database: TestDatabase
let ctx: Context
let server: FastifyInstance
let address = 0

beforeAll(async () => {
  database = await testDatabase()
  ctx = database.ctx
  await settleCounty(ctx)
  server = await portalOf(ctx)
})
afterAll(async () => {
  await server?.close()
  await database?.close()
})
beforeEach(() => database.setNow('2026-01-20T09:00:00+08:00'))

const anybody = (): Citizen => citizen(server, `203.0.113.${++address}`)

interface Case {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly of: Citizen
}
let cases = 0
/** A request sent on the site, confirmed the same day unless told otherwise. */
async function sent({ slug = 'ziran-ziyuan', confirmed = true } = {}): Promise<Case> {
  const of = anybody()
  const { number, code } = await applies(of, slug, { what: { 'title-1': `石板桥村征地补偿方案之${++cases}` } })
  const { id } = await ctx.db
    .selectFrom('request')
    .innerJoin('body', 'body.id', 'request.body_id')
    .select('request.id')
    .where('number', '=', number)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  if (confirmed) await by(id, 'confirm', { facts: { confirmed: '2026-01-20' } })
  return { id, number, code, of }
}
const by = <V extends VerbName>(id: string, verb: V, input: ActInput<V>) => perform(ctx, machine, id, verb, input)
const looks = async ({ number, code }: Pick<Case, 'number' | 'code'>, of = anybody()) => {
  const page = await of.post('/track', { number, code })
  return { of, page }
}
const eventsOf = async (id: string) =>
  ctx.db.selectFrom('case_event').select(['kind', 'person_id', 'data']).where('request_id', '=', id).orderBy('seq').execute()

const granted = ['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no', 'ground none']
const refused = [...granted.slice(0, -1), 'ground internal', 'severable-internal no']
async function answers(id: string, path: readonly string[]) {
  const steps = path.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' }))
  await by(id, 'decide', { path: steps })
  await by(id, 'answer', { method: 'post' })
}

describe('number and code', () => {
  test('lead to the case: when it is answered, why, and what happened', async () => {
    const one = await sent()
    const { page } = await looks(one)
    expect(page.path).toBe('/track/case')
    // 20 working days from 21 January; the Spring Festival of 2026 lies between.
    for (const words of [
      '你的申请正在办理',
      one.number,
      '还有 20 个工作日',
      '送出申请',
      '机关收到申请',
      '条例》第三十三条',
      '云溪县人民政府申请行政复议',
    ])
      expect(page.text).toContain(words)
    expect(page.text).toMatch(/最迟 <em>2026 年 \d 月 \d+ 日（周.）<\/em>答复/)
    expect(page.text).toMatch(/<div class="ruler" aria-hidden="true">/)
    expect(page.headers['cache-control']).toContain('no-store')
    for (const secret of [person.name, person.identityNumber, person.phone, one.code]) expect(page.text).not.toContain(secret)
  })

  test('are taken as people type them', async () => {
    const one = await sent()
    const code = `${one.code.slice(0, 4)}-${one.code.slice(4)}`.toLowerCase()
    expect((await looks({ number: ` ${one.number} `, code })).page.path).toBe('/track/case')
  })

  test('refuse a wrong number as a wrong code: the same page, byte for byte but for what was typed', async () => {
    const one = await sent()
    const answers = [
      await anybody().post('/track', { number: one.number, code: 'ABCDEFGH' }),
      await anybody().post('/track', { number: '2026-9999', code: one.code }),
      await anybody().post('/track', { number: '2026-9999', code: 'ABCDEFGH' }),
    ]
    const plain = answers.map(({ text, status, headers }) => [
      status,
      text.replaceAll(one.number, '…').replaceAll('2026-9999', '…'),
      headers['set-cookie'],
    ])
    expect(plain[0]![0]).toBe(404)
    expect(plain[1]).toEqual(plain[0])
    expect(plain[2]).toEqual(plain[0])
    expect(answers[0]!.text).toContain('编号或查询码有一个不对')
    const empty = await anybody().post('/track', { number: '', code: '' })
    expect([empty.status, [...empty.text.matchAll(/aria-invalid="true"/g)].length]).toEqual([400, 2])
  })

  test('are guessed ten times and no more, by number and by address', async () => {
    const one = await sent()
    const guesser = anybody()
    const guess = () => guesser.post('/track', { number: one.number, code: 'ABCDEFGH' })
    for (let n = 0; n < 10; n++) expect((await guess()).status).toBe(404)
    // Even the right code waits now for whoever guessed, and a number that does not exist is held alike.
    expect((await looks(one, guesser)).page.status).toBe(429)
    for (let n = 0; n < 10; n++) await guesser.post('/track', { number: '2026-8888', code: 'ABCDEFGH' })
    expect((await guesser.post('/track', { number: '2026-8888', code: 'ABCDEFGH' })).status).toBe(429)
    // Whoever has the code is locked out by nobody's guesses.
    expect((await looks(one)).page.status).toBe(200)
    const of = anybody()
    for (let n = 0; n < 60; n++) await of.post('/track', { number: `2026-7${n}`, code: 'ABCDEFGH' })
    expect((await of.post('/track', { number: '2026-7777', code: 'ABCDEFGH' })).status).toBe(429)
  })

  test('are kept by nobody: the cookie is a token, the database its digest, over after half an hour or on leaving', async () => {
    const { of, page } = await looks(await sent())
    const token = of.cookies.get('gongkai-case')!
    expect(String(page.headers['set-cookie'])).toMatch(/HttpOnly/)
    const digests = await ctx.db.selectFrom('case_visit').select('token_digest').execute()
    expect(digests.some(({ token_digest }) => token_digest.includes(token))).toBe(false)
    database.setNow('2026-01-20T09:29:00+08:00')
    expect((await of.get('/track/case')).status).toBe(200)
    database.setNow('2026-01-20T09:58:00+08:00')
    expect((await of.get('/track/case')).status).toBe(200)
    database.setNow('2026-01-20T10:28:01+08:00')
    expect((await of.get('/track/case')).status).toBe(401)
    await expireDrafts(ctx)
    expect(await ctx.db.selectFrom('case_visit').select('token_digest').execute()).toEqual([])

    const again = await looks(await sent())
    const kept = again.of.cookies.get('gongkai-case')!
    expect((await again.of.post('/track/case/leave')).path).toBe('/track')
    again.of.cookies.set('gongkai-case', kept)
    expect((await again.of.get('/track/case')).status).toBe(401)
  })
})

describe('nobody else', () => {
  test('with a cookie of another case, a made-up one or none gets anything of this one', async () => {
    const [one, other] = [await sent(), await sent({ slug: 'jiaoyu' })]
    const elsewhere = await looks(other)
    const made = anybody()
    made.cookies.set('gongkai-case', 'x'.repeat(43))
    for (const of of [elsewhere.of, made, anybody()])
      for (const path of [
        '/track',
        '/track/case',
        `/track/letters/${one.id}`,
        '/track/case?done=say',
        `/track/letters/${ctx.newId()}?file=${one.id}`,
      ]) {
        const { text } = await of.get(path)
        for (const secret of [one.number, one.code, `方案之${cases - 1}<`]) expect(text).not.toContain(secret)
      }
    // What is sent with another visit's token, or to nobody's, changes nothing.
    const before = await eventsOf(one.id)
    const csrf = /name="csrf" value="([^"]+)"/.exec((await elsewhere.of.get('/track/case')).text)![1]!
    const { of } = await looks(one)
    for (const path of ['withdraw', 'say', 'rate', 'publish', 'correct', 'leave'])
      expect((await of.post(`/track/case/${path}`, { csrf, sure: 'yes', note: '改', text: '改', score: '5' })).status).toBe(403)
    expect((await anybody().post('/track/case/withdraw', { sure: 'yes' })).status).toBe(401)
    expect((await of.post('/track/case/withdraw', { sure: 'yes' }, [], { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect(await eventsOf(one.id)).toEqual(before)
  })
})

describe('what the applicant sees', () => {
  test('legal events only, never what staff do and write for one another', async () => {
    const one = await sent()
    await by(one.id, 'note', { text: '内部意见：拟不予公开' })
    await by(one.id, 'log-search', { where: '档案室', terms: '征地', found: 2, text: '两份' })
    await by(one.id, 'ask-inquiry', { name: '国土股', question: '请提供方案', dueOn: '2026-01-25' })
    await by(one.id, 'consult', { party: 'third-party', name: '云溪评估有限公司' })
    const { page } = await looks(one)
    expect(page.text).toContain('征求意见，暂停计时')
    for (const hidden of ['内部意见', '档案室', '国土股', '请提供方案', '云溪评估有限公司']) expect(page.text).not.toContain(hidden)
  })

  test('what waits to be confirmed says by when, and whom to call', async () => {
    const { page } = await looks(await sent({ confirmed: false }))
    for (const words of ['等机关和你核对', '一个工作日内', '0000-8000106']) expect(page.text).toContain(words)
    expect(page.text).not.toContain('class="ruler"')
  })

  test('what is late says so, and what may be done', async () => {
    const one = await sent()
    database.setNow('2026-04-20T09:00:00+08:00')
    const { page } = await looks(one)
    expect(page.text).toMatch(/已经超过 \d+ 个工作日/)
    for (const words of ['已经过了答复期限', '向云溪县人民政府申请行政复议', '云溪县人民法院']) expect(page.text).toContain(words)
  })

  test('a date that runs into a year without its rest days says what it waits for', async () => {
    database.setNow('2026-12-20T09:00:00+08:00')
    const one = await sent({ confirmed: false })
    await by(one.id, 'confirm', { facts: { confirmed: '2026-12-20' } })
    expect((await looks(one)).page.text).toContain('等 2027 年的放假安排公布')
  })

  test('what may be done about an answer, by its kind', async () => {
    const [yes, no] = [await sent(), await sent()]
    await answers(yes.id, granted)
    await answers(no.id, refused)
    expect((await looks(yes)).page.text).toContain('也可以在 6 个月内向云溪县人民法院起诉')
    const { page } = await looks(no)
    for (const words of ['你的申请已经办结', '先向云溪县人民政府申请行政复议']) expect(page.text).toContain(words)
  })

  test('the same in English', async () => {
    const { of } = await looks(await sent())
    const { text } = await of.get('/track/case?lang=en')
    for (const words of ['Your request is being handled', '20 working days left', 'Received by the body', '<html lang="en"'])
      expect(text).toContain(words)
  })
})

describe('what is asked of the applicant', () => {
  test('a correction: with text and papers, and the time begins anew', async () => {
    const one = await sent()
    await by(one.id, 'ask-correction', { what: '请写明批复的年份', by: '2026-02-06' })
    database.setNow('2026-01-22T09:00:00+08:00')
    const { of, page } = await looks(one)
    for (const words of ['等你补正', '请在 2026 年 2 月 6 日前补正', '请写明批复的年份']) expect(page.text).toContain(words)
    const empty = await of.post('/track/case/correct', { text: ' ' })
    expect([empty.status, empty.text.includes('id="text-error"')]).toEqual([400, true])
    const wrong = await of.post('/track/case/correct', { text: '是 2024 年的' }, [
      { field: 'file', name: '说明.pdf', bytes: new Uint8Array([1, 2, 3]) },
    ])
    expect([wrong.status, wrong.text.includes('id="file-error"'), wrong.text.includes('是 2024 年的')]).toEqual([400, true, true])
    const done = await of.post('/track/case/correct', { text: '是 2024 年的' }, [{ field: 'file', name: '说明.pdf', bytes: pdf('说明') }])
    expect([done.path, done.text.includes('补正已经送到')]).toEqual(['/track/case?done=correct', true])
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({ kind: 'correction.received', person_id: null, data: { text: '是 2024 年的' } })
    const [file] = await ctx.db
      .selectFrom('attachment')
      .select('name')
      .where('noun', '=', 'intake-form')
      .where('noun_id', '=', sql<string>`(select form_id::text from request where id = ${one.id})`)
      .orderBy('added_at', 'desc')
      .execute()
    expect(file).toEqual({ name: '申请人-说明.pdf' })
    // Sent once more from a page that stood open: said, not done.
    const late = await of.post('/track/case/correct', { text: '再说一次' })
    expect([late.status, late.text.includes('不能收补正')]).toEqual([409, true])
  })

  test('reasons: written for the clerk to record, and the page remembers', async () => {
    const one = await sent()
    await by(one.id, 'ask-reasons', { by: '2026-02-06' })
    const { of, page } = await looks(one)
    expect(page.text).toContain('前说明理由')
    const done = await of.post('/track/case/say', { text: '每份都和我家的地有关' }, [{ field: 'file', name: '证.png', bytes: png() }])
    expect(done.text).toContain('你在 2026 年 1 月 20 日送出过理由')
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({ kind: 'note.added', person_id: null, data: { text: '每份都和我家的地有关' } })
  })

  test('a payment: how much, until when and how; paid elsewhere', async () => {
    const body = await ctx.db.selectFrom('body').select('id').where('slug', '=', 'ziran-ziyuan').executeTakeFirstOrThrow()
    for (const [key, value] of [
      ['chargesFees', true],
      ['feeAccount', '凭通知书到县政务服务中心 3 号窗口缴纳'],
    ] as const)
      await changeSetting(ctx, machine, { key, value, bodyId: body.id })
    const one = await sent()
    await by(one.id, 'notice-fee', { mode: 'piece', count: 30, before: 0 })
    const { page } = await looks(one)
    expect(page.text).toMatch(/请在 2026 年 \d 月 \d+ 日前缴费 [\d.]+ 元/)
    expect(page.text).toContain('县政务服务中心 3 号窗口')
  })

  test('withdrawing asks first', async () => {
    const one = await sent()
    const { of } = await looks(one)
    const unsure = await of.post('/track/case/withdraw')
    expect([unsure.status, unsure.text.includes('id="sure-error"')]).toEqual([400, true])
    const done = await of.post('/track/case/withdraw', { sure: 'yes' })
    expect([done.status, done.text.includes('已经撤回'), done.text.includes('/track/case/withdraw')]).toEqual([200, true, false])
  })

  test('after the end: one rating, and a suggestion to publish it', async () => {
    const one = await sent()
    expect((await looks(one)).page.text).not.toContain('评价这次办理')
    await answers(one.id, granted)
    const { of } = await looks(one)
    expect((await of.post('/track/case/rate', { score: '9' })).status).toBe(400)
    expect((await of.post('/track/case/rate', { score: '4', rateText: '很快' })).text).toContain('你的评价：满意')
    expect((await of.post('/track/case/rate', { score: '1' })).status).toBe(409)
    expect((await of.post('/track/case/publish')).text).toContain('建议已经送到')
    expect((await eventsOf(one.id)).slice(-2)).toMatchObject([
      { kind: 'rating.given', data: { score: 4, text: '很快' } },
      { kind: 'publication.offered', data: { by: 'applicant' } },
    ])
  })
})
