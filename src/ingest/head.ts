import type { Line, Printed } from '#report'
import type { Grid } from './grid.ts'
import type { Row } from './rows.ts'

type Metadata = Printed['metadata'][number]

const titleWords = /(?:信息|政务)公开.{0,14}(?:报告|年报)|(?:信息|政务)公开工作年度/
const titleEnd = /(?:报\s*告|年\s*报)\s*(?:[（(][^（()）]{0,20}[)）])?$/
const noTitle = /[。；;>》＞»›→]|[:：].|目录|本报告|现将|如下|附件|上一篇|下一篇|当前位置|您的位置|欢迎|首页/
const metadataNames =
  /^(?:标\s*题|名\s*称|信息名称|索\s*引\s*号|文\s*号|发文字号|发布机构|发文机[关构]|公开机构|公开主体|发布单位|信息来源|来\s*源|发[布文]日期|发布时间|发文时间|成文日期|生成日期|公开日期|主题分类|主题词|有效性|时效性|关\s*键\s*词|信息分类|公开方式|公开范围|体裁分类)$/

const zero = '[0０〇○◯零OoＯ]'
const figure = '[0-9０-９〇○◯零OoＯ一二三四五六七八九]'
/** Four figures of a year, wide, Chinese or spaced out as they may be. */
const yearFigures = String.raw`(?:[2２二]\s{0,2}${zero}|[1１一]\s{0,2}[9９九])\s{0,2}${figure}\s{0,2}${figure}`
const yearPattern = new RegExp(
  String.raw`[（(〔【[]?\s{0,2}(?<![0-9０-９])(${yearFigures})(?!${figure})\s{0,4}(年)?\s{0,4}度?\s{0,2}[)）〕】\]]?(?!\s{0,2}[0-9０-９一二三四五六七八九十]{1,5}\s{0,2}[月号])`,
  'g',
)
const topicPattern = /(?:政\s*[府务]\s*)?信\s*息\s*公\s*开|政\s*务\s*公\s*开/g

/** What stands in front of a title that is passed on or listed: `【年报】`, `转发：`. */
const tag = /^\s*(?:[【[［〔][^】\]］〕]{0,14}[】\]］〕]|(?:转发|转载|公示|公告|通知|通告|年报)\s*[:：]|(?:转发|转载)(?=\S))\s*/
/** `…局关于印发《…`: who announces the report, and that it is announced. */
const announced = /^(.{0,40}?)关\s*于\s*(?:发布|公布|印发|公开|公示|报送|上报|呈报|转发|下发|提交)\s*[《〈“"]?/
const fileEnding = /\s*\.(?:docx?|wps|pdf|ofd|html?|txt|md|xlsx?)$/i
const announcementEnd = /[》〉”"]?\s*的\s*(?:公告|通知|通告|公示|函|说明)$/

interface Wrapped {
  /** The report's own title. */
  readonly title: string
  /** Who announces it, where the words say so. */
  readonly announcer: string
  readonly isWrapped: boolean
}

/** No title is longer; the rest of a longer text is not looked at. */
const longestTitle = 400

/** Parts a report's title from the words of an announcement, a list or a file name around it. */
function unwrap(text: string): Wrapped {
  let title = text.slice(0, longestTitle).trim()
  for (let tags = 0; tags < 3 && tag.test(title); tags++) title = title.replace(tag, '')
  title = title.replace(fileEnding, '').replace(announcementEnd, '')
  const head = announced.exec(title)
  if (head) title = title.slice(head[0].length)
  title = title.replace(/^[《〈“"]|[》〉”"]$/g, '').trim()
  return { title, announcer: head?.[1]?.trim() ?? '', isWrapped: title !== text.trim() }
}

/** A line that reads as the end of a title: `…2024年政府信息公开工作年度报告`. */
function endsTitle(text: string): boolean {
  if (text.length > 90 || !/[报告]/.test(text)) return false
  const { title } = unwrap(text)
  return titleEnd.test(title) && !noTitle.test(title)
}
const isShort = (text: string): boolean => text.length <= 44 && !/[。；;:：，,]$/.test(text) && !noTitle.test(unwrap(text).title)
const namesReport = (text: string): boolean => titleWords.test(text.slice(0, longestTitle).replace(/\s/g, ''))
/** Names of a site's columns, which stand above a title and are no part of it. */
const column = /^(?:(?:法定)?主动公开(?:内容)?|(?:政府|政务)?信息公开(?:专栏|栏目|目录)?|政务公开|年报|正文|\d{4}[-./]\d.*|.*网站?)$/

export interface Title {
  readonly text: string
  readonly first: number
  readonly last: number
  readonly at: Line['at']
}

/** Every title among the rows, the fullest first: with body and year, and before the announcement of one. */
export function findTitles(rows: readonly Row[], from: number, to: number): Title[] {
  const ranked = titlesIn(rows, from, to).map((title) => ({ title, rank: rankOf(title.text) }))
  const best = Math.max(...ranked.map(({ rank }) => rank), 0)
  return ranked
    .filter(({ rank }) => rank > 0 || best <= 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ title }) => title)
}

const rankOf = (text: string): number =>
  Number(yearIn(text) !== null) * 2 + Number(bodyIn(text) !== null) * 2 - Number(unwrap(text).isWrapped)

/** Every title among the rows in the order of the source: one line, or up to six short ones joined, a year in brackets below included. */
export function titlesIn(rows: readonly Row[], from: number, to: number): Title[] {
  const titles: Title[] = []
  let free = from
  for (let index = from; index < to; index++) {
    const row = rows[index]!
    if (row.text.length > 200 || !/报\s*告|年\s*报/.test(row.text)) continue
    const text = textOf(row)
    if (text.length < 2 || !endsTitle(text)) continue
    let joined = text
    let first = index
    let lines = 1
    for (let above = index - 1; above >= free && lines < 6 && needsMore(joined); above--) {
      if (index - above > 12 || rows[above]!.text.length > 200) break
      const other = textOf(rows[above]!)
      if (other === '') continue
      if (!isShort(other) || endsTitle(other) || rows[above]!.table !== -1) break
      // A running head may break a table: its figures are no part of a title.
      if (rows[above]!.tokens.some((token) => token.kind === 'number')) break
      if (namesReport(joined) && column.test(other)) break
      joined = other + joined
      first = above
      lines++
    }
    if (!namesReport(joined)) continue
    let last = index
    for (let below = index + 1; below < Math.min(to, index + 4) && yearIn(joined) === null; below++) {
      if (rows[below]!.text.length > 200) break
      const other = textOf(rows[below]!)
      if (other === '') continue
      if (!yearBelow.test(other)) break
      joined += other
      last = below
    }
    titles.push({ text: joined, first, last, at: rows[first]!.at })
    free = last + 1
    index = last
  }
  return titles
}

/** `（2024年）` or `2024年度` on a line of its own. */
const yearBelow = new RegExp(String.raw`^(?:[（(]\s*${yearFigures}\s*年?\s*度?\s*[)）]|${yearFigures}\s*年\s*度?)$`)

/** The words lack the report's subject or a body's name. */
const needsMore = (text: string): boolean => !namesReport(text) || bodyIn(text) === null

const textOf = (row: Row): string => {
  const words = row.tokens.filter((token) => token.text !== '')
  return (row.by === 'line' || row.by === 'spaces' ? row.text : words.length === 1 ? words[0]!.text : '').replace(
    /^[\s#*_>|]+|[\s*_|]+$/g,
    '',
  )
}

/** The year a title names, in Arabic, wide or Chinese figures. */
export const yearIn = (title: string): number | null => yearOf(title)?.year ?? null

/** The body's name in a title: what stands before the year or before 政府信息公开, else between the two, else who announces the report. */
export function bodyIn(title: string): string | null {
  const wrapped = unwrap(title)
  return nameIn(wrapped.title) ?? cleaned(wrapped.announcer)
}

function nameIn(title: string): string | null {
  const year = yearOf(title)
  const topic = topicOf(title)
  if (topic === null) return year === null ? null : cleaned(title.slice(0, year.start))
  if (year === null || year.start >= topic.end) return cleaned(title.slice(0, topic.start))
  const before = cleaned(title.slice(0, year.start))
  const between = cleaned(title.slice(year.end, topic.start))
  return before !== null && between !== null && !bodyEnd.test(before) && bodyEnd.test(between) ? between : (before ?? between)
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Where the year of a title stands: the year nearest to 政府信息公开, one written with 年 before one without. Days and document numbers are none. */
function yearOf(title: string): (Span & { readonly year: number }) | null {
  const topic = topicOf(title)
  let found: (Span & { readonly year: number }) | null = null
  let least = Number.POSITIVE_INFINITY
  for (const match of title.slice(0, longestTitle).matchAll(yearPattern)) {
    const start = match.index
    const end = start + match[0].length
    const gap = topic === null ? 0 : end <= topic.start ? topic.start - end : Math.max(0, start - topic.end)
    const far = gap + (match[2] === undefined ? 1000 : 0)
    if (far >= least) continue
    least = far
    found = { start, end, year: figuresOf(match[1]!) }
  }
  return found
}

/** Where 政府信息公开 stands: the last time, for an office may be named after it. The 政府 of 人民政府 belongs to the name. */
function topicOf(title: string): Span | null {
  let found: Span | null = null
  for (const match of title.slice(0, longestTitle).matchAll(topicPattern)) {
    const word = /^政\s*府\s*/.exec(match[0])
    const ofName = word !== null && /人\s*民\s*$/.test(title.slice(Math.max(0, match.index - 6), match.index))
    found = { start: match.index + (ofName ? word[0].trimEnd().length : 0), end: match.index + match[0].length }
  }
  return found
}

/** A name without other years, opening brackets and joining words around it; null where nothing is left that names a body. */
function cleaned(text: string): string | null {
  const name = text
    .replace(leadingYear, '')
    .replace(/^[\s《〈“"、，,:：]+/, '')
    .replace(/[\s（(【〔[《〈“":：、，,—–-]+$/, '')
    .replace(/(?:关\s*于|本?年\s*度|的)?$/, '')
    .trim()
  return /\p{Script=Han}/u.test(name) && !/^(?:本?年度?|本|关于|工作|我[局镇乡委办])$/.test(name) ? name : null
}
const leadingYear = new RegExp(String.raw`^\s*[（(〔【[]?${yearFigures}\s{0,4}年\s{0,4}度?[)）〕】\]]?`)

const plainFigures = '0123456789'
const wideFigures = '０１２３４５６７８９'
const chineseFigures = '〇一二三四五六七八九'
/** The number that figures of any kind make, one after another. */
function figuresOf(figures: string): number {
  let value = 0
  for (const letter of figures.replace(/\s/g, '')) {
    const found = [plainFigures, wideFigures, chineseFigures].map((kind) => kind.indexOf(letter)).find((digit) => digit >= 0)
    value = value * 10 + (found ?? 0)
  }
  return value
}

const dayAtEnd = new RegExp(
  String.raw`(?<![0-9０-９])(${yearFigures})\s{0,4}年\s{0,4}([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s{0,4}月\s{0,4}([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s{0,4}日$`,
)
const isoDayAtEnd = /(?<![0-9])((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})$/
const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function numberOf(text: string): number {
  if (/^[0-9０-９]/.test(text)) return figuresOf(text)
  if (!text.includes('十')) return chineseFigures.indexOf(text)
  const [tens, ones] = text.split('十') as [string, string]
  return (tens === '' ? 1 : chineseFigures.indexOf(tens)) * 10 + (ones === '' ? 0 : chineseFigures.indexOf(ones))
}

/** The day a line ends with, as `YYYY-MM-DD`, and what stands before it; null where it ends otherwise. */
function dayIn(line: string): { readonly date: string; readonly before: string } | null {
  if (line.length > 120) return null
  const match = dayAtEnd.exec(line) ?? isoDayAtEnd.exec(line)
  return match && { date: iso(figuresOf(match[1]!), numberOf(match[2]!), numberOf(match[3]!)), before: line.slice(0, match.index).trim() }
}

export interface Signature {
  readonly name: string | null
  readonly date: string | null
  readonly at: Line['at']
  readonly first: number
  readonly last: number
}

/** The closing date among the last rows, and the name above it or before it on its line. A name below the date is none of it. */
export function findSignature(rows: readonly Row[], from: number, to: number): Signature | null {
  let seen = 0
  for (let index = to - 1; index >= from && seen < 14; index--) {
    const text = wordsOf(rows[index]!)
    if (text === '') continue
    seen++
    const day = dayIn(text)
    if (day === null) continue
    if (day.before !== '') {
      const name = signerIn(day.before)
      if (name === null) continue
      return { name, date: day.date, at: rows[index]!.at, first: index, last: index }
    }
    let above = index - 1
    while (above >= from && wordsOf(rows[above]!) === '') above--
    const name = above >= from ? signerIn(wordsOf(rows[above]!)) : null
    return name === null
      ? { name, date: day.date, at: rows[index]!.at, first: index, last: index }
      : { name, date: day.date, at: rows[above]!.at, first: above, last: index }
  }
  return null
}

const wordsOf = (row: Row): string => row.text.replace(/[|\t]/g, ' ').trim()

/** How names of bodies end; a second name or a place in brackets may follow. */
const bodyEnd = /(?:[府局委办会院站所厅室处队心司社团部组校行关馆庭署厂场园]|[师区]|中学|小学|大学)(?:[（(][^（()）]{1,20}[)）])?$/
const seal = /\s*[（(]\s*(?:盖|公|印|签)?\s*章\s*[)）]\s*/g

/** The name a line of the signature prints, the mark for the seal left out; null where the line is no name. */
function signerIn(line: string): string | null {
  if (line.length > 120) return null
  const name = line.replace(seal, '').trim()
  if (name.length < 2 || name.length > 40 || /[。；：:，,、！？]/.test(name)) return null
  // A number in front is an item's, and a sentence about a year is no name.
  if (/^[（(]?[\d一二三四五六七八九十]{1,3}[.．)）]/.test(name) || yearOf(name) !== null) return null
  return bodyEnd.test(name) ? name : null
}

/** Name–value pairs printed around the report: 索引号, 文号, 发布机构 … One a line, or several cells in a row. */
export function findMetadata(
  rows: readonly Row[],
  from: number,
  to: number,
): { readonly items: Metadata[]; readonly rows: ReadonlySet<number> } {
  const items: Metadata[] = []
  const used = new Set<number>()
  for (let index = from; index < to; index++) {
    const row = rows[index]!
    if (row.text.length > 300) continue
    if (row.by === 'line' || row.by === 'spaces') {
      const match = /^\s*[[【]?\s*([^\s:：\]】]{2,6}|[标名文来]\s+[题称号源])\s*[\]】]?\s*[:：]\s*(.*?)\s*$/.exec(row.text)
      if (match && metadataNames.test(match[1]!)) {
        items.push({ name: match[1]!.replace(/\s/g, ''), value: match[2]!, at: row.at })
        used.add(index)
      }
      continue
    }
    const words = row.tokens.filter((token) => token.text !== '')
    for (let i = 0; i < words.length; i++) {
      const name = words[i]!.text.replace(/[:：\s]+$/, '').replace(/^[[【]|[\]】]$/g, '')
      if (!metadataNames.test(name)) continue
      used.add(index)
      const next = words[i + 1]
      const value = next && !metadataNames.test(next.text.replace(/[:：\s]+$/, '')) ? next.text : ''
      items.push({ name: name.replace(/\s/g, ''), value, at: words[i]!.at })
      if (value !== '') i++
    }
  }
  return { items, rows: used }
}

/** The statistic period (统计期限): the first range of two days whose sentence speaks of data or a period, else the first range of a year. */
export function findPeriod(lines: readonly Line[]): Printed['period'] {
  const range =
    /((?:19|20)\d{2})\s{0,4}年\s{0,4}(\d{1,2})\s{0,4}月\s{0,4}(\d{1,2})\s{0,4}日?\s{0,4}(?:起|开始)?\s{0,4}[,，]?\s{0,4}(?:至|到|—|－|-|–|~|～){1,2}\s{0,4}(?:((?:19|20)\d{2})\s{0,4}年)?\s{0,4}(\d{1,2})\s{0,4}月\s{0,4}(\d{1,2})\s{0,4}日?/g
  for (const line of lines) {
    if (!/\d/.test(line.text)) continue
    for (const match of line.text.normalize('NFKC').matchAll(range)) {
      const before = line.text.slice(0, match.index)
      if (!/统计|期限|时限|时间|数据|期间|截至|自\s*$/.test(before.slice(-30))) continue
      const from = iso(Number(match[1]), Number(match[2]), Number(match[3]))
      const to = iso(Number(match[4] ?? match[1]), Number(match[5]), Number(match[6]))
      return { from, to, text: match[0], at: { ...line.at, column: (line.at.column ?? 1) + match.index } }
    }
  }
  return null
}

/** The metadata's title: 标题 or 名称. */
export function metadataTitle(metadata: readonly Metadata[]): string | null {
  const found = metadata.find((item) => /^(?:标题|名称|信息名称)$/.test(item.name) && namesReport(item.value))
  return found?.value ?? null
}

export const publisher = (metadata: readonly Metadata[]): string | null =>
  metadata.find((item) => /^(?:发布机构|公开机构|公开主体|发布单位|发文机[关构])$/.test(item.name) && item.value !== '')?.value ?? null

export const isWebsiteReport = (grid: Grid, title: string | null): boolean =>
  /政府网站(?:工作)?年度(?:工作)?报表/.test(title ?? '') ||
  (title === null &&
    grid.blocks
      .slice(0, 60)
      .some((block) =>
        /政府网站(?:工作)?年度(?:工作)?报表/.test(
          block.kind === 'line' ? block.text : block.rows.map((row) => row.map((cell) => cell.text).join('')).join(''),
        ),
      ))
