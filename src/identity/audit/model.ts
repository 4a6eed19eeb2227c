/** What happened, as it is written and as it is read. */

/** Who records: an Actor, a Machine, or somebody at the door who has not signed in. */
export interface Recorder {
  readonly personId: string | null
  /** An address of the network, `cli`, `job NAME` or `system`. */
  readonly origin: string
}

/** `noun.past-tense`, as `request.received`. */
export type EventKind = `${string}.${string}`

export interface Happening {
  readonly kind: EventKind
  readonly noun: string
  readonly nounId: string
  readonly bodyId?: string | null
  /** For whom it was done under a delegation (代理). */
  readonly onBehalfOf?: string | null
  /** What changed, as JSON can hold it. Personal data in it is masked before it is kept. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Event {
  readonly seq: number
  readonly at: Date
  readonly actorId: string | null
  readonly onBehalfOf: string | null
  readonly bodyId: string | null
  readonly origin: string
  readonly kind: string
  readonly noun: string
  readonly nounId: string
  /** Null once archived or purged. */
  readonly detail: Readonly<Record<string, unknown>> | null
}

/** Why the chain does not hold at an event. Sentences are in words/access.ts. */
export type BreakReason =
  /** A number is left out, or stands twice. */
  | 'gap'
  /** The event names another predecessor than the one that stands before it. */
  | 'previous'
  /** A column is not as it was written. */
  | 'changed'
  /** The detail is not as it was written. */
  | 'detail'
  /** The detail is gone, and no archiving or purge says so. */
  | 'forgotten'
  /** The newest event is not the one the head names: the end was cut off, or added to. */
  | 'head'

export interface ChainState {
  /** How many events were read. */
  readonly events: number
  /** Of them, those whose detail was archived or purged, as later events say. */
  readonly forgotten: number
  readonly head: { readonly seq: number; readonly hash: string }
  readonly broken: { readonly seq: number; readonly why: BreakReason } | null
}
