import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type CellKey, cellName, type Report } from '#report'
import { Icon } from '../icons.tsx'
import { type Frame, type Standing, show, standingOf } from './cells.ts'
import { type Heading, type Layout, walkable } from './tables.ts'
import { useTalk } from './talk.ts'

export interface GridProps {
  readonly layout: Layout
  readonly label: string
  readonly report: Report
  readonly frames: ReadonlyMap<CellKey, Frame>
  readonly lastYear: Report | undefined
  readonly open: CellKey | null
  /** `byKeyboard` where the panel should take the focus. */
  readonly onOpen: (key: CellKey, byKeyboard: boolean) => void
  /** Drawn under the table where there is no side column. */
  readonly after?: ComponentChildren
}

export const cellId = (key: CellKey) => `cell-${key}`

/**
 * A statutory table whose figures can be opened. Tab reaches one cell of the table; arrows, Home and End move from there,
 * Enter or Space opens. Screen readers meet a plain table with row and column headers and a button in each cell.
 */
export function Grid({ layout, label, report, frames, lastYear, open, onOpen, after }: GridProps): JSX.Element {
  const rows = walkable(layout)
  const all = rows.flat()
  const [active, setActive] = useState<CellKey | null>(null)
  const reachable = active !== null && all.includes(active) ? active : (all.find((key) => report.cells[key]) ?? all[0]!)

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = neighbour(rows, reachable, event.key)
    if (!next) return
    event.preventDefault()
    document.getElementById(cellId(next))?.focus()
  }

  return (
    <>
      <div class="frame">
        <table class={`grid grid-${layout.id}`} aria-label={label} aria-describedby="keys">
          {layout.id === 'requests' && <Columns />}
          {layout.head.length > 0 && (
            <thead>
              {layout.head.map((row, at) => (
                <tr key={at}>{row.map(drawHeading)}</tr>
              ))}
            </thead>
          )}
          <tbody onKeyDown={walk}>
            {layout.body.map((row, at) => (
              <tr key={at} class={row.some((cell) => cell.kind === 'heading' && cell.look === 'strong') ? 'strong' : undefined}>
                {row.map((cell) =>
                  cell.kind === 'heading' ? (
                    drawHeading(cell)
                  ) : (
                    <td key={cell.key} class={cell.strong ? 'strong' : undefined} colSpan={cell.colSpan > 1 ? cell.colSpan : undefined}>
                      <Figure
                        name={cell.key}
                        report={report}
                        frame={frames.get(cell.key)}
                        lastYear={lastYear}
                        reachable={cell.key === reachable}
                        open={cell.key === open}
                        onFocus={() => setActive(cell.key)}
                        onOpen={onOpen}
                      />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {after}
    </>
  )
}

const drawHeading = (cell: Heading) => (
  <th
    key={cell.text}
    scope={cell.scope}
    colSpan={cell.colSpan > 1 ? cell.colSpan : undefined}
    rowSpan={cell.rowSpan > 1 ? cell.rowSpan : undefined}
    class={cell.look}
    lang="zh-CN"
  >
    {cell.look === 'upright' ? <span>{cell.text}</span> : cell.text}
  </th>
)

const Columns = () => (
  <colgroup>
    <col class="c-upright" />
    <col class="c-group" />
    <col />
    <col class="c-figure" span={7} />
  </colgroup>
)

interface FigureProps {
  readonly name: CellKey
  readonly report: Report
  readonly frame: Frame | undefined
  readonly lastYear: Report | undefined
  readonly reachable: boolean
  readonly open: boolean
  readonly onFocus: () => void
  readonly onOpen: (key: CellKey, byKeyboard: boolean) => void
}

const signs = { repaired: 'wrench', doubtful: 'doubt' } as const

function Figure({ name, report, frame, lastYear, reachable, open, onFocus, onOpen }: FigureProps): JSX.Element {
  const { words } = useTalk()
  const standing = standingOf(report, name)
  const figure = show(report.figures[name])
  const before = lastYear ? show(lastYear.figures[name]) : ''
  const called = [
    standing === 'given' ? '' : words.states[standing],
    frame?.severity === 'error' ? words.inError : frame?.severity === 'warning' ? words.inWarning : '',
    before === '' ? '' : words.lastYearWas(String(lastYear?.year ?? ''), before),
  ].filter(Boolean)
  const state = called.join(words.comma)
  return (
    <button
      type="button"
      id={cellId(name)}
      class={['cell', `is-${standing}`, frame ? `${frame.first ? 'in' : 'with'}-${frame.severity}` : '', figure === '0' ? 'zero' : '']
        .filter(Boolean)
        .join(' ')}
      tabIndex={reachable ? 0 : -1}
      aria-expanded={open}
      aria-label={figure === '' ? words.cellEmpty(cellName(name), state) : words.cellAs(cellName(name), figure, state)}
      onFocus={onFocus}
      // A click made by the keyboard has no detail.
      onClick={(event) => onOpen(name, event.detail === 0)}
    >
      {before !== '' && <span class="before">{before}</span>}
      {(standing === 'repaired' || standing === 'doubtful') && <Icon name={signs[standing]} size={14} />}
      {frame?.first && !(standing === 'repaired' || standing === 'doubtful') && (
        <Icon name={frame.severity === 'error' ? 'bad' : 'warn'} size={14} />
      )}
      <span class="figure">{figure === '' ? emptySign(standing, words) : figure}</span>
    </button>
  )
}

function emptySign(standing: Standing, words: ReturnType<typeof useTalk>['words']): string {
  return standing === 'missing' ? words.missingSign : standing === 'doubtful' ? '?' : words.blankSign
}

/** The cell a key leads to; undefined where the key is not for walking or the edge is reached. */
export function neighbour(rows: readonly (readonly CellKey[])[], from: CellKey, key: string): CellKey | undefined {
  const row = rows.findIndex((cells) => cells.includes(from))
  const column = rows[row]?.indexOf(from) ?? -1
  switch (key) {
    case 'ArrowRight':
      return rows[row]?.[column + 1]
    case 'ArrowLeft':
      return rows[row]?.[column - 1]
    case 'ArrowDown':
      return rows[row + 1]?.[Math.min(column, rows[row + 1]!.length - 1)]
    case 'ArrowUp':
      return rows[row - 1]?.[Math.min(column, rows[row - 1]!.length - 1)]
    case 'Home':
      return rows[row]?.[0]
    case 'End':
      return rows[row]?.at(-1)
    default:
      return undefined
  }
}
