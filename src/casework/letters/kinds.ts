/**
 * Every paper of a case (law.md §5) as data: to whom, what happens to the case when it is sent, which parts it must have, who reviews it,
 * how it may be delivered. Wording is in templates.ts.
 */
import type { VerbName } from '../machine.ts'
import type { Remedy } from '../outcomes.ts'

export const letterKindIds = [
  /** 登记回执 */ 'receipt',
  /** 补正告知书 (Art. 30) */ 'correction-notice',
  /** 说明理由告知书 (Art. 35) */ 'reasons-notice',
  /** 延迟答复告知书 (Art. 35) */ 'delay-notice',
  /** 延期答复告知书 (Art. 33) */ 'extension-notice',
  /** 第三方意见征询书 (Art. 32) */ 'third-party-consultation',
  /** 征求第三方意见告知书, to the applicant */ 'consultation-notice',
  /** 公开告知书, to the third party overridden in the public interest (Art. 32) */ 'override-notice',
  /** 共同制作机关意见征询书 (Art. 34) */ 'co-maker-consultation',
  /** 协办函 */ 'inquiry',
  /** 请示函, to the competent or the secrecy department (Art. 17) */ 'referral',
  /** 收费通知书 (国办函〔2020〕109号) */ 'fee-notice',
  /** 不再处理告知书: not corrected in time */ 'not-corrected-notice',
  /** 不再处理告知书: not paid in time */ 'unpaid-notice',
  /** 终止办理告知书: withdrawn */ 'withdrawn-notice',
  /** 公开告知书 (Art. 36(2)) */ 'granted',
  /** 已主动公开告知书 (Art. 36(1)) */ 'already-public',
  /** 部分公开告知书 (Art. 37) */ 'partly-granted',
  /** 不予公开告知书 (Art. 14–16, 36(3)) */ 'refused',
  /** 行政查询事项告知书 (Art. 36(7)) */ 'inquiry-regime',
  /** 政府信息不存在告知书 (Art. 36(4)) */ 'not-existing',
  /** 非本机关公开告知书 (Art. 36(5)) */ 'other-organ',
  /** 无现成信息告知书 (Art. 38) */ 'not-ready-made',
  /** 补正后仍不明确告知书 */ 'still-unclear',
  /** 信访、投诉、举报事项告知书 (Art. 39¶1) */ 'petition',
  /** 重复申请告知书 (Art. 36(6)) */ 'duplicate',
  /** 公开出版物告知书 (Art. 39¶2) */ 'publication',
  /** 不予处理告知书 (Art. 35) */ 'excessive',
  /** 已获取信息告知书 */ 'reconfirm',
  /** 非政府信息告知书 (Art. 2) */ 'not-government-information',
  /** 咨询事项告知书 */ 'consultancy',
  /** 更正告知书 (Art. 41) */ 'record-corrected',
  /** 不予更正告知书 (Art. 41) */ 'record-not-corrected',
  /** 更正申请转送告知书 (Art. 41) */ 'record-transferred',
  /** 主动公开移送明细表 (Art. 44) */ 'publication-transfer',
  /** 送达回证 */ 'service-slip',
  /** 审查呈批单 */ 'approval-sheet',
] as const
export type LetterKindId = (typeof letterKindIds)[number]

/** Parts that a letter may have to have. A letter without one of those its kind names cannot be sent. */
export const letterParts = [
  'number',
  'addressee',
  'received',
  'asked',
  'facts',
  'law',
  'reasons',
  'decision',
  'period',
  'consequence',
  'amount',
  'payment',
  'remedy',
  'online-remedy',
  'contact',
  'attachments',
  'seal-date',
] as const
export type LetterPart = (typeof letterParts)[number]

export interface LetterKind {
  readonly id: LetterKindId
  readonly to: 'applicant' | 'third-party' | 'co-maker' | 'section' | 'authority' | 'file'
  /** What sending it does to each of its cases; null where nothing. */
  readonly verb: VerbName | null
  /** Steps of review: those the body set for answers or for notices, the head of the disclosure unit whatever is set (Art. 33), or none. */
  readonly review: 'answer' | 'notice' | 'disclosure-officer' | 'none'
  /** Takes a number of the body's series on approval. */
  readonly numbered: boolean
  readonly parts: readonly LetterPart[]
  readonly remedy: Remedy
  /** The provision that asks for it. */
  readonly source: string
}
