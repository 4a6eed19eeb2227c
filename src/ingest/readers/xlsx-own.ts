import type { Place } from '#report'
import type { Block, Line } from '../grid.ts'
import type { Metadatum } from './metadata.ts'
import type { Sheet } from './xlsx-sheets.ts'

/**
 * A workbook of this project's own writing (render/writers/xlsx): 概况 with the particulars, the three tables, 正文 with
 * the chapters' lines. Put back in the order of the report: title, preface, each chapter with its table, signature.
 * Null for any other workbook.
 */
export function readOwn(
  sheets: readonly Sheet[],
  tablesOf: (sheet: Sheet) => readonly Block[],
): { blocks: Block[]; metadata: Metadatum[] } | null {
  const named = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  const text = named.get('正文')
  const overview = named.get('概况')
  if (!text || !overview || texts(text)[0]?.words.join(' ') !== '章 标题 正文') return null

  const particulars = new Map(texts(overview).map(({ words, row }) => [words[0] ?? '', { value: words[1] ?? '', at: { line: row } }]))
  const blocks: Block[] = []
  const add = (words: string | undefined, at: Place) => {
    if (words !== undefined && words !== '') blocks.push({ kind: 'line', text: words, at })
  }
  const title = particulars.get('标题')
  if (title) add(title.value, title.at)

  const chapters = chaptersOf(text)
  for (let number = 0; number <= 6; number++) {
    const chapter = chapters.get(number)
    if (chapter) {
      if (number > 0) add(`${'〇一二三四五六'[number]}、${chapter.title}`, chapter.at)
      blocks.push(...chapter.lines)
    }
    const table = named.get(tableSheets[number] ?? '')
    if (table) blocks.push(...tablesOf(table))
  }
  const signature = particulars.get('落款')
  const date = particulars.get('落款日期')
  if (signature && date) add(signature.value, signature.at)
  if (date) add(date.value, date.at)

  const metadata: Metadatum[] = []
  const publisher = particulars.get('机关名称')
  if (publisher) metadata.push({ name: '发布机构', ...publisher })
  return { blocks, metadata }
}

/** Which chapter each table stands in. */
const tableSheets: Readonly<Record<number, string>> = { 2: '表二', 3: '表三', 4: '表四' }

interface ChapterLines {
  readonly title: string
  readonly at: Place
  readonly lines: Line[]
}

function chaptersOf(sheet: Sheet): Map<number, ChapterLines> {
  const chapters = new Map<number, ChapterLines>()
  for (const { words, row } of texts(sheet).slice(1)) {
    const number = Number(words[0])
    if (!(number >= 0 && number <= 6)) continue
    const at = { line: row }
    const chapter: ChapterLines = chapters.get(number) ?? { title: words[1] ?? '', at, lines: [] }
    chapters.set(number, chapter)
    for (const line of (words[2] ?? '').split('\n')) if (line.trim() !== '') chapter.lines.push({ kind: 'line', text: line, at })
  }
  return chapters
}

/** The texts of each row by column, with the row's number from 1. */
function texts(sheet: Sheet): { words: string[]; row: number }[] {
  return [...sheet.rows].map(([number, cells]) => {
    const words: string[] = []
    for (const cell of cells) if (cell.column < 8) words[cell.column] = cell.text
    return { words: Array.from(words, (word) => word ?? ''), row: number + 1 }
  })
}
