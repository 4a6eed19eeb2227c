/** Fields of the portal's forms: label above, hint, error, control; a summary of what is wrong on top (look.md). */
import type { ComponentChildren, JSX } from 'preact'
import type { PortalApplyWords } from '#words'
import { Icon } from './icons.tsx'

/** What is wrong, by the id of the control it is about. */
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
  /** Characters a number or code is about as long as: the control is no wider. */
  readonly width?: number
}

/** One text, on one line or several. */
export function TextField({
  name,
  label,
  hint,
  value,
  errors,
  lines,
  type = 'text',
  autocomplete,
  optional,
  width,
}: FieldProps): JSX.Element {
  const error = errors[name]
  const common = { id: name, name, ...described(name, hint, error), autocomplete: autocomplete ?? 'off' }
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>
        {label}
        {optional && <span class="optional">{optional}</span>}
      </label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name}>{error}</FieldError>
      {lines ? (
        <textarea {...common} rows={lines}>
          {value}
        </textarea>
      ) : (
        <input {...common} type={type as 'text'} value={value} size={width} class={width ? 'sized' : undefined} />
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
  /** Short words stand side by side where there is room. */
  readonly isShort?: boolean
}

/** One of several, as radio buttons under a legend. The first has the name as its id, so that the summary leads to it. */
export function ChoiceField({ name, label, value, errors, options, isShort = false }: ChoiceProps): JSX.Element {
  const error = errors[name]
  return (
    <fieldset class={`field${error ? ' wrong' : ''}`} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{label}</legend>
      <FieldError name={name}>{error}</FieldError>
      <div class={isShort ? 'choices short' : 'choices'}>
        {options.map((option, at) => {
          const id = at === 0 ? name : `${name}-${option.value}`
          return (
            <div class="choice" key={option.value}>
              <input
                type="radio"
                id={id}
                name={name}
                value={option.value}
                checked={value === option.value}
                aria-describedby={option.hint ? `${name}-${option.value}-hint` : undefined}
              />
              <label for={id}>{option.label}</label>
              {option.hint && (
                <span class="hint" id={`${name}-${option.value}-hint`}>
                  {option.hint}
                </span>
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

interface TickProps extends Pick<FieldProps, 'name' | 'label' | 'hint' | 'errors'> {
  readonly isTicked: boolean
}

/** A box to tick. */
export function TickField({ name, label, hint, errors, isTicked }: TickProps): JSX.Element {
  const error = errors[name]
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <FieldError name={name}>{error}</FieldError>
      <div class="choice">
        <input type="checkbox" id={name} name={name} value="yes" checked={isTicked} {...described(name, hint, error)} />
        <label for={name}>{label}</label>
        <Hint name={name}>{hint}</Hint>
      </div>
    </div>
  )
}

/** Papers and pictures of them. */
export function FileField({ name, label, hint, errors }: Pick<FieldProps, 'name' | 'label' | 'hint' | 'errors'>): JSX.Element {
  const error = errors[name]
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name}>{error}</FieldError>
      <input type="file" id={name} name={name} accept=".jpg,.jpeg,.png,.pdf" multiple {...described(name, hint, error)} />
    </div>
  )
}

const described = (name: string, hint: string | undefined, error: string | undefined) => ({
  'aria-describedby': [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
})

const Hint = ({ name, children }: { readonly name: string; readonly children: string | undefined }): JSX.Element | null =>
  children ? (
    <p class="hint" id={`${name}-hint`}>
      {children}
    </p>
  ) : null

const FieldError = ({ name, children }: { readonly name: string; readonly children: string | undefined }): JSX.Element | null =>
  children ? (
    <p class="field-error" id={`${name}-error`}>
      <Icon name="bad" /> {children}
    </p>
  ) : null

/** Presses “next” where Enter is pressed in a field, whatever buttons stand before it. Neither seen nor reached. */
export const EnterButton = ({ value }: { readonly value: string }): JSX.Element => (
  <button type="submit" name="do" value={value} class="sr-only" tabIndex={-1} aria-hidden="true" />
)

/** What is wrong, with a link to each field; takes the focus as the page opens, by the page's own `autofocus`. */
export function ErrorSummary({ errors, words }: { readonly errors: Errors; readonly words: PortalApplyWords }): JSX.Element | null {
  const list = Object.entries(errors)
  if (list.length === 0) return null
  return (
    <section class="error-summary" tabIndex={-1} autofocus aria-labelledby="errors">
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
      <ol class={`steps at-${at}`}>
        {words.steps.map((step, index) => (
          <li
            key={step}
            class={index + 1 < at ? 'done' : index + 1 === at ? 'now' : undefined}
            aria-current={index + 1 === at ? 'step' : undefined}
          >
            <span>
              {index + 1 < at && <Icon name="tick" />} {index + 1} {step}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** A section of a form under a heading of its own. */
export function Part({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly children: ComponentChildren
}): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{title}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}
