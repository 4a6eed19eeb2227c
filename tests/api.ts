/** A server with the API on a database of its own, and clients that speak to it as a browser of ours would. */
import fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { type ApiOptions, basePath, registerApi } from '#api'
import { type Context, inTransaction } from '#db'
import { addPersonIn, createAccountWithoutPassword, type NewPost, signInForDemo } from '#identity'
import { jobBoard } from '#jobs'
import { county, machine } from './county.ts'
import { testDatabase } from './database.ts'

/** What JSON holds, as tests look into it: anything may stand at any name. */
export interface Json {
  readonly [name: string]: Json
  readonly [index: number]: Json
}
export const rowsOf = (json: Json | undefined): Json[] => json as unknown as Json[]

export interface Answer {
  readonly status: number
  /** Read as JSON where it is some; else null. */
  readonly body: Json
  readonly text: string
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Sends a form with a file, as a browser does. */
  upload(path: string, file: { name: string; bytes: Uint8Array; type?: string } | null, fields?: Record<string, string>): Promise<Answer>
}

export interface ApiForTests {
  readonly ctx: Context
  readonly url: string
  readonly server: FastifyInstance
  /** What was reported as unforeseen. */
  readonly reported: { reference: string; failure: unknown }[]
  /** Nobody: no cookie, but an Origin of ours. */
  readonly visitor: Client
  /** A person with these posts, signed in. Called twice with a name, it is the same person. */
  as(name: string, ...posts: NewPost[]): Promise<Client & { readonly personId: string }>
  /** An administrator of the county, by username: `system`, `security`, `audit`. */
  administrator(username: string): Promise<Client & { readonly personId: string }>
  close(): Promise<void>
}

/** Opens a server over the county of tests/county.ts. */
export async function apiServer(options: Partial<ApiOptions> & { readonly bare?: boolean } = {}): Promise<ApiForTests> {
  const { bare, ...given } = options
  const { ctx, url, close } = await testDatabase()
  if (!bare) await county(ctx)
  const reported: ApiForTests['reported'] = []
  const server = fastify({ logger: false })
  await registerApi(server, ctx, { report: (reference, failure) => reported.push({ reference, failure }), jobs: jobBoard(ctx), ...given })
  await server.ready()

  const people = new Map<string, string>()
  const signedIn = async (personId: string) => {
    const { token, session } = await signInForDemo(ctx, { personId, address: '127.0.0.1', agent: 'tests' })
    return { ...clientOf(server, { cookie: `gongkai=${token}`, 'x-csrf-token': session.csrf }), personId }
  }
  return {
    ctx,
    url,
    server,
    reported,
    visitor: clientOf(server, {}),
    async as(name, ...posts) {
      const known = people.get(name)
      if (known !== undefined) return signedIn(known)
      const username = `person-${people.size + 1}`
      const { person } = await inTransaction(ctx, (tx) =>
        addPersonIn(tx, ctx, machine, { name, username, posts }, async (inner, same, account) => {
          await createAccountWithoutPassword(inner, same, account)
          return null
        }),
      )
      people.set(name, person.id)
      return signedIn(person.id)
    },
    async administrator(username) {
      const { person_id } = await ctx.db
        .selectFrom('account')
        .select('person_id')
        .where('username', '=', username)
        .executeTakeFirstOrThrow()
      return signedIn(person_id)
    },
    async close() {
      await server.close()
      await close()
    },
  }
}

function clientOf(server: FastifyInstance, own: Record<string, string>): Client {
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const payload = body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return ask(
      server,
      { method, url: basePath + path, payload: payload.payload },
      { origin: 'http://localhost', ...own, ...payload.headers, ...headers },
    )
  }
  return {
    get: (path, headers = {}) => ask(server, { method: 'GET', url: basePath + path }, { ...own, ...headers }),
    send,
    post: (path, body, headers) => send('POST', path, body, headers),
    upload(path, file, fields = {}) {
      const { payload, type } = formOf(file, fields)
      return ask(server, { method: 'POST', url: basePath + path, payload }, { origin: 'http://localhost', 'content-type': type, ...own })
    },
  }
}

async function ask(server: FastifyInstance, request: InjectOptions, headers: Record<string, string>): Promise<Answer> {
  const { statusCode, payload, headers: answered } = await server.inject({ ...request, headers: { host: 'localhost', ...headers } })
  const isJson = String(answered['content-type'] ?? '').includes('json') && !String(answered['content-type']).includes('jsonl')
  return { status: statusCode, body: (isJson ? JSON.parse(payload) : null) as unknown as Json, text: payload, headers: answered }
}

function formOf(
  file: { name: string; bytes: Uint8Array; type?: string } | null,
  fields: Record<string, string>,
): { payload: Buffer; type: string } {
  const boundary = '----gongkai-tests'
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  if (file)
    parts.push(
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`,
      ),
      Buffer.from(file.bytes),
      Buffer.from('\r\n'),
    )
  return { payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` }
}
