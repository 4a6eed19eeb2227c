import type { Quantity } from './quantities.ts'
import type { Passage } from './text.ts'

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
