/** One request from the citizen's phone to the citizen's phone: asked, corrected, a third party heard, partly disclosed, downloaded, rated, counted. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../database.ts'
import { typeset } from '../../papers.ts'
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

const scan = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** Signs in by the button of a role, in a browser of its own. */
async function staff(role: string): Promise<Page> {
  const { page } = await visit(browser, { size: wide })
  await page.goto(`${address}/desk/sign-in`)
  await page
    .getByRole('button', { name: new RegExp(role) })
    .first()
    .click()
  await page.waitForURL(/\/desk\/?$/)
  return page
}

/** Approves whatever waits for the person. */
async function approve(page: Page): Promise<void> {
  await page.goto(`${address}/desk/sign-offs`)
  await settled(page)
  await page
    .getByRole('link', { name: /告知书|征询书/ })
    .first()
    .click()
  await settled(page)
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await expect.poll(() => page.locator('main').textContent(), { timeout: 30_000 }).toMatch(/已批准|这一步不由你批/)
}

const act = async (page: Page, verb: string) => {
  await page.getByRole('button', { name: '要做什么' }).click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
}
const answer = (page: Page, text: string) => page.locator('.tree-now').getByText(text, { exact: true }).click()

test('a citizen asks on a phone, and has the part that may be given', { timeout: 420_000 }, async () => {
  const citizen = (await visit(browser, { size: phone, script: false })).page
  await citizen.goto(`${address}/b/natural-resources/apply`)
  await citizen.getByText('开始填写').first().click()
  await citizen.getByLabel('信息的名称').fill('青石镇采石场评估报告')
  await citizen.getByLabel('文号、年份、地点等特征').fill('采石场的评估报告')
  await citizen.getByRole('button', { name: /下一步/ }).click()
  await citizen.getByLabel('姓名或者单位名称').fill('贺知')
  await citizen.getByLabel('护照').check()
  await citizen.getByLabel('证件号码', { exact: true }).fill('E12345678')
  await citizen.getByLabel('联系电话').fill('13900000021')
  await citizen.getByLabel('证件的照片或扫描件').setInputFiles({ name: '护照.png', mimeType: 'image/png', buffer: scan })
  await citizen.getByRole('button', { name: /下一步/ }).click()
  await citizen.getByRole('button', { name: '送出申请' }).click()
  const [number, code] = await citizen.locator('.big').allTextContents()
  await picture(citizen, 'journey-receipt')

  const clerk = await staff('经办人')
  const id = await clerk.evaluate(
    async (wanted) =>
      ((await (await fetch('/api/v1/requests?unconfirmed=true')).json()) as { items: { id: string; number: string }[] }).items.find(
        (one) => one.number === wanted,
      )!.id,
    number!,
  )
  const open = async () => {
    await clerk.goto(`${address}/desk/requests/${id}`)
    await settled(clerk)
  }
  await open()
  await expect.poll(() => clerk.getByRole('heading', { level: 1 }).textContent()).toBe('青石镇采石场评估报告')
  await expect.poll(() => clerk.locator('main').textContent()).toContain('贺*')
  await clerk.getByRole('button', { name: '确认收到' }).click()
  await clerk.getByLabel('双方确认的日期').fill('2026-01-20')
  await clerk.getByRole('dialog').getByRole('button', { name: '确认收到' }).click()
  await expect.poll(() => clerk.locator('.clock-strip').textContent()).toContain('2026-02-')

  // Correction, by letter: drafted, approved by the head of the unit, sent where the applicant chose.
  await act(clerk, '要求补正')
  await clerk.getByLabel('要补正什么').fill('请写明评估报告的年份')
  await clerk.getByLabel('申请人最迟哪天').fill('2026-02-10')
  await clerk.getByRole('button', { name: '拟文书' }).click()
  await clerk.waitForURL(/\/letters\//)
  await settled(clerk)
  await clerk.getByRole('button', { name: '送审' }).click()
  await expect.poll(() => clerk.locator('.page-head').textContent(), { timeout: 30_000 }).toContain('审核中')
  const correction = clerk.url()
  const officer = await staff('公开机构负责人')
  await approve(officer)
  const send = async (letter: string, method: string, tracking?: string) => {
    await clerk.goto(letter)
    await settled(clerk)
    await clerk.getByRole('button', { name: '登记发出' }).click()
    await clerk.getByLabel('怎么发出').selectOption({ label: method })
    if (tracking) await clerk.getByLabel('邮件号').fill(tracking)
    await clerk.getByRole('dialog').getByRole('button', { name: '登记发出' }).click()
    await expect.poll(() => clerk.locator('.page-head').textContent()).toContain('已发出')
  }
  await send(correction, '网上下载')

  // The citizen corrects, without scripts.
  await citizen.goto(`${address}/track`)
  await citizen.getByLabel('编号').fill(number!)
  await citizen.getByLabel('查询码').fill(code!)
  await citizen.getByRole('button', { name: '查办到哪一步' }).click()
  expect(await citizen.getByRole('heading', { name: /前补正/ }).textContent()).toContain('2026 年 2 月 10 日')
  expect(await overflow(citizen)).toBeLessThanOrEqual(0)
  await picture(citizen, 'journey-correct')
  await citizen.getByLabel('补正内容').fill('2024 年的评估报告')
  await citizen.getByRole('button', { name: '送出补正' }).click()
  expect(await citizen.locator('.timeline').textContent()).toContain('补正')

  // A third party is asked, and refuses.
  await open()
  await act(clerk, '征求意见')
  await clerk.getByLabel('向谁征求').selectOption('third-party')
  await clerk.getByLabel('名称', { exact: true }).fill('澜州中衡土地房地产评估有限公司')
  await clerk.getByLabel('征求事项').fill('2024 年采石场评估报告')
  await clerk.getByRole('button', { name: '拟文书' }).click()
  await clerk.waitForURL(/\/letters\//)
  await settled(clerk)
  await clerk.getByRole('button', { name: '送审' }).click()
  await expect.poll(() => clerk.locator('.page-head').textContent(), { timeout: 30_000 }).toContain('审核中')
  await picture(clerk, 'journey-consultation')
  const consultation = clerk.url()
  await approve(officer)
  await send(consultation, '邮寄（邮政）', '1234567890123')
  await open()
  expect(await clerk.locator('.ruler.wide .paused').count()).toBeGreaterThan(0)
  await act(clerk, '记意见')
  await clerk.getByRole('dialog').getByLabel('意见', { exact: true }).selectOption('refuses')
  await clerk.getByRole('dialog').getByRole('button', { name: '记意见' }).click()
  await expect.poll(() => clerk.locator('main').textContent()).toContain('不同意公开')

  // What is given, with a part blacked out and proved.
  const source = typeset('= 采石场评估报告\n\n评估参数甲乙丙\n\n其余内容可以公开')
  await clerk.locator('#case-file').setInputFiles({ name: '评估报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(source) })
  await clerk.getByRole('button', { name: '遮盖', exact: true }).click()
  await clerk.waitForURL(/redactions/)
  await settled(clerk)
  await clerk.getByLabel('新标的依据').selectOption('trade-secret')
  await clerk.getByLabel('一段文字').fill('评估参数甲乙丙')
  await clerk.getByRole('button', { name: '查找' }).click()
  await clerk.getByRole('button', { name: '全部标上（1 个）' }).click()
  await clerk
    .getByRole('status')
    .filter({ hasText: /^已保存$/ })
    .waitFor()
  await clerk.getByRole('button', { name: '核验并生成' }).click()
  await clerk.getByText('14 项全部通过').waitFor({ timeout: 60_000 })
  await picture(clerk, 'journey-redaction')

  // Decided in the law's order.
  await open()
  for (const text of ['清楚', '政府信息', '不是', '不是', '是', '没有', '查到了', '没有']) await answer(clerk, text)
  await answer(clerk, '有：第三方商业秘密、个人隐私')
  await answer(clerk, '不同意，理由成立')
  await answer(clerk, '能分开')
  await clerk.getByRole('button', { name: '定下这个结果' }).click()
  await expect.poll(() => clerk.locator('.leaf').textContent()).toContain('部分公开')
  expect(await accessibilityTroubles(clerk)).toEqual([])
  await picture(clerk, 'journey-case')
  await clerk.getByRole('button', { name: '拟答复书' }).click()
  await clerk.getByLabel('不公开内容').fill('评估参数')
  await clerk.getByLabel('理由', { exact: true }).fill('属于第三方的商业秘密')
  await clerk.getByRole('dialog').locator('input[type=checkbox]').first().check()
  await clerk.getByRole('button', { name: '拟好' }).click()
  await clerk.waitForURL(/\/letters\//)
  await settled(clerk)
  expect(await accessibilityTroubles(clerk)).toEqual([])
  await picture(clerk, 'journey-letter')
  await clerk.getByRole('button', { name: '送审' }).click()
  await expect.poll(() => clerk.locator('.page-head').textContent(), { timeout: 30_000 }).toContain('审核中')
  const answered = clerk.url()
  await approve(officer)
  const leader = await staff('陈国栋')
  await approve(leader)
  await send(answered, '网上下载')

  // The citizen has it, and rates.
  await citizen.goto(`${address}/track/case`)
  const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('link', { name: /部分公开告知书/ }).click()])
  expect((await download.path()).length).toBeGreaterThan(0)
  await citizen.goto(`${address}/track/case`)
  await citizen.getByLabel('满意', { exact: true }).check()
  await citizen.getByRole('button', { name: '送出评价' }).click()
  expect(await citizen.locator('main').textContent()).toContain('你的评价：满意')
  expect(await accessibilityTroubles(await reopened(citizen))).toEqual([])

  // It stands in its cell of table 三, and a click leads back to it.
  await clerk.goto(`${address}/desk/tables?year=2026&cell=requests.partlyGranted.naturalPerson`)
  await settled(clerk)
  await picture(clerk, 'journey-tables')
  expect(await clerk.locator('main').textContent()).toContain(number!)
  await clerk.getByRole('link', { name: '青石镇采石场评估报告' }).click()
  await clerk.waitForURL(/\/requests\//)
  await settled(clerk)
  expect(await clerk.getByRole('heading', { level: 1 }).textContent()).toBe('青石镇采石场评估报告')
})

/** The same page in a browser with scripts, so that axe can look at it. */
async function reopened(page: Page): Promise<Page> {
  const { page: other, context } = await visit(browser, { size: phone })
  await context.addCookies(await page.context().cookies())
  await other.goto(page.url())
  return other
}
