import { openTypesetter } from '#typst'
import type { Block, Cell, Document, Table } from '../document.ts'
import { faces, insetOf, paper, signatureInsets, sizeOf, titleLines, type Use } from '../paper.ts'
import { candidates, type Notice, type TypesetterOptions } from '../typst/face.ts'

/**
 * A tagged PDF laid out as GB/T 9704 asks, by Typst. Each face of the standard that is not there has a stand-in, named to
 * `onNotice`. Throws an `Error` where the typesetter cannot be loaded or refuses the source.
 */
export async function writePdf(
  document: Document,
  options: TypesetterOptions & { onNotice?: (notice: Notice) => void; mark?: string },
): Promise<Uint8Array> {
  const typesetter = await openTypesetter(options)
  for (const notice of notices(typesetter.families)) options.onNotice?.(notice)
  const source = typstSource(document, typesetter.families, options.mark)
  for (const character of await typesetter.cover(source)) options.onNotice?.({ code: 'character-missing', character })
  return typesetter.compile(source)
}

const uses = Object.keys(faces) as Use[]

/** One notice for each face of the standard that another stands in for. */
export function notices(families: ReadonlySet<string>): Notice[] {
  const substituted = new Map<string, Notice>()
  for (const use of uses) {
    const used = stack(use, families)[0]!
    if (used.startsWith('Noto ')) substituted.set(faces[use], { code: 'font-substituted', wanted: faces[use], used })
  }
  return [...substituted.values()]
}

const stack = (use: Use, families: ReadonlySet<string>): string[] => candidates[use].filter((name) => families.has(name))

/**
 * The document as Typst source. Every word of the report stands in a string, never in markup: nothing a report prints is
 * taken as a command. `mark` stands small at the inner foot of every page, across from its number.
 */
export function typstSource(document: Document, families: ReadonlySet<string>, mark?: string): string {
  const title = document.title === null ? '' : `#title-block(${titleLines(document.title).map(quote).join(', ')})\n`
  const author = document.author === null ? '()' : `(${quote(document.author)},)`
  return `#set document(title: ${quote(document.title ?? '')}, author: ${author}, date: none)
${preamble(families)}
${mark === undefined ? '' : `#mark.update(${quote(mark)})\n`}${title}${document.blocks.map(write).join('\n')}
`
}

/** Faces, page and pieces: what every paper set as GB/T 9704 asks begins with. */
export const preamble = (families: ReadonlySet<string>): string =>
  `${uses.map((use) => `#let ${use}-font = ${fontStack(use, families)}\n#let ${use}-weight = ${weight(use, families)}`).join('\n')}
${template}`

/** Latin letters and digits of the text come from the same face as the characters, as on official paper. */
const fontStack = (use: Use, families: ReadonlySet<string>): string =>
  `(${[...stack(use, families), 'Noto Serif SC'].map(quote).join(', ')})`

/** 小标宋, 黑体 and 楷体 stand out by their own drawing; their stand-ins do so in bold. */
const weight = (use: Use, families: ReadonlySet<string>): string =>
  ['title', 'heading', 'lead'].includes(use) && stack(use, families)[0]!.startsWith('Noto ') ? '"bold"' : '"regular"'

const { margin, size, line } = paper

/** Page, faces and the four pieces. An em of height for each line, and what is left of the pitch between them. */
const template = `#let mark = state("mark", none)
#set text(font: text-font, size: ${size.text}pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none)
#set page(paper: "a4", margin: (top: ${margin.top}mm, right: ${margin.right}mm, bottom: ${margin.bottom}mm, left: ${margin.left}mm),
  footer-descent: 7mm, footer: context {
    let page = counter(page).get().first()
    set text(font: pageNumber-font, size: ${size.pageNumber}pt)
    let odd = calc.odd(page)
    align(if odd { right } else { left }, pad(x: 1em, "— " + str(page) + " —"))
    if mark.get() != none { place(if odd { left } else { right }, dy: -${size.pageNumber}pt, text(size: 7pt, mark.get())) }
  })
#set par(justify: true, leading: ${line - size.text}pt, spacing: ${line - size.text}pt, first-line-indent: (amount: 2em, all: true))
#show heading: it => block(above: ${line - size.text}pt, below: ${line - size.text}pt, sticky: true,
  {
  set par(first-line-indent: 0pt)
  pad(left: ${size.text * 2}pt, text(font: heading-font, size: ${size.text}pt, weight: heading-weight, it.body))
})
#let title-block(..lines) = align(center, block(above: 0pt, below: ${line}pt, {
  set par(leading: 14pt, first-line-indent: 0pt, justify: false)
  title(lines.pos().join(linebreak()))
}))
#show title: set text(font: title-font, size: ${size.title}pt, weight: title-weight)
#show title: it => it.body
#let paragraph(lead, words, sticky: false) = {
  let body = par({ text(font: lead-font, weight: lead-weight, lead); words })
  if sticky { block(sticky: true, body) } else { body }
}
#let signature(..lines) = block(above: ${line * 2}pt, breakable: false, width: 100%, {
  set par(first-line-indent: 0pt)
  for (words, inset) in lines.pos() { align(right, pad(right: inset, par(words))) }
})
// Each table fits a page, and is kept on one.
#let form(size, widths, head, body) = block(breakable: false, above: ${line - size.text}pt, below: ${line - size.text}pt, width: 100%, {
  set text(font: table-font, size: size, top-edge: 0.88em, bottom-edge: -0.12em)
  set par(justify: false, leading: 0.35em, spacing: 0.35em, first-line-indent: 0pt)
  table(columns: widths, stroke: 0.5pt, align: center + horizon, ..head, ..body)
})
#let caption(words) = text(font: heading-font, weight: heading-weight, words)`

function write(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `#heading(level: 1, ${quote(block.text)})`
    case 'paragraph':
      return `#paragraph(${block.keepWithNext ? 'sticky: true, ' : ''}${quote(block.text.slice(0, block.lead))}, ${quote(block.text.slice(block.lead))})`
    case 'signature': {
      const { name, date } = block
      const insets = signatureInsets(name, date)
      const lines = [name === null ? '' : `(${quote(name)}, ${insets.name}em)`, date === null ? '' : `(${quote(date)}, ${insets.date}em)`]
      return `#signature(${lines.filter((line) => line !== '').join(', ')})`
    }
    case 'table':
      return writeTable(block)
  }
}

function writeTable(table: Table): string {
  const widths = table.widths.map((part) => `${Number((part * paper.textWidth).toFixed(3))}mm`).join(', ')
  const rows = table.rows.map((cells) => cells.map((cell) => writeCell(cell, table)).join(', '))
  const head = table.headRows === 0 ? '()' : `(table.header(repeat: true, ${rows.slice(0, table.headRows).join(', ')}),)`
  return `#form(${size[table.name]}pt, (${widths}), ${head}, (${rows.slice(table.headRows).join(', ')},))`
}

function writeCell(cell: Cell, table: Table): string {
  const settings = [
    cell.colSpan > 1 ? `colspan: ${cell.colSpan}` : '',
    cell.rowSpan > 1 ? `rowspan: ${cell.rowSpan}` : '',
    cell.align === 'left' ? 'align: left + horizon' : '',
    `inset: (x: ${Number(insetOf(cell, table).toFixed(2))}mm, y: 0.42em)`,
  ].filter((setting) => setting !== '')
  const points = sizeOf(cell, table)
  const words =
    cell.role === 'caption'
      ? `caption(${quote(cell.text)})`
      : points === size[table.name]
        ? quote(cell.text)
        : `text(size: ${points}pt, ${quote(cell.text)})`
  return `table.cell(${settings.join(', ')}, ${words})`
}

/** A Typst string. Backslash, quotation mark and line feed are all that a string gives a meaning to. */
export const quote = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`
