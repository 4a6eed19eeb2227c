/** From an empty installation to a clerk at work and a visitor who finds the body. */
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskWords } from '#words'
import { testDatabase } from '../../database.ts'
import { doorTo } from '../../door.ts'
import { dataFolder, started, stopAll } from '../../server.ts'
import { openBrowser } from '../browser.ts'
import { accessibilityTroubles, picture, settled, visit } from './visit.ts'

const words = deskWords['zh-CN']
const { access, bodies, people } = words
const password = '柳湾的桥有三个洞 2026'
const database = await testDatabase()
const door = await doorTo(database.url)

let browser: Browser
let address: string
let secret = ''
/** What the clerk is handed on paper. */
let slip = ''

beforeAll(async () => {
  browser = await openBrowser()
  address = (await started({ GONGKAI_DATA: dataFolder(), DATABASE_URL: door.url }, '--empty')).address
})
afterAll(async () => {
  await browser?.close()
  await stopAll()
  await door.shut()
  await database.close()
})

/** The code an authenticator shows; each is good once, so the second sign-in takes the one that comes next. */
const code = (later = 0) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })

async function signIn(page: Page, username: string, secretWord: string) {
  await page.goto(`${address}/desk`)
  await page.getByLabel(access.username, { exact: true }).fill(username)
  await page.getByLabel(access.password, { exact: true }).fill(secretWord)
  await page.getByRole('button', { name: access.signIn }).click()
}

/** Chooses in a list that is filtered by what is written. */
async function pick(page: Page, label: string | RegExp, text: string) {
  await page.getByRole('combobox', { name: label }).click()
  await page.keyboard.type(text)
  await page.locator('.ant-select-item-option', { hasText: text }).first().click()
}

test('the first run asks for region, bodies and three administrators, and hands out two one-time passwords', async () => {
  const { page, complaints } = await visit(browser)
  const said = access.firstRun
  await page.goto(`${address}/desk`)
  await page.getByRole('heading', { name: said.title }).waitFor()
  expect(await accessibilityTroubles(page)).toEqual([])
  await picture(page, 'first-run-1')
  const next = page.getByRole('button', { name: said.next })

  // What is left empty is said at its field, and nothing goes on.
  await next.click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel(said.regionName).fill('云溪县')
  await page.getByLabel(said.regionShort).fill('云溪')
  await page.getByLabel(said.regionCode).fill('999921')
  await next.click()

  await page.getByLabel(said.governmentName, { exact: true }).fill('云溪县人民政府')
  await page.getByLabel(said.slug).first().fill('yunxi')
  await page.getByLabel(said.officeName, { exact: true }).fill('云溪县人民政府办公室')
  await page.getByLabel(said.slug).last().fill('office')
  await picture(page, 'first-run-2')
  await next.click()

  for (const [title, name, username] of [
    [said.systemAdmin, '高宇', 'gao.yu'],
    [said.securityAdmin, '严立', 'yan.li'],
    [said.auditAdmin, '孟静', 'meng.jing'],
  ] as const) {
    const group = page.getByRole('group', { name: title })
    await group.getByLabel(said.personName).fill(name)
    await group.getByLabel(said.username).fill(username)
  }
  await page.getByLabel(said.systemPassword).fill(password)
  await page.getByLabel(access.again).fill(password)
  await picture(page, 'first-run-3')
  await page.getByRole('button', { name: said.finish }).click()
  await page.getByRole('heading', { name: said.oneTimeTitle }).waitFor()
  expect(await page.locator('td.secret').count()).toBe(2)
  await picture(page, 'first-run-4')
  await page.getByRole('link', { name: said.done }).click()
  await page.getByLabel(access.username, { exact: true }).waitFor()
  expect(complaints()).toEqual([])

  // It is done once.
  await page.goto(`${address}/desk/first-run`)
  await page.getByText(said.already).waitFor()
})

test('an administrator signs in with an authenticator: enrols it, signs out, signs in by its code', async () => {
  const { page, complaints } = await visit(browser)
  await signIn(page, 'gao.yu', `${password}!`)
  await page.getByRole('alert').waitFor()
  await signIn(page, 'gao.yu', password)
  await page.getByRole('heading', { name: access.enrolTitle }).waitFor()
  secret = (await page.locator('.secret').textContent())!.replaceAll(' ', '')
  expect(await accessibilityTroubles(page)).toEqual([])
  await page.getByLabel(access.code).fill(code())
  await page.getByRole('button', { name: access.enrolConfirm }).click()
  await page.getByRole('navigation', { name: words.nav.label }).waitFor()
  await settled(page)

  await page.locator('.bar-me').getByText('高宇').click()
  await page.getByRole('button', { name: words.bar.signOut }).click()
  await page.getByLabel(access.username, { exact: true }).waitFor()

  await signIn(page, 'gao.yu', password)
  await page.getByRole('heading', { name: access.totpTitle }).waitFor()
  await picture(page, 'sign-in-code')
  await page.getByLabel(access.code).fill('000000')
  await page.getByRole('button', { name: access.confirm }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel(access.code).fill(code(1))
  await page.getByRole('button', { name: access.confirm }).click()
  await page.getByRole('navigation', { name: words.nav.label }).waitFor()
  expect(complaints()).toEqual([])

  await page.goto(`${address}/desk/bodies/new`)
  await page.getByLabel(bodies.name, { exact: true }).fill('云溪县财政局')
  await page.getByLabel(bodies.shortName).fill('财政局')
  await page.getByLabel(bodies.slug).fill('finance')
  await page.getByLabel(bodies.establishedOn).fill('1984-05-10')
  await pick(page, bodies.filesTo, '云溪县人民政府办公室')
  await picture(page, 'body-new')
  await page.getByRole('button', { name: bodies.add, exact: true }).click()
  await page.getByRole('heading', { name: '云溪县财政局', level: 1 }).waitFor()

  await page.goto(`${address}/desk/people/new`)
  await page.getByLabel(people.name, { exact: true }).fill('赵文博')
  await page.getByLabel(people.username).fill('zhao.wenbo')
  await pick(page, people.body, '云溪县财政局')
  await picture(page, 'person-new')
  await page.getByRole('button', { name: people.add, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('.secret').waitFor()
  slip = (await dialog.locator('.secret').textContent())!
  expect(slip.length).toBeGreaterThanOrEqual(10)
  expect(complaints()).toEqual([])
})

test('the clerk signs in with the slip, changes the password, and is at work', async () => {
  const { page, complaints } = await visit(browser)
  await signIn(page, 'zhao.wenbo', slip)
  await page.getByRole('heading', { name: access.changeTitle }).waitFor()
  const change = async (next: string) => {
    await page.getByLabel(access.current).fill(slip)
    await page.getByLabel(access.next, { exact: true }).fill(next)
    await page.getByLabel(access.again).fill(next)
    await page.getByRole('button', { name: access.change }).click()
  }
  await change('zhao.wenbo')
  await page.getByRole('alert').waitFor()
  await change('财政局门口的银杏 1984')
  await page.getByRole('navigation', { name: words.nav.label }).waitFor()
  await settled(page)
  await picture(page, 'clerk-home')
  expect(await page.getByRole('link', { name: words.nav.settings }).count()).toBe(0)
  expect(complaints()).toEqual([])

  // The slip is worth nothing any more.
  const again = await visit(browser)
  await signIn(again.page, 'zhao.wenbo', slip)
  await again.page.getByRole('alert').waitFor()
})

test('a visitor finds the body by search, by keyboard alone, with no script', async () => {
  const { page, complaints } = await visit(browser, { script: false })
  await page.goto(address)
  const focused = () => page.locator(':focus')
  const tabTo = async (what: string) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (
        (await focused().count()) > 0 &&
        (await focused()
          .first()
          .evaluate((node, wanted) => node.matches(wanted), what))
      )
        return
    }
    throw new Error(`no way by Tab to ${what}`)
  }
  await tabTo('main input[name="q"]')
  await page.keyboard.type('财政')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  await tabTo('main a[href^="/b/finance"]')
  await picture(page, 'search')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/b\/finance/)
  expect(await page.locator('h1').textContent()).toContain('云溪县财政局')
  expect(complaints()).toEqual([])
})

test('while the database is away both faces say so, and go on by themselves once it is back', async () => {
  const { page } = await visit(browser)
  await signIn(page, 'zhao.wenbo', '财政局门口的银杏 1984')
  await page.getByRole('navigation', { name: words.nav.label }).waitFor()
  await settled(page)

  await door.shut()
  const answer = await page.request.get(`${address}/`)
  expect(answer.status()).toBe(503)
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
  const public_ = await visit(browser)
  await public_.page.goto(`${address}/bodies`)
  expect(await public_.page.locator('h1').count()).toBe(1)
  expect(await accessibilityTroubles(public_.page)).toEqual([])
  await picture(public_.page, 'away-portal')
  await page.getByRole('link', { name: words.nav.bodies }).click()
  await page.getByRole('alert').first().waitFor()
  await picture(page, 'away-desk')

  await door.open()
  await public_.page.reload()
  await public_.page.getByText('云溪县财政局').first().waitFor()
  await page.goto(`${address}/desk/bodies`)
  await page.getByText('云溪县财政局').first().waitFor()
})
