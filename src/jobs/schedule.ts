/** The whole timetable. Times are of Asia/Shanghai; what a stopped server missed within a day is made up for at its start. */
import { type ParsedCronItem, parseCronItems } from 'graphile-worker'

export interface Entry {
  /** Name of a task without payload. */
  readonly task: string
  /** Absent: every hour. */
  readonly hour?: number
  readonly minute: number
}

export const schedule: readonly Entry[] = [
  { task: 'expire-sessions', minute: 7 },
  { task: 'expire-drafts', minute: 37 },
  { task: 'expire-intake-drafts', minute: 37 },
  { task: 'recompute-deadlines', hour: 0, minute: 20 },
  { task: 'sweep-orphans', hour: 2, minute: 15 },
  { task: 'nightly-check', hour: 3, minute: 30 },
  { task: 'archive-events', hour: 4, minute: 10 },
  { task: 'anchor-audit', hour: 4, minute: 40 },
  { task: 'remind', hour: 8, minute: 10 },
]

/** As cron writes it, in Asia/Shanghai. */
export const cronOf = ({ hour, minute }: Entry): string => `${minute} ${hour ?? '*'} * * *`

/** China has kept UTC+8 without summer time since 1991. */
const ahead = 8
const minuteLong = 60_000
const hourLong = 60 * minuteLong

/** The first time after an instant. */
export function nextRun({ hour, minute }: Entry, after: Date): Date {
  const period = hour === undefined ? hourLong : 24 * hourLong
  const offset = ((hour ?? ahead) - ahead) * hourLong + minute * minuteLong
  return new Date((Math.floor((after.getTime() - offset) / period) + 1) * period + offset)
}

/** As the queue reads it: its hours are of UTC. */
export function timetable(entries: readonly Entry[] = schedule): ParsedCronItem[] {
  return parseCronItems(
    entries.map(({ task, hour, minute }) => ({
      task,
      identifier: task,
      match: `${minute} ${hour === undefined ? '*' : (hour - ahead + 24) % 24} * * *`,
      // A task that is behind is not piled up: one waits at most.
      options: { backfillPeriod: 24 * hourLong, jobKey: `timetable ${task}`, jobKeyMode: 'replace' as const },
    })),
  )
}
