import { expect, test } from 'vitest'
import type { RulerCell } from '../../api-types.ts'
import { marksOf } from './marks.ts'

const ruler = (states: string): RulerCell[] =>
  [...states].map((letter, at) => ({
    day: `2026-01-${String(at + 1).padStart(2, '0')}`,
    state: ({ u: 'used', p: 'paused', l: 'left' } as const)[letter as 'u' | 'p' | 'l'],
    isLast: at === states.length - 1,
  }))

test('a clock is marked where it begins, pauses, goes on, and today', () => {
  expect(marksOf(ruler('uuuuuppppppuuuuulll'), '2026-01-16').map(({ kind, at, line }) => [kind, at, line])).toEqual([
    ['start', 0, 1],
    ['pause', 5, 1],
    ['resume', 11, 1],
    ['today', 15, 1],
  ])
})

test('marks too near one another go a line down instead of over one another', () => {
  expect(marksOf(ruler('ppul'), '2026-01-04').map(({ kind, line }) => [kind, line])).toEqual([
    ['pause', 1],
    ['resume', 2],
    ['today', 3],
  ])
})

test('a ruler without cells has no marks', () => {
  expect(marksOf([], '2026-01-04')).toEqual([])
})
