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
  /** Name of the paper, after the body's name in its title. */
  readonly title: string
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

type Data = Omit<LetterKind, 'id' | 'source'> & { readonly source: string }

const regulation = '《政府信息公开条例》'
/** What every answer has (Art. 36; 国办公开办函〔2016〕235号). */
const answerParts = ['number', 'addressee', 'received', 'asked', 'facts', 'law', 'decision', 'remedy', 'contact', 'seal-date'] as const
const noticeParts = ['number', 'addressee', 'received', 'law', 'contact', 'seal-date'] as const

const answer = (title: string, source: string, more: Partial<Data> = {}): Data => ({
  title,
  to: 'applicant',
  verb: 'answer',
  review: 'answer',
  numbered: true,
  parts: answerParts,
  remedy: 'either',
  source: `${regulation}${source}`,
  ...more,
})
const notice = (title: string, source: string, more: Partial<Data>): Data => ({
  title,
  to: 'applicant',
  verb: null,
  review: 'notice',
  numbered: true,
  parts: noticeParts,
  remedy: 'none',
  source: source.startsWith('《') || source.startsWith('国') ? source : `${regulation}${source}`,
  ...more,
})
const reasoned = [...answerParts.slice(0, 6), 'reasons', ...answerParts.slice(6)] as const

const data: Readonly<Record<LetterKindId, Data>> = {
  receipt: notice('政府信息公开申请登记回执', '第三十一条', {
    review: 'none',
    numbered: false,
    parts: ['addressee', 'received', 'asked', 'period', 'contact', 'seal-date'],
  }),
  'correction-notice': notice('政府信息公开申请补正告知书', '第三十条', {
    verb: 'ask-correction',
    parts: ['number', 'addressee', 'received', 'asked', 'facts', 'law', 'period', 'consequence', 'contact', 'seal-date'],
  }),
  'reasons-notice': notice('政府信息公开申请说明理由告知书', '第三十五条', {
    verb: 'ask-reasons',
    parts: ['number', 'addressee', 'received', 'facts', 'law', 'period', 'consequence', 'contact', 'seal-date'],
  }),
  'delay-notice': notice('政府信息公开申请延迟答复告知书', '第三十五条', {
    verb: 'fix-delay',
    parts: ['number', 'addressee', 'received', 'reasons', 'law', 'period', 'contact', 'seal-date'],
  }),
  'extension-notice': notice('政府信息公开申请延期答复告知书', '第三十三条第二款', {
    verb: 'extend',
    review: 'disclosure-officer',
    parts: ['number', 'addressee', 'received', 'reasons', 'law', 'period', 'contact', 'seal-date'],
  }),
  'third-party-consultation': notice('政府信息公开第三方意见征询书', '第三十二条', {
    to: 'third-party',
    verb: 'consult',
    parts: ['number', 'addressee', 'asked', 'law', 'period', 'consequence', 'contact', 'seal-date'],
  }),
  'consultation-notice': notice('征求第三方意见告知书', '第三十二条、第三十三条第三款', {
    parts: ['number', 'addressee', 'received', 'facts', 'law', 'period', 'contact', 'seal-date'],
  }),
  'override-notice': notice('依申请公开告知书（告知第三方）', '第三十二条', {
    to: 'third-party',
    review: 'answer',
    parts: ['number', 'addressee', 'facts', 'law', 'reasons', 'decision', 'remedy', 'contact', 'seal-date'],
    remedy: 'either',
  }),
  'co-maker-consultation': notice('政府信息公开共同制作机关意见征询书', '第三十四条', {
    to: 'co-maker',
    verb: 'consult',
    parts: ['number', 'addressee', 'asked', 'law', 'period', 'consequence', 'contact', 'seal-date'],
  }),
  inquiry: notice('政府信息公开申请协办函', '第四条', {
    to: 'section',
    verb: 'ask-inquiry',
    numbered: false,
    parts: ['addressee', 'asked', 'period', 'contact', 'seal-date'],
  }),
  referral: notice('关于政府信息能否公开的请示', '第十七条', {
    to: 'authority',
    verb: 'refer',
    review: 'answer',
    parts: ['number', 'addressee', 'asked', 'facts', 'law', 'contact', 'seal-date'],
  }),
  'fee-notice': notice('政府信息公开信息处理费收费通知书', '国办函〔2020〕109号', {
    verb: 'notice-fee',
    review: 'answer',
    parts: ['number', 'addressee', 'received', 'asked', 'law', 'amount', 'payment', 'period', 'consequence', 'contact', 'seal-date'],
  }),
  'not-corrected-notice': notice('政府信息公开申请不再处理告知书（逾期不补正）', '第三十条', {
    verb: 'lapse-correction',
    review: 'answer',
    parts: ['number', 'addressee', 'received', 'facts', 'law', 'decision', 'remedy', 'contact', 'seal-date'],
    remedy: 'either',
  }),
  'unpaid-notice': notice('政府信息公开申请不再处理告知书（逾期不缴费）', '国办函〔2020〕109号', {
    verb: 'lapse-fee',
    review: 'answer',
    parts: ['number', 'addressee', 'received', 'facts', 'law', 'decision', 'remedy', 'contact', 'seal-date'],
    remedy: 'either',
  }),
  'withdrawn-notice': notice('政府信息公开申请终止办理告知书', '国办公开办函〔2021〕30号', {
    parts: ['number', 'addressee', 'received', 'facts', 'decision', 'contact', 'seal-date'],
  }),
  granted: answer('政府信息公开告知书', '第三十六条第二项'),
  'already-public': answer('政府信息已主动公开告知书', '第三十六条第一项'),
  'partly-granted': answer('政府信息部分公开告知书', '第三十七条', { parts: reasoned, remedy: 'reconsider-first' }),
  refused: answer('政府信息不予公开告知书', '第三十六条第三项', { parts: reasoned, remedy: 'reconsider-first' }),
  'inquiry-regime': answer('行政查询事项告知书', '第三十六条第七项', { parts: reasoned }),
  'not-existing': answer('政府信息不存在告知书', '第三十六条第四项'),
  'other-organ': answer('非本机关政府信息告知书', '第三十六条第五项', { parts: reasoned }),
  'not-ready-made': answer('无现成政府信息告知书', '第三十八条', { parts: reasoned }),
  'still-unclear': answer('政府信息公开申请内容仍不明确告知书', '第三十条', { parts: reasoned }),
  petition: answer('信访、投诉、举报事项告知书', '第三十九条第一款', { parts: reasoned }),
  duplicate: answer('重复申请不予处理告知书', '第三十六条第六项', { parts: reasoned }),
  publication: answer('公开出版物获取途径告知书', '第三十九条第二款', { parts: reasoned }),
  excessive: answer('大量反复申请不予处理告知书', '第三十五条', { parts: reasoned }),
  reconfirm: answer('已获取政府信息不予处理告知书', '第三十八条', { parts: reasoned }),
  'not-government-information': answer('非政府信息告知书', '第二条', { parts: reasoned }),
  consultancy: answer('咨询事项告知书', '第二条', { parts: reasoned }),
  'record-corrected': answer('政府信息更正告知书', '第四十一条'),
  'record-not-corrected': answer('政府信息不予更正告知书', '第四十一条', { parts: reasoned }),
  'record-transferred': answer('政府信息更正申请转送告知书', '第四十一条', {
    parts: ['number', 'addressee', 'received', 'asked', 'facts', 'law', 'decision', 'contact', 'seal-date'],
    remedy: 'none',
  }),
  'publication-transfer': notice('依申请公开信息转主动公开移送单', '第四十四条', {
    to: 'file',
    numbered: false,
    parts: ['asked', 'facts', 'law', 'decision', 'seal-date'],
  }),
  'service-slip': notice('送达回证', '国办公开办函〔2016〕235号', {
    to: 'applicant',
    review: 'none',
    numbered: false,
    parts: ['addressee', 'facts', 'seal-date'],
  }),
  'approval-sheet': notice('政府信息公开申请办理审查呈批单', '第十七条', {
    to: 'file',
    review: 'none',
    numbered: false,
    parts: ['received', 'asked', 'facts', 'law', 'decision'],
  }),
}

export const letterKinds = Object.fromEntries(
  Object.entries(data).map(([id, kind]) => [id, { id: id as LetterKindId, ...kind }]),
) as Readonly<Record<LetterKindId, LetterKind>>
