import type { Check } from '../check.ts'
import { formChecks } from './form.ts'
import { proseChecks } from './prose.ts'

/** Every rule, in the order of the report. */
export const checks: readonly Check[] = [...formChecks, ...proseChecks]
