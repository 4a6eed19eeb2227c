/** A case that holds several matters is parted: each becomes a case with a number and a code of its own. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { CaseDetail, RegisteredForm } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Codes } from '../requests/registered.tsx'

export function SplitDialog({
  one,
  isOpen,
  onClose,
}: {
  readonly one: CaseDetail
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const said = useWords().case.split
  return (
    <Dialog title={said.title} isOpen={isOpen} onClose={onClose} wide>
      <SplitForm one={one} onDone={onClose} />
    </Dialog>
  )
}

function SplitForm({ one, onDone }: { readonly one: CaseDetail; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.case.split
  const client = useQueryClient()
  const [parts, setParts] = useState<readonly number[]>([0, 1])
  const [done, setDone] = useState<{ readonly form: RegisteredForm; readonly titles: readonly string[] } | null>(null)
  const form = useForm<Record<string, string>>(
    { 'parts.0.title': one.title, 'parts.0.wanted': one.wanted, 'parts.1.title': '', 'parts.1.wanted': '' },
    Object.fromEntries(
      parts.flatMap((part) => [
        [`parts.${part}.title`, words.requests.new.requestTitle],
        [`parts.${part}.wanted`, words.requests.new.wanted],
      ]),
    ),
  )
  if (done)
    return (
      <div className="stack">
        <p className="note-box ok">{said.done}</p>
        <Codes form={done.form} titles={done.titles} />
        <div className="acts">
          <Button onClick={() => window.print()}>{words.print}</Button>
          <Button type="primary" onClick={onDone}>
            {words.close}
          </Button>
        </div>
      </div>
    )
  return (
    <Form
      form={form}
      verb={said.send}
      busyVerb={said.sending}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async (values) => {
        const given = parts.map((part) => ({
          title: values[`parts.${part}.title`]!.trim(),
          wanted: values[`parts.${part}.wanted`]!.trim(),
        }))
        const made = await answered(api.POST('/requests/{id}/split', { params: { path: { id: one.id } }, body: { parts: given } }))
        // The first part keeps its number and its code; the answer tells of the new ones.
        setDone({ form: made, titles: given.slice(given.length - made.cases.length).map(({ title }) => title) })
        await Promise.all([client.invalidateQueries({ queryKey: ['requests'] }), client.invalidateQueries({ queryKey: ['tasks'] })])
      }}
    >
      <p className="quiet">{said.hint}</p>
      {parts.map((part, place) => (
        <fieldset key={part} className="field">
          <legend>{words.requests.new.part(place + 1)}</legend>
          <div className="fields">
            <TextField form={form} name={`parts.${part}.title`} label={words.requests.new.requestTitle} maxLength={300} />
            <TextField form={form} name={`parts.${part}.wanted`} label={words.requests.new.wanted} lines={3} maxLength={4000} />
          </div>
        </fieldset>
      ))}
      <Button
        onClick={() => {
          const next = Math.max(...parts) + 1
          form.replace({ ...form.values, [`parts.${next}.title`]: '', [`parts.${next}.wanted`]: '' })
          setParts([...parts, next])
        }}
      >
        <Icon name="plus" /> {words.requests.new.addPart}
      </Button>
    </Form>
  )
}
