import type { Quantity } from './quantities.ts'
import type { Passage, Span } from './text.ts'

/** “N个” and the names listed for it. */
export interface Listing {
  readonly passage: Passage
  readonly quantity: Quantity
  /** How many are listed, at least and at most: 和 may part two names or stand within one. */
  readonly least: number
  readonly most: number
  /** 等: the list need not be whole. */
  readonly partial: boolean
  readonly kind: 'names' | 'marks' | 'items'
  /** The list itself. */
  readonly span: Span
}

const nameUnits = new Set(['个', '项', '部', '份', '件', '篇', '类', '大类', '期'])
const itemUnits = new Set(['个', '项', '大类', '类', '部分', '方面', '家'])
const markUnits = new Set(['个', '项', '方面', '点', '条', '类', '大类', '部分', '件'])

/** Every number of a text that stands beside the list of what it counts. */
export function listingsOf(passages: readonly Passage[]): readonly Listing[] {
  const listings: Listing[] = []
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!
    for (const quantity of passage.quantities) {
      if (quantity.kind !== 'count' || !quantity.exact || quantity.value < 2 || quantity.value > 40) continue
      const found =
        (nameUnits.has(quantity.unit) && (namesBefore(passage, quantity) ?? namesAfter(passage, quantity))) ||
        (markUnits.has(quantity.unit) && marksAfter(passages, i, quantity)) ||
        (itemUnits.has(quantity.unit) && itemsBefore(passage, quantity))
      if (found) listings.push(found)
    }
  }
  return listings
}

const between = /^[ 、，；和及与]*(?:以及)?[ ]*$/
const closing: Readonly<Record<string, string>> = { '》': '《', '”': '“' }

/** 《甲》《乙》等8个专栏 */
function namesBefore(passage: Passage, quantity: Quantity): Listing | null {
  const { plain } = passage
  let at = quantity.start
  const lead = /[》”][ ]*(等)?(?:，?[ ]*(?:共|共计|一共|这))?[ ]*$/.exec(plain.slice(Math.max(0, at - 8), at))
  if (lead === null) return null
  at -= lead[0].length - 1
  let count = 0
  let start = at
  while (at > 0) {
    const open = closing[plain[at - 1]!]
    if (open === undefined) break
    const from = openOf(plain, at - 1, open)
    if (from < 0) break
    count++
    start = from
    let gap = from
    while (gap > 0 && ' 、，；和及与以'.includes(plain[gap - 1]!)) gap--
    if (!between.test(plain.slice(gap, from))) break
    at = gap
  }
  return count < 2
    ? null
    : { passage, quantity, least: count, most: count, partial: lead[1] !== undefined, kind: 'names', span: { start, end: quantity.end } }
}

/** 8个专栏：《甲》《乙》 */
function namesAfter(passage: Passage, quantity: Quantity): Listing | null {
  const { plain } = passage
  const lead = /^[^，。；：《“（]{0,14}[，：]?[ ]*(?:分别(?:是|为)|包括|即|为)?[ ]*[：]?(?=[《“])/.exec(
    plain.slice(quantity.end, quantity.end + 24),
  )
  if (lead === null || !/[：]|分别|包括|即|为$/.test(lead[0])) return null
  const start = quantity.end + lead[0].length
  let at = start
  let count = 0
  while (plain[at] === '《' || plain[at] === '“') {
    const to = closeOf(plain, at)
    if (to < 0) break
    count++
    at = to + 1
    const gap = /^[ 、，；和及与]*(?:以及)?[ ]*(?=[《“])/.exec(plain.slice(at, at + 8))
    if (gap === null) break
    at += gap[0].length
  }
  if (count < 2) return null
  const partial = /^[ ]*等/.test(plain.slice(at, at + 3))
  return { passage, quantity, least: count, most: count, partial, kind: 'names', span: { start, end: at } }
}

function openOf(plain: string, close: number, open: string): number {
  const shut = plain[close]!
  let depth = 0
  for (let at = close; at >= 0 && close - at < 120; at--) {
    if (plain[at] === shut) depth++
    else if (plain[at] === open && --depth === 0) return at
  }
  return -1
}

function closeOf(plain: string, open: number): number {
  const shut = plain[open] === '《' ? '》' : '”'
  let depth = 0
  for (let at = open; at < plain.length && at - open < 120; at++) {
    if (plain[at] === plain[open]) depth++
    else if (plain[at] === shut && --depth === 0) return at
  }
  return -1
}

/** How entries of a list are marked; the first group of each is the ordinal. */
const styles: readonly RegExp[] = [
  /(?:^|[。；：，、 ])(?:其)?([一二三四五六七八九十]{1,3})(?:是|要)/g,
  /(?:^|[。；：， ])(\d{1,2})[.、．](?!\d)/g,
  /（([一二三四五六七八九十]{1,3}|\d{1,2})）/g,
  /(?:^|[。；：， ])第([一二三四五六七八九十]{1,3})[，、：]/g,
  /([①②③④⑤⑥⑦⑧⑨⑩])/g,
]
const announces = /以下|下列|如下|主要(?:有|是|体现|表现|存在|包括|集中)|存在|采取|从|分(?:为)?|做好|抓好|重点|有待|着力/

/** 主要有以下3个问题：一是……二是…… */
function marksAfter(passages: readonly Passage[], index: number, quantity: Quantity): Listing | null {
  const passage = passages[index]!
  const { plain } = passage
  if (!announces.test(plain.slice(Math.max(0, quantity.start - 16), quantity.start))) return null
  const lead = /^[^，。；：]{0,16}(?:入手|着手)?(?:[：。；]|，(?=一是)|$)/.exec(plain.slice(quantity.end))
  if (lead === null) return null
  const from = quantity.end + lead[0].length
  const rest = plain.slice(Math.max(0, from - 1))
  // A list in the same line, else one on the lines that follow.
  for (const style of styles) {
    const inLine = ordinals(rest, style)
    if (inLine.first > 3) continue
    let count = inLine.count
    if (count === 0 && rest.length > 1) continue
    const sameStyle = new RegExp(style.source)
    for (let next = index + 1; next < passages.length && passages[next]!.chapter === passage.chapter; next++) {
      const line = passages[next]!.plain.trimStart()
      const mark = sameStyle.exec(line)
      if (mark === null || mark.index > 0 || ordinal(mark[1]!) !== count + 1) break
      count += ordinals(line, style, count).count
    }
    if (count >= 2)
      return {
        passage,
        quantity,
        least: count,
        most: count,
        partial: false,
        kind: 'marks',
        span: { start: quantity.start, end: quantity.end },
      }
  }
  return null
}

/** How many marks follow one another in a line, counting on from `after`; where the first stands. */
function ordinals(line: string, style: RegExp, after = 0): { count: number; first: number } {
  let count = 0
  let first = Number.POSITIVE_INFINITY
  for (const match of line.matchAll(style)) {
    if (ordinal(match[1]!) !== after + count + 1) break
    if (count === 0) first = match.index
    count++
  }
  return { count, first: count === 0 ? 0 : first }
}

const numerals = '一二三四五六七八九十'

function ordinal(mark: string): number {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(mark)
  if (circled >= 0) return circled + 1
  if (/^\d+$/.test(mark)) return Number(mark)
  if (mark.length === 1) return numerals.indexOf(mark) + 1
  const [tens, ones] = mark.split('十') as [string, string | undefined]
  return (tens === '' ? 1 : numerals.indexOf(tens) + 1) * 10 + (ones === undefined || ones === '' ? 0 : numerals.indexOf(ones) + 1)
}

const listed =
  /^[ ]*(?:[主重]?[要点])?(?:部分|方面|平台|栏目|专栏|专题|板块|领域|渠道|类别|环节|账号|专区|村|社区|站所|科室|系统|内容|事项|阵地|载体)/
/** What a list follows. Without one of these nobody can tell where it begins. */
const opens =
  /(?:内容)?包括|包含|涵盖|涉及|分为|分别(?:是|为)|开设(?:了|有)?|设(?:有|置|立)(?:了)?|开通(?:了)?|打造(?:了)?|依托|利用|运用|通过|建(?:有|立|成)(?:了)?|形成(?:了)?/g

/** 包括甲、乙、丙三部分 */
function itemsBefore(passage: Passage, quantity: Quantity): Listing | null {
  const { plain, masked } = passage
  const tail = plain.slice(quantity.end, quantity.end + 8)
  if (!listed.test(tail) && !['部分', '方面', '大类'].includes(quantity.unit)) return null
  let start = quantity.start
  while (start > 0 && !'。；：，'.includes(plain[start - 1]!)) start--
  let from = -1
  for (const match of masked.slice(start, quantity.start).matchAll(opens)) if (from < 0) from = start + match.index + match[0].length
  if (from < 0) return null
  const words = plain.slice(from, quantity.start)
  const partial = /等[ ]*(?:共)?[ ]*$/.test(words)
  // The heading of chapter four has a 、 of its own.
  const list = words.replace(/等?[ ]*(?:共)?[ ]*$/, '').replaceAll('行政复议、行政诉讼', '行政复议行政诉讼')
  if (/[（《“\d]/.test(list)) return null
  const items = list.split('、')
  if (items.length < 3 || items.some((item) => item.length === 0 || item.length > 22)) return null
  const joined = (list.match(/以及|[和及与]/g) ?? []).length
  return {
    passage,
    quantity,
    least: items.length,
    most: items.length + joined,
    partial,
    kind: 'items',
    span: { start: from, end: quantity.start },
  }
}
