import { expect, test } from 'vitest'
import { damagedCase, layoutNames } from './case.ts'
import { hold } from './hold.ts'

const layouts = layoutNames.filter((name) => /^[56] /.test(name))

test('damaged tables one cell a line, or one row a line with tabs, are never silently wrong', async () => {
  const tally = await hold('lines and tabs', damagedCase({ layouts, kinds: ['cell', 'structure', 'label', 'mistake'] }), 5000)
  expect(tally.right / tally.told).toBeGreaterThan(0.8)
})
