/**
 * What each cell of tables 三 and 四 counts, as data: the one definition that the sums, the lists behind them, the desk and the docs read.
 * Labels, order and articles are the form's (#report); sentences are in words/tables.ts, by the ids of the rules here.
 */
import { type CellKey, formOf } from '#report'
import { type ApplicantKind, applicantKinds, type Counted, type OutcomeRow, outcomeRows } from '../model.ts'

/** One row of `counted`: a case, or a round of one where the setting counts a reopened case anew. */
export interface CountedRow extends Counted {
  readonly requestId: string
  readonly part: number
  readonly kind: ApplicantKind
}

/** A reconsideration or a suit, as table 四 counts it. */
export interface ChallengeRow {
  readonly id: string
  readonly group: ChallengeGroup
  readonly filedOn: string
  /** Day and result of the conclusion that counts (`standing`); null while it is pending. */
  readonly concludedOn: string | null
  readonly result: ChallengeResult | null
  /** False of a body sued only because it reconsidered (国办公开办函〔2016〕201号). */
  readonly counted: boolean
}

export const challengeGroups = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'] as const
export type ChallengeGroup = (typeof challengeGroups)[number]
export const challengeResults = ['upheld', 'corrected', 'other'] as const
export type ChallengeResult = (typeof challengeResults)[number]

/** What a row of table 三 or a column of table 四 counts. Those of `parts` are sums of others and count nothing themselves. */
export const cellRules = ['received', 'carried-in', 'concluded', 'carried-out', 'decided', 'pending', 'sum'] as const
export type CellRule = (typeof cellRules)[number]

/** Whether a case counts under a rule in a year. A day is compared as text: all are `YYYY-MM-DD`. */
export const requestRules: Readonly<
  Record<'received' | 'carried-in' | 'concluded' | 'carried-out', (counted: Counted, year: number) => boolean>
> = {
  received: ({ receivedOn }, year) => yearOf(receivedOn) === year,
  'carried-in': (counted, year) => isOpenAtEndOf(counted, year - 1),
  concluded: ({ concludedOn }, year) => concludedOn !== null && yearOf(concludedOn) === year,
  'carried-out': (counted, year) => isOpenAtEndOf(counted, year),
}

/** Whether a challenge counts under a rule in a year. */
export const challengeRules: Readonly<Record<'decided' | 'pending', (row: ChallengeRow, year: number) => boolean>> = {
  decided: ({ counted, concludedOn }, year) => counted && concludedOn !== null && yearOf(concludedOn) === year,
  pending: ({ counted, filedOn, concludedOn }, year) =>
    counted && yearOf(filedOn) <= year && (concludedOn === null || yearOf(concludedOn) > year),
}

const isOpenAtEndOf = ({ receivedOn, concludedOn }: Counted, year: number): boolean =>
  yearOf(receivedOn) <= year && (concludedOn === null || yearOf(concludedOn) > year)

const yearOf = (day: string): number => Number(day.slice(0, 4))

/** A cell of table 三. */
export interface RequestCell {
  readonly table: 'requests'
  readonly key: CellKey
  readonly rule: CellRule
  /** The outcome it counts; null of the four rows that count cases whatever became of them. */
  readonly row: OutcomeRow | null
  /** Null of the column 总计. */
  readonly kind: ApplicantKind | null
  /** Provisions the row rests on, as 《政府信息公开条例》第十四条. */
  readonly source: string | null
  /** Of a sum: the cells it is made of. */
  readonly parts: readonly CellKey[]
}

/** A cell of table 四. */
export interface ChallengeCell {
  readonly table: 'challenges'
  readonly key: CellKey
  readonly rule: CellRule
  readonly group: ChallengeGroup
  readonly result: ChallengeResult | null
  readonly source: string | null
  readonly parts: readonly CellKey[]
}
export type Cell = RequestCell | ChallengeCell

const form = formOf('2021')
/** 国办公开办函〔2016〕201号: how challenges are counted. */
const counting = '国办公开办函〔2016〕201号'

/** The rows of table 三 that count by themselves, each with what it counts. */
const countingRows: Readonly<Record<string, { readonly rule: CellRule; readonly row: OutcomeRow | null }>> = {
  received: { rule: 'received', row: null },
  carriedIn: { rule: 'carried-in', row: null },
  carriedOut: { rule: 'carried-out', row: null },
  ...Object.fromEntries(outcomeRows.map((row) => [row, { rule: 'concluded', row } as const])),
}

/** Table 三: 25 rows × 7 columns, in the order printed. The row 总计 and the column 总计 are sums. */
export const requestCells: readonly RequestCell[] = form.requests.rows.flatMap(({ key: rowKey, article }) =>
  form.requests.columns.map(({ key: column }): RequestCell => {
    const key = `requests.${rowKey}.${column}`
    const source = article === null ? null : `《政府信息公开条例》${article.split(', ').map(provision).join('、')}`
    const kind = applicantKinds.find((one) => one === column) ?? null
    const counts = countingRows[rowKey]
    if (kind === null) {
      const parts = applicantKinds.map((one) => `requests.${rowKey}.${one}`)
      return { table: 'requests', key, rule: 'sum', row: counts?.row ?? null, kind, source, parts }
    }
    if (counts) return { table: 'requests', key, ...counts, kind, source, parts: [] }
    const parts = outcomeRows.map((row) => `requests.${row}.${kind}`)
    return { table: 'requests', key, rule: 'sum', row: null, kind, source, parts }
  }),
)

/** Table 四: 3 groups × 5 columns, in the order printed. */
export const challengeCells: readonly ChallengeCell[] = form.challenges.groups.flatMap(({ key: groupKey }) =>
  form.challenges.columns.map(({ key: column }): ChallengeCell => {
    const group = challengeGroups.find((one) => one === groupKey)!
    const result = challengeResults.find((one) => one === column) ?? null
    const parts =
      column === 'total' ? form.challenges.columns.filter(({ key }) => key !== 'total').map(({ key }) => `challenges.${group}.${key}`) : []
    const rule = column === 'total' ? 'sum' : column === 'pending' ? 'pending' : 'decided'
    return { table: 'challenges', key: `challenges.${group}.${column}`, rule, group, result, source: counting, parts }
  }),
)

/** An article of the form, `36(1)`, as the law is cited: 第三十六条第（一）项. */
function provision(article: string): string {
  const [, number, item] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? []
  if (number === undefined) throw new Error(`no article ${article}`)
  return `第${inChinese(Number(number))}条${item === undefined ? '' : `第（${inChinese(Number(item))}）项`}`
}

/** A number from 1 to 99. */
function inChinese(number: number): string {
  const digits = '零一二三四五六七八九'
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}

const byKey = new Map<CellKey, Cell>([...requestCells, ...challengeCells].map((cell) => [cell.key, cell]))

/** The cell of a key as `requests.granted.naturalPerson`; null where tables 三 and 四 have none. */
export const cellOf = (key: CellKey): Cell | null => byKey.get(key) ?? null

/** The cells that count by themselves below a cell: itself, or those its sum comes down to. */
export function leavesOf(cell: Cell): readonly Cell[] {
  return cell.parts.length === 0 ? [cell] : cell.parts.flatMap((key) => leavesOf(byKey.get(key)!))
}

/** A span in which something stood decided: from `on`, up to the day before `until`; null while it stands. */
export interface Decided<Result> {
  readonly on: string
  readonly result: Result
  readonly until: string | null
}

/**
 * The conclusion that counts where one may be set aside or appealed against: the first that stood on 31 December of its year, or, in the
 * year that runs, the one that stands now. Null where it is open. What is given stands in the order of days.
 */
export function standing<Result>(decided: readonly Decided<Result>[]): Decided<Result> | null {
  return decided.find(({ on, until }) => until === null || yearOf(until) > yearOf(on)) ?? null
}
