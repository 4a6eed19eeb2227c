import { cellKeys, formOf, hasOtherHandling, otherHandlingRow } from './forms/index.ts'
import type { CellKey, Edition, Report } from './model.ts'

/** An identity (勾稽关系): the cells of `left` add up to as much as the cells of `right`. */
export interface Identity {
  readonly rule: 'requests.row-sum' | 'requests.outcome-sum' | 'requests.balance' | 'challenges.sum'
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
}

function build(edition: Edition, otherHandling: boolean): readonly Identity[] {
  const { requests, challenges } = formOf(edition)
  const rows = requests.rows.filter((row) => !(otherHandling && ['otherNotCorrected', 'otherUnpaid', 'otherOther'].includes(row.key)))
  const all = otherHandling && edition === '2021' ? [...rows.slice(0, -2), otherHandlingRow, ...rows.slice(-2)] : rows
  const kinds = requests.columns.filter((column) => column.key !== 'total')
  return [
    ...all.map(
      (row): Identity => ({
        rule: 'requests.row-sum',
        left: kinds.map((column) => `requests.${row.key}.${column.key}`),
        right: [`requests.${row.key}.total`],
      }),
    ),
    ...requests.columns.map(
      (column): Identity => ({
        rule: 'requests.outcome-sum',
        left: all.filter((row) => row.part === 'outcome').map((row) => `requests.${row.key}.${column.key}`),
        right: [`requests.concluded.${column.key}`],
      }),
    ),
    ...requests.columns.map(
      (column): Identity => ({
        rule: 'requests.balance',
        left: [`requests.received.${column.key}`, `requests.carriedIn.${column.key}`],
        right: [`requests.concluded.${column.key}`, `requests.carriedOut.${column.key}`],
      }),
    ),
    ...challenges.groups.map(
      (group): Identity => ({
        rule: 'challenges.sum',
        left: challenges.columns.filter((column) => column.key !== 'total').map((column) => `challenges.${group.key}.${column.key}`),
        right: [`challenges.${group.key}.total`],
      }),
    ),
  ]
}

const built = { '2021': build('2021', false), '2021+': build('2021', true), '2019': build('2019', false) }

/** The identities a report must satisfy: of its edition, with （六）其他处理 as one row where it stands so. */
export function identitiesOf(report: Pick<Report, 'edition' | 'figures'>): readonly Identity[] {
  if (report.edition === '2019') return built['2019']
  return hasOtherHandling(report) ? built['2021+'] : built['2021']
}

/** The sum of the cells, or null where one of them is not known. Money is summed in millionths, exactly. */
export function sum(figures: Report['figures'], keys: readonly CellKey[]): number | null {
  let total = 0
  for (const key of keys) {
    const figure = figures[key]
    if (figure === null || figure === undefined) return null
    total += figure
  }
  return total
}

export { cellKeys }
