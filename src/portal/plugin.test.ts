import exceljs from 'exceljs'
import fastify, { type FastifyInstance } from 'fastify'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#db'
import { settleCounty, slugs } from '../../tests/browser/county.ts'
import { testDatabase } from '../../tests/database.ts'
import { type PortalOptions, registerPortal } from './plugin.ts'

const assets: PortalOptions['assets'] = {
  portal: { style: '/assets/portal.css' },
  check: {
    style: '/assets/check.css',
    noScriptStyle: '/assets/no-script.css',
    island: '/assets/check.js',
    reader: '/assets/reader.js',
    writer: '/assets/writer.js',
    example: '/assets/example.txt',
    assets: '/assets/typesetter/',
    typesetterBytes: 1,
  },
}

let ctx: Context
let close: () => Promise<void>
let server: FastifyInstance

async function serve(of: Context, options: Partial<PortalOptions> = {}): Promise<FastifyInstance> {
  const made = fastify()
  await registerPortal(made, of, { assets, ...options })
  return made
}

beforeAll(async () => {
  ;({ ctx, close } = await testDatabase())
  await settleCounty(ctx)
  server = await serve(ctx)
})
afterAll(async () => {
  await server?.close()
  await close?.()
})

async function get(url: string, headers: Record<string, string> = {}, from = server) {
  const answer = await from.inject({ method: 'GET', url, headers: { host: 'www.yunxi.example', ...headers } })
  return { ...answer, text: answer.payload, status: answer.statusCode, head: answer.headers }
}

test('the first page names the county, its errands and its bodies, and says what is not there yet', async () => {
  const { text, status } = await get('/')
  expect(status).toBe(200)
  for (const words of ['查云溪县的政府信息', '提出公开申请', '县直部门', '青石镇', '截至 2026 年 1 月 20 日，本站还没有公开文件', '未公布'])
    expect(text).toContain(words)
  expect(text).toContain('主办：云溪县人民政府办公室')
  expect(text).toContain('网站标识码 9999210001')
  // A body that ended is not among those to be asked.
  expect(text).toContain('16 个机关')
  const [site] = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json]) => JSON.parse(json!))
  expect(site).toMatchObject({ '@type': 'WebSite', potentialAction: { target: { urlTemplate: 'http://www.yunxi.example/search?q={q}' } } })
})

test.each([
  ['国土资源', '曾用名：云溪县国土资源局'],
  ['县府办', '也叫：县府办'],
  ['城市管理局', '已于 2025 年 6 月 30 日撤销'],
  ['预算', '财政预决算'],
])('a search for %s says %s', async (q, words) => expect((await get(`/search?q=${encodeURIComponent(q)}`)).text).toContain(words))

test('a search without hit repeats the words, harmlessly, and says what to try', async () => {
  const { text } = await get(`/search?q=${encodeURIComponent('<script>alert(1)</script>')}`)
  expect(text).toContain('没有找到“&lt;script>alert(1)&lt;/script>”')
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('少写几个字')
})

test('a body that ended says when, and who took over; it offers no request of its own', async () => {
  const { text } = await get('/b/chengguan/')
  expect(text).toContain('本机关已于 2025 年 6 月 30 日撤销。')
  expect(text).toContain('<a href="/b/zhujian/">云溪县住房和城乡建设局</a>')
  expect(text).not.toContain('向本机关申请公开')
  expect((await get('/b/zhujian/')).text).toContain('承接自：')
})

test('the guide has what Article 12 wants from the record, and says what nobody gave', async () => {
  const { text } = await get('/b/ziran-ziyuan/guide')
  for (const words of ['文昌路 106 号', '0000-8000106', '0000-8001106', 'ziran-ziyuan@yunxi.example', '云溪县人民法院', '没有填写'])
    expect(text).toContain(words)
  expect((await get('/b/dangan/guide')).text).toContain('本机关还没有填写公开机构的地址和电话')
  expect((await get('/b/dangan/apply')).text).toContain('本机关还没有填写收件地址')
})

test.each([
  ['/b/ziran-ziyuan/statutory', 15, '县级人民政府及其部门还要公开'],
  ['/b/qingshi/statutory', 15, '乡（镇）人民政府还要公开'],
])('%s lists the items of the law, each with 0', async (url, items, extra) => {
  const { text } = await get(url)
  expect([...text.matchAll(/<tr id="item-\d+">.*?<td class="figure">0<\/td><\/tr>/gs)]).toHaveLength(items)
  expect(text).toContain(extra)
})

test.each([
  ['/b/ziran-ziyuan/reports', '2025 年度的报告最迟 2026 年 1 月 31 日提交并公布'],
  ['/b/yunxi/reports', '2025 年度的报告最迟 2026 年 3 月 31 日公布'],
  ['/b/qingshi/reports', '公布日期由上级主管部门规定'],
])('%s says when the report is due', async (url, words) => expect((await get(url)).text).toContain(words))

test('addresses that lead nowhere get 404 and what to do', async () => {
  const nobody = await get('/b/nobody/')
  expect([nobody.status, nobody.text.includes('名录里没有代号为“nobody”的机关')]).toEqual([404, true])
  const nowhere = await get('/%E6%9F%90%E9%A1%B5?lang=en')
  expect([nowhere.status, nowhere.text.includes('Nothing is at “/某页”')]).toEqual([404, true])
  expect(nowhere.head['cache-control']).toBe('no-store')
  const bare = await get('/b/yunxi?elder=1')
  expect([bare.status, bare.head.location]).toEqual([301, '/b/yunxi/?elder=1'])
  expect((await get('/nope', { accept: 'application/json' })).head['content-type']).toContain('text/plain')
})

test('how a page is shown is asked in its address and remembered in a cookie; links keep page and question', async () => {
  const asked = await get('/bodies?q=%E5%B1%80&elder=1')
  expect(asked.head['set-cookie']).toMatch(/^elder=1; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
  expect(asked.head['cache-control']).toBe('private, no-cache')
  expect(asked.text).toContain('data-elder')
  expect(asked.text).toContain('href="/bodies?q=%E5%B1%80&amp;elder=0"')
  const remembered = await get('/', { cookie: 'elder=1; contrast=1; lang=en' })
  expect(remembered.text).toMatch(/<html lang="en" data-elder data-contrast>/)
  expect((await get('/?elder=0', { cookie: 'elder=1' })).head['set-cookie']).toMatch(/^elder=; .*Expires=Thu, 01 Jan 1970/)
  const odd = await get('/?elder=yes&lang=fr')
  expect(odd.head['set-cookie']).toBeUndefined()
  expect(odd.text).toMatch(/<html lang="zh-CN">/)
})

test('caches may keep a page nobody chose for, and ask whether it holds', async () => {
  const first = await get('/bodies')
  expect(first.head).toMatchObject({ vary: 'Cookie', 'cache-control': 'public, max-age=0, must-revalidate' })
  const again = await get('/bodies', { 'if-none-match': first.head.etag as string })
  expect([again.status, again.text]).toEqual([304, ''])
  expect((await get('/bodies', { 'if-none-match': first.head.etag as string, cookie: 'lang=en' })).status).toBe(200)
})

test('the address of a page is absolute, in both languages, and never what a forged host says', async () => {
  const { text } = await get('/b/yunxi/guide?lang=en')
  expect(text).toContain('<link rel="canonical" href="http://www.yunxi.example/b/yunxi/guide?lang=en"')
  expect(text).toContain('hreflang="zh-CN" href="http://www.yunxi.example/b/yunxi/guide"')
  expect((await get('/', { host: 'evil"><b>' })).text).not.toContain('evil')
  const fixed = await serve(ctx, { origin: 'https://www.yunxi.gov.example' })
  expect((await get('/', {}, fixed)).text).toContain('href="https://www.yunxi.gov.example/"')
  await fixed.close()
})

test.each(['//evil.example/x', '/\\evil.example', '//', '/%zz', '/b/%E0/', '/?q=%'])(
  '%s neither breaks a page nor leads to another site',
  async (url) => {
    const { text, status } = await get(url)
    expect(status).toBeLessThan(500)
    expect(text).not.toMatch(/href="(\/\/|\/\\|https?:\/\/evil)/)
  },
)

test('the list of bodies downloads as filtered, in three formats, and runs no formula', async () => {
  await ctx.db.updateTable('body').set({ unit: '=1+1' }).where('slug', '=', 'qingshi').execute()
  const own = await serve(ctx)
  const csv = await get('/bodies.csv?kind=town', {}, own)
  expect(csv.head['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('公开机关名录.csv')}`)
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFF名称,简称,曾用名,类别/)
  expect(lines).toHaveLength(5)
  expect(lines[1]).toContain(",'=1+1,")

  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load((await get('/bodies.xlsx?ended=1', {}, own)).rawPayload as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]!
  expect(sheet.rowCount).toBe(slugs.length + 1)
  expect(sheet.getCell('A2').value).toBe('云溪县人民政府')
  expect(sheet.getColumn(6).values).toContain('=1+1')

  const json = (await get('/bodies.json?ended=1', {}, own)).json() as {
    asOf: string
    bodies: { slug: string; successors: { slug: string }[] }[]
  }
  expect(json.asOf).toBe('2026-01-20')
  expect(json.bodies.map(({ slug }) => slug)).toHaveLength(slugs.length)
  expect(json.bodies.find(({ slug }) => slug === 'chengguan')!.successors[0]!.slug).toBe('zhujian')
  await own.close()
})

/** Texts of elements of a name; throws where the document is not well formed. */
function elements(xml: string, name: string): string[] {
  const found: string[] = []
  let text: string | null = null
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    if (tag.name === name) text = ''
  })
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (piece) => {
      if (text !== null) text += piece
    })
  parser.on('closetag', (tag) => {
    if (tag.name === name && text !== null) found.push(text)
    if (tag.name === name) text = null
  })
  parser.write(xml).close()
  return found
}

test('feeds tell what happened to bodies, newest first', async () => {
  const rss = await get('/feed.xml')
  expect(rss.head['content-type']).toContain('application/rss+xml')
  expect(elements(rss.text, 'title').slice(1, 4)).toEqual([
    '云溪县城市管理局撤销，职责由云溪县住房和城乡建设局承接',
    '云溪县大数据中心更名为云溪县数据局',
    '云溪县大数据中心设立',
  ])
  expect(elements((await get('/atom.xml?lang=en')).text, 'title')[2]).toBe('云溪县大数据中心 was renamed 云溪县数据局')
})

test('a name in a feed is text, though readers take it for HTML', async () => {
  const other = await testDatabase()
  await settleCounty(other.ctx)
  await other.ctx.db
    .updateTable('body_name')
    .set({ name: '甲<img src=x onerror=alert(1)>]]>局 & 乙' })
    .where('name', '=', '云溪县数据局')
    .execute()
  const site = await serve(other.ctx)
  for (const path of ['/feed.xml', '/atom.xml']) {
    const titles = elements((await get(path, {}, site)).text, 'title')
    expect(titles).toContain('云溪县大数据中心更名为甲&lt;img src=x onerror=alert(1)&gt;]]&gt;局 &amp; 乙')
  }
  await site.close()
  await other.close()
})

test('every address of the site map answers', async () => {
  const addresses = elements((await get('/sitemap.xml')).text, 'loc')
  expect(addresses.length).toBeGreaterThan(slugs.length * 6)
  const statuses = await Promise.all(addresses.map(async (address) => (await get(new URL(address).pathname)).status))
  expect(addresses.filter((_, at) => statuses[at] !== 200)).toEqual([])
})

test('the demo says so and lets its clock be moved; no other site has the form', async () => {
  const demo = await serve(ctx, { demo: () => ({ today: '2026-01-20' }) })
  const { text } = await get('/bodies', {}, demo)
  expect(text).toContain('时钟停在 2026 年 1 月 20 日')
  expect(text).toContain('<form action="/demo/clock" method="post">')
  expect((await get('/bodies')).text).not.toContain('/demo/clock')
  await demo.close()
})

test('before the first run the site says who must begin', async () => {
  const empty = await testDatabase()
  const bare = await serve(empty.ctx)
  const { text, status } = await get('/', {}, bare)
  expect([status, text.includes('这里还没有设立')]).toEqual([200, true])
  expect((await get('/feed.xml', {}, bare)).status).toBe(200)
  await bare.close()
  await empty.close()
})

test('a change is on the page as soon as its event is written', async () => {
  expect((await get('/b/jiaoyu/')).text).toContain('0000-8000103')
  await ctx.db.updateTable('body').set({ phone: '0000-1234567' }).where('slug', '=', 'jiaoyu').execute()
  await ctx.db.updateTable('event_head').set({ seq: 7 }).execute()
  expect((await get('/b/jiaoyu/')).text).toContain('0000-1234567')
})

test('while the database is away pages say when to come again, and a fault of ours gets a number', async () => {
  const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })
  const away = await serve({ ...ctx, db: new Kysely({ dialect: new PostgresDialect({ pool }) }) })
  const answer = await get('/bodies', {}, away)
  expect([answer.status, answer.head['retry-after'], answer.text.includes('暂时查不了')]).toEqual([503, '10', true])
  expect((await get('/icon.svg', {}, away)).status).toBe(200)
  await away.close()

  const broken = await testDatabase()
  await broken.ctx.db.schema.dropTable('succession').execute()
  const reported: string[] = []
  const faulty = await serve(broken.ctx, { report: (_fault, reference) => reported.push(reference) })
  const failed = await get('/?lang=en', {}, faulty)
  expect(failed.status).toBe(500)
  expect(reported).toHaveLength(1)
  expect(failed.text).toContain(`tell us the number ${reported[0]}`)
  await faulty.close()
  await broken.close()
})
