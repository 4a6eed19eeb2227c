import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { answered, api } from '../../api.ts'
import type { Delegation } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { BodyField, PersonField } from '../../parts/pickers.tsx'
import { useSession } from '../../session.tsx'

/** Lets one person act for another for a time; every act is recorded under both names. */
export function DelegationForm({ onDone }: { readonly onDone: () => void }) {
  const said = useWords().people
  const { posts, today } = useSession()
  const client = useQueryClient()
  const own = posts[0]
  const form = useForm(
    { from: '', to: '', body: own?.bodySlug ?? '', since: today, until: '', reason: '' },
    { from: said.forWhom, to: said.whoActs, body: said.atBody, since: said.firstDay, until: said.lastDay, reason: said.reason },
  )
  return (
    <Form
      form={form}
      verb={said.addVerb}
      onSend={async (draft) => {
        await answered(api.POST('/delegations', { body: draft }))
        await client.invalidateQueries({ queryKey: ['delegations'] })
        onDone()
      }}
    >
      <BodyField form={form} name="body" label={said.atBody} called={own?.bodyName} />
      <PersonField form={form} name="from" label={said.forWhom} />
      <PersonField form={form} name="to" label={said.whoActs} />
      <TextField form={form} name="since" label={said.firstDay} type="date" />
      <TextField form={form} name="until" label={said.lastDay} type="date" min={form.values.since} />
      <TextField form={form} name="reason" label={said.reason} hint={said.reasonHint} maxLength={200} />
    </Form>
  )
}

export function EndDelegationForm({ one, onDone }: { readonly one: Delegation; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.people
  const client = useQueryClient()
  const form = useForm({})
  return (
    <Form
      form={form}
      danger
      verb={said.end}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async () => {
        await answered(api.POST('/delegations/{id}/end', { params: { path: { id: one.id } } }))
        await client.invalidateQueries({ queryKey: ['delegations'] })
        onDone()
      }}
    >
      <p>{said.endHint(one.to.name, one.from.name)}</p>
    </Form>
  )
}
