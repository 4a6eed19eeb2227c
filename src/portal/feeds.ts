/** What machines follow: feeds, the list of addresses, what robots may read, and the site's name on a home screen. */
import { Feed } from 'feed'
import { tokens } from '#look'
import { columns } from './pages/body.tsx'
import { sayChange } from './pages/changes.tsx'
import { changesOf, type Register } from './register.ts'
import { siteName } from './shell.tsx'
import type { Visit } from './visit.ts'

const longestFeed = 50

/** What is new, newest first, as RSS 2.0 and Atom 1.0. */
export function drawFeed(visit: Visit, register: Register, format: 'rss' | 'atom'): string {
  const { words, origin, language } = visit
  const changes = changesOf(register).slice(0, longestFeed)
  const site = siteName({ visit, register })
  const feed = new Feed({
    id: `${origin}/`,
    link: `${origin}/`,
    title: words.feeds.title(site),
    description: words.feeds.description,
    language,
    copyright: register.marks.organiser || site,
    generator: 'Gongkai',
    updated: startOf(changes[0]?.day ?? register.today),
    feedLinks: { rss: `${origin}/feed.xml`, atom: `${origin}/atom.xml` },
  })
  for (const change of changes) {
    // Readers take what stands here for HTML.
    const title = escaped(sayChange(change, words))
    const link = `${origin}/b/${change.body.slug}/`
    feed.addItem({
      id: `${link}#${change.kind}-${change.day}`,
      guid: `${link}#${change.kind}-${change.day}`,
      link,
      title,
      description: title,
      date: startOf(change.day),
      category: [{ name: words.home.changes }],
    })
  }
  return format === 'rss' ? feed.rss2() : feed.atom1()
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A legal day begins at midnight in Asia/Shanghai. */
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`)

/** Pages of the site that are not a body's. */
export const sitePages = [
  '/',
  ...columns.map((column) => `/${column}`),
  '/bodies',
  '/track',
  '/validity',
  '/check',
  '/accessibility',
  '/feeds',
  '/open-data',
  '/corrections',
  '/sitemap',
]

/** Every page that search engines should keep, in both languages, after the protocol of sitemaps.org. */
export function drawSitemap({ origin }: Visit, register: Register): string {
  const paths = [...sitePages, ...register.bodies.flatMap(({ slug }) => ['', ...columns].map((column) => `/b/${slug}/${column}`))]
  const entries = paths.map(
    (path) =>
      `<url><loc>${origin}${path}</loc><xhtml:link rel="alternate" hreflang="zh-CN" href="${origin}${path}"/><xhtml:link rel="alternate" hreflang="en" href="${origin}${path}?lang=en"/></url>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}

export const drawRobots = ({ origin }: Visit): string =>
  `User-agent: *\nDisallow: /desk\nDisallow: /api/\nDisallow: /search\nDisallow: /demo/\nDisallow: /track/\nDisallow: /b/*/apply/\n\nSitemap: ${origin}/sitemap.xml\n`

export const drawManifest = (visit: Visit, register: Register): string =>
  JSON.stringify({
    name: siteName({ visit, register }),
    short_name: register.region?.shortName ?? visit.words.product,
    lang: visit.language,
    start_url: '/',
    display: 'browser',
    background_color: tokens.colour.n0,
    theme_color: tokens.colour.brand,
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  })

/** Our mark: lines of a register, and under the last the dots of a figure that opens. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="${tokens.colour.brand}"/><g stroke="${tokens.colour.n0}" stroke-width="3"><path d="M7 9h18M7 16h18"/><path d="M8 24h17" stroke-dasharray="3 4"/></g></svg>`
