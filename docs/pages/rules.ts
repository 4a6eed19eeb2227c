import { type Check, type Context, checks, draw, type Example, type Language, type RuleId, ruleIds, sentence } from '#report'

/** What the parts of an id before the dot speak of, in the order of the page. */
const families: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  requests: { en: 'Table 3: requests', 'zh-CN': '表三：申请' },
  challenges: { en: 'Table 4: reconsideration and litigation', 'zh-CN': '表四：复议、诉讼' },
  proactive: { en: 'Table 2: proactive publication', 'zh-CN': '表二：主动公开' },
  cell: { en: 'Single cells', 'zh-CN': '单个格子' },
  form: { en: 'The form', 'zh-CN': '格式' },
  prose: { en: 'Prose', 'zh-CN': '正文' },
  chapter: { en: 'What a chapter must hold', 'zh-CN': '各章应有的内容' },
  years: { en: 'Between years and between bodies', 'zh-CN': '年度之间、机关之间' },
  fees: { en: 'Fees', 'zh-CN': '收费' },
  refused: { en: 'Rows seldom used', 'zh-CN': '少见的情形' },
  excessive: { en: 'Rows seldom used', 'zh-CN': '少见的情形' },
  supervision: { en: 'Supervision', 'zh-CN': '监督' },
  citation: { en: 'Citations and terms', 'zh-CN': '引文和用语' },
  term: { en: 'Citations and terms', 'zh-CN': '引文和用语' },
  document: { en: 'The file', 'zh-CN': '文件本身' },
}

const words = {
  en: {
    title: 'The rules',
    twin: '[中文](rules.zh-CN.md)',
    intro: [
      'Every rule `gongkai check` knows. Ids are stable: more may be added, none is renamed. They are the same in the text output, `--json`, SARIF and on the page.',
      'Made from `src/report/checks` by `npm run docs`; do not edit by hand. Each example is run by the tests.',
      '`error`: the report breaks the form or the law. `warning`: a question somebody should answer before publishing. `info`: good to know.',
      'A sum in which a doubtful cell stands is never an error: the reading may be wrong, not the body.',
    ],
    head: '| id | severest | what must hold |',
    quotes: 'The report: ',
  },
  'zh-CN': {
    title: '核对规则',
    twin: '[English](rules.md)',
    intro: [
      '`gongkai check` 的全部规则。编号固定：只增加，不改名；文字输出、`--json`、SARIF 和网页上用的都是这些编号。',
      '本页由 `npm run docs` 从 `src/report/checks` 生成，请勿手工修改。每个例子都由测试运行。',
      '`error`：不合格式或法规。`warning`：发布前应有人回答的问题。`info`：供参考。',
      '凡等式里有存疑的格子，都不算错误：也许是读错了，不是机关写错了。',
    ],
    head: '| 编号 | 最高级别 | 要求 |',
    quotes: '原文：',
  },
} as const

/** docs/rules.md or its Chinese twin: every rule in the order of `ruleIds`, gathered by what it speaks of. */
export function rulesPage(language: Language): string {
  const say = words[language]
  const byId = new Map(checks.map((check) => [check.id, check]))
  const groups = new Map<string, Check[]>()
  for (const id of ruleIds) {
    const name = families[familyOf(id)]![language]
    groups.set(name, [...(groups.get(name) ?? []), byId.get(id)!])
  }
  const rows = ruleIds.map((id) => `| [\`${id}\`](#${anchorOf(id)}) | ${byId.get(id)!.severity} | ${plain(byId.get(id)!.rule[language])} |`)
  const parts = [...groups].map(([name, members]) => `## ${name}\n\n${members.map((check) => ruleOf(check, language)).join('\n')}`)
  return `# ${say.title}\n\n${say.twin}\n\n${say.intro.join('\n')}\n\n${say.head}\n| --- | --- | --- |\n${rows.join('\n')}\n\n${parts.join('\n')}`
}

const familyOf = (id: RuleId): string => id.split('.')[0]!

/** The name GitHub and most viewers give a heading that is an id. */
const anchorOf = (id: RuleId): string => id.replaceAll('.', '')

function ruleOf(check: Check, language: Language): string {
  const holds = check.examples.pass.map((example) => example.shows).join('; ')
  return [
    `### ${check.id}`,
    '',
    plain(check.rule[language]),
    '',
    language === 'en'
      ? `Severest: \`${check.severity}\`. Rests on: ${plain(check.source)}. Silent, for example: ${plain(holds)}.`
      : `最高级别：\`${check.severity}\`。依据：${plain(check.source)}。`,
    '',
    ...check.examples.fail.flatMap((example) => [exampleOf(check, example, language), '']),
  ].join('\n')
}

/** What an example shows (in English only), the words of the report the finding speaks of, and the sentence it gives. */
function exampleOf(check: Check, example: Example, language: Language): string {
  const finding = check.find(draw(example.given), contextOf(example))[0]!
  const quote = finding.quote === undefined ? '' : `${words[language].quotes}“${plain(shortened(finding.quote))}”  \n> `
  const shows = language === 'en' ? `Broken: ${plain(example.shows)}.\n` : ''
  return `${shows}> ${quote}\`${finding.severity}\` ${plain(sentence(finding, language))}`
}

const contextOf = ({ context = {} }: Example): Context => ({
  ...(context.level ? { level: context.level } : {}),
  ...(context.bothFiled === undefined ? {} : { bothFiled: context.bothFiled }),
  ...(context.lastYear ? { lastYear: draw(context.lastYear) } : {}),
  ...(context.others ? { others: context.others.map(draw) } : {}),
})

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Text that Markdown takes as it stands, on one line. */
export const plain = (text: string): string => text.replaceAll(/[\\*_|<>[\]`]/g, '\\$&').replaceAll('\n', ' ')
