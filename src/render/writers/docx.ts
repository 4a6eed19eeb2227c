import {
  AlignmentType,
  DocumentGridType,
  Document as File,
  Footer,
  HeadingLevel,
  type IRunOptions,
  type IRunStylePropertiesOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import type { Block, Cell, Document, Table as FormTable, Signature } from '../document.ts'
import { faces, insetOf, paper, signatureInsets, sizeOf, titleLines, type Use } from '../paper.ts'

/** A Word file laid out as GB/T 9704 asks. It names the official faces; they resolve where it is opened. */
export async function writeDocx(document: Document): Promise<Uint8Array> {
  const file = new File({
    title: document.title ?? '',
    creator: document.author ?? '',
    lastModifiedBy: document.author ?? '',
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: pageProperties(),
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...(document.title === null ? [] : [titleOf(document.title)]), ...document.blocks.flatMap(write)],
      },
    ],
  })
  return settle(await Packer.toArrayBuffer(file))
}

export const twips = (points: number): number => Math.round(points * 20)
/** Word counts sizes of type in half points. */
const halves = (points: number): number => Math.max(2, Math.floor(points * 2))
export const millimetres = (length: number): number => twips((length * 72) / 25.4)

/** The page of GB/T 9704: A4, its margins, 22 lines. */
export const pageProperties = () => ({
  page: {
    size: { width: millimetres(paper.width), height: millimetres(paper.height) },
    margin: {
      top: millimetres(paper.margin.top),
      right: millimetres(paper.margin.right),
      bottom: millimetres(paper.margin.bottom),
      left: millimetres(paper.margin.left),
      // §7.5: the page number stands 7 mm below the text.
      footer: millimetres(paper.margin.bottom - 7 - 5),
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: twips(paper.line) },
})

export const font = (use: Use): Pick<IRunStylePropertiesOptions, 'font'> => ({
  font: { ascii: faces[use], hAnsi: faces[use], eastAsia: faces[use], cs: faces[use] },
})

export const exactLine = { line: twips(paper.line), lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const chinese = { language: { value: 'zh-CN', eastAsia: 'zh-CN' } }

export const styles = {
  default: {
    document: { run: { ...font('text'), ...chinese, size: paper.size.text * 2 }, paragraph: { spacing: exactLine } },
    title: {
      run: { ...font('title'), size: paper.size.title * 2, bold: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactLine, line: twips(36), before: twips(paper.line), after: twips(paper.line) },
      },
    },
    heading1: {
      run: { ...font('heading'), size: paper.size.text * 2, bold: false, color: '000000' },
      paragraph: { spacing: exactLine, indent: { firstLine: twips(paper.size.text * 2), firstLineChars: 200 }, keepNext: true },
    },
  },
}

const titleOf = (text: string) =>
  new Paragraph({ heading: HeadingLevel.TITLE, children: titleLines(text).map((line, index) => run(line, index > 0 ? { break: 1 } : {})) })

export const run = (text: string, options: IRunOptions = {}) => new TextRun({ ...options, text })

function write(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(block.text)] })]
    case 'paragraph': {
      const lead = block.text.slice(0, block.lead)
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          ...(block.keepWithNext ? { keepNext: true, keepLines: true } : {}),
          indent: { firstLine: twips(paper.size.text * 2), firstLineChars: 200 },
          children: [...(lead === '' ? [] : [run(lead, font('lead'))]), run(block.text.slice(block.lead))],
        }),
      ]
    }
    case 'table':
      return [writeTable(block)]
    case 'signature':
      return writeSignature(block)
  }
}

function writeSignature({ name, date }: Signature): Paragraph[] {
  const insets = signatureInsets(name, date)
  const line = (text: string, inset: number, before: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext,
      spacing: { ...exactLine, before },
      indent: { right: twips(paper.size.text * inset) },
      children: [run(text)],
    })
  return [
    ...(name === null ? [] : [line(name, insets.name, twips(paper.line * 2), date !== null)]),
    ...(date === null ? [] : [line(date, insets.date, name === null ? twips(paper.line * 2) : 0, false)]),
  ]
}

function writeTable(table: FormTable): Table {
  const whole = millimetres(paper.textWidth)
  const widths = table.widths.map((part) => Math.round(part * whole))
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: twips(2), bottom: twips(2) },
    rows: piecesOf(table).map(
      (pieces, index) =>
        new TableRow({
          cantSplit: true,
          ...(index < table.headRows ? { tableHeader: true } : {}),
          children: pieces.map((piece) => writePiece(piece, table, widths, index < table.rows.length - 1)),
        }),
    ),
  })
}

/** What stands in one row of a cell: Word has merged cells in every row that they reach. */
interface Piece {
  readonly cell: Cell
  readonly merge: 'restart' | 'continue' | null
}

function piecesOf(table: FormTable): Piece[][] {
  const rows = table.rows.map((): Piece[] => [])
  table.rows.forEach((cells, at) => {
    for (const cell of cells)
      for (let row = at; row < at + cell.rowSpan; row++)
        rows[row]!.push({ cell, merge: cell.rowSpan === 1 ? null : row === at ? 'restart' : 'continue' })
  })
  return rows.map((pieces) => pieces.sort((a, b) => a.cell.column - b.cell.column))
}

/** `keepNext` on every row but the last keeps a table that fits a page on one page. */
function writePiece({ cell, merge }: Piece, table: FormTable, widths: readonly number[], keepNext: boolean): TableCell {
  const size = sizeOf(cell, table)
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, part) => sum + part, 0)
  const inset = millimetres(insetOf(cell, table))
  const text = merge === 'continue' ? '' : cell.text
  return new TableCell({
    columnSpan: cell.colSpan,
    ...(merge === null ? {} : { verticalMerge: merge }),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: inset, right: inset },
    children: [
      new Paragraph({
        alignment: cell.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        keepNext,
        spacing: { line: twips(size * 1.35), lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
        // An empty paragraph is as high as its mark: without a size it would be a line of the text.
        run: { size: halves(size) },
        children: text === '' ? [] : [run(text, { ...font(cell.role === 'caption' ? 'heading' : 'table'), size: halves(size) })],
      }),
    ],
  })
}

/** §7.5: — 1 —, at the outer edge of the page, one character in. */
export function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const inset = twips(paper.size.pageNumber)
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: inset, right: inset },
        children: [new TextRun({ ...font('pageNumber'), size: paper.size.pageNumber * 2, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

/** The earliest time a ZIP file can hold: nothing of the machine's clock goes into the bytes. */
const epoch = '1980-01-01T00:00:00Z'

/** The file with its times settled, so that the same report gives the same bytes. */
export function settle(bytes: ArrayBuffer): Uint8Array {
  const parts: Zippable = {}
  for (const [name, part] of Object.entries(unzipSync(new Uint8Array(bytes))))
    parts[name] = [name === 'docProps/core.xml' ? settleTimes(part) : part, { mtime: new Date(1980, 0, 1) }]
  return zipSync(parts)
}

const settleTimes = (part: Uint8Array): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder().decode(part).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${epoch}`),
  )
