import type { Quantity } from './quantities.ts'
import { type Passage, sentenceAt } from './text.ts'

/** A percentage beside the part it is of. */
export interface Share {
  readonly passage: Passage
  readonly percent: Quantity
  /** The part counted, and the whole it is a part of; null where the text names none. */
  readonly part: Quantity | null
  readonly whole: Quantity | null
}

/** Shares of one whole that stand in one list. */
export interface ShareList {
  readonly passage: Passage
  readonly shares: readonly Share[]
  readonly whole: Quantity | null
}

/** What a percentage printed with so many decimals may be: right, cut or rounded up in the last place, or wrong. */
export type Reading = 'right' | 'cut' | 'raised' | 'wrong'

/** Reads `percent` as part ÷ whole. Exact to the last decimal printed: 65/96 is 67.7083…, so 67.71 is right and 67.70 is cut. */
export function readShare(part: number, whole: number, percent: number, decimals: number): Reading {
  const scale = 10 ** decimals
  const exact = (part / whole) * 100 * scale
  const printed = Math.round(percent * scale)
  // Half a unit of the last place, and dust of the division.
  if (Math.abs(exact - printed) <= 0.5 + 1e-9) return 'right'
  if (printed === Math.floor(exact + 1e-9)) return 'cut'
  return printed === Math.ceil(exact - 1e-9) ? 'raised' : 'wrong'
}

/** A rate by the act it is of (回收率98.3%) with the number the text gives of that act and those it may be a part of. */
export interface Rate {
  readonly passage: Passage
  readonly percent: Quantity
  readonly part: Quantity
  /** Numbers of the same unit ahead of the part in its sentence; the last is the likeliest whole. */
  readonly wholes: readonly Quantity[]
}

const rateName = /(回收|收回|办结|答复|回复|满意|合格|完成|整改|采纳|(?:按期|按时|及时)(?:办结|答复|回复))率(?:为|达到?|是|约)*[ ]*$/
/** 不满意2份 is the other part; 非常满意 and 基本满意 are parts of it. */
const notAll = /[不未没非本较比]/

/** 发放120份，回收108份，回收率90%: rates whose part is counted right before them. */
export function ratesOf(passages: readonly Passage[]): readonly Rate[] {
  const rates: Rate[] = []
  for (const passage of passages) {
    if (!passage.masked.includes('率')) continue
    const { quantities } = passage
    for (let i = 2; i < quantities.length; i++) {
      const percent = quantities[i]!
      if (percent.kind !== 'rate' || percent.unit !== '%') continue
      const act = rateName.exec(percent.before)?.[1]
      const part = quantities[i - 1]!
      if (act === undefined || part.kind !== 'count' || percent.start - part.end > 14) continue
      const at = part.before.indexOf(act)
      if (
        at < 0 ||
        notAll.test(part.before[at - 1] ?? '') ||
        !/^[ ，（]*$/.test(passage.masked.slice(part.end, percent.start - percent.before.length))
      )
        continue
      const sentence = sentenceAt(passage, part.start)
      const wholes: Quantity[] = []
      for (let j = i - 2; j >= 0 && wholes.length < 6 && quantities[j]!.start >= sentence.start; j--)
        if (quantities[j]!.kind === 'count' && quantities[j]!.unit === part.unit) wholes.unshift(quantities[j]!)
      // Cases carried over belong to both years; 满意100份，基本满意15份 has no part of its own.
      if (wholes.length === 0 || wholes.some(({ before }) => /结转/.test(before) || before.includes(act))) continue
      rates.push({ passage, percent, part, wholes })
    }
  }
  return rates
}

/** Percentages of a whole (占…%) with the parts they belong to, list by list. A rate, a growth or a lone percentage is none. */
export function shareListsOf(passages: readonly Passage[]): readonly ShareList[] {
  const lists: ShareList[] = []
  for (const passage of passages) {
    if (!passage.masked.includes('占')) continue
    let shares: Share[] = []
    let whole: Quantity | null = null
    let latest: Quantity | null = null
    let sentence = -1
    const close = () => {
      if (shares.length > 0) lists.push({ passage, shares, whole })
      shares = []
    }
    for (const quantity of passage.quantities) {
      const index = passage.sentences.findIndex((span) => quantity.start < span.end)
      if (index !== sentence) {
        close()
        // A list may open a sentence with 其中; then its whole stands in the sentence before.
        const opens = /^[ □]*其中/.test(passage.masked.slice(passage.sentences[index]?.start ?? 0))
        whole = opens ? (latest ?? null) : null
        latest = null
        sentence = index
      }
      if (quantity.kind === 'count' || quantity.kind === 'money') {
        if (whole === null && namesWhole(quantity, passage)) whole = quantity
        latest = quantity
        continue
      }
      if (quantity.kind !== 'share' || !/占/.test(quantity.before) || quantity.unit !== '%') continue
      const part = latest !== null && latest !== whole && bound(passage, latest, quantity) ? latest : null
      shares.push({ passage, percent: quantity, part, whole: part !== null && whole !== null && whole.unit === part.unit ? whole : null })
    }
    close()
  }
  return lists
}

/** The first number of the sentence is the whole where it is called so, or where the list of its parts follows. */
function namesWhole(quantity: Quantity, passage: Passage): boolean {
  return (
    /共|累计|合计|总/.test(quantity.before) ||
    /^[^。；]{0,8}(?:其中|分别|包括|：)/.test(passage.masked.slice(quantity.end, quantity.end + 12))
  )
}

/** The percentage belongs to the number right before it: nothing but a comma and 占… between them. */
const bound = (passage: Passage, part: Quantity, percent: Quantity): boolean =>
  /^[^，。；%]{0,12}，?[^，。；%]{0,14}占[^，。；%]{0,14}$/.test(passage.masked.slice(part.end, percent.start))
