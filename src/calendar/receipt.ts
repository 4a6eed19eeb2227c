/** The ways a request arrives. */
export const channels = ['in-person', 'registered-post', 'ordinary-post', 'internet', 'fax', 'e-mail'] as const
export type Channel = (typeof channels)[number]

/** Days on which things happened to a request on its way in; those not known are left out. */
export interface ReceiptFacts {
  readonly submitted?: string
  /** Signed for in the mail room. */
  readonly signedFor?: string
  /** Our mail system had it. */
  readonly systemReceived?: string
  /** Both sides confirmed. */
  readonly confirmed?: string
}

export interface Receipt {
  /** The day from which the terms are counted; null while the fact that decides is missing. */
  readonly day: string | null
  readonly fact: keyof ReceiptFacts
  readonly source: string
}

/**
 * The day of receipt by channel (Order 711 Art. 31). For e-mail the reply 国办公开办函〔2015〕207号 takes the day the system had it, the
 * later Regulation the day both sides confirm: `emailBy` chooses, and by default the earlier of the two counts, which is safe under either.
 */
export function receiptDay(channel: Channel, facts: ReceiptFacts, emailBy: 'earlier' | 'system' | 'confirmation' = 'earlier'): Receipt {
  const fact = channel === 'e-mail' ? emailFact(facts, emailBy) : decisive[channel]
  return { day: facts[fact] ?? null, fact, source: sources[channel] }
}

const decisive = {
  'in-person': 'submitted',
  'registered-post': 'signedFor',
  'ordinary-post': 'confirmed',
  internet: 'confirmed',
  fax: 'confirmed',
} as const satisfies Record<Exclude<Channel, 'e-mail'>, keyof ReceiptFacts>

const sources: Record<Channel, string> = {
  'in-person': '《政府信息公开条例》第三十一条第（一）项',
  'registered-post': '《政府信息公开条例》第三十一条第（二）项',
  'ordinary-post': '《政府信息公开条例》第三十一条第（二）项',
  internet: '《政府信息公开条例》第三十一条第（三）项',
  fax: '《政府信息公开条例》第三十一条第（三）项',
  'e-mail': '《政府信息公开条例》第三十一条第（三）项；国办公开办函〔2015〕207号',
}

function emailFact({ systemReceived, confirmed }: ReceiptFacts, by: 'earlier' | 'system' | 'confirmation'): keyof ReceiptFacts {
  if (by === 'system') return 'systemReceived'
  if (by === 'confirmation' || systemReceived === undefined) return 'confirmed'
  return confirmed !== undefined && confirmed < systemReceived ? 'confirmed' : 'systemReceived'
}
