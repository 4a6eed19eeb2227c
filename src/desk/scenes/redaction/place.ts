/** Where marks lie: parts of the page's width and height, 0 to 1. */
import type { Area, RedactionGround, RedactionMark } from '../../api-types.ts'

/** A mark on the screen; its key lasts while the page is open. */
export interface Marked extends RedactionMark {
  readonly key: string
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

let last = 0
export const keyed = (mark: RedactionMark): Marked => ({ ...mark, key: `m${++last}` })
export const marked = ({ page, x, y, width, height }: Area, ground: RedactionGround): Marked => keyed({ page, x, y, width, height, ground })

/** Less than this cannot be hit with a mouse. */
const least = 0.004

/** Kept on the page, and never too small to be seen. */
export function onPage<P extends Place>(place: P): P {
  const width = Math.min(1, Math.max(least, place.width))
  const height = Math.min(1, Math.max(least, place.height))
  return { ...place, width, height, x: Math.min(1 - width, Math.max(0, place.x)), y: Math.min(1 - height, Math.max(0, place.y)) }
}

/** The place between two corners, in whatever order they were drawn. */
export const between = (one: { x: number; y: number }, other: { x: number; y: number }): Place => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})

/** How much of a place lies under another, 0 to 1. */
export function shareUnder(place: Place, over: Place): number {
  const width = Math.min(place.x + place.width, over.x + over.width) - Math.max(place.x, over.x)
  const height = Math.min(place.y + place.height, over.y + over.height) - Math.max(place.y, over.y)
  return width <= 0 || height <= 0 ? 0 : (width * height) / (place.width * place.height)
}

/** Whether marks cover an area already. */
export const isMarked = (area: Area, marks: readonly RedactionMark[]): boolean =>
  marks.some((mark) => mark.page === area.page && shareUnder(area, mark) > 0.9)

/** By page, then from the top, then from the left: the order in which they are numbered. */
export const inOrder = (marks: readonly Marked[]): Marked[] =>
  [...marks].sort((one, other) => one.page - other.page || one.y - other.y || one.x - other.x)

const step = 0.004

/** What an arrow key does to a mark: moves it, with Shift sizes it. Null for any other key. */
export function nudged(mark: Marked, key: string, isSizing: boolean): Marked | null {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key]
  if (way === undefined) return null
  const [x, y] = [way[0]! * step, way[1]! * step]
  return onPage(isSizing ? { ...mark, width: mark.width + x, height: mark.height + y } : { ...mark, x: mark.x + x, y: mark.y + y })
}
