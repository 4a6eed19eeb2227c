/** Words of tables 三 and 四: what a cell counts, by the rule of casework/tally/model.ts. Labels of rows and columns are the form's. */

type Sentences = Readonly<Record<string, (year: number) => string>>

const chinese: Sentences = {
  received: (year) => `${year} 年收到的申请，按条例第三十一条的收到日期`,
  'carried-in': (year) => `${year - 1} 年 12 月 31 日还没有办结的申请`,
  concluded: (year) => `${year} 年办结、结果是这一项的申请`,
  'carried-out': (year) => `${year} 年 12 月 31 日还没有办结的申请`,
  decided: (year) => `${year} 年审结、结果是这一项的案件，一件诉讼的各个审级只计一件`,
  pending: (year) => `${year} 年 12 月 31 日还没有审结的案件`,
  sum: () => '前面各项相加',
}

const english: Sentences = {
  received: (year) => `Requests received in ${year}, by the day of receipt (Art. 31)`,
  'carried-in': (year) => `Requests still open on 31 December ${year - 1}`,
  concluded: (year) => `Requests concluded in ${year} with this outcome`,
  'carried-out': (year) => `Requests still open on 31 December ${year}`,
  decided: (year) => `Challenges decided in ${year} with this result; a suit counts once, whatever its instances`,
  pending: (year) => `Challenges still pending on 31 December ${year}`,
  sum: () => 'The sum of the cells before it',
}

const counts = { 'zh-CN': chinese, en: english } as const

/** What a cell of the rule counts in a year, as a sentence. */
export const cellCounts = (language: 'zh-CN' | 'en', rule: string, year: number): string => counts[language][rule]?.(year) ?? rule
