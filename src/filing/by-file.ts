/** 以文件报送: a body without accounts gives its report as a Word, Excel, HTML or text file; the office above takes it into the same matrix and sum. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction } from '#db'
import { type Actor, allow, type BodyBelow, bodyAt, canonicalJson, day, insertAttachment, targetOf, today, wrong } from '#identity'
import { read } from '#ingest'
import { fold } from '#kit'
import { type BodyLevel, type CellKey, cellKeys, type Report, type Severity, sentence, verify } from '#report'
import { errorWords } from '#words'
import { freeze, happened, isOwn, stateRefused, yearOver } from './commands.ts'
import { publishedOf } from './facts.ts'
import { reportVerbs } from './machine.ts'
import { filersOf } from './roll-ups.ts'
import * as store from './store.ts'

/** What becomes of a report in a file. Only `new` and `again` are taken. */
export const takings = [
  'new',
  'again',
  'same',
  'unreadable',
  'unknown-body',
  'several-bodies',
  'other-year',
  'no-year',
  'at-the-desk',
  'closed',
  'own-body',
  'has-prose',
] as const
/**
 * `new`: the body's first; `again`: in place of what it filed before; `same`: that already. Refused: nobody below is called so, or several
 * are; it is on another year, or says none; the body writes its report at the desk; it is cleared or published, and was not returned or
 * corrected; it is the body of whoever would take it; it has figures alone, and what stands here has chapters.
 */
export type Taking = (typeof takings)[number]

export interface TakenReport {
  /** From 1, among the reports of the file. */
  readonly part: number
  readonly taking: Taking
  /** Why it cannot be read; empty where it can. */
  readonly why: string
  /** Whose report it says it is, and of which year. */
  readonly named: string | null
  readonly year: number | null
  readonly body: { readonly id: string; readonly slug: string; readonly name: string } | null
  /** How many cells do not stand in the file just as given: blank, missing, mended or doubtful. */
  readonly listed: number
  readonly findings: readonly {
    readonly rule: string
    readonly severity: Severity
    readonly message: string
    readonly cells: readonly CellKey[]
  }[]
  /** Where it stands now; null where it was not taken, or only tried. */
  readonly reportId: string | null
}

export interface ReportFile {
  readonly name: string
  /** Media type, told by the bytes. */
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * Reads a file and takes every report in it that is of a body below and of the year; on trial nothing stands. `member` names the body of a
 * file with one report, where the file says it otherwise or not at all; `publishedOn` is the day on which an earlier year's report was made
 * public elsewhere: it stands here as published since then. Findings never keep a report out: they are for the remarks. Throws
 * `not-found`, `not-allowed`.
 */
export async function takeReports(
  ctx: Context,
  actor: Actor,
  {
    body: slug,
    year,
    file,
    member,
    publishedOn,
    dryRun = false,
  }: {
    readonly body: string
    readonly year: number
    readonly file: ReportFile
    readonly member?: string
    readonly publishedOn?: string
    readonly dryRun?: boolean
  },
): Promise<readonly TakenReport[]> {
  yearOver(ctx, year)
  if (publishedOn !== undefined && (day('publishedOn', publishedOn) > today(ctx) || publishedOn <= `${year}-12-31`))
    throw wrong('publishedOn', 'between', `${year + 1}-01-01–${today(ctx)}`)
  const { id } = await bodyAt(ctx, slug)
  allow(actor, 'clear', 'annual-report', await targetOf(ctx.db, id))
  const found = await read(file.bytes, file.name)
  if (!found.ok) {
    const why = errorWords[found.error.code][actor.language](found.error.values)
    return [{ ...nothing, part: 1, taking: 'unreadable', why }]
  }
  if (member !== undefined && found.reports.length > 1) throw wrong('member', 'several-reports', found.reports.length)
  return takeEach(ctx, actor, {
    id,
    year,
    reports: found.reports,
    file,
    dryRun,
    ...(member !== undefined && { member }),
    ...(publishedOn !== undefined && { publishedOn }),
  })
}

const nothing = { named: null, year: null, body: null, listed: 0, findings: [], reportId: null, why: '' } as const

/** Takes reports that were read. Asks no policy for the office itself: callers have. */
export async function takeEach(
  ctx: Context,
  actor: Actor,
  {
    id,
    year,
    reports,
    file,
    member,
    publishedOn,
    figuresOnly = false,
    dryRun,
  }: {
    readonly id: string
    readonly year: number
    readonly reports: readonly Report[]
    readonly file: ReportFile
    readonly member?: string
    readonly publishedOn?: string
    /** Rows of a 汇总表: figures without prose. */
    readonly figuresOnly?: boolean
    readonly dryRun: boolean
  },
): Promise<readonly TakenReport[]> {
  const members = await filersOf(ctx, id, year)
  const called = await store.loadNamesOf(
    ctx.db,
    members.map((one) => one.id),
  )
  const taken: TakenReport[] = []
  for (const [at, report] of reports.entries()) {
    const bodies = member !== undefined ? members.filter((one) => one.slug === member) : named(report, file.name, members, called)
    const standing = { part: at + 1, why: '', named: report.body, year: report.year, listed: Object.keys(report.cells).length }
    if (bodies.length !== 1) {
      taken.push({ ...nothing, ...standing, taking: bodies.length === 0 ? 'unknown-body' : 'several-bodies' })
      continue
    }
    const [body] = bodies as [BodyBelow]
    const checked = {
      ...standing,
      body: { id: body.id, slug: body.slug, name: body.name },
      findings: await findingsOf(ctx, actor, body, year, report),
    }
    // Whoever named the body by hand has looked at the file.
    if (report.year === null && member === undefined) taken.push({ ...checked, taking: 'no-year', reportId: null })
    else if (report.year !== null && report.year !== year) taken.push({ ...checked, taking: 'other-year', reportId: null })
    else
      taken.push({
        ...checked,
        ...(await take(ctx, actor, {
          body,
          year,
          report: { ...report, year, body: body.name },
          file,
          dryRun,
          figuresOnly,
          publishedOn: publishedOn ?? null,
        })),
      })
  }
  return taken
}

/** One report of one body, in one transaction. */
async function take(
  ctx: Context,
  actor: Actor,
  {
    body,
    year,
    report,
    file,
    dryRun,
    figuresOnly,
    publishedOn,
  }: {
    body: BodyBelow
    year: number
    report: Report
    file: ReportFile
    dryRun: boolean
    figuresOnly: boolean
    publishedOn: string | null
  },
): Promise<{ taking: Taking; reportId: string | null }> {
  const content: store.VersionContent = { report, counted: {}, declared: {} }
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex')
  const bytesHash = dryRun ? '' : await ctx.files.put(file.bytes)
  return inTransaction(ctx, async (tx) => {
    const post = allow(actor, 'clear', 'annual-report', await targetOf(tx, body.id))
    if (isOwn(actor, body.id)) return { taking: 'own-body', reportId: null }
    const before = await store.loadReportOf(tx, body.id, year, 'own')
    const known = before && (await store.lockReport(tx, before.id))
    if (known?.origin === 'desk') return { taking: 'at-the-desk', reportId: null }
    if (known && !reportVerbs.take.from.includes(known.state)) return { taking: 'closed', reportId: null }
    const standing = known?.version ?? null
    const last = known && standing !== null ? await store.loadVersion(tx, known.id, standing) : null
    if (known && last && (last.hash === hash || (figuresOnly && sameFigures(last.content.report, report))))
      return { taking: 'same', reportId: known.id }
    if (figuresOnly && last && last.content.report.chapters.length > 0) return { taking: 'has-prose', reportId: null }
    const taking = known ? 'again' : 'new'
    if (dryRun) return { taking, reportId: null }

    const id = known?.id ?? ctx.newId()
    const draft = { chapters: {}, declared: {}, confirmed: {} }
    if (!known && !(await store.insertReport(tx, { id, bodyId: body.id, year, scope: 'own', origin: 'file', state: 'filed', draft })))
      throw stateRefused('take', { state: 'drafting' })
    const attached = { id: ctx.newId(), hash: bytesHash, name: file.name, noun: 'annual-report', nounId: id, addedAt: ctx.now() }
    await insertAttachment(tx, { ...attached, type: file.type, size: file.bytes.byteLength, addedBy: actor.personId })
    const version = await freeze(tx, ctx, actor, { id }, content, { fileId: attached.id })
    const filed = { version: version.n, filedVersion: version.n, filedOn: publishedOn ?? known?.filedOn ?? today(ctx), paperOn: null }
    const published = publishedOn !== null && { publishedVersion: version.n, publishedOn }
    await store.updateStanding(tx, id, { state: published ? 'published' : 'filed', ...filed, ...published })
    if (published) await store.closeDuty(tx, body.id, year, ctx.now())
    const told = { version: version.n, hash, file: file.name, ...(published && { publishedOn }) }
    await happened(tx, ctx, actor, { id, bodyId: body.id, year }, reportVerbs.take.event, told, post)
    return { taking, reportId: id }
  })
}

const sameFigures = (one: Report, other: Report): boolean =>
  cellKeys('2021').every((key) => (one.figures[key] ?? null) === (other.figures[key] ?? null))

/**
 * Whose report it is: by the name it gives, of today or of before. A name that nobody below has is nobody's, however like one it looks: the
 * team of a town is not the town. Where it gives none, by the name its title or its file begins with.
 */
function named(
  report: Report,
  fileName: string,
  members: readonly BodyBelow[],
  called: ReadonlyMap<string, readonly string[]>,
): readonly BodyBelow[] {
  const namesOf = ({ id, name }: BodyBelow) => [...new Set([name, ...(called.get(id) ?? [])])].map(fold)
  const given = fold(report.body ?? '')
  if (given !== '') return members.filter((member) => namesOf(member).includes(given))
  for (const text of [report.title ?? '', fileName].map(fold)) {
    const found = members.filter((member) => namesOf(member).some((name) => begins(text, name)))
    if (found.length > 0) return found
  }
  return []
}

/** Whether a title or a file's name is `name`, then the year, 年报, 政府信息公开 or its end. */
const begins = (text: string, name: string): boolean =>
  name.length > 2 && text.startsWith(name) && /^(?:[^\p{L}]|年度?报|政府信息公开|信息公开|工作年度|$)/u.test(text.slice(name.length))

async function findingsOf(ctx: Context, actor: Actor, body: BodyBelow, year: number, report: Report): Promise<TakenReport['findings']> {
  const lastYear = await publishedOf(ctx, body.id, year - 1)
  const known = {
    ...(body.kind !== 'department' && body.kind !== 'party' && { level: body.level as BodyLevel }),
    ...(lastYear && { lastYear: lastYear.content.report, bothFiled: true }),
  }
  return verify(report, known).map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: sentence(finding, actor.language),
    cells: finding.cells,
  }))
}
