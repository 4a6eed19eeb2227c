/** The form that tables 三 and 四 are drawn by, and how a cell of it is called. */
import { formOf } from '#report'

export const form = formOf('2021')

/** A cell by its key, as the form calls its row and its column; null where the form has no such cell. */
export function cellName(key: string): { readonly row: string; readonly column: string } | null {
  const [table, down, across] = key.split('.')
  if (table === 'requests') {
    const row = form.requests.rows.find((one) => one.key === down)
    const column = form.requests.columns.find((one) => one.key === across)
    return row && column ? { row: rowName(row), column: column.label } : null
  }
  const group = form.challenges.groups.find((one) => one.key === down)
  const column = form.challenges.columns.find((one) => one.key === across)
  return group && column ? { row: group.label, column: column.label } : null
}

/** 不予公开 · 属于国家秘密; numbers and what stands in brackets are for the printed form. */
const rowName = ({ label, group }: { readonly label: string; readonly group: string | null }): string =>
  [group, label]
    .flatMap((part) => (part === null ? [] : [part.replace(/^(（.）|\d\.|[一二三四]、)/, '').replace(/（.*）$/, '')]))
    .join(' · ')

/** A row of table 三 by its key, as 不予公开 · 属于国家秘密. */
export function outcomeName(key: string): string {
  const row = form.requests.rows.find((one) => one.key === key)
  return row ? rowName(row) : key
}
