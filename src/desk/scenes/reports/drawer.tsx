/** What a cell of the report counts, record by record, beside last year's; and the figure declared in its place. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { cellName } from '#report'
import { answered, api } from '../../api.ts'
import type { AnnualReport, FigureRecord } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Skeleton } from '../../parts/states.tsx'
import { Problem } from '../../problem.ts'
import { type Change, RemarkDialog } from './acts.tsx'

interface DrawerProps {
  readonly cell: string
  readonly report: AnnualReport
  readonly change: Change
  readonly onClose: () => void
}

const text = (value: number | null | undefined) => (value == null ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 6 }))

export function CellDrawer({ cell, report, change, onClose }: DrawerProps) {
  const words = useWords()
  const said = words.reports
  const heading = useRef<HTMLHeadingElement>(null)
  const [asks, setAsks] = useState<'declare' | 'remark' | null>(null)
  useEffect(() => heading.current?.focus(), [])
  // A name of prose is no cell: nothing is declared or remarked of it.
  const isCell = cell in report.figures
  const declared = report.declared[cell]
  const last = report.lastYear?.[cell]
  return (
    <aside
      className="cell-panel report-drawer"
      aria-labelledby="drawer-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header>
        <div>
          <h2 id="drawer-title" ref={heading} tabIndex={-1}>
            {isCell ? said.countedIs(cellName(cell), text(report.figures[cell])) : said.countedIs(cell, text(report.names[cell]))}
          </h2>
          <p className="small" hidden={!isCell}>
            {report.origin === 'file' ? said.asInFile : said.countIs(text(report.counted[cell]))}
            {last != null && `，${said.lastYearIs(text(last))}`}
          </p>
          {declared && <p className="small">{said.declaredBy(text(declared.value), declared.by, declared.reason)}</p>}
          <p className="small doubt-acts">
            {isCell && report.may.includes('edit') && (
              <button type="button" className="link-button" onClick={() => setAsks('declare')}>
                {said.declare}
              </button>
            )}
            {report.may.includes('edit') && declared && (
              <button
                type="button"
                className="link-button"
                onClick={() => void change.edit({ declared: [{ cell, value: null, reason: '' }] })}
              >
                {said.takeBack}
              </button>
            )}
            {isCell && report.may.includes('remark') && (
              <button type="button" className="link-button" onClick={() => setAsks('remark')}>
                {said.acts.remark}
              </button>
            )}
          </p>
        </div>
        <button type="button" className="icon-button no-print" onClick={onClose}>
          <Icon name="cross" /> <span className="unseen">{said.close}</span>
        </button>
      </header>
      {asks === 'declare' && <Declare cell={cell} change={change} onDone={() => setAsks(null)} />}
      {asks === 'remark' && (
        <RemarkDialog report={report} change={change} cell={cell} where={cellName(cell)} onClose={() => setAsks(null)} />
      )}
      {report.origin === 'desk' && <Records cell={cell} report={report} />}
    </aside>
  )
}

function Declare({ cell, change, onDone }: { readonly cell: string; readonly change: Change; readonly onDone: () => void }) {
  const said = useWords().reports
  const form = useForm({ value: '', reason: '' }, { value: said.value, reason: said.reason })
  return (
    <div className="inside">
      <p className="quiet small">{said.declareHint}</p>
      <Form
        form={form}
        verb={said.declare}
        onSend={async ({ value, reason }) => {
          const number = Number(value.normalize('NFKC').replaceAll(/[,\s]/g, ''))
          // What is no number would take the declaration back.
          if (!Number.isFinite(number))
            throw new Problem(400, 'wrong-field', said.noNumber(value), [{ where: 'value', what: said.noNumber(value) }])
          if (await change.edit({ declared: [{ cell, value: number, reason }] })) onDone()
        }}
      >
        <TextField form={form} name="value" label={said.value} inputMode="numeric" />
        <TextField form={form} name="reason" label={said.reason} lines={2} maxLength={500} />
      </Form>
    </div>
  )
}

function Records({ cell, report }: { readonly cell: string; readonly report: AnnualReport }) {
  const words = useWords()
  const said = words.reports
  const query = useInfiniteQuery({
    queryKey: ['reports', report.id, 'records', cell],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/reports/{id}/records', { params: { path: { id: report.id }, query: { key: cell, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (query.data === undefined) return query.isError ? <ProblemBox error={query.error} again={() => void query.refetch()} /> : <Skeleton />
  const records = query.data.pages.flatMap(({ items }) => items)
  return (
    <>
      {records.length === 0 && <p className="inside quiet">{said.noRecords}</p>}
      <ul>
        {records.map((one) => (
          <li key={one.id}>
            <RecordLink record={one} />
            <span className="quiet small">
              {one.kind === 'request' || one.kind === 'challenge' ? `${one.number} · ` : ''}
              {one.on}
              {one.adds !== 1 && ` · ${text(one.adds)}`}
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <p className="inside">
          <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? words.table.moreBusy : said.more}
          </Button>
        </p>
      )}
    </>
  )
}

function RecordLink({ record }: { readonly record: FigureRecord }) {
  const called = record.title || record.number
  const pages = { request: '/requests', challenge: '/challenges', entry: '/register-entries', report: '/reports' }
  return <Link to={`${pages[record.kind]}/${record.id}`}>{called}</Link>
}
