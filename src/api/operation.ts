/** What a route promises: the OpenAPI document, the check of what comes in and the types of its handler are all made from this. */
import type { Static, TObject, TSchema } from 'typebox'
import type { FailureCode } from '#words'

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
  files: 'Attachments',
  administration: 'Settings, events, jobs',
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
  /** The verb and noun of the policy that is asked, as `body.change`; absent where everyone signed in may. */
  readonly needs?: string
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
export type Answer<A> = {
  [Status in keyof A]: A[Status] extends TSchema ? Static<A[Status]> : A[Status] extends null ? undefined : FileBytes
}[keyof A]

/** A file on its way out. */
export interface FileBytes {
  readonly name: string
  readonly type: string
  readonly bytes: AsyncIterable<Uint8Array> | Uint8Array
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean
}

export const operation = <const O extends Operation>(one: O): O => one
