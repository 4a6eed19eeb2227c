import { applicantSees, caseStates, type Guard, type Hand, hands, letterKinds, type Verb, type VerbName, verbNames, verbs } from '#casework'
import type { Language } from '#report'
import { caseworkEvents, caseworkWords, identityWords } from '#words'

const words = {
  en: {
    title: 'Casework',
    twin: '[中文](casework.zh-CN.md)',
    intro: [
      'What may happen to a request for information (依申请公开), in which state, and in whose hands. Made from `src/casework/machine.ts` by `npm run docs`; do not edit by hand. The program refuses to start with a table that is wrong; a test walks every state, verb and hand against the database.',
      'A case is its events. Each act below appends one, and everything that lists show, tables count and clocks say is folded from them. `same` leaves the state as it is. Every act takes the legal day on which it happened: never after today, and what moves the clock never before the last thing that moved it.',
      'Verbs marked with a dagger (†) happen by themselves when the letter they belong to is sent; by hand where the paper was made elsewhere.',
    ],
    states: 'States',
    statesHead: '| id | state | what may be done |',
    verbs: 'Verbs',
    verbsHead: '| id | verb | from | to | by | refused where | event |',
    same: 'same',
    between: ', ',
    hands: { applicant: 'the applicant', job: 'a job' },
    handsTitle: 'Hands',
    handsText: [
      'Hands are posts at the body of the case, held oneself or under a delegation; the applicant, by number and query code; and jobs. The command line and jobs stand in for those who draft and for the head of the disclosure unit.',
      'A liaison officer (信息联络员) reaches only cases of their own section and those it is asked about, and sees what is asked, never who asks. The higher office sees counts and clocks by number, never a case.',
    ],
    matrix: 'Who may do what in which state',
    matrixText: 'Each cell names the hands that may, by the letters: ',
    applicant: 'What the applicant sees',
    applicantText:
      'By number and query code, without an account: these events and their days, the last day with its reasoning, what is asked of them, and the letters sent to them. Never who handles, drafts or reviews.',
    limits: 'Limits',
    limitsText: [
      'Beside the clock of the answer, each of these has a lamp, and reminders five working days before it ends, one before, on the day, and once it is past, when the head of the disclosure unit is told too.',
    ],
  },
  'zh-CN': {
    title: '依申请公开怎么办',
    twin: '[English](casework.md)',
    intro: [
      '一件申请在什么状态下、由谁、能做什么。本页由 `npm run docs` 从 `src/casework/machine.ts` 生成，请勿手工修改。表有错，程序不启动；有一个测试对着数据库逐一走过每个状态、动作和岗位。',
      '一件申请就是它的全部经过。下面每个动作记一笔；列表显示的、表格统计的、期限算出的，都由这些经过推出来。“不变”表示状态不变。每个动作都有发生的日期：不能晚于今天；影响期限的，不能早于上一次影响期限的那一天。',
      '带 † 的动作，发出相应文书时自动发生；文书在别处做的，手工记。',
    ],
    states: '状态',
    statesHead: '| 代码 | 状态 | 能做什么 |',
    verbs: '动作',
    verbsHead: '| 代码 | 动作 | 从 | 到 | 谁 | 什么时候不行 | 记作 |',
    same: '不变',
    between: '、',
    hands: { applicant: '申请人', job: '后台任务' },
    handsTitle: '谁',
    handsText: [
      '这里的“谁”，是在承办机关的岗位（自己的或者代理的）、凭编号和查询码来的申请人、后台任务。命令行和后台任务可以做经办人和公开机构负责人能做的。',
      '信息联络员只够得着本科室的申请和请本科室协办的申请，看得到要什么材料，看不到谁在申请。上级主管部门看得到数字和只写编号的期限，看不到申请。',
    ],
    matrix: '哪个状态谁能做什么',
    matrixText: '格子里是能做的人，用字母表示：',
    applicant: '申请人看得到什么',
    applicantText:
      '凭编号和查询码，不用账号：下列经过和日期，最后一天和它的算法，要申请人做的事，发给申请人的文书。看不到谁在办、谁起草、谁审核。',
    limits: '各种期限',
    limitsText: [
      '答复期限以外，下列期限各有一盏灯，到期前五个工作日、一个工作日、当天各提醒一次；过期再提醒一次，同时告诉公开机构负责人。',
    ],
  },
} as const

/** Verbs that a letter does when it is sent. */
const byLetter: ReadonlySet<VerbName> = new Set(Object.values(letterKinds).flatMap(({ verb }) => (verb === null ? [] : [verb])))

/** docs/casework.md or its Chinese twin: the table of verbs, by verb and by state. */
export function caseworkPage(language: Language): string {
  const say = words[language]
  const names = caseworkWords[language]
  return [
    `# ${say.title}`,
    '',
    say.twin,
    '',
    say.intro.join('\n\n'),
    '',
    `## ${say.handsTitle}`,
    '',
    say.handsText.join('\n\n'),
    '',
    `## ${say.states}`,
    '',
    say.statesHead,
    '| --- | --- | --- |',
    ...caseStates.map(
      (state) => `| \`${state}\` | ${names.states[state]} | ${verbsIn(state, language).join(language === 'en' ? '; ' : '；') || '—'} |`,
    ),
    '',
    `## ${say.verbs}`,
    '',
    say.verbsHead,
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...verbNames.map((verb) => rowOf(verb, language)),
    '',
    `## ${say.matrix}`,
    '',
    `${say.matrixText}${hands.map((hand) => `${letterOf(hand)} ${handName(hand, language)}`).join(say.between)}`,
    '',
    `| | ${caseStates.map((state) => names.states[state]).join(' | ')} |`,
    `| --- |${' --- |'.repeat(caseStates.length)}`,
    ...verbNames.map((verb) => matrixRow(verb, language)),
    '',
    `## ${say.limits}`,
    '',
    say.limitsText.join('\n\n'),
    '',
    ...Object.entries(names.limits).map(([kind, name]) => `- \`${kind}\` ${name}`),
    '',
    `## ${say.applicant}`,
    '',
    say.applicantText,
    '',
    ...applicantSees.map(
      (kind) =>
        `- \`${kind}\` ${(caseworkEvents[language][kind] ?? kind).replace(/ ?\{number\} ?/, language === 'en' ? ' … ' : '…').trim()}`,
    ),
    '',
  ].join('\n')
}

function rowOf(name: VerbName, language: Language): string {
  const say = words[language]
  const names = caseworkWords[language]
  const { from, to, by, event, needs }: Verb = verbs[name]
  const cells = [
    `\`${name}\``,
    `${names.verbs[name]}${byLetter.has(name) ? ' †' : ''}`,
    from.map((state) => names.states[state]).join(say.between),
    to === 'same' ? say.same : names.states[to]!,
    by.map((hand) => handName(hand, language)).join(say.between),
    needs.map((guard: Guard) => names.guards[guard]).join(language === 'en' ? '; ' : '；') || '—',
    `\`${event}\``,
  ]
  return `| ${cells.join(' | ')} |`
}

function matrixRow(name: VerbName, language: Language): string {
  const { from, by }: Verb = verbs[name]
  const cells = caseStates.map((state) => (from.includes(state) ? by.map(letterOf).sort().join('') : ''))
  return `| ${caseworkWords[language].verbs[name]} | ${cells.join(' | ')} |`
}

const verbsIn = (state: (typeof caseStates)[number], language: Language): string[] =>
  verbNames.filter((name) => (verbs[name] as Verb).from.includes(state)).map((name) => caseworkWords[language].verbs[name]!)

const handName = (hand: Hand, language: Language): string =>
  hand === 'applicant' || hand === 'job' ? words[language].hands[hand] : identityWords[language].roles[hand]!

/** A letter for each hand, in the order of the table: A the drafter. */
const letterOf = (hand: Hand): string => String.fromCharCode('A'.charCodeAt(0) + hands.indexOf(hand))
