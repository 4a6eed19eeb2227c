import { terms } from './terms.ts'

/** Every rule a step can name, with its provision. The sentences are in wording/. */
export const deadlineRules = {
  receipt: '《政府信息公开条例》第三十一条',
  'correction-by': terms.correction.source,
  'consultation-by': terms['third-party'].source,
  'correction-asked': terms.correction.source,
  'correction-late': terms.correction.source,
  corrected: terms.correction.source,
  'consultation-sent': '《政府信息公开条例》第三十二条、第三十三条第三款、第三十四条',
  'consultation-answered': '《政府信息公开条例》第三十三条第三款',
  'consultation-lapsed': '《政府信息公开条例》第三十二条、第三十四条',
  'fee-noticed': terms.fee.source,
  'fee-paid': terms.fee.source,
  'fee-late': terms.fee.source,
  extended: terms.extension.source,
  'extension-late': terms.extension.source,
  'delay-agreed': '《政府信息公开条例》第三十五条',
  'delay-rest-day': '《政府信息公开条例》第三十五条',
  reply: terms.reply.source,
  'extended-reply': terms.extension.source,
  provisional: '国务院办公厅当年节假日安排的通知',
} as const

export type DeadlineRule = keyof typeof deadlineRules

/** A step before it is put into words. */
export interface RuleStep {
  readonly date: string
  readonly rule: DeadlineRule
  readonly values: Readonly<Record<string, string | number | boolean>>
}
