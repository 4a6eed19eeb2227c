import { mustNumber, weekdayOf } from '../days.ts'
import { type DeadlineProblem, type DeadlineProblemCode, deadlineEventKinds } from '../model.ts'
import type { NoticeProblem } from '../notice.ts'
import type { DeadlineRule, StepValues } from '../rules.ts'

export interface CalendarSentences {
  readonly steps: Readonly<Record<DeadlineRule, (values: StepValues) => string>>
  readonly problems: Readonly<Record<DeadlineProblemCode, (problem: DeadlineProblem) => string>>
  readonly notices: Readonly<Record<NoticeProblem['code'], (problem: NoticeProblem) => string>>
}

type Value = StepValues[string] | undefined

export const chinese: CalendarSentences = {
  steps: {
    receipt: ({ day, works }) => `${date(day)}收到申请${works ? '' : '（休息日）'}。当日不计，从下一个工作日数起。`,
    'before-regulation': ({ since }) => `申请收到在 ${date(since)}之前，那时适用修订前的条例，期限不同。下面按修订后的条例计算，只供参考。`,
    'correction-by': ({ day, count, year }) => `需要补正的，最迟 ${date(day)}告知：${count} 个工作日内，只能一次。${provisional(year)}`,
    'consultation-by': ({ day, count, year }) =>
      `如果收到当天就征求第三方意见，第三方最迟 ${date(day)}答复：${count} 个工作日。${provisional(year)}`,
    reply: ({ day, count, year }) => `从次日数 ${count} 个工作日，到 ${date(day)}。${provisional(year)}`,
    'correction-asked': ({ day }) => `${date(day)}告知补正。收到补正材料后，期限重新计算。`,
    'correction-late': ({ day, by }) => `注意：${date(day)}才告知补正，晚于最后一天 ${date(by)}，复议和诉讼中会被审查。`,
    corrected: ({ day, dropped }) => `${date(day)}收到补正材料，期限从次日起重新计算。${restart(dropped)}`,
    'waits-for-correction': () => '还在等补正材料，现在没有答复的最后一天。',
    'consultation-sent': ({ day, lapse, count }) =>
      `${date(day)}发出征求意见书，从次日起停止计算，到收到意见为止，最迟停到 ${date(lapse)}（${count} 个工作日）。没有收到意见之前，按停满计算。`,
    'consultation-answered': ({ day, sent, days }) => `${date(day)}收到意见。${date(sent)}发出的这一次停了 ${days} 个工作日，不计入期限。`,
    'consultation-lapsed': ({ day, lapse, days }) =>
      `${date(day)}才收到意见，15 个工作日到 ${date(lapse)}已经届满，只停 ${days} 个工作日。第三方逾期不答，由本机关决定是否公开；共同制作机关逾期不答，视为同意公开。`,
    'consultation-late': ({ day, by }) => `注意：${date(day)}才征求意见，答复期限到 ${date(by)}已经届满，不再停止计算。`,
    'consultation-after-delay': ({ day, by }) => `${date(day)}发出征求意见书。已经告知延迟到 ${date(by)}答复，这个日期不变。`,
    'fee-noticed': ({ day }) => `${date(day)}收费通知送达申请人。缴费后，期限重新计算。`,
    'fee-by': ({ day, count, year }) =>
      `申请人最迟 ${date(day)}缴费（${count} 个工作日）；逾期不缴，视为放弃申请，不再处理。${provisional(year)}`,
    'fee-notice-late': ({ day, by }) => `注意：${date(day)}才送达收费通知，答复期限到 ${date(by)}已经届满。`,
    'fee-paid': ({ day, dropped }) => `${date(day)}缴费完成，期限从次日起重新计算。${restart(dropped)}`,
    'fee-late': ({ day, by }) => `注意：${date(day)}才缴费，晚于最后一天 ${date(by)}，本可以不再处理。请核对。`,
    'waits-for-payment': () => '还在等申请人缴费，现在没有答复的最后一天。',
    extended: ({ day, days, approver }) =>
      `${date(day)}经政府信息公开工作机构负责人${approver ? `（${approver}）` : ''}同意，延期 ${days} 个工作日，应告知申请人。`,
    'extension-late': ({ day, by }) => `注意：${date(day)}才延期，期限到 ${date(by)}已经届满。延期应在届满前作出并告知。`,
    'delay-agreed': ({ day }) => `申请理由合理但无法按期答复，已确定延迟到 ${date(day)}答复，应告知申请人。`,
    'delay-unannounced': ({ day, year }) =>
      `这个日期暂定：${year} 年的节假日安排还没有公布，${date(day)}可能是休息日。公布后请核对，是休息日就在前一个工作日答复。`,
    'delay-rest-day': ({ day, before, year }) => `注意：${date(day)}是休息日，最好在 ${date(before)}以前答复。${provisional(year)}`,
    'delay-early': ({ day, by }) => `注意：确定的 ${date(day)}早于原来的最后一天 ${date(by)}。请核对。`,
    'rest-days': ({ off, madeUp }) =>
      [off === '' ? '' : `其间 ${spans(off)}放假，不计`, madeUp === '' ? '' : `${off === '' ? '其间 ' : ''}${spans(madeUp)}调休上班，要计`]
        .filter(Boolean)
        .join('；')
        .concat('。'),
    'local-day': ({ day, works, reason }) =>
      works ? `本地 ${date(day)}上班（${reason}），要计。` : `本地 ${date(day)}休息（${reason}），不计。`,
    due: ({ day, agreed, start, reply, extension, paused }) =>
      agreed
        ? `最迟 ${date(day)}答复，这是告知申请人的日期。`
        : `从 ${date(start)}的次日数 ${sum(reply, extension, paused)}，最迟 ${date(day)}答复。`,
    provisional: ({ year }) => `这个日期暂定：${year} 年的节假日安排还没有公布，先按周一至周五计算；公布后重新计算，并留下改动记录。`,
    'year-end': ({ day, year }) => `${year} 年的节假日安排还没有公布，元旦调休可能改到 ${date(day)}前后。公布后请再看一次。`,
    'extended-reply': ({ day, count, isExtended, year }) =>
      `${isExtended ? `如果延满 ${count} 个工作日` : `如果延期 ${count} 个工作日`}，最迟 ${date(day)}答复。${provisional(year)}`,
  },
  problems: {
    'not-a-day': ({ event, found }) =>
      event === null
        ? `收到日期“${found}”不是一个日子。请写成 2025-09-15 的样子`
        : `${place(event)}“${found}”里的日期不是一个日子。请写成 2025-09-15 的样子`,
    'year-out-of-range': ({ event, found }) =>
      `${event === null ? '收到日期' : place(event)}“${found}”的年份不在 2000 到 2100 之间。请核对年份`,
    'not-an-event': ({ event, found }) => `${place(event)}“${found}”不完整。请写成 事件@日期，如 corrected@2025-09-20`,
    'unknown-kind': ({ event, found }) => `${place(event)}“${found}”：没有这种事件。可以写 ${kinds()}`,
    'days-not-wanted': ({ event, found }) => `${place(event)}“${found}”：只有 extended 后面写天数。请去掉冒号和数字`,
    'extension-length': ({ event, found }) =>
      `${place(event)}“${found}”：延期要写明 1 到 20 个工作日（条例第三十三条）。请写成 extended:10@2025-09-30 的样子`,
    'before-receipt': ({ event, found, against }) => `${place(event)}“${found}”早于收到日期 ${against}。请核对两个日期`,
    'out-of-order': ({ event, found, against }) => `${place(event)}“${found}”早于它前面的事件（${against}）。请按发生的先后排列`,
    'correction-twice': ({ event, found }) => `${place(event)}“${found}”：补正只能要求一次（条例第三十条）。请去掉多写的一次`,
    'not-asked': ({ event, found }) => `${place(event)}“${found}”：没有正在等的补正。请先写告知补正（correction-asked），或去掉这一项`,
    'not-consulted': ({ event, found }) => `${place(event)}“${found}”：没有正在等的意见。请先写征求意见（consultation-sent），或去掉这一项`,
    'not-noticed': ({ event, found }) => `${place(event)}“${found}”：没有正在等的缴费。请先写收费通知（fee-noticed），或去掉这一项`,
    waiting: ({ event, found }) =>
      `${place(event)}“${found}”：还在等补正或者缴费，期限没有在走。请先写收到补正（corrected）或缴清费用（fee-paid）`,
    'extension-twice': ({ event, found }) => `${place(event)}“${found}”：只能延期一次（条例第三十三条）。请去掉多写的一次`,
    'extension-after-delay': ({ event, found, against }) =>
      `${place(event)}“${found}”：已确定延迟到 ${against}答复，不能再延期。请去掉其中一项`,
    'delay-twice': ({ event, found, against }) => `${place(event)}“${found}”：已确定延迟到 ${against}答复。请只留一个日期`,
  },
  notices: {
    'not-a-notice': ({ notice }) =>
      `${ordinal(notice)}不是一份放假安排。请写成有 year、title、number、issuedOn、source、off、madeUp 的对象`,
    'field-missing': ({ notice, field }) => `${ordinal(notice)}缺 ${field}，或类型不对。请对照 docs/deadlines.zh-CN.md 补上`,
    'year-out-of-range': ({ notice, found }) => `${ordinal(notice)}的 year 是 ${found}，应在 2019 到 2100 之间。请核对年份`,
    'day-wrong': ({ notice, field, found }) =>
      `${ordinal(notice)}的 ${field} 里“${found}”不是日子。请写成 2027-01-01，off 里连着的几天可以写 2027-10-01/2027-10-07`,
    'day-of-other-year': ({ notice, field, found }) => `${ordinal(notice)}的 ${field} 里“${found}”不在这一年，也不在上年 12 月。请核对年份`,
    'made-up-on-weekday': ({ notice, found }) => `${ordinal(notice)}的 madeUp 里 ${found} 不是周六、周日，本来就上班。请核对`,
    'off-and-made-up': ({ notice, found }) => `${ordinal(notice)}的 ${found} 又放假又上班。请只留一处`,
    'nothing-off': ({ notice }) => `${ordinal(notice)}没有一天放假。请把放假的日子写进 off`,
  },
}

const weekdays = '日一二三四五六'

function date(day: Value): string {
  const text = String(day)
  const [year, month, dayOfMonth] = text.split('-').map(Number)
  return `${year} 年 ${month} 月 ${dayOfMonth} 日（周${weekdays[weekdayOf(mustNumber(text))]}）`
}

/** `2025-10-01/2025-10-08 2025-10-10` as 10 月 1 日至 10 月 8 日、10 月 10 日. */
const spans = (text: Value): string =>
  String(text)
    .split(' ')
    .map((span) => span.split('/').map(short).join('至 '))
    .join('、')

function short(day: string): string {
  const [, month, dayOfMonth] = day.split('-').map(Number)
  return `${month} 月 ${dayOfMonth} 日`
}

/** 20 个工作日, or 34 个工作日（20 + 延期 10 + 停止计算 4）. */
function sum(reply: Value, extension: Value, paused: Value): string {
  const more = [Number(extension) > 0 ? `延期 ${extension}` : '', Number(paused) > 0 ? `停止计算 ${paused}` : ''].filter(Boolean)
  const working = more.length === 0 ? '' : `（${[reply, ...more].join(' + ')}）`
  return `${Number(reply) + Number(extension) + Number(paused)} 个工作日${working}`
}

const provisional = (year: Value): string => (Number(year) > 0 ? `这个日期暂定：${year} 年的节假日安排还没有公布。` : '')
const restart = (dropped: Value): string =>
  dropped === 'extension' ? '此前的延期不再有效。' : dropped === 'delay' ? '此前确定的延迟日期不再有效。' : ''
const place = (event: number | null): string => `第 ${(event ?? 0) + 1} 个事件`
const ordinal = (notice: number): string => `第 ${notice + 1} 份放假安排`
const kinds = (): string => deadlineEventKinds.map((kind) => (kind === 'extended' ? 'extended:N' : kind)).join('、')
