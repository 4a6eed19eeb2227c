import { expect, test } from 'vitest'
import { damagedCase } from './case.ts'
import { hold } from './hold.ts'

const kinds = ['cell', 'structure', 'label', 'mistake'] as const

test('damaged HTML is never silently wrong', async () => {
  const tally = await hold('HTML', damagedCase({ layouts: ['8 HTML'], kinds }), 3000)
  expect(tally.right / tally.told).toBeGreaterThan(0.9)
})

test('damaged Word files are never silently wrong', async () => {
  const tally = await hold('Word', damagedCase({ layouts: ['Word'], kinds }), 400)
  expect(tally.right / tally.told).toBeGreaterThan(0.9)
})
