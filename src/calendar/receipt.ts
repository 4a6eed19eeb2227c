import { mustNumber } from './days.ts'

/** The ways a request arrives. */
export const channels = ['in-person', 'registered-post', 'ordinary-post', 'internet', 'fax', 'e-mail'] as const
export type Channel = (typeof channels)[number]

/** Days on which things happened to a request on its way in, `YYYY-MM-DD`; those not known are left out. */
export interface ReceiptFacts {
  /** Handed in, sent off on the site, sent by e-mail or fax. */
  readonly submitted?: string
  /** Signed for, or taken in, in the mail room. */
  readonly signedFor?: string
  /** Our mail system had it. */
  readonly systemReceived?: string
  /** Both sides confirmed it. */
  readonly confirmed?: string
}

/** Which day of an e-mail counts: the two provisions differ, so it is a setting. */
export type EmailBy = 'earlier' | 'system' | 'confirmation'

export interface Receipt {
  /** The day of receipt; null while the fact that decides is missing. */
  readonly day: string | null
  /** The fact that decides. */
  readonly fact: keyof ReceiptFacts
  /**
   * The earliest day that a reconsideration or a court might take: who counts from it is never late. It differs from `day` where
   * confirming was put off; null where nothing is known.
   */
  readonly safest: string | null
  readonly source: string
  /** Why this day, in both languages. */
  readonly reason: Readonly<Record<'zh-CN' | 'en', string>>
}

/**
 * The day of receipt by channel (Order 711 Art. 31). For e-mail the reply 国办公开办函〔2015〕207号 takes the day the system had it, the
 * later Regulation the day both sides confirm: `emailBy` chooses, and by default the earlier of the two counts, which is safe under
 * either. Throws a RangeError for a fact that is no day.
 */
export function receiptDay(channel: Channel, facts: ReceiptFacts, emailBy: EmailBy = 'earlier'): Receipt {
  const days = Object.values(facts).filter((day) => day !== undefined)
  for (const day of days) mustNumber(day)
  const fact = channel === 'e-mail' ? emailFact(facts, emailBy) : rules[channel].fact
  const { source, reason } = channel === 'e-mail' ? emails[emailBy] : rules[channel]
  const known = atBody[channel].map((name) => facts[name]).filter((day) => day !== undefined)
  return {
    day: facts[fact] ?? null,
    fact,
    safest: [...known].sort()[0] ?? null,
    source,
    reason,
  }
}

/** Facts that show the request to have reached the body, by channel. */
const atBody: Readonly<Record<Channel, readonly (keyof ReceiptFacts)[]>> = {
  'in-person': ['submitted'],
  'registered-post': ['signedFor'],
  'ordinary-post': ['signedFor', 'confirmed'],
  internet: ['submitted', 'systemReceived', 'confirmed'],
  fax: ['submitted', 'systemReceived', 'confirmed'],
  'e-mail': ['systemReceived', 'confirmed'],
}

type Rule = Pick<Receipt, 'fact' | 'source' | 'reason'>

const rules: Readonly<Record<Exclude<Channel, 'e-mail'>, Rule>> = {
  'in-person': {
    fact: 'submitted',
    source: '《政府信息公开条例》第三十一条第（一）项',
    reason: { 'zh-CN': '当面提交的，提交之日为收到之日', en: 'Handed in in person: received on the day it was handed in' },
  },
  'registered-post': {
    fact: 'signedFor',
    source: '《政府信息公开条例》第三十一条第（二）项',
    reason: { 'zh-CN': '邮寄并由机关签收的，签收之日为收到之日', en: 'Posted and signed for: received on the day the body signed' },
  },
  'ordinary-post': {
    fact: 'confirmed',
    source: '《政府信息公开条例》第三十一条第（二）项',
    reason: {
      'zh-CN': '平常信函等无需签收的，应在收到当日与申请人确认，确认之日为收到之日',
      en: 'An ordinary letter: the body confirms with the applicant on the day it arrives; received on the day confirmed',
    },
  },
  internet: {
    fact: 'confirmed',
    source: '《政府信息公开条例》第三十一条第（三）项',
    reason: {
      'zh-CN': '通过互联网渠道提交的，双方确认之日为收到之日；不要因为拖着不确认而迟延',
      en: 'By an internet channel: received on the day both sides confirm, which is not to be put off',
    },
  },
  fax: {
    fact: 'confirmed',
    source: '《政府信息公开条例》第三十一条第（三）项',
    reason: {
      'zh-CN': '通过政府信息公开工作机构的传真提交的，双方确认之日为收到之日',
      en: "By the disclosure unit's fax: received on the day both sides confirm",
    },
  },
}

const emails: Readonly<Record<EmailBy, Omit<Rule, 'fact'>>> = {
  earlier: {
    source: '《政府信息公开条例》第三十一条第（三）项；国办公开办函〔2015〕207号',
    reason: {
      'zh-CN': '电子邮件：2015 年的答复按系统收到之日，2019 年的条例按双方确认之日；取较早的一天，两种算法都不会逾期',
      en: 'E-mail: the reply of 2015 takes the day the system had it, the Regulation of 2019 the day both sides confirm; the earlier is safe under either',
    },
  },
  system: {
    source: '国办公开办函〔2015〕207号',
    reason: { 'zh-CN': '电子邮件：邮件系统收到之日为收到之日', en: 'E-mail: received on the day the mail system had it' },
  },
  confirmation: {
    source: '《政府信息公开条例》第三十一条第（三）项',
    reason: { 'zh-CN': '电子邮件：双方确认之日为收到之日', en: 'E-mail: received on the day both sides confirm' },
  },
}

function emailFact({ systemReceived, confirmed }: ReceiptFacts, by: EmailBy): keyof ReceiptFacts {
  if (by === 'system') return 'systemReceived'
  if (by === 'confirmation' || systemReceived === undefined) return 'confirmed'
  return confirmed !== undefined && confirmed < systemReceived ? 'confirmed' : 'systemReceived'
}
