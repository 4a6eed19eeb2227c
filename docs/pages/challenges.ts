import { terms } from '#calendar'
import { challengeHands, challengeOutcomeResults, challengeOutcomes, challengeVerbNames, challengeVerbs } from '#casework'
import type { Language } from '#report'
import { caseworkWords, challengeWords, identityWords } from '#words'

const words = {
  en: {
    title: 'Reconsiderations and lawsuits (行政复议、行政诉讼)',
    twin: '[中文](challenges.zh-CN.md)',
    intro: [
      'How a challenge of what a body did in a case is followed, and how table 四 counts it. Made from `src/casework/challenges` by `npm run docs`; do not edit by hand.',
      'A challenge is its events; they are never changed. All instances of a suit are one challenge: an appeal or a retrial goes on in it, and what was sent back begins again in it.',
    ],
    verbsTitle: 'What may happen',
    verbsHead: '| act | id | of | from | to | by | needs |',
    same: 'stays',
    job: 'job',
    outcomesTitle: 'Results, and their column of table 四',
    outcomesHead: '| result | id | column |',
    asBefore: 'as the judgment that stands had it',
    termsTitle: 'Terms',
    termsHead: '| term | length | runs from | source |',
    units: { 'working-day': 'working days', day: 'days; ends on a working day' } as Readonly<Record<string, string>>,
    countingTitle: 'Counting',
    counting: [
      'Open on 31 December and not counted with a result before: 尚未审结 of that year, whenever it was filed.',
      'Decided: once, under its result, in the first year at whose end it stood decided. What an appeal or a retrial makes of it later is not counted again; where it is appealed against within the year and not yet decided anew on 31 December, it is open.',
      'An appeal that fails or is withdrawn leaves the result of the judgment that stands, from that day. What was not accepted or was withdrawn is 其他结果.',
      'A body sued only because it reconsidered is a co-defendant, and the suit is counted at the body that acted (国办公开办函〔2016〕201号). What was registered by mistake is voided, and counted nowhere.',
      'A reconsideration that nobody refused in five working days counts as accepted on the last of them (行政复议法 Art. 30); a job writes that down on the next working morning, and a refusal of before then may still be recorded.',
      'With a result that corrects, the cases it is about can be reopened in the same step, with the day the decision set or the term of the law.',
    ],
    between: ', ',
  },
  'zh-CN': {
    title: '行政复议、行政诉讼',
    twin: '[English](challenges.md)',
    intro: [
      '申请人不服答复，申请复议、提起诉讼的，怎样一步步记，表四怎样计数。本页由 `npm run docs` 从 `src/casework/challenges` 生成，请勿手工修改。',
      '一个案件就是一串事件，只增不改。一审、二审、再审是一个案件：上诉、再审接着记，发回重审从一审重新记。',
    ],
    verbsTitle: '能记什么',
    verbsHead: '| 事项 | 代码 | 适用 | 从 | 到 | 谁 | 前提 |',
    same: '不变',
    job: '程序',
    outcomesTitle: '结果和表四的列',
    outcomesHead: '| 结果 | 代码 | 列 |',
    asBefore: '同维持下来的那份判决',
    termsTitle: '期限',
    termsHead: '| 期限 | 长度 | 起算 | 依据 |',
    units: { 'working-day': '个工作日', day: '日，最后一日是休息日的顺延' } as Readonly<Record<string, string>>,
    countingTitle: '怎样计数',
    counting: [
      '12 月 31 日还没有审结、以前也没有按结果计过的，记入当年“尚未审结”，不论哪年提起。',
      '审结的只计一次：第一个年底处于审结状态的年份，按当时的结果计。以后上诉、再审改变结果，不再重计；当年审结又上诉、年底还没有再审结的，仍是“尚未审结”。',
      '驳回上诉、撤回上诉的，结果同维持下来的判决，从那一日起算。不予受理、撤回的，记“其他结果”。',
      '本机关只因作了复议而当共同被告的，不计入（国办公开办函〔2016〕201号），由作出原行为的机关计。登记错了的作废，不计入。',
      '复议机关五个工作日内没有作出不予受理决定的，届满之日视为受理（行政复议法第三十条），由程序在下一个工作日早上记下；后来才收到此前的不予受理决定，仍可补记。',
      '结果为纠正的，可以同时重新办理关联的申请：按决定定的日期，或者按法定期限。',
    ],
    between: '、',
  },
} as const

/** docs/challenges.md or its Chinese twin: what may happen, the results, the terms, and how table 四 counts. */
export function challengesPage(language: Language): string {
  const say = words[language]
  const names = challengeWords[language]
  const states = caseworkWords[language].challengeStates
  const listed = (list: readonly string[], of: Readonly<Record<string, string>>) => list.map((one) => of[one] ?? one).join(say.between)
  const hands = { ...identityWords[language].roles, job: say.job }
  const verbRows = challengeVerbNames.map((verb) => {
    const { kinds, from, to, by, needs } = challengeVerbs[verb]
    const cells = [
      names.verbs[verb]!,
      `\`${verb}\``,
      listed(kinds, names.kinds),
      listed(from, states),
      to === 'same' ? say.same : states[to]!,
      listed(
        challengeHands.filter((hand) => (by as readonly string[]).includes(hand)),
        hands,
      ),
      needs.map((need) => `\`${need}\``).join(say.between),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const outcomeRows = challengeOutcomes.map((outcome) => {
    const result = challengeOutcomeResults[outcome]
    return `| ${names.outcomes[outcome]} | \`${outcome}\` | ${result === null ? say.asBefore : names.results[result]} |`
  })
  const termRows = (
    [
      'reconsideration-acceptance',
      'reconsideration-answer',
      'reconsideration-answer-simple',
      'court-answer',
      'appeal-answer',
      'retrial-answer',
    ] as const
  ).map((id) => {
    const term = terms[id]
    const { name, starts } = term[language]
    return `| ${name} | ${term.length} ${say.units[term.unit]} | ${starts} | ${term.source} |`
  })
  return `${[
    `# ${say.title}`,
    say.twin,
    ...say.intro,
    `## ${say.countingTitle}`,
    say.counting.map((line) => `- ${line}`).join('\n'),
    `## ${say.verbsTitle}`,
    [say.verbsHead, '| --- | --- | --- | --- | --- | --- | --- |', ...verbRows].join('\n'),
    `## ${say.outcomesTitle}`,
    [say.outcomesHead, '| --- | --- | --- |', ...outcomeRows].join('\n'),
    `## ${say.termsTitle}`,
    [say.termsHead, '| --- | --- | --- | --- |', ...termRows].join('\n'),
  ].join('\n\n')}\n`
}
