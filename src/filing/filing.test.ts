import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform, registerForm } from '#casework'
import { type Actor, decide, signOffsOf } from '#identity'
import { addEntry } from '#registers'
import { cellKeys } from '#report'
import { county, staff } from '../../tests/county.ts'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import {
  agreeToCorrection,
  beginReport,
  boundIn,
  checkReportMachine,
  clearReport,
  correctReport,
  countYear,
  editReport,
  fileReport,
  freeNumbersIn,
  publicReport,
  publishReport,
  recordsBehind,
  remarkOn,
  reportAt,
  reportVerbs,
  returnReport,
  submitReport,
  writeOut,
} from './index.ts'

describe('the table of acts', () => {
  test('holds, and says what is wrong with a bad one', () => {
    expect(checkReportMachine()).toEqual([])
    expect(checkReportMachine({ ...reportVerbs, clear: { ...reportVerbs.clear, from: [] } })).toContain('clear: it can be done in no state')
    const { file: _, ...rest } = reportVerbs
    expect(checkReportMachine(rest)).toEqual(expect.arrayContaining(['no way leads to filed']))
  })
})

describe('figures in prose', () => {
  test('are written out, and those nobody knows stay as they are', () => {
    const figures = { 'posts.sum': 1234, 'proactive.fees': 12.345678 }
    expect(writeOut('发布{{posts.sum}}条，收费{{ proactive.fees }}万元，{{nobody.knows}}', figures)).toBe(
      '发布1234条，收费12.345678万元，{{nobody.knows}}',
    )
    expect(boundIn('甲{{posts.sum}}乙')).toEqual([{ name: 'posts.sum', start: 1, end: 14 }])
  })
  test('that are free are told from days, articles, numbers of documents and telephones', () => {
    const text =
      '根据国办公开办函〔2021〕30号，自2025年1月1日起，按第三十六条、第20号令，发布{{posts.sum}}条，其中专题12个、稿件1,234篇。电话：0990-7654321。'
    expect(freeNumbersIn(text).map((one) => one.text)).toEqual(['12', '1,234'])
  })
})

describe('a report', () => {
  let database: TestDatabase
  let [clerk, officer, leader, higher, stranger] = [] as unknown as [Actor, Actor, Actor, Actor, Actor]
  let id = ''
  let year = 0

  beforeAll(async () => {
    database = await testDatabase()
    const { ctx } = database
    await county(ctx)
    clerk = await staff(ctx, '经办甲', 'clerk', { body: 'education', role: 'drafter' })
    officer = await staff(ctx, '公开科长', 'officer', { body: 'education', role: 'disclosure-officer' })
    leader = await staff(ctx, '局长', 'leader', { body: 'education', role: 'leader' })
    higher = await staff(ctx, '县办', 'higher', { body: 'qingxi-office', role: 'higher-office' })
    stranger = await staff(ctx, '财政', 'finance', { body: 'finance', role: 'drafter' })
    year = Number(ctx.now().toISOString().slice(0, 4)) - 1
    const add = (register: string, values: Record<string, unknown>) => addEntry(ctx, clerk, { register, body: 'education', values })
    await add('normative-documents', { title: '学区划分办法', number: '青教发〔2025〕1号', madeOn: `${year}-02-01` })
    await add('licensing', { month: `${year}-03`, item: '民办学校办学许可', count: 12 })
    await add('fees', { month: `${year}-03`, item: '考试费', amount: '12345.60' })
    await add('posts', { month: `${year}-03`, channel: 'website', column: '通知', count: 30 })
    await add('posts', { month: `${year}-04`, channel: 'wechat', column: '通知', count: 12 })
    await add('self-inspections', {
      what: '专栏自查',
      on: `${year}-06-01`,
      problems: '专栏里有两个栏目半年没有更新',
      mended: '每月更新一次，由办公室核查',
      mendedOn: `${year}-07-01`,
    })
    const { cases } = await registerForm(ctx, clerk, {
      bodyId: clerk.posts[0]!.bodyId,
      channel: 'in-person',
      facts: { submitted: `${year}-12-15` },
      applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: 'E1', phone: '13900000017' },
      carrier: 'paper',
      delivery: 'in-person',
      requests: [{ title: '学区划分方案', wanted: '学区划分方案' }],
    })
    const path = ['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no', 'ground none']
    await perform(ctx, clerk, cases[0]!.id, 'decide', {
      path: path.map((one) => ({ question: one.split(' ')[0]!, answer: one.split(' ')[1]!, note: '' })),
    })
  })
  afterAll(() => database.close())

  test('counts 200 cells, each with as many records as it says', async () => {
    const { ctx } = database
    const counted = await countYear(ctx, clerk, { body: 'education', year })
    expect(Object.keys(counted.cells)).toEqual(cellKeys('2021'))
    expect(counted.cells).toMatchObject({
      'proactive.normativeDocuments.issued': 1,
      'proactive.normativeDocuments.inForce': 1,
      'proactive.licensing': 12,
      'proactive.fees': 1.23456,
      'requests.received.naturalPerson': 1,
      'requests.carriedOut.total': 1,
    })
    expect(counted.figures).toMatchObject({ 'posts.sum': 42, 'posts.sum.website': 30, 'cases.in-person': 1, 'cases.billed': 0 })
    for (const key of [...cellKeys('2021'), 'posts.sum', 'posts.sum.wechat']) {
      const { records } = await recordsBehind(ctx, clerk, { body: 'education', year, key, limit: 200 })
      const adds = records.reduce((sum, one) => sum + one.adds, 0)
      expect([key, Math.round(adds * 1e6) / 1e6]).toEqual([key, counted.figures[key]])
    }
    await expect(countYear(ctx, stranger, { body: 'education', year })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('is drafted from the records, its figures bound', async () => {
    const { ctx } = database
    const detail = await beginReport(ctx, clerk, { body: 'education', year })
    id = detail.id
    expect((await beginReport(ctx, clerk, { body: 'education', year })).id).toBe(id)
    expect(detail.draft.chapters[1]).toContain('主动公开信息{{posts.sum}}条')
    const one = detail.report.chapters.find(({ number }) => number === 1)!.text
    expect(one).toContain('全年主动公开信息42条，其中政府网站30条、微信公众号12条。')
    expect(one).toContain('全年收到政府信息公开申请1件')
    expect(detail.report.chapters.find(({ number }) => number === 5)!.text).toContain('专栏里有两个栏目半年没有更新')
    expect(detail.report.chapters.find(({ number }) => number === 6)!.text).toContain('没有收取信息处理费')
    expect(detail.doubts.filter(({ severity }) => severity === 'error')).toEqual([])
    await addEntry(ctx, clerk, {
      register: 'posts',
      body: 'education',
      values: { month: `${year}-05`, channel: 'website', column: '通知', count: 8 },
    })
    expect((await reportAt(ctx, clerk, id)).report.chapters.find(({ number }) => number === 1)!.text).toContain('信息50条')
  })

  test('with an error is not sent for review; a declared value stands beside the counted one', async () => {
    const { ctx } = database
    let detail = await reportAt(ctx, clerk, id)
    detail = await editReport(ctx, clerk, id, {
      edition: detail.edition,
      declared: { 'requests.received.total': { value: 3, reason: '试试' } },
    })
    expect([detail.figures['requests.received.total'], detail.counted.cells['requests.received.total']]).toEqual([3, 1])
    expect(detail.doubts.map(({ rule }) => rule)).toContain('requests.row-sum')
    await expect(submitReport(ctx, clerk, id)).rejects.toMatchObject({ code: 'report-unsound' })
    await expect(editReport(ctx, clerk, id, { edition: 1 })).rejects.toMatchObject({ code: 'report-changed' })
    detail = await editReport(ctx, clerk, id, { edition: detail.edition, declared: { 'requests.received.total': null } })
    expect(detail.doubts.filter(({ severity }) => severity === 'error')).toEqual([])
    const chapters = { 5: `${detail.draft.chapters[5]}\n共{{no.such}}项。` }
    const wrong = await editReport(ctx, clerk, id, { edition: detail.edition, chapters })
    expect(wrong.doubts[0]).toMatchObject({ rule: 'filing.unknown-figure', severity: 'error', chapter: 5 })
    await editReport(ctx, clerk, id, { edition: wrong.edition, chapters: { 5: detail.draft.chapters[5]! } })
  })

  async function approved(): Promise<void> {
    const { ctx } = database
    for (const hand of [officer, leader]) {
      const waiting = (await signOffsOf(ctx, hand, { state: 'open' })).items.find(({ noun }) => noun === 'annual-report')!
      await decide(ctx, hand, waiting.id, { decision: 'approved', contentHash: waiting.contentHash })
    }
  }

  async function submitted(): Promise<void> {
    const { ctx } = database
    const detail = await reportAt(ctx, clerk, id)
    const confirmed = Object.fromEntries(
      detail.doubts.filter(({ severity }) => severity === 'warning').map(({ key }) => [key, '看过，属实']),
    )
    await editReport(ctx, clerk, id, { edition: detail.edition, confirmed })
    await submitReport(ctx, clerk, id)
    await approved()
  }

  test('is reviewed, filed, returned with a remark, mended, cleared, published and corrected', async () => {
    const { ctx } = database
    await submitted()
    await expect(fileReport(ctx, stranger, id)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await fileReport(ctx, clerk, id)).toMatchObject({ state: 'filed', version: { n: 1 } })
    await expect(editReport(ctx, clerk, id, { edition: 1 })).rejects.toMatchObject({ code: 'report-state' })
    await expect(returnReport(ctx, higher, id, '再看看')).rejects.toMatchObject({ code: 'report-unremarked' })
    await remarkOn(ctx, higher, id, { cell: 'proactive.licensing', remark: '和上年比差得多，请核对' })
    await expect(clearReport(ctx, officer, id)).rejects.toMatchObject({ code: 'not-allowed' })
    const back = await returnReport(ctx, higher, id, '许可数请核对')
    expect(back).toMatchObject({ state: 'returned', version: null, remarks: [{ cell: 'proactive.licensing' }] })
    await submitted()
    await fileReport(ctx, clerk, id)
    expect(await clearReport(ctx, higher, id)).toMatchObject({ state: 'cleared' })
    const done = await publishReport(ctx, officer, id)
    expect(done).toMatchObject({ state: 'published', publishedVersion: 2 })
    const seen = await publicReport(ctx, done.body.id, year)
    expect([seen!.report.figures['proactive.licensing'], seen!.version.hash]).toEqual([12, done.version!.hash])

    await addEntry(ctx, clerk, {
      register: 'licensing',
      body: 'education',
      values: { month: `${year}-06`, item: '民办学校办学许可', count: 3 },
    })
    expect((await reportAt(ctx, clerk, id)).moved).toEqual([{ cell: 'proactive.licensing', was: 12, now: 15 }])
    const again = await correctReport(ctx, clerk, id, '漏计 6 月许可 3 件')
    expect([again.state, again.figures['proactive.licensing']]).toEqual(['drafting', 15])
    expect((await publicReport(ctx, done.body.id, year))!.report.figures['proactive.licensing']).toBe(12)
    await submitted()
    await publishReport(ctx, officer, id)
    const corrected = await publicReport(ctx, done.body.id, year)
    expect([corrected!.report.figures['proactive.licensing'], corrected!.notes.map(({ note }) => note)]).toEqual([
      15,
      ['漏计 6 月许可 3 件'],
    ])
    await expect(agreeToCorrection(ctx, stranger, id)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
