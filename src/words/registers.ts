/** What is said about registers (台账): their groups, what an import finds, what is refused, what happened. Names of registers and fields are in their definitions. */

type Values = Readonly<Record<string, string | number>>
type Names = Readonly<Record<string, string>>

const chinese = {
  groups: {
    documents: '文件',
    decisions: '决定和收费',
    channels: '发布和账号',
    people: '面向群众',
    supervision: '监督',
    organisation: '组织和制度',
    notices: '上级通知',
  } as Names,
  kinds: { added: '登记', changed: '修改', voided: '划去', restored: '恢复' } as Names,
  countings: { begun: '本年新增', ended: '本年终止', standing: '年底仍在', sum: '本年合计' } as Names,
  unit: '来源单位',
  imports: {
    unknown: (header: string) => `不认识“${header}”这一列。请指明它是哪一项，或者不要这一列`,
    twice: (field: string) => `“${field}”有两列。请指明用哪一列`,
    otherUnit: (header: string) => `“${header}”不是按元。请换算成元，表头改成“金额（元）”，再导入`,
    missing: (field: string) => `缺“${field}”这一列。请补上，或者指明哪一列是它`,
  },
  rules: {
    required: () => '没有填。请填写',
    text: () => '要是文字',
    length: (given: string) => `太长，最多 ${given} 个字。请改短`,
    day: (given: string) => `“${given}”不是日期。请写成 2025-03-01`,
    month: (given: string) => `“${given}”不是月份。请写成 2025-03`,
    count: (given: string) => `“${given}”不是整数。只写数字，不带单位`,
    money: (given: string) => `“${given}”不是金额。按元写，最多两位小数，例如 1234.50`,
    choice: (given: string) => `没有“${given}”这一类。请从列出的里面选`,
    yes: (given: string) => `“${given}”不是“是”或者“否”`,
    link: (given: string) => `“${given}”不是网址。要以 http:// 或者 https:// 开头`,
    unknown: () => '没有这一项',
    repeated: (row: string) => `和第 ${row} 行一模一样。是两件就写明区别（来源单位、备注），是一件就删去一行`,
  } as Readonly<Record<string, (given: string) => string>>,
}

export type RegisterWords = typeof chinese

const english: RegisterWords = {
  groups: {
    documents: 'Documents',
    decisions: 'Decisions and fees',
    channels: 'Posts and accounts',
    people: 'With and for people',
    supervision: 'Supervision',
    organisation: 'Organisation',
    notices: 'Notices from above',
  },
  kinds: { added: 'added', changed: 'changed', voided: 'struck out', restored: 'put back' },
  countings: { begun: 'new in the year', ended: 'ended in the year', standing: 'standing at year end', sum: 'sum of the year' },
  unit: 'Unit',
  imports: {
    unknown: (header) => `Nobody knows the column “${header}”. Say which field it is, or leave it out`,
    twice: (field) => `Two columns are “${field}”. Say which is meant`,
    otherUnit: (header) => `“${header}” is not in 元. Convert the amounts to 元, call the column 金额（元）, then take it in`,
    missing: (field) => `The column “${field}” is missing. Add it, or say which column it is`,
  },
  rules: {
    required: () => 'is empty. Fill it in',
    text: () => 'should be text',
    length: (given) => `is too long: at most ${given} characters. Shorten it`,
    day: (given) => `“${given}” is no day. Write it as 2025-03-01`,
    month: (given) => `“${given}” is no month. Write it as 2025-03`,
    count: (given) => `“${given}” is no whole number. Write figures without a unit`,
    money: (given) => `“${given}” is no amount. Write 元 with at most two decimals, as 1234.50`,
    choice: (given) => `there is no “${given}”. Choose one of those listed`,
    yes: (given) => `“${given}” is neither yes nor no`,
    link: (given) => `“${given}” is no address. It begins with http:// or https://`,
    unknown: () => 'is no field of the register',
    repeated: (row) => `says the same as row ${row}. Two things? Tell them apart (unit, note). One? Delete a row`,
  },
}

export const registerWords: Readonly<Record<'zh-CN' | 'en', RegisterWords>> = { 'zh-CN': chinese, en: english }

/** Sentences of the audit log. */
export const registerEvents: Readonly<Record<'zh-CN' | 'en', Names>> = {
  'zh-CN': {
    'register.added': '在“{register}”登记了“{title}”',
    'register.changed': '修改了“{register}”里的“{title}”',
    'register.voided': '划去了“{register}”里的“{title}”：{reason}',
    'register.restored': '恢复了“{register}”里的“{title}”',
    'register.evidence-added': '给“{register}”里的“{title}”存了依据“{name}”',
    'register.imported': '从“{file}”导入“{register}”{entries} 条',
    'register.import-undone': '撤销了“{register}”的一次导入，划去 {entries} 条',
    'register.reconciled':
      '把“{register}”和“{file}”核对了一遍：只在本台账的 {onlyHere} 条，只在对方的 {onlyThere} 条，不一致的 {differing} 处',
    'register.notice-received': '签收了通知“{title}”',
  },
  en: {
    'register.added': 'added “{title}” to the register “{register}”',
    'register.changed': 'changed “{title}” in the register “{register}”',
    'register.voided': 'struck out “{title}” in the register “{register}”: {reason}',
    'register.restored': 'put back “{title}” in the register “{register}”',
    'register.evidence-added': 'kept evidence “{name}” with “{title}” in the register “{register}”',
    'register.imported': 'took {entries} entries of the register “{register}” from “{file}”',
    'register.import-undone': 'took back an import of the register “{register}”: {entries} entries struck out',
    'register.reconciled':
      'held the register “{register}” against “{file}”: {onlyHere} only here, {onlyThere} only there, {differing} differing',
    'register.notice-received': 'signed for the notice “{title}”',
  },
}

const rule = (language: 'zh-CN' | 'en', name: unknown, given: unknown): string =>
  registerWords[language].rules[String(name)]?.(String(given)) ?? String(name)

/** What registers refuse, by code. */
export const registerFailures = {
  'wrong-register-field': {
    status: 400,
    'zh-CN': ({ label, rule: name, given }: Values) => `${label}：${rule('zh-CN', name, given)}`,
    en: ({ labelEn, rule: name, given }: Values) => `${labelEn}: ${rule('en', name, given)}`,
  },
  'register-order': {
    status: 400,
    'zh-CN': ({ begin, end }: Values) => `${end} 终止，早于 ${begin} 开始。请核对两个日期`,
    en: ({ begin, end }: Values) => `It ends on ${end}, before it begins on ${begin}. Check both days`,
  },
  'register-changed': {
    status: 409,
    'zh-CN': ({ title }: Values) => `“${title}”刚被别人改过。请刷新，看过新的再改`,
    en: ({ title }: Values) => `Somebody has just changed “${title}”. Reload, look, then change it`,
  },
  'register-voided': {
    status: 409,
    'zh-CN': ({ title }: Values) => `“${title}”现在不能这样做：它已经划去，或者本来就没有划去。请刷新`,
    en: ({ title }: Values) => `“${title}” is struck out already, or was not. Reload`,
  },
  'register-key-column': {
    status: 400,
    'zh-CN': ({ column }: Values) => `文件里没有“${column}”这一列，对不上。请补上这一列`,
    en: ({ column }: Values) => `The file has no column “${column}” to pair rows by. Add it`,
  },
} as const
