import { type CellKey, type Chapter, cellKeys, type Edition, type Line, otherHandlingKeys, type Place, type Report } from '#report'
import { readChallenges } from './challenges.ts'
import type { Grid } from './grid.ts'
import { bodyIn, findMetadata, findPeriod, findSignature, findTitles, metadataTitle, publisher, yearIn } from './head.ts'
import { type Heading, type Layout, locate, type Region } from './locate.ts'
import { editionOf, readProactive } from './proactive.ts'
import { emptyReading, note, type Reading } from './reading.ts'
import { repair } from './repair.ts'
import { readRequests } from './requests.ts'
import type { Row } from './rows.ts'

/** What one part of a file gives: the report, and how much of one it is. */
export interface Assembled {
  readonly report: Report
  readonly headings: number
  readonly tables: number
}

/** Reads the report that stands in rows [from, to): tables, head, chapters. */
export function assemble(grid: Grid, rows: readonly Row[], from: number, to: number): Assembled {
  const layout = locate(rows, from, to)
  const { reading, edition, tables } = readTables(rows, layout, to, grid.endsOpen ?? grid.kind === 'text')
  const begin = layout.headings[0]?.index ?? layout.proactive?.from ?? layout.requests?.from ?? to
  const found = findMetadata(rows, from, begin)
  const metadata = [...grid.metadata, ...found.items]
  const titles = findTitles(rows, from, Math.min(to, Math.max(begin, from + 1))).filter((title) => !found.rows.has(title.first))
  const title = titles[0]?.text ?? metadataTitle(metadata)
  const lastHeading = layout.headings[layout.headings.length - 1]
  const signature = findSignature(rows, (lastHeading?.index ?? begin) + 1, to)
  const outside = new Set<number>(found.rows)
  for (const one of titles) for (let index = one.first; index <= one.last; index++) outside.add(index)
  if (signature) for (let index = signature.first; index <= signature.last; index++) outside.add(index)
  for (const index of furnitureOf(rows, signature?.last ?? lastHeading?.index ?? begin, to)) outside.add(index)
  const chapters = chaptersOf(rows, from, to, layout, outside)
  const period = findPeriod([
    ...(chapters.find((chapter) => chapter.number === 0)?.lines ?? []),
    ...chapters.flatMap((chapter) => (chapter.number === 0 ? [] : chapter.lines)),
  ])
  const year = (title === null ? null : yearIn(title)) ?? (period ? Number(period.from.slice(0, 4)) : null)
  const report: Report = {
    title,
    body: signature?.name ?? (title === null ? null : bodyIn(title)) ?? publisher(metadata),
    year,
    edition,
    figures: ordered(reading, edition),
    cells: reading.cells,
    chapters,
    printed: {
      kind: grid.kind,
      titles: titles.map(({ text, at }) => ({ text, at })),
      headings: layout.headings.map((heading) => ({ number: heading.number, text: heading.text, at: rows[heading.index]!.at })),
      labels: reading.labels,
      sources: reading.sources,
      metadata,
      period,
      signature: signature && { name: signature.name, date: signature.date, at: signature.at },
      leftovers: grid.leftovers,
    },
  }
  return { report, headings: new Set(layout.headings.map((heading) => heading.number)).size, tables }
}

function readTables(
  rows: readonly Row[],
  layout: Layout,
  to: number,
  endsOpen: boolean,
): { reading: Reading; edition: Edition | null; tables: number } {
  const reading = emptyReading()
  const slice = (region: Region): Row[] => rows.slice(region.from, region.to)
  /** Nothing but empty rows behind the table: the source may have been cut inside it. */
  const cutOff = (region: Region): boolean => rows.slice(region.to, to).every((row) => row.tokens.length === 0)
  const requests = layout.requests
    ? readRequests(slice(layout.requests), reading, cutOff(layout.requests))
    : { oneRow: false, found: false }
  const printed = layout.proactive ? editionOf(slice(layout.proactive)) : null
  const challenges = layout.challenges ? readChallenges(slice(layout.challenges), reading, cutOff(layout.challenges)) : false
  const named: Edition = printed ?? (requests.oneRow ? '2019' : '2021')
  const proactive = layout.proactive ? readProactive(slice(layout.proactive), named, reading) : false
  const tables = Number(proactive) + Number(requests.found) + Number(challenges)
  const edition: Edition = tables === 0 ? '2021' : named
  const keys = edition === '2021' && requests.oneRow ? [...cellKeys(edition), ...otherHandlingKeys] : cellKeys(edition)
  for (const key of keys) {
    if (key in reading.figures) continue
    const read = key.startsWith('proactive.') ? proactive : key.startsWith('requests.') ? requests.found : challenges
    note(reading, key, 'missing', read ? 'no-row' : 'no-table', null)
  }
  // A form of one row has no place for three, and the other way round.
  const known = new Set(keys)
  for (const key of Object.keys(reading.figures)) {
    if (known.has(key)) continue
    delete reading.figures[key]
    delete reading.cells[key]
    delete reading.sources[key]
  }
  if (endsOpen) doubtLast(rows, to, reading)
  repair(reading, edition)
  return { reading, edition: tables === 0 ? null : edition, tables }
}

/** A number that is the very end of a source may have lost its last digits. */
function doubtLast(rows: readonly Row[], to: number, reading: Reading): void {
  let last = to - 1
  while (last >= 0 && rows[last]!.tokens.length === 0 && rows[last]!.text === '') last--
  const row = rows[last]
  const token = row?.tokens[row.tokens.length - 1]
  if (!row || !token || last !== rows.length - 1 || !/[\d０-９]$/.test(row.table === -1 ? row.text : token.text)) return
  const here = Object.entries(reading.sources).filter(
    ([, { at }]) => at.line === token.at.line && at.table === token.at.table && at.row === token.at.row,
  )
  const end = Math.max(...here.map(([, { at }]) => at.cell ?? at.column ?? 0))
  for (const [key, { at, text }] of here)
    if ((at.cell ?? at.column ?? 0) === end && !reading.cells[key]) note(reading, key, 'doubtful', 'cut-off', text, reading.figures[key])
}

function ordered(reading: Reading, edition: Edition | null): Record<CellKey, number | null> {
  const figures: Record<CellKey, number | null> = {}
  for (const key of cellKeys(edition)) figures[key] = reading.figures[key] ?? null
  for (const key of otherHandlingKeys) if (key in reading.figures) figures[key] = reading.figures[key]!
  return figures
}

function chaptersOf(rows: readonly Row[], from: number, to: number, layout: Layout, outside: ReadonlySet<number>): Chapter[] {
  const inTable = (index: number): boolean =>
    [layout.proactive, layout.requests, layout.challenges].some((region) => region && index >= region.from && index < region.to)
  const firstTable = Math.min(...[layout.proactive, layout.requests, layout.challenges].map((region) => region?.from ?? to))
  const starts: { number: number; title: string; heading: Heading | null; index: number }[] = []
  const first = layout.headings[0]
  starts.push({ number: 0, title: '', heading: null, index: from - 1 })
  for (const heading of layout.headings) starts.push({ number: heading.number, title: heading.title, heading, index: heading.index })
  const drafts = new Map<number, { title: string; at: Place | null; lines: Line[] }>()
  starts.forEach((start, position) => {
    const end = starts[position + 1]?.index ?? to
    const at = start.heading ? rows[start.heading.index]!.at : null
    const draft = drafts.get(start.number) ?? { title: start.title, at, lines: [] }
    drafts.set(start.number, draft)
    for (let index = start.index + 1; index < end; index++) {
      const row = rows[index]!
      if (outside.has(index) || inTable(index)) continue
      if (start.number === 0 && first === undefined && index >= firstTable) continue
      const text = proseOf(row)
      if (text !== '') draft.lines.push({ text, at: { ...row.at, column: 1 + Math.max(0, row.text.indexOf(text)) } })
    }
  })
  return [...drafts]
    .filter(([number, { lines }]) => number > 0 || lines.length > 0)
    .sort(([a], [b]) => a - b)
    .map(([number, { title, at, lines }]) => ({ number, title, text: lines.map((line) => line.text).join('\n'), lines, at }))
}

const furniture =
  /^(?:扫一扫.*|打印(?:本页)?|关闭(?:窗口)?|【?(?:打印|关闭|字号|返回顶部)】?.*|分享(?:到|至)?.*|相关(?:附件|链接|文档).*|上一[篇条].*|下一[篇条].*|版权所有.*|主办单位?[:：].*|承办单位?[:：].*|网站标识码.*|.{0,4}ICP备.*|.{0,4}公网安备.*|责任编辑[:：].*|来源[:：].*|浏览次数[:：].*)$/

/** Lines of the page behind the report: print, close, share, next page. */
function furnitureOf(rows: readonly Row[], after: number, to: number): number[] {
  const found: number[] = []
  for (let index = to - 1; index > after; index--) {
    const text = rows[index]!.text.trim()
    if (text === '') continue
    if (!furniture.test(text) || text.length > 80) break
    found.push(index)
  }
  return found
}

/** A row's words as prose: a line as it is without outer white space, cells joined by a space. */
function proseOf(row: Row): string {
  if (row.by === 'line' || row.by === 'spaces') return row.text.trim()
  return row.tokens
    .map((token) => token.text)
    .filter((text) => text !== '')
    .join(' ')
}
