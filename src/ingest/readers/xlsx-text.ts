import { addWords, type Dress, type Marked, nothing, textInCell } from './marks.ts'
import { attribute, type Tag } from './xml.ts'

/** A text of a workbook, whose runs may be struck out, raised or lowered. */
export interface SheetText {
  /** As it reads in prose, and in a cell. */
  readonly prose: string
  readonly text: string
  /** What is struck out of it. */
  readonly struck: string
}

export const plainText = (text: string): SheetText => ({ prose: text, text, struck: '' })

/** All of a text struck out, as the font of its cell may do. */
export const strike = ({ text, prose, struck }: SheetText): SheetText =>
  prose === '' ? { text, prose, struck } : { prose: '', text: struck === '' ? `~${text}~` : text, struck: struck + prose }

/** A text as its elements come (ECMA-376 §18.4). */
export interface TextRun {
  readonly marked: Marked
  set: Dress
  struck: string
}

export const startText = (): TextRun => ({ marked: nothing(), set: '', struck: '' })

/** Sets the words that follow as an element says; a new run sets them anew. */
export function setRun(run: TextRun, local: string, tag: Tag): void {
  if (local === 'r') run.set = ''
  else if (local === 'strike') {
    const on = attribute(tag, 'val')
    if (on !== '0' && on !== 'false') run.set = '~'
  } else if (local === 'vertAlign' && run.set !== '~') {
    const place = attribute(tag, 'val')
    run.set = place === 'superscript' ? '^' : place === 'subscript' ? '_' : ''
  }
}

export function addToRun(run: TextRun, words: string): void {
  addWords(run.marked, words, run.set)
  if (run.set === '~') run.struck += words
}

export function endText({ marked, struck }: TextRun): SheetText {
  const text = tidy(textInCell(marked))
  return { prose: marked.inCell === null ? text : tidy(marked.text), text, struck: tidy(struck) }
}

const tidy = (text: string): string => escapesOf(text).replace(/\r\n?/g, '\n').trim()

/** Characters that XML cannot hold stand as _x000D_. */
const escapesOf = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
