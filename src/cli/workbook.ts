/** A roll-up as a workbook: the sums with what is doubtful about them, and a row a report that the sums are formulas over. */
import { type CellStyle, type Cell as SheetCell, type WriteSheet, writeXlsx } from 'hucre'
import { type CellState, cellName, type Language, reason } from '#report'
import { cliWords } from '#words'
import { unpack } from './answers/rollup.ts'
import type { Rolled } from './commands/rollup.ts'
import { plain } from './width.ts'

/** Makes the workbook. The same reports give the same bytes. */
export async function workbookOf(rolled: Rolled, language: Language): Promise<Uint8Array> {
  return writeXlsx({
    properties: { created: epoch, modified: epoch },
    defaultFont: { name: '宋体', size: 11 },
    sheets: [sums(rolled, language), parts(rolled, language)],
  })
}

const epoch = new Date('1980-01-01T00:00:00Z')
const bold: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'center' } }
const listed: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FBF0DA' } } }

/** A row a cell of the form. */
function sums({ sum }: Rolled, language: Language): WriteSheet {
  const words = cliWords[language].rollup
  const cells = new Map<string, Partial<SheetCell>>()
  for (let column = 0; column < words.sumHeaders.length; column++) cells.set(`0,${column}`, { style: bold })
  const rows = Object.entries(sum.report.figures).map(([key, figure], index) => {
    const note = sum.report.cells[key]
    if (note) cells.set(`${index + 1},2`, { style: listed })
    return [cellName(key), key, figure, note ? cliWords[language].read.states[note.state] : '', note ? reason(note, language) : '']
  })
  return {
    name: words.sumSheet,
    rows: [[...words.sumHeaders], ...rows],
    cells,
    columns: [{ width: 48 }, { width: 44 }, { width: 12 }, { width: 10 }, { width: 60 }],
    freezePane: { rows: 1 },
  }
}

/** Rows above the first report: names, keys, sums. */
const above = 3

/** A row a report, a column a cell; a figure nobody knows is an empty cell, which SUM passes over. */
function parts({ sum, parts }: Rolled, language: Language): WriteSheet {
  const words = cliWords[language].rollup
  const keys = Object.keys(sum.report.figures)
  const known = words.partHeaders.length
  const cells = new Map<string, Partial<SheetCell>>()
  for (let column = 0; column < known + keys.length; column++) for (const row of [0, 2]) cells.set(`${row},${column}`, { style: bold })
  for (const [index, key] of keys.entries()) {
    const figure = sum.report.figures[key] ?? null
    if (figure === null) continue
    const letter = columnName(known + index)
    cells.set(`2,${known + index}`, {
      style: bold,
      formula: `SUM(${letter}${above + 1}:${letter}${above + parts.length})`,
      formulaResult: figure,
    })
  }
  const rows = parts.map((part, index) => {
    const { figures } = unpack(part)
    for (const [column, key] of keys.entries())
      if (isListed(part.cells[key]?.state)) cells.set(`${above + index},${known + column}`, { style: listed })
    return [
      plain(part.body ?? ''),
      part.year,
      part.edition,
      plain(part.file),
      part.part ?? null,
      ...keys.map((key) => figures[key] ?? null),
    ]
  })
  return {
    name: words.partSheet,
    rows: [
      [...words.partHeaders, ...keys.map(cellName)],
      [...words.partHeaders.map(() => ''), ...keys],
      [words.total, ...Array(known - 1).fill(null), ...keys.map((key) => sum.report.figures[key] ?? null)],
      ...rows,
    ],
    cells,
    columns: [{ width: 32 }, { width: 8 }, { width: 8 }, { width: 36 }, { width: 6 }, ...keys.map(() => ({ width: 12 }))],
    freezePane: { rows: above, columns: 1 },
  }
}

const isListed = (state: CellState | undefined): boolean => state !== undefined

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
