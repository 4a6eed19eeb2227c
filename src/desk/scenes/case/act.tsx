/** The dialog of one verb: its fields, the day, and where the law wants a letter, whether to draft it or to record one made elsewhere. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { informationFee } from '#calendar'
import { answered, api } from '../../api.ts'
import type { CaseAct, CaseDetail, CaseVerb } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, Field, Form, type FormState, TextField, useForm } from '../../parts/form.tsx'
import { PickPerson } from '../../parts/pickers.tsx'
import { useMay, useSession } from '../../session.tsx'
import { PickCase } from './pick-case.tsx'
import { letterKindsQuery, sectionsQuery, useTakeCase } from './queries.ts'
import { type DeskVerb, dataOf, initialOf, openOf, type VerbField, verbForms } from './verbs.ts'

type Values = Record<string, string>

export function ActDialog({
  one,
  verb,
  onClose,
}: {
  readonly one: CaseDetail
  readonly verb: DeskVerb | null
  readonly onClose: () => void
}) {
  const words = useWords()
  return (
    <Dialog title={verb ? words.casework.verbs[verb]! : ''} isOpen={verb !== null} onClose={onClose}>
      {verb && <ActForm key={verb} one={one} verb={verb} onDone={onClose} />}
    </Dialog>
  )
}

const factNames = ['submitted', 'signedFor', 'reachedOffice', 'systemReceived', 'confirmed'] as const

export function ActForm({ one, verb, onDone }: { readonly one: CaseDetail; readonly verb: DeskVerb; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.case
  const { today } = useSession()
  const may = useMay()
  const take = useTakeCase()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { fields, letter, danger } = verbForms[verb]
  const mayDraft = letter !== undefined && may('letter.draft')
  const [byHand, setByHand] = useState(!mayDraft)
  const asksFacts = fields.some(({ ask }) => ask === 'facts')
  const needed = Object.fromEntries(
    fields.filter(({ optional, ask }) => !optional && ask !== 'facts').map(({ name, label }) => [name, said.fields[label] ?? label]),
  )
  const form = useForm<Values>(
    {
      ...initialOf(verb, one, today),
      recipient: '',
      ...(asksFacts &&
        Object.fromEntries(factNames.map((fact) => [`facts.${fact}`, one.form?.facts[fact] ?? (fact === 'confirmed' ? today : '')]))),
    },
    needed,
  )
  const drafts = mayDraft && !byHand
  const kind = typeof letter === 'function' ? letter(form.values) : letter
  const kinds = useQuery({ ...letterKindsQuery, enabled: mayDraft })
  const shown = kinds.data?.find((each) => each.kind === kind)
  const addressed = fields.find(({ addresses }) => addresses)
  const filled = fields.flatMap(({ fills }) => (fills ? [fills] : []))
  const blanks = drafts ? (shown?.fields ?? []).filter((blank) => !filled.includes(blank)) : []
  const asksRecipient = drafts && shown !== undefined && shown.to !== 'applicant' && shown.to !== 'file' && !addressed

  const send = async (values: Values) => {
    const data = dataOf(verb, values)
    if (asksFacts) data.facts = Object.fromEntries(factNames.map((fact) => [fact, values[`facts.${fact}`]]).filter(([, day]) => day))
    if (drafts && kind) {
      const drafted = await answered(
        api.POST('/letters', {
          body: {
            kind,
            requests: [one.id],
            data,
            fields: Object.fromEntries(
              [
                ...fields.flatMap(({ name, fills }) => (fills ? [[fills, values[name] ?? '']] : [])),
                ...blanks.map((blank) => [blank, values[`blank.${blank}`] ?? '']),
              ].filter(([, text]) => text !== ''),
            ),
            ...((addressed ?? asksRecipient) && { recipient: (addressed ? values[addressed.name] : values.recipient)?.trim() ?? '' }),
          },
        }),
      )
      await client.invalidateQueries({ queryKey: ['requests'] })
      void navigate({ to: `/letters/${drafted.id}` })
      return
    }
    await take(
      await answered(
        api.POST('/requests/{id}/acts/{verb}', {
          params: { path: { id: one.id, verb: verb as CaseVerb } },
          body: { ...data, on: values.on } as CaseAct,
        }),
      ),
    )
    onDone()
  }
  return (
    <Form
      form={form}
      onSend={send}
      danger={danger && !drafts}
      verb={drafts ? said.act.draft : words.casework.verbs[verb]!}
      busyVerb={drafts ? said.act.drafting : said.act.doing}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
    >
      {mayDraft && (
        <fieldset className="field choices">
          <legend>{said.act.withLetter}</legend>
          {[false, true].map((hand) => (
            <label key={String(hand)} className="choice">
              <input type="radio" name={`${form.id}-hand`} checked={byHand === hand} onChange={() => setByHand(hand)} />
              <span>
                {hand ? said.act.byHand : said.act.letter}
                {!hand && shown && <span className="small quiet">{shown.title}</span>}
              </span>
            </label>
          ))}
          {drafts && <p className="hint">{said.act.letterHint}</p>}
        </fieldset>
      )}
      {asksFacts && (
        <fieldset className="field">
          <legend>{words.requests.new.facts}</legend>
          <div className="row-fields">
            {factNames.map((fact) => (
              <TextField
                key={fact}
                form={form}
                name={`facts.${fact}`}
                label={words.requests.new.factNames[fact] ?? fact}
                type="date"
                max={today}
                optional
              />
            ))}
          </div>
        </fieldset>
      )}
      {fields
        .filter(({ ask }) => ask !== 'facts')
        .map((field) => (
          <VerbFieldInput key={field.name} form={form} field={field} one={one} verb={verb} />
        ))}
      {verb === 'notice-fee' && <Working values={form.values} />}
      {asksRecipient && <TextField form={form} name="recipient" label={words.letters.fieldRecipient} maxLength={200} />}
      {blanks.map((blank) => (
        <Blank key={blank} form={form} blank={blank} />
      ))}
      {!drafts && (
        <TextField form={form} name="on" label={said.act.on} hint={said.hints[`${verb}.on`] ?? said.act.onHint} type="date" max={today} />
      )}
    </Form>
  )
}

/** A placeholder that the drafter fills. Left empty, its paragraph is left out and told as missing. */
export function Blank({ form, blank }: { readonly form: FormState<Values>; readonly blank: string }) {
  return (
    <Field form={form} name={`blank.${blank}`} label={blank} optional>
      {(control) => (
        <textarea
          className="control"
          rows={3}
          lang="zh-CN"
          value={form.values[`blank.${blank}`] ?? ''}
          onChange={(event) => form.set(`blank.${blank}`, event.target.value)}
          {...control}
        />
      )}
    </Field>
  )
}

interface InputProps {
  readonly form: FormState<Values>
  readonly field: VerbField
  readonly one: CaseDetail
  readonly verb: DeskVerb
}

function VerbFieldInput({ form, field, one, verb }: InputProps) {
  const words = useWords()
  const said = words.case
  const { today } = useSession()
  const { name, ask, optional } = field
  const label = said.fields[field.label] ?? field.label
  const hint = said.hints[`${verb}.${name.split('.')[0]}`]
  const common = { form, name, label, hint, optional }
  const choose = (choices: Readonly<Record<string, string>>) => <ChoiceField {...common} options={Object.entries(choices)} />
  switch (ask) {
    case 'line':
      return <TextField {...common} maxLength={200} />
    case 'text':
      return <TextField {...common} lines={4} maxLength={4000} />
    case 'day':
      return <TextField {...common} type="date" max={today} />
    case 'future-day':
      return <TextField {...common} type="date" />
    case 'number':
      return <TextField {...common} type="number" inputMode="numeric" />
    case 'yuan':
      return <TextField {...common} type="number" />
    case 'yes-no':
      return choose({ yes: words.yes, no: words.no })
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
    case 'section':
      return <SectionField {...common} slug={one.body.slug} fillsName={verb === 'ask-inquiry'} />
    case 'case':
      return (
        <Field {...common}>
          {(control) => (
            <PickCase
              control={control}
              body={one.body.slug}
              except={one.id}
              value={form.values[name] ?? ''}
              onChange={(id) => form.set(name, id)}
            />
          )}
        </Field>
      )
    case 'kind':
      return choose(words.requests.kinds)
    case 'delivery':
      return choose(words.casework.deliveries)
    case 'of-inquiries':
    case 'of-consultations':
    case 'of-referrals':
      return <ChoiceField {...common} label={said.act.pick(label)} options={openOf(ask, one)} />
    case 'facts':
      return null
    case 'opinion':
      return choose(Object.fromEntries(Object.entries(said.choices.opinion).filter(([value]) => value !== 'silent')))
    default:
      return choose(said.choices[ask])
  }
}

interface SectionFieldProps {
  readonly form: FormState<Values>
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: true | undefined
  readonly slug: string
  /** Where a section is chosen, it is also who is asked. */
  readonly fillsName?: boolean
}

function SectionField({ form, name, label, hint, optional, slug, fillsName }: SectionFieldProps) {
  const words = useWords()
  const sections = useQuery(sectionsQuery(slug))
  return (
    <Field form={form} name={name} label={label} hint={hint} optional={optional}>
      {(control) => (
        <select
          className="control"
          value={form.values[name]}
          onChange={(event) => {
            form.set(name, event.target.value)
            const chosen = sections.data?.find(({ id }) => id === event.target.value)
            if (fillsName && chosen) form.set('name', chosen.name)
          }}
          {...control}
        >
          <option value="">{words.none}</option>
          {(sections.data ?? []).map(({ id, name: called }) => (
            <option key={id} value={id}>
              {called}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** What the fee comes to, and how: the same scale that the server counts by. */
function Working({ values }: { readonly values: Values }) {
  const words = useWords()
  const said = words.case
  const count = Number(values.count)
  const before = values.mode === 'piece' ? Number(values.before || 0) : 0
  if (!Number.isInteger(count) || count < 1 || count > 50_000 || !Number.isInteger(before) || before < 0 || before > 50_000) return null
  const mode = values.mode === 'piece' ? 'piece' : 'page'
  const whole = informationFee(mode, before + count)
  const earlier = before === 0 ? 0 : informationFee(mode, before).amount
  const yuan = (fen: number) => said.eventDetails.amount((fen / 100).toLocaleString('en'))
  return (
    <div className="note-box" aria-live="polite">
      <table className="why">
        <tbody>
          {whole.working.map(({ first, last, each, amount }) => (
            <tr key={first}>
              <td>
                {first}—{last}
              </td>
              <td className="number">{yuan(each)}</td>
              <td className="number">{yuan(amount)}</td>
            </tr>
          ))}
          {earlier > 0 && (
            <tr>
              <td colSpan={2}>{said.fields.before}</td>
              <td className="number">−{yuan(earlier)}</td>
            </tr>
          )}
          <tr className="result">
            <td colSpan={2}>{whole.source}</td>
            <td className="number">{yuan(whole.amount - earlier)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
