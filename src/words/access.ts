/** Words of signing in and of the audit log. */

import { caseworkEvents } from './casework.ts'
import { challengeEvents } from './challenges.ts'
import { filingEvents } from './filing.ts'
import { letterEvents } from './letters.ts'
import { messageEvents } from './messages.ts'
import { redactionEvents } from './redaction.ts'
import { registerEvents } from './registers.ts'

type Says = Readonly<Record<string, string>>

/** Why a new password is not taken, and what to do. */
export const passwordRules: Readonly<Record<'zh-CN' | 'en', Says>> = {
  'zh-CN': {
    short: '密码太短，至少要 10 个字符。请加长',
    long: '密码太长，最多 128 个字符。请改短',
    control: '密码里有看不见的控制字符。请重新输入，不要从别处粘贴',
    'one-class': '密码只用了一类字符。请至少用大写字母、小写字母、数字、汉字、符号中的两类',
    username: '密码里有你的用户名。请换一个',
    common: '这是很多人都会想到的密码。请换一个',
    used: '这个密码最近用过。请换一个，不能与最近 5 个相同',
  },
  en: {
    short: 'The password is too short: at least 10 characters. Make it longer',
    long: 'The password is too long: at most 128 characters. Make it shorter',
    control: 'The password holds invisible control characters. Type it instead of pasting it',
    'one-class':
      'The password uses one kind of character. Use at least two of capitals, small letters, figures, Chinese characters and signs',
    username: 'The password contains your username. Choose another',
    common: 'Many people would think of this password. Choose another',
    used: 'You used this password lately. Choose one that differs from the last 5',
  },
}

/** What happened, by kind of event; `{key}` is filled from the event's detail. Every kind has its sentence: a test compares with the source. */
export const eventSentences: Readonly<Record<'zh-CN' | 'en', Says>> = {
  'zh-CN': {
    ...caseworkEvents['zh-CN'],
    ...letterEvents['zh-CN'],
    ...challengeEvents['zh-CN'],
    ...messageEvents['zh-CN'],
    ...registerEvents['zh-CN'],
    ...filingEvents['zh-CN'],
    ...redactionEvents['zh-CN'],
    'account.locked': '账号因连续输错被锁定',
    'account.password-changed': '改了自己的密码',
    'account.reset': '重置了 {username} 的密码',
    'account.totp-enrolled': '绑定了验证器',
    'account.totp-reset': '解除了 {username} 的验证器',
    'account.unlocked': '解锁了 {username}',
    'attachment.added': '添加了附件“{name}”',
    'body.added': '添加了机关',
    'body.changed': '修改了机关信息',
    'body.ended': '终止了机关',
    'body.exported': '导出了机关名录',
    'body.imported': '导入了机关',
    'body.name-added': '添加了机关名称',
    'body.name-ended': '停用了机关名称',
    'body.renamed': '机关更了名',
    'deadline.changed': '修改了期限',
    'deadline.closed': '结束了“{title}”的计时',
    'deadline.kept': '为“{title}”开始计时，最后一天 {dueOn}',
    'deadline.moved': '最后一天由 {from} 变为 {to}',
    'delegation.added': '安排了代理',
    'delegation.ended': '结束了代理',
    'demo.clock-moved': '把演示时钟拨到 {today}',
    'demo.finished': '准备好了演示数据',
    'event.archived': '把 {count} 条旧登录记录的内容移入归档文件',
    'event.exported': '导出了审计记录',
    'event.purged': '清除了依法不得保存的内容',
    'event.verified': '校验了审计记录',
    'handover.made': '办了交接',
    'job.dropped': '放弃了后台任务',
    'job.retried': '重试了后台任务',
    'local-day.proposed': '提出 {day} 的本地安排',
    'local-day.put-in-force': '{day} 的本地安排生效',
    'local-day.returned': '{day} 的本地安排被退回',
    'local-day.withdrawn': '撤销了 {day} 的本地安排',
    'person.added': '添加了人员',
    'person.changed': '修改了人员信息',
    'person.exported': '导出了人员名册',
    'person.imported': '导入了人员',
    'person.left': '登记了离岗，最后工作日 {lastDay}',
    'person.unmasked': '查看了完整的联系方式',
    'post.added': '任命了岗位',
    'post.ended': '免去了岗位',
    'administration-post.added': '任命了管理员岗位',
    'administration-post.ended': '免去了管理员岗位',
    'region.added': '添加了行政区域',
    'region.changed': '修改了行政区域',
    'region.set-up': '完成了首次设置',
    'rest-notice.loaded': '载入了 {year} 年放假安排',
    'section.added': '添加了内设机构',
    'section.changed': '修改了内设机构',
    'section.ended': '终止了内设机构',
    'session.confirmed': '通过了动态验证码',
    'session.ended': '登录结束',
    'session.refused': '登录被拒',
    'session.started': '登录',
    'session.started-in-demo': '在演示中登录',
    'setting.changed': '修改了设置 {key}',
    'sign-off.approved': '“{title}”审核通过',
    'sign-off.returned': '退回了“{title}”',
    'sign-off.sent': '把“{title}”送审',
    'sign-off.step-approved': '审核了“{title}”的一步',
    'sign-off.withdrawn': '撤回了“{title}”',
    'task.done': '办完了“{title}”',
  },
  en: {
    ...caseworkEvents.en,
    ...letterEvents.en,
    ...challengeEvents.en,
    ...messageEvents.en,
    ...registerEvents.en,
    ...filingEvents.en,
    ...redactionEvents.en,
    'account.locked': 'the account was locked after too many failures',
    'account.password-changed': 'changed their own password',
    'account.reset': 'reset the password of {username}',
    'account.totp-enrolled': 'set up an authenticator',
    'account.totp-reset': 'removed the authenticator of {username}',
    'account.unlocked': 'unlocked {username}',
    'attachment.added': 'added the file “{name}”',
    'body.added': 'added a body',
    'body.changed': 'changed a body',
    'body.ended': 'ended a body',
    'body.exported': 'exported the bodies',
    'body.imported': 'imported bodies',
    'body.name-added': 'added a name of a body',
    'body.name-ended': 'ended a name of a body',
    'body.renamed': 'renamed a body',
    'deadline.changed': 'changed a deadline',
    'deadline.closed': 'closed the deadline of “{title}”',
    'deadline.kept': 'began the deadline of “{title}”, last day {dueOn}',
    'deadline.moved': 'moved the last day from {from} to {to}',
    'delegation.added': 'arranged a delegation',
    'delegation.ended': 'ended a delegation',
    'demo.clock-moved': 'moved the clock of the demo to {today}',
    'demo.finished': 'made the data of the demo',
    'event.archived': 'moved the details of {count} old sign-in events to an archive',
    'event.exported': 'exported the audit log',
    'event.purged': 'purged what the law forbids to keep',
    'event.verified': 'verified the audit log',
    'handover.made': 'made a handover',
    'job.dropped': 'gave up a background job',
    'job.retried': 'tried a background job again',
    'local-day.proposed': 'proposed a local arrangement of {day}',
    'local-day.put-in-force': 'put the local arrangement of {day} in force',
    'local-day.returned': 'the local arrangement of {day} was returned',
    'local-day.withdrawn': 'withdrew the local arrangement of {day}',
    'person.added': 'added a person',
    'person.changed': 'changed a person',
    'person.exported': 'exported the people',
    'person.imported': 'imported people',
    'person.left': 'recorded that a person leaves, last day {lastDay}',
    'person.unmasked': 'looked at the whole contact of a person',
    'post.added': 'gave a post',
    'post.ended': 'ended a post',
    'administration-post.added': "gave an administrator's post",
    'administration-post.ended': "ended an administrator's post",
    'region.added': 'added a region',
    'region.changed': 'changed a region',
    'region.set-up': 'set the installation up',
    'rest-notice.loaded': 'loaded the rest days of {year}',
    'section.added': 'added a section',
    'section.changed': 'changed a section',
    'section.ended': 'ended a section',
    'session.confirmed': 'passed the code of the authenticator',
    'session.ended': 'the session ended',
    'session.refused': 'a sign-in was refused',
    'session.started': 'signed in',
    'session.started-in-demo': 'signed in to the demo',
    'setting.changed': 'changed the setting {key}',
    'sign-off.approved': 'approved “{title}”, the last step',
    'sign-off.returned': 'returned “{title}”',
    'sign-off.sent': 'sent “{title}” for approval',
    'sign-off.step-approved': 'approved a step of “{title}”',
    'sign-off.withdrawn': 'took “{title}” back',
    'task.done': 'finished “{title}”',
  },
}

interface Told {
  readonly kind: string
  readonly actorName: string | null
  readonly onBehalfOfName: string | null
  /** An address, `cli`, `job NAME` or `system`. */
  readonly origin: string
  readonly detail: Readonly<Record<string, unknown>> | null
}

/** Who did what, from where, as one sentence; when it was stands beside it. What was archived is left blank. */
export function eventText(language: 'zh-CN' | 'en', { kind, actorName, onBehalfOfName, origin, detail }: Told): string {
  const what = (eventSentences[language][kind] ?? kind).replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = detail?.[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '…'
  })
  if (language === 'en')
    return `${actorName ?? 'Nobody signed in'}${onBehalfOfName ? ` for ${onBehalfOfName}` : ''}: ${what} (${originText(language, origin)})`
  return `${actorName ?? '未登录者或系统'}${onBehalfOfName ? `（代${onBehalfOfName}）` : ''}：${what}（${originText(language, origin)}）`
}

function originText(language: 'zh-CN' | 'en', origin: string): string {
  if (origin === 'cli') return language === 'en' ? 'command line' : '命令行'
  if (origin === 'system') return language === 'en' ? 'the system' : '系统'
  if (origin.startsWith('job ')) return language === 'en' ? `background job ${origin.slice(4)}` : `后台任务 ${origin.slice(4)}`
  return language === 'en' ? `from ${origin}` : `来自 ${origin}`
}
