/** Following a request by number and code: what it waits for, why that day, what happened, what may be done (look.md 05). */
import type { JSX } from 'preact'
import { type ApplicantView, type LetterKindId, letterKinds } from '#casework'
import { portalApplyWords } from '#words'
import { sayDay } from '../days.ts'
import { ChoiceField, ErrorSummary, type Errors, FileField, TextField } from '../form.tsx'
import { Icon } from '../icons.tsx'
import { type Frame, Name, type Page } from '../shell.tsx'

const wordsOf = (frame: Frame) => portalApplyWords[frame.visit.language]

/** Number and code; one message for both. */
export function lookupPage(
  frame: Frame,
  { number = '', errors = {}, gone = false }: { number?: string; errors?: Errors; gone?: boolean },
): Page {
  const words = wordsOf(frame)
  const say = words.track
  return {
    title: say.title,
    description: say.description,
    at: 'track',
    trail: [{ label: say.title }],
    children: (
      <div class="text">
        <h1>{say.title}</h1>
        <p class="lead">{say.description}</p>
        {gone && <p class="notice-box">{say.gone}</p>}
        <ErrorSummary errors={errors} words={words} />
        <form method="post" action="/track" enctype="multipart/form-data" class="portal-form">
          <TextField name="number" label={say.number} hint={say.numberHint} value={number} errors={{}} />
          <TextField name="code" label={say.code} hint={say.codeHint} value="" errors={{}} />
          <p class="form-end">
            <button class="button primary" type="submit">
              {say.look}
            </button>
          </p>
        </form>
        <p class="quiet">{say.lost}</p>
      </div>
    ),
  }
}

interface CaseProps {
  readonly frame: Frame
  readonly view: ApplicantView
  /** Reconsideration organ of the body, for what to do when it is late. */
  readonly organ: string
  readonly csrf: string
  readonly errors?: Errors
  readonly said?: boolean
}

export function casePage({ frame, view, organ, csrf, errors = {}, said = false }: CaseProps): Page {
  const words = wordsOf(frame)
  const say = words.track
  const { visit } = frame
  const isLate = view.daysLeft !== null && view.daysLeft < 0
  return {
    title: `${view.number} ${say.title}`,
    description: say.description,
    at: 'track',
    isKept: false,
    trail: [{ label: say.title, href: '/track' }, { label: view.number }],
    children: (
      <>
        <p class="quiet">
          {view.number} · <Name visit={visit}>{view.body.name}</Name> {view.body.phone}
        </p>
        <h1>
          <Name visit={visit}>{view.title}</Name>
        </h1>
        <ErrorSummary errors={errors} words={words} />
        {said && (
          <p class="notice-box" role="status">
            {say.said}
          </p>
        )}
        <section class={isLate ? 'due late' : 'due'} aria-labelledby="due">
          <h2 id="due">{view.dueOn ? say.by(sayDay(view.dueOn, visit.words)) : say.waiting[view.state]}</h2>
          {view.dueOn && view.daysLeft !== null && <p>{say.left(view.daysLeft)}</p>}
          {view.ruler.length > 0 && (
            <div class="day-ruler" aria-hidden="true">
              {view.ruler.map(({ day, state, isLast }) => (
                <span key={day} class={`cell ${state}${isLast ? ' last' : ''}`} />
              ))}
            </div>
          )}
          {view.dueStatus === 'provisional' && <p class="quiet">{say.provisional}</p>}
          {isLate && (
            <p>
              <strong>{say.overdueTitle}</strong>
              {'。'}
              {say.overdueText(organ)}
            </p>
          )}
        </section>
        <Asked view={view} csrf={csrf} errors={errors} frame={frame} />
        {view.letters.length > 0 && (
          <section aria-labelledby="letters">
            <h2 id="letters">{say.letters}</h2>
            <ul class="entries">
              {view.letters.map(({ id, kind, sentOn, number }) => (
                <li key={id}>
                  <a href={`/track/letters/${id}`} download>
                    {say.download} <Name visit={visit}>{say.letter(letterKinds[kind as LetterKindId].title, sentOn ?? '')}</Name>{' '}
                    {number ?? ''}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {view.steps.length > 0 && (
          <section aria-labelledby="why" class="why-box">
            <h2 id="why">{say.why}</h2>
            <ol>
              {view.steps.map(({ date, text, source, rule }, index) => (
                <li key={index} class={rule === 'due' ? 'result' : undefined}>
                  <time dateTime={date}>{date}</time> {text} <span class="quiet">{source}</span>
                </li>
              ))}
            </ol>
          </section>
        )}
        <section aria-labelledby="timeline">
          <h2 id="timeline">{say.timeline}</h2>
          <ol class="timeline">
            {[...view.timeline].reverse().map(({ kind, on, details }, index) => (
              <li key={index}>
                <time dateTime={on}>{on}</time> {say.events[kind]}
                {typeof details.what === 'string' && <p class="as-written">{details.what}</p>}
                {typeof details.text === 'string' && details.text !== '' && <p class="as-written">{details.text}</p>}
              </li>
            ))}
          </ol>
        </section>
        <More view={view} csrf={csrf} errors={errors} frame={frame} />
        <p>
          <a href="/track/leave">{say.leave}</a>
        </p>
      </>
    ),
  }
}

interface PartProps {
  readonly frame: Frame
  readonly view: ApplicantView
  readonly csrf: string
  readonly errors: Errors
}

/** What is waited for from the applicant. */
function Asked({ frame, view, csrf, errors }: PartProps): JSX.Element | null {
  const words = wordsOf(frame)
  const say = words.track
  const { asked } = view
  if (asked === null) return null
  if (asked.what === 'payment')
    return (
      <section class="notice-box" aria-labelledby="asked">
        <h2 id="asked">
          <Icon name="warn" /> {say.payTitle((asked.amount / 100).toFixed(2), asked.by)}
        </h2>
        <p>{say.payText}</p>
      </section>
    )
  const isCorrection = asked.what === 'correction'
  return (
    <section class="notice-box" aria-labelledby="asked">
      <h2 id="asked">
        <Icon name="warn" /> {isCorrection ? say.correctTitle(asked.by) : say.reasonsTitle(asked.by)}
      </h2>
      {asked.text !== '' && <p class="as-written">{asked.text}</p>}
      {isCorrection && <p>{say.correctText}</p>}
      <form method="post" action={`/track/case/${isCorrection ? 'correct' : 'say'}`} enctype="multipart/form-data" class="portal-form">
        <input type="hidden" name="csrf" value={csrf} />
        <TextField name="text" label={isCorrection ? say.correction : say.reasons} value="" errors={errors} lines={5} />
        <FileField name="file" label={say.attach} hint={words.who.proofHint} errors={errors} />
        <p class="form-end">
          <button class="button primary" type="submit">
            {isCorrection ? say.correct : say.giveReasons}
          </button>
        </p>
      </form>
    </section>
  )
}

/** What else may be done: write, withdraw, suggest publishing, rate. */
function More({ frame, view, csrf, errors }: PartProps): JSX.Element {
  const words = wordsOf(frame)
  const say = words.track
  const may = (verb: (typeof view.may)[number]) => view.may.includes(verb)
  const token = <input type="hidden" name="csrf" value={csrf} />
  return (
    <>
      {view.rating && <p>{say.rated(say.scores[view.rating.score - 1]!)}</p>}
      {may('rate') && (
        <section aria-labelledby="rate">
          <h2 id="rate">{say.rate}</h2>
          <form method="post" action="/track/case/rate" enctype="multipart/form-data" class="portal-form">
            {token}
            <ChoiceField
              name="score"
              label={say.score}
              value=""
              errors={errors}
              options={[5, 4, 3, 2, 1].map((score) => ({ value: String(score), label: say.scores[score - 1]! }))}
            />
            <TextField name="rateText" label={say.rateText} value="" errors={{}} lines={2} optional={words.optional} />
            <p class="form-end">
              <button class="button" type="submit">
                {say.rateSend}
              </button>
            </p>
          </form>
        </section>
      )}
      {may('offer-publication') && (
        <details class="form-part">
          <summary>{say.publish}</summary>
          <p>{say.publishText}</p>
          <form method="post" action="/track/case/publish" enctype="multipart/form-data">
            {token}
            <button class="button" type="submit">
              {say.publish}
            </button>
          </form>
        </details>
      )}
      {may('note') && view.asked?.what !== 'reasons' && (
        <details class="form-part">
          <summary>{say.say}</summary>
          <p class="hint">{say.sayHint}</p>
          <form method="post" action="/track/case/say" enctype="multipart/form-data" class="portal-form">
            {token}
            <TextField name="note" label={say.say} value="" errors={errors} lines={3} />
            <button class="button" type="submit">
              {say.saySend}
            </button>
          </form>
        </details>
      )}
      {may('withdraw') && (
        <details class="form-part">
          <summary>{say.withdraw}</summary>
          <p>{say.withdrawText}</p>
          <form method="post" action="/track/case/withdraw" enctype="multipart/form-data" class="portal-form">
            {token}
            <div class="choice">
              <input type="checkbox" id="sure" name="sure" value="yes" required />
              <label for="sure">{say.withdrawSure}</label>
            </div>
            <button class="button" type="submit">
              {say.withdraw}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
