import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useTakeSession } from '../../session.tsx'
import { digitsOf } from './sign-in.tsx'

/** Links an authenticator: the code to scan or to type, then the first digits as proof. */
export function EnrolAuthenticator() {
  const words = useWords().access
  const takeSession = useTakeSession()
  // Each asking makes a new secret, so it is asked once and kept.
  const enrolment = useQuery({
    queryKey: ['totp-enrolment'],
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: () => answered(api.POST('/session/totp-enrolment')),
  })
  const form = useForm({ code: '' }, { code: words.code })
  return (
    <>
      <p>{words.enrolWhy}</p>
      <Loaded query={enrolment}>
        {({ qr, secret }) => (
          <>
            <p>{words.enrolScan}</p>
            <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qr)}`} alt={words.qr} width={200} height={200} />
            <p>
              {words.enrolManual}
              <br />
              <span className="mono secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
            </p>
            <p>{words.enrolCode}</p>
            <Form
              form={form}
              onSend={async ({ code }) =>
                takeSession(await answered(api.POST('/session/totp-enrolment/confirm', { body: { code: digitsOf(code) } })))
              }
              verb={words.enrolConfirm}
              busyVerb={words.enrolling}
            >
              <TextField form={form} name="code" label={words.code} autoComplete="one-time-code" inputMode="numeric" maxLength={8} />
            </Form>
          </>
        )}
      </Loaded>
    </>
  )
}
