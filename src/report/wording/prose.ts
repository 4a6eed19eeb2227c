import type { Sentences } from './index.ts'

/** Sentences of the checks on prose. */
export const proseSentences: Sentences = {}
