/** What stands in each column of a body. */

import type { JSX } from 'preact'
import { terms } from '#calendar'
import { sayDay } from '../days.ts'
import { isEnded, type PortalBody } from '../register.ts'
import { Bars, figureIn, spanOf } from '../report/chart.tsx'
import type { PublishedYear } from '../report/page.tsx'
import { nationalRules } from '../rules.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { applyPage } from './apply.tsx'
import { bodyPage, type Column, columns } from './body.tsx'
import { guidePage } from './guide.tsx'

/** The body's first page: its columns, each with what it holds. */
export function bodyStartPage(frame: Frame, body: PortalBody): Page {
  const { words } = frame.visit
  const { body: say } = words
  const held: Record<Column, string> = {
    guide: '',
    systems: '',
    statutory: say.countDocuments(0),
    reports:
      body.reports === null
        ? say.noReport
        : `${words.reports.count(body.reports.years)}${words.listComma}${words.reports.latest(body.reports.latest)}`,
    apply: '',
  }
  return bodyPage(frame, body, null, {
    description: say.description(body.name),
    children: (
      <>
        <h2>{say.contents}</h2>
        <p class="quiet">{say.start(sayDay(frame.register.today, words))}</p>
        <ul class="entries contents">
          {columns.map((column) => (
            <li key={column}>
              <a href={`/b/${body.slug}/${column}`}>{words.pages[column]}</a>
              <span class="under">{say[`${column}Hint`]}</span>
              {held[column] && <span class="held">{held[column]}</span>}
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

/** Any column of a body. */
export const columnPage = (frame: Frame, body: PortalBody, column: Exclude<Column, 'reports'>): Page => pages[column](frame, body)

const pages: Record<Exclude<Column, 'reports'>, (frame: Frame, body: PortalBody) => Page> = {
  guide: guidePage,
  systems: systemsPage,
  statutory: statutoryPage,
  apply: applyPage,
}

/** 政府信息公开制度: the national rules, then the body's own. */
function systemsPage(frame: Frame, body: PortalBody): Page {
  const { visit, register } = frame
  const { systems: say, pages: titles } = visit.words
  return bodyPage(frame, body, 'systems', {
    description: say.description(body.name),
    children: (
      <>
        <h1>{titles.systems}</h1>
        <p>{say.intro}</p>
        <NationalRules visit={visit} />
        <section aria-labelledby="own">
          <h2 id="own">{say.own}</h2>
          <div class="empty">
            <p>
              <strong>{say.ownEmpty(sayDay(register.today, visit.words))}</strong>
            </p>
            <p>
              {say.ownNext}
              {body.phone && (
                <>
                  {' '}
                  <a href={`tel:${body.phone}`}>{body.phone}</a>
                </>
              )}
            </p>
          </div>
        </section>
      </>
    ),
  })
}

export function NationalRules({ visit }: { readonly visit: Visit }): JSX.Element {
  const { columns: head } = visit.words.systems
  return (
    <table class="rows rules">
      <thead>
        <tr>
          <th scope="col">{head.title}</th>
          <th scope="col">{head.number}</th>
          <th scope="col">{head.force}</th>
        </tr>
      </thead>
      <tbody>
        {nationalRules.map(({ title, english, number, since }) => (
          <tr key={title}>
            <th scope="row">
              <Name visit={visit}>{`《${title}》`}</Name>
              {visit.language === 'en' && <span class="under">{english}</span>}
            </th>
            <td>
              <Name visit={visit}>{number}</Name>
            </td>
            <td class="figure">{since}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 法定主动公开内容: the 15 items of Order 711 Art. 20, and those of Art. 21 that its level adds. An item without documents shows 0. */
function statutoryPage(frame: Frame, body: PortalBody): Page {
  const { visit, register } = frame
  const { statutory: say, pages: titles, guide } = visit.words
  const extra = extraOf(body)
  return bodyPage(frame, body, 'statutory', {
    description: say.description(body.name),
    children: (
      <>
        <h1>{titles.statutory}</h1>
        <p class="quiet">{say.intro(sayDay(register.today, visit.words))}</p>
        <table class="rows statutory">
          <thead>
            <tr>
              <th scope="col" class="item">
                {say.columns.item}
              </th>
              <th scope="col">{say.columns.title}</th>
              <th scope="col" class="figure">
                {say.columns.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {say.items.map(({ short, full }, at) => (
              <tr key={short} id={`item-${at + 1}`}>
                <td class="item">{say.itemNumber(say.numerals[at]!)}</td>
                <th scope="row">
                  {short}
                  <span class="under">
                    {full}
                    {at === 1 && (
                      <>
                        {visit.language === 'en' ? '. ' : '。'}
                        <a href={`/b/${body.slug}/guide#unit`}>{say.functionsNote}</a>
                      </>
                    )}
                  </span>
                </th>
                <td class="figure">0</td>
              </tr>
            ))}
          </tbody>
        </table>
        {extra && (
          <section aria-labelledby="extra">
            <h2 id="extra" class="small">
              {say.extra(extra === 'town' ? say.extraTown : say.extraCounty)}
            </h2>
            <ul class="chips">
              {say.extraItems[extra].map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        )}
        <p class="after">
          {say.elsewhere} <a href={`/b/${body.slug}/apply`}>{guide.applyLink}</a>
        </p>
      </>
    ),
  })
}

/** Which items Art. 21 adds: for governments of cities and counties and their departments, or for towns. Other bodies have none of their own. */
function extraOf(body: PortalBody): 'county' | 'town' | null {
  if (body.level === 'town') return body.kind === 'town' || body.kind === 'government' ? 'town' : null
  if (body.kind === 'town') return 'town'
  return ['county', 'city'].includes(body.level) && ['government', 'office', 'department'].includes(body.kind) ? 'county' : null
}

/** 政府信息公开年报: every year that is published, with its main figures; where none is, until when it must be (Art. 49) and what it says (Art. 50). */
export function reportsPage(frame: Frame, body: PortalBody, years: readonly PublishedYear[]): Page {
  const { visit, register } = frame
  const { reports: say, pages: titles } = visit.words
  const term = reportTermOf(body)
  const year = Number(register.today.slice(0, 4))
  const next = say.next[term](year, term === 'other' ? '' : sayDay(`${year}-${terms[`${term}-report`].date}`, visit.words))
  return bodyPage(frame, body, 'reports', {
    description: say.description(body.name),
    children: (
      <>
        <h1>{titles.reports}</h1>
        {years.length > 0 ? (
          <ReportYears frame={frame} body={body} years={years} />
        ) : (
          <div class="empty">
            <p>
              <strong>{say.empty(sayDay(register.today, visit.words))}</strong>
            </p>
            {!isEnded(body, register.today) && <p>{next}</p>}
          </div>
        )}
        <p>
          {say.check} <a href="/check">{say.checkLink}</a>
        </p>
        <section aria-labelledby="chapters">
          <h2 id="chapters">{say.contents}</h2>
          <p>{say.contentsBasis}</p>
          <ol class="numbered">
            {say.chapters.map((chapter) => (
              <li key={chapter}>{chapter}</li>
            ))}
          </ol>
        </section>
      </>
    ),
  })
}

const mainCells = {
  received: 'requests.received.total',
  concluded: 'requests.concluded.total',
  granted: 'requests.granted.total',
  carriedOut: 'requests.carriedOut.total',
} as const

function ReportYears({
  frame: { visit },
  body,
  years,
}: {
  readonly frame: Frame
  readonly body: PortalBody
  readonly years: readonly PublishedYear[]
}): JSX.Element {
  const { reports: say } = visit.words
  const received = (year: number) => years.find((one) => one.year === year)?.figures[mainCells.received] ?? null
  const latest = years[0]!
  const [now, before] = [received(latest.year), received(latest.year - 1)]
  const span = spanOf(years).reverse()
  return (
    <section aria-labelledby="years">
      <h2 id="years">{say.table}</h2>
      {now !== null && <p>{say.finding(latest.year, figureIn(now), before === null ? null : now - before)}</p>}
      <Bars cell={mainCells.received} years={years} now={latest.year} visit={visit} />
      <div class="form-frame">
        <table class="rows report-years">
          <thead>
            <tr>
              <th scope="col">{say.columns.year}</th>
              {(['received', 'concluded', 'granted', 'carriedOut'] as const).map((column) => (
                <th key={column} scope="col" class="figure">
                  {say.columns[column]}
                </th>
              ))}
              <th scope="col">{say.columns.publishedOn}</th>
            </tr>
          </thead>
          <tbody>
            {span.map((year) => {
              const found = years.find((one) => one.year === year)
              const address = `/b/${body.slug}/reports/${year}`
              return (
                <tr key={year}>
                  <th scope="row">{found ? <a href={address}>{year}</a> : year}</th>
                  {found ? (
                    <>
                      {Object.values(mainCells).map((key) => (
                        <td key={key} class="figure">
                          {found.figures[key] == null ? (
                            say.missing
                          ) : (
                            <a class={found.figures[key] === 0 ? 'fig zero' : 'fig'} href={`${address}?cell=${key}#why`}>
                              {figureIn(found.figures[key])}
                            </a>
                          )}
                        </td>
                      ))}
                      <td>{found.publishedOn}</td>
                    </>
                  ) : (
                    <td colSpan={5}>{say.missing}</td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p>
        <a href={`/b/${body.slug}/reports/cells.csv`} download>
          {say.allYears} (CSV)
        </a>
      </p>
    </section>
  )
}

/** Art. 49 names departments and governments of counties and above; the days of others are set by the office above them. */
function reportTermOf({ kind, level }: PortalBody): 'department' | 'government' | 'other' {
  if (level === 'town' || kind === 'vertical') return 'other'
  if (kind === 'government') return 'government'
  return kind === 'department' || kind === 'office' ? 'department' : 'other'
}
