/** Following a request by number and code (look.md 05): when it is answered, why that day, what happened, what may be done. */
import type { JSX } from 'preact'
import type { ApplicantView, VisitDetail } from '#casework'
import { portalApplyWords, portalTrackWords } from '#words'
import { sayDay } from '../days.ts'
import { ErrorSummary, type Errors, TextField } from '../form.tsx'
import { Icon, type IconName } from '../icons.tsx'
import { type Frame, Name, type Page } from '../shell.tsx'
import { Asked, More } from './acts.tsx'
import { Ruler } from './ruler.tsx'

export const wordsOf = (frame: Frame) => portalTrackWords[frame.visit.language]

/** Number and code; one message for both. */
export function lookupPage(
  frame: Frame,
  { number = '', errors = {}, isGone = false }: { readonly number?: string; readonly errors?: Errors; readonly isGone?: boolean },
): Page {
  const say = wordsOf(frame)
  const apply = portalApplyWords[frame.visit.language]
  const wrong = Object.keys(errors).length
  return {
    title: wrong > 0 ? apply.errors.titled(wrong, say.title) : say.title,
    description: say.description,
    at: 'track',
    trail: [{ label: say.title }],
    isKept: wrong === 0 && !isGone,
    children: (
      <div class="text">
        <h1>{say.title}</h1>
        <p class="lead">{say.description}</p>
        {isGone && (
          <p class="notice-box" role="status">
            {say.gone}
          </p>
        )}
        <ErrorSummary errors={errors} words={apply} />
        <form method="post" action="/track" enctype="multipart/form-data" class="portal-form">
          <TextField name="number" label={say.number} hint={say.numberHint} value={number} errors={errors} width={24} />
          <TextField name="code" label={say.code} hint={say.codeHint} value="" errors={errors} width={16} />
          <p class="form-end">
            <button class="button primary" type="submit">
              {say.look}
            </button>
          </p>
        </form>
        <p class="quiet">{say.noAccount}</p>
        <p class="quiet">
          {say.lost} <a href="/bodies">{say.phones}</a>
        </p>
      </div>
    ),
  }
}

export interface CaseProps {
  readonly frame: Frame
  readonly view: ApplicantView
  readonly detail: VisitDetail
  readonly csrf: string
  readonly errors?: Errors
  /** What was typed, where something was wrong with it. */
  readonly typed?: Readonly<Record<string, string>>
  /** What was just done. */
  readonly done?: string
}

export function casePage({ frame, view, detail, csrf, errors = {}, typed = {}, done = '' }: CaseProps): Page {
  const say = wordsOf(frame)
  const { visit } = frame
  const head = say.heads[view.state] ?? say.title
  const wrong = Object.keys(errors).length
  const acts = { frame, view, detail, csrf, errors, typed }
  return {
    title: wrong > 0 ? portalApplyWords[visit.language].errors.titled(wrong, head) : `${head} ${view.number}`,
    description: say.description,
    at: 'track',
    isKept: false,
    trail: [{ label: say.title, href: '/track' }, { label: view.number }],
    children: (
      <>
        <h1>{head}</h1>
        <p class="case-line">
          <span>{say.line(view.number)}</span>
          <span>
            <Name visit={visit}>{view.body.name}</Name>
          </span>
          <span>
            <Name visit={visit}>{view.title}</Name>
          </span>
        </p>
        <ErrorSummary errors={errors} words={portalApplyWords[visit.language]} />
        {say.done[done] && (
          <p class="notice-box done" role="status">
            <Icon name="check" /> {say.done[done]}
          </p>
        )}
        <Due frame={frame} view={view} detail={detail} />
        <Asked {...acts} />
        <Letters frame={frame} detail={detail} />
        <div class="case-columns">
          <div class="case-side">
            <Why frame={frame} view={view} />
            <Remedy frame={frame} view={view} detail={detail} />
          </div>
          <div>
            <Timeline frame={frame} view={view} />
            <More {...acts} />
          </div>
        </div>
        <form method="post" action="/track/case/leave" enctype="multipart/form-data" class="leave">
          <input type="hidden" name="csrf" value={csrf} />
          <button class="button" type="submit">
            {say.leave}
          </button>
          <span class="quiet">
            {say.leaveHint}
            {visit.language === 'en' ? ' ' : ''}
            {say.print}
          </span>
        </form>
      </>
    ),
  }
}

type PartProps = Pick<CaseProps, 'frame' | 'view' | 'detail'>

/** Whether somebody still waits for the body. */
const isOpen = ({ state }: ApplicantView): boolean => state === 'handling' || state === 'explaining'

/** The last day, as a sentence and as a ruler. */
function Due({ frame, view, detail }: PartProps): JSX.Element {
  const say = wordsOf(frame)
  const { visit, register } = frame
  const { dueOn, daysLeft } = view
  if (dueOn === null || daysLeft === null || !isOpen(view))
    return (
      <section class="due">
        <h2>{say.waiting[view.state]}</h2>
        {view.state === 'submitted' && <p>{say.confirmText(view.body.phone)}</p>}
      </section>
    )
  const isLate = daysLeft < 0
  return (
    <section class={isLate ? 'due late' : 'due'} aria-labelledby="due">
      <h2 id="due">
        {say.latest}
        <em>{weekday(dueOn, frame)}</em>
        {say.answerBy(isLate ? say.overdue(-daysLeft) : say.left(daysLeft))}
      </h2>
      <Ruler cells={view.ruler} overdue={isLate ? -daysLeft : 0} today={register.today} words={say} />
      {view.dueStatus === 'provisional' && (
        <p class="state-line">
          <Icon name="doubt" /> {say.provisional(Number(dueOn.slice(0, 4)))}
        </p>
      )}
      {isLate && (
        <p class="overdue-box">
          <Icon name="bad" />
          <span>
            <strong>{say.overdueTitle}</strong>
            {visit.language === 'en' ? '. ' : '。'}
            {say.overdueText(detail.organ, detail.court)}
            <Online frame={frame} detail={detail} />
          </span>
        </p>
      )}
    </section>
  )
}

const weekday = (day: string, { visit }: Frame): string =>
  portalTrackWords[visit.language].dayOfWeek(sayDay(day, visit.words), new Date(`${day}T00:00:00Z`).getUTCDay())

function Letters({ frame, detail }: Pick<PartProps, 'frame' | 'detail'>): JSX.Element | null {
  const say = wordsOf(frame)
  const { visit } = frame
  if (detail.letters.length === 0) return null
  return (
    <section class="case-letters" aria-labelledby="letters">
      <h2 id="letters">{say.letters}</h2>
      <ul>
        {detail.letters.map(({ id, title, number, sentOn, enclosures }) => (
          <li key={id}>
            <a href={`/track/letters/${id}`} rel="nofollow">
              <Icon name="down" /> <span lang={visit.language === 'en' ? 'zh-CN' : undefined}>{title}</span> (PDF)
            </a>
            <span class="under">
              <span>{number}</span>
              <span>{say.letterSent(sayDay(sentOn, visit.words))}</span>
            </span>
            {enclosures.length > 0 && (
              <ul>
                {enclosures.map((one) => (
                  <li key={one.id}>
                    <a href={`/track/letters/${id}?file=${one.id}`} rel="nofollow">
                      <Icon name="file" /> <Name visit={visit}>{one.name}</Name>
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <p class="quiet">{say.fetchNote}</p>
    </section>
  )
}

/** Steps that tell the applicant how the day came about; what only warns the clerk, or says what else might be, is left out. */
const notTold = /-late$|^correction-by$|^consultation-by$|^extended-reply$|^delay-rest-day$|^delay-early$|^before-regulation$/

/** Why that day, step by step with its article; the last line is the result. */
function Why({ frame, view }: Pick<PartProps, 'frame' | 'view'>): JSX.Element | null {
  const say = wordsOf(frame)
  const steps = view.steps.filter(({ rule }) => !notTold.test(rule))
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="why" class="why-box">
      <h2 id="why">{view.dueOn && isOpen(view) ? say.why(sayDay(view.dueOn, frame.visit.words)) : say.whyWaiting}</h2>
      <ol>
        {steps.map(({ date, text, source, rule }, at) => (
          <li key={at} class={rule === 'due' ? 'result' : undefined}>
            <span>
              {text}
              <span class="under" lang={frame.visit.language === 'en' ? 'zh-CN' : undefined}>
                {source}
              </span>
            </span>
            <time dateTime={date}>{date.slice(5)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What may be done without an answer in time, or against the answer. */
function Remedy({ frame, view, detail }: PartProps): JSX.Element | null {
  const say = wordsOf(frame)
  const { remedy, organ, court } = detail
  if (remedy !== 'none')
    return (
      <section class="remedy" aria-labelledby="remedy">
        <h2 id="remedy">{say.remedyTitle}</h2>
        <p>{say.remedies[remedy](organ, court)}</p>
        <p>
          {say.remedyLetter}
          <Online frame={frame} detail={detail} />
        </p>
      </section>
    )
  const isLate = view.daysLeft !== null && view.daysLeft < 0
  return (
    <div class="remedy">
      {isOpen(view) && !isLate && view.dueOn && <p>{say.afterText(organ)}</p>}
      {view.body.phone && <p>{say.ask(view.body.phone)}</p>}
    </div>
  )
}

function Online({ frame, detail }: Pick<PartProps, 'frame' | 'detail'>): JSX.Element | null {
  if (detail.online === '') return null
  const isAddress = /^https?:\/\/\S+$/.test(detail.online)
  return (
    <>
      {' '}
      {wordsOf(frame).remedyOnline}
      {isAddress ? <a href={detail.online}>{detail.online}</a> : detail.online}
    </>
  )
}

const signs: Readonly<Record<string, IconName>> = {
  'consultation.sent': 'pause',
  'correction.asked': 'pause',
  'fee.noticed': 'pause',
  'reasons.asked': 'note',
  'correction.lapsed': 'bad',
  'fee.lapsed': 'bad',
}

/** What happened, newest first; before it what comes next. */
function Timeline({ frame, view }: Pick<PartProps, 'frame' | 'view'>): JSX.Element {
  const say = wordsOf(frame)
  const { words } = frame.visit
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{say.timeline}</h2>
      <ol class="timeline">
        {view.dueOn && isOpen(view) && (
          <li class="next">
            <span class="when">{say.nextBy(view.dueOn.slice(5))}</span>
            <Icon name="unknown" />
            <div>
              <strong>{say.next}</strong>
            </div>
          </li>
        )}
        {[...view.timeline].reverse().map(({ kind, on, details }, at) => (
          <li key={at}>
            <time class="when" dateTime={on}>
              {on.slice(0, 4) === frame.register.today.slice(0, 4) ? on.slice(5) : on}
            </time>
            <Icon name={signs[kind] ?? 'check'} />
            <div>
              <strong>{say.events[kind]}</strong>
              {sentences(details).map((line) => (
                <p key={line} class="as-written">
                  {line}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )

  function sentences(details: ApplicantView['timeline'][number]['details']): string[] {
    const lines: string[] = []
    const text = (name: string) => (typeof details[name] === 'string' ? (details[name] as string) : '')
    if (text('what')) lines.push(text('what'))
    if (text('by')) lines.push(say.details.by(sayDay(text('by'), words)))
    if (text('text')) lines.push(text('text'))
    if (text('party')) lines.push(say.parties[text('party')] ?? '')
    if (text('until')) lines.push(say.details.until(sayDay(text('until'), words)))
    if (text('method')) lines.push(say.details.methods[text('method')] ?? '')
    if (typeof details.days === 'number') lines.push(say.details.days(details.days))
    if (typeof details.amount === 'number') lines.push(say.details.amount((details.amount / 100).toFixed(2)))
    return lines.filter(Boolean)
  }
}
