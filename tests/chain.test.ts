/** The chain, over made-up counties: from records to cells, to the published report, read back from its page, to the county's sum, and open again. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createContext } from '#db'
import { countYear, publicReport, recordsBehind, rollUpOf, summandsIn } from '#filing'
import { bodyAt, type Machine } from '#identity'
import { read } from '#ingest'
import { render } from '#render'
import { cellKeys, identitiesOf, sum } from '#report'
import { simulate } from '#simulation'
import { type TestDatabase, testDatabase } from './database.ts'

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

const columns = ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other', 'total']
/** A county takes seconds to live through; `GONGKAI_SEEDS=20` runs as many as there is time for. */
const seeds = Array.from({ length: Number(process.env.GONGKAI_SEEDS ?? 5) }, (_, at) => at + 1)

test.each(seeds)('county %i: what is published and read back sums to what is counted, cell by cell and list by list', async (seed) => {
  const { ctx, bodies, years } = await county(seed)
  const [published] = years as [number, number]
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
    const page = await read(await render(found.report, 'html'), `${body}.html`)
    if (!page.ok) throw new Error(JSON.stringify(page))
    const back = page.reports[0]!
    for (const key of cellKeys('2021')) {
      expect([body, key, found.report.figures[key]]).toEqual([body, key, before!.cells[key]])
      expect([body, key, back.figures[key]]).toEqual([body, key, before!.cells[key]])
      total[key] = Math.round(((total[key] ?? 0) + before!.cells[key]!) * 1e6) / 1e6
    }
  }
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
