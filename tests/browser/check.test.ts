import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildBundle, buildDesk, openApp, openLog } from '#runtime'
import { testDatabase } from '../database.ts'
import { openBrowser } from './browser.ts'
import { readPdf } from './pdf.ts'
import { webReport, wordReport } from './reports.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const database = await testDatabase()
let server: FastifyInstance
let browser: Browser
let address: string
/** Complaints of the browser and requests of the page, since the page was opened. */
let complaints: string[] = []
let requests: Request[] = []

beforeAll(async () => {
  const { ctx } = database
  const log = openLog('error', process, () => new Date())
  const [pages, desk] = [await buildBundle(root), await buildDesk(root)]
  server = await openApp({ ctx, pages, desk, log, demo: null, origin: null, proxies: [] })
  await server.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await database.close()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  expect(complaints).toEqual([])
  // Nothing of a file leaves: the page only ever gets what the server has.
  expect(requests.filter((request) => request.method() !== 'GET' || request.postData() !== null)).toEqual([])
  expect(requests.filter((request) => !request.url().startsWith(address) && !/^(blob|data):/.test(request.url()))).toEqual([])
})

async function open(size = wide, path = '/check'): Promise<Page> {
  complaints = []
  requests = []
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', acceptDownloads: true })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request))
  await page.goto(address + path)
  await page.waitForSelector('#check[data-awake]')
  return page
}

/** Drops files on the page as a hand would. */
async function drop(page: Page, files: readonly { readonly name: string; readonly content: string | Uint8Array }[]): Promise<void> {
  const plain = files.map(({ name, content }) => ({ name, bytes: Buffer.from(content).toString('base64') }))
  await page.evaluate((given) => {
    const transfer = new DataTransfer()
    for (const { name, bytes } of given)
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name))
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }))
  }, plain)
}

/** Violations that keep somebody out. */
async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }
    ).axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

const cell = (page: Page, key: string) => page.locator(`[id="cell-${key}"]`)
const counted = (page: Page) =>
  page
    .locator('.counts > div')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((one) => [one.querySelector('dt')?.lastChild?.textContent, one.querySelector('dd')?.textContent])),
    )

test('a web page dropped on the page is read, and a doubtful and a mended cell explain themselves', async () => {
  const page = await open()
  expect(await seriousViolations(page)).toEqual([])
  await drop(page, [{ name: '松岭乡2025.html', content: webReport() }])
  await page.getByRole('heading', { name: '松岭乡人民政府2025年政府信息公开工作年度报告' }).waitFor()
  expect(await counted(page)).toMatchObject({ 原样: '198', 已推定: '1', 存疑: '1', 空白: '0', 缺失: '0' })

  await cell(page, 'proactive.fees').click()
  const panel = page.getByRole('region', { name: '行政事业性收费' })
  expect(await panel.locator('mark').textContent()).toBe('1500元')
  expect(await panel.textContent()).toContain('单位与表头不符')

  await cell(page, 'requests.granted.naturalPerson').click()
  const mended = page.getByRole('region', { name: '予以公开，自然人' })
  expect(await mended.textContent()).toContain('已推定为 3')
  expect(await mended.locator('.sum.is-holds').count()).toBe(2)
  expect(await seriousViolations(page)).toEqual([])
})

test('a Word file shows what does not add up, with both figures and the difference', async () => {
  const page = await open()
  await drop(page, [{ name: '沙河镇.docx', content: await wordReport() }])
  const wrong = cell(page, 'requests.received.total')
  await wrong.waitFor()
  expect(await wrong.getAttribute('aria-label')).toContain('有错误')
  await wrong.click()
  expect(await page.locator('.panel .is-differs .verdict').first().textContent()).toBe('不成立：左边 2，右边 5，差 3')
})

test('the PDF is made in the browser, with progress, fonts and text', async () => {
  const page = await open()
  await drop(page, [{ name: '沙河镇.docx', content: await wordReport() }])
  await page.getByRole('button', { name: '下载', exact: true }).click()
  expect(requests.some((request) => request.url().endsWith('.wasm'))).toBe(false)
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: /^PDF/ }).click()
  await page.getByRole('progressbar').waitFor()
  const file = await downloaded
  expect(file.suggestedFilename()).toBe('沙河镇人民政府2025年政府信息公开工作年度报告.pdf')
  const { text, fonts } = await readPdf(readFileSync(await file.path()))
  expect(text).toContain('沙河镇人民政府2025年政府信息公开工作年度报告')
  expect(text).toContain('本机关不掌握相关政府信息')
  expect(fonts.length).toBeGreaterThan(0)
  await page.getByText('已存成').waitFor()
})

test.each(['Word 文档', 'Excel 表', '网页', 'JSON 数据', 'Markdown', '问题清单'])('%s downloads', async (format) => {
  const page = await open()
  await drop(page, [{ name: '松岭乡2025.html', content: webReport() }])
  await page.getByRole('button', { name: '下载', exact: true }).click()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: new RegExp(`^${format}`) }).click()
  const bytes = readFileSync(await (await downloaded).path())
  expect(bytes.length).toBeGreaterThan(400)
  if (format === 'JSON 数据')
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({ year: 2025, tables: { requests: { granted: { naturalPerson: 3 } } } })
})

test('by keyboard: arrows walk, Enter opens, Esc comes back, N goes on, F8 finds', async () => {
  const page = await open()
  await drop(page, [{ name: '松岭乡2025.html', content: webReport() }])
  await cell(page, 'requests.received.naturalPerson').focus()
  const focused = () => page.evaluate(() => document.activeElement?.id)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('cell-requests.carriedIn.enterprise')
  await page.keyboard.press('End')
  expect(await focused()).toBe('cell-requests.carriedIn.total')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('panel-title')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('cell-requests.carriedIn.total')
  expect(await page.locator('.panel').count()).toBe(0)
  await page.keyboard.press('n')
  await expect.poll(focused).not.toBe('cell-requests.carriedIn.total')
  expect(await page.evaluate(() => document.activeElement?.className)).toMatch(/is-(repaired|doubtful)|(in|with)-(error|warning)/)
  await page.keyboard.press('F8')
  await page.locator('.finding.current').waitFor()
  // One cell of each table is in the tab order, the others are reached by arrows.
  expect(await page.locator('.grid .cell[tabindex="0"]').count()).toBe(4)
})

test('last year beside this year: its figures in the cells, and what does not carry over', async () => {
  const page = await open()
  await drop(page, [{ name: '松岭乡2025.html', content: webReport({ year: 2025, carriedIn: 0 }) }])
  await cell(page, 'requests.carriedIn.total').waitFor()
  const before = await page.locator('.finding').count()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '加上 2024 年的' }).click()
  await (await chooser).setFiles({
    name: '松岭乡2024.html',
    mimeType: 'text/html',
    buffer: Buffer.from(webReport({ year: 2024, carriedOut: 1 })),
  })
  await page.getByText('对照 2024 年').waitFor()
  expect(await cell(page, 'requests.received.total').locator('.before').textContent()).toBe('4')
  await expect.poll(() => page.locator('.finding').count()).toBeGreaterThan(before)
  expect(await page.locator('.finding code').allTextContents()).toContain('years.carried-over')
})

test('files that cannot be read say which, why and what to do; the others are read', async () => {
  const page = await open()
  await drop(page, [
    { name: '空.docx', content: '' },
    { name: '照片.docx', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
    { name: '松岭乡2025.html', content: webReport() },
  ])
  await page.getByRole('heading', { name: '松岭乡人民政府2025年政府信息公开工作年度报告' }).waitFor()
  const failures = page.locator('.failure')
  expect(await failures.locator('h2').allTextContents()).toEqual(['读不了“空.docx”', '读不了“照片.docx”'])
  expect(await failures.first().textContent()).toContain('文件是空的')
  expect(await seriousViolations(page)).toEqual([])
})

test('a large file does not stop the page, and reading it can be stopped', async () => {
  const page = await open()
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    const line = '全年主动公开政府信息828条，其中政府网站公开312条，政务新媒体公开506条。\n'
    transfer.items.add(new File(['大河镇人民政府2025年政府信息公开工作年度报告\n一、总体情况\n', line.repeat(140_000)], '大河镇.txt'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  })
  await page.getByText('正在读“大河镇.txt”').waitFor()
  await page.getByRole('button', { name: '不读了' }).click()
  await page.getByText('没有读“大河镇.txt”').waitFor()
  await page.getByRole('button', { name: '看一份示例' }).click()
  await page.locator('.counts').waitFor()
})

test('on a phone: findings first, listed cells as cards, whole tables one link away', async () => {
  const page = await open(phone)
  await page.getByRole('button', { name: '看一份示例' }).click()
  const findings = page.getByRole('heading', { name: /查出的问题/ })
  const cards = page.getByRole('heading', { name: /不是原样的格/ })
  await cards.waitFor()
  expect((await findings.boundingBox())!.y).toBeLessThan((await cards.boundingBox())!.y)
  expect(await page.locator('.grid').count()).toBe(0)
  await page.getByRole('button', { name: /已推定为 3/ }).click()
  expect(await page.locator('.card').textContent()).toContain('横着加')
  expect(await seriousViolations(page)).toEqual([])

  await page.getByRole('button', { name: '看三张整表' }).click()
  await page.locator('.grid-requests').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  const small = await page
    .locator('main button:not(.fig):visible, main summary:visible')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 120)))
  expect(small).toEqual([])
  expect(await seriousViolations(page)).toEqual([])
})

test('in English by a link; without scripts it says so and names the command', async () => {
  const page = await open()
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForSelector('html[lang="en"] #check[data-awake]')
  await page.getByRole('button', { name: 'See an example' }).click()
  await page.getByRole('heading', { name: /\d+ findings/ }).waitFor()
  expect(await seriousViolations(page)).toEqual([])

  const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await still.goto(`${address}/check`)
  expect(await still.locator('.no-script').textContent()).toContain('npx gongkai check')
  expect(await still.locator('.drop').isVisible()).toBe(false)
})

test('the example holds every state and its faults', async () => {
  const page = await open()
  await page.getByRole('button', { name: '看一份示例' }).click()
  await page.locator('.counts').waitFor()
  const counts = await counted(page)
  for (const name of ['原样', '已推定', '存疑', '空白', '缺失', '错误', '提醒']) expect(Number(counts[name]), name).toBeGreaterThan(0)
  const rules = await page.locator('.finding code').allTextContents()
  expect(rules).toEqual(
    expect.arrayContaining(['challenges.sum', 'cell.blank', 'cell.missing', 'cell.unit', 'proactive.rule-making-power', 'prose.sum']),
  )
})

test('the server answers with strict headers and caches only what is named by its content', async () => {
  const shell = await fetch(`${address}/check`)
  expect(shell.headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(shell.headers.get('content-security-policy')).not.toContain('unsafe')
  // Kept only as long as it is asked for again each time.
  expect(shell.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(shell.headers.get('etag')).not.toBeNull()
  const script = /src="(\/assets\/check-\w+\.js)"/.exec(await shell.text())![1]!
  const asset = await fetch(address + script)
  expect(asset.headers.get('cache-control')).toContain('immutable')
  expect(asset.headers.get('content-encoding')).toBe('gzip')
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' })
  expect((await fetch(`${address}/assets/../package.json`)).status).toBe(404)
})
