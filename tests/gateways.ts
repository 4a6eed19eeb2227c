/** Stand-ins on loopback for what notices leave the house by: a mail server, and a gateway for short messages. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly port: number
  readonly letters: ParsedMail[]
  close(): Promise<void>
}

/** Takes letters on `port` (any free one unless told); `refuses` gives the status to answer a recipient with. */
export async function mailServer(
  options: {
    port?: number
    account?: { user: string; password: string }
    refuses?: (address: string) => number | null
    silent?: boolean
  } = {},
): Promise<MailServer> {
  const letters: ParsedMail[] = []
  const { account, refuses } = options
  const server = new SMTPServer({
    disabledCommands: account ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    authOptional: !account,
    onAuth({ username, password }, _session, done) {
      if (username === account?.user && password === account?.password) done(null, { user: username })
      else done(Object.assign(new Error('no such account'), { responseCode: 535 }))
    },
    onRcptTo({ address }, _session, done) {
      const status = refuses?.(address) ?? null
      done(status === null ? null : Object.assign(new Error(`<${address}> is refused`), { responseCode: status }))
    },
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (letter) => {
          letters.push(letter)
          // A silent server takes the letter and never says so.
          if (!options.silent) done()
        },
        (error: Error) => done(error),
      )
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

export interface Question {
  readonly authorization: string | undefined
  readonly body: unknown
}

/** A gateway that answers each question as `answer` says, with JSON or a text. */
export async function smsGateway(answer: (question: Question, count: number) => { status: number; body: unknown; location?: string }) {
  const questions: Question[] = []
  const server = createServer(async (request, response) => {
    const question = { authorization: request.headers.authorization, body: JSON.parse(await textOf(request)) as unknown }
    questions.push(question)
    const { status, body, location } = answer(question, questions.length)
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    questions,
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
