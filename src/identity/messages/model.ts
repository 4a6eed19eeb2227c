/** A notice to somebody outside, by e-mail or SMS: where it goes, and how often it is tried. */
import type { MessageKind, MessageState, MessageValues } from '#words'
import { maskEmail, maskPhone } from '../audit/mask.ts'

export const messageChannels = ['e-mail', 'sms'] as const
export type Channel = (typeof messageChannels)[number]

export interface NewMessage {
  readonly channel: Channel
  /** Address, or number of a mobile telephone. */
  readonly to: string
  readonly kind: MessageKind
  readonly values: MessageValues
  /** What it is about: `request` and its id. */
  readonly noun: string
  readonly nounId: string
  /** The body that tells; whoever works there sees what became of it. */
  readonly bodyId?: string
  readonly language?: 'zh-CN' | 'en'
}

export interface Message {
  readonly id: string
  readonly bodyId: string | null
  readonly channel: Channel
  readonly kind: MessageKind
  /** Masked. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly noun: string
  readonly nounId: string
  readonly state: MessageState
  readonly tries: number
  /** Why the last try failed: a code of `messageError`, or what the other side said; empty where none failed. */
  readonly error: string
  readonly addedAt: Date
  readonly sentAt: Date | null
  /** What the other side calls it. */
  readonly reference: string
}

/** Tries before it is given up. The queue waits longer each time, e to the number of tries in seconds, six hours at most: about 28 hours in all. */
export const mostTries = 14

/** The recipient as it is dialled or addressed; null where it is none. */
export function recipientOf(channel: Channel, given: string): string | null {
  const plain = given.normalize('NFKC').trim()
  if (channel === 'e-mail') return /^[^\s@*<>,;]+@[^\s@*<>,;]+\.[^\s@*<>,;]+$/.test(plain) && plain.length <= 254 ? plain : null
  return /^(?:\+?86)?(1[3-9]\d{9})$/.exec(plain.replaceAll(/[\s-]/g, ''))?.[1] ?? null
}

export const maskRecipient = (channel: Channel, to: string): string => (channel === 'sms' ? maskPhone(to) : maskEmail(to))
