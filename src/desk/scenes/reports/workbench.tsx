/** The annual report on one screen: chapters, the grid or the prose, the records behind a figure, what is doubtful, the next step. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useBlocker, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { cellName, placeOf } from '#report'
import { useAddress } from '../../address.ts'
import { answered, api, base } from '../../api.ts'
import type { AnnualReport, Doubt } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Loaded } from '../../parts/states.tsx'
import { form } from '../tables/form.ts'
import { type Figures, type GridProps, TableFour, TableThree } from '../tables/grids.tsx'
import { Acts, type Change, useChange } from './acts.tsx'
import { CellDrawer } from './drawer.tsx'
import { Prose } from './prose.tsx'
import { TableTwo } from './table-two.tsx'
import '../tables/tables.css'
import './reports.css'

export function WorkbenchPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({ queryKey: ['reports', id], queryFn: () => answered(api.GET('/reports/{id}', { params: { path: { id } } })) })
  return <Loaded query={query}>{(report) => <Workbench report={report} />}</Loaded>
}

/** Chapter of a cell: 2, 3 or 4. */
export const chapterOf = (cell: string): number => ({ proactive: 2, requests: 3, challenges: 4 })[placeOf(form, cell)?.table ?? 'requests']

const draftOf = ({ chapters }: AnnualReport, chapter: number): string => chapters.find(({ number }) => number === chapter)?.draft ?? ''

function Workbench({ report }: { readonly report: AnnualReport }) {
  const words = useWords()
  const said = words.reports
  const address = useAddress()
  const client = useQueryClient()
  const change = useChange(report, (next) => client.setQueryData(['reports', report.id], next))
  const chapter = /^[0-6]$/.test(address.one('chapter')) ? Number(address.one('chapter')) : 3
  const open = address.one('cell')
  /** Chapters that are changed and not saved, each with the draft it was begun from. */
  const [written, setWritten] = useState<Readonly<Record<number, { readonly text: string; readonly base: string }>>>({})
  const go = (to: { chapter?: number; cell?: string | undefined }) =>
    address.change({ ...(to.chapter !== undefined && { chapter: String(to.chapter) }), cell: to.cell })
  const close = () => {
    go({ cell: undefined })
    document.getElementById(`cell-${open}`)?.focus()
  }
  useNextDoubt(report.doubts, go)
  const unsaved = Object.entries(written).flatMap(([number, { text }]) =>
    text === draftOf(report, Number(number)) ? [] : [Number(number)],
  )
  useBlocker({
    // From chapter to chapter what is written stays; leaving the report it would be gone.
    shouldBlockFn: ({ current, next }) => unsaved.length > 0 && current.pathname !== next.pathname && !window.confirm(said.leaveUnsaved),
    enableBeforeUnload: () => unsaved.length > 0,
  })
  return (
    <Page
      title={report.title}
      trail={['/reports', said.title]}
      lead={<Steps report={report} />}
      acts={<Acts report={report} change={change} unsaved={unsaved.map((number) => said.chapters[number]!)} />}
    >
      {change.problem !== null && <ProblemBox error={change.problem} />}
      <div className="workbench">
        <Chapters report={report} chapter={chapter} onGo={(next) => go({ chapter: next, cell: undefined })} />
        <div className="workbench-middle">
          {chapter >= 2 && chapter <= 4 && (
            <Grid report={report} chapter={chapter} open={open} onOpen={(cell) => go({ cell })} onClose={close} />
          )}
          <Prose
            key={chapter}
            report={report}
            chapter={chapter}
            change={change}
            text={written[chapter]?.text ?? draftOf(report, chapter)}
            isOvertaken={written[chapter] !== undefined && written[chapter].base !== draftOf(report, chapter)}
            onWrite={(text) => setWritten((all) => ({ ...all, [chapter]: { text, base: all[chapter]?.base ?? draftOf(report, chapter) } }))}
            onSaved={() => setWritten(({ [chapter]: _, ...rest }) => rest)}
            onOpen={(name) => go({ cell: name })}
          />
          <Moved report={report} />
          <History report={report} />
        </div>
        <div className="workbench-side">
          {open !== '' && <CellDrawer key={open} cell={open} report={report} change={change} onClose={close} />}
          <Doubts report={report} change={change} onGo={go} />
          <Remarks report={report} change={change} onGo={go} />
        </div>
      </div>
    </Page>
  )
}

const stepOf: Readonly<Record<AnnualReport['state'], number>> = {
  drafting: 0,
  returned: 0,
  reviewing: 1,
  approved: 2,
  filed: 3,
  cleared: 4,
  published: 5,
}

function Steps({ report }: { readonly report: AnnualReport }) {
  const said = useWords().reports
  const at = stepOf[report.state]
  return (
    <>
      <span className="report-steps">
        {said.steps.map((step, index) => (
          <span
            key={step}
            className={index === at ? 'now' : index < at ? 'done' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {index < at && <Icon name="check" />}
            {step}
          </span>
        ))}
      </span>
      <br />
      <span className="quiet small">
        {said.states[report.state]}
        {report.version && `　${said.version(report.version.n, report.version.hash.slice(0, 12))}`}
        {report.publishedOn && (
          <>
            　{said.published(report.publishedOn)}{' '}
            <a href={`/b/${report.body.slug}/reports/${report.year}`} target="_blank" rel="noreferrer">
              {said.seen}
            </a>
          </>
        )}
        {'　'}
        {said.files}：
        {(['docx', 'pdf', 'xlsx', 'json'] as const).map((format) => (
          <a key={format} className="report-file" href={`${base}/reports/${report.id}/file?format=${format}`}>
            {format.toUpperCase()}
          </a>
        ))}
        {report.origin === 'file' && (
          <a className="report-file" href={`${base}/reports/${report.id}/source`}>
            {said.source}
          </a>
        )}
        {report.version && (
          <a className="report-file" href={`${base}/reports/${report.id}/papers/covering?format=docx`}>
            {said.papers.covering}
          </a>
        )}
        {report.remarks.some(({ settled }) => !settled) && (
          <a className="report-file" href={`${base}/reports/${report.id}/papers/opinion?format=docx`}>
            {said.papers.opinion}
          </a>
        )}
        {report.paperOn && `　${said.paperOn(report.paperOn)}`}
      </span>
    </>
  )
}

/** What still stands in the way: errors, and warnings nobody has confirmed. */
export const standingOf = (doubts: readonly Doubt[]): { errors: number; warnings: number } => ({
  errors: doubts.filter(({ severity }) => severity === 'error').length,
  warnings: doubts.filter(({ severity, confirmed }) => severity === 'warning' && confirmed === null).length,
})

const doubtsIn = (doubts: readonly Doubt[], chapter: number): Doubt[] =>
  doubts.filter((one) => one.chapter === chapter || one.cells.some((cell) => chapterOf(cell) === chapter))

function Chapters({
  report,
  chapter,
  onGo,
}: {
  readonly report: AnnualReport
  readonly chapter: number
  readonly onGo: (chapter: number) => void
}) {
  const said = useWords().reports
  return (
    <nav className="report-chapters no-print" aria-label={said.chaptersName}>
      <ul>
        {said.chapters.map((name, number) => {
          const { errors, warnings } = standingOf(doubtsIn(report.doubts, number))
          return (
            <li key={name}>
              <button
                type="button"
                className={number === chapter ? 'on' : undefined}
                aria-current={number === chapter}
                onClick={() => onGo(number)}
              >
                <span>{name}</span>
                <span className={errors > 0 ? 'bad' : warnings > 0 ? 'warn' : 'ok'}>
                  <Icon name={errors > 0 ? 'bad' : warnings > 0 ? 'warn' : 'check'} />
                  {errors + warnings > 0 && ` ${errors + warnings}`}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

interface GridOf {
  readonly report: AnnualReport
  readonly chapter: number
  readonly open: string
  readonly onOpen: (cell: string) => void
  readonly onClose: () => void
}

function Grid({ report, chapter, open, onOpen, onClose }: GridOf) {
  const words = useWords()
  const said = words.reports
  const figures: Figures = new Map(Object.entries(report.figures).map(([key, value]) => [key, value ?? 0]))
  const wrong = new Set(report.doubts.filter(({ severity }) => severity === 'error').flatMap(({ cells }) => cells))
  const props: Omit<GridProps, 'label'> = {
    figures,
    open,
    mayOpen: true,
    opensAll: true,
    onOpen,
    onClose,
    beside: (key) => {
      const last = report.lastYear?.[key]
      return last ? <span className="last-year">{last}</span> : null
    },
    written: (key) => {
      const declared = report.declared[key]
      // What a file does not give is no 0.
      if (report.figures[key] == null) return '—'
      return declared && declared.value !== report.counted[key] ? (
        <>
          {declared.value}
          <small>/{report.counted[key]}</small>
        </>
      ) : null
    },
    mark: (key) => {
      if (report.figures[key] == null) return { className: 'is-unknown', says: said.notGiven }
      if (wrong.has(key)) return { className: 'is-wrong', says: said.wrongLegend }
      const declared = report.declared[key]
      return declared && declared.value !== report.counted[key] ? { className: 'is-declared', says: said.declaredLegend } : null
    },
  }
  const tables = { 2: [said.proactive, TableTwo], 3: [words.tables.three, TableThree], 4: [words.tables.four, TableFour] } as const
  const [label, Table] = tables[chapter as 2 | 3 | 4]
  return (
    <section className="is-whole report-grid" aria-label={label}>
      <p className="quiet small">
        {said.legend} <span className="is-declared legend-mark">15/14</span> {said.declaredLegend}{' '}
        <span className="is-wrong legend-mark">63</span> {said.wrongLegend}　{words.tables.keys}
      </p>
      <Table label={label} {...props} />
    </section>
  )
}

interface Going {
  readonly report: AnnualReport
  readonly change: Change
  readonly onGo: (to: { chapter?: number; cell?: string | undefined }) => void
}

const placeTo = (doubt: Doubt): { chapter: number; cell?: string } | null =>
  doubt.cells[0] !== undefined
    ? { chapter: chapterOf(doubt.cells[0]), cell: doubt.cells[0] }
    : doubt.chapter !== null
      ? { chapter: doubt.chapter }
      : null

/** F8 leads from doubt to doubt. */
function useNextDoubt(doubts: readonly Doubt[], go: Going['onGo']) {
  const [at, setAt] = useState(-1)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || doubts.length === 0) return
      event.preventDefault()
      const next = (at + 1) % doubts.length
      setAt(next)
      const to = placeTo(doubts[next]!)
      if (to) go({ chapter: to.chapter, cell: to.cell })
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

function Doubts({ report, change, onGo }: Going) {
  const said = useWords().reports
  return (
    <Panel title={said.doubts(report.doubts.length)}>
      <ul className="doubts">
        {report.doubts.map((doubt) => (
          <DoubtLine key={doubt.key} doubt={doubt} report={report} change={change} onGo={onGo} />
        ))}
      </ul>
    </Panel>
  )
}

const iconOf = { error: 'bad', warning: 'warn', info: 'note' } as const

function DoubtLine({ doubt, report, change, onGo }: Going & { readonly doubt: Doubt }) {
  const said = useWords().reports
  const [reason, setReason] = useState<string | null>(null)
  const to = placeTo(doubt)
  const mayEdit = report.may.includes('edit')
  const confirm = async (given: string | null) => {
    if (await change.edit({ confirmed: [{ key: doubt.key, reason: given }] })) setReason(null)
  }
  return (
    <li className={doubt.confirmed ? 'is-confirmed' : `is-${doubt.severity}`}>
      <Icon name={doubt.confirmed ? 'check' : iconOf[doubt.severity]} />
      <div>
        <p>{doubt.message}</p>
        {doubt.confirmed && <p className="quiet small">{said.confirmed(doubt.confirmed.by, doubt.confirmed.reason)}</p>}
        <p className="small doubt-acts">
          {to && (
            <button type="button" className="link-button" onClick={() => onGo({ chapter: to.chapter, cell: to.cell })}>
              {to.cell ? said.toCell : said.toChapter}
            </button>
          )}
          {mayEdit && doubt.severity === 'warning' && doubt.confirmed === null && reason === null && (
            <button type="button" className="link-button" onClick={() => setReason('')}>
              {said.confirm}
            </button>
          )}
          {mayEdit && doubt.confirmed !== null && (
            <button type="button" className="link-button" onClick={() => void confirm(null)}>
              {said.unconfirm}
            </button>
          )}
        </p>
        {reason !== null && (
          <form
            className="doubt-reason"
            onSubmit={(event) => {
              event.preventDefault()
              if (reason.trim() !== '') void confirm(reason)
            }}
          >
            <label>
              {said.reason}
              <input className="control" value={reason} maxLength={500} required onChange={(event) => setReason(event.target.value)} />
            </label>
            <Button htmlType="submit" aria-disabled={change.busy}>
              {said.confirm}
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}

function Remarks({ report, change, onGo }: Going) {
  const said = useWords().reports
  const [answer, setAnswer] = useState<Readonly<Record<string, string>>>({})
  if (report.remarks.length === 0) return null
  const mayAnswer = report.may.some((verb) => verb === 'edit' || verb === 'recall' || verb === 'file' || verb === 'publish')
  return (
    <Panel title={said.remarks}>
      <ul className="doubts">
        {report.remarks.map((one) => {
          const where = one.cell !== null ? cellName(one.cell) : one.chapter !== null ? said.chapters[one.chapter]! : said.wholeReport
          return (
            <li key={one.id} className={one.settled ? 'is-confirmed' : 'is-warning'}>
              <Icon name={one.settled ? 'check' : 'warn'} />
              <div>
                <p>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() =>
                      onGo(one.cell !== null ? { chapter: chapterOf(one.cell), cell: one.cell } : { chapter: one.chapter ?? 0 })
                    }
                  >
                    {where}
                  </button>
                  ：{one.remark}
                </p>
                <p className="quiet small">{one.settled ? said.answered(one.answer) : one.by}</p>
                {!one.settled && mayAnswer && (
                  <form
                    className="doubt-reason"
                    onSubmit={(event) => {
                      event.preventDefault()
                      void change.run(() =>
                        answered(
                          api.POST('/reports/{id}/remarks/{remarkId}/answer', {
                            params: { path: { id: report.id, remarkId: one.id } },
                            body: { answer: answer[one.id] ?? '' },
                          }),
                        ),
                      )
                    }}
                  >
                    <label>
                      {said.answer}
                      <input
                        className="control"
                        required
                        maxLength={1000}
                        value={answer[one.id] ?? ''}
                        onChange={(event) => setAnswer({ ...answer, [one.id]: event.target.value })}
                      />
                    </label>
                    <Button htmlType="submit">{said.save}</Button>
                  </form>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Moved({ report }: { readonly report: AnnualReport }) {
  const said = useWords().reports
  if (report.moved.length === 0) return null
  return (
    <Panel title={said.moved(report.moved.length)}>
      <ul className="inside">
        {report.moved.map(({ cell, was, now }) => (
          <li key={cell}>{said.movedCell(cellName(cell), was, now)}</li>
        ))}
      </ul>
    </Panel>
  )
}

/** A sentence with its values in place. */
const filled = (sentence: string, values: Readonly<Record<string, unknown>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

function History({ report }: { readonly report: AnnualReport }) {
  const words = useWords()
  const said = words.reports
  return (
    <details className="report-history">
      <summary>{said.history}</summary>
      <ol reversed>
        {report.events.map((event) => (
          <li key={`${event.at} ${event.kind}`}>
            {event.on}　{event.person ?? ''}　
            {filled(words.filingEvents[`annual-report.${event.kind}`] ?? event.kind, { year: report.year, ...event.data })}
          </li>
        ))}
      </ol>
    </details>
  )
}
