import type { DeadlineInput } from './model.ts'
import type { LocalDay } from './notice.ts'
import { terms } from './terms.ts'

/** A rule that a step may name: its provision, what it says, and a clock on which it shows. Sentences of steps are in wording/. */
export interface DeadlineRuleText {
  readonly source: string
  readonly 'zh-CN': string
  readonly en: string
  readonly example: DeadlineInput & { readonly localDays?: readonly LocalDay[] }
}

const regulation = '《政府信息公开条例》'
const paused = `${regulation}第三十二条、第三十三条第三款、第三十四条`
const delay = `${regulation}第三十五条`
const notice = '国务院办公厅关于当年部分节假日安排的通知'

const clock = (received: string, ...events: DeadlineInput['events']): DeadlineInput => ({ received, events })

/** Every rule a step can name. Ids are stable. */
export const deadlineRules = {
  receipt: {
    source: `${regulation}第三十一条；《民法典》第二百零一条`,
    'zh-CN': '收到申请当日不计，从次日起数工作日',
    en: 'The day of receipt does not count; working days are counted from the next day',
    example: clock('2026-02-20'),
  },
  'before-regulation': {
    source: `${regulation}（国务院令第711号）第五十六条`,
    'zh-CN': '修订后的条例 2019 年 5 月 15 日施行，在那以前收到的申请适用修订前的条例',
    en: 'The revised Regulation is in force from 15 May 2019; a request received before falls under the former one',
    example: clock('2019-04-10'),
  },
  'correction-by': {
    source: terms.correction.source,
    'zh-CN': '要求补正，应在收到申请后 7 个工作日内一次性告知',
    en: 'Correction is asked for once, within 7 working days of receipt',
    example: clock('2025-09-15'),
  },
  'consultation-by': {
    source: terms['third-party'].source,
    'zh-CN': '第三方应在收到征求意见书后 15 个工作日内提出意见',
    en: 'A third party gives its opinion within 15 working days of receiving the letter',
    example: clock('2025-09-15'),
  },
  reply: {
    source: terms.reply.source,
    'zh-CN': '不能当场答复的，应在收到申请后 20 个工作日内答复',
    en: 'What cannot be answered on the spot is answered within 20 working days of receipt',
    example: clock('2025-09-15', { kind: 'extended', date: '2025-10-10', days: 10 }),
  },
  'correction-asked': {
    source: terms.correction.source,
    'zh-CN': '告知补正后等补正材料，其间没有答复的最后一天',
    en: 'Once correction is asked for there is no last day until it arrives',
    example: clock('2025-09-15', { kind: 'correction-asked', date: '2025-09-22' }),
  },
  'correction-late': {
    source: terms.correction.source,
    'zh-CN': '超过 7 个工作日才告知补正',
    en: 'Correction asked for after the 7 working days',
    example: clock('2025-09-15', { kind: 'correction-asked', date: '2025-09-25' }),
  },
  corrected: {
    source: terms.correction.source,
    'zh-CN': '答复期限自收到补正的申请之日起重新计算',
    en: 'The clock runs anew from the day the corrected request is received',
    example: clock('2025-09-15', { kind: 'correction-asked', date: '2025-09-22' }, { kind: 'corrected', date: '2025-09-29' }),
  },
  'waits-for-correction': {
    source: terms.correction.source,
    'zh-CN': '还没有收到补正材料',
    en: 'The correction has not arrived',
    example: clock('2025-09-15', { kind: 'correction-asked', date: '2025-09-22' }),
  },
  'consultation-sent': {
    source: paused,
    'zh-CN': '征求第三方和其他机关意见所需时间不计算在期限内，最多停 15 个工作日；没有回复的，先按停满计算',
    en: 'Time for consulting does not count, 15 working days at most; while unanswered, all of it is taken to lapse',
    example: clock('2025-09-15', { kind: 'consultation-sent', date: '2025-09-18' }),
  },
  'consultation-answered': {
    source: paused,
    'zh-CN': '收到意见，从次日起继续计算；几份征求意见重叠的日子只停一次',
    en: 'Once the opinion is received the clock goes on from the next day; days that several consultations share count once',
    example: clock('2025-09-15', { kind: 'consultation-sent', date: '2025-09-18' }, { kind: 'consultation-answered', date: '2025-09-24' }),
  },
  'consultation-lapsed': {
    source: `${regulation}第三十二条、第三十四条`,
    'zh-CN': '15 个工作日过后，第三方逾期不答由本机关决定，共同制作机关逾期不答视为同意；期限不再停',
    en: 'After 15 working days the body decides where a third party is silent, and a silent co-making organ consents; the clock goes on',
    example: clock('2026-04-01', { kind: 'consultation-sent', date: '2026-04-08' }, { kind: 'consultation-answered', date: '2026-05-11' }),
  },
  'consultation-late': {
    source: paused,
    'zh-CN': '期限届满后才征求意见，不再停止计算',
    en: 'A consultation sent when the term has run out does not stop it',
    example: clock('2025-09-15', { kind: 'consultation-sent', date: '2025-10-20' }),
  },
  'consultation-after-delay': {
    source: delay,
    'zh-CN': '已确定延迟答复的日期，征求意见不再改变它',
    en: 'A date agreed for a delayed answer is not moved by a consultation',
    example: clock('2025-09-15', { kind: 'delay-agreed', date: '2025-11-28' }, { kind: 'consultation-sent', date: '2025-10-15' }),
  },
  'fee-noticed': {
    source: terms.fee.source,
    'zh-CN': '送达收费通知后等申请人缴费，其间没有答复的最后一天',
    en: 'Once the fee notice is served there is no last day until the fee is paid',
    example: clock('2025-09-15', { kind: 'fee-noticed', date: '2025-09-22' }),
  },
  'fee-by': {
    source: terms.fee.source,
    'zh-CN': '申请人应在收到收费通知次日起 20 个工作日内缴费，逾期不缴视为放弃申请',
    en: 'The applicant pays within 20 working days from the day after receiving the notice; otherwise the request is abandoned',
    example: clock('2025-09-15', { kind: 'fee-noticed', date: '2025-09-22' }),
  },
  'fee-notice-late': {
    source: terms.fee.source,
    'zh-CN': '答复期限届满后才送达收费通知',
    en: 'Fee notice served after the last day to answer',
    example: clock('2025-09-15', { kind: 'fee-noticed', date: '2025-10-20' }),
  },
  'fee-paid': {
    source: terms.fee.source,
    'zh-CN': '缴费后，答复期限从缴费完成次日起重新计算',
    en: 'After payment the clock runs anew from the day after it',
    example: clock('2025-09-15', { kind: 'fee-noticed', date: '2025-09-22' }, { kind: 'fee-paid', date: '2025-09-29' }),
  },
  'fee-late': {
    source: terms.fee.source,
    'zh-CN': '超过缴费的最后一天才缴费',
    en: 'Paid after the last day to pay',
    example: clock('2025-09-15', { kind: 'fee-noticed', date: '2025-09-22' }, { kind: 'fee-paid', date: '2025-11-03' }),
  },
  'waits-for-payment': {
    source: terms.fee.source,
    'zh-CN': '还没有缴费',
    en: 'The fee is not paid',
    example: clock('2025-09-15', { kind: 'fee-noticed', date: '2025-09-22' }),
  },
  extended: {
    source: terms.extension.source,
    'zh-CN': '经政府信息公开工作机构负责人同意并告知申请人，可以延期，最长 20 个工作日，一次；期限重新计算后，此前的延期不再有效',
    en: 'With the approval of the head of the disclosure unit, and the applicant told, the term is extended once by up to 20 working days; a restart ends the extension',
    example: clock('2025-09-15', { kind: 'extended', date: '2025-10-10', days: 10 }),
  },
  'extension-late': {
    source: terms.extension.source,
    'zh-CN': '期限届满后才延期',
    en: 'Extended after the term had run out',
    example: clock('2025-09-15', { kind: 'extended', date: '2025-10-20', days: 10 }),
  },
  'delay-agreed': {
    source: delay,
    'zh-CN': '申请理由合理但无法按期答复的，可以确定延迟答复的合理期限并告知申请人',
    en: 'Where the reasons are good but the answer cannot be ready in time, a reasonable later date is fixed and told',
    example: clock('2025-09-15', { kind: 'delay-agreed', date: '2025-11-28' }),
  },
  'delay-rest-day': {
    source: delay,
    'zh-CN': '确定的日期是休息日',
    en: 'The date agreed is a rest day',
    example: clock('2025-09-15', { kind: 'delay-agreed', date: '2025-11-29' }),
  },
  'delay-unannounced': {
    source: notice,
    'zh-CN': '确定的日期在还没有公布节假日安排的年份，日期暂定',
    en: 'The date agreed lies in a year not announced, and is provisional',
    example: clock('2026-11-20', { kind: 'delay-agreed', date: '2027-02-08' }),
  },
  'delay-early': {
    source: delay,
    'zh-CN': '确定的日期早于原来的最后一天',
    en: 'The date agreed is before the last day there was',
    example: clock('2025-09-15', { kind: 'delay-agreed', date: '2025-10-10' }),
  },
  'rest-days': {
    source: notice,
    'zh-CN': '放假的日子不数，调休上班的周六、周日要数',
    en: 'Days off are not counted; Saturdays and Sundays worked instead are',
    example: clock('2025-09-15'),
  },
  'local-day': {
    source: '《全国年节及纪念日放假办法》第四条；本地区的决定',
    'zh-CN': '本地区与全国不同的休息日或者工作日',
    en: 'A day that is off, or worked, in this region only',
    example: { ...clock('2026-03-02'), localDays: [{ day: '2026-03-19', works: false, reason: '台风停工' }] },
  },
  due: {
    source: terms.reply.source,
    'zh-CN': '答复的最后一天',
    en: 'The last day to answer',
    example: clock('2025-09-15'),
  },
  provisional: {
    source: notice,
    'zh-CN': '数到还没有公布节假日安排的年份，先按周一至周五计算，日期暂定',
    en: 'Where the count runs into a year not announced, Monday to Friday stand in and the date is provisional',
    example: clock('2026-12-10'),
  },
  'year-end': {
    source: notice,
    'zh-CN': '下一年的安排公布前，12 月 29 日至 31 日可能还会调整',
    en: "Until next year's notice is out, 29 to 31 December may still change",
    example: clock('2026-12-01'),
  },
  'extended-reply': {
    source: terms.extension.source,
    'zh-CN': '如果延期 20 个工作日，答复的最后一天',
    en: 'The last day to answer if the term is extended by 20 working days',
    example: clock('2025-09-15'),
  },
} as const satisfies Record<string, DeadlineRuleText>

export type DeadlineRule = keyof typeof deadlineRules

/** A step before it is put into words. `source` where it is not the rule's own. */
export interface RuleStep {
  readonly rule: DeadlineRule
  readonly date: string
  readonly source?: string
  readonly values: StepValues
}

export type StepValues = Readonly<Record<string, string | number | boolean>>
