/** The demo's clock: it stands at nine in the morning of a day in Shanghai until somebody puts it on another. */
import { type Context, inTransaction } from '#db'
import { record } from '#identity'
import { Failure } from '#words'
import { putSetting } from './store.ts'

/** The day on which the year's end always looks as it should. */
export const usualDay = '2026-01-20'

/** Days the clock may stand on: from when the demo's people began work, to where the demo still has something to show. */
const [firstDay, lastDay] = ['2025-12-01', '2027-12-31']

export interface DemoClock {
  now(): Date
  today(): string
}

export interface MovableClock extends DemoClock {
  put(day: string): void
}

export function clockAt(day: string): MovableClock {
  let stands = day
  return {
    now: () => instantOf(stands),
    today: () => stands,
    put: (other) => {
      stands = other
    },
  }
}

/** Nine in the morning of a day in Shanghai, which keeps no summer time. */
export const instantOf = (day: string): Date => new Date(`${day}T09:00:00+08:00`)

/** Stands the clock on a day and remembers it. Throws `demo-day` for what is no day, or one outside the demo. */
export async function moveClock(ctx: Context, clock: MovableClock, day: string): Promise<void> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  if (!isDay || day < firstDay || day > lastDay) throw new Failure('demo-day', { first: firstDay, last: lastDay })
  const before = clock.today()
  if (before === day) return
  const at = instantOf(day)
  await inTransaction(ctx, async (tx) => {
    await putSetting(tx, 'demo.today', day, at)
    await record(
      tx,
      { ...ctx, now: () => at },
      { personId: null, origin: 'system' },
      { kind: 'demo.clock-moved', noun: 'demo', nounId: 'clock', detail: { before, after: day } },
    )
  })
  clock.put(day)
}
