/** Choosing a body or a person by writing part of the name. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ComponentType, useState } from 'react'
import { answered, api } from '../api.ts'
import { useWords } from '../language.tsx'
import { Field, type FormState } from './form.tsx'

interface PickerProps<V extends object> {
  readonly form: FormState<V>
  readonly name: { [K in keyof V]-?: V[K] extends string ? K : never }[keyof V] & string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  /** What the present value is called, until the list has been read. */
  readonly called?: string
}

interface PickProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly called?: string
  readonly clearable?: boolean
  readonly control: { readonly id: string; readonly 'aria-invalid'?: boolean; readonly 'aria-describedby'?: string }
}

export const BodyField = <V extends object>(props: PickerProps<V>) => <PickerField {...props} picker={PickBody} />

export const PersonField = <V extends object>(props: PickerProps<V>) => <PickerField {...props} picker={PickPerson} />

function PickerField<V extends object>({ picker: Picker, ...props }: PickerProps<V> & { readonly picker: ComponentType<PickProps> }) {
  const { form, name, label, hint, optional, called } = props
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional}>
      {(control) => (
        <Picker
          control={control}
          value={form.values[name] as string}
          onChange={(value) => form.set(name, value as V[typeof name])}
          called={called}
          clearable={optional}
        />
      )}
    </Field>
  )
}

/** Value: the body's slug; empty for none. */
export function PickBody({ control, value, onChange, called, clearable }: PickProps) {
  const words = useWords()
  const [written, setWritten] = useState('')
  const found = useQuery({
    queryKey: ['pick-body', written],
    queryFn: () => answered(api.GET('/bodies', { params: { query: { q: written || undefined, limit: 100 } } })),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? []).map((body) => ({ value: body.slug, label: body.name }))
  return (
    <Pick
      control={control}
      value={value}
      onChange={onChange}
      clearable={clearable}
      called={called}
      options={options}
      placeholder={words.field.pickBody}
      onWrite={setWritten}
    />
  )
}

/** Value: the person's id; empty for none. */
export function PickPerson({ control, value, onChange, called, clearable }: PickProps) {
  const words = useWords()
  const [written, setWritten] = useState('')
  const found = useQuery({
    queryKey: ['pick-person', written],
    queryFn: () => answered(api.GET('/people', { params: { query: { q: written || undefined, limit: 50 } } })),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.id,
    label: [person.name, person.posts[0]?.body.name].filter(Boolean).join(words.and),
  }))
  return (
    <Pick
      control={control}
      value={value}
      onChange={onChange}
      clearable={clearable}
      called={called}
      options={options}
      placeholder={words.field.pickPerson}
      onWrite={setWritten}
    />
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

function Pick({
  control,
  value,
  onChange,
  called,
  clearable,
  options,
  placeholder,
  onWrite,
}: PickProps & { readonly options: Option[]; readonly placeholder: string; readonly onWrite: (text: string) => void }) {
  const words = useWords()
  // The value keeps its name while the list is of something else.
  const [named, setNamed] = useState<Option | null>(called === undefined ? null : { value, label: called })
  const known = options.some((option) => option.value === value)
  const shown = !known && named !== null && named.value === value ? [named, ...options] : options
  return (
    <Select
      {...control}
      showSearch={{ filterOption: false, onSearch: onWrite }}
      style={{ width: '100%' }}
      // What lies outside an open dialog cannot be reached.
      getPopupContainer={(node) => node.closest('dialog') ?? document.body}
      value={value === '' ? undefined : value}
      allowClear={clearable}
      options={shown}
      placeholder={placeholder}
      notFoundContent={words.field.nothingFound}
      onChange={(next: string | undefined) => {
        setNamed(shown.find((option) => option.value === next) ?? null)
        onWrite('')
        onChange(next ?? '')
      }}
    />
  )
}
