/** Layout 8, HTML with merged cells, and the same tables as a Word file. */
import { Document, Packer, PageBreak, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Dice } from './dice.ts'
import { ink, inkOf, type Piece, type PrintTable } from './paper.ts'
import type { Cell, Grid, Grids, Sheet } from './sheet.ts'

const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Tables of an HTML page. An empty cell holds a hard space, a break, or nothing. */
export function htmlTable(dice: Dice): PrintTable {
  const tag = dice.pick(['<p>', '<span style="font-size:12pt">', ''])
  const close = tag === '' ? '' : tag.startsWith('<p') ? '</p>' : '</span>'
  const nil = dice.pick(['&nbsp;', '', '<br>'])
  return (table, grids) => [
    ink('<table border="1">'),
    ...grids[table].rows.flatMap((cells) => [ink('<tr>'), ...cells.flatMap((cell) => td(cell, tag, close, nil)), ink('</tr>\n')]),
    ink('</table>'),
  ]
}

function td(cell: Cell, tag: string, close: string, nil: string): Piece[] {
  const spans = (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '')
  const text = cell.text.trim() === '' ? nil : inHtml(cell.text).replaceAll('\n', '<br>')
  return [ink(`<td${spans}>${tag}`), inkOf({ text, figure: cell.figure }), ink(`${close}</td>`)]
}

/** A page around the report: navigation before, footer after. `pieces` is the report with its lines of prose as text. */
export function htmlPage(pieces: readonly Piece[], title: string, { chance }: Dice): Piece[] {
  const around = chance(1, 2)
  const head = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${inHtml(title)}</title></head><body>`
  const navigation = around ? '<div class="nav"><a href="/">首页</a> <a href="/zfxxgk">政府信息公开</a></div><div id="article">' : '<div>'
  const footer = around ? '<div class="footer">主办单位：本级人民政府办公室</div>' : ''
  let inTable = false
  const body = pieces.map((piece) => {
    if (piece.text.startsWith('<table')) inTable = true
    const printed = inTable ? piece : ink(paragraphs(piece.text))
    if (piece.text === '</table>') inTable = false
    return printed
  })
  return [ink(head + navigation), ...body, ink(`</div>${footer}</body></html>`)]
}

const paragraphs = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${inHtml(line)}</p>\n`)
    .join('')

/** A Word file; table 三 is split in two by a page break now and then. */
export async function wordFile(
  sheet: Sheet,
  grids: Grids,
  lines: readonly (string | keyof Grids)[],
  { chance, roll }: Dice,
): Promise<Uint8Array> {
  const children = lines.flatMap((line) => {
    if (line === 'proactive' || line === 'challenges') return [wordTable(grids[line].rows, grids[line].width)]
    if (line !== 'requests') return [new Paragraph({ children: [new TextRun(line)] })]
    const cut = chance(1, 3) ? 5 + roll(15) : null
    if (cut === null) return [wordTable(grids.requests.rows, grids.requests.width)]
    const [above, below] = splitRows(grids.requests, cut)
    return [wordTable(above, grids.requests.width), new Paragraph({ children: [new PageBreak()] }), wordTable(below, grids.requests.width)]
  })
  const document = new Document({ title: sheet.made.title, sections: [{ children }] })
  return new Uint8Array(await Packer.toBuffer(document))
}

const wordTable = (rows: readonly (readonly Cell[])[], width: number) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: width }, () => Math.floor(9000 / width)),
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.colSpan,
                rowSpan: cell.rowSpan,
                children: cell.text.split('\n').map((text) => new Paragraph(text)),
              }),
          ),
        }),
    ),
  })

/** Cuts a table before row `cut`: cells that reach over it stay above, an empty cell stands in their place below. */
function splitRows(grid: Grid, cut: number): [Cell[][], Cell[][]] {
  const above = grid.rows.slice(0, cut).map((cells, at) => cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, cut - at) })))
  const below = grid.rows.slice(cut).map((cells) => [...cells])
  const reaching: Cell[] = []
  grid.rows.slice(0, cut).forEach((cells, at) => {
    for (const cell of cells) if (at + cell.rowSpan > cut) reaching.push({ ...cell, text: '', rowSpan: at + cell.rowSpan - cut })
  })
  below[0] = [...reaching, ...(below[0] ?? [])].sort((a, b) => a.column - b.column)
  return [above, below]
}
