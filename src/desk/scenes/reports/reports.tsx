/** The annual reports of a body: the year that is due, begun or not, and those before. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { answered, api } from '../../api.ts'
import type { ReportRow } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { ScopeBody, useScope } from '../../parts/scope.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { TableFrame } from '../tables/table-frame.tsx'
import '../tables/tables.css'
import './reports.css'

export function Reports() {
  const said = useWords().reports
  const may = useMay()
  const { body } = useScope()
  const query = useQuery({
    queryKey: ['reports', 'of', body],
    queryFn: () => answered(api.GET('/reports', { params: { query: { body } } })),
    enabled: body !== '',
  })
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        may('annual-report.clear') && (
          <Link className="button tall" to="/roll-up">
            {said.below}
          </Link>
        )
      }
    >
      <search className="filters no-print">
        <ScopeBody label={said.body} />
      </search>
      {body === '' ? (
        <Empty what={said.noBody} next={said.noBodyHint} />
      ) : (
        <Loaded query={query}>
          {({ items }) => (
            <>
              <Begin body={body} rows={items} />
              {items.length > 0 && <ReportTable rows={items} />}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}

/** The report that is due: on last year. */
function Begin({ body, rows }: { readonly body: string; readonly rows: readonly ReportRow[] }) {
  const said = useWords().reports
  const may = useMay()
  const go = useNavigate()
  const { today } = useSession()
  const year = Number(today.slice(0, 4)) - 1
  const begin = useMutation({
    mutationFn: () => answered(api.POST('/reports', { body: { body, year } })),
    onSuccess: ({ id }) => void go({ to: `/reports/${id}` }),
  })
  if (rows.some((row) => row.year === year)) return null
  return (
    <Empty what={said.none(year)} next={said.noneHint}>
      {begin.isError && <ProblemBox error={begin.error} />}
      {may('annual-report.write') && (
        <Button type="primary" aria-disabled={begin.isPending} onClick={() => !begin.isPending && begin.mutate()}>
          {said.begin(year)}
        </Button>
      )}
    </Empty>
  )
}

/** The reports of a body, a year each. */
function ReportTable({ rows }: { readonly rows: readonly ReportRow[] }) {
  const said = useWords().reports
  const figure = (value: number | null) => (value === null ? <span className="quiet">{said.notFiled}</span> : value.toLocaleString('en-US'))
  return (
    <TableFrame label={said.own}>
      <table className="list report-list">
        <thead>
          <tr>
            <th scope="col">{said.columns.year}</th>
            <th scope="col">{said.columns.state}</th>
            <th scope="col">{said.columns.filedOn}</th>
            <th scope="col">{said.columns.publishedOn}</th>
            <th scope="col" className="number">
              {said.columns.received}
            </th>
            <th scope="col" className="number">
              {said.columns.carriedOut}
            </th>
            <th scope="col" className="number">
              {said.columns.remarks}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.body.id} ${row.year}`}>
              <th scope="row">
                <Link to={`/reports/${row.id}`}>{said.yearName(row.year)}</Link>
              </th>
              <td>
                <span className={`report-state is-${row.state}`}>{said.states[row.state]}</span>
                {row.late && <span className="report-late"> {said.late}</span>}
              </td>
              <td>{row.filedOn ?? ''}</td>
              <td>{row.publishedOn ?? <span className="quiet small">{said.dueOn(row.dueOn)}</span>}</td>
              <td className="number">{figure(row.received)}</td>
              <td className="number">{figure(row.carriedOut)}</td>
              <td className="number">{row.openRemarks === 0 ? '' : row.openRemarks}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
