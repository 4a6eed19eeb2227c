import { type CellKey, type Column, formOf, hasOtherHandling, otherHandlingRow, proactiveKey, type Report, type RequestRow } from '#report'

/** A header cell of a statutory table, merged as in the form. */
export interface Heading {
  readonly kind: 'heading'
  readonly text: string
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
  readonly colSpan: number
  readonly rowSpan: number
  readonly look?: 'corner' | 'upright' | 'strong'
}

/** The place of one figure. */
export interface Slot {
  readonly kind: 'slot'
  readonly key: CellKey
  readonly strong: boolean
  readonly colSpan: number
}

export type TableId = 'proactive' | 'proactive-single' | 'requests' | 'challenges'

/** A table as rows of headers and figures, ready to be drawn. */
export interface Layout {
  readonly id: TableId
  readonly head: readonly (readonly Heading[])[]
  readonly body: readonly (readonly (Heading | Slot)[])[]
}

/** The statutory tables of a report's edition: 二 in one or two parts (rows of several figures, rows of one), 三, 四. */
export function layoutsOf(report: Pick<Report, 'edition' | 'figures'>): readonly Layout[] {
  return [...proactive(report), requests(report), challenges(report)]
}

/** The figures of a table row by row: what the arrow keys walk. */
export function walkable(layout: Layout): readonly (readonly CellKey[])[] {
  return layout.body
    .map((row) => row.filter((cell): cell is Slot => cell.kind === 'slot').map((cell) => cell.key))
    .filter((row) => row.length > 0)
}

const heading = (text: string, scope: Heading['scope'], spans: Partial<Heading> = {}): Heading => ({
  kind: 'heading',
  text,
  scope,
  colSpan: 1,
  rowSpan: 1,
  ...spans,
})

const slot = (key: CellKey, strong = false, colSpan = 1): Slot => ({ kind: 'slot', key, strong, colSpan })

function proactive(report: Pick<Report, 'edition'>): Layout[] {
  const blocks = formOf(report.edition).proactive
  const wide = blocks.filter((block) => block.rows.some((row) => row.fields.length > 1))
  const single = blocks.filter((block) => !wide.includes(block))
  const columns = Math.max(...wide.map((block) => block.rows[0]!.fields.length))
  const body = wide.flatMap((block): (Heading | Slot)[][] => {
    const fields = block.rows[0]!.fields
    // A block of two figures takes the width of three, as the 2019 form prints it.
    const rest = columns - fields.length
    return [
      [heading(block.caption, 'colgroup', { colSpan: columns + 1, look: 'strong' })],
      [
        heading('信息内容', 'col'),
        ...fields.map((field, at) => heading(field.label, 'col', { colSpan: at === fields.length - 1 ? 1 + rest : 1 })),
      ],
      ...block.rows.map((row) => [
        heading(row.label, 'row'),
        ...row.fields.map((field, at) => slot(proactiveKey(row, field), false, at === fields.length - 1 ? 1 + rest : 1)),
      ]),
    ]
  })
  const parts: Layout[] = [{ id: 'proactive', head: [], body }]
  if (single.length > 0) {
    const numerals = single.map((block) => `（${'〇一二三四五六七八九'[block.item]}）`)
    parts.push({
      id: 'proactive-single',
      head: [[heading(`第二十条第${numerals.join('、')}项`, 'colgroup', { colSpan: 2, look: 'strong' })]],
      body: single.flatMap((block) =>
        block.rows.map((row) => [heading(`${row.label}　${row.fields[0]!.label}`, 'row'), slot(proactiveKey(row, row.fields[0]!))]),
      ),
    })
  }
  return parts
}

function requests(report: Pick<Report, 'edition' | 'figures'>): Layout {
  const form = formOf(report.edition).requests
  const asOne = report.edition !== '2019' && hasOtherHandling(report)
  const rows: readonly RequestRow[] = asOne ? [...form.rows.slice(0, -2), otherHandlingRow, ...form.rows.slice(-2)] : form.rows
  const results = rows.filter((row) => row.part === 'outcome' || row.part === 'concluded')
  return {
    id: 'requests',
    head: [
      [
        heading(form.corner, 'col', { colSpan: 3, rowSpan: 3, look: 'corner' }),
        heading(form.over, 'colgroup', { colSpan: form.columns.length }),
      ],
      ...grouped(form.columns),
    ],
    body: rows.map((row, at) => {
      const before = rows[at - 1]
      const opens: Heading[] = []
      if (row === results[0]) opens.push(heading(form.results, 'rowgroup', { rowSpan: results.length, look: 'upright' }))
      if (row.group !== null && row.group !== before?.group)
        opens.push(heading(row.group, 'rowgroup', { rowSpan: rows.filter((other) => other.group === row.group).length }))
      const inside = row.part === 'outcome' || row.part === 'concluded'
      const strong = row.part !== 'outcome'
      return [
        ...opens,
        heading(row.label, 'row', { colSpan: row.group !== null ? 1 : inside ? 2 : 3, ...(strong ? { look: 'strong' } : {}) }),
        ...form.columns.map((column) => slot(`requests.${row.key}.${column.key}`, strong || column.key === 'total')),
      ]
    }),
  }
}

function challenges(report: Pick<Report, 'edition'>): Layout {
  const { groups, columns } = formOf(report.edition).challenges
  const leaves = groups.flatMap((group) => columns.map((column) => ({ group, column })))
  const [first, second = []] = grouped(groups, columns.length)
  return {
    id: 'challenges',
    head: [
      // 行政复议 has nothing above or below it but its results: it takes both rows.
      first!,
      second,
      leaves.map(({ column }) => heading(column.label, 'col')),
    ],
    body: [leaves.map(({ group, column }) => slot(`challenges.${group.key}.${column.key}`, column.key === 'total'))],
  }
}

/** Two header rows: columns without a group stand across both, the others below their group. */
function grouped(columns: readonly Column[], width = 1): Heading[][] {
  const scope = width > 1 ? 'colgroup' : 'col'
  const top: Heading[] = []
  const below: Heading[] = []
  for (const [at, column] of columns.entries()) {
    if (column.group === null) {
      top.push(heading(column.label, scope, { rowSpan: 2, colSpan: width }))
      continue
    }
    if (columns[at - 1]?.group !== column.group)
      top.push(heading(column.group, 'colgroup', { colSpan: width * columns.filter((other) => other.group === column.group).length }))
    below.push(heading(column.label, scope, { colSpan: width }))
  }
  return [top, below]
}
