import type { CellKey, Edition } from '../model.ts'

/** What kind of number a cell holds. `change` may carry a sign; `money` may have up to six decimals. */
export type Quantity = 'count' | 'change' | 'money'

/** A column of table 二, under a block's header. */
export interface Field {
  readonly key: string
  readonly label: string
  readonly quantity: Quantity
}

/** A row of table 二. With `fields` of one entry whose key is empty, the row is one number: `proactive.licensing`. */
export interface ProactiveRow {
  readonly key: string
  readonly label: string
  /** Fields in the order printed. */
  readonly fields: readonly Field[]
}

/** A block of table 二: caption (第二十条第（一）项), header and rows. */
export interface ProactiveBlock {
  /** The item of Article 20 it cites. */
  readonly item: number
  readonly caption: string
  readonly rows: readonly ProactiveRow[]
}

/**
 * A row of table 三. `part` says where it stands in the identities:
 * received + carriedIn = concluded + carriedOut, and the outcomes add up to concluded.
 */
export interface RequestRow {
  readonly key: string
  /** The words of the row itself, as the form prints them: `1.属于国家秘密`. */
  readonly label: string
  /** The group printed in a merged cell at its left: `（三）不予公开`. Null for rows that have none. */
  readonly group: string | null
  readonly part: 'in' | 'outcome' | 'concluded' | 'out'
  /** Articles of the Regulation (政府信息公开条例) the outcome rests on. */
  readonly article: string | null
}

export interface Column {
  readonly key: string
  readonly label: string
  /** The label above several columns: 法人或其他组织. */
  readonly group: string | null
}

/** One edition of the statutory form, as data. */
export interface Form {
  readonly edition: Edition
  readonly source: string
  readonly chapters: readonly string[]
  readonly proactive: readonly ProactiveBlock[]
  readonly requests: {
    readonly corner: string
    readonly over: string
    readonly results: string
    readonly columns: readonly Column[]
    readonly rows: readonly RequestRow[]
  }
  readonly challenges: { readonly groups: readonly Column[]; readonly columns: readonly Column[] }
}

/** Every cell of the form, in the order printed: 200 in the 2021 edition. */
export function cellsOf(form: Form): readonly CellKey[] {
  return [
    ...form.proactive.flatMap((block) => block.rows.flatMap((row) => row.fields.map((field) => proactiveKey(row, field)))),
    ...form.requests.rows.flatMap((row) => form.requests.columns.map((column) => `requests.${row.key}.${column.key}`)),
    ...form.challenges.groups.flatMap((group) => form.challenges.columns.map((column) => `challenges.${group.key}.${column.key}`)),
  ]
}

/** What a cell is of: its table, the words of its row, and the provision it rests on; null for what is no cell of the form. */
export function placeOf(
  form: Form,
  key: CellKey,
): {
  readonly table: 'proactive' | 'requests' | 'challenges'
  readonly row: string
  readonly part: RequestRow['part'] | null
  readonly article: string | null
} | null {
  for (const block of form.proactive)
    for (const row of block.rows)
      if (row.fields.some((field) => proactiveKey(row, field) === key))
        return { table: 'proactive', row: row.label, part: null, article: block.caption }
  const [table, name] = key.split('.')
  if (table === 'requests') {
    const row = form.requests.rows.find((one) => one.key === name)
    return row ? { table, row: row.group === null ? row.label : `${row.group}${row.label}`, part: row.part, article: row.article } : null
  }
  const group = table === 'challenges' ? form.challenges.groups.find((one) => one.key === name) : undefined
  return group
    ? { table: 'challenges', row: group.group === null ? group.label : `${group.group}${group.label}`, part: null, article: null }
    : null
}

/** `proactive.rules.issued`, or `proactive.licensing` where the row is one number. */
export function proactiveKey(row: ProactiveRow, field: Field): CellKey {
  return field.key === '' ? `proactive.${row.key}` : `proactive.${row.key}.${field.key}`
}
