import { expect, test } from 'vitest'
import { numberOf } from './days.ts'
import { endOfTerm, type Term, terms } from './terms.ts'
import { calendarOf } from './working-days.ts'

test.each(Object.entries(terms) as [string, Term][])('%s has a length or a date, its provision and both names', (id, term) => {
  expect(term.id).toBe(id)
  expect(term.length > 0).toBe(term.unit !== 'date')
  if (term.unit === 'date') expect(numberOf(`2026-${term.date}`)).not.toBeNull()
  expect(term.source).toMatch(/^(《.+》第.+条|国办函〔2020〕109号)/)
  expect(numberOf(term.since)).not.toBeNull()
  for (const language of ['zh-CN', 'en'] as const) expect(Object.values(term[language]).every((text) => text.length > 1)).toBe(true)
})

test('the terms of the Regulation', () => {
  const lengths = Object.fromEntries(Object.values(terms).map(({ id, length, unit }) => [id, `${length} ${unit}`]))
  expect(lengths).toMatchObject({
    proactive: '20 working-day',
    correction: '7 working-day',
    reply: '20 working-day',
    extension: '20 working-day',
    'third-party': '15 working-day',
    'co-maker': '15 working-day',
    fee: '20 working-day',
    reconsideration: '60 day',
    'litigation-after-reconsideration': '15 day',
    litigation: '6 month',
    'reconsideration-acceptance': '5 working-day',
    'reconsideration-answer': '10 working-day',
    'reconsideration-answer-simple': '5 working-day',
    'court-answer': '15 day',
    'appeal-answer': '15 day',
    'retrial-answer': '15 day',
  })
})

test.each([
  // Over New Year 2026 (1–3 January off, Sunday the 4th worked) and the National Day (1–7 October off, Saturday the 10th worked).
  ['reconsideration-answer', '2025-12-29', '2026-01-13', false],
  ['reconsideration-answer-simple', '2025-12-29', '2026-01-06', false],
  ['reconsideration-answer-simple', '2026-09-29', '2026-10-12', false],
  ['reconsideration-acceptance', '2026-02-13', '2026-02-27', false],
  // Fifteen days that would end in the rest days of New Year or on a Saturday end on the first day worked.
  ['court-answer', '2025-12-18', '2026-01-04', false],
  ['court-answer', '2026-03-06', '2026-03-23', false],
  ['court-answer', '2026-03-02', '2026-03-17', false],
  ['appeal-answer', '2026-09-25', '2026-10-10', false],
  ['court-answer', '2031-12-20', '2032-01-05', true],
] as const)('%s from %s ends on %s', (id, since, day, provisional) => {
  expect(endOfTerm(calendarOf(), terms[id], since)).toEqual({ day, provisional })
})

test('a term of months has no end here', () => {
  expect(() => endOfTerm(calendarOf(), terms.litigation, '2026-01-01')).toThrow(RangeError)
})
