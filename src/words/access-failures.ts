/** Refusals of signing in, settings, sign-offs, clocks and holidays. */
import { passwordRules } from './access.ts'
import type { FailureWords } from './failures.ts'
import { identityWords } from './identity.ts'
import { settingWords } from './settings.ts'
import { taskWords } from './tasks.ts'

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
  'task-done': {
    status: 409,
    'zh-CN': ({ title }) => `“${title}”已经办完了。请刷新后再看`,
    en: ({ title }) => `“${title}” is done already. Reload and look again`,
  },
  'task-done-elsewhere': {
    status: 409,
    'zh-CN': ({ title }) => `“${title}”不能直接勾掉。请打开它，在那里办`,
    en: ({ title }) => `“${title}” cannot be ticked off. Open it and finish it there`,
  },
  'wrong-deadline': {
    status: 422,
    // The calendar words what does not fit a clock; it is a part of its own.
    'zh-CN': ({ chinese }) => String(chinese),
    en: ({ english }) => String(english),
  },
  'received-tomorrow': {
    status: 422,
    'zh-CN': ({ day }) => `收到日期 ${day} 还没到。请核对日期`,
    en: ({ day }) => `The day of receipt, ${day}, is still to come. Check it`,
  },
  'clock-kept-already': {
    status: 409,
    'zh-CN': ({ title }) => `“${title}”已经在计时。请打开原来的那一个`,
    en: ({ title }) => `A clock of “${title}” runs already. Open that one`,
  },
  'clock-closed': {
    status: 409,
    'zh-CN': ({ title }) => `“${title}”的计时已经结束，不能再改。请刷新后再看`,
    en: ({ title }) => `The clock of “${title}” was closed and cannot be changed. Reload and look again`,
  },
  'wrong-notice': {
    status: 422,
    'zh-CN': ({ why, day }) => noticeProblems['zh-CN'][String(why)]!(String(day)),
    en: ({ why, day }) => noticeProblems.en[String(why)]!(String(day)),
  },
  'local-day-works': {
    status: 422,
    'zh-CN': ({ day }) => `${day} 本来就上班，不用另报。请核对日期`,
    en: ({ day }) => `${day} is a working day as it is. Check the day`,
  },
  'local-day-rests': {
    status: 422,
    'zh-CN': ({ day }) => `${day} 本来就休息，不用另报。请核对日期`,
    en: ({ day }) => `${day} is free as it is. Check the day`,
  },
  'local-day-taken': {
    status: 409,
    'zh-CN': ({ day }) => `${day} 已经有一条本地安排在审核或已生效。要改，请先撤销那一条`,
    en: ({ day }) => `${day} has a local arrangement, proposed or in force. Withdraw that one first`,
  },
  'local-day-over': {
    status: 409,
    'zh-CN': ({ day }) => `${day} 的本地安排已被退回或撤销，不用再撤。请刷新后再看`,
    en: ({ day }) => `The arrangement of ${day} was returned or withdrawn already. Reload and look again`,
  },
  'sent-already': {
    status: 409,
    'zh-CN': ({ title }) => `“${title}”正在审核，不能重复送审。要改，请先撤回`,
    en: ({ title }) => `“${title}” is under review and cannot be sent twice. Take it back first to change it`,
  },
  'sign-off-closed': {
    status: 409,
    'zh-CN': ({ title, state }) => `“${title}”${taskWords['zh-CN'].states[String(state)]}，这一轮已经结束。请刷新后再看`,
    en: ({ title, state }) => `“${title}” was ${taskWords.en.states[String(state)]}; this round is over. Reload and look again`,
  },
  'not-your-step': {
    status: 403,
    'zh-CN': ({ needs, step }) =>
      `现在这一步要由${roleName('zh-CN', needs, step)}办，不是这个人的岗位。请等那一步办完，或请担任这个岗位的同事办`,
    en: ({ needs, step }) =>
      `The step that is due belongs to: ${roleName('en', needs, step)}. Wait until it is taken, or ask a colleague who holds that post`,
  },
  'own-text': {
    status: 403,
    'zh-CN': () => '起草的人不能审核自己起草的，代理也不行。请另一位同事办',
    en: () => 'Nobody approves their own text, nor has it approved by who acts for them. Ask another colleague',
  },
  'paper-own-text': {
    status: 403,
    'zh-CN': () => '自己起草的，不能由自己登记线下签批。请另一位同事登记；机关人手少，可以在设置里打开“人手少，审核签发可以合并”',
    en: () =>
      'Nobody records a signature on paper under their own text. Ask another colleague to record it; a body with few people may turn on “Few people: steps of approval may merge” in the settings',
  },
  'second-approval': {
    status: 403,
    'zh-CN': () => '同一个人不能审核两次，自己办一次、代理别人再办一次也不行。请另一位同事办',
    en: () => 'One person approves once, for themselves or for another. Ask another colleague',
  },
  'content-changed': {
    status: 409,
    'zh-CN': ({ title }) => `“${title}”送审以后内容变了，没有签。请刷新，看过新内容再定；要签新内容，须重新送审`,
    en: ({ title }) =>
      `“${title}” changed after it was sent; nothing was signed. Reload and look again; to sign the new text it must be sent anew`,
  },
  'opinion-missing': {
    status: 422,
    'zh-CN': () => '退回要写意见，起草人才知道改什么。请写上再退',
    en: () => 'A return needs an opinion, so that the drafter knows what to change. Write it, then return',
  },
  'not-the-step': {
    status: 409,
    'zh-CN': ({ due, given }) => `现在该办第 ${due} 步，这张纸是第 ${given} 步的。请先登记前面的，或核对步骤`,
    en: ({ due, given }) => `Step ${due} is due; this sheet is of step ${given}. Record the earlier ones first, or check the step`,
  },
  'signed-out-of-time': {
    status: 422,
    'zh-CN': ({ day, from, to }) => `签字日期 ${day} 不对：应在送审的 ${from} 到今天 ${to} 之间。请对照纸上的日期`,
    en: ({ day, from, to }) => `The day of signing, ${day}, must lie between ${from}, when it was sent, and today, ${to}. Check the sheet`,
  },
} as const satisfies Record<string, FailureWords>

const settingObjection = (language: 'zh-CN' | 'en', { why, min, max }: Values): string =>
  settingWords[language].objections[String(why)]?.({ min: Number(min), max: Number(max) }) ?? String(why)

const roleName = (language: 'zh-CN' | 'en', role: string | number | undefined, step: string | number | undefined): string => {
  const name = identityWords[language].roles[String(role)] ?? String(role)
  if (!Number(step)) return name
  return language === 'en' ? `${name} of step ${step}` : `第 ${step} 步${name}`
}

/** What is wrong with the notice of a year. */
const noticeProblems: Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, (day: string) => string>>>> = {
  'zh-CN': {
    empty: (year) => `${year} 年的通知里没有放假的日子。请把周一到周五放假的日子写上`,
    'not-a-day': (day) => `“${day}”不是日期。请写成 2026-01-20 的样子`,
    'other-year': (day) => `${day} 不在通知的那一年，也不在跨年的假期里。请核对年份`,
    both: (day) => `${day} 又写放假又写上班。请删掉一个`,
    'off-weekend': (day) => `${day} 是周末，本来就休息。放假只写周一到周五的日子，请删掉它`,
    'worked-weekday': (day) => `${day} 不是周末。调休上班只写周六、周日，请核对`,
  },
  en: {
    empty: (year) => `The notice of ${year} names no day off. Write the days from Monday to Friday that are off`,
    'not-a-day': (day) => `“${day}” is no day. Write it as 2026-01-20`,
    'other-year': (day) => `${day} lies neither in the year of the notice nor in a holiday at its turn. Check the year`,
    both: (day) => `${day} is written both as off and as worked. Leave one out`,
    'off-weekend': (day) => `${day} is a weekend and free as it is. Only Monday to Friday are written as off; leave it out`,
    'worked-weekday': (day) => `${day} is no weekend. Only Saturdays and Sundays are written as worked; check it`,
  },
}
