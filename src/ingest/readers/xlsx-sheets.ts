import { Failure } from '../failure.ts'
import { mostCells, mostRows } from '../limits.ts'
import { openZip, type Part, type Zip } from '../zip.ts'
import { builtIn, shown } from './xlsx-numbers.ts'
import { addToRun, endText, plainText, type SheetText, setRun, startText, strike } from './xlsx-text.ts'
import { attribute, attributeNamed, listen, localName, type Tag } from './xml.ts'

/** A cell of a sheet that stands in the file, empty or not. Rows and columns count from 0. */
export interface SheetCell {
  readonly column: number
  text: string
  /** Its text as prose: without what is struck out. */
  readonly prose: string
  readonly isNumber: boolean
  colSpan: number
  rowSpan: number
  /** It lies under a merged cell. */
  covered: boolean
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows that stand in the file, by their number, in order. Hidden rows and columns are among `hiddenText`. */
  readonly rows: ReadonlyMap<number, readonly SheetCell[]>
  readonly hiddenText: readonly { readonly text: string; readonly row: number }[]
  /** What is struck out, by where it stands. */
  readonly struckText: readonly { readonly text: string; readonly row: number }[]
}

/** The sheets of a workbook in their order, each cell with the text it shows. */
export function readSheets(bytes: Uint8Array): Sheet[] {
  const zip = openZip(bytes)
  const workbook = zip.get('xl/workbook.xml')
  if (workbook === undefined) throw new Failure('damaged', { part: 'xl/workbook.xml' })
  const targets = readTargets(bytes, zip)
  const { sheets, from1904 } = readWorkbook(bytes, workbook)
  const strings = readStrings(bytes, zip.get('xl/sharedStrings.xml'))
  const styles = readStyles(bytes, zip.get('xl/styles.xml'))
  let left = mostCells
  return sheets.flatMap(({ name, hidden, relation }) => {
    const target = targets.get(relation)
    // Sheets that are charts or macros have no cells.
    if (target !== undefined && !target.includes('worksheets/')) return []
    const part = target === undefined ? undefined : zip.get(target)
    if (part === undefined) throw new Failure('damaged', { part: target ?? name })
    const { rows, hiddenText, struckText, count } = readCells(bytes, part, strings, styles, from1904, left)
    left -= count
    return [{ name, hidden, rows, hiddenText, struckText }]
  })
}

function readTargets(bytes: Uint8Array, zip: Zip): Map<string, string> {
  const targets = new Map<string, string>()
  const part = zip.get('xl/_rels/workbook.xml.rels')
  if (part === undefined) throw new Failure('damaged', { part: 'xl/_rels/workbook.xml.rels' })
  listen(bytes, part, {
    open(name, tag) {
      if (localName(name) !== 'Relationship') return
      const target = attribute(tag, 'Target') ?? ''
      targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
    close() {},
    text() {},
  })
  return targets
}

function readWorkbook(bytes: Uint8Array, part: Part) {
  const sheets: { readonly name: string; readonly hidden: boolean; readonly relation: string }[] = []
  let from1904 = false
  listen(bytes, part, {
    open(name, tag) {
      const local = localName(name)
      if (local === 'workbookPr') from1904 = isTrue(attribute(tag, 'date1904'))
      else if (local === 'sheet')
        sheets.push({
          name: attribute(tag, 'name') ?? '',
          hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
          relation: attribute(tag, 'r:id') ?? attributeNamed(tag, 'id') ?? '',
        })
    },
    close() {},
    text() {},
  })
  return { sheets, from1904 }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** The workbook's shared texts. Readings of Japanese and Chinese characters (rPh) are not part of them. */
function readStrings(bytes: Uint8Array, part: Part | undefined): SheetText[] {
  const strings: SheetText[] = []
  if (part === undefined) return strings
  let run = startText()
  let inText = false
  let inReading = false
  listen(bytes, part, {
    open(name, tag) {
      const local = localName(name)
      if (local === 'si') run = startText()
      else if (local === 'rPh') inReading = true
      else if (local === 't') inText = !inReading
      else setRun(run, local, tag)
    },
    close(name) {
      const local = localName(name)
      if (local === 'si') strings.push(endText(run))
      else if (local === 'rPh') inReading = false
      else if (local === 't') inText = false
    },
    text(words) {
      if (inText) addToRun(run, words)
    },
  })
  return strings
}

/** What a cell's style says of its text: the format code of a number, and whether its font strikes it out. */
interface CellStyle {
  readonly format: string
  readonly struck: boolean
}

function readStyles(bytes: Uint8Array, part: Part | undefined): CellStyle[] {
  const styles: CellStyle[] = []
  if (part === undefined) return styles
  const codes = new Map<number, string>()
  const fonts: { struck: boolean }[] = []
  let inFonts = false
  let inCells = false
  listen(bytes, part, {
    open(name, tag) {
      const local = localName(name)
      if (local === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? 'General')
      else if (local === 'cellXfs') inCells = true
      else if (local === 'xf' && inCells) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0)
        styles.push({
          format: codes.get(id) ?? builtIn[id] ?? 'General',
          struck: fonts[Number(attribute(tag, 'fontId') ?? 0)]?.struck ?? false,
        })
      } else if (local === 'fonts') inFonts = true
      else if (local === 'font' && inFonts) fonts.push({ struck: false })
      else if (local === 'strike' && inFonts && fonts.length > 0) {
        const on = attribute(tag, 'val')
        fonts[fonts.length - 1]!.struck = on === undefined || isTrue(on)
      }
    },
    close(name) {
      const local = localName(name)
      if (local === 'cellXfs') inCells = false
      else if (local === 'fonts') inFonts = false
    },
    text() {},
  })
  return styles
}

/** More merged cells than any form has; each costs a walk over its rows. */
const mostMerges = 5_000

/** More runs of hidden columns than any sheet has; each cell is held against them. */
const mostHidden = 200

function readCells(
  bytes: Uint8Array,
  part: Part,
  strings: readonly SheetText[],
  styles: readonly CellStyle[],
  from1904: boolean,
  most: number,
): Pick<Sheet, 'hiddenText' | 'struckText'> & { readonly rows: Map<number, SheetCell[]>; readonly count: number } {
  const rows = new Map<number, SheetCell[]>()
  const hiddenText: { text: string; row: number }[] = []
  const struckText: { text: string; row: number }[] = []
  const hiddenColumns: { readonly from: number; readonly to: number }[] = []
  const merges: Range[] = []
  let count = 0
  let row = -1
  let column = -1
  let cells: SheetCell[] = []
  let rowHidden = false
  let cell: { readonly type: string; readonly style: number } | null = null
  let value = ''
  /** The text of a cell that holds its own. */
  let run = startText()
  let formula = ''
  let into: 'value' | 'formula' | null = null
  let inReading = false

  const textOf = (type: string, style: number): SheetText => {
    const text =
      type === 's'
        ? (strings[Number(value)] ?? plainText(''))
        : type === 'inlineStr' || type === 'str' || type === 'e' || type === 'd'
          ? endText(run)
          : plainText(numberOf(type, style).trim())
    return styles[style]?.struck === true ? strike(text) : text
  }

  const numberOf = (type: string, style: number): string => {
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
    // A formula that was never computed: what it gives, nobody can know.
    if (value === '') return formula === '' ? '' : `=${formula}`
    const number = Number(value)
    return Number.isFinite(number) ? shown(number, styles[style]?.format ?? 'General', from1904) : value
  }

  listen(bytes, part, {
    open(name, tag) {
      switch (localName(name)) {
        case 'col':
          if (isTrue(attribute(tag, 'hidden')))
            hiddenColumns.push({ from: Number(attribute(tag, 'min')) - 1, to: Number(attribute(tag, 'max')) - 1 })
          if (hiddenColumns.length > mostHidden) throw new Failure('too-large')
          break
        case 'row': {
          const given = Number(attribute(tag, 'r') ?? row + 2) - 1
          row = Number.isInteger(given) && given > row ? given : row + 1
          column = -1
          rowHidden = isTrue(attribute(tag, 'hidden'))
          cells = []
          rows.set(row, cells)
          if (rows.size > mostRows) throw new Failure('too-large')
          break
        }
        case 'c': {
          if (++count > most) throw new Failure('too-large')
          const given = columnOf(attribute(tag, 'r'))
          column = given !== null && given > column ? given : column + 1
          cell = { type: attribute(tag, 't') ?? 'n', style: Number(attribute(tag, 's') ?? 0) }
          value = ''
          run = startText()
          formula = ''
          break
        }
        case 'v':
          into = 'value'
          break
        case 't':
          if (!inReading) into = 'value'
          break
        case 'f':
          into = 'formula'
          break
        case 'rPh':
          inReading = true
          break
        case 'mergeCell': {
          const range = rangeOf(tag)
          if (range) merges.push(range)
          if (merges.length > mostMerges) throw new Failure('too-large')
          break
        }
        case 'r':
        case 'strike':
        case 'vertAlign':
          setRun(run, localName(name), tag)
          break
        default:
          break
      }
    },
    close(name) {
      switch (localName(name)) {
        case 'v':
        case 't':
        case 'f':
          into = null
          break
        case 'rPh':
          inReading = false
          break
        case 'c': {
          if (!cell) break
          const { text, prose, struck } = textOf(cell.type, cell.style)
          if (rowHidden || hiddenColumns.some((range) => column >= range.from && column <= range.to)) {
            if (text !== '') hiddenText.push({ text, row })
          } else {
            if (struck !== '') struckText.push({ text: struck, row })
            cells.push({
              column,
              text,
              prose,
              isNumber: cell.type === 'n' && text !== '',
              colSpan: 1,
              rowSpan: 1,
              covered: false,
            })
          }
          cell = null
          break
        }
        default:
          break
      }
    },
    text(words) {
      if (into === 'value') {
        value += words
        addToRun(run, words)
      } else if (into === 'formula') formula += words
    },
  })
  for (const range of merges) merge(rows, range)
  return { rows, hiddenText, struckText, count }
}

interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Gives a merged cell its reach, and marks the cells under it. */
function merge(rows: ReadonlyMap<number, SheetCell[]>, { top, left, bottom, right }: Range): void {
  const first = rows.get(top)?.find((cell) => cell.column === left)
  if (first) {
    first.colSpan = right - left + 1
    first.rowSpan = bottom - top + 1
  }
  const mark = (cells: readonly SheetCell[]) => {
    for (const cell of cells) if (cell !== first && cell.column >= left && cell.column <= right) cell.covered = true
  }
  if (bottom - top > rows.size) {
    for (const [row, cells] of rows) if (row >= top && row <= bottom) mark(cells)
  } else
    for (let row = top; row <= bottom; row++) {
      const cells = rows.get(row)
      if (cells) mark(cells)
    }
}

/** Column of a reference such as `AB12`, from 0; null where it is none. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function rangeOf(tag: Tag): Range | null {
  const [from, to] = (attribute(tag, 'ref') ?? '').split(':')
  const left = columnOf(from)
  const right = columnOf(to)
  const top = Number(/\d+$/.exec(from ?? '')?.[0]) - 1
  const bottom = Number(/\d+$/.exec(to ?? '')?.[0]) - 1
  return left === null || right === null || !(top >= 0 && bottom >= top && right >= left && bottom < 1_048_576)
    ? null
    : { top, left, bottom, right }
}
