/** Where the reports stand: of one body through the years, and of all below an office on one year. */
import { isWorkingDay, plusDays, terms, type WorkCalendar } from '#calendar'
import type { Context } from '#db'
import { type Actor, allow, type Body, bodyAt, type Machine, targetOf, today, workCalendar } from '#identity'
import { noticesFor } from '#registers'
import { reportTarget } from './government.ts'
import type { ReportState } from './model.ts'
import { filersOf } from './roll-ups.ts'
import * as store from './store.ts'

/** A report in a list; `id` is null of what was not begun. */
export interface ReportRow {
  readonly id: string | null
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly year: number
  readonly state: ReportState | 'not-begun'
  readonly filedOn: string | null
  readonly publishedOn: string | null
  /** The sealed paper copy is with the office above. */
  readonly paperOn: string | null
  readonly origin: 'desk' | 'file'
  /** Not published when the day had come. */
  readonly late: boolean
  /** Not filed when the day the office above set had passed. */
  readonly lateToFile: boolean
  /** The day by which the office above wants it, by its notice; null where it set none. */
  readonly fileBy: string | null
  /** The day by which it is published: 31 January, or the last working day before it where that is a rest day. */
  readonly dueOn: string
  readonly openRemarks: number
  /** As filed or published; null where nothing is. */
  readonly received: number | null
  readonly carriedOut: number | null
}

/** The last day the law gives for publishing (Order 711 Art. 49); a rest day does not move it. */
const lastDay = (kind: string, year: number): string =>
  `${year + 1}-${terms[kind === 'government' ? 'government-report' : 'department-report'].date}`

/** By when a body had better publish: the law's last day, or the working day before it where that is a rest day. */
export function publishBy(calendar: WorkCalendar, kind: string, year: number): string {
  let day = lastDay(kind, year)
  while (!isWorkingDay(calendar, day)) day = plusDays(day, -1)
  return day
}

/** Reports of a body, the latest year first. `body` is a slug. Throws `not-found`, `not-allowed`. */
export async function reportsOfBody(ctx: Context, actor: Actor | Machine, body: string): Promise<readonly ReportRow[]> {
  const found = await bodyAt(ctx, body)
  allow(actor, 'see', 'annual-report', await reportTarget(ctx.db, found.id))
  const rows = (await store.loadReportsOfBody(ctx.db, found.id)).filter(({ scope }) => scope === 'own')
  return rowsOf(
    ctx,
    await Promise.all(rows.map(async (row) => ({ body: found, year: row.year, row, fileBy: await fileByOf(ctx, found.id, row.year) }))),
  )
}

/** Where the reports of a year stand of every body that files to this one; who has not begun is among them. Throws `not-found`, `not-allowed`. */
export async function reportsBelow(
  ctx: Context,
  actor: Actor | Machine,
  { body, year }: { readonly body: string; readonly year: number },
): Promise<readonly ReportRow[]> {
  const { id } = await bodyAt(ctx, body)
  allow(actor, 'see', 'annual-report', await targetOf(ctx.db, id))
  const members = await filersOf(ctx, id, year)
  const rows = await store.loadReportsOf(
    ctx.db,
    members.map((one) => one.id),
    year,
  )
  const fileBy = await fileByOf(ctx, id, year)
  return rowsOf(
    ctx,
    members.map((member) => ({
      body: member,
      year,
      fileBy,
      row: rows.find((one) => one.bodyId === member.id && one.scope === 'own') ?? null,
    })),
  )
}

/** The day the notices from above set for filing: the earliest, where several do. */
async function fileByOf(ctx: Context, bodyId: string, year: number): Promise<string | null> {
  const days = (await noticesFor(ctx, bodyId, year)).flatMap(({ fileBy }) => (typeof fileBy === 'string' ? [fileBy] : []))
  return days.sort()[0] ?? null
}

interface Standing {
  readonly body: Pick<Body, 'id' | 'slug' | 'name' | 'kind' | 'regionId'>
  readonly year: number
  readonly row: store.StoredReport | null
  readonly fileBy: string | null
}

async function rowsOf(ctx: Context, standings: readonly Standing[]): Promise<readonly ReportRow[]> {
  const known = standings.flatMap(({ row }) => (row ? [row] : []))
  const remarks = await store.loadRemarks(
    ctx.db,
    known.map(({ id }) => id),
  )
  const figures = await store.loadFigures(
    ctx.db,
    known.flatMap(({ id, publishedVersion, filedVersion }) => {
      const n = publishedVersion ?? filedVersion
      return n === null ? [] : [{ reportId: id, n }]
    }),
  )
  const calendars = new Map<string, WorkCalendar>()
  const rows: ReportRow[] = []
  for (const { body, year, row, fileBy } of standings) {
    if (!calendars.has(body.regionId)) calendars.set(body.regionId, await workCalendar(ctx.db, body.regionId))
    const dueOn = publishBy(calendars.get(body.regionId)!, body.kind, year)
    const stated = figures.find(({ reportId }) => reportId === row?.id)?.figures
    rows.push({
      id: row?.id ?? null,
      body: { id: body.id, slug: body.slug, name: body.name },
      year,
      state: row?.state ?? 'not-begun',
      filedOn: row?.filedOn ?? null,
      publishedOn: row?.publishedOn ?? null,
      paperOn: row?.paperOn ?? null,
      origin: row?.origin ?? 'desk',
      late: (row?.publishedOn ?? today(ctx)) > lastDay(body.kind, year),
      lateToFile: fileBy !== null && (row?.filedOn ? row.filedOn > fileBy : row?.publishedOn == null && today(ctx) > fileBy),
      fileBy,
      dueOn,
      openRemarks: remarks.filter(({ reportId, settledAt }) => reportId === row?.id && settledAt === null).length,
      received: stated?.['requests.received.total'] ?? null,
      carriedOut: stated?.['requests.carriedOut.total'] ?? null,
    })
  }
  return rows
}
