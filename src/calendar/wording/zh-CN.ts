import { mustNumber, weekdayOf } from '../day.ts'
import type { StepSentences } from './index.ts'

export const chinese: StepSentences = {
  receipt: ({ day, works }) => `${date(day)}收到申请${works ? '' : '（休息日）'}，当日不计，从下一个工作日起数。`,
  'correction-by': ({ day, count }) => `要求补正，最迟 ${date(day)}：收到后 ${count} 个工作日内，只能一次。`,
  'consultation-by': ({ day, count }) => `如果当天就征求第三方意见，第三方最迟 ${date(day)}答复：${count} 个工作日。`,
  'correction-asked': ({ day }) => `${date(day)}告知补正。补正材料到了，期限重新起算；在那之前没有答复日。`,
  'correction-late': ({ day, by }) => `${date(day)}才告知补正，晚于 ${date(by)}。这一条会被复议机关和法院查。`,
  corrected: ({ day }) => `${date(day)}收到补正材料，期限从次日重新起算。`,
  'consultation-sent': ({ day, lapse }) => `${date(day)}征求意见，从次日起停表，到意见回来为止，最迟停到 ${date(lapse)}（15 个工作日）。`,
  'consultation-answered': ({ day, days }) => `${date(day)}收到意见，停了 ${days} 个工作日，这些日子不计入期限。`,
  'consultation-lapsed': ({ day }) =>
    `意见回来时 15 个工作日已过，停表只到 ${date(day)}：第三方逾期由本机关决定，共同制作机关逾期视为同意。`,
  'fee-noticed': ({ day, by }) => `${date(day)}申请人收到收费通知，最迟 ${date(by)}缴费；在缴费之前没有答复日，逾期不缴即不再处理。`,
  'fee-paid': ({ day }) => `${date(day)}缴清费用，期限从次日重新起算。`,
  'fee-late': ({ day, by }) => `${date(day)}缴费，晚于 ${date(by)}。逾期本可以不再处理，请核对。`,
  extended: ({ day, days, approver }) =>
    `${date(day)}经${approver || '政府信息公开工作机构负责人'}同意并告知申请人，延期 ${days} 个工作日。`,
  'extension-late': ({ day, by }) => `${date(day)}才延期，原期限 ${date(by)}已经届满。延期要在届满前作出。`,
  'delay-agreed': ({ day }) => `申请数量、频次超过合理范围但理由合理，已告知延迟到 ${date(day)}答复。`,
  'delay-rest-day': ({ day }) => `${date(day)}是休息日，最好在前一个工作日答复。`,
  reply: ({ day, start, count, extension, off, madeUp, paused }) =>
    `从 ${date(start)}的次日数 ${count} 个工作日${Number(extension) > 0 ? `（20 加延期 ${extension}）` : ''}，最迟 ${date(day)}答复。${met(off, madeUp, paused)}`,
  'extended-reply': ({ day, count, provisional, year }) =>
    `如果延期 ${count} 个工作日，最迟 ${date(day)}。${provisional ? `这个日期暂定：${year} 年的节假日安排还没有公布。` : ''}`,
  provisional: ({ year }) => `日期暂定：${year} 年的节假日安排还没有公布。公布后会重新计算，并记下改动。`,
}

const weekdays = '日一二三四五六'

function date(day: string | number | boolean | undefined): string {
  const text = String(day)
  const [year, month, dayOfMonth] = text.split('-').map(Number)
  return `${year} 年 ${month} 月 ${dayOfMonth} 日（周${weekdays[weekdayOf(mustNumber(text))]}）`
}

function met(...[off, madeUp, paused]: readonly (string | number | boolean | undefined)[]): string {
  const parts = [
    Number(off) > 0 ? `跳过放假的 ${off} 天` : '',
    Number(madeUp) > 0 ? `算上调休上班的 ${madeUp} 天` : '',
    Number(paused) > 0 ? `征求意见停表的 ${paused} 天不算` : '',
  ].filter(Boolean)
  return parts.length > 0 ? `其间${parts.join('，')}。` : ''
}
