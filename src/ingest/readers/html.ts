import type { Token } from 'parse5'
import { decode } from '../encoding.ts'
import { Failure } from '../failure.ts'
import type { Block, Grid } from '../grid.ts'
import { type DraftCell, type DraftLine, type DraftTable, settle } from './flow.ts'
import { type Branch, growTree } from './html-tree.ts'
import { addWords, type Dress, type Marked, nothing, textInCell } from './marks.ts'
import { type Metadatum, metaNames } from './metadata.ts'

/**
 * A web page as lines and tables, each with its line of the source. Scripts, menus, page feet and hidden text are left out;
 * tables that only arrange the page are opened up; what `<meta>` and tables of particulars say stands in `metadata`, text
 * struck out in `leftovers`.
 * Throws `too-large` for pages that unfold without end.
 */
export function readHtml(bytes: Uint8Array): Grid {
  const walk = startWalk()
  visit(growTree(decode(bytes)), walk, 0)
  flush(walk)
  const { blocks, metadata } = settle(walk.out)
  return {
    kind: 'html',
    blocks: withoutMenus(blocks, walk.linkLines),
    metadata: [...walk.metadata, ...metadata],
    leftovers: walk.struck.map(({ text, line, cell }) => ({ kind: 'tracked-deletion', text, at: cell?.at ?? { line } })),
  }
}

/** Lines that hold nothing but links, where they hold three or more together, are a menu. A long line is prose all the same. */
function withoutMenus(blocks: readonly Block[], linkLines: ReadonlyMap<Block, number>): readonly Block[] {
  if (linkLines.size === 0) return blocks
  const kept: Block[] = []
  for (let from = 0; from < blocks.length; ) {
    let to = from
    let links = 0
    for (; to < blocks.length && linkLines.has(blocks[to]!); to++) links += linkLines.get(blocks[to]!)!
    if (links < 3) for (const block of blocks.slice(from, to)) kept.push(block)
    if (to < blocks.length) kept.push(blocks[to]!)
    from = to + 1
  }
  return kept
}

interface Walk extends Marked {
  /** Where lines and tables go now: the page, or the cell being read. */
  out: (DraftLine | DraftTable)[]
  /** The table and the cell being read, if any. */
  table: DraftTable | null
  cell: DraftCell | null
  readonly metadata: Metadatum[]
  /** The white space that waits after the line being read, and where the line began. */
  gap: Gap
  endsWide: boolean
  line: number
  preformatted: boolean
  /** How the next words are set. */
  set: Dress
  /** Passages struck out; the last one is being read where `striking`. */
  readonly struck: { text: string; readonly line: number; readonly cell: DraftCell | null }[]
  striking: boolean
  /** How many links the line has so far, whether one is open, and whether anything stands outside them. */
  links: number
  inLink: boolean
  plain: boolean
  /** Lines that hold nothing but links, with how many. */
  readonly linkLines: Map<Block, number>
  /** How many more nodes may be looked at to tell page furniture from content. */
  looks: number
}

/** White space between two words; what counts more wins. A line break of the source is no space between Chinese characters. */
type Gap = 0 | typeof space | typeof sourceBreak | typeof hardSpace
const space = 1
const sourceBreak = 2
const hardSpace = 3

const startWalk = (): Walk => ({
  ...nothing(),
  out: [],
  table: null,
  cell: null,
  metadata: [],
  gap: 0,
  endsWide: false,
  line: 0,
  preformatted: false,
  set: '',
  struck: [],
  striking: false,
  links: 0,
  inLink: false,
  plain: false,
  linkLines: new Map(),
  looks: 20_000,
})

type Kind = 'skip' | 'struck' | 'raised' | 'lowered' | 'link' | 'block' | 'break' | 'table' | 'pre' | 'meta' | 'title' | 'chrome' | 'box'

/** Elements that are not plain inline. Those not listed run on in the line. */
const kinds = new Map<string, Kind>()
const list = (kind: Kind, tags: string) => {
  for (const tag of tags.split(' ')) kinds.set(tag, kind)
}
list('skip', 'script style noscript template iframe object embed svg math select textarea button input audio video canvas map')
list('skip', 'noframes datalist dialog xml rt rp #comment')
list('block', 'address article blockquote body center dd details dir dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 hgroup')
list('block', 'html legend li main menu ol p summary caption optgroup')
list('box', 'div section ul')
list('break', 'br hr')
list('table', 'table')
list('pre', 'pre listing xmp plaintext')
list('link', 'a')
list('struck', 's strike del')
list('raised', 'sup')
list('lowered', 'sub')
list('meta', 'meta')
list('title', 'title')
list('chrome', 'nav header footer aside')

/** Deepest walk: repairs of misnested tags can leave a tree deeper than the tags were open. */
const deepestWalk = 3_000

function visit(node: Branch, walk: Walk, depth: number): void {
  if (depth > deepestWalk) throw new Failure('too-large')
  const { children } = node
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!
    if (child.tag === '#text') {
      addText(child, walk)
      continue
    }
    const kind = kinds.get(child.tag)
    if (kind === 'skip' || (child.hasStyle && isHidden(child.attributes))) continue
    const { set } = walk
    if (child.hasStyle) dress(child.attributes, walk)
    if (kind === undefined) visit(child, walk, depth + 1)
    else visitSpecial(child, kind, walk, depth + 1)
    walk.set = set
  }
}

function visitSpecial(node: Branch, kind: Kind, walk: Walk, depth: number): void {
  switch (kind) {
    case 'break':
      flush(walk)
      return
    case 'struck':
    case 'raised':
    case 'lowered':
      if (walk.set !== '~') walk.set = kind === 'struck' ? '~' : kind === 'raised' ? '^' : '_'
      visit(node, walk, depth)
      return
    case 'link':
      visitLink(node, walk, depth)
      return
    case 'meta':
      addMeta(node, walk)
      return
    case 'title':
      addTitle(node, walk)
      return
    case 'table':
      flush(walk)
      visitTable(node, walk, depth)
      return
    case 'pre': {
      flush(walk)
      const before = walk.preformatted
      walk.preformatted = true
      visit(node, walk, depth)
      flush(walk)
      walk.preformatted = before
      return
    }
    case 'chrome':
      if (isChrome(node, walk)) return
      break
    case 'box':
      if (node.attributes.length > 0 && isNamedChrome(node.attributes) && isChrome(node, walk)) return
      break
    default:
      break
  }
  flush(walk)
  visit(node, walk, depth)
  flush(walk)
}

function visitLink(node: Branch, walk: Walk, depth: number): void {
  const before = walk.inLink
  // An anchor without an address is a place to link to, such as Word leaves around headings.
  if (node.attributes.some(({ name }) => name === 'href')) {
    walk.inLink = true
    walk.links++
  }
  visit(node, walk, depth)
  walk.inLink = before
}

/** Rows of a table, each cell read by itself. Captions flow before the table. */
function visitTable(node: Branch, walk: Walk, depth: number): void {
  const table: DraftTable = { kind: 'draft', rows: [], line: node.line, nested: false }
  const { out, table: outer } = walk
  if (outer) outer.nested = true
  walk.table = table
  for (const child of node.children) {
    if (child.hasStyle && isHidden(child.attributes)) continue
    if (child.tag === 'tbody' || child.tag === 'thead' || child.tag === 'tfoot') visitRows(child, table, walk, depth)
    else if (child.tag === 'caption') {
      visit(child, walk, depth)
      flush(walk)
    }
  }
  walk.table = outer
  walk.out = out
  if (table.rows.length > 0) out.push(table)
}

function visitRows(group: Branch, table: DraftTable, walk: Walk, depth: number): void {
  const first = table.rows.length
  const { out, cell: outer, set } = walk
  for (const child of group.children) {
    if (child.tag !== 'tr' || (child.hasStyle && isHidden(child.attributes))) continue
    if (child.hasStyle) dress(child.attributes, walk)
    const { set: setOfRow } = walk
    const row: DraftCell[] = []
    for (const cell of child.children) {
      if ((cell.tag !== 'td' && cell.tag !== 'th') || (cell.hasStyle && isHidden(cell.attributes))) continue
      const draft: DraftCell = { content: [], colSpan: span(cell, 'colspan'), rowSpan: span(cell, 'rowspan'), skip: 0, line: cell.line }
      walk.out = draft.content
      walk.cell = draft
      if (cell.hasStyle) dress(cell.attributes, walk)
      visit(cell, walk, depth)
      flush(walk)
      walk.set = setOfRow
      row.push(draft)
    }
    walk.set = set
    table.rows.push(row)
  }
  walk.out = out
  walk.cell = outer
  // A cell reaches no further down than its group of rows; a rowspan of 0 means as far as that.
  const end = table.rows.length
  for (let index = first; index < end; index++)
    for (const cell of table.rows[index]!) if (cell.rowSpan === 0 || cell.rowSpan > end - index) cell.rowSpan = end - index
}

function span(cell: Branch, name: string): number {
  for (const attribute of cell.attributes)
    if (attribute.name === name) {
      const number = Number.parseInt(attribute.value, 10)
      return Number.isNaN(number) || number < 0 ? 1 : number === 0 && name === 'colspan' ? 1 : number
    }
  return 1
}

/** White space of every width but the ideographic space, and characters of no width. */
const blank = /[ \t\n\r\f\u00a0\u2002-\u200d\u2060\ufeff\u00ad]+/g
const hasBlank = /[ \t\n\r\f\u00a0\u2002-\u200d\u2060\ufeff\u00ad]/

function addText(node: Branch, walk: Walk): void {
  const { text } = node
  if (walk.preformatted) {
    addPreformatted(node, walk)
    return
  }
  if (!hasBlank.test(text)) {
    addWord(text, node.line, walk)
    return
  }
  let { line } = node
  let end = 0
  blank.lastIndex = 0
  for (let run = blank.exec(text); run !== null; run = blank.exec(text)) {
    if (run.index > end) addWord(text.slice(end, run.index), line, walk)
    end = run.index + run[0].length
    let gap: Gap = 0
    for (let index = 0; index < run[0].length; index++) {
      const code = run[0].charCodeAt(index)
      if (code === 10) line++
      const weight =
        code === 32 || code === 9 || code === 12 ? space : code === 10 || code === 13 ? sourceBreak : isNoWidth(code) ? 0 : hardSpace
      if (weight > gap) gap = weight
    }
    if (gap > walk.gap) walk.gap = gap
  }
  if (end < text.length) addWord(text.slice(end), line, walk)
}

const isNoWidth = (code: number): boolean => (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff || code === 0xad

function addWord(word: string, line: number, walk: Walk): void {
  if (!walk.inLink && !walk.plain && !betweenLinks.test(word)) walk.plain = true
  if ((walk.inCell ?? walk.text) === '') walk.line = line
  const joins = walk.gap === 0 || (walk.gap === sourceBreak && walk.endsWide && isWide(word.charCodeAt(0)))
  add(word, joins ? '' : ' ', line, walk)
  walk.gap = 0
}

function add(words: string, gap: string, line: number, walk: Walk): void {
  addWords(walk, words, walk.set, gap)
  walk.endsWide = isWide(words.charCodeAt(words.length - 1))
  if (walk.set !== '~') walk.striking = false
  else if (walk.striking) walk.struck[walk.struck.length - 1]!.text += gap + words
  else {
    walk.struck.push({ text: words, line, cell: walk.cell })
    walk.striking = true
  }
}

/** What menus print between two links. */
const betweenLinks = /^[|>›»·・/—-]+$/

/** Longest text of one link in a menu. */
const longestLink = 16

/** Chinese characters, their punctuation and full-width forms. */
const isWide = (code: number): boolean => code >= 0x2e80

function addPreformatted(node: Branch, walk: Walk): void {
  const lines = node.text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    if (index > 0) flush(walk)
    const words = lines[index]!.replace(/[\u00a0\u200b-\u200d\u2060\ufeff]/g, (found) => (found === '\u00a0' ? ' ' : ''))
    if (words === '') continue
    if ((walk.inCell ?? walk.text) === '') walk.line = node.line + index
    add(words, '', node.line + index, walk)
  }
}

/** Ends the line being read. */
function flush(walk: Walk): void {
  walk.gap = 0
  walk.striking = false
  if ((walk.inCell ?? walk.text) === '') {
    walk.links = 0
    return
  }
  // A preformatted line keeps its leading tabs: they mark columns.
  const text = walk.preformatted ? walk.text.trimEnd() : walk.text.trim()
  if (walk.inCell !== null)
    walk.out.push({ kind: 'line', text: text.trim() === '' ? '' : text, inCell: textInCell(walk), at: { line: walk.line } })
  else if (text.trim() !== '') {
    const line: DraftLine = { kind: 'line', text, at: { line: walk.line } }
    walk.out.push(line)
    if (!walk.plain && walk.links > 0 && text.length <= walk.links * longestLink) walk.linkLines.set(line, walk.links)
  }
  Object.assign(walk, nothing())
  walk.links = 0
  walk.plain = false
}

function isHidden(attributes: readonly Token.Attribute[]): boolean {
  for (const { name, value } of attributes) {
    if (name === 'hidden') return true
    if (name === 'style' && hiding.test(value)) return true
  }
  return false
}

/** Sets what follows as an element's style says. What an element strikes out, no element in it restores. */
function dress(attributes: readonly Token.Attribute[], walk: Walk): void {
  if (walk.set === '~') return
  for (const { name, value } of attributes)
    if (name === 'style') {
      if (striking.test(value)) walk.set = '~'
      else if (raising.test(value)) walk.set = '^'
      else if (lowering.test(value)) walk.set = '_'
    }
}

const striking = /text-decoration[\w-]*\s*:[^;]*line-through/i
const raising = /vertical-align\s*:\s*super/i
const lowering = /vertical-align\s*:\s*sub\b/i
const hiding = /(?:^|[\s;])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i

/** Menus, page heads and feet, by the names authors give them. */
const chromeNames =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|foot|header|sidebar|sitemap|copyright|share|login|search|dqwz|weizhi)(?:$|[\s_-])/i

function isNamedChrome(attributes: readonly Token.Attribute[]): boolean {
  for (const { name, value } of attributes) {
    if ((name === 'class' || name === 'id') && chromeNames.test(value)) return true
    if (name === 'role' && /^(?:navigation|banner|contentinfo|search)$/i.test(value)) return true
  }
  return false
}

/** Longest text that is taken for a menu or a page foot. */
const mostChrome = 1_500

/** Whether a box that is named or tagged as page furniture is no more than that: no table in it, no main heading, little text. */
function isChrome(node: Branch, walk: Walk): boolean {
  let length = 0
  const pending = [...node.children]
  for (let child = pending.pop(); child !== undefined; child = pending.pop()) {
    if (--walk.looks < 0) return false
    if (child.tag === '#text') {
      length += child.text.trim().length
      if (length > mostChrome) return false
    } else if (child.tag === 'table' || child.tag === 'h1') return false
    else if (kinds.get(child.tag) !== 'skip') for (const inner of child.children) pending.push(inner)
  }
  return true
}

function addMeta(node: Branch, walk: Walk): void {
  let name = ''
  let value = ''
  for (const attribute of node.attributes) {
    if (attribute.name === 'name') name = attribute.value.trim().toLowerCase()
    else if (attribute.name === 'content') value = attribute.value.trim()
  }
  const known = metaNames.get(name)
  if (known !== undefined && value !== '') walk.metadata.push({ name: known, value, at: { line: node.line } })
}

function addTitle(node: Branch, walk: Walk): void {
  const value = node.children
    .map((child) => child.text)
    .join('')
    .trim()
  if (value !== '') walk.metadata.push({ name: '网页标题', value, at: { line: node.line } })
}
