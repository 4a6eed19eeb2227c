/** Words around a statutory clock: what its days are called, and what `gongkai due` asks for. Its steps are worded in src/calendar/wording. */

const chinese = {
  options: {
    received: '收到申请的日期，如 2025-09-15',
    event: '收到以后发生的事，如 extended:10@2025-10-10；可以写几次，按先后排列',
    notices: '另外的放假安排（JSON 文件）',
    json: '输出 JSON',
  },
  after: `
事件：correction-asked 告知补正；corrected 收到补正材料；consultation-sent 发出征求意见书；consultation-answered 收到意见；
      fee-noticed 收费通知送达；fee-paid 缴费完成；extended:N 延期 N 个工作日（1 到 20）；delay-agreed 日期就是确定延迟到的那一天
例子：
  gongkai due --received 2025-09-15
  gongkai due --received 2025-09-15 --event consultation-sent@2025-09-18 --event extended:10@2025-10-10 --json`,
  days: {
    received: '收到申请',
    correctionBy: '最迟告知补正',
    consultationBy: '第三方最迟答复',
    due: '最迟答复',
    extendedDue: '延满最迟答复',
  },
  none: '没有',
  waiting: '在等补正或者缴费，没有最后一天',
  provisional: '暂定',
  steps: '怎么算的',
  date: (day: string, weekday: number) => `${day}（周${'日一二三四五六'[weekday]}）`,
  from: (source: string, rule: string) => `依据：${source}（${rule}）`,
  noticesUnread: (file: string) => `没有读成放假安排 ${file}。请确认文件在，并且能打开`,
  noticesNotJson: (file: string) => `${file} 不是 JSON。请照 docs/deadlines.zh-CN.md 的样子写`,
  noticesWrong: (file: string, sentence: string) => `${file}：${sentence}`,
}

export type DeadlineWords = typeof chinese

const english: DeadlineWords = {
  options: {
    received: 'the day the request was received, as 2025-09-15',
    event: 'what happened since, as extended:10@2025-10-10; may be repeated, in order',
    notices: 'further notices of rest days (a JSON file)',
    json: 'print JSON',
  },
  after: `
Events: correction-asked; corrected (correction received); consultation-sent; consultation-answered; fee-noticed (notice served);
        fee-paid; extended:N by N working days (1 to 20); delay-agreed, whose date is the last day agreed
Examples:
  gongkai due --received 2025-09-15
  gongkai due --received 2025-09-15 --event consultation-sent@2025-09-18 --event extended:10@2025-10-10 --json`,
  days: {
    received: 'Received',
    correctionBy: 'Ask for correction by',
    consultationBy: 'Third party answers by',
    due: 'Answer by',
    extendedDue: 'Answer by, if extended by 20',
  },
  none: 'none',
  waiting: 'no last day while a correction or a fee is open',
  provisional: 'provisional',
  steps: 'How it was counted',
  date: (day, weekday) => `${day} (${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][weekday]})`,
  from: (source, rule) => `source: ${source} (${rule})`,
  noticesUnread: (file) => `the notices in ${file} could not be read. See that the file is there and can be opened`,
  noticesNotJson: (file) => `${file} is not JSON. Write it as docs/deadlines.md shows`,
  noticesWrong: (file, sentence) => `${file}: ${sentence}`,
}

export const deadlineWords: Readonly<Record<'zh-CN' | 'en', DeadlineWords>> = { 'zh-CN': chinese, en: english }
