import type { Leftover } from '#report'
import type { Numbering, Styles } from './docx-lists.ts'
import type { DraftCell, DraftLine, DraftTable } from './flow.ts'
import { addWords, type Dress, type Marked, markedOf, nothing, textInCell } from './marks.ts'

/** A place in the body: the paragraph that prints next, and the cell it stands in. */
export interface Anchor {
  readonly line: number
  readonly cell: DraftCell | null
}

export interface DraftLeftover extends Anchor {
  readonly kind: Leftover['kind']
  text: string
}

/** It begins with what a paragraph whose end mark was deleted leaves to it. */
export interface Paragraph extends Marked {
  style: string | null
  numId: string | null
  level: number | null
  /** Its style hides its text, strikes it out. */
  hidden: boolean
  struck: boolean
  /** Its end mark is deleted: what follows joins it. */
  joined: boolean
}

export interface TableState {
  readonly draft: DraftTable
  /** Where lines and tables went before it, and the cell that holds it. */
  readonly out: (DraftLine | DraftTable)[]
  readonly cell: DraftCell | null
  row: RowState | null
  /** For each column of the grid, the cell that a cell below may continue, and the last row it reaches. */
  readonly reach: Map<number, { readonly cell: DraftCell; row: number }>
}

export interface RowState {
  readonly cells: { readonly draft: DraftCell; merge: 'begin' | 'continue' | null; across: boolean }[]
  before: number
  /** Paragraphs printed before it. */
  readonly line: number
  state: 'kept' | 'tracked-deletion' | 'hidden-text'
}

export interface Field {
  instruction: string
  inResult: boolean
}

export interface State {
  readonly content: (DraftLine | DraftTable)[]
  out: (DraftLine | DraftTable)[]
  cell: DraftCell | null
  readonly tables: TableState[]
  /** The paragraph being read; those below it hold the text box it stands in. */
  readonly paragraphs: Paragraph[]
  readonly fields: Field[]
  /** For each mc:AlternateContent, whether one of its versions was taken. */
  readonly alternatives: boolean[]
  readonly leftovers: DraftLeftover[]
  /** The leftover being added to; null once other text came between. */
  leftover: DraftLeftover | null
  readonly comments: Map<string, Anchor>
  /** Depth inside an element that is passed over. */
  skipping: number
  /** Paragraphs that printed something. */
  line: number
  /** The paragraph before, where its end mark is deleted. */
  carried: Marked
  inText: boolean
  inInstruction: boolean
  inParagraphProperties: boolean
  inRunProperties: boolean
  inRowProperties: boolean
  hidden: boolean
  struck: boolean
  /** Whether the run is raised or lowered. */
  raised: Dress
  inserted: number
  deleted: number
  /** Prefix of Word's namespace, with its colon. */
  prefix: string
  readonly styles: () => Styles
  readonly number: Numbering
}

export function startBody(styles: () => Styles, number: Numbering): State {
  const content: (DraftLine | DraftTable)[] = []
  return {
    content,
    out: content,
    cell: null,
    tables: [],
    paragraphs: [],
    fields: [],
    alternatives: [],
    leftovers: [],
    leftover: null,
    comments: new Map(),
    skipping: 0,
    line: 0,
    carried: nothing(),
    inText: false,
    inInstruction: false,
    inParagraphProperties: false,
    inRunProperties: false,
    inRowProperties: false,
    hidden: false,
    struck: false,
    raised: '',
    inserted: 0,
    deleted: 0,
    prefix: 'w:',
    styles,
    number,
  }
}

export const currentParagraph = (body: State): Paragraph | undefined => body.paragraphs[body.paragraphs.length - 1]
export const currentTable = (body: State): TableState | undefined => body.tables[body.tables.length - 1]

export function openParagraph(body: State): void {
  body.paragraphs.push({ ...body.carried, style: null, numId: null, level: null, hidden: false, struck: false, joined: false })
  body.carried = nothing()
}

/** Text goes to its paragraph, or to the leftovers, or to both: an insertion prints, and what is struck out marks its cell. */
export function addText(body: State, text: string): void {
  const paragraph = currentParagraph(body)
  if (paragraph === undefined || (body.fields.length > 0 && body.fields.some((field) => !field.inResult))) return
  const unprinted = body.deleted > 0 ? 'tracked-deletion' : body.hidden ? 'hidden-text' : null
  const kind = unprinted ?? (body.struck ? 'tracked-deletion' : body.inserted > 0 ? 'tracked-insertion' : null)
  if (kind === null) body.leftover = null
  else {
    if (body.leftover?.kind !== kind) addLeftover(body, kind, '')
    body.leftover!.text += text
  }
  if (unprinted === null) addWords(paragraph, text, text === '\n' ? '' : body.struck ? '~' : body.raised)
}

function addLeftover(body: State, kind: Leftover['kind'], text: string): void {
  body.leftover = { kind, text, line: body.line + 1, cell: body.cell }
  body.leftovers.push(body.leftover)
}

export function changeField(body: State, type: string | undefined): void {
  const last = body.fields[body.fields.length - 1]
  if (type === 'begin') body.fields.push({ instruction: '', inResult: false })
  else if (type === 'separate' && last) last.inResult = true
  else if (type === 'end') body.fields.pop()
}

export function closeParagraph(body: State): void {
  const paragraph = body.paragraphs.pop()
  if (paragraph === undefined) return
  body.leftover = null
  // An instruction ends with its paragraph at the latest: a field that lost its end must not swallow the rest.
  for (let index = body.fields.length - 1; index >= 0; index--) if (!body.fields[index]!.inResult) body.fields.splice(index, 1)
  if (paragraph.joined) {
    body.carried = markedOf(paragraph)
    return
  }
  const { text } = paragraph
  if (tocLine.test(text) && body.fields.some((field) => tocField.test(field.instruction))) return
  const listed = paragraph.numId !== null || paragraph.style !== null
  addLines(body, paragraph, listed ? body.number(paragraph.style, paragraph.numId, paragraph.level) : '')
}

/** A line of the table of contents repeats a heading, with the page's number. */
const tocLine = /\t\s*\d{1,4}\s*$/
const tocField = /^\s*TOC\b/

/** A paragraph whose end mark is deleted, with nothing after it to join. */
export function flushCarried(body: State): void {
  const { carried } = body
  body.carried = nothing()
  addLines(body, carried, '')
}

const unprinted = /[\u00a0\u00ad\u200b-\u200d\u2060\ufeff]/
const allUnprinted = new RegExp(unprinted, 'g')

const printedOf = (text: string): string =>
  unprinted.test(text) ? text.replace(allUnprinted, (character) => (character === '\u00a0' ? ' ' : '')) : text

function addLines(body: State, paragraph: Marked, number: string): void {
  if (paragraph.inCell !== null) {
    addMarkedLines(body, paragraph, number)
    return
  }
  const printed = printedOf(number + paragraph.text)
  const before = body.line
  for (let start = 0; start < printed.length; ) {
    const end = printed.indexOf('\n', start)
    const text = printed.slice(start, end === -1 ? printed.length : end).trim()
    start = end === -1 ? printed.length : end + 1
    if (text === '') continue
    if (body.line === before) body.line++
    body.out.push({ kind: 'line', text, at: { line: body.line } })
  }
}

/** Both readings of a paragraph have its line breaks. */
function addMarkedLines(body: State, paragraph: Marked, number: string): void {
  const inCells = printedOf(number + textInCell(paragraph)).split('\n')
  const texts = printedOf(number + paragraph.text).split('\n')
  body.line++
  for (const [index, line] of inCells.entries()) {
    const inCell = line.trim()
    if (inCell !== '') body.out.push({ kind: 'line', text: texts[index]?.trim() ?? '', inCell, at: { line: body.line } })
  }
}

/** Ends a row: cells that continue the one above lengthen it; a row deleted or hidden leaves its text among the leftovers. */
export function closeRow(body: State): void {
  const table = currentTable(body)
  const row = table?.row
  if (!table || !row) return
  table.row = null
  if (row.state !== 'kept') {
    const text = row.cells.map(({ draft }) => plainText(draft)).filter((words) => words !== '')
    body.line = row.line
    if (text.length > 0) addLeftover(body, row.state, text.join('\n'))
    body.leftover = null
    return
  }
  const index = table.draft.rows.length
  const cells: DraftCell[] = []
  let column = row.before
  let skip = row.before
  for (const { draft, merge, across } of row.cells) {
    const above = merge === 'continue' ? table.reach.get(column) : undefined
    const left = across ? cells[cells.length - 1] : undefined
    const covering = above?.row === index - 1 ? above.cell : left
    if (above?.row === index - 1) {
      above.cell.rowSpan++
      above.row = index
    } else if (left) left.colSpan += draft.colSpan
    else {
      draft.skip = skip
      skip = 0
      cells.push(draft)
      if (merge !== null) table.reach.set(column, { cell: draft, row: index })
    }
    if (covering) keepCovered(body, draft, covering)
    column += draft.colSpan
  }
  table.draft.rows.push(cells)
}

/** Word does not show what a covered cell holds. */
function keepCovered(body: State, covered: DraftCell, by: DraftCell): void {
  const text = plainText(covered)
  if (text !== '') body.leftovers.push({ kind: 'hidden-text', text, line: body.line, cell: by })
}

function plainText(cell: DraftCell): string {
  return cell.content.flatMap((item) => (item.kind === 'line' && item.text !== '' ? [item.text] : [])).join('\n')
}

/**
 * A character given by its code in a font. Fonts of pictures (Wingdings) have boxes and arrows where others have letters;
 * the font Symbol has the digits and signs of ASCII.
 */
export function symbol(font: string, code: string): string {
  const found = Number.parseInt(code, 16)
  if (Number.isNaN(found) || found < 32 || found > 0xffff) return ''
  const inFont = found >= 0xf000 && found <= 0xf0ff ? found - 0xf000 : found
  if (/symbol/i.test(font) && inFont >= 32 && inFont < 64) return String.fromCharCode(inFont)
  return inFont !== found || /dings/i.test(font) ? '□' : String.fromCharCode(found)
}
