/** The calendar that counts in a region: the notices that come with the program, those loaded here, and local days in force. */
import { calendarOf, type LocalDay, type RestNotice, shippedNotices, type WorkCalendar } from '#calendar'
import type { Reader } from '#db'
import { type LocalDayInForce, loadLocalDaysInForce, loadNotices } from './store.ts'

/** The calendar of one region, with what differs in the regions it belongs to. */
export async function workCalendar(reader: Reader, regionId: string): Promise<WorkCalendar> {
  return (await calendarsOf(reader, [regionId])).get(regionId)!
}

/** The calendars of several regions, by their ids. */
export async function calendarsOf(reader: Reader, regionIds: readonly string[]): Promise<Map<string, WorkCalendar>> {
  const ids = [...new Set(regionIds)]
  if (ids.length === 0) return new Map()
  const [loaded, localDays] = [await loadNotices(reader), await loadLocalDaysInForce(reader, ids)]
  return calendarsWith(ids, loaded, localDays)
}

/** The same from what has been read; for asking what would change. */
export function calendarsWith(
  regionIds: readonly string[],
  loaded: readonly RestNotice[],
  localDays: readonly LocalDayInForce[],
): Map<string, WorkCalendar> {
  const notices = noticesWith(loaded)
  return new Map(
    regionIds.map((id) => [id, calendarOf({ notices, localDays: nearestLast(localDays.filter(({ for: regionId }) => regionId === id)) })]),
  )
}

/** A notice loaded here stands in the place of those that come with the program for its year. */
export function noticesWith(loaded: readonly RestNotice[]): RestNotice[] {
  const years = new Set(loaded.map(({ year }) => year))
  return [...shippedNotices.filter(({ year }) => !years.has(year)), ...loaded]
}

/** Later ones win: those of the region itself after those of the regions above. */
const nearestLast = (days: readonly LocalDayInForce[]): LocalDay[] => [...days].sort((one, other) => other.distance - one.distance)
