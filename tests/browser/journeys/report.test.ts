/** One year from its records to the county's sum and a citizen's page: counted, blocked by a false figure, filed, returned, cleared, published, summed, read back. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#ingest'
import { render } from '#render'
import { cellKeys, noPrint } from '#report'
import { testDatabase } from '../../database.ts'
import { dataFolder, started, stopAll } from '../../server.ts'
import { openBrowser } from '../browser.ts'
import { accessibilityTroubles, overflow, phone, picture, settled, visit, wide } from './visit.ts'

const database = await testDatabase()
let browser: Browser
let address: string

beforeAll(async () => {
  browser = await openBrowser()
  address = (await started({ GONGKAI_DATA: dataFolder(), DATABASE_URL: database.url })).address
})
afterAll(async () => {
  await browser?.close()
  await stopAll()
  await database.close()
})

/** Signs in by the button of a person of the demo, in a browser of their own. */
async function staff(name: string): Promise<Page> {
  const { page } = await visit(browser, { size: wide })
  await page.goto(`${address}/desk/sign-in`)
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await page.waitForURL(/\/desk\/?$/)
  return page
}
const said = (page: Page, where = 'main') => expect.poll(() => page.locator(where).textContent(), { timeout: 30_000 })
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click()

async function approve(page: Page): Promise<void> {
  await page.goto(`${address}/desk/sign-offs`)
  await settled(page)
  await page
    .getByRole('link', { name: /工作年度报告/ })
    .first()
    .click()
  await settled(page)
  await picture(page, 'report-approval')
  await press(page, '批准')
  await said(page).toMatch(/已批准|这一步不由你批|批准了/)
}

/** A Word file as a town without an account sends it. */
async function reportFile(body: string): Promise<Buffer> {
  const figures = Object.fromEntries(cellKeys('2021').map((key) => [key, 0]))
  const title = `${body}2025年政府信息公开工作年度报告`
  const report = { title, body, year: 2025, edition: '2021' as const, figures, cells: {}, chapters: [], printed: noPrint }
  return Buffer.from(await render(report, 'docx'))
}

/** What a person writes where the draft leaves it to people. */
const words = ['两个栏目有三条信息迟了十天，由耕保股每周三更新。', '由专人核对并留下记录。', '要点涉及本局四项，已完成。']

test('the chain: record, cell, report, page, sum, and back', { timeout: 420_000 }, async () => {
  const clerk = await staff('周敏')
  await clerk.goto(`${address}/desk/reports`)
  await press(clerk, '开始写 2025 年报告')
  await clerk.waitForURL(/\/desk\/reports\/[0-9a-f-]{36}/)
  await settled(clerk)
  const report = clerk.url().split('?')[0]!

  // A figure opens the requests it counts, and one of them its case.
  const received = clerk.locator('[id="cell-requests.received.naturalPerson"]')
  const counted = Number(await received.textContent())
  expect(counted).toBeGreaterThan(0)
  await received.click()
  const records = clerk.locator('.report-drawer ul li')
  for (let shown = 50; shown < counted; shown += 50) {
    await expect.poll(() => records.count()).toBe(shown)
    await press(clerk, '再看一些')
  }
  await expect.poll(() => records.count()).toBe(counted)
  await picture(clerk, 'report-workbench')
  expect(await accessibilityTroubles(clerk)).toEqual([])

  // A figure declared beside the counted one breaks the sum, blocks the way on, and is found from what is said of it.
  await press(clerk, '申报另一个数')
  await clerk.getByLabel('申报的数').fill(String(counted + 1))
  await clerk.getByLabel('理由').fill('一件纸质申请登在旧簿上')
  await clerk.locator('.report-drawer form').getByRole('button', { name: '申报另一个数' }).click()
  await said(clerk, '[id="cell-requests.received.naturalPerson"]').toContain(`${counted + 1}/${counted}`)
  await expect.poll(() => clerk.getByRole('button', { name: /送审（先改/ }).getAttribute('aria-disabled')).toBe('true')
  await clerk.goto(`${report}?chapter=5`)
  await settled(clerk)
  await clerk.locator('.doubts .is-error').getByRole('button', { name: '去看这一格' }).first().click()
  await expect.poll(() => clerk.url()).toContain('chapter=3')
  await picture(clerk, 'report-blocked')
  await clerk.goto(`${report}?chapter=3&cell=requests.received.naturalPerson`)
  await settled(clerk)
  await press(clerk, '改回数出来的')
  await expect.poll(() => received.textContent()).toBe(String(counted))

  // What the first draft leaves to people is written.
  const prose = clerk.locator('.report-prose textarea')
  for (const chapter of [5, 6]) {
    await clerk.goto(`${report}?chapter=${chapter}`)
    await settled(clerk)
    const drafted = await prose.inputValue()
    if (!drafted.includes('【')) continue
    await prose.fill(drafted.replaceAll(/【[^】]*】/g, () => words.shift()!))
    await clerk.locator('.report-prose').getByRole('button', { name: '保存' }).click()
    await said(clerk, '.report-prose').toContain('已保存')
  }
  for (let left = await clerk.getByRole('button', { name: '核对过，让它过' }).count(); left > 0; left--) {
    await clerk.getByRole('button', { name: '核对过，让它过' }).first().click()
    const form = clerk.locator('.doubt-reason')
    await form.getByLabel('理由').fill('核对过原件，属实')
    await form.getByRole('button').click()
    await expect.poll(() => clerk.getByRole('button', { name: '核对过，让它过' }).count()).toBe(left - 1)
  }

  const officer = await staff('马志远')
  const leader = await staff('陈国栋')
  const sent = async () => {
    await clerk.goto(report)
    await settled(clerk)
    await press(clerk, '送审')
    await said(clerk, '.page-head').toContain('审核中')
    await approve(officer)
    await approve(leader)
    await clerk.reload()
    await settled(clerk)
    await press(clerk, '报送')
    await said(clerk, '.page-head').toContain('已报送')
  }
  await sent()

  // The county remarks on a chapter and returns it; answered, it is filed again and cleared.
  const county = await staff('林晓岚')
  await county.goto(report)
  await settled(county)
  await press(county, '批注')
  await county.getByRole('dialog').getByLabel('各章').selectOption({ label: '五、问题和改进' })
  await county.getByLabel('要怎么改').fill('改进情况请写到什么时候完成')
  await county.getByRole('dialog').getByRole('button', { name: '批注' }).click()
  await said(county).toContain('改进情况请写到什么时候完成')
  await press(county, '退回')
  await county.getByLabel('退回的理由').fill('见批注')
  await county.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await said(county, '.page-head').toContain('退回修改')
  await clerk.goto(`${report}?chapter=5`)
  await settled(clerk)
  await prose.fill(`${await prose.inputValue()}2026年6月底前完成。`)
  await clerk.locator('.report-prose').getByRole('button', { name: '保存' }).click()
  await said(clerk, '.report-prose').toContain('已保存')
  await clerk.getByLabel('怎么改的').fill('写明了完成时间')
  await clerk.locator('.doubt-reason').getByRole('button', { name: '保存' }).click()
  await said(clerk).toContain('已改：写明了完成时间')
  await sent()
  await county.goto(report)
  await settled(county)
  await press(county, '审核通过')
  await said(county, '.page-head').toContain('审核通过')
  await clerk.reload()
  await settled(clerk)
  await press(clerk, '公布')
  await clerk.getByRole('dialog').getByRole('button', { name: '公布' }).click()
  await said(clerk, '.page-head').toContain('已公布')

  // The county's sum opens into its bodies, and from there back to the case.
  await county.goto(`${address}/desk/roll-up?year=2025&cell=requests.received.total`)
  await settled(county)
  await said(county, '.cell-panel').toContain('云溪县自然资源局')
  await said(county, '.cell-panel').toContain('未报')
  await picture(county, 'report-roll-up')
  expect(await accessibilityTroubles(county)).toEqual([])
  await press(county, '汇总上报')
  await said(county).toContain('上报')
  await county.locator('.cell-panel').getByRole('link', { name: '云溪县自然资源局' }).click()
  await settled(county)
  await said(county, '.report-drawer').toContain('总计')

  // A citizen reads it on a phone without scripts, opens a figure, and takes the figures along.
  const citizen = (await visit(browser, { size: phone, script: false })).page
  await citizen.goto(`${address}/b/natural-resources/reports`)
  await citizen.getByRole('link', { name: '2025', exact: true }).click()
  await expect.poll(() => citizen.getByRole('heading', { level: 1 }).textContent()).toContain('2025年政府信息公开工作年度报告')
  expect(await overflow(citizen)).toBe(0)
  await picture(citizen, 'report-page-phone')
  await citizen.locator('[id="c-requests.received.naturalPerson"]').click()
  await expect.poll(() => citizen.locator('#why').textContent()).toContain(String(counted))
  await picture(citizen, 'report-figure-phone')
  const [file] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('link', { name: 'JSON' }).click()])
  const taken = await read(readFileSync(await file.path()), 'report.json')
  const page = await (await fetch(`${address}/b/natural-resources/reports/2025`)).arrayBuffer()
  const back = await read(new Uint8Array(page), 'page.html')
  if (!taken.ok || !back.ok) throw new Error(JSON.stringify([taken, back]))
  for (const key of cellKeys('2021')) expect([key, back.reports[0]!.figures[key]]).toEqual([key, taken.reports[0]!.figures[key]])
  expect(back.reports[0]!.figures['requests.received.naturalPerson']).toBe(counted)
  const reader = (await visit(browser, { size: wide })).page
  await reader.goto(`${address}/b/natural-resources/reports/2025?cell=requests.received.total#why`)
  await picture(reader, 'report-page')
  expect(await accessibilityTroubles(reader)).toEqual([])
})

test('registers: an entry written, changed and struck out; a table with a heading nobody knows taken in and taken back', {
  timeout: 180_000,
}, async () => {
  const clerk = await staff('周敏')
  await clerk.goto(`${address}/desk/registers?year=2025`)
  await settled(clerk)
  await clerk.getByRole('link', { name: '培训和开放活动' }).click()
  await settled(clerk)
  await press(clerk, '登记一条')
  const form = clerk.getByRole('dialog')
  await form.getByLabel('主题').fill('征地信息公开怎样写')
  await form.getByLabel('类别').selectOption({ label: '培训' })
  await form.getByLabel('日期').fill('2025-06-12')
  await form.getByLabel('人数').fill('四十')
  await form.getByRole('button', { name: '记下' }).click()
  // What is no number is told at its field, and nothing is lost.
  await said(clerk, 'dialog').toContain('四十')
  await form.getByLabel('人数').fill('40')
  await form.getByRole('button', { name: '记下' }).click()
  await said(clerk).toContain('征地信息公开怎样写')

  await clerk.getByText('从表格导入').click()
  const table = '主题,类别,什么时候,参加人数\n规划公示开放日,政府开放日,2025-10-15,22\n'
  await clerk.getByLabel('文件').setInputFiles({ name: '培训.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await press(clerk, '试读')
  await clerk.getByLabel('“什么时候”是').selectOption({ label: '日期' })
  await press(clerk, '导入 1 条')
  await said(clerk).toContain('导入了 1 条')
  await said(clerk, '.register').toContain('规划公示开放日')
  await picture(clerk, 'registers-training')
  expect(await accessibilityTroubles(clerk)).toEqual([])
  await press(clerk, '撤销这次导入')
  await said(clerk).toContain('已撤销，划去 1 条')

  await clerk.getByRole('link', { name: '征地信息公开怎样写' }).click()
  await settled(clerk)
  await press(clerk, '修改')
  await clerk.getByRole('dialog').getByLabel('人数').fill('41')
  await clerk.getByRole('dialog').getByLabel('为什么改').fill('补签一人')
  await clerk.getByRole('dialog').getByRole('button', { name: '记下' }).click()
  await said(clerk, '.entry-history').toContain('补签一人')
  await said(clerk, '.entry-history').toMatch(/补签一人人数：40 → 41/)
  await picture(clerk, 'registers-entry')
  expect(await accessibilityTroubles(clerk)).toEqual([])
})

test('the county drops files: whose they are is recognised or asked, what is wrong is told, and taken they stand in table and sum', {
  timeout: 180_000,
}, async () => {
  const county = await staff('林晓岚')
  await county.goto(`${address}/desk/roll-up?year=2025`)
  await settled(county)
  const known = await reportFile('云溪县石门镇人民政府')
  const unknown = await reportFile('云溪县老枫林乡人民政府')
  await county.getByLabel('把文件或文件夹拖到这里').setInputFiles([
    { name: '石门镇.docx', mimeType: 'application/octet-stream', buffer: known },
    { name: '枫林.docx', mimeType: 'application/octet-stream', buffer: unknown },
    { name: '会议通知.txt', mimeType: 'text/plain', buffer: Buffer.from('明天开会。') },
  ])
  await said(county).toContain('可以收下')
  await said(county).toContain('不知道是谁的')
  await said(county).toContain('这不像政府信息公开工作年度报告')
  await county.locator('.register select').selectOption({ label: '云溪县枫林镇人民政府' })
  await expect.poll(() => county.getByText('可以收下').count()).toBe(2)
  await picture(county, 'county-files')
  expect(await accessibilityTroubles(county)).toEqual([])
  await press(county, '收下 2 个文件')
  await expect.poll(() => county.getByText('已收下，看报告').count(), { timeout: 30_000 }).toBe(2)
  const row = county.locator('.received tbody tr', { hasText: '云溪县石门镇人民政府' })
  await expect.poll(() => row.textContent()).toContain('以文件报送')
  await row.getByRole('checkbox').check()
  await press(county, '审核通过 1 份')
  await expect.poll(() => row.textContent(), { timeout: 30_000 }).toContain('审核通过')
  await picture(county, 'county-received')
})
