import { expect, test } from 'vitest'
import { numberOf } from './days.ts'
import { type Term, terms } from './terms.ts'

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
  })
})
