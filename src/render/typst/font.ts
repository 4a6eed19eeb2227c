/**
 * Reading and lightening TrueType fonts. A whole Chinese font is 15 MB and 30,000 glyphs; a report needs a few hundred of
 * them, nearly always among the 6,763 characters of GB/T 2312. A browser therefore gets fonts with the outlines of those
 * alone, and the whole font only for a report that prints another character.
 */

/** The glyph of each character a font has, by code point. Throws an `Error` where the bytes are no such font. */
export function glyphsOf(font: Uint8Array): Map<number, number> {
  const view = viewOf(font)
  const cmap = tablesOf(font).get('cmap')
  if (!cmap) throw new Error('no TrueType font: it has no character map')
  for (let index = 0; index < view.getUint16(cmap.offset + 2); index++) {
    const subtable = cmap.offset + view.getUint32(cmap.offset + 4 + index * 8 + 4)
    if (view.getUint16(subtable) === 12) return readGroups(view, subtable)
  }
  throw new Error('no TrueType font of this kind: its character map has no subtable of format 12')
}

/** The font with the outlines of the characters in `keep` only. The other characters leave its map, so that another font sets them. */
export function lightenFont(font: Uint8Array, keep: ReadonlySet<number>): Uint8Array {
  const tables = tablesOf(font)
  const kept = new Map<number, number>()
  const dropped = new Set<number>()
  for (const [character, glyph] of glyphsOf(font)) {
    if (keep.has(character)) kept.set(character, glyph)
    else dropped.add(glyph)
  }
  const outlines = outlinesOf(font)
  // Glyphs that no character names stay: features of the font put them in the place of others.
  const wanted = new Set(outlines.keys())
  for (const glyph of dropped) wanted.delete(glyph)
  for (const glyph of kept.values()) reach(glyph, outlines, wanted)
  const { glyf, loca } = pack(outlines, wanted)
  const parts = new Map<string, Uint8Array>()
  for (const [tag, { offset, length }] of tables) parts.set(tag, font.subarray(offset, offset + length))
  parts.set('cmap', writeGroups(kept))
  parts.set('glyf', glyf)
  parts.set('loca', loca)
  const head = parts.get('head')!.slice()
  viewOf(head).setInt16(indexToLocFormat, 1)
  parts.set('head', head)
  return assembleFont(parts, font.subarray(0, 4))
}

/** Everyday characters: Latin, punctuation, signs and the characters of GB/T 2312. */
export function everydayCharacters(): ReadonlySet<number> {
  const characters = new Set<number>()
  for (const [from, to] of [
    [0x20, 0x24f],
    [0x370, 0x3ff],
    [0x2000, 0x206f],
    [0x20a0, 0x22ff],
    [0x2460, 0x24ff],
    [0x2500, 0x27bf],
    [0x3000, 0x303f],
    [0x3220, 0x33ff],
    [0xff00, 0xffef],
  ] as const)
    for (let character = from; character <= to; character++) characters.add(character)
  const decoder = new TextDecoder('gbk')
  for (let row = 0xa1; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell])).codePointAt(0)!
      if (character !== 0xfffd) characters.add(character)
    }
  return characters
}

interface Extent {
  readonly offset: number
  readonly length: number
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function tablesOf(font: Uint8Array): Map<string, Extent> {
  const view = viewOf(font)
  if (font.length < 12 || view.getUint32(0) !== 0x00010000) throw new Error('no TrueType font')
  const tables = new Map<string, Extent>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16
    tables.set(String.fromCharCode(...font.subarray(entry, entry + 4)), {
      offset: view.getUint32(entry + 8),
      length: view.getUint32(entry + 12),
    })
  }
  return tables
}

function readGroups(view: DataView, subtable: number): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let group = 0; group < view.getUint32(subtable + 12); group++) {
    const at = subtable + 16 + group * 12
    const first = view.getUint32(at)
    const glyph = view.getUint32(at + 8)
    for (let character = first; character <= view.getUint32(at + 4); character++) glyphs.set(character, glyph + character - first)
  }
  return glyphs
}

/** Place in `head` of the field that says how `loca` counts. */
const indexToLocFormat = 50

/** The outline of each glyph by its number; empty for a space. */
function outlinesOf(font: Uint8Array): Map<number, Uint8Array> {
  const view = viewOf(font)
  const tables = tablesOf(font)
  const [head, loca, glyf] = [tables.get('head'), tables.get('loca'), tables.get('glyf')]
  if (!head || !loca || !glyf) throw new Error('no TrueType font: it has no outlines')
  const long = view.getInt16(head.offset + indexToLocFormat) === 1
  const count = loca.length / (long ? 4 : 2) - 1
  const placeOf = (glyph: number) => (long ? view.getUint32(loca.offset + glyph * 4) : view.getUint16(loca.offset + glyph * 2) * 2)
  const outlines = new Map<number, Uint8Array>()
  for (let glyph = 0; glyph < count; glyph++)
    outlines.set(glyph, font.subarray(glyf.offset + placeOf(glyph), glyf.offset + placeOf(glyph + 1)))
  return outlines
}

/** Flags of a part of a compound glyph. */
const wordArguments = 0x0001
const scale = 0x0008
const moreParts = 0x0020
const twoScales = 0x0040
const matrix = 0x0080

/** Adds a glyph and, where it is made of others, those too. */
function reach(glyph: number, outlines: ReadonlyMap<number, Uint8Array>, wanted: Set<number>): void {
  wanted.add(glyph)
  const outline = outlines.get(glyph)
  if (!outline || outline.length < 12) return
  const view = viewOf(outline)
  if (view.getInt16(0) >= 0) return
  let at = 10
  for (let flags = moreParts; flags & moreParts; ) {
    flags = view.getUint16(at)
    const part = view.getUint16(at + 2)
    if (!wanted.has(part)) reach(part, outlines, wanted)
    at += 4 + (flags & wordArguments ? 4 : 2) + (flags & matrix ? 8 : flags & twoScales ? 4 : flags & scale ? 2 : 0)
  }
}

function pack(outlines: ReadonlyMap<number, Uint8Array>, wanted: ReadonlySet<number>): { glyf: Uint8Array; loca: Uint8Array } {
  const padded = (length: number) => (length + 3) & ~3
  let size = 0
  for (const glyph of wanted) size += padded(outlines.get(glyph)?.length ?? 0)
  const glyf = new Uint8Array(size)
  const loca = new Uint8Array((outlines.size + 1) * 4)
  const places = viewOf(loca)
  let at = 0
  for (const [glyph, outline] of outlines) {
    places.setUint32(glyph * 4, at)
    if (!wanted.has(glyph)) continue
    glyf.set(outline, at)
    at += padded(outline.length)
  }
  places.setUint32(outlines.size * 4, at)
  return { glyf, loca }
}

/** A character map with one subtable of format 12, for Unicode and for Windows. */
function writeGroups(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const groups: { first: number; last: number; glyph: number }[] = []
  for (const [character, glyph] of [...glyphs].sort((a, b) => a[0] - b[0])) {
    const group = groups.at(-1)
    if (group && group.last + 1 === character && group.glyph + character - group.first === glyph) group.last = character
    else groups.push({ first: character, last: character, glyph })
  }
  const start = 4 + 2 * 8
  const cmap = new Uint8Array(start + 16 + groups.length * 12)
  const view = viewOf(cmap)
  view.setUint16(2, 2)
  ;[
    [0, 4],
    [3, 10],
  ].forEach(([platform, encoding], index) => {
    view.setUint16(4 + index * 8, platform!)
    view.setUint16(6 + index * 8, encoding!)
    view.setUint32(8 + index * 8, start)
  })
  view.setUint16(start, 12)
  view.setUint32(start + 4, 16 + groups.length * 12)
  view.setUint32(start + 12, groups.length)
  groups.forEach(({ first, last, glyph }, index) => {
    const at = start + 16 + index * 12
    view.setUint32(at, first)
    view.setUint32(at + 4, last)
    view.setUint32(at + 8, glyph)
  })
  return cmap
}

/** A font file of its tables, with their checksums. */
function assembleFont(parts: ReadonlyMap<string, Uint8Array>, version: Uint8Array): Uint8Array {
  const tags = [...parts.keys()].sort()
  const padded = (length: number) => (length + 3) & ~3
  const start = 12 + tags.length * 16
  const font = new Uint8Array(tags.reduce((size, tag) => size + padded(parts.get(tag)!.length), start))
  const view = viewOf(font)
  font.set(version)
  view.setUint16(4, tags.length)
  const power = Math.floor(Math.log2(tags.length))
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, tags.length * 16 - (16 << power))
  let at = start
  let headAt = 0
  tags.forEach((tag, index) => {
    const part = parts.get(tag)!
    font.set(part, at)
    if (tag === 'head') {
      headAt = at
      view.setUint32(at + 8, 0)
    }
    const entry = 12 + index * 16
    for (let letter = 0; letter < 4; letter++) font[entry + letter] = tag.charCodeAt(letter)
    view.setUint32(entry + 4, checksum(font.subarray(at, at + padded(part.length))))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, part.length)
    at += padded(part.length)
  })
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(font)) >>> 0)
  return font
}

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at + 3 < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
