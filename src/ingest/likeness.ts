import { fold } from '#kit'

const pinyin = /(\p{Script=Han})[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}[)）]/gu
const traditional =
  '數結轉請訴訟機關條規範發廢處強許罰費類內務過執補確認與業會總計復議維糾審繼續辦無當構織組錄單額購採項國為貨將個對現獲證據開報編體動監產應書區隱護權屬舉釋辭'
const simple =
  '数结转请诉讼机关条规范发废处强许罚费类内务过执补确认与业会总计复议维纠审继续办无当构织组录单额购采项国为货将个对现获证据开报编体动监产应书区隐护权属举释辞'
const simpleOf = new Map([...traditional].map((character, index) => [character, [...simple][index]!]))
const hard = new RegExp(`[${traditional}]`, 'g')
const cache = new Map<string, string>()

/** A label as labels are compared: folded, traditional characters made simple, pinyin in brackets left out. */
export function labelOf(text: string): string {
  const known = cache.get(text)
  if (known !== undefined) return known
  const folded = fold(text.includes('(') || text.includes('（') ? text.replace(pinyin, '$1') : text).replace(
    hard,
    (character) => simpleOf.get(character)!,
  )
  if (cache.size > 4096) cache.clear()
  cache.set(text, folded)
  return folded
}

function bigramsOf(text: string): Map<number, number> {
  const bigrams = new Map<number, number>()
  for (let i = 0; i + 1 < text.length; i++) {
    const bigram = text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1)
    bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1)
  }
  return bigrams
}

const bigramCache = new Map<string, Map<number, number>>()
function cachedBigrams(text: string): Map<number, number> {
  let bigrams = bigramCache.get(text)
  if (!bigrams) {
    if (bigramCache.size > 4096) bigramCache.clear()
    bigramCache.set(text, (bigrams = bigramsOf(text)))
  }
  return bigrams
}

/**
 * How alike two folded labels are, 0 to 1: shared pairs of characters (Dice), a shortened label counted by what is left of it.
 * Single characters are alike only when equal.
 */
export function likeness(printed: string, expected: string): number {
  if (printed === expected) return 1
  if (printed.length > 120 || printed.length <= 1 || expected.length <= 1) return 0
  const a = cachedBigrams(printed)
  const b = cachedBigrams(expected)
  let shared = 0
  for (const [bigram, count] of a) {
    const other = b.get(bigram)
    if (other !== undefined) shared += Math.min(count, other)
  }
  const dice = (2 * shared) / (printed.length + expected.length - 2)
  if (printed.length >= 4 && expected.startsWith(printed)) return Math.max(dice, 0.9)
  return dice
}

/** The most that `likeness` can be for labels of these lengths, unless one begins the other. */
const bound = (a: number, b: number): number => (2 * (Math.min(a, b) - 1)) / (a + b - 2)

/** `likeness` where more than `floor` matters, else 0: most pairs are told apart by their lengths alone. */
export function likenessAbove(floor: number, printed: string, expected: string): number {
  if (printed === expected) return 1
  if (printed.length <= 1 || expected.length <= 1) return 0
  if (bound(printed.length, expected.length) <= floor && !(printed.length >= 4 && expected.startsWith(printed))) return 0
  const like = likeness(printed, expected)
  return like > floor ? like : 0
}

/** Where a name is printed among tokens. */
export interface Found {
  readonly index: number
  /** How many tokens in a row hold it. */
  readonly size: number
  readonly like: number
}

/**
 * Finds the token, or up to three tokens in a row, that print a name: exactly, else the likeliest above `floor`.
 * Tokens in `taken` are passed over.
 */
export function findName(folded: readonly string[], name: string, floor: number, taken?: ReadonlySet<number>): Found | null {
  for (let index = 0; index < folded.length; index++) {
    if (taken?.has(index)) continue
    let joined = ''
    for (let size = 1; size <= 3 && index + size <= folded.length; size++) {
      joined += folded[index + size - 1]!
      if (joined === name) return { index, size, like: 1 }
      if (joined.length >= name.length || !name.startsWith(joined)) break
    }
  }
  if (floor >= 1) return null
  let found: Found | null = null
  let best = floor
  for (let index = 0; index < folded.length; index++) {
    if (taken?.has(index)) continue
    let joined = ''
    for (let size = 1; size <= 3 && index + size <= folded.length; size++) {
      joined += folded[index + size - 1]!
      if (joined.length > name.length + 6) break
      const like = likenessAbove(best, joined, name)
      if (like > best) {
        best = like
        found = { index, size, like }
      }
    }
  }
  return found
}
