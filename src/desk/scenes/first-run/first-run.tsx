/** The first run of an empty installation, in four steps: region, government and office, administrators, their one-time passwords. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { BodyLevel, OneTimePassword } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, type FormState, TextField, useForm } from '../../parts/form.tsx'
import { Gate } from '../../parts/gate.tsx'
import { OneTimeSlips } from '../../parts/one-time.tsx'
import { Skeleton } from '../../parts/states.tsx'
import { Problem } from '../../problem.ts'
import { useTakeSession } from '../../session.tsx'

const nothing = {
  'region.name': '',
  'region.shortName': '',
  'region.code': '',
  'government.name': '',
  'government.slug': '',
  'government.level': 'county',
  'office.name': '',
  'office.slug': '',
  'administrator.name': '',
  'administrator.username': '',
  'administrator.password': '',
  again: '',
  'securityAdmin.name': '',
  'securityAdmin.username': '',
  'auditAdmin.name': '',
  'auditAdmin.username': '',
}
type Draft = typeof nothing
type Field = keyof Draft

/** The fields of each step, so that the server's refusals lead back to the step that can mend them. */
const steps: readonly (readonly Field[])[] = [
  ['region.name', 'region.shortName', 'region.code'],
  ['government.name', 'government.slug', 'government.level', 'office.name', 'office.slug'],
  [
    'administrator.name',
    'administrator.username',
    'administrator.password',
    'again',
    'securityAdmin.name',
    'securityAdmin.username',
    'auditAdmin.name',
    'auditAdmin.username',
  ],
]

export function FirstRun() {
  const words = useWords().access.firstRun
  const needed = useQuery({ queryKey: ['first-run'], queryFn: () => answered(api.GET('/first-run')) })
  const [slips, setSlips] = useState<readonly OneTimePassword[] | null>(null)
  if (needed.isPending) return <Skeleton />
  return (
    <Gate title={words.title} broad>
      {slips ? <Slips slips={slips} /> : needed.data?.needed === false ? <Already /> : <Wizard onDone={setSlips} />}
    </Gate>
  )
}

function Wizard({ onDone }: { readonly onDone: (slips: readonly OneTimePassword[]) => void }) {
  const words = useWords()
  const said = words.access.firstRun
  const [step, setStep] = useState(0)
  const form = useForm<Draft>(nothing)
  const fields = steps[step]!

  const goOn = async (draft: Draft) => {
    const wrong = fields.flatMap((name) => {
      const what = wrongWith(name, draft, words.field.required, said, words.access.differ)
      return what === null ? [] : [{ where: name, what }]
    })
    if (wrong.length > 0) throw new Problem(400, 'invalid-input', '', wrong)
    if (step < 2) return setStep(step + 1)
    try {
      onDone((await answered(api.POST('/first-run', { body: draftBody(draft) }))).oneTime)
    } catch (failure) {
      if (failure instanceof Problem) {
        const at = steps.findIndex((names) => failure.fields.some(({ where }) => names.includes(where as Field)))
        if (at !== -1) setStep(at)
      }
      throw failure
    }
  }

  return (
    <>
      <p>{said.intro}</p>
      <Steps at={step} />
      <Form
        key={step}
        form={form}
        onSend={goOn}
        verb={step < 2 ? said.next : said.finish}
        busyVerb={step < 2 ? said.next : said.finishing}
        secondary={step > 0 && <Button onClick={() => setStep(step - 1)}>{said.previous}</Button>}
      >
        {step === 0 && <RegionFields form={form} />}
        {step === 1 && <BodyFields form={form} />}
        {step === 2 && <AdministratorFields form={form} />}
      </Form>
    </>
  )
}

function wrongWith(
  name: Field,
  draft: Draft,
  empty: string,
  said: { regionCodeWrong: string; slugWrong: string },
  differ: string,
): string | null {
  const value = draft[name].trim()
  if (value === '') return empty
  if (name === 'region.code' && !/^\d{6}(\d{3}|\d{6})?$/.test(value)) return said.regionCodeWrong
  if (name.endsWith('.slug') && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return said.slugWrong
  if (name === 'again' && value !== draft['administrator.password'].trim()) return differ
  return null
}

function draftBody(draft: Draft) {
  const trimmed = (name: Field) => draft[name].trim()
  return {
    region: { code: trimmed('region.code'), name: trimmed('region.name'), shortName: trimmed('region.shortName') },
    government: { name: trimmed('government.name'), slug: trimmed('government.slug'), level: draft['government.level'] as BodyLevel },
    office: { name: trimmed('office.name'), slug: trimmed('office.slug') },
    administrator: {
      name: trimmed('administrator.name'),
      username: trimmed('administrator.username'),
      password: draft['administrator.password'],
    },
    securityAdmin: { name: trimmed('securityAdmin.name'), username: trimmed('securityAdmin.username') },
    auditAdmin: { name: trimmed('auditAdmin.name'), username: trimmed('auditAdmin.username') },
  }
}

function Steps({ at }: { readonly at: number }) {
  const words = useWords().access.firstRun
  return (
    <>
      <h2>
        {words.stepOf(at + 1)}
        <span className="unseen"> {words.steps[at]}</span>
      </h2>
      <ol className="steps">
        {words.steps.map((name, place) => (
          <li key={name} aria-current={place === at ? 'step' : undefined}>
            {place + 1} {name}
          </li>
        ))}
      </ol>
    </>
  )
}

function RegionFields({ form }: { readonly form: FormState<Draft> }) {
  const words = useWords().access.firstRun
  return (
    <>
      <TextField form={form} name="region.name" label={words.regionName} hint={words.regionNameHint} maxLength={60} />
      <TextField form={form} name="region.shortName" label={words.regionShort} hint={words.regionShortHint} maxLength={20} />
      <TextField form={form} name="region.code" label={words.regionCode} hint={words.regionCodeHint} inputMode="numeric" maxLength={12} />
    </>
  )
}

function BodyFields({ form }: { readonly form: FormState<Draft> }) {
  const words = useWords().access
  return (
    <>
      <TextField
        form={form}
        name="government.name"
        label={words.firstRun.governmentName}
        hint={words.firstRun.governmentNameHint}
        maxLength={100}
      />
      <TextField form={form} name="government.slug" label={words.firstRun.slug} hint={words.firstRun.slugHint} maxLength={60} />
      <ChoiceField form={form} name="government.level" label={words.firstRun.level} options={Object.entries(words.levels)} />
      <TextField form={form} name="office.name" label={words.firstRun.officeName} hint={words.firstRun.officeNameHint} maxLength={100} />
      <TextField form={form} name="office.slug" label={words.firstRun.slug} hint={words.firstRun.slugHint} maxLength={60} />
    </>
  )
}

function AdministratorFields({ form }: { readonly form: FormState<Draft> }) {
  const words = useWords().access
  const said = words.firstRun
  const three = [
    ['administrator', said.systemAdmin],
    ['securityAdmin', said.securityAdmin],
    ['auditAdmin', said.auditAdmin],
  ] as const
  return (
    <>
      <p>{said.administratorsWhy}</p>
      {three.map(([who, title]) => (
        <fieldset key={who} className="field">
          <legend>{title}</legend>
          <TextField form={form} name={`${who}.name`} label={said.personName} maxLength={60} />
          <TextField form={form} name={`${who}.username`} label={said.username} hint={said.usernameHint} maxLength={40} />
          {who === 'administrator' && (
            <>
              <TextField
                form={form}
                name="administrator.password"
                label={said.systemPassword}
                hint={words.nextHint}
                type="password"
                autoComplete="new-password"
              />
              <TextField form={form} name="again" label={words.again} type="password" autoComplete="new-password" />
            </>
          )}
        </fieldset>
      ))}
    </>
  )
}

function Slips({ slips }: { readonly slips: readonly OneTimePassword[] }) {
  const words = useWords().access.firstRun
  const client = useQueryClient()
  const takeSession = useTakeSession()
  return (
    <>
      <Steps at={3} />
      <h2>{words.oneTimeTitle}</h2>
      <p>{words.oneTimeWhy}</p>
      <OneTimeSlips slips={slips} />
      <Link
        className="button filled tall no-print"
        to="/sign-in"
        onClick={() => {
          takeSession(null)
          // Known without asking: the page of sign-in would else lead back here.
          client.setQueryData(['first-run'], { needed: false })
          void client.invalidateQueries()
        }}
      >
        {words.done}
      </Link>
    </>
  )
}

function Already() {
  const words = useWords().access.firstRun
  return (
    <p>
      {words.already} <Link to="/sign-in">{words.toSignIn}</Link>
    </p>
  )
}
