/** What stands in each column of a body. */

import type { JSX } from 'preact'
import { terms } from '#calendar'
import { sayDay } from '../days.ts'
import { bodyOf, isEnded, type PortalBody } from '../register.ts'
import { nationalRules } from '../rules.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { bodyPage, type Column, columns } from './body.tsx'

/** The body's first page: its columns, each with what it holds. */
export function bodyStartPage(frame: Frame, body: PortalBody): Page {
  const { words } = frame.visit
  const { body: say } = words
  const held: Record<Column, string> = {
    guide: '',
    systems: '',
    statutory: say.countDocuments(0),
    reports: say.noReport,
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
export const columnPage = (frame: Frame, body: PortalBody, column: Column): Page => pages[column](frame, body)

const pages: Record<Column, (frame: Frame, body: PortalBody) => Page> = {
  guide: guidePage,
  systems: systemsPage,
  statutory: statutoryPage,
  reports: reportsPage,
  apply: applyPage,
}

/** 政府信息公开指南 (Order 711 Art. 12): classes, order, access, and the unit with its contacts; made from the record, so that it is never stale. */
function guidePage(frame: Frame, body: PortalBody): Page {
  const { visit, register } = frame
  const { guide: say, pages: titles } = visit.words
  const supervisor = register.bodies.find(({ id }) => id === body.filesTo)
  const given: readonly (readonly [string, string | null])[] = [
    [say.unitRows.unit, body.unit],
    [say.unitRows.address, body.address],
    [say.unitRows.hours, body.hours],
    [say.unitRows.phone, body.phone],
    [say.unitRows.fax, body.fax],
    [say.unitRows.email, body.email],
    [say.unitRows.postcode, body.postcode],
    [say.unitRows.uscc, body.uscc],
  ]
  const parts: readonly { readonly id: string; readonly title: string; readonly content: JSX.Element }[] = [
    {
      id: 'what',
      title: say.whatTitle,
      content: (
        <>
          <p>{say.what}</p>
          <p>
            <a href={`/b/${body.slug}/statutory`}>{say.whatLink}</a>
          </p>
        </>
      ),
    },
    {
      id: 'order',
      title: say.orderTitle,
      content: (
        <>
          <p>{say.order}</p>
          <p>{say.orderTerm(terms.proactive.length)}</p>
        </>
      ),
    },
    {
      id: 'access',
      title: say.accessTitle,
      content: (
        <ul class="bullets">
          {say.access.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
    },
    {
      id: 'apply',
      title: say.applyTitle,
      content: (
        <>
          <p>{say.apply}</p>
          <p>{say.applyTerm(terms.reply.length, terms.extension.length)}</p>
          <p>
            <a href={`/b/${body.slug}/apply`}>{say.applyLink}</a>
          </p>
        </>
      ),
    },
    { id: 'unit', title: say.unitTitle, content: <Facts rows={given} visit={visit} /> },
    {
      id: 'remedy',
      title: say.remedyTitle,
      content: (
        <>
          <p>{say.remedyReport}</p>
          {supervisor && <p>{say.remedySupervisor(supervisor.name)}</p>}
          <p>{say.remedyAppeal}</p>
          <Facts
            rows={[
              [say.remedyOrgan, body.reconsiderationOrgan],
              [say.remedyCourt, body.court],
            ]}
            visit={visit}
          />
        </>
      ),
    },
  ]
  return bodyPage(frame, body, 'guide', {
    description: say.description(body.name),
    children: (
      <article class="text">
        <h1>{titles.guide}</h1>
        <p class="quiet">{say.basis(body.name)}</p>
        <nav class="toc" aria-label={say.toc}>
          <ul>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {parts.map(({ id, title, content }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            {content}
          </section>
        ))}
      </article>
    ),
  })
}

/** Label and value; a value nobody gave is said to be missing, never left out. */
function Facts({ rows, visit }: { readonly rows: readonly (readonly [string, string | null])[]; readonly visit: Visit }): JSX.Element {
  return (
    <dl class="record">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class={value ? undefined : 'none'}>{value ? <Name visit={visit}>{value}</Name> : visit.words.guide.notGiven}</dd>
        </div>
      ))}
    </dl>
  )
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

/** 政府信息公开年报: not published yet, until when it must be (Art. 49), and what it says (Art. 50). */
function reportsPage(frame: Frame, body: PortalBody): Page {
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
        <div class="empty">
          <p>
            <strong>{say.empty(sayDay(register.today, visit.words))}</strong>
          </p>
          {!isEnded(body, register.today) && <p>{next}</p>}
          <p>
            {say.check} <a href="/check">{say.checkLink}</a>
          </p>
        </div>
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

/** Art. 49 names departments and governments of counties and above; the days of others are set by the office above them. */
function reportTermOf({ kind, level }: PortalBody): 'department' | 'government' | 'other' {
  if (level === 'town' || kind === 'vertical') return 'other'
  if (kind === 'government') return 'government'
  return kind === 'department' || kind === 'office' ? 'department' : 'other'
}

/** 依申请公开: what Art. 29 requires, where to hand it in, how long the answer takes, what it costs. The form itself is not here yet, and the page says so. */
function applyPage(frame: Frame, body: PortalBody): Page {
  const { visit, register } = frame
  const { apply: say, pages: titles } = visit.words
  const ended = isEnded(body, register.today)
  const office = bodyOf(register, body.slug) && register.bodies.find((one) => one.kind === 'office' && !isEnded(one, register.today))
  return bodyPage(frame, body, 'apply', {
    description: say.description(body.name),
    children: (
      <article class="text">
        <h1>{titles.apply}</h1>
        {ended ? (
          <p>{say.endedText}</p>
        ) : (
          <>
            <div class="empty">
              <p>
                <strong>{say.notOnline}</strong>
              </p>
              <p>{say.notOnlineText}</p>
            </div>
            <h2>{say.channelsTitle}</h2>
            {body.address ? <Channels body={body} visit={visit} /> : <NoAddress office={office} body={body} visit={visit} />}
          </>
        )}
        <ApplyRules visit={visit} />
      </article>
    ),
  })
}

function Channels({ body, visit }: { readonly body: PortalBody; readonly visit: Visit }): JSX.Element {
  const { apply: say } = visit.words
  return (
    <>
      <dl class="record">
        <div>
          <dt>{say.inPerson}</dt>
          <dd>
            <Name visit={visit}>{say.inPersonText(body.address, body.hours)}</Name>
            <span class="under">{say.inPersonDay}</span>
          </dd>
        </div>
        <div>
          <dt>{say.byPost}</dt>
          <dd>
            {say.byPostText(
              body.address,
              body.postcode,
              body.unit ? `${body.name}${body.unit.startsWith(body.name) ? '' : body.unit}` : body.name,
            )}
            <span class="under">{say.byPostDay}</span>
          </dd>
        </div>
        {body.fax && (
          <div>
            <dt>{say.byFax}</dt>
            <dd>
              {body.fax}
              <span class="under">{say.byFaxDay}</span>
            </dd>
          </div>
        )}
        {body.phone && (
          <div>
            <dt>{say.ask}</dt>
            <dd>
              <a href={`tel:${body.phone}`}>{body.phone}</a>
            </dd>
          </div>
        )}
      </dl>
      <p class="quiet">{say.receiptBasis}</p>
    </>
  )
}

function NoAddress({
  office,
  body,
  visit,
}: {
  readonly office: PortalBody | undefined
  readonly body: PortalBody
  readonly visit: Visit
}): JSX.Element {
  return (
    <p>
      {visit.words.apply.noAddress}
      {office && office.slug !== body.slug && (
        <>
          {' '}
          <a href={`/b/${office.slug}/`}>
            <Name visit={visit}>{office.name}</Name>
          </a>{' '}
          {office.phone}
        </>
      )}
    </p>
  )
}

/** What holds for every body: what to write, how long it takes, what it costs, help. */
export function ApplyRules({ visit }: { readonly visit: Visit }): JSX.Element {
  const { apply: say } = visit.words
  return (
    <>
      <section aria-labelledby="write">
        <h2 id="write">{say.requiredTitle}</h2>
        <ol class="numbered">
          {say.required.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p class="quiet">{say.requiredBasis}</p>
      </section>
      <section aria-labelledby="terms">
        <h2 id="terms">{say.termsTitle}</h2>
        <ul class="terms">
          {(
            [
              [say.terms.answer(terms.reply.length), '三十三'],
              [say.terms.extension(terms.extension.length), '三十三'],
              [say.terms.correction(terms.correction.length), '三十'],
              [say.terms.consultation(terms['third-party'].length), '三十二'],
            ] as const
          ).map(([text, number]) => (
            <li key={text}>
              {text}
              <span class="under">{visit.words.article(number)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="fees">
        <h2 id="fees">{say.feesTitle}</h2>
        <p>{say.fees}</p>
      </section>
      <section aria-labelledby="help">
        <h2 id="help">{say.helpTitle}</h2>
        <p>{say.help}</p>
      </section>
      <section aria-labelledby="before">
        <h2 id="before">{say.before}</h2>
        <p>
          {say.beforeText} <a href="/search">{visit.words.searchSite}</a>
        </p>
      </section>
    </>
  )
}
