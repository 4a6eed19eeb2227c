import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  calendarOf,
  type DeadlineEvent,
  dayOf,
  daysLeft,
  deadlineRules,
  dueDate,
  isWorkingDay,
  numberOf,
  problemOf,
  rulerOf,
  workingDaysBetween,
} from './index.ts'

const calendar = calendarOf()
const first = numberOf('2019-06-01')!
const days = fc.integer({ min: first, max: numberOf('2026-06-30')! }).map(dayOf)
const later = (day: string, by: number) => dayOf(numberOf(day)! + by)
const dueOf = (received: string, ...events: DeadlineEvent[]) => dueDate(calendar, { received, events })

describe('working days', () => {
  test('a made-up Saturday counts, a weekday off does not', () => {
    expect(isWorkingDay(calendar, '2025-10-11')).toBe(true)
    expect(isWorkingDay(calendar, '2025-10-08')).toBe(false)
    expect(isWorkingDay(calendar, '2025-10-09')).toBe(true)
  })

  test('a later notice takes back what an earlier one made up', () => expect(isWorkingDay(calendar, '2020-02-01')).toBe(false))

  test('a local day stands before the notices', () => {
    const local = calendarOf({ localDays: [{ day: '2025-09-16', works: false, reason: '台风停工' }] })
    expect(dueDate(local, { received: '2025-09-15', events: [] }).due).toBe('2025-10-20')
  })

  test('beyond the years announced the day is provisional', () => {
    expect(addWorkingDays(calendar, '2026-12-25', 4)).toEqual({ day: '2026-12-31', provisional: false })
    expect(addWorkingDays(calendar, '2026-12-25', 5)).toEqual({ day: '2027-01-01', provisional: true })
  })

  test('each year has the rest days the law gives', () => {
    // 11 days until 2024, 13 from 2025 (全国年节及纪念日放假办法), and two more in 2020, when the Spring Festival was prolonged.
    const off = (year: number) => {
      let count = 0
      for (let day = numberOf(`${year}-01-01`)!; day <= numberOf(`${year}-12-31`)!; day++) if (!isWorkingDay(calendar, dayOf(day))) count++
      return count
    }
    const weekends = (year: number) => {
      let count = 0
      for (let day = numberOf(`${year}-01-01`)!; day <= numberOf(`${year}-12-31`)!; day++)
        if ([0, 6].includes(new Date(day * 86_400_000).getUTCDay())) count++
      return count
    }
    expect([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => off(year) - weekends(year))).toEqual([
      11, 13, 11, 11, 11, 11, 13, 13,
    ])
  })
})

describe('properties', () => {
  test('a later receipt is never due earlier', () =>
    fc.assert(fc.property(days, fc.nat(40), (day, by) => dueOf(day).due! <= dueOf(later(day, by)).due!)))

  test('no last day is a rest day', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (day, extra) => {
        const { due, extendedDue, correctionBy, consultationBy } = dueOf(day, { kind: 'extended', date: day, days: extra })
        return [due!, extendedDue!, correctionBy, consultationBy].every((last) => isWorkingDay(calendar, last))
      }),
    ))

  test('a pause of k working days moves the day by k working days', () =>
    fc.assert(
      fc.property(days, fc.nat(10), fc.nat(20), (day, after, length) => {
        const sent = later(day, after)
        const answered = later(sent, length)
        const paused = Math.min(15, workingDaysBetween(calendar, sent, answered))
        const { due } = dueOf(day, { kind: 'consultation-sent', date: sent }, { kind: 'consultation-answered', date: answered })
        return due === addWorkingDays(calendar, dueOf(day).due!, paused).day
      }),
    ))

  test('an extension by n moves the day by n, and never past the extended day', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (day, extra) => {
        const { due, extendedDue } = dueOf(day, { kind: 'extended', date: day, days: extra })
        return due === addWorkingDays(calendar, dueOf(day).due!, extra).day && due! <= extendedDue!
      }),
    ))

  test('correction and payment start anew, as if received that day', () =>
    fc.assert(
      fc.property(days, fc.nat(6), fc.nat(30), fc.boolean(), (day, after, length, isFee) => {
        const [open, close] = isFee ? (['fee-noticed', 'fee-paid'] as const) : (['correction-asked', 'corrected'] as const)
        const back = later(day, after + length)
        const waiting = dueOf(day, { kind: open, date: later(day, after) })
        const { due } = dueOf(day, { kind: open, date: later(day, after) }, { kind: close, date: back })
        return waiting.due === null && waiting.extendedDue === null && due === dueOf(back).due
      }),
    ))

  test('the order in which events are written does not matter', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 9 }), (day, gap) => {
        const events: DeadlineEvent[] = [
          { kind: 'correction-asked', date: later(day, 1) },
          { kind: 'corrected', date: later(day, 1 + gap) },
          { kind: 'consultation-sent', date: later(day, 2 + gap) },
          { kind: 'extended', date: later(day, 4 + gap), days: gap },
        ]
        return dueOf(day, ...events).due === dueOf(day, ...events.reverse()).due
      }),
    ))

  test('the ruler ends on the last day and its cells agree with the count', () =>
    fc.assert(
      fc.property(days, fc.nat(25), (day, passed) => {
        const today = later(day, passed)
        const { due } = dueOf(day)
        const cells = rulerOf(calendar, { received: day, events: [] }, today)
        const last = cells.find(({ isLast }) => isLast)
        const left = cells.filter(({ state }) => state === 'left' || state === 'provisional').length
        const overdue = cells.filter(({ state }) => state === 'overdue').length
        return last?.day === due && daysLeft(calendar, due!, today) === left - overdue
      }),
    ))
})

describe('what is told besides the day', () => {
  const rules = (received: string, ...events: DeadlineEvent[]) => dueOf(received, ...events).steps.map(({ rule }) => rule)

  test('asking for correction too late', () =>
    expect(rules('2025-09-15', { kind: 'correction-asked', date: '2025-09-25' })).toContain('correction-late'))
  test('extending after the end', () =>
    expect(rules('2025-09-15', { kind: 'extended', date: '2025-10-20', days: 5 })).toContain('extension-late'))
  test('paying after the end', () =>
    expect(rules('2025-09-15', { kind: 'fee-noticed', date: '2025-09-16' }, { kind: 'fee-paid', date: '2025-12-01' })).toContain(
      'fee-late',
    ))
  test('an opinion after its term', () =>
    expect(
      rules('2025-09-15', { kind: 'consultation-sent', date: '2025-09-16' }, { kind: 'consultation-answered', date: '2025-11-01' }),
    ).toContain('consultation-lapsed'))
  test('a delay to a rest day', () => expect(rules('2025-09-15', { kind: 'delay-agreed', date: '2025-12-06' })).toContain('delay-rest-day'))
  test('a day that may yet move', () => {
    const { status, steps } = dueOf('2026-12-20')
    expect(status).toBe('provisional')
    expect(steps.map(({ rule }) => rule)).toContain('provisional')
  })
  test('an extended day that may yet move, of a day that will not', () => {
    const { status, extendedDue, steps } = dueOf('2026-11-20')
    expect(status).toBe('final')
    expect(extendedDue! > '2027').toBe(true)
    expect(steps.at(-1)!.text).toContain('暂定')
  })
  test('every step names its provision, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { steps } = dueDate(
        calendar,
        {
          received: '2025-09-15',
          events: [
            { kind: 'consultation-sent', date: '2025-09-16' },
            { kind: 'consultation-answered', date: '2025-09-22' },
            { kind: 'extended', date: '2025-09-23', days: 3 },
          ],
        },
        language,
      )
      for (const { rule, source, text } of steps) {
        expect(source).toBe(deadlineRules[rule as keyof typeof deadlineRules])
        expect(text).not.toMatch(/undefined|NaN/)
      }
    }
  })
})

test.each([
  ['not-a-day', '2025-02-30', []],
  ['not-a-day', '2025-09-15', [{ kind: 'corrected', date: '2025-9-1' }]],
  ['before-receipt', '2025-09-15', [{ kind: 'correction-asked', date: '2025-09-14' }]],
  [
    'correction-twice',
    '2025-09-15',
    [
      { kind: 'correction-asked', date: '2025-09-16' },
      { kind: 'correction-asked', date: '2025-09-17' },
    ],
  ],
  ['not-asked', '2025-09-15', [{ kind: 'corrected', date: '2025-09-16' }]],
  ['not-consulted', '2025-09-15', [{ kind: 'consultation-answered', date: '2025-09-16' }]],
  ['not-noticed', '2025-09-15', [{ kind: 'fee-paid', date: '2025-09-16' }]],
  [
    'waiting',
    '2025-09-15',
    [
      { kind: 'fee-noticed', date: '2025-09-16' },
      { kind: 'extended', date: '2025-09-17', days: 3 },
    ],
  ],
  ['extension-length', '2025-09-15', [{ kind: 'extended', date: '2025-09-17', days: 21 }]],
  [
    'extension-twice',
    '2025-09-15',
    [
      { kind: 'extended', date: '2025-09-17', days: 3 },
      { kind: 'extended', date: '2025-09-18', days: 3 },
    ],
  ],
  [
    'delay-twice',
    '2025-09-15',
    [
      { kind: 'delay-agreed', date: '2025-11-17' },
      { kind: 'delay-agreed', date: '2025-11-18' },
    ],
  ],
] as const)('%s is refused', (code, received, events) => {
  expect(problemOf(calendar, { received, events })?.code).toBe(code)
  expect(() => dueDate(calendar, { received, events })).toThrow(RangeError)
})
