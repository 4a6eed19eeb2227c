import { type DeadlineEvent, deadlineEventKinds } from './model.ts'

/** `KIND@DATE`, as `corrected@2025-09-20` or `extended:10@2025-09-30`, as an event; null where it is not of that form. Whether it fits the clock is `problemOf`'s to say. */
export function parseEvent(text: string): DeadlineEvent | null {
  const match = /^([a-z-]+)(?::(\d{1,3}))?@(\S+)$/.exec(text)
  const kind = deadlineEventKinds.find((known) => known === match?.[1])
  if (!match || !kind || (kind === 'extended') !== (match[2] !== undefined)) return null
  return kind === 'extended' ? { kind, date: match[3]!, days: Number(match[2]) } : { kind, date: match[3]! }
}

/** The event as `parseEvent` reads it. */
export const eventText = ({ kind, date, days }: DeadlineEvent): string => `${kind}${kind === 'extended' ? `:${days}` : ''}@${date}`
