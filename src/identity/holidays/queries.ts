/** Years, notices and local days as they are seen. */
import { isWeekend, isWorkingDay, numberOf } from '#calendar'
import type { Context, Reader } from '#db'
import { topGovernment } from '../bodies/store.ts'
import { dayAfter, today } from '../day.ts'
import { lastSignOffsOf } from '../sign-offs/store.ts'
import { noticesWith, workCalendar } from './calendar.ts'
import { holdingGovernment, loadLocalDay, loadLocalDays, loadLocalDaysInForce, loadNotices, type StoredLocalDay } from './store.ts'

export interface LocalDayShown extends StoredLocalDay {
  /** Its round of approval, or of its withdrawal where that is open. */
  readonly signOffId: string | null
}

/** Local days, newest first; `after` is the id of the last one seen. */
export async function localDaysOf(
  ctx: Context,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
): Promise<{ items: LocalDayShown[]; next: string | null }> {
  const rows = await loadLocalDays(ctx.db, after, limit + 1)
  const items = await withRounds(ctx.db, rows.slice(0, limit))
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

export async function localDayAt(reader: Reader, id: string): Promise<LocalDayShown> {
  return (await withRounds(reader, [(await loadLocalDay(reader, id))!]))[0]!
}

export interface YearShown {
  readonly year: number
  /** False: dates of this year are provisional. */
  readonly announced: boolean
  /** The notice that counts; of several shipped for one year, the last. */
  readonly notice: {
    readonly title: string
    readonly number: string
    readonly issuedOn: string
    readonly source: string
    readonly origin: 'shipped' | 'loaded'
  } | null
  /** Local days in force in the region. */
  readonly localDays: number
}

export interface DayShown {
  readonly day: string
  readonly works: boolean
  readonly kind: 'working-day' | 'weekend' | 'holiday' | 'made-up' | 'local-rest' | 'local-work'
  /** Of a local day. */
  readonly reason: string | null
}

/** Years that have a notice, and the next one without; oldest first. Public. */
export async function calendarYears(ctx: Context): Promise<YearShown[]> {
  const [loaded, localDays] = [await loadNotices(ctx.db), await localDaysHere(ctx)]
  const notices = noticesWith(loaded)
  const announced = notices.map(({ year }) => year)
  const last = Math.max(...announced, Number(today(ctx).slice(0, 4)))
  const loadedYears = new Set(loaded.map(({ year }) => year))
  return Array.from({ length: last + 2 - Math.min(...announced) }, (_, index) => Math.min(...announced) + index).map((year) => {
    const notice = notices
      .filter((one) => one.year === year)
      .sort((one, other) => (one.issuedOn < other.issuedOn ? -1 : 1))
      .at(-1)
    return {
      year,
      announced: notice !== undefined,
      notice: notice
        ? {
            title: notice.title,
            number: notice.number,
            issuedOn: notice.issuedOn,
            source: notice.source,
            origin: loadedYears.has(year) ? 'loaded' : 'shipped',
          }
        : null,
      localDays: localDays.filter(({ day }) => day.startsWith(`${year}-`)).length,
    }
  })
}

/** Every day of a year, by the calendar of the region whose portal this is. Public. */
export async function calendarYear(ctx: Context, year: number): Promise<YearShown & { days: DayShown[] }> {
  const shown = (await calendarYears(ctx)).find((one) => one.year === year)
  const calendar = await calendarHere(ctx)
  const local = new Map((await localDaysHere(ctx)).map((one) => [one.day, one]))
  const days: DayShown[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = dayAfter(day)) {
    const works = isWorkingDay(calendar, day)
    const here = local.get(day)
    const weekend = isWeekend(numberOf(day)!)
    const kind = here
      ? works
        ? 'local-work'
        : 'local-rest'
      : works
        ? weekend
          ? 'made-up'
          : 'working-day'
        : weekend
          ? 'weekend'
          : 'holiday'
    days.push({ day, works, kind, reason: here?.reason ?? null })
  }
  return { ...(shown ?? { year, announced: false, notice: null, localDays: 0 }), days }
}

/** The calendar of the region whose portal this is; that of the whole country before the first run. */
export async function calendarHere(ctx: Context) {
  return workCalendar(ctx.db, (await regionHere(ctx)) ?? '00000000-0000-0000-0000-000000000000')
}

async function localDaysHere(ctx: Context) {
  const region = await regionHere(ctx)
  return region === null ? [] : loadLocalDaysInForce(ctx.db, [region])
}

async function regionHere(ctx: Context): Promise<string | null> {
  const top = await topGovernment(ctx.db, today(ctx))
  return top && ((await holdingGovernment(ctx.db, { bodyId: top }, today(ctx)))?.regionId ?? null)
}

async function withRounds(reader: Reader, rows: readonly StoredLocalDay[]): Promise<LocalDayShown[]> {
  const ids = rows.map(({ id }) => id)
  const [made, withdrawn] = [await lastSignOffsOf(reader, 'local-day', ids), await lastSignOffsOf(reader, 'local-day-withdrawal', ids)]
  return rows.map((row) => {
    const withdrawal = withdrawn.get(row.id)
    return { ...row, signOffId: (withdrawal?.state === 'open' ? withdrawal.id : made.get(row.id)?.id) ?? null }
  })
}
