/** The demo in a browser: every page of both faces, in both languages, on a desk and on a phone; and the clocks of the law. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskWords } from '#words'
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

/** One of every kind of public page. */
const portalPages = [
  '/',
  '/bodies',
  '/bodies?ended=1',
  '/search?q=局',
  '/guide',
  '/systems',
  '/statutory',
  '/reports',
  '/apply',
  '/track',
  '/validity',
  '/check',
  '/accessibility',
  '/sitemap',
  '/feeds',
  '/open-data',
  '/corrections',
  '/nowhere',
  ...['', 'guide', 'systems', 'statutory', 'reports', 'apply'].map((column) => `/b/natural-resources/${column}`),
  '/b/tourism/',
]

/** Pages of the desk, by the role that has them. */
const deskPages: Readonly<Record<string, readonly string[]>> = {
  drafter: [
    '/',
    '/deadlines',
    '/deadlines?received=2026-01-05',
    '/notifications',
    '/search?q=周',
    '/sessions',
    '/password',
    '/bodies',
    '/bodies/natural-resources',
    '/requests',
    '/requests/new',
    '/tables?year=2025',
    '/ledger',
    '/challenges',
    '/challenges/new',
    '/withheld',
    '/registers?year=2025',
    '/registers/licensing?year=2025',
    '/registers/notices?year=2025',
    '/reports',
    '/letter-templates',
    '/letter-templates?kind=granted',
  ],
  leader: ['/sign-offs'],
  'higher-office': ['/roll-up?year=2025'],
  'disclosure-officer': ['/people', '/handovers'],
  'system-admin': [
    '/bodies/new',
    '/bodies/import',
    '/people/new',
    '/people/import',
    '/settings',
    '/holidays',
    '/jobs',
    '/bodies/finance/edit',
  ],
  'audit-admin': ['/audit'],
}

/** Signs in by the button of a role. */
async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto(`${address}/desk/sign-in`)
  const answer = await page.evaluate(
    async (wanted) =>
      (
        await fetch('/api/v1/demo/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ role: wanted }),
        })
      ).status,
    role,
  )
  expect(answer).toBe(200)
}

const name = (path: string) => path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home'

test('one button a role signs in, and what is due moves with the clock', async () => {
  const { page, complaints } = await visit(browser)
  const words = deskWords['zh-CN']
  await page.goto(`${address}/desk`)
  await page.getByText(words.access.demoTitle).waitFor()
  expect(await page.locator('.roles button').count()).toBe(12)
  expect(await accessibilityTroubles(page)).toEqual([])
  await picture(page, 'sign-in-demo')
  await page.locator('.roles button', { hasText: '周敏' }).click()
  await page.getByRole('navigation', { name: words.nav.label }).waitFor()
  await page.getByText('城南加油站用地规划许可').first().waitFor()
  await settled(page)
  await picture(page, 'home-2026-01-20')

  // By the banner of the public pages, without a script.
  const visitor = await visit(browser, { script: false })
  await visitor.page.goto(`${address}/bodies`)
  await visitor.page.locator('input[name="today"]').fill('2026-01-21')
  await visitor.page.locator('form[action="/demo/clock"] button').click()
  await visitor.page.waitForURL(/\/bodies$/)
  expect(await visitor.page.locator('.demo').textContent()).toContain('21')
  await page.reload()
  await page.getByText('城南加油站用地规划许可').first().waitFor()
  await settled(page)
  await picture(page, 'home-2026-01-21')
  expect(complaints()).toEqual([])
})

interface Vector {
  readonly received: string
  readonly events: readonly string[]
  /** `YYYY-MM-DD`; null where nothing is due. */
  readonly due: string | null
}

/** Vectors that say when an answer is due: `received | events or - | … due DAY STATUS …`, or four days for +7, +15, +20 and +40. */
function vectors(): Vector[] {
  const folder = 'fixtures/deadlines'
  return readdirSync(folder).flatMap((file) =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .split('\n')
      .flatMap((line): Vector[] => {
        if (line.startsWith('#') || line.includes('refused') || !line.includes('|')) return []
        const [received, events, ...answers] = line.split('|').map((part) => part.trim()) as [string, string, ...string[]]
        const told = answers.map((answer) => /^due (\S+)/.exec(answer)?.[1]).find((due) => due !== undefined)
        const table = /^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d (\d{4}-\d\d-\d\d) /.exec(answers[0] ?? '')?.[1]
        const due = told ?? table
        return due === undefined ? [] : [{ received, events: events === '-' ? [] : events.split(/\s+/), due: due === '-' ? null : due }]
      }),
  )
}

test('the page of deadlines gives the dates of the vectors', async () => {
  const all = vectors()
  expect(all.length).toBeGreaterThan(150)
  // Evenly across the files, with and without events.
  const sample = all.filter((_, at) => at % Math.ceil(all.length / 25) === 0)
  expect(sample.some(({ events }) => events.length > 1)).toBe(true)
  const { page } = await visit(browser)
  const words = deskWords['zh-CN']
  await signInAs(page, 'drafter')
  for (const { received, events, due } of sample) {
    const query = new URLSearchParams([['received', received], ...events.map((event) => ['event', event])])
    await page.goto(`${address}/desk/deadlines?${query}`)
    await page.getByText(words.deadline.checked).waitFor()
    const told = await page.locator('.big-date').first().textContent()
    if (due === null) expect(told, `${received} ${events}`).not.toMatch(/\d{4}/)
    else expect(told, `${received} ${events}`).toContain(words.dayLong(due))
  }
})

test.each(['zh-CN', 'en'])('no public page has a serious trouble in %s, wide or narrow', async (language) => {
  const troubles: string[] = []
  for (const [size, named] of [
    [wide, 'wide'],
    [phone, 'phone'],
  ] as const) {
    const { page, complaints } = await visit(browser, { size })
    for (const path of portalPages) {
      await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
      troubles.push(...(await accessibilityTroubles(page)).map((trouble) => `${named} ${path} ${trouble}`))
      if ((await overflow(page)) > 0) troubles.push(`${named} ${path} scrolls sideways`)
      troubles.push(...complaints().map((complaint) => `${named} ${path} ${complaint}`))
      if (named === 'wide' || path === '/') await picture(page, `portal-${name(path)}-${language}-${named}`)
    }
    await page.context().close()
  }
  expect(troubles).toEqual([])
})

test.each(['zh-CN', 'en'] as const)('no page of the desk has a serious trouble in %s, wide or narrow', async (language) => {
  const troubles: string[] = []
  for (const [size, named] of [
    [wide, 'wide'],
    [phone, 'phone'],
  ] as const) {
    for (const [role, paths] of Object.entries(deskPages)) {
      const { page, complaints } = await visit(browser, { size })
      await signInAs(page, role)
      await speak(page, language)
      for (const path of paths) {
        await page.goto(`${address}/desk${path}`)
        await page.getByRole('navigation', { name: deskWords[language].nav.label }).waitFor()
        await settled(page)
        troubles.push(...(await accessibilityTroubles(page)).map((trouble) => `${named} ${path} ${trouble}`))
        if ((await overflow(page)) > 0) troubles.push(`${named} ${path} scrolls sideways`)
        troubles.push(...complaints().map((complaint) => `${named} ${path} ${complaint}`))
        await picture(page, `desk-${name(path)}-${language}-${named}`)
      }
      await page.context().close()
    }
  }
  expect(troubles).toEqual([])
})

/** Chooses the language as the person would, by what the page's own button sends. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { csrf } = await (await fetch('/api/v1/session')).json()
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf }
    await fetch('/api/v1/session/person', { method: 'PATCH', headers, body: JSON.stringify({ language: wanted }) })
  }, language)
}

test('the API can be browsed, operation by operation, from here alone', async () => {
  const { page, context, complaints } = await visit(browser)
  const outside: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) outside.push(request.url())
  })
  await page.goto(`${address}/api/v1/docs`)
  const operation = page.locator('.opblock', { hasText: '/deadlines/compute' })
  await operation.waitFor()
  expect(await page.locator('.opblock').count()).toBeGreaterThan(60)
  await operation.locator('.opblock-summary').click()
  await operation.getByText('2025-09-15').first().waitFor()
  expect(complaints()).toEqual([])
  expect(outside).toEqual([])
  await picture(page, 'api')
  await context.close()
})
