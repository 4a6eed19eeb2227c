/** The pictures of a page with where they lie, as the proof looks at them. */
import { around } from './characters.ts'
import type { Box } from './model.ts'
import { numbersAt, type Pdfium, placingOf, withMemory } from './pdfium.ts'

export interface PageImage {
  readonly width: number
  readonly height: number
  /** Where it lies on the page. */
  readonly box: Box
  /** The bytes of its dots, decoded. */
  readonly data: Uint8Array
  /** Whether every dot of it that lies within a box of the page is black. */
  isBlackWithin(box: Box): boolean
  /** Whether the box lies on it altogether. */
  covers(box: Box): boolean
}

const [textObject, imageObject] = [1, 3]

/** The pictures, and how many objects are neither picture nor text. */
export function pageImages(pdfium: Pdfium, page: number): { readonly images: PageImage[]; readonly others: number } {
  const { call } = pdfium
  const images: PageImage[] = []
  let others = 0
  const visit = (object: number, outer: Matrix) => {
    const kind = call.FPDFPageObj_GetType(object)
    if (kind === imageObject) images.push(imageOf(pdfium, page, object, outer))
    else if (kind !== textObject) {
      others++
      const inner = matrixOf(pdfium, object)
      // Forms hold objects of their own; a form in a form is as deep as anybody goes.
      const count = kind === 5 ? call.FPDFFormObj_CountObjects(object) : 0
      for (let index = 0; index < count; index++) visit(call.FPDFFormObj_GetObject(object, index), times(inner, outer))
    }
  }
  for (let index = 0; index < call.FPDFPage_CountObjects(page); index++) visit(call.FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0])
  return { images, others }
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const matrixOf = (pdfium: Pdfium, object: number): Matrix =>
  withMemory(pdfium, 24, (at) => {
    pdfium.call.FPDFPageObj_GetMatrix(object, at)
    return numbersAt(pdfium, at, 6, 'float') as unknown as Matrix
  })

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]

/** How far dots may stray from black. */
const blackUpTo = 0

function imageOf(pdfium: Pdfium, page: number, object: number, outer: Matrix): PageImage {
  const [a, b, c, d, e, f] = times(matrixOf(pdfium, object), outer)
  const place = placingOf(pdfium, page)
  // Corners of the picture on the page as shown: its own (0,0), (1,0) and (0,1).
  const [origin, right, up] = [place(e, f), place(a + e, b + f), place(c + e, d + f)]
  const [xx, xy, yx, yy] = [right.x - origin.x, right.y - origin.y, up.x - origin.x, up.y - origin.y]
  const size = xx * yy - xy * yx
  const within = (box: Box) => {
    const corners = [
      [box.x, box.y],
      [box.x + box.width, box.y],
      [box.x, box.y + box.height],
      [box.x + box.width, box.y + box.height],
    ].map(([x, y]) => [((x! - origin.x) * yy - (y! - origin.y) * yx) / size, ((y! - origin.y) * xx - (x! - origin.x) * xy) / size] as const)
    const [us, vs] = [corners.map(([u]) => u), corners.map(([, v]) => v)]
    return { left: Math.min(...us), right: Math.max(...us), top: 1 - Math.max(...vs), bottom: 1 - Math.min(...vs) }
  }
  const dots = dotsOf(pdfium, object)
  return {
    width: dots.width,
    height: dots.height,
    box: around([origin, right, up, { x: right.x + yx, y: right.y + yy }].map(({ x, y }) => ({ x, y, width: 0, height: 0 }))),
    data: dataOf(pdfium, object),
    isBlackWithin(box) {
      if (size === 0) return false
      const { left, right: end, top, bottom } = within(box)
      // Dots whose middle lies within; a hair's breadth is the rounding of PDFium's own numbers.
      const hair = 0.01
      const [fromX, toX] = [
        Math.max(0, Math.ceil(left * dots.width - 0.5 + hair)),
        Math.min(dots.width - 1, Math.floor(end * dots.width - 0.5 - hair)),
      ]
      const [fromY, toY] = [
        Math.max(0, Math.ceil(top * dots.height - 0.5 + hair)),
        Math.min(dots.height - 1, Math.floor(bottom * dots.height - 0.5 - hair)),
      ]
      for (let y = fromY; y <= toY; y++) for (let x = fromX; x <= toX; x++) if (dots.at(x, y) > blackUpTo) return false
      return true
    },
    covers(box) {
      if (size === 0) return false
      const { left, right: end, top, bottom } = within(box)
      return left > -0.001 && end < 1.001 && top > -0.001 && bottom < 1.001
    },
  }
}

/** The lightest channel of each dot. */
function dotsOf(pdfium: Pdfium, object: number): { width: number; height: number; at: (x: number, y: number) => number } {
  const { call } = pdfium
  const bitmap = call.FPDFImageObj_GetBitmap(object)
  if (bitmap === 0) return { width: 1, height: 1, at: () => 255 }
  const [width, height] = [call.FPDFBitmap_GetWidth(bitmap), call.FPDFBitmap_GetHeight(bitmap)]
  const [stride, start] = [call.FPDFBitmap_GetStride(bitmap), call.FPDFBitmap_GetBuffer(bitmap)]
  const channels = [0, 1, 3, 4, 4][call.FPDFBitmap_GetFormat(bitmap)] ?? 0
  const copy = pdfium.bytes().slice(start, start + stride * height)
  call.FPDFBitmap_Destroy(bitmap)
  if (channels === 0) return { width, height, at: () => 255 }
  return {
    width,
    height,
    at: (x, y) => {
      const at = y * stride + x * channels
      return channels === 1 ? copy[at]! : Math.max(copy[at]!, copy[at + 1]!, copy[at + 2]!)
    },
  }
}

function dataOf(pdfium: Pdfium, object: number): Uint8Array {
  const { call } = pdfium
  const size = call.FPDFImageObj_GetImageDataDecoded(object, 0, 0)
  // Only stamps are compared by their bytes, and they are small.
  if (size === 0 || size > 100_000) return new Uint8Array()
  return withMemory(pdfium, size, (at) => {
    call.FPDFImageObj_GetImageDataDecoded(object, at, size)
    return pdfium.bytes().slice(at, at + size)
  })
}
