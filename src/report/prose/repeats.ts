import type { Report } from '../model.ts'
import type { Passage, Span } from './text.ts'

/** Words that stand twice: `span` of `passage` again as before in `first`. */
export interface Repeat extends Span {
  readonly passage: Passage
  readonly first: { readonly passage: Passage } & Span
  /** Characters that repeat, without spaces and punctuation. */
  readonly length: number
}

/** Windows of this many characters are looked up; every run of at least twice that is found. */
const window = 13
/** A run counts as repeated from this many characters of the body's own words … */
const ownWords = 25
/** … or from this many in all, titles and name included, of which some stand outside titles. */
const inAll = 40
const outsideTitles = 15

/**
 * Every run of words that stands twice in a text, at its later place: found by rolling hash over the text without spaces and punctuation,
 * in one pass. Titles in 《》 and the body's own name do not count as words of its own.
 */
export function repeatsIn(passages: readonly Passage[], body: Report['body']): readonly Repeat[] {
  const text = gather(passages, body)
  const { codes, passage: home } = text
  const size = 1 << Math.max(4, Math.ceil(Math.log2(codes.length / window + 2)) + 1)
  const table = new Int32Array(size).fill(-1)
  const found: Repeat[] = []
  for (let from = 0; from < codes.length; ) {
    let to = from
    while (to < codes.length && home[to] === home[from]) to++
    let hash = 0
    let hashed = -1
    for (let i = from; i + window <= to; ) {
      hash = hashed === i - 1 && i > from ? roll(hash, codes[i - 1]!, codes[i + window - 1]!) : hashAt(codes, i)
      hashed = i
      const slot = (hash ^ (hash >>> 15)) & (size - 1)
      const earlier = table[slot]!
      if (earlier >= 0 && earlier + window <= i && sameFrom(codes, earlier, i)) {
        const run = grow(text, earlier, i, from, to)
        if (isRepeat(text, run)) record(text, passages, run, found)
        // What lies in the run has been seen; the next run may begin in its last window.
        i = Math.max(i + 1, run.end - window + 1)
        if (found.length >= most) return found
        continue
      }
      if (earlier < 0 && (i - from) % window === 0) table[slot] = i
      i++
    }
    from = to
  }
  return found
}

/** A report that repeats itself more often than this is told so by these. */
const most = 12

interface Gathered {
  readonly codes: Uint16Array
  /** Of each character kept: index of its passage, its offset there. */
  readonly passage: Int32Array
  readonly offset: Int32Array
  /** How many characters up to here are the body's own words, and how many stand outside titles. */
  readonly own: Int32Array
  readonly outside: Int32Array
}

function gather(passages: readonly Passage[], body: string | null): Gathered {
  const length = passages.reduce((sum, { plain }) => sum + plain.length, 0)
  const codes = new Uint16Array(length)
  const passage = new Int32Array(length)
  const offset = new Int32Array(length)
  const own = new Int32Array(length + 1)
  const outside = new Int32Array(length + 1)
  let count = 0
  for (let p = 0; p < passages.length; p++) {
    const { plain } = passages[p]!
    let depth = 0
    let nameUntil = 0
    for (let i = 0; i < plain.length; i++) {
      const code = plain.charCodeAt(i)
      if (code === 0x300a) depth++
      else if (code === 0x300b) depth = Math.max(0, depth - 1)
      if (!isWord(code)) continue
      if (body !== null && body.length > 1 && code === body.charCodeAt(0) && plain.startsWith(body, i)) nameUntil = i + body.length
      codes[count] = code
      passage[count] = p
      offset[count] = i
      outside[count + 1] = outside[count]! + (depth === 0 ? 1 : 0)
      own[count + 1] = own[count]! + (depth === 0 && i >= nameUntil ? 1 : 0)
      count++
    }
  }
  return { codes: codes.subarray(0, count), passage, offset, own, outside }
}

const isWord = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

const base = 0x01000193
const highest = power(base, window - 1)

function power(value: number, times: number): number {
  let result = 1
  for (let i = 0; i < times; i++) result = Math.imul(result, value)
  return result
}

function hashAt(codes: Uint16Array, at: number): number {
  let hash = 0
  for (let i = at; i < at + window; i++) hash = (Math.imul(hash, base) + codes[i]!) | 0
  return hash
}

const roll = (hash: number, out: number, into: number) => (Math.imul((hash - Math.imul(out, highest)) | 0, base) + into) | 0

function sameFrom(codes: Uint16Array, a: number, b: number): boolean {
  for (let i = 0; i < window; i++) if (codes[a + i] !== codes[b + i]) return false
  return true
}

interface Run {
  readonly earlier: number
  readonly start: number
  readonly end: number
}

function grow({ codes, passage }: Gathered, earlier: number, later: number, from: number, to: number): Run {
  let back = 0
  const home = passage[earlier]
  while (
    later - back > from &&
    earlier - back > 0 &&
    passage[earlier - back - 1] === home &&
    codes[earlier - back - 1] === codes[later - back - 1]
  )
    back++
  let ahead = window
  while (
    later + ahead < to &&
    earlier + ahead < later - back &&
    passage[earlier + ahead] === home &&
    codes[earlier + ahead] === codes[later + ahead]
  )
    ahead++
  return { earlier: earlier - back, start: later - back, end: later + ahead }
}

function isRepeat({ own, outside }: Gathered, { start, end }: Run): boolean {
  return own[end]! - own[start]! >= ownWords || (end - start >= inAll && outside[end]! - outside[start]! >= outsideTitles)
}

function record({ passage, offset }: Gathered, passages: readonly Passage[], run: Run, into: Repeat[]): void {
  const length = run.end - run.start
  const span = (at: number): { passage: Passage } & Span => {
    const home = passages[passage[at]!]!
    return { passage: home, start: widen(home.plain, offset[at]!), end: offset[at + length - 1]! + 1 }
  }
  const later = span(run.start)
  const first = span(run.earlier)
  // A figure that differs parts one repeated sentence into two runs.
  const last = into.at(-1)
  if (
    last !== undefined &&
    last.passage === later.passage &&
    last.first.passage === first.passage &&
    later.start - last.end <= 8 &&
    later.start >= last.end
  ) {
    into[into.length - 1] = {
      ...last,
      end: later.end,
      length: last.length + length,
      first: { ...last.first, end: Math.max(last.first.end, first.end) },
    }
    return
  }
  into.push({ ...later, first, length })
}

/** An opening 《 or （ right before the first word belongs to it. */
function widen(plain: string, start: number): number {
  let at = start
  while (at > 0 && '《“（'.includes(plain[at - 1]!)) at--
  return at
}

/** A word or mark that stands twice in a row. */
export interface Doubled extends Span {
  readonly passage: Passage
  readonly words: string
  readonly kind: 'word' | 'mark'
}

/** Function words that never stand twice, but for the words on their left or right that end or begin with them: 目的的, 以及及时. */
const single: Readonly<Record<string, { left: string; right: string }>> = {
  的: { left: '目标有', right: '确' },
  了: { left: '', right: '解然如' },
  和: { left: '', right: '谐平睦解气' },
  与: { left: '参', right: '会其' },
  及: { left: '', right: '时格早' },
}
/** Verbs that Chinese doubles by custom, and counting words: 讨论讨论, 一条一条. */
const customary = /^(?:讨论|研究|学习|商量|交流|锻炼|思考|体验|了解|考虑|等等|某某|哈哈|[一逐层步年个条项件次天家户人].)$/
/** Offices and things whose names begin with a word that may end the phrase before: 为民服务服务中心. */
const newName = /^(?:人员|局|所|中心|大厅|站|部门|单位|机关|对象|机构|办|科|室|平台|目录|指南|专栏|栏目|制度|条例)/
const longestWord = 12
const parting = new Set('：、，；')
const marks = /，[，、；。]|、[，、；。]|；[，、；。]|。[，、；]|。。(?!。)|：：/g

/** Characters share a slot; `endOfDoubled` compares them. */
const slots = 4096

/** Doubled words (地址：地址：, 的的) and doubled marks (，，) of a text, in its order. */
export function doubledIn(passages: readonly Passage[]): readonly Doubled[] {
  const found: Doubled[] = []
  // Where each character stood last, and where it stood before that: a word can only begin again where its first character does.
  const latest = new Int32Array(slots).fill(-1)
  for (const passage of passages) {
    const { plain } = passage
    const earlier = new Int32Array(plain.length)
    for (let i = 0; i < plain.length; i++) {
      const code = plain.charCodeAt(i)
      const slot = code & (slots - 1)
      earlier[i] = latest[slot]!
      latest[slot] = i
    }
    let done = 0
    for (let i = 1; i < plain.length; i++) {
      const code = plain.charCodeAt(i)
      if (code < 0x4e00 || code > 0x9fff) continue
      for (let start = earlier[i]!; start >= done && i - start <= longestWord + 1; start = earlier[start]!) {
        const end = endOfDoubled(plain, start, i)
        if (end < 0) continue
        const gap = isHanAt(plain, i - 1) ? 0 : 1
        found.push({ passage, start, end, words: plain.slice(start, i - gap), kind: 'word' })
        done = end
        i = end
        break
      }
    }
    for (let i = 0; i < plain.length; i++) latest[plain.charCodeAt(i) & (slots - 1)] = -1
    for (const match of plain.matchAll(marks))
      found.push({ passage, start: match.index, end: match.index + match[0].length, words: match[0], kind: 'mark' })
  }
  return found
}

/** Where the word from `start` ends that stands again from `again`; -1 where it does not, or may by custom. */
function endOfDoubled(plain: string, start: number, again: number): number {
  const gap = isHanAt(plain, again - 1) ? 0 : parting.has(plain[again - 1]!) ? 1 : -1
  if (gap < 0) return -1
  const length = again - start - gap
  if (length < 1 || length > longestWord || again + length > plain.length) return -1
  for (let i = 0; i < length; i++) if (plain.charCodeAt(start + i) !== plain.charCodeAt(again + i) || !isHanAt(plain, start + i)) return -1
  const end = again + length
  if (length === 1) {
    const rule = gap === 0 ? single[plain[start]!] : undefined
    return rule && !rule.left.includes(plain[start - 1] ?? ' ') && !rule.right.includes(plain[end] ?? ' ') ? end : -1
  }
  const words = plain.slice(start, start + length)
  if (customary.test(words) || /^(.)\1*$/.test(words)) return -1
  if (gap === 0) return length === 2 && newName.test(plain.slice(end, end + 4)) ? -1 : end
  // Across a mark only a whole entry is doubled: 依法公开，公开目录 is not.
  const isEntry = plain[again - 1] === '、' && length > 3
  return (isWordAt(plain, start - 1) && !isEntry) || isWordAt(plain, end) ? -1 : end
}

const isWordAt = (plain: string, at: number) => at >= 0 && at < plain.length && isWord(plain.charCodeAt(at))

function isHanAt(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}
