import { expect, test } from 'vitest'
import type { CaseDetail } from '../../api-types.ts'
import { dataOf, initialOf, openOf } from './verbs.ts'

const folded = { fee: { noticedOn: '2026-01-05', amount: 12_345, paidOn: null, lapsedOn: null }, internalDue: null } as const
const some = (more: object) => ({ folded: { ...folded, ...more } }) as unknown as CaseDetail

test('yuan become 分 without the errors of halves, and numbers numbers', () => {
  expect(dataOf('record-payment', { amount: '123.45', receipt: 'A1' })).toEqual({ amount: 12_345, receipt: 'A1' })
  expect(dataOf('record-payment', { amount: '0.29', receipt: 'A1' })).toEqual({ amount: 29, receipt: 'A1' })
  expect(dataOf('log-search', { where: '档案室', terms: '年份', found: '0', text: '' })).toEqual({
    where: '档案室',
    terms: '年份',
    found: 0,
  })
})

test('the amount that was noticed stands there at first', () => {
  expect(initialOf('record-payment', some({}), '2026-01-20')).toEqual({ on: '2026-01-20', amount: '123.45', receipt: '' })
})

test('what is left empty is unsaid, but a person may be taken away', () => {
  expect(dataOf('notice-fee', { mode: 'page', count: '31', before: '' })).toEqual({ mode: 'page', count: 31 })
  expect(dataOf('assign', { personId: '', sectionId: '', note: '' })).toEqual({ personId: null, sectionId: null })
})

test('lateness is told whole or not at all', () => {
  expect(dataOf('answer', { method: 'post', 'late.reason': '', 'late.sectionId': 's' })).toEqual({ method: 'post' })
  expect(dataOf('answer', { method: 'post', 'late.reason': '征求意见拖延', 'late.sectionId': '' })).toEqual({
    method: 'post',
    late: { reason: '征求意见拖延', sectionId: null },
  })
})

test('only what is still open can be answered', () => {
  const one = some({
    inquiries: [
      { id: 'a', name: '地籍股', answeredOn: '2026-01-06' },
      { id: 'b', name: '档案室', answeredOn: null },
    ],
  })
  expect(openOf('of-inquiries', one)).toEqual([['b', '档案室']])
  expect(initialOf('chase-inquiry', one, '2026-01-20').id).toBe('b')
})
