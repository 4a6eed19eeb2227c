/** Forms: label, hint, error, control, in that order; a summary on top takes the focus and links to each field that is wrong. */
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../language.tsx'
import { Problem } from '../problem.ts'
import { Icon } from './icon.tsx'
import { problemSentence } from './problem-box.tsx'

export interface FormState<V extends object> {
  readonly id: string
  readonly values: V
  readonly errors: Readonly<Record<string, string>>
  readonly problem: Problem | null
  readonly busy: boolean
  set<K extends keyof V & string>(name: K, value: V[K]): void
  replace(values: V): void
  /** Runs `send` unless a needed field is empty; what the server refuses lands at its field. Tells whether it was done. */
  send(send: (values: V) => Promise<unknown>): Promise<boolean>
}

/** A form's state. `needed` names the fields that may not be empty, with their labels. */
export function useForm<V extends object>(initial: V, needed: Partial<Record<keyof V & string, string>> = {}): FormState<V> {
  const words = useWords()
  const id = useId()
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  const set = useCallback(<K extends keyof V & string>(name: K, value: V[K]) => {
    setValues((old) => ({ ...old, [name]: value }))
    setErrors((old) => (name in old ? Object.fromEntries(Object.entries(old).filter(([field]) => field !== name)) : old))
  }, [])

  async function send(work: (values: V) => Promise<unknown>): Promise<boolean> {
    if (busy) return false
    const empty = Object.entries(needed).filter(([name]) => isEmpty(values[name as keyof V]))
    const missing = Object.fromEntries(empty.map(([name, label]) => [name, words.field.required + words.field.requiredHint(String(label))]))
    setProblem(null)
    setErrors(missing)
    if (empty.length > 0) return false
    setBusy(true)
    try {
      await work(values)
      return true
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
      setErrors(
        Object.fromEntries(failure.fields.map(({ where, what }) => [where.replace(/^\/?(?:body[./])?/, '').replaceAll('/', '.'), what])),
      )
      return false
    } finally {
      setBusy(false)
    }
  }

  return { id, values, errors, problem, busy, set, replace: setValues, send }
}

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)

interface FormProps<V extends object> {
  readonly form: FormState<V>
  readonly onSend: (values: V) => Promise<unknown>
  /** The verb on the button, and what it says while it runs. */
  readonly verb: string
  readonly busyVerb?: string
  readonly danger?: boolean
  readonly secondary?: ReactNode
  readonly children: ReactNode
  readonly label?: string
}

export function Form<V extends object>({ form, onSend, verb, busyVerb, danger, secondary, children, label }: FormProps<V>) {
  const words = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void form.send(onSend)
  }
  return (
    <form noValidate onSubmit={submit} aria-label={label}>
      <Summary form={form} />
      <div className="fields">{children}</div>
      <div className="acts" style={{ marginTop: 20 }}>
        <Button htmlType="submit" type={danger ? 'default' : 'primary'} danger={danger} aria-disabled={form.busy}>
          {form.busy ? (busyVerb ?? words.saving) : verb}
        </Button>
        {secondary}
      </div>
    </form>
  )
}

/** What is wrong, told once on top. It takes the focus when it appears, so that it is heard first. */
function Summary<V extends object>({ form }: { readonly form: FormState<V> }) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const wrong = Object.entries(form.errors)
  const shown = form.problem !== null || wrong.length > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div className="error-box" ref={box} tabIndex={-1} role="alert" style={{ marginBottom: 16 }}>
      <b>
        <Icon name="bad" /> {wrong.length > 0 ? words.problem.fields(wrong.length) : words.problem.title}
      </b>
      {form.problem && wrong.length === 0 && <p>{problemSentence(form.problem, words)}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(([name, what]) => (
            <li key={name}>
              <a
                href={`#${fieldId(form.id, name)}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId(form.id, name))?.focus()
                }}
              >
                {what}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export const fieldId = (form: string, name: string) => `${form}${name}`

interface FieldProps<V extends object> {
  readonly form: FormState<V>
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly optional?: boolean
  readonly children: (control: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode
}

/** One labelled control. */
export function Field<V extends object>({ form, name, label, hint, optional, children }: FieldProps<V>) {
  const words = useWords()
  const id = fieldId(form.id, name)
  const error = form.errors[name]
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">{words.field.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="wrong" id={`${id}-error`}>
          <Icon name="bad" /> {error}
        </p>
      )}
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': described || undefined })}
    </div>
  )
}

type TextOf<V> = { [K in keyof V]-?: V[K] extends string ? K : never }[keyof V] & string

interface TextFieldProps<V extends object> {
  readonly form: FormState<V>
  readonly name: TextOf<V>
  readonly label: string
  readonly hint?: ReactNode
  readonly optional?: boolean
  readonly type?: 'text' | 'password' | 'date' | 'month' | 'email' | 'tel' | 'number'
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'tel' | 'email'
  readonly lines?: number
  readonly maxLength?: number
  readonly autoFocus?: boolean
  readonly min?: string
  readonly max?: string
}

export function TextField<V extends object>({
  form,
  name,
  label,
  hint,
  optional,
  type = 'text',
  lines,
  autoFocus,
  ...rest
}: TextFieldProps<V>) {
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (autoFocus) first.current?.focus()
  }, [autoFocus])
  const value = form.values[name] as string
  const change = (next: string) => form.set(name, next as V[typeof name])
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional}>
      {(control) =>
        lines ? (
          <textarea
            className="control"
            rows={lines}
            value={value}
            onChange={(event) => change(event.target.value)}
            {...control}
            {...rest}
          />
        ) : (
          <input
            ref={first}
            className="control"
            type={type}
            value={value}
            onChange={(event) => change(event.target.value)}
            {...control}
            {...rest}
          />
        )
      }
    </Field>
  )
}

interface ChoiceFieldProps<V extends object> {
  readonly form: FormState<V>
  readonly name: TextOf<V>
  readonly label: string
  readonly hint?: ReactNode
  readonly optional?: boolean
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** One of a few, as the platform's own list: it works on a phone and by keyboard everywhere. */
export function ChoiceField<V extends object>({ form, name, label, hint, optional, options }: ChoiceFieldProps<V>) {
  const words = useWords()
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional}>
      {(control) => (
        <select
          className="control"
          value={form.values[name] as string}
          onChange={(event) => form.set(name, event.target.value as V[typeof name])}
          {...control}
        >
          {!options.some(([value]) => value === form.values[name]) && <option value="">{words.field.choose}</option>}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type FlagOf<V> = { [K in keyof V]-?: V[K] extends boolean ? K : never }[keyof V] & string

export function TickField<V extends object>({
  form,
  name,
  label,
  hint,
}: {
  readonly form: FormState<V>
  readonly name: FlagOf<V>
  readonly label: string
  readonly hint?: ReactNode
}) {
  const id = fieldId(form.id, name)
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        checked={form.values[name] as boolean}
        onChange={(event) => form.set(name, event.target.checked as V[typeof name])}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <span>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="quiet small" id={`${id}-hint`} style={{ display: 'block' }}>
            {hint}
          </span>
        )}
      </span>
    </div>
  )
}

/** A file to send, by the platform's own chooser. */
export function FileField<V extends object>({
  form,
  name,
  label,
  hint,
  accept,
}: {
  readonly form: FormState<V>
  readonly name: { [K in keyof V]-?: V[K] extends File | null ? K : never }[keyof V] & string
  readonly label: string
  readonly hint?: ReactNode
  readonly accept: string
}) {
  return (
    <Field form={form} name={name} label={label} hint={hint}>
      {(control) => (
        <input
          className="control"
          type="file"
          accept={accept}
          onChange={(event) => form.set(name, (event.target.files?.[0] ?? null) as V[typeof name])}
          {...control}
        />
      )}
    </Field>
  )
}
