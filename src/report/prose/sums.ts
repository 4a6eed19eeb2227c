import { inBaseUnit, type Quantity } from './quantities.ts'
import { type Passage, type Span, sentenceAt } from './text.ts'

/** How the prose says that some quantities are the parts of another. */
export type Form =
  | 'among' // N 条。其中，A x 条，B y 条
  | 'list' // N 条：A x 条，B y 条; 包括, 分别为
  | 'bracket' // N 件（A x 件、B y 件）
  | 'total' // A x 条、B y 条，合计 N 条
  | 'beside' // 共 N 条，A x 条，B y 条: nothing says that these are its parts

/** A whole and what is named as its parts, in one passage or in one and the next. */
export interface Statement {
  readonly form: Form
  readonly passage: Passage
  readonly whole: Quantity
  readonly parts: readonly Quantity[]
  /** The passage of the parts, where it is not that of the whole. */
  readonly partsIn: Passage
  /** The list itself says that it names only some: 等, 主要, 重点. */
  readonly partial: boolean
  /** Every part has the unit of the whole. */
  readonly sameUnit: boolean
}

/** What the parts come to beside their whole. */
export interface Outcome {
  readonly sum: number
  /** `exceeds` and `short` only where no reading of the list adds up. */
  readonly state: 'adds-up' | 'exceeds' | 'short'
  /** Sum less whole, in the unit of the whole. */
  readonly gap: number
}

/** Units that count published items alike: a list may mix them. */
const items = new Set(['条', '件', '篇', '份', '个', '则', '条次', '篇次', '项', '期'])
const compatible = (a: string, b: string) =>
  a === b || (items.has(a) && items.has(b)) || (a.endsWith('元') && b.endsWith('元')) || (a.startsWith('人') && b.startsWith('人'))

const counted = (quantity: Quantity) => quantity.kind === 'count' || quantity.kind === 'money'

/** More quantities than this in one line are a table that lost its walls, no sentence. */
const most = 200

/** Every part–whole statement of a text, in its order. `previous` is the line before in the same chapter: a list may begin with 其中 on a line of its own. */
export function statementsOf(passages: readonly Passage[]): readonly Statement[] {
  const statements: Statement[] = []
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!
    const before = passages[i - 1]
    if (passage.quantities.length === 0 || passage.quantities.length > most) continue
    const previous = before !== undefined && before.chapter === passage.chapter ? before : null
    readBrackets(passage, statements)
    readLists(passage, previous, statements)
    readLines(passages, i, statements)
    readTotals(passage, statements)
  }
  return statements
}

/** Sums the parts; takes every reading of the list that is plain to a reader, and calls it wrong only where none adds up. */
export function outcomeOf(statement: Statement): Outcome {
  const { whole } = statement
  const unit = whole.unit
  const wholeIn = rangeOf(whole)
  const parts = statement.parts.map(rangeOf)
  const all = added(parts)
  const factor = inBaseUnit(1, unit)
  const sum = rounded(added(statement.parts.map((part) => ({ low: inBaseUnit(part.value, part.unit), high: 0 }))).low / factor)
  const gap = rounded(sum - whole.value)
  const fits = (some: readonly Range[]) => {
    const { low, high } = added(some)
    return low <= wholeIn.high && high >= wholeIn.low
  }
  if (fits(parts) || readings(statement, parts, wholeIn).some(fits)) return { sum, gap, state: 'adds-up' }
  if (all.high < wholeIn.low) return { sum, gap, state: 'short' }
  const groups = byDimension(statement.parts)
  // Applicants, channels and outcomes each count the same cases once more.
  const repeated = groups.length > 1 && groups.every((group) => added(group.map(rangeOf)).low <= wholeIn.high)
  return { sum, gap, state: repeated ? 'adds-up' : 'exceeds' }
}

const rangeOf = ({ low, high, unit }: Quantity): Range => ({ low: inBaseUnit(low, unit), high: inBaseUnit(high, unit) })

interface Range {
  readonly low: number
  readonly high: number
}

function added(ranges: readonly Range[]): Range {
  let low = 0
  let high = 0
  for (const range of ranges) {
    low += range.low
    high += range.high
  }
  return { low: rounded(low), high: rounded(high) }
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

/**
 * Other ways to read a list: it ends before its last entries, where what follows is set apart; a part is followed by its own parts.
 * At most two readings a part, so that a long list stays cheap.
 */
function readings(statement: Statement, parts: readonly Range[], whole: Range): readonly (readonly Range[])[] {
  const found: (readonly Range[])[] = []
  let low = 0
  let high = 0
  for (let i = 0; i < parts.length - 1; i++) {
    low += parts[i]!.low
    high += parts[i]!.high
    if (
      (i > 0 || /以及|和|并/.test(statement.parts[1]!.before.slice(0, 3))) &&
      rounded(low) <= whole.high &&
      rounded(high) >= whole.low &&
      setApart(statement, i)
    )
      found.push(parts.slice(0, i + 1))
  }
  const collapsed: Range[] = []
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!
    collapsed.push(part)
    let sum = 0
    for (let j = i + 1; j < parts.length && sum < part.low; j++) {
      sum = rounded(sum + parts[j]!.low)
      if (sum === part.low && j > i + 1) i = j
    }
  }
  if (collapsed.length < parts.length) found.push(collapsed)
  return found
}

/** Whether what follows part `i` reads as something else: after another mark than the entries before, of another dimension, or with its own verb. */
function setApart({ parts, partsIn }: Statement, i: number): boolean {
  const next = parts[i + 1]!
  // A list of one entry ends only before a plain addition: 包括甲1条，以及乙2条.
  if (i === 0) return /^[ ]*(?:以及|和|并)/.test(next.before)
  const markBefore = (index: number) => partsIn.masked.slice(parts[index - 1]!.end, parts[index]!.start).match(/[，。；、]/)?.[0]
  const dimension = (part: Quantity) => dimensions.findIndex((pattern) => pattern.test(part.before + part.after))
  const verb = /发布|公开|公布|举办|开展|组织|制发|制作|受理|办理|通过|利用|召开/
  return (
    markBefore(i + 1) !== markBefore(i) ||
    dimension(next) !== dimension(parts[i]!) ||
    (verb.test(next.before) && !parts.slice(0, i + 1).some((part) => verb.test(part.before)))
  )
}

/** Ways to divide the same cases: by who asked, by how it came, by what became of it. */
const dimensions = [
  /自然人|法人|企业|个人|公民|组织|律师|科研|(?<!新)媒体/,
  /网络|网上|网站|平台|邮件|邮箱|信函|邮寄|当面|现场|传真|窗口|线上|线下|微信|微博|抖音|公众号|新媒体/,
  /予以公开|部分公开|不予|无法|其他处理|不存在|补正|告知|答复|办结|结转|已办|在办|同意/,
  /首次|重复|新增|新收|上年|去年/,
]

function byDimension(parts: readonly Quantity[]): readonly (readonly Quantity[])[] {
  const groups = new Map<number, Quantity[]>()
  for (const part of parts) {
    const words = part.before + part.after
    const dimension = dimensions.findIndex((pattern) => pattern.test(words))
    const group = groups.get(dimension)
    if (group === undefined) groups.set(dimension, [part])
    else group.push(part)
  }
  return [...groups.values()]
}

/** 等 at the end of a list, 主要 or 重点 before it. */
const some = /主要|重点|包括但不限于|部分为|不完全/
const etc = /^[^，。；]{0,6}等(?:[^级候待]|$)/

function partialAt(passage: Passage, from: number, last: Quantity): boolean {
  return some.test(passage.plain.slice(Math.max(0, from - 4), from + 12)) || etc.test(passage.plain.slice(last.end, last.end + 12))
}

/** 12件（网络8件、信函4件）: what stands in brackets after a quantity. */
function readBrackets(passage: Passage, into: Statement[]): void {
  const { masked, quantities } = passage
  for (let open = masked.indexOf('（'); open >= 0; open = masked.indexOf('（', open + 1)) {
    const close = masked.indexOf('）', open)
    if (close < 0) return
    const inside = quantities.filter((quantity) => quantity.start > open && quantity.end <= close && counted(quantity))
    if (inside.length === 0) continue
    let whole: Quantity | undefined
    for (const quantity of quantities) if (quantity.end <= open && counted(quantity)) whole = quantity
    if (whole === undefined || open - whole.end > 14 || /[，。；、：]/.test(masked.slice(whole.end, open))) continue
    const owner = whole
    const words = masked.slice(open + 1, close)
    const first = inside[0]!
    // A bracket of one entry says what it is of only with 其中.
    if (inside.length === 1 && !words.includes('其中')) continue
    if (!inside.every((part) => compatible(owner.unit, part.unit)) || /总|共|累计|上年|去年|同比/.test(words)) continue
    into.push({
      form: 'bracket',
      passage,
      partsIn: passage,
      whole,
      parts: inside,
      partial: partialAt(passage, first.start, inside.at(-1)!),
      sameUnit: inside.every((part) => part.unit === owner.unit),
    })
  }
}

/** What opens a list of parts. A colon counts only right behind its whole. */
const opener = /(?:其中|(?:主要)?包括|包含|分别(?:为|是)|分为|具体(?:为|是|如下|情况))[ ]*：?|：/g
/** What tells that a new statement begins, no part. */
const otherStatement = /^[ ]*(?:此外|另外|另有|另|同时|还|并(?!联)|全年|截至|累计|共计?|合计|总计|较|比|同比|与上年|与去年)/

function readLists(passage: Passage, previous: Passage | null, into: Statement[]): void {
  const { masked, quantities, sentences } = passage
  const marks: { start: number; end: number; word: string }[] = []
  opener.lastIndex = 0
  for (let match = opener.exec(masked); match !== null; match = opener.exec(masked))
    marks.push({
      start: match.index,
      end: match.index + match[0].length,
      word: match[0].length > 1 ? match[0].replace(/[ ：]+$/, '') : match[0],
    })
  if (marks.length === 0) {
    readBeside(passage, into)
    return
  }

  const flat = quantities.filter((quantity) => counted(quantity) && !inBracket(masked, quantity.start))
  let found = false
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!
    if (inBracket(masked, mark.start)) continue
    const sentence = sentenceAt(passage, mark.start)
    const opensSentence = /^[ □]*$/.test(masked.slice(sentence.start, mark.start))
    const ahead = flat.filter((quantity) => quantity.end <= mark.start)
    let following = flat.filter((quantity) => quantity.start >= mark.end && quantity.start < sentence.end)
    // 其中 of a nested list: its parts run to the next ； at most.
    const nextMark = marks.slice(i + 1).find((next) => next.start < sentence.end && next.word === '其中' && !inBracket(masked, next.start))
    const isNested = marks.slice(0, i).some((other) => other.start >= sentence.start && other.word !== '：')
    if (isNested) {
      const semicolon = masked.indexOf('；', mark.end)
      if (semicolon >= 0) following = following.filter((quantity) => quantity.start < semicolon)
    }
    if (following.length === 0) continue
    const unit = following[0]!.unit
    let wholeIn = passage
    let whole = nearest(ahead, unit, sentence.start, opensSentence ? previousSentence(sentences, sentence) : sentence)
    if (whole === null && opensSentence && previous !== null && ahead.length === 0 && mark.word === '其中') {
      wholeIn = previous
      const last = previous.sentences.at(-1)
      whole = last ? nearest(previous.quantities.filter(counted), unit, last.start, last) : null
    }
    if (whole === null) continue
    const gap = wholeIn === passage ? masked.slice(whole.end, mark.start) : ''
    if (mark.word !== '其中' && (gap.length > 10 || /[。；、]/.test(gap))) continue
    if (mark.word === '：' && following.length < 2) continue

    const parts = cutAtOtherStatement(following.filter((quantity) => compatible(quantity.unit, whole.unit)))
    if (parts.length === 0) continue
    const ownParts = nextMark === undefined ? parts : outerParts(parts, nextMark.start, masked, whole)
    found = true
    const last = ownParts.at(-1)!
    into.push({
      form: mark.word === '其中' ? 'among' : 'list',
      passage: wholeIn,
      partsIn: passage,
      whole,
      parts: ownParts,
      partial: partialAt(passage, mark.end, last),
      sameUnit: ownParts.every((part) => part.unit === whole.unit),
    })
  }
  if (!found) readBeside(passage, into)
}

const opensLines = /(?:其中|包括|如下|情况|具体为|分别为)?[ ]*：[ ]*$/
const entryMark = /^[ □]*(?:□|[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十]{1,2}）|[●•·◆▪-])/

/** 公开信息86条，其中： and the parts as marked entries on lines of their own, one number each. */
function readLines(passages: readonly Passage[], index: number, into: Statement[]): void {
  const passage = passages[index]!
  if (!opensLines.test(passage.masked)) return
  const last = passage.sentences.at(-1)
  const whole =
    last === undefined ? undefined : passage.quantities.filter((quantity) => counted(quantity) && quantity.start >= last.start).at(-1)
  if (whole === undefined || passage.masked.length - whole.end > 14) return
  const parts: Quantity[] = []
  let partsIn = passage
  for (let next = index + 1; next < passages.length; next++) {
    const entry = passages[next]!
    if (entry.chapter !== passage.chapter || !entryMark.test(entry.masked)) break
    const part = entry.quantities.find((quantity) => counted(quantity) && !inBracket(entry.masked, quantity.start))
    if (part === undefined || part.unit !== whole.unit) break
    if (parts.length === 0) partsIn = entry
    parts.push(part)
  }
  if (parts.length < 2) return
  into.push({
    form: 'list',
    passage,
    partsIn,
    whole,
    parts,
    partial: partialAt(passage, Math.max(0, whole.end), parts.at(-1)!),
    sameUnit: true,
  })
}

/** The parts of the outer list, where a nested 其中 stands in the middle: what comes after its ； and, if that adds up, any tail of it. */
function outerParts(parts: readonly Quantity[], nested: number, masked: string, whole: Quantity): readonly Quantity[] {
  const head = parts.filter((part) => part.end <= nested)
  const semicolon = masked.indexOf('；', nested)
  const rest = parts.filter((part) => part.start > nested)
  const afterSemicolon = semicolon < 0 ? [] : rest.filter((part) => part.start > semicolon)
  let sum = head.reduce((total, part) => total + part.value, 0)
  for (let i = rest.length - 1; i >= 0 && sum < whole.value; i--) {
    sum = rounded(sum + rest[i]!.value)
    if (sum === whole.value) return [...head, ...rest.slice(i)]
  }
  return head.length === 0 ? parts : [...head, ...afterSemicolon]
}

/** 办结9件 after 自然人8件: another act begins, where the list so far named none. */
const act = /^[ ]*(?:已|共|均|全部|按期|全年)*(?:办结|答复|收到|受理|举办|召开|开展|组织|制发|印发|编印|接待|结转)/

function cutAtOtherStatement(parts: readonly Quantity[]): readonly Quantity[] {
  const acts = act.test(parts[0]?.before ?? '')
  const at = parts.findIndex((part, index) => index > 0 && (otherStatement.test(part.before) || (!acts && act.test(part.before))))
  return at < 0 ? parts : parts.slice(0, at)
}

function nearest(quantities: readonly Quantity[], unit: string, before: number, span: Span): Quantity | null {
  for (let i = quantities.length - 1; i >= 0; i--) {
    const quantity = quantities[i]!
    if (quantity.start < span.start && quantity.start < before) return null
    if (quantity.start >= span.start && compatible(quantity.unit, unit)) return quantity
  }
  return null
}

function previousSentence(sentences: readonly Span[], sentence: Span): Span {
  const index = sentences.indexOf(sentence)
  return index > 0 ? sentences[index - 1]! : sentence
}

function inBracket(masked: string, offset: number): boolean {
  const open = masked.lastIndexOf('（', offset)
  return open >= 0 && masked.indexOf('）', open) >= offset
}

const totalWord = /(?:合计|共计|总计|总共)[^，。；、：]{0,8}$|(?:累计|共) *$/

/** A x 条、B y 条，合计 N 条. */
function readTotals(passage: Passage, into: Statement[]): void {
  const { masked, quantities } = passage
  for (let i = 2; i < quantities.length; i++) {
    const whole = quantities[i]!
    if (!counted(whole) || !totalWord.test(whole.before)) continue
    if (into.some((statement) => statement.passage === passage && statement.whole === whole)) continue
    const sentence = sentenceAt(passage, whole.start)
    const parts: Quantity[] = []
    for (let j = i - 1; j >= 0; j--) {
      const part = quantities[j]!
      if (part.start < sentence.start || part.unit !== whole.unit || !counted(part) || otherStatement.test(part.before)) break
      if (inBracket(masked, part.start)) break
      parts.unshift(part)
    }
    if (parts.length < 2) continue
    // Any tail of the list may be what is added up.
    let sum = 0
    let fits = false
    for (let j = parts.length - 1; j >= 0; j--) {
      sum = rounded(sum + parts[j]!.value)
      if (j < parts.length - 1 && sum === whole.value) fits = true
    }
    if (fits) continue
    into.push({ form: 'total', passage, partsIn: passage, whole, parts, partial: false, sameUnit: true })
  }
}

/** 共 N 条，A x 条，B y 条 without a word that says so: only a near miss is worth a question. */
function readBeside(passage: Passage, into: Statement[]): void {
  const { masked, quantities } = passage
  for (const sentence of passage.sentences) {
    const flat = quantities.filter(
      (quantity) =>
        counted(quantity) && quantity.start >= sentence.start && quantity.end <= sentence.end && !inBracket(masked, quantity.start),
    )
    const [whole, ...rest] = flat
    if (whole === undefined || rest.length < 2 || !/共|累计|合计|总/.test(whole.before)) continue
    const parts = cutAtOtherStatement(rest).filter((part) => part.unit === whole.unit)
    if (parts.length < 2 || parts.length < rest.length) continue
    const sum = parts.reduce((total, part) => total + part.value, 0)
    const gap = Math.abs(sum - whole.value)
    if (!whole.exact || whole.value < 20 || gap === 0 || gap > Math.max(2, whole.value / 100)) continue
    into.push({ form: 'beside', passage, partsIn: passage, whole, parts, partial: false, sameUnit: true })
  }
}
