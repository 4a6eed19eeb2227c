import { afterAll, beforeAll, expect, test } from 'vitest'
import { render, renderMatrix } from '#render'
import { cellKeys, noPrint, type Report } from '#report'
import { type ApiForTests, apiServer, type Client, type Json, rowsOf } from '../../../tests/api.ts'

let api: ApiForTests
let office: Client
let clerk: Client
const year = 2025
const keys = cellKeys('2021')

beforeAll(async () => {
  api = await apiServer()
  office = await api.as('县办', { body: 'qingxi-office', role: 'higher-office' })
  clerk = await api.as('教育经办', { body: 'education', role: 'drafter' })
})
afterAll(() => api.close())

const at = '/report-files?body=qingxi&year=2025'
const words = (text: string) => text.split('\n').map((line, index) => ({ text: line, at: { line: index + 1 } }))

/** A report of a town as its people write it: three requests come and answered, one regulatory document. */
function townReport(body: string, change: Readonly<Record<string, number>> = {}, on = year): Report {
  const figures: Record<string, number> = Object.fromEntries(keys.map((key) => [key, 0]))
  Object.assign(figures, {
    'proactive.normativeDocuments.issued': 1,
    'proactive.normativeDocuments.inForce': 1,
    'requests.received.naturalPerson': 3,
    'requests.received.total': 3,
    'requests.granted.naturalPerson': 3,
    'requests.granted.total': 3,
    'requests.concluded.naturalPerson': 3,
    'requests.concluded.total': 3,
    ...change,
  })
  const chapter = (number: number, title: string, text: string) => ({ number, title, text, lines: words(text), at: { line: 1 } })
  return {
    title: `${body}${on}年政府信息公开工作年度报告`,
    body,
    year: on,
    edition: '2021',
    figures,
    cells: {},
    chapters: [
      chapter(0, '', `根据《中华人民共和国政府信息公开条例》的规定，编制本报告。所列数据的统计期限自${on}年1月1日起至${on}年12月31日止。`),
      chapter(1, '总体情况', '全年公开信息四十条，沙洲渡口的防汛公告都在当天上网。'),
      chapter(2, '主动公开政府信息情况', ''),
      chapter(3, '收到和处理政府信息公开申请情况', ''),
      chapter(4, '政府信息公开行政复议、行政诉讼情况', ''),
      chapter(5, '存在的主要问题及改进情况', '村务公开栏更新慢，已改为每月五日由值班人员更换。'),
      chapter(6, '其他需要报告的事项', '没有收取信息处理费。'),
    ],
    printed: noPrint,
  }
}

const wordFile = async (report: Report, name = '年报.docx') => ({ name, bytes: await render(report, 'docx') })

test('a Word file of a town is tried, taken, remarked on, returned, taken again, cleared and published; it stands in matrix and sum', async () => {
  const file = await wordFile(townReport('白沙镇人民政府'))
  const tried = await office.upload(`${at}&dryRun=true`, file)
  expect(tried.status).toBe(200)
  expect(rowsOf(tried.body.items)).toMatchObject([
    { taking: 'new', body: { slug: 'baisha' }, named: '白沙镇人民政府', year, reportId: null },
  ])
  expect(
    rowsOf((await office.get('/reports?body=qingxi&below=2025')).body.items).find((row) => String((row.body as Json).slug) === 'baisha'),
  ).toMatchObject({
    state: 'not-begun',
  })

  const taken = rowsOf((await office.upload(at, file)).body.items)
  expect(taken).toMatchObject([{ taking: 'new', body: { slug: 'baisha' } }])
  const id = String(taken[0]!.reportId)
  const source = await office.get(`/reports/${id}/source`)
  expect(source.status).toBe(200)
  const row = async () =>
    rowsOf((await office.get('/reports?body=qingxi&below=2025')).body.items).find((one) => String((one.body as Json).slug) === 'baisha')!
  expect(await row()).toMatchObject({ state: 'filed', origin: 'file', received: 3 })
  const sum = async () => (await office.get('/roll-ups/region?body=qingxi&year=2025')).body
  expect((await sum()).figures).toMatchObject({ 'requests.received.total': 3, 'proactive.normativeDocuments.inForce': 1 })

  // The same file again changes nothing.
  expect(rowsOf((await office.upload(at, file)).body.items)).toMatchObject([{ taking: 'same', reportId: id }])

  const shown = (await office.get(`/reports/${id}`)).body
  expect(shown).toMatchObject({ origin: 'file', counted: {}, figures: { 'requests.received.total': 3 } })
  expect(shown.may).toEqual(expect.arrayContaining(['remark', 'return', 'clear', 'publish', 'take', 'paper']))
  expect(shown.may).not.toContain('edit')

  await office.post(`/reports/${id}/remarks`, { cell: 'requests.received.total', remark: '与台账不符，请核对' })
  const opinion = await office.get(`/reports/${id}/papers/opinion?format=txt`)
  expect(opinion.text).toContain('1．')
  expect(opinion.text).toContain('与台账不符，请核对。')
  expect((await office.get(`/reports/${id}/papers/opinion?format=docx`)).status).toBe(200)
  expect((await office.post(`/reports/${id}/acts/return`, { reason: '改好再报' })).body.state).toBe('returned')
  // What was returned is not filed.
  expect((await sum()).figures).toMatchObject({ 'requests.received.total': null })
  expect((await office.get(`/reports/${id}`)).body.figures).toMatchObject({ 'requests.received.total': 3 })

  const mended = await wordFile(
    townReport('白沙镇人民政府', {
      'requests.received.naturalPerson': 4,
      'requests.received.total': 4,
      'requests.granted.naturalPerson': 4,
      'requests.granted.total': 4,
      'requests.concluded.naturalPerson': 4,
      'requests.concluded.total': 4,
    }),
  )
  expect(rowsOf((await office.upload(at, mended)).body.items)).toMatchObject([{ taking: 'again', reportId: id }])
  expect((await office.post(`/reports/${id}/acts/paper`, {})).body.paperOn).toBe('2026-01-20')
  expect((await office.post(`/reports/${id}/acts/clear`, {})).body.state).toBe('cleared')
  expect((await office.post(`/reports/${id}/acts/publish`, {})).body.state).toBe('published')
  expect(await row()).toMatchObject({ state: 'published', paperOn: '2026-01-20', received: 4 })
  // What is published is corrected before another file is taken.
  expect(rowsOf((await office.upload(at, file)).body.items)).toMatchObject([{ taking: 'closed', reportId: null }])
})

test('what cannot be taken says why: nobody is called so, another year, no report, a body that writes here', async () => {
  const taking = async (file: { name: string; bytes: Uint8Array }, more = '') =>
    rowsOf((await office.upload(`${at}&dryRun=true${more}`, file)).body.items)
  const unknown = await wordFile(townReport('桃花镇人民政府'))
  expect(await taking(unknown)).toMatchObject([{ taking: 'unknown-body', named: '桃花镇人民政府', body: null }])
  // Somebody who has looked says whose it is.
  expect(await taking(unknown, '&member=finance')).toMatchObject([{ taking: 'new', body: { slug: 'finance' } }])
  expect(await taking(await wordFile(townReport('青溪县财政局', {}, 2024)))).toMatchObject([{ taking: 'other-year', year: 2024 }])
  expect(await taking({ name: '通知.txt', bytes: new TextEncoder().encode('关于放假的通知') })).toMatchObject([{ taking: 'unreadable' }])
  await clerk.post('/reports', { body: 'education', year })
  expect(await taking(await wordFile(townReport('青溪县教育局')))).toMatchObject([{ taking: 'at-the-desk', body: { slug: 'education' } }])
  // By a name it also has, and by the file's name where the report gives none.
  expect(await taking(await wordFile(townReport('县教育局')))).toMatchObject([{ body: { slug: 'education' } }])
  const nameless = { ...townReport(''), title: '2025年政府信息公开工作年度报告', body: null }
  expect(await taking(await wordFile(nameless, '青溪县财政局年报.docx'))).toMatchObject([{ taking: 'new', body: { slug: 'finance' } }])
})

test('a false sum in a file is found, told beside the others, and goes into the paper to all', async () => {
  const wrong = await wordFile(townReport('青溪县财政局', { 'requests.received.total': 9 }))
  const [taken] = rowsOf((await office.upload(at, wrong)).body.items)
  expect(taken).toMatchObject({ taking: 'new' })
  expect(rowsOf(taken!.findings).some(({ severity }) => String(severity) === 'error')).toBe(true)
  const checked = rowsOf((await office.get('/report-findings?body=qingxi&year=2025')).body.items)
  expect(checked[0]).toMatchObject({ body: { slug: 'finance' } })
  expect(Number(checked[0]!.errors)).toBeGreaterThan(0)
  const circular = await office.get('/report-papers/circular?body=qingxi&year=2025&format=txt')
  expect(circular.text).toContain('青溪县财政局')
  const reminder = await office.get('/report-papers/reminder?body=qingxi&year=2025&format=txt')
  expect(reminder.text).toContain('青溪县教育局')
  expect(reminder.text).not.toContain('白沙镇')
  const brief = await office.get('/report-papers/brief?body=qingxi&year=2025&format=txt')
  expect(brief.text).toContain('新收申请')
  expect((await office.get('/report-papers/brief?body=qingxi&year=2025&format=pdf')).status).toBe(200)
})

test('the summary table goes out a body a row, and what is filled in comes in', async () => {
  const out = await api.server.inject({ method: 'GET', url: '/api/v1/summary-table?body=qingxi&year=2025&scope=region' })
  expect(out.statusCode).toBe(401)
  const detail = (await office.get('/roll-ups/region?body=qingxi&year=2025')).body
  const filled = await renderMatrix({
    name: '汇总表',
    heads: [
      ['机关', ...keys.map((_, at) => `第${at + 1}格`)],
      ['body', ...keys],
    ],
    rows: [
      ['中共青溪县委档案室', ...keys.map((key) => townReport('').figures[key]!)],
      ['合计', ...keys.map(() => 7)],
    ],
    fixed: 1,
  })
  const path = '/summary-table?body=qingxi&year=2025'
  expect(rowsOf((await office.upload(`${path}&dryRun=true`, { name: '汇总.xlsx', bytes: filled })).body.items)).toMatchObject([
    { taking: 'new', body: { slug: 'archives' } },
  ])
  await office.upload(path, { name: '汇总.xlsx', bytes: filled })
  const after = (await office.get('/roll-ups/region?body=qingxi&year=2025')).body
  expect(Number((after.figures as Json)['requests.received.total'])).toBe(Number((detail.figures as Json)['requests.received.total']) + 3)
  expect((await office.upload(path, { name: 'x.csv', bytes: new TextEncoder().encode('甲,乙\n1,2\n') })).status).toBe(400)
})

test('a cell that a filed report leaves blank is told apart from who has not filed', async () => {
  const blank = townReport('中共青溪县委档案室')
  const { 'proactive.fees': _, ...rest } = blank.figures
  const figures = { ...rest, 'proactive.fees': null }
  const taken = rowsOf((await office.upload(at, await wordFile({ ...blank, figures }, '档案室.docx'))).body.items)
  expect(taken).toMatchObject([{ taking: 'again', listed: 1 }])
  const sum = (await office.get('/roll-ups/region?body=qingxi&year=2025')).body
  expect(sum.partial).toEqual(['proactive.fees'])
})

test('strangers get nothing', async () => {
  const stranger = await api.as('财政经办', { body: 'finance', role: 'drafter' })
  for (const path of [
    '/report-findings?body=qingxi&year=2025',
    '/summary-table?body=qingxi&year=2025&scope=region',
    '/report-papers/brief?body=qingxi&year=2025&format=txt',
  ])
    for (const [who, status] of [
      [stranger, 403],
      [api.visitor, 401],
    ] as const)
      expect([path, (await who.get(path)).status]).toEqual([path, status])
  const file = await wordFile(townReport('白沙镇人民政府'))
  expect((await stranger.upload(at, file)).status).toBe(403)
  expect((await stranger.upload('/summary-table?body=qingxi&year=2025', { name: 'x.csv', bytes: new Uint8Array([49]) })).status).toBe(403)
})
