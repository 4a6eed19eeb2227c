/** What the queue says: its tasks by name, when they run, and what can be told about a job. */

const chinese = {
  /** Of a task: what it does. A task without a word here is called by its name. */
  tasks: {
    'recompute-deadlines': '重算期限：放假安排或地方调整有变',
    'sweep-orphans': '清理没有人引用的文件',
    'expire-sessions': '结束过期的登录',
    'expire-drafts': '清除没有填完的网上申请',
    'nightly-check': '夜间自检：审计链是否完整，文件是否都在',
    'archive-events': '归档过了保存期的登录记录明细',
    'anchor-audit': '把审计链的链尾记到数据库之外',
    'send-message': '发出邮件、短信通知',
    remind: '工作日早上提醒临近的期限',
    'expire-intake-drafts': '删除网上没有填完、已经过期的申请',
  } as Readonly<Record<string, string>>,
  daily: (time: string) => `每天 ${time}`,
  hourly: (minute: number) => `每小时的第 ${minute} 分`,
  noJob: '这项后台任务（可能已做完）',
  isRunning: '这项后台任务正在做，做完或出错后才能重试或放弃',
}
export type JobsWords = typeof chinese

const english: JobsWords = {
  tasks: {
    'recompute-deadlines': 'Compute deadlines anew: rest days or local days changed',
    'sweep-orphans': 'Remove files that nothing names',
    'expire-sessions': 'End sessions whose time is up',
    'expire-drafts': 'Forget online requests nobody finished',
    'nightly-check': 'Check by night that the chain of events holds and no file is gone',
    'archive-events': 'Archive the details of old sign-ins',
    'anchor-audit': 'Note the end of the audit chain outside the database',
    'send-message': 'Send a notice by e-mail or SMS',
    remind: 'Remind of limits that come near, on working mornings',
    'expire-intake-drafts': 'Delete forms on the site that nobody finished',
  },
  daily: (time) => `daily at ${time}`,
  hourly: (minute) => `at minute ${minute} of every hour`,
  noJob: 'This job (it may be done)',
  isRunning: 'This job is running; it can be retried or dropped once it has ended',
}

export const jobsWords: Readonly<Record<'zh-CN' | 'en', JobsWords>> = { 'zh-CN': chinese, en: english }

/** When an entry of the timetable runs, in words; `cron` is of an hour or of a day. */
export function sayWhen(cron: string, language: 'zh-CN' | 'en'): string {
  const [minute = '', hour = ''] = cron.split(' ')
  const words = jobsWords[language]
  return hour === '*' ? words.hourly(Number(minute)) : words.daily(`${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`)
}
