/** The steps of applying (look.md 04). Every page works without scripts; Enter in a field goes on. */
import type { ComponentChildren, JSX } from 'preact'
import { applicantKinds, type Draft, type DraftFile, deliveries, draftFileKinds, identityTypes } from '#casework'
import { formOf } from '#report'
import { caseworkWords, type PortalApplyWords, portalApplyWords } from '#words'
import { sayDay } from '../days.ts'
import { ChoiceField, EnterButton, ErrorSummary, type Errors, FileField, Part, Steps, TextField, TickField } from '../form.tsx'
import { findBodies, isEnded, livingBodies, type PortalBody } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import { filledForm, hasAgent, mostRequests, mostTogether, requestCount, togetherCount, typeOf } from './filled.ts'
import { placesFor } from './public.ts'

export const wordsOf = (frame: Frame): PortalApplyWords => portalApplyWords[frame.visit.language]

interface StepProps {
  readonly frame: Frame
  readonly body: PortalBody
  readonly draft: Draft
  readonly errors: Errors
}

/** Step 1: whose information it is. Bodies by any name they have or had, each with where its duties stand; what was filled in stays. */
export function bodyPage(frame: Frame, body: PortalBody): Page {
  const words = wordsOf(frame)
  const say = words.choose
  const { visit, register } = frame
  const q = (visit.query.get('q') ?? '').trim().slice(0, 100)
  const hits = findBodies(register, q).filter((hit) => hit.body.slug !== body.slug && !isEnded(hit.body, register.today))
  const office = livingBodies(register).find(({ kind }) => kind === 'office')
  return stepPage(frame, body, 1, say.title, {}, [
    <div class="portal-form" key="form">
      <p>{words.rightBodyText}</p>
      <section aria-labelledby="now">
        <h2 id="now">{say.now}</h2>
        <Chosen frame={frame} body={body} />
        <Begin body={body} label={say.next} isPrimary />
      </section>
      <section aria-labelledby="find">
        <h2 id="find">{say.find}</h2>
        <form method="get" action={`/b/${body.slug}/apply/body`} class="find-body">
          <TextField name="q" label={visit.words.bodies.name} hint={say.findHint} value={q} errors={{}} />
          <button class="button" type="submit">
            {visit.words.searchButton}
          </button>
        </form>
        {q !== '' && <p role="status">{hits.length > 0 ? say.found(hits.length) : say.none(q)}</p>}
        <ul class="body-hits">
          {hits.slice(0, 20).map((hit) => (
            <li key={hit.body.slug}>
              <Chosen frame={frame} body={hit.body} former={hit.former} alias={hit.alias} />
              {hit.body.appliesOnline ? (
                <Begin body={hit.body} label={say.take(hit.body.shortName || hit.body.name)} />
              ) : (
                <p class="quiet">
                  <a href={`/b/${hit.body.slug}/apply`}>{say.closed}</a>
                </p>
              )}
            </li>
          ))}
        </ul>
        {office && office.slug !== body.slug && !hits.some((hit) => hit.body.slug === office.slug) && (
          <div class="unsure">
            <p>{say.unsure}</p>
            {office.appliesOnline && <Begin body={office} label={say.take(office.shortName || office.name)} />}
          </div>
        )}
      </section>
    </div>,
  ])
}

/** A body with what tells whether it is the right one. */
function Chosen({
  frame,
  body,
  former,
  alias,
}: {
  readonly frame: Frame
  readonly body: PortalBody
  readonly former?: string | undefined
  readonly alias?: string | undefined
}): JSX.Element {
  const { visit } = frame
  const { kinds, search } = visit.words
  const say = wordsOf(frame).choose
  const facts = [kinds[body.kind], former && search.matchedFormer(former), alias && search.matchedAs(alias), body.phone].filter(Boolean)
  return (
    <div class="chosen">
      <p>
        <strong>
          <Name visit={visit}>{body.name}</Name>
        </strong>
      </p>
      <p class="under">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <a href={`/b/${body.slug}/statutory#item-2`}>{say.functions}</a> <a href={`/b/${body.slug}/guide`}>{say.guide}</a>
      </p>
    </div>
  )
}

/** The button that begins a form to a body, or takes the one begun there. */
export const Begin = ({
  body,
  label,
  isPrimary = false,
}: {
  readonly body: PortalBody
  readonly label: string
  readonly isPrimary?: boolean
}): JSX.Element => (
  <form method="post" action={`/b/${body.slug}/apply/begin`} enctype="multipart/form-data">
    <button class={isPrimary ? 'button primary' : 'button'} type="submit">
      {label}
    </button>
  </form>
)

/** Step 2: what is wanted, in which form, how the answer is to come; beside it what is public already. */
export function whatPage({ frame, body, draft, errors }: StepProps): Page {
  const words = wordsOf(frame)
  const say = words.what
  const { fields } = draft
  const count = requestCount(fields)
  const names = caseworkWords[frame.visit.language]
  const asked = Array.from({ length: count }, (_, at) => at + 1)
  return stepPage(frame, body, 2, say.title, errors, [
    <form method="post" action={`/b/${body.slug}/apply/form`} enctype="multipart/form-data" class="portal-form" key="form">
      <EnterButton value="next" />
      <Hidden draft={draft} />
      <input type="hidden" name="count" value={count} />
      {asked.map((n) => {
        const pair = (
          <>
            <TextField name={`title-${n}`} label={say.name} hint={say.nameHint} value={fields[`title-${n}`] ?? ''} errors={errors} />
            <TextField
              name={`wanted-${n}`}
              label={say.features}
              hint={say.featuresHint}
              value={fields[`wanted-${n}`] ?? ''}
              errors={errors}
              lines={3}
            />
          </>
        )
        return count > 1 ? (
          <Part key={n} title={say.nth(n)}>
            {pair}
          </Part>
        ) : (
          pair
        )
      })}
      <p class="form-more">
        {count < mostRequests && <Do value="more" label={say.another} />}
        {count > 1 && <Do value="fewer" label={say.fewer} />}
        <Do value="look" label={say.look} />
      </p>
      <ChoiceField
        name="delivery"
        label={say.delivery}
        value={fields.delivery ?? 'download'}
        errors={errors}
        options={deliveries.map((value) => ({
          value,
          label: names.deliveries[value]!,
          hint:
            value === 'in-person' && body.address
              ? [body.address, body.hours].filter(Boolean).join(frame.visit.words.listComma)
              : say.deliveryHints[value],
        }))}
      />
      <ChoiceField
        name="carrier"
        label={say.carrier}
        value={fields.carrier ?? 'electronic'}
        errors={errors}
        isShort
        options={(['electronic', 'paper', 'inspection', 'other'] as const).map((value) => ({ value, label: names.carriers[value]! }))}
      />
      <p>{say.purpose}</p>
      <div class="form-end">
        <button class="button primary" name="do" value="next" type="submit">
          {say.next}
        </button>
        <button class="button" name="do" value="back" type="submit">
          {words.who.back}
        </button>
        <span class="quiet">{words.who.backNote}</span>
      </div>
    </form>,
    <Public key="side" frame={frame} body={body} draft={draft} />,
  ])
}

/** What is public already, by what was typed. */
function Public({ frame, body, draft }: Pick<StepProps, 'frame' | 'body' | 'draft'>): JSX.Element {
  const say = wordsOf(frame).what
  const { visit } = frame
  const title = (draft.fields['title-1'] ?? '').trim()
  const places = title === '' ? [] : placesFor(frame, body, `${title} ${draft.fields['wanted-1'] ?? ''}`)
  return (
    <aside class="form-side" aria-labelledby="maybe">
      <h2 id="maybe">{say.maybe}</h2>
      <p>{title === '' ? say.maybeText : places.length > 0 ? say.maybeFound(places.length) : say.maybeNothing}</p>
      <ul class="places">
        {places.map(({ href, label, under, isName }) => (
          <li key={href}>
            <a href={href}>{isName ? <Name visit={visit}>{label}</Name> : label}</a>
            <span class="under">{under || say.maybeBody}</span>
          </li>
        ))}
        <li>
          <a href={title === '' ? '/search' : `/search?q=${encodeURIComponent(title.slice(0, 100))}`}>{say.maybeSearch}</a>
        </li>
        <li>
          <a href={`/b/${body.slug}/statutory`}>{say.maybeColumn}</a>
        </li>
        <li>
          <a href={`/b/${body.slug}/reports`}>{say.maybeReports}</a>
        </li>
      </ul>
      <p class="quiet">{visit.words.search.documentsEmpty}</p>
      {body.phone && <p>{say.callUs(body.phone)}</p>}
    </aside>
  )
}

/** Step 3: who applies; no more than Art. 29 asks for. */
export function whoPage({ frame, body, draft, errors }: StepProps): Page {
  const words = wordsOf(frame)
  const say = words.who
  const { fields, files } = draft
  const names = caseworkWords[frame.visit.language]
  const kinds = formOf('2021').requests.columns.filter(({ key }) => (applicantKinds as readonly string[]).includes(key))
  const together = Array.from({ length: togetherCount(fields) }, (_, at) => at + 1)
  const text = (name: string, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField name={name} label={label} value={fields[name] ?? ''} errors={errors} {...more} />
  )
  const kindField = (name: string, label: string, value: string) => (
    <ChoiceField
      name={name}
      label={label}
      value={value}
      errors={errors}
      isShort
      options={kinds.map(({ key, label: kind }) => ({ value: key, label: kind }))}
    />
  )
  return stepPage(frame, body, 3, say.title, errors, [
    <form method="post" action={`/b/${body.slug}/apply/you`} enctype="multipart/form-data" class="portal-form" key="form">
      <EnterButton value="next" />
      <Hidden draft={draft} />
      <input type="hidden" name="togetherCount" value={together.length} />
      {kindField('kind', say.kind, fields.kind ?? 'naturalPerson')}
      {text('name', say.name, { hint: say.nameHint, autocomplete: 'name' })}
      <ChoiceField
        name="identityType"
        label={say.identityType}
        value={typeOf(fields)}
        errors={errors}
        isShort
        options={identityTypes.map((value) => ({ value, label: names.identityTypes[value]! }))}
      />
      {text('identityNumber', say.identityNumber, { hint: say.identityHint, width: 24 })}
      <FileField name="proof" label={say.proof} hint={say.proofHint} errors={errors} />
      <Files files={files} what="proof" words={words} />
      <TickField
        name="proofLater"
        label={say.proofLater}
        hint={say.proofLaterHint}
        errors={errors}
        isTicked={fields.proofLater === 'yes'}
      />
      <Part title={say.contact} hint={say.contactHint}>
        {text('phone', say.phone, { type: 'tel', autocomplete: 'tel', width: 24 })}
        {text('email', say.email, { type: 'email', autocomplete: 'email' })}
        {text('address', say.address, { autocomplete: 'street-address' })}
        {text('postcode', say.postcode, { optional: words.optional, autocomplete: 'postal-code', width: 8 })}
        {text('contactName', say.contactName, { optional: words.optional, hint: say.contactNameHint })}
      </Part>
      <Part title={say.together}>
        {together.map((n) => (
          <div class="form-pair" key={n}>
            {text(`together-${n}`, say.togetherName(n))}
            {kindField(`togetherKind-${n}`, say.togetherKind, fields[`togetherKind-${n}`] ?? fields.kind ?? 'naturalPerson')}
          </div>
        ))}
        <p class="form-more">
          {together.length < mostTogether && <Do value="more" label={say.togetherMore} />}
          {together.length > 0 && <Do value="fewer" label={say.togetherFewer} />}
        </p>
      </Part>
      <details class="form-part" open={hasAgent(fields) || files.some(({ what }) => what === 'power')}>
        <summary>{say.agent}</summary>
        <p class="hint">{say.agentText}</p>
        {text('agentName', say.agentName)}
        {text('agentIdentityNumber', say.agentNumber, { width: 24 })}
        {text('agentPhone', say.agentPhone, { type: 'tel', width: 24 })}
        <FileField name="power" label={say.power} hint={say.proofHint} errors={errors} />
        <Files files={files} what="power" words={words} />
      </details>
      {text('needsHelp', say.help, { optional: words.optional, hint: say.helpHint, lines: 2 })}
      <div class="form-end">
        <button class="button primary" name="do" value="next" type="submit">
          {say.next}
        </button>
        <button class="button" name="do" value="back" type="submit">
          {say.back}
        </button>
        <span class="quiet">{say.backNote}</span>
      </div>
    </form>,
  ])
}

/** Files sent so far, shown by name alone. */
function Files({
  files,
  what,
  words,
}: {
  readonly files: readonly DraftFile[]
  readonly what: DraftFile['what']
  readonly words: PortalApplyWords
}): JSX.Element | null {
  const own = files.filter((file) => file.what === what)
  if (own.length === 0) return null
  return (
    <div class="field">
      <p>{words.who.files}</p>
      <ul class="sent-files">
        {own.map((file) => (
          <li key={file.id}>
            <span>{ownName(file)}</span>
            <button class="link" name="drop" value={file.id} type="submit">
              {words.who.drop(ownName(file))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** As the applicant called it. */
const ownName = ({ name, what }: DraftFile): string => name.slice(draftFileKinds[what].length + 1)

interface CheckProps extends StepProps {
  readonly repeated: readonly { readonly title: string; readonly submittedOn: string }[]
}

/** Step 4: everything once more, and what was asked before. */
export function checkPage({ frame, body, draft, errors, repeated }: CheckProps): Page {
  const words = wordsOf(frame)
  const { check: say, what, who } = words
  const { visit } = frame
  const names = caseworkWords[visit.language]
  const kindNames = new Map<string, string>(formOf('2021').requests.columns.map(({ key, label }) => [key, label]))
  const { applicant, carrier, delivery, needsHelp, requests } = filledForm(draft.fields)
  const rows = (list: readonly (readonly [string, string | undefined])[]) => (
    <dl class="record">
      {list
        .filter(([, value]) => value)
        .map(([label, value], at) => (
          <div key={at}>
            <dt>{label}</dt>
            <dd class="as-written">{value}</dd>
          </div>
        ))}
    </dl>
  )
  const group = (title: string, step: string, change: string, content: ComponentChildren) => (
    <section class="check-part">
      <div class="check-head">
        <h2>{title}</h2>
        <a href={`/b/${body.slug}/apply/${step}`}>{change}</a>
      </div>
      {content}
    </section>
  )
  return stepPage(frame, body, 4, say.title, errors, [
    <form method="post" action={`/b/${body.slug}/apply/send`} enctype="multipart/form-data" class="portal-form" key="form">
      <EnterButton value="send" />
      <Hidden draft={draft} />
      {repeated.length > 0 && (
        <section class="notice-box" aria-labelledby="repeated">
          <h2 id="repeated">{say.repeated}</h2>
          <ul class="bullets">
            {repeated.map(({ title, submittedOn }) => (
              <li key={submittedOn + title}>{say.repeatedOne(sayDay(submittedOn, visit.words), title)}</li>
            ))}
          </ul>
          <p>
            {say.repeatedText} <a href="/track">{say.repeatedTrack}</a>
          </p>
        </section>
      )}
      {group(words.steps[0]!, 'body', say.changeBody, rows([[say.to, body.name]]))}
      {group(
        words.steps[1]!,
        'form',
        say.changeWhat,
        rows([
          ...requests.flatMap(({ title, wanted }, at) => {
            const nth = requests.length > 1 ? `${what.nth(at + 1)} ` : ''
            return [[nth + what.name, title] as const, [nth + what.features, wanted] as const]
          }),
          [what.delivery, names.deliveries[delivery]],
          [what.carrier, names.carriers[carrier]],
        ]),
      )}
      {group(
        words.steps[2]!,
        'you',
        say.changeWho,
        rows([
          [who.kind, kindNames.get(applicant.kind)],
          [who.name, applicant.name],
          [names.identityTypes[applicant.identityType ?? 'other']!, masked(applicant.identityNumber ?? '')],
          [
            who.proof,
            draft.files
              .filter((one) => one.what === 'proof')
              .map(ownName)
              .join(visit.words.listComma) || say.later,
          ],
          [who.phone, applicant.phone],
          [who.email, applicant.email],
          [who.address, [applicant.address, applicant.postcode].filter(Boolean).join(' ')],
          [who.contactName, applicant.contactName],
          ...(applicant.together ?? []).map(
            ({ name, kind }, at) => [who.togetherName(at + 1), `${name}（${kindNames.get(kind)}）`] as const,
          ),
          [who.agentName, applicant.agent?.name],
          [who.agentNumber, applicant.agent ? masked(applicant.agent.identityNumber) : ''],
          [who.agentPhone, applicant.agent?.phone],
          [
            who.power,
            applicant.agent
              ? draft.files
                  .filter((one) => one.what === 'power')
                  .map(ownName)
                  .join(visit.words.listComma)
              : '',
          ],
          [who.help, needsHelp],
        ]),
      )}
      <div class="trap" aria-hidden="true">
        <label for="website">{say.trap}</label>
        <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" />
      </div>
      {draft.sum && (
        <div class="notice-box">
          <p>{say.sumHint}</p>
          <TextField name="sum" label={say.sumAsk(...draft.sum)} value="" errors={errors} width={8} />
        </div>
      )}
      <p>{words.wait}</p>
      <div class="form-end">
        <button class="button primary" name="do" value="send" type="submit">
          {repeated.length > 0 ? say.sendAnyway : say.send}
        </button>
        <a class="button" href={`/b/${body.slug}/apply/you`}>
          {who.back}
        </a>
        <span class="quiet">{who.backNote}</span>
      </div>
    </form>,
  ])
}

const masked = (number: string): string =>
  number.length <= 5 ? '*'.repeat(number.length) : number.slice(0, 2) + '*'.repeat(number.length - 5) + number.slice(-3)

const Hidden = ({ draft }: { readonly draft: Draft }): JSX.Element => <input type="hidden" name="csrf" value={draft.csrf} />

/** A button that changes the form and stays on it. */
const Do = ({ value, label }: { readonly value: string; readonly label: string }): JSX.Element => (
  <button class="link" name="do" value={value} type="submit">
    {label}
  </button>
)

export function trailOf(frame: Frame, body: PortalBody, title: string) {
  const { words } = frame.visit
  return [
    { label: words.pages.apply, href: '/apply' },
    { label: body.shortName || body.name, isName: true, href: `/b/${body.slug}/apply` },
    { label: title },
  ]
}

function stepPage(frame: Frame, body: PortalBody, at: number, title: string, errors: Errors, children: ComponentChildren): Page {
  const words = wordsOf(frame)
  const wrong = Object.keys(errors).length
  return {
    title: wrong > 0 ? words.errors.titled(wrong, title) : title,
    description: title,
    at: 'apply',
    isKept: false,
    trail: trailOf(frame, body, title),
    children: (
      <>
        <h1>{title}</h1>
        <p class="to-body">
          {words.check.to}
          {frame.visit.language === 'en' ? ': ' : '：'}
          <Name visit={frame.visit}>{body.name}</Name>
        </p>
        <Steps at={at} words={words} />
        <ErrorSummary errors={errors} words={words} />
        <div class="with-side">{children}</div>
      </>
    ),
  }
}
