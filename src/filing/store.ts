/** Reports in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { CellKey, Edition, Report } from '#report'
import type { Declared, Draft, ReportScope, ReportState } from './model.ts'

export interface StoredReport {
  readonly id: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly regionId: string
  readonly year: number
  readonly scope: ReportScope
  readonly origin: 'desk' | 'file'
  readonly state: ReportState
  readonly edition: number
  readonly draft: Draft
  readonly version: number | null
  readonly filedVersion: number | null
  readonly publishedVersion: number | null
  readonly publishedOn: string | null
  readonly filedOn: string | null
  /** The sealed paper copy is here. */
  readonly paperOn: string | null
}

const columns = sql`
  r.id, r.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", b.region_id as "regionId", r.year, r.scope, r.origin, r.state, r.edition,
  r.draft, r.version, r.filed_version as "filedVersion", r.published_version as "publishedVersion", r.published_on as "publishedOn",
  r.filed_on as "filedOn", r.paper_on as "paperOn"`

const joins = sql`
  join body b on b.id = r.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true`

export async function loadReport(reader: Reader, id: string): Promise<StoredReport | null> {
  const { rows } = await sql<StoredReport>`select ${columns} from annual_report r ${joins} where r.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export async function lockReport(tx: Tx, id: string): Promise<StoredReport | null> {
  const { rows } = await sql<StoredReport>`select ${columns} from annual_report r ${joins} where r.id = ${id} for update of r`.execute(tx)
  return rows[0] ?? null
}

export async function loadReportOf(reader: Reader, bodyId: string, year: number, scope: ReportScope): Promise<StoredReport | null> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from annual_report r ${joins} where r.body_id = ${bodyId} and r.year = ${year} and r.scope = ${scope}`.execute(reader)
  return rows[0] ?? null
}

/** Reports of these bodies on a year. */
export async function loadReportsOf(reader: Reader, bodyIds: readonly string[], year: number): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from annual_report r ${joins} where r.body_id = any(${[...bodyIds]}::uuid[]) and r.year = ${year} order by r.id`.execute(
    reader,
  )
  return rows
}

/** Every report of a body, the latest year first. */
export async function loadReportsOfBody(reader: Reader, bodyId: string): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from annual_report r ${joins} where r.body_id = ${bodyId} order by r.year desc, r.scope`.execute(reader)
  return rows
}

/** False where the body has a report on the year already. */
export async function insertReport(
  tx: Tx,
  row: Pick<StoredReport, 'id' | 'bodyId' | 'year' | 'scope' | 'origin' | 'draft'> & { readonly state: ReportState },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('annual_report')
    .values({
      id: row.id,
      body_id: row.bodyId,
      year: row.year,
      scope: row.scope,
      origin: row.origin,
      state: row.state,
      draft: JSON.stringify(row.draft),
      version: null,
      filed_version: null,
      published_version: null,
      published_on: null,
      filed_on: null,
      paper_on: null,
    })
    .onConflict((conflict) => conflict.columns(['body_id', 'year', 'scope']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export async function updateDraft(tx: Tx, id: string, draft: Draft): Promise<void> {
  await sql`update annual_report set draft = ${JSON.stringify(draft)}::jsonb, edition = edition + 1 where id = ${id}`.execute(tx)
}

export async function updateStanding(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<StoredReport, 'state' | 'version' | 'filedVersion' | 'filedOn' | 'publishedVersion' | 'publishedOn' | 'origin' | 'paperOn'>
  >,
): Promise<void> {
  const set = {
    ...(change.state !== undefined && { state: change.state }),
    ...(change.version !== undefined && { version: change.version }),
    ...(change.filedVersion !== undefined && { filed_version: change.filedVersion }),
    ...(change.filedOn !== undefined && { filed_on: change.filedOn }),
    ...(change.publishedVersion !== undefined && { published_version: change.publishedVersion }),
    ...(change.publishedOn !== undefined && { published_on: change.publishedOn }),
    ...(change.paperOn !== undefined && { paper_on: change.paperOn }),
    ...(change.origin !== undefined && { origin: change.origin }),
  }
  await tx.updateTable('annual_report').set(set).where('id', '=', id).execute()
}

export interface ReportEvent {
  readonly id: string
  readonly kind: string
  readonly on: string
  readonly at: Date
  readonly personId: string | null
  readonly personName: string | null
  readonly onBehalfOf: string | null
  readonly data: Readonly<Record<string, unknown>>
}

export async function appendEvent(tx: Tx, reportId: string, row: Omit<ReportEvent, 'personName'>): Promise<void> {
  await sql`
    insert into report_event (id, report_id, seq, kind, on_day, at, person_id, on_behalf_of, data)
    select ${row.id}, ${reportId}, coalesce(max(seq), 0) + 1, ${row.kind}, ${row.on}::date, ${row.at}, ${row.personId}, ${row.onBehalfOf},
      ${JSON.stringify(row.data)}::jsonb from report_event where report_id = ${reportId}`.execute(tx)
}

/** What happened, the latest first. */
export async function loadEvents(reader: Reader, reportId: string): Promise<ReportEvent[]> {
  const { rows } = await sql<ReportEvent>`
    select e.id, e.kind, e.on_day as "on", e.at, e.person_id as "personId", p.name as "personName", e.on_behalf_of as "onBehalfOf", e.data
    from report_event e left join person p on p.id = e.person_id where e.report_id = ${reportId} order by e.seq desc`.execute(reader)
  return rows
}

/** What a version holds. */
export interface VersionContent {
  readonly report: Report
  readonly counted: Readonly<Record<CellKey, number>>
  readonly declared: Readonly<Record<CellKey, Declared>>
}

export interface StoredVersion {
  readonly reportId: string
  readonly n: number
  readonly hash: string
  readonly content: VersionContent
  readonly madeAt: Date
  readonly madeBy: string | null
  readonly makerName: string | null
  readonly note: string
  readonly fileId: string | null
}

export async function insertVersion(tx: Tx, row: Omit<StoredVersion, 'makerName'>): Promise<void> {
  await tx
    .insertInto('report_version')
    .values({
      report_id: row.reportId,
      n: row.n,
      hash: row.hash,
      content: JSON.stringify(row.content),
      made_at: row.madeAt,
      made_by: row.madeBy,
      note: row.note,
      file_id: row.fileId,
    })
    .execute()
}

export async function nextVersion(tx: Tx, reportId: string): Promise<number> {
  const row = await tx
    .selectFrom('report_version')
    .select(({ fn }) => fn.max('n').as('n'))
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return Number(row?.n ?? 0) + 1
}

const versionColumns = sql`
  v.report_id as "reportId", v.n, v.hash, v.content, v.made_at as "madeAt", v.made_by as "madeBy", p.name as "makerName", v.note, v.file_id as "fileId"`

export async function loadVersion(reader: Reader, reportId: string, n: number): Promise<StoredVersion | null> {
  const { rows } = await sql<StoredVersion>`
    select ${versionColumns} from report_version v left join person p on p.id = v.made_by where v.report_id = ${reportId} and v.n = ${n}`.execute(
    reader,
  )
  return rows[0] ?? null
}

/** Versions of many reports at once, each by its number. */
export async function loadVersions(
  reader: Reader,
  wanted: readonly { readonly reportId: string; readonly n: number }[],
): Promise<StoredVersion[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<StoredVersion>`
    select ${versionColumns} from report_version v left join person p on p.id = v.made_by
    join unnest(${wanted.map(({ reportId }) => reportId)}::uuid[], ${wanted.map(({ n }) => n)}::int[]) as w (id, n) on w.id = v.report_id and w.n = v.n`.execute(
    reader,
  )
  return rows
}

/** Every version of a report without its content, the latest first. */
export async function loadVersionList(reader: Reader, reportId: string): Promise<Omit<StoredVersion, 'content'>[]> {
  const { rows } = await sql<Omit<StoredVersion, 'content'>>`
    select v.report_id as "reportId", v.n, v.hash, v.made_at as "madeAt", v.made_by as "madeBy", p.name as "makerName", v.note, v.file_id as "fileId"
    from report_version v left join person p on p.id = v.made_by where v.report_id = ${reportId} order by v.n desc`.execute(reader)
  return rows
}

export interface StoredRemark {
  readonly id: string
  readonly reportId: string
  readonly version: number
  readonly cell: CellKey | null
  readonly chapter: number | null
  readonly quote: string
  readonly remark: string
  readonly at: Date
  readonly byPerson: string
  readonly byName: string
  readonly answer: string
  readonly settledAt: Date | null
}

export async function insertRemark(
  tx: Tx,
  row: Pick<StoredRemark, 'id' | 'reportId' | 'version' | 'cell' | 'chapter' | 'quote' | 'remark' | 'at' | 'byPerson'>,
): Promise<void> {
  await tx
    .insertInto('report_remark')
    .values({
      id: row.id,
      report_id: row.reportId,
      version: row.version,
      cell: row.cell,
      chapter: row.chapter,
      quote: row.quote,
      remark: row.remark,
      at: row.at,
      by_person: row.byPerson,
      settled_at: null,
      settled_by: null,
    })
    .execute()
}

export async function settleRemark(tx: Tx, id: string, reportId: string, answer: string, at: Date, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('report_remark')
    .set({ answer, settled_at: at, settled_by: by })
    .where('id', '=', id)
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Remarks on a report, the latest first. */
export async function loadRemarks(reader: Reader, reportIds: readonly string[]): Promise<StoredRemark[]> {
  if (reportIds.length === 0) return []
  const { rows } = await sql<StoredRemark>`
    select m.id, m.report_id as "reportId", m.version, m.cell, m.chapter, m.quote, m.remark, m.at, m.by_person as "byPerson", p.name as "byName",
      m.answer, m.settled_at as "settledAt"
    from report_remark m join person p on p.id = m.by_person where m.report_id = any(${[...reportIds]}::uuid[]) order by m.id desc`.execute(
    reader,
  )
  return rows
}

export interface StoredRollUp {
  readonly id: string
  readonly bodyId: string
  readonly year: number
  readonly scope: 'level' | 'region'
  readonly parts: readonly {
    readonly bodyId: string
    readonly reportId: string | null
    readonly version: number | null
    readonly hash: string | null
  }[]
  readonly hash: string
  readonly at: Date
  readonly byName: string
  readonly note: string
}

export async function insertRollUp(tx: Tx, row: Omit<StoredRollUp, 'byName'> & { readonly by: string }): Promise<void> {
  await tx
    .insertInto('roll_up')
    .values({
      id: row.id,
      body_id: row.bodyId,
      year: row.year,
      scope: row.scope,
      parts: JSON.stringify(row.parts),
      hash: row.hash,
      at: row.at,
      by_person: row.by,
      note: row.note,
    })
    .execute()
}

/** Roll-ups reported upward, the latest first. */
export async function loadRollUps(reader: Reader, bodyId: string, year: number): Promise<StoredRollUp[]> {
  const { rows } = await sql<StoredRollUp>`
    select r.id, r.body_id as "bodyId", r.year, r.scope, r.parts, r.hash, r.at, p.name as "byName", r.note
    from roll_up r join person p on p.id = r.by_person where r.body_id = ${bodyId} and r.year = ${year} order by r.id desc`.execute(reader)
  return rows
}

/** Whether a version of a report stands in a roll-up that was reported upward; by which bodies. */
export async function rollUpsHolding(reader: Reader, reportId: string, version: number): Promise<string[]> {
  const { rows } = await sql<{ bodyId: string }>`
    select distinct r.body_id as "bodyId" from roll_up r, jsonb_array_elements(r.parts) part
    where part->>'reportId' = ${reportId} and (part->>'version')::int = ${version}`.execute(reader)
  return rows.map(({ bodyId }) => bodyId)
}

/** Bodies with a published report: on how many years, and the latest. */
export async function loadPublishers(reader: Reader): Promise<Map<string, { readonly years: number; readonly latest: number }>> {
  const { rows } = await sql<{ bodyId: string; years: number; latest: number }>`
    select body_id as "bodyId", count(*)::int as years, max(year) as latest
    from annual_report where published_version is not null and scope = 'own' group by body_id`.execute(reader)
  return new Map(rows.map(({ bodyId, ...published }) => [bodyId, published]))
}

export interface StoredFigures {
  readonly reportId: string
  readonly n: number
  readonly hash: string
  readonly edition: Edition
  readonly figures: Report['figures']
  readonly cells: Report['cells']
}

/** The figures of these versions, without their prose. */
export async function loadFigures(
  reader: Reader,
  wanted: readonly { readonly reportId: string; readonly n: number }[],
): Promise<StoredFigures[]> {
  const { rows } = await sql<StoredFigures>`
    select v.report_id as "reportId", v.n, v.hash, coalesce(v.content->'report'->>'edition', '2021') as edition,
      v.content->'report'->'figures' as figures, v.content->'report'->'cells' as cells
    from unnest(${wanted.map(({ reportId }) => reportId)}::uuid[], ${wanted.map(({ n }) => n)}::int[]) as w (report_id, n)
    join report_version v on v.report_id = w.report_id and v.n = w.n`.execute(reader)
  return rows
}

/**
 * What stands in the reports of several of the bodies: a suit or a reconsideration of one number that two answer as respondents in the year,
 * a document of one number in force with two makers.
 */
export async function loadCountedTwice(
  reader: Reader,
  bodyIds: readonly string[],
  year: number,
): Promise<{ kind: 'litigation' | 'reconsideration' | 'document'; number: string; bodies: { slug: string; name: string }[] }[]> {
  const ids = [...bodyIds]
  const { rows } = await sql<{
    kind: 'litigation' | 'reconsideration' | 'document'
    number: string
    bodies: { slug: string; name: string }[]
  }>`
    with one as (
      select c.kind, c.number, c.body_id from challenge c
      where c.body_id = any(${ids}::uuid[]) and c.number <> '' and c.state <> 'void' and c.part = 'respondent'
        and extract(year from coalesce(c.concluded_on, c.filed_on)) = ${year}
      union
      select 'document', e.entry->>'number', e.body_id from register_entry e
      where e.body_id = any(${ids}::uuid[]) and e.register in ('rules', 'normative-documents') and e.voided_at is null
        and coalesce(e.entry->>'number', '') <> '' and coalesce((e.entry->>'leads')::boolean, true)
    )
    select one.kind, one.number, jsonb_agg(jsonb_build_object('slug', b.slug, 'name', n.name) order by b.slug) as bodies
    from one join body b on b.id = one.body_id
    join lateral (select name from body_name where body_id = b.id and kind = 'official' order by until desc nulls first limit 1) n on true
    group by one.kind, one.number having count(distinct one.body_id) > 1
    order by one.kind, one.number limit 200`.execute(reader)
  return rows
}

/** What a task about the report of a body on a year is about. */
export const dutyOf = (bodyId: string, year: number): string => `${bodyId} ${year}`

/** Of these bodies, those with nothing more to be told: the report is published, or the duty was given. */
export async function loadSettled(reader: Reader, bodyIds: readonly string[], year: number): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select b.id from unnest(${[...bodyIds]}::uuid[]) as b (id)
    where exists (select from task t where t.noun = 'annual-report' and t.noun_id = b.id || ' ' || ${String(year)})
      or exists (select from annual_report r where r.body_id = b.id and r.year = ${year} and r.scope = 'own' and r.published_version is not null)`.execute(
    reader,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The duty is done: the report is published. */
export async function closeDuty(tx: Tx, bodyId: string, year: number, at: Date): Promise<void> {
  await sql`update task set done_at = ${at} where noun = 'annual-report' and noun_id = ${dutyOf(bodyId, year)} and done_at is null`.execute(
    tx,
  )
}

/** The office of a government; null of a body that is none, or has no office. */
export async function loadActing(reader: Reader, bodyId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select o.id from body b join body o on o.files_to = b.id and o.kind = 'office' where b.id = ${bodyId} and b.kind = 'government' order by o.id limit 1`.execute(
    reader,
  )
  return rows[0]?.id ?? null
}

/** Every name the bodies have or had: official, short, others. */
export async function loadNamesOf(reader: Reader, bodyIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ bodyId: string; names: string[] }>`
    select body_id as "bodyId", array_agg(name) as names from body_name where body_id = any(${[...bodyIds]}::uuid[]) group by body_id`.execute(
    reader,
  )
  return new Map(rows.map(({ bodyId, names }) => [bodyId, names]))
}
