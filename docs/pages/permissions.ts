import { grantsOf, type Noun, policies, roles } from '#identity'
import type { Language } from '#report'
import { identityWords } from '#words'

const words = {
  en: {
    title: 'Permissions',
    twin: '[中文](permissions.zh-CN.md)',
    intro: [
      'Who may do what. Made from `src/identity/policies` by `npm run docs`; do not edit by hand. A test walks every role, verb, noun and reach and compares with this table.',
      'A post is held at a body, and reaches: `own` things, its `own body`, its `own body and those below` (what files to it at any depth; for the office of a government, what files to that government: Order 711 Art. 3), or `all` of the installation.',
      'Posts held for another under a delegation (代理) count as one’s own, except the three administrations, which are never delegated and never two in one hand. They are held at the region’s government or its office.',
      'The last column says whether the command line and background jobs, which are nobody, may do it too.',
    ],
    rolesTitle: 'Roles',
    rolesHead: '| role | id | is there for |',
    head: '| id | what | who: how far | without a person |',
    yes: 'yes',
    no: 'no',
    between: '; ',
  },
  'zh-CN': {
    title: '权限',
    twin: '[English](permissions.md)',
    intro: [
      '谁能做什么。本页由 `npm run docs` 从 `src/identity/policies` 生成，请勿手工修改。有一个测试逐一核对每个岗位、动作、对象和范围与本表一致。',
      '岗位设在机关，范围有四种：本人的；本机关；本机关和下级（逐级向它报送的机关；政府办公室的下级是向本级政府报送的机关，见条例第三条）；全部。',
      '代理来的岗位和自己的岗位一样算，但三员（系统、安全、审计管理员）不能代理，也不能一人担任两个。三员设在本级政府或其办公室。',
      '最后一列是：命令行和后台任务（不是人）能不能做。',
    ],
    rolesTitle: '岗位',
    rolesHead: '| 岗位 | 代码 | 职责 |',
    head: '| 代码 | 事项 | 谁：范围 | 程序可做 |',
    yes: '可',
    no: '否',
    between: '；',
  },
} as const

/** docs/permissions.md or its Chinese twin: a table a noun, a row a verb. */
export function permissionsPage(language: Language): string {
  const say = words[language]
  const names = identityWords[language]
  const roleRows = roles.map((role) => `| ${names.roles[role]} | \`${role}\` | ${names.roleDuties[role]} |`)
  const tables = (Object.keys(policies) as Noun[]).map((noun) =>
    [`## ${names.nouns[noun]}`, '', say.head, '| --- | --- | --- | --- |', ...rowsOf(noun, language), ''].join('\n'),
  )
  return [
    `# ${say.title}`,
    '',
    say.twin,
    '',
    say.intro.join('\n'),
    '',
    `## ${say.rolesTitle}`,
    '',
    say.rolesHead,
    '| --- | --- | --- |',
    ...roleRows,
    '',
    tables.join('\n'),
  ].join('\n')
}

function rowsOf(noun: Noun, language: Language): string[] {
  const names = identityWords[language]
  const say = words[language]
  return Object.keys(policies[noun]).map((verb) => {
    const { machine, everyone, ...byRole } = grantsOf(noun, verb)
    const held = roles.flatMap((role) => (byRole[role] ? [cellOf(names.roles[role]!, byRole[role], language)] : []))
    const all = everyone ? [cellOf(names.everyone, everyone, language)] : []
    const who = [...all, ...held].join(say.between)
    return `| \`${noun}.${verb}\` | ${names.verbs[verb]} | ${who} | ${machine === false ? say.no : say.yes} |`
  })
}

const cellOf = (name: string, scope: string, language: Language): string =>
  `${name}${language === 'en' ? ': ' : '：'}${identityWords[language].scopes[scope]}`
