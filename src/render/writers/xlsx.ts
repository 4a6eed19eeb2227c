import { type CellStyle, type Cell as SheetCell, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre'
import { tokens } from '#look'
import { type CellNote, type CellState, cellName, type Finding, formOf, type Language, type Report, reason, sentence } from '#report'
import { clean, dateText } from '../compose.ts'
import type { Cell, Document, Table, TableName } from '../document.ts'

/**
 * One workbook: 概况 (what the report is), the three tables as the form prints them with numbers as numbers, 正文 (a row a line),
 * and 核对 where there are findings. Cells that do not stand in the source just as given are coloured and say why in a comment.
 */
export async function writeXlsx(report: Report, document: Document, findings: readonly Finding[], language: Language): Promise<Uint8Array> {
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table')
  return writeWorkbook({
    properties: {
      title: document.title ?? undefined,
      creator: document.author ?? undefined,
      lastModifiedBy: document.author ?? undefined,
      created: epoch,
      modified: epoch,
    },
    defaultFont: { name: '宋体', size: 11 },
    sheets: [
      overview(report, document),
      ...tables.map((table) => tableSheet(table, language)),
      textSheet(report),
      ...(findings.length > 0 ? [findingsSheet(findings, language)] : []),
    ],
  })
}

/** Nothing of the machine's clock goes into the bytes: the same report gives the same file. */
const epoch = new Date('1980-01-01T00:00:00Z')

const sheetNames: Readonly<Record<TableName, string>> = { proactive: '表二', requests: '表三', challenges: '表四' }

/** Columns of a table's sheet, in characters, all together. */
const tableWidth = 120

const { n1, n2, n7, infoTint, warnTint } = tokens.colour
/** Excel writes colours without the number sign. */
const colour = (token: string) => ({ rgb: token.slice(1) })

const black = colour(n7)
const side = { style: 'thin', color: black } as const
const border = { top: side, right: side, bottom: side, left: side }
const header: CellStyle = {
  font: { name: '黑体', size: 11 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: colour(n1) },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}
const left: CellStyle = { alignment: { horizontal: 'left', vertical: 'top', wrapText: true } }

/** Name and value of each thing known of the report, a row each. */
function overview({ body, year, edition, printed }: Report, document: Document): WriteSheet {
  const { period, signature } = printed
  const rows: [string, string | number][] = []
  const add = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') rows.push([name, typeof value === 'string' ? clean(value) : value])
  }
  add('标题', document.title)
  add('机关名称', body)
  add('年度', year)
  add('格式版本', edition)
  add('格式依据', edition === null ? null : formOf(edition).source)
  add('统计期限起', period?.from)
  add('统计期限止', period?.to)
  add('落款', signature?.name)
  add('落款日期', signature?.date ? dateText(signature.date) : null)
  return {
    name: '概况',
    columns: [
      { width: 16, style: header },
      { width: 80, style: left },
    ],
    rows,
    pageSetup,
  }
}

const pageSetup: WriteSheet['pageSetup'] = { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }

function tableSheet(table: Table, language: Language): WriteSheet {
  const cells = new Map<string, Partial<SheetCell>>()
  const rows: (string | number | null)[][] = table.rows.map(() => Array<null>(table.widths.length).fill(null))
  const merges: WriteSheet['merges'] = []
  const heights = new Map<number, { height: number }>()
  table.rows.forEach((row, rowIndex) => {
    let lines = 1
    for (const cell of row) {
      const value = cell.role === 'figure' ? (cell.figure ?? null) : cell.text
      const last = { row: rowIndex + cell.rowSpan - 1, column: cell.column + cell.colSpan - 1 }
      rows[rowIndex]![cell.column] = value
      // Every place of a merged cell needs the border, or Excel draws only the first one's.
      for (let r = rowIndex; r <= last.row; r++)
        for (let c = cell.column; c <= last.column; c++)
          cells.set(`${r},${c}`, { value: r === rowIndex && c === cell.column ? value : null, ...dress(cell) })
      if (cell.note) cells.get(`${rowIndex},${cell.column}`)!.comment = { author: 'gongkai', text: noteText(cell.note, language) }
      if (last.row > rowIndex || last.column > cell.column)
        merges.push({ startRow: rowIndex, startCol: cell.column, endRow: last.row, endCol: last.column })
      if (cell.rowSpan === 1) lines = Math.max(lines, linesOf(cell.text, widthOf(table, cell)))
    }
    heights.set(rowIndex, { height: 6 + 15 * lines })
  })
  return {
    name: sheetNames[table.name],
    columns: table.widths.map((part) => ({ width: Math.max(4, Math.round(part * tableWidth)) })),
    rows,
    cells,
    merges,
    rowDefs: heights,
    ...(table.headRows > 0 ? { freezePane: { rows: table.headRows } } : {}),
    pageSetup: { ...pageSetup, orientation: table.name === 'challenges' ? 'landscape' : 'portrait' },
    a11y: { summary: table.caption, headerRow: 0 },
  }
}

const widthOf = (table: Table, { column, colSpan }: Cell): number =>
  table.widths.slice(column, column + colSpan).reduce((sum, part) => sum + part, 0) * tableWidth

/** Lines that a text takes in a cell: a Chinese character is two columns wide. */
const linesOf = (text: string, width: number): number => Math.max(1, Math.ceil((text.length * 2) / Math.max(2, width - 1)))

/** Grounds of cells that are listed, as on every screen of this project. */
const grounds: Readonly<Record<CellState, string>> = { blank: n2, missing: n2, repaired: infoTint, doubtful: warnTint }

function dress(cell: Cell): { style: CellStyle } {
  if (cell.role !== 'figure') return { style: { ...header, alignment: { ...header.alignment, horizontal: cell.align } } }
  const fill: CellStyle = cell.note ? { fill: { type: 'pattern', pattern: 'solid', fgColor: colour(grounds[cell.note.state]) } } : {}
  return { style: { border, alignment: { horizontal: 'center', vertical: 'center' }, ...fill } }
}

const stateNames: Readonly<Record<CellState, Readonly<Record<Language, string>>>> = {
  blank: { 'zh-CN': '空白', en: 'blank' },
  missing: { 'zh-CN': '缺失', en: 'missing' },
  repaired: { 'zh-CN': '已推定', en: 'repaired' },
  doubtful: { 'zh-CN': '存疑', en: 'doubtful' },
}

const noteText = (note: CellNote, language: Language): string =>
  clean(`${stateNames[note.state][language]}${language === 'en' ? ': ' : '：'}${reason(note, language)}`)

/** The most characters that Excel opens in one cell. */
const longest = 32_767

/** The chapters, a row a line: number (0 the preface), heading, words. A chapter without prose has one row. */
function textSheet({ chapters, edition }: Report): WriteSheet {
  const official = formOf(edition).chapters
  const rows: (string | number)[][] = [['章', '标题', '正文']]
  for (const { number, title, text } of chapters)
    for (const line of text.split('\n'))
      for (const piece of pieces(clean(line))) rows.push([number, clean(title || (official[number - 1] ?? '')), piece])
  const heights = new Map(rows.map((row, index) => [index, { height: Math.min(400, 6 + 15 * linesOf(String(row[2]), 100)) }]))
  const cells = new Map<string, Partial<SheetCell>>()
  for (const [column, value] of rows[0]!.entries()) cells.set(`0,${column}`, { value, style: header })
  return {
    name: '正文',
    columns: [
      { width: 6, style: left },
      { width: 24, style: left },
      { width: 100, style: left },
    ],
    rows,
    cells,
    rowDefs: heights,
    freezePane: { rows: 1 },
    pageSetup,
  }
}

function pieces(line: string): string[] {
  if (line.length <= longest) return [line]
  const parts: string[] = []
  for (let at = 0; at < line.length; at += longest) parts.push(line.slice(at, at + longest))
  return parts
}

const severityNames: Readonly<Record<Finding['severity'], Readonly<Record<Language, string>>>> = {
  error: { 'zh-CN': '错误', en: 'error' },
  warning: { 'zh-CN': '提醒', en: 'warning' },
  info: { 'zh-CN': '提示', en: 'info' },
}

const findingHeads: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['轻重', '规则', '单元格', '现为', '应为', '说明'],
  en: ['severity', 'rule', 'cell', 'found', 'expected', 'message'],
}

function findingsSheet(findings: readonly Finding[], language: Language): WriteSheet {
  const rows: (string | number | null)[][] = [[...findingHeads[language]]]
  for (const finding of findings)
    rows.push(
      [
        severityNames[finding.severity][language],
        finding.rule,
        finding.cells.length === 0 ? null : cellName(finding.cells[0]!),
        finding.found,
        finding.expected,
        sentence(finding, language),
      ].map((value) => (typeof value === 'string' ? clean(value).slice(0, longest) : value)),
    )
  const cells = new Map<string, Partial<SheetCell>>()
  for (const [column, value] of rows[0]!.entries()) cells.set(`0,${column}`, { value, style: header })
  return {
    name: '核对',
    columns: [8, 26, 36, 14, 14, 80].map((width) => ({ width, style: left })),
    rows,
    cells,
    freezePane: { rows: 1 },
    pageSetup,
  }
}
