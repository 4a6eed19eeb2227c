import type { Check } from '../check.ts'
import { proseRepeat } from './prose-repeat.ts'
import { proseShare } from './prose-share.ts'
import { proseSum } from './prose-sum.ts'

/** Checks on prose: against itself, against the tables, against other texts. */
export const proseChecks: readonly Check[] = [proseSum, proseShare, proseRepeat]
