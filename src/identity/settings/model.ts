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
  readonly unit: 'days' | 'times' | 'minutes' | 'hours' | 'months'
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
export type Setting = IntegerSetting | TextSetting | BooleanSetting | RolesSetting

export const settingGroups = ['sign-in', 'session', 'audit', 'site', 'approval'] as const
export type SettingGroup = (typeof settingGroups)[number]

const signIn = { scope: 'system', security: true, group: 'sign-in' } as const
const session = { scope: 'system', security: true, group: 'session' } as const
const site = { scope: 'system', security: false, group: 'site' } as const

const credentials = 'GB/T 22239-2019 8.1.4.1 a)'
const failedSignIn = 'GB/T 22239-2019 8.1.4.1 b)'
const marks = '国办发〔2017〕47号'

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
} as const satisfies Record<string, Setting>

export type SettingKey = keyof typeof settings
type ValueOf<S extends Setting> = S extends { type: 'integer' }
  ? number
  : S extends { type: 'text' }
    ? string
    : S extends { type: 'boolean' }
      ? boolean
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
    case 'choices': {
      if (!Array.isArray(given) || given.some((one) => !setting.choices.includes(one as Role))) return { why: 'not-a-choice' }
      return { value: setting.choices.filter((one) => given.includes(one)) }
    }
  }
}
