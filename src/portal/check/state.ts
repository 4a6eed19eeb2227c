import type { FailureCode } from '#ingest'
import type { CellKey, Finding, Report } from '#report'

/** What was asked of a file: to be checked, or to stand beside the report named as last year's. */
export type Purpose = { readonly for: 'check' } | { readonly for: 'last-year'; readonly of: string }

/** Why a file gave no report: a code of `ingest`, or `crashed` where reading itself failed. */
export interface Failed {
  readonly code: FailureCode | 'crashed'
  readonly values: Readonly<Record<string, string | number>>
}

export interface FileEntry {
  readonly id: number
  /** Files chosen together. */
  readonly batch: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly purpose: Purpose
  readonly status: 'waiting' | 'reading' | 'read' | 'failed'
  readonly failed?: Failed
}

/** A report read from a file, with what the rules find in it alone. */
export interface Doc {
  /** `FILE.PART` */
  readonly id: string
  readonly file: number
  readonly part: number
  readonly parts: number
  /** Milliseconds from opening the file to the last finding. */
  readonly took: number
  readonly report: Report
  readonly findings: readonly Finding[]
}

/** Something the reader should know that belongs to no cell. */
export type Notice =
  | { readonly says: 'other-year'; readonly wanted: number; readonly got: number }
  | { readonly says: 'other-body'; readonly one: string; readonly other: string }
  | { readonly says: 'cancelled'; readonly name: string }

export interface State {
  readonly files: readonly FileEntry[]
  readonly docs: readonly Doc[]
  /** The report on the screen. */
  readonly selected: string | null
  readonly open: CellKey | null
  /** Last year's report by this year's; null where it was taken away by hand. */
  readonly pairs: Readonly<Record<string, string | null>>
  /** Findings with last year's report known, by `THIS|LAST`. */
  readonly compared: Readonly<Record<string, readonly Finding[]>>
  readonly notices: readonly Notice[]
}

export type Action =
  | { readonly type: 'queued'; readonly files: readonly Omit<FileEntry, 'status' | 'failed'>[] }
  | { readonly type: 'reading'; readonly file: number }
  | {
      readonly type: 'read'
      readonly file: number
      readonly took: number
      readonly reports: readonly { report: Report; findings: readonly Finding[] }[]
    }
  | { readonly type: 'failed'; readonly file: number; readonly failed: Failed }
  | { readonly type: 'cancelled'; readonly files: readonly number[] }
  | { readonly type: 'compared'; readonly pair: string; readonly findings: readonly Finding[] }
  | { readonly type: 'selected'; readonly doc: string }
  | { readonly type: 'opened'; readonly key: CellKey | null }
  | { readonly type: 'unpaired'; readonly doc: string }
  | { readonly type: 'dismissed'; readonly notice: number }
  | { readonly type: 'forgotten'; readonly file: number }
  | { readonly type: 'cleared' }

export const start: State = { files: [], docs: [], selected: null, open: null, pairs: {}, compared: {}, notices: [] }

/** The page after an action. Pure. */
export function step(state: State, action: Action): State {
  switch (action.type) {
    case 'queued':
      return { ...state, notices: [], files: [...state.files, ...action.files.map((file) => ({ ...file, status: 'waiting' as const }))] }
    case 'reading':
      return mark(state, action.file, { status: 'reading' })
    case 'read':
      return take(mark(state, action.file, { status: 'read' }), action)
    case 'failed':
      return mark(state, action.file, { status: 'failed', failed: action.failed })
    case 'cancelled': {
      const names = state.files.filter((file) => action.files.includes(file.id)).map((file) => file.name)
      return {
        ...state,
        files: state.files.filter((file) => !action.files.includes(file.id)),
        notices: [...state.notices, ...names.map((name): Notice => ({ says: 'cancelled', name }))],
      }
    }
    case 'compared':
      return { ...state, compared: { ...state.compared, [action.pair]: action.findings } }
    case 'selected':
      return { ...state, selected: action.doc, open: null }
    case 'opened':
      return { ...state, open: action.key }
    case 'unpaired':
      return { ...state, pairs: { ...state.pairs, [action.doc]: null }, notices: [] }
    case 'dismissed':
      return { ...state, notices: state.notices.filter((_, at) => at !== action.notice) }
    case 'forgotten':
      return { ...state, files: state.files.filter((file) => file.id !== action.file) }
    case 'cleared':
      return start
  }
}

function mark(state: State, id: number, change: Partial<FileEntry>): State {
  return { ...state, files: state.files.map((file) => (file.id === id ? { ...file, ...change } : file)) }
}

function take(state: State, { file: id, took, reports }: Extract<Action, { type: 'read' }>): State {
  const file = state.files.find((entry) => entry.id === id)
  if (!file) return state
  const parts = reports.length
  const fresh = reports.map(
    ({ report, findings }, at): Doc => ({ id: `${id}.${at + 1}`, file: id, part: at + 1, parts, took, report, findings }),
  )
  const next = { ...state, docs: [...state.docs, ...fresh] }
  if (file.purpose.for === 'last-year') return pair(next, file.purpose.of, fresh)

  const shown = docOf(next, next.selected)
  const shownFile = shown && state.files.find((entry) => entry.id === shown.file)
  const later = fresh.find((doc) => shown && doc.report.body === shown.report.body && (doc.report.year ?? 0) > (shown.report.year ?? 0))
  if (shownFile?.batch === file.batch) return later ? { ...next, selected: later.id, open: null } : next
  return { ...next, selected: fresh[0]?.id ?? next.selected, open: null }
}

/** Sets a report read as last year's beside this year's, if its year fits. */
function pair(state: State, of: string, fresh: readonly Doc[]): State {
  const doc = docOf(state, of)
  if (!doc) return state
  const wanted = doc.report.year === null ? null : doc.report.year - 1
  const fits = fresh.find(({ report }) => wanted === null || report.year === null || report.year === wanted)
  if (!fits) {
    const notice: Notice = { says: 'other-year', wanted: wanted!, got: fresh[0]!.report.year! }
    return { ...state, notices: [...state.notices, notice] }
  }
  const [one, other] = [doc.report.body, fits.report.body]
  const notices: Notice[] = one && other && one !== other ? [{ says: 'other-body', one, other }] : []
  return { ...state, pairs: { ...state.pairs, [of]: fits.id }, notices: [...state.notices, ...notices] }
}

export const docOf = (state: State, id: string | null | undefined): Doc | undefined => state.docs.find((doc) => doc.id === id)

/** Last year's report of a report: the one set beside it, else one read here of the same body and the year before. */
export function lastYearOf(state: State, doc: Doc): Doc | undefined {
  const set = state.pairs[doc.id]
  if (set !== undefined) return docOf(state, set)
  const { body, year } = doc.report
  if (body === null || year === null) return undefined
  return state.docs.find((other) => other !== doc && other.report.body === body && other.report.year === year - 1)
}

/** The findings to show: with last year's report where it is known and compared. */
export function findingsOf(state: State, doc: Doc): readonly Finding[] {
  const before = lastYearOf(state, doc)
  return (before && state.compared[`${doc.id}|${before.id}`]) ?? doc.findings
}
