/**
 * Fonts for files that do not carry their own, as most papers set in 仿宋 or 宋体 on an office computer: without them PDFium draws nothing where
 * the words should stand, and the result would lack them without a word. Noto stands in.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Pdfium } from './pdfium.ts'

const files = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const
export type LentFont = keyof typeof files
const names = Object.keys(files) as LentFont[]

const open = new Map<LentFont, Buffer>()

/** The bytes of a font of ours. */
export function fontBytes(name: LentFont): Buffer {
  const known = open.get(name)
  if (known) return known
  const read = readFileSync(createRequire(import.meta.url).resolve(files[name]))
  open.set(name, read)
  return read
}

/** GB 2312, Shift-JIS, Hangul, Big5: `charset` of a Windows font. */
const eastAsian = [134, 128, 129, 136]
const isChineseName = /[^\x20-\x7e]|sim|song|hei|kai|fang|ming|noto|source|wps|dengxian|yahei|gb/i
const isSansName = /hei|sans|gothic|dengxian|黑/i
const bold = 600

/** Tells PDFium where to find fonts: it has no system's. Latin it draws with its own. */
export function lendFonts(pdfium: Pdfium): void {
  const { addFunction, setValue, UTF8ToString, wasmExports } = pdfium.call.pdfium
  const mapFont = (_self: number, weight: number, _italic: number, charset: number, _pitch: number, face: number, exact: number) => {
    const name = face === 0 ? '' : UTF8ToString(face)
    if (!eastAsian.includes(charset) && !isChineseName.test(name)) return 0
    if (exact !== 0) setValue(exact, 0, 'i32')
    const family = isSansName.test(name) ? 'sans' : 'serif'
    return names.indexOf(weight >= bold ? `${family}-bold` : family) + 1
  }
  const fontData = (_self: number, font: number, table: number, buffer: number, size: number) => {
    const data = tableOf(fontBytes(names[font - 1]!), table)
    if (data === null) return 0
    if (buffer !== 0 && size >= data.length) pdfium.bytes().set(data, buffer)
    return data.length
  }
  const faceName = (_self: number, font: number, buffer: number, size: number) => {
    const name = Buffer.from(`${names[font - 1]}\0`)
    if (buffer !== 0 && size >= name.length) pdfium.bytes().set(name, buffer)
    return name.length
  }
  // FPDF_SYSFONTINFO, version 1. It lives as long as the library.
  const info = wasmExports.malloc(36)
  const fields = [
    1,
    // Each its own: one function given twice keeps the signature it had first.
    addFunction(() => {}, 'vi'),
    addFunction(() => {}, 'vii'),
    addFunction(mapFont, 'iiiiiiii'),
    addFunction(() => 0, 'iii'),
    addFunction(fontData, 'iiiiii'),
    addFunction(faceName, 'iiiii'),
    addFunction(() => eastAsian[0]!, 'iii'),
    addFunction(() => {}, 'vii'),
  ]
  for (const [index, field] of fields.entries()) setValue(info + index * 4, field, 'i32')
  pdfium.call.FPDF_SetSystemFontInfo(info)
}

/** A table of a TrueType font by its tag; the whole file for 0. */
function tableOf(font: Buffer, tag: number): Buffer | null {
  if (tag === 0) return font
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16
    if (font.readUInt32BE(entry) === tag >>> 0)
      return font.subarray(font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 8) + font.readUInt32BE(entry + 12))
  }
  return null
}
