import {
  type CellKey,
  type Chapter,
  type Column,
  type Form,
  formOf,
  hasOtherHandling,
  otherHandlingRow,
  proactiveKey,
  type Report,
  type RequestRow,
} from '#report'
import type { Block, Cell, Document, Paragraph, Signature, Table } from './document.ts'

/**
 * The report on paper: title, preface, the six chapters with the three tables under 二, 三 and 四 as the form of its edition
 * prints them, and the signature. All six headings stand even where the report has no such chapter.
 */
export function compose(report: Report): Document {
  const form = formOf(report.edition)
  const chapters = new Map(report.chapters.map((chapter) => [chapter.number, chapter]))
  const tables: Record<number, Table> = {
    2: proactiveTable(form, report),
    3: requestsTable(form, report),
    4: challengesTable(form, report),
  }
  const signature = signatureOf(report)
  const blocks: Block[] = paragraphs(chapters.get(0), 0)
  form.chapters.forEach((official, index) => {
    const number = index + 1
    const chapter = chapters.get(number)
    blocks.push({ kind: 'heading', chapter: number, text: `${numerals[number]}、${clean(chapter?.title || official)}` })
    blocks.push(...paragraphs(chapter, number))
    if (tables[number]) blocks.push(tables[number])
  })
  if (signature) {
    // A signature alone on a page could stand under any paper.
    const last = blocks.at(-1)
    if (last?.kind === 'paragraph') blocks[blocks.length - 1] = { ...last, keepWithNext: true }
    blocks.push(signature)
  }
  return {
    title: report.title === null ? null : clean(report.title),
    author: report.body === null ? null : clean(report.body),
    blocks,
  }
}

const numerals = '〇一二三四五六'

/** A figure as the form prints it: no thousands separator, no exponent, nothing for null. */
export function figureText(figure: number | null | undefined): string {
  if (figure === null || figure === undefined || !Number.isFinite(figure)) return ''
  const plain = String(figure)
  if (!plain.includes('e')) return plain
  return Number.isInteger(figure) ? BigInt(figure).toString() : figure.toFixed(20).replace(/0+$/, '')
}

/** `2025-01-20` → `2025年1月20日`, as official papers date themselves; anything else as it is. */
export function dateText(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : date
}

/** Characters no XML file may hold, among them halves of surrogate pairs: a source can hold them, Word would not open the file. */
const unprintable = /[^\P{Cc}\t]|\p{Cs}|[\ufffe\uffff]/gu

/** Text without the characters that no format can carry. */
export const clean = (text: string): string => text.replace(unprintable, '')

function paragraphs(chapter: Chapter | undefined, number: number): Paragraph[] {
  if (!chapter || chapter.text === '') return []
  return chapter.text.split('\n').flatMap((line): Paragraph[] => {
    const text = clean(line)
    return text.trim() === '' ? [] : [{ kind: 'paragraph', chapter: number, text, lead: leadOf(text) }]
  })
}

const secondLevel = /^\s*[（(][一二三四五六七八九十]{1,3}[）)]/u

/** How much of a paragraph is a heading of the second level (GB/T 9704: 楷体): up to the first full stop or colon, where that is short. */
function leadOf(text: string): number {
  if (!secondLevel.test(text)) return 0
  const stop = text.search(/[。：:]/u)
  const end = stop === -1 ? text.length : stop + 1
  return end <= 32 ? end : 0
}

function signatureOf({ printed, chapters }: Report): Signature | null {
  if (!printed.signature) return null
  const { name, date } = printed.signature
  const signature: Signature = {
    kind: 'signature',
    name: name === null ? null : clean(name),
    date: date === null ? null : dateText(clean(date)),
  }
  if (signature.name === null && signature.date === null) return null
  // Where the last chapter's text already ends with it, it is not printed twice.
  const last = chapters.at(-1)?.text.split('\n').at(-1)?.trim()
  return last !== undefined && last !== '' && (last === date || last === signature.date) ? null : signature
}

type Source = Pick<Report, 'figures' | 'cells'>

const cell = (role: Cell['role'], text: string, column: number, colSpan = 1, rowSpan = 1, align: Cell['align'] = 'center'): Cell => ({
  role,
  text,
  column,
  colSpan,
  rowSpan,
  align,
})

function figureCell(report: Source, key: CellKey, column: number, colSpan = 1): Cell {
  const figure = report.figures[key] ?? null
  const note = report.cells[key]
  return { ...cell('figure', figureText(figure), column, colSpan), key, figure, ...(note ? { note } : {}) }
}

/** The corner of table 二, over the rows' labels. */
const content = '信息内容'

/** Table 二: for each item of Article 20 a caption, a header and the rows; the last column takes what room is left. */
function proactiveTable(form: Form, report: Source): Table {
  const columns = 1 + Math.max(...form.proactive.flatMap((block) => block.rows.map((row) => row.fields.length)))
  const rows: Cell[][] = []
  for (const block of form.proactive) {
    const fields = block.rows[0]!.fields
    const spanOf = (index: number) => (index === fields.length - 1 ? columns - 1 - index : 1)
    rows.push([cell('caption', block.caption, 0, columns)])
    rows.push([cell('column', content, 0), ...fields.map((field, index) => cell('column', field.label, 1 + index, spanOf(index)))])
    for (const row of block.rows)
      rows.push([
        cell('row', row.label, 0),
        ...row.fields.map((field, index) => figureCell(report, proactiveKey(row, field), 1 + index, spanOf(index))),
      ])
  }
  return { kind: 'table', name: 'proactive', chapter: 2, caption: form.chapters[1]!, widths: even(0.31, columns - 1), headRows: 0, rows }
}

/** Parts of a row: the first column, and the rest shared evenly. */
const even = (first: number, rest: number): number[] => [first, ...Array<number>(rest).fill((1 - first) / rest)]

/** Table 三: three columns of labels, seven of figures, three rows of headers. */
function requestsTable(form: Form, report: Source): Table {
  const { corner, over, results, columns } = form.requests
  const rows = requestRows(form, report)
  const outcomes = rows.filter((row) => row.part === 'outcome' || row.part === 'concluded')
  const printed = rows.map((row, index): Cell[] => {
    const cells: Cell[] = []
    const isOutcome = row.part === 'outcome' || row.part === 'concluded'
    if (row === outcomes[0]) cells.push(cell('row', results, 0, 1, outcomes.length))
    if (!isOutcome) cells.push(cell('row', row.label, 0, 3, 1, 'left'))
    else if (row.group === null) cells.push(cell('row', row.label, 1, 2, 1, 'left'))
    else {
      if (rows[index - 1]?.group !== row.group)
        cells.push(cell('row', row.group, 1, 1, rows.filter((other) => other.group === row.group).length, 'left'))
      cells.push(cell('row', row.label, 2, 1, 1, 'left'))
    }
    return [...cells, ...columns.map((column, at) => figureCell(report, `requests.${row.key}.${column.key}`, 3 + at))]
  })
  return {
    kind: 'table',
    name: 'requests',
    chapter: 3,
    caption: form.chapters[2]!,
    widths: [0.058, 0.112, 0.3, ...Array<number>(7).fill(0.53 / 7)],
    headRows: 3,
    rows: [[cell('column', corner, 0, 3, 3), cell('column', over, 3, columns.length)], ...columnHeaders(columns, 3), ...printed],
  }
}

/** The rows the report prints: where （六）其他处理 is one row, its three kinds are left out, unless they have figures all the same. */
function requestRows(form: Form, report: Source): readonly RequestRow[] {
  const { rows, columns } = form.requests
  if (form.edition !== '2021' || !hasOtherHandling(report)) return rows
  const isKind = (row: RequestRow) => row.group === otherHandlingRow.label
  const first = rows.findIndex(isKind)
  const kinds = rows.filter(
    (row) => isKind(row) && columns.some((column) => (report.figures[`requests.${row.key}.${column.key}`] ?? null) !== null),
  )
  return [...rows.slice(0, first), otherHandlingRow, ...kinds, ...rows.slice(first).filter((row) => !isKind(row))]
}

/** Two rows of headers: columns without a group take both rows, the others stand under their group. */
function columnHeaders(columns: readonly Column[], start: number): [Cell[], Cell[]] {
  const upper: Cell[] = []
  const lower: Cell[] = []
  columns.forEach((column, index) => {
    if (column.group === null) upper.push(cell('column', column.label, start + index, 1, 2))
    else {
      if (columns[index - 1]?.group !== column.group)
        upper.push(cell('column', column.group, start + index, columns.filter((other) => other.group === column.group).length))
      lower.push(cell('column', column.label, start + index))
    }
  })
  return [upper, lower]
}

/** Table 四: three groups of five results in one row; the two kinds of litigation stand under one header. */
function challengesTable(form: Form, report: Source): Table {
  const { groups, columns } = form.challenges
  const size = columns.length
  const first: Cell[] = []
  const second: Cell[] = []
  const third: Cell[] = []
  groups.forEach((group, index) => {
    const at = index * size
    if (group.group === null) {
      first.push(cell('column', group.label, at, size))
      second.push(...columns.map((column, step) => cell('column', column.label, at + step, 1, 2)))
      return
    }
    if (groups[index - 1]?.group !== group.group)
      first.push(cell('column', group.group, at, groups.filter((other) => other.group === group.group).length * size))
    second.push(cell('column', group.label, at, size))
    third.push(...columns.map((column, step) => cell('column', column.label, at + step)))
  })
  const figures = groups.flatMap((group, index) =>
    columns.map((column, step) => figureCell(report, `challenges.${group.key}.${column.key}`, index * size + step)),
  )
  const count = groups.length * size
  return {
    kind: 'table',
    name: 'challenges',
    chapter: 4,
    caption: form.chapters[3]!,
    widths: Array<number>(count).fill(1 / count),
    headRows: 3,
    rows: [first, second, third, figures],
  }
}
