import type { JSX } from 'preact'
import { encode } from 'uqr'
import { sayDay } from './days.ts'
import type { FooterMarks } from './register.ts'
import { canonicalOf, type Visit } from './visit.ts'

/** Who runs the site, its marks, its services, and the page's address for a phone; on paper, what was printed and when it was so. */
export function Foot({
  title,
  visit,
  marks,
  today,
}: {
  readonly title: string
  readonly visit: Visit
  readonly marks: FooterMarks
  readonly today: string
}): JSX.Element {
  const { words } = visit
  const { foot, pages } = words
  const about = [
    [
      marks.organiser && foot.organiser(marks.organiser),
      marks.undertaker && foot.undertaker(marks.undertaker),
      marks.contact && foot.contact(marks.contact),
    ],
    [marks.siteCode && foot.siteCode(marks.siteCode), marks.icpNumber, marks.policeNumber],
  ]
  const from = visit.path === '/corrections' ? '' : `?page=${encodeURIComponent(visit.path)}`
  return (
    <footer class="site">
      <div>
        <div class="about" lang={visit.language === 'en' ? 'zh-CN' : undefined}>
          {about
            .map((line) => line.filter(Boolean))
            .filter((line) => line.length > 0)
            .map((line) => (
              <p key={line[0]}>
                {line.map((text) => (
                  <span key={text}>{text}</span>
                ))}
              </p>
            ))}
          <p class="paper" lang={visit.language}>
            {foot.printed(title, canonicalOf(visit), sayDay(today, words))}
          </p>
        </div>
        <nav aria-label={foot.links}>
          <ul>
            <li>
              <a href="/sitemap">{pages.sitemap}</a>
            </li>
            <li>
              <a href="/feeds">{pages.feeds}</a>
            </li>
            <li>
              <a href="/open-data">{pages.openData}</a>
            </li>
            <li>
              <a href={`/corrections${from}`}>{pages.corrections}</a>
            </li>
          </ul>
        </nav>
        <figure class="qr">
          <QrCode text={canonicalOf(visit)} />
          <figcaption>{foot.qr}</figcaption>
        </figure>
      </div>
    </footer>
  )
}

function QrCode({ text }: { readonly text: string }): JSX.Element {
  const { data, size } = encode(text, { border: 2 })
  const path = data.map(runsOf).join('')
  return (
    <svg width="96" height="96" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}

/** The dark runs of one row as boxes of one path. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    path += `M${start} ${y}h${x + 1 - start}v1H${start}z`
  }
  return path
}
