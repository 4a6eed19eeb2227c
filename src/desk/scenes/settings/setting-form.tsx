import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { answered, api } from '../../api.ts'
import type { Setting, SettingValue } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, fieldId, TextField, useForm } from '../../parts/form.tsx'
import { Problem } from '../../problem.ts'
import { boundsWords } from './settings.tsx'

const written = (value: SettingValue): string => (value === null ? '' : Array.isArray(value) ? value.join(',') : String(value))

/** Changes one setting; the control is that of its type. */
export function SettingForm({ setting, onDone }: { readonly setting: Setting; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.administration.settings
  const client = useQueryClient()
  const form = useForm({ value: written(setting.value) })

  const read = (text: string): SettingValue => {
    switch (setting.type) {
      case 'boolean':
        return text === 'true'
      case 'choices':
        return text === '' ? [] : text.split(',')
      case 'text':
      case 'choice':
        return text
      case 'integer':
        if (!/^-?\d+$/.test(text.trim()))
          throw new Problem(400, 'invalid-input', said.notNumber, [{ where: 'value', what: said.notNumber }])
        return Number(text)
    }
  }
  return (
    <Form
      form={form}
      verb={said.save}
      secondary={<Button onClick={() => form.set('value', written(setting.default))}>{said.toDefault}</Button>}
      onSend={async ({ value }) => {
        await answered(api.PUT('/settings/{key}', { params: { path: { key: setting.key } }, body: { value: read(value) } }))
        await client.invalidateQueries({ queryKey: ['settings'] })
        onDone()
      }}
    >
      <p className="quiet">{setting.note}</p>
      {setting.type === 'boolean' ? (
        <ChoiceField
          form={form}
          name="value"
          label={setting.label}
          options={[
            ['true', words.yes],
            ['false', words.no],
          ]}
        />
      ) : setting.type === 'choice' ? (
        <ChoiceField form={form} name="value" label={setting.label} options={setting.choices.map(({ value, label }) => [value, label])} />
      ) : setting.type === 'choices' ? (
        <Choices setting={setting} id={form.id} value={form.values.value} onChange={(value) => form.set('value', value)} />
      ) : (
        <TextField
          form={form}
          name="value"
          label={setting.unit ? setting.label + words.aside(setting.unit) : setting.label}
          hint={boundsWords(setting, words) || undefined}
          inputMode={setting.type === 'integer' ? 'numeric' : undefined}
          lines={setting.type === 'text' && (setting.max ?? 0) > 200 ? 3 : undefined}
        />
      )}
    </Form>
  )
}

interface ChoicesProps {
  readonly setting: Setting
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Choices({ setting, id, value, onChange }: ChoicesProps) {
  const chosen = value === '' ? [] : value.split(',')
  return (
    <fieldset className="field">
      <legend>{setting.label}</legend>
      {setting.choices.map((choice) => (
        <div key={choice.value} className="tick">
          <input
            id={fieldId(id, choice.value)}
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={({ target }) =>
              onChange((target.checked ? [...chosen, choice.value] : chosen.filter((one) => one !== choice.value)).join(','))
            }
          />
          <label htmlFor={fieldId(id, choice.value)}>{choice.label}</label>
        </div>
      ))}
    </fieldset>
  )
}
