import type { Line, Printed } from '#report'
import type { Grid } from './grid.ts'
import type { Row } from './rows.ts'

type Metadata = Printed['metadata'][number]

const titleWords = /(?:信息|政务)公开.{0,14}(?:报告|年报)|(?:信息|政务)公开工作\s*年度/
const titleEnd = /(?:报告|年报)(?:[（(][^（()）]{0,20}[)）])?$/
const noTitle = /[。；;>》]|[:：].|目录|本报告|现将|如下|附件|上一篇|下一篇|当前位置|您的位置|欢迎/
const metadataNames =
  /^(?:标\s*题|名\s*称|信息名称|索\s*引\s*号|文\s*号|发文字号|发布机构|发文机[关构]|公开机构|公开主体|发布单位|信息来源|来\s*源|发[布文]日期|发布时间|发文时间|成文日期|生成日期|公开日期|主题分类|主题词|有效性|时效性|关\s*键\s*词|信息分类|公开方式|公开范围|体裁分类)$/

/** A line that reads as the end of a title: `…2024年政府信息公开工作年度报告`. */
export const endsTitle = (text: string): boolean => text.length <= 90 && titleEnd.test(text) && !noTitle.test(text)
const isShort = (text: string): boolean => text.length <= 44 && !/[。；;:：，,]$/.test(text) && !noTitle.test(text)
const namesReport = (text: string): boolean => titleWords.test(text.replace(/\s/g, ''))

export interface Title {
  readonly text: string
  readonly first: number
  readonly last: number
  readonly at: Line['at']
}

/** Every title among the rows: one line, or up to four short ones joined. */
export function findTitles(rows: readonly Row[], from: number, to: number): Title[] {
  const titles: Title[] = []
  for (let index = from; index < to; index++) {
    const text = textOf(rows[index]!)
    if (text.length < 2 || !endsTitle(text)) continue
    let joined = text
    let first = index
    let lines = 1
    for (let above = index - 1; above >= from && lines < 4 && needsMore(joined); above--) {
      const other = textOf(rows[above]!)
      if (other === '') continue
      if (index - above > 8 || !isShort(other) || endsTitle(other) || rows[above]!.table !== -1) break
      joined = other + joined
      first = above
      lines++
    }
    if (!namesReport(joined)) continue
    titles.push({ text: joined, first, last: index, at: rows[first]!.at })
  }
  return titles
}

/** The words lack the report's subject or a body's name in front of the year. */
const needsMore = (text: string): boolean =>
  !namesReport(text) ||
  /^(?:关于)?\s*(?:[12]\d{3}|[一二]〇?[〇○零一二三四五六七八九]{2,3})?\s*年?度?\s*(?:政府)?(?:信息|政务)公开/.test(text.replace(/\s/g, ''))

const textOf = (row: Row): string => {
  const words = row.tokens.filter((token) => token.text !== '')
  return (row.by === 'line' || row.by === 'spaces' ? row.text : words.length === 1 ? words[0]!.text : '').replace(
    /^[\s#*_>|]+|[\s*_|]+$/g,
    '',
  )
}

/** The year a title or sentence names, in Arabic or Chinese figures. */
export function yearIn(text: string): number | null {
  const match = /((?:19|20)\d{2})\s*年/.exec(text.normalize('NFKC')) ?? /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(text.normalize('NFKC'))
  if (match) return Number(match[1])
  const chinese = /二[〇○零Ｏ0]([〇○零一二三四五六七八九]{2})年/.exec(text)
  return chinese
    ? 2000 + Number([...chinese[1]!].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇')))).join(''))
    : null
}

/** The body's name in a title: what stands before the year or before 政府信息公开, else between the two. */
export function bodyIn(title: string): string | null {
  const bare = title.replace(/^关于/, '').trim()
  const year = /\s*(?:[12]\s*\d\s*\d\s*\d|二[〇○零][〇○零一二三四五六七八九]{2})\s*年?\s*度?/.exec(bare)
  const topic = /(?:政府|政务)?\s*信息公开|政务公开/.exec(bare)
  const cleaned = (text: string): string | null =>
    text
      .replace(/(?:关于)?\s*$/, '')
      .replace(/^[\s《“"]+/, '')
      .trim() || null
  if (year && year.index > 0) return cleaned(bare.slice(0, year.index))
  if (year && topic && topic.index > year.index + year[0].length) return cleaned(bare.slice(year.index + year[0].length, topic.index))
  if (!year && topic && topic.index > 0) return cleaned(bare.slice(0, topic.index))
  return null
}

const dayIn = /^[\s\u3000]*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日[\s\u3000]*$/
const chineseDay =
  /^[\s\u3000]*(二[〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日[\s\u3000]*$/
const isoDay = /^[\s\u3000]*((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})[\s\u3000]*$/
const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function chineseNumber(text: string): number {
  const digits = '〇一二三四五六七八九'
  if (!text.includes('十')) return digits.indexOf(text)
  const [tens, ones] = text.split('十') as [string, string]
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}

/** The day a whole line prints, as `YYYY-MM-DD`; null where it prints anything else. */
export function dayOf(text: string): string | null {
  const match = dayIn.exec(text) ?? isoDay.exec(text)
  if (match) return iso(Number(match[1]), Number(match[2]), Number(match[3]))
  const chinese = chineseDay.exec(text)
  return chinese ? iso(yearIn(text) ?? 0, chineseNumber(chinese[2]!), chineseNumber(chinese[3]!)) : null
}

export interface Signature {
  readonly name: string | null
  readonly date: string | null
  readonly at: Line['at']
  readonly first: number
  readonly last: number
}

/** The closing date among the last rows, and the name above it. */
export function findSignature(rows: readonly Row[], from: number, to: number): Signature | null {
  let seen = 0
  for (let index = to - 1; index >= from && seen < 14; index--) {
    const text = rows[index]!.text.replace(/[|\t]/g, ' ')
    if (text.trim() === '') continue
    seen++
    const date = dayOf(text)
    if (date === null) continue
    for (let above = index - 1, lines = 0; above >= from && lines < 2; above--) {
      const name = rows[above]!.text.replace(/[|\t]/g, ' ').trim()
      if (name === '') continue
      lines++
      if (name.length <= 40 && !/[。；：:，,、（）()0-9]/.test(name) && /[府局委办会院站所厅室处队心司社团部组校行关]$|管委会$/.test(name))
        return { name, date, at: rows[above]!.at, first: above, last: index }
      break
    }
    return { name: null, date, at: rows[index]!.at, first: index, last: index }
  }
  return null
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
    /((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?\s*(?:起|开始)?\s*[,，]?\s*(?:至|到|—|－|-|–|~|～){1,2}\s*(?:((?:19|20)\d{2})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/g
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
