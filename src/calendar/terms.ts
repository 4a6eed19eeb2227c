import { plusDays } from './days.ts'
import { addWorkingDays, type CountedDay, nextWorkingDay, type WorkCalendar } from './working-days.ts'

/** The statutory terms of open government, each once, with its provision. Days of receipt do not count: a term starts the day after. */
export type TermId =
  | 'proactive'
  | 'correction'
  | 'reply'
  | 'extension'
  | 'third-party'
  | 'co-maker'
  | 'fee'
  | 'department-report'
  | 'government-report'
  | 'reconsideration'
  | 'reconsideration-acceptance'
  | 'reconsideration-answer'
  | 'reconsideration-answer-simple'
  | 'litigation-after-reconsideration'
  | 'litigation'
  | 'court-answer'
  | 'appeal-answer'
  | 'retrial-answer'

export interface Term {
  readonly id: TermId
  /** 0 of a term that is a date of the year. */
  readonly length: number
  readonly unit: 'working-day' | 'day' | 'month' | 'date'
  /** `MM-DD` of a term that is a date of the year. */
  readonly date?: string
  /** The provision that fixes the length. */
  readonly source: string
  /** The day the provision came into force in this form, `YYYY-MM-DD`. */
  readonly since: string
  readonly 'zh-CN': { readonly name: string; readonly starts: string }
  readonly en: { readonly name: string; readonly starts: string }
}

const regulation = '《政府信息公开条例》'
const reconsideration = '《行政复议法》'
const litigation = '《行政诉讼法》'
const interpretation = '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》'

export const terms = {
  proactive: {
    id: 'proactive',
    length: 20,
    unit: 'working-day',
    source: `${regulation}第二十六条`,
    since: '2019-05-15',
    'zh-CN': { name: '主动公开', starts: '信息形成或者变更之日' },
    en: { name: 'proactive publication', starts: 'the day the information was made or changed' },
  },
  correction: {
    id: 'correction',
    length: 7,
    unit: 'working-day',
    source: `${regulation}第三十条`,
    since: '2019-05-15',
    'zh-CN': { name: '补正告知', starts: '收到申请之日' },
    en: { name: 'asking for correction', starts: 'the day the request was received' },
  },
  reply: {
    id: 'reply',
    length: 20,
    unit: 'working-day',
    source: `${regulation}第三十三条第二款`,
    since: '2019-05-15',
    'zh-CN': { name: '答复', starts: '收到申请之日；补正或者缴费后重新起算' },
    en: { name: 'answer', starts: 'the day the request was received; anew after correction or payment' },
  },
  extension: {
    id: 'extension',
    length: 20,
    unit: 'working-day',
    source: `${regulation}第三十三条第二款`,
    since: '2019-05-15',
    'zh-CN': { name: '延期（最多）', starts: '原答复期限届满之日' },
    en: { name: 'extension (at most)', starts: 'the end of the first term' },
  },
  'third-party': {
    id: 'third-party',
    length: 15,
    unit: 'working-day',
    source: `${regulation}第三十二条`,
    since: '2019-05-15',
    'zh-CN': { name: '第三方意见', starts: '第三方收到征求意见书之日' },
    en: { name: "a third party's opinion", starts: 'the day they received the letter' },
  },
  'co-maker': {
    id: 'co-maker',
    length: 15,
    unit: 'working-day',
    source: `${regulation}第三十四条`,
    since: '2019-05-15',
    'zh-CN': { name: '共同制作机关意见', starts: '收到征求意见书之日' },
    en: { name: "a co-making organ's opinion", starts: 'the day they received the letter' },
  },
  fee: {
    id: 'fee',
    length: 20,
    unit: 'working-day',
    source: '国办函〔2020〕109号',
    since: '2021-01-01',
    'zh-CN': { name: '缴纳信息处理费', starts: '收到收费通知次日' },
    en: { name: 'payment of the information-handling fee', starts: 'the day after the notice was received' },
  },
  'department-report': {
    id: 'department-report',
    length: 0,
    unit: 'date',
    date: '01-31',
    source: `${regulation}第四十九条`,
    since: '2019-05-15',
    'zh-CN': { name: '部门年度报告', starts: '每年' },
    en: { name: "a department's annual report", starts: 'every year' },
  },
  'government-report': {
    id: 'government-report',
    length: 0,
    unit: 'date',
    date: '03-31',
    source: `${regulation}第四十九条`,
    since: '2019-05-15',
    'zh-CN': { name: '政府年度报告', starts: '每年' },
    en: { name: "a government's annual report", starts: 'every year' },
  },
  reconsideration: {
    id: 'reconsideration',
    length: 60,
    unit: 'day',
    source: `${reconsideration}第二十条`,
    since: '2024-01-01',
    'zh-CN': { name: '申请行政复议', starts: '知道或者应当知道行政行为之日' },
    en: { name: 'applying for reconsideration', starts: 'the day one knew, or should have known, of the act' },
  },
  'reconsideration-acceptance': {
    id: 'reconsideration-acceptance',
    length: 5,
    unit: 'working-day',
    source: `${reconsideration}第三十条、第八十八条`,
    since: '2024-01-01',
    'zh-CN': { name: '行政复议受理审查（届满视为受理）', starts: '复议机关收到复议申请之日' },
    en: { name: 'accepting a reconsideration (accepted when it ends)', starts: 'the day the organ received the application' },
  },
  'reconsideration-answer': {
    id: 'reconsideration-answer',
    length: 10,
    unit: 'working-day',
    source: `${reconsideration}第四十八条、第八十八条`,
    since: '2024-01-01',
    'zh-CN': { name: '复议答复（普通程序）', starts: '收到复议申请书副本之日' },
    en: { name: "the respondent's answer in reconsideration (ordinary procedure)", starts: 'the day the copy was received' },
  },
  'reconsideration-answer-simple': {
    id: 'reconsideration-answer-simple',
    length: 5,
    unit: 'working-day',
    source: `${reconsideration}第五十四条、第八十八条`,
    since: '2024-01-01',
    'zh-CN': { name: '复议答复（简易程序）', starts: '收到复议申请书副本之日' },
    en: { name: "the respondent's answer in reconsideration (simple procedure)", starts: 'the day the copy was received' },
  },
  'litigation-after-reconsideration': {
    id: 'litigation-after-reconsideration',
    length: 15,
    unit: 'day',
    source: `${litigation}第四十五条`,
    since: '2015-05-01',
    'zh-CN': { name: '复议后起诉', starts: '收到复议决定书之日' },
    en: { name: 'suing after reconsideration', starts: 'the day the decision was received' },
  },
  litigation: {
    id: 'litigation',
    length: 6,
    unit: 'month',
    source: `${litigation}第四十六条`,
    since: '2015-05-01',
    'zh-CN': { name: '直接起诉', starts: '知道或者应当知道行政行为之日' },
    en: { name: 'suing directly', starts: 'the day one knew, or should have known, of the act' },
  },
  'court-answer': {
    id: 'court-answer',
    length: 15,
    unit: 'day',
    source: `${litigation}第六十七条`,
    since: '2015-05-01',
    'zh-CN': { name: '一审答辩、举证', starts: '收到起诉状副本之日' },
    en: { name: 'defence and evidence, first instance', starts: 'the day the copy of the complaint was received' },
  },
  'appeal-answer': {
    id: 'appeal-answer',
    length: 15,
    unit: 'day',
    source: `${interpretation}第一百零八条`,
    since: '2018-02-08',
    'zh-CN': { name: '二审答辩', starts: '收到上诉状副本之日' },
    en: { name: 'defence, second instance', starts: 'the day the copy of the appeal was received' },
  },
  'retrial-answer': {
    id: 'retrial-answer',
    length: 15,
    unit: 'day',
    source: `${interpretation}第一百一十一条`,
    since: '2018-02-08',
    'zh-CN': { name: '再审书面意见', starts: '收到再审申请书副本之日' },
    en: { name: 'opinion, retrial', starts: 'the day the copy of the application for retrial was received' },
  },
} as const satisfies { readonly [Id in TermId]: Term & { readonly id: Id } }

/**
 * The last day of a term counted in days that began on `since`, which itself does not count. One of calendar days that would end on a
 * rest day ends on the first working day after it (民法典 Art. 203; 行诉解释 Art. 48). Throws a RangeError for a term of months or dates.
 */
export function endOfTerm(calendar: WorkCalendar, { unit, length }: Pick<Term, 'unit' | 'length'>, since: string): CountedDay {
  if (unit === 'working-day') return addWorkingDays(calendar, since, length)
  if (unit === 'day') return nextWorkingDay(calendar, plusDays(since, length))
  throw new RangeError(`a term in ${unit}s is not counted in days`)
}
