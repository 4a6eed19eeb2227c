/** A reconsideration or a suit is written down as the organ or court tells of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { ChallengeKind, ChallengePart } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Field, Form, TextField, useForm } from '../../parts/form.tsx'
import { Page } from '../../parts/page.tsx'
import { PickBody } from '../../parts/pickers.tsx'
import { useSession } from '../../session.tsx'
import { PickCases } from '../case/pick-case.tsx'

export function OpenChallenge() {
  const words = useWords()
  const said = words.challenges.new
  const { today, posts } = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const about = useAddress().all('request')
  const [requests, setRequests] = useState<readonly string[]>(about)
  const own = posts.find(({ role }) => role === 'drafter' || role === 'disclosure-officer') ?? posts[0]
  const form = useForm(
    {
      body: own?.bodySlug ?? '',
      kind: 'reconsideration',
      part: 'respondent',
      before: 'direct',
      organ: '',
      number: '',
      filedOn: today,
      grounds: '',
    },
    { body: said.body, filedOn: said.filedOn },
  )
  const { values } = form
  const isSuit = values.kind === 'litigation'
  const earlier = useQuery({
    queryKey: ['challenges', 'reconsiderations', values.body],
    enabled: isSuit && values.body !== '',
    queryFn: () => answered(api.GET('/challenges', { params: { query: { body: values.body, kind: 'reconsideration', limit: 50 } } })),
  })
  return (
    <Page title={said.title} trail={['/challenges', words.challenges.title]}>
      <Form
        form={form}
        verb={said.send}
        busyVerb={said.sending}
        onSend={async ({ body, kind, part, before, organ, number, filedOn, grounds }) => {
          const opened = await answered(
            api.POST('/challenges', {
              body: {
                body,
                kind: kind as ChallengeKind,
                part: part as ChallengePart,
                ...(kind === 'litigation' &&
                  (before === 'direct' || before === 'elsewhere'
                    ? { isDirect: before === 'direct' }
                    : { isDirect: false, reconsiderationId: before })),
                requestIds: [...requests],
                ...(organ.trim() !== '' && { organ: organ.trim() }),
                number: number.trim(),
                filedOn,
                grounds: grounds.trim(),
              },
            }),
          )
          await Promise.all(['challenges', 'tables', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })))
          void navigate({ to: `/challenges/${opened.id}` })
        }}
      >
        <Field form={form} name="body" label={said.body}>
          {(control) => (
            <PickBody control={control} value={values.body} onChange={(slug) => form.set('body', slug)} called={own?.bodyName} />
          )}
        </Field>
        <ChoiceField form={form} name="kind" label={said.kind} options={Object.entries(words.challengeNames.kinds)} />
        <ChoiceField form={form} name="part" label={said.part} options={Object.entries(words.challengeNames.parts)} />
        {isSuit && (
          <ChoiceField
            form={form}
            name="before"
            label={said.path}
            options={[
              ['direct', words.challenges.direct],
              ['elsewhere', words.challenges.after],
              ...(earlier.data?.items ?? []).map(({ id, title }) => [id, `${words.challenges.after}${words.colon}${title}`] as const),
            ]}
          />
        )}
        <TextField form={form} name="organ" label={said.organ} hint={said.organHint} optional maxLength={200} />
        <TextField form={form} name="number" label={said.number} optional maxLength={100} />
        <TextField form={form} name="filedOn" label={said.filedOn} hint={said.filedHint} type="date" max={today} />
        <Field form={form} name="requestIds" label={said.requests} hint={said.requestsHint} optional>
          {(control) => <PickCases control={control} body={values.body} values={requests} onChange={setRequests} />}
        </Field>
        <TextField form={form} name="grounds" label={said.grounds} optional lines={4} maxLength={4000} />
      </Form>
    </Page>
  )
}
