import type { Check } from '../check.ts'

/** Checks on tables, form, years and law. */
export const formChecks: readonly Check[] = []
