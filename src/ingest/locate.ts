import { formOf } from '#report'
import { labelOf, likenessAbove } from './likeness.ts'
import type { Row } from './rows.ts'

/** The heading of one of the six chapters. */
export interface Heading {
  readonly index: number
  readonly number: number
  /** The heading's words without its number. */
  readonly title: string
  /** All of it, as printed. */
  readonly text: string
}

/** Rows [from, to) of one statutory table. */
export interface Region {
  readonly from: number
  readonly to: number
}

export interface Layout {
  readonly headings: readonly Heading[]
  readonly proactive: Region | null
  readonly requests: Region | null
  readonly challenges: Region | null
}

const titles = formOf('2021').chapters
const foldedTitles = titles.map(labelOf)
const also: readonly (readonly string[])[] = [
  ['概述', '工作总体情况', '基本情况', '总体工作情况'],
  ['主动公开情况', '政府信息主动公开情况', '行政机关主动公开政府信息情况'],
  ['收到和处理政府信息公开申请', '依申请公开政府信息情况', '行政机关收到和处理政府信息公开申请情况', '收到和处理信息公开申请情况'],
  [
    '因政府信息公开工作被申请行政复议提起行政诉讼情况',
    '行政复议行政诉讼情况',
    '政府信息公开行政复议和行政诉讼情况',
    '政府信息公开行政复议诉讼情况',
  ],
  [
    '存在的主要问题和改进情况',
    '政府信息公开工作存在的主要问题及改进情况',
    '存在问题及改进情况',
    '主要问题及改进措施',
    '存在的问题及改进措施',
  ],
  ['其他需要报告的情况', '需要报告的其他事项', '其他事项'],
].map((names) => names.map(labelOf))

const names = foldedTitles.map((title, number) => [title, ...also[number]!])
/** What a heading must at least be like, the number of its chapter being right; what is below both is not worth counting. */
const leastLike = 0.62
const rightNumber = 0.12
const faint = leastLike - rightNumber - 0.01

const numbered =
  /^[\s#>*_|-]*(?:第?\s*([一二三四五六])\s*(?:部分|章)?\s*[、.．,，:：\s)）]|([一二三四五六])(?=[^\s一二三四五六七八九十]))\s*(.*?)[\s*_|:：]*$/
/** Row labels of table 三 that begin as chapter headings do. */
const rowLabels = formOf('2021')
  .requests.rows.filter((row) => /^[一二三四]、/.test(row.label))
  .map((row) => labelOf(row.label.slice(2)))
rowLabels.push('本年度办理结果')

/** The chapter a line announces, or null. A heading without its number must print the official words exactly. */
export function headingOf(row: Row, index: number): Heading | null {
  const text = row.tokens.length === 1 && row.by !== 'line' ? row.tokens[0]!.text : row.text
  if (text.length < 4 || text.length > 60) return null
  if (row.tokens.length > 1 && row.by !== 'spaces') {
    const words = row.tokens.filter((token) => token.text !== '')
    if (words.length !== 1) return null
    return headingOf({ ...row, text: words[0]!.text, tokens: words, by: 'line' }, index)
  }
  const match = numbered.exec(text)
  const words = (match ? match[3]! : text.replace(/^[\s#>*_|]+|[\s*_|]+$/g, '')).trim()
  const folded = labelOf(words)
  if (folded.length < 3 || folded.length > 40) return null
  if (match) {
    const claimed = '一二三四五六'.indexOf((match[1] ?? match[2])!)
    if (rowLabels.some((label) => likenessAbove(0.7, folded, label) > 0)) return null
    let best = -1
    let bestLikeness = 0
    for (let number = 0; number < 6; number++) {
      const like = Math.max(...names[number]!.map((name) => likenessAbove(faint, folded, name))) + (number === claimed ? rightNumber : 0)
      if (like > bestLikeness) {
        bestLikeness = like
        best = number
      }
    }
    return bestLikeness >= leastLike ? { index, number: best + 1, title: words, text: text.trim() } : null
  }
  const exact = foldedTitles.indexOf(folded)
  return exact === -1 || /[。；]/.test(words) ? null : { index, number: exact + 1, title: words, text: text.trim() }
}

/** Headings in the order of the source, a table of contents left out. */
export function findHeadings(rows: readonly Row[], from: number, to: number): Heading[] {
  const headings = headingsIn(rows).filter(({ index }) => index >= from && index < to)
  return withoutContents(headings)
}

const headingsOf = new WeakMap<readonly Row[], readonly Heading[]>()

/** Every row that reads as a heading. The parts of a file and the layout of each part both ask. */
function headingsIn(rows: readonly Row[]): readonly Heading[] {
  const known = headingsOf.get(rows)
  if (known !== undefined) return known
  const headings: Heading[] = []
  rows.forEach((row, index) => {
    if (row.tokens.length === 0 || row.tokens[0]!.kind === 'number') return
    const heading = headingOf(row, index)
    if (heading) headings.push(heading)
  })
  headingsOf.set(rows, headings)
  return headings
}

/** A table of contents names four or more chapters in as many lines and is followed by the chapters themselves. */
function withoutContents(headings: Heading[]): Heading[] {
  let run = 1
  while (run < headings.length && headings[run]!.index - headings[run - 1]!.index <= 2 && headings[run]!.number > headings[run - 1]!.number)
    run++
  const again = headings.slice(run).filter((heading) => headings.slice(0, run).some((early) => early.number === heading.number)).length
  return run >= 4 && again >= Math.min(run - 1, 3) ? headings.slice(run) : headings
}

const anchors = {
  proactive:
    /第?二十条第?.{0,2}[一五六八九]?.{0,2}项|^信息内容|本年制发件数|本年新制作数量|现行有效件数|对外公开总数量|^规章(?=[^、，。和及的]|$)|^行政规范性文件$/,
  requests: /勾稽关系为|^申请人情况$|^自然人$|^法人或其他组织$|本年新收政府信息公开申请数量|上年结转政府信息公开申请数量|^商业企业$/,
  challenges: /^行政复议(?:行政诉讼)?$|^行政诉讼$|^未经复议直接起诉(?:复议后起诉)?|^复议后起诉$|^结果维持(?:结果纠正|$)|^结果结果其他/,
}

const folded = (row: Row): string[] =>
  row.tokens.filter((token) => token.kind === 'label' && token.text.length <= 80).map((token) => labelOf(token.text))

/** A line of running text, which no table holds. */
const isProse = (row: Row): boolean =>
  row.table === -1 && row.tokens.length === 1 && (row.text.length > 90 || /[。；]\s*$/.test(row.text)) && !/勾稽关系/.test(row.text)

const hasAnchor = (row: Row, anchor: RegExp): boolean => !isProse(row) && folded(row).some((label) => anchor.test(label))

const tables = [
  { name: 'proactive', chapter: 2 },
  { name: 'requests', chapter: 3 },
  { name: 'challenges', chapter: 4 },
] as const

/**
 * Where the chapters and the three tables of one report stand among its rows. A table is looked for under its own heading first,
 * then behind the first heading after chapter one, then anywhere: chapter one may print last year's.
 */
export function locate(
  rows: readonly Row[],
  from: number,
  to: number,
  headings: readonly Heading[] = findHeadings(rows, from, to),
): Layout {
  const begins = (name: keyof typeof anchors, index: number): boolean => {
    const row = rows[index]!
    if (row.tokens.length === 0 || row.tokens[0]!.kind === 'number' || row.tokens[0]!.kind === 'pad') return false
    return hasAnchor(row, anchors[name]) && (name !== 'challenges' || follows(rows, index, to))
  }
  const search = (name: keyof typeof anchors, start: number, end: number): number => {
    for (let index = start; index < end; index++) if (begins(name, index)) return index
    return -1
  }
  const later = headings.find((heading) => heading.number > 1)?.index
  const first = { proactive: -1, requests: -1, challenges: -1 }
  for (const { name, chapter } of tables) {
    const own = headings.findIndex((heading) => heading.number === chapter)
    const end = headings[own + 1]?.index ?? to
    let found = own === -1 ? -1 : search(name, headings[own]!.index + 1, end)
    if (found === -1 && later !== undefined) found = search(name, later, to)
    if (found === -1 && (own === -1 || later === undefined)) found = search(name, from, to)
    first[name] = startOf(rows, found, from, headings)
  }
  const ends = (start: number): number => {
    let end = to
    for (const heading of headings) if (heading.index > start && heading.index < end) end = heading.index
    for (const other of Object.values(first)) if (other > start && other < end) end = other
    return trimmed(rows, start, end)
  }
  const region = (start: number): Region | null => (start === -1 ? null : { from: start, to: ends(start) })
  return { headings, proactive: region(first.proactive), requests: region(first.requests), challenges: region(first.challenges) }
}

/** The first piece of a table whose first label is broken over lines: short lines of words right above the first one told. */
function startOf(rows: readonly Row[], found: number, from: number, headings: readonly Heading[]): number {
  let start = found
  while (start > from && found - start < 8) {
    const above = rows[start - 1]!
    const isPiece =
      above.by === 'line' && above.tokens.length === 1 && above.tokens[0]!.kind === 'label' && above.tokens[0]!.text.length <= 6
    if (!isPiece || headings.some((heading) => heading.index === start - 1)) break
    start--
  }
  return start
}

/** Whether a table 四 follows: its results are named in the next rows. Prose headings say 行政复议 too. */
function follows(rows: readonly Row[], from: number, to: number): boolean {
  let names = ''
  for (let index = from; index < Math.min(to, from + 60) && names.length < 400; index++) names += folded(rows[index]!).join('')
  let found = 0
  for (const name of ['维持', '纠正', '其他', '审结', '总计', '起诉']) if (names.includes(name)) found++
  return found >= 3
}

/** The end of a table: behind its last figure, or behind its last label where figures are left out; prose behind it is not of it. */
function trimmed(rows: readonly Row[], from: number, to: number): number {
  let end = from + 1
  for (let index = from; index < to; index++) {
    const row = rows[index]!
    if (isProse(row)) continue
    if (row.table !== -1 || row.tokens.some((token) => token.kind !== 'label' || /^\d{15,}$/.test(token.text) || isRowLabel(token)))
      end = index + 1
  }
  return end
}

const allRowLabels = new Set(
  [formOf('2021'), formOf('2019')].flatMap((form) => [
    ...form.requests.rows.map((row) => labelOf(row.label)),
    ...form.proactive.flatMap((block) => block.rows.map((row) => labelOf(row.label))),
  ]),
)
/** A row's label, its figures stuck to it or not. */
const isRowLabel = (token: { readonly text: string }): boolean =>
  token.text.length < 90 && allRowLabels.has(labelOf(token.text.replace(/[\d.,+-]+$/, '')))
