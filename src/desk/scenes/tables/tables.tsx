/**
 * Tables 三 and 四 as the form prints them. A figure that counts something opens into the cases it counts; the arrows walk the figures, Enter
 * opens one, Escape closes it and gives the focus back. A 0 opens nothing.
 */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { forms, type RequestRow } from '#report'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Tables } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FilterChoice } from '../../parts/filters.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { BodyChoice, useBodyInAddress } from '../templates/body-choice.tsx'
import { CellRecordsPanel } from './cell.tsx'
import { type Counts, holds, identitiesOf } from './identities.ts'
import './tables.css'

const form = forms['2021']

export function TablesPage() {
  const words = useWords()
  const said = words.tables
  const { today } = useSession()
  const may = useMay()
  const address = useAddress()
  const body = useBodyInAddress()
  const thisYear = Number(today.slice(0, 4))
  const year = Number(address.one('year')) || thisYear
  const query = useQuery({
    queryKey: ['tables', body, year],
    queryFn: () => answered(api.GET('/tables/{body}/{year}', { params: { path: { body, year } } })),
  })
  return (
    <Page
      title={said.titleOf(year)}
      lead={query.data ? said.lead(words.dayLong(query.data.asOf)) : undefined}
      acts={
        (may('request.export') || may('request.import')) && (
          <Link className="button tall" to="/ledger">
            {words.requests.ledger}
          </Link>
        )
      }
    >
      <div className="filters no-print">
        <FilterChoice
          name="year"
          label={said.year}
          any={String(thisYear)}
          options={Array.from({ length: 6 }, (_, back) => String(thisYear - 1 - back)).map((one) => [one, one] as const)}
        />
        <BodyChoice label={said.body} always={may('body.see')} />
      </div>
      <Loaded query={query}>{(tables) => <Shown key={`${tables.body}${tables.year}`} tables={tables} />}</Loaded>
    </Page>
  )
}

function Shown({ tables }: { readonly tables: Tables }) {
  const said = useWords().tables
  const address = useAddress()
  const counts: Counts = Object.fromEntries(tables.cells.map(({ key, count }) => [key, count]))
  const open = tables.cells.find(({ key }) => key === address.one('cell')) ?? null
  const box = useRef<HTMLDivElement>(null)
  const close = () => {
    address.change({ cell: undefined })
    if (open) box.current?.querySelector<HTMLElement>(`[data-cell="${open.key}"]`)?.focus()
  }
  return (
    <div className={open ? 'with-cell' : undefined}>
      <div ref={box} className="stack-wide statutory">
        <Holding counts={counts} />
        <section className="stack">
          <h2>{said.three}</h2>
          <RequestTable counts={counts} open={open?.key ?? null} />
        </section>
        <section className="stack">
          <h2>{said.four}</h2>
          <ChallengeTable counts={counts} open={open?.key ?? null} />
        </section>
        <p className="quiet small keys no-print">{said.keys}</p>
      </div>
      {open && <CellRecordsPanel key={open.key} tables={tables} cell={open} name={nameOf(open.key)} onClose={close} />}
    </div>
  )
}

function Holding({ counts }: { readonly counts: Counts }) {
  const said = useWords().tables
  const all = identitiesOf(counts)
  const broken = all.filter((one) => !holds(one))
  return (
    <div role="status">
      <p className={broken.length > 0 ? 'bad' : 'ok'}>
        <Icon name={broken.length > 0 ? 'bad' : 'check'} /> {broken.length > 0 ? said.someBroken(broken.length) : said.allHold(all.length)}
      </p>
      {broken.length > 0 && (
        <ul>
          {broken.map(({ kind, of, left, right }) => (
            <li key={`${kind}${of}`}>{said.identity[kind](of, left, right)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

const requestName = (row: RequestRow) => [row.group, row.label].filter(Boolean).join(' ')

function nameOf(key: string): string {
  const [table, row, column] = key.split('.')
  if (table === 'requests') {
    const found = form.requests.rows.find((one) => one.key === row)
    return [found && requestName(found), form.requests.columns.find((one) => one.key === column)?.label].filter(Boolean).join('，')
  }
  return [form.challenges.groups.find((one) => one.key === row)?.label, form.challenges.columns.find((one) => one.key === column)?.label]
    .filter(Boolean)
    .join('，')
}

/** One figure. The first of a table takes the Tab; the arrows do the rest. */
function Figure({
  cell,
  count,
  open,
  first,
}: {
  readonly cell: string
  readonly count: number | undefined
  readonly open: boolean
  readonly first: boolean
}) {
  const said = useWords().tables
  const address = useAddress()
  const name = said.cell(nameOf(cell), count ?? 0)
  if (count === undefined) return '—'
  return (
    <button
      type="button"
      className={count === 0 ? 'figure zero' : 'figure fig'}
      data-cell={cell}
      tabIndex={first ? 0 : -1}
      aria-label={name}
      aria-expanded={count === 0 ? undefined : open}
      onClick={() => count > 0 && address.change({ cell: open ? undefined : cell })}
    >
      {count}
    </button>
  )
}

/** Arrows within a table: to the figure beside, above, below; Home and End to the ends of the row. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null
  if (!here) return
  const rows = [...event.currentTarget.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')])
    .filter((row) => row.length > 0)
  const y = rows.findIndex((row) => row.includes(here))
  const x = rows[y]!.indexOf(here)
  const to = {
    ArrowLeft: rows[y]![x - 1],
    ArrowRight: rows[y]![x + 1],
    ArrowUp: rows[y - 1]?.[x],
    ArrowDown: rows[y + 1]?.[x],
    Home: rows[y]![0],
    End: rows[y]!.at(-1),
  }[event.key]
  if (to === undefined) return
  event.preventDefault()
  here.tabIndex = -1
  to.tabIndex = 0
  to.focus()
}

interface TableProps {
  readonly counts: Counts
  /** Key of the open cell. */
  readonly open: string | null
}

/** Headers merged as in the form: 申请人情况 over all columns, 法人或其他组织 over five. */
function RequestTable({ counts, open }: TableProps) {
  const said = useWords().tables
  const { columns, rows, corner, over, results } = form.requests
  const isResult = (row: RequestRow) => row.part === 'outcome' || row.part === 'concluded'
  const firstResult = rows.findIndex(isResult)
  const countOfResults = rows.filter(isResult).length
  return (
    <div className="table-frame">
      <table className="form-table" onKeyDown={walk}>
        <caption className="unseen">{said.three}</caption>
        <thead>
          <tr>
            <th rowSpan={3} colSpan={3} scope="col" className="corner">
              {corner}
            </th>
            <th colSpan={columns.length} scope="colgroup">
              {over}
            </th>
          </tr>
          <tr>
            {columns
              .filter(({ group }, place) => group === null || columns[place - 1]?.group !== group)
              .map((column) =>
                column.group === null ? (
                  <th key={column.key} rowSpan={2} scope="col">
                    {column.label}
                  </th>
                ) : (
                  <th key={column.group} colSpan={columns.filter(({ group }) => group === column.group).length} scope="colgroup">
                    {column.group}
                  </th>
                ),
              )}
          </tr>
          <tr>
            {columns
              .filter(({ group }) => group !== null)
              .map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.key} className={row.part === 'outcome' ? undefined : 'strong'}>
              {place === firstResult && (
                <th rowSpan={countOfResults} scope="rowgroup" className="upright">
                  {results}
                </th>
              )}
              {row.group !== null && rows[place - 1]?.group !== row.group && (
                <th rowSpan={rows.filter(({ group }) => group === row.group).length} scope="rowgroup" className="group">
                  {row.group}
                </th>
              )}
              <th scope="row" colSpan={isResult(row) ? (row.group === null ? 2 : 1) : 3}>
                {row.label}
              </th>
              {columns.map((column, x) => {
                const key = `requests.${row.key}.${column.key}`
                return (
                  <td key={column.key} className={open === key ? 'open' : undefined}>
                    <Figure cell={key} count={counts[key]} open={open === key} first={place === 0 && x === 0} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ChallengeTable({ counts, open }: TableProps) {
  const said = useWords().tables
  const { groups, columns } = form.challenges
  const overs = [...new Set(groups.map(({ group }) => group))]
  return (
    <div className="table-frame">
      <table className="form-table" onKeyDown={walk}>
        <caption className="unseen">{said.four}</caption>
        <thead>
          <tr>
            {overs.map((over) =>
              over === null ? (
                groups
                  .filter(({ group }) => group === null)
                  .map(({ key, label }) => (
                    <th key={key} colSpan={columns.length} rowSpan={2} scope="colgroup">
                      {label}
                    </th>
                  ))
              ) : (
                <th key={over} colSpan={columns.length * groups.filter(({ group }) => group === over).length} scope="colgroup">
                  {over}
                </th>
              ),
            )}
          </tr>
          <tr>
            {groups
              .filter(({ group }) => group !== null)
              .map(({ key, label }) => (
                <th key={key} colSpan={columns.length} scope="colgroup">
                  {label}
                </th>
              ))}
          </tr>
          <tr>
            {groups.flatMap((group) =>
              columns.map(({ key, label }) => (
                <th key={`${group.key}${key}`} scope="col">
                  {label}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            {groups.flatMap((group, place) =>
              columns.map((column, x) => {
                const key = `challenges.${group.key}.${column.key}`
                return (
                  <td key={key} className={open === key ? 'open' : undefined}>
                    <Figure cell={key} count={counts[key]} open={open === key} first={place === 0 && x === 0} />
                  </td>
                )
              }),
            )}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
