/** Names of patterns and grounds, as the rest of the house says them. */
import { redactionWords } from '#words'
import type { Language } from '../../language.tsx'

export const patternWords = (language: Language) => redactionWords[language].patterns
export const groundWords = (language: Language) => redactionWords[language].grounds
export const checkWords = (language: Language) => redactionWords[language].checks
