import type { ComponentChildren, JSX } from 'preact'
import { establishmentUnknown } from '#identity'
import { sayDay } from '../days.ts'
import { Icon } from '../icons.tsx'
import { isEnded, type PortalBody } from '../register.ts'
import { type Frame, Name, type NavKey, type Page } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { Succession } from './succession.tsx'

/** The national platform's blocks (国办公开办函〔2019〕61号) in statutory order, as paths below a body's page. */
export const columns = ['guide', 'systems', 'statutory', 'reports', 'apply'] as const
export type Column = (typeof columns)[number]

/** Documents published in a column; null for columns that hold no documents. Items of the statutory column count alike. */
const documentsIn = (body: PortalBody): Record<Column, number | null> => ({
  guide: null,
  systems: 0,
  statutory: 0,
  reports: body.reports?.years ?? 0,
  apply: null,
})

const navOf: Partial<Record<Column, NavKey>> = { statutory: 'statutory', reports: 'reports', apply: 'apply' }

/**
 * A page of a body: its head (who, where, when, 申请公开), the tree of its columns as one landmark, folded on phones, and the column.
 * `column` null is the body's first page.
 */
export function bodyPage(
  frame: Frame,
  body: PortalBody,
  column: Column | null,
  content: { readonly description: string; readonly children: ComponentChildren },
): Page {
  const { visit, register } = frame
  const { words } = visit
  const title = column ? `${words.pages[column]}${words.listComma}${body.name}` : body.name
  return {
    title,
    description: content.description,
    ...(column && navOf[column] && { at: navOf[column] }),
    trail: [
      { label: words.pages.bodies, href: '/bodies' },
      { label: body.shortName || body.name, isName: true, ...(column && { href: `/b/${body.slug}/` }) },
      ...(column ? [{ label: words.pages[column] }] : []),
    ],
    data: column ? [] : [organizationData(body, visit)],
    children: (
      <>
        <BodyHead body={body} visit={visit} today={register.today} column={column} />
        <div class="with-tree">
          <Tree body={body} column={column} visit={visit} />
          <div class="content">{content.children}</div>
        </div>
      </>
    ),
  }
}

function BodyHead({
  body,
  visit,
  today,
  column,
}: {
  readonly body: PortalBody
  readonly visit: Visit
  readonly today: string
  readonly column: Column | null
}): JSX.Element {
  const { body: say } = visit.words
  const facts = (
    [
      [say.address, body.address],
      [say.unit, body.unit],
      [say.phone, body.phone],
      [say.hours, body.hours],
    ] as const
  ).filter(([, value]) => value)
  // A body's own page has its name as the first heading; a column's page has the column.
  const Title = column ? 'p' : 'h1'
  return (
    <div class="body-head">
      <div>
        <Title class="body-name">
          <Name visit={visit}>{body.name}</Name>
        </Title>
        {facts.length > 0 ? (
          <dl class="facts">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Name visit={visit}>{value}</Name>
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p class="quiet">{say.incomplete}</p>
        )}
        <History body={body} visit={visit} />
      </div>
      {!isEnded(body, today) && column !== 'apply' && (
        <a class="button" href={`/b/${body.slug}/apply`}>
          {say.apply}
        </a>
      )}
      {isEnded(body, today) && (
        <div class="notice">
          <Icon name="note" />
          <p>
            <strong>{say.endedOn(sayDay(body.endedOn!, visit.words))}</strong>{' '}
            {body.successors.length > 0 ? (
              <>
                <Succession body={body} visit={visit} />
                {visit.language === 'en' ? '. ' : '。'}
                {say.endedApply}
              </>
            ) : (
              say.endedAlone
            )}
          </p>
        </div>
      )}
    </div>
  )
}

/** Former names, and the bodies it took over from. */
function History({ body, visit }: { readonly body: PortalBody; readonly visit: Visit }): JSX.Element | null {
  const { body: say } = visit.words
  if (body.formerNames.length + body.predecessors.length === 0) return null
  return (
    <ul class="history">
      {body.formerNames.map(({ name, until }) => (
        <li key={name + until}>{say.formerName(name, until)}</li>
      ))}
      {body.predecessors.length > 0 && (
        <li>
          {say.predecessors}
          {body.predecessors.map(({ slug, name }, at) => (
            <span key={slug}>
              {at > 0 && visit.words.listComma}
              <a href={`/b/${slug}/`}>
                <Name visit={visit}>{name}</Name>
              </a>
            </span>
          ))}
        </li>
      )}
    </ul>
  )
}

/** The columns of a body with what they hold; a column with none shows 0. */
function Tree({ body, column, visit }: { readonly body: PortalBody; readonly column: Column | null; readonly visit: Visit }): JSX.Element {
  const { words } = visit
  const list = (
    <ul>
      {columns.map((one) => (
        <li key={one}>
          <a href={`/b/${body.slug}/${one}`} aria-current={one === column ? 'page' : undefined}>
            {words.pages[one]}
            <Count value={documentsIn(body)[one]} visit={visit} />
          </a>
          {one === 'statutory' && column === 'statutory' && (
            <ul>
              {words.statutory.items.map(({ short }, at) => (
                <li key={short}>
                  <a href={`#item-${at + 1}`}>
                    {short}
                    <Count value={0} visit={visit} />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <nav class="tree" aria-label={words.body.columns}>
      <details class="narrow">
        <summary>{words.body.columnNow(column ? words.pages[column] : words.body.home)}</summary>
        {list}
      </details>
      <div class="wide">{list}</div>
    </nav>
  )
}

function Count({ value, visit }: { readonly value: number | null; readonly visit: Visit }): JSX.Element | null {
  if (value === null) return null
  return (
    <span class="count">
      <span aria-hidden="true">{value}</span>
      <span class="sr-only">{visit.words.body.countDocuments(value)}</span>
    </span>
  )
}

function organizationData(body: PortalBody, { origin }: Visit): object {
  const url = `${origin}/b/${body.slug}/`
  return {
    '@type': 'GovernmentOrganization',
    '@id': url,
    name: body.name,
    url,
    ...(body.aliases.length + body.formerNames.length > 0 && {
      alternateName: [...body.aliases, ...body.formerNames.map(({ name }) => name)],
    }),
    ...(body.uscc && { identifier: body.uscc }),
    ...(body.address && {
      address: { '@type': 'PostalAddress', streetAddress: body.address, postalCode: body.postcode, addressCountry: 'CN' },
    }),
    ...(body.phone && { telephone: body.phone }),
    ...(body.fax && { faxNumber: body.fax }),
    ...(body.email && { email: body.email }),
    ...(body.establishedOn !== establishmentUnknown && { foundingDate: body.establishedOn }),
    ...(body.endedOn && { dissolutionDate: body.endedOn }),
  }
}
