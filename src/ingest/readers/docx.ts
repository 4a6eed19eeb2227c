import type { Leftover } from '#report'
import { decode } from '../encoding.ts'
import { Failure } from '../failure.ts'
import type { Block, Grid } from '../grid.ts'
import { openZip, type Part, unpack, type Zip } from '../zip.ts'
import { readBody } from './docx-body.ts'
import { noStyles, readStyles, type Styles, startNumbering } from './docx-lists.ts'
import type { Anchor } from './docx-state.ts'
import { settle } from './flow.ts'
import { attribute, attributeNamed, listen, localName } from './xml.ts'

/**
 * A Word document as lines and tables, as it prints once every tracked change is accepted: with the numbers of automatic
 * lists, without hidden or struck text, heads, feet and notes. Whatever of the writing is still in the file (tracked
 * changes, comments, struck and hidden text, another unit's template) stands in `leftovers`. `line` counts the paragraphs that are not empty.
 * Throws `damaged` (a broken zip, no main part, broken XML), `too-large` (unpacks beyond the limits).
 */
export function readDocx(bytes: Uint8Array): Grid {
  const zip = openZip(bytes)
  const main = mainPart(bytes, zip)
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1)
  const styles = once(() => stylesOf(bytes, zip, folder))
  const numbering = once(() => startNumbering(bytes, zip, folder, styles()))
  const body = readBody(bytes, main, styles, (style, numId, level) => numbering()(style, numId, level))
  const { blocks, metadata } = settle(body.content)
  const leftovers: Leftover[] = body.leftovers.map(({ kind, text, line, cell }) => ({
    kind,
    text,
    at: cell?.at ?? { line },
  }))
  if (body.comments.size > 0) {
    const part = zip.get(`${folder}comments.xml`)
    if (part)
      for (const [id, text] of readComments(bytes, part)) leftovers.push({ kind: 'comment', text, at: placeOf(body.comments.get(id)) })
  }
  const unit = strangeUnit(bytes, zip, blocks)
  if (unit !== null) leftovers.push({ kind: 'template', text: unit, at: null })
  return { kind: 'docx', blocks, metadata, leftovers }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function placeOf(anchor: Anchor | undefined): Leftover['at'] {
  if (anchor === undefined) return null
  return anchor.cell?.at ?? { line: anchor.line }
}

/** word/document.xml, or the part that the package names as its main one. */
function mainPart(bytes: Uint8Array, zip: Zip): Part {
  const usual = zip.get('word/document.xml')
  if (usual) return usual
  const relations = zip.get('_rels/.rels')
  let target: string | null = null
  if (relations)
    listen(bytes, relations, {
      open(_name, tag) {
        if (attribute(tag, 'Type')?.endsWith('/officeDocument')) target = attribute(tag, 'Target')?.replace(/^\//, '') ?? null
      },
      close() {},
      text() {},
    })
  const named = target === null ? undefined : zip.get(target)
  if (named === undefined) throw new Failure('damaged', { part: 'word/document.xml' })
  return named
}

/** Styles are read only where they number paragraphs, hide text or strike it out: most templates do not, and are long. */
function stylesOf(bytes: Uint8Array, zip: Zip, folder: string): Styles {
  const part = zip.get(`${folder}styles.xml`)
  if (part === undefined) return noStyles
  const text = decode(unpack(bytes, part))
  return text.includes('numPr') || text.includes('vanish') || text.includes('strike') ? readStyles(bytes, part) : noStyles
}

/** The text of each comment, its paragraphs joined by line ends. */
function readComments(bytes: Uint8Array, part: Part): Map<string, string> {
  const comments = new Map<string, string>()
  let id: string | null = null
  let text = ''
  let inText = false
  listen(bytes, part, {
    open(name, tag) {
      const local = localName(name)
      if (local === 'comment') {
        id = attributeNamed(tag, 'id') ?? ''
        text = ''
      } else if (local === 't') inText = true
      else if (local === 'p' && text !== '') text += '\n'
    },
    close(name) {
      const local = localName(name)
      if (local === 't') inText = false
      else if (local === 'comment' && id !== null) comments.set(id, text.trim())
    },
    text(words) {
      if (inText) text += words
    },
  })
  return comments
}

/** A public body by its name's last words; what stands before them is its place. */
const unitName = /[一-龥]{2,30}?(?:人民政府|管理委员会|办事处|办公室|委员会|街道|[镇乡厅局委办院署会])/

/**
 * The unit that the document's properties name (its company, its template), where the text never does:
 * what is left when one office writes over another's file. Null where there is none.
 */
function strangeUnit(bytes: Uint8Array, zip: Zip, blocks: readonly Block[]): string | null {
  const part = zip.get('docProps/app.xml')
  if (part === undefined || part.unpacked > 64 * 1024) return null
  let properties: string
  try {
    properties = decode(unpack(bytes, part))
  } catch {
    // Properties nobody reads are no reason to refuse the document.
    return null
  }
  for (const pattern of [/<(?:\w+:)?Company>([^<]{1,200})</, /<(?:\w+:)?Template>([^<]{1,200})</]) {
    const unit = unitName.exec(pattern.exec(properties)?.[1] ?? '')?.[0]
    if (unit !== undefined && !mentions(blocks, unit)) return unit
  }
  return null
}

const mentions = (blocks: readonly Block[], words: string): boolean =>
  blocks.some((block) =>
    block.kind === 'line' ? block.text.includes(words) : block.rows.some((row) => row.some((cell) => cell.text.includes(words))),
  )
