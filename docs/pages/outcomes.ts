import { firstQuestion, outcomes, questions } from '#casework'
import { formOf, type Language } from '#report'
import { caseworkWords, outcomeWords, paperWords } from '#words'

const words = {
  en: {
    title: 'The decision tree (处理结果)',
    twin: '[中文](outcomes.zh-CN.md)',
    intro: [
      'The questions that lead to the outcome of a request, in the order of the law, and what each outcome brings with it: the row of table 三, the letter, the provisions cited, the remedies told, and what must have been done before. Made from `src/casework/outcomes.ts` by `npm run docs`; do not edit by hand.',
      'A request has one outcome. A split answer counts under （二）部分公开 alone. Withdrawn requests count under （六）3; those not corrected or not paid in time under （六）1 and 2, without going through the tree. Corrections of a record about oneself (Art. 41) count nowhere.',
      'What the form has no row for (not government information, advice) counts where the setting `outcomeWithoutRow` says: （六）3 unless changed. The Regulation has no article for confirming or issuing anew what somebody has; the letter cites Art. 38, and a body may word it otherwise.',
    ],
    trees: { request: 'Questions of a request', 'record-correction': 'Questions of a correction (Art. 41)' },
    questionHead: '| question | id | answer | leads to | source |',
    outcomeTitle: 'Outcomes',
    outcomeHead: '| outcome | id | row of table 三 | letter | cites | remedies | needs |',
    bySetting: 'by setting',
    outside: 'none',
    between: '; ',
  },
  'zh-CN': {
    title: '处理结果：判断步骤',
    twin: '[English](outcomes.md)',
    intro: [
      '一件申请的结果怎样一步步判断（按条例的顺序），每个结果带来什么：计入表三哪一行、用什么文书、引哪些条文、怎样写救济途径、之前必须做完什么。本页由 `npm run docs` 从 `src/casework/outcomes.ts` 生成，请勿手工修改。',
      '一件申请只有一个结果。区分处理的只计入“（二）部分公开”。撤回的计入“（六）3”；逾期不补正、逾期不缴费的计入“（六）1”“（六）2”，不走这些步骤。更正与自己有关的记录（第四十一条）不计入表三。',
      '表三没有对应行的（不是政府信息、咨询），按设置“outcomeWithoutRow”计，默认计入“（六）3”。要求确认或者重新出具已获取信息的，条例没有专条，文书默认引第三十八条，本机关可以改写。',
    ],
    trees: { request: '申请的判断步骤', 'record-correction': '更正申请的判断步骤（第四十一条）' },
    questionHead: '| 问题 | 代码 | 回答 | 去向 | 依据 |',
    outcomeTitle: '结果',
    outcomeHead: '| 结果 | 代码 | 表三的行 | 文书 | 引用 | 救济 | 前提 |',
    bySetting: '按设置',
    outside: '不计入',
    between: '；',
  },
} as const

/** docs/outcomes.md or its Chinese twin. */
export function outcomesPage(language: Language): string {
  const say = words[language]
  const names = outcomeWords[language]
  const rows = formOf('2021').requests.rows
  const rowName = (key: string): string => {
    const row = rows.find((one) => one.key === key)!
    return [row.group, row.label].filter(Boolean).join(' ')
  }
  const reached = (first: string): string[] => {
    const found = [first]
    for (const id of found)
      for (const { next } of questions.find((one) => one.id === id)!.answers)
        if ('question' in next && !found.includes(next.question)) found.push(next.question)
    return questions.map(({ id }) => id).filter((id) => found.includes(id))
  }
  const questionRows = (first: string): string[] =>
    reached(first).flatMap((id) => {
      const { source, answers } = questions.find((one) => one.id === id)!
      return answers.map(({ id: answer, next }, index) => {
        const leads = 'question' in next ? `\`${next.question}\`` : `**${names.outcomes[next.outcome]}**`
        const lead = index === 0 ? [names.questions[id], `\`${id}\``] : ['', '']
        return `| ${[...lead, names.answers[`${id}.${answer}`], leads, index === 0 ? source : ''].join(' | ')} |`
      })
    })
  const needName = (need: string): string => caseworkWords[language].needs[need] ?? caseworkWords[language].guards[need] ?? need
  const own = new Set(reached(firstQuestion['record-correction']).flatMap((id) => leavesOf(id)))
  const outcomeRows = Object.values(outcomes).map(({ id, row, letter, cites, remedy, needs }) => {
    const cells = [
      names.outcomes[id],
      `\`${id}\``,
      row === null ? (own.has(id) ? say.outside : say.bySetting) : rowName(row),
      paperWords[language].kinds[letter],
      cites.map((cite) => cite.replace('《政府信息公开条例》', '')).join('、'),
      names.remedies[remedy],
      needs.map(needName).join(say.between),
    ]
    return `| ${cells.join(' | ')} |`
  })
  return `${[
    `# ${say.title}`,
    say.twin,
    ...say.intro,
    ...(['request', 'record-correction'] as const).flatMap((type) => [
      `## ${say.trees[type]}`,
      [say.questionHead, '| --- | --- | --- | --- | --- |', ...questionRows(firstQuestion[type])].join('\n'),
    ]),
    `## ${say.outcomeTitle}`,
    [say.outcomeHead, '| --- | --- | --- | --- | --- | --- | --- |', ...outcomeRows].join('\n'),
  ].join('\n\n')}\n`
}

const leavesOf = (question: string): string[] =>
  questions.find(({ id }) => id === question)!.answers.flatMap(({ next }) => ('outcome' in next ? [next.outcome] : []))
