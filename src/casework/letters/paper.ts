/** A letter as bytes: what was approved, set in print. */
import type { Context } from '#db'
import { mediaTypes, renderLetter } from '#render'
import type { LetterContent } from './compose.ts'
import { printedLetter } from './forms.ts'
import type { StoredLetter } from './store.ts'

/** Noun of the files a letter is printed to. */
export const printed = 'letter'

export interface File {
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** The letter with the number and the date it has; a draft has neither. The same letter gives the same bytes. Throws an `Error` as `renderLetter` does. */
export async function setInPrint(ctx: Context, letter: StoredLetter, format: 'docx' | 'pdf'): Promise<File> {
  const content = letter.content as LetterContent
  const bytes = await renderLetter(
    printedLetter(letter.kind, content, { body: letter.bodyName, number: letter.number, date: letter.datedOn }),
    format,
    ctx.fontsFolder === undefined ? {} : { fontsFolder: ctx.fontsFolder },
  )
  return {
    name: `${content.title}${letter.number ?? (letter.datedOn === null ? '（草稿）' : '')}.${format}`,
    type: mediaTypes[format],
    bytes,
  }
}
