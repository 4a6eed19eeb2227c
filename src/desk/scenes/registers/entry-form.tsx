/** An entry written or changed, in a dialog made of the register's definition. */
import { useQueryClient } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { Register, RegisterEntryDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { EntryField, given, neededOf, sent, type Written } from './fields.tsx'

interface EntryDialogProps {
  readonly register: Register
  readonly body: string
  /** The entry to change; without it a new one. */
  readonly entry?: RegisterEntryDetail
  readonly title: string
  readonly onClose: () => void
}

export function EntryDialog({ register, body, entry, title, onClose }: EntryDialogProps) {
  const words = useWords()
  const said = words.registers
  const client = useQueryClient()
  const form = useForm<Written>({ ...given(register, entry?.values ?? {}), ':unit': entry?.unit ?? '', ':reason': '' }, neededOf(register))
  const save = async (written: Written) => {
    const told = { values: sent(register, written), unit: written[':unit'] ?? '' }
    await (entry
      ? answered(
          api.PUT('/register-entries/{id}', {
            params: { path: { id: entry.id } },
            body: { ...told, edition: entry.edition, reason: written[':reason'] ?? '' },
          }),
        )
      : answered(api.POST('/registers/{register}/entries', { params: { path: { register: register.id } }, body: { ...told, body } })))
    await Promise.all(['registers', 'register-entries', 'reports'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    onClose()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <Form form={form} verb={said.save} onSend={save}>
        {register.fields.map((field) => (
          <EntryField key={field.key} form={form} field={field} />
        ))}
        <TextField form={form} name=":unit" label={said.unit} hint={said.unitHint} maxLength={100} optional />
        {entry && <TextField form={form} name=":reason" label={said.why} maxLength={500} optional />}
      </Form>
    </Dialog>
  )
}
