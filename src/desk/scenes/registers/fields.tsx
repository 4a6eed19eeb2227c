/** A register's fields as its definition has them: what a form asks, and how a value is read. */
import type { DeskWords } from '#words'
import type { Register, RegisterEntry, RegisterField } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, type FormState, TextField } from '../../parts/form.tsx'

export type Values = RegisterEntry['values']
/** What a form holds: texts by field; `unit` and `reason` beside them, under names no field has. */
export type Written = Readonly<Record<string, string>>

/** As people write it: money in 元. */
export function given({ fields }: Register, values: Values): Written {
  return Object.fromEntries(
    fields.map(({ key, kind }) => {
      const value = values[key]
      if (value === undefined) return [key, '']
      if (kind === 'money') return [key, (Number(value) / 100).toFixed(2)]
      if (kind === 'yes') return [key, value ? 'yes' : 'no']
      return [key, String(value)]
    }),
  )
}

/** As people read it. */
export function shown(field: RegisterField | undefined, value: Values[string] | undefined, words: DeskWords): string {
  if (value === undefined || !field) return ''
  switch (field.kind) {
    case 'money':
      return (Number(value) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
    case 'count':
      return Number(value).toLocaleString('en-US')
    case 'choice':
      return field.options.find(({ id }) => id === value)?.label ?? String(value)
    case 'yes':
      return value ? words.registers.yes : words.registers.no
    default:
      return String(value)
  }
}

/** What is sent: empty fields are left out. */
export const sent = ({ fields }: Register, written: Written): Record<string, string> =>
  Object.fromEntries(fields.flatMap(({ key }) => (written[key] ? [[key, written[key]]] : [])))

export const neededOf = ({ fields }: Register): Record<string, string> =>
  Object.fromEntries(fields.filter(({ required }) => required).map(({ key, label }) => [key, label]))

export function EntryField({ form, field }: { readonly form: FormState<Written>; readonly field: RegisterField }) {
  const said = useWords().registers
  const about = { form, name: field.key, label: field.label, hint: field.hint || undefined, optional: !field.required }
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...about} options={choices(field).map(({ id, label }) => [id, label])} />
    case 'yes':
      return (
        <ChoiceField
          {...about}
          options={[
            ['yes', said.yes],
            ['no', said.no],
          ]}
        />
      )
    case 'day':
      return <TextField {...about} type="date" />
    case 'month':
      return <TextField {...about} type="month" hint={about.hint ?? said.monthHint} />
    case 'lines':
      return <TextField {...about} lines={4} maxLength={4000} />
    case 'money':
      return <TextField {...about} hint={about.hint ?? said.moneyHint} />
    case 'count':
      return <TextField {...about} inputMode="numeric" />
    default:
      return <TextField {...about} maxLength={500} />
  }
}

const choices = ({ required, options }: RegisterField) => (required ? options : [{ id: '', label: '—' }, ...options])
