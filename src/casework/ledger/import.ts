/** Takes in the ledger of another system in mid-year: all rows or none, and what is known already left as it is. */
import { dueDate, type WorkCalendar } from '#calendar'
import type { Context, Tx } from '#db'
import {
  type Actor,
  allow,
  bodyAt,
  insertAttachment,
  type Post,
  readSheet,
  record,
  settingOf,
  targetOf,
  today,
  tried,
  workCalendar,
} from '#identity'
import type { Language } from '#report'
import { caseworkWords, type Failure, failures, type LedgerColumn, ledgerColumns, ledgerWords } from '#words'
import { applicantDigest, applicantOf, sealApplicant } from '../applicant.ts'
import { layDownCaseIn } from '../cases/commands.ts'
import { insertForm, type StoredForm, type StoredRequest } from '../cases/store.ts'
import type { CaseEvent } from '../events.ts'
import { clockOf, fold, roundOf } from '../fold.ts'
import type { CaseState, FoldedCase, OutcomeRow } from '../model.ts'
import { listImported } from '../withheld/commands.ts'
import { type LedgerTable, ledgerTable, type Remark } from './columns.ts'
import { rowLabel } from './names.ts'
import { absentColumns, type ImportedCase, type ReadRow, readLedger } from './reading.ts'
import { advanceSeries, insertImport, loadKnownNumbers } from './store.ts'

/** What a row of the file comes to. */
export interface LedgerOutcome {
  readonly row: number
  readonly number: string
  /** `new`: becomes a case; `known`: the number is here already, nothing is changed; `wrong`: an error stands below. */
  readonly what: 'new' | 'known' | 'wrong'
  readonly state: CaseState | null
  readonly dueOn: string | null
  /** The row of table 三 it ends in; null while open. */
  readonly outcome: OutcomeRow | null
  /** In the language of who imports. */
  readonly says: string
}

/** An error or a doubt, told with its place and what to do. */
export interface LedgerRemark {
  readonly row: number
  /** Header of the column; empty where the row or the whole file is meant. */
  readonly column: string
  readonly what: string
}

export interface LedgerResult {
  readonly rows: number
  readonly adds: number
  readonly known: number
  readonly outcomes: readonly LedgerOutcome[]
  /** Where there is one, nothing is imported. */
  readonly errors: readonly LedgerRemark[]
  /** Readings that somebody has to confirm: where there is one, nothing is imported unless `acceptDoubts`. */
  readonly doubts: readonly LedgerRemark[]
  /** Headers of columns that are not taken. */
  readonly ignored: readonly string[]
  readonly imported: boolean
}

export interface LedgerFile {
  /** Slug of the body. */
  readonly body: string
  readonly name: string
  /** Media type, told by the bytes. */
  readonly type: string
  readonly bytes: Uint8Array
  readonly dryRun?: boolean
  /** Take the doubtful readings as they are listed. */
  readonly acceptDoubts?: boolean
}

/**
 * Reads a ledger (XLSX, or CSV in UTF-8 or GB 18030) and makes a case of each row whose number the body has not: concluded ones with their
 * row of table 三, open ones with their clock going on. All rows or none; a dry run tries all and keeps nothing. The file is kept.
 * Throws `not-found`, `not-allowed`, `wrong-field` of `file` where it cannot be read.
 */
export async function importLedger(ctx: Context, actor: Actor, file: LedgerFile): Promise<LedgerResult> {
  const body = await bodyAt(ctx, file.body)
  const post = allow(actor, 'import', 'request', await targetOf(ctx.db, body.id))
  const { language } = actor
  const table = ledgerTable(await readSheet(file.bytes), language)
  const calendar = await workCalendar(ctx.db, body.regionId)
  const outcomeWithoutRow = await settingOf(ctx.db, 'outcomeWithoutRow', body.id)
  const correctionDays = await settingOf(ctx.db, 'correctionDays', body.id)
  const rows =
    table.errors.length > 0
      ? []
      : readLedger(table, { calendar, today: today(ctx), language, outcomeWithoutRow, correctionDays, newId: ctx.newId })
  const known = await loadKnownNumbers(
    ctx.db,
    body.id,
    rows.map(({ number }) => number),
  )
  const fresh = rows.filter(({ number }) => !known.has(number))
  const doubts = [...table.doubts, ...(fresh.length > 0 ? absentColumns(table, language) : []), ...fresh.flatMap((row) => row.doubts)]
  const reading = [...table.errors, ...fresh.flatMap(({ errors }) => errors)]
  const keep = file.dryRun !== true && reading.length === 0 && (doubts.length === 0 || file.acceptDoubts === true) && fresh.length > 0
  const cases = fresh.flatMap(({ read }) => read ?? [])
  const hash = keep ? await ctx.files.put(file.bytes) : ''
  const refused = await layDown(ctx, actor, { bodyId: body.id, post, cases, keep, file, hash, table, language })
  const errors = [...reading.map((remark) => told(remark, language, 'errors')), ...refused]
  const wrong = new Set(errors.map(({ row }) => row))
  return {
    rows: table.rows.length,
    adds: fresh.filter(({ row }) => !wrong.has(row)).length,
    known: known.size,
    outcomes: rows.map((row) =>
      outcomeOf(row, { known: known.has(row.number), wrong: wrong.has(row.row), calendar, language, today: today(ctx) }),
    ),
    errors: errors.sort(byRow),
    doubts: doubts.map((remark) => told(remark, language, 'doubts')).sort(byRow),
    ignored: table.ignored,
    imported: keep && errors.length === 0,
  }
}

const byRow = (one: LedgerRemark, other: LedgerRemark): number => one.row - other.row

const told = ({ row, column, code, values }: Remark, language: Language, list: 'errors' | 'doubts'): LedgerRemark => ({
  row,
  column,
  what: ledgerWords[language][list][code]!(values),
})

interface LayingDown {
  readonly bodyId: string
  readonly post: Post | null
  readonly cases: readonly ImportedCase[]
  readonly keep: boolean
  readonly file: LedgerFile
  readonly hash: string
  readonly table: LedgerTable
  readonly language: Language
}

/** Lays the cases down in one transaction, which stands only where `keep` is true and none is refused; what was refused, row by row. */
async function layDown(
  ctx: Context,
  actor: Actor,
  { bodyId, post, cases, keep, file, hash, table, language }: LayingDown,
): Promise<LedgerRemark[]> {
  if (cases.length === 0) return []
  const explain = (failure: Failure, row: number): LedgerRemark => {
    const field = columnOfField[String(failure.values.field ?? '')]
    const sentence = failures[failure.code][language](failure.values as never)
    return {
      row,
      column: field === undefined ? '' : (table.headers[field] ?? ledgerColumns[field][language]),
      what: ledgerWords[language].errors.refused!({ sentence }),
    }
  }
  // Whoever keeps a clock records it, and holds the log from then on: those that are over, the most of them, go first.
  const isOpen = ({ events }: ImportedCase) => !events.some(({ kind }) => closing.includes(kind))
  const ordered = [...cases.filter((one) => !isOpen(one)), ...cases.filter(isOpen)]
  return tried(ctx, keep, explain, async (tx, { attempt }) => {
    const id = ctx.newId()
    const laid: { request: StoredRequest; state: FoldedCase; read: ImportedCase }[] = []
    for (const read of ordered)
      await attempt(read.row, async () => {
        const { request, state } = await importCaseIn(tx, ctx, actor, bodyId, read, post)
        laid.push({ request, state, read })
      })
    await advanceBy(tx, bodyId, ordered)
    if (!keep || laid.length < ordered.length) return
    const fileId = ctx.newId()
    await insertAttachment(tx, {
      id: fileId,
      hash,
      name: file.name,
      noun: 'ledger-import',
      nounId: id,
      addedAt: ctx.now(),
      type: file.type,
      size: file.bytes.byteLength,
      addedBy: actor.personId,
    })
    const summary = { adds: laid.length, ignored: table.ignored }
    await insertImport(tx, { id, bodyId, fileId, at: ctx.now(), byPerson: actor.personId, rows: table.rows.length, summary })
    const onBehalfOf = post?.onBehalfOf ?? null
    for (const { request, state, read } of laid) {
      const { id: nounId, number } = request
      await record(tx, ctx, actor, {
        kind: 'request.submitted',
        noun: 'request',
        nounId,
        bodyId,
        onBehalfOf,
        detail: {
          number,
          on: read.submittedOn,
          receivedOn: read.receivedOn,
          importedAs: number,
          ledgerImportId: id,
          events: read.events.length,
        },
      })
      await listImported(tx, ctx, actor, request, state)
    }
    await record(tx, ctx, actor, {
      kind: 'request.imported',
      noun: 'ledger-import',
      nounId: id,
      bodyId,
      onBehalfOf,
      detail: { file: hash, name: file.name, rows: table.rows.length, ...summary },
    })
  })
}

/** Kinds of events that end a case. */
const closing: readonly string[] = ['answer.sent', 'request.withdrawn', 'correction.lapsed', 'fee.lapsed']

/** Which column a refused field of the applicant stands in. */
const columnOfField: Readonly<Record<string, LedgerColumn>> = {
  applicantName: 'applicant',
  applicantKind: 'kind',
  identityNumber: 'identityNumber',
  phone: 'phone',
  email: 'email',
  address: 'address',
}

/** One row as a case, with its days in the past. Nothing is recorded. */
export async function importCaseIn(tx: Tx, ctx: Context, actor: Actor, bodyId: string, read: ImportedCase, post: Post | null) {
  const applicant = applicantOf({ kind: read.kind, ...read.applicant }, read.delivery, 'import')
  const form: StoredForm = {
    id: ctx.newId(),
    bodyId,
    origin: 'import',
    channel: read.channel,
    oral: false,
    facts: read.facts,
    kind: read.kind,
    applicantName: applicant.name,
    applicant: sealApplicant(ctx, applicant),
    applicantDigest: applicantDigest(ctx, applicant),
    carrier: 'other',
    delivery: read.delivery,
    needsHelp: '',
    addedAt: ctx.now(),
    addedBy: actor.personId,
  }
  await insertForm(tx, form)
  const events = eventsOf(ctx, read, actor.personId)
  const late = events.some((event) => event.kind === 'answer.sent' && event.data.late !== null)
  return layDownCaseIn(tx, ctx, actor, form, events, { number: read.number, late }, post)
}

const eventsOf = (ctx: Pick<Context, 'newId' | 'now'>, { events }: ImportedCase, personId: string | null): CaseEvent[] =>
  events.map((event) => ({ ...event, id: ctx.newId(), at: ctx.now(), personId }) as CaseEvent)

/** Numbers that look like our own are taken out of our series. */
async function advanceBy(tx: Tx, bodyId: string, cases: readonly ImportedCase[]): Promise<void> {
  const pattern = await settingOf(tx, 'requestNumber', bodyId)
  const highest = new Map<number, number>()
  for (const { number, submittedOn } of cases) {
    const found = serialIn(pattern, number)
    if (found === null) continue
    const year = found.year ?? Number(submittedOn.slice(0, 4))
    highest.set(year, Math.max(highest.get(year) ?? 0, found.serial))
  }
  // As numbers are given: where the pattern names no year, the series is one.
  const oneSeries = !pattern.includes('{年}')
  for (const [year, serial] of highest) await advanceSeries(tx, bodyId, 'request', oneSeries ? 0 : year, serial)
}

/** Most that a serial can be; what is longer is no serial of ours. */
const mostSerial = 9_999_999

/** Year and serial of a number made by a pattern as `{年}-{号:4}`; null where it was not. */
export function serialIn(pattern: string, number: string): { year: number | null; serial: number } | null {
  const parts = pattern.split(/(\{年\}|\{号(?::\d)?\}|\{字\})/)
  const source = parts
    .map((part) =>
      part === '{年}' ? '(?<year>\\d{4})' : part.startsWith('{号') ? '(?<serial>\\d{1,7})' : part === '{字}' ? '.*' : escaped(part),
    )
    .join('')
  const groups = new RegExp(`^${source}$`).exec(number)?.groups
  if (groups?.serial === undefined) return null
  const serial = Number(groups.serial)
  return serial > mostSerial ? null : { year: groups.year === undefined ? null : Number(groups.year), serial }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What a row comes to, by its own events and the calendar of today. */
function outcomeOf(
  { row, number, read }: ReadRow,
  {
    known,
    wrong,
    calendar,
    language,
    today: now,
  }: { known: boolean; wrong: boolean; calendar: WorkCalendar; language: Language; today: string },
): LedgerOutcome {
  const { outcomes } = ledgerWords[language]
  const none = { row, number, state: null, dueOn: null, outcome: null }
  if (known) return { ...none, what: 'known', says: outcomes.known!({}) }
  if (wrong || read === null) return { ...none, what: 'wrong', says: outcomes.wrong!({}) }
  const ids = { newId: () => '', now: () => new Date(0) }
  const state = fold(eventsOf(ids, read, null), { reopenedCounts: 'once' })
  const name = caseworkWords[language].states[state.state]!
  const { conclusion } = roundOf(state)
  const found = { row, number, what: 'new', state: state.state } as const
  if (conclusion?.row)
    return {
      ...found,
      dueOn: null,
      outcome: conclusion.row,
      says: outcomes.concluded!({ on: conclusion.on, row: rowLabel(conclusion.row) }),
    }
  const clock = clockOf(state)
  if (clock === null) return { ...found, dueOn: null, outcome: null, says: outcomes.unconfirmed!({}) }
  const { due, status } = dueDate(calendar, clock)
  if (due === null) return { ...found, dueOn: null, outcome: null, says: outcomes.waiting!({ state: name }) }
  const says = (due < now ? outcomes.overdue : outcomes.open)!({ state: name, due, provisional: status === 'provisional' ? 1 : 0 })
  return { ...found, dueOn: due, outcome: null, says }
}
