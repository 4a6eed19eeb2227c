/** One file's part in `gongkai rollup`: the figures of its reports, packed so that a hundred thousand of them fit in memory. */
import { type CellKey, type CellNote, cellKeys, type Edition, hasOtherHandling, otherHandlingKeys, type Report } from '#report'
import { type Answer, noAnswer } from '../work.ts'

/** A report to be added up, and where it came from. */
export interface Gathered {
  readonly file: string
  readonly part: number | undefined
  readonly body: string | null
  readonly year: number | null
  readonly edition: Edition | null
  readonly otherHandling: boolean
  /** Figures in the order of `keysOf`; NaN is one that nobody knows. */
  readonly values: Float64Array
  readonly cells: Readonly<Record<CellKey, CellNote>>
}

export const answer = (file: string, reports: readonly Report[]): Answer => ({
  ...noAnswer,
  file,
  reports: reports.length,
  gathered: reports.map((report, index) => pack(report, file, reports.length > 1 ? index + 1 : undefined)),
})

function pack(report: Report, file: string, part: number | undefined): Gathered {
  const { body, year, edition, cells, figures } = report
  const otherHandling = hasOtherHandling(report)
  const values = Float64Array.from(keysOf(edition, otherHandling), (key) => figures[key] ?? Number.NaN)
  return { file, part, body, year, edition, otherHandling, values, cells }
}

/** The report's figures and cells again. */
export function unpack({
  body,
  year,
  edition,
  otherHandling,
  values,
  cells,
}: Gathered): Pick<Report, 'body' | 'year' | 'edition' | 'figures' | 'cells'> {
  const figures: Record<CellKey, number | null> = {}
  for (const [index, key] of keysOf(edition, otherHandling).entries()) figures[key] = Number.isNaN(values[index]) ? null : values[index]!
  return { body, year, edition, figures, cells }
}

const keysOf = (edition: Edition | null, otherHandling: boolean): readonly CellKey[] =>
  otherHandling && edition !== '2019' ? [...cellKeys(edition), ...otherHandlingKeys] : cellKeys(edition)
