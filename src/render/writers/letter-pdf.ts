import { openTypesetter } from '#typst'
import { cleaned, draftMark, type LetterDocument, type LetterFormRow, letterDay, letterTitleLines, sealInsets } from '../letter.ts'
import { paper } from '../paper.ts'
import type { Notice, TypesetterOptions } from '../typst/face.ts'
import { notices, preamble, quote } from './pdf.ts'

/**
 * A letter as a tagged PDF. Faces of the standard that are not there, and characters no font has, are named to `onNotice`. Throws an
 * `Error` where the typesetter cannot be loaded or refuses the source.
 */
export async function writeLetterPdf(
  letter: LetterDocument,
  options: TypesetterOptions & { onNotice?: (notice: Notice) => void },
): Promise<Uint8Array> {
  const typesetter = await openTypesetter(options)
  for (const notice of notices(typesetter.families)) options.onNotice?.(notice)
  const source = letterSource(cleaned(letter), typesetter.families)
  for (const character of await typesetter.cover(source)) options.onNotice?.({ code: 'character-missing', character })
  return typesetter.compile(source)
}

const { line, size } = paper

/** As in pdf.ts, every word stands in a string, never in markup. */
function letterSource(letter: LetterDocument, families: ReadonlySet<string>): string {
  const { body, title, number, salutation, paragraphs, form, date } = letter
  return `#set document(title: ${quote(title)}, author: (${quote(body)},), date: none)
${preamble(families)}
${pieces}
${date === null ? `#set page(header: align(right, text(font: heading-font, size: 12pt, ${quote(draftMark)})))` : ''}
#letter-title(${number === null ? 'none' : quote(number)}, ${letterTitleLines(letter).map(quote).join(', ')})
${salutation === '' ? '' : `#salutation(${quote(salutation)})`}
${
  form === undefined
    ? `${paragraphs.map((text, index) => paragraph(text, index === paragraphs.length - 1)).join('\n')}
${enclosures(letter.attachments)}
${signature(body, date)}`
    : `${formTable(form)}
${paragraphs.map((text) => `#small(${quote(text)})`).join('\n')}`
}
`
}

/** The last stays with what is signed below it, so that no seal stands on a page without text; an address is not spaced out over its line. */
const paragraph = (text: string, isLast: boolean): string =>
  /https?:/.test(text)
    ? `#[#set par(justify: false)\n#paragraph("", ${quote(text)}${isLast ? ', sticky: true' : ''})]`
    : `#paragraph("", ${quote(text)}${isLast ? ', sticky: true' : ''})`

/** Number under the title, then a blank line; the salutation at the left edge (§7.3.2); enclosures a line below the text (§7.3.4). */
const pieces = `#let letter-title(number, ..lines) = align(center, block(above: 0pt, below: ${line * 1.5}pt, {
  set par(leading: 14pt, first-line-indent: 0pt, justify: false)
  title(lines.pos().join(linebreak()))
  if number != none { v(${line * 0.5}pt); text(size: ${size.text}pt, number) }
}))
#let salutation(words) = par(first-line-indent: 0pt, words)
#let enclosures(..names) = block(sticky: true, above: ${line * 2 - size.text}pt, below: 0pt, pad(left: 2em, {
  set par(first-line-indent: 0pt)
  let names = names.pos()
  if names.len() == 1 { grid(columns: (3em, 1fr), [附件：], names.first()) }
  else { grid(columns: (3em, 1.5em, 1fr), row-gutter: ${line - size.text}pt,
    ..names.enumerate().map(((at, name)) => (if at == 0 [附件：] else [], str(at + 1) + ".", name)).flatten()) }
}))
#let sealed(..lines) = block(above: ${line * 3}pt, breakable: false, width: 100%, {
  set par(first-line-indent: 0pt)
  for (words, inset) in lines.pos() { align(right, pad(right: inset, par(words))) }
})
#let slip(..cells) = block(width: 100%, {
  set text(font: table-font, size: 12pt, top-edge: 0.88em, bottom-edge: -0.12em)
  set par(justify: false, leading: 8pt, spacing: 8pt, first-line-indent: 0pt)
  table(columns: (32mm, 1fr), stroke: 0.6pt, inset: (x: 3mm, y: 3.2mm), align: (center + horizon, left + horizon), ..cells)
})
#let label(words) = text(font: heading-font, weight: heading-weight, words)
#let entry(words, room, foot) = {
  for (index, words) in words.enumerate() { par(words) }
  if room > 0 { v(room * 8mm) }
  if foot != "" { align(right, par(foot)) }
}
#let small(words) = { set par(first-line-indent: 0pt, leading: 5pt, spacing: 5pt); text(font: table-font, size: 10.5pt, par(words)) }`

const enclosures = (names: readonly string[]): string => (names.length === 0 ? '' : `#enclosures(${names.map(quote).join(', ')})`)

function signature(body: string, day: string | null): string {
  const date = letterDay(day)
  const insets = sealInsets(body, date)
  return `#sealed((${quote(body)}, ${insets.name}em), (${quote(date)}, ${insets.date}em))`
}

const formTable = (rows: readonly LetterFormRow[]): string =>
  `#slip(${rows
    .map(({ label, text, room = 0, foot = '' }) => {
      const words = text.split('\n').filter((one) => one.trim() !== '')
      return `label(${quote(label)}), entry((${words.map((one) => `${quote(one)},`).join(' ')}), ${words.length === 0 && room === 0 && foot === '' ? 1 : room}, ${quote(foot)})`
    })
    .join(',\n  ')})`
