/** Registration at the desk of letters, visits, fax, e-mail and what was spoken. One letter may hold several requests. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { receiptDay } from '#calendar'
import { answered, api, sendFile } from '../../api.ts'
import type { ApplicantKind, Channel, NewRequestForm, ReceiptFacts, RegisteredForm } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { ChoiceField, Field, Form, TextField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { PickBody } from '../../parts/pickers.tsx'
import { Problem } from '../../problem.ts'
import { useSession } from '../../session.tsx'
import { Registered } from './registered.tsx'
import { Similar } from './similar.tsx'
import './requests.css'

type Values = Record<string, string>

/** Which days are asked for, by the way it came. */
const factsOf: Readonly<Record<Channel, readonly (keyof ReceiptFacts)[]>> = {
  'in-person': ['submitted'],
  'registered-post': ['submitted', 'signedFor', 'reachedOffice'],
  'ordinary-post': ['signedFor', 'reachedOffice', 'confirmed'],
  fax: ['systemReceived', 'reachedOffice', 'confirmed'],
  'e-mail': ['submitted', 'systemReceived', 'confirmed'],
  internet: ['submitted', 'systemReceived', 'confirmed'],
}

export function RegisterRequest() {
  const [count, setCount] = useState(0)
  return <Fresh key={count} onAnother={() => setCount(count + 1)} />
}

function Fresh({ onAnother }: { readonly onAnother: () => void }) {
  const words = useWords()
  const said = words.requests.new
  const { today, posts } = useSession()
  const client = useQueryClient()
  const [parts, setParts] = useState<readonly number[]>([0])
  const [oral, setOral] = useState(false)
  const [hasAgent, setHasAgent] = useState(false)
  const [files, setFiles] = useState<readonly File[]>([])
  const [done, setDone] = useState<{ readonly form: RegisteredForm; readonly sent: NewRequestForm; readonly filesLost: boolean } | null>(
    null,
  )
  const first = posts.find(({ role }) => role === 'drafter' || role === 'disclosure-officer') ?? posts[0]
  const form = useForm<Values>(
    {
      body: first?.bodySlug ?? '',
      channel: 'registered-post',
      'facts.submitted': '',
      'facts.signedFor': today,
      'facts.systemReceived': '',
      'facts.reachedOffice': '',
      'facts.confirmed': '',
      'applicant.kind': 'naturalPerson',
      'applicant.name': '',
      'applicant.identityType': 'identity-card',
      'applicant.identityNumber': '',
      'applicant.contactName': '',
      'applicant.phone': '',
      'applicant.email': '',
      'applicant.address': '',
      'applicant.postcode': '',
      together: '',
      'applicant.agent.name': '',
      'applicant.agent.identityNumber': '',
      'applicant.agent.phone': '',
      carrier: 'paper',
      delivery: 'post',
      needsHelp: '',
      'requests.0.title': '',
      'requests.0.wanted': '',
      'requests.0.type': 'request',
    },
    {
      body: said.body,
      'applicant.name': said.name,
      ...Object.fromEntries(
        parts.flatMap((part) => [
          [`requests.${part}.title`, said.requestTitle],
          [`requests.${part}.wanted`, said.wanted],
        ]),
      ),
    },
  )
  const { values } = form
  const channel = values.channel as Channel
  const isPerson = values['applicant.kind'] === 'naturalPerson'

  const send = async (given: Values) => {
    if (!['phone', 'email', 'address'].some((way) => given[`applicant.${way}`]!.trim() !== ''))
      throw new Problem(400, 'invalid-input', said.errors.contact, [{ where: 'applicant.phone', what: said.errors.contact }])
    const body = bodyOf(given, { parts, oral, hasAgent })
    const registered = await toldAtFields(answered(api.POST('/requests', { body })), parts)
    // The request stands whether or not its photos get through.
    let filesLost = false
    for (const file of files) {
      try {
        await sendFile(`/requests/${registered.cases[0]!.id}/files`, file, { on: 'form' })
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure
        filesLost = true
      }
    }
    setDone({ form: registered, sent: body, filesLost })
    await Promise.all([client.invalidateQueries({ queryKey: ['requests'] }), client.invalidateQueries({ queryKey: ['tasks'] })])
  }

  if (done) return <Registered {...done} onAnother={onAnother} />
  return (
    <Page title={said.title} trail={['/requests', words.requests.title]} lead={said.lead}>
      <div className="register-form">
        <Form form={form} onSend={send} verb={said.send} busyVerb={said.sending}>
          <h2>{said.how}</h2>
          <Field form={form} name="body" label={said.body}>
            {(control) => (
              <PickBody control={control} value={values.body!} onChange={(slug) => form.set('body', slug)} called={first?.bodyName} />
            )}
          </Field>
          <ChoiceField form={form} name="channel" label={said.channel} options={Object.entries(words.casework.channels)} />
          <Tick checked={oral} onChange={setOral} label={said.oral} hint={oral ? said.oralHint : undefined} />
          <fieldset className="field">
            <legend>{said.facts}</legend>
            <p className="hint">{said.factsHint}</p>
            <div className="row-fields">
              {factsOf[channel].map((fact) => (
                <TextField key={fact} form={form} name={`facts.${fact}`} label={said.factNames[fact] ?? fact} type="date" max={today} />
              ))}
            </div>
            <Starts channel={channel} values={values} />
          </fieldset>
          <FilesField label={said.envelope} hint={said.envelopeHint} id={`${form.id}-envelope`} onFiles={(next) => setFiles(next)} />

          <h2>{said.applicant}</h2>
          <ChoiceField
            form={form}
            name="applicant.kind"
            label={said.kind}
            hint={said.kindHint}
            options={Object.entries(words.requests.kinds)}
          />
          <TextField
            form={form}
            name="applicant.name"
            label={isPerson ? said.name : said.organisation}
            maxLength={100}
            autoComplete="off"
          />
          <div className="row-fields field">
            <ChoiceField
              form={form}
              name="applicant.identityType"
              label={said.identityType}
              options={Object.entries(words.casework.identityTypes)}
            />
            <TextField
              form={form}
              name="applicant.identityNumber"
              label={said.identityNumber}
              hint={said.identityHint}
              optional
              maxLength={40}
              autoComplete="off"
            />
          </div>
          <p className="quiet small">{said.contactHint}</p>
          {!isPerson && <TextField form={form} name="applicant.contactName" label={said.contactName} optional maxLength={60} />}
          <div className="row-fields field">
            <TextField form={form} name="applicant.phone" label={said.phone} optional type="tel" maxLength={60} autoComplete="off" />
            <TextField form={form} name="applicant.email" label={said.email} optional type="email" maxLength={254} autoComplete="off" />
          </div>
          <div className="row-fields field">
            <TextField form={form} name="applicant.address" label={said.address} optional maxLength={200} autoComplete="off" />
            <TextField form={form} name="applicant.postcode" label={said.postcode} optional maxLength={20} autoComplete="off" />
          </div>
          <TextField form={form} name="together" label={said.together} hint={said.togetherHint} optional lines={2} maxLength={2000} />
          <Tick checked={hasAgent} onChange={setHasAgent} label={said.hasAgent} />
          {hasAgent && (
            <div className="row-fields field">
              <TextField form={form} name="applicant.agent.name" label={said.agentName} maxLength={60} autoComplete="off" />
              <TextField
                form={form}
                name="applicant.agent.identityNumber"
                label={said.agentNumber}
                optional
                maxLength={40}
                autoComplete="off"
              />
              <TextField form={form} name="applicant.agent.phone" label={said.agentPhone} optional type="tel" maxLength={60} />
            </div>
          )}

          <h2>{said.wants}</h2>
          <p className="quiet">{said.wantsHint}</p>
          {parts.map((part, place) => (
            <fieldset key={part} className="field">
              <legend>{said.part(place + 1)}</legend>
              <div className="fields">
                <TextField form={form} name={`requests.${part}.title`} label={said.requestTitle} hint={said.titleHint} maxLength={300} />
                <TextField form={form} name={`requests.${part}.wanted`} label={said.wanted} lines={4} maxLength={4000} />
                <ChoiceField form={form} name={`requests.${part}.type`} label={said.type} options={Object.entries(words.casework.types)} />
              </div>
              {parts.length > 1 && (
                <Button size="small" style={{ marginTop: 8 }} onClick={() => setParts(parts.filter((other) => other !== part))}>
                  {said.removePart(place + 1)}
                </Button>
              )}
            </fieldset>
          ))}
          <Button
            onClick={() => {
              const next = Math.max(...parts) + 1
              form.replace({
                ...values,
                [`requests.${next}.title`]: '',
                [`requests.${next}.wanted`]: '',
                [`requests.${next}.type`]: 'request',
              })
              setParts([...parts, next])
            }}
          >
            <Icon name="plus" /> {said.addPart}
          </Button>

          <h2>{said.how2}</h2>
          <div className="row-fields field">
            <ChoiceField form={form} name="carrier" label={said.carrier} options={Object.entries(words.casework.carriers)} />
            <ChoiceField form={form} name="delivery" label={said.delivery} options={Object.entries(words.casework.deliveries)} />
          </div>
          <TextField form={form} name="needsHelp" label={said.needsHelp} hint={said.needsHelpHint} optional maxLength={500} />
        </Form>
        <Similar values={values} title={values[`requests.${parts[0]}.title`] ?? ''} />
      </div>
    </Page>
  )
}

/** What the server calls a field, as the form has it; where it says no more than `title`, the first of several is meant. */
const fieldOf: Readonly<Record<string, string>> = {
  applicantName: 'applicant.name',
  identityType: 'applicant.identityType',
  identityNumber: 'applicant.identityNumber',
  contactName: 'applicant.contactName',
  contact: 'applicant.phone',
  phone: 'applicant.phone',
  email: 'applicant.email',
  address: 'applicant.address',
  postcode: 'applicant.postcode',
  agentName: 'applicant.agent.name',
  agentIdentityNumber: 'applicant.agent.identityNumber',
  agentPhone: 'applicant.agent.phone',
  ...Object.fromEntries(['submitted', 'signedFor', 'reachedOffice', 'systemReceived', 'confirmed'].map((fact) => [fact, `facts.${fact}`])),
}

/** Has a refusal land at the field it is of. */
async function toldAtFields<T>(answer: Promise<T>, parts: readonly number[]): Promise<T> {
  try {
    return await answer
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    const fields = failure.fields.map(({ where, what }) => {
      const place = where.split(/[./]/)
      const name = place.at(-1) ?? ''
      // The server counts the requests it was sent; the form numbers them as they were added.
      const index = place.indexOf('requests')
      if (index !== -1) return { where: `requests.${parts[Number(place[index + 1])] ?? parts[0]}.${name}`, what }
      if (name === 'title' || name === 'wanted') return { where: `requests.${parts[0]}.${name}`, what }
      return { where: fieldOf[name] ?? where, what }
    })
    throw new Problem(failure.status, failure.code, failure.message, fields, failure.reference)
  }
}

/** Which day starts the clock, and why: told from the same rule that the server keeps. */
function Starts({ channel, values }: { readonly channel: Channel; readonly values: Values }) {
  const { words, language } = useSpoken()
  const said = words.requests.new
  const { day, reason, source } = receiptDay(channel, factsFrom(values, channel))
  return (
    <div className={day ? 'note-box' : 'note-box warn'} style={{ marginTop: 8 }} aria-live="polite">
      <b>{day ? said.startsOn(words.dayToAct(day)) : said.notYet}</b>
      <p className="small">
        {reason[language]} {source}
      </p>
    </div>
  )
}

const factsFrom = (values: Values, channel: Channel): ReceiptFacts =>
  Object.fromEntries(
    factsOf[channel].map((fact) => [fact, values[`facts.${fact}`]]).filter((entry): entry is [string, string] => !!entry[1]),
  )

function bodyOf(
  values: Values,
  { parts, oral, hasAgent }: { readonly parts: readonly number[]; readonly oral: boolean; readonly hasAgent: boolean },
): NewRequestForm {
  const text = (name: string) => (values[name] ?? '').trim()
  const kind = values['applicant.kind'] as ApplicantKind
  const together = text('together')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return {
    body: values.body!,
    channel: values.channel as Channel,
    oral,
    facts: factsFrom(values, values.channel as Channel),
    applicant: {
      kind,
      name: text('applicant.name'),
      identityType: values['applicant.identityType'] as NonNullable<NewRequestForm['applicant']['identityType']>,
      identityNumber: text('applicant.identityNumber'),
      contactName: text('applicant.contactName'),
      phone: text('applicant.phone'),
      email: text('applicant.email'),
      address: text('applicant.address'),
      postcode: text('applicant.postcode'),
      together: together.map((name) => ({ name, kind })),
      agent: hasAgent
        ? {
            name: text('applicant.agent.name'),
            identityNumber: text('applicant.agent.identityNumber'),
            phone: text('applicant.agent.phone'),
          }
        : null,
    },
    carrier: values.carrier as NewRequestForm['carrier'],
    delivery: values.delivery as NewRequestForm['delivery'],
    needsHelp: text('needsHelp'),
    requests: parts.map((part) => ({
      title: text(`requests.${part}.title`),
      wanted: text(`requests.${part}.wanted`),
      type: values[`requests.${part}.type`] as 'request' | 'record-correction',
    })),
  }
}

function Tick({
  checked,
  onChange,
  label,
  hint,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly label: string
  readonly hint?: string
}) {
  return (
    <div className="tick">
      <label>
        <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}
      </label>
      {hint && <span className="quiet small">{hint}</span>}
    </div>
  )
}

function FilesField({
  id,
  label,
  hint,
  onFiles,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly onFiles: (files: readonly File[]) => void
}) {
  const words = useWords()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {words.listComma}
        {words.requests.new.proof}
        <span className="optional">{words.field.optional}</span>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        aria-describedby={`${id}-hint`}
        className="control"
        type="file"
        multiple
        accept=".pdf,.png,.jpg,.jpeg"
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
    </div>
  )
}
