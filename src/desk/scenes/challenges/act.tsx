/** The dialog of one verb of a challenge, drawn from verbs.ts. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { ChallengeAct, ChallengeDetail, ChallengeVerb } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Field, Form, type FormState, TextField, useForm } from '../../parts/form.tsx'
import { PickPerson } from '../../parts/pickers.tsx'
import { useSession } from '../../session.tsx'
import { PickCases } from '../case/pick-case.tsx'
import { type ChallengeField, challengeForms, corrects, dayless } from './verbs.ts'

type Values = Record<string, string>

interface ActProps {
  readonly one: ChallengeDetail
  readonly verb: ChallengeVerb
  readonly onDone: () => void
}

export function ChallengeActForm({ one, verb, onDone }: ActProps) {
  const words = useWords()
  const said = words.challenges
  const { today } = useSession()
  const client = useQueryClient()
  const { fields: all, danger } = challengeForms[verb]
  // A suit has no procedure to choose, a reconsideration no part.
  const fields = all.filter(
    ({ ask }) => (ask !== 'procedure' || one.kind === 'reconsideration') && (ask !== 'part' || one.kind === 'litigation'),
  )
  const [requestIds, setRequestIds] = useState<readonly string[]>(one.requests.map(({ id }) => id))
  const [reopened, setReopened] = useState<readonly string[]>([])
  const form = useForm<Values>(
    { ...Object.fromEntries(fields.map(({ name }) => [name, initial(name, one)])), on: today, reopenDue: '' },
    Object.fromEntries(fields.filter(({ optional }) => !optional).map(({ name }) => [name, said.fields[name] ?? name])),
  )
  const mayReopen = verb === 'decide' && corrects.includes(form.values.outcome ?? '')
  const closed = one.requests.filter(({ state }) => state === 'answered' || state === 'archived')
  return (
    <Form
      form={form}
      danger={danger}
      verb={words.challengeNames.verbs[verb]!}
      busyVerb={words.case.act.doing}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async (values) => {
        const body: Record<string, unknown> = dayless.includes(verb) ? {} : { on: values.on }
        for (const { name, ask, optional } of fields) {
          const value = (values[name] ?? '').trim()
          if (ask === 'requests') body[name] = [...requestIds]
          else if (ask === 'person') body[name] = value || null
          else if (value !== '' || !optional) body[name] = value
        }
        if (mayReopen && reopened.length > 0) body.reopen = reopened.map((requestId) => ({ requestId, dueOn: values.reopenDue || null }))
        const now = await answered(
          api.POST('/challenges/{id}/acts/{verb}', { params: { path: { id: one.id, verb } }, body: body as ChallengeAct }),
        )
        client.setQueryData(['challenges', 'one', one.id], now)
        await Promise.all([
          client.invalidateQueries({ queryKey: ['challenges', 'list'] }),
          ...['requests', 'tables', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })),
        ])
        onDone()
      }}
    >
      {fields.map((field) => (
        <Input key={field.name} form={form} field={field} one={one} requestIds={requestIds} onRequests={setRequestIds} />
      ))}
      {mayReopen && closed.length > 0 && (
        <fieldset className="field">
          <legend>{said.reopen}</legend>
          <p className="hint">{said.reopenHint}</p>
          {closed.map(({ id, number, title }) => (
            <div key={id} className="tick">
              <label>
                <input
                  type="checkbox"
                  checked={reopened.includes(id)}
                  onChange={(event) => setReopened(event.target.checked ? [...reopened, id] : reopened.filter((other) => other !== id))}
                />{' '}
                {number} {title}
              </label>
            </div>
          ))}
          {reopened.length > 0 && (
            <TextField form={form} name="reopenDue" label={said.reopenDue} hint={said.reopenDueHint} optional type="date" />
          )}
        </fieldset>
      )}
      {!dayless.includes(verb) && (
        <TextField form={form} name="on" label={said.fields.on!} hint={words.case.act.onHint} type="date" max={today} />
      )}
    </Form>
  )
}

function initial(name: ChallengeField['name'], one: ChallengeDetail): string {
  switch (name) {
    case 'filedOn':
      return one.filedOn
    case 'organ':
      return one.organ
    case 'part':
      return one.part
    case 'personId':
      return one.person?.id ?? ''
    case 'procedure':
      return 'ordinary'
    case 'stage':
      return one.stage === 'first' ? 'second' : 'retrial'
    case 'by':
      return 'applicant'
    default:
      return ''
  }
}

interface InputProps {
  readonly form: FormState<Values>
  readonly field: ChallengeField
  readonly one: ChallengeDetail
  readonly requestIds: readonly string[]
  readonly onRequests: (ids: readonly string[]) => void
}

function Input({ form, field, one, requestIds, onRequests }: InputProps) {
  const words = useWords()
  const said = words.challenges
  const { today } = useSession()
  const { name, ask, optional } = field
  const common = { form, name, label: said.fields[name] ?? name, optional }
  const names = words.challengeNames
  switch (ask) {
    case 'line':
      return <TextField {...common} maxLength={200} />
    case 'text':
      return (
        <TextField
          {...common}
          lines={3}
          maxLength={name === 'text' ? 4000 : 500}
          hint={name === 'lateReason' ? said.lateHint : undefined}
        />
      )
    case 'day':
      return <TextField {...common} type="date" max={today} />
    case 'procedure':
      return <ChoiceField {...common} options={Object.entries(names.procedures)} />
    case 'outcome':
      return (
        <ChoiceField
          {...common}
          options={Object.entries(names.outcomes).filter(
            ([value]) =>
              !['withdrawn', 'not-accepted'].includes(value) && (value !== 'judgment-stands' || ['second', 'retrial'].includes(one.stage)),
          )}
        />
      )
    case 'appeal':
      return (
        <ChoiceField
          {...common}
          options={Object.entries(names.stages).filter(([value]) => value === 'retrial' || (value === 'second' && one.stage === 'first'))}
        />
      )
    case 'by':
      return <ChoiceField {...common} options={Object.entries(names.parties)} />
    case 'part':
      return <ChoiceField {...common} options={Object.entries(names.parts)} />
    case 'person':
      return (
        <Field {...common}>
          {(control) => (
            <PickPerson
              control={control}
              value={form.values[name] ?? ''}
              onChange={(id) => form.set(name, id)}
              called={one.person?.name}
              clearable
            />
          )}
        </Field>
      )
    case 'requests':
      return (
        <Field {...common}>
          {(control) => <PickCases control={control} body={one.body.slug} values={requestIds} onChange={onRequests} known={one.requests} />}
        </Field>
      )
  }
}
