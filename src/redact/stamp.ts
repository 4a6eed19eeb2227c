/** The words stamped on what is blacked out, as a mask of dots: drawn over the black in white, they hold nothing of what was there. */
import { fontBytes } from './fonts.ts'
import { draw, numbersAt, type Pdfium, withMemory } from './pdfium.ts'

export interface Stamp {
  readonly text: string
  readonly width: number
  readonly height: number
  /** One bit a dot, rows padded to bytes, 0 where there is ink: as a PDF's image mask has it. */
  readonly bits: Uint8Array
}

/** Dots from the top of the highest letter to the bottom of the lowest: about 600 to the inch at the size it is printed. */
const size = 56

interface Press {
  readonly document: number
  readonly font: number
  readonly made: Map<string, Stamp>
}
const presses = new WeakMap<Pdfium, Press>()

/** The mask of some words. The same words give the same dots. */
export function stampOf(pdfium: Pdfium, text: string): Stamp {
  const press = presses.get(pdfium) ?? setUp(pdfium)
  const known = press.made.get(text)
  if (known) return known
  const made = make(pdfium, press, text)
  press.made.set(text, made)
  return made
}

function setUp(pdfium: Pdfium): Press {
  const { call } = pdfium
  const document = call.FPDF_CreateNewDocument()
  const bytes = fontBytes('sans')
  const font = withMemory(pdfium, bytes.length, (at) => {
    pdfium.bytes().set(bytes, at)
    return call.FPDFText_LoadFont(document, at, bytes.length, 2, true)
  })
  if (font === 0) throw new Error('the font of the stamps cannot be loaded')
  const press = { document, font, made: new Map<string, Stamp>() }
  presses.set(pdfium, press)
  return press
}

function make(pdfium: Pdfium, { document, font }: Press, text: string): Stamp {
  const { call } = pdfium
  const object = call.FPDFPageObj_CreateTextObj(document, font, size)
  withMemory(pdfium, (text.length + 1) * 2, (at) => {
    call.pdfium.stringToUTF16(text, at, (text.length + 1) * 2)
    call.FPDFText_SetText(object, at)
  })
  const [left, bottom, right, top] = withMemory(pdfium, 16, (at) => {
    call.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)
    return numbersAt(pdfium, at, 4, 'float') as [number, number, number, number]
  })
  const [width, height] = [Math.ceil(right - left) + 2, Math.ceil(top - bottom) + 2]
  call.FPDFPageObj_Transform(object, 1, 0, 0, 1, 1 - left, 1 - bottom)
  const page = call.FPDFPage_New(document, 0, width, height)
  call.FPDFPage_InsertObject(page, object)
  call.FPDFPage_GenerateContent(page)
  const { pixels } = draw({ pdfium, handle: document, pages: [], close: () => {} }, page, width, height)
  call.FPDF_ClosePage(page)
  call.FPDFPage_Delete(document, 0)
  const stride = Math.ceil(width / 8)
  const bits = new Uint8Array(stride * height).fill(0xff)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (pixels[(y * width + x) * 3]! < 128) bits[y * stride + (x >> 3)]! &= ~(0x80 >> (x & 7))
  if (bits.every((byte) => byte === 0xff)) throw new Error(`the stamp “${text}” has no ink: the font lacks its characters`)
  return { text, width, height, bits }
}

/** What may be stamped for a ground, the longest first: all of it, its first word, and that without 第 and 条. */
export function variantsOf(ground: string): string[] {
  const first = ground.trim().split(/\s+/)[0] ?? ''
  const bare = first.replace(/^第/, '').replace(/条$/, '')
  return [...new Set([ground.trim(), first, bare])].filter((text) => text !== '')
}
