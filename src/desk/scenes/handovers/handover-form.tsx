/** Moves everything one person holds at a body to another. What would move is shown before anything does. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { HandoverDraft, Moved } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { BodyField, PersonField } from '../../parts/pickers.tsx'
import { Skeleton } from '../../parts/states.tsx'
import { useSession } from '../../session.tsx'
import { countMoved, MovedList } from './moved.tsx'

export function HandoverForm({ from, onDone }: { readonly from: string; readonly onDone: () => void }) {
  const person = useQuery({
    queryKey: ['people', from, false],
    enabled: from !== '',
    queryFn: () => answered(api.GET('/people/{id}', { params: { path: { id: from } } })),
  })
  if (from !== '' && person.isPending) return <Skeleton />
  const at = person.data?.posts[0]?.body
  return <Fields from={from} called={person.data?.name} body={at && { slug: at.slug, name: at.name }} onDone={onDone} />
}

interface FieldsProps {
  readonly from: string
  readonly called?: string
  readonly body?: { readonly slug: string; readonly name: string }
  readonly onDone: () => void
}

function Fields({ from, called, body, onDone }: FieldsProps) {
  const words = useWords()
  const said = words.people
  const { posts } = useSession()
  const client = useQueryClient()
  const at = body ?? (posts[0] && { slug: posts[0].bodySlug, name: posts[0].bodyName })
  const form = useForm<HandoverDraft>(
    { from, to: '', body: at?.slug ?? '', note: '' },
    { from: said.fromWhom, to: said.toWhom, body: said.atBody },
  )
  // What was shown holds for exactly these three; changing one asks again.
  const asked = [form.values.from, form.values.to, form.values.body].join()
  const [seen, setSeen] = useState<{ readonly for: string; readonly moved: Moved } | null>(null)
  const isSeen = seen !== null && seen.for === asked
  const count = isSeen ? countMoved(seen.moved) : 0

  const send = async (draft: HandoverDraft) => {
    const dryRun = !isSeen || count === 0
    const { moved } = await answered(api.POST('/handovers', { params: { query: { dryRun } }, body: draft }))
    if (dryRun) return setSeen({ for: asked, moved })
    await Promise.all(['handovers', 'people', 'tasks', 'deadlines'].map((name) => client.invalidateQueries({ queryKey: [name] })))
    onDone()
  }
  return (
    <Form
      form={form}
      onSend={send}
      verb={isSeen && count > 0 ? said.make : said.see}
      busyVerb={isSeen && count > 0 ? said.making : said.seeing}
    >
      <BodyField form={form} name="body" label={said.atBody} called={at?.name} />
      <PersonField form={form} name="from" label={said.fromWhom} called={called} />
      <PersonField form={form} name="to" label={said.toWhom} />
      <TextField form={form} name="note" label={said.note} hint={said.noteHint} optional maxLength={500} />
      {isSeen && (
        <section className="note-box" aria-live="polite">
          {count === 0 ? (
            said.willMoveNothing
          ) : (
            <>
              <b>{said.willMove}</b>
              <MovedList moved={seen.moved} />
            </>
          )}
        </section>
      )}
    </Form>
  )
}
