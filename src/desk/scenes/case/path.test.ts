import { expect, test } from 'vitest'
import type { OutcomeTree } from '../../api-types.ts'
import { walk } from './path.ts'

const leaf = (id: string) => ({ id, row: null, letter: id, cites: [], remedy: 'either' as const, needs: [], withholds: false })
const tree: OutcomeTree = {
  first: { request: 'clear', 'record-correction': 'own-record' },
  questions: [
    {
      id: 'clear',
      source: '',
      answers: [
        { id: 'yes', next: { question: 'held' } },
        { id: 'no', next: { outcome: 'still-unclear' } },
      ],
    },
    {
      id: 'held',
      source: '',
      answers: [
        { id: 'yes', next: { outcome: 'granted' } },
        { id: 'no', next: { outcome: 'not-existing' } },
      ],
    },
    { id: 'own-record', source: '', answers: [{ id: 'yes', next: { outcome: 'granted' } }] },
  ],
  outcomes: ['still-unclear', 'granted', 'not-existing'].map(leaf),
}
const step = (question: string, answer: string) => ({ question, answer, note: '' })

test('without answers the first question of the type is open', () => {
  expect(walk(tree, 'request', []).open?.id).toBe('clear')
  expect(walk(tree, 'record-correction', []).open?.id).toBe('own-record')
})

test('answers lead to the next question, and to a leaf', () => {
  expect(walk(tree, 'request', [step('clear', 'yes')]).open?.id).toBe('held')
  const whole = walk(tree, 'request', [step('clear', 'yes'), step('held', 'no')])
  expect([whole.open, whole.outcome?.id, whole.steps.length]).toEqual([null, 'not-existing', 2])
})

test('what does not follow is left out, not guessed', () => {
  const broken = walk(tree, 'request', [step('clear', 'yes'), step('clear', 'no')])
  expect([broken.open?.id, broken.outcome, broken.steps.length]).toEqual(['held', null, 1])
  expect(walk(tree, 'request', [step('clear', 'perhaps')]).steps).toEqual([])
})
