import { type Setting, type SettingKey, settingGroups, settings } from '#identity'
import type { Language } from '#report'
import { identityWords, settingWords } from '#words'

const words = {
  en: {
    title: 'Settings',
    twin: '[中文](settings.zh-CN.md)',
    intro: [
      'What an installation chooses, on the desk under Settings. Made from `src/identity/settings/model.ts` by `npm run docs`; do not edit by hand.',
      'A value that was never changed is the default of the version that runs. Every change is an event of the audit log, with the value before and after.',
      'Settings of security are changed by the security administrator alone, the others by the system administrator ([permissions](permissions.md)).',
    ],
    head: '| key | what | values | default | changed by | because of |',
    security: 'security administrator',
    system: 'system administrator',
    orZero: ', or 0',
    text: (max: number) => `text, up to ${max} characters`,
    yesNo: 'yes or no',
    roles: 'any of the roles',
    empty: 'empty',
    yes: 'yes',
    no: 'no',
    none: '—',
    ofBody: ' (of a body)',
    comma: ', ',
  },
  'zh-CN': {
    title: '设置',
    twin: '[English](settings.md)',
    intro: [
      '一套系统可以自己定的事项，在工作台的“设置”里改。本页由 `npm run docs` 从 `src/identity/settings/model.ts` 生成，请勿手工修改。',
      '没有改过的，就用现在这个版本的默认值。每次修改都记入审计，连同改前改后的值。',
      '安全类设置只有安全管理员能改，其余由系统管理员改（见[权限](permissions.zh-CN.md)）。',
    ],
    head: '| 代码 | 事项 | 可填 | 默认 | 谁能改 | 依据 |',
    security: '安全管理员',
    system: '系统管理员',
    orZero: '，或 0',
    text: (max: number) => `文字，最多 ${max} 字`,
    yesNo: '是或否',
    roles: '岗位，可多选',
    empty: '空',
    yes: '是',
    no: '否',
    none: '—',
    ofBody: '（按机关）',
    comma: '、',
  },
} as const

/** docs/settings.md or its Chinese twin: a table a group, a row a setting. */
export function settingsPage(language: Language): string {
  const say = words[language]
  const names = settingWords[language]
  const tables = settingGroups.map((group) =>
    [`## ${names.groups[group]}`, '', say.head, '| --- | --- | --- | --- | --- | --- |', ...rowsOf(group, language), ''].join('\n'),
  )
  return [`# ${say.title}`, '', say.twin, '', say.intro.join('\n'), '', ...tables].join('\n')
}

function rowsOf(group: string, language: Language): string[] {
  const say = words[language]
  const names = settingWords[language]
  return (Object.keys(settings) as SettingKey[])
    .filter((key) => settings[key].group === group)
    .map((key) => {
      const setting: Setting = settings[key]
      const { label, note } = names.settings[key]!
      const what = `**${label}**${setting.scope === 'body' ? say.ofBody : ''} ${note}`
      const by = setting.security ? say.security : say.system
      return `| \`${key}\` | ${what} | ${valuesOf(key, setting, language)} | ${defaultOf(key, setting, language)} | ${by} | ${setting.source ?? say.none} |`
    })
}

function valuesOf(key: string, setting: Setting, language: Language): string {
  const say = words[language]
  switch (setting.type) {
    case 'integer':
      return `${setting.min}–${setting.max} ${settingWords[language].units[setting.unit]}${setting.zero ? say.orZero : ''}`
    case 'text':
      return say.text(setting.max)
    case 'boolean':
      return say.yesNo
    case 'choices':
      return say.roles
    case 'choice':
      return choicesOf(setting.choices, key, language).join(say.comma)
  }
}

function defaultOf(key: string, setting: Setting, language: Language): string {
  const say = words[language]
  switch (setting.type) {
    case 'integer':
      return String(setting.default)
    case 'text':
      return setting.default === '' ? say.empty : setting.default
    case 'boolean':
      return setting.default ? say.yes : say.no
    case 'choices':
      return setting.default.map((role) => identityWords[language].roles[role]).join(say.comma)
    case 'choice':
      return choicesOf([setting.default], key, language)[0]!
  }
}

const choicesOf = (choices: readonly string[], key: string, language: Language): string[] =>
  choices.map((choice) => settingWords[language].choices[key]![choice]!)
