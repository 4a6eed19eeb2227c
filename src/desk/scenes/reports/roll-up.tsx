/** The higher office: who stands where, and the sum of what was filed; every cell of it opens into the bodies that make it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { cellName } from '#report'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { RollUp } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { ScopeBody, ScopeYear, useScope } from '../../parts/scope.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { type Figures, type GridProps, TableFour, TableThree } from '../tables/grids.tsx'
import { Files } from './files.tsx'
import { Received } from './received.tsx'
import { TableTwo } from './table-two.tsx'
import '../tables/tables.css'
import './reports.css'

export function RollUpPage() {
  const words = useWords()
  const said = words.reports
  const may = useMay()
  const address = useAddress()
  const { today } = useSession()
  const { body } = useScope()
  const year = /^20\d\d$/.test(address.one('year')) ? Number(address.one('year')) : Number(today.slice(0, 4)) - 1
  const scope = address.one('scope') === 'level' ? 'level' : 'region'
  // Whoever acts for a government sums what files to it.
  const above = useQuery({
    queryKey: ['bodies', body, 'above'],
    queryFn: () => answered(api.GET('/bodies/{slug}', { params: { path: { slug: body } } })),
    enabled: body !== '',
  })
  const summing = above.data?.kind === 'office' ? (above.data.filesTo?.slug ?? body) : body
  const rows = useQuery({
    queryKey: ['reports', 'below', summing, year],
    queryFn: () => answered(api.GET('/reports', { params: { query: { body: summing, below: year } } })),
    enabled: above.data !== undefined,
  })
  const sum = useQuery({
    queryKey: ['roll-up', scope, summing, year],
    queryFn: () => answered(api.GET('/roll-ups/{scope}', { params: { path: { scope }, query: { body: summing, year } } })),
    enabled: above.data !== undefined,
  })
  return (
    <Page title={`${said.yearName(year)} ${said.below}`} trail={['/reports', said.title]}>
      <search className="filters no-print">
        <ScopeBody label={said.body} drops={{ cell: undefined }} />
        <ScopeYear label={said.year} name={said.yearName} shown={year} />
        <div className="field">
          <label htmlFor="scope">{said.scope}</label>
          <select
            id="scope"
            className="control"
            value={scope}
            onChange={(event) => address.change({ scope: event.target.value, cell: undefined })}
          >
            {(['region', 'level'] as const).map((one) => (
              <option key={one} value={one}>
                {said.scopes[one]}
              </option>
            ))}
          </select>
        </div>
      </search>
      {body === '' ? (
        <Empty what={said.noBody} next={said.noBodyHint} />
      ) : (
        <div className="stack-wide">
          <Panel title={said.parts}>
            <Loaded query={rows}>
              {({ items }) => (
                <>
                  <Standing rows={items} />
                  <Received rows={items} body={summing} year={year} />
                </>
              )}
            </Loaded>
          </Panel>
          {may('annual-report.clear') && rows.data && (
            <Files key={`${summing} ${year}`} rows={rows.data.items} body={summing} year={year} />
          )}
          <Loaded query={sum}>{(found) => <Sum key={`${found.scope} ${found.year}`} sum={found} />}</Loaded>
        </div>
      )}
    </Page>
  )
}

/** How many are where. */
function Standing({
  rows,
}: {
  readonly rows: readonly { readonly state: string; readonly late: boolean; readonly lateToFile: boolean }[]
}) {
  const said = useWords().reports
  const count = new Map<string, number>()
  for (const { state } of rows) count.set(state, (count.get(state) ?? 0) + 1)
  const late = rows.filter((row) => row.late || row.lateToFile).length
  return (
    <ul className="standing">
      {Object.keys(said.states)
        .filter((state) => count.has(state))
        .map((state) => (
          <li key={state}>
            <b>{count.get(state)}</b> {said.states[state]}
          </li>
        ))}
      {late > 0 && (
        <li className="report-late">
          <b>{late}</b> {said.late}
        </li>
      )}
    </ul>
  )
}

function Sum({ sum }: { readonly sum: RollUp }) {
  const words = useWords()
  const said = words.reports
  const may = useMay()
  const address = useAddress()
  const client = useQueryClient()
  const open = address.one('cell')
  const report = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/roll-ups/{scope}', {
          params: { path: { scope: sum.scope } },
          body: { body: sum.body.slug, year: sum.year, hash: sum.hash },
        }),
      ),
    onSuccess: (next) => client.setQueryData(['roll-up', sum.scope, sum.body.slug, sum.year], next),
  })
  const figures: Figures = new Map(Object.entries(sum.figures).map(([key, value]) => [key, value ?? 0]))
  const partial = new Set(sum.partial)
  const props: Omit<GridProps, 'label'> = {
    figures,
    open,
    mayOpen: true,
    opensAll: true,
    onOpen: (cell) => address.change({ cell }),
    onClose: () => address.change({ cell: undefined }),
    written: (key) => (sum.figures[key] === null ? '—' : sum.figures[key]!.toLocaleString('en-US')),
    mark: (key) =>
      sum.figures[key] === null
        ? { className: 'is-unknown', says: said.notFiled }
        : partial.has(key)
          ? { className: 'is-declared', says: said.partly }
          : null,
  }
  const isReported = sum.reported[0]?.hash === sum.hash
  return (
    <Panel title={`${said.rollUp}：${said.scopes[sum.scope]}`}>
      <div className="inside stack">
        <p>{said.rollUpLead(sum.filed, sum.parts.length)}</p>
        {sum.countedTwice.length > 0 && (
          <div className="warn-box" role="note">
            <b>
              <Icon name="warn" /> {said.twice}
            </b>
            <ul>
              {sum.countedTwice.map(({ kind, number, bodies }) => (
                <li key={kind + number}>{said.twiceLine(number, bodies.map(({ name }) => name).join(words.listComma))}</li>
              ))}
            </ul>
          </div>
        )}
        {sum.moved.length > 0 && (
          <details className="checks" open>
            <summary>{said.movedSince(sum.moved.length)}</summary>
            <ul>
              {sum.moved.map(({ body, reportId, was, now, cells }) => (
                <li key={body.slug}>
                  {reportId ? <a href={`/desk/reports/${reportId}`}>{body.name}</a> : body.name}：{said.movedVersion(was, now)}
                  <ul className="small">
                    {cells.slice(0, 20).map((one) => (
                      <li key={one.cell}>{said.movedSum(cellName(one.cell), one.was, one.now)}</li>
                    ))}
                    {cells.length > 20 && <li>{said.moreCells(cells.length - 20)}</li>}
                  </ul>
                </li>
              ))}
            </ul>
          </details>
        )}
        {report.isError && <ProblemBox error={report.error} />}
        <p className="acts">
          {may('annual-report.clear') && sum.filed > 0 && !isReported && (
            <Button type="primary" aria-disabled={report.isPending} onClick={() => !report.isPending && report.mutate()}>
              {said.report}
            </Button>
          )}
          <span className="quiet small">
            {sum.reported.length === 0 ? said.reportHint : sum.reported.map(({ at, by }) => said.reported(momentText(at), by)).join('；')}
          </span>
        </p>
        <div className={open === '' ? 'tables' : 'tables with-cell'}>
          <section className="is-whole" aria-label={said.proactive}>
            <TableTwo label={said.proactive} {...props} />
          </section>
          {open !== '' && <Summands key={open} cell={open} sum={sum} />}
          <section className="is-whole" aria-label={words.tables.three}>
            <TableThree label={words.tables.three} {...props} />
          </section>
          <section className="is-whole" aria-label={words.tables.four}>
            <TableFour label={words.tables.four} {...props} />
          </section>
        </div>
      </div>
    </Panel>
  )
}

/** What each body gives to the cell; whose report has it is one click away. */
function Summands({ cell, sum }: { readonly cell: string; readonly sum: RollUp }) {
  const said = useWords().reports
  const address = useAddress()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const query = useQuery({
    queryKey: ['roll-up', sum.scope, sum.body.slug, sum.year, cell],
    queryFn: () =>
      answered(
        api.GET('/roll-ups/{scope}/summands', {
          params: { path: { scope: sum.scope }, query: { body: sum.body.slug, year: sum.year, cell } },
        }),
      ),
  })
  const close = () => address.change({ cell: undefined })
  return (
    <aside className="cell-panel" aria-labelledby="summands" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header>
        <h2 id="summands" ref={heading} tabIndex={-1}>
          {said.summands(cellName(cell), sum.figures[cell] == null ? said.notFiled : sum.figures[cell].toLocaleString('en-US'))}
        </h2>
        <button type="button" className="icon-button no-print" onClick={close}>
          <Icon name="cross" /> <span className="unseen">{said.close}</span>
        </button>
      </header>
      <Loaded query={query}>
        {({ items }) => (
          <ul>
            {[...items]
              .sort((one, other) => (other.value ?? -1) - (one.value ?? -1))
              .map(({ part, value }) => (
                <li key={part.body.id} className="summand">
                  {part.reportId ? (
                    <a href={`/desk/reports/${part.reportId}?chapter=${chapterNumber(cell)}&cell=${cell}`}>{part.body.name}</a>
                  ) : (
                    part.body.name
                  )}
                  <b>{value === null ? <span className="quiet">{said.notFiled}</span> : value.toLocaleString('en-US')}</b>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </aside>
  )
}

const chapterNumber = (cell: string): number => (cell.startsWith('proactive.') ? 2 : cell.startsWith('requests.') ? 3 : 4)
