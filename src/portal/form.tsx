/** Fields of the portal's forms: label above, hint, error, control; a summary of what is wrong on top (look.md). */
import type { ComponentChildren, JSX } from 'preact'
import type { PortalApplyWords } from '#words'
import { Icon } from './icons.tsx'

export type Errors = Readonly<Record<string, string>>

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly errors: Errors
  readonly lines?: number
  readonly type?: 'text' | 'tel' | 'email'
  readonly autocomplete?: string
  readonly optional?: string
}

/** One text, on one line or several. */
export function TextField({ name, label, hint, value, errors, lines, type = 'text', autocomplete, optional }: FieldProps): JSX.Element {
  const error = errors[name]
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  const common = {
    id: name,
    name,
    'aria-describedby': described,
    'aria-invalid': error ? ('true' as const) : undefined,
    autocomplete: autocomplete ?? 'off',
  }
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>
        {label}
        {optional && <span class="quiet">{optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      {lines ? (
        <textarea {...common} rows={lines}>
          {value}
        </textarea>
      ) : (
        <input {...common} type={type as 'text'} value={value} />
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly errors: Errors
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string | undefined }[]
}

/** One of several, as radio buttons under a legend. */
export function ChoiceField({ name, label, value, errors, options }: ChoiceProps): JSX.Element {
  const error = errors[name]
  return (
    <fieldset class={error ? 'field wrong' : 'field'} id={name}>
      <legend>{label}</legend>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      {options.map((option) => (
        <div class="choice" key={option.value}>
          <input
            type="radio"
            id={`${name}-${option.value}`}
            name={name}
            value={option.value}
            checked={value === option.value}
            aria-describedby={option.hint ? `${name}-${option.value}-hint` : undefined}
          />
          <label for={`${name}-${option.value}`}>{option.label}</label>
          {option.hint && (
            <span class="hint" id={`${name}-${option.value}-hint`}>
              {option.hint}
            </span>
          )}
        </div>
      ))}
    </fieldset>
  )
}

export function FileField({ name, label, hint, errors }: Pick<FieldProps, 'name' | 'label' | 'hint' | 'errors'>): JSX.Element {
  const error = errors[name]
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <input
        type="file"
        id={name}
        name={name}
        accept=".jpg,.jpeg,.png,.pdf"
        multiple
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
    </div>
  )
}

const FieldError = ({ id, children }: { readonly id: string; readonly children: ComponentChildren }) => (
  <p class="field-error" id={id}>
    <Icon name="bad" /> {children}
  </p>
)

/** What is wrong, with a link to each field; takes the focus when the page opens. */
export function ErrorSummary({ errors, words }: { readonly errors: Errors; readonly words: PortalApplyWords }): JSX.Element | null {
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return (
    <section class="error-summary" role="alert" tabIndex={-1} aria-labelledby="errors">
      <h2 id="errors">
        <Icon name="bad" /> {words.errors.title(list.length)}
      </h2>
      <ul>
        {list.map(([name, error]) => (
          <li key={name}>
            <a href={`#${name}`}>{error}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How far one is, as words and as a line of steps. */
export function Steps({ at, words }: { readonly at: number; readonly words: PortalApplyWords }): JSX.Element {
  return (
    <>
      <p class="step-of">{words.stepOf(at, words.steps.length)}</p>
      <ol class="steps">
        {words.steps.map((step, index) => (
          <li
            key={step}
            class={index + 1 < at ? 'done' : index + 1 === at ? 'now' : undefined}
            aria-current={index + 1 === at ? 'step' : undefined}
          >
            {index + 1 < at && <Icon name="check" />} {index + 1} {step}
          </li>
        ))}
      </ol>
    </>
  )
}
