/** What may be set, as data. Names and notes in both languages are in words/settings.ts; docs/settings.md is made from here. */
import { type Role, roles } from '../model.ts'

interface Common {
  /** For the whole installation, or for one body. */
  readonly scope: 'system' | 'body'
  /** Those of security are changed by the security administrator alone, the others by the system administrator. */
  readonly security: boolean
  readonly group: SettingGroup
  /** The provision it answers to. */
  readonly source?: string
}
export interface IntegerSetting extends Common {
  readonly type: 'integer'
  readonly default: number
  readonly min: number
  readonly max: number
  /** 0 is taken below `min` too: it switches the rule off. */
  readonly zero?: true
  readonly unit: 'days' | 'working-days' | 'times' | 'minutes' | 'hours' | 'months'
}
export interface TextSetting extends Common {
  readonly type: 'text'
  readonly default: string
  /** Most characters. */
  readonly max: number
  /** What it must look like where it is not empty. */
  readonly pattern?: RegExp
}
export interface BooleanSetting extends Common {
  readonly type: 'boolean'
  readonly default: boolean
}
export interface RolesSetting extends Common {
  readonly type: 'choices'
  readonly default: readonly Role[]
  readonly choices: readonly Role[]
}
/** One of several; the choices' names are in the words by `key.choice`. */
export interface ChoiceSetting extends Common {
  readonly type: 'choice'
  readonly default: string
  readonly choices: readonly string[]
}
export type Setting = IntegerSetting | TextSetting | BooleanSetting | RolesSetting | ChoiceSetting

export const settingGroups = ['sign-in', 'session', 'audit', 'site', 'approval', 'casework', 'letters', 'fees', 'report'] as const
export type SettingGroup = (typeof settingGroups)[number]

const signIn = { scope: 'system', security: true, group: 'sign-in' } as const
const session = { scope: 'system', security: true, group: 'session' } as const
const site = { scope: 'system', security: false, group: 'site' } as const

const credentials = 'GB/T 22239-2019 8.1.4.1 a)'
const failedSignIn = 'GB/T 22239-2019 8.1.4.1 b)'
const marks = '国办发〔2017〕47号'
const ofBody = { scope: 'body', security: false } as const
const regulation = '《政府信息公开条例》'
/** Who may be a step of review before a paper leaves the house. */
const reviewers = ['reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader'] as const satisfies readonly Role[]

export const settings = {
  passwordDays: { ...signIn, type: 'integer', default: 90, min: 30, max: 365, zero: true, unit: 'days', source: credentials },
  lockAfter: { ...signIn, type: 'integer', default: 5, min: 3, max: 20, unit: 'times', source: failedSignIn },
  lockMinutes: { ...signIn, type: 'integer', default: 15, min: 1, max: 1440, unit: 'minutes', source: failedSignIn },
  totpRoles: {
    ...signIn,
    type: 'choices',
    default: ['disclosure-officer', 'leader', 'higher-office', 'system-admin', 'security-admin', 'audit-admin'],
    choices: roles,
    source: 'GB/T 22239-2019 8.1.4.1 d)',
  },
  sessionIdleMinutes: { ...session, type: 'integer', default: 30, min: 5, max: 480, unit: 'minutes', source: failedSignIn },
  sessionHours: { ...session, type: 'integer', default: 12, min: 1, max: 24, unit: 'hours', source: failedSignIn },
  auditMonths: {
    scope: 'system',
    security: true,
    group: 'audit',
    type: 'integer',
    default: 0,
    min: 6,
    max: 1200,
    zero: true,
    unit: 'months',
    source: '《网络安全法》第二十一条第三项（2016）',
  },
  organiser: { ...site, type: 'text', default: '', max: 100, source: marks },
  undertaker: { ...site, type: 'text', default: '', max: 100, source: marks },
  siteCode: { ...site, type: 'text', default: '', max: 10, pattern: /^(?:\d{10}|bm\d{8})$/, source: marks },
  icpNumber: { ...site, type: 'text', default: '', max: 40, source: '《互联网信息服务管理办法》第十二条' },
  policeNumber: { ...site, type: 'text', default: '', max: 40, source: '《计算机信息网络国际联网安全保护管理办法》第十二条' },
  contact: { ...site, type: 'text', default: '', max: 200, source: marks },
  noteOnSecrets: { ...site, type: 'text', default: '', max: 200, source: '《保守国家秘密法》' },
  smallBody: { scope: 'body', security: false, group: 'approval', type: 'boolean', default: false },
  answerReview: {
    ...ofBody,
    group: 'approval',
    type: 'choices',
    default: ['disclosure-officer', 'leader'],
    choices: reviewers,
    source: `${regulation}第十七条`,
  },
  noticeReview: { ...ofBody, group: 'approval', type: 'choices', default: ['disclosure-officer'], choices: reviewers },
  legalReview: { ...ofBody, group: 'approval', type: 'boolean', default: false },
  applyOnline: { ...ofBody, group: 'casework', type: 'boolean', default: true, source: `${regulation}第二十九条` },
  emailReceipt: {
    ...ofBody,
    group: 'casework',
    type: 'choice',
    default: 'earlier',
    choices: ['earlier', 'system', 'confirmation'],
    source: `${regulation}第三十一条；国办公开办函〔2015〕207号`,
  },
  correctionDays: {
    ...ofBody,
    group: 'casework',
    type: 'integer',
    default: 15,
    min: 5,
    max: 60,
    unit: 'working-days',
    source: `${regulation}第三十条`,
  },
  reasonsDays: {
    ...ofBody,
    group: 'casework',
    type: 'integer',
    default: 10,
    min: 3,
    max: 60,
    unit: 'working-days',
    source: `${regulation}第三十五条`,
  },
  internalDays: { ...ofBody, group: 'casework', type: 'integer', default: 10, min: 1, max: 19, zero: true, unit: 'working-days' },
  outcomeWithoutRow: {
    ...ofBody,
    group: 'casework',
    type: 'choice',
    default: 'otherOther',
    choices: ['otherOther', 'unableNotHeld', 'rejectedPetition'],
    source: '国办公开办函〔2021〕30号',
  },
  mixedApplicants: {
    ...ofBody,
    group: 'casework',
    type: 'choice',
    default: 'first',
    choices: ['first', 'natural-person', 'organisation'],
    source: '国办公开办函〔2021〕30号',
  },
  reopenedCounts: {
    ...ofBody,
    group: 'casework',
    type: 'choice',
    default: 'once',
    choices: ['once', 'anew'],
    source: '国办公开办函〔2021〕30号',
  },
  withheldMonths: {
    ...ofBody,
    group: 'casework',
    type: 'integer',
    default: 12,
    min: 1,
    max: 60,
    unit: 'months',
    source: `${regulation}第十八条`,
  },
  requestNumber: { ...ofBody, group: 'letters', type: 'text', default: '{年}-{号:4}', max: 40, pattern: /\{号(?::\d)?\}/ },
  letterNumber: { ...ofBody, group: 'letters', type: 'text', default: '{字}〔{年}〕{号}号', max: 40, pattern: /\{号(?::\d)?\}/ },
  letterWord: { ...ofBody, group: 'letters', type: 'text', default: '', max: 20 },
  onlineReconsideration: { ...ofBody, group: 'letters', type: 'text', default: '', max: 200, source: '《行政复议法》第二十二条第二款' },
  reportReview: {
    ...ofBody,
    group: 'report',
    type: 'choices',
    default: ['disclosure-officer', 'leader'],
    choices: reviewers,
    source: `${regulation}第五十条`,
  },
  lapsedCounts: { ...ofBody, group: 'report', type: 'boolean', default: false, source: '国办公开办函〔2021〕30号' },
  chargesFees: { ...ofBody, group: 'fees', type: 'boolean', default: false, source: '国办函〔2020〕109号' },
  feeMonth: {
    ...ofBody,
    group: 'fees',
    type: 'choice',
    default: 'received',
    choices: ['received', 'submitted'],
    source: '国办函〔2020〕109号第四条',
  },
  feeAccount: { ...ofBody, group: 'fees', type: 'text', default: '', max: 300 },
} as const satisfies Record<string, Setting>

export type SettingKey = keyof typeof settings
type ValueOf<S extends Setting> = S extends { type: 'integer' }
  ? number
  : S extends { type: 'text' }
    ? string
    : S extends { type: 'boolean' }
      ? boolean
      : S extends { type: 'choice'; choices: readonly (infer C)[] }
        ? C
        : readonly Role[]
export type SettingValue<K extends SettingKey> = ValueOf<(typeof settings)[K]>

/** The value as the setting wants it, or why it is not one. */
export type Checked = { readonly value: number | string | boolean | readonly Role[] } | { readonly why: SettingObjection }
export type SettingObjection = 'not-whole' | 'out-of-bounds' | 'not-text' | 'too-long' | 'wrong-form' | 'not-yes-or-no' | 'not-a-choice'

/** Whether a value may stand for a setting; what came from outside is checked here and nowhere else. */
export function checkSetting(setting: Setting, given: unknown): Checked {
  switch (setting.type) {
    case 'integer': {
      if (typeof given !== 'number' || !Number.isInteger(given)) return { why: 'not-whole' }
      if (given === 0 && setting.zero) return { value: 0 }
      return given < setting.min || given > setting.max ? { why: 'out-of-bounds' } : { value: given }
    }
    case 'text': {
      if (typeof given !== 'string') return { why: 'not-text' }
      const tidy = given.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
      if ([...tidy].length > setting.max) return { why: 'too-long' }
      return tidy !== '' && setting.pattern && !setting.pattern.test(tidy) ? { why: 'wrong-form' } : { value: tidy }
    }
    case 'boolean':
      return typeof given === 'boolean' ? { value: given } : { why: 'not-yes-or-no' }
    case 'choice':
      return typeof given === 'string' && setting.choices.includes(given) ? { value: given } : { why: 'not-a-choice' }
    case 'choices': {
      if (!Array.isArray(given) || given.some((one) => !setting.choices.includes(one as Role))) return { why: 'not-a-choice' }
      return { value: setting.choices.filter((one) => given.includes(one)) }
    }
  }
}
