import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { BodyDetail, BodyEnd } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, fieldId, TextField, useForm } from '../../parts/form.tsx'
import { PickBody } from '../../parts/pickers.tsx'
import { useSession } from '../../session.tsx'

/** Ends a body, and says who answers and reports for it from then on. */
export function EndForm({ body, onDone }: { readonly body: BodyDetail; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.bodies
  const { today } = useSession()
  const client = useQueryClient()
  const [successors, setSuccessors] = useState<readonly string[]>([''])
  const form = useForm({ on: today, kind: 'merged', basis: '' }, { on: said.endOn, kind: said.endKind, basis: said.basis })
  const numbered = successors.map((slug, place) => ({ slug, place, key: `${place}` }))
  return (
    <Form
      form={form}
      danger
      verb={said.endVerb}
      busyVerb={said.ending}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async ({ on, kind, basis }) => {
        await answered(
          api.POST('/bodies/{slug}/end', {
            params: { path: { slug: body.slug } },
            body: { on, kind: kind as BodyEnd['kind'], basis, successors: successors.filter((slug) => slug !== '') },
          }),
        )
        await client.invalidateQueries({ queryKey: ['bodies'] })
        onDone()
      }}
    >
      <p className="quiet">{said.endHint}</p>
      <TextField form={form} name="on" label={said.endOn} type="date" />
      <ChoiceField form={form} name="kind" label={said.endKind} options={Object.entries(said.endKinds)} />
      <fieldset className="field">
        <legend>{said.successors}</legend>
        <p className="hint">{said.successorsHint}</p>
        {numbered.map(({ slug, place, key }) => (
          <div key={key} style={{ marginBottom: 8 }}>
            <label className="unseen" htmlFor={fieldId(form.id, `successors.${place}`)}>
              {said.successors} {place + 1}
            </label>
            <PickBody
              control={{ id: fieldId(form.id, `successors.${place}`) }}
              value={slug}
              onChange={(next) => setSuccessors(successors.map((old, at) => (at === place ? next : old)))}
              clearable
            />
          </div>
        ))}
        <Button size="small" onClick={() => setSuccessors([...successors, ''])}>
          {said.addSuccessor}
        </Button>
      </fieldset>
      <TextField form={form} name="basis" label={said.basis} hint={said.basisHint} maxLength={200} />
    </Form>
  )
}
