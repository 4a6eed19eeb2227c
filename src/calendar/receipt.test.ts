import { describe, expect, test } from 'vitest'
import { channels, receiptDay } from './receipt.ts'

const facts = { submitted: '2026-03-02', signedFor: '2026-03-03', systemReceived: '2026-03-04', confirmed: '2026-03-06' }

test.each([
  ['in-person', '2026-03-02', '2026-03-02'],
  ['registered-post', '2026-03-03', '2026-03-03'],
  ['ordinary-post', '2026-03-06', '2026-03-03'],
  ['internet', '2026-03-06', '2026-03-02'],
  ['fax', '2026-03-06', '2026-03-02'],
  ['e-mail', '2026-03-04', '2026-03-04'],
] as const)('%s: received %s, safest %s', (channel, day, safest) => {
  expect(receiptDay(channel, facts)).toMatchObject({ day, safest })
})

describe('e-mail, on which two provisions differ', () => {
  test.each([
    ['system', '2026-03-04'],
    ['confirmation', '2026-03-06'],
    ['earlier', '2026-03-04'],
  ] as const)('by %s', (by, day) => expect(receiptDay('e-mail', facts, by).day).toBe(day))
  test('the earlier may be the confirmation', () => {
    expect(receiptDay('e-mail', { ...facts, confirmed: '2026-03-03' }).day).toBe('2026-03-03')
    expect(receiptDay('e-mail', { confirmed: '2026-03-06' }).day).toBe('2026-03-06')
  })
})

test('nothing is made up where the fact that decides is missing', () => {
  expect(receiptDay('internet', { submitted: '2026-03-02' })).toMatchObject({ day: null, fact: 'confirmed', safest: '2026-03-02' })
  expect(receiptDay('registered-post', {})).toMatchObject({ day: null, fact: 'signedFor', safest: null })
})

test('every channel gives its provision and its reason', () => {
  for (const channel of channels) {
    const { source, reason } = receiptDay(channel, facts)
    expect(source).toMatch(/第三十一条第（[一二三]）项/)
    expect(reason['zh-CN']).toMatch(/之日|较早/)
    expect(reason.en.length).toBeGreaterThan(20)
  }
})

test('a fact that is no day is refused', () => {
  expect(() => receiptDay('internet', { confirmed: '2026-02-30' })).toThrow(RangeError)
})
