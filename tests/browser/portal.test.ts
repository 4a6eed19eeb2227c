import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { portalPolicy, registerPortal } from '#portal'
import { buildBundle } from '../../src/runtime/bundle.ts'
import { testDatabase } from '../database.ts'
import { openBrowser } from './browser.ts'
import { settleCounty, slugs } from './county.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** One page of every kind. */
const pages = [
  '/',
  '/guide',
  '/systems',
  '/statutory',
  '/reports',
  '/apply',
  '/bodies?ended=1',
  '/bodies?q=%E6%9F%90%E6%9F%90&kind=town',
  '/search?q=%E5%B1%80',
  '/search?q=%E6%9F%90%E6%9F%90',
  '/b/ziran-ziyuan/',
  '/b/chengguan/',
  '/b/dangan/apply',
  '/b/ziran-ziyuan/guide',
  '/b/ziran-ziyuan/systems',
  '/b/ziran-ziyuan/statutory',
  '/b/ziran-ziyuan/reports',
  '/b/ziran-ziyuan/apply',
  '/track',
  '/validity',
  '/check',
  '/accessibility',
  '/feeds',
  '/open-data',
  '/corrections?page=/bodies',
  '/sitemap',
  '/b/nobody/',
  '/nowhere',
]

let server: FastifyInstance
let browser: Browser
let address: string
let closeDatabase: () => Promise<void>
let complaints: string[] = []
let requests: Request[] = []

beforeAll(async () => {
  const database = await testDatabase()
  closeDatabase = database.close
  await settleCounty(database.ctx)
  const bundle = await buildBundle(root)
  server = fastify()
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', portalPolicy)
  })
  await server.register(fastifyStatic, { root: bundle.folder, prefix: '/assets/', preCompressed: true, index: false, decorateReply: false })
  await registerPortal(server, database.ctx, {
    assets: bundle,
    demo: () => ({ today: '2026-01-20' }),
    report: (fault) => complaints.push(String(fault)),
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await closeDatabase?.()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  const [said, asked] = [complaints, requests]
  complaints = []
  requests = []
  expect(said).toEqual([])
  expect(asked.map((request) => request.url()).filter((url) => !url.startsWith(address) && !/^(blob|data):/.test(url))).toEqual([])
})

async function open(path: string, options: BrowserContextOptions = { viewport: wide }): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  // That an address leads nowhere is what some pages are for.
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/status of 404/.test(message.text()) &&
      complaints.push(`${message.location().url}: ${message.text()}`),
  )
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request))
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

const shown = [
  ['as usual', ''],
  ['in English', 'lang=en'],
  ['in large print', 'elder=1'],
  ['in high contrast', 'contrast=1'],
  ['in large print and English', 'elder=1&lang=en'],
] as const

test.each(shown.flatMap(([name, query]) => ([phone, wide] as const).map((size) => [name, size.width, query, size] as const)))(
  'nothing keeps anybody out of any page %s, %i wide',
  async (_name, _width, query, size) => {
    const page = await open('/', { viewport: size })
    const found: Record<string, readonly string[]> = {}
    for (const path of pages) {
      await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}${query}`)
      const here = await troubles(page)
      if (here.length > 0) found[path] = here
    }
    expect(found).toEqual({})
  },
)

test('a body is found by search with the keyboard alone', async () => {
  const page = await open('/')
  const press = (key: string, times = 1) =>
    Array.from({ length: times }).reduce<Promise<void>>((so) => so.then(() => page.keyboard.press(key)), Promise.resolve())
  const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('name'))
  await press('Tab')
  expect(await focused()).toBe('跳到正文')
  await press('Enter')
  await press('Tab')
  expect(await focused()).toBe('q')
  // Button, four examples, then the errands.
  await press('Tab', 6)
  expect(await focused()).toBe('提出公开申请')
  await press('Shift+Tab', 6)
  await page.keyboard.type('国土')
  await press('Enter')
  await page.waitForURL(/search\?q=/)
  await press('Tab')
  await press('Enter')
  await press('Tab', 3)
  expect(await focused()).toBe('云溪县自然资源局')
  await press('Enter')
  await page.waitForURL(/\/b\/ziran-ziyuan\/$/)
  expect(await page.locator('h1').textContent()).toBe('云溪县自然资源局')
  expect(await page.getByText('曾用名：云溪县国土资源局').count()).toBe(1)
})

test('what has the focus shows it', async () => {
  const page = await open('/bodies')
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
      return `${document.activeElement!.outerHTML.slice(0, 60)} ${outlineStyle} ${outlineWidth}`
    })
    expect(ring).toMatch(/ solid 3px$/)
  }
})

test('without scripts: menu and tree unfold, the list filters, large print stays', async () => {
  const page = await open('/b/ziran-ziyuan/guide', { viewport: phone, javaScriptEnabled: false })
  const tree = page.getByRole('navigation', { name: '本机关公开栏目' })
  expect(await tree.getByRole('link', { name: '依申请公开' }).isVisible()).toBe(false)
  await tree.getByText('栏目：政府信息公开指南').click()
  await tree.getByRole('link', { name: '依申请公开' }).click()
  await page.getByRole('heading', { level: 1, name: '依申请公开' }).waitFor()

  await page.locator('summary', { hasText: '目录' }).click()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '首页' }).click()
  await page.getByRole('link', { name: '16 个机关，按名称查' }).click()
  await page.getByLabel('机关名称').fill('某某')
  await page.getByLabel('类别').selectOption('town')
  await page.getByRole('button', { name: '筛选' }).click()
  expect(await page.locator('.empty').textContent()).toContain('没有找到名称里有“某某”、类别是“乡镇、街道”的机关')
  await page.getByRole('link', { name: '不限名称' }).click()
  expect(await page.locator('#count').textContent()).toBe('符合条件的有 3 个机关')

  await page.getByRole('link', { name: '大字版' }).click()
  expect(new URL(page.url()).searchParams.get('kind')).toBe('town')
  await page.goto(`${address}/b/yunxi/`)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('22px')
  await page.getByRole('link', { name: '标准字号' }).click()
  await page.goto(`${address}/b/yunxi/`)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('16px')
})

test('every link within the site leads somewhere', async () => {
  const page = await open('/', { viewport: wide, javaScriptEnabled: false })
  const known = new Map<string, readonly string[]>([['/', []]])
  const dead: string[] = []
  const elsewhere = new Set<string>()
  for (const [path] of known) {
    const answer = await page.request.get(address + path, { maxRedirects: 0 })
    if (answer.status() !== 200) dead.push(`${path}: ${answer.status()}`)
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue
    const text = await answer.text()
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, raw] of text.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const href = raw!.replaceAll('&amp;', '&')
      if (href.startsWith('tel:')) continue
      if (href.startsWith('#')) {
        if (!ids.has(href.slice(1))) dead.push(`${path} → ${href}`)
        continue
      }
      expect(href).toMatch(/^\//)
      if (/^\/(api|desk)(\/|$)/.test(href)) {
        elsewhere.add(href)
        continue
      }
      const next = href.split('#')[0]!
      if (!/[?&](elder|contrast|lang|page)=/.test(next) && !known.has(next)) known.set(next, [])
    }
  }
  expect(dead).toEqual([])
  expect(known.size).toBeGreaterThan(slugs.length * 6)
  expect([...elsewhere]).toEqual(['/api/v1/docs'])
})

test('on paper: text in serif, no navigation, and where and when it stood so', async () => {
  const page = await open('/b/ziran-ziyuan/guide')
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.strip', 'header.site nav', '.tree', '.qr', '.toc', '.demo', 'footer.site nav'])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
  expect(await page.locator('.paper').textContent()).toBe(
    `政府信息公开指南、云溪县自然资源局 - 云溪县人民政府网。网址 ${address}/b/ziran-ziyuan/guide。内容截至 2026 年 1 月 20 日。`,
  )
  expect(await page.locator('.paper').isVisible()).toBe(true)
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Noto Serif SC')
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
})

test('the code for the phone holds the address of the page', async () => {
  const page = await open('/b/yunxi/')
  expect(await page.locator('.qr').isVisible()).toBe(true)
  await page.setViewportSize(phone)
  expect(await page.locator('.qr').isVisible()).toBe(false)
})

test('who asks for contrast by the system gets it', async () => {
  const page = await open('/', { viewport: wide, contrast: 'more' })
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.quiet')!).color)).toBe('rgb(18, 28, 26)')
})

test('the check page works in the head and foot of the site', async () => {
  const page = await open('/check')
  await page.waitForSelector('#check[data-awake]')
  await page.getByRole('button', { name: '看一份示例' }).click()
  await page
    .getByRole('heading', { name: /青石镇/ })
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: '核对年报' }).first().getAttribute('aria-current')).toBe('page')
})
