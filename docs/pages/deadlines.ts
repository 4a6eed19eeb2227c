import {
  calendarOf,
  type DeadlineRule,
  type DeadlineRuleText,
  deadlineRules,
  dueDate,
  eventText,
  type StepLanguage,
  shippedNotices,
  type Term,
  terms,
  weekdaysOff,
} from '#calendar'

const units: Readonly<Record<StepLanguage, Readonly<Record<Term['unit'], string>>>> = {
  en: { 'working-day': 'working days', day: 'days', month: 'months', date: '' },
  'zh-CN': { 'working-day': '个工作日', day: '日', month: '个月', date: '' },
}

const words = {
  en: {
    title: 'Deadlines',
    twin: '[中文](deadlines.zh-CN.md)',
    intro: [
      'How the last day to answer a request (依申请公开) is counted. [`gongkai due`](cli.md#due), the desk and the API count with the same code.',
      'Made from `src/calendar` by `npm run docs`; do not edit by hand. Each example is run by the tests.',
    ],
    method: 'How it is counted',
    points: [
      'The day of receipt does not count (Civil Code Art. 201); 20 working days do. Received on a rest day, the count begins on the next working day.',
      'A working day is Monday to Friday unless the yearly notice of the State Council General Office says otherwise, and the Saturdays and Sundays it makes working days. Local days in force stand before the notice.',
      'A year without a notice is counted as Monday to Friday, and the day is `provisional`. `status` speaks of `due` alone; it is `final` where `due` is null and where a date was agreed. A provisional `extendedDue` says so in its step.',
      'Correction and payment start the clock anew on their day: that day plus 20 working days. An extension or an agreed delay ends with the clock it belonged to.',
      'A consultation stops the clock for the working days after the letter went out, up to and with the day the opinion arrived, 15 at most; while unanswered, for all 15. The law does not fix these boundaries. Days that several consultations share count once. An opinion is taken to answer the first letter still open.',
      'The last days to ask for correction (7) and for a third party (15) are counted from receipt, whatever happened since.',
      'There is one extension of 1 to 20 working days for a request, even after a restart. `extendedDue` is the last day if the clock that runs were extended by the full 20; null where `due` is null or a delay was agreed.',
      'Events are given in the order they happened; those of one day keep the order given. The date of `delay-agreed` is the last day agreed. What makes no sense together is refused, and the event named.',
      'What was done too late is counted and told by a step that begins with “Note”.',
    ],
    terms: 'The terms',
    termHead: '| term | length | starts | provision | in force since |',
    notices: 'The notices',
    noticeIntro:
      'Shipped with the program. The texts were read in published copies and compared day by day with another collection (`fixtures/deadlines/days.txt`).',
    noticeHead: '| year | notice | issued | weekdays off | weekend days worked |',
    loading: 'A notice of one’s own',
    loadingIntro:
      'When the notice on the next year is out, the operator loads it in the desk, or hands it to `gongkai due --notices FILE.json`: one object, or a list. It takes the place of the year’s earlier notice; with `"isChange": true` it is laid over it. `off` takes days and spans.',
    rules: 'The rules of the steps',
    rulesIntro: 'A step names the rule it applied. Ids are stable.',
    example: 'Example',
    comma: ', ',
  },
  'zh-CN': {
    title: '期限',
    twin: '[English](deadlines.md)',
    intro: [
      '依申请公开的答复期限怎么算。[`gongkai due`](cli.md#due)、工作台和接口用的是同一套算法。',
      '本页由 `npm run docs` 从 `src/calendar` 生成，请勿手工修改。每个例子都由测试运行。',
    ],
    method: '怎么算',
    points: [
      '收到申请当日不计（民法典第二百零一条），从次日起数 20 个工作日。休息日收到的，从下一个工作日数起。',
      '周一至周五是工作日，国务院办公厅当年的通知另有安排的除外；通知里调休上班的周六、周日也是工作日。本地生效的休息日、工作日优先于通知。',
      '没有公布安排的年份，先按周一至周五计算，日期标为 `provisional`（暂定）。`status` 只说 `due`；`due` 是 null 或者是确定延迟的日期时，为 `final`。`extendedDue` 暂定的，在它那一步里说明。',
      '补正和缴费使期限重新计算：从当日的次日起再数 20 个工作日。此前的延期、延迟日期随之失效。',
      '征求意见从发出的次日停到收到意见当日，最多停 15 个工作日；没有回复的，按停满计算。起止日法律没有写明，这里取这个算法。几份征求意见重叠的日子只停一次；收到的意见视为答复最早发出而未答复的一份。',
      '要求补正的最后一天（7 个工作日）和第三方的最后一天（15 个工作日）始终从收到申请起算。',
      '一件申请只能延期一次，1 到 20 个工作日，重新计算后也不能再延。`extendedDue` 是延满 20 个工作日的最后一天；`due` 是 null 或已确定延迟日期时为 null。',
      '事件按发生的先后给出，同一天的保持给出的顺序。`delay-agreed` 的日期就是确定的最后一天。前后矛盾的不计算，并指出是哪一个事件。',
      '做晚了的照样计算，用“注意”开头的一步说明。',
    ],
    terms: '法定期限',
    termHead: '| 期限 | 长短 | 起算 | 依据 | 施行 |',
    notices: '放假安排',
    noticeIntro: '随程序带的通知。已按公开刊登的文本录入，并与另一份资料（`fixtures/deadlines/days.txt`）逐日核对。',
    noticeHead: '| 年 | 通知 | 成文 | 周一至周五放假 | 周六、周日上班 |',
    loading: '自己加放假安排',
    loadingIntro:
      '下一年的通知公布后，由管理员在工作台载入，或者交给 `gongkai due --notices 文件.json`：一个对象，或者一列。它取代这一年原有的通知；写 `"isChange": true` 的，叠加在原有的通知上。`off` 里可以写一天，也可以写连着的几天。',
    rules: '各步的规则',
    rulesIntro: '每一步都写明用的是哪条规则。编号固定，不改名。',
    example: '例',
    comma: '、',
  },
} as const

const sample = {
  year: 2027,
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  number: '',
  issuedOn: '2026-11-05',
  source: 'https://www.gov.cn/…',
  off: ['2027-01-01/2027-01-03', '2027-05-03'],
  madeUp: ['2027-05-08'],
}

/** docs/deadlines.md or its Chinese twin: the method, the terms, the notices, and every rule with a clock it shows on. */
export function deadlinesPage(language: StepLanguage): string {
  const say = words[language]
  const rules = Object.entries(deadlineRules) as [DeadlineRule, DeadlineRuleText][]
  return [
    `# ${say.title}`,
    say.twin,
    say.intro.join('\n'),
    `## ${say.method}`,
    say.points.map((point) => `- ${point}`).join('\n'),
    `## ${say.terms}`,
    [say.termHead, '| --- | --- | --- | --- | --- |', ...Object.values(terms).map((term) => termRow(term, language))].join('\n'),
    `## ${say.notices}`,
    say.noticeIntro,
    [say.noticeHead, '| --- | --- | --- | --- | --- |', ...shippedNotices.map(noticeRow)].join('\n'),
    `## ${say.loading}`,
    say.loadingIntro,
    `\`\`\`json\n${JSON.stringify(sample, null, 2)}\n\`\`\``,
    `## ${say.rules}`,
    say.rulesIntro,
    ...rules.map(([id, rule]) => ruleOf(id, rule, language)),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

function termRow(term: Term, language: StepLanguage): string {
  const { name, starts } = term[language]
  const unit = units[language][term.unit]
  const length = term.unit === 'date' ? term.date : language === 'en' ? `${term.length} ${unit}` : `${term.length} ${unit}`
  return `| ${name} | ${length} | ${starts} | ${term.source} | ${term.since} |`
}

function noticeRow(notice: (typeof shippedNotices)[number]): string {
  const { year, title, number, source, issuedOn, madeUp } = notice
  return `| ${year} | [${title}](${source}) ${number} | ${issuedOn} | ${weekdaysOff(notice).length} | ${madeUp.length} |`
}

function ruleOf(id: DeadlineRule, { source, example, ...rule }: DeadlineRuleText, language: StepLanguage): string {
  const say = words[language]
  const { received, events, localDays = [] } = example
  const step = dueDate(calendarOf({ localDays }), { received, events }, language).steps.find((one) => one.rule === id)!
  const given = [received, ...events.map(eventText), ...localDays.map(({ day, reason }) => `${day} ${reason}`)].map((one) => `\`${one}\``)
  return `### ${id}\n\n${rule[language]}${language === 'en' ? '.' : '。'} ${source}\n\n${say.example} ${given.join(say.comma)}: ${step.text}`
}
