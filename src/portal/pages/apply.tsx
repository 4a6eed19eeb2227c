import type { JSX } from 'preact'
import { terms } from '#calendar'
import { portalApplyWords } from '#words'
import { Begin } from '../apply/pages.tsx'
import { isEnded, type PortalBody } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { bodyPage } from './body.tsx'

/** 依申请公开: the button that begins the form, where the body takes requests on the site; what Art. 29 requires, where else to hand it in, how long the answer takes, what it costs. */
export function applyPage(frame: Frame, body: PortalBody): Page {
  const { visit, register } = frame
  const { apply: say, pages: titles } = visit.words
  const ended = isEnded(body, register.today)
  const office = register.bodies.find((one) => one.kind === 'office' && !isEnded(one, register.today))
  return bodyPage(frame, body, 'apply', {
    description: say.description(body.name),
    children: (
      <article class="text">
        <h1>{titles.apply}</h1>
        {ended ? (
          <p>{say.endedText}</p>
        ) : (
          <>
            {body.appliesOnline ? (
              <Online body={body} frame={frame} />
            ) : (
              <div class="empty">
                <p>
                  <strong>{say.notOnline}</strong>
                </p>
                <p>{say.notOnlineText}</p>
              </div>
            )}
            <h2>{say.channelsTitle}</h2>
            {body.address ? <Channels body={body} visit={visit} /> : <NoAddress office={office} body={body} visit={visit} />}
          </>
        )}
        <ApplyRules visit={visit} />
      </article>
    ),
  })
}

function Online({ body, frame }: { readonly body: PortalBody; readonly frame: Frame }): JSX.Element {
  const words = portalApplyWords[frame.visit.language]
  return (
    <section class="online" aria-labelledby="right">
      <h2 id="right">{words.rightBody}</h2>
      <p>
        {words.rightBodyText} <a href={`/b/${body.slug}/apply/body`}>{words.otherBody}</a>
      </p>
      <Begin body={body} label={words.start} isPrimary />
      <p class="quiet">
        {words.startNote}
        {frame.visit.language === 'en' ? ' ' : ''}
        {words.goOn}
      </p>
    </section>
  )
}

function Channels({ body, visit }: { readonly body: PortalBody; readonly visit: Visit }): JSX.Element {
  const { apply: say } = visit.words
  return (
    <>
      <dl class="record">
        <div>
          <dt>{say.inPerson}</dt>
          <dd>
            <Name visit={visit}>{say.inPersonText(body.address, body.hours)}</Name>
            <span class="under">{say.inPersonDay}</span>
          </dd>
        </div>
        <div>
          <dt>{say.byPost}</dt>
          <dd>
            {say.byPostText(
              body.address,
              body.postcode,
              body.unit ? `${body.name}${body.unit.startsWith(body.name) ? '' : body.unit}` : body.name,
            )}
            <span class="under">{say.byPostDay}</span>
          </dd>
        </div>
        {body.fax && (
          <div>
            <dt>{say.byFax}</dt>
            <dd>
              {body.fax}
              <span class="under">{say.byFaxDay}</span>
            </dd>
          </div>
        )}
        {body.phone && (
          <div>
            <dt>{say.ask}</dt>
            <dd>
              <a href={`tel:${body.phone}`}>{body.phone}</a>
            </dd>
          </div>
        )}
      </dl>
      <p class="quiet">{say.receiptBasis}</p>
    </>
  )
}

function NoAddress({
  office,
  body,
  visit,
}: {
  readonly office: PortalBody | undefined
  readonly body: PortalBody
  readonly visit: Visit
}): JSX.Element {
  return (
    <p>
      {visit.words.apply.noAddress}
      {office && office.slug !== body.slug && (
        <>
          {' '}
          <a href={`/b/${office.slug}/`}>
            <Name visit={visit}>{office.name}</Name>
          </a>{' '}
          {office.phone}
        </>
      )}
    </p>
  )
}

/** What holds for every body: what to write, how long it takes, what it costs, help. */
export function ApplyRules({ visit }: { readonly visit: Visit }): JSX.Element {
  const { apply: say } = visit.words
  return (
    <>
      <section aria-labelledby="write">
        <h2 id="write">{say.requiredTitle}</h2>
        <ol class="numbered">
          {say.required.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p class="quiet">{say.requiredBasis}</p>
      </section>
      <section aria-labelledby="terms">
        <h2 id="terms">{say.termsTitle}</h2>
        <ul class="terms">
          {(
            [
              [say.terms.answer(terms.reply.length), '三十三'],
              [say.terms.extension(terms.extension.length), '三十三'],
              [say.terms.correction(terms.correction.length), '三十'],
              [say.terms.consultation(terms['third-party'].length), '三十二'],
            ] as const
          ).map(([text, number]) => (
            <li key={text}>
              {text}
              <span class="under">{visit.words.article(number)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="fees">
        <h2 id="fees">{say.feesTitle}</h2>
        <p>{say.fees}</p>
      </section>
      <section aria-labelledby="help">
        <h2 id="help">{say.helpTitle}</h2>
        <p>{say.help}</p>
      </section>
      <section aria-labelledby="before">
        <h2 id="before">{say.before}</h2>
        <p>
          {say.beforeText} <a href="/search">{visit.words.searchSite}</a>
        </p>
      </section>
    </>
  )
}
