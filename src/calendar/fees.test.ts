import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FeeMode, informationFee } from './fees.ts'

describe('fixtures/deadlines/fees.txt', () => {
  const lines = readFileSync('fixtures/deadlines/fees.txt', 'utf8')
    .split('\n')
    .filter((line) => /^p/.test(line))
  test.each(lines)('%s', (line) => {
    const [mode, count, yuan] = line.split(' | ') as [FeeMode, string, string]
    expect(informationFee(mode, Number(count)).amount).toBe(Number(yuan) * 100)
  })
})

test('the working shows each bracket, and adds up', () => {
  expect(informationFee('piece', 35).working).toEqual([
    { first: 1, last: 10, count: 10, each: 0, amount: 0 },
    { first: 11, last: 30, count: 20, each: 100_00, amount: 2000_00 },
    { first: 31, last: 35, count: 5, each: 200_00, amount: 1000_00 },
  ])
  fc.assert(
    fc.property(fc.constantFrom<FeeMode>('piece', 'page'), fc.nat(3000), (mode, count) => {
      const { working, amount } = informationFee(mode, count)
      expect(working.reduce((sum, line) => sum + line.count, 0)).toBe(count)
      expect(working.reduce((sum, line) => sum + line.count * line.each, 0)).toBe(amount)
      expect(informationFee(mode, count + 1).amount - amount).toBeGreaterThanOrEqual(working.at(-1)?.each ?? 0)
    }),
  )
})

test.each([-1, 1.5, Number.NaN, 100_001])('%d is no number of pieces', (count) => {
  expect(() => informationFee('piece', count)).toThrow(RangeError)
})

test('the most that is taken is still counted in whole 分', () => {
  expect(Number.isSafeInteger(informationFee('piece', 100_000).amount)).toBe(true)
})
