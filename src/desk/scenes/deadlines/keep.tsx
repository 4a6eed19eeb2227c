import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { useSession } from '../../session.tsx'
import type { Clock } from './clock.ts'

interface KeepProps {
  readonly clock: Clock
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Keeps a clock under a name: it appears in what is due, and is counted anew when holidays change. */
export function KeepDialog({ isOpen, onClose, clock }: KeepProps) {
  const words = useWords().deadline
  return (
    <Dialog title={words.keepTitle} isOpen={isOpen} onClose={onClose}>
      <KeepForm clock={clock} />
    </Dialog>
  )
}

function KeepForm({ clock }: { readonly clock: Clock }) {
  const words = useWords().deadline
  const { posts, person } = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const bodies = [...new Map(posts.map(({ bodySlug, bodyName }) => [bodySlug, bodyName] as const))]
  const form = useForm({ title: '', body: bodies[0]?.[0] ?? '' }, { title: words.name, body: words.body })
  return (
    <Form
      form={form}
      verb={words.keep}
      busyVerb={words.keeping}
      onSend={async ({ title, body }) => {
        const kept = await answered(
          api.POST('/deadlines', { body: { title, body, person: person.id, receivedOn: clock.received, events: [...clock.events] } }),
        )
        await Promise.all([client.invalidateQueries({ queryKey: ['deadlines'] }), client.invalidateQueries({ queryKey: ['tasks'] })])
        void navigate({ to: `/deadlines/${kept.id}` })
      }}
    >
      <p>{words.keepHint}</p>
      <TextField form={form} name="title" label={words.name} hint={words.nameHint} maxLength={200} />
      <ChoiceField form={form} name="body" label={words.body} options={bodies} />
    </Form>
  )
}
