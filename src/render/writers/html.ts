import type { Block, Cell, Document, Table } from '../document.ts'
import { pageStyle } from './style.ts'

/** A whole page: no script, nothing loaded from elsewhere, readable on a phone, printable on A4. */
export function writeHtml(document: Document): Uint8Array {
  const title = document.title === null ? '' : `<h1>${encode(document.title)}</h1>\n`
  const author = document.author === null ? '' : `<meta name="author" content="${encode(document.author)}">\n`
  return new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${encode(document.title ?? unnamed)}</title>
${author}<style>${pageStyle}</style>
</head>
<body>
<main>
${title}${document.blocks.map((block) => write(block, page)).join('\n')}
</main>
</body>
</html>
`)
}

/**
 * The same as a piece to paste into any site's editor. Editors drop scripts, style sheets, classes and ids: what it looks like
 * stands in `style`, and again in the old attributes (`border`, `align`, `width`) for those that drop `style` too.
 */
export function writeFragment(document: Document): Uint8Array {
  const title = document.title === null ? '' : `<h2 style="${styles.title}">${encode(document.title)}</h2>\n`
  return new TextEncoder().encode(`${title}${document.blocks.map((block) => write(block, fragment)).join('\n')}\n`)
}

/** Title of a page whose report has none. */
const unnamed = '政府信息公开工作年度报告'

/** How each piece is dressed: attributes for the page's style sheet, or everything in the element itself. */
interface Dress {
  readonly heading: (chapter: number) => [open: string, close: string]
  readonly paragraph: string
  readonly lead: [open: string, close: string]
  readonly signature: string
  readonly table: (table: Table) => [open: string, close: string]
  readonly column: (width: number) => string
  readonly cell: (cell: Cell, table: Table) => string
}

const page: Dress = {
  heading: (chapter) => [`<h2 id="chapter-${chapter}">`, '</h2>'],
  paragraph: '',
  lead: ['<b>', '</b>'],
  signature: ' class="signature"',
  table: (table) => [
    `<div class="frame" role="region" aria-labelledby="chapter-${table.chapter}" tabindex="0">\n<table class="${table.name}">\n<caption>${encode(table.caption)}</caption>\n`,
    '</table>\n</div>',
  ],
  column: (width) => `<col style="width:${percent(width)}">`,
  cell: (cell) => (cell.role === 'caption' ? ' class="caption"' : cell.align === 'left' ? ' class="left"' : ''),
}

const border = 'border:1px solid #000;'

const styles = {
  title: 'text-align:center;font-size:22px;line-height:1.6;margin:0 0 24px;',
  heading: 'font-size:18px;line-height:1.6;margin:24px 0 12px;',
  paragraph: 'font-size:16px;line-height:1.9;margin:0 0 8px;text-indent:2em;',
  signature: 'font-size:16px;line-height:1.9;margin:0 2em 0 0;text-align:right;',
  table: `border-collapse:collapse;width:100%;${border}margin:12px 0;font-size:14px;line-height:1.5;`,
  cell: `${border}padding:4px 6px;vertical-align:middle;text-wrap:balance;`,
}

const fragment: Dress = {
  heading: () => [`<h3 style="${styles.heading}">`, '</h3>'],
  paragraph: ` style="${styles.paragraph}"`,
  lead: ['<strong>', '</strong>'],
  signature: ` align="right" style="${styles.signature}"`,
  table: () => [`<table border="1" cellspacing="0" cellpadding="4" width="100%" style="${styles.table}">\n`, '</table>'],
  column: (width) => `<col width="${percent(width)}">`,
  cell: (cell) =>
    ` align="${cell.align}" valign="middle" style="${styles.cell}text-align:${cell.align};${cell.role === 'figure' || cell.role === 'row' ? 'font-weight:normal;' : ''}"`,
}

function write(block: Block, dress: Dress): string {
  switch (block.kind) {
    case 'heading': {
      const [open, close] = dress.heading(block.chapter)
      return `${open}${encode(block.text)}${close}`
    }
    case 'paragraph': {
      const lead = block.text.slice(0, block.lead)
      const rest = encode(block.text.slice(block.lead))
      return `<p${dress.paragraph}>${lead === '' ? '' : `${dress.lead[0]}${encode(lead)}${dress.lead[1]}`}${rest}</p>`
    }
    case 'table':
      return writeTable(block, dress)
    case 'signature':
      return [block.name, block.date].flatMap((line) => (line === null ? [] : [`<p${dress.signature}>${encode(line)}</p>`])).join('\n')
  }
}

function writeTable(table: Table, dress: Dress): string {
  const [open, close] = dress.table(table)
  const row = (cells: readonly Cell[]) => `<tr>${cells.map((cell) => writeCell(cell, table, dress)).join('')}</tr>\n`
  const head = table.rows.slice(0, table.headRows).map(row).join('')
  const columns = `<colgroup>${table.widths.map(dress.column).join('')}</colgroup>\n`
  const body = table.rows.slice(table.headRows).map(row).join('')
  return `${open}${columns}${head === '' ? '' : `<thead>\n${head}</thead>\n`}<tbody>\n${body}</tbody>\n${close}`
}

function writeCell(cell: Cell, table: Table, dress: Dress): string {
  const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`
  const dressed = dress.cell(cell, table)
  if (cell.role === 'figure') return `<td${spans}${dressed}>${encode(cell.text)}</td>`
  return `<th${spans} scope="${scopeOf(cell)}"${dressed}>${encode(cell.text)}</th>`
}

const scopeOf = ({ role, colSpan, rowSpan }: Cell): string => {
  if (role === 'row') return rowSpan > 1 ? 'rowgroup' : 'row'
  return colSpan > 1 ? 'colgroup' : 'col'
}

const percent = (part: number): string => `${Number((part * 100).toFixed(2))}%`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Safe between tags and inside double quotes. */
const encode = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)
