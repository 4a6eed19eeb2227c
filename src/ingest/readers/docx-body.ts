import { Failure } from '../failure.ts'
import type { Part } from '../zip.ts'
import { isOn, type Numbering, type Styles } from './docx-lists.ts'
import {
  type Anchor,
  addText,
  changeField,
  closeParagraph,
  closeRow,
  currentParagraph,
  currentTable,
  type DraftLeftover,
  flushCarried,
  openParagraph,
  type State,
  startBody,
  symbol,
} from './docx-state.ts'
import type { DraftCell, DraftLine, DraftTable } from './flow.ts'
import type { Dress } from './marks.ts'
import { attribute, attributesOf, listen, localName, type Tag } from './xml.ts'

export interface Body {
  readonly content: (DraftLine | DraftTable)[]
  readonly leftovers: readonly DraftLeftover[]
  /** Where each comment is anchored, by its id. */
  readonly comments: ReadonlyMap<string, Anchor>
}

/** The body of a document (WordprocessingML, ISO/IEC 29500-1 §17) as drafts of lines and tables. */
export function readBody(bytes: Uint8Array, part: Part, styles: () => Styles, number: Numbering): Body {
  const body = startBody(styles, number)
  let opens: ReadonlyMap<string, Open> | null = null
  let closes: ReadonlyMap<string, Close> = new Map()
  listen(bytes, part, {
    open(name, tag) {
      if (opens === null) {
        const prefix = prefixOf(tag)
        if (localName(name) !== 'document' || prefix === null) throw new Failure('damaged', { part: part.name })
        body.prefix = prefix
        opens = prefix === 'w:' ? usualOpens : withPrefix(openers, prefix, alternatives)
        closes = prefix === 'w:' ? usualCloses : withPrefix(closers, prefix, endOfAlternatives)
      }
      if (body.skipping > 0) body.skipping++
      else opens.get(name)?.(body, tag)
    },
    close(name) {
      if (body.skipping > 0) body.skipping--
      else closes.get(name)?.(body)
    },
    text(text) {
      if (body.inText) addText(body, text)
      else if (body.inInstruction) {
        const field = body.fields[body.fields.length - 1]
        if (field) field.instruction += text
      }
    },
  })
  return { content: body.content, leftovers: body.leftovers.filter((leftover) => leftover.text.trim() !== ''), comments: body.comments }
}

const namespaces = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

/** The prefix the root gives the namespace of Word, with its colon; null where it is no Word document. */
function prefixOf(tag: Tag): string | null {
  for (const { name, value: namespace } of attributesOf(tag)) {
    if (!namespaces.has(namespace)) continue
    if (name === 'xmlns') return ''
    if (name.startsWith('xmlns:')) return `${name.slice(6)}:`
  }
  return null
}

type Open = (body: State, tag: Tag) => void
type Close = (body: State) => void

const skip: Open = (body) => {
  body.skipping = 1
}

const value = (body: State, tag: Tag, local = 'val'): string | undefined => attribute(tag, body.prefix + local)

function number(body: State, tag: Tag, local = 'val'): number {
  const found = Number.parseInt(value(body, tag, local) ?? '', 10)
  return Number.isNaN(found) ? 0 : Math.max(found, 0)
}

const currentCell = (body: State) => {
  const cells = currentTable(body)?.row?.cells
  return cells?.[cells.length - 1]
}

/** One line or two: a run has both properties where one of them is off. */
function strike(body: State, tag: Tag): void {
  if (!body.inParagraphProperties && isOn(value(body, tag))) body.struck = true
}

const raises: Readonly<Record<string, Dress>> = { superscript: '^', subscript: '_' }

const openers: Readonly<Record<string, Open>> = {
  // Properties that say nothing here, former properties, and pinyin over characters.
  sdtPr: skip,
  sdtEndPr: skip,
  tblPr: skip,
  tblPrEx: skip,
  tblGrid: skip,
  sectPr: skip,
  rPrChange: skip,
  pPrChange: skip,
  tcPrChange: skip,
  trPrChange: skip,
  rt: skip,

  p: openParagraph,
  pPr: (body) => {
    body.inParagraphProperties = true
  },
  pStyle: (body, tag) => {
    const paragraph = currentParagraph(body)
    if (!paragraph) return
    paragraph.style = value(body, tag) ?? null
    if (paragraph.style === null) return
    paragraph.hidden = body.styles().hides(paragraph.style)
    paragraph.struck = body.styles().strikes(paragraph.style)
  },
  numId: (body, tag) => {
    const paragraph = currentParagraph(body)
    if (paragraph && body.inParagraphProperties) paragraph.numId = value(body, tag) ?? null
  },
  ilvl: (body, tag) => {
    const paragraph = currentParagraph(body)
    if (paragraph && body.inParagraphProperties) paragraph.level = Math.min(number(body, tag), 8)
  },
  r: (body) => {
    body.hidden = currentParagraph(body)?.hidden ?? false
    body.struck = currentParagraph(body)?.struck ?? false
    body.raised = ''
  },
  rPr: (body) => {
    body.inRunProperties = true
  },
  rStyle: (body, tag) => {
    const style = value(body, tag)
    if (style === undefined || body.inParagraphProperties) return
    if (body.styles().hides(style)) body.hidden = true
    if (body.styles().strikes(style)) body.struck = true
  },
  vanish: (body, tag) => {
    if (!body.inParagraphProperties) body.hidden = isOn(value(body, tag))
  },
  strike,
  dstrike: strike,
  vertAlign: (body, tag) => {
    if (!body.inParagraphProperties) body.raised = raises[value(body, tag) ?? ''] ?? ''
  },
  t: (body) => {
    body.inText = true
  },
  delText: (body) => {
    body.inText = true
  },
  instrText: (body) => {
    body.inInstruction = body.fields.length > 0
  },
  fldChar: (body, tag) => changeField(body, value(body, tag, 'fldCharType')),
  tab: (body) => {
    if (!body.inParagraphProperties) addText(body, '\t')
  },
  ptab: (body) => addText(body, '\t'),
  br: (body) => addText(body, '\n'),
  cr: (body) => addText(body, '\n'),
  noBreakHyphen: (body) => addText(body, '-'),
  sym: (body, tag) => addText(body, symbol(value(body, tag, 'font') ?? '', value(body, tag, 'char') ?? '')),
  ins: (body) => {
    if (!body.inRunProperties && !body.inRowProperties) body.inserted++
  },
  moveTo: (body) => {
    if (!body.inRunProperties) body.inserted++
  },
  del: (body) => {
    if (body.inRowProperties) {
      const row = currentTable(body)?.row
      if (row) row.state = 'tracked-deletion'
    } else if (!body.inRunProperties) body.deleted++
    else if (body.inParagraphProperties) {
      const paragraph = currentParagraph(body)
      if (paragraph) paragraph.joined = true
    }
  },
  moveFrom: (body) => {
    if (!body.inRunProperties) body.deleted++
  },
  commentReference: (body, tag) => {
    body.comments.set(value(body, tag, 'id') ?? '', { line: body.line + 1, cell: body.cell })
  },
  commentRangeStart: (body, tag) => {
    body.comments.set(value(body, tag, 'id') ?? '', { line: body.line + 1, cell: body.cell })
  },

  tbl: (body) => {
    const outer = currentTable(body)
    if (outer?.row) outer.draft.nested = true
    const draft: DraftTable = { kind: 'draft', rows: [], line: undefined, nested: false }
    body.tables.push({ draft, out: body.out, cell: body.cell, row: null, reach: new Map() })
  },
  tr: (body) => {
    const open = currentTable(body)
    if (open) open.row = { cells: [], before: 0, line: body.line, state: 'kept' }
  },
  trPr: (body) => {
    body.inRowProperties = true
  },
  gridBefore: (body, tag) => {
    const row = currentTable(body)?.row
    if (row) row.before = number(body, tag)
  },
  hidden: (body, tag) => {
    const row = currentTable(body)?.row
    if (row && body.inRowProperties && isOn(value(body, tag))) row.state = 'hidden-text'
  },
  tc: (body) => {
    const row = currentTable(body)?.row
    if (!row) return
    const draft: DraftCell = { content: [], colSpan: 1, rowSpan: 1, skip: row.cells.length === 0 ? row.before : 0, line: undefined }
    row.cells.push({ draft, merge: null, across: false })
    body.out = draft.content
    body.cell = draft
  },
  gridSpan: (body, tag) => {
    const cell = currentCell(body)
    if (cell) cell.draft.colSpan = Math.max(number(body, tag), 1)
  },
  vMerge: (body, tag) => {
    const cell = currentCell(body)
    if (cell) cell.merge = value(body, tag) === 'restart' ? 'begin' : 'continue'
  },
  hMerge: (body, tag) => {
    const cell = currentCell(body)
    if (cell) cell.across = value(body, tag) !== 'restart'
  },

  // A text box is a body of its own inside a run.
  txbxContent: (body) => {
    flushCarried(body)
    openParagraph(body)
  },
}

const closers: Readonly<Record<string, Close>> = {
  p: closeParagraph,
  pPr: (body) => {
    body.inParagraphProperties = false
  },
  rPr: (body) => {
    body.inRunProperties = false
  },
  t: (body) => {
    body.inText = false
  },
  delText: (body) => {
    body.inText = false
  },
  instrText: (body) => {
    body.inInstruction = false
  },
  ins: (body) => {
    if (!body.inRunProperties && !body.inRowProperties) body.inserted--
  },
  moveTo: (body) => {
    if (!body.inRunProperties) body.inserted--
  },
  del: (body) => {
    if (!body.inRunProperties && !body.inRowProperties) body.deleted--
  },
  moveFrom: (body) => {
    if (!body.inRunProperties) body.deleted--
  },
  trPr: (body) => {
    body.inRowProperties = false
  },
  tc: (body) => {
    flushCarried(body)
    const open = currentTable(body)
    if (!open?.row) return
    body.out = open.out
    body.cell = open.cell
  },
  tr: closeRow,
  tbl: (body) => {
    const open = body.tables.pop()
    if (!open) return
    body.out = open.out
    body.cell = open.cell
    if (open.draft.rows.length > 0) body.out.push(open.draft)
  },
  txbxContent: (body) => {
    flushCarried(body)
    body.paragraphs.pop()
  },
  body: flushCarried,
}

/** Word offers newer and older versions of one drawing; the first it can show is taken, the others say the same. */
const alternatives: Readonly<Record<string, Open>> = {
  'mc:AlternateContent': (body) => {
    body.alternatives.push(false)
  },
  'mc:Choice': takeVersion,
  'mc:Fallback': takeVersion,
}

function takeVersion(body: State): void {
  const last = body.alternatives.length - 1
  if (body.alternatives[last]) body.skipping = 1
  else if (last >= 0) body.alternatives[last] = true
}

const endOfAlternatives: Readonly<Record<string, Close>> = {
  'mc:AlternateContent': (body) => {
    body.alternatives.pop()
  },
}

/** Handlers by the full names of their elements: the usual prefixes made once, others as they come. */
function withPrefix<F>(handlers: Readonly<Record<string, F>>, prefix: string, others: Readonly<Record<string, F>>): Map<string, F> {
  const named = Object.entries(handlers).map(([local, handler]) => [prefix + local, handler] as const)
  return new Map([...named, ...Object.entries(others)])
}

const usualOpens = withPrefix(openers, 'w:', alternatives)
const usualCloses = withPrefix(closers, 'w:', endOfAlternatives)
