/** Blacking out a document on screen: by pattern, by mouse and by keyboard, proved, and taken; on a desk and on a phone. */
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerForm } from '#casework'
import { inTransaction } from '#db'
import { addPersonIn, bodyAt, createAccountWithoutPassword, insertAttachment, signInForDemo } from '#identity'
import { buildBundle, buildDesk, openApp, openLog } from '#runtime'
import { county, machine } from '../county.ts'
import { testDatabase } from '../database.ts'
import { typeset } from '../papers.ts'
import { openBrowser } from './browser.ts'
import { accessibilityTroubles, overflow, phone, picture, settled, type Visit, visit, wide } from './journeys/visit.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const database = await testDatabase()
const { ctx } = database
let server: FastifyInstance
let browser: Browser
let address: string
let token: string
let requestId: string
let csrf: string

const paper = `#set page(paper: "a4")
#set text(size: 12pt)
= 关于白沙镇安置房分配情况的报告
县教育局：

现将白沙镇王家湾村教师安置房分配情况报告如下。申请人陈小芳（身份证号：990199198803124567，手机 13812345678）符合条件，拟分配一套。
经公示，没有异议。陈小芳的银行卡号为 6222 0212 3456 7890 128，联系邮箱 xiaofang\\@example.cn。

#table(columns: (1fr, 2fr, 1fr, 1fr), [姓名], [身份证号], [面积], [住址], [陈小芳], [990199198803124567], [120.5], [王家湾 12 号], [李大海], [９９０１９９１９７７０１０１１２３４], [98.0], [河桥 3 号])

以上意见妥否，请审定。
#pagebreak()
= 附件：会议记录
与会人员讨论了分配顺序，李大海提出先照顾双职工家庭。陈小芳没有到会。`

beforeAll(async () => {
  await county(ctx)
  const personId = await inTransaction(ctx, async (tx) => {
    const draft = { name: '林经办', username: 'lin', posts: [{ body: 'education', role: 'drafter' as const }] }
    const { person } = await addPersonIn(tx, ctx, machine, draft, async (inner, same, account) => {
      await createAccountWithoutPassword(inner, same, account)
      return null
    })
    return person.id
  })
  const signedIn = await signInForDemo(ctx, { personId, address: '127.0.0.1', agent: 'tests' })
  token = signedIn.token
  csrf = signedIn.session.csrf
  const { cases } = await registerForm(ctx, machine, {
    bodyId: (await bodyAt(ctx, 'education')).id,
    channel: 'in-person',
    facts: {},
    applicant: { kind: 'naturalPerson', name: '申小宁', identityType: 'other', identityNumber: '990199198001010013', phone: '13900000017' },
    carrier: 'paper',
    delivery: 'in-person',
    requests: [{ title: '安置房分配情况', wanted: '2025 年安置房分配情况的报告' }],
  })
  requestId = cases[0]!.id
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

/** A redaction of a new file of the case, open on screen. */
async function open(source: string, size = wide): Promise<Visit & { readonly id: string }> {
  const bytes = typeset(source)
  const hash = await ctx.files.put(bytes)
  const fileId = ctx.newId()
  const file = {
    id: fileId,
    hash,
    name: '安置房报告.pdf',
    noun: 'request',
    nounId: requestId,
    type: 'application/pdf',
    size: bytes.byteLength,
  }
  await inTransaction(ctx, (tx) => insertAttachment(tx, { ...file, addedAt: ctx.now(), addedBy: null }))
  const begun = await server.inject({
    method: 'POST',
    url: `/api/v1/requests/${requestId}/redactions`,
    headers: { host: 'localhost', origin: 'http://localhost', cookie: `gongkai=${token}`, 'x-csrf-token': csrf },
    payload: { file: fileId },
  })
  const { id } = begun.json<{ id: string }>()
  const opened = await visit(browser, { size })
  await opened.context.addCookies([{ name: 'gongkai', value: token, url: address }])
  await opened.page.goto(`${address}/desk/requests/${requestId}/redactions/${id}`)
  await opened.page.getByRole('heading', { name: '遮盖：安置房报告.pdf' }).waitFor()
  await settled(opened.page)
  await drawn(opened.page)
  return { ...opened, id }
}

/** Every picture is there: pages are drawn by the server when they are asked for. */
const drawn = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)), { timeout: 20_000 })
    .toBe(true)

const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^已保存$/ })
    .waitFor()
const marksOf = async (id: string) =>
  (await ctx.db.selectFrom('redaction').select('marks').where('id', '=', id).executeTakeFirstOrThrow()).marks as unknown as {
    page: number
    x: number
    y: number
    width: number
    height: number
    ground: string
  }[]

test('a clerk finds numbers and a name, marks by mouse and by keyboard, is told of what is left, proves, and takes the file', async () => {
  const { page, id, complaints } = await open(paper)
  await picture(page, 'redaction-begun')
  expect(await accessibilityTroubles(page)).toEqual([])
  expect(await page.getByRole('button', { name: '核验并生成（先标至少 1 处）' }).getAttribute('aria-disabled')).toBe('true')

  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('找到 6 个').waitFor()
  await page.getByRole('button', { name: '全部标上（6 个）' }).click()
  await page.getByText('其中 6 个已经标了').waitFor()
  await saved(page)
  expect(await marksOf(id)).toHaveLength(7)

  // A word is clicked, a part is drawn.
  const sheet = page.locator('.redact-paper')
  const name = (await (await page.request.get(`${address}/api/v1/redactions/${id}/text?page=0`)).json()) as {
    words: { text: string; x: number; y: number; width: number; height: number }[]
  }
  const word = name.words.find(({ text }) => text === '报告')!
  const box = (await sheet.boundingBox())!
  const point = (x: number, y: number) => ({ x: x * box.width, y: y * box.height })
  await sheet.click({ position: point(word.x + word.width / 2, word.y + word.height / 2) })
  await page.getByText('已标 8 处').waitFor()
  await page.mouse.move(box.x + 0.2 * box.width, box.y + 0.5 * box.height)
  await page.mouse.down()
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 0.53 * box.height, { steps: 4 })
  await page.mouse.up()
  await page.getByText('已标 9 处').waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('已标 8 处').waitFor()

  // By keyboard alone: add, move, size, delete, undo, change the ground.
  await page.getByRole('button', { name: '在这一页加一处' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('已标 9 处').waitFor()
  const added = page.locator('.redact-mark.selected')
  await expect.poll(() => added.evaluate((element) => element === document.activeElement)).toBe(true)
  const before = (await added.boundingBox())!
  for (const key of ['ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key)
  const after = (await added.boundingBox())!
  expect(after.x).toBeGreaterThan(before.x)
  expect(after.y).toBeGreaterThan(before.y)
  expect(after.width).toBeGreaterThan(before.width)
  expect(after.height).toBeGreaterThan(before.height)
  await page.keyboard.press('Enter')
  const chosen = page.locator('select:focus')
  await chosen.selectOption('internal')
  await saved(page)
  expect((await marksOf(id)).filter(({ ground }) => ground === 'internal')).toHaveLength(1)
  await picture(page, 'redaction-marked')
  await page.getByRole('checkbox', { name: '按成品显示' }).check()
  await picture(page, 'redaction-as-given')
  await page.getByRole('checkbox', { name: '按成品显示' }).uncheck()
  await added.focus()
  await page.keyboard.press('Delete')
  await page.getByText('已标 8 处').waitFor()

  // A state secret has no business here.
  await page.getByLabel('新标的依据').selectOption('state-secret')
  await page.getByText('本系统不处理国家秘密').waitFor()
  await page.getByLabel('新标的依据').selectOption('privacy')

  // The name is marked once; where else it stands is told.
  await page.getByLabel('一段文字').fill('陈小芳')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('一段文字 4 个').waitFor()
  const places = (await (
    await page.request.post(`${address}/api/v1/redactions/${id}/find`, {
      data: { patterns: [], texts: ['陈小芳'] },
      headers: { 'x-csrf-token': csrf, origin: address },
    })
  ).json()) as { found: { areas: { x: number; y: number; width: number; height: number }[] }[] }
  const first = places.found[0]!.areas[0]!
  await page.mouse.move(box.x + first.x * box.width - 1, box.y + first.y * box.height - 1)
  await page.mouse.down()
  await page.mouse.move(box.x + (first.x + first.width) * box.width + 1, box.y + (first.y + first.height) * box.height + 1, { steps: 3 })
  await page.mouse.up()
  await page.getByText('已标 9 处').waitFor()
  await page.getByRole('button', { name: '核验并生成', exact: true }).click()
  await page.getByText('标过的字，别处还有没标的').waitFor({ timeout: 60_000 })
  await picture(page, 'redaction-left-over')
  await page.getByRole('button', { name: /^一并标上/ }).click()
  await saved(page)
  await page.getByRole('button', { name: '核验并生成', exact: true }).click()
  await page.getByText('14 项全部通过').waitFor({ timeout: 60_000 })
  await settled(page)
  await drawn(page)
  await picture(page, 'redaction-proved')
  expect(await accessibilityTroubles(page)).toEqual([])

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载遮盖后的文件' }).click()])
  expect(download.suggestedFilename()).toBe('安置房报告（遮盖）.pdf')
  await page.getByRole('button', { name: '照这份再做一份' }).click()
  await page.getByText('在标').waitFor()
  expect(page.url()).not.toContain(id)
  expect(complaints()).toEqual([])
})

test('on a phone everything is reached without scrolling sideways', async () => {
  const { page, complaints } = await open(paper, phone)
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('button', { name: '全部标上（6 个）' }).click()
  await saved(page)
  await page.getByRole('button', { name: '第 2 页' }).click()
  await page.getByText('第 2 页，共 2 页').waitFor()
  await page.getByRole('button', { name: '看这里：第 1 处' }).click()
  await page.getByText('第 1 页，共 2 页').waitFor()
  await settled(page)
  await drawn(page)
  await picture(page, 'redaction-phone')
  expect(await overflow(page)).toBe(0)
  expect(await accessibilityTroubles(page)).toEqual([])
  expect(complaints()).toEqual([])
})

test('a scan says that it has no words', async () => {
  const { page } = await open('#set page(paper: "a5")\n#rect(width: 50%, height: 20%, fill: gray)')
  await page.getByText('这一页是扫描件').waitFor()
})
