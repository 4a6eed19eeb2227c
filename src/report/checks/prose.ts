import type { Check } from '../check.ts'
import { proseChange } from './prose-change.ts'
import { proseRepeat } from './prose-repeat.ts'
import { proseShare } from './prose-share.ts'
import { proseSum } from './prose-sum.ts'
import { proseTable } from './prose-table.ts'

/** Checks on prose: against itself, against the tables, against other texts. */
export const proseChecks: readonly Check[] = [proseSum, proseShare, proseChange, proseTable, proseRepeat]
