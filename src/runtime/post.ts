/** How notices leave the house: e-mail by SMTP, short messages by whatever gateway answers the adapter's question. */
import { isIP } from 'node:net'
import { createTransport } from 'nodemailer'
import { type Context, type MailPost, type SmsPost, Undeliverable } from '#db'

export interface MailSettings {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (smtps). */
  readonly isSecure: boolean
  /** False: no STARTTLS even where it is offered. */
  readonly startsTls: boolean
  readonly account: { readonly user: string; readonly password: string } | null
  readonly from: { readonly name: string; readonly address: string }
}

export interface SmsSettings {
  readonly url: string
  readonly token: string | null
}

/** In milliseconds. A notice's row is locked while it is sent, and a transaction may stand still for a minute. */
const timeouts = { connect: 10_000, answer: 15_000, whole: 40_000 }

/** The posts of what is set; null where a channel is not. `timeout` in milliseconds is of one whole attempt. */
export const openPost = (
  { mail, sms }: { readonly mail: MailSettings | null; readonly sms: SmsSettings | null },
  timeout = timeouts.whole,
): Context['post'] => ({
  mail: mail && openMail(mail, timeout),
  sms: sms && openSms(sms, timeout),
})

/** One connection a letter: a body sends few, and a server that went away is met again by the next. */
function openMail({ host, port, isSecure, startsTls, account, from }: MailSettings, timeout: number): MailPost {
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    ignoreTLS: !startsTls,
    // A password never crosses a network in the clear unless the operator has said so.
    requireTLS: startsTls && account !== null && !isSecure && !isThisMachine(host),
    connectionTimeout: Math.min(timeouts.connect, timeout),
    greetingTimeout: Math.min(timeouts.connect, timeout),
    socketTimeout: Math.min(timeouts.answer, timeout),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(account && { auth: { user: account.user, pass: account.password } }),
  })
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return async ({ to, subject, text, reference }) => {
    const letter = {
      from,
      to: { name: '', address: to },
      subject,
      text,
      // The same at every try: where the answer to the first was lost, the second is known as its double.
      messageId: `<${reference}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    }
    try {
      const { response } = await within(timeout, transport.sendMail(letter))
      return response
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number }
      // Refused at the sign-in or before, it is the settings that are wrong; refused for this letter, it is refused for good.
      if ((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500)
        throw new Undeliverable((error as Error).message, { cause: error })
      throw error
    }
  }
}

/**
 * POST {to, text, reference} with the bearer token. 2xx with {"id": …} means taken. Of a 2xx without an id nobody knows whether it was
 * taken: it is not sent again by itself. 4xx is refused for good, but for sign-in, time-out and too many at once; everything else is tried again.
 */
function openSms({ url, token }: SmsSettings, timeout: number): SmsPost {
  return async (message) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(message),
      // Elsewhere the token and the number are nobody's business.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    })
    const said = (await answer.text()).slice(0, 2000)
    if (answer.ok) {
      const id = idOf(said)
      if (id === null) throw new Undeliverable(`${answer.status} without an id: ${said.slice(0, 200)}`)
      return id
    }
    const problem = `${answer.status}: ${said.slice(0, 200)}`
    const isOurs = answer.status >= 400 && answer.status < 500 && ![401, 403, 404, 407, 408, 425, 429].includes(answer.status)
    throw isOurs ? new Undeliverable(problem) : new Error(problem)
  }
}

function idOf(said: string): string | null {
  try {
    const { id } = JSON.parse(said) as { id?: unknown }
    return typeof id === 'string' && id !== '' ? id : typeof id === 'number' ? String(id) : null
  } catch {
    return null
  }
}

async function within<T>(timeout: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeout / 1000} s`)), timeout)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const isThisMachine = (host: string): boolean => host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.')) || host === '::1'
