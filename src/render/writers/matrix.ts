import { type CellStyle, type Cell as SheetCell, writeXlsx as writeWorkbook } from 'hucre'
import { tokens } from '#look'

/** One wide sheet: heads above, a row each below, numbers as numbers. */
export interface Matrix {
  readonly name: string
  /** Rows of heads; all stay in sight. */
  readonly heads: readonly (readonly string[])[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** How many columns at the left stay in sight. */
  readonly fixed: number
}

/** Nothing of the machine's clock goes into the bytes. */
const epoch = new Date('1980-01-01T00:00:00Z')
const side = { style: 'thin', color: { rgb: tokens.colour.n3.slice(1) } } as const
const border = { top: side, right: side, bottom: side, left: side }
const head: CellStyle = {
  font: { name: '黑体', size: 10 },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: tokens.colour.n1.slice(1) } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}

/** The matrix as an Excel workbook. A null is an empty cell: what is not known is no 0. */
export function writeMatrix({ name, heads, rows, fixed }: Matrix): Promise<Uint8Array> {
  const all = [...heads, ...rows]
  const cells = new Map<string, Partial<SheetCell>>()
  for (const [row, values] of all.entries())
    for (const [column, value] of values.entries())
      cells.set(`${row},${column}`, {
        style: row < heads.length ? head : typeof value === 'string' ? { border, numFmt: '@' } : { border, numFmt: 'General' },
      })
  return writeWorkbook({
    properties: { created: epoch, modified: epoch },
    defaultFont: { name: '宋体', size: 10 },
    sheets: [
      {
        name,
        rows: all.map((row) => [...row]),
        cells,
        columns: heads[0]!.map((_, at) => ({ width: at === 0 ? 32 : 12 })),
        freezePane: { rows: heads.length, columns: fixed },
      },
    ],
  })
}
