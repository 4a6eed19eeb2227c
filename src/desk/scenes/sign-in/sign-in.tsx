/** Signing in, one step after another as the session's stage asks: password, code, enrolment, change of password. */
import { useQuery } from '@tanstack/react-query'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Session } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Gate } from '../../parts/gate.tsx'
import { LeadTo } from '../../parts/lead-to.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Skeleton } from '../../parts/states.tsx'
import { useSessionQuery, useTakeSession } from '../../session.tsx'
import { useRegion } from '../../shell/shell.tsx'
import { DemoRoles } from './demo-roles.tsx'
import { EnrolAuthenticator } from './enrol.tsx'
import { ChangePassword } from './password.tsx'

export function SignIn() {
  const words = useWords().access
  const session = useSessionQuery()
  const firstRun = useQuery({ queryKey: ['first-run'], queryFn: () => answered(api.GET('/first-run')) })
  const region = useRegion()
  const address = useAddress()

  if (session.isPending || firstRun.isPending) return <Skeleton />
  if (firstRun.data?.needed) return <LeadTo to="/first-run" />
  if (session.isError) {
    return (
      <Gate title={words.signIn}>
        <ProblemBox error={session.error} again={() => void session.refetch()} />
      </Gate>
    )
  }
  switch (session.data?.stage) {
    case undefined:
      return (
        <Gate title={words.signIn} beside={region.data?.demo ? <DemoRoles /> : undefined}>
          <Credentials ended={address.one('next') !== ''} />
        </Gate>
      )
    case 'totp':
      return (
        <Gate title={words.totpTitle}>
          <ConfirmCode />
          <StartOver />
        </Gate>
      )
    case 'totp-enrolment':
      return (
        <Gate title={words.enrolTitle}>
          <EnrolAuthenticator />
          <StartOver />
        </Gate>
      )
    case 'password-change':
      return (
        <Gate title={words.changeTitle}>
          <p>{words.changeWhy}</p>
          <ChangePassword />
          <StartOver />
        </Gate>
      )
    case 'full':
      return <LeadTo to={insideOnly(address.one('next'))} />
  }
}

/** Only a path of the desk: an address elsewhere in `next` would lead a person away after signing in. */
export const insideOnly = (next: string): string => (/^\/(?![/\\])/.test(next) ? next.replace(/^\/desk(?=\/|$)/, '') || '/' : '/')

function Credentials({ ended }: { readonly ended: boolean }) {
  const words = useWords()
  const takeSession = useTakeSession()
  const form = useForm({ username: '', password: '' }, { username: words.access.username, password: words.access.password })
  const signIn = async (values: { username: string; password: string }) => {
    const session: Session = await answered(api.POST('/session', { body: { username: values.username.trim(), password: values.password } }))
    takeSession(session)
  }
  return (
    <>
      {ended && <p className="note-box">{words.access.ended}</p>}
      <Form form={form} onSend={signIn} verb={words.access.signIn} busyVerb={words.access.signingIn} label={words.access.signIn}>
        <TextField form={form} name="username" label={words.access.username} autoComplete="username" autoFocus />
        <TextField form={form} name="password" label={words.access.password} type="password" autoComplete="current-password" />
      </Form>
      <p className="quiet small">{words.access.forgot}</p>
    </>
  )
}

function ConfirmCode() {
  const words = useWords().access
  const takeSession = useTakeSession()
  const form = useForm({ code: '' }, { code: words.code })
  return (
    <>
      <p>{words.totpHint}</p>
      <Form
        form={form}
        onSend={async ({ code }) => takeSession(await answered(api.POST('/session/totp', { body: { code: digitsOf(code) } })))}
        verb={words.confirm}
        busyVerb={words.confirming}
      >
        <TextField form={form} name="code" label={words.code} autoComplete="one-time-code" inputMode="numeric" maxLength={8} autoFocus />
      </Form>
    </>
  )
}

/** Authenticators show the code with a space in the middle. */
export const digitsOf = (code: string) => code.replace(/\s/g, '')

function StartOver() {
  const words = useWords().access
  const takeSession = useTakeSession()
  const leave = async () => {
    await answered(api.DELETE('/session')).catch(() => undefined)
    takeSession(null)
  }
  return (
    <button type="button" className="link-button" onClick={() => void leave()}>
      {words.startOver}
    </button>
  )
}
