import { expect, test } from 'vitest'
import { parseEvent } from './events.ts'
import { daysLeft, ruler, rulerOf } from './ruler.ts'
import { calendarOf } from './working-days.ts'

const shipped = calendarOf()
/** The ruler as one character a cell: u used, p paused, l left, ? provisional, o overdue; the last day in capitals. */
const drawn = (received: string, today: string, ...events: readonly string[]) => {
  const { cells, daysLeft: left, notShown } = ruler(shipped, { received, events: events.map((text) => parseEvent(text)!) }, today)
  const signs = { used: 'u', paused: 'p', left: 'l', provisional: '?', overdue: 'o' }
  return [cells.map(({ state, isLast }) => (isLast ? signs[state].toUpperCase() : signs[state])).join(''), left, notShown]
}

test.each([
  ['2025-09-15', '2025-09-15', [], 'lllllllllllllllllllL', 20],
  ['2025-09-15', '2025-09-19', [], 'uuuulllllllllllllllL', 16],
  ['2025-09-15', '2025-10-17', [], 'uuuuuuuuuuuuuuuuuuuU', 0],
  ['2025-09-15', '2025-10-18', [], 'uuuuuuuuuuuuuuuuuuuU', -1],
  ['2025-09-15', '2025-10-21', [], 'uuuuuuuuuuuuuuuuuuuUoo', -2],
  ['2025-09-15', '2025-09-26', ['consultation-sent@2025-09-18', 'consultation-answered@2025-09-24'], 'uuuppppuullllllllllllllL', 15],
  ['2025-09-15', '2025-10-10', ['correction-asked@2025-09-17', 'corrected@2025-10-09'], 'ullllllllllllllllllL', 19],
  ['2026-12-22', '2026-12-25', [], 'uuullll?????????????', 17],
] as const)('%s on %s after %j: %s', (received, today, events, cells, left) => {
  expect(drawn(received, today, ...events)).toEqual([cells, left, 0])
})

test('a clock that waits has no cells and no days left', () => {
  expect(drawn('2025-09-15', '2025-09-20', 'fee-noticed@2025-09-17')).toEqual(['', null, 0])
})

test('a date agreed on a rest day has a cell of its own', () => {
  const { cells } = ruler(shipped, { received: '2025-09-15', events: [{ kind: 'delay-agreed', date: '2025-10-19' }] }, '2025-09-15')
  expect(cells.slice(-2)).toEqual([
    { day: '2025-10-17', state: 'left', isLast: false },
    { day: '2025-10-19', state: 'left', isLast: true },
  ])
})

test('a clock overdue for a year is a number, not a picture', () => {
  const { cells, daysLeft: left, notShown } = ruler(shipped, { received: '2024-09-13', events: [] }, '2025-09-15')
  expect(cells.filter(({ state }) => state === 'overdue')).toHaveLength(20)
  expect(notShown).toBe(-left! - 20)
})

test('exactly one cell is the last, and paused days are as many as the clock stood', () => {
  const { cells } = ruler(shipped, { received: '2025-09-15', events: [{ kind: 'consultation-sent', date: '2025-09-18' }] }, '2025-09-15')
  expect(cells.filter(({ isLast }) => isLast).map(({ day }) => day)).toEqual(['2025-11-07'])
  expect(cells.filter(({ state }) => state === 'paused')).toHaveLength(15)
  expect(cells).toHaveLength(35)
})

test('input that makes no sense has no ruler', () => {
  const input = { received: '2025-09-15', events: [{ kind: 'corrected', date: '2025-09-20' }] } as const
  expect(() => ruler(shipped, input, '2025-09-20')).toThrow(RangeError)
  expect(rulerOf(shipped, input, '2025-09-20')).toEqual([])
})

test.each([
  ['2025-10-17', '2025-10-15', 2],
  ['2025-10-17', '2025-10-17', 0],
  ['2025-10-17', '2025-10-19', -1],
  ['2025-10-17', '2025-10-20', -1],
  ['2025-10-17', '2025-10-21', -2],
  ['2025-10-11', '2025-10-01', 3],
])('due %s, today %s: %i left', (due, today, left) => expect(daysLeft(shipped, due, today)).toBe(left))
