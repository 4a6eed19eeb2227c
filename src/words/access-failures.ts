/** Refusals of signing in, settings, sign-offs, clocks and holidays. */
import { passwordRules } from './access.ts'
import type { FailureWords } from './failures.ts'
import { settingWords } from './settings.ts'

type Values = Readonly<Record<string, string | number>>

export const accessFailures = {
  'username-taken': {
    status: 409,
    'zh-CN': ({ username }) => `用户名 ${username} 已经有人用了。请换一个`,
    en: ({ username }) => `The username ${username} is taken. Choose another`,
  },
  'weak-password': {
    status: 422,
    'zh-CN': ({ why }) => passwordRules['zh-CN'][String(why)] ?? '这个密码不合要求。请换一个',
    en: ({ why }) => passwordRules.en[String(why)] ?? 'This password does not meet the rules. Choose another',
  },
  'no-such-setting': {
    status: 404,
    'zh-CN': ({ key }) => `没有“${key}”这一项设置。请在设置页里选`,
    en: ({ key }) => `There is no setting “${key}”. Choose one on the page of settings`,
  },
  'wrong-setting': {
    status: 422,
    'zh-CN': (values) => `“${settingWords['zh-CN'].settings[String(values.key)]?.label}”没有改：${settingObjection('zh-CN', values)}`,
    en: (values) => `“${settingWords.en.settings[String(values.key)]?.label}” was not changed: ${settingObjection('en', values)}`,
  },
  'sign-in-refused': {
    status: 401,
    'zh-CN': ({ lockAfter, lockMinutes }) =>
      `用户名或密码不对，没有登录。连续错 ${lockAfter} 次，账号锁定 ${lockMinutes} 分钟；忘了密码或急着用，请找安全管理员`,
    en: ({ lockAfter, lockMinutes }) =>
      `Wrong username or password; you are not signed in. After ${lockAfter} failures in a row an account is locked for ${lockMinutes} minutes. If you forgot the password or cannot wait, ask a security administrator`,
  },
  'wrong-code': {
    status: 422,
    'zh-CN': ({ lockAfter, lockMinutes }) =>
      `验证码不对，或已经用过。请等验证器换出下一个再输；连续错 ${lockAfter} 次，账号锁定 ${lockMinutes} 分钟`,
    en: ({ lockAfter, lockMinutes }) =>
      `The code is wrong, or was used before. Wait for the next one; after ${lockAfter} failures in a row the account is locked for ${lockMinutes} minutes`,
  },
  'wrong-password': {
    status: 422,
    'zh-CN': ({ lockAfter, lockMinutes }) => `现在的密码不对，没有修改。请重新输入；连续错 ${lockAfter} 次，账号锁定 ${lockMinutes} 分钟`,
    en: ({ lockAfter, lockMinutes }) =>
      `The present password is wrong; nothing was changed. Type it again; after ${lockAfter} failures in a row the account is locked for ${lockMinutes} minutes`,
  },
  'wrong-stage': {
    status: 409,
    'zh-CN': () => '登录还没走到这一步，或已经过了这一步。请刷新页面，按页面提示做',
    en: () => 'Signing in is not at this step, or is past it. Reload the page and follow it',
  },
  'totp-set-already': {
    status: 409,
    'zh-CN': () => '已经绑定了验证器。要换手机，请先找安全管理员解除绑定',
    en: () => 'An authenticator is set up already. To change the phone, ask a security administrator to remove it first',
  },
} as const satisfies Record<string, FailureWords>

const settingObjection = (language: 'zh-CN' | 'en', { why, min, max }: Values): string =>
  settingWords[language].objections[String(why)]?.({ min: Number(min), max: Number(max) }) ?? String(why)
