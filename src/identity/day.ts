import type { Context } from '#db'

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The legal day of an instant, `YYYY-MM-DD` in Asia/Shanghai whatever the zone of the machine. */
export const dayOf = (instant: Date): string => shanghai.format(instant)

/** The legal day now. */
export const today = (ctx: Context): string => dayOf(ctx.now())

/** Whether the text is a day of the calendar, as `2026-01-20`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The day after. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The later of two days. */
export const later = (one: string, other: string): string => [one, other].sort()[1]!
