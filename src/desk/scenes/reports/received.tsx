/** What the office above has received: a body a row, checks beside it, several cleared or ticked off at once, the papers to send. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api, base } from '../../api.ts'
import type { CheckedReport, ReportRow } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'
import { TableFrame } from '../tables/table-frame.tsx'

interface ReceivedProps {
  readonly rows: readonly ReportRow[]
  /** Slug of the body that sums. */
  readonly body: string
  readonly year: number
}

/** What may be done to many at once, and from which states. */
const bulk = {
  clear: (row: ReportRow) => row.state === 'filed',
  paper: (row: ReportRow) => row.paperOn === null && (row.state === 'filed' || row.state === 'cleared' || row.state === 'published'),
} as const
type Bulk = keyof typeof bulk

export function Received({ rows, body, year }: ReceivedProps) {
  const words = useWords()
  const said = words.reports
  const may = useMay()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<readonly { readonly name: string; readonly problem: string | null }[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const checks = useQuery({
    queryKey: ['reports', 'findings', body, year],
    queryFn: () => answered(api.GET('/report-findings', { params: { query: { body, year } } })),
  })
  const checked = new Map(checks.data?.items.map((one) => [one.body.id, one]))
  const mayClear = may('annual-report.clear')
  const choose = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const fitting = (verb: Bulk) => rows.filter((row) => row.id !== null && chosen.has(row.id) && bulk[verb](row))
  const act = async (verb: Bulk) => {
    if (isBusy) return
    setIsBusy(true)
    const told: { name: string; problem: string | null }[] = []
    for (const { id, body: one } of fitting(verb)) {
      try {
        await answered(api.POST('/reports/{id}/acts/{verb}', { params: { path: { id: id!, verb } }, body: {} }))
        told.push({ name: one.name, problem: null })
      } catch (failure) {
        told.push({ name: one.name, problem: failure instanceof Error ? failure.message : String(failure) })
      }
      setDone([...told])
    }
    setChosen(new Set())
    setIsBusy(false)
    await Promise.all(['reports', 'roll-up'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
  const choosable = rows.filter((row) => row.id !== null && Object.values(bulk).some((fits) => fits(row)))
  return (
    <>
      <TableFrame label={said.below}>
        <table className="list report-list received">
          <thead>
            <tr>
              {mayClear && (
                <th scope="col" className="tick-column no-print">
                  <input
                    type="checkbox"
                    aria-label={said.chooseAll}
                    checked={choosable.length > 0 && choosable.every(({ id }) => chosen.has(id!))}
                    onChange={(event) => setChosen(new Set(event.target.checked ? choosable.map(({ id }) => id!) : []))}
                  />
                </th>
              )}
              <th scope="col">{said.columns.body}</th>
              <th scope="col">{said.columns.state}</th>
              <th scope="col">{said.columns.checks}</th>
              <th scope="col">{said.columns.filedOn}</th>
              <th scope="col">{said.columns.paper}</th>
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
              <tr key={row.body.id}>
                {mayClear && (
                  <td className="tick-column no-print">
                    {choosable.includes(row) && (
                      <input type="checkbox" aria-label={row.body.name} checked={chosen.has(row.id!)} onChange={() => choose(row.id!)} />
                    )}
                  </td>
                )}
                <th scope="row">
                  {row.id ? <Link to={`/reports/${row.id}`}>{row.body.name}</Link> : row.body.name}
                  {row.origin === 'file' && row.id && <span className="sub">{said.byFile}</span>}
                </th>
                <td>
                  <span className={`report-state is-${row.state}`}>{said.states[row.state]}</span>
                  {(row.late || row.lateToFile) && <span className="report-late"> {row.late ? said.late : said.lateToFile}</span>}
                </td>
                <td>
                  <Checks found={checked.get(row.body.id)} />
                </td>
                <td>{row.filedOn ?? (row.fileBy && <span className="quiet small">{said.fileBy(row.fileBy)}</span>)}</td>
                <td>{row.paperOn ?? (row.filedOn ? <span className="quiet">{said.noPaper}</span> : '')}</td>
                <td>{row.publishedOn ?? <span className="quiet small">{said.dueOn(row.dueOn)}</span>}</td>
                <td className="number">{figure(row.received, said.notFiled)}</td>
                <td className="number">{figure(row.carriedOut, said.notFiled)}</td>
                <td className="number">{row.openRemarks === 0 ? '' : row.openRemarks}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="inside stack no-print">
        {mayClear && chosen.size > 0 && (
          <p className="acts">
            {(Object.keys(bulk) as Bulk[]).map((verb) => {
              const count = fitting(verb).length
              return (
                <Button key={verb} aria-disabled={isBusy || count === 0} onClick={() => count > 0 && void act(verb)}>
                  {said.bulk[verb](count)}
                </Button>
              )
            })}
          </p>
        )}
        {done.length > 0 && (
          <ul className="small" aria-live="polite">
            {done.map(({ name, problem }) => (
              <li key={name} className={problem ? 'bad' : undefined}>
                <Icon name={problem ? 'bad' : 'check'} /> {name}
                {problem && `：${problem}`}
              </li>
            ))}
          </ul>
        )}
        {mayClear && <Papers body={body} year={year} open={rows.some(({ state }) => !['filed', 'cleared', 'published'].includes(state))} />}
      </div>
    </>
  )
}

const figure = (value: number | null, notFiled: string) =>
  value === null ? <span className="quiet">{notFiled}</span> : value.toLocaleString('en-US')

/** What the checks find in a body's report; open, what it is and where. */
function Checks({ found }: { readonly found: CheckedReport | undefined }) {
  const said = useWords().reports
  if (!found) return null
  const { errors, warnings, findings, reportId } = found
  const isSound = errors + warnings === 0
  const explained = findings.filter(({ confirmed }) => confirmed !== null).length
  const tag = (
    <Tag tone={isSound ? 'ok' : errors > 0 ? 'bad' : 'warn'} icon={isSound ? 'check' : errors > 0 ? 'bad' : 'warn'}>
      {isSound ? said.sound : said.foundIn(errors, warnings)}
    </Tag>
  )
  if (isSound && explained === 0) return tag
  return (
    <details className="checks">
      <summary>
        {tag}
        {explained > 0 && <span className="quiet small"> {said.explainedCount(explained)}</span>}
      </summary>
      <ul className="small">
        {findings
          .filter(({ severity }) => severity !== 'info')
          .map(({ rule, message, cells, confirmed }) => (
            <li key={`${rule} ${message}`}>
              {cells[0] ? (
                <Link to={`/reports/${reportId}`} search={{ chapter: chapterOf(cells[0]), cell: cells[0] } as never}>
                  {message}
                </Link>
              ) : (
                message
              )}
              {confirmed !== null && <span className="quiet">（{said.explained(confirmed)}）</span>}
            </li>
          ))}
      </ul>
    </details>
  )
}

const chapterOf = (cell: string): string => (cell.startsWith('proactive.') ? '2' : cell.startsWith('requests.') ? '3' : '4')

/** 催报, 通报, the brief; as files and as text to paste. */
function Papers({ body, year, open }: { readonly body: string; readonly year: number; readonly open: boolean }) {
  const said = useWords().reports
  const link = (paper: string, format: string) =>
    `${base}/report-papers/${paper}?body=${encodeURIComponent(body)}&year=${year}&format=${format}`
  return (
    <ul className="papers">
      {(['reminder', 'circular', 'brief'] as const)
        .filter((paper) => paper !== 'reminder' || open)
        .map((paper) => (
          <li key={paper}>
            <b>{said.papers[paper]}</b>
            {(['docx', 'pdf', 'txt'] as const).map((format) => (
              <a key={format} href={link(paper, format)} download>
                {said.formats[format]}
              </a>
            ))}
          </li>
        ))}
      <li>
        <b>{said.papers.table}</b>
        <a href={`${base}/summary-table?body=${encodeURIComponent(body)}&year=${year}&scope=region`} download>
          XLSX
        </a>
      </li>
    </ul>
  )
}
