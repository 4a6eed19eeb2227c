import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createContext } from '#db'
import { countYear, recordsBehind } from '#filing'
import type { Machine } from '#identity'
import { identitiesOf, sum } from '#report'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { simulate } from './index.ts'

const machine: Machine = { personId: null, origin: 'system' }
const databases: TestDatabase[] = []
afterAll(async () => {
  for (const database of databases) await database.close()
})

async function county(seed: number, size: { bodies: number; years: number; cases: number; reports?: boolean }) {
  const database = await testDatabase()
  databases.push(database)
  const key = randomBytes(32)
  const contextAt = (now: () => Date) => createContext({ db: database.ctx.db, files: database.ctx.files, key, now })
  const made = await simulate(contextAt, { seed, ...size })
  return { ctx: contextAt(() => new Date('2026-01-20T01:00:00Z')), ...made }
}

test('a county of three bodies: every identity holds, years hand over to one another, every cell has as many records as it says', async () => {
  const { ctx, bodies, years } = await county(7, { bodies: 3, years: 2, cases: 40 })
  expect([bodies.length, years]).toEqual([3, [2024, 2025]])
  let received = 0
  for (const body of bodies) {
    const counted = []
    for (const year of years) {
      const found = await countYear(ctx, machine, { body, year })
      counted.push(found.cells)
      for (const { rule, left, right } of identitiesOf({ edition: '2021', figures: found.cells }))
        expect([body, year, rule, left[0], sum(found.cells, left)]).toEqual([body, year, rule, left[0], sum(found.cells, right)])
      for (const [key, value] of Object.entries(found.cells)) {
        const adds: number[] = []
        for (let after: string | undefined; ; ) {
          const page = await recordsBehind(ctx, machine, { body, year, key, limit: 200, ...(after !== undefined && { after }) })
          adds.push(...page.records.map((one) => one.adds))
          if (page.next === null) break
          after = page.next
        }
        expect([body, year, key, Math.round(adds.reduce((all, one) => all + one, 0) * 1e6) / 1e6]).toEqual([body, year, key, value])
      }
      received += found.cells['requests.received.total']!
    }
    for (const column of ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other', 'total'])
      expect(counted[1]![`requests.carriedIn.${column}`]).toBe(counted[0]![`requests.carriedOut.${column}`])
  }
  expect(received).toBe(80)
})
