/** The two tables with the form's own merged heads. Arrow keys walk the figures, Enter opens one, Escape closes it. */
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { form } from './form.ts'
import { TableFrame } from './table-frame.tsx'

/** Count by key of the cell. */
export type Figures = ReadonlyMap<string, number>

export interface GridProps {
  readonly label: string
  readonly figures: Figures
  /** Key of the cell that is open; empty for none. */
  readonly open: string
  readonly mayOpen: boolean
  readonly onOpen: (key: string) => void
  readonly onClose: () => void
  /** Every cell opens, zeros too: of a report, where a figure may be declared. */
  readonly opensAll?: boolean
  /** What stands at the left of the figure: last year's. */
  readonly beside?: (key: string) => ReactNode
  /** The figure as it is written, where it is not the number alone: `15/14`. */
  readonly written?: (key: string) => ReactNode
  /** Of what state the cell is, as class of the cell and words for those who hear it. */
  readonly mark?: (key: string) => { readonly className: string; readonly says: string } | null
}

export function TableThree(props: GridProps) {
  const { rows, columns, corner, over, results } = form.requests
  const keys = rows.map((row) => columns.map((column) => `requests.${row.key}.${column.key}`))
  const cellAt = useGrid(props, keys)
  const first = rows.findIndex(({ part }) => part === 'outcome')
  const last = rows.findIndex(({ part }) => part === 'concluded')
  const company = columns.filter(({ group }) => group !== null)
  return (
    <TableFrame label={props.label}>
      <table className="statutory" aria-label={props.label}>
        <colgroup>
          <col className="upright" />
          <col className="row-group" />
          <col />
          {columns.map(({ key }) => (
            <col key={key} className={key === 'total' ? 'figure' : 'figure kind'} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" colSpan={3} rowSpan={3} className="corner">
              {corner.replace(/[（）]/g, '')}
            </th>
            <th scope="colgroup" colSpan={columns.length} className="kinds">
              {over}
            </th>
          </tr>
          <tr>
            <th scope="col" rowSpan={2} className="kind">
              {columns[0]!.label}
            </th>
            <th scope="colgroup" colSpan={company.length} className="kind">
              {company[0]!.group}
            </th>
            <th scope="col" rowSpan={2} className="sum">
              {columns.at(-1)!.label}
            </th>
          </tr>
          <tr>
            {company.map(({ key, label }) => (
              <th key={key} scope="col" className="kind">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const members = row.group === null ? 0 : rows.filter(({ group }) => group === row.group).length
            const leads = row.group !== null && rows[at - 1]?.group !== row.group
            const isOutside = at < first || at > last
            return (
              <tr key={row.key} className={row.part === 'outcome' ? undefined : 'strong'}>
                {at === first && (
                  <th scope="rowgroup" rowSpan={last - first + 1} className="upright">
                    <span>{results}</span>
                  </th>
                )}
                {leads && (
                  <th scope="rowgroup" rowSpan={members} className="row-group">
                    {row.group}
                  </th>
                )}
                <th scope="row" colSpan={isOutside ? 3 : row.group === null ? 2 : 1}>
                  {row.label}
                </th>
                {columns.map((column, across) => cellAt(at, across, column.key === 'total' ? 'sum' : 'kind'))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}

export function TableFour(props: GridProps) {
  const { groups, columns } = form.challenges
  const cellAt = useGrid(props, [groups.flatMap((group) => columns.map((column) => `challenges.${group.key}.${column.key}`))])
  const suits = groups.filter(({ group }) => group !== null)
  return (
    <TableFrame label={props.label}>
      <table className="statutory four" aria-label={props.label}>
        <thead>
          <tr>
            <th scope="colgroup" rowSpan={2} colSpan={columns.length}>
              {groups[0]!.label}
            </th>
            <th scope="colgroup" colSpan={suits.length * columns.length}>
              {suits[0]!.group}
            </th>
          </tr>
          <tr>
            {suits.map(({ key, label }) => (
              <th key={key} scope="colgroup" colSpan={columns.length}>
                {label}
              </th>
            ))}
          </tr>
          <tr>
            {groups.flatMap((group) =>
              columns.map((column) => (
                <th key={group.key + column.key} scope="col">
                  {column.label}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            {groups.flatMap((_, group) =>
              columns.map((column, across) => cellAt(0, group * columns.length + across, column.key === 'total' ? 'sum' : 'kind')),
            )}
          </tr>
        </tbody>
      </table>
    </TableFrame>
  )
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Draws the cells of a grid. One figure can be tabbed to, the open one, else the one last stood on; zeros open nothing and are walked past. */
export function useGrid(
  { figures, open, mayOpen, onOpen, onClose, opensAll = false, beside, written, mark }: Omit<GridProps, 'label'>,
  keys: readonly (readonly string[])[],
) {
  const opening = (key: string | undefined) => key !== undefined && mayOpen && (opensAll || (figures.get(key) ?? 0) > 0)
  const [stood, setStood] = useState(open)
  const tabbed = keys.flat().includes(stood) && opening(stood) ? stood : keys.flat().find(opening)

  const walk = (event: KeyboardEvent<HTMLElement>, down: number, across: number) => {
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      for (let [y, x] = [down + step[0], across + step[1]]; keys[y]?.[x] !== undefined; y += step[0], x += step[1])
        if (focus(keys[y]![x]!)) return
    }
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      const row = event.key === 'Home' ? keys[down]! : [...keys[down]!].reverse()
      row.some(focus)
    }
    if (event.key === 'Escape' && open !== '') onClose()
  }

  return (down: number, across: number, kind: string, span = 1): ReactNode => {
    const key = keys[down]![across]!
    const count = figures.get(key) ?? 0
    const marked = mark?.(key) ?? null
    return (
      <td key={key} colSpan={span} className={[kind, key === open ? 'is-open' : '', marked?.className ?? ''].filter(Boolean).join(' ')}>
        {beside?.(key)}
        {opening(key) ? (
          <button
            type="button"
            id={`cell-${key}`}
            className={count === 0 ? 'fig zero' : 'fig'}
            tabIndex={key === tabbed ? 0 : -1}
            aria-expanded={key === open}
            onFocus={() => setStood(key)}
            onKeyDown={(event) => walk(event, down, across)}
            onClick={() => (key === open ? onClose() : onOpen(key))}
          >
            {written?.(key) ?? count}
            {marked && <span className="unseen">{marked.says}</span>}
          </button>
        ) : (
          <span className={count === 0 ? undefined : 'fig-plain'}>{count}</span>
        )}
      </td>
    )
  }
}

/** Whether the cell's figure took the focus: zeros have none, and what the screen hides, as the single kinds on a phone, takes none. */
function focus(key: string): boolean {
  const figure = document.getElementById(`cell-${key}`)
  if (figure === null || figure.offsetParent === null) return false
  figure.focus()
  return true
}
