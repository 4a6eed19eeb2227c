/** What the applicant may do with a case: what is waited for from them first, then the rest, each behind its name. */
import type { ComponentChildren, JSX } from 'preact'
import type { ApplicantView, VisitDetail } from '#casework'
import { portalTrackWords } from '#words'
import { sayDay } from '../days.ts'
import { ChoiceField, type Errors, FileField, TextField, TickField } from '../form.tsx'
import { Icon } from '../icons.tsx'
import type { Frame } from '../shell.tsx'

export interface ActProps {
  readonly frame: Frame
  readonly view: ApplicantView
  readonly detail: VisitDetail
  readonly csrf: string
  readonly errors: Errors
  readonly typed: Readonly<Record<string, string>>
}

/** What is waited for from the applicant: a correction, reasons, a payment made elsewhere. */
export function Asked({ frame, view, detail, csrf, errors, typed }: ActProps): JSX.Element | null {
  const say = portalTrackWords[frame.visit.language]
  const { asked } = view
  if (asked === null) return null
  const by = asked.by && sayDay(asked.by, frame.visit.words)
  if (asked.what === 'payment')
    return (
      <section class="notice-box" aria-labelledby="asked">
        <h2 id="asked">
          <Icon name="warn" /> {say.payTitle((asked.amount / 100).toFixed(2), by)}
        </h2>
        {detail.payment && (
          <p class="as-written">
            <strong>{say.payHow}</strong>
            <span lang={frame.visit.language === 'en' ? 'zh-CN' : undefined}>{detail.payment}</span>
          </p>
        )}
        <p>{say.payText}</p>
      </section>
    )
  const isCorrection = asked.what === 'correction'
  return (
    <section class="notice-box" aria-labelledby="asked">
      <h2 id="asked">
        <Icon name="warn" /> {isCorrection ? say.correctTitle(by) : say.reasonsTitle(by)}
      </h2>
      {asked.text !== '' && (
        <p class="as-written" lang={frame.visit.language === 'en' ? 'zh-CN' : undefined}>
          {asked.text}
        </p>
      )}
      <p>{isCorrection ? say.correctText : say.reasonsText}</p>
      {!isCorrection && detail.explainedOn && (
        <p>
          <strong>{say.explained(sayDay(detail.explainedOn, frame.visit.words))}</strong>
        </p>
      )}
      <form method="post" action={`/track/case/${isCorrection ? 'correct' : 'say'}`} enctype="multipart/form-data" class="portal-form">
        <input type="hidden" name="csrf" value={csrf} />
        <TextField
          name="text"
          label={isCorrection ? say.correction : say.reasons}
          hint={isCorrection ? say.correctionHint : undefined}
          value={typed.text ?? ''}
          errors={errors}
          lines={5}
        />
        <FileField name="file" label={say.attach} hint={say.attachHint} errors={errors} />
        <p class="form-end">
          <button class="button primary" type="submit">
            {isCorrection ? say.correct : say.giveReasons}
          </button>
        </p>
      </form>
    </section>
  )
}

/** What else may be done: rate, suggest publishing, write, withdraw. */
export function More({ frame, view, csrf, errors, typed }: ActProps): JSX.Element | null {
  const say = portalTrackWords[frame.visit.language]
  const may = (verb: (typeof view.may)[number]) => view.may.includes(verb)
  const fold = (name: string, path: string, title: string, children: ComponentChildren, isOpen: boolean) => (
    <details class="form-part" key={name} open={isOpen}>
      <summary>{title}</summary>
      <form method="post" action={`/track/case/${path}`} enctype="multipart/form-data" class="portal-form">
        <input type="hidden" name="csrf" value={csrf} />
        {children}
      </form>
    </details>
  )
  const button = (label: string, isDangerous = false) => (
    <p>
      <button class={isDangerous ? 'button danger' : 'button'} type="submit">
        {label}
      </button>
    </p>
  )
  const parts = [
    may('rate') &&
      fold(
        'rate',
        'rate',
        say.rate,
        <>
          <p class="hint">{say.rateHint}</p>
          <ChoiceField
            name="score"
            label={say.score}
            value={typed.score ?? ''}
            errors={errors}
            isShort
            options={[5, 4, 3, 2, 1].map((score) => ({ value: String(score), label: say.scores[score - 1]! }))}
          />
          <TextField name="rateText" label={say.rateText} value={typed.rateText ?? ''} errors={errors} lines={2} />
          {button(say.rateSend)}
        </>,
        true,
      ),
    may('offer-publication') &&
      fold(
        'publish',
        'publish',
        say.publish,
        <>
          <p>{say.publishText}</p>
          {button(say.publishSend)}
        </>,
        false,
      ),
    may('note') &&
      view.asked?.what !== 'reasons' &&
      fold(
        'say',
        'say',
        say.say,
        <>
          <TextField name="note" label={say.sayText} hint={say.sayHint} value={typed.note ?? ''} errors={errors} lines={3} />
          <FileField name="noteFile" label={say.attach} hint={say.attachHint} errors={errors} />
          {button(say.saySend)}
        </>,
        errors.note !== undefined || errors.noteFile !== undefined,
      ),
    may('withdraw') &&
      fold(
        'withdraw',
        'withdraw',
        say.withdraw,
        <>
          <p>{say.withdrawText}</p>
          <TickField name="sure" label={say.withdrawSure} errors={errors} isTicked={false} />
          {button(say.withdraw, true)}
        </>,
        errors.sure !== undefined,
      ),
  ].filter(Boolean)
  return (
    <>
      {view.rating && <p class="rated">{say.rated(say.scores[view.rating.score - 1]!)}</p>}
      {parts.length > 0 && (
        <section class="more" aria-labelledby="more">
          <h2 id="more">{say.more}</h2>
          {parts}
        </section>
      )}
    </>
  )
}
