/** PDFium as functions of a document: opening, drawing, characters with their boxes. Everything here is synchronous and runs in the worker. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { lendFonts } from './fonts.ts'
import { type Box, limits, type PageSize, Refused } from './model.ts'

export interface Pdfium {
  readonly call: WrappedPdfiumModule
  /** A view of its memory; asked for anew after each call, for it moves when it grows. */
  bytes(): Uint8Array
}

/** PDFium with our fonts for what a file does not carry. */
export async function loadPdfium(): Promise<Pdfium> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const call = await init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer })
  call.PDFiumExt_Init()
  const module = call.pdfium as unknown as { readonly HEAPU8: Uint8Array }
  const pdfium: Pdfium = { call, bytes: () => module.HEAPU8 }
  lendFonts(pdfium)
  return pdfium
}

export interface Document {
  readonly pdfium: Pdfium
  readonly handle: number
  readonly pages: readonly PageSize[]
  close(): void
}

/** `FPDF_GetLastError` of a file that asks for a password, or guards itself in a way PDFium does not know. */
const lockedErrors = [4, 5]

/** Opens a file. Throws Refused. */
export function openDocument(pdfium: Pdfium, bytes: Uint8Array): Document {
  if (!looksLikePdf(bytes)) throw new Refused('not-a-pdf')
  const { call } = pdfium
  const memory = call.pdfium.wasmExports.malloc(bytes.length)
  if (memory === 0) throw new Refused('page-too-large')
  pdfium.bytes().set(bytes, memory)
  const handle = call.FPDF_LoadMemDocument(memory, bytes.length, '')
  const free = () => call.pdfium.wasmExports.free(memory)
  if (handle === 0) {
    free()
    throw new Refused(lockedErrors.includes(call.FPDF_GetLastError()) ? 'encrypted' : 'damaged')
  }
  const close = () => {
    call.FPDF_CloseDocument(handle)
    free()
  }
  try {
    // Opened without a password it may still forbid copying: whoever locked it said so, and an unlocked copy can be made where it was written.
    if (call.EPDF_IsEncrypted(handle)) throw new Refused('encrypted')
    return { pdfium, handle, pages: sizesOf(pdfium, handle), close }
  } catch (error) {
    close()
    throw error
  }
}

/** PDF readers look for the head in the first kilobyte. */
const looksLikePdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

function sizesOf(pdfium: Pdfium, handle: number): PageSize[] {
  const count = pdfium.call.FPDF_GetPageCount(handle)
  if (count < 1) throw new Refused('no-pages')
  if (count > limits.pages) throw new Refused('too-many-pages')
  return Array.from({ length: count }, (_, index) =>
    withPage(pdfium, handle, index, (page) => {
      const size = { width: pdfium.call.FPDF_GetPageWidthF(page), height: pdfium.call.FPDF_GetPageHeightF(page) }
      if (!(size.width >= 1 && size.height >= 1)) throw new Refused('damaged')
      if (size.width > limits.side || size.height > limits.side) throw new Refused('page-too-large')
      return size
    }),
  )
}

/** Runs `work` on a loaded page. Throws Refused where it cannot be loaded. */
export function withPage<T>(pdfium: Pdfium, document: number, index: number, work: (page: number) => T): T {
  const page = pdfium.call.FPDF_LoadPage(document, index)
  if (page === 0) throw new Refused('damaged')
  try {
    return work(page)
  } finally {
    pdfium.call.FPDF_ClosePage(page)
  }
}

/** Runs `work` with some bytes of PDFium's memory, given back afterwards. */
export function withMemory<T>({ call, bytes }: Pdfium, size: number, work: (at: number) => T): T {
  const at = call.pdfium.wasmExports.malloc(size)
  if (at === 0) throw new Refused('page-too-large')
  bytes().fill(0, at, at + size)
  try {
    return work(at)
  } finally {
    call.pdfium.wasmExports.free(at)
  }
}

/** Numbers that PDFium wrote to its memory. */
export function numbersAt(pdfium: Pdfium, at: number, count: number, kind: 'float' | 'double' | 'i32'): number[] {
  const step = kind === 'double' ? 8 : 4
  return Array.from({ length: count }, (_, index) => pdfium.call.pdfium.getValue(at + index * step, kind))
}

export interface Raster {
  readonly width: number
  readonly height: number
  /** Red, green, blue, one byte each. */
  readonly pixels: Uint8Array
}

/** Draw annotations as they would be seen. */
const withAnnotations = 1

/** A page as it is seen, on white. */
export function draw({ pdfium }: Document, page: number, width: number, height: number): Raster {
  const { call } = pdfium
  if (width * height > limits.dots) throw new Refused('page-too-large')
  const bitmap = call.FPDFBitmap_CreateEx(width, height, 3, 0, 0)
  if (bitmap === 0) throw new Refused('page-too-large')
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations)
    return { width, height, pixels: rgbOf(pdfium, bitmap, width, height) }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

/** Turns blue, green, red, unused into red, green, blue. */
function rgbOf(pdfium: Pdfium, bitmap: number, width: number, height: number): Uint8Array {
  const from = pdfium.bytes()
  const start = pdfium.call.FPDFBitmap_GetBuffer(bitmap)
  const stride = pdfium.call.FPDFBitmap_GetStride(bitmap)
  const pixels = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0, at = start + y * stride; x < width; x++, at += 4, to += 3) {
      pixels[to] = from[at + 2]!
      pixels[to + 1] = from[at + 1]!
      pixels[to + 2] = from[at]!
    }
  return pixels
}

/** From points of the page's own space to parts of the page as shown. */
export type Placing = (x: number, y: number) => { readonly x: number; readonly y: number }

/** How a page's own space lies on the page as shown: rotation and crop included. */
export function placingOf(pdfium: Pdfium, page: number): Placing {
  const { call } = pdfium
  const whole = 100_000_000
  const at = (x: number, y: number) =>
    withMemory(pdfium, 8, (memory) => {
      call.FPDF_PageToDevice(page, 0, 0, whole, whole, 0, x, y, memory, memory + 4)
      return numbersAt(pdfium, memory, 2, 'i32').map((value) => value / whole) as [number, number]
    })
  const [originX, originY] = at(0, 0)
  const [rightX, rightY] = at(100, 0)
  const [upX, upY] = at(0, 100)
  const [xx, xy, yx, yy] = [(rightX - originX) / 100, (rightY - originY) / 100, (upX - originX) / 100, (upY - originY) / 100]
  return (x, y) => ({ x: originX + x * xx + y * yx, y: originY + x * xy + y * yy })
}

/** The box on the page as shown around a box in its own space. */
export function placed(place: Placing, left: number, bottom: number, right: number, top: number): Box {
  const corners = [place(left, bottom), place(right, bottom), place(left, top), place(right, top)]
  const x = Math.min(...corners.map((corner) => corner.x))
  const y = Math.min(...corners.map((corner) => corner.y))
  return {
    x,
    y,
    width: Math.max(...corners.map((corner) => corner.x)) - x,
    height: Math.max(...corners.map((corner) => corner.y)) - y,
  }
}
