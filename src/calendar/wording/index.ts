/** Steps, refusals and reasons as sentences. */
import type { DeadlineProblem } from '../model.ts'
import type { NoticeProblem } from '../notice.ts'
import type { DeadlineRule, StepValues } from '../rules.ts'
import { english } from './en.ts'
import { type CalendarSentences, chinese } from './zh-CN.ts'

export type StepLanguage = 'zh-CN' | 'en'

const sentences: Readonly<Record<StepLanguage, CalendarSentences>> = { 'zh-CN': chinese, en: english }

export const sentenceOf = (rule: DeadlineRule, values: StepValues, language: StepLanguage): string =>
  sentences[language].steps[rule](values)

/** What is wrong with the input, where, and what to do. */
export const problemSentence = (problem: DeadlineProblem, language: StepLanguage = 'zh-CN'): string =>
  sentences[language].problems[problem.code](problem)

/** What is wrong with a notice, where, and what to do. */
export const noticeProblemSentence = (problem: NoticeProblem, language: StepLanguage = 'zh-CN'): string =>
  sentences[language].notices[problem.code](problem)
