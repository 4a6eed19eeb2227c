/** Steps as sentences. */
import type { DeadlineRule, RuleStep } from '../rules.ts'
import { english } from './en.ts'
import { chinese } from './zh-CN.ts'

export type StepLanguage = 'zh-CN' | 'en'
export type StepSentences = Readonly<Record<DeadlineRule, (values: RuleStep['values']) => string>>

export const sentenceOf = (rule: DeadlineRule, values: RuleStep['values'], language: StepLanguage): string =>
  (language === 'en' ? english : chinese)[rule](values)
