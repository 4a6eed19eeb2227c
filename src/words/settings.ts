/** Names, notes and refusals of the settings. */

export interface SettingWords {
  readonly label: string
  /** What it does, and what 0 or nothing means. */
  readonly note: string
}

interface Words {
  readonly settings: Readonly<Record<string, SettingWords>>
  readonly groups: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, string>>
  /** Why a value is not taken; the name of the setting stands in front. */
  readonly objections: Readonly<Record<string, (values: { min: number; max: number }) => string>>
}

const chinese: Words = {
  groups: { 'sign-in': '登录', session: '登录时长', audit: '审计', site: '网站标识', approval: '审核签发' },
  units: { days: '天', times: '次', minutes: '分钟', hours: '小时', months: '个月' },
  settings: {
    passwordDays: { label: '密码多久要换一次', note: '到期后，下一次登录要先换密码。填 0 表示不要求定期更换。' },
    lockAfter: { label: '连续输错几次就锁定', note: '密码和动态验证码一并计算，登录成功后重新计数。' },
    lockMinutes: { label: '锁定多久', note: '过了这段时间自动解锁；安全管理员可以提前解锁。' },
    totpRoles: { label: '哪些岗位登录要用动态验证码', note: '担任其中任何一个岗位的人，第一次登录时要绑定验证器。' },
    sessionIdleMinutes: { label: '多久不操作就退出登录', note: '离开座位忘了退出时，别人不能接着用。' },
    sessionHours: { label: '一次登录最长多久', note: '到时间就退出，一直在用也一样。' },
    auditMonths: {
      label: '登录类审计记录在线保留多久',
      note: '更早的登录类记录，内容移入归档文件，记录本身和校验值仍留在库里。填 0 表示全部在线保留。不得少于 6 个月。',
    },
    organiser: { label: '主办单位', note: '显示在每页页脚。' },
    undertaker: { label: '承办单位', note: '显示在每页页脚；没有可以不填。' },
    siteCode: { label: '网站标识码', note: '10 位数字；部委为 bm 加 8 位数字。显示在每页页脚。' },
    icpNumber: { label: 'ICP 备案号', note: '如“某ICP备00000000号-1”。显示在每页页脚。' },
    policeNumber: { label: '公安备案号', note: '如“某公网安备00000000000000号”。显示在每页页脚。' },
    contact: { label: '联系方式', note: '网站的联系电话或邮箱，显示在每页页脚。' },
    noteOnSecrets: { label: '保密提示', note: '显示在登录、上传和打印的页面上。不填就用系统自带的提示。' },
    smallBody: {
      label: '人手少，审核签发可以合并',
      note: '审核的几个步骤可以由一个人一次办完，但起草人以外至少还要有一个人。',
    },
  },
  objections: {
    'not-whole': () => '要填整数',
    'out-of-bounds': ({ min, max }) => `要在 ${min} 到 ${max} 之间`,
    'not-text': () => '要填文字',
    'too-long': ({ max }) => `最多 ${max} 个字`,
    'wrong-form': () => '写法不对，请看这一项的说明',
    'not-yes-or-no': () => '只能选是或否',
    'not-a-choice': () => '里面有不能选的项',
  },
}

const english: Words = {
  groups: { 'sign-in': 'Signing in', session: 'Sessions', audit: 'Audit', site: 'Marks of the site', approval: 'Approval' },
  units: { days: 'days', times: 'times', minutes: 'minutes', hours: 'hours', months: 'months' },
  settings: {
    passwordDays: {
      label: 'A password lasts',
      note: 'After that it must be changed at the next sign-in. 0: passwords need not be changed by time.',
    },
    lockAfter: {
      label: 'Lock after so many failures in a row',
      note: 'Wrong passwords and wrong codes count together; signing in starts the count anew.',
    },
    lockMinutes: { label: 'A lock lasts', note: 'Then it opens by itself; a security administrator can open it earlier.' },
    totpRoles: {
      label: 'Roles that sign in with a code',
      note: 'Whoever holds one of them sets up an authenticator at the first sign-in.',
    },
    sessionIdleMinutes: { label: 'Sign out after doing nothing for', note: 'So that nobody goes on at a desk left open.' },
    sessionHours: { label: 'A sign-in lasts at most', note: 'Then it ends, even in use.' },
    auditMonths: {
      label: 'Details of sign-in events stay in the database for',
      note: 'What earlier ones say moves to an archive file; the events and their hashes stay. 0: everything stays. Never less than 6 months.',
    },
    organiser: { label: 'Host organisation (主办)', note: 'Stands at the foot of every page.' },
    undertaker: { label: 'Operating organisation (承办)', note: 'Stands at the foot of every page; may be empty.' },
    siteCode: { label: 'Site code (网站标识码)', note: 'Ten digits; ministries have bm and eight. Stands at the foot of every page.' },
    icpNumber: { label: 'ICP record', note: 'As 某ICP备00000000号-1. Stands at the foot of every page.' },
    policeNumber: { label: 'Police record', note: 'As 某公网安备00000000000000号. Stands at the foot of every page.' },
    contact: { label: 'Contact', note: 'Telephone or e-mail of the site, at the foot of every page.' },
    noteOnSecrets: {
      label: 'Note on state secrets',
      note: 'Shown where one signs in, uploads and prints. Empty: the note that comes with the system.',
    },
    smallBody: {
      label: 'Few people: steps of approval may merge',
      note: 'One person may take several steps of review at once, but never fewer than one person beside the drafter.',
    },
  },
  objections: {
    'not-whole': () => 'a whole number is wanted',
    'out-of-bounds': ({ min, max }) => `from ${min} to ${max}`,
    'not-text': () => 'text is wanted',
    'too-long': ({ max }) => `at most ${max} characters`,
    'wrong-form': () => 'not written as it should be; see the note of this setting',
    'not-yes-or-no': () => 'yes or no',
    'not-a-choice': () => 'something in it is not among the choices',
  },
}

export const settingWords: Readonly<Record<'zh-CN' | 'en', Words>> = { 'zh-CN': chinese, en: english }
