import {
  AlignmentType,
  convertMillimetersToTwip,
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
import { faces, insetOf, paper, signatureInsets, titleLines, type Use } from '../paper.ts'

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
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(paper.width), height: convertMillimetersToTwip(paper.height) },
            margin: {
              top: convertMillimetersToTwip(paper.margin.top),
              right: convertMillimetersToTwip(paper.margin.right),
              bottom: convertMillimetersToTwip(paper.margin.bottom),
              left: convertMillimetersToTwip(paper.margin.left),
              // §7.5: the page number stands 7 mm below the text.
              footer: convertMillimetersToTwip(paper.margin.bottom - 7 - 5),
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: twips(paper.line) },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...(document.title === null ? [] : [titleOf(document.title)]), ...document.blocks.flatMap(write)],
      },
    ],
  })
  return settle(await Packer.toArrayBuffer(file))
}

const twips = (points: number): number => Math.round(points * 20)

const font = (use: Use): Pick<IRunStylePropertiesOptions, 'font'> => ({
  font: { ascii: faces[use], hAnsi: faces[use], eastAsia: faces[use], cs: faces[use] },
})

const exactLine = { line: twips(paper.line), lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const chinese = { language: { value: 'zh-CN', eastAsia: 'zh-CN' } }

const styles = {
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

const run = (text: string, options: IRunOptions = {}) => new TextRun({ ...options, text })

function write(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(block.text)] })]
    case 'paragraph': {
      const lead = block.text.slice(0, block.lead)
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
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
  const whole = convertMillimetersToTwip(paper.textWidth)
  const widths = table.widths.map((part) => Math.round(part * whole))
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: twips(2), bottom: twips(2) },
    rows: table.rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index < table.headRows,
          children: cells.map((cell) => writeCell(cell, table, widths, index < table.rows.length - 1)),
        }),
    ),
  })
}

/** `keepNext` on every row but the last keeps a table that fits a page on one page. */
function writeCell(cell: Cell, table: FormTable, widths: readonly number[], keepNext: boolean): TableCell {
  const size = paper.size[table.name]
  const width = widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, part) => sum + part, 0)
  const inset = Math.round(convertMillimetersToTwip(insetOf(cell, table)))
  return new TableCell({
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: inset, right: inset },
    children: [
      new Paragraph({
        alignment: cell.align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
        keepNext,
        spacing: { line: twips(size * 1.35), lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
        children: cell.text === '' ? [] : [run(cell.text, { ...font(cell.role === 'caption' ? 'heading' : 'table'), size: size * 2 })],
      }),
    ],
  })
}

/** §7.5: — 1 —, at the outer edge of the page, one character in. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
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
function settle(bytes: ArrayBuffer): Uint8Array {
  const parts: Zippable = {}
  for (const [name, part] of Object.entries(unzipSync(new Uint8Array(bytes))))
    parts[name] = [name === 'docProps/core.xml' ? settleTimes(part) : part, { mtime: new Date(1980, 0, 1) }]
  return zipSync(parts)
}

const settleTimes = (part: Uint8Array): Uint8Array =>
  new TextEncoder().encode(
    new TextDecoder().decode(part).replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, open: string) => `${open}${epoch}`),
  )
