/** Records a step that was signed on paper (线下签批): who signed, when, and the scan. */
import { useQueryClient } from '@tanstack/react-query'
import { sendFile } from '../../api.ts'
import type { SignOffDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, FileField, Form, TextField, useForm } from '../../parts/form.tsx'
import { PersonField } from '../../parts/pickers.tsx'
import { useSession } from '../../session.tsx'
import { roleWords } from '../../shell/roles.ts'

export function PaperForm({ one, onDone }: { readonly one: SignOffDetail; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.signOffs
  const { today } = useSession()
  const client = useQueryClient()
  const form = useForm(
    { signer: '', step: String(one.current ?? 0), signedOn: today, decision: 'approved', opinion: '', file: null as File | null },
    { signer: said.signer, signedOn: said.signedOn, file: said.scanFile },
  )
  return (
    <Form
      form={form}
      verb={said.record}
      busyVerb={said.recording}
      onSend={async ({ signer, step, signedOn, decision, opinion, file }) => {
        if (!file) return
        const fields = { signer, step, signedOn, decision, ...(opinion.trim() && { opinion: opinion.trim() }) }
        client.setQueryData(['sign-offs', one.id], await sendFile<SignOffDetail>(`/sign-offs/${one.id}/paper`, file, fields))
        await client.invalidateQueries({ queryKey: ['tasks'] })
        onDone()
      }}
    >
      <ChoiceField
        form={form}
        name="step"
        label={said.whichStep}
        options={one.steps.map((step, place) => [String(place), `${place + 1} ${roleWords(step, words)}`] as const)}
      />
      <PersonField form={form} name="signer" label={said.signer} />
      <TextField form={form} name="signedOn" label={said.signedOn} type="date" max={today} />
      <ChoiceField form={form} name="decision" label={said.decision} options={Object.entries(said.decisions)} />
      <TextField form={form} name="opinion" label={said.opinion} optional lines={2} maxLength={2000} />
      <FileField form={form} name="file" label={said.scanFile} hint={said.scanHint} accept=".pdf,.png,.jpg,.jpeg" />
    </Form>
  )
}
