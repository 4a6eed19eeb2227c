import { expect, test } from 'vitest'
import { damagedCase, layoutNames, textLayoutOf } from './case.ts'
import { hold } from './hold.ts'

const plain = layoutNames.filter((name) => textLayoutOf(name)?.plain || name === '8 HTML')
const cuttable = layoutNames.filter((name) => name !== 'Word' && name !== '11 no tables')

test('damaged words cost hardly a number', async () => {
  const tally = await hold('labels', damagedCase({ layouts: plain, kinds: ['label'] }), 3000)
  expect(tally.right / tally.told).toBeGreaterThanOrEqual(0.99)
})

test('a text that stops anywhere is never silently wrong', async () => {
  await hold('cut off', damagedCase({ layouts: cuttable, kinds: ['label', 'cell'], most: 1, cut: true }), 3000)
})
