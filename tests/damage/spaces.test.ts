import { expect, test } from 'vitest'
import { damagedCase, layoutNames } from './case.ts'
import { hold } from './hold.ts'

const kinds = ['cell', 'structure', 'label', 'mistake'] as const

test('damaged text of a PDF is never silently wrong', async () => {
  const layouts = layoutNames.filter((name) => name.startsWith('7 '))
  const tally = await hold('PDF text', damagedCase({ layouts, kinds }), 3000)
  expect(tally.right / tally.told).toBeGreaterThan(0.8)
})

test('numbers run together are read only where each must be one digit', async () => {
  await hold('glued', damagedCase({ layouts: layoutNames.filter((name) => name.startsWith('9 ')), kinds }), 1500)
})

test('text without its repeated lines or without tables gives no number that is not there', async () => {
  await hold('deduplicated', damagedCase({ layouts: layoutNames.filter((name) => name.startsWith('10 ')), kinds }), 1000)
  const tally = await hold('no tables', damagedCase({ layouts: ['11 no tables'], kinds: ['label'], most: 1 }), 200)
  // The reader lists the 2021 form's cells where no table tells the form; none of a report's own figures may pass as given.
  expect(tally.right).toBe(0)
  expect(tally.told).toBe(0)
})
