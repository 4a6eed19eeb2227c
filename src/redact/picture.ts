/** A page's dots as a PDF's image: grey where the page is grey, else a fixed palette; the same dots give the same bytes. */
import { deflateSync } from 'node:zlib'
import type { Raster } from './pdfium.ts'

export interface Picture {
  readonly width: number
  readonly height: number
  readonly bitsPerComponent: 1 | 4 | 8
  /** As it stands in the image's dictionary. */
  readonly colourSpace: string
  /** Rows of dots behind PNG's filter 2 (Up), deflated. */
  readonly data: Uint8Array
}

/** Channels may lie this far apart in what is still grey: scanners tint paper and edges. */
const greyWithin = 12

export function pictureOf(raster: Raster): Picture {
  const { width, height } = raster
  const isGrey = allGrey(raster.pixels)
  if (isGrey) {
    const levels = greyLevels(raster.pixels)
    const isPlain = levels.every((level) => level === 0 || level === 15)
    const bits = isPlain ? 1 : 4
    const rows = packed(isPlain ? levels.map((level) => level & 1) : levels, width, height, bits)
    return { width, height, bitsPerComponent: bits, colourSpace: '/DeviceGray', data: deflated(rows, height) }
  }
  const rows = packed(paletteIndexes(raster.pixels), width, height, 8)
  const colourSpace = `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${Buffer.from(palette).toString('hex')}>]`
  return { width, height, bitsPerComponent: 8, colourSpace, data: deflated(rows, height) }
}

function allGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 3) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > greyWithin) return false
  }
  return true
}

/** Sixteen levels, as many as four bits hold. */
function greyLevels(pixels: Uint8Array): Uint8Array {
  const levels = new Uint8Array(pixels.length / 3)
  for (let index = 0, at = 0; index < levels.length; index++, at += 3)
    levels[index] = Math.round((pixels[at]! * 0.299 + pixels[at + 1]! * 0.587 + pixels[at + 2]! * 0.114) / 17)
  return levels
}

/** 16 greys, then a cube of 6 reds, 7 greens and 5 blues: red seals, signatures and charts keep their colour. */
const [reds, greens, blues] = [6, 7, 5] as const
const palette = paletteBytes()

function paletteBytes(): Uint8Array {
  const bytes: number[] = []
  for (let level = 0; level < 16; level++) bytes.push(level * 17, level * 17, level * 17)
  for (let red = 0; red < reds; red++)
    for (let green = 0; green < greens; green++)
      for (let blue = 0; blue < blues; blue++)
        bytes.push(Math.round((red * 255) / (reds - 1)), Math.round((green * 255) / (greens - 1)), Math.round((blue * 255) / (blues - 1)))
  return Uint8Array.from(bytes)
}

function paletteIndexes(pixels: Uint8Array): Uint8Array {
  const indexes = new Uint8Array(pixels.length / 3)
  for (let index = 0, at = 0; index < indexes.length; index++, at += 3) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
    indexes[index] =
      Math.max(red, green, blue) - Math.min(red, green, blue) <= greyWithin * 2
        ? Math.round((red * 0.299 + green * 0.587 + blue * 0.114) / 17)
        : 16 +
          (Math.round((red * (reds - 1)) / 255) * greens + Math.round((green * (greens - 1)) / 255)) * blues +
          Math.round((blue * (blues - 1)) / 255)
  }
  return indexes
}

function packed(values: Uint8Array, width: number, height: number, bits: 1 | 4 | 8): Uint8Array {
  if (bits === 8) return values
  const stride = Math.ceil((width * bits) / 8)
  const rows = new Uint8Array(stride * height)
  const perByte = 8 / bits
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * stride + Math.floor(x / perByte)]! |= values[y * width + x]! << (8 - bits * ((x % perByte) + 1))
  return rows
}

/** Each row less the one above it. */
function deflated(rows: Uint8Array, height: number): Uint8Array {
  const stride = rows.length / height
  const filtered = new Uint8Array(rows.length + height)
  for (let y = 0, at = 0; y < height; y++) {
    filtered[at++] = 2
    for (let x = 0; x < stride; x++, at++) filtered[at] = rows[y * stride + x]! - (y === 0 ? 0 : rows[(y - 1) * stride + x]!)
  }
  return deflateSync(filtered, { level: 9 })
}
