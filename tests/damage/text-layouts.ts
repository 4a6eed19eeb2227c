/** The layouts in which tables reach us as text; numbers are those of the list in layouts.md §2. */
import type { Dice } from './dice.ts'
import { ink, inkOf, type Piece, type PrintTable } from './paper.ts'
import type { Cell, Grids } from './sheet.ts'

export interface TextLayout {
  readonly name: string
  /** The layout alone never makes a number ambiguous. */
  readonly plain: boolean
  /** Makes the printer of one document. */
  readonly printer: (dice: Dice) => PrintTable
}

/** Breaks a label as a narrow column would: 商业⏎企业. */
const broken = (text: string, { chance, roll }: Dice): string => {
  if (text.length < 4 || !chance(1, 4)) return text
  // A number of the label never stands on a line of its own: 7⏎属于行政执法案卷 could be a figure.
  const first = /^\d/.test(text) ? 3 : 1
  const at = first + roll(Math.max(text.length - first - 1, 1))
  return /\d/.test(text.slice(at - 1, at + 1)) || at >= text.length ? text : `${text.slice(0, at)}\n${text.slice(at)}`
}

const flat = (cell: Cell): Piece => inkOf({ text: cell.text.replaceAll('\n', ''), figure: cell.figure })
const wrapped = (cell: Cell, dice: Dice): Piece => (cell.figure ? inkOf(cell) : ink(broken(cell.text, dice)))

function join(pieces: readonly Piece[], between: string): Piece[] {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [ink(between), piece]))
}

const trailingPipes: TextLayout = {
  name: '1 trailing pipes',
  plain: true,
  printer: (dice) => {
    const padded = dice.chance(1, 2)
    const ruled = dice.chance(1, 4)
    return (table, grids) => {
      const { rows, width } = grids[table]
      return rows.flatMap((cells, at) => {
        const pad = padded ? width - cells.length : 0
        const rule = ruled && at === 0 ? `${'---|'.repeat(width)}\n` : ''
        return [...join(cells.map(flat), ' | '), ink(` |${pad > 0 ? ` ${'|'.repeat(pad)}` : ''}\n${rule}`)]
      })
    }
  },
}

const leadingPipes: TextLayout = {
  name: '2 leading pipes',
  plain: true,
  printer: (dice) => {
    const breaks = dice.chance(1, 2)
    const padded = dice.chance(1, 2)
    const ruled = dice.chance(1, 3)
    const space = dice.pick([' ', '  ', ''])
    return (table, grids) => {
      const { rows, width } = grids[table]
      return rows.flatMap((cells, at) => {
        const pad = padded ? ' |'.repeat(width - cells.length) : ''
        const rule = ruled && at === 0 ? `|${' --- |'.repeat(width)}\n` : ''
        return [
          ink(`|${space}`),
          ...join(
            cells.map((cell) => (breaks ? wrapped(cell, dice) : flat(cell))),
            `${space}|${space}`,
          ),
          ink(`${space}|${pad}\n${rule}`),
        ]
      })
    }
  },
}

const pipeEndsCell: TextLayout = {
  name: '3 one cell a line, pipe at its end',
  plain: true,
  printer: (dice) => (table, grids) =>
    grids[table].rows.flatMap((cells) => {
      const pad = grids[table].width - cells.length
      return [
        ...cells.flatMap((cell) => [wrapped(cell, dice), ink(cell.text === '' ? '|\n' : ' |\n')]),
        ink(pad > 0 ? `${'|'.repeat(pad)}\n` : ''),
      ]
    }),
}

const pipeBeforeRow: TextLayout = {
  name: '4 lone pipe before each row',
  plain: true,
  printer: (dice) => (table, grids) => grids[table].rows.flatMap((cells) => [ink('|\n'), ...onLines(cells, dice, '\n')]),
}

const pipeAfterCell: TextLayout = {
  name: '4 lone pipe after each cell',
  plain: true,
  printer: (dice) => (table, grids) =>
    grids[table].rows.flatMap((cells) => cells.flatMap((cell) => [wrapped(cell, dice), ink(cell.text === '' ? '|\n' : '\n|\n')])),
}

/** The filled cells of a row, one a line. */
const onLines = (cells: readonly Cell[], dice: Dice, end: string): Piece[] =>
  cells.flatMap((cell) => (cell.text.trim() === '' ? [] : [wrapped(cell, dice), ink(end)]))

const oneCellALine: TextLayout = {
  name: '5 one cell a line',
  plain: true,
  printer: (dice) => {
    // The first row of a group often shares the line of the group's label.
    const shared = dice.chance(1, 3)
    return (table, grids) =>
      grids[table].rows.flatMap((cells) => {
        const labels = cells.filter((cell) => !cell.figure)
        if (!shared || table !== 'requests' || labels.length === cells.length) return onLines(cells, dice, '\n')
        const together = ink(`${labels.map((cell) => cell.text).join('')}\n`)
        return [together, ...onLines(cells.slice(labels.length), dice, '\n')]
      })
  },
}

const spacedCells: TextLayout = {
  name: '5 one cell a line, blank lines between',
  plain: true,
  printer: (dice) => (table, grids) => grids[table].rows.flatMap((cells) => onLines(cells, dice, '\n\n')),
}

const tabLed: TextLayout = {
  name: '5 one cell a line, led by a tab',
  plain: true,
  printer: (dice) => (table, grids) => {
    const covered = columnsCovered(grids[table].rows)
    return grids[table].rows.flatMap((cells, at) => [
      ...places(cells, covered[at]!).flatMap((cell) => (cell === null ? [ink('\t\n')] : [ink('\t'), wrapped(cell, dice), ink('\n')])),
      ink('\n'),
    ])
  },
}

const tabs: TextLayout = {
  name: '6 tabs, one row a line, ragged',
  plain: true,
  printer: (dice) => {
    // A scan gives every row of a table as many tabs as its widest.
    const spare = dice.roll(5)
    return (table, grids) => {
      const { rows, width } = grids[table]
      return rows.flatMap((cells) => {
        const pieces: Piece[] = []
        let column = 0
        for (const cell of cells) {
          pieces.push(ink('\t'.repeat(Math.max(column === 0 ? cell.column : cell.column - column, 0))), flat(cell))
          column = cell.column
        }
        return [...pieces, ink(`${'\t'.repeat(dice.roll(3) + width - column - 1 + spare)}\n`)]
      })
    }
  },
}

const glued: TextLayout = {
  name: '9 no separators at all',
  plain: false,
  printer: () => (table, grids) => grids[table].rows.flatMap((cells) => [...cells.map(flat), ink('\n')]),
}

const deduplicated: TextLayout = { ...oneCellALine, name: '10 repeated lines removed', plain: false }

export const textLayouts: readonly TextLayout[] = [
  trailingPipes,
  leadingPipes,
  pipeEndsCell,
  pipeBeforeRow,
  pipeAfterCell,
  oneCellALine,
  spacedCells,
  tabLed,
  tabs,
  glued,
  deduplicated,
]

/** Columns of each row that a cell of an earlier row reaches down into. */
function columnsCovered(rows: Grids['requests']['rows']): Set<number>[] {
  const covered = rows.map(() => new Set<number>())
  rows.forEach((cells, at) => {
    for (const cell of cells)
      for (let down = 1; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) covered[at + down]?.add(cell.column + right)
  })
  return covered
}

/** The cells of a row in their order, null where one from above reaches down; a merged cell from above counts once for each column. */
function places(cells: readonly Cell[], covered: ReadonlySet<number>): (Cell | null)[] {
  const all = [
    ...cells.map((cell) => ({ column: cell.column, cell: cell as Cell | null })),
    ...[...covered].map((column) => ({ column, cell: null })),
  ]
  return all.sort((a, b) => a.column - b.column).map(({ cell }) => cell)
}
