import type { JSX } from 'preact'
import { terms } from '#calendar'
import { sayDay } from '../days.ts'
import { Icon } from '../icons.tsx'
import { changesOf, grouped, levelOf, livingBodies, type PortalBody } from '../register.ts'
import { type Frame, Name, type Page, siteName } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { ChangeList } from './changes.tsx'
import { notSetUp } from './not-set-up.tsx'

/** Days back for which a change of a body is news. */
const newsDays = 1096

/**
 * The region's first page. By keyboard: skip link, then search, then the errands. What has no content yet says so, since when, and
 * what comes next.
 */
export function homePage(frame: Frame): Page {
  const { visit, register } = frame
  const { region } = register
  if (!region) return notSetUp(frame)
  const { words } = visit
  const { home } = words
  const living = livingBodies(register)
  const name = region.shortName || region.name
  const level = visit.language === 'zh-CN' ? levelOf(region) : ''
  const year = Number(register.today.slice(0, 4))
  const dueIn = (of: number, term: 'department-report' | 'government-report') => sayDay(`${of}-${terms[term].date}`, words)
  const oldest = new Date(Date.parse(register.today) - newsDays * 86_400_000).toISOString().slice(0, 10)
  const changes = changesOf(register)
    .filter(({ day }) => day >= oldest)
    .slice(0, 5)
  return {
    title: words.pages.home,
    description: home.description(name, living.length),
    at: 'home',
    isHome: true,
    hasOwnSearch: true,
    data: [siteData(frame)],
    children: (
      <>
        <div class="band">
          <div>
            <div class="find">
              <h1>{home.title(name)}</h1>
              <search class="search">
                <form action="/search" method="get">
                  <label>
                    <span class="hint">{words.searchHint}</span>
                    <input type="search" name="q" maxLength={100} />
                  </label>
                  <button type="submit" class="button primary">
                    <Icon name="search" />
                    {words.searchButton}
                  </button>
                </form>
              </search>
              <p class="examples">
                {home.examples}
                {examplesOf(living).map((example) => (
                  <a key={example} href={`/search?q=${encodeURIComponent(example)}`}>
                    <Name visit={visit}>{example}</Name>
                  </a>
                ))}
              </p>
            </div>
            <nav class="errands" aria-label={home.errands}>
              <ul>
                {(
                  [
                    ['/apply', home.errandApply],
                    ['/track', home.errandTrack],
                    ['/validity', home.errandValidity],
                  ] as const
                ).map(([href, label]) => (
                  <li key={href}>
                    <a href={href}>
                      {label}
                      <Icon name="go" />
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </div>
        <nav class="sections" aria-label={home.sections}>
          <ul>
            {(
              [
                ['guide', home.sectionHints.guide],
                ['systems', home.sectionHints.systems],
                ['statutory', home.sectionHints.statutory],
                ['reports', home.sectionHints.reports(living.length)],
                ['apply', home.sectionHints.apply(terms.reply.length)],
              ] as const
            ).map(([key, hint], at) => (
              <li key={key}>
                <span class="numeral" aria-hidden="true">
                  {home.numerals[at]}
                </span>
                <a href={`/${key}`}>{words.pages[key]}</a>
                <span class="hint">{hint}</span>
              </li>
            ))}
          </ul>
        </nav>
        <div class="columns">
          <div>
            <section class="block" aria-labelledby="latest">
              <div class="block-head">
                <h2 id="latest">{home.latest}</h2>
                <a href="/feeds">{home.allChanges}</a>
              </div>
              <div class="empty">
                <p>
                  <strong>{home.latestEmpty(sayDay(register.today, words))}</strong>
                </p>
                <p>{home.latestNext}</p>
                <p>
                  <a href="/guide">{home.latestLink}</a>
                </p>
              </div>
              {changes.length > 0 && (
                <>
                  <h3>{home.changes}</h3>
                  <ChangeList changes={changes} visit={visit} />
                </>
              )}
            </section>
          </div>
          <div class="aside">
            <section class="block" aria-labelledby="year">
              <div class="block-head stacked">
                <h2 id="year">{home.year(year - 1, level)}</h2>
                <p class="quiet">{home.yearHint(year - 1)}</p>
              </div>
              <dl class="figures">
                {home.figures.map((label) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd class="none">{home.notPublished}</dd>
                  </div>
                ))}
              </dl>
              <p class="quiet">{home.yearNext(dueIn(year, 'department-report'), dueIn(year, 'government-report'))}</p>
              <p>
                <a href="/reports">{home.yearLink}</a>
              </p>
            </section>
            <section class="block" aria-labelledby="consultations">
              <div class="block-head">
                <h2 id="consultations">{home.consultations}</h2>
              </div>
              <p class="quiet">{home.consultationsEmpty}</p>
            </section>
          </div>
        </div>
        <section class="block" aria-labelledby="bodies">
          <div class="block-head">
            <h2 id="bodies">{home.bodies}</h2>
            <a href="/bodies">{home.allBodies(living.length)}</a>
          </div>
          <BodyGroups bodies={living} visit={visit} level={level} section="" />
        </section>
      </>
    ),
  }
}

/** Bodies by group with their count, each a link to its page, or to one section of it. */
export function BodyGroups({
  bodies,
  visit,
  level,
  section,
}: {
  readonly bodies: readonly PortalBody[]
  readonly visit: Visit
  readonly level: string
  /** Below the body's page: `''`, `'guide'` … */
  readonly section: string
}): JSX.Element {
  const { words } = visit
  return (
    <div class="groups">
      {grouped(bodies).map(({ group, bodies: of }) => (
        <section key={group} class="group" aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`}>
            {words.groups[group](level)}
            <span class="quiet">{words.home.groupCount(of.length)}</span>
          </h3>
          <div>
            <ul>
              {of.map((body) => (
                <li key={body.slug}>
                  <a href={`/b/${body.slug}/${section}`}>
                    <Name visit={visit}>{body.kind === 'government' ? body.name : body.shortName || body.name}</Name>
                  </a>
                </li>
              ))}
            </ul>
            {group === 'vertical' && <p class="quiet">{words.verticalNote}</p>}
          </div>
        </section>
      ))}
    </div>
  )
}

/** Names worth trying: a department, a town and a zone that there are. */
function examplesOf(bodies: readonly PortalBody[]): readonly string[] {
  return (['department', 'town', 'zone', 'office'] as const)
    .flatMap((kind) => bodies.filter((body) => body.kind === kind).slice(0, kind === 'department' ? 2 : 1))
    .map((body) => body.shortName || body.name)
    .slice(0, 4)
}

function siteData(frame: Frame): object {
  const { origin, language } = frame.visit
  return {
    '@type': 'WebSite',
    name: siteName(frame),
    url: `${origin}/`,
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={q}` },
      'query-input': 'required name=q',
    },
  }
}
