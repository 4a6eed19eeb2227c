import type { Block, Document, Table } from '../document.ts'

/**
 * GitHub-style Markdown: chapters as headings of the second level, a paragraph a line, tables with pipes. A merged cell's words
 * stand in its first place, the other places are empty, so that every figure keeps its column.
 */
export function writeMarkdown(document: Document): Uint8Array {
  const blocks = document.blocks.flatMap(write)
  if (document.title !== null) blocks.unshift(`# ${encode(document.title)}`)
  return new TextEncoder().encode(`${blocks.join('\n\n')}\n`)
}

function write(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`## ${encode(block.text)}`]
    case 'paragraph':
      return [encodeLine(block.text)]
    case 'table':
      return [grid(block)]
    case 'signature':
      return [block.name, block.date].flatMap((line) => (line === null ? [] : [encodeLine(line)]))
  }
}

function grid(table: Table): string {
  const lines = table.rows.map((row) => {
    const texts = Array<string>(table.widths.length).fill('')
    for (const cell of row) texts[cell.column] = encodeCell(cell.text)
    return `|${texts.map((text) => (text === '' ? '  |' : ` ${text} |`)).join('')}`
  })
  // GitHub wants exactly one header row; the form's other header rows stand below the rule.
  const rule = `|${table.widths.map((_, column) => (column < labelColumns(table) ? ' --- |' : ' ---: |')).join('')}`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** Columns before the first figure. */
const labelColumns = (table: Table): number =>
  Math.min(...table.rows.flatMap((row) => row.filter((cell) => cell.role === 'figure').map((cell) => cell.column)))

/** What Markdown (with GitHub's additions) takes for marks anywhere in a line. Nothing else is escaped, so that the text reads as text. */
const marks = /[`*~$]|\\(?=[!-/:-@[-`{-~])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<=\])\(/gu

const encode = (text: string): string => text.replace(marks, '\\$&').replaceAll('\n', ' ')

/** In a table a bar would end the cell. */
const encodeCell = (text: string): string => encode(text).replaceAll('|', '\\|')

/** Marks at the head of a line: headings, quotations, lists, rules, definitions, and numbers that would start a list. */
function encodeLine(text: string): string {
  return encode(text.trim())
    .replace(/^(?:#{1,6}(?=\s|$)|[>|]|[+-](?=\s|$)|[=-]{2,}\s*$|\[[^\]]*\]:)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
