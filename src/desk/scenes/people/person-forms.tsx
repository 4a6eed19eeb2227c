/** What is asked before something about a person changes. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { Language, Person, Post } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { useMay, useSession } from '../../session.tsx'
import { roleWords } from '../../shell/roles.ts'
import { blankPost, PostFields, postDraft } from './post-fields.tsx'

interface Asked {
  readonly person: Person
  readonly onDone: () => void
}

function useForget(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['people'] })
}

export function EditPersonForm({ person, onDone }: Asked) {
  const said = useWords().people
  const forget = useForget()
  const form = useForm(
    { name: person.name, phone: person.phone, email: person.email, language: person.language as string },
    { name: said.name },
  )
  return (
    <Form
      form={form}
      verb={said.save}
      onSend={async ({ name, phone, email, language }) => {
        await answered(
          api.PATCH('/people/{id}', {
            params: { path: { id: person.id } },
            // What was left alone may be masked, and is not sent back.
            body: {
              name: name.trim(),
              language: language as Language,
              ...(phone !== person.phone && { phone: phone.trim() }),
              ...(email !== person.email && { email: email.trim() }),
            },
          }),
        )
        await forget()
        onDone()
      }}
    >
      <p className="quiet">{said.masked}</p>
      <TextField form={form} name="name" label={said.name} maxLength={60} />
      <TextField form={form} name="phone" label={said.phone} optional type="tel" maxLength={30} />
      <TextField form={form} name="email" label={said.email} optional type="email" maxLength={100} />
      <ChoiceField form={form} name="language" label={said.language} options={Object.entries(said.languages)} />
    </Form>
  )
}

export function GivePostForm({ person, onDone }: Asked) {
  const said = useWords().people
  const { today } = useSession()
  const forget = useForget()
  const [post, setPost] = useState(blankPost(today))
  const form = useForm({})
  return (
    <Form
      form={form}
      verb={said.givePostVerb}
      onSend={async () => {
        await answered(api.POST('/people/{id}/posts', { params: { path: { id: person.id } }, body: postDraft(post) }))
        await forget()
        onDone()
      }}
    >
      <p className="quiet">{said.postsHint}</p>
      <PostFields formId={form.id} prefix="" post={post} errors={form.errors} onChange={setPost} />
    </Form>
  )
}

export function EndPostForm({ post, onDone }: { readonly post: Post; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.people
  const { today } = useSession()
  const forget = useForget()
  const form = useForm({ on: today }, { on: said.endPostOn })
  return (
    <Form
      form={form}
      danger
      verb={said.endPostVerb}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async ({ on }) => {
        await answered(api.POST('/posts/{id}/end', { params: { path: { id: post.id } }, body: { on } }))
        await forget()
        onDone()
      }}
    >
      <p>
        {post.body.name} {roleWords(post, words)}
      </p>
      <TextField form={form} name="on" label={said.endPostOn} type="date" />
    </Form>
  )
}

export function ResetForm({ person, onDone }: { readonly person: Person; readonly onDone: (password: string) => void }) {
  const said = useWords().people
  const forget = useForget()
  const form = useForm({})
  return (
    <Form
      form={form}
      danger
      verb={said.resetVerb}
      busyVerb={said.resetting}
      onSend={async () => {
        const { oneTimePassword } = await answered(api.POST('/people/{id}/reset', { params: { path: { id: person.id } } }))
        await forget()
        onDone(oneTimePassword)
      }}
    >
      <p>{said.resetHint}</p>
    </Form>
  )
}

export function UnlockForm({ person, onDone }: Asked) {
  const said = useWords().people
  const forget = useForget()
  const form = useForm({})
  return (
    <Form
      form={form}
      verb={said.unlock}
      onSend={async () => {
        await answered(api.POST('/people/{id}/unlock', { params: { path: { id: person.id } } }))
        await forget()
        onDone()
      }}
    >
      <p>{said.unlockHint}</p>
    </Form>
  )
}

export function LeaveForm({ person, onDone }: Asked) {
  const words = useWords()
  const said = words.people
  const may = useMay()
  const { today } = useSession()
  const forget = useForget()
  const form = useForm({ on: today }, { on: said.leaveOn })
  return (
    <Form
      form={form}
      danger
      verb={said.leaveVerb}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async ({ on }) => {
        await answered(api.POST('/people/{id}/leave', { params: { path: { id: person.id } }, body: { on } }))
        await forget()
        onDone()
      }}
    >
      <p>
        {said.leaveHint}{' '}
        {may('handover.make') && (
          <Link to="/handovers" search={{ from: person.id } as never}>
            {said.handOver}
          </Link>
        )}
      </p>
      <TextField form={form} name="on" label={said.leaveOn} type="date" />
    </Form>
  )
}
