import type { Check } from '../check.ts'

/** Checks on prose: against itself, against the tables, against other texts. */
export const proseChecks: readonly Check[] = []
