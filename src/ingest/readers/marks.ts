/**
 * Text that is struck out, raised or lowered. Its characters stand beside a number without being part of it: 318 with a
 * note's 1 above it is not 3181. A cell marks them (`~381~318`, `318^1`, `2_1`), so that it reads as no plain number.
 */

/** How words are set: plain, struck out, raised, lowered. */
export type Dress = '' | '~' | '^' | '_'

/** Text being put together, in two ways. */
export interface Marked {
  /** As it reads in prose: without what is struck out; raised and lowered digits are marked only where they touch a number. */
  text: string
  /** As it reads in a cell, every mark in it; null where that is the same. */
  inCell: string | null
  /** How its last words are set, and the last ones of `text`. */
  dress: Dress
  dressInProse: Dress
  /** What was last added to `text`. Asking a text that grows for its end would copy it each time. */
  tail: string
}

export const nothing = (): Marked => ({ text: '', inCell: null, dress: '', dressInProse: '', tail: '' })

export const markedOf = ({ text, inCell, dress, dressInProse, tail }: Marked): Marked => ({ text, inCell, dress, dressInProse, tail })

/** Adds words, behind white space where there is some already. Raised and lowered words without a digit are plain, and so are spaces. */
export function addWords(to: Marked, words: string, set: Dress, gap = ''): void {
  const dress = set !== '' && (set === '~' ? printed : digit).test(words) ? set : ''
  if (dress === '' && to.inCell === null) {
    to.text = to.text === '' ? words : to.text + gap + words
    to.tail = words
    return
  }
  const before = to.inCell === null ? to.text : to.dress === '~' && dress !== '~' ? `${to.inCell}~` : to.inCell
  to.inCell = before + (before === '' ? '' : gap || parting(to.dress, dress, words)) + (dress === to.dress ? '' : dress) + words
  to.dress = dress
  const gapInProse = to.text === '' || to.tail === gap ? '' : gap
  if (dress === '~') append(to, gapInProse + words.replace(/[^\n]+/g, ''))
  else {
    const mark = dress === to.dressInProse ? '' : dress || parting(to.dressInProse, dress, words)
    const touches = gap === '' && endsWithDigit.test(to.tail.slice(-2))
    append(to, (touches ? mark : gapInProse) + words)
    to.dressInProse = dress
  }
}

function append(to: Marked, words: string): void {
  if (words === '') return
  to.text += words
  to.tail = words
}

/** What keeps a number from the raised or lowered one before it. */
const parting = (before: Dress, after: Dress, words: string): string =>
  isRaised(before) && after === '' && startsWithDigit.test(words) ? ' ' : ''

/** The text as it reads in a cell. */
export const textInCell = ({ text, inCell, dress }: Marked): string => (inCell === null ? text : dress === '~' ? `${inCell}~` : inCell)

const isRaised = (dress: Dress): boolean => dress === '^' || dress === '_'

const printed = /\S/
/** Digits of every kind: ①, ¹ and ½ read as digits too. */
const digit = /\p{N}/u
const startsWithDigit = /^\p{N}/u
const endsWithDigit = /\p{N}$/u
