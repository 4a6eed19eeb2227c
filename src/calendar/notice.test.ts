import { expect, test } from 'vitest'
import { dayOf } from './days.ts'
import { readNotices, weekdaysOff } from './notice.ts'
import { noticeProblemSentence } from './wording/index.ts'
import { shippedNotices } from './years/index.ts'

const good = {
  year: 2027,
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  number: '',
  issuedOn: '2026-11-05',
  source: 'https://www.gov.cn/',
  off: ['2027-01-01/2027-01-03', '2027-05-03'],
  madeUp: ['2027-05-08'],
}

test('one notice or a list, as they are shipped', () => {
  expect(readNotices(good)).toEqual({ notices: [good], problem: null })
  expect(readNotices(JSON.parse(JSON.stringify(shippedNotices)))).toEqual({ notices: shippedNotices, problem: null })
})

test('the rest of 元旦 may begin in the December before', () => {
  expect(readNotices({ ...good, off: ['2026-12-31/2027-01-03'] }).problem).toBeNull()
})

test.each([
  ['text', 'not-a-notice', ''],
  [{ ...good, year: '2027' }, 'field-missing', 'year'],
  [{ ...good, year: 2207 }, 'year-out-of-range', 'year'],
  [{ ...good, title: undefined }, 'field-missing', 'title'],
  [{ ...good, number: undefined }, 'field-missing', 'number'],
  [{ ...good, issuedOn: '2026-11-31' }, 'day-wrong', 'issuedOn'],
  [{ ...good, off: '2027-01-01' }, 'field-missing', 'off'],
  [{ ...good, off: [20270101] }, 'field-missing', 'off'],
  [{ ...good, madeUp: undefined }, 'field-missing', 'madeUp'],
  [{ ...good, off: ['2027-02-29'] }, 'day-wrong', 'off'],
  [{ ...good, off: ['2027-01-03/2027-01-01'] }, 'day-wrong', 'off'],
  [{ ...good, off: ['2027-01-01/2027-01-02/2027-01-03'] }, 'day-wrong', 'off'],
  [{ ...good, off: ['2026-10-01'] }, 'day-of-other-year', 'off'],
  [{ ...good, madeUp: ['2028-01-01'] }, 'day-of-other-year', 'madeUp'],
  [{ ...good, madeUp: ['2027-05-07'] }, 'made-up-on-weekday', 'madeUp'],
  [{ ...good, madeUp: ['2027-01-03'] }, 'off-and-made-up', 'madeUp'],
  [{ ...good, off: [] }, 'nothing-off', 'off'],
])('%j: %s %s', (value, code, field) => {
  const { problem } = readNotices([good, value])
  expect(problem).toMatchObject({ code, field, notice: 1 })
  for (const language of ['zh-CN', 'en'] as const) expect(noticeProblemSentence(problem!, language)).toMatch(/2.{8,}/)
})

test('weekdays off leave weekends out', () => {
  expect(weekdaysOff(good).map(dayOf)).toEqual(['2027-01-01', '2027-05-03'])
})
