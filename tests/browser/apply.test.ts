/** A citizen applies on a phone without scripts and with the keyboard alone, gets a number, and follows the request; nobody is kept out of any of these pages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type ActInput, perform, type VerbName } from '#casework'
import { changeSetting, type Machine } from '#identity'
import { portalPolicy, registerPortal } from '#portal'
import { buildBundle } from '../../src/runtime/bundle.ts'
import { png } from '../citizen.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { openBrowser } from './browser.ts'
import { settleCounty } from './county.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 720 }
const machine: Machine = { personId: null, origin: 'tests' }
const form = '/b/ziran-ziyuan/apply'

let database: TestDatabase
let server: FastifyInstance
let browser: Browser
let address: string
let folder: string
let proof: string
let complaints: string[] = []
let browsers = 0

beforeAll(async () => {
  database = await testDatabase()
  await settleCounty(database.ctx)
  const bundle = await buildBundle(root)
  // Each browser comes from an address of its own: one that sends much is asked a sum.
  server = fastify({ trustProxy: true })
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', portalPolicy)
  })
  await server.register(fastifyStatic, { root: bundle.folder, prefix: '/assets/', preCompressed: true, index: false, decorateReply: false })
  await registerPortal(server, database.ctx, { assets: bundle, report: (fault) => complaints.push(String(fault)) })
  await server.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  folder = mkdtempSync(join(tmpdir(), 'gongkai-citizen-'))
  proof = join(folder, '身份证.png')
  writeFileSync(proof, png())
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  const said = complaints
  complaints = []
  expect(said).toEqual([])
})

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: phone,
    extraHTTPHeaders: { 'x-forwarded-for': `198.51.100.${++browsers}` },
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  // Wrong input and a visit that is over are answered as what they are.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address + path)
  return page
}

/** What keeps somebody out of a page, after axe; and whether it runs out sideways. */
async function troubles(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }
    ).axe.run()
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    return [
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ...(over > 0 ? [`${over} px wider than the screen`] : []),
    ]
  })
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    return at?.id || at?.textContent?.trim() || at?.tagName || ''
  })
/** Goes on by Tab until what is wanted has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === wanted) return
  }
  throw new Error(`nothing called ${wanted} was reached by Tab`)
}
async function write(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, id)
  await page.keyboard.type(text)
}

/** Fills in and sends a form by locator; where journeys by keyboard are not the point. */
async function applied(page: Page, title = '石板桥村征地补偿安置方案'): Promise<{ number: string; code: string }> {
  await page.goto(`${address}${form}`)
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByLabel('信息的名称').fill(title)
  await page.getByLabel('文号、年份、地点等特征').fill('2023 至 2025 年，青石镇石板桥村')
  await page.getByRole('button', { name: '下一步：你是谁' }).click()
  await page.getByLabel('姓名或者单位名称', { exact: true }).fill('陈小溪')
  await page.getByLabel('证件号码', { exact: true }).fill('11010519491231002X')
  await page.getByLabel('证件的照片或扫描件').setInputFiles(proof)
  await page.getByLabel('联系电话').fill('13900000001')
  await page.getByRole('button', { name: '下一步：检查' }).click()
  await page.getByRole('button', { name: '送出申请' }).click()
  await page.waitForURL(/receipt$/)
  return receiptOf(page)
}
const receiptOf = async (page: Page) => ({
  number: (await page.locator('.big').first().textContent())!,
  code: (await page.locator('.big.code').first().textContent())!,
})
async function looked(page: Page, { number, code }: { number: string; code: string }): Promise<void> {
  await page.goto(`${address}/track`)
  await page.locator('#number').fill(number)
  await page.locator('#code').fill(code)
  await page.locator('#code').press('Enter')
}
async function act<V extends VerbName>(number: string, verb: V, input: ActInput<V>): Promise<void> {
  const { id } = await database.ctx.db.selectFrom('request').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  await perform(database.ctx, machine, id, verb, input)
}

test('on a phone, without scripts, by keyboard alone: four steps, a number and a code, and the case', async () => {
  const page = await open(form, { javaScriptEnabled: false })
  await tabTo(page, '开始填写')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '你要什么信息' }).waitFor()
  expect(await page.getByText('第 2 步，共 4 步').isVisible()).toBe(true)

  // Enter goes on; what is missing is said, and the summary has the focus and leads to the field.
  await write(page, 'title-1', '石板桥村征地补偿安置方案')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '还有 1 处要改' }).waitFor()
  expect(await page.title()).toContain('有 1 处要改')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toBe('wanted-1')
  await page.keyboard.type('2023 至 2025 年，青石镇石板桥村')
  expect(await page.getByLabel('信息的名称').inputValue()).toBe('石板桥村征地补偿安置方案')
  await tabTo(page, '下一步：你是谁')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: '你是谁' }).waitFor()
  await write(page, 'name', '陈小溪')
  await write(page, 'identityNumber', '11010519491231002X')
  await page.getByLabel('证件的照片或扫描件').setInputFiles(proof)
  await write(page, 'phone', '13900000001')
  await page.keyboard.press('Enter')

  await page.getByRole('heading', { level: 1, name: '检查并提交' }).waitFor()
  expect(await page.locator('main').textContent()).toContain('11*************02X')
  await tabTo(page, '送出申请')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '申请已经送出' }).waitFor()
  const { number, code } = await receiptOf(page)

  await tabTo(page, '查办件')
  await page.goto(`${address}/track`)
  await write(page, 'number', number)
  await write(page, 'code', code.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '等机关和你核对' }).waitFor()
  expect(await page.locator('.case-line').textContent()).toContain(number)
})

test('going back loses nothing, nor does choosing another body', async () => {
  const page = await open(form)
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByLabel('信息的名称').fill('学区划分方案')
  await page.getByLabel('文号、年份、地点等特征').fill('2025 年')
  await page.getByRole('button', { name: '上一步' }).click()
  await page.getByLabel('机关名称').fill('教育')
  await page.getByLabel('机关名称').press('Enter')
  await page.getByRole('button', { name: '向教育局申请' }).click()
  await page.waitForURL(/\/b\/jiaoyu\/apply\/form$/)
  expect(await page.getByLabel('信息的名称').inputValue()).toBe('学区划分方案')
})

test('a wrong code is refused as a wrong number is: one message, and the summary has the focus', async () => {
  const page = await open('/track', { javaScriptEnabled: false })
  const { number } = await applied(page)
  const said: (string | null)[] = []
  for (const given of [
    { number, code: 'ABCDEFGH' },
    { number: '2026-9999', code: 'ABCDEFGH' },
  ]) {
    await looked(page, given)
    await page.locator('.error-summary').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    said.push(await page.locator('main').textContent())
  }
  expect(said[0]).toBe(said[1])
  expect(said[0]).toContain('编号或查询码有一个不对')
})

test('asked for a correction, the citizen corrects; answered, they rate it', async () => {
  const page = await open('/track', { javaScriptEnabled: false })
  const given = await applied(page, '河桥水库除险加固批复')
  await act(given.number, 'confirm', { facts: { confirmed: '2026-01-20' } })
  await act(given.number, 'ask-correction', { what: '请写明批复的年份', by: '2026-02-10' })
  await looked(page, given)
  await page.getByText('请写明批复的年份').first().waitFor()
  await page.getByLabel('补正内容').fill('2024 年的批复')
  await page.getByLabel('附件（可不传）').first().setInputFiles(proof)
  await page.getByRole('button', { name: '送出补正' }).click()
  await page.getByText('补正已经送到').waitFor()
  expect(await page.locator('h1').textContent()).toBe('你的申请正在办理')
  const path = ['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no', 'ground none']
  await act(given.number, 'decide', {
    path: path.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' })),
  })
  await act(given.number, 'answer', { method: 'download' })
  await page.reload()
  await page.getByLabel('很满意', { exact: true }).check()
  await page.getByRole('button', { name: '送出评价' }).click()
  await page.getByText('你的评价：很满意').waitFor()
})

test('on paper the receipt keeps number and code, and no buttons', async () => {
  const page = await open('/track')
  await applied(page)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.big.code').isVisible()).toBe(true)
  for (const gone of ['.form-end', 'header.site nav', '.strip']) expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
})

/** Every page a citizen meets, opened one after another by the same browser; each is given to `see` by name. */
async function everyPage(page: Page, query: string, see: (name: string) => Promise<void>): Promise<void> {
  const go = async (path: string, name: string) => {
    await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}${query}`)
    await see(name)
  }
  const press = async (name: string) => {
    await page.locator('.form-end .button.primary').first().click()
    await see(name)
  }
  const { number, code } = await applied(page, `石板桥村征地补偿安置方案 ${++told}`)
  await go(`${form}/receipt`, 'receipt')
  await page.goto(address + form)
  await see('entry')
  await go(`${form}/body?q=${encodeURIComponent('局')}`, 'bodies')
  await go(form, 'entry shown so')
  await page.locator('.online .button.primary').click()
  await page.locator('h1').waitFor()
  await see('what')
  await press('what is wrong')
  await page.locator('#title-1').fill('教育局 2025 年财政预算')
  await page.locator('#wanted-1').fill('2025 年')
  await page.locator('button[value="more"]').click()
  await see('two requests')
  await page.locator('button[value="fewer"]').click()
  await press('who')
  await page.locator('button[value="more"]').click()
  await page.locator('details.form-part summary').first().click()
  await page.locator('#proof').setInputFiles(proof)
  await press('who is wrong')
  await page.locator('#name').fill('陈小溪')
  await page.locator('#identityNumber').fill('11010519491231002X')
  await page.locator('#phone').fill('13900000001')
  await page.locator('button[value="fewer"]').click()
  await see('who with files')
  await press('check')
  await page.locator('#website').evaluate((field: HTMLInputElement) => {
    field.value = 'http://spam.example'
  })
  await press('check with a sum')

  await go('/track', 'look up')
  await page.locator('main button[type="submit"]').click()
  await see('look up, empty')
  await looked(page, { number, code })
  await page.waitForURL(/track\/case/)
  await see('case, to be confirmed')
  await act(number, 'confirm', { facts: { confirmed: '2026-01-20' } })
  await go('/track/case', 'case in hand')
  await act(number, 'consult', { party: 'third-party', name: '云溪评估有限公司' })
  await page.locator('details.form-part').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true
  })
  await see('case with everything open')
  database.setNow('2026-04-28T09:00:00+08:00')
  await go('/track', 'look up, later')
  await looked(page, { number, code })
  await see('case overdue')
  database.setNow('2026-01-20T09:00:00+08:00')
}
let told = 0

const shown = [
  ['as usual', '', phone],
  ['as usual', '', wide],
  ['as usual', '', narrow],
  ['in English', 'lang=en', phone],
  ['in English', 'lang=en', wide],
  ['in large print', 'elder=1', phone],
  ['in large print', 'elder=1', wide],
  ['in high contrast', 'contrast=1', phone],
  ['in large print and English', 'elder=1&lang=en', phone],
] as const

test.each(shown.map(([name, query, size]) => [name, size.width, query, size] as const))(
  'nothing keeps anybody out of any of these pages %s, %i wide',
  async (_name, width, query, size) => {
    const page = await open('/', { viewport: size })
    const found: Record<string, readonly string[]> = {}
    await everyPage(page, query, async (name) => {
      if (process.env.SHOTS)
        await page.screenshot({
          path: `${process.env.SHOTS}/${width}-${query.replaceAll('&', '-') || 'usual'}-${name}.png`,
          fullPage: true,
        })
      const here = await troubles(page)
      if (here.length > 0) found[name] = here
    })
    expect(found).toEqual({})
  },
)

test('asked for money, and for reasons, nobody is kept out either', async () => {
  const body = await database.ctx.db.selectFrom('body').select('id').where('slug', '=', 'ziran-ziyuan').executeTakeFirstOrThrow()
  await changeSetting(database.ctx, machine, { key: 'chargesFees', value: true, bodyId: body.id })
  const page = await open('/')
  const [fee, reasons] = [await applied(page, '三十份批复'), await applied(page, '一百份批复')]
  for (const { number } of [fee, reasons]) await act(number, 'confirm', { facts: { confirmed: '2026-01-20' } })
  await act(fee.number, 'notice-fee', { mode: 'piece', count: 30, before: 0 })
  await act(reasons.number, 'ask-reasons', { by: '2026-02-06' })
  for (const one of [fee, reasons]) {
    await looked(page, one)
    await page.waitForURL(/track\/case/)
    expect(await troubles(page)).toEqual([])
  }
})
