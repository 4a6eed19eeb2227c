import { useQueryClient } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { BodyDetail, BodyNameKind } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { useSession } from '../../session.tsx'

/** A name from a day on. A new official name ends the one before it; the body is still found by both. */
export function RenameForm({ body, onDone }: { readonly body: BodyDetail; readonly onDone: () => void }) {
  const said = useWords().bodies
  const { today } = useSession()
  const client = useQueryClient()
  const form = useForm({ name: '', kind: 'official', since: today }, { name: said.name, kind: said.nameKind, since: said.nameSince })
  return (
    <Form
      form={form}
      verb={said.renameVerb}
      onSend={async ({ name, kind, since }) => {
        await answered(
          api.POST('/bodies/{slug}/names', {
            params: { path: { slug: body.slug } },
            body: { name: name.trim(), kind: kind as BodyNameKind, since },
          }),
        )
        await client.invalidateQueries({ queryKey: ['bodies'] })
        onDone()
      }}
    >
      <p className="quiet">{said.renameHint}</p>
      <TextField form={form} name="name" label={said.nameHead.name} maxLength={100} />
      <ChoiceField form={form} name="kind" label={said.nameKind} options={Object.entries(said.nameKinds)} />
      <TextField form={form} name="since" label={said.nameSince} type="date" />
    </Form>
  )
}
