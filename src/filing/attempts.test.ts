/** What a hurried or wrong hand might try with a report: each attempt is refused, or told, and nothing is counted wrongly. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Actor, bodyAt, changeSetting, decide, endBody, signOffsOf } from '#identity'
import { addEntry, entriesOf, voidEntry } from '#registers'
import { render } from '#render'
import { type Chapter, cellKeys, formOf, noPrint, type Report } from '#report'
import { county, machine, staff } from '../../tests/county.ts'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import {
  agreeToCorrection,
  beginReport,
  clearReport,
  correctReport,
  editReport,
  fileReport,
  publicReport,
  publishReport,
  receivePaper,
  reportAt,
  reportsBelow,
  reportUpward,
  rollUpOf,
  submitReport,
  summaryTable,
  takeReports,
  takeTable,
} from './index.ts'

let database: TestDatabase
let [clerk, leader, higher, financeClerk, financeLeader, both] = [] as unknown as [Actor, Actor, Actor, Actor, Actor, Actor]
const year = 2025
const today = '2026-01-20'

beforeAll(async () => {
  database = await testDatabase()
  const { ctx } = database
  await county(ctx)
  clerk = await staff(ctx, '经办', 'clerk', { body: 'education', role: 'drafter' })
  leader = await staff(ctx, '局长', 'leader', { body: 'education', role: 'leader' }, { body: 'education', role: 'disclosure-officer' })
  higher = await staff(ctx, '县办', 'higher', { body: 'qingxi-office', role: 'higher-office' })
  financeClerk = await staff(ctx, '财政经办', 'finance', { body: 'finance', role: 'drafter' })
  financeLeader = await staff(ctx, '财政局长', 'chief', { body: 'finance', role: 'leader' })
  both = await staff(ctx, '两头兼', 'both', { body: 'education', role: 'drafter' }, { body: 'qingxi-office', role: 'higher-office' })
  for (const slug of ['education', 'finance']) await oneSigner(slug)
})
afterAll(() => database.close())
afterEach(() => at(today))
const at = (day: string) => database.setNow(`${day}T09:00:00+08:00`)

async function oneSigner(slug: string): Promise<void> {
  const { id } = await bodyAt(database.ctx, slug)
  await changeSetting(database.ctx, machine, { key: 'reportReview', value: ['leader'], bodyId: id })
}

async function approved(id: string, by: Actor, signer: Actor): Promise<void> {
  const { ctx } = database
  const begun = await reportAt(ctx, by, id)
  const chapters = Object.fromEntries(
    Object.entries(begun.draft.chapters).map(([number, text]) => [
      number,
      text.replaceAll(/【[^】]*】/g, '目录每季清理一次，死链三条已改。'),
    ]),
  )
  const { doubts, edition } = await editReport(ctx, by, id, { edition: begun.edition, chapters })
  const confirmed = Object.fromEntries(doubts.flatMap(({ key, severity }) => (severity === 'warning' ? [[key, '已核对']] : [])))
  await editReport(ctx, by, id, { edition, confirmed })
  await submitReport(ctx, by, id)
  const waiting = (await signOffsOf(ctx, signer, { state: 'open' })).items.find(({ nounId }) => nounId === id)!
  await decide(ctx, signer, waiting.id, { decision: 'approved', contentHash: waiting.contentHash })
}

/** A whole report of a body that answered some requests. */
function written(body: string, requests = 2): Report {
  const figures: Record<string, number> = Object.fromEntries(cellKeys('2021').map((key) => [key, 0]))
  for (const row of ['received', 'granted', 'concluded'])
    for (const column of ['naturalPerson', 'total']) figures[`requests.${row}.${column}`] = requests
  const texts: Record<number, string> = {
    0: '根据《中华人民共和国政府信息公开条例》编制本报告。统计期限自2025年1月1日起至2025年12月31日止。',
    1: '（一）主动公开。村务信息每月公布。（二）依申请公开。均已答复。（三）政府信息管理。专人审查。（四）平台建设。依托县网站。（五）监督保障。工作考核合格，社会评议没有开展，没有责任追究的情形。',
    5: '存在的主要问题：公开栏更新慢。改进情况：每月五日更换。',
    6: '本年度没有收取信息处理费。',
  }
  const chapters = [0, 1, 2, 3, 4, 5, 6].map((number): Chapter => {
    const text = texts[number] ?? ''
    return {
      number,
      title: number === 0 ? '' : formOf('2021').chapters[number - 1]!,
      text,
      lines: text === '' ? [] : [{ text, at: {} }],
      at: null,
    }
  })
  const title = `${body}${year}年政府信息公开工作年度报告`
  return { title, body, year, edition: '2021', figures, cells: {}, chapters, printed: { ...noPrint, titles: [{ text: title, at: {} }] } }
}
const asFile = async (report: Report, name = `${report.body}.html`) => ({ name, type: 'text/html', bytes: await render(report, 'html') })
const take = async (report: Report, more: { name?: string } = {}) =>
  takeReports(database.ctx, higher, { body: 'qingxi', year, file: await asFile(report, more.name) })

test('a year that still runs is drafted and not filed', async () => {
  const { ctx } = database
  const begun = await beginReport(ctx, financeClerk, { body: 'finance', year: 2026 })
  await expect(submitReport(ctx, financeClerk, begun.id)).rejects.toMatchObject({ code: 'report-year-running' })
  await expect(
    takeReports(ctx, higher, { body: 'qingxi', year: 2026, file: await asFile(written('白沙镇人民政府')) }),
  ).rejects.toMatchObject({ code: 'report-year-running' })
})

test('the summary table taken in as it went out changes nothing, and figures never take the place of a report with chapters', async () => {
  const { ctx } = database
  const [taken] = await take(written('白沙镇人民政府'))
  await receivePaper(ctx, higher, taken!.reportId!)
  const table = await summaryTable(ctx, higher, { body: 'qingxi', year, scope: 'region' })
  const file = { name: '汇总表.xlsx', type: 'application/xlsx', bytes: table.bytes }
  expect(await takeTable(ctx, higher, { body: 'qingxi', year, file })).toMatchObject([{ taking: 'same', reportId: taken!.reportId }])
  const other = await reportAt(ctx, higher, taken!.reportId!)
  expect([other.state, other.paperOn, other.report.chapters.length]).toEqual(['filed', today, 7])
  const changed = {
    name: '汇总表.csv',
    type: 'text/csv',
    bytes: new TextEncoder().encode(
      `body,${cellKeys('2021').join(',')}\n白沙镇人民政府,${cellKeys('2021')
        .map(() => 1)
        .join(',')}\n`,
    ),
  }
  expect(await takeTable(ctx, higher, { body: 'qingxi', year, file: changed })).toMatchObject([{ taking: 'has-prose' }])
  await clearReport(ctx, higher, taken!.reportId!)
  // What was cleared is not replaced behind the back of who cleared it.
  expect(await take(written('白沙镇人民政府', 9))).toMatchObject([{ taking: 'closed' }])
})

test('a file without figures or chapters is taken to be remarked on, and never published', async () => {
  const { ctx } = database
  const bytes = new TextEncoder().encode('中共青溪县委档案室2025年政府信息公开工作年度报告\n一、总体情况\n【此处填写】\n')
  const [taken] = await takeReports(ctx, higher, {
    body: 'qingxi',
    year,
    file: { name: 'a.txt', type: 'text/plain', bytes },
    member: 'archives',
  })
  expect(taken).toMatchObject({ taking: 'new', listed: 200 })
  await expect(publishReport(ctx, higher, taken!.reportId!)).rejects.toMatchObject({ code: 'report-unsound' })
})

test('a name that nobody has is nobody’s, however like a member’s it looks', async () => {
  for (const body of ['白沙镇人民政府综合行政执法队', '红石县白沙镇人民政府', '大青溪县财政局'])
    expect([body, (await take(written(body)))[0]!.taking]).toEqual([body, 'unknown-body'])
  const nameless = { ...written('青溪县财政局'), body: null, title: '2025年政府信息公开工作年度报告', printed: noPrint }
  const dry = async (name: string) =>
    (await takeReports(database.ctx, higher, { body: 'qingxi', year, file: await asFile(nameless, name), dryRun: true }))[0]
  expect(await dry('青溪县财政局2025年报.html')).toMatchObject({ taking: 'new', body: { slug: 'finance' } })
  expect(await dry('关于青溪县财政局的说明.html')).toMatchObject({ taking: 'unknown-body' })
})

test('sentences of the draft are held against records that come after it, and half a name or hint is no text', async () => {
  const { ctx } = database
  const begun = await beginReport(ctx, clerk, { body: 'education', year })
  expect(begun.doubts.map(({ rule }) => rule)).not.toContain('filing.denied')
  const add = (register: string, values: Record<string, unknown>) => addEntry(ctx, clerk, { register, body: 'education', values })
  const post = await add('posts', { month: '2025-03', channel: 'website', column: '动态', count: 30 })
  await add('accountability', { what: '答复超期', on: '2025-06-03', result: '约谈一人' })
  const denied = (await reportAt(ctx, clerk, begun.id)).doubts.filter(({ rule }) => rule === 'filing.denied')
  expect(denied.map(({ severity, chapter }) => [severity, chapter])).toEqual([
    ['error', 1],
    ['error', 1],
  ])
  for (const text of ['{{新收申请}}件', '{{requests_received}}', '{{ a b }}', '｛｛逾期｝｝', '{{constructor}}', '甲{{乙', '【待补充']) {
    const { edition } = await reportAt(ctx, clerk, begun.id)
    const { doubts, report } = await editReport(ctx, clerk, begun.id, { edition, chapters: { 6: text } })
    const found = doubts.filter(({ rule, chapter }) => chapter === 6 && (rule === 'filing.unknown-figure' || rule === 'filing.unwritten'))
    expect([text, found.length > 0]).toEqual([text, true])
    expect(report.chapters.find(({ number }) => number === 6)!.text).not.toContain('NaN')
  }
  // Back to a year of which nothing is known.
  await voidEntry(ctx, leader, post.id, '试验')
  const [fault] = (await entriesOf(ctx, leader, { register: 'accountability', body: 'education' })).items
  await voidEntry(ctx, leader, fault!.id, '试验')
  const { edition, draft } = await reportAt(ctx, clerk, begun.id)
  await editReport(ctx, clerk, begun.id, { edition, chapters: { ...draft.chapters, 6: begun.draft.chapters[6]! } })
})

test('consent is asked of the office that summed: when a correction begins, when it ends, and never of oneself', async () => {
  const { ctx } = database
  const { id } = await beginReport(ctx, clerk, { body: 'education', year })
  await approved(id, clerk, leader)
  await fileReport(ctx, clerk, id)
  await clearReport(ctx, higher, id)
  await publishReport(ctx, clerk, id)
  await correctReport(ctx, clerk, id, '更正一处')
  // The sum goes up while the correction is being written.
  const sum = await rollUpOf(ctx, higher, { body: 'qingxi', year, scope: 'region' })
  await reportUpward(ctx, higher, { body: 'qingxi', year, scope: 'region', hash: sum.hash })
  at('2026-06-10')
  const { edition, draft } = await reportAt(ctx, clerk, id)
  await editReport(ctx, clerk, id, { edition, chapters: { 6: `${draft.chapters[6]}电话有误，已改。` } })
  await approved(id, clerk, leader)
  await expect(publishReport(ctx, clerk, id)).rejects.toMatchObject({ code: 'report-rolled-up' })
  await expect(agreeToCorrection(ctx, both, id)).rejects.toMatchObject({ code: 'report-own' })
  // A correction that is being written is not told in public, and who is correcting has not failed to publish.
  expect((await publicReport(ctx, sum.parts.find(({ body }) => body.slug === 'education')!.body.id, year))!.notes).toEqual([])
  const row = (await reportsBelow(ctx, higher, { body: 'qingxi', year })).find(({ body }) => body.slug === 'education')!
  expect([row.publishedOn, row.late]).toEqual([today, false])
  await agreeToCorrection(ctx, higher, id)
  await publishReport(ctx, clerk, id)
  const open = (await publicReport(ctx, row.body.id, year))!
  expect([open.publishedOn, open.notes]).toEqual([today, [{ n: 2, on: '2026-06-10', note: '更正一处' }]])
})

test('the last day of the law is in time, though the calendar advises the working day before', async () => {
  const { ctx } = database
  const begun = await beginReport(ctx, financeClerk, { body: 'finance', year })
  await approved(begun.id, financeClerk, financeLeader)
  at('2026-01-31')
  await publishReport(ctx, financeClerk, begun.id)
  const row = (await reportsBelow(ctx, higher, { body: 'qingxi', year })).find(({ body }) => body.slug === 'finance')!
  expect([row.publishedOn, row.dueOn, row.late]).toEqual(['2026-01-31', '2026-01-30', false])
})

test('who ended after the year stays in its sum, and who is not summed is not', async () => {
  const { ctx } = database
  at('2026-04-01')
  await endBody(ctx, machine, 'finance', { on: '2026-03-01', kind: 'merged', successors: ['education'], basis: '机构改革方案' })
  const sum = await rollUpOf(ctx, higher, { body: 'qingxi', year, scope: 'region' })
  expect(sum.parts.map(({ body }) => body.slug)).toContain('finance')
  await ctx.db.updateTable('body').set({ is_summed: false }).where('slug', '=', 'finance').execute()
  const without = await rollUpOf(ctx, higher, { body: 'qingxi', year, scope: 'region' })
  expect(without.parts.map(({ body }) => body.slug)).not.toContain('finance')
})
