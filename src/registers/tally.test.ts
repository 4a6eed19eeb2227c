import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fees, licensing } from './definitions/decisions.ts'
import { normativeDocuments } from './definitions/documents.ts'
import { registers } from './definitions/index.ts'
import { checkRegisters } from './definitions.ts'
import { countEntries, measuresOf, registerOfCell } from './tally.ts'

const entry = (values: Record<string, string | number | boolean>) => ({ id: JSON.stringify(values), values })
const usual = { lapsedCounts: false }

describe('the table of registers', () => {
  test('holds, and counts every cell of table 二 once', () => {
    expect(checkRegisters(registers)).toEqual([])
    for (const key of ['proactive.rules.issued', 'proactive.normativeDocuments.inForce', 'proactive.licensing', 'proactive.fees'])
      expect(registerOfCell(key), key).not.toBeNull()
    expect(registerOfCell('requests.received.total')).toBeNull()
  })

  test.each([
    ['two of one id', [...registers, licensing], 'licensing: there are two of this id'],
    ['a cell nobody counts', registers.filter((one) => one !== fees), 'proactive.fees is counted by no register'],
    ['a day that is none', [{ ...licensing, begins: 'item' }], 'licensing: it begins on item, which is no day of it'],
    ['amounts without an amount', [{ ...licensing, amount: undefined }], 'licensing: it adds up amounts, and has none'],
    [
      'a measure by what is no choice',
      [{ ...licensing, measures: [{ ...licensing.measures[0]!, by: 'item' }] }],
      'licensing: a measure is parted by item, which is no choice of it',
    ],
  ])('says what is wrong with %s', (_, table, fault) => {
    expect(checkRegisters(table as typeof registers)).toContain(fault)
  })

  test('no two figures for prose have one name', () => {
    const keys = registers.flatMap((one) => measuresOf(one).map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('documents of a year', () => {
  const documents = [
    entry({ title: '甲', madeOn: '2019-05-01' }),
    entry({ title: '乙', madeOn: '2025-01-01', leads: true }),
    entry({ title: '丙', madeOn: '2025-12-31', leads: false }),
    entry({ title: '丁', madeOn: '2020-01-01', repealedOn: '2025-06-30' }),
    entry({ title: '戊', madeOn: '2020-01-01', lapsesOn: '2025-12-31' }),
    entry({ title: '己', madeOn: '2020-01-01', lapsesOn: '2026-01-01' }),
    entry({ title: '庚', madeOn: '2020-01-01', lapsesOn: '2025-07-01', repealedOn: '2025-03-01' }),
    entry({ title: '辛', madeOn: '2026-01-01' }),
  ]
  const titles = (counting: 'begun' | 'ended' | 'standing', options = usual) =>
    countEntries(normativeDocuments, counting, documents, 2025, options)
      .entries.map(({ values }) => values.title)
      .join('')

  test('made in it, where this body leads', () => expect(titles('begun')).toBe('乙'))
  test('repealed in it; what lapsed only where the setting says so', () => {
    expect(titles('ended')).toBe('丁庚')
    expect(titles('ended', { lapsedCounts: true })).toBe('丁戊庚')
  })
  test('in force on its last day', () => expect(titles('standing')).toBe('甲乙己'))
})

test('fees are added in 分 and given in 万元, to the last 分', () => {
  const found = countEntries(
    fees,
    'sum',
    [
      entry({ month: '2025-01', item: '甲', amount: 12_345_678 }),
      entry({ month: '2025-12', item: '乙', amount: 1 }),
      entry({ month: '2026-01', item: '丙', amount: 5 }),
    ],
    2025,
    usual,
  )
  expect([found.value, found.entries.length]).toEqual([12.345679, 2])
})

test('whatever the years: in force = last year + made − ended, where what lapses counts as ended', () => {
  const day = fc
    .tuple(fc.integer({ min: 2020, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  const one = fc
    .record({ madeOn: day, repealedOn: fc.option(day, { nil: undefined }), lapsesOn: fc.option(day, { nil: undefined }) })
    .filter(({ madeOn, repealedOn, lapsesOn }) => [repealedOn, lapsesOn].every((end) => end === undefined || end >= madeOn))
  fc.assert(
    fc.property(fc.array(one), fc.integer({ min: 2021, max: 2027 }), (rows, year) => {
      const entries = rows.map((values) =>
        entry(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, string>),
      )
      const options = { lapsedCounts: true }
      const count = (counting: 'begun' | 'ended' | 'standing', of: number) =>
        countEntries(normativeDocuments, counting, entries, of, options).value
      expect(count('standing', year)).toBe(count('standing', year - 1) + count('begun', year) - count('ended', year))
    }),
  )
})
