/** Choosing another case by its number or its title. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'

interface PickCaseProps {
  readonly control: { readonly id: string; readonly 'aria-invalid'?: boolean; readonly 'aria-describedby'?: string | undefined }
  readonly body: string
  readonly except?: string
  /** What those already chosen are called. */
  readonly known?: readonly { readonly id: string; readonly number: string; readonly title: string }[]
  readonly value: string
  readonly onChange: (id: string) => void
}

export function PickCase({ value, onChange, ...rest }: PickCaseProps) {
  return <Pick {...rest} value={value === '' ? undefined : value} onChange={(next) => onChange(String(next ?? ''))} />
}

/** Several of them. */
export function PickCases({
  values,
  onChange,
  ...rest
}: Omit<PickCaseProps, 'value' | 'onChange'> & {
  readonly values: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  return <Pick {...rest} several value={[...values]} onChange={(next) => onChange(Array.isArray(next) ? next : [])} />
}

function Pick({
  control,
  body,
  except,
  known = [],
  several,
  value,
  onChange,
}: Omit<PickCaseProps, 'value' | 'onChange'> & {
  readonly several?: boolean
  readonly value: string | string[] | undefined
  readonly onChange: (next: string | string[] | undefined) => void
}) {
  const words = useWords()
  const [written, setWritten] = useState('')
  const [named, setNamed] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(known.map(({ id, number, title }) => [id, `${number} ${title}`])),
  )
  const found = useQuery({
    queryKey: ['requests', 'pick', body, written],
    enabled: body !== '',
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/requests', { params: { query: { body, q: written || undefined, order: 'received', limit: 30 } } })),
  })
  const options = (found.data?.items ?? [])
    .filter(({ id }) => id !== except)
    .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))
  const chosen = value === undefined ? [] : Array.isArray(value) ? value : [value]
  const kept = chosen.filter((id) => !options.some((option) => option.value === id)).map((id) => ({ value: id, label: named[id] ?? id }))
  return (
    <Select
      {...control}
      {...(several && { mode: 'multiple' as const })}
      showSearch={{ filterOption: false, onSearch: setWritten }}
      style={{ width: '100%' }}
      getPopupContainer={(node) => node.closest('dialog') ?? document.body}
      value={value}
      allowClear
      options={[...kept, ...options]}
      placeholder={words.requests.filter.q}
      notFoundContent={words.field.nothingFound}
      onChange={(next: string | string[] | undefined) => {
        const all = [...kept, ...options]
        setNamed({ ...named, ...Object.fromEntries(all.map((option) => [option.value, option.label])) })
        setWritten('')
        onChange(next)
      }}
    />
  )
}
