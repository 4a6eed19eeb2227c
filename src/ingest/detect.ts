import { ascii, decode } from './encoding.ts'
import { Failure } from './failure.ts'
import { largestFile, largestText } from './limits.ts'
import { kindOfJson } from './readers/json.ts'
import { openZip, unpack, type Zip } from './zip.ts'

export type Format = 'text' | 'html' | 'docx' | 'xlsx' | 'json'

/**
 * What a file is, by its content; its name only breaks ties. Markdown counts as text.
 * Throws `empty` (nothing but white space), `too-large` (over 64 MB), `unsupported-format` with {format} (`png`, `pdf`,
 * `doc`, `zip`, `binary` …), `damaged` for a zip without a whole directory, `not-a-report` for JSON of another kind.
 */
export function detect(bytes: Uint8Array, name: string): Format {
  if (bytes.length > largestFile) throw new Failure('too-large', { limit: largestFile })
  const head = ascii(bytes.subarray(0, 64))
  if (zipOpenings.some((opening) => head.startsWith(opening))) return zipFormat(bytes, name)
  const binary = signatures.find((signature) => head.startsWith(signature.opening, signature.at))
  if (binary) throw unsupported(binary.format === 'ole' ? oleFormat(bytes) : binary.format)
  if (bytes.length > largestText) throw new Failure('too-large', { limit: largestText })
  return textFormat(bytes, name)
}

const unsupported = (format: string): Failure => new Failure('unsupported-format', { format })

/** A file in the zip, a zip of nothing, a zip that once was in several pieces. */
const zipOpenings = ['PK\x03\x04', 'PK\x05\x06', 'PK00PK']

/** How files of other kinds begin: bytes as characters, and how far in they stand. */
const signatures: readonly { readonly format: string; readonly opening: string; readonly at?: number }[] = [
  { format: 'pdf', opening: '%PDF-' },
  { format: 'ole', opening: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { format: 'png', opening: '\x89PNG' },
  { format: 'jpg', opening: '\xff\xd8\xff' },
  { format: 'gif', opening: 'GIF87a' },
  { format: 'gif', opening: 'GIF89a' },
  { format: 'webp', opening: 'WEBP', at: 8 },
  { format: 'tiff', opening: 'II*\0' },
  { format: 'tiff', opening: 'MM\0*' },
  { format: 'heic', opening: 'ftyphei', at: 4 },
  { format: 'heic', opening: 'ftypmif', at: 4 },
  { format: 'mp4', opening: 'ftyp', at: 4 },
  { format: 'rar', opening: 'Rar!' },
  { format: '7z', opening: '7z\xbc\xaf' },
  { format: 'gz', opening: '\x1f\x8b' },
  { format: 'rtf', opening: '{\\rtf' },
  { format: 'ps', opening: '%!PS' },
  { format: 'caj', opening: 'CAJ' },
  { format: 'exe', opening: 'MZ\x90\0' },
  { format: 'elf', opening: '\x7fELF' },
]

/** What an OLE file holds, told by the names in its directory: Word (WPS writes the same), Excel, slides, or an encrypted document. */
function oleFormat(bytes: Uint8Array): string {
  for (const [stream, format] of oleStreams) if (includes(bytes, stream)) return format
  return 'ole'
}

const utf16Bytes = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))

const oleStreams: readonly (readonly [Uint8Array, string])[] = [
  [utf16Bytes('EncryptedPackage'), 'encrypted'],
  [utf16Bytes('WordDocument'), 'doc'],
  [utf16Bytes('Workbook'), 'xls'],
  [utf16Bytes('PowerPoint Document'), 'ppt'],
]

function includes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  for (let at = bytes.indexOf(wanted[0]!); at !== -1 && at + wanted.length <= bytes.length; at = bytes.indexOf(wanted[0]!, at + 1)) {
    let length = 1
    while (length < wanted.length && bytes[at + length] === wanted[length]) length++
    if (length === wanted.length) return true
  }
  return false
}

/**
 * Word and Excel files are told by their folders. One that has lost its main part is still what it was: its reader says `damaged`.
 */
function zipFormat(bytes: Uint8Array, name: string): Format {
  const zip = openZip(bytes)
  const kind = kindOfZip(bytes, zip)
  if (kind !== null) {
    if (kind === 'docx' || kind === 'xlsx') return kind
    throw unsupported(kind)
  }
  if (zip.size === 0) throw new Failure('damaged')
  if (/\.doc[xm]$/i.test(name)) return 'docx'
  if (/\.xls[xm]$/i.test(name)) return 'xlsx'
  throw unsupported('zip')
}

function kindOfZip(bytes: Uint8Array, zip: Zip): string | null {
  if (zip.has('word/document.xml')) return 'docx'
  if (zip.has('xl/workbook.xml')) return 'xlsx'
  if (zip.has('xl/workbook.bin')) return 'xlsb'
  if (zip.has('OFD.xml')) return 'ofd'
  if (zip.has('[Content_Types].xml'))
    for (const part of zip.keys()) {
      if (part.startsWith('word/')) return 'docx'
      if (part.startsWith('xl/')) return 'xlsx'
      if (part.startsWith('ppt/')) return 'pptx'
    }
  const mimetype = zip.get('mimetype')
  if (mimetype === undefined || mimetype.unpacked > 200) return null
  const type = ascii(unpack(bytes, mimetype))
  if (type.includes('opendocument.text')) return 'odt'
  if (type.includes('opendocument.spreadsheet')) return 'ods'
  return type.includes('epub') ? 'epub' : null
}

/** How much of a text is looked at to tell what it is. */
const headSize = 4 * 1024

function textFormat(bytes: Uint8Array, name: string): Format {
  let head = decode(headOf(bytes))
  let start = head.search(printed)
  if (start === -1 && bytes.length > headSize) {
    head = decode(bytes)
    start = head.search(printed)
  }
  if (start === -1) throw new Failure('empty')
  if (isBinary(head)) throw unsupported('binary')
  const text = head.slice(start)
  if (text[0] === '{' || text[0] === '[') {
    const kind = kindOfJson(bytes)
    if (kind === 'contract') return 'json'
    // Keys and quotes read as words would make a report of whatever names one.
    if (kind === 'other') throw new Failure('not-a-report')
  }
  if (/^mime-version:/i.test(text)) throw unsupported('mht')
  const opening = text.slice(prologueEnd(text), headSize)
  if (/^<(?:!doctype\s+html|html)\b/i.test(opening)) return 'html'
  // Markdown may hold HTML, such as a table with merged cells.
  if (/\.(?:md|markdown)$/i.test(name)) return 'text'
  if (opensAsHtml.test(opening) || countOf(blockEnds, text) >= 3) return 'html'
  if (/^<\?xml/i.test(text)) throw unsupported('xml')
  return /\.x?html?$/i.test(name) && /<[a-z]/i.test(text) ? 'html' : 'text'
}

/** The first bytes, cut where no character of several bytes can stand: after a line end, a space or before a tag. */
function headOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= headSize) return bytes
  for (let end = headSize; end > headSize / 2; end--) {
    const byte = bytes[end]!
    if (byte === 10 || byte === 32 || byte === 60) return bytes.subarray(0, end)
  }
  return bytes.subarray(0, headSize)
}

/** Where the declarations and comments before the first tag end. */
function prologueEnd(text: string): number {
  let at = 0
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null
    if (close === null) return at
    const end = text.indexOf(close, at + 2)
    if (end === -1) return at
    at = end + close.length
  }
}

/** Neither white space nor of zero width. */
const printed = /[^\s\u200b-\u200d\u2060\ufeff]/

const opensAsHtml =
  /^<(?:head|body|meta|title|link|style|script|div|table|thead|tbody|tr|td|p|span|section|article|main|header|nav|center|font|ul|ol|dl|h[1-6]|a|b|br|img|input|form|strong)\b/i

const blockEnds = /<\/(?:table|tr|td|th|p|div|li|span|h[1-6])\s*>/gi

const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0

/** Control characters and undecodable bytes have no place in a text; a few come from damage. */
function isBinary(head: string): boolean {
  let odd = 0
  for (let index = 0; index < head.length; index++) {
    const code = head.charCodeAt(index)
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 11 && code !== 26)) odd++
  }
  return odd * 10 > head.length
}
