/** The characters of a page's text layer with their boxes, and the words they make. */
import { type Box, limits, type Word } from './model.ts'
import { type Document, numbersAt, type Pdfium, type Placing, placed, placingOf, withMemory, withPage } from './pdfium.ts'

export interface Character {
  readonly text: string
  /** On the page as shown, what of it is on the page. Null for what PDFium adds between lines and words, and for what is beyond the edge. */
  readonly box: Box | null
  /** The text object it belongs to. */
  readonly object: number
}

/** Everything in the text layer of a page, also what is hidden, in PDFium's reading order. Must be called with the page loaded. */
export function charactersOn(pdfium: Pdfium, page: number): Character[] {
  const { call } = pdfium
  const text = call.FPDFText_LoadPage(page)
  if (text === 0) return []
  try {
    const place = placingOf(pdfium, page)
    const count = Math.min(call.FPDFText_CountChars(text), limits.characters)
    return withMemory(pdfium, 64, (memory) => {
      const characters: Character[] = []
      for (let index = 0; index < count; index++) {
        const code = call.FPDFText_GetUnicode(text, index)
        if (code === 0) continue
        const isAdded = call.FPDFText_IsGenerated(text, index) === 1
        characters.push({
          text: String.fromCodePoint(code > 0x10ffff ? 0xfffd : code),
          box: isAdded ? null : boxOf(pdfium, text, index, place, memory),
          object: isAdded ? 0 : call.FPDFText_GetTextObject(text, index),
        })
      }
      return joinSurrogates(characters)
    })
  } finally {
    call.FPDFText_ClosePage(text)
  }
}

/** Above and below the base line, as parts of the size: what Chinese and Latin letters take. */
const ascent = 0.9
const descent = 0.16

/**
 * The box one would draw around a character: as wide as its advance, as high as its line, whatever its ink. The ink alone would leave 一 a hair
 * line; the font's own ascent and descent reach into the lines above and below.
 */
function boxOf(pdfium: Pdfium, text: number, index: number, place: Placing, memory: number): Box | null {
  const { call } = pdfium
  const loose = call.FPDFText_GetLooseCharBox(text, index, memory) ? numbersAt(pdfium, memory, 4, 'float') : null
  // FS_RECTF: left, top, right, bottom.
  let [left, top, right, bottom] = loose ?? [Infinity, -Infinity, -Infinity, Infinity]
  const isLevel = Math.abs(Math.sin(call.FPDFText_GetCharAngle(text, index))) < 0.01
  if (loose && isLevel && call.FPDFText_GetMatrix(text, index, memory)) {
    const [, , c, d] = numbersAt(pdfium, memory, 4, 'float') as [number, number, number, number]
    const size = call.FPDFText_GetFontSize(text, index) * Math.hypot(c, d)
    if (size > 0 && call.FPDFText_GetCharOrigin(text, index, memory, memory + 8)) {
      const [, base] = numbersAt(pdfium, memory, 2, 'double') as [number, number]
      top = Math.min(top!, base + size * ascent)
      bottom = Math.max(bottom!, base - size * descent)
    }
  }
  if (call.FPDFText_GetCharBox(text, index, memory, memory + 8, memory + 16, memory + 24)) {
    const [inkLeft, inkRight, inkBottom, inkTop] = numbersAt(pdfium, memory, 4, 'double') as [number, number, number, number]
    left = Math.min(left!, inkLeft)
    right = Math.max(right!, inkRight)
    top = Math.max(top!, inkTop)
    bottom = Math.min(bottom!, inkBottom)
  }
  return [left, right, top, bottom].every(Number.isFinite) ? onPage(placed(place, left!, bottom!, right!, top!)) : null
}

/** What of a box is on the page; null where nothing is. */
function onPage(box: Box): Box | null {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)]
  const [width, height] = [Math.min(1, box.x + box.width) - x, Math.min(1, box.y + box.height) - y]
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

/** PDFium gives characters beyond the basic plane in two halves. */
function joinSurrogates(characters: readonly Character[]): Character[] {
  const joined: Character[] = []
  for (const one of characters) {
    const last = joined.at(-1)
    if (last && /^[\ud800-\udbff]$/.test(last.text) && /^[\udc00-\udfff]$/.test(one.text))
      joined[joined.length - 1] = { ...last, text: last.text + one.text }
    else joined.push(one)
  }
  return joined
}

export const charactersOf = (document: Document, index: number): Character[] =>
  withPage(document.pdfium, document.handle, index, (page) => charactersOn(document.pdfium, page))

export type Placed = Character & { readonly box: Box }

/** Runs of characters that stand beside each other in one line. */
export function linesOf(characters: readonly Character[]): Placed[][] {
  const lines: Placed[][] = []
  let line: Placed[] = []
  const end = () => {
    if (line.length > 0) lines.push(line)
    line = []
  }
  for (const one of characters) {
    if (one.box === null) {
      if (/[\r\n]/.test(one.text)) end()
      continue
    }
    const last = line.at(-1)
    if (last && !follows(last.box, one.box)) end()
    line.push(one as Placed)
  }
  end()
  return lines
}

/** Whether a box stands behind another in its line: at its right, or, in what is set sideways, above or below it. */
const follows = (before: Box, after: Box): boolean => isBehind(before, after) || isBehind(turned(before), turned(after))

function isBehind(before: Box, after: Box): boolean {
  const height = Math.min(before.height, after.height)
  const overlap = Math.min(before.y + before.height, after.y + after.height) - Math.max(before.y, after.y)
  const gap = Math.max(after.x - (before.x + before.width), before.x - (after.x + after.width))
  return overlap > height * 0.5 && gap < Math.max(before.width, after.width) * 1.2
}

const turned = ({ x, y, width, height }: Box): Box => ({ x: y, y: x, width: height, height: width })

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words as one would click them: Latin and figures whole, Chinese as a dictionary parts it. */
export function wordsIn(characters: readonly Character[]): Word[] {
  return linesOf(characters).flatMap((line) => {
    const starts = new Map<number, number>()
    let text = ''
    for (const [index, one] of line.entries()) {
      const before = line[index - 1]?.box
      if (before && isGap(before, one.box)) text += ' '
      starts.set(text.length, index)
      text += one.text
    }
    return [...segmenter.segment(text)]
      .filter(({ segment }) => segment.trim() !== '')
      .map(({ segment, index }) => {
        const from = starts.get(index) ?? 0
        const last = index + segment.length
        const to = starts.get(last) ?? starts.get(last + 1) ?? line.length
        return { text: segment, box: around(line.slice(from, to).map((one) => one.box)) }
      })
  })
}

/** From this part of the height on, what stands between two characters is a space. */
const gapFrom = 0.14

/** Whether two characters of a line stand apart, as words do. */
export const isGap = (before: Box, after: Box): boolean => after.x - (before.x + before.width) > after.height * gapFrom

/** The least box that holds them all. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** How much of a box lies in another, 0 to 1. */
export function shareWithin(box: Box, of: Box): number {
  const width = Math.min(box.x + box.width, of.x + of.width) - Math.max(box.x, of.x)
  const height = Math.min(box.y + box.height, of.y + of.height) - Math.max(box.y, of.y)
  if (width <= 0 || height <= 0) return 0
  const size = box.width * box.height
  return size === 0 ? 1 : (width * height) / size
}
