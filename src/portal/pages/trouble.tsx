import type { ComponentChildren } from 'preact'
import type { Frame, Page } from '../shell.tsx'

/** No page there: what was asked for, and what to do. */
export function notFoundPage({ visit }: Frame): Page {
  const { trouble } = visit.words
  return troublePage(trouble.notFound, trouble.notFoundText(decoded(visit.path)), <WayOut visit={visit} />)
}

/** No body of that code. */
export function noBodyPage({ visit }: Frame, slug: string): Page {
  const { trouble } = visit.words
  return troublePage(trouble.noBody, trouble.noBodyText(slug), <WayOut visit={visit} />)
}

/** The body has published no report on that year. */
export function noReportPage({ visit }: Frame, body: { readonly slug: string; readonly name: string }, year: string): Page {
  const { report: say, pages: titles } = visit.words
  return troublePage(
    say.missing(body.name, decoded(year)),
    say.missingNext,
    <p>
      <a href={`/b/${body.slug}/reports`}>{titles.reports}</a>
    </p>,
  )
}

/** The request was wrong: which part, and where to begin again. */
export function wrongPage({ visit }: Frame, what: string): Page {
  const { trouble } = visit.words
  return troublePage(what || trouble.wrong, trouble.wrongText, <WayOut visit={visit} />)
}

/** We failed. `reference` finds the fault in the log. */
export function failedPage({ visit }: Frame, reference: string): Page {
  const { trouble } = visit.words
  return troublePage(trouble.failed, trouble.failedText(reference), <Again visit={visit} />)
}

/** The database is away; the browser is told when to come again. */
export function awayPage({ visit }: Frame): Page {
  const { trouble } = visit.words
  return troublePage(trouble.away, trouble.awayText, <Again visit={visit} />)
}

function troublePage(title: string, text: string, way: ComponentChildren): Page {
  return {
    title,
    description: text,
    isKept: false,
    children: (
      <div class="text trouble">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {way}
      </div>
    ),
  }
}

function WayOut({ visit }: Pick<Frame, 'visit'>) {
  const { trouble } = visit.words
  return (
    <>
      <p>{trouble.tryThese}</p>
      <ul class="bullets">
        <li>
          <a href="/search">{trouble.trySearch}</a>
        </li>
        <li>
          <a href="/bodies">{trouble.tryBodies}</a>
        </li>
        <li>
          <a href="/">{trouble.tryHome}</a>
        </li>
        <li>
          <a href={`/corrections?page=${encodeURIComponent(visit.path)}`}>{trouble.tryCorrections}</a>
        </li>
      </ul>
    </>
  )
}

function Again({ visit }: Pick<Frame, 'visit'>) {
  const asked = visit.query.toString()
  return (
    <p>
      <a class="button" href={asked ? `${visit.path}?${asked}` : visit.path}>
        {visit.words.trouble.again}
      </a>
    </p>
  )
}

/** A path as people read it; left as it came where it cannot be decoded. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
