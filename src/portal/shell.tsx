import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { tokens } from '#look'
import { sayDay } from './days.ts'
import { Foot } from './foot.tsx'
import { Icon } from './icons.tsx'
import { governmentOf, type Register } from './register.ts'
import { canonicalOf, shownAs, type Visit } from './visit.ts'

/** What every page of one visit is drawn in. */
export interface Frame {
  readonly visit: Visit
  readonly register: Register
  /** Address of the style sheet. */
  readonly style: string
  /** The demo's clock; null outside the demo. */
  readonly demo: { readonly today: string } | null
}

export type NavKey = 'home' | 'statutory' | 'reports' | 'apply' | 'track' | 'check'

/** The sections of the head, in order. */
export const navigation = {
  home: '/',
  statutory: '/statutory',
  reports: '/reports',
  apply: '/apply',
  track: '/track',
  check: '/check',
} as const satisfies Record<NavKey, string>

export interface Page {
  readonly title: string
  readonly description: string
  /** Which section of the head it belongs to. */
  readonly at?: NavKey
  /** The pages above this one, first the first page; this page's own name comes last, without address. */
  readonly trail?: readonly Step[]
  /** What machines read: schema.org objects. */
  readonly data?: readonly object[]
  readonly isHome?: boolean
  /** Its search stands in the page, not in the head. */
  readonly hasOwnSearch?: boolean
  /** The check page is wider than text. */
  readonly isWide?: boolean
  /** Whether search engines should keep it; pages of trouble and of search results should not be kept. */
  readonly isKept?: boolean
  /** Scripts and style of an island. */
  readonly head?: ComponentChildren
  readonly children: ComponentChildren
}

export interface Step {
  readonly label: string
  readonly href?: string
  /** Whether the label is a name, which is Chinese in every language. */
  readonly isName?: boolean
}

/** A whole page as HTML. */
export const drawPage = (page: Page, frame: Frame): string => `<!doctype html>${renderToString(<Shell page={page} frame={frame} />)}`

/** A name as the record has it: Chinese, and marked so for those who hear an English page. */
export const Name = ({ visit, children }: { readonly visit: Visit; readonly children: string }): ComponentChildren =>
  visit.language === 'zh-CN' ? children : <span lang="zh-CN">{children}</span>

function Shell({ page, frame }: { readonly page: Page; readonly frame: Frame }): JSX.Element {
  const { visit, register, style, demo } = frame
  const { words } = visit
  const site = siteName(frame)
  const title = page.isHome ? site : words.titled(page.title, site)
  const other = visit.language === 'en' ? 'zh-CN' : 'en'
  const data = [...(page.data ?? []), ...trailData(page, visit)]
  return (
    <html lang={visit.language} data-elder={visit.elder ? '' : undefined} data-contrast={visit.contrast ? '' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={page.description} />
        {page.isKept === false ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={canonicalOf(visit)} />
            {(['zh-CN', 'en'] as const).map((language) => (
              <link key={language} rel="alternate" hreflang={language} href={canonicalOf(visit, language)} />
            ))}
            <link rel="alternate" hreflang="x-default" href={canonicalOf(visit, 'zh-CN')} />
          </>
        )}
        <meta name="theme-color" content={tokens.colour.brand} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        <link rel="alternate" type="application/rss+xml" title={words.feeds.title(site)} href="/feed.xml" />
        <link rel="alternate" type="application/atom+xml" title={words.feeds.title(site)} href="/atom.xml" />
        <link rel="stylesheet" href={style} />
        {page.head}
        {data.map((one, at) => (
          // A data block is not run; `<` is written so that no name can end it.
          <script
            key={at}
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: JSON.stringify({ '@context': 'https://schema.org', ...one }).replaceAll('<', '\\u003c') }}
          />
        ))}
      </head>
      <body class={page.isWide ? 'is-wide' : undefined}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        {demo && <DemoBar today={demo.today} visit={visit} />}
        <section class="strip" aria-label={words.strip}>
          <div>
            <a class="site-name" href="/">
              {site}
            </a>
            <ul>
              <li>
                <a href={shownAs(visit, 'elder', visit.elder ? '0' : '1')}>{visit.elder ? words.elderOff : words.elder}</a>
              </li>
              <li>
                <a href={shownAs(visit, 'contrast', visit.contrast ? '0' : '1')}>{visit.contrast ? words.contrastOff : words.contrast}</a>
              </li>
              <li class="wide">
                <a href="/accessibility">{words.accessibility}</a>
              </li>
              <li>
                <a href={shownAs(visit, 'lang', other)} lang={other} hreflang={other}>
                  {words.otherLanguage}
                </a>
              </li>
            </ul>
          </div>
        </section>
        <Head page={page} frame={frame} />
        {page.trail && <Trail page={page} visit={visit} />}
        <main id="main" tabIndex={-1} class={page.isHome ? 'home' : undefined}>
          {page.children}
        </main>
        <Foot title={title} visit={visit} marks={register.marks} today={register.today} />
      </body>
    </html>
  )
}

/** 云溪县人民政府网, or the product's name before there is a government. */
export function siteName({ visit, register }: Pick<Frame, 'visit' | 'register'>): string {
  const government = governmentOf(register)
  if (government) return visit.words.siteName(government.name)
  return register.region ? `${register.region.name}${visit.words.disclosure}` : visit.words.product
}

function Head({ page, frame }: { readonly page: Page; readonly frame: Frame }): JSX.Element {
  const { visit, register } = frame
  const { words } = visit
  const links = (Object.keys(navigation) as NavKey[]).map((key) => (
    <li key={key}>
      <a
        href={navigation[key]}
        aria-current={page.at === key ? (page.isHome || visit.path === navigation[key] ? 'page' : 'true') : undefined}
      >
        {words.pages[key]}
      </a>
    </li>
  ))
  return (
    <header class="site">
      <div class="masthead">
        <p class="wordmark">
          <a href="/">
            <strong>
              {register.region ? <Name visit={visit}>{register.region.shortName || register.region.name}</Name> : words.product}
            </strong>
            <span>{words.disclosure}</span>
          </a>
        </p>
        {!page.hasOwnSearch && (
          <>
            <SearchForm visit={visit} className="wide" />
            <details class="fold narrow">
              <summary class="button">
                <Icon name="search" />
                {words.searchButton}
              </summary>
              <SearchForm visit={visit} />
            </details>
          </>
        )}
        <details class="fold narrow">
          <summary class="button">
            <Icon name="menu" />
            {words.menu}
          </summary>
          <nav aria-label={words.nav}>
            <ul>
              {links}
              <li>
                <a href="/accessibility">{words.accessibility}</a>
              </li>
            </ul>
          </nav>
        </details>
      </div>
      <nav class="main wide" aria-label={words.nav}>
        <ul>{links}</ul>
      </nav>
    </header>
  )
}

function SearchForm({ visit, className }: { readonly visit: Visit; readonly className?: string }): JSX.Element {
  const { words } = visit
  return (
    <search class={`search small ${className ?? ''}`}>
      <form action="/search" method="get">
        <label>
          <span class="sr-only">{words.searchSite}</span>
          <input type="search" name="q" placeholder={words.searchShort} maxLength={100} />
        </label>
        <button type="submit" class="button primary">
          <Icon name="search" />
          {words.searchButton}
        </button>
      </form>
    </search>
  )
}

function Trail({ page, visit }: { readonly page: Page; readonly visit: Visit }): JSX.Element {
  return (
    <nav class="trail" aria-label={visit.words.trail}>
      <ol>
        {[{ label: visit.words.pages.home, href: '/' }, ...page.trail!].map(({ label, href, isName }: Step) => {
          const text = isName ? <Name visit={visit}>{label}</Name> : label
          return <li key={label}>{href ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}</li>
        })}
      </ol>
    </nav>
  )
}

function trailData(page: Page, visit: Visit): readonly object[] {
  if (!page.trail || page.isKept === false) return []
  const steps = [{ label: visit.words.pages.home, href: '/' } as Step, ...page.trail]
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map(({ label, href }, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: label,
        item: href ? visit.origin + href : canonicalOf(visit, 'zh-CN'),
      })),
    },
  ]
}

/** The demo says that it is one, and lets its clock be moved. */
function DemoBar({ today, visit }: { readonly today: string; readonly visit: Visit }): JSX.Element {
  const { demo } = visit.words
  return (
    <section class="demo" aria-label={demo.label}>
      <div>
        <p>{demo.says(sayDay(today, visit.words))}</p>
        <form action="/demo/clock" method="post">
          <label>
            {demo.field}
            <input type="date" name="today" value={today} required />
          </label>
          <button type="submit" class="button">
            {demo.button}
          </button>
        </form>
      </div>
    </section>
  )
}
