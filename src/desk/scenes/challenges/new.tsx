/** Registering a reconsideration or a suit. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { ChallengeKind, ChallengePart } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { Page } from '../../parts/page.tsx'
import { BodyField, PersonField } from '../../parts/pickers.tsx'
import { useSession } from '../../session.tsx'
import { casesOf, numbersIn } from './numbers.ts'

export function OpenChallenge() {
  const words = useWords()
  const said = words.challenges
  const names = words.challengeNames
  const { posts, today } = useSession()
  const address = useAddress()
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useForm(
    {
      body: address.one('body') || (posts[0]?.bodySlug ?? ''),
      kind: 'reconsideration',
      part: 'respondent',
      isDirect: 'direct',
      reconsiderationId: '',
      requests: address.all('number').join('、'),
      organ: '',
      number: '',
      filedOn: '',
      personId: '',
      grounds: '',
    },
    { body: said.fields.body, filedOn: said.fields.filedOn },
  )
  const { kind, body, isDirect } = form.values
  const isAfter = kind === 'litigation' && isDirect === 'after'
  const before = useQuery({
    queryKey: ['challenges', 'before', body],
    queryFn: () => answered(api.GET('/challenges', { params: { query: { body, kind: 'reconsideration', limit: 100 } } })),
    enabled: isAfter && body !== '',
  })
  const send = async (values: typeof form.values) => {
    const made = await answered(
      api.POST('/challenges', {
        body: {
          body: values.body,
          kind: values.kind as ChallengeKind,
          part: values.part as ChallengePart,
          filedOn: values.filedOn,
          requestIds: await casesOf(numbersIn(values.requests), 'requests', said.notFound),
          ...(kind === 'litigation' && { isDirect: !isAfter }),
          ...(isAfter && values.reconsiderationId && { reconsiderationId: values.reconsiderationId }),
          ...(values.organ.trim() && { organ: values.organ }),
          ...(values.number.trim() && { number: values.number }),
          ...(values.personId && { personId: values.personId }),
          ...(values.grounds.trim() && { grounds: values.grounds }),
        },
      }),
    )
    await client.invalidateQueries({ queryKey: ['challenges'] })
    await navigate({ to: `/challenges/${made.id}` })
  }
  return (
    <Page title={said.newTitle} lead={said.newLead} trail={['/challenges', said.title]}>
      <div style={{ maxWidth: 640 }}>
        <Form form={form} onSend={send} verb={said.open} busyVerb={said.opening}>
          <BodyField form={form} name="body" label={said.fields.body!} called={posts.find(({ bodySlug }) => bodySlug === body)?.bodyName} />
          <ChoiceField
            form={form}
            name="kind"
            label={said.fields.kind!}
            options={(['reconsideration', 'litigation'] as const).map((one) => [one, names.kinds[one]!])}
          />
          {kind === 'litigation' && (
            <>
              <ChoiceField form={form} name="isDirect" label={said.fields.isDirect!} options={Object.entries(said.direct)} />
              {isAfter && (
                <ChoiceField
                  form={form}
                  name="reconsiderationId"
                  label={said.fields.reconsiderationId!}
                  options={[['', said.noReconsideration], ...(before.data?.items ?? []).map(({ id, title }) => [id, title] as const)]}
                />
              )}
              <ChoiceField
                form={form}
                name="part"
                label={said.fields.part!}
                hint={said.hints.part}
                options={(['respondent', 'co-defendant'] as const).map((one) => [one, names.parts[one]!])}
              />
            </>
          )}
          <TextField form={form} name="requests" label={said.fields.requests!} hint={said.hints.requests} lines={2} optional />
          <TextField form={form} name="filedOn" label={said.fields.filedOn!} hint={said.hints.filedOn} type="date" max={today} />
          <TextField form={form} name="organ" label={said.fields.organ!} hint={said.hints.organ} maxLength={200} optional />
          <TextField form={form} name="number" label={said.fields.number!} hint={said.hints.number} maxLength={100} optional />
          <PersonField form={form} name="personId" label={said.fields.personId!} optional />
          <TextField form={form} name="grounds" label={said.fields.grounds!} lines={4} maxLength={4000} optional />
        </Form>
      </div>
    </Page>
  )
}
