/** What others must do at the least over the same bytes. Each gives a count, so that nothing can be left out as unused. */
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { parse } from 'parse5'
import { SaxesParser } from 'saxes'

const utf8 = new TextDecoder()
const figure = /^[+-]?\d[\d,.]*$/

/** Lines, cells and numbers of a text, without knowing what any of them is. */
export function tokenise(bytes: Uint8Array): number {
  let figures = 0
  for (const line of utf8.decode(bytes).split(/\r?\n/)) for (const cell of line.split(/[|\t]/)) if (figure.test(cell.trim())) figures++
  return figures
}

/** The tree of a page, as `parse5` makes it. */
export const parseHtml = (bytes: Uint8Array): number => parse(utf8.decode(bytes)).childNodes.length

/** The main part of a Word file, unpacked alone and parsed with nobody listening. */
export function unzipAndParse(bytes: Uint8Array): number {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })
  const parser = new SaxesParser()
  parser.write(strFromU8(parts['word/document.xml']!)).close()
  return parser.position
}

/** A Word file to HTML, and the tree of that. */
export async function mammothAndParse(bytes: Uint8Array): Promise<number> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return parse(value).childNodes.length
}
