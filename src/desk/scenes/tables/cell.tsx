/** What one figure counts: the focus moves in, Escape gives it back to the figure. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { answered, api } from '../../api.ts'
import type { TableCell, Tables } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { dayText } from '../../parts/moment.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useMay, useSession } from '../../session.tsx'
import { rowName } from '../requests/rows.ts'

interface CellProps {
  readonly tables: Tables
  readonly cell: TableCell
  readonly name: string
  readonly onClose: () => void
}

export function CellRecordsPanel({ tables, cell, name, onClose }: CellProps) {
  const words = useWords()
  const said = words.tables
  const may = useMay()
  const { today } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const mayLook = cell.key.startsWith('requests') ? may('request.see') : may('challenge.see')
  const query = useInfiniteQuery({
    queryKey: ['tables', tables.body, tables.year, cell.key],
    enabled: mayLook,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/tables/{body}/{year}/cells/{key}', {
          params: { path: { body: tables.body, year: tables.year, key: cell.key }, query: { after: pageParam } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) onClose()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  })
  const pages = query.data?.pages ?? []
  const requests = pages.flatMap((page) => page.requests)
  const challenges = pages.flatMap((page) => page.challenges)
  return (
    <aside className="panel cell-panel" aria-label={said.cell(name, cell.count)}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {said.cell(name, cell.count)}
        </h2>
        <button type="button" className="icon-button no-print" onClick={onClose}>
          <Icon name="cross" /> <span className="unseen">{words.close}</span>
        </button>
      </header>
      <p className="inside small quiet">{[cell.counts, cell.source].filter(Boolean).join('　')}</p>
      {!mayLook && <p className="inside">{said.notYours}</p>}
      {query.isError && <ProblemBox error={query.error} again={() => void query.refetch()} />}
      <ul>
        {requests.map((one) => (
          <li key={`${one.id}${one.part}`}>
            <Link to={`/requests/${one.id}`}>{one.title}</Link>
            <span className="sub small quiet">
              {[
                one.number,
                said.received(dayText(one.receivedOn, today)),
                one.concludedOn ? said.concluded(dayText(one.concludedOn, today)) : said.open,
                one.row ? rowName(one.row) : '',
                one.part > 0 ? said.anew : '',
              ]
                .filter(Boolean)
                .join('　')}
            </span>
          </li>
        ))}
        {challenges.map((one) => (
          <li key={one.id}>
            <Link to={`/challenges/${one.id}`}>{[one.organ, one.number].filter(Boolean).join(words.and)}</Link>
            <span className="sub small quiet">
              {[words.challenges.stageLine.filed(one.filedOn), one.result ? words.challengeNames.results[one.result] : said.open].join(
                '　',
              )}
            </span>
          </li>
        ))}
      </ul>
      {query.data && requests.length + challenges.length === 0 && <p className="inside">{said.noRecords}</p>}
      {query.hasNextPage && (
        <div className="inside">
          <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? said.reading : said.more}
          </Button>
        </div>
      )}
    </aside>
  )
}
