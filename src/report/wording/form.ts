import { headSentences } from './head.ts'
import type { Sentences } from './index.ts'
import { tableSentences } from './tables.ts'

/** Sentences of the checks on tables, form, years and law. */
export const formSentences: Sentences = { ...tableSentences, ...headSentences }
