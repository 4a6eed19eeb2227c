/** Layout 7: the text of a PDF. Columns by spaces, labels over several lines with the numbers on the middle one, page numbers inside tables. */
import type { Dice } from './dice.ts'
import { ink, inkOf, type Piece } from './paper.ts'
import type { Figure, Grids, Row, Sheet } from './sheet.ts'
import type { TextLayout } from './text-layouts.ts'

export const pdfText = (aligned: boolean): TextLayout => ({
  name: aligned ? '7 PDF text, columns aligned' : '7 PDF text, one space between',
  plain: true,
  printer: (dice) => {
    const style: Style = {
      narrow: dice.chance(1, 4),
      aligned,
      labelWidth: dice.pick([12, 16, 24]),
      page: dice.pick(['-3-', '— 3 —', '3', '年度报告\n第 3 页 共 8 页']),
      vertical: dice.chance(1, 2),
    }
    return (table, grids, sheet) => {
      const lines =
        table === 'proactive' ? proactiveLines(grids) : table === 'requests' ? requestLines(sheet, style) : challengeLines(sheet)
      return withPages(lines, style, dice)
    }
  },
})

interface Style {
  /** Headers one character a line, interleaved. */
  readonly narrow: boolean
  readonly aligned: boolean
  readonly labelWidth: number
  readonly page: string
  readonly vertical: boolean
}

/** One printed line: what stands at which column of a page of half-width characters. A page may end after `last`. */
interface Line {
  readonly parts: readonly { readonly at: number; readonly piece: Piece }[]
  readonly last: boolean
}

/** A bare page number after a row without numbers could be its number: nobody could tell. */
const printsOne = (figures: readonly Figure[]) => figures.length === 0 || figures.some((figure) => figure.text.trim() !== '')

const width = (text: string): number => [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2000 ? 2 : 1), 0)

function draw(line: Line, { aligned }: Style): Piece[] {
  const pieces: Piece[] = []
  let column = 0
  for (const { at, piece } of line.parts) {
    if (piece.text === '') continue
    const gap = aligned ? Math.max(at - column, column === 0 ? 0 : 1) : column === 0 ? 0 : 1
    pieces.push(ink(' '.repeat(gap)), piece)
    column += gap + width(piece.text)
  }
  return [...pieces, ink('\n')]
}

/** A page ends between two rows of a table now and then. */
function withPages(lines: readonly Line[], style: Style, { chance }: Dice): Piece[] {
  return lines.flatMap((line) => [...draw(line, style), ...(line.last && chance(1, 25) ? [ink(`\n${style.page}\n\n`)] : [])])
}

function wrap(text: string, size: number): string[] {
  const lines: string[] = []
  for (let at = 0; at < text.length; at += size) lines.push(text.slice(at, at + size))
  return lines.length > 0 ? lines : ['']
}

const lineOf = (parts: [number, string | Figure][], last = true): Line => ({
  parts: parts.map(([at, part]) => ({ at, piece: typeof part === 'string' ? ink(part) : inkOf({ text: part.text, figure: part }) })),
  last,
})

function proactiveLines({ proactive }: Grids): Line[] {
  return proactive.rows.map((cells) =>
    lineOf(
      cells.map((cell) => [cell.column * 24, cell.figure ?? cell.text.replaceAll('\n', '')]),
      printsOne(cells.flatMap((cell) => cell.figure ?? [])),
    ),
  )
}

function requestLines(sheet: Sheet, style: Style): Line[] {
  const { requests } = sheet
  const { narrow } = style
  const left = 18 + style.labelWidth * 2
  const at = (column: number) => left + 2 + column * 9
  const first = requests.columns.findIndex((column) => column.ofOrganisations)
  const organisations = first < 0 ? requests.columns.length : first
  const corner = wrap(requests.corner, 20)
  const lines: Line[] = [
    lineOf(
      [
        [4, corner[0] ?? ''],
        [at(2), requests.over],
      ],
      false,
    ),
    lineOf(
      [
        [4, corner[1] ?? ''],
        [at(organisations + 1), requests.organisations],
      ],
      false,
    ),
    lineOf(
      requests.columns.flatMap((column, place) => (column.ofOrganisations ? [] : [[at(place), column.label]])),
      false,
    ),
    ...Array.from({ length: narrow ? 6 : 3 }, (_, line) =>
      lineOf(
        requests.columns.flatMap((column, place) => {
          const words = wrap(column.label, narrow ? 1 : column.label.length > 5 ? 3 : 2)
          return column.ofOrganisations && words[line] ? [[at(place), words[line]]] : []
        }),
        line === (narrow ? 5 : 2),
      ),
    ),
  ].filter((line) => line.parts.length > 0)
  return [...lines, ...rowLines(requests.rows, requests.results, style, at)]
}

interface Slot {
  margin: string
  group: string
  readonly label: string
  readonly figures: readonly Figure[]
  readonly last: boolean
}

function rowLines(rows: readonly Row[], results: string, style: Style, at: (column: number) => number): Line[] {
  const slots: Slot[] = []
  const ranges = new Map<string, [number, number]>()
  const mark = (name: string, from: number, to: number) => ranges.set(name, [ranges.get(name)?.[0] ?? from, to])
  for (const row of rows) {
    // A row outside the groups has their width too.
    const words = wrap(row.label, row.group === null ? style.labelWidth + 5 : style.labelWidth)
    const middle = Math.floor((words.length - 1) / 2)
    const from = slots.length
    words.forEach((label, line) => {
      slots.push({
        margin: '',
        group: row.group === null ? label : '',
        label: row.group === null ? '' : label,
        figures: line === middle ? row.figures : [],
        last: line === words.length - 1 && printsOne(row.figures),
      })
    })
    if (row.underResults) mark('', from, slots.length)
    if (row.group !== null) mark(row.group, from, slots.length)
  }
  for (const [group, [from, to]] of ranges) {
    if (group === '') spread(style.vertical ? [...results] : wrap(results, 2), from, to, slots, 'margin')
    else spread(wrap(group, 4), from, to, slots, 'group')
  }
  return slots.map((slot) =>
    lineOf(
      [[0, slot.margin], [6, slot.group], [16, slot.label], ...slot.figures.map((figure, place): [number, Figure] => [at(place), figure])],
      slot.last,
    ),
  )
}

/** Puts the lines of a merged cell in the middle of its rows, one under another. */
function spread(words: readonly string[], from: number, to: number, slots: Slot[], field: 'margin' | 'group') {
  const start = Math.max(from, Math.floor((from + to - words.length) / 2))
  words.forEach((text, line) => {
    const slot = slots[Math.min(start + line, to - 1)]!
    slot[field] += text
  })
}

function challengeLines(sheet: Sheet): Line[] {
  const { challenges } = sheet
  const at = (column: number) => 2 + column * 7
  const heads = challenges.headers.map((header) => wrap(header, 2))
  return [
    lineOf(
      [
        [at(1), challenges.groups[0]!],
        [at(9), challenges.litigation],
      ],
      false,
    ),
    lineOf(
      [
        [at(6), challenges.groups[1]!],
        [at(11), challenges.groups[2]!],
      ],
      false,
    ),
    ...[0, 1].map((line) =>
      lineOf(
        heads.flatMap((head, place): [number, string][] => (head[line] ? [[at(place), head[line]]] : [])),
        false,
      ),
    ),
    lineOf(
      challenges.figures.map((figure, place) => [at(place), figure]),
      printsOne(challenges.figures),
    ),
  ]
}
