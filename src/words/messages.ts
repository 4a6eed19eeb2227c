/** What notices to people outside say, by e-mail and by SMS, and the words around them. A notice says that something happened, never what the request is about. */

type Values = Readonly<Record<string, string | number>>
type Names = Readonly<Record<string, string>>

/** Each is told when the event of this name befalls a case; never with the query code, and with nothing of what was asked or answered. */
export const messageKinds = [
  'request.submitted',
  'request.received',
  'request.withdrawn',
  'request.reopened',
  'correction.asked',
  'correction.received',
  'correction.lapsed',
  'consultation.sent',
  'reasons.asked',
  'delay.fixed',
  'extension.told',
  'fee.noticed',
  'fee.paid',
  'fee.lapsed',
  'answer.sent',
] as const
export type MessageKind = (typeof messageKinds)[number]

export const messageStates = ['waiting', 'sent', 'failed', 'not-set-up'] as const
export type MessageState = (typeof messageStates)[number]

/** What a notice is made from. */
export interface MessageValues {
  /** The body's name. */
  readonly body: string
  /** Of the case. */
  readonly number: string
  /** The day by which something is asked of the applicant, or by which they will be answered; `YYYY-MM-DD`. */
  readonly by?: string | null
  /** Page where the case is followed: a path of the site, as `/track`, or a whole address. */
  readonly where?: string | null
}

interface Notice {
  readonly subject: string
  /** What happened, then what to do. */
  readonly says: (values: { readonly body: string; readonly number: string; readonly by: string | null }) => string
}

interface Words {
  readonly notices: Readonly<Record<MessageKind, Notice>>
  readonly where: (address: string) => string
  readonly greeting: string
  readonly footer: (body: string) => string
  readonly channels: Names
  readonly states: Names
  /** Why it did not go out, where the reason is ours and not the other side's. */
  readonly errors: Names
}

/** 至某日 where a day is known; else where it can be read. */
const until = (by: string | null) => (by === null ? '期限见文书' : `最迟 ${by}`)
const untilEnglish = (by: string | null) => (by === null ? 'the letter says by when' : `by ${by}`)

const chinese: Words = {
  notices: {
    'request.submitted': {
      subject: '申请已登记',
      says: ({ body, number }) =>
        `${body}已登记你的政府信息公开申请，编号 ${number}。查询办理情况要用编号和回执上的查询码，查询码不要告诉别人。`,
    },
    'request.received': {
      subject: '申请已确认收到',
      says: ({ body, number, by }) =>
        `${body}已确认收到你的政府信息公开申请（编号 ${number}），办理期限开始计算${by === null ? '' : `，最迟 ${by}答复`}。`,
    },
    'request.withdrawn': {
      subject: '申请已撤回',
      says: ({ body, number }) => `你的政府信息公开申请（编号 ${number}）已撤回，${body}不再办理。不是你撤回的，请告诉我们。`,
    },
    'request.reopened': {
      subject: '申请重新办理',
      says: ({ body, number, by }) => `${body}重新办理你的政府信息公开申请（编号 ${number}）${by === null ? '' : `，最迟 ${by}答复`}。`,
    },
    'correction.asked': {
      subject: '请补正申请',
      says: ({ body, number, by }) =>
        `你的政府信息公开申请（编号 ${number}）需要补正，${until(by)}。要补什么，请看${body}的补正告知书。无正当理由逾期不补正的，视为放弃申请。`,
    },
    'correction.received': {
      subject: '已收到补正',
      says: ({ body, number, by }) => `${body}已收到你的补正（编号 ${number}），办理期限重新计算${by === null ? '' : `，最迟 ${by}答复`}。`,
    },
    'correction.lapsed': {
      subject: '申请不再处理',
      says: ({ body, number }) => `补正期限已过，${body}不再处理你的政府信息公开申请（编号 ${number}）。理由和救济途径见告知书。`,
    },
    'consultation.sent': {
      subject: '正在征求意见',
      says: ({ body, number }) =>
        `办理你的政府信息公开申请（编号 ${number}）要征求他人意见，${body}已发出征求意见书。等意见的时间不计入办理期限。`,
    },
    'reasons.asked': {
      subject: '请说明理由',
      says: ({ body, number, by }) => `请说明你的政府信息公开申请（编号 ${number}）的理由，${until(by)}。详见${body}的告知书。`,
    },
    'delay.fixed': {
      subject: '答复日期已确定',
      says: ({ body, number, by }) =>
        `${body}确定了你的政府信息公开申请（编号 ${number}）的答复日期${by === null ? '，见告知书' : `：最迟 ${by}`}。`,
    },
    'extension.told': {
      subject: '答复期限延长',
      says: ({ body, number, by }) =>
        `${body}延长了你的政府信息公开申请（编号 ${number}）的答复期限${by === null ? '，见告知书' : `，最迟 ${by}答复`}。`,
    },
    'fee.noticed': {
      subject: '请缴纳信息处理费',
      says: ({ body, number, by }) =>
        `你的政府信息公开申请（编号 ${number}）要缴纳信息处理费，${until(by)}。金额和缴费方式见${body}的收费通知书。逾期不缴的，视为放弃申请。`,
    },
    'fee.paid': {
      subject: '已收到缴费',
      says: ({ body, number, by }) =>
        `${body}已收到你缴纳的信息处理费（编号 ${number}），办理期限重新计算${by === null ? '' : `，最迟 ${by}答复`}。`,
    },
    'fee.lapsed': {
      subject: '申请不再处理',
      says: ({ body, number }) => `缴费期限已过，${body}不再处理你的政府信息公开申请（编号 ${number}）。理由见告知书。`,
    },
    'answer.sent': {
      subject: '答复书已发出',
      says: ({ body, number }) => `${body}已对你的政府信息公开申请（编号 ${number}）作出答复，答复书已发出。内容以答复书为准。`,
    },
  },
  where: (address) => `查看：${address}`,
  greeting: '你好：',
  footer: (body) => `这封邮件由系统发出，没有人收回信。有事请按${body}公开指南里的电话联系。`,
  channels: { 'e-mail': '电子邮件', sms: '短信' },
  states: { waiting: '待发出', sent: '已发出', failed: '没有发出', 'not-set-up': '没有接通' },
  errors: { 'no-such-recipient': '收件的邮箱或手机号不对' },
}

const english: Words = {
  notices: {
    'request.submitted': {
      subject: 'Request registered',
      says: ({ body, number }) =>
        `${body} has registered your request for government information as ${number}. To follow it you need the number and the code on your receipt; tell nobody the code.`,
    },
    'request.received': {
      subject: 'Receipt confirmed',
      says: ({ body, number, by }) =>
        `${body} confirms receipt of your request for government information (${number}); the time to answer runs${by === null ? '' : `, until ${by} at the latest`}.`,
    },
    'request.withdrawn': {
      subject: 'Request withdrawn',
      says: ({ body, number }) =>
        `Your request for government information (${number}) was withdrawn; ${body} no longer handles it. If you did not withdraw it, tell us.`,
    },
    'request.reopened': {
      subject: 'Request reopened',
      says: ({ body, number, by }) =>
        `${body} handles your request for government information (${number}) anew${by === null ? '' : `, to be answered by ${by}`}.`,
    },
    'correction.asked': {
      subject: 'Correction asked for',
      says: ({ body, number, by }) =>
        `Your request for government information (${number}) has to be corrected, ${untilEnglish(by)}. The letter of ${body} says what is missing. Without correction in time and without good reason it counts as given up.`,
    },
    'correction.received': {
      subject: 'Correction received',
      says: ({ body, number, by }) =>
        `${body} has received your correction (${number}); the time to answer begins anew${by === null ? '' : `, until ${by} at the latest`}.`,
    },
    'correction.lapsed': {
      subject: 'Request no longer handled',
      says: ({ body, number }) =>
        `The time to correct has passed; ${body} no longer handles your request for government information (${number}). The letter gives the reasons and the remedies.`,
    },
    'consultation.sent': {
      subject: 'Others are being consulted',
      says: ({ body, number }) =>
        `Your request for government information (${number}) needs the opinion of others, and ${body} has asked for it. That time does not count towards the answer.`,
    },
    'reasons.asked': {
      subject: 'Reasons asked for',
      says: ({ body, number, by }) =>
        `Please give the reasons for your request for government information (${number}), ${untilEnglish(by)}. See the letter of ${body}.`,
    },
    'delay.fixed': {
      subject: 'Day of the answer fixed',
      says: ({ body, number, by }) =>
        `${body} has fixed the day of the answer to your request for government information (${number})${by === null ? '; see the letter' : `: ${by} at the latest`}.`,
    },
    'extension.told': {
      subject: 'Time to answer extended',
      says: ({ body, number, by }) =>
        `${body} has extended the time to answer your request for government information (${number})${by === null ? '; see the letter' : `, until ${by} at the latest`}.`,
    },
    'fee.noticed': {
      subject: 'Information-handling fee',
      says: ({ body, number, by }) =>
        `A fee is asked for your request for government information (${number}), ${untilEnglish(by)}. Amount and way to pay stand in the notice of ${body}. Unpaid in time, the request counts as given up.`,
    },
    'fee.paid': {
      subject: 'Payment received',
      says: ({ body, number, by }) =>
        `${body} has received your payment (${number}); the time to answer begins anew${by === null ? '' : `, until ${by} at the latest`}.`,
    },
    'fee.lapsed': {
      subject: 'Request no longer handled',
      says: ({ body, number }) =>
        `The time to pay has passed; ${body} no longer handles your request for government information (${number}). The letter gives the reasons.`,
    },
    'answer.sent': {
      subject: 'Answer sent',
      says: ({ body, number }) =>
        `${body} has answered your request for government information (${number}); the answer was sent. Its text alone counts.`,
    },
  },
  where: (address) => `Follow it at: ${address}`,
  greeting: 'Hello,',
  footer: (body) => `This e-mail was sent by a machine; nobody reads replies. The guide of ${body} says whom to call.`,
  channels: { 'e-mail': 'e-mail', sms: 'SMS' },
  states: { waiting: 'to be sent', sent: 'sent', failed: 'not sent', 'not-set-up': 'not set up' },
  errors: { 'no-such-recipient': 'the address or number is not a right one' },
}

export const messageWords: Readonly<Record<'zh-CN' | 'en', Words>> = { 'zh-CN': chinese, en: english }

/** A notice as it goes out: subject and text of an e-mail; of a short message the text alone, begun with the body's name, for gateways show no sender. */
export function messageText(
  language: 'zh-CN' | 'en',
  channel: 'e-mail' | 'sms',
  kind: MessageKind,
  values: MessageValues,
): { readonly subject: string; readonly text: string } {
  const words = messageWords[language]
  const { body, number } = values
  const { subject, says } = words.notices[kind]
  const sentence = says({ body, number, by: values.by ? sayDay(language, values.by) : null })
  const where = values.where ? [words.where(values.where)] : []
  if (channel === 'sms') return { subject: '', text: [sentence, ...where].join(language === 'zh-CN' ? '' : ' ') }
  return {
    subject: language === 'zh-CN' ? `${subject}（编号 ${number}）` : `${subject} (${number})`,
    text: [words.greeting, sentence, ...where, '', words.footer(body)].join('\n'),
  }
}

/** Why a notice did not go out, in words: ours by code, the other side's as it gave it. */
export const messageError = (language: 'zh-CN' | 'en', error: string): string => messageWords[language].errors[error] ?? error

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

/** 2026 年 11 月 25 日（周三） */
function sayDay(language: 'zh-CN' | 'en', day: string): string {
  if (language === 'en') return day
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${year} 年 ${month} 月 ${date} 日（周${weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]}）`
}

/** Sentences of the audit log. */
export const messageEvents: Readonly<Record<'zh-CN' | 'en', Names>> = {
  'zh-CN': {
    'message.sent': '向 {to} 发出通知',
    'message.failed': '给 {to} 的通知没有发出',
    'message.held': '给 {to} 的通知没有发出：还没有接通邮件或短信',
    'message.retried': '重新发出给 {to} 的通知',
  },
  en: {
    'message.sent': 'sent a notice to {to}',
    'message.failed': 'a notice to {to} did not go out',
    'message.held': 'a notice to {to} did not go out: e-mail or SMS is not set up',
    'message.retried': 'sent a notice to {to} again',
  },
}

/** What the failures of notices say, for the list in failures.ts. */
export const messageFailures = {
  'message-sent': {
    status: 409,
    'zh-CN': (_values: Values) => '这条通知已经发出，或者正在发出，不用再发。请刷新后再看',
    en: (_values: Values) => 'This notice was sent, or is being sent. Reload and look again',
  },
} as const
