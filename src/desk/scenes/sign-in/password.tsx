import { useState } from 'react'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Page } from '../../parts/page.tsx'
import { Problem } from '../../problem.ts'
import { useTakeSession } from '../../session.tsx'

/** Changing the own password at any time. */
export function PasswordPage() {
  const words = useWords().access
  const [isChanged, setIsChanged] = useState(false)
  return (
    <Page title={words.changeOwnTitle} lead={words.changeOwnWhy}>
      <div className="stack">
        {isChanged && (
          <p className="note-box ok" role="status">
            {words.changed}
          </p>
        )}
        <ChangePassword key={String(isChanged)} onChanged={() => setIsChanged(true)} />
      </div>
    </Page>
  )
}

export function ChangePassword({ onChanged }: { readonly onChanged?: () => void }) {
  const words = useWords().access
  const takeSession = useTakeSession()
  const form = useForm({ current: '', next: '', again: '' }, { current: words.current, next: words.next, again: words.again })
  return (
    <Form
      form={form}
      verb={words.change}
      busyVerb={words.changing}
      onSend={async ({ current, next, again }) => {
        if (next !== again) throw new Problem(400, 'invalid-input', words.differ, [{ where: 'again', what: words.differ }])
        takeSession(await answered(api.POST('/session/password', { body: { current, next } })))
        onChanged?.()
      }}
    >
      <TextField form={form} name="current" label={words.current} type="password" autoComplete="current-password" />
      <TextField form={form} name="next" label={words.next} hint={words.nextHint} type="password" autoComplete="new-password" />
      <TextField form={form} name="again" label={words.again} type="password" autoComplete="new-password" />
    </Form>
  )
}
