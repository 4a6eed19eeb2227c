/** The menu of what may be done, and the dialog of a verb: drawn from acts.ts. A verb that happens by a letter drafts it. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { caseworkWords } from '#words'
import { answered, api } from '../../api.ts'
import type { CaseVerb, LetterKindName } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, Form, type FormState, TextField, useForm } from '../../parts/form.tsx'
import { PersonField } from '../../parts/pickers.tsx'
import { Problem } from '../../problem.ts'
import { type ActField, actOrder, acts, kindNames } from './acts.ts'
import { type CaseProps, useRefresh } from './case.tsx'

type Values = Record<string, string>

export function ActMenu({
  one,
  isOpen,
  onClose,
  onChoose,
  onSplit,
}: CaseProps & {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (verb: CaseVerb) => void
  readonly onSplit: () => void
}) {
  const said = useWords().case
  const names = caseworkWords[useSpoken().language]
  const may = actOrder.filter((verb) => one.may.includes(verb))
  const not = one.mayNot.filter(({ verb, code }) => acts[verb] && code === 'case-guard')
  return (
    <Dialog title={said.acts} isOpen={isOpen} onClose={onClose} wide>
      <div className="act-menu">
        {may.map((verb) => (
          <Button
            key={verb}
            onClick={() => {
              onClose()
              onChoose(verb)
            }}
          >
            {names.verbs[verb]}
          </Button>
        ))}
        {may.includes('amend') && <Button onClick={onSplit}>{said.split.title}</Button>}
      </div>
      {not.length > 0 && (
        <>
          <h3>{said.mayNot}</h3>
          <ul className="plain">
            {not.map(({ verb, guard }) => (
              <li key={verb} className="quiet">
                {names.verbs[verb]}：{guard ? names.guards[guard] : ''}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

export function ActDialog({ one, verb, onClose }: CaseProps & { readonly verb: CaseVerb; readonly onClose: () => void }) {
  const words = useWords()
  const said = words.case
  const names = caseworkWords[useSpoken().language]
  const act = acts[verb] ?? { fields: [] }
  const [byLetter, setByLetter] = useState(act.letter !== undefined)
  const initial: Values = Object.fromEntries([...act.fields.map((field) => [field.name, defaultOf(field, one)]), ['on', '']])
  const needed = Object.fromEntries(act.fields.filter(({ optional }) => !optional).map(({ name }) => [name, said.fields[name] ?? name]))
  const form = useForm<Values>(initial, needed)
  const kindId = letterOf(act.letter, form.values)
  const kinds = useQuery({
    queryKey: ['letter-kinds'],
    queryFn: () => answered(api.GET('/letter-kinds')),
    enabled: act.letter !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const kind = kinds.data?.items.find((each) => each.kind === kindId)
  const wording = byLetter ? (kind?.fields ?? []).filter((name) => !(name in known)) : []
  const [placeholders, setPlaceholders] = useState<Values>({})
  const refresh = useRefresh(one.id)
  const navigate = useNavigate()

  const send = async (values: Values) => {
    const { on = '', ...given } = values
    const data = await inputOf(act.fields, given, said.notFoundNumber)
    if (byLetter && kindId) {
      const fields = {
        ...placeholders,
        ...Object.fromEntries(
          Object.entries(known).flatMap(([name, key]) => (kind?.fields.includes(name) && given[key] ? [[name, given[key]!]] : [])),
        ),
      }
      const letter = await answered(
        api.POST('/letters', {
          body: {
            kind: kindId as LetterKindName,
            requests: [one.id],
            data,
            fields,
            ...(act.recipient && { recipient: given[act.recipient]! }),
          },
        }),
      )
      await refresh()
      await navigate({ to: '/letters/$id', params: { id: letter.id } as never })
      return
    }
    await answered(
      api.POST('/requests/{id}/acts/{verb}', {
        params: { path: { id: one.id, verb } },
        body: { ...data, ...(on !== '' && { on }) } as never,
      }),
    )
    await refresh()
    onClose()
  }
  return (
    <Dialog title={names.verbs[verb] ?? verb} isOpen onClose={onClose}>
      <Form form={form} verb={byLetter ? said.byLetter : (names.verbs[verb] ?? verb)} onSend={send}>
        {act.fields.map((field) => (
          <OneField key={field.name} field={field} form={form} one={one} />
        ))}
        {wording.map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`placeholder-${name}`}>{name}</label>
            <textarea
              id={`placeholder-${name}`}
              className="control"
              rows={3}
              value={placeholders[name] ?? ''}
              onChange={(event) => setPlaceholders({ ...placeholders, [name]: event.target.value })}
            />
          </div>
        ))}
        {act.letter !== undefined && (
          <div className="tick">
            <input id="by-hand" type="checkbox" checked={!byLetter} onChange={(event) => setByLetter(!event.target.checked)} />
            <label htmlFor="by-hand">{said.byHand}</label>
          </div>
        )}
        {!byLetter && <TextField form={form} name="on" label={said.on} hint={said.onHint} type="date" optional />}
      </Form>
    </Dialog>
  )
}

/** Placeholders of letters that a field of the verb says already. */
const known: Readonly<Record<string, string>> = { 补正内容: 'what', 理由: 'reason', 协办事项: 'question', 请示事项: 'question' }

function OneField({ field, form, one }: CaseProps & { readonly field: ActField; readonly form: FormState<Values> }) {
  const said = useWords().case
  const label = said.fields[field.name] ?? field.name
  const common = { form, name: field.name, label, optional: field.optional } as const
  switch (field.kind) {
    case 'lines':
      return <TextField {...common} lines={4} />
    case 'day':
      return <TextField {...common} type="date" />
    case 'number':
    case 'money':
      return <TextField {...common} inputMode="numeric" />
    case 'choice':
      return <ChoiceField {...common} options={field.options!.map((value) => [value, said.options[value] ?? kindNames[value] ?? value])} />
    case 'yes':
      return (
        <ChoiceField
          {...common}
          options={[
            ['yes', said.options.yes!],
            ['no', said.options.no!],
          ]}
        />
      )
    case 'open':
      return <ChoiceField {...common} options={openOf(field, one).map(({ id, name }) => [id, name])} />
    case 'person':
      return <PersonField form={form} name={field.name as never} label={label} called={one.person?.name} />
    default:
      return <TextField {...common} />
  }
}

function openOf({ of }: ActField, { folded }: CaseProps['one']): { id: string; name: string }[] {
  const lists = {
    consultations: folded.consultations,
    inquiries: folded.inquiries,
    referrals: folded.referrals.map(({ question, ...rest }) => ({ ...rest, name: question })),
  }
  return lists[of ?? 'inquiries'].filter(({ answeredOn }) => answeredOn === null)
}

function defaultOf(field: ActField, one: CaseProps['one']): string {
  if (field.from) return one[field.from]
  if (field.kind === 'open') return openOf(field, one)[0]?.id ?? ''
  if (field.kind === 'person') return one.person?.id ?? ''
  if (field.kind === 'choice') return field.options![0]!
  return ''
}

function letterOf(letter: NonNullable<(typeof acts)[CaseVerb]>['letter'], values: Values): string | null {
  if (letter === undefined) return null
  return typeof letter === 'string' ? letter : (letter.kinds[values[letter.by] ?? ''] ?? null)
}

/** What the server takes, from what was typed. */
async function inputOf(fields: readonly ActField[], values: Values, notFound: string): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {}
  for (const { name, kind, optional } of fields) {
    const value = (values[name] ?? '').trim()
    if (value === '' && optional) continue
    if (kind === 'number') input[name] = Number(value)
    else if (kind === 'money') input[name] = Math.round(Number(value) * 100)
    else if (kind === 'yes') input[name] = value === 'yes'
    else if (kind === 'case') input[name] = await idOf(value, notFound)
    else if (name === 'confirmed') input.facts = { confirmed: value }
    else input[name] = value
  }
  return input
}

/** The case of a number. Throws Problem where there is none. */
async function idOf(number: string, notFound: string): Promise<string> {
  const { items } = await answered(api.GET('/requests', { params: { query: { q: number, order: 'received', limit: 5 } } }))
  const found = items.find((item) => item.number === number)
  if (!found) throw new Problem(400, 'invalid-input', notFound, [{ where: 'requestId', what: notFound }])
  return found.id
}
