/** Words of what is due, of notifications, of sign-offs and of dates that moved. */

import { caseworkWords } from './casework.ts'
import { messageError } from './messages.ts'

type Values = Readonly<Record<string, string | number>>

/** What a person may be told of. */
export const notificationKinds = [
  'sign-off.waiting',
  'sign-off.approved',
  'sign-off.returned',
  'sign-off.signed-on-paper',
  'deadline.moved',
  'handover.received',
  'delegation.received',
  'account.locked',
  'message.failed',
  'limit.near',
  'request.applicant-wrote',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

const wroteChinese: Readonly<Record<string, string>> = {
  'correction.received': '申请人补正了，期限重新起算',
  'reasons.given': '申请人说明了理由',
  'note.added': '申请人有补充或者询问',
  'request.withdrawn': '申请人撤回了申请',
  'publication.offered': '申请人建议转为主动公开',
  'rating.given': '申请人作了评价',
}
const wroteEnglish: Readonly<Record<string, string>> = {
  'correction.received': 'the applicant corrected it; the clock begins anew',
  'reasons.given': 'the applicant gave reasons',
  'note.added': 'the applicant added or asked something',
  'request.withdrawn': 'the applicant withdrew it',
  'publication.offered': 'the applicant suggests publishing it',
  'rating.given': 'the applicant rated it',
}

interface Words {
  readonly lamps: Readonly<Record<string, string>>
  /** Beside a row of a list: how many working days are left. */
  readonly daysLeft: (days: number) => string
  readonly taskKinds: Readonly<Record<string, string>>
  readonly states: Readonly<Record<string, string>>
  readonly onPaper: (signedOn: string, recorder: string) => string
  readonly merged: string
  readonly notifications: Readonly<Record<NotificationKind, (values: Values) => string>>
  /** Why a date moved, by the first word of what `deadline_change.because` holds; the rest of it follows. */
  readonly because: Readonly<Record<string, (what: string) => string>>
  readonly noDay: string
}

const chinese: Words = {
  lamps: {
    overdue: '已超期',
    today: '今天到期',
    soon: '三日内到期',
    fine: '未到期',
    provisional: '暂定',
    stopped: '暂停计时',
    none: '没有期限',
  },
  daysLeft: (days) => (days < 0 ? `超 ${-days} 日` : days === 0 ? '今天' : `剩 ${days} 日`),
  taskKinds: { case: '办件', draft: '草稿', duty: '例行', 'to-do': '待办', approval: '待签' },
  states: { open: '审核中', approved: '审核通过', returned: '已退回', withdrawn: '已撤回' },
  onPaper: (signedOn, recorder) => `线下签批，${signedOn} 签，${recorder}登记`,
  merged: '与下一步合并办理',
  noDay: '暂停计时',
  notifications: {
    'sign-off.waiting': ({ title }) => `“${title}”等你签`,
    'request.applicant-wrote': ({ number, what }) => `申请 ${number}：${wroteChinese[String(what)] ?? '申请人有新的说明'}`,
    'sign-off.approved': ({ title }) => `“${title}”审核通过了`,
    'sign-off.returned': ({ title, opinion }) => `“${title}”被退回，意见：${opinion}`,
    'sign-off.signed-on-paper': ({ title, signedOn, recorder }) =>
      `${recorder}登记：“${title}”由你于 ${signedOn} 线下签批。不是你签的，请告诉审计管理员`,
    'deadline.moved': ({ title, oldDue, newDue, because }) =>
      oldDue === newDue
        ? `“${title}”的最后一天 ${newDue || '（暂停计时）'} 重新核过：${becauseText('zh-CN', String(because))}`
        : `“${title}”的最后一天由 ${oldDue || '（暂停计时）'} 变为 ${newDue || '（暂停计时）'}：${becauseText('zh-CN', String(because))}`,
    'handover.received': ({ from, body }) => `${from}在${body}的工作交接给了你`,
    'delegation.received': ({ from, since, until }) => `${since} 至 ${until}，你代理${from}的工作`,
    'limit.near': ({ title, limit, dueOn, left }) =>
      `“${title}”：${limitName('zh-CN', limit)}${Number(left) < 0 ? `已于 ${dueOn} 到期` : Number(left) === 0 ? '今天到期' : `还有 ${left} 个工作日，${dueOn} 到期`}`,
    'account.locked': ({ until }) => `有人连续输错你的密码或验证码，账号锁定到 ${until}。不是你自己，请告诉安全管理员`,
    'message.failed': ({ to, error }) =>
      `给 ${to} 的通知没有发出：${messageError('zh-CN', String(error))}。请用别的办法告诉对方，或者再发一次`,
  },
  because: {
    'rest-notice': (year) => `载入了 ${year} 年放假安排`,
    'local-day': (day) => `本地调整了 ${day} 是否上班`,
    'local-day-withdrawn': (day) => `撤销了 ${day} 的本地调整`,
    timetable: () => '每日核对',
    'new-version': () => '每日核对',
  },
}

const english: Words = {
  lamps: {
    overdue: 'overdue',
    today: 'due today',
    soon: 'due within three working days',
    fine: 'in time',
    provisional: 'provisional',
    stopped: 'clock stopped',
    none: 'no last day',
  },
  daysLeft: (days) => (days < 0 ? `${-days} over` : days === 0 ? 'today' : `${days} left`),
  taskKinds: { case: 'case', draft: 'draft', duty: 'standing duty', 'to-do': 'to do', approval: 'to sign' },
  states: { open: 'under review', approved: 'approved', returned: 'returned', withdrawn: 'taken back' },
  onPaper: (signedOn, recorder) => `signed on paper on ${signedOn}, recorded by ${recorder}`,
  merged: 'taken together with the next step',
  noDay: 'clock stopped',
  notifications: {
    'sign-off.waiting': ({ title }) => `“${title}” waits for your approval`,
    'request.applicant-wrote': ({ number, what }) => `Request ${number}: ${wroteEnglish[String(what)] ?? 'the applicant wrote'}`,
    'sign-off.approved': ({ title }) => `“${title}” was approved`,
    'sign-off.returned': ({ title, opinion }) => `“${title}” was returned: ${opinion}`,
    'sign-off.signed-on-paper': ({ title, signedOn, recorder }) =>
      `${recorder} recorded that you signed “${title}” on paper on ${signedOn}. If you did not, tell an audit administrator`,
    'deadline.moved': ({ title, oldDue, newDue, because }) =>
      oldDue === newDue
        ? `The last day of “${title}”, ${newDue || '(clock stopped)'}, was checked anew: ${becauseText('en', String(because))}`
        : `The last day of “${title}” moved from ${oldDue || '(clock stopped)'} to ${newDue || '(clock stopped)'}: ${becauseText('en', String(because))}`,
    'handover.received': ({ from, body }) => `${from} handed the work at ${body} over to you`,
    'delegation.received': ({ from, since, until }) => `You act for ${from} from ${since} to ${until}`,
    'limit.near': ({ title, limit, dueOn, left }) =>
      `“${title}”: ${limitName('en', limit)} ${Number(left) < 0 ? `was due on ${dueOn}` : Number(left) === 0 ? 'is due today' : `is due on ${dueOn}, in ${left} working days`}`,
    'account.locked': ({ until }) =>
      `Somebody failed too often with your password or code; your account is locked until ${until}. If it was not you, tell a security administrator`,
    'message.failed': ({ to, error }) =>
      `A notice to ${to} did not go out: ${messageError('en', String(error))}. Tell them another way, or send it again`,
  },
  because: {
    'rest-notice': (year) => `the rest days of ${year} were loaded`,
    'local-day': (day) => `${day} was changed locally`,
    'local-day-withdrawn': (day) => `the local change of ${day} was withdrawn`,
    timetable: () => 'daily check',
    'new-version': () => 'daily check',
  },
}

export const taskWords: Readonly<Record<'zh-CN' | 'en', Words>> = { 'zh-CN': chinese, en: english }

/** Why a date moved, in words: `because` as deadline_change holds it, `rest-notice 2027`. */
export function becauseText(language: 'zh-CN' | 'en', because: string): string {
  const [kind, ...rest] = because.split(' ')
  return taskWords[language].because[kind!]?.(rest.join(' ')) ?? because
}

/** A notification as a sentence, from what the database holds of it. */
export function notificationText(language: 'zh-CN' | 'en', kind: string, values: Values): string {
  const says = taskWords[language].notifications[kind as NotificationKind] as ((values: Values) => string) | undefined
  return says ? says(values) : kind
}

const limitName = (language: 'zh-CN' | 'en', limit: unknown): string => caseworkWords[language].limits[String(limit)] ?? String(limit)
