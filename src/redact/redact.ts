/** Makes the file that may be given: every page as dots, the marks black in them. */

import { type Burn, blacken, burnsOf } from './burn.ts'
import { type Character, charactersOn, isGap, linesOf, type Placed, shareWithin } from './characters.ts'
import { type Box, limits, type Mark, type PageSize, type RedactOptions, Refused } from './model.ts'
import { type Document, draw, type Raster, withPage } from './pdfium.ts'
import { pictureOf } from './picture.ts'
import { type Letter, type PageToWrite, writePdf } from './write.ts'

/** The bytes of the new file; not yet proved. Throws Refused; a RangeError for a mark that is not on a page. */
export function blackOut(document: Document, marks: readonly Mark[], { dpi = 200, textLayer = true }: RedactOptions = {}): Uint8Array {
  for (const { area } of marks) if (!isOnPage(area, document.pages.length)) throw new RangeError(`a mark is not on page ${area.page + 1}`)
  return writePdf(
    document.pages.map((size, index) =>
      pageOf(
        document,
        index,
        size,
        marks.filter(({ area }) => area.page === index),
        dpi,
        textLayer,
      ),
    ),
  )
}

export const isOnPage = ({ page, x, y, width, height }: Mark['area'], pages: number): boolean =>
  Number.isInteger(page) &&
  page >= 0 &&
  page < pages &&
  x >= 0 &&
  y >= 0 &&
  width > 0 &&
  height > 0 &&
  x + width <= 1.000001 &&
  y + height <= 1.000001

function pageOf(document: Document, index: number, size: PageSize, marks: readonly Mark[], dpi: number, textLayer: boolean): PageToWrite {
  const [width, height] = [Math.ceil((size.width * dpi) / 72), Math.ceil((size.height * dpi) / 72)]
  if (width * height > limits.dots) throw new Refused('page-too-large')
  return withPage(document.pdfium, document.handle, index, (page) => {
    const characters = charactersOn(document.pdfium, page)
    const placed = characters.filter((one): one is Placed => one.box !== null)
    const burns = burnsOf(document.pdfium, marks, size, placed)
    const raster = draw(document, page, width, height)
    const seen = textLayer ? seenOf(document, page, raster, placed, size) : new Set<Character>()
    for (const { box } of burns) blacken(raster, size, box)
    return {
      size,
      picture: pictureOf(raster),
      stamps: burns.flatMap(({ stamped }) => stamped ?? []),
      lines: textLayer ? lettersOf(characters, seen, burns, size) : [],
    }
  })
}

/** Below this height in points nobody reads it in the picture. */
const smallestRead = 3.5

/**
 * The characters that leave ink of their own: what is drawn in no colour, behind a picture or in the colour of the paper is in the text layer
 * of the source, and must not come into ours. The page is drawn once more without them, and compared.
 */
function seenOf(document: Document, page: number, whole: Raster, characters: readonly Placed[], size: PageSize): Set<Character> {
  const { call } = document.pdfium
  const objects = [...new Set(characters.map(({ object }) => object))].filter((object) => object !== 0)
  for (const object of objects) call.FPDFPageObj_SetIsActive(object, false)
  const bare = draw(document, page, whole.width, whole.height)
  for (const object of objects) call.FPDFPageObj_SetIsActive(object, true)
  const hasInk = (object: number) => object !== 0 && ![3, 7].includes(call.FPDFTextObj_GetTextRenderMode(object))
  const inked = characters.filter(
    ({ box, object }) => box.height * size.height >= smallestRead && hasInk(object) && differs(whole, bare, box),
  )
  return new Set(withoutCollisions(inked))
}

/** How far a channel moves where a character was drawn. */
const inkFrom = 40

function differs(one: Raster, other: Raster, box: Box): boolean {
  const [left, top, right, bottom] = dotsOf(one, box)
  for (let y = top; y < bottom; y++)
    for (let at = (y * one.width + left) * 3; at < (y * one.width + right) * 3; at++)
      if (Math.abs(one.pixels[at]! - other.pixels[at]!) >= inkFrom) return true
  return false
}

/** Left, top, right and bottom of the dots in a box. */
const dotsOf = ({ width, height }: Raster, box: Box) =>
  [
    Math.max(0, Math.floor(box.x * width)),
    Math.max(0, Math.floor(box.y * height)),
    Math.min(width, Math.ceil((box.x + box.width) * width)),
    Math.min(height, Math.ceil((box.y + box.height) * height)),
  ] as const

/** Where different characters lie on each other nobody can say which one is seen; the same one twice, as bold is made by some, is one. */
function withoutCollisions(characters: readonly Placed[]): Placed[] {
  const cells = new Map<string, Placed[]>()
  const cellsOf = ({ box }: Placed) => {
    const keys: string[] = []
    for (let x = Math.floor(box.x * 50); x <= Math.floor((box.x + box.width) * 50); x++)
      for (let y = Math.floor(box.y * 50); y <= Math.floor((box.y + box.height) * 50); y++) keys.push(`${x} ${y}`)
    return keys.slice(0, 100)
  }
  for (const one of characters)
    for (const cell of cellsOf(one)) {
      const there = cells.get(cell)
      if (there) there.push(one)
      else cells.set(cell, [one])
    }
  const kept = new Set<Placed>()
  for (const one of characters) {
    const near = [...new Set(cellsOf(one).flatMap((cell) => (cells.get(cell) ?? []).slice(0, 200)))]
    const onTop = near.filter((other) => other !== one && shareWithin(one.box, other.box) > 0.5)
    if (onTop.every((other) => other.text === one.text) && !onTop.some((other) => kept.has(other))) kept.add(one)
  }
  return [...kept]
}

/** A neighbour loses a hair to the margin of a mark; from here on it counts as touched. */
const touched = 0.12

/** What is laid in as text: seen, and not touched by black. Where a mark stands its ground is said, in the place of what it covers. */
function lettersOf(characters: readonly Character[], seen: ReadonlySet<Character>, burns: readonly Burn[], size: PageSize): Letter[][] {
  const lines: Letter[][] = []
  const told = new Set<Burn>()
  const tell = (burn: Burn) => {
    if (told.has(burn)) return
    told.add(burn)
    if (burn.stamped === null) return
    const { stamp, at } = burn.stamped
    const texts = [...stamp.text]
    lines.push(
      texts.map((text, index) => ({ text, box: { ...at, x: at.x + (at.width * index) / texts.length, width: at.width / texts.length } })),
    )
  }
  let run: Character[] = []
  const end = () => {
    for (const line of linesOf(run)) {
      const isLevel = line.length === 1 || Math.abs(line.at(-1)!.box.x - line[0]!.box.x) >= Math.abs(line.at(-1)!.box.y - line[0]!.box.y)
      const letters = line.map(({ text, box }) => ({ text, box: inPoints(box, size) }))
      if (isLevel) lines.push(spaced(evened(letters)))
      else lines.push(...letters.map((letter) => [letter]))
    }
    run = []
  }
  for (const one of characters) {
    const { box } = one
    const burn = box === null ? undefined : burns.find((candidate) => shareWithin(inPoints(box, size), candidate.box) > touched)
    if (burn || (box !== null && !seen.has(one))) end()
    if (burn) tell(burn)
    else if (box === null || seen.has(one)) run.push(one)
  }
  end()
  for (const burn of burns) tell(burn)
  return lines
}

/** Spaces leave no ink: they are put back where words stand apart. */
const spaced = (letters: readonly Letter[]): Letter[] =>
  letters.flatMap((letter, index) => {
    const before = letters[index - 1]?.box
    if (before === undefined) return [letter]
    const x = before.x + before.width
    const width = letter.box.x - x
    return isGap(before, letter.box) ? [{ text: ' ', box: { ...letter.box, x, width } }, letter] : [letter]
  })

const inPoints = (box: Box, size: PageSize): Box => ({
  x: box.x * size.width,
  y: box.y * size.height,
  width: box.width * size.width,
  height: box.height * size.height,
})

/** One line has one height: the lowest top and the highest bottom, so that nothing reaches above or below what stood there. */
function evened(letters: readonly Letter[]): Letter[] {
  const top = Math.max(...letters.map(({ box }) => box.y))
  const bottom = Math.min(...letters.map(({ box }) => box.y + box.height))
  const first = letters[0]!.box
  const [y, height] = bottom - top > first.height * 0.3 ? [top, bottom - top] : [first.y, first.height]
  return letters.map(({ text, box }) => ({ text, box: { ...box, y, height } }))
}
