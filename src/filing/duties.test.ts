import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, doTask, tasksOf } from '#identity'
import { render } from '#render'
import { cellKeys, noPrint } from '#report'
import { county, staff } from '../../tests/county.ts'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { giveReportDuties, takeReports } from './index.ts'

let database: TestDatabase
let [clerk, officer, office, higher] = [] as unknown as [Actor, Actor, Actor, Actor]

beforeAll(async () => {
  database = await testDatabase()
  const { ctx } = database
  await county(ctx)
  clerk = await staff(ctx, '教育经办', 'clerk', { body: 'education', role: 'drafter' })
  officer = await staff(ctx, '教育科长', 'officer', { body: 'education', role: 'disclosure-officer' })
  office = await staff(ctx, '县办经办', 'office', { body: 'qingxi-office', role: 'drafter' })
  higher = await staff(ctx, '县办', 'higher', { body: 'qingxi-office', role: 'higher-office' })
})
afterAll(() => database.close())

const duties = async (who: Actor) =>
  (await tasksOf(database.ctx, who)).flatMap(({ title, dueOn, about }) => (about.noun === 'annual-report' ? [[title, dueOn]] : []))

test('from December each body has its report among what is due, once, until it is published', async () => {
  const { ctx, setNow } = database
  setNow('2025-11-28T08:10:00+08:00')
  expect(await giveReportDuties(ctx)).toBe(0)
  setNow('2025-12-01T08:10:00+08:00')
  expect(await giveReportDuties(ctx)).toBeGreaterThan(0)
  expect(await giveReportDuties(ctx)).toBe(0)
  // 31 January 2026 is a Saturday; the government has until the end of March, and its office does it.
  expect(await duties(clerk)).toEqual([['公布并报送青溪县教育局2025年政府信息公开工作年度报告', '2026-01-30']])
  expect((await duties(office)).sort()).toEqual([
    ['公布并报送青溪县人民政府2025年政府信息公开工作年度报告', '2026-03-31'],
    ['公布并报送青溪县人民政府办公室2025年政府信息公开工作年度报告', '2026-01-30'],
  ])
  const [task] = await tasksOf(ctx, clerk)
  await expect(doTask(ctx, officer, task!.id)).rejects.toMatchObject({ code: 'task-done-elsewhere' })

  setNow('2026-01-20T09:00:00+08:00')
  const title = '青溪县教育局2025年政府信息公开工作年度报告'
  const figures = Object.fromEntries(cellKeys('2021').map((key) => [key, 0]))
  const report = { title, body: '青溪县教育局', year: 2025, edition: '2021' as const, figures, cells: {}, chapters: [], printed: noPrint }
  const file = { name: '年报.html', type: 'text/html', bytes: await render(report, 'html') }
  expect(await takeReports(ctx, higher, { body: 'qingxi', year: 2025, file, publishedOn: '2026-01-19' })).toMatchObject([{ taking: 'new' }])
  expect(await duties(clerk)).toEqual([])
  expect(await giveReportDuties(ctx)).toBe(0)
})
