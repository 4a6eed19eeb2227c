import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#ingest'
import { cellKeys } from '#report'
import { type ApiForTests, apiServer, type Client, type Json, rowsOf } from '../../../tests/api.ts'
import { operations } from './index.ts'

let api: ApiForTests
let clerk: Client
let officer: Client
let leader: Client
let higher: Client
let stranger: Client

beforeAll(async () => {
  api = await apiServer()
  clerk = await api.as('林经办', { body: 'education', role: 'drafter' })
  officer = await api.as('周负责', { body: 'education', role: 'disclosure-officer' })
  leader = await api.as('吴局长', { body: 'education', role: 'leader' })
  higher = await api.as('县办主任', { body: 'qingxi-office', role: 'higher-office' })
  stranger = await api.as('财政经办', { body: 'finance', role: 'drafter' })
})
afterAll(() => api.close())

const at = (body: Json, ...keys: string[]): unknown => keys.reduce<unknown>((found, key) => (found as Json)?.[key], body)

async function approved(id: string): Promise<void> {
  const { body: begun } = await clerk.get(`/reports/${id}`)
  // A hint of the first draft is no report: it blocks until somebody has written.
  const chapters = rowsOf(begun.chapters).flatMap(({ number, draft }) =>
    String(draft).includes('【')
      ? [{ number, text: String(draft).replaceAll(/【[^】]*】/g, '栏目更新不够及时，已由办公室逐月核对。') }]
      : [],
  )
  const { body } = await clerk.send('PATCH', `/reports/${id}`, { edition: begun.edition, chapters })
  const confirmed = rowsOf(body.doubts)
    .filter(({ severity }) => String(severity) === 'warning')
    .map(({ key }) => ({ key, reason: '核对过，属实' }))
  const edited = await clerk.send('PATCH', `/reports/${id}`, { edition: body.edition, confirmed })
  expect([edited.status, edited.text.slice(0, 300)]).toEqual([200, expect.anything()])
  const sent = await clerk.post(`/reports/${id}/acts/submit`, {})
  expect([sent.status, sent.body.state]).toEqual([200, 'reviewing'])
  for (const hand of [officer, leader]) {
    const { items } = (await hand.get('/sign-offs?state=open')).body
    const waiting = rowsOf(items)[0]!
    const { contentHash } = (await hand.get(`/sign-offs/${waiting.id}`)).body
    const answer = await hand.post(`/sign-offs/${waiting.id}/decision`, { decision: 'approved', contentHash })
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.anything()])
  }
}
const act = (who: Client, id: string, verb: string, body: object = {}) => who.post(`/reports/${id}/acts/${verb}`, body)

test('a year is begun, blocked by a false figure, mended, filed, returned, filed again, cleared, published, summed, and corrected with consent', async () => {
  const begun = await clerk.post('/reports', { body: 'education', year: 2025 })
  expect([begun.status, begun.body.state]).toEqual([201, 'drafting'])
  const id = begun.body.id as unknown as string
  expect((await stranger.get(`/reports/${id}`)).status).toBe(403)
  expect((await stranger.post('/reports', { body: 'education', year: 2024 })).status).toBe(403)

  // A figure in place of the counted one stands beside it, is shown as what it is, and blocks where the table no longer adds up.
  const declared = [{ cell: 'requests.received.total', value: 9, reason: '手工补报' }]
  const edited = await clerk.send('PATCH', `/reports/${id}`, { edition: begun.body.edition, declared })
  expect([at(edited.body, 'figures', 'requests.received.total'), at(edited.body, 'counted', 'requests.received.total')]).toEqual([9, 0])
  expect(rowsOf(edited.body.doubts).map(({ rule }) => String(rule))).toContain('filing.unwritten')
  const wrong = rowsOf(edited.body.doubts).find(
    ({ severity, rule }) => String(severity) === 'error' && String(rule) !== 'filing.unwritten',
  )!
  expect(wrong.cells).toContain('requests.received.total')
  expect((await act(clerk, id, 'submit')).body.code).toBe('report-unsound')
  expect((await clerk.send('PATCH', `/reports/${id}`, { edition: begun.body.edition, chapters: [] })).body.code).toBe('report-changed')
  await clerk.send('PATCH', `/reports/${id}`, {
    edition: edited.body.edition,
    declared: [{ cell: 'requests.received.total', value: null, reason: '' }],
  })

  // Checked as it is written, and kept only when it is saved.
  const tried = (await clerk.post(`/reports/${id}/preview`, { number: 5, text: '有{{nobody.knows}}处。【写明】' })).body
  expect(tried.text).toBe('有{{nobody.knows}}处。【写明】')
  expect(rowsOf(tried.doubts).map(({ rule }) => String(rule))).toEqual(
    expect.arrayContaining(['filing.unknown-figure', 'filing.unwritten']),
  )
  expect((await clerk.get(`/reports/${id}`)).text).not.toContain('nobody.knows')

  await approved(id)
  expect((await act(stranger, id, 'file')).status).toBe(403)
  expect((await act(clerk, id, 'file')).body.state).toBe('filed')
  expect((await act(higher, id, 'return', { reason: '见批注' })).body.code).toBe('report-unremarked')
  const remarked = await higher.post(`/reports/${id}/remarks`, { chapter: 5, quote: '', remark: '改进措施请写到人和时间' })
  expect(remarked.status).toBe(201)
  expect((await act(higher, id, 'return', { reason: '见批注' })).body.state).toBe('returned')
  const remark = rowsOf((await clerk.get(`/reports/${id}`)).body.remarks)[0]!
  expect((await clerk.post(`/reports/${id}/remarks/${remark.id}/answer`, { answer: '已写明' })).status).toBe(200)
  await approved(id)
  await act(clerk, id, 'file')
  expect((await act(higher, id, 'clear')).body.state).toBe('cleared')
  const published = await act(clerk, id, 'publish')
  expect([published.body.state, published.body.publishedVersion]).toEqual(['published', 2])

  const matrix = rowsOf((await higher.get('/reports?body=qingxi&below=2025')).body.items)
  expect(matrix.map((row) => [at(row, 'body', 'slug'), row.state]).sort()).toEqual([
    ['archives', 'not-begun'],
    ['baisha', 'not-begun'],
    ['education', 'published'],
    ['finance', 'not-begun'],
    ['qingxi-office', 'not-begun'],
  ])
  const sum = (await higher.get('/roll-ups/region?body=qingxi&year=2025')).body
  expect([sum.filed, rowsOf(sum.parts).length, at(sum, 'figures', 'requests.received.total')]).toEqual([1, 5, 0])
  const summands = rowsOf((await higher.get('/roll-ups/region/summands?body=qingxi&year=2025&cell=requests.received.total')).body.items)
  expect(summands.map((one) => [at(one, 'part', 'body', 'slug'), one.value, one.state])).toContainEqual(['finance', null, 'not-filed'])
  expect((await stranger.get('/roll-ups/region?body=qingxi&year=2025')).status).toBe(403)
  expect((await higher.post('/roll-ups/region', { body: 'qingxi', year: 2025, hash: '0'.repeat(64) })).body.code).toBe('roll-up-moved')
  expect((await higher.post('/roll-ups/region', { body: 'qingxi', year: 2025, hash: sum.hash })).status).toBe(201)

  expect((await act(clerk, id, 'correct', { reason: '更正一处错字' })).body.code).toBe('report-rolled-up')
  expect((await act(higher, id, 'agree')).status).toBe(200)
  expect((await act(clerk, id, 'correct', { reason: '更正一处错字' })).body.state).toBe('drafting')
  // While it is corrected, what was published stands.
  expect((await higher.get('/roll-ups/region?body=qingxi&year=2025')).body.hash).toBe(sum.hash)
  const correcting = (await clerk.get(`/reports/${id}`)).body
  const issued = { cell: 'proactive.normativeDocuments.issued', value: 1, reason: '漏登一件' }
  const inForce = { ...issued, cell: 'proactive.normativeDocuments.inForce' }
  // The chapter that says none was made is held against the figure.
  const contradicted = await clerk.send('PATCH', `/reports/${id}`, { edition: correcting.edition, declared: [issued, inForce] })
  expect(rowsOf(contradicted.body.doubts).find(({ rule }) => String(rule) === 'filing.denied')).toMatchObject({
    severity: 'error',
    chapter: 1,
  })
  const first = String(rowsOf(contradicted.body.chapters).find(({ number }) => Number(number) === 1)!.draft)
  const mended = first.replace('本年度没有制发行政规范性文件', '制发行政规范性文件{{proactive.normativeDocuments.issued}}件')
  await clerk.send('PATCH', `/reports/${id}`, { edition: contradicted.body.edition, chapters: [{ number: 1, text: mended }] })
  await approved(id)
  await act(clerk, id, 'file')
  expect((await act(clerk, id, 'publish')).body.publishedVersion).toBe(3)
  // What was reported upward is held beside what is now: whose report, which cells.
  const after = (await higher.get('/roll-ups/region?body=qingxi&year=2025')).body
  expect(after.moved).toEqual([
    {
      body: { slug: 'education', name: '青溪县教育局' },
      reportId: id,
      was: 2,
      now: 3,
      cells: [
        { cell: 'proactive.normativeDocuments.issued', was: 0, now: 1 },
        { cell: 'proactive.normativeDocuments.inForce', was: 0, now: 1 },
      ],
    },
  ])
})

test('prints as files that read back the same, and every figure lists its records', async () => {
  const { body } = await clerk.post('/reports', { body: 'education', year: 2025 })
  for (const format of ['json', 'html']) {
    const { text } = await clerk.get(`/reports/${body.id}/file?format=${format}`)
    const back = await read(new TextEncoder().encode(text), `report.${format}`)
    if (!back.ok) throw new Error(`${format}: ${JSON.stringify(back)}`)
    for (const key of cellKeys('2021'))
      expect([format, key, back.reports[0]!.figures[key]]).toEqual([format, key, at(body, 'figures', key)])
  }
  expect((await clerk.get(`/reports/${body.id}/records?key=requests.received.total`)).body).toEqual({ items: [], next: null })
  expect((await clerk.get(`/reports/${body.id}/records?key=nonsense`)).status).toBe(404)
  expect((await stranger.get(`/reports/${body.id}/records?key=requests.received.total`)).status).toBe(403)
})

test('whoever is of another body, or of none, gets nothing by any of its operations', async () => {
  const { body } = await clerk.post('/reports', { body: 'education', year: 2025 })
  const id = String(body.id)
  const sum = { body: 'qingxi', year: 2025 }
  const file = { name: 'x.csv', bytes: new TextEncoder().encode('a,b\n1,2\n') }
  const calls: Readonly<Record<string, (who: Client) => ReturnType<Client['get']>>> = {
    listReports: (who) => who.get('/reports?body=education'),
    beginReport: (who) => who.post('/reports', { body: 'education', year: 2024 }),
    readReport: (who) => who.get(`/reports/${id}`),
    editReport: (who) => who.send('PATCH', `/reports/${id}`, { edition: 1 }),
    previewReport: (who) => who.post(`/reports/${id}/preview`, { number: 1, text: '试写' }),
    actOnReport: (who) => act(who, id, 'publish'),
    remarkOnReport: (who) => who.post(`/reports/${id}/remarks`, { remark: '看过' }),
    answerRemark: (who) => who.post(`/reports/${id}/remarks/${id}/answer`, { answer: '改了' }),
    listFigureRecords: (who) => who.get(`/reports/${id}/records?key=requests.received.total`),
    printReport: (who) => who.get(`/reports/${id}/file?format=json`),
    readRollUp: (who) => who.get('/roll-ups/region?body=qingxi&year=2025'),
    listSummands: (who) => who.get('/roll-ups/region/summands?body=qingxi&year=2025&cell=requests.received.total'),
    listReportFindings: (who) => who.get('/report-findings?body=qingxi&year=2025'),
    takeReports: (who) => who.upload('/report-files?body=qingxi&year=2025', file),
    takeSummaryTable: (who) => who.upload('/summary-table?body=qingxi&year=2025', file),
    readReportSource: (who) => who.get(`/reports/${id}/source`),
    readSummaryTable: (who) => who.get('/summary-table?body=qingxi&year=2025&scope=region'),
    printReportPaper: (who) => who.get(`/reports/${id}/papers/opinion?format=txt`),
    printCountyPaper: (who) => who.get('/report-papers/brief?body=qingxi&year=2025&format=txt'),
    reportUpward: (who) => who.post('/roll-ups/region', { ...sum, hash: '0'.repeat(64) }),
  }
  expect(Object.keys(calls).sort()).toEqual(
    operations
      .filter(({ tag }) => tag === 'reports')
      .map((one) => one.id)
      .sort(),
  )
  for (const [name, call] of Object.entries(calls)) {
    expect([name, (await call(stranger)).status]).toEqual([name, 403])
    expect([name, (await call(api.visitor)).status]).toEqual([name, 401])
  }
})
