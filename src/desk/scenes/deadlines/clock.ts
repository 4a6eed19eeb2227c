/** A clock as it is written in the address and on the form, and what #calendar says of it. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { calendarOf, daysLeft, dueDate, eventText, parseEvent, problemOf, rulerOf, shippedNotices, type WorkCalendar } from '#calendar'
import { answered, api } from '../../api.ts'
import type { CalendarYearDetail, DeadlineEvent, DeadlineEventKind, DeadlineResult, RulerCell } from '../../api-types.ts'
import type { Language } from '../../language.tsx'
import { yearQuery } from './years.ts'

export interface Clock {
  readonly received: string
  readonly events: readonly DeadlineEvent[]
}

export const eventKinds: readonly DeadlineEventKind[] = [
  'correction-asked',
  'corrected',
  'consultation-sent',
  'consultation-answered',
  'fee-noticed',
  'fee-paid',
  'extended',
  'delay-agreed',
]

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** What the address says: `?received=2025-09-15&event=extended:10@2025-10-10`, and the events in it that cannot be read. */
export function clockOf(received: string, events: readonly string[]): { readonly clock: Clock; readonly unread: readonly string[] } {
  const read: DeadlineEvent[] = []
  const unread: string[] = []
  for (const text of events) {
    const event = parseEvent(text)
    if (event) read.push(event)
    else unread.push(text)
  }
  return { clock: { received: isDay(received) ? received : '', events: read }, unread }
}

export const writeEvent = (event: DeadlineEvent) => eventText(event)

/** A clock that can be counted: the day of receipt is there, and every event has what its kind needs. */
export const isWhole = ({ received, events }: Clock) =>
  isDay(received) &&
  events.every(({ kind, date, days }) => isDay(date) && (kind !== 'extended' || (days !== undefined && days >= 1 && days <= 20)))

/** The calendar that counts here: what ships with the desk, with the notices loaded and the local days of the server over it. */
export function useCalendar(): WorkCalendar | null {
  const years = useQuery({ queryKey: ['years'], staleTime: 300_000, queryFn: () => answered(api.GET('/calendar/years')) })
  const differing = (years.data?.items ?? []).filter(({ notice, localDays }) => notice?.origin === 'loaded' || localDays > 0)
  const details = useQueries({
    queries: differing.map(({ year }) => yearQuery(year)),
    combine: (results) => ({
      isReady: results.every(({ data }) => data !== undefined),
      years: results.flatMap(({ data }) => (data ? [data] : [])),
    }),
  })
  return useMemo(() => (years.data && details.isReady ? withServerYears(details.years) : null), [years.data, details])
}

function withServerYears(years: readonly CalendarYearDetail[]): WorkCalendar {
  const loaded = years.flatMap(({ year, notice, days }) =>
    notice?.origin === 'loaded'
      ? [
          {
            year,
            title: notice.title,
            number: notice.number,
            issuedOn: notice.issuedOn,
            source: notice.source,
            off: days.filter(({ kind }) => kind === 'holiday').map(({ day }) => day),
            madeUp: days.filter(({ kind }) => kind === 'made-up').map(({ day }) => day),
          },
        ]
      : [],
  )
  const localDays = years.flatMap(({ days }) =>
    days
      .filter(({ kind }) => kind === 'local-rest' || kind === 'local-work')
      .map(({ day, works, reason }) => ({ day, works, reason: reason ?? '' })),
  )
  const replaced = new Set(loaded.map(({ year }) => year))
  return calendarOf({ notices: [...shippedNotices.filter(({ year }) => !replaced.has(year)), ...loaded], localDays })
}

export interface Counted {
  readonly result: DeadlineResult
  readonly cells: readonly RulerCell[]
  /** Working days left after today; null where there is no last day. */
  readonly left: number | null
}

/** What the clock comes to, with the steps in `language`; null where its events do not fit together, which the server puts into words. */
export function countHere(calendar: WorkCalendar, clock: Clock, today: string, language: Language): Counted | null {
  if (problemOf(calendar, clock) !== null) return null
  const result = dueDate(calendar, clock, language)
  return {
    result: { ...result, steps: [...result.steps] },
    cells: rulerOf(calendar, clock, today).map(({ day, state, isLast }) => ({ day, state, last: isLast })),
    left: result.due === null ? null : daysLeft(calendar, result.due, today),
  }
}
