import { expect, test } from 'vitest'
import { cellKeys } from '#report'
import { holds, identitiesOf } from './identities.ts'

const empty = Object.fromEntries(
  cellKeys('2021')
    .filter((key) => !key.startsWith('proactive'))
    .map((key) => [key, 0]),
)

test('seven columns twice, every row, three groups', () => {
  const all = identitiesOf(empty)
  expect(all.filter(({ kind }) => kind === 'balance')).toHaveLength(7)
  expect(all.filter(({ kind }) => kind === 'concluded')).toHaveLength(7)
  expect(all.filter(({ kind }) => kind === 'total')).toHaveLength(25)
  expect(all.filter(({ kind }) => kind === 'group')).toHaveLength(3)
  expect(all.every(holds)).toBe(true)
})

test('one case too many breaks the column it stands in, and its row', () => {
  const broken = identitiesOf({ ...empty, 'requests.granted.naturalPerson': 1 }).filter((one) => !holds(one))
  expect(broken.map(({ kind, left, right }) => [kind, left, right])).toEqual([
    ['concluded', 1, 0],
    ['total', 1, 0],
  ])
})

test('a figure that is not there does not pass for 0', () => {
  const { 'requests.received.enterprise': _, ...without } = empty
  expect(
    identitiesOf(without)
      .filter((one) => !holds(one))
      .map(({ kind }) => kind),
  ).toEqual(['balance', 'total'])
})
