import { measuresOf, type RegisterDefinition, type RegisterField, registerGroups, registers } from '#registers'
import { cellName, type Language } from '#report'
import { registerWords } from '#words'

const words = {
  en: {
    title: 'Registers',
    twin: '[中文](registers.zh-CN.md)',
    intro: [
      'The year’s records beside the requests: what table 二 counts, and what chapters one, five and six are drafted from. At the desk under 年报台账. Made from `src/registers/definitions` by `npm run docs`; do not edit by hand.',
      'Entries are written one by one or taken in from XLSX or CSV (UTF-8 or GB 18030): tried first, every wrong row listed, then all rows or none, and an import can be taken back. A column that nobody knows is named once and remembered. What is struck out stays readable and is not counted. Every change keeps what was before, who changed it and why; evidence hangs on the entry.',
      'A new register is a file of data: its form, list, filters, history, import, export and what it counts come from the definition.',
    ],
    head: '| field | heading in files | kind | |',
    required: 'required',
    counts: 'Counts in',
    names: 'Names for prose',
    source: 'Asked for by',
    reconciled: 'Held against',
    below: 'Kept by the office above; bodies below sign for it.',
  },
  'zh-CN': {
    title: '年报台账',
    twin: '[English](registers.md)',
    intro: [
      '申请以外的全年记录：表二从这里数，第一、五、六章从这里起草。工作台的“年报台账”。本页由 `npm run docs` 从 `src/registers/definitions` 生成，请勿手工修改。',
      '逐条登记，或者从 XLSX、CSV（UTF-8 或 GB 18030）导入：先试读，错的行逐条列出，要么全进要么不进，导入可以撤销。不认识的列指明一次就记住。划去的还看得到，不再计数。每次修改都留着改前的样子、谁改的、为什么；佐证挂在条目上。',
      '加一种台账只要一个数据文件：表单、列表、筛选、经过、导入、导出和怎样计数都从定义来。',
    ],
    head: '| 项 | 表头 | 类型 | |',
    required: '必填',
    counts: '算入',
    names: '正文可用的名字',
    source: '依据',
    reconciled: '对账',
    below: '由上级登记，下级签收。',
  },
} as const

/** docs/registers.md or its Chinese twin: a section a register. */
export function registersPage(language: Language): string {
  const say = words[language]
  const groups = registerGroups.flatMap((group) => [
    `## ${registerWords[language].groups[group]}`,
    '',
    ...registers.filter((one) => one.group === group).flatMap((one) => sectionOf(one, language)),
  ])
  return [`# ${say.title}`, '', say.twin, '', say.intro.join('\n\n'), '', ...groups].join('\n')
}

function sectionOf(definition: RegisterDefinition, language: Language): string[] {
  const say = words[language]
  const { id, name, about, source, fields, cells = {}, reconciledWith, forBelow } = definition
  const facts = [
    `${say.source}: ${source}`,
    Object.keys(cells).length > 0
      ? `${say.counts}: ${Object.keys(cells)
          .map((cell) => `${cellName(cell)} (\`${cell}\`)`)
          .join(', ')}`
      : '',
    measuresOf(definition).length > 0
      ? `${say.names}: ${measuresOf(definition)
          .filter(({ part }) => part === null)
          .map(({ key }) => `\`{{${key}}}\``)
          .join(' ')}`
      : '',
    reconciledWith ? `${say.reconciled}: ${reconciledWith.whose[language]}` : '',
    forBelow ? say.below : '',
  ]
  return [
    `### ${name[language]} (\`${id}\`)`,
    '',
    about[language],
    '',
    ...facts.filter(Boolean).map((fact) => `- ${fact}`),
    '',
    say.head,
    '| --- | --- | --- | --- |',
    ...fields.map((field) => rowOf(field, language)),
    '',
  ]
}

const rowOf = ({ label, kind, required, aliases = [], options = {} }: RegisterField, language: Language): string =>
  `| ${label[language]} | ${[label['zh-CN'], ...aliases].join('、')} | ${kind}${
    kind === 'choice'
      ? `: ${Object.values(options)
          .map((option) => option[language])
          .join(language === 'en' ? ', ' : '、')}`
      : ''
  } | ${required ? words[language].required : ''} |`
