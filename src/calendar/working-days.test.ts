import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, isWeekend, mustNumber, yearOf } from './days.ts'
import type { RestNotice } from './notice.ts'
import { addWorkingDays, calendarOf, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.ts'
import { shippedNotices } from './years/index.ts'

const shipped = calendarOf()
const notice = (year: number, off: readonly string[], more: Partial<RestNotice> = {}): RestNotice => ({
  year,
  title: `${year} 年的安排`,
  number: '',
  issuedOn: `${year - 1}-11-04`,
  source: 'made up',
  off,
  madeUp: [],
  ...more,
})

describe('the shipped notices', () => {
  const lines = readFileSync('fixtures/deadlines/days.txt', 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
  test.each(lines)('%s', (line) => {
    const [year, off, worked] = line.split(' | ') as [string, string, string]
    const days = (text: string) =>
      text
        .split(' ')
        .slice(1)
        .map((day) => `${year}-${day}`)
    const differing = [...shipped.exceptions].filter(([day, works]) => yearOf(day) === Number(year) && works === isWeekend(day))
    const told = (works: boolean) =>
      differing
        .filter((each) => each[1] === works)
        .map(([day]) => dayOf(day))
        .sort()
    expect(told(false)).toEqual(days(off))
    expect(told(true)).toEqual(days(worked))
  })

  test.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(workingDaysBetween(shipped, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count)
  })

  test('each says where it is from, and changes only weekdays off and weekends worked', () => {
    for (const { title, number, source, issuedOn, madeUp, year } of shippedNotices) {
      expect(title).toMatch(/^国务院办公厅关于.*的通知$/)
      expect(number).toMatch(/^国办发明电〔20\d\d〕\d+号$/)
      expect(source).toMatch(/^https:\/\/www\.gov\.cn\//)
      expect(yearOf(mustNumber(issuedOn))).toBeLessThanOrEqual(year)
      for (const day of madeUp) expect(isWeekend(mustNumber(day))).toBe(true)
    }
    expect([...shipped.announced]).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  test('changes made within a year count', () => {
    expect(isWorkingDay(shipped, '2019-05-02')).toBe(false)
    expect(isWorkingDay(shipped, '2019-05-05')).toBe(true)
    expect(isWorkingDay(shipped, '2020-01-31')).toBe(false)
    expect(isWorkingDay(shipped, '2020-02-01')).toBe(false)
    expect(isWorkingDay(shipped, '2020-02-03')).toBe(true)
  })
})

describe('counting', () => {
  test.each([
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-20', 0, '2026-02-20'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-02-20', -1, '2026-02-14'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-01-04', -1, '2025-12-31'],
    ['2024-12-31', 248, '2025-12-31'],
    ['2024-12-31', 249, '2026-01-04'],
  ])('%s and %i working days is %s', (day, count, expected) =>
    expect(addWorkingDays(shipped, day, count)).toEqual({ day: expected, provisional: false }),
  )

  test('a year not announced is Monday to Friday, provisionally, and only where a day of it is counted', () => {
    expect(addWorkingDays(shipped, '2026-12-30', 1)).toEqual({ day: '2026-12-31', provisional: false })
    expect(addWorkingDays(shipped, '2026-12-31', 1)).toEqual({ day: '2027-01-01', provisional: true })
    expect(addWorkingDays(shipped, '2018-12-31', 1)).toEqual({ day: '2019-01-02', provisional: false })
    expect(addWorkingDays(shipped, '2027-01-08', 0)).toEqual({ day: '2027-01-08', provisional: false })
  })

  test('the next working day is the day itself where it is one', () => {
    expect(nextWorkingDay(shipped, '2026-02-14').day).toBe('2026-02-14')
    expect(nextWorkingDay(shipped, '2026-02-15')).toEqual({ day: '2026-02-24', provisional: false })
    expect(nextWorkingDay(shipped, '2027-05-03')).toEqual({ day: '2027-05-03', provisional: true })
  })

  test('adding and counting are each other’s inverse, on any day and in both directions', () => {
    const day = fc.integer({ min: mustNumber('2018-01-01'), max: mustNumber('2029-12-31') }).map(dayOf)
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), (from, count) => {
        const { day: to } = addWorkingDays(shipped, from, count)
        expect(workingDaysBetween(shipped, from, to)).toBe(count)
        expect(isWorkingDay(shipped, to)).toBe(true)
        const back = addWorkingDays(shipped, to, -count).day
        expect(back <= from).toBe(true)
        expect(workingDaysBetween(shipped, back, from)).toBe(0)
      }),
    )
  })

  test('what is no day or no whole number is refused', () => {
    expect(() => addWorkingDays(shipped, '2025-02-30', 1)).toThrow(RangeError)
    expect(() => addWorkingDays(shipped, '2025-02-28', 1.5)).toThrow(RangeError)
    expect(() => isWorkingDay(shipped, 'today')).toThrow(RangeError)
    expect(() => calendarOf({ notices: [notice(2027, ['2027-02-30'])] })).toThrow(RangeError)
    expect(() => calendarOf({ notices: [notice(2027, ['2027-02-03/2027-02-01'])] })).toThrow(RangeError)
  })
})

describe('notices over one another', () => {
  test('a year becomes final once its notice is loaded', () => {
    const loaded = calendarOf({ notices: [...shippedNotices, notice(2027, ['2027-01-01/2027-01-03'])] })
    expect(addWorkingDays(loaded, '2026-12-31', 1)).toEqual({ day: '2027-01-04', provisional: false })
  })

  test('a later notice takes the place of the year’s earlier one, changes and all; a change is laid over it', () => {
    const first = notice(2027, ['2027-01-01', '2027-01-04'])
    const change = notice(2027, ['2027-01-05'], { isChange: true, issuedOn: '2026-12-01' })
    expect(addWorkingDays(calendarOf({ notices: [change, first] }), '2026-12-31', 1).day).toBe('2027-01-06')
    const second = notice(2027, ['2027-01-01'], { issuedOn: '2026-12-20' })
    expect(addWorkingDays(calendarOf({ notices: [second, change, first] }), '2026-12-31', 1).day).toBe('2027-01-04')
  })

  test('of two issued on one day the one given later counts', () => {
    const one = notice(2027, ['2027-01-01'])
    const other = notice(2027, ['2027-01-04'])
    expect(isWorkingDay(calendarOf({ notices: [one, other] }), '2027-01-01')).toBe(true)
    expect(isWorkingDay(calendarOf({ notices: [other, one] }), '2027-01-01')).toBe(false)
  })

  test('local days stand before every notice', () => {
    const local = calendarOf({
      localDays: [
        { day: '2026-03-19', works: false, reason: '台风停工' },
        { day: '2026-02-16', works: true, reason: '值班' },
      ],
    })
    expect(isWorkingDay(local, '2026-03-19')).toBe(false)
    expect(isWorkingDay(local, '2026-02-16')).toBe(true)
    expect(addWorkingDays(local, '2026-03-18', 1).day).toBe('2026-03-20')
  })
})

test('a hundred thousand additions take no second', () => {
  const begun = performance.now()
  for (let count = 0; count < 100_000; count++) addWorkingDays(shipped, '2025-09-15', 20 + (count % 40))
  expect(performance.now() - begun).toBeLessThan(1000)
})
