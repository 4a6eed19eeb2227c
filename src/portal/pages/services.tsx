/** The pages every public site owes its visitors, and those of what is not open yet, which say so and what to do meanwhile. */
import type { JSX } from 'preact'
import { sayDay } from '../days.ts'
import { changesOf, levelOf, livingBodies } from '../register.ts'
import { type Frame, navigation, type Page } from '../shell.tsx'
import { columns } from './body.tsx'
import { ChangeList } from './changes.tsx'
import { BodyGroups } from './home.tsx'

export function accessibilityPage({ visit }: Frame): Page {
  const { words } = visit
  const { accessibilityPage: say } = words
  return {
    title: words.accessibility,
    description: say.description,
    trail: [{ label: words.accessibility }],
    children: (
      <article class="text">
        <h1>{words.accessibility}</h1>
        <p class="lead">{say.description}</p>
        {say.sections.map(({ title, lines }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul class="bullets">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2>{say.problem}</h2>
          <p>
            {say.problemText} <a href="/corrections">{say.problemLink}</a>
          </p>
          <p class="quiet">{say.standards}</p>
        </section>
      </article>
    ),
  }
}

export function sitemapPage(frame: Frame): Page {
  const { visit, register } = frame
  const { words } = visit
  const services = [
    ['/bodies', words.pages.bodies],
    ['/search', words.search.title],
    ['/validity', words.pages.validity],
    ['/accessibility', words.accessibility],
    ['/feeds', words.pages.feeds],
    ['/open-data', words.pages.openData],
    ['/corrections', words.pages.corrections],
  ] as const
  const sections = [...columns.map((column) => [`/${column}`, words.pages[column]] as const)]
  const first = (Object.keys(navigation) as (keyof typeof navigation)[])
    .map((key) => [navigation[key], words.pages[key]] as const)
    .filter(([href]) => !sections.some(([other]) => other === href))
  return {
    title: words.pages.sitemap,
    description: words.sitemapPage.description,
    trail: [{ label: words.pages.sitemap }],
    children: (
      <>
        <h1>{words.pages.sitemap}</h1>
        <section class="block" aria-labelledby="site">
          <div class="block-head">
            <h2 id="site">{words.sitemapPage.site}</h2>
          </div>
          <ul class="site-links">
            {[...first, ...sections, ...services].map(([href, label]) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
        {register.bodies.length > 0 && (
          <section class="block" aria-labelledby="bodies">
            <div class="block-head">
              <h2 id="bodies">{words.sitemapPage.bodies}</h2>
            </div>
            <BodyGroups
              bodies={livingBodies(register)}
              visit={visit}
              level={visit.language === 'zh-CN' ? levelOf(register.region) : ''}
              section=""
            />
          </section>
        )}
      </>
    ),
  }
}

export function feedsPage({ visit, register }: Frame): Page {
  const { words } = visit
  const { feeds: say } = words
  const changes = changesOf(register).slice(0, 20)
  return {
    title: words.pages.feeds,
    description: say.description,
    trail: [{ label: words.pages.feeds }],
    children: (
      <>
        <div class="text">
          <h1>{words.pages.feeds}</h1>
          <p>{say.intro}</p>
          <dl class="record">
            <div>
              <dt>{say.rss}</dt>
              <dd>
                <a href="/feed.xml">{`${visit.origin}/feed.xml`}</a>
              </dd>
            </div>
            <div>
              <dt>{say.atom}</dt>
              <dd>
                <a href="/atom.xml">{`${visit.origin}/atom.xml`}</a>
              </dd>
            </div>
          </dl>
        </div>
        <section class="block" aria-labelledby="latest">
          <div class="block-head">
            <h2 id="latest">{say.latest}</h2>
          </div>
          {changes.length > 0 ? <ChangeList changes={changes} visit={visit} /> : <p>{say.none(sayDay(register.today, words))}</p>}
        </section>
      </>
    ),
  }
}

export function openDataPage({ visit }: Frame): Page {
  const { words } = visit
  const { openDataPage: say } = words
  const rows: readonly { readonly what: string; readonly hint?: string; readonly files: readonly (readonly [string, string])[] }[] = [
    {
      what: say.bodies,
      hint: say.bodiesHint,
      files: [
        ['/bodies.csv?ended=1', 'CSV'],
        ['/bodies.xlsx?ended=1', 'Excel'],
        ['/bodies.json?ended=1', 'JSON'],
      ],
    },
    {
      what: say.updates,
      files: [
        ['/feed.xml', 'RSS'],
        ['/atom.xml', 'Atom'],
      ],
    },
    { what: say.addresses, files: [['/sitemap.xml', 'XML']] },
  ]
  return {
    title: words.pages.openData,
    description: say.description,
    trail: [{ label: words.pages.openData }],
    data: [
      {
        '@type': 'Dataset',
        name: say.bodies,
        description: say.bodiesHint,
        url: `${visit.origin}/open-data`,
        isAccessibleForFree: true,
        distribution: [
          { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${visit.origin}/bodies.csv?ended=1` },
          { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${visit.origin}/bodies.json?ended=1` },
        ],
      },
    ],
    children: (
      <article class="text">
        <h1>{words.pages.openData}</h1>
        <p>{say.intro}</p>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{say.columns.what}</th>
              <th scope="col">{say.columns.formats}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, hint, files }) => (
              <tr key={what}>
                <th scope="row">
                  {what}
                  {hint && <span class="under">{hint}</span>}
                </th>
                <td class="files">
                  {files.map(([href, label]) => (
                    <a key={href} href={href}>
                      {label}
                    </a>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h2>{say.api}</h2>
        <p>
          {say.apiHint} <a href="/api/v1/docs">{say.apiLink}</a>
        </p>
        <h2>{say.licence}</h2>
        <p>{say.licenceText}</p>
        <p class="quiet">{say.stable}</p>
      </article>
    ),
  }
}

export function correctionsPage({ visit, register }: Frame): Page {
  const { words } = visit
  const { corrections: say, foot } = words
  const { marks } = register
  const page = visit.query.get('page') ?? ''
  return {
    title: words.pages.corrections,
    description: say.description,
    trail: [{ label: words.pages.corrections }],
    isKept: page === '',
    children: (
      <article class="text">
        <h1>{words.pages.corrections}</h1>
        <p class="lead">{say.intro}</p>
        <h2>{say.how}</h2>
        <p>{say.text}</p>
        {/^\/[\w./%-]*$/.test(page) && (
          <p class="empty">
            {say.page}
            <code>{visit.origin + page}</code>
          </p>
        )}
        <h2>{say.who}</h2>
        {marks.contact ? (
          <p>
            {marks.organiser && `${foot.organiser(marks.organiser)} `}
            {foot.contact(marks.contact)}
          </p>
        ) : (
          <p>{say.none}</p>
        )}
        <p>
          {say.own} <a href="/bodies">{words.pages.bodies}</a>
        </p>
      </article>
    ),
  }
}

export function validityPage({ visit, register }: Frame): Page {
  const { validity, pages } = visit.words
  return {
    title: pages.validity,
    description: validity.description,
    trail: [{ label: pages.validity }],
    children: <NotOpenYet title={pages.validity} {...validity} empty={validity.empty(sayDay(register.today, visit.words))} />,
  }
}

/** What is so, what comes next, one link. */
function NotOpenYet(props: {
  readonly title: string
  readonly empty: string
  readonly next: string
  readonly now: string
  readonly link: string
}): JSX.Element {
  return (
    <div class="text">
      <h1>{props.title}</h1>
      <div class="empty">
        <p>
          <strong>{props.empty}</strong>
        </p>
        <p>{props.now}</p>
        <p>{props.next}</p>
        <p>
          <a href="/bodies">{props.link}</a>
        </p>
      </div>
    </div>
  )
}
