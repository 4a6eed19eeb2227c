/** 依申请公开: all cases one may see. Counts of what presses on top, then filters, then the register; J and K walk it, Enter opens. */
import { type UseInfiniteQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import type { CaseCounts, CasePage, CaseRow } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FilterChoice, FilterPick, Filters, FilterText, FilterTick } from '../../parts/filters.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useRowKeys } from '../../parts/row-keys.ts'
import { Ruler, RulerLegend } from '../../parts/ruler.tsx'
import { Empty, Loaded, Skeleton } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay, useSession } from '../../session.tsx'
import { countsQuery, requestsQuery } from './queries.ts'
import { outcomeRowNames, rowName } from './rows.ts'
import './requests.css'

const names = ['q', 'body', 'state', 'lamp', 'kind', 'row', 'year', 'person', 'unconfirmed', 'order'] as const

export function Requests() {
  const words = useWords()
  const said = words.requests
  const address = useAddress()
  const may = useMay()
  const filter = Object.fromEntries(names.map((name) => [name, address.one(name)]))
  // What is over has no last day to come: to find it, all are listed by the day of receipt.
  const order = filter.order || (filter.row || filter.year || ['answered', 'archived', 'void'].includes(filter.state!) ? 'received' : 'due')
  const query = useInfiniteQuery(requestsQuery({ ...filter, order }))
  const counts = useQuery(countsQuery)
  useRowKeys()
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        <>
          {(may('request.export') || may('request.import')) && (
            <Link className="button tall" to="/ledger">
              {said.ledger}
            </Link>
          )}
          {may('request.register') && (
            <Link className="button tall filled" to="/requests/new">
              {said.register}
            </Link>
          )}
        </>
      }
    >
      <Loaded query={counts}>{(found) => <Counts counts={found} />}</Loaded>
      <RequestFilters />
      <List query={query} isFiltered={names.some((name) => filter[name])} />
    </Page>
  )
}

interface Count {
  readonly key: keyof CaseCounts
  readonly patch: Readonly<Record<string, string>>
  readonly icon: IconName
  readonly tone: string
}

/** Each count is a filter; those of nothing stay out of the way, but for the first four, whose 0 is news. */
const kindsOfCount: readonly Count[] = [
  { key: 'open', patch: {}, icon: 'jobs', tone: '' },
  { key: 'overdue', patch: { lamp: 'overdue' }, icon: 'bad', tone: 'bad' },
  { key: 'today', patch: { lamp: 'today' }, icon: 'bad', tone: 'bad' },
  { key: 'soon', patch: { lamp: 'soon' }, icon: 'warn', tone: 'warn' },
  { key: 'unconfirmed', patch: { unconfirmed: '1', state: 'submitted' }, icon: 'bad', tone: 'bad' },
  { key: 'submitted', patch: { state: 'submitted' }, icon: 'doubt', tone: 'bad' },
  { key: 'correcting', patch: { state: 'correcting' }, icon: 'pause', tone: 'quiet' },
  { key: 'explaining', patch: { state: 'explaining' }, icon: 'pause', tone: 'quiet' },
  { key: 'paying', patch: { state: 'paying' }, icon: 'pause', tone: 'quiet' },
]

function Counts({ counts }: { readonly counts: CaseCounts }) {
  const said = useWords().requests.counts
  const address = useAddress()
  const cleared = Object.fromEntries(['state', 'lamp', 'unconfirmed', 'order', 'row', 'year'].map((name) => [name, undefined]))
  const isOn = ({ patch }: Count) =>
    ['state', 'lamp', 'unconfirmed', 'order', 'row', 'year'].every((name) => address.one(name) === (patch[name] ?? ''))
  return (
    <fieldset className="chips">
      <legend className="unseen">{said.label}</legend>
      {kindsOfCount
        .filter((one, place) => place < 4 || counts[one.key] > 0)
        .map((one) => (
          <button key={one.key} type="button" aria-pressed={isOn(one)} onClick={() => address.change({ ...cleared, ...one.patch })}>
            <span className={counts[one.key] > 0 && one.tone ? `${one.tone} lamp` : 'lamp'} style={{ fontWeight: 400 }}>
              {one.tone && <Icon name={one.icon} />} {said[one.key]}
            </span>{' '}
            <b>{counts[one.key]}</b>
          </button>
        ))}
    </fieldset>
  )
}

function RequestFilters() {
  const words = useWords()
  const said = words.requests
  const { today, posts } = useSession()
  const years = Array.from({ length: 6 }, (_, back) => String(Number(today.slice(0, 4)) - back))
  // On a phone the list comes first; what is filtered by is shown all the same.
  const address = useAddress()
  const [isOpen] = useState(() => !window.matchMedia('(max-width: 800px)').matches || names.some((name) => address.one(name) !== ''))
  const severalBodies = new Set(posts.map(({ bodyId }) => bodyId)).size > 1
  return (
    <details className="fold" open={isOpen || undefined}>
      <summary>{said.filter.fold}</summary>
      <Filters names={names}>
        <FilterText name="q" label={said.filter.q} />
        <FilterChoice name="state" label={said.filter.state} any={said.filter.any} options={Object.entries(words.casework.states)} />
        <FilterChoice name="lamp" label={said.filter.lamp} any={said.filter.any} options={Object.entries(said.lamps)} />
        <FilterChoice name="kind" label={said.filter.kind} any={said.filter.any} options={Object.entries(said.kinds)} />
        <FilterChoice name="row" label={said.filter.row} any={said.filter.any} options={outcomeRowNames} />
        <FilterChoice name="year" label={said.filter.year} any={said.filter.any} options={years.map((year) => [year, year] as const)} />
        <FilterPick name="person" label={said.filter.person} of="person" />
        {severalBodies && <FilterPick name="body" label={said.filter.body} />}
        <FilterChoice name="order" label={said.filter.order} any={said.orders.due} options={[['received', said.orders.received]]} />
        <FilterTick name="unconfirmed" label={said.filter.unconfirmed} />
      </Filters>
    </details>
  )
}

interface ListProps {
  readonly query: UseInfiniteQueryResult<{ readonly pages: readonly CasePage[] }>
  readonly isFiltered: boolean
}

function List({ query, isFiltered }: ListProps) {
  const words = useWords()
  const said = words.requests
  if (query.data === undefined) return query.isError ? <ProblemBox error={query.error} again={() => void query.refetch()} /> : <Skeleton />
  const rows = query.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return <Empty what={isFiltered ? said.none : said.noneOpen} next={isFiltered ? words.table.nothingHint : said.noneHint} />
  return (
    <>
      <table className="register tasks requests">
        <caption className="unseen">{said.title}</caption>
        <thead>
          <tr>
            <th scope="col">{said.head.lamp}</th>
            <th scope="col">{said.head.what}</th>
            <th scope="col">{said.head.ruler}</th>
            <th scope="col">{said.head.state}</th>
            <th scope="col" className="number">
              {said.head.received}
            </th>
            <th scope="col" className="number">
              {said.head.due}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {query.isError && <ProblemBox error={query.error} again={() => void query.fetchNextPage()} />}
      <div className="under-register">
        <span role="status">{words.table.shown(rows.length, query.hasNextPage)}</span>
        {query.hasNextPage && (
          <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? words.table.moreBusy : words.table.more}
          </Button>
        )}
      </div>
      <RulerLegend />
      <p className="quiet small no-print keys">{said.keys}</p>
    </>
  )
}

function Row({ row }: { readonly row: CaseRow }) {
  const words = useWords()
  const said = words.requests
  const { today, person } = useSession()
  const who = [
    row.number,
    [row.applicant, said.kinds[row.kind]].filter(Boolean).join(words.and),
    row.person && row.person.id !== person.id ? words.home.holder(row.person.name) : '',
    row.reopened > 0 ? said.reopened(row.reopened) : '',
  ]
  return (
    <tr>
      <td data-label="">{row.concludedOn === null && <CaseLamp row={row} />}</td>
      <th scope="row">
        <Link className="row-link" data-row to={`/requests/${row.id}`}>
          {row.title}
        </Link>
        <span className="sub">{who.filter(Boolean).join('　')}</span>
      </th>
      <td data-label="">{row.ruler.length > 0 && <Ruler cells={row.ruler} />}</td>
      <td data-label="">
        <StateTag state={row.state} />
        {row.unconfirmedBy && <span className="sub">{said.unconfirmed(dayText(row.unconfirmedBy, today))}</span>}
        {row.late && (
          <span className="sub bad">
            <Icon name="bad" size={12} /> {said.late}
          </span>
        )}
        {row.row && <span className="sub">{rowName(row.row)}</span>}
      </td>
      <td className="number nowrap" data-label={said.head.received}>
        {row.receivedOn ? dayText(row.receivedOn, today) : <span className="quiet">{said.noNumber}</span>}
      </td>
      <td className="number nowrap" data-label={said.head.due}>
        {row.concludedOn
          ? said.concluded(dayText(row.concludedOn, today))
          : row.unconfirmedBy
            ? dayText(row.unconfirmedBy, today)
            : row.dueOn
              ? dayText(row.dueOn, today)
              : said.whenResumed}
      </td>
    </tr>
  )
}

/** While nobody has confirmed it, the lamp tells of the day by which somebody should. */
export function CaseLamp({ row }: { readonly row: Pick<CaseRow, 'lamp' | 'daysLeft' | 'state'> }) {
  const words = useWords()
  return (
    <Lamp
      state={row.lamp}
      daysLeft={row.daysLeft}
      {...(['correcting', 'explaining', 'paying'].includes(row.state) &&
        row.lamp === 'stopped' && { label: words.casework.states[row.state] })}
    />
  )
}

const signs: Readonly<Record<CaseRow['state'], readonly [IconName, 'ok' | 'warn' | 'bad' | undefined]>> = {
  submitted: ['doubt', 'bad'],
  handling: ['clock', undefined],
  correcting: ['pause', undefined],
  explaining: ['pause', undefined],
  paying: ['pause', undefined],
  answered: ['check', 'ok'],
  archived: ['lock', undefined],
  void: ['cross', undefined],
}

export function StateTag({ state }: { readonly state: CaseRow['state'] }) {
  const words = useWords()
  const [icon, tone] = signs[state]
  return (
    <Tag icon={icon} tone={tone}>
      {words.casework.states[state]}
    </Tag>
  )
}
