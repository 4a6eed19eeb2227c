import { describe, expect, test } from 'vitest'
import { feeAmount, feeWorking } from './fee.ts'

/** 国办函〔2020〕109号; in 元. */
describe('by piece, all in one month', () => {
  test.each([
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [100, 37_000],
  ])('%i pieces: %i', (count, yuan) => expect(feeAmount('piece', 0, count)).toBe(yuan * 100))
})

describe('by page, each request by itself', () => {
  test.each([
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
    [1000, 34_700],
  ])('%i pages: %i', (count, yuan) => expect(feeAmount('page', 0, count)).toBe(yuan * 100))
})

test('each request of a month adds what it adds: charged one by one, or at once, it comes to the same', () => {
  for (const total of [9, 10, 11, 30, 31, 47, 60]) {
    let sum = 0
    for (let before = 0; before < total; before++) sum += feeAmount('piece', before, 1)
    expect(sum, `${total}`).toBe(feeAmount('piece', 0, total))
  }
  expect(feeAmount('piece', 10, 1)).toBe(100_00)
  expect(feeAmount('piece', 30, 5)).toBe(1000_00)
})

test('the working adds up to the amount, its lines follow one another, and none is of what was counted before', () => {
  for (const mode of ['piece', 'page'] as const)
    for (const before of mode === 'piece' ? [0, 9, 10, 29, 30, 35] : [0])
      for (const count of [1, 5, 30, 101, 250]) {
        const lines = feeWorking(mode, before, count)
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(feeAmount(mode, before, count))
        expect(lines[0]!.first).toBe(before + 1)
        expect(lines.at(-1)!.last).toBe(before + count)
        lines.slice(1).forEach((line, index) => {
          expect(line.first).toBe(lines[index]!.last + 1)
        })
        for (const { first, last, count: many, each, amount } of lines) expect([last - first + 1, many * each]).toEqual([many, amount])
      }
})
