import type { JSX } from 'preact'
import { type BodyKind, bodyKinds } from '#identity'
import { sayDay } from '../days.ts'
import { type BodyFilter, filterBodies, isEnded, livingBodies, type PortalBody, type Register } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { Succession } from './succession.tsx'

/** The filter as the address says it; what it does not know counts as not said. */
export function filterOf(query: URLSearchParams): BodyFilter {
  const kind = query.get('kind')
  return {
    q: (query.get('q') ?? '').trim().slice(0, 100),
    kind: bodyKinds.find((one) => one === kind) ?? null,
    ended: query.get('ended') === '1',
  }
}

/** The filter as an address says it, with some of it changed. */
export function addressOf(filter: BodyFilter, changed: Partial<BodyFilter> = {}, path = '/bodies'): string {
  const { q, kind, ended } = { ...filter, ...changed }
  const query = new URLSearchParams([...(q ? [['q', q]] : []), ...(kind ? [['kind', kind]] : []), ...(ended ? [['ended', '1']] : [])])
  const asked = query.toString()
  return asked ? `${path}?${asked}` : path
}

/** All bodies, by kind, with a filter that is a form. The count stands first after it. */
export function bodiesPage({ visit, register }: Frame): Page {
  const { words } = visit
  const { bodies: say } = words
  const filter = filterOf(visit.query)
  const found = filterBodies(register, filter)
  const isFiltered = filter.q !== '' || filter.kind !== null
  const ended = found.filter((body) => isEnded(body, register.today)).length
  return {
    title: say.title,
    description: say.description(register.region?.name ?? ''),
    trail: [{ label: say.title }],
    isKept: !isFiltered,
    children: (
      <>
        <h1>{say.title}</h1>
        <Filter filter={filter} visit={visit} register={register} />
        <div class="list-head">
          <p id="count">
            {isFiltered ? say.found(found.length) : say.count(found.length)}
            {ended > 0 && say.withEnded(ended)}
          </p>
          <p>
            {say.download}
            {(['csv', 'xlsx', 'json'] as const).map((format) => (
              <a key={format} href={addressOf(filter, {}, `/bodies.${format}`)} download>
                {{ csv: 'CSV', xlsx: 'Excel', json: 'JSON' }[format]}
              </a>
            ))}
          </p>
        </div>
        {found.length > 0 ? (
          <List bodies={found} visit={visit} today={register.today} />
        ) : (
          <NoHit filter={filter} visit={visit} register={register} />
        )}
      </>
    ),
  }
}

function Filter({
  filter,
  visit,
  register,
}: {
  readonly filter: BodyFilter
  readonly visit: Visit
  readonly register: Register
}): JSX.Element {
  const { bodies: say, kinds } = visit.words
  const present = bodyKinds.filter((kind) => register.bodies.some((body) => body.kind === kind))
  return (
    <form class="filter" action="/bodies#count" method="get" aria-label={say.filter}>
      <label class="grow">
        <span>{say.name}</span>
        <input type="search" name="q" value={filter.q} maxLength={100} />
      </label>
      <label>
        <span>{say.kind}</span>
        <select name="kind">
          <option value="">{say.allKinds}</option>
          {present.map((kind: BodyKind) => (
            <option key={kind} value={kind} selected={filter.kind === kind}>
              {kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label class="tick">
        <input type="checkbox" name="ended" value="1" checked={filter.ended} />
        <span>{say.ended}</span>
      </label>
      <button type="submit" class="button primary">
        {say.button}
      </button>
    </form>
  )
}

function List({
  bodies,
  visit,
  today,
}: {
  readonly bodies: readonly PortalBody[]
  readonly visit: Visit
  readonly today: string
}): JSX.Element {
  const { bodies: say, kinds, body: bodyWords } = visit.words
  return (
    <table class="rows bodies">
      <thead>
        <tr>
          <th scope="col">{say.columns.name}</th>
          <th scope="col">{say.columns.kind}</th>
          <th scope="col">{say.columns.phone}</th>
          <th scope="col">{say.columns.address}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map((body) => (
          <tr key={body.slug}>
            <th scope="row">
              <a href={`/b/${body.slug}/`}>
                <Name visit={visit}>{body.name}</Name>
              </a>
              {body.formerNames.map(({ name, until }) => (
                <span key={name + until} class="under">
                  {bodyWords.formerName(name, until)}
                </span>
              ))}
              {isEnded(body, today) && (
                <span class="under">
                  <span>{visit.words.search.ended(sayDay(body.endedOn!, visit.words))}</span>
                  <Succession body={body} visit={visit} />
                </span>
              )}
            </th>
            <td>{kinds[body.kind]}</td>
            <td class="figure">{body.phone}</td>
            <td>
              <Name visit={visit}>{body.address}</Name>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Repeats what was asked, and lets one part of it be dropped. */
function NoHit({
  filter,
  visit,
  register,
}: {
  readonly filter: BodyFilter
  readonly visit: Visit
  readonly register: Register
}): JSX.Element {
  const { bodies: say, kinds } = visit.words
  const hasEnded = register.bodies.length > livingBodies(register).length
  return (
    <div class="empty">
      <p>
        <strong>{say.noHit(say.noHitTerms(filter.q, filter.kind ? kinds[filter.kind] : ''))}</strong>
      </p>
      <p>{say.noHitTry}</p>
      <p class="links">
        {filter.q && <a href={addressOf(filter, { q: '' })}>{say.dropQuery}</a>}
        {filter.kind && <a href={addressOf(filter, { kind: null })}>{say.dropKind}</a>}
        {!filter.ended && hasEnded && <a href={addressOf(filter, { ended: true })}>{say.addEnded}</a>}
      </p>
    </div>
  )
}
