/** A published annual report: the form's own tables, and behind each figure what it counts. */
import type { JSX } from 'preact'
import { compose, figureText, type PaperBlock, type PaperCell, type PaperTable } from '#render'
import { type CellKey, cellName, formOf, placeOf, type Report } from '#report'
import { sayDay } from '../days.ts'
import { bodyPage } from '../pages/body.tsx'
import type { PortalBody } from '../register.ts'
import type { Frame, Page } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { Bars, figureIn } from './chart.tsx'

/** A year of a body that is published, with its figures. */
export interface PublishedYear {
  readonly year: number
  readonly publishedOn: string
  readonly version: number
  readonly figures: Report['figures']
}

export interface Published {
  readonly report: Report
  readonly year: number
  readonly publishedOn: string
  readonly version: number
  readonly hash: string
  readonly notes: readonly { readonly n: number; readonly on: string; readonly note: string }[]
  /** All published years, this one among them. */
  readonly years: readonly PublishedYear[]
}

/** What a published report can be had as, in the order offered. */
export const reportFormats = ['docx', 'pdf', 'xlsx', 'json', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** The report, with the cell that was asked open under its table. */
export function reportPage(frame: Frame, body: PortalBody, published: Published, cell: CellKey | null): Page {
  const { visit } = frame
  const { report: say } = visit.words
  const { report, year, publishedOn, version, hash, notes, years } = published
  const paper = compose(report)
  const address = `/b/${body.slug}/reports/${year}`
  const open = cell !== null && cell in report.figures ? cell : null
  return {
    ...bodyPage(frame, body, 'reports', {
      description: say.description(body.name, year),
      children: (
        <article class="report" lang="zh-CN">
          <h1>{paper.title}</h1>
          <div class="report-head" lang={visit.language}>
            <p class="quiet">{say.published(sayDay(publishedOn, visit.words), version)}</p>
            <ul class="downloads">
              {reportFormats.map((format) => (
                <li key={format}>
                  <a href={`${address}/report.${format}`} download>
                    {format.toUpperCase()}
                  </a>
                </li>
              ))}
            </ul>
            {notes.map(({ n, on, note }) => (
              <p key={n} class="notice">
                <strong>{say.corrected(sayDay(on, visit.words))}</strong> <span lang="zh-CN">{note}</span>
              </p>
            ))}
            <nav aria-label={say.years}>
              <ul class="years">
                {years.map((one) => (
                  <li key={one.year}>
                    {one.year === year ? (
                      <strong aria-current="page">{one.year}</strong>
                    ) : (
                      <a href={`/b/${body.slug}/reports/${one.year}`}>{one.year}</a>
                    )}
                  </li>
                ))}
              </ul>
            </nav>
            <p class="quiet">{say.opens}</p>
          </div>
          {paper.blocks.map((block, at) => (
            <PaperPiece key={at} block={block} address={address} open={open}>
              {block.kind === 'table' && open !== null && inTable(block, open) ? (
                <Explained cell={open} published={published} visit={visit} address={address} />
              ) : null}
            </PaperPiece>
          ))}
          <p class="quiet" lang={visit.language}>
            {say.hash} <code>{hash}</code>
          </p>
        </article>
      ),
    }),
    title: paper.title ?? body.name,
  }
}

const inTable = ({ rows }: PaperTable, key: CellKey): boolean => rows.some((row) => row.some((cell) => cell.key === key))

function PaperPiece({
  block,
  address,
  open,
  children,
}: {
  readonly block: PaperBlock
  readonly address: string
  readonly open: CellKey | null
  readonly children: JSX.Element | null
}): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return <h2 id={`chapter-${block.chapter}`}>{block.text}</h2>
    case 'paragraph':
      return (
        <p>
          {block.lead > 0 && <strong>{block.text.slice(0, block.lead)}</strong>}
          {block.text.slice(block.lead)}
        </p>
      )
    case 'signature':
      return (
        <p class="signature">
          {block.name}
          <br />
          {block.date}
        </p>
      )
    case 'table':
      return (
        <>
          <div class="form-frame">
            <table class={`form-table ${block.name}`}>
              <caption>{block.caption}</caption>
              {/* Widths as attributes: the page's policy lets no style stand inline. */}
              <colgroup>
                {block.widths.map((width, at) => (
                  <col key={at} width={`${Math.round(width * 1000) / 10}%`} />
                ))}
              </colgroup>
              <tbody>
                {block.rows.map((row, at) => (
                  <tr key={at}>
                    {row.map((cell) => (
                      <FormCell key={cell.column} cell={cell} address={address} open={open} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {children}
        </>
      )
  }
}

function FormCell({
  cell,
  address,
  open,
}: {
  readonly cell: PaperCell
  readonly address: string
  readonly open: CellKey | null
}): JSX.Element {
  const spans = { ...(cell.colSpan > 1 && { colSpan: cell.colSpan }), ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }) }
  if (cell.role !== 'figure')
    return (
      <th
        {...spans}
        scope={cell.role === 'row' ? (cell.rowSpan > 1 ? 'rowgroup' : 'row') : cell.colSpan > 1 ? 'colgroup' : 'col'}
        class={cell.align}
      >
        {cell.text}
      </th>
    )
  if (cell.key === undefined || cell.figure == null) return <td {...spans}>{cell.text}</td>
  const isOpen = cell.key === open
  return (
    <td {...spans} class={isOpen ? 'open' : undefined}>
      <a
        id={`c-${cell.key}`}
        class={cell.figure === 0 ? 'fig zero' : 'fig'}
        href={isOpen ? `${address}#c-${cell.key}` : `${address}?cell=${cell.key}#why`}
        aria-expanded={isOpen}
        title={cellName(cell.key)}
      >
        {cell.text}
      </a>
    </td>
  )
}

/** What an opened figure counts, where that is written, how it moved, and every year of it. */
function Explained({
  cell,
  published,
  visit,
  address,
}: {
  readonly cell: CellKey
  readonly published: Published
  readonly visit: Visit
  readonly address: string
}): JSX.Element {
  const { report: say } = visit.words
  const { year, years, report } = published
  const place = placeOf(formOf(report.edition ?? '2021'), cell)
  const value = report.figures[cell] ?? null
  const before = years.find((one) => one.year === year - 1)?.figures[cell] ?? null
  const unit = place?.table === 'proactive' ? (cell === 'proactive.fees' ? 'money' : 'piece') : 'case'
  return (
    <section id="why" class="why" aria-labelledby="why-title" lang={visit.language}>
      <h3 id="why-title">
        <span lang="zh-CN">{cellName(cell)}</span>
        {visit.words.colon}
        <strong>{figureText(value)}</strong> {say.units[unit]}
      </h3>
      <dl class="facts">
        <div>
          <dt>{say.counts}</dt>
          <dd>{say.what(place?.table ?? 'requests', place?.part ?? null)}</dd>
        </div>
        <div>
          <dt>{say.basis}</dt>
          <dd>
            <span lang="zh-CN">{say.source(place?.article ?? null)}</span>
          </dd>
        </div>
        <div>
          <dt>{say.change}</dt>
          <dd>
            {say.changed(
              year - 1,
              before === null ? null : figureIn(before),
              value === null || before === null ? null : Math.round((value - before) * 1e6) / 1e6,
            )}
          </dd>
        </div>
      </dl>
      <Bars cell={cell} years={years} now={year} visit={visit} />
      <p>
        <a href={`${address}#c-${cell}`}>{say.close}</a>
      </p>
    </section>
  )
}
