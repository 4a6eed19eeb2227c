import { expect, test } from 'vitest'
import { receiptDay } from './index.ts'

const facts = { submitted: '2025-03-03', signedFor: '2025-03-05', systemReceived: '2025-03-04', confirmed: '2025-03-06' }

test.each([
  ['in-person', '2025-03-03'],
  ['registered-post', '2025-03-05'],
  ['ordinary-post', '2025-03-06'],
  ['internet', '2025-03-06'],
  ['fax', '2025-03-06'],
  ['e-mail', '2025-03-04'],
] as const)('by %s a request is received on %s', (channel, day) => expect(receiptDay(channel, facts).day).toBe(day))

test('e-mail by the rule a body chose', () => {
  expect(receiptDay('e-mail', facts, 'confirmation').day).toBe('2025-03-06')
  expect(receiptDay('e-mail', { ...facts, confirmed: '2025-03-01' }).day).toBe('2025-03-01')
})

test('without the fact that decides there is no day', () =>
  expect(receiptDay('internet', { submitted: '2025-03-03' })).toEqual({
    day: null,
    fact: 'confirmed',
    source: '《政府信息公开条例》第三十一条第（三）项',
  }))
