import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, firstOfYear, numberOf, plusDays, weekdayOf, yearOf } from './days.ts'

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['2025-09-15', 20_346],
  ['0001-01-01', -719_162],
  ['9999-12-31', 2_932_896],
])('%s is day %i', (day, number) => {
  expect(numberOf(day)).toBe(number)
  expect(dayOf(number)).toBe(day)
})

test.each([
  '2025-02-30',
  '2025-02-29',
  '2100-02-29',
  '2025-13-01',
  '2025-00-10',
  '2025-04-31',
  '2025-4-3',
  '0000-01-01',
  '2025-09-15 ',
  '2025/09/15',
  '２０２５-09-15',
  '2025-09-15T00:00',
  '',
])('“%s” is no day', (text) => expect(numberOf(text)).toBeNull())

test('days agree with those of the platform, through every kind of year', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
      const date = new Date(number * 86_400_000)
      expect(dayOf(number)).toBe(date.toISOString().slice(0, 10))
      expect(numberOf(dayOf(number))).toBe(number)
      expect(weekdayOf(number)).toBe(date.getUTCDay())
      expect(yearOf(number)).toBe(date.getUTCFullYear())
    }),
    { numRuns: 5000 },
  )
})

test('a year begins the day after the one before ends', () => {
  for (let year = 2; year < 4000; year++) {
    const name = (one: number) => String(one).padStart(4, '0')
    expect(dayOf(firstOfYear(year))).toBe(`${name(year)}-01-01`)
    expect(dayOf(firstOfYear(year) - 1)).toBe(`${name(year - 1)}-12-31`)
  }
})

test('moving beyond what four digits can write is refused', () => {
  expect(() => plusDays('9999-12-31', 1)).toThrow(RangeError)
  expect(() => plusDays('0001-01-01', -1)).toThrow(RangeError)
})
