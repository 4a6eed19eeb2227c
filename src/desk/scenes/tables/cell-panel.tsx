/** What a figure counts: the rule, its source, and the cases one by one. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { answered, api } from '../../api.ts'
import type { CellRecords, TableCell } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { dayText } from '../../parts/moment.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Skeleton } from '../../parts/states.tsx'
import { useSession } from '../../session.tsx'
import { cellName } from './form.ts'

interface CellPanelProps {
  /** Absent where the address names a cell that there is not. */
  readonly cell: TableCell | undefined
  readonly scope: { readonly body: string; readonly year: number }
  readonly takesFocus: boolean
  readonly onClose: () => void
}

export function CellPanel({ cell, scope, takesFocus, onClose }: CellPanelProps) {
  const said = useWords().tables
  const heading = useRef<HTMLHeadingElement>(null)
  const isMeant = useRef(takesFocus)
  useEffect(() => {
    if (isMeant.current) heading.current?.focus()
  }, [])
  const name = cell && cellName(cell.key)
  return (
    <aside
      className="cell-panel"
      aria-labelledby="cell-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header>
        <div>
          <h2 id="cell-panel" ref={heading} tabIndex={-1}>
            {cell && name ? said.cellTitle(name.row, name.column, cell.count) : said.cellGone}
          </h2>
          {cell && (
            <p className="small">
              {said.rule}
              {cell.counts}
            </p>
          )}
          {cell?.source && (
            <p className="small">
              {said.source}
              {cell.source}
            </p>
          )}
        </div>
        <button type="button" className="icon-button no-print" onClick={onClose}>
          <Icon name="cross" /> <span className="unseen">{said.close}</span>
        </button>
      </header>
      {cell && <Records cellKey={cell.key} scope={scope} />}
    </aside>
  )
}

function Records({ cellKey, scope: { body, year } }: { readonly cellKey: string; readonly scope: CellPanelProps['scope'] }) {
  const words = useWords()
  const said = words.tables
  const query = useInfiniteQuery({
    queryKey: ['tables', body, year, 'cell', cellKey],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/tables/{body}/{year}/cells/{key}', { params: { path: { body, year, key: cellKey }, query: { after: pageParam } } }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (query.data === undefined) return query.isError ? <ProblemBox error={query.error} again={() => void query.refetch()} /> : <Skeleton />
  const { pages } = query.data
  const isEmpty = pages.every(({ requests, challenges }) => requests.length + challenges.length === 0)
  return (
    <>
      {isEmpty && <p className="inside quiet">{said.emptyCell}</p>}
      <ul>
        {pages.map((page) => (
          <Lines key={page.requests[0]?.id ?? page.challenges[0]?.id ?? ''} page={page} />
        ))}
      </ul>
      {query.isError && <ProblemBox error={query.error} again={() => void query.fetchNextPage()} />}
      {query.hasNextPage && (
        <p className="inside">
          <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? words.table.moreBusy : said.moreOf}
          </Button>
        </p>
      )}
    </>
  )
}

function Lines({ page }: { readonly page: CellRecords }) {
  const words = useWords()
  const said = words.tables
  const { today } = useSession()
  const dated = (from: string, to: string | null) =>
    [`${said.received} ${dayText(from, today)}`, to && `${said.concluded} ${dayText(to, today)}`].filter(Boolean).join('，')
  return (
    <>
      {page.requests.map((one) => (
        <li key={`${one.id} ${one.part}`}>
          <Link to={`/requests/${one.id}`}>{one.title}</Link>
          <span className="quiet small">
            {one.number}
            {one.part > 0 && ` ${said.round(one.part)}`} · {words.casework.states[one.state] ?? one.state} ·{' '}
            {dated(one.receivedOn, one.concludedOn)}
          </span>
        </li>
      ))}
      {page.challenges.map((one) => (
        <li key={one.id}>
          <Link to={`/challenges/${one.id}`}>{one.number || one.organ}</Link>
          <span className="quiet small">
            {one.number && `${one.organ} · `}
            {words.challenges.filed} {dayText(one.filedOn, today)}
            {one.concludedOn && one.result && ` · ${dayText(one.concludedOn, today)} ${words.challengeNames.results[one.result]}`}
          </span>
        </li>
      ))}
    </>
  )
}
