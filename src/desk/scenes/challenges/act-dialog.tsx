/** The dialog of a verb, drawn from acts.ts. A result that corrects reopens cases in the same step. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { answered, api } from '../../api.ts'
import type { ChallengeAct, ChallengeDetail, ChallengeReopening, ChallengeVerb } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, Form, type FormState, TextField, useForm } from '../../parts/form.tsx'
import { PersonField } from '../../parts/pickers.tsx'
import { Problem } from '../../problem.ts'
import { useSession } from '../../session.tsx'
import { type ActField, correcting, fieldsFor } from './acts.ts'
import { casesOf, numbersIn } from './numbers.ts'

type Values = Record<string, string>

interface ActProps {
  readonly one: ChallengeDetail
  readonly verb: ChallengeVerb
  readonly onClose: () => void
}

export function ActDialog({ one, verb, onClose }: ActProps) {
  const words = useWords()
  const said = words.challenges
  const client = useQueryClient()
  const fields = fieldsFor(verb, one)
  const initial: Values = Object.fromEntries(fields.map((field) => [field.name, startOf(field, verb, one)]))
  const needed = Object.fromEntries(fields.filter(({ optional }) => !optional).map(({ name }) => [name, labelOf(name, said)]))
  const form = useForm<Values>(initial, needed)
  const [reopen, setReopen] = useState<readonly ChallengeReopening[]>([])
  const mayReopen = verb === 'decide' && correcting.includes(form.values.outcome ?? '') && one.requests.length > 0

  const send = async (values: Values) => {
    const input: ChallengeAct = await inputOf(fields, values, verb === 'amend' ? initial : null, said)
    await answered(
      api.POST('/challenges/{id}/acts/{verb}', {
        params: { path: { id: one.id, verb } },
        body: { ...input, ...(mayReopen && reopen.length > 0 && { reopen: [...reopen] }) },
      }),
    )
    await Promise.all(['challenges', 'tables', 'requests', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    onClose()
  }
  return (
    <Dialog title={words.challengeNames.verbs[verb] ?? verb} isOpen onClose={onClose}>
      {verb === 'void' && <p className="note-box warn">{said.voidAsk}</p>}
      <Form form={form} verb={words.challengeNames.verbs[verb] ?? said.save} onSend={send} danger={verb === 'void'}>
        {fields.map((field) => (
          <OneField key={field.name} field={field} form={form} one={one} />
        ))}
        {mayReopen && <Reopenings one={one} chosen={reopen} onChange={setReopen} />}
      </Form>
    </Dialog>
  )
}

interface OneFieldProps {
  readonly field: ActField
  readonly form: FormState<Values>
  readonly one: ChallengeDetail
}

function OneField({ field, form, one }: OneFieldProps) {
  const said = useWords().challenges
  const { today } = useSession()
  const { name, kind, optional } = field
  const hint = name === 'requestIds' ? said.hints.requests : name === 'organ' ? undefined : said.hints[name]
  const common = { form, name, label: labelOf(name, said), hint, optional } as const
  switch (kind) {
    case 'day':
      return <TextField {...common} type="date" max={today} />
    case 'lines':
      return <TextField {...common} lines={4} />
    case 'cases':
      return <TextField {...common} lines={2} />
    case 'person':
      return <PersonField {...common} called={one.person?.name} />
    case 'choice':
      return <Choice field={field} common={common} one={one} />
    default:
      return <TextField {...common} />
  }
}

function Choice({
  field: { of },
  common,
  one,
}: Pick<OneFieldProps, 'field' | 'one'> & {
  readonly common: { readonly form: FormState<Values>; readonly name: string; readonly label: string; readonly optional?: true }
}) {
  const words = useWords()
  const said = words.challenges
  const names = words.challengeNames
  const before = useQuery({
    queryKey: ['challenges', 'before', one.body.slug],
    queryFn: () => answered(api.GET('/challenges', { params: { query: { body: one.body.slug, kind: 'reconsideration', limit: 100 } } })),
    enabled: of === 'reconsiderations',
  })
  const isOnAppeal = ['second', 'retrial'].includes(one.stage)
  const options: readonly (readonly [string, string])[] = {
    outcomes: () => Object.entries(names.outcomes).filter(([outcome]) => isOnAppeal || outcome !== 'judgment-stands'),
    procedures: () => Object.entries(names.procedures),
    appealStages: () => Object.entries(said.appealStages),
    parties: () => Object.entries(names.parties),
    parts: () => Object.entries(names.parts),
    direct: () => Object.entries(said.direct),
    reconsiderations: () => [
      ['', said.noReconsideration] as const,
      ...(before.data?.items ?? (one.reconsideration ? [one.reconsideration] : [])).map(({ id, title }) => [id, title] as const),
    ],
  }[of ?? 'outcomes']()
  return <ChoiceField {...common} options={options} />
}

interface ReopeningsProps {
  readonly one: ChallengeDetail
  readonly chosen: readonly ChallengeReopening[]
  readonly onChange: (chosen: readonly ChallengeReopening[]) => void
}

function Reopenings({ one, chosen, onChange }: ReopeningsProps) {
  const said = useWords().challenges
  const id = useId()
  return (
    <fieldset className="field reopenings">
      <legend>{said.reopenTitle}</legend>
      <p className="hint">{said.reopenHint}</p>
      {one.requests.map(({ id: requestId, number, title }) => {
        const now = chosen.find((each) => each.requestId === requestId)
        const others = chosen.filter((each) => each.requestId !== requestId)
        return (
          <div key={requestId}>
            <div className="tick">
              <input
                id={`${id}${requestId}`}
                type="checkbox"
                checked={now !== undefined}
                onChange={({ target }) => onChange(target.checked ? [...others, { requestId, dueOn: null }] : others)}
              />
              <label htmlFor={`${id}${requestId}`}>
                {number} {title}
              </label>
            </div>
            {now && (
              <div className="field">
                <label htmlFor={`${id}${requestId}-due`}>{said.reopenDue(number)}</label>
                <input
                  id={`${id}${requestId}-due`}
                  className="control"
                  type="date"
                  value={now.dueOn ?? ''}
                  onChange={({ target }) => onChange([...others, { requestId, dueOn: target.value || null }])}
                />
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

type Said = ReturnType<typeof useWords>['challenges']

const labelOf = (name: string, said: Said): string => said.fields[name === 'requestIds' ? 'requests' : name] ?? name

/** What stands in the field at first: of a correction what is registered. */
function startOf({ name, of }: ActField, verb: ChallengeVerb, one: ChallengeDetail): string {
  if (name === 'personId') return one.person?.id ?? ''
  // Requests for information may go by the simple procedure (行政复议法 Art. 53); the notice says by which.
  if (of === 'procedures') return 'ordinary'
  if (verb !== 'amend') return ''
  switch (name) {
    case 'organ':
      return one.organ
    case 'number':
      return one.number
    case 'filedOn':
      return one.stages.at(-1)?.filedOn ?? one.filedOn
    case 'part':
      return one.part
    case 'isDirect':
      return one.isDirect === false ? 'after' : 'direct'
    case 'reconsiderationId':
      return one.reconsideration?.id ?? ''
    case 'requestIds':
      return one.requests.map(({ number }) => number).join('、')
    default:
      return ''
  }
}

/** What the server takes, from what was typed; of a correction only what differs from `before`. */
async function inputOf(fields: readonly ActField[], values: Values, before: Values | null, said: Said): Promise<ChallengeAct> {
  const input: Record<string, unknown> = {}
  for (const { name, optional } of fields) {
    const value = (values[name] ?? '').trim()
    if (before && name !== 'reason' && value === before[name]) continue
    if (name === 'requestIds') input.requestIds = await casesOf(numbersIn(value), 'requestIds', said.notFound)
    else if (name === 'isDirect') input.isDirect = value === 'direct'
    else if (name === 'reconsiderationId' || name === 'personId') input[name] = value || null
    else if (value !== '' || !optional || before) input[name] = value
  }
  if (before && Object.keys(input).every((name) => name === 'reason')) throw new Problem(400, 'invalid-input', said.noChange, [])
  return input
}
