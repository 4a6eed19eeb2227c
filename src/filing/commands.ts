/** Every act on a report: one pipeline, the table of verbs, the state, the event. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction, type Tx } from '#db'
import {
  type Actor,
  allow,
  bodyAt,
  bodyById,
  canonicalJson,
  type Machine,
  may,
  type Post,
  type Recorder,
  record,
  registerApprovable,
  required,
  sendForSignOff,
  settingOf,
  type Target,
  text,
  today,
  wrong,
} from '#identity'
import { type CellKey, cellKeys } from '#report'
import { Failure } from '#words'
import { reportOf } from './compose.ts'
import { countYear } from './counted.ts'
import { blocking, type Doubt } from './doubts.ts'
import { draftedFor } from './facts.ts'
import { actingBody, reportTarget } from './government.ts'
import { handsOf, type ReportHand, type ReportVerbName, reportVerbs } from './machine.ts'
import type { Confirmed, Declared, Draft, ReportScope } from './model.ts'
import { doubtsIn, type ReportDetail, reportAt } from './queries.ts'
import * as store from './store.ts'
import { wholeEnough } from './whole.ts'

/**
 * Begins the report of a body on a year: drafted from the records, ready to be written on. A report that is there already is given as it is.
 * Throws `not-found`, `not-allowed`, `wrong-field` of a year to come.
 */
export async function beginReport(
  ctx: Context,
  actor: Actor | Machine,
  { body, year }: { body: string; year: number },
): Promise<ReportDetail> {
  const { id: bodyId } = await bodyAt(ctx, body)
  const post = allow(actor, 'write', 'annual-report', await reportTarget(ctx.db, bodyId))
  const known = await store.loadReportOf(ctx.db, bodyId, year, 'own')
  if (known) return reportAt(ctx, actor, known.id)
  const counted = await countYear(ctx, actor, { body, year })
  const draft: Draft = { chapters: await draftedFor(ctx, counted), declared: {}, confirmed: {} }
  const id = ctx.newId()
  await inTransaction(ctx, async (tx) => {
    if (!(await store.insertReport(tx, { id, bodyId, year, scope: 'own', origin: 'desk', state: 'drafting', draft }))) return
    await happened(tx, ctx, actor, { id, bodyId, year }, 'begun', {}, post)
  })
  const found = await store.loadReportOf(ctx.db, bodyId, year, 'own')
  return reportAt(ctx, actor, found!.id)
}

/** What an edit changes; what is left out stays. */
export interface DraftChange {
  /** The edition that was read. */
  readonly edition: number
  readonly chapters?: Readonly<Record<number, string>>
  /** Values in place of counted ones; null takes one back. */
  readonly declared?: Readonly<Record<CellKey, { readonly value: number; readonly reason: string } | null>>
  /** Warnings let stand, by their key, with the reason; null takes it back. */
  readonly confirmed?: Readonly<Record<string, string | null>>
}

/** Writes on a draft. Throws `not-found`, `not-allowed`, `report-state`, `report-changed`, `wrong-field`. */
export async function editReport(ctx: Context, actor: Actor, id: string, change: DraftChange): Promise<ReportDetail> {
  await inTransaction(ctx, async (tx) => {
    const { report, post } = await open(tx, ctx, actor, id, 'edit')
    if (report.edition !== change.edition) throw new Failure('report-changed', { title: report.bodyName })
    const now = ctx.now().toISOString()
    const chapters = { ...report.draft.chapters }
    for (const [number, given] of Object.entries(change.chapters ?? {})) {
      if (!/^[0-6]$/.test(number)) throw wrong('chapter', 'choice', number)
      chapters[Number(number)] = chapterText(given)
    }
    const declared: Record<CellKey, Declared> = { ...report.draft.declared }
    for (const [key, given] of Object.entries(change.declared ?? {})) {
      if (!cellKeys('2021').includes(key)) throw new Failure('not-found', { what: 'cell' })
      if (given === null) delete declared[key]
      else declared[key] = { value: valueOfCell(key, given.value), reason: required('reason', given.reason, 500), by: actor.name, at: now }
    }
    const confirmed: Record<string, Confirmed> = { ...report.draft.confirmed }
    for (const [key, reason] of Object.entries(change.confirmed ?? {})) {
      if (reason === null) delete confirmed[key]
      else confirmed[key.slice(0, 400)] = { reason: required('reason', reason, 500), by: actor.name, at: now }
    }
    await store.updateDraft(tx, id, { chapters, declared, confirmed })
    const detail = {
      chapters: Object.keys(change.chapters ?? {}).map(Number),
      declared: Object.entries(change.declared ?? {}).map(([key, given]) => ({
        key,
        value: given?.value ?? null,
        reason: given?.reason ?? '',
      })),
      confirmed: Object.values(change.confirmed ?? {}).length,
    }
    await happened(tx, ctx, actor, report, reportVerbs.edit.event, detail, post)
  })
  return reportAt(ctx, actor, id)
}

/**
 * Sends the draft round for review, frozen as a version with its hash. Throws `report-unsound` with the first doubt that stands in the way,
 * and as `editReport`.
 */
export async function submitReport(ctx: Context, actor: Actor, id: string): Promise<ReportDetail> {
  const before = await reportAt(ctx, actor, id)
  const counted = await countYear(ctx, actor, { body: before.body.slug, year: before.year })
  await inTransaction(ctx, async (tx) => {
    const { report, post } = await open(tx, ctx, actor, id, 'submit')
    if (report.edition !== before.edition) throw new Failure('report-changed', { title: report.bodyName })
    const made = reportOf(counted, report.draft, { signedOn: today(ctx) })
    const standing = blocking(await doubtsIn({ ...ctx, db: tx }, report, counted, made, actor.language))
    if (standing.length > 0) throw unsound(standing)
    const version = await freeze(tx, ctx, actor, report, { report: made, counted: counted.cells, declared: report.draft.declared })
    await store.updateStanding(tx, id, { state: 'reviewing', version: version.n })
    await happened(tx, ctx, actor, report, reportVerbs.submit.event, version, post)
    await sendForSignOff(tx, ctx, actor, {
      noun: 'annual-report',
      nounId: id,
      title: made.title!,
      summary: [
        { label: '新收申请', text: `${made.figures['requests.received.total']} 件` },
        { label: '结转下年度', text: `${made.figures['requests.carriedOut.total']} 件` },
        { label: '另行填报的格', text: `${Object.keys(report.draft.declared).length} 格` },
        { label: '说明后放行的提醒', text: `${Object.keys(report.draft.confirmed).length} 条` },
      ],
      contentHash: version.hash,
      bodyId: await actingBody(tx, report.bodyId),
      authors: (await store.loadEvents(tx, id)).flatMap(({ kind, personId }) =>
        personId !== null && ['begun', 'edited'].includes(kind) ? [personId] : [],
      ),
      steps: (
        (await settingOf(tx, 'reportReview', await actingBody(tx, report.bodyId))) as readonly ('disclosure-officer' | 'leader')[]
      ).map((role) => ({
        role,
      })),
    })
  })
  return reportAt(ctx, actor, id)
}

const unsound = (standing: readonly Doubt[]): Failure =>
  new Failure('report-unsound', { count: standing.length, first: standing[0]!.message, rule: standing[0]!.rule })

/** Takes an approved report back to be written on. Throws as `editReport`. */
export const recallReport = (ctx: Context, actor: Actor, id: string, reason: string): Promise<ReportDetail> =>
  step(ctx, actor, id, 'recall', { version: null }, { reason: required('reason', reason, 500) })

/** 报送: the approved version goes to the higher office. Throws as `editReport`. */
export const fileReport = (ctx: Context, actor: Actor, id: string): Promise<ReportDetail> =>
  step(ctx, actor, id, 'file', (report) => ({ filedVersion: report.version, filedOn: report.filedOn ?? today(ctx), paperOn: null }), {})

/** 核定: the higher office has nothing more to say. Throws as `editReport`. */
export const clearReport = (ctx: Context, actor: Actor, id: string): Promise<ReportDetail> => step(ctx, actor, id, 'clear', {}, {})

/** The sealed paper copy is in hand (纸质版). Throws as `editReport`. */
export const receivePaper = (ctx: Context, actor: Actor, id: string): Promise<ReportDetail> =>
  step(ctx, actor, id, 'paper', { paperOn: today(ctx) }, {})

/** 退回, with what was remarked on it. Throws as `editReport`, and `report-unremarked` where nothing was. */
export const returnReport = (ctx: Context, actor: Actor, id: string, reason: string): Promise<ReportDetail> =>
  step(ctx, actor, id, 'return', { version: null }, { reason: required('reason', reason, 1000) })

/** 公布: the approved version becomes the public page. What was not cleared is published all the same, and says so. Throws as `editReport`. */
export const publishReport = (ctx: Context, actor: Actor, id: string): Promise<ReportDetail> =>
  step(ctx, actor, id, 'publish', (report) => ({ publishedVersion: report.version, publishedOn: report.publishedOn ?? today(ctx) }), {})

/**
 * Begins a correction of what is published: a new version, with a note that the public sees. Once a roll-up that holds it was reported upward,
 * the office above must consent first. Throws as `editReport`, and `report-rolled-up`.
 */
export const correctReport = (ctx: Context, actor: Actor, id: string, note: string): Promise<ReportDetail> =>
  step(ctx, actor, id, 'correct', { version: null }, { note: required('note', note, 1000) })

export interface NewRemark {
  readonly cell?: CellKey | null
  readonly chapter?: number | null
  readonly quote?: string
  readonly remark: string
}

/** Says something of a filed report: of a cell, a passage or the whole. Throws as `editReport`. */
export async function remarkOn(ctx: Context, actor: Actor, id: string, given: NewRemark): Promise<ReportDetail> {
  await inTransaction(ctx, async (tx) => {
    const { report, post } = await open(tx, ctx, actor, id, 'remark')
    const { cell = null, chapter = null } = given
    if (cell !== null && !cellKeys('2021').includes(cell)) throw new Failure('not-found', { what: 'cell' })
    const row = { cell, chapter, quote: text('quote', given.quote, 500), remark: required('remark', given.remark, 1000) }
    const version = report.version ?? report.filedVersion ?? report.publishedVersion ?? 0
    await store.insertRemark(tx, { id: ctx.newId(), reportId: id, version, ...row, at: ctx.now(), byPerson: actor.personId })
    await happened(tx, ctx, actor, report, reportVerbs.remark.event, row, post)
  })
  return reportAt(ctx, actor, id)
}

/** Says what was done about a remark. Throws `not-found`, `not-allowed`, `wrong-field`. */
export async function answerRemark(ctx: Context, actor: Actor, id: string, remarkId: string, answer: string): Promise<ReportDetail> {
  await inTransaction(ctx, async (tx) => {
    const report = await store.lockReport(tx, id)
    if (!report) throw new Failure('not-found', { what: 'annual-report' })
    const post = allow(actor, 'write', 'annual-report', await reportTarget(tx, report.bodyId))
    const said = required('answer', answer, 1000)
    if (!(await store.settleRemark(tx, remarkId, id, said, ctx.now(), actor.personId)))
      throw new Failure('not-found', { what: 'report-remark' })
    await happened(tx, ctx, actor, report, 'remark-answered', { answer: said }, post)
  })
  return reportAt(ctx, actor, id)
}

type Standing = Parameters<typeof store.updateStanding>[2]

/** One act that changes where a report stands. */
async function step(
  ctx: Context,
  actor: Actor,
  id: string,
  verb: ReportVerbName,
  change: Standing | ((report: store.StoredReport) => Standing),
  data: Readonly<Record<string, unknown>>,
): Promise<ReportDetail> {
  await inTransaction(ctx, async (tx) => {
    const { report, post } = await open(tx, ctx, actor, id, verb)
    if (verb === 'return' && !(await hasOpenRemark(tx, report))) throw new Failure('report-unremarked')
    if (verb === 'correct' || (verb === 'publish' && report.publishedVersion !== null)) await consented(tx, report)
    if (verb === 'publish' && report.origin === 'file')
      wholeEnough((await store.loadVersion(tx, report.id, report.version!))!.content.report, actor.language)
    const { to, event } = reportVerbs[verb]
    const more = typeof change === 'function' ? change(report) : change
    await store.updateStanding(tx, id, { ...(to !== null && { state: to }), ...more })
    if (verb === 'publish') await store.closeDuty(tx, report.bodyId, report.year, ctx.now())
    await happened(tx, ctx, actor, report, event, { ...data, version: report.version, wasState: report.state }, post)
  })
  return reportAt(ctx, actor, id)
}

const hasOpenRemark = async (tx: Tx, report: store.StoredReport): Promise<boolean> =>
  (await store.loadRemarks(tx, [report.id])).some(({ settledAt, version }) => settledAt === null && version === report.version)

/** Throws `report-rolled-up` where the sum above has the published version, and nobody there has agreed since. */
async function consented(tx: Tx, report: store.StoredReport): Promise<void> {
  if (report.publishedVersion === null || (await store.rollUpsHolding(tx, report.id, report.publishedVersion)).length === 0) return
  const events = await store.loadEvents(tx, report.id)
  const agreed = events.find(({ kind, data }) => kind === 'correction-agreed' && data.version === report.publishedVersion)
  if (!agreed) throw new Failure('report-rolled-up', { title: report.bodyName })
}

/** The office above agrees that a report in its sum is corrected. Throws `not-found`, `not-allowed`, `report-state`. */
export async function agreeToCorrection(ctx: Context, actor: Actor, id: string): Promise<ReportDetail> {
  await inTransaction(ctx, async (tx) => {
    const report = await store.lockReport(tx, id)
    if (!report) throw new Failure('not-found', { what: 'annual-report' })
    const target = await reportTarget(tx, report.bodyId)
    const post = allow(actor, 'clear', 'annual-report', target)
    if (isOwn(actor, report.bodyId, target.bodyId)) throw new Failure('report-own', { title: report.bodyName })
    if (report.publishedVersion === null) throw stateRefused('correct', report)
    // Whoever summed it is asked: each office whose reported sum holds the version.
    for (const summing of await store.rollUpsHolding(tx, report.id, report.publishedVersion))
      allow(actor, 'clear', 'annual-report', await reportTarget(tx, summing))
    await happened(tx, ctx, actor, report, 'correction-agreed', { version: report.publishedVersion }, post)
  })
  return reportAt(ctx, actor, id)
}

/** A report, locked, and the post that lets the actor do this with it now. Throws `not-found`, `not-allowed`, `report-state`. */
async function open(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  verb: ReportVerbName,
): Promise<{ report: store.StoredReport; post: Post | null }> {
  const report = await store.lockReport(tx, id)
  if (!report) throw new Failure('not-found', { what: 'annual-report' })
  const { from, guards = [] } = reportVerbs[verb]
  const hands = handsOf(reportVerbs[verb], report.origin)
  const target = await reportTarget(tx, report.bodyId)
  const acting = target.bodyId ?? report.bodyId
  const post = allow(actor, hands.includes('higher') ? 'clear' : 'write', 'annual-report', target)
  if (hands.length === 0 || !from.includes(report.state)) throw stateRefused(verb, report)
  if (guards.includes('year-over')) yearOver(ctx, report.year)
  if (guards.includes('other-body') && (isOwn(actor, report.bodyId, acting) || (await isAuthor(tx, report.id, actor))))
    throw new Failure('report-own', { title: report.bodyName })
  return { report, post }
}

/** Nobody clears the report of a body they have a post at, nor, of a government, anybody of the office that writes it. */
export const isOwn = ({ posts }: Pick<Actor, 'posts'>, bodyId: string, acting: string = bodyId): boolean =>
  posts.some((post) => post.bodyId === bodyId || post.bodyId === acting)

/** Who wrote on a report does not judge it, wherever they work now. */
const isAuthor = async (tx: Tx, reportId: string, { personId }: Actor): Promise<boolean> =>
  (await store.loadEvents(tx, reportId)).some((event) => event.personId === personId && (event.kind === 'begun' || event.kind === 'edited'))

/** A year that still runs may be drafted; whoever would file it counts what has not happened. Throws `report-year-running`. */
export function yearOver(ctx: Context, year: number): void {
  if (today(ctx) <= `${year}-12-31`) throw new Failure('report-year-running', { year })
}

export const stateRefused = (verb: ReportVerbName, { state }: Pick<store.StoredReport, 'state'>): Failure =>
  new Failure('report-state', { verb, state })

/** What somebody may do with a report now: the table, their hands, the state. */
export function mayDo(actor: Actor | Machine, report: store.StoredReport, target: Target): ReportVerbName[] {
  const acting = target.bodyId ?? report.bodyId
  const isTheirs = 'posts' in actor && isOwn(actor, report.bodyId, acting)
  const hands: ReportHand[] = [
    ...(may(actor, 'write', 'annual-report', target) ? (['body'] as const) : []),
    ...(may(actor, 'clear', 'annual-report', target) && !isTheirs ? (['higher'] as const) : []),
  ]
  return (Object.keys(reportVerbs) as ReportVerbName[]).filter((name) => {
    const { from } = reportVerbs[name]
    return from.includes(report.state) && handsOf(reportVerbs[name], report.origin).some((hand) => hands.includes(hand))
  })
}

/** Keeps a version; its number and hash. */
export async function freeze(
  tx: Tx,
  ctx: Context,
  actor: Recorder,
  { id }: Pick<store.StoredReport, 'id'>,
  content: store.VersionContent,
  { note = '', fileId = null }: { note?: string; fileId?: string | null } = {},
): Promise<{ n: number; hash: string }> {
  const n = await store.nextVersion(tx, id)
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex')
  await store.insertVersion(tx, { reportId: id, n, hash, content, madeAt: ctx.now(), madeBy: actor.personId, note, fileId })
  return { n, hash }
}

/** Appends what happened, and its twin in the log. */
export async function happened(
  tx: Tx,
  ctx: Context,
  actor: Recorder,
  { id, bodyId, year }: { id: string; bodyId: string; year: number },
  kind: string,
  data: Readonly<Record<string, unknown>>,
  post: Post | null = null,
): Promise<void> {
  const onBehalfOf = post?.onBehalfOf ?? null
  await store.appendEvent(tx, id, { id: ctx.newId(), kind, on: today(ctx), at: ctx.now(), personId: actor.personId, onBehalfOf, data })
  await record(tx, ctx, actor, {
    kind: `annual-report.${kind}`,
    noun: 'annual-report',
    nounId: id,
    bodyId,
    onBehalfOf,
    detail: { year, ...data },
  })
}

function chapterText(given: string): string {
  const tidy = given
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim()
  if ([...tidy].length > 20_000) throw wrong('chapter', 'length', 20_000)
  return tidy
}

/** Counts are whole, fees have at most six decimals; nothing is below 0. */
function valueOfCell(key: CellKey, value: number): number {
  const whole = key !== 'proactive.fees'
  if (
    !Number.isFinite(value) ||
    value < 0 ||
    value > 1e12 ||
    (whole && !Number.isInteger(value)) ||
    Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-3
  )
    throw wrong('value', 'cell-value', value)
  return value
}

registerApprovable('annual-report', {
  async contentHash(tx, id) {
    const report = await store.loadReport(tx, id)
    return report?.version == null ? null : ((await store.loadVersion(tx, id, report.version))?.hash ?? null)
  },
  async onApproved(tx, ctx, actor, id) {
    const report = (await store.lockReport(tx, id))!
    if (!reportVerbs.approve.from.includes(report.state)) throw stateRefused('approve', report)
    await store.updateStanding(tx, id, { state: 'approved' })
    await happened(tx, ctx, actor, report, reportVerbs.approve.event, { version: report.version })
  },
  async onReturned(tx, ctx, actor, id, how) {
    const report = (await store.lockReport(tx, id))!
    await store.updateStanding(tx, id, { state: 'drafting', version: null })
    await happened(tx, ctx, actor, report, reportVerbs['send-back'].event, { how, version: report.version })
  },
})

/** The report of a body on a year as it stands, by scope; null where none was begun. */
export async function reportOfBody(
  ctx: Context,
  bodyId: string,
  year: number,
  scope: ReportScope = 'own',
): Promise<store.StoredReport | null> {
  const body = await bodyById(ctx, bodyId)
  return body ? store.loadReportOf(ctx.db, bodyId, year, scope) : null
}
