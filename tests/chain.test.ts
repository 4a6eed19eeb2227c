/** The chain, over made-up counties: from records to cells, to the published report, read back from its page, to the county's sum, and open again. */
import { randomBytes } from 'node:crypto'
import fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { createContext } from '#db'
import { countYear, publicReport, recordsBehind, rollUpOf, summandsIn } from '#filing'
import { bodyAt, type Machine } from '#identity'
import { read } from '#ingest'
import { type PortalOptions, registerPortal } from '#portal'
import { cellKeys, identitiesOf, type Report, sum } from '#report'
import { simulate } from '#simulation'
import { type TestDatabase, testDatabase } from './database.ts'

const assets: PortalOptions['assets'] = {
  portal: { style: '/portal.css' },
  check: {
    style: '/check.css',
    noScriptStyle: '/no-script.css',
    island: '/check.js',
    reader: '/reader.js',
    writer: '/writer.js',
    example: '/example.txt',
    assets: '/typesetter/',
    typesetterBytes: 1,
  },
}
const machine: Machine = { personId: null, origin: 'system' }
const databases: TestDatabase[] = []
afterAll(async () => {
  for (const database of databases) await database.close()
})

async function county(seed: number) {
  const database = await testDatabase()
  databases.push(database)
  const key = randomBytes(32)
  const contextAt = (now: () => Date) => createContext({ db: database.ctx.db, files: database.ctx.files, key, now })
  const made = await simulate(contextAt, { seed, bodies: 3, years: 2, cases: 12, reports: true })
  return { ctx: contextAt(() => new Date('2026-01-20T01:00:00Z')), ...made }
}

/** The one report in what was published. Throws an `Error` where it cannot be read, or is not one. */
async function readBack(bytes: Uint8Array, name: string): Promise<Report> {
  const found = await read(bytes, name)
  if (!found.ok || found.reports.length !== 1) throw new Error(`${name}: ${JSON.stringify(found)}`)
  return found.reports[0]!
}

const columns = ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other', 'total']
/** A county takes seconds to live through; `GONGKAI_SEEDS=20` runs as many as there is time for. */
const seeds = Array.from({ length: Number(process.env.GONGKAI_SEEDS ?? 3) }, (_, at) => at + 1)

test.each(seeds)('county %i: what is published and read back sums to what is counted, cell by cell and list by list', async (seed) => {
  const { ctx, bodies, years } = await county(seed)
  const [published] = years as [number, number]
  const site = fastify()
  await registerPortal(site, ctx, { assets })
  const total: Record<string, number> = {}
  for (const body of bodies) {
    const [before, after] = await Promise.all(years.map((year) => countYear(ctx, machine, { body, year })))
    for (const column of columns) expect(after!.cells[`requests.carriedIn.${column}`]).toBe(before!.cells[`requests.carriedOut.${column}`])
    for (const { cells } of [before!, after!])
      for (const { rule, left, right } of identitiesOf({ edition: '2021', figures: cells }))
        expect([body, rule, left[0], sum(cells, left)]).toEqual([body, rule, left[0], sum(cells, right)])
    for (const key of cellKeys('2021')) {
      let adds = 0
      for (let next: string | undefined; ; ) {
        const page = await recordsBehind(ctx, machine, {
          body,
          year: published,
          key,
          limit: 200,
          ...(next !== undefined && { after: next }),
        })
        adds += page.records.reduce((all, one) => all + one.adds, 0)
        if (page.next === null) break
        next = page.next
      }
      expect([body, key, Math.round(adds * 1e6) / 1e6]).toEqual([body, key, before!.cells[key]])
    }
    const found = (await publicReport(ctx, (await bodyAt(ctx, body)).id, published))!
    const page = await site.inject({ url: `/b/${body}/reports/${published}`, headers: { host: 'www.yunling.example' } })
    const back = await readBack(page.rawPayload, `${body}.html`)
    for (const key of cellKeys('2021')) {
      expect([body, key, found.report.figures[key]]).toEqual([body, key, before!.cells[key]])
      expect([body, key, back.figures[key]]).toEqual([body, key, before!.cells[key]])
      total[key] = Math.round(((total[key] ?? 0) + before!.cells[key]!) * 1e6) / 1e6
    }
  }
  await site.close()
  const summed = await rollUpOf(ctx, machine, { body: 'yunling', year: published, scope: 'region' })
  expect([summed.filed, summed.parts.length]).toEqual([bodies.length, bodies.length])
  expect(summed.figures).toEqual(total)
  // Nobody has reported on the year that runs: no sum is 0.
  const next = await rollUpOf(ctx, machine, { body: 'yunling', year: published + 1, scope: 'region' })
  expect([next.filed, next.figures['requests.received.total']]).toEqual([0, null])
  const cell = 'requests.received.total'
  const summands = await summandsIn(ctx, machine, { body: 'yunling', year: published, scope: 'region', cell })
  expect(summands.reduce((all, { value }) => all + value!, 0)).toBe(total[cell])
})

test('a published report is had as files that say the same, its figures open, and a year without one says so', async () => {
  const { ctx, bodies, years } = await county(1)
  const [year] = years as [number, number]
  const site = fastify()
  await registerPortal(site, ctx, { assets })
  const get = (url: string) => site.inject({ url, headers: { host: 'www.yunling.example' } })
  const [body] = bodies as [string, ...string[]]
  const address = `/b/${body}/reports/${year}`
  const { figures } = (await publicReport(ctx, (await bodyAt(ctx, body)).id, year))!.report
  for (const format of ['docx', 'xlsx', 'json']) {
    const file = await get(`${address}/report.${format}`)
    expect([format, file.statusCode, file.headers['content-disposition']]).toEqual([format, 200, expect.stringContaining('attachment')])
    expect([format, (await readBack(file.rawPayload, `report.${format}`)).figures]).toEqual([format, figures])
  }
  expect((await get(`${address}/report.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const cell = 'requests.received.total'
  expect((await get(`${address}/report.csv`)).payload).toContain(`${cell},`)
  const opened = await get(`${address}?cell=${cell}`)
  for (const words of ['id="why"', `<strong>${figures[cell]}</strong>`, '数的是什么', '没有在本站公布，不能比'])
    expect(opened.payload).toContain(words)
  expect((await get(`${address}?cell=nonsense`)).payload).not.toContain('id="why"')
  expect((await get(`/b/${body}/reports`)).payload).toContain(`href="${address}"`)
  expect((await get(`/b/${body}/reports/cells.csv`)).payload).toContain(`key,名称,${year}`)
  for (const missing of [`/b/${body}/reports/${year + 1}`, `/b/${body}/reports/x`, `${address}/report.exe`])
    expect([missing, (await get(missing)).statusCode]).toEqual([missing, 404])
  await site.close()
})
