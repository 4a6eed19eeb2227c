/** The identities that the form prints, held against the figures shown: they hold by construction, and are shown to hold. */
import { forms } from '#report'

const form = forms['2021']

export type Counts = Readonly<Record<string, number>>

export interface Identity {
  readonly kind: 'balance' | 'concluded' | 'total' | 'group'
  /** The column, row or group it is of. */
  readonly of: string
  readonly left: number
  readonly right: number
}

/** Every identity of tables 三 and 四: each column balances and adds up, each row adds up, each group of table 四 adds up. */
export function identitiesOf(counts: Counts): readonly Identity[] {
  const { columns, rows } = form.requests
  const at = (row: string, column: string) => counts[`requests.${row}.${column}`] ?? Number.NaN
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const keysOf = (part: string) => rows.filter((row) => row.part === part).map(({ key }) => key)
  return [
    ...columns.flatMap(({ key, label }): Identity[] => [
      {
        kind: 'balance',
        of: label,
        left: sum(keysOf('in').map((row) => at(row, key))),
        right: sum([...keysOf('concluded'), ...keysOf('out')].map((row) => at(row, key))),
      },
      {
        kind: 'concluded',
        of: label,
        left: sum(keysOf('outcome').map((row) => at(row, key))),
        right: sum(keysOf('concluded').map((row) => at(row, key))),
      },
    ]),
    ...rows.map(
      ({ key, label }): Identity => ({
        kind: 'total',
        of: label,
        left: sum(columns.filter((column) => column.key !== 'total').map((column) => at(key, column.key))),
        right: at(key, 'total'),
      }),
    ),
    ...form.challenges.groups.map(
      ({ key, label }): Identity => ({
        kind: 'group',
        of: label,
        left: sum(
          form.challenges.columns
            .filter((column) => column.key !== 'total')
            .map((column) => counts[`challenges.${key}.${column.key}`] ?? Number.NaN),
        ),
        right: counts[`challenges.${key}.total`] ?? Number.NaN,
      }),
    ),
  ]
}

/** NaN, a figure that is not there, holds nowhere. */
export const holds = ({ left, right }: Identity): boolean => left === right
