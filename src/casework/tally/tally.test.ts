import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#db'
import type { Actor } from '#identity'
import { cellKeys, identitiesOf, sum } from '#report'
import { cellCounts, Failure } from '#words'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type SmallOffice, smallOffice } from '../../../tests/small-office.ts'
import { applicantKinds, outcomeRows } from '../model.ts'
import {
  type ChallengeRow,
  type CountedRow,
  cellOf,
  cellRules,
  challengeCells,
  challengeGroups,
  challengeResults,
  leavesOf,
  requestCells,
  standing,
} from './model.ts'
import { recordsOf, tableKeys, tablesOf } from './queries.ts'
import { tallyChallenges, tallyRequests } from './tally.ts'

const years = [2022, 2023, 2024, 2025]
const dayIn = (from: number, until: number) =>
  fc
    .integer({ min: Date.UTC(from, 0, 1) / 86_400_000, max: Date.UTC(until + 1, 0, 1) / 86_400_000 - 1 })
    .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))

/** A case received from 2021 to 2025, concluded some days later or not at all; now and then on the last or first day of a year. */
const life = fc
  .record({
    requestId: fc.uuid({ version: 7 }),
    part: fc.nat(2),
    kind: fc.constantFrom(...applicantKinds),
    receivedOn: fc.oneof(dayIn(2021, 2025), fc.constantFrom('2022-12-31', '2023-01-01', '2024-12-31')),
    after: fc.option(fc.oneof(fc.nat(60), fc.constantFrom(0, 1, 365, 800))),
    row: fc.constantFrom(...outcomeRows),
  })
  .map(({ after, row, ...rest }): CountedRow => {
    if (after === null) return { ...rest, concludedOn: null, row: null }
    const concludedOn = new Date(Date.parse(rest.receivedOn) + after * 86_400_000).toISOString().slice(0, 10)
    return { ...rest, concludedOn, row }
  })
const lives = fc.uniqueArray(life, { selector: ({ requestId, part }) => `${requestId} ${part}`, maxLength: 60 })

const challenge = fc
  .record({
    id: fc.uuid({ version: 7 }),
    group: fc.constantFrom(...challengeGroups),
    filedOn: dayIn(2021, 2025),
    after: fc.option(fc.nat(900)),
    result: fc.constantFrom(...challengeResults),
    counted: fc.boolean(),
  })
  .map(({ after, result, ...rest }): ChallengeRow => {
    if (after === null) return { ...rest, concludedOn: null, result: null }
    return { ...rest, concludedOn: new Date(Date.parse(rest.filedOn) + after * 86_400_000).toISOString().slice(0, 10), result }
  })
const challenges = fc.uniqueArray(challenge, { selector: ({ id }) => id, maxLength: 30 })

/** Holds that the sums printed on the form come out. */
function expectBalanced(figures: Readonly<Record<string, number>>): void {
  for (const { rule, left, right } of identitiesOf({ edition: '2021', figures })) {
    if (!left.concat(right).every((key) => key in figures)) continue
    expect([rule, left[0], sum(figures, left)]).toEqual([rule, left[0], sum(figures, right)])
  }
}

describe('the cells', () => {
  test('are those of the form, in its order, each with what it counts', () => {
    expect(requestCells.length).toBe(175)
    expect(challengeCells.length).toBe(15)
    expect([...requestCells, ...challengeCells].map(({ key }) => key)).toEqual(
      cellKeys('2021').filter((key) => !key.startsWith('proactive')),
    )
    expect(tableKeys.length).toBe(190)
    expect(cellOf('proactive.licensing')).toBeNull()
    for (const rule of cellRules) for (const language of ['zh-CN', 'en'] as const) expect(cellCounts(language, rule, 2025)).not.toBe(rule)
  })

  test('name the provision they rest on as it is cited', () => {
    expect(cellOf('requests.granted.total')!.source).toBe('《政府信息公开条例》第三十六条第（一）项、第三十六条第（二）项')
    expect(cellOf('requests.unableUnclear.other')!.source).toBe('《政府信息公开条例》第三十条')
    expect(cellOf('requests.received.other')!.source).toBeNull()
    expect(cellOf('challenges.reconsideration.upheld')!.source).toContain('201号')
  })

  test('come down to cells that count by themselves, each once', () => {
    expect(leavesOf(cellOf('requests.concluded.total')!).length).toBe(126)
    expect(leavesOf(cellOf('requests.received.total')!).map(({ key }) => key)).toEqual(
      applicantKinds.map((kind) => `requests.received.${kind}`),
    )
    expect(leavesOf(cellOf('challenges.reconsideration.total')!).length).toBe(4)
    for (const cell of [...requestCells, ...challengeCells]) {
      const leaves = leavesOf(cell)
      expect(new Set(leaves).size).toBe(leaves.length)
      expect(leaves.every(({ rule }) => rule !== 'sum')).toBe(true)
    }
  })
})

describe('table 三', () => {
  test('counts one case in the year it came, the year it ended and every end of year between', () => {
    const one: CountedRow = {
      requestId: 'a',
      part: 0,
      kind: 'enterprise',
      receivedOn: '2023-12-30',
      concludedOn: '2025-01-02',
      row: 'partlyGranted',
    }
    const shown = (year: number) =>
      Object.entries(tallyRequests([one], year).cells)
        .filter(([key, count]) => count > 0 && key.endsWith('.enterprise'))
        .map(([key]) => key.split('.')[1])
    expect(shown(2022)).toEqual([])
    expect(shown(2023)).toEqual(['received', 'carriedOut'])
    expect(shown(2024)).toEqual(['carriedIn', 'carriedOut'])
    expect(shown(2025)).toEqual(['carriedIn', 'partlyGranted', 'concluded'])
    expect(shown(2026)).toEqual([])
  })

  test('takes 31 December and 1 January as what they are', () => {
    const last: CountedRow = { requestId: 'a', part: 0, kind: 'other', receivedOn: '2024-12-31', concludedOn: '2024-12-31', row: 'granted' }
    const next: CountedRow = { ...last, requestId: 'b', concludedOn: '2025-01-01' }
    expect(tallyRequests([last, next], 2024).cells).toMatchObject({
      'requests.received.other': 2,
      'requests.granted.other': 1,
      'requests.carriedOut.other': 1,
    })
    expect(tallyRequests([last, next], 2025).cells).toMatchObject({ 'requests.carriedIn.other': 1, 'requests.granted.other': 1 })
  })

  test('refuses what no table could balance', () => {
    const wrong: CountedRow = {
      requestId: 'a',
      part: 0,
      kind: 'other',
      receivedOn: '2024-12-31',
      concludedOn: '2024-12-30',
      row: 'granted',
    }
    expect(() => tallyRequests([wrong], 2024)).toThrow(RangeError)
    expect(() => tallyRequests([{ ...wrong, concludedOn: null }], 2024)).toThrow(RangeError)
    expect(() => tallyRequests([], 2024).listOf('challenges.reconsideration.upheld')).toThrow(RangeError)
  })

  test('balances in all seven columns, year after year, and each cell is as long as its list', () => {
    fc.assert(
      fc.property(lives, (rows) => {
        for (const year of years) {
          const { cells, listOf } = tallyRequests(rows, year)
          expectBalanced(cells)
          for (const { key } of requestCells) expect([key, new Set(listOf(key)).size]).toEqual([key, cells[key]])
          const next = tallyRequests(rows, year + 1).cells
          for (const kind of [...applicantKinds, 'total'])
            expect([kind, next[`requests.carriedIn.${kind}`]]).toEqual([kind, cells[`requests.carriedOut.${kind}`]])
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('table 四', () => {
  test('counts a challenge as pending each year until it is decided, and a co-defendant nowhere', () => {
    const suit: ChallengeRow = {
      id: 'a',
      group: 'directLitigation',
      filedOn: '2023-11-01',
      concludedOn: '2025-03-01',
      result: 'corrected',
      counted: true,
    }
    const shown = (row: ChallengeRow, year: number) =>
      Object.entries(tallyChallenges([row], year).cells).flatMap(([key, count]) => (count > 0 ? [key] : []))
    expect(shown(suit, 2023)).toEqual(['challenges.directLitigation.pending', 'challenges.directLitigation.total'])
    expect(shown(suit, 2024)).toEqual(['challenges.directLitigation.pending', 'challenges.directLitigation.total'])
    expect(shown(suit, 2025)).toEqual(['challenges.directLitigation.corrected', 'challenges.directLitigation.total'])
    expect(shown(suit, 2026)).toEqual([])
    expect(years.flatMap((year) => shown({ ...suit, counted: false }, year))).toEqual([])
  })

  test('adds up, and each cell is as long as its list', () => {
    fc.assert(
      fc.property(challenges, fc.constantFrom(...years), (rows, year) => {
        const { cells, listOf } = tallyChallenges(rows, year)
        expectBalanced(cells)
        for (const { key } of challengeCells) expect([key, listOf(key).length]).toEqual([key, cells[key]])
      }),
    )
  })

  test.each([
    ['stands', [{ on: '2025-03-01', result: 'upheld', until: null }], '2025-03-01'],
    [
      'was appealed against in the same year',
      [
        { on: '2025-03-01', result: 'upheld', until: '2025-04-01' },
        { on: '2025-11-01', result: 'corrected', until: null },
      ],
      '2025-11-01',
    ],
    [
      'stood at the end of its year, whatever came later',
      [
        { on: '2025-03-01', result: 'upheld', until: '2026-01-05' },
        { on: '2026-11-01', result: 'corrected', until: null },
      ],
      '2025-03-01',
    ],
    ['was set aside and nothing came since', [{ on: '2025-03-01', result: 'upheld', until: '2025-12-31' }], null],
    ['was set aside on the first day of the next year', [{ on: '2025-03-01', result: 'upheld', until: '2026-01-01' }], '2025-03-01'],
    ['never came', [], null],
  ])('the conclusion that counts: %s', (_, decided, on) => expect(standing(decided)?.on ?? null).toBe(on))
})

describe('from the database', () => {
  let database: TestDatabase
  let ctx: Context
  let office: SmallOffice
  let drafter: Actor
  beforeAll(async () => {
    database = await testDatabase()
    ctx = database.ctx
    office = await smallOffice(ctx)
    drafter = await office.actor(await office.person('经办', office.bureau, 'drafter'))
  })
  afterAll(() => database.close())

  async function keep(rows: readonly CountedRow[], suits: readonly ChallengeRow[]): Promise<void> {
    await database.pool.query('truncate counted, request, intake_form, challenge cascade')
    const form = ctx.newId()
    await database.pool.query(
      `insert into intake_form (id, body_id, origin, channel, facts, kind, applicant_name, applicant, applicant_digest, carrier, delivery, added_at)
       values ($1, $2, 'import', 'in-person', '{}', 'other', '青石合作社', '', repeat('0', 64), 'paper', 'post', now())`,
      [form, office.bureau],
    )
    const ids = [...new Set(rows.map(({ requestId }) => requestId))]
    await database.pool.query(
      `insert into request (id, form_id, body_id, type, number, code_digest, title, wanted, kind, applicant_name, channel, state, submitted_on, updated_at)
       select id, $1, $2, 'request', '2021-' || id, repeat('0', 64), '水库水位', '', 'other', '青石合作社', 'in-person', 'handling', '2021-01-01', now()
       from unnest($3::uuid[]) as id`,
      [form, office.bureau, ids],
    )
    for (const row of rows)
      await database.pool.query('insert into counted values ($1, $2, $3, $4, $5, $6, $7)', [
        row.requestId,
        row.part,
        office.bureau,
        row.kind,
        row.receivedOn,
        row.concludedOn,
        row.row,
      ])
    for (const suit of suits)
      await database.pool.query(
        `insert into challenge (id, body_id, kind, part, direct, organ, state, filed_on, result, concluded_on, updated_at)
         values ($1, $2, $3, $4, $5, '青石县人民法院', $6, $7, $8, $9, now())`,
        [
          suit.id,
          office.bureau,
          suit.group === 'reconsideration' ? 'reconsideration' : 'litigation',
          suit.counted ? 'respondent' : 'co-defendant',
          suit.group === 'reconsideration' ? null : suit.group === 'directLitigation',
          suit.result === null ? 'filed' : 'decided',
          suit.filedOn,
          suit.result,
          suit.concludedOn,
        ],
      )
  }

  /** Every record of a cell, page by page. */
  async function walk(key: string, year: number, limit: number): Promise<string[]> {
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await recordsOf(ctx, drafter, { body: 'water', year, key, limit, ...(after !== undefined && { after }) })
      found.push(...page.requests.map(({ id, part }) => `${id} ${part}`), ...page.challenges.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after !== undefined)
    return found
  }

  test('come the same cells and the same lists as from the records', async () => {
    await fc.assert(
      fc.asyncProperty(lives, challenges, async (rows, suits) => {
        await keep(rows, suits)
        for (const year of years) {
          const requests = tallyRequests(rows, year)
          const challenged = tallyChallenges(suits, year)
          const tables = await tablesOf(ctx, drafter, { body: 'water', year })
          expect(tables.cells).toEqual({ ...requests.cells, ...challenged.cells })
          expectBalanced(tables.cells)
          const some = tableKeys.filter((key) => tables.cells[key]! > 0 && (/total|concluded/.test(key) || tables.cells[key]! > 1))
          for (const key of some) {
            const listed = await walk(key, year, 3)
            const expected = key.startsWith('requests')
              ? requests.listOf(key).map(({ requestId, part }) => `${requestId} ${part}`)
              : challenged.listOf(key).map(({ id }) => id)
            expect([key, [...listed].sort()]).toEqual([key, [...expected].sort()])
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  test('a list goes by day', async () => {
    const rows = fc.sample(life, { numRuns: 40, seed: 3 })
    await keep(rows, [])
    const { requests } = await recordsOf(ctx, drafter, { body: 'water', year: 2024, key: 'requests.received.total', limit: 200 })
    const days = requests.map(({ receivedOn }) => receivedOn)
    expect(days).toEqual([...days].sort())
    expect(days.length).toBe(tallyRequests(rows, 2024).cells['requests.received.total'])
  })

  async function code(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => 'none',
      (error: unknown) => (error instanceof Failure ? error.code : Promise.reject(error)),
    )
  }

  test('the higher office sees figures and no case; others nothing', async () => {
    const higher = await office.actor(await office.person('县府办', office.office, 'higher-office'))
    const stranger = await office.actor(await office.person('邻站', office.station, 'drafter'))
    const ask = { body: 'water', year: 2025 }
    expect(await code(tablesOf(ctx, higher, ask))).toBe('none')
    expect(await code(recordsOf(ctx, higher, { ...ask, key: 'requests.received.total' }))).toBe('not-allowed')
    expect(await code(tablesOf(ctx, stranger, ask))).toBe('not-allowed')
    expect(await code(recordsOf(ctx, stranger, { ...ask, key: 'requests.received.total' }))).toBe('not-allowed')
    expect(await code(recordsOf(ctx, stranger, { ...ask, key: 'challenges.reconsideration.total' }))).toBe('not-allowed')
  })

  test('asks for a year that was and a cell that is', async () => {
    expect((await tablesOf(ctx, drafter, { body: 'water', year: 2026 })).asOf).toBe('2026-01-20')
    expect((await tablesOf(ctx, drafter, { body: 'water', year: 2025 })).asOf).toBe('2025-12-31')
    expect(await code(tablesOf(ctx, drafter, { body: 'water', year: 2027 }))).toBe('wrong-field')
    expect(await code(tablesOf(ctx, drafter, { body: 'nowhere', year: 2025 }))).toBe('not-found')
    expect(await code(recordsOf(ctx, drafter, { body: 'water', year: 2025, key: 'proactive.licensing' }))).toBe('not-found')
    expect(await code(recordsOf(ctx, drafter, { body: 'water', year: 2025, key: 'requests.received.total', after: 'x' }))).toBe(
      'invalid-input',
    )
  })

  test('refuses a record that no table could count', async () => {
    await keep(fc.sample(life, { numRuns: 1, seed: 5 }), [])
    const change = (set: string) => database.pool.query(`update counted set ${set}`)
    await expect(change("concluded_on = '2019-01-01', row = 'granted'")).rejects.toThrow('counted_life')
    await expect(change("concluded_on = '2026-01-01', row = 'unknown'")).rejects.toThrow('counted_row')
  })
})
