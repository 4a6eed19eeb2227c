import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { draftOf, expireDrafts } from '#casework'
import type { Context } from '#db'
import { changeSetting, type Machine } from '#identity'
import { settleCounty } from '../../../tests/browser/county.ts'
import { applies, asked, type Citizen, citizen, pdf, person, png, portalOf, told } from '../../../tests/citizen.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'

const machine: Machine = { personId: null, origin: 'tests' }
const at = '/b/ziran-ziyuan/apply'

let database: TestDatabase
let ctx: Context
let server: FastifyInstance
let address = 0
let one: Citizen

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
beforeEach(() => {
  database.setNow('2026-01-20T09:00:00+08:00')
  one = anybody()
})

/** A browser at an address nobody sent from. */
const anybody = (): Citizen => citizen(server, `198.51.100.${++address}`)
const idOf = async (slug: string) => (await ctx.db.selectFrom('body').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
const count = async (table: 'request' | 'intake_draft' | 'attachment') =>
  Number(
    (
      await ctx.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const proof = { field: 'proof', name: '身份证.png', bytes: png() }

describe('from the first page to the receipt', () => {
  test('four steps make a request of the body, with its proof of identity, and the receipt tells number, code and days', async () => {
    const entry = await one.get(at)
    expect(entry.text).toContain('开始填写')
    expect(entry.text).not.toContain('没有开通')
    const what = await one.post(`${at}/begin`)
    expect([what.path, what.text.includes('第 2 步，共 4 步'), what.text.includes('不用写用途')]).toEqual([`${at}/form`, true, true])
    expect(what.headers['cache-control']).toContain('no-store')
    const who = await one.post(`${at}/form`, { ...asked, do: 'next' })
    expect(who.path).toBe(`${at}/you`)
    const check = await one.post(`${at}/you`, { ...person, do: 'next' }, [proof])
    expect(check.path).toBe(`${at}/send`)
    for (const words of ['石板桥村征地补偿安置方案', '云溪县自然资源局', '11*************02X', '身份证.png'])
      expect(check.text).toContain(words)
    expect(check.text).not.toContain(person.identityNumber)
    const receipt = await one.post(`${at}/send`, { do: 'send' })
    expect(receipt.path).toBe(`${at}/receipt`)
    const { number, code } = told(receipt)
    expect(number).toMatch(/2026/)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    // Sent on a Tuesday: confirmed by the end of the next working day.
    for (const words of ['2026 年 1 月 21 日', '20 个工作日', '7 个工作日', 'Ctrl+P']) expect(receipt.text).toContain(words)

    const row = await ctx.db
      .selectFrom('request')
      .innerJoin('intake_form', 'intake_form.id', 'request.form_id')
      .select(['request.state', 'request.title', 'request.unconfirmed_by', 'intake_form.id', 'intake_form.origin', 'intake_form.applicant'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ state: 'submitted', title: asked['title-1'], unconfirmed_by: '2026-01-21', origin: 'portal' })
    expect(row.applicant).not.toContain('陈小溪')
    const files = await ctx.db
      .selectFrom('attachment')
      .select('name')
      .where('noun', '=', 'intake-form')
      .where('noun_id', '=', row.id)
      .execute()
    expect(files).toEqual([{ name: '身份证明-身份证.png' }])
  })

  test('pressed twice it is one request, and the receipt is found again until it is noted', async () => {
    const before = await count('request')
    const { page } = await applies(one, 'ziran-ziyuan')
    const again = await one.post(`${at}/send`, { do: 'send' })
    expect([again.path, told(again)]).toEqual([`${at}/receipt`, told(page)])
    expect(await count('request')).toBe(before + 1)
    expect(told(await one.get(`${at}/receipt`))).toEqual(told(page))
    // Nothing of what was written is left, and another browser has nothing.
    expect((await one.get(`${at}/you`)).path).toBe(at)
    expect((await anybody().get(`${at}/receipt`)).text).toContain('已经过了显示的时间')
    await one.post(`${at}/receipt`)
    expect((await one.get(`${at}/receipt`)).text).not.toContain(told(page).code)
  })

  test('two at once are one request', async () => {
    await one.post(`${at}/begin`)
    await one.post(`${at}/form`, { ...asked, do: 'next' })
    await one.post(`${at}/you`, { ...person, do: 'next' }, [proof])
    const before = await count('request')
    const pages = await Promise.all([1, 2, 3].map(() => one.post(`${at}/send`, { do: 'send' })))
    expect(await count('request')).toBe(before + 1)
    expect(new Set(pages.map((page) => told(page).code)).size).toBe(1)
  })

  test('several requests in one form become cases of their own', async () => {
    const { page } = await applies(one, 'jiaoyu', {
      what: { count: '2', 'title-2': '学区划分方案', 'wanted-2': '2025 年' },
      who: { phone: '13900000002' },
    })
    expect([...page.text.matchAll(/class="big code">/g)]).toHaveLength(2)
    const forms = await ctx.db
      .selectFrom('request')
      .select(['form_id', 'title'])
      .where('body_id', '=', await idOf('jiaoyu'))
      .execute()
    expect(forms.map(({ title }) => title).sort()).toEqual(['学区划分方案', asked['title-1']].sort())
    expect(new Set(forms.map(({ form_id }) => form_id)).size).toBe(1)
  })

  test('who acts for an organisation, and who signs with it, go along', async () => {
    const { page, number } = await applies(one, 'fagai', {
      who: {
        kind: 'enterprise',
        name: '云溪县青石建材有限公司',
        identityType: 'uscc',
        identityNumber: '91350100M000100Y43',
        contactName: '林联系',
        togetherCount: '1',
        'together-1': '陈一',
        'togetherKind-1': 'naturalPerson',
      },
    })
    expect(page.path).toBe('/b/fagai/apply/receipt')
    const row = await ctx.db
      .selectFrom('request')
      .innerJoin('intake_form', 'intake_form.id', 'request.form_id')
      .select(['intake_form.applicant', 'request.kind'])
      .where('number', '=', number)
      .where('request.body_id', '=', await idOf('fagai'))
      .executeTakeFirstOrThrow()
    expect(row.kind).toBe('enterprise')
    expect(JSON.parse(ctx.open(row.applicant))).toMatchObject({
      contactName: '林联系',
      together: [{ name: '陈一', kind: 'naturalPerson' }],
      agent: null,
    })
  })
})

describe('what is wrong is said beside its field', () => {
  const errorsOf = (text: string) => [...text.matchAll(/<li><a href="#([^"]+)">/g)].map(([, name]) => name)

  test.each([
    ['nothing', {}, ['name', 'identityNumber', 'proof', 'phone']],
    ['a card whose check digit is wrong', { ...person, identityNumber: '110105194912310021' }, ['identityNumber', 'proof']],
    [
      'a code whose check character is wrong',
      { ...person, kind: 'enterprise', identityType: 'uscc', identityNumber: '91350100M000100Y44' },
      ['identityNumber', 'proof'],
    ],
    ['a telephone of letters', { ...person, phone: '打给我' }, ['proof', 'phone']],
    ['a telephone that is an identity number', { ...person, phone: person.identityNumber.replace('X', 'X') }, ['proof', 'phone']],
    ['an agent without papers', { ...person, agentName: '王代' }, ['proof', 'agentIdentityNumber', 'power']],
    ['a nameless other', { ...person, togetherCount: '1', 'together-1': ' ' }, ['proof', 'together-1']],
  ])('%s', async (_name, who, expected) => {
    await one.post(`${at}/begin`)
    await one.post(`${at}/form`, { ...asked, do: 'next' })
    const page = await one.post(`${at}/you`, { kind: 'naturalPerson', identityType: 'identity-card', ...who, do: 'next' })
    expect([page.status, errorsOf(page.text)]).toEqual([400, expected])
    expect(page.text).toContain(`<title>有 ${expected.length} 处要改`)
    for (const name of expected)
      expect(page.text).toMatch(new RegExp(`id="${name}"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="${name}"`))
  })

  test.each([
    ['e-mail', 'email'],
    ['post', 'address'],
  ])('an answer by %s wants its %s', async (delivery, field) => {
    await one.post(`${at}/begin`)
    await one.post(`${at}/form`, { ...asked, delivery, do: 'next' })
    const page = await one.post(`${at}/you`, { ...person, email: '', do: 'next' }, [proof])
    expect(errorsOf(page.text)).toEqual([field])
  })

  test('what was written is kept when it is wrong, when one goes back, and when another body is chosen', async () => {
    await one.post(`${at}/begin`)
    const wrong = await one.post(`${at}/form`, { ...asked, 'wanted-1': ' ', do: 'next' })
    expect([wrong.status, errorsOf(wrong.text), wrong.text.includes(asked['title-1'])]).toEqual([400, ['wanted-1'], true])
    await one.post(`${at}/form`, { ...asked, do: 'next' })
    const back = await one.post(`${at}/you`, { ...person, phone: '??', do: 'back' }, [proof])
    expect([back.path, back.text.includes(asked['wanted-1'])]).toEqual([`${at}/form`, true])
    const found = await one.get(`${at}/body?q=${encodeURIComponent('教育')}`)
    expect(found.text).toContain('向教育局申请')
    expect((await one.post('/b/jiaoyu/apply/begin')).text).toContain(asked['title-1'])
    const who = await one.get('/b/jiaoyu/apply/you')
    for (const words of [person.name, '??', '身份证.png']) expect(who.text).toContain(words)
    // The address of the body left behind leads to its first page.
    expect((await one.get(`${at}/you`)).path).toBe(at)
  })

  test('requests are added and taken away; no more than five', async () => {
    await one.post(`${at}/begin`)
    let page = await one.get(`${at}/form`)
    for (let n = 1; n < 7; n++) page = await one.post(`${at}/form`, { count: String(n), do: 'more' })
    expect(page.text).toContain('第 5 份')
    expect(page.text).not.toContain('第 6 份')
    expect((await one.post(`${at}/form`, { count: '5', do: 'fewer' })).text).not.toContain('第 5 份')
  })

  test('only fields of the form are kept', async () => {
    await one.post(`${at}/begin`)
    await one.post(`${at}/form`, { ...asked, ['x'.repeat(50)]: 'y', kind: 'other', do: 'look' })
    const { fields } = (await draftOf(ctx, one.cookies.get('gongkai-form')!))!
    expect(Object.keys(fields).sort()).toEqual(['carrier', 'count', 'delivery', 'title-1', 'wanted-1'])
  })

  test('what may be public already stands beside what is asked for', async () => {
    await one.post(`${at}/begin`)
    const page = await one.post(`${at}/form`, { ...asked, 'title-1': '教育局 2025 年财政预算', do: 'look' })
    expect(page.text).toContain('财政预决算')
    expect(page.text).toContain('href="/b/jiaoyu/"')
    expect(page.text).toContain('/b/ziran-ziyuan/statutory#item-7')
  })
})

describe('files', () => {
  const atWho = async () => {
    await one.post(`${at}/begin`)
    await one.post(`${at}/form`, { ...asked, do: 'next' })
  }

  test('are told by their bytes, whatever they are called', async () => {
    await atWho()
    const page = await one.post(`${at}/you`, { ...person, do: 'next' }, [
      { field: 'proof', name: '身份证.png', bytes: new TextEncoder().encode('<html>') },
    ])
    expect([page.status, page.text.includes('“身份证.png”不是照片或 PDF')]).toEqual([400, true])
    expect((await one.post(`${at}/you`, { ...person, do: 'next' }, [{ field: 'proof', name: '扫描', bytes: pdf() }])).path).toBe(
      `${at}/send`,
    )
  })

  test('are 10 MB at most, and five', async () => {
    await atWho()
    const large = await one.post(`${at}/you`, { ...person, do: 'next' }, [{ ...proof, bytes: png(10 * 1024 * 1024 + 1) }])
    expect([large.status, large.text.includes('id="proof-error"'), large.text.includes('太大，最多 10')]).toEqual([400, true, true])
    expect(large.text).toContain(person.name)
    const fits = await one.post(`${at}/you`, { ...person, do: 'more' }, [{ ...proof, bytes: png(10 * 1024 * 1024) }])
    expect(fits.status).toBe(200)
    for (let n = 2; n <= 5; n++) await one.post(`${at}/you`, { ...person, do: 'more' }, [{ ...proof, name: `${n}.png` }])
    const many = await one.post(`${at}/you`, { ...person, do: 'next' }, [{ ...proof, name: '6.png' }])
    expect([many.status, many.text.includes('最多传 5 个文件')]).toEqual([400, true])
    expect(many.text).not.toContain('6.png')
  })

  test('are shown back by name alone, and taken out again', async () => {
    await atWho()
    const page = await one.post(`${at}/you`, { ...person, do: 'more' }, [{ ...proof, name: 'C:\\\\tmp\\\\我的证件.png' }])
    expect(page.text).toContain('<span>我的证件.png</span>')
    expect(page.text).not.toContain('tmp')
    const id = /name="drop" value="([^"]+)"/.exec(page.text)![1]!
    // Nobody takes a file out of another's form.
    const other = anybody()
    await other.post(`${at}/begin`)
    await other.post(`${at}/you`, { drop: id })
    expect((await one.get(`${at}/you`)).text).toContain('我的证件.png')
    expect((await one.post(`${at}/you`, { ...person, drop: id })).text).not.toContain('我的证件.png')
  })

  test('may follow later where they cannot be sent', async () => {
    await atWho()
    const page = await one.post(`${at}/you`, { ...person, proofLater: 'yes', do: 'next' })
    expect([page.path, page.text.includes('之后出示或者寄来')]).toEqual([`${at}/send`, true])
    // Unticked again, the box does not come at all.
    expect((await one.post(`${at}/you`, { ...person, do: 'next' })).status).toBe(400)
  })
})

describe('who is not let in', () => {
  test('a page elsewhere', async () => {
    const begun = await one.post(`${at}/begin`, {}, [], { origin: 'https://elsewhere.example' })
    expect([begun.status, one.cookies.size]).toEqual([403, 0])
    await one.post(`${at}/begin`)
    expect((await one.post(`${at}/form`, asked, [], { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const forged = await one.post(`${at}/form`, { ...asked, csrf: 'x'.repeat(43), do: 'next' })
    expect(forged.status).toBe(403)
    expect((await one.get(`${at}/form`)).text).not.toContain(asked['title-1'])
    const files = await count('attachment')
    expect((await one.post(`${at}/you`, { ...person, csrf: '' }, [proof])).status).toBe(403)
    expect(await count('attachment')).toBe(files)
  })

  test('a form that has expired, with its files; jobs forget it', async () => {
    await one.post(`${at}/begin`)
    await one.post(`${at}/you`, { ...person, do: 'more' }, [proof])
    const [drafts, files] = [await count('intake_draft'), await count('attachment')]
    database.setNow('2026-01-22T09:00:01+08:00')
    expect((await one.get(`${at}/form`)).path).toBe(at)
    expect([(await one.post(`${at}/form`, asked)).status]).toEqual([404])
    expect(await expireDrafts(ctx)).toBe(drafts)
    expect(await count('intake_draft')).toBe(0)
    expect(await count('attachment')).toBeLessThan(files)
  })

  test('a body that takes none on the site says so, and takes none from who had begun', async () => {
    await one.post('/b/liuwan/apply/begin')
    await one.post('/b/liuwan/apply/form', { ...asked, do: 'next' })
    await one.post('/b/liuwan/apply/you', { ...person, do: 'next' }, [proof])
    await changeSetting(ctx, machine, { key: 'applyOnline', value: false, bodyId: await idOf('liuwan') })
    const page = await one.get('/b/liuwan/apply')
    expect(page.text).toContain('本机关没有开通网上申请')
    expect(page.text).not.toContain('apply/begin')
    expect((await anybody().post('/b/liuwan/apply/begin')).status).toBe(409)
    expect((await one.post('/b/liuwan/apply/send', { do: 'send' })).status).toBe(409)
    expect((await one.get('/b/chengguan/apply/form')).status).toBe(404)
  })

  test('a step cannot be skipped', async () => {
    await one.post(`${at}/begin`)
    expect((await one.get(`${at}/send`)).path).toBe(`${at}/form`)
    expect((await one.post(`${at}/send`, { do: 'send' })).path).toBe(`${at}/form`)
    await one.post(`${at}/form`, { ...asked, do: 'next' })
    expect((await one.get(`${at}/send`)).path).toBe(`${at}/you`)
  })
})

describe('programs', () => {
  const ready = async (of: Citizen) => {
    await of.post(`${at}/begin`)
    await of.post(`${at}/form`, { ...asked, do: 'next' })
    await of.post(`${at}/you`, { ...person, do: 'next' }, [proof])
  }
  const sumOf = (text: string) => {
    const numerals = '零一二三四五六七八九'
    const [, a, b] = /([一二三四五六七八九])加([一二三四五六七八九])等于几/.exec(text)!
    return numerals.indexOf(a!) + numerals.indexOf(b!)
  }

  test.each([
    ['who fills in the trap', { website: 'http://spam.example' }, 0],
    ['who is faster than anybody', {}, 1],
  ])('%s is asked a sum', async (_name, more, later) => {
    await ready(one)
    database.setNow(new Date(new Date('2026-01-20T09:00:00+08:00').getTime() + later))
    const before = await count('request')
    const page = await one.post(`${at}/send`, { ...more, do: 'send' })
    expect([page.status, await count('request')]).toEqual([400, before])
    const wrong = await one.post(`${at}/send`, { ...more, sum: '1', do: 'send' })
    expect([wrong.status, wrong.text.includes('答案不对')]).toEqual([400, true])
    expect(sumOf(wrong.text)).toBe(sumOf(page.text))
    expect((await one.post(`${at}/send`, { ...more, sum: String(sumOf(page.text)), do: 'send' })).path).toBe(`${at}/receipt`)
  })

  test('an address that sends many is asked a sum, and others are not', async () => {
    for (let n = 0; n < 5; n++) expect((await applies(one, 'ziran-ziyuan', { what: { 'title-1': `第 ${n} 号批复` } })).number).not.toBe('')
    await ready(one)
    expect((await one.post(`${at}/send`, { do: 'send' })).text).toContain('等于几')
    const other = anybody()
    await ready(other)
    expect((await other.post(`${at}/send`, { do: 'send' })).path).toBe(`${at}/receipt`)
  })

  test('an address that begins without end is told to wait', async () => {
    let page = await one.post(`${at}/begin`)
    for (let n = 0; n < 60; n++) page = await one.post(`${at}/begin`)
    expect([page.status, page.text.includes('请求太多了')]).toEqual([429, true])
  })
})

describe('what was asked before', () => {
  test('is shown to the same applicant before they send it again, and they may go on', async () => {
    const body = '/b/minzheng/apply'
    await applies(one, 'minzheng')
    const again = anybody()
    await again.post(`${body}/begin`)
    await again.post(`${body}/form`, { ...asked, 'title-1': '石板桥村征地补偿安置方案全文', do: 'next' })
    const page = await again.post(`${body}/you`, { ...person, do: 'next' }, [proof])
    for (const words of ['你好像提过相近的申请', '2026 年 1 月 20 日', '不是同一份，送出申请']) expect(page.text).toContain(words)
    expect((await again.post(`${body}/send`, { do: 'send' })).path).toBe(`${body}/receipt`)
  })

  test.each([
    ['the identity number alone', { name: '别的人', phone: '13900000009', email: '' }],
    ['number and name', { phone: '13900000009', email: '' }],
    ['number and telephone', { name: '别的人' }],
  ])('is not told to who knows %s', async (_name, who) => {
    const { number } = await applies(one, 'weijian')
    const stranger = anybody()
    await stranger.post('/b/weijian/apply/begin')
    await stranger.post('/b/weijian/apply/form', { ...asked, do: 'next' })
    const page = await stranger.post('/b/weijian/apply/you', { ...person, ...who, do: 'next' }, [proof])
    expect(page.path).toBe('/b/weijian/apply/send')
    for (const words of ['你好像提过', number]) expect(page.text).not.toContain(words)
  })
})
