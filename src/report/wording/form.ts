import type { Sentences } from './index.ts'

/** Sentences of the checks on tables, form, years and law. */
export const formSentences: Sentences = {}
