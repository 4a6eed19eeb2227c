/** Adding a person with posts; the one-time password is shown once. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { Language, PersonAdded } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { OneTimeDialog } from '../../parts/one-time.tsx'
import { Page } from '../../parts/page.tsx'
import { useSession } from '../../session.tsx'
import { blankPost, PostFields, type PostWritten, postDraft } from './post-fields.tsx'

export function AddPerson() {
  const words = useWords()
  const said = words.people
  const { today } = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useForm({ name: '', username: '', phone: '', email: '', language: 'zh-CN' }, { name: said.name, username: said.username })
  const [posts, setPosts] = useState<readonly PostWritten[]>([blankPost(today)])
  const [added, setAdded] = useState<PersonAdded | null>(null)
  const numbered = posts.map((post, place) => ({ post, place, key: `${place}` }))
  return (
    <Page title={said.addTitle} trail={['/people', said.title]}>
      <Form
        form={form}
        verb={said.add}
        busyVerb={said.adding}
        onSend={async ({ name, username, phone, email, language }) => {
          setAdded(
            await answered(
              api.POST('/people', {
                body: {
                  name: name.trim(),
                  username: username.trim(),
                  phone: phone.trim(),
                  email: email.trim(),
                  language: language as Language,
                  posts: posts.map(postDraft),
                },
              }),
            ),
          )
          await client.invalidateQueries({ queryKey: ['people'] })
        }}
      >
        <TextField form={form} name="name" label={said.name} maxLength={60} />
        <TextField form={form} name="username" label={said.username} hint={said.usernameHint} maxLength={40} autoComplete="off" />
        <TextField form={form} name="phone" label={said.phone} optional type="tel" maxLength={30} />
        <TextField form={form} name="email" label={said.email} optional type="email" maxLength={100} />
        <ChoiceField form={form} name="language" label={said.language} options={Object.entries(said.languages)} />
        <h2>{said.posts}</h2>
        <p className="quiet">{said.postsHint}</p>
        {numbered.map(({ post, place, key }) => (
          <fieldset key={key} className="field" style={{ maxWidth: 900 }}>
            <legend>{said.postOf(place + 1)}</legend>
            <PostFields
              formId={form.id}
              prefix={`posts.${place}.`}
              post={post}
              errors={form.errors}
              onChange={(next) => setPosts(posts.map((old, at) => (at === place ? next : old)))}
            />
            <Button size="small" style={{ marginTop: 8 }} onClick={() => setPosts(posts.filter((_, at) => at !== place))}>
              {words.remove}
            </Button>
          </fieldset>
        ))}
        <Button onClick={() => setPosts([...posts, blankPost(today)])}>{said.addPost}</Button>
      </Form>
      <OneTimeDialog
        name={added?.person.name ?? ''}
        slips={added && [{ username: added.person.username ?? '', password: added.oneTimePassword }]}
        onClose={() => void navigate({ to: `/people/${added?.person.id}` })}
      />
    </Page>
  )
}
