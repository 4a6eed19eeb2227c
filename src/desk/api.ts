/** The one way to the server: typed by the API's own description, with what every request needs and what every refusal means. */
import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './api-types.ts'
import { type FieldProblem, Problem, problemOf } from './problem.ts'

let csrf = ''
let language = 'zh-CN'
let whenSignedOut = () => {}

/** The token that GET and POST /session give; every unsafe request carries it. */
export const keepCsrf = (token: string) => {
  csrf = token
}

/** The language in which refusals and steps are told. */
export const speak = (to: string) => {
  language = to
}

/** What to do where the server says that nobody is signed in. */
export const onSignedOut = (then: () => void) => {
  whenSignedOut = then
}

const everyRequest: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', language)
    if (csrf && request.method !== 'GET') request.headers.set('x-csrf-token', csrf)
    return request
  },
  onResponse({ response, schemaPath }) {
    // Without a session GET /session is how the desk asks whether there is one; a wrong password is no end of a session either.
    if (response.status === 401 && !schemaPath.endsWith('/session') && !schemaPath.includes('/session/')) whenSignedOut()
    return response
  },
}

export const base = '/api/v1'
export const api = createClient<paths>({ baseUrl: base, credentials: 'same-origin' })
api.use(everyRequest)

interface Answer<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** What the server answered. Throws Problem where it refused, and where it cannot be reached. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch {
    throw Problem.unreachable()
  }
  if (!answer.response.ok) throw problemOf(answer.response.status, answer.error)
  return answer.data as T
}

/** Sends one file, with other fields beside it. Throws Problem as `answered` does. */
export async function sendFile<T>(path: string, file: File, fields: Readonly<Record<string, string>> = {}): Promise<T> {
  const body = new FormData()
  // Fields go first: the server knows them by the time the file's bytes arrive.
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  let response: Response
  try {
    response = await fetch(base + path, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { 'x-csrf-token': csrf, 'accept-language': language },
    })
  } catch {
    throw Problem.unreachable()
  }
  const text = await response.text()
  if (response.status === 401) whenSignedOut()
  if (!response.ok) throw problemOf(response.status, text)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export type { FieldProblem }
