import type { JSX } from 'preact'
import { terms } from '#calendar'
import { sayDay } from '../days.ts'
import { Icon } from '../icons.tsx'
import { findBodies, type Hit, isEnded, livingBodies } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import { columns } from './body.tsx'
import { notSetUp } from './not-set-up.tsx'

const longest = 100

/** Bodies by any name they have or had, and columns by theirs. No hit repeats the words and says what to try. */
export function searchPage(frame: Frame): Page {
  const { visit, register } = frame
  if (!register.region) return notSetUp(frame)
  const { words } = visit
  const { search: say } = words
  const asked = (visit.query.get('q') ?? '').trim()
  const q = [...asked].slice(0, longest).join('')
  const hits = findBodies(register, q)
  const met = q ? findColumns(frame, q) : []
  const count = hits.length + met.length
  return {
    title: q ? say.titled(q) : say.title,
    description: say.description,
    trail: [{ label: say.title }],
    isKept: false,
    hasOwnSearch: true,
    children: (
      <div class="results">
        <h1>{!q ? say.title : count > 0 ? say.found(count, q) : say.none(q)}</h1>
        {asked.length > q.length && <p class="quiet">{say.tooLong}</p>}
        {!q && <p>{say.ask}</p>}
        <search class="search">
          <form action="/search" method="get">
            <label>
              <span class="hint">{words.searchHint}</span>
              <input type="search" name="q" value={q} maxLength={longest} />
            </label>
            <button type="submit" class="button primary">
              <Icon name="search" />
              {words.searchButton}
            </button>
          </form>
        </search>
        {hits.length > 0 && (
          <section aria-labelledby="found-bodies">
            <h2 id="found-bodies">{say.bodies}</h2>
            <ol class="entries">
              {hits.map((hit) => (
                <BodyHit key={hit.body.slug} hit={hit} frame={frame} />
              ))}
            </ol>
          </section>
        )}
        {met.length > 0 && (
          <section aria-labelledby="found-columns">
            <h2 id="found-columns">{say.columns}</h2>
            <ol class="entries">
              {met.map(({ href, label, hint }) => (
                <li key={label}>
                  <a href={href}>{label}</a>
                  <span class="under">{hint}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
        {q && count === 0 && <Tries frame={frame} />}
        {q && <p class="quiet after">{say.documentsEmpty}</p>}
      </div>
    ),
  }
}

function BodyHit({ hit, frame }: { readonly hit: Hit; readonly frame: Frame }): JSX.Element {
  const { visit, register } = frame
  const { search: say, kinds } = visit.words
  const { body, alias, former } = hit
  const facts = [
    kinds[body.kind],
    former && say.matchedFormer(former),
    alias && say.matchedAs(alias),
    isEnded(body, register.today) ? say.ended(sayDay(body.endedOn!, visit.words)) : body.phone && `${visit.words.phone} ${body.phone}`,
  ]
  return (
    <li>
      <a href={`/b/${body.slug}/`}>
        <Name visit={visit}>{body.name}</Name>
      </a>
      <span class="under">
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </li>
  )
}

function Tries({ frame }: { readonly frame: Frame }): JSX.Element {
  const { search: say } = frame.visit.words
  return (
    <div class="empty">
      <p>
        <strong>{say.try}</strong>
      </p>
      <ul class="bullets">
        {say.tries.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="links">
        <a href="/bodies?ended=1">{say.tryBodies}</a>
        <a href="/apply">{say.tryApply}</a>
      </p>
    </div>
  )
}

/** Sections of the site and items of the statutory column whose title or description has every word. */
function findColumns({ visit, register }: Frame, q: string) {
  const { words } = visit
  const asked = q.normalize('NFKC').toLowerCase().split(/\s+/)
  const has = (text: string) => asked.every((word) => text.normalize('NFKC').toLowerCase().includes(word))
  const { sectionHints } = words.home
  const sections = columns.map((column) => {
    const hint = sectionHints[column]
    return {
      href: `/${column}`,
      label: words.pages[column],
      hint: typeof hint === 'string' ? hint : hint(column === 'reports' ? livingBodies(register).length : terms.reply.length),
    }
  })
  const items = words.statutory.items.map(({ short, full }) => ({ href: '/statutory', label: short, hint: full }))
  return [...sections, ...items].filter(({ label, hint }) => has(label) || has(hint))
}
