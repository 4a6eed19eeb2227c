import type { JSX } from 'preact'
import { terms } from '#calendar'
import type { PortalBody } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { bodyPage } from './body.tsx'

/** 政府信息公开指南 (Order 711 Art. 12): classes, order, access, and the unit with its contacts; made from the record, so that it is never stale. */
export function guidePage(frame: Frame, body: PortalBody): Page {
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
