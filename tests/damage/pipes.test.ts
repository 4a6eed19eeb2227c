import { expect, test } from 'vitest'
import { damagedCase, layoutNames } from './case.ts'
import { hold } from './hold.ts'

const layouts = layoutNames.filter((name) => /^[1-4] /.test(name))

test('damaged tables with pipes are never silently wrong', async () => {
  const tally = await hold('pipes', damagedCase({ layouts, kinds: ['cell', 'structure', 'label', 'mistake'] }), 5000)
  expect(tally.right / tally.told).toBeGreaterThan(0.8)
})
