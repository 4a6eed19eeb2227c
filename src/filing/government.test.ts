import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, decide, signOffsOf } from '#identity'
import { render } from '#render'
import { cellKeys, noPrint, type Report } from '#report'
import { county, staff } from '../../tests/county.ts'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import {
  beginReport,
  clearReport,
  editReport,
  fileReport,
  publicReport,
  publishReport,
  recordsBehind,
  reportAt,
  submitReport,
  takeReports,
} from './index.ts'

let database: TestDatabase
let [drafter, officer, leader, higher, outsider] = [] as unknown as [Actor, Actor, Actor, Actor, Actor]
const year = 2025

beforeAll(async () => {
  database = await testDatabase()
  const { ctx } = database
  await county(ctx)
  drafter = await staff(ctx, '县办经办', 'drafter', { body: 'qingxi-office', role: 'drafter' })
  officer = await staff(ctx, '县办科长', 'officer', { body: 'qingxi-office', role: 'disclosure-officer' })
  leader = await staff(ctx, '县办主任', 'leader', { body: 'qingxi-office', role: 'leader' })
  higher = await staff(ctx, '县办督导', 'higher', { body: 'qingxi-office', role: 'higher-office' })
  outsider = await staff(ctx, '财政', 'finance', { body: 'finance', role: 'drafter' })
})
afterAll(() => database.close())

/** Some requests of natural persons, all granted. */
function reportOf(body: string, requests: number): Report {
  const figures: Record<string, number> = Object.fromEntries(cellKeys('2021').map((key) => [key, 0]))
  for (const row of ['received', 'granted', 'concluded'])
    for (const column of ['naturalPerson', 'total']) figures[`requests.${row}.${column}`] = requests
  const title = `${body}${year}年政府信息公开工作年度报告`
  return { title, body, year, edition: '2021', figures, cells: {}, chapters: [], printed: noPrint }
}
const file = async (body: string, requests: number) => ({
  name: `${body}.html`,
  type: 'text/html',
  bytes: await render(reportOf(body, requests), 'html'),
})

test('is the sum of what was filed, opens into the reports it adds up, tells who is missing, and moves when they do', async () => {
  const { ctx } = database
  for (const [body, requests] of [
    ['青溪县教育局', 5],
    ['白沙镇人民政府', 2],
  ] as const)
    await takeReports(ctx, higher, { body: 'qingxi', year, file: await file(body, requests) })

  await expect(beginReport(ctx, outsider, { body: 'qingxi', year })).rejects.toMatchObject({ code: 'not-allowed' })
  const begun = await beginReport(ctx, drafter, { body: 'qingxi', year })
  expect(begun.counted.cells).toMatchObject({ 'requests.received.total': 7, 'requests.granted.total': 7 })
  expect(begun.report.title).toBe('青溪县人民政府2025年政府信息公开工作年度报告')
  const missing = begun.doubts.find(({ rule }) => rule === 'filing.members')!
  expect(missing).toMatchObject({ severity: 'warning', confirmed: null })
  expect(missing.message).toContain('青溪县财政局')

  const { records } = await recordsBehind(ctx, drafter, { body: 'qingxi', year, key: 'requests.received.total' })
  expect(records.map(({ kind, title, adds }) => [kind, title, adds]).sort()).toEqual([
    ['report', '白沙镇人民政府', 2],
    ['report', '青溪县教育局', 5],
  ])

  // Written by the office's people, signed by two others of it; nobody of the office clears it.
  const chapters = Object.fromEntries(
    Object.entries(begun.draft.chapters).map(([number, text]) => [
      number,
      text.replaceAll(/【[^】]*】/g, '按季度公布了水源地水质和小学学位数，逐项有人回答。'),
    ]),
  )
  const { doubts, edition } = await editReport(ctx, drafter, begun.id, { edition: begun.edition, chapters })
  expect(doubts.filter(({ severity }) => severity === 'error').map(({ rule, message }) => [rule, message])).toEqual([])
  const confirmed = Object.fromEntries(doubts.flatMap(({ key, severity }) => (severity === 'warning' ? [[key, '已核对']] : [])))
  await editReport(ctx, drafter, begun.id, { edition, confirmed })
  await submitReport(ctx, drafter, begun.id)
  for (const hand of [officer, leader]) {
    const [waiting] = (await signOffsOf(ctx, hand, { state: 'open' })).items
    await decide(ctx, hand, waiting!.id, { decision: 'approved', contentHash: waiting!.contentHash })
  }
  await fileReport(ctx, drafter, begun.id)
  await expect(clearReport(ctx, higher, begun.id)).rejects.toMatchObject({ code: 'report-own' })
  expect((await reportAt(ctx, higher, begun.id)).may).not.toContain('clear')
  await publishReport(ctx, drafter, begun.id)
  const published = await publicReport(ctx, begun.body.id, year)
  expect(published!.report.figures['requests.received.total']).toBe(7)

  // A member that files anew is held against what was published: cell by cell.
  await takeReports(ctx, higher, { body: 'qingxi', year, file: await file('白沙镇人民政府', 3) })
  const later = await reportAt(ctx, drafter, begun.id)
  expect(later.moved).toContainEqual({ cell: 'requests.received.total', was: 7, now: 8 })
  expect((await publicReport(ctx, begun.body.id, year))!.report.figures['requests.received.total']).toBe(7)
})
