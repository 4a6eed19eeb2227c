import { decode } from '../encoding.ts'
import { Failure } from '../failure.ts'
import { deepestNesting, mostNodes } from '../limits.ts'
import { type Part, unpack } from '../zip.ts'

/** The start tag just met; its attributes are read only when asked for, and only while it is the one just met. */
export interface Tag {
  readonly source: string
  /** Where its attributes begin and end in the source. */
  readonly from: number
  readonly to: number
}

export interface Listener {
  readonly open: (name: string, tag: Tag) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/**
 * Tells a listener what stands in a part of an office file, in order; no tree is built.
 * Throws `damaged` where the XML is not well formed, `too-large` beyond a million elements or a nesting of 1000.
 */
export function listen(bytes: Uint8Array, part: Part, listener: Listener): void {
  if (!scan(decode(unpack(bytes, part)), listener)) throw new Failure('damaged', { part: part.name })
}

/**
 * Runs over XML as office files have it: elements, attributes, text, the five entities and character numbers. A document
 * type, which they may not have, counts as broken. False where tags do not match or anything is cut off.
 * General parsers read every attribute of every element, of which a report needs one in ten.
 */
export function scan(source: string, { open, close, text }: Listener): boolean {
  const tag = { source, from: 0, to: 0 }
  const names: string[] = []
  let elements = 0
  let at = 0
  for (;;) {
    const start = source.indexOf('<', at)
    if (start === -1) break
    if (start > at) {
      if (names.length > 0) {
        const words = resolve(source.slice(at, start))
        if (words === null) return false
        text(words)
      } else if (!isBlank(source, at, start)) return false
    }
    const next = source.charCodeAt(start + 1)
    if (next === slash) {
      const name = names.pop()
      if (name === undefined || !source.startsWith(name, start + 2)) return false
      const end = source.indexOf('>', start + 2 + name.length)
      if (end === -1 || !isBlank(source, start + 2 + name.length, end)) return false
      close(name)
      at = end + 1
    } else if (next === bang || next === question) {
      const end = endOfSpecial(source, start)
      if (end === -1) return false
      if (source.startsWith('<![CDATA[', start)) {
        if (names.length === 0) return false
        text(source.slice(start + 9, end - 3))
      }
      at = end
    } else {
      if (names.length === 0 && elements > 0) return false
      const end = endOfTag(source, start + 1)
      if (end === -1) return false
      const nameEnd = endOfName(source, start + 1)
      if (nameEnd === start + 1) return false
      if (++elements > mostNodes || names.length >= deepestNesting) throw new Failure('too-large')
      const name = source.slice(start + 1, nameEnd)
      const closed = source.charCodeAt(end - 1) === slash
      tag.from = nameEnd
      tag.to = closed ? end - 1 : end
      open(name, tag)
      if (closed) close(name)
      else names.push(name)
      at = end + 1
    }
  }
  return elements > 0 && names.length === 0 && isBlank(source, at, source.length)
}

/** An attribute by its full name; undefined where there is none or it is not readable. */
export function attribute(tag: Tag, name: string): string | undefined {
  for (const found of attributesOf(tag)) if (found.name === name) return found.value
  return undefined
}

/** An attribute by its name without prefix: the prefix is the file's choice. */
export function attributeNamed(tag: Tag, local: string): string | undefined {
  for (const found of attributesOf(tag)) if (localName(found.name) === local) return found.value
  return undefined
}

/** A name without its namespace's prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const attributePattern = /\s*([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

export function* attributesOf(tag: Tag): Generator<{ readonly name: string; readonly value: string }> {
  let at = tag.from
  while (at < tag.to) {
    attributePattern.lastIndex = at
    const found = attributePattern.exec(tag.source)
    if (found === null || found.index + found[0].length > tag.to) return
    at = attributePattern.lastIndex
    const value = resolve(found[2] ?? found[3]!)
    if (value !== null) yield { name: found[1]!, value }
  }
}

const slash = 47
const bang = 33
const question = 63

/** Where the tag ends: its `>`, which may also stand inside quotes. -1 where it has none. */
function endOfTag(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 62) return at
    if (code === 60) return -1
    if (code === 34 || code === 39) {
      at = source.indexOf(code === 34 ? '"' : "'", at + 1)
      if (at === -1) return -1
    }
  }
  return -1
}

function endOfName(source: string, from: number): number {
  let at = from
  for (; ; at++) {
    const code = source.charCodeAt(at)
    if (code === 62 || code === slash || code === 61 || code <= 32 || Number.isNaN(code)) return at
  }
}

const specials = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Where a comment, a CDATA section or a processing instruction ends; -1 for a document type and for what is cut off. */
function endOfSpecial(source: string, start: number): number {
  for (const [opening, closing] of specials) {
    if (!source.startsWith(opening, start)) continue
    const end = source.indexOf(closing, start + opening.length)
    return end === -1 ? -1 : end + closing.length
  }
  return -1
}

function isBlank(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return false
  }
  return true
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its entities resolved; null where one is unknown. */
function resolve(text: string): string | null {
  if (!text.includes('&')) return text
  let whole = true
  const plain = text.replace(/&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));|&/g, (_, decimal, hexadecimal, name) => {
    const code = decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : null
    const character = code === null ? named[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (character === undefined) whole = false
    return character ?? ''
  })
  return whole ? plain : null
}
