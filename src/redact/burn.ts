/** Where black goes and what is stamped on it. Lengths are points of the page as shown, from its top left corner. */
import { around, type Placed, shareWithin } from './characters.ts'
import type { Box, Mark, PageSize } from './model.ts'
import type { Pdfium, Raster } from './pdfium.ts'
import { type Stamp, stampOf, variantsOf } from './stamp.ts'

export interface Burn {
  /** What becomes black. */
  readonly box: Box
  /** What is stamped, and where. Null where marks lie on each other and another's stamp fills the place. */
  readonly stamped: { readonly stamp: Stamp; readonly at: Box } | null
}

/** A character of which this much lies under a mark is covered whole: half a character can be read. */
export const coveredFrom = 0.3

/** Points added all around, for what ink bleeds beyond its box. */
const margin = 0.6
const largestStamp = 8
const smallestStamp = 4.5
const padding = 1

/** What each mark of a page blackens, grown over the characters it cuts, and a stamp on each that lies on no other's. */
export function burnsOf(pdfium: Pdfium, marks: readonly Mark[], size: PageSize, characters: readonly Placed[]): Burn[] {
  const taken: Box[] = []
  return marks.map((mark) => {
    const { box, stamp, height } = fitted(pdfium, mark, blackOf(mark, size, characters), size)
    const at = placesIn(box, (height * stamp.width) / stamp.height, height).find(
      (place) => !taken.some((other) => shareWithin(place, other) > 0),
    )
    if (at) taken.push(at)
    return { box, stamped: at ? { stamp, at } : null }
  })
}

/** The box of a mark in points, grown over the characters it cuts. */
function blackOf(mark: Mark, size: PageSize, characters: readonly Placed[]): Box {
  const cut = characters.filter(({ box }) => shareWithin(box, mark.area) >= coveredFrom)
  const whole = around([mark.area, ...cut.map(({ box }) => box)])
  return {
    x: whole.x * size.width - margin,
    y: whole.y * size.height - margin,
    width: whole.width * size.width + margin * 2,
    height: whole.height * size.height + margin * 2,
  }
}

/** The longest stamp that can be read in the box; where none can, the shortest, and the box grown for it. */
function fitted(pdfium: Pdfium, mark: Mark, box: Box, size: PageSize): { box: Box; stamp: Stamp; height: number } {
  const stamps = variantsOf(mark.ground).map((text) => stampOf(pdfium, text))
  for (const stamp of stamps) {
    const height = heightIn(stamp, box)
    if (height >= smallestStamp) return { box, stamp, height }
  }
  const stamp = stamps.at(-1)!
  const grown = atLeast(box, (smallestStamp * stamp.width) / stamp.height + padding * 2, smallestStamp + padding * 2, size)
  return { box: grown, stamp, height: smallestStamp }
}

const heightIn = (stamp: Stamp, box: Box): number =>
  Math.min(largestStamp, box.height - padding * 2, ((box.width - padding * 2) * stamp.height) / stamp.width)

/** Where a stamp may stand in a box: in the middle, else at its sides and corners. */
function placesIn(box: Box, width: number, height: number): Box[] {
  const [columns, rows] = [
    [box.x + (box.width - width) / 2, box.x + padding, box.x + box.width - width - padding],
    [box.y + (box.height - height) / 2, box.y + padding, box.y + box.height - height - padding],
  ]
  return rows.flatMap((y) => columns.map((x) => ({ x, y, width, height })))
}

/** Widened about its middle, and kept on the page. */
function atLeast(box: Box, width: number, height: number, page: PageSize): Box {
  const [w, h] = [Math.max(box.width, width), Math.max(box.height, height)]
  const x = Math.max(0, Math.min(box.x - (w - box.width) / 2, page.width - w))
  const y = Math.max(0, Math.min(box.y - (h - box.height) / 2, page.height - h))
  return { x, y, width: w, height: h }
}

/** Makes every dot that the box touches black. */
export function blacken({ width, height, pixels }: Raster, size: PageSize, box: Box): void {
  const left = Math.max(0, Math.floor((box.x / size.width) * width))
  const right = Math.min(width, Math.ceil(((box.x + box.width) / size.width) * width))
  const top = Math.max(0, Math.floor((box.y / size.height) * height))
  const bottom = Math.min(height, Math.ceil(((box.y + box.height) / size.height) * height))
  for (let y = top; y < bottom; y++) pixels.fill(0, (y * width + left) * 3, (y * width + right) * 3)
}
