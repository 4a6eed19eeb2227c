/** The steps of applying, and the receipt. */
import type { ComponentChildren, JSX } from 'preact'
import { applicantKinds, type Draft, deliveries, identityTypes } from '#casework'
import { formOf } from '#report'
import { caseworkWords, type PortalApplyWords, portalApplyWords } from '#words'
import { ChoiceField, ErrorSummary, type Errors, FileField, Steps, TextField } from '../form.tsx'
import type { PortalBody } from '../register.ts'
import { type Frame, Name, type Page } from '../shell.tsx'
import { filledForm, mostRequests, requestCount, typeOf } from './filled.ts'

export const wordsOf = (frame: Frame): PortalApplyWords => portalApplyWords[frame.visit.language]

interface StepProps {
  readonly frame: Frame
  readonly body: PortalBody
  readonly draft: Draft
  readonly errors: Errors
}

/** Step 2: what is wanted, in which form, how the answer is to come. */
export function whatPage({ frame, body, draft, errors }: StepProps): Page {
  const words = wordsOf(frame)
  const say = words.what
  const { fields } = draft
  const count = requestCount(fields)
  const names = caseworkWords[frame.visit.language]
  return stepPage(frame, body, 2, say.title, errors, [
    <form method="post" action={`/b/${body.slug}/apply/form`} enctype="multipart/form-data" class="portal-form" key="form">
      <Hidden draft={draft} />
      <input type="hidden" name="count" value={count} />
      {Array.from({ length: count }, (_, index) => index + 1).map((n) => (
        <Part key={n} legend={count > 1 ? say.nth(n) : null}>
          <TextField name={`title-${n}`} label={say.name} hint={say.nameHint} value={fields[`title-${n}`] ?? ''} errors={errors} />
          <TextField
            name={`wanted-${n}`}
            label={say.features}
            hint={say.featuresHint}
            value={fields[`wanted-${n}`] ?? ''}
            errors={errors}
            lines={4}
          />
        </Part>
      ))}
      <p class="form-more">
        {count < mostRequests && (
          <button class="link" name="do" value="more" type="submit">
            {say.another}
          </button>
        )}
        {count > 1 && (
          <button class="link" name="do" value="fewer" type="submit">
            {say.fewer}
          </button>
        )}
      </p>
      <ChoiceField
        name="carrier"
        label={say.carrier}
        value={fields.carrier ?? 'electronic'}
        errors={errors}
        options={(['electronic', 'paper', 'inspection'] as const).map((value) => ({ value, label: names.carriers[value]! }))}
      />
      <ChoiceField
        name="delivery"
        label={say.delivery}
        value={fields.delivery ?? 'download'}
        errors={errors}
        options={deliveries.map((value) => ({ value, label: names.deliveries[value]!, hint: say.deliveryHints[value] }))}
      />
      <p>{say.purpose}</p>
      <p class="form-end">
        <button class="button primary" name="do" value="next" type="submit">
          {say.next}
        </button>
        <a class="button" href={`/b/${body.slug}/apply`}>
          {words.who.back}
        </a>
        <span class="quiet">{words.who.backNote}</span>
      </p>
    </form>,
    <aside class="form-side" aria-labelledby="maybe" key="side">
      <h2 id="maybe">{say.maybe}</h2>
      <p>{say.maybeText}</p>
      <ul class="bullets">
        <li>
          <a href={fields['title-1'] ? `/search?q=${encodeURIComponent(fields['title-1'])}` : '/search'}>
            {fields['title-1'] ? say.maybeSearch(fields['title-1']) : say.maybeSearchAll}
          </a>
        </li>
        <li>
          <a href={`/b/${body.slug}/statutory`}>{say.maybeColumn}</a>
        </li>
        <li>
          <a href={`/b/${body.slug}/reports`}>{say.maybeReports}</a>
        </li>
      </ul>
      {body.phone && <p class="quiet">{say.callUs(body.phone)}</p>}
    </aside>,
  ])
}

/** Step 3: who applies; no more than Art. 29 asks for. */
export function whoPage({ frame, body, draft, errors }: StepProps): Page {
  const words = wordsOf(frame)
  const say = words.who
  const { fields, files } = draft
  const names = caseworkWords[frame.visit.language]
  const kinds = formOf('2021').requests.columns.filter(({ key }) => (applicantKinds as readonly string[]).includes(key))
  const text = (name: string, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField name={name} label={label} value={fields[name] ?? ''} errors={errors} {...more} />
  )
  return stepPage(frame, body, 3, say.title, errors, [
    <form method="post" action={`/b/${body.slug}/apply/you`} enctype="multipart/form-data" class="portal-form" key="form">
      <Hidden draft={draft} />
      <ChoiceField
        name="kind"
        label={say.kind}
        value={fields.kind ?? 'naturalPerson'}
        errors={errors}
        options={kinds.map(({ key, label }) => ({ value: key, label }))}
      />
      {text('name', say.name, { hint: say.nameHint, autocomplete: 'name' })}
      <ChoiceField
        name="identityType"
        label={say.identityType}
        value={typeOf(fields)}
        errors={errors}
        options={identityTypes.map((value) => ({ value, label: names.identityTypes[value]! }))}
      />
      {text('identityNumber', say.identityNumber, { hint: say.identityHint })}
      <FileField name="proof" label={say.proof} hint={say.proofHint} errors={errors} />
      {files.length > 0 && (
        <div class="field">
          <p>{say.files}</p>
          <ul class="sent-files">
            {files.map(({ id, name }) => (
              <li key={id}>
                {name}{' '}
                <button class="link" name="drop" value={id} type="submit">
                  {say.drop(name)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="hint">{say.contactHint}</p>
      {text('phone', say.phone, { type: 'tel', autocomplete: 'tel' })}
      {text('email', say.email, { type: 'email', autocomplete: 'email' })}
      {text('address', say.address, { autocomplete: 'street-address' })}
      {text('postcode', say.postcode, { optional: words.optional, autocomplete: 'postal-code' })}
      {text('contactName', say.contactName, { optional: words.optional })}
      <details class="form-part" open={Boolean(fields.agentName)}>
        <summary>{say.agent}</summary>
        <p class="hint">{say.agentText}</p>
        {text('agentName', say.agentName)}
        {text('agentIdentityNumber', say.agentNumber)}
        {text('agentPhone', say.agentPhone, { type: 'tel' })}
      </details>
      {text('together', say.together, { optional: words.optional, hint: say.togetherHint, lines: 2 })}
      {text('needsHelp', say.help, { optional: words.optional, hint: say.helpHint })}
      <p class="form-end">
        <button class="button primary" name="do" value="next" type="submit">
          {say.next}
        </button>
        <button class="button" name="do" value="back" type="submit">
          {say.back}
        </button>
        <span class="quiet">{say.backNote}</span>
      </p>
    </form>,
  ])
}

interface CheckProps extends StepProps {
  readonly repeated: readonly { readonly number: string; readonly title: string; readonly submittedOn: string }[]
}

/** Step 4: everything once more, and what was asked before. */
export function checkPage({ frame, body, draft, errors, repeated }: CheckProps): Page {
  const words = wordsOf(frame)
  const names = caseworkWords[frame.visit.language]
  const { applicant, carrier, delivery, needsHelp, requests } = filledForm(draft.fields)
  const rows: readonly (readonly [string, string])[] = [
    [words.check.to, body.name],
    ...requests.flatMap(({ title, wanted }): [string, string][] => [
      [words.what.name, title],
      [words.what.features, wanted],
    ]),
    [words.what.carrier, names.carriers[carrier]!],
    [words.what.delivery, names.deliveries[delivery]!],
    [words.who.name, applicant.name],
    [words.who.identityNumber, masked(applicant.identityNumber ?? '')],
    [words.who.phone, applicant.phone ?? ''],
    [words.who.email, applicant.email ?? ''],
    [words.who.address, applicant.address ?? ''],
    [words.who.files, draft.files.map(({ name }) => name).join(frame.visit.words.listComma)],
    [words.who.agentName, applicant.agent?.name ?? ''],
    [words.who.help, needsHelp],
  ]
  return stepPage(frame, body, 4, words.check.title, errors, [
    <form method="post" action={`/b/${body.slug}/apply/check`} enctype="multipart/form-data" class="portal-form" key="form">
      <Hidden draft={draft} />
      {repeated.length > 0 && (
        <section class="notice-box" aria-labelledby="repeated">
          <h2 id="repeated">{words.check.repeated}</h2>
          <ul class="bullets">
            {repeated.map(({ number, title, submittedOn }) => (
              <li key={number}>
                {submittedOn} {title}（{number}）
              </li>
            ))}
          </ul>
          <p>{words.check.repeatedText}</p>
        </section>
      )}
      <dl class="record">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value], index) => (
            <div key={index}>
              <dt>{label}</dt>
              <dd class="as-written">{value}</dd>
            </div>
          ))}
      </dl>
      <p>
        <a href={`/b/${body.slug}/apply/form`}>
          {words.check.change}：{words.what.title}
        </a>{' '}
        <a href={`/b/${body.slug}/apply/you`}>
          {words.check.change}：{words.who.title}
        </a>
      </p>
      <div class="trap" aria-hidden="true">
        <label for="website">{words.check.trap}</label>
        <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" />
      </div>
      <p>{words.wait}</p>
      <p class="form-end">
        <button class="button primary" name="do" value="send" type="submit">
          {words.check.send}
        </button>
        <a class="button" href={`/b/${body.slug}/apply/you`}>
          {words.who.back}
        </a>
      </p>
    </form>,
  ])
}

const masked = (number: string): string =>
  number.length <= 5 ? '*'.repeat(number.length) : number.slice(0, 2) + '*'.repeat(number.length - 5) + number.slice(-3)

export interface Receipt {
  readonly slug: string
  readonly cases: readonly { readonly number: string; readonly code: string; readonly title: string }[]
}

/** Number and code, once; null where the time to show them is over. */
export function receiptPage(frame: Frame, body: PortalBody, receipt: Receipt | null): Page {
  const words = wordsOf(frame)
  const say = words.receipt
  const title = receipt ? say.title : say.gone
  return {
    title,
    description: title,
    at: 'apply',
    isKept: false,
    trail: trailOf(frame, body, title),
    children: (
      <article class="text receipt">
        <h1>{title}</h1>
        {receipt ? (
          <>
            {receipt.cases.map(({ number, code, title: asked }) => (
              <section class="receipt-case" key={number}>
                <h2>{asked}</h2>
                <dl>
                  <div>
                    <dt>{say.number}</dt>
                    <dd class="big">{number}</dd>
                  </div>
                  <div>
                    <dt>{say.code}</dt>
                    <dd class="big code">{code}</dd>
                  </div>
                </dl>
              </section>
            ))}
            <p>
              <strong>{say.once}</strong>
            </p>
            <h2>{say.next}</h2>
            <ol class="numbered">
              {say.nextLines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </>
        ) : (
          <p>{say.goneText}</p>
        )}
        <p>
          <a href="/track">{say.track}</a>
        </p>
      </article>
    ),
  }
}

const Hidden = ({ draft }: { readonly draft: Draft }): JSX.Element => <input type="hidden" name="csrf" value={draft.csrf} />

function Part({ legend, children }: { readonly legend: string | null; readonly children: ComponentChildren }): JSX.Element {
  if (legend === null) return <div class="form-plain">{children}</div>
  return (
    <fieldset class="form-part">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

function trailOf(frame: Frame, body: PortalBody, title: string) {
  const { words } = frame.visit
  return [
    { label: words.pages.bodies, href: '/bodies' },
    { label: body.shortName || body.name, isName: true, href: `/b/${body.slug}/` },
    { label: words.pages.apply, href: `/b/${body.slug}/apply` },
    { label: title },
  ]
}

function stepPage(frame: Frame, body: PortalBody, at: number, title: string, errors: Errors, children: ComponentChildren): Page {
  const words = wordsOf(frame)
  return {
    title,
    description: title,
    at: 'apply',
    isKept: false,
    trail: trailOf(frame, body, title),
    children: (
      <>
        <h1>{title}</h1>
        <p class="quiet">
          {words.check.to}：<Name visit={frame.visit}>{body.name}</Name>
        </p>
        <Steps at={at} words={words} />
        <ErrorSummary errors={errors} words={words} />
        <div class="with-side">{children}</div>
      </>
    ),
  }
}
