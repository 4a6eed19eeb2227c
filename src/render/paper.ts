import type { Cell, Table } from './document.ts'

/** The paper as GB/T 9704-2012 (党政机关公文格式) has it: A4, margins in millimetres, 22 lines of 28.95 points, 仿宋 of size 3 (16 points). */
export const paper = {
  width: 210,
  height: 297,
  /** §5.2.1: 天头 37 mm, 订口 28 mm; the area for text is 156 × 225 mm. */
  margin: { top: 37, right: 26, bottom: 35, left: 28 },
  textWidth: 156,
  /** Points from one line's foot to the next: 225 mm hold 22 lines. */
  line: 28.95,
  /** 2号 for the title, 3号 for the text, 4号 for page numbers, 小四 and 小五 in tables; in points. */
  size: { title: 22, text: 16, pageNumber: 14, proactive: 12, requests: 9, challenges: 9 },
} as const

/** The faces the standard names, by use. */
export const faces = {
  title: '方正小标宋简体',
  heading: '黑体',
  lead: '楷体_GB2312',
  text: '仿宋_GB2312',
  table: '宋体',
  pageNumber: '宋体',
} as const
export type Use = keyof typeof faces

/** Width of a text in characters of its own size: a Chinese character is one wide, a Latin letter or digit half. */
export const widthInCharacters = (text: string): number => {
  let width = 0
  for (const character of text) width += character.codePointAt(0)! < 0x2e80 ? 0.5 : 1
  return width
}

/**
 * How many characters the signature's two lines stand from the right edge (GB/T 9704 §7.3.5.2, without a seal): the date begins two
 * characters right of the name; the name ends two from the edge, or the date does where it reaches further.
 */
export function signatureInsets(name: string | null, date: string | null): { name: number; date: number } {
  const spare = widthInCharacters(name ?? '') - widthInCharacters(date ?? '')
  return spare >= 2 ? { name: 2, date: spare } : { name: 4 - spare, date: 2 }
}

/** Room left and right inside a cell, in millimetres. */
const plainInset = 0.9

/**
 * Room left and right inside a cell, in millimetres. A header of four or six characters over a narrow column is set two characters
 * a line (商业／企业), as the printed form has it.
 */
export function insetOf(cell: Cell, table: Table): number {
  if (cell.role !== 'column' || cell.colSpan > 1 || cell.text.length % 2 === 1) return plainInset
  const character = (paper.size[table.name] * 25.4) / 72
  const width = table.widths[cell.column]! * paper.textWidth
  return character * cell.text.length + 2 * plainInset <= width ? plainInset : Math.max(plainInset, (width - character * 2.5) / 2)
}

/** A title longer than a line breaks before the words every such title ends with, never inside a word (GB/T 9704 §7.3.1). */
export function titleLines(title: string): string[] {
  // One character less than fits: figures of the bold faces are wider than half a character.
  const wide = (paper.textWidth * 72) / 25.4 / paper.size.title - 1
  if (widthInCharacters(title) <= wide) return [title]
  const at = title.lastIndexOf('政府信息公开')
  const lines = [title.slice(0, at), title.slice(at)]
  return at > 0 && lines.every((line) => widthInCharacters(line) <= wide) ? lines : [title]
}

/** Points a cell's words are set in: the table's size, less where a figure is wider than its column. */
export function sizeOf(cell: Cell, table: Table): number {
  const size = paper.size[table.name]
  if (cell.role !== 'figure') return size
  const room =
    table.widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, part) => sum + part, 0) * paper.textWidth - 2 * plainInset
  // A digit of 宋体 is half a character wide, one of Noto Serif a little more.
  const needed = (cell.text.length * 0.56 * size * 25.4) / 72
  return needed <= room ? size : Math.floor((size * room * 10) / needed) / 10
}
