/** A report as it is seen: the draft beside what is counted, its doubts, its history; and versions as they stand. */
import type { Context } from '#db'
import { type Actor, allow, bodiesBelow, loadAttachment, type Machine, today } from '#identity'
import { noticesFor } from '#registers'
import type { BodyLevel, CellKey, Language, Report, Context as ReportContext } from '#report'
import { Failure } from '#words'
import { mayDo } from './commands.ts'
import { figuresOf, reportOf } from './compose.ts'
import { countYear } from './counted.ts'
import { type Doubt, doubtsOf } from './doubts.ts'
import { publishedOf } from './facts.ts'
import { reportTarget, sumForGovernment } from './government.ts'
import type { ReportVerbName } from './machine.ts'
import type { CountedYear, Draft, ReportScope, ReportState } from './model.ts'
import * as store from './store.ts'

export interface ReportDetail {
  readonly id: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly year: number
  readonly scope: ReportScope
  readonly origin: 'desk' | 'file'
  readonly state: ReportState
  readonly edition: number
  readonly draft: Draft
  /** What the records come to now. */
  readonly counted: CountedYear
  /** The figures the report states: counted, or declared in their place. */
  readonly figures: Readonly<Record<CellKey, number | null>>
  /** Last year's figures as published or filed; null where there are none. */
  readonly lastYear: Readonly<Record<CellKey, number | null>> | null
  /** Last year's chapters, by number; empty where there are none. */
  readonly lastTexts: Readonly<Record<number, string>>
  /** The report as it reads now: while it is written the draft, else the version under review, filed or published. */
  readonly report: Report
  readonly doubts: readonly Doubt[]
  readonly version: { readonly n: number; readonly hash: string } | null
  /** Cells whose records have moved since the version was made. */
  readonly moved: readonly { readonly cell: CellKey; readonly was: number; readonly now: number }[]
  readonly filedOn: string | null
  readonly paperOn: string | null
  readonly publishedOn: string | null
  readonly publishedVersion: number | null
  readonly versions: readonly Omit<store.StoredVersion, 'content'>[]
  readonly events: readonly store.ReportEvent[]
  readonly remarks: readonly store.StoredRemark[]
  readonly may: readonly ReportVerbName[]
}

/** Throws `not-found`, `not-allowed`. */
export async function reportAt(ctx: Context, actor: Actor | Machine, id: string): Promise<ReportDetail> {
  const row = await store.loadReport(ctx.db, id)
  if (!row) throw new Failure('not-found', { what: 'annual-report' })
  const target = await reportTarget(ctx.db, row.bodyId)
  allow(actor, 'see', 'annual-report', target)
  const counted = await countYear(ctx, actor, { body: row.bodySlug, year: row.year })
  const stands = await versionShown(ctx, row)
  const report = stands?.content.report ?? reportOf(counted, row.draft, { signedOn: today(ctx) })
  const last = await publishedOf(ctx, row.bodyId, row.year - 1)
  const language = 'language' in actor ? actor.language : 'zh-CN'
  return {
    id: row.id,
    body: { id: row.bodyId, slug: row.bodySlug, name: row.bodyName },
    year: row.year,
    scope: row.scope,
    origin: row.origin,
    state: row.state,
    edition: row.edition,
    draft: row.draft,
    counted,
    figures: stands?.content.report.figures ?? figuresOf(counted, row.draft.declared),
    lastYear: last?.content.report.figures ?? null,
    lastTexts: Object.fromEntries((last?.content.report.chapters ?? []).map(({ number, text }) => [number, text])),
    report,
    doubts: await doubtsIn(ctx, row, counted, report, language),
    version: stands === null ? null : { n: stands.n, hash: stands.hash },
    moved: stands === null || row.origin === 'file' ? [] : movedSince(stands.content.counted, counted.cells),
    filedOn: row.filedOn,
    paperOn: row.paperOn,
    publishedOn: row.publishedOn,
    publishedVersion: row.publishedVersion,
    versions: await store.loadVersionList(ctx.db, id),
    events: await store.loadEvents(ctx.db, id),
    remarks: await store.loadRemarks(ctx.db, [id]),
    may: mayDo(actor, row, target),
  }
}

/** What a draft would say, and what would be doubtful of it, with these chapters in place of its own; nothing is kept. Throws `not-found`, `not-allowed`. */
export async function previewReport(
  ctx: Context,
  actor: Actor | Machine,
  id: string,
  { chapters }: { readonly chapters: Readonly<Record<number, string>> },
): Promise<{ readonly report: Report; readonly doubts: readonly Doubt[] }> {
  const row = await store.loadReport(ctx.db, id)
  if (!row) throw new Failure('not-found', { what: 'annual-report' })
  allow(actor, 'write', 'annual-report', await reportTarget(ctx.db, row.bodyId))
  const counted = await countYear(ctx, actor, { body: row.bodySlug, year: row.year })
  const draft = { ...row.draft, chapters: { ...row.draft.chapters, ...chapters } }
  const report = reportOf(counted, draft, { signedOn: today(ctx) })
  return { report, doubts: await doubtsIn(ctx, { ...row, draft }, counted, report, 'language' in actor ? actor.language : 'zh-CN') }
}

/** A report that came as a file is that file, wherever it stands; one of the desk is its draft while it is written. */
const versionShown = async (ctx: Context, row: store.StoredReport): Promise<store.StoredVersion | null> => {
  if (row.origin === 'desk' && (row.state === 'drafting' || row.state === 'returned')) return null
  const n = row.version ?? (row.origin === 'file' ? row.filedVersion : null) ?? row.publishedVersion ?? row.filedVersion
  return n === null ? null : store.loadVersion(ctx.db, row.id, n)
}

const movedSince = (was: Readonly<Record<CellKey, number>>, now: Readonly<Record<CellKey, number>>): ReportDetail['moved'] =>
  Object.entries(now).flatMap(([cell, value]) =>
    was[cell] === undefined || was[cell] === value ? [] : [{ cell, was: was[cell], now: value }],
  )

/** The sum is asked for by the report that stands on it, not by a person. */
const everybody: Machine = { personId: null, origin: 'system' }

/** The doubts of a report, with all that is known beside it: last year, the body's level, the neighbours, the notices from above. */
export async function doubtsIn(
  ctx: Context,
  row: Pick<store.StoredReport, 'bodyId' | 'bodySlug' | 'year' | 'draft' | 'id'>,
  counted: CountedYear,
  report: Report,
  language: Language,
): Promise<Doubt[]> {
  const lastYear = await publishedOf(ctx, row.bodyId, row.year - 1)
  const notices = await noticesFor(ctx, row.bodyId, row.year)
  const body = await ctx.db.selectFrom('body').select(['level', 'files_to', 'kind']).where('id', '=', row.bodyId).executeTakeFirstOrThrow()
  const context: ReportContext = {
    ...(body.kind !== 'department' && body.kind !== 'party' && { level: body.level as BodyLevel }),
    ...(lastYear && { lastYear: lastYear.content.report, bothFiled: true }),
    others: await neighbours(ctx, row, body.files_to),
  }
  return doubtsOf(counted, row.draft, report, {
    ...context,
    language,
    ...(body.kind === 'government' && { sum: await sumForGovernment(ctx, everybody, { body: row.bodySlug, year: row.year }) }),
    extras: notices.flatMap(({ extras }) =>
      typeof extras === 'string'
        ? extras
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
        : [],
    ),
  })
}

/** The reports that stand beside this one, to tell copied text: of those who file to the same office, on the same year. */
async function neighbours(ctx: Context, row: Pick<store.StoredReport, 'bodyId' | 'year'>, filesTo: string | null): Promise<Report[]> {
  if (filesTo === null) return []
  const ids = (await bodiesBelow(ctx, filesTo)).map(({ id }) => id).filter((id) => id !== row.bodyId)
  const others = await store.loadReportsOf(ctx.db, ids, row.year)
  const versions = await store.loadVersions(
    ctx.db,
    others.flatMap((other) => {
      const n = other.version ?? other.publishedVersion ?? other.filedVersion
      return n === null ? [] : [{ reportId: other.id, n }]
    }),
  )
  return versions.map(({ content }) => content.report)
}

/** A version with its content. Throws `not-found`, `not-allowed`. */
export async function versionAt(ctx: Context, actor: Actor | Machine, id: string, n: number): Promise<store.StoredVersion> {
  const row = await store.loadReport(ctx.db, id)
  if (!row) throw new Failure('not-found', { what: 'annual-report' })
  allow(actor, 'see', 'annual-report', await reportTarget(ctx.db, row.bodyId))
  const version = await store.loadVersion(ctx.db, id, n)
  if (!version) throw new Failure('not-found', { what: 'report-version' })
  return version
}

/** What the public sees of a body's reports: the published years, the latest first. */
export async function publishedReports(
  ctx: Context,
  bodyId: string,
): Promise<readonly { readonly year: number; readonly publishedOn: string; readonly id: string; readonly version: number }[]> {
  return (await store.loadReportsOfBody(ctx.db, bodyId)).flatMap(({ id, year, publishedOn, publishedVersion }) =>
    publishedOn === null || publishedVersion === null ? [] : [{ id, year, publishedOn, version: publishedVersion }],
  )
}

/** What a body published, year by year with its figures, the latest first. For everybody. */
export async function publishedYears(
  ctx: Context,
  bodyId: string,
): Promise<
  readonly { readonly year: number; readonly publishedOn: string; readonly version: number; readonly figures: Report['figures'] }[]
> {
  const published = await publishedReports(ctx, bodyId)
  const figures = await store.loadFigures(
    ctx.db,
    published.map(({ id, version }) => ({ reportId: id, n: version })),
  )
  const byReport = new Map(figures.map((one) => [one.reportId, one.figures]))
  return published.map(({ id, year, publishedOn, version }) => ({ year, publishedOn, version, figures: byReport.get(id)! }))
}

/** Bodies with a published report, by id: on how many years, and the latest of them. For everybody. */
export const publishers = (ctx: Context): Promise<ReadonlyMap<string, { readonly years: number; readonly latest: number }>> =>
  store.loadPublishers(ctx.db)

/** The published report of a body on a year; null where none is. For everybody. */
export async function publicReport(
  ctx: Context,
  bodyId: string,
  year: number,
): Promise<{
  readonly report: Report
  readonly publishedOn: string
  readonly version: store.StoredVersion
  readonly notes: readonly { readonly n: number; readonly on: string; readonly note: string }[]
} | null> {
  const row = await store.loadReportOf(ctx.db, bodyId, year, 'own')
  if (!row || row.publishedVersion === null || row.publishedOn === null) return null
  const version = (await store.loadVersion(ctx.db, row.id, row.publishedVersion))!
  // A note is for what has taken effect: a correction that is being written changes nothing yet.
  const notes: { n: number; on: string; note: string }[] = []
  let begun: { readonly note: string } | null = null
  for (const { kind, data, on } of (await store.loadEvents(ctx.db, row.id)).toReversed()) {
    if (kind === 'correction-begun') begun = { note: String(data.note ?? '') }
    if (kind === 'published' && begun) {
      notes.push({ n: Number(data.version ?? 0), on, note: begun.note })
      begun = null
    }
  }
  return {
    report: version.content.report,
    publishedOn: row.publishedOn,
    version,
    notes: notes.toReversed(),
  }
}

/** The file a report was last filed as. Throws `not-found` for one written at the desk, `not-allowed`. */
export async function sourceOf(
  ctx: Context,
  actor: Actor | Machine,
  id: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array }> {
  const row = await store.loadReport(ctx.db, id)
  if (!row) throw new Failure('not-found', { what: 'annual-report' })
  allow(actor, 'see', 'annual-report', await reportTarget(ctx.db, row.bodyId))
  const version = row.filedVersion === null ? null : await store.loadVersion(ctx.db, id, row.filedVersion)
  const file = version?.fileId ? await loadAttachment(ctx.db, version.fileId) : null
  const bytes = file && (await ctx.files.get(file.hash))
  if (!file || !bytes) throw new Failure('not-found', { what: 'attachment' })
  return { name: file.name, type: file.type, bytes }
}
