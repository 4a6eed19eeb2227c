import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf, otherHandlingKeys } from './forms/index.ts'
import { identitiesOf, sum } from './identities.ts'
import type { CellKey, Edition } from './model.ts'
import { type Part, rollUp, summandsOf } from './rollup.ts'
import { draw, type Sketch } from './sketch.ts'
import { reason } from './wording/index.ts'

const part = (name: string, sketch: Sketch = {}): Part => ({ name, report: draw({ body: name, ...sketch }) })
const received = 'requests.received.total'

describe('rollUp', () => {
  test('adds up every cell and keeps its parts', () => {
    const rolled = rollUp([part('东镇', { figures: { [received]: 3 } }), part('西镇', { figures: { [received]: 4 } })])
    expect(rolled.report.figures[received]).toBe(7)
    expect(rolled.report.cells).toEqual({})
    expect(summandsOf(rolled, received)).toEqual([
      { part: 0, value: 3, state: null },
      { part: 1, value: 4, state: null },
    ])
    expect(rolled.parts.map(({ name }) => name)).toEqual(['东镇', '西镇'])
    expect(rolled).toMatchObject({ years: [2025], editions: ['2021'], unshared: [], repeated: [] })
    expect(rolled.report).toMatchObject({ year: 2025, edition: '2021' })
  })

  test('does not take an unknown figure for 0', () => {
    const blank = { figures: { [received]: null }, cells: { [received]: { state: 'blank', was: null, why: 'empty' } } } as const
    const rolled = rollUp([part('东镇', { figures: { [received]: 3 } }), part('西镇', blank)])
    expect(rolled.report.figures[received]).toBe(3)
    expect(rolled.report.cells[received]).toMatchObject({ state: 'doubtful', values: { parts: 2, known: 1, unknown: 1 } })
    expect(summandsOf(rolled, received)[1]).toEqual({ part: 1, value: null, state: 'blank' })
    expect(reason(rolled.report.cells[received]!)).toBe('2 份报告里有 1 份没有这个数，合计只含其余 1 份')
    expect(reason(rolled.report.cells[received]!, 'en')).toBe('1 of 2 reports do not have this figure; the sum holds the other 1')
  })

  test('lists a body that has not filed in every cell', () => {
    const rolled = rollUp([part('东镇'), { name: '西镇', report: null }])
    expect(Object.keys(rolled.report.cells)).toHaveLength(200)
    expect(summandsOf(rolled, 'proactive.fees')).toEqual([
      { part: 0, value: 0, state: null },
      { part: 1, value: null, state: 'not-filed' },
    ])
    expect(rolled.parts[1]).toEqual({ name: '西镇', filed: false, year: null, edition: null })
  })

  test('knows nothing where no part does', () => {
    const rolled = rollUp([{ name: '西镇', report: null }])
    expect(rolled.report.figures[received]).toBeNull()
    expect(rolled.report.cells[received]).toMatchObject({ state: 'missing', why: 'parts-unknown' })
    expect(reason(rolled.report.cells[received]!)).toBe('没有一份报告有这个数')
    expect(rollUp([]).report.figures[received]).toBeNull()
  })

  test('marks a sum of doubtful figures', () => {
    const rolled = rollUp([
      part('东镇', { figures: { [received]: 3 }, cells: { [received]: { state: 'doubtful', was: '3', why: 'row-unknown' } } }),
      part('西镇', { figures: { [received]: 1 }, cells: { [received]: { state: 'repaired', was: null, why: 'closes-identities' } } }),
    ])
    expect(rolled.report.figures[received]).toBe(4)
    expect(rolled.report.cells[received]).toMatchObject({ state: 'doubtful', why: 'parts-doubtful', values: { doubtful: 1 } })
    expect(summandsOf(rolled, received).map(({ state }) => state)).toEqual(['doubtful', 'repaired'])
  })

  test('adds money exactly', () => {
    const rolled = rollUp(Array.from({ length: 1000 }, (_, index) => part(`第${index}镇`, { figures: { 'proactive.fees': 0.1 } })))
    expect(rolled.report.figures['proactive.fees']).toBe(100)
  })

  test('sums only what two editions share, and says what they do not', () => {
    const old = part('东镇', {
      edition: '2019',
      year: 2022,
      figures: { 'requests.otherHandling.total': 2, 'requests.concluded.total': 2, [received]: 2, 'proactive.fees.lastYear': 5 },
    })
    const current = part('西镇', {
      year: 2022,
      figures: { 'requests.otherOther.total': 1, 'requests.otherUnpaid.total': 3, 'requests.concluded.total': 4, [received]: 4 },
    })
    const rolled = rollUp([old, current])
    expect(rolled.editions).toEqual(['2019', '2021'])
    expect(rolled.report.figures[received]).toBe(6)
    expect(rolled.report.figures['requests.otherHandling.total']).toBe(6)
    expect(rolled.report.figures['requests.otherOther.total']).toBeNull()
    expect(rolled.report.cells['requests.otherOther.total']).toMatchObject({ state: 'missing', why: 'forms-differ' })
    expect(rolled.report.cells[received]).toBeUndefined()
    expect(rolled.unshared).toContain('proactive.fees')
    expect(rolled.unshared).toContain('proactive.fees.lastYear')
    expect(rolled.unshared).not.toContain(received)
  })

  test('adds three rows of 其他处理 to the one row that another report prints', () => {
    const merged = part('东镇', {
      figures: {
        ...Object.fromEntries(otherHandlingKeys.map((key) => [key, 0])),
        'requests.otherHandling.total': 2,
        'requests.otherNotCorrected.total': null,
        'requests.otherUnpaid.total': null,
        'requests.otherOther.total': null,
      },
    })
    const rolled = rollUp([merged, part('西镇', { figures: { 'requests.otherOther.total': 5 } })])
    expect(rolled.report.figures['requests.otherHandling.total']).toBe(7)
    expect(rolled.report.cells['requests.otherHandling.total']).toBeUndefined()
    expect(rolled.report.cells['requests.otherOther.total']).toMatchObject({ state: 'doubtful', values: { known: 1, unknown: 1 } })
  })

  test('tells years apart and the same body twice', () => {
    const rolled = rollUp([part('东镇'), part('东镇'), part('东镇', { year: 2024 })])
    expect(rolled.years).toEqual([2024, 2025])
    expect(rolled.report.year).toBeNull()
    expect(rolled.repeated).toEqual([1])
  })

  test('has no summands for a cell no form has', () => {
    expect(summandsOf(rollUp([part('东镇')]), 'requests.received.nobody')).toEqual([])
  })
})

/** Identities that are known and do not hold. */
const breaksIn = (report: Parameters<typeof identitiesOf>[0]) =>
  identitiesOf(report).filter(({ left, right }) => {
    const [a, b] = [sum(report.figures, left), sum(report.figures, right)]
    return a !== null && b !== null && a !== b
  })

/** A whole report in which every identity holds: outcomes by kind of applicant are drawn, the rest follows. */
const wholeReport = fc
  .record({
    edition: fc.constantFrom<Edition>('2021', '2019'),
    merged: fc.boolean(),
    outcomes: fc.array(fc.tuple(fc.nat(22), fc.nat(5), fc.integer({ min: 0, max: 99 })), { maxLength: 12 }),
    carried: fc.array(fc.tuple(fc.nat(5), fc.nat(9)), { maxLength: 6 }),
    challenges: fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(20)), { maxLength: 6 }),
    fees: fc.nat(1e9),
  })
  .map(({ edition, merged, outcomes, carried, challenges, fees }) => {
    const form = formOf(edition)
    const figures: Record<CellKey, number | null> = {}
    const put = (key: CellKey, value: number) => {
      figures[key] = (figures[key] ?? 0) + value
    }
    const one = edition === '2021' && merged
    if (one) for (const key of otherHandlingKeys) figures[key] = 0
    const kinds = form.requests.columns.slice(0, -1)
    const rows = form.requests.rows.filter((row) => row.part === 'outcome')
    for (const [row, kind, value] of outcomes) {
      const name = rows[row % rows.length]!.key
      const outcome = one && /^other/.test(name) ? 'otherHandling' : name
      for (const column of [kinds[kind]!.key, 'total']) {
        put(`requests.${outcome}.${column}`, value)
        put(`requests.concluded.${column}`, value)
        put(`requests.received.${column}`, value)
      }
    }
    for (const [kind, value] of carried)
      for (const column of [kinds[kind]!.key, 'total']) {
        put(`requests.carriedIn.${column}`, value)
        put(`requests.carriedOut.${column}`, value)
      }
    for (const [group, result, value] of challenges)
      for (const column of [form.challenges.columns[result]!.key, 'total'])
        put(`challenges.${form.challenges.groups[group]!.key}.${column}`, value)
    if (edition === '2021') figures['proactive.fees'] = fees / 1e6
    if (one)
      for (const column of form.requests.columns)
        for (const row of ['otherNotCorrected', 'otherUnpaid', 'otherOther']) figures[`requests.${row}.${column.key}`] = null
    return draw({ edition, figures })
  })

test('what holds in every part holds in the sum, and every sum is the sum of its summands', () => {
  fc.assert(
    fc.property(fc.array(wholeReport, { minLength: 1, maxLength: 8 }), (reports) => {
      for (const report of reports) expect(breaksIn(report)).toEqual([])
      const rolled = rollUp(reports.map((report, index) => ({ name: String(index), report })))
      expect(breaksIn(rolled.report)).toEqual([])
      const unshared = new Set(rolled.unshared)
      for (const [key, total] of Object.entries(rolled.report.figures)) {
        const known = summandsOf(rolled, key).flatMap(({ value }) => value ?? [])
        if (unshared.has(key)) expect(total).toBeNull()
        else if (known.length === 0) expect(total).toBeNull()
        else expect(total).toBe(known.reduce((all, value) => all + Math.round(value * 1e6), 0) / 1e6)
        // A sum is listed exactly when some part does not give the figure.
        expect(key in rolled.report.cells).toBe(unshared.has(key) || known.length < reports.length)
      }
    }),
    { numRuns: 300 },
  )
})
