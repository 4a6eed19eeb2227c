/** The higher office's desk: the findings of all it received side by side, the papers around the reports, the 汇总表 out and in. */
import type { Context } from '#db'
import { type Actor, allow, bodyAt, bodyById, type Machine, readSheet, targetOf, today, wrong } from '#identity'
import { type LetterDocument, renderMatrix } from '#render'
import { type BodyLevel, type CellKey, cellKeys, cellName, noPrint, type Report, type Severity, sentence, verify } from '#report'
import { Failure } from '#words'
import { type TakenReport, takeEach } from './by-file.ts'
import { yearOver } from './commands.ts'
import { titleOf } from './compose.ts'
import { publishedOf } from './facts.ts'
import type { Draft } from './model.ts'
import { reportsBelow } from './office.ts'
import {
  type CommonFinding,
  type CountyPaper,
  circularLetter,
  coveringLetter,
  leaderBrief,
  opinionSheet,
  type ReportPaper,
  reminderLetter,
} from './papers.ts'
import { reportAt } from './queries.ts'
import { figuresOfParts, membersOf, type RollUpScope, rollUpOf, versionSummed } from './roll-ups.ts'
import * as store from './store.ts'

interface Asked {
  /** Slug of the body that sums. */
  readonly body: string
  readonly year: number
}

/** What the checks find in the report of one body, the severest first. */
export interface CheckedReport {
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly reportId: string
  readonly version: number
  readonly errors: number
  /** Those that the body has given no reason for. */
  readonly warnings: number
  readonly findings: readonly {
    readonly rule: string
    readonly severity: Severity
    readonly message: string
    readonly cells: readonly CellKey[]
    /** The reason with which the body let it stand; null where it gave none. */
    readonly confirmed: string | null
  }[]
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
/** Copied text is looked for among so many reports at most: each is held against each. */
const mostNeighbours = 150

/** The checks of every report that was filed on a year, the worst first. Throws `not-found`, `not-allowed`. */
export async function checkBelow(ctx: Context, actor: Actor | Machine, { body: slug, year }: Asked): Promise<readonly CheckedReport[]> {
  const { id, level } = await bodyAt(ctx, slug)
  allow(actor, 'see', 'annual-report', await targetOf(ctx.db, id))
  const language = 'language' in actor ? actor.language : 'zh-CN'
  const members = new Map((await membersOf(ctx, { id, level }, 'region', year)).map((member) => [member.id, member]))
  const rows = (await store.loadReportsOf(ctx.db, [...members.keys()], year)).filter(({ scope }) => scope === 'own')
  const versions = await store.loadVersions(
    ctx.db,
    rows.flatMap((row) => {
      const n = versionSummed(row)
      return n === null ? [] : [{ reportId: row.id, n }]
    }),
  )
  const all = versions.map(({ content }) => content.report)
  const checked: CheckedReport[] = []
  for (const { reportId, n, content } of versions) {
    const row = rows.find((one) => one.id === reportId)!
    const member = members.get(row.bodyId)!
    const lastYear = await publishedOf(ctx, row.bodyId, year - 1)
    const findings = verify(content.report, {
      ...(member.kind !== 'department' && member.kind !== 'party' && { level: member.level as BodyLevel }),
      ...(lastYear && { lastYear: lastYear.content.report, bothFiled: true }),
      ...(all.length <= mostNeighbours && { others: all.filter((other) => other !== content.report) }),
    })
      .map((finding) => {
        const message = sentence(finding, language)
        return {
          rule: finding.rule,
          severity: finding.severity,
          message,
          cells: finding.cells,
          confirmed: reasonFor(row.draft, finding.rule, message),
        }
      })
      .sort((one, other) => rank[one.severity] - rank[other.severity])
    checked.push({
      body: { id: member.id, slug: member.slug, name: member.name },
      reportId,
      version: n,
      errors: findings.filter(({ severity }) => severity === 'error').length,
      warnings: findings.filter(({ severity, confirmed }) => severity === 'warning' && confirmed === null).length,
      findings,
    })
  }
  return checked.sort((one, other) => other.errors - one.errors || other.warnings - one.warnings)
}

/** Confirmations are kept under a finding's rule and words, with its place between them. */
const reasonFor = ({ confirmed }: Draft, rule: string, message: string): string | null =>
  Object.entries(confirmed).find(([key]) => key.startsWith(`${rule}|`) && key.endsWith(`|${message}`))?.[1].reason ?? null

/** A paper about one report: 报送函 of the body, 审核意见单 of the office above. Throws `not-found`, `not-allowed`. */
export async function reportPaper(ctx: Context, actor: Actor, id: string, kind: ReportPaper): Promise<LetterDocument> {
  const report = await reportAt(ctx, actor, id)
  const own = (await bodyById(ctx, report.body.id))!
  const above = await officeAbove(ctx, own.filesTo)
  const title = report.report.title ?? titleOf(report.body.name, report.year)
  if (kind === 'covering') {
    const version = report.version
    if (version === null) throw new Failure('report-state', { verb: 'file', state: report.state })
    return coveringLetter({ body: own.name, date: today(ctx) }, { to: above, title, version })
  }
  return opinionSheet({ body: above, date: today(ctx) }, { to: own.name, title, version: report.version, remarks: report.remarks })
}

/** A government receives by its office. */
async function officeAbove(ctx: Context, filesTo: string | null): Promise<string> {
  const above = filesTo === null ? null : await bodyById(ctx, filesTo)
  if (!above) return ''
  return above.kind === 'government' ? `${above.name}办公室` : above.name
}

/** A paper of the office above on a year: 催报 (null where all have filed), 通报, the leader's brief. Throws `not-found`, `not-allowed`. */
export async function countyPaper(
  ctx: Context,
  actor: Actor,
  { kind, ...asked }: Asked & { readonly kind: CountyPaper },
): Promise<LetterDocument | null> {
  const { name, kind: bodyKind } = await bodyAt(ctx, asked.body)
  const signed = { body: bodyKind === 'government' ? `${name}办公室` : name, date: today(ctx) }
  const rows = await reportsBelow(ctx, actor, asked)
  if (kind === 'reminder') return reminderLetter(signed, { year: asked.year, rows })
  if (kind === 'circular') return circularLetter(signed, { year: asked.year, rows, common: commonIn(await checkBelow(ctx, actor, asked)) })
  const sum = await rollUpOf(ctx, actor, { ...asked, scope: 'region' })
  const before = await rollUpOf(ctx, actor, { ...asked, year: asked.year - 1, scope: 'region' })
  return leaderBrief(signed, { year: asked.year, rows, sum, lastYear: before.filed === 0 ? null : before.figures })
}

/** What is wrong in the same way, with whom: errors and warnings by rule, the most frequent first. */
function commonIn(checked: readonly CheckedReport[]): readonly CommonFinding[] {
  const found = new Map<string, { message: string; bodies: string[] }>()
  for (const { body, findings } of checked)
    for (const { rule, message, severity, confirmed } of findings) {
      if (severity === 'info' || confirmed !== null) continue
      const known = found.get(rule) ?? { message, bodies: [] }
      if (!known.bodies.includes(body.name)) known.bodies.push(body.name)
      found.set(rule, known)
    }
  return [...found.values()].sort((one, other) => other.bodies.length - one.bodies.length).slice(0, 8)
}

const keys = cellKeys('2021')
const standing: Readonly<Record<string, string>> = {
  'not-begun': '未报',
  drafting: '未报',
  reviewing: '未报',
  approved: '未报',
  filed: '已报送',
  returned: '退回',
  cleared: '审核通过',
  published: '已公布',
}

/** 汇总表 as XLSX: a body a row, the 200 cells in official order, the sum last; who has not filed stands there empty. Throws `not-found`, `not-allowed`. */
export async function summaryTable(
  ctx: Context,
  actor: Actor | Machine,
  asked: Asked & { readonly scope: RollUpScope },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { detail, values } = await figuresOfParts(ctx, actor, asked, keys)
  const name = `${detail.body.name}${asked.year}年政府信息公开工作年度报告汇总表`
  const bytes = await renderMatrix({
    name: '汇总表',
    heads: [
      ['机关', '状态', ...keys.map((key) => cellName(key))],
      ['body', 'state', ...keys],
    ],
    rows: [
      // One that is being corrected is published still.
      ...detail.parts.map((part, at) => [
        part.body.name,
        standing[part.publishedOn !== null ? 'published' : part.state] ?? '',
        ...values[at]!,
      ]),
      ['合计', `${detail.filed}/${detail.parts.length}`, ...keys.map((key) => detail.figures[key] ?? null)],
    ],
    fixed: 2,
  })
  return { name, bytes }
}

/**
 * 汇总表 taken in: each row is the report of a body that files by file, its figures without prose. On trial nothing stands. Throws
 * `not-found`, `not-allowed`, `wrong-field` where the file is no such table.
 */
export async function takeTable(
  ctx: Context,
  actor: Actor,
  {
    body: slug,
    year,
    file,
    dryRun = false,
  }: Asked & { readonly file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }; readonly dryRun?: boolean },
): Promise<readonly TakenReport[]> {
  const { id } = await bodyAt(ctx, slug)
  allow(actor, 'clear', 'annual-report', await targetOf(ctx.db, id))
  const rows = await readSheet(file.bytes)
  const at = rows.findLastIndex(({ cells }) => cells.filter(({ text }) => keys.includes(text)).length >= keys.length / 2)
  if (at < 0) throw wrong('file', 'no-summary-table')
  const columns = rows[at]!.cells.map(({ text }) => text)
  const reports: Report[] = []
  for (const { cells } of rows.slice(at + 1)) {
    const name = cells[columns.indexOf('body')]?.text ?? cells[0]?.text ?? ''
    const given = columns.flatMap((key, column) => (keys.includes(key) ? [[key, cells[column]?.text ?? ''] as const] : []))
    if (name === '' || name === '合计' || given.every(([, text]) => text === '')) continue
    const report = reportOfRow(name, year, new Map(given))
    reports.push(report)
  }
  yearOver(ctx, year)
  return takeEach(ctx, actor, { id, year, reports, file, dryRun, figuresOnly: true })
}

/** A row of the table as a report: an empty cell is blank, what is no number is doubtful; neither is a 0. */
function reportOfRow(name: string, year: number, given: ReadonlyMap<CellKey, string>): Report {
  const figures: Record<CellKey, number | null> = {}
  const cells: Record<CellKey, Report['cells'][string]> = {}
  for (const key of keys) {
    const text = given.get(key)
    const number = text === undefined || text === '' ? Number.NaN : Number(text.replaceAll(',', ''))
    figures[key] = Number.isFinite(number) ? number : null
    if (text === undefined) cells[key] = { state: 'missing', was: null, why: 'no-column' }
    else if (text === '') cells[key] = { state: 'blank', was: '', why: 'empty' }
    else if (!Number.isFinite(number)) cells[key] = { state: 'doubtful', was: text, why: 'not-a-number' }
  }
  return {
    title: titleOf(name, year),
    body: name,
    year,
    edition: '2021',
    figures,
    cells,
    chapters: [],
    printed: { ...noPrint, kind: 'xlsx' },
  }
}
