/** What a route promises: the OpenAPI document, the check of what comes in and the types of its handler are all made from this. */
import type { Static, TObject, TSchema } from 'typebox'
import type { Context } from '#db'
import type { Actor, Machine, Visitor } from '#identity'
import type { Language } from '#report'
import type { FailureCode } from '#words'
import type { ApiOptions } from './options.ts'

export const tags = {
  region: 'The region and the first run',
  session: 'Signing in, the session, the own account',
  demo: 'Only where the server runs the demo',
  bodies: 'Bodies and their sections',
  people: 'People, posts, delegations (代理) and handovers (交接)',
  work: 'Tasks and notifications',
  deadlines: 'Statutory clocks',
  calendar: 'Working days: notices of the State Council, local days',
  'sign-offs': 'Approval step by step (送审), on screen or on paper',
  requests: 'Requests for information (依申请公开): registered, handled, answered',
  challenges: 'Reconsiderations (行政复议) and lawsuits (行政诉讼)',
  messages: 'Notices by e-mail and SMS',
  registers: 'The year’s records beside the requests (台账), and what they count',
  reports: 'The annual report (年度报告): written, reviewed, filed, cleared, published, rolled up',
  redactions: 'Documents with parts blacked out (遮盖), and their proofs',
  tables: 'Tables 三 and 四 of the annual report, and the ledger of requests (依申请公开台账)',
  files: 'Attachments',
  administration: 'Settings, events, jobs',
  letters: 'Letters (文书), what is withheld (不予公开台账), the archive of a case',
  search: 'Search',
} as const
export type Tag = keyof typeof tags

/** A file that is sent or received; which media types. */
export interface FileAnswer {
  readonly file: readonly string[]
  readonly description: string
}

export interface Operation {
  /** Verb and noun, unique: the operationId. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, as `/bodies/:slug`. */
  readonly path: string
  readonly tag: Tag
  readonly summary: string
  readonly description?: string
  /** `public`: anyone; `signing-in`: a session at any stage; `signed-in`: a session whose sign-in is complete. */
  readonly access: 'public' | 'signing-in' | 'signed-in'
  /** What the policies must allow, as `body.change`; of several, any one. Absent where a session is enough. */
  readonly needs?: string | readonly string[]
  /** Asks for no session and changes nothing: scripts of other sites may ask it, too. */
  readonly fromAnywhere?: true
  /** Which limit of requests applies beside the general one. */
  readonly limit?: 'sign-in' | 'compute' | 'search'
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  /** A form with the file `file` and these fields beside it (multipart/form-data). */
  readonly form?: TObject
  /** By status. A null says: no content. */
  readonly answers: Readonly<Partial<Record<200 | 201 | 204, TSchema | FileAnswer | null>>>
  /** Codes of refusal that are particular to it, beside those that its shape implies. */
  readonly refusals?: readonly FailureCode[]
}

export type Input<S> = S extends TSchema ? Static<S> : Record<never, never>
/** What a handler gives whose answer has no body. */
type Nothing = Awaited<Promise<void>>
export type Answer<A> = {
  [Status in keyof A]: A[Status] extends TSchema ? Static<A[Status]> : A[Status] extends null ? Nothing : FileBytes
}[keyof A]

/** A file on its way out. */
export interface FileBytes {
  /** As it is to be saved; any characters. */
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly bytes: AsyncIterable<Uint8Array | string> | Uint8Array
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean
}

/** A file on its way in, whole; its type told by its bytes. */
export interface FileGiven {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** One request, read and checked, as a handler gets it. */
export interface Call<O extends Operation> {
  readonly ctx: Context
  readonly options: ApiOptions
  /** Of whoever is signed in; else a machine at the address the request came from. */
  readonly actor: O['access'] extends 'public' ? Actor | Machine : Actor
  readonly visitor: O['access'] extends 'public' ? Visitor | null : Visitor
  readonly params: Input<O['params']>
  readonly query: Input<O['query']>
  readonly body: O['form'] extends TSchema ? Static<O['form']> : Input<O['body']>
  /** Of an operation with a form. */
  readonly file: O['form'] extends TSchema ? FileGiven : null
  readonly language: Language
  /** Address of the network. */
  readonly address: string
  readonly agent: string
  /** The token of the cookie. */
  readonly token: string | null
  /** Gives the browser a session, or takes it away. */
  setSession(token: string | null): void
}

/** An operation with what it does. Handlers translate and present; what may be done is decided in identity. */
export interface Route {
  readonly operation: Operation
  handle(call: Call<Operation>): Promise<unknown>
}

export const route = <const O extends Operation>(operation: O, handle: (call: Call<O>) => Promise<Answer<O['answers']>>): Route => ({
  operation,
  handle: handle as unknown as Route['handle'],
})
