/** A report on its way to paper: what each label and each cell will print, and what the source says once damage is done. */
import { type CellKey, type Edition, formOf, otherHandlingRow } from '#report'
import { type MadeReport, printedKeys } from './report.ts'

/** What the source says of a cell. */
export interface Truth {
  /** The number that stands for it in the source; null where none does. */
  value: number | null
  /** `list`: the reader must not pass it as given. `doubtful`: neither, though a number is printed. */
  must: 'nothing' | 'list' | 'doubtful'
}

export interface Figure {
  /** Null for a stray cell that is none of the form's. */
  readonly key: CellKey | null
  text: string
}

export interface Row {
  readonly id: string
  label: string
  group: string | null
  readonly underResults: boolean
  figures: Figure[]
}

export interface Block {
  caption: string | null
  subject: string
  headers: string[]
  rows: Row[]
}

export interface Sheet {
  readonly made: MadeReport
  readonly edition: Edition
  blocks: Block[]
  requests: {
    corner: string
    over: string
    organisations: string
    results: string
    columns: { key: string; label: string; ofOrganisations: boolean }[]
    rows: Row[]
  }
  challenges: { groups: string[]; litigation: string; headers: string[]; figures: Figure[] }
  readonly truth: Record<CellKey, Truth>
  /** What the body published, its own mistakes included, before anything was lost on the way. */
  readonly published: Record<CellKey, number>
  /** Labels to print over two cells, cut before the last character. */
  readonly splitLabels: Set<string>
  /** The body itself broke an identity. */
  mistaken: boolean
}

/** The report as a clerk would fill it in: official labels, plain numbers. */
export function sheetOf(made: MadeReport): Sheet {
  const form = formOf(made.edition)
  const print = (key: CellKey): Figure => ({ key, text: plain(made.figures[key]!) })
  const rows = made.joint
    ? [
        ...form.requests.rows.filter((row) => row.group !== otherHandlingRow.label).slice(0, -2),
        otherHandlingRow,
        ...form.requests.rows.slice(-2),
      ]
    : form.requests.rows
  const truth: Record<CellKey, Truth> = {}
  for (const key of printedKeys(made.edition, made.joint)) truth[key] = { value: made.figures[key]!, must: 'nothing' }
  return {
    made,
    edition: made.edition,
    blocks: form.proactive.map((block) => ({
      caption: block.caption,
      subject: '信息内容',
      headers: block.rows[0]!.fields.map((field) => field.label),
      rows: block.rows.map((row) => ({
        id: row.key,
        label: row.label,
        group: null,
        underResults: false,
        figures: row.fields.map((field) => print(field.key === '' ? `proactive.${row.key}` : `proactive.${row.key}.${field.key}`)),
      })),
    })),
    requests: {
      corner: form.requests.corner,
      over: form.requests.over,
      organisations: '法人或其他组织',
      results: form.requests.results,
      columns: form.requests.columns.map((column) => ({ key: column.key, label: column.label, ofOrganisations: column.group !== null })),
      rows: rows.map((row) => ({
        id: row.key,
        label: row.label,
        group: row.group,
        underResults: row.part === 'outcome' || row.part === 'concluded',
        figures: form.requests.columns.map((column) => print(`requests.${row.key}.${column.key}`)),
      })),
    },
    challenges: {
      groups: form.challenges.groups.map((group) => group.label),
      litigation: '行政诉讼',
      headers: form.challenges.groups.flatMap(() => form.challenges.columns.map((column) => column.label)),
      figures: form.challenges.groups.flatMap((group) =>
        form.challenges.columns.map((column) => print(`challenges.${group.key}.${column.key}`)),
      ),
    },
    truth,
    published: { ...made.figures },
    splitLabels: new Set(),
    mistaken: false,
  }
}

/** A number without exponent: 0.000004 must not print as 4e-6. */
export const plain = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(6).replace(/0+$/, ''))

export interface Cell {
  readonly text: string
  readonly figure: Figure | null
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

export interface Grid {
  readonly width: number
  /** Cells that start in each row. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface Grids {
  readonly proactive: Grid
  readonly requests: Grid
  readonly challenges: Grid
}

/** The three tables with their merged cells. */
export const gridsOf = (sheet: Sheet): Grids => ({
  proactive: proactiveGrid(sheet),
  requests: requestsGrid(sheet),
  challenges: challengesGrid(sheet),
})

const word = (text: string, column: number, colSpan = 1, rowSpan = 1): Cell => ({ text, figure: null, column, colSpan, rowSpan })
const number = (figure: Figure, column: number, colSpan = 1): Cell => ({ text: figure.text, figure, column, colSpan, rowSpan: 1 })

function proactiveGrid(sheet: Sheet): Grid {
  const width = Math.max(...sheet.blocks.map((block) => Math.max(block.headers.length, ...block.rows.map((row) => row.figures.length)))) + 1
  const rows: Cell[][] = []
  for (const block of sheet.blocks) {
    if (block.caption !== null) rows.push([word(block.caption, 0, width)])
    const last = (at: number, of: number) => (at === of - 1 ? width - at - 1 : 1)
    rows.push([word(block.subject, 0), ...block.headers.map((header, at) => word(header, at + 1, last(at, block.headers.length)))])
    for (const row of block.rows)
      rows.push([word(row.label, 0), ...row.figures.map((figure, at) => number(figure, at + 1, last(at, row.figures.length)))])
  }
  return { width, rows }
}

function requestsGrid(sheet: Sheet): Grid {
  const { requests } = sheet
  const columns = requests.columns.length
  const organisations = requests.columns.filter((column) => column.ofOrganisations)
  const first = requests.columns.findIndex((column) => column.ofOrganisations)
  const above: Cell[] = []
  requests.columns.forEach((column, at) => {
    if (!column.ofOrganisations) above.push(...label(sheet, column.label, 3 + at, 1, 2))
    else if (at === first) above.push(word(requests.organisations, 3 + at, organisations.length))
  })
  const rows: Cell[][] = [
    [word(requests.corner, 0, 3, 3), word(requests.over, 3, columns)],
    above,
    requests.columns.flatMap((column, at) => (column.ofOrganisations ? [word(column.label, 3 + at)] : [])),
  ]
  requests.rows.forEach((row, at) => {
    const cells: Cell[] = []
    const before = requests.rows[at - 1]
    if (row.underResults && !before?.underResults)
      cells.push(
        word(
          requests.results,
          0,
          1,
          run(requests.rows, at, (next) => next.underResults),
        ),
      )
    if (row.group !== null && row.group !== before?.group)
      cells.push(
        word(
          row.group,
          1,
          1,
          run(requests.rows, at, (next) => next.group === row.group),
        ),
      )
    const column = !row.underResults ? 0 : row.group === null ? 1 : 2
    cells.push(...label(sheet, row.label, column, 3 - column))
    cells.push(...row.figures.map((figure, place) => number(figure, 3 + place)))
    rows.push(cells)
  })
  const header = columns + (requests.columns.some((column) => sheet.splitLabels.has(column.label)) ? 1 : 0)
  return { width: 3 + Math.max(header, ...requests.rows.map((row) => row.figures.length)), rows }
}

/** How many rows from `at` on are alike. */
function run(rows: readonly Row[], at: number, alike: (row: Row) => boolean): number {
  let end = at
  while (end < rows.length && alike(rows[end]!)) end++
  return end - at
}

/** One cell, or two where the label is broken over two cells. */
function label(sheet: Sheet, text: string, column: number, colSpan = 1, rowSpan = 1): Cell[] {
  if (!sheet.splitLabels.has(text)) return [word(text, column, colSpan, rowSpan)]
  // Where there is no second column to print it in, the header grows one.
  const left = Math.max(colSpan - 1, 1)
  return [word(text.slice(0, -1), column, left, rowSpan), word(text.slice(-1), column + left, 1, rowSpan)]
}

function challengesGrid(sheet: Sheet): Grid {
  const { challenges } = sheet
  const head = (group: number) => challenges.headers.slice(group * 5, group * 5 + 5)
  return {
    width: Math.max(15, challenges.figures.length),
    rows: [
      [word(challenges.groups[0]!, 0, 5), word(challenges.litigation, 5, 10)],
      [...head(0).map((header, at) => word(header, at, 1, 2)), word(challenges.groups[1]!, 5, 5), word(challenges.groups[2]!, 10, 5)],
      [...head(1), ...head(2)].map((header, at) => word(header, 5 + at)),
      challenges.figures.map((figure, at) => number(figure, at)),
    ],
  }
}
