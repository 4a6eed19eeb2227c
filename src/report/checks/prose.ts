import type { Check } from '../check.ts'
import { proseChange } from './prose-change.ts'
import { proseContradiction } from './prose-contradiction.ts'
import { proseCount } from './prose-count.ts'
import { proseForeignBody } from './prose-foreign-body.ts'
import { proseImpossible } from './prose-impossible.ts'
import { proseLength } from './prose-length.ts'
import { proseRepeat } from './prose-repeat.ts'
import { proseShare } from './prose-share.ts'
import { proseSilent } from './prose-silent.ts'
import { proseStaleYear } from './prose-stale-year.ts'
import { proseSum } from './prose-sum.ts'
import { proseTable } from './prose-table.ts'
import { proseTone } from './prose-tone.ts'
import { yearsSameText } from './years-same-text.ts'

/** Checks on prose: against itself, against the tables, against other texts. */
export const proseChecks: readonly Check[] = [
  proseSum,
  proseShare,
  proseChange,
  proseTable,
  proseRepeat,
  proseCount,
  proseContradiction,
  proseStaleYear,
  proseForeignBody,
  proseImpossible,
  proseSilent,
  proseLength,
  proseTone,
  yearsSameText,
]
