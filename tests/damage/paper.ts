/** Text that remembers where each figure stands in it, so that what is cut off can be told from what is left. */
import type { Dice } from './dice.ts'
import type { Cell, Figure, Grids, Sheet } from './sheet.ts'

/** A stretch of text; with `figure` where it is a cell's number. */
export interface Piece {
  readonly text: string
  readonly figure: Figure | null
}

export const ink = (text: string): Piece => ({ text, figure: null })
export const inkOf = (cell: Pick<Cell, 'text' | 'figure'>): Piece => ({ text: cell.text, figure: cell.figure })

export interface Paper {
  readonly text: string
  readonly spans: readonly { readonly figure: Figure; readonly from: number; readonly to: number }[]
}

export function paperOf(pieces: readonly Piece[]): Paper {
  const spans: { figure: Figure; from: number; to: number }[] = []
  let at = 0
  for (const piece of pieces) {
    if (piece.figure) spans.push({ figure: piece.figure, from: at, to: at + piece.text.length })
    at += piece.text.length
  }
  return { text: pieces.map((piece) => piece.text).join(''), spans }
}

/** Prints one table. Options it needs it throws for itself. */
export type PrintTable = (table: keyof Grids, grids: Grids, sheet: Sheet) => readonly Piece[]

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]
const tableOfChapter: (keyof Grids | null)[] = [null, 'proactive', 'requests', 'challenges', null, null]

/** The whole report: title, preface, six chapters, signature. `print` null leaves the tables out. */
export function layOut(sheet: Sheet, grids: Grids, print: PrintTable | null, { chance }: Dice): Piece[] {
  const { made } = sheet
  const gap = chance(1, 2) ? '\n\n' : '\n'
  const pieces: Piece[] = []
  const line = (text: string) => pieces.push(ink(text + gap))
  if (chance(1, 5)) {
    pieces.push(ink(`索引号：QX-${made.year + 1}-0001${'\n'}发布机构：${made.body}\n`))
  }
  for (const title of made.titleLines) pieces.push(ink(`${title}\n`))
  if (made.titleLines.length === 1 && chance(1, 6)) pieces.push(ink(`${made.title}\n`))
  for (const text of made.preface) line(text)
  headings.forEach((heading, at) => {
    line(heading)
    const table = tableOfChapter[at]
    if (table && print) pieces.push(...print(table, grids, sheet), ink(gap))
    for (const text of made.chapters[at]!) line(text)
  })
  if (made.signature) pieces.push(ink(`${made.signature.name}\n\n${made.signature.date}\n`))
  return pieces
}
