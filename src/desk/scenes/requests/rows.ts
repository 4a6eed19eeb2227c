/** Names of rows and columns of table 三, as the form in force prints them. */
import { forms } from '#report'

const { rows } = forms['2021'].requests

/** A row of table 三 as the form has it: （三）不予公开 4.保护第三方合法权益. */
export function rowName(key: string): string {
  const row = rows.find((one) => one.key === key)
  return row ? [row.group, row.label].filter(Boolean).join(' ') : key
}

/** The rows in which a request may end. */
export const outcomeRowNames = rows.filter(({ part }) => part === 'outcome').map(({ key }) => [key, rowName(key)] as const)
