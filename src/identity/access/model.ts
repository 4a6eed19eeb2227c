/** Signing in, as the API and the commands see it. */
import type { Actor } from '../model.ts'

export const sessionStages = [
  /** The password was right; the code of the authenticator is still to come. */
  'totp',
  /** The password has to be changed before anything else. */
  'password-change',
  /** A role asks for an authenticator, and none is set up yet. */
  'totp-enrolment',
  /** Signed in. */
  'full',
] as const
export type SessionStage = (typeof sessionStages)[number]

export interface OpenSession {
  readonly id: string
  readonly stage: SessionStage
  /** To be sent with every unsafe request. */
  readonly csrf: string
  readonly expiresAt: Date
}

/** Who is at the other end of a token. Until the session is whole the actor holds no post. */
export interface Visitor {
  readonly actor: Actor
  readonly session: OpenSession
}

export interface SignedIn extends Visitor {
  /** What the browser keeps; the database has only its SHA-256. */
  readonly token: string
}

export interface SessionEntry {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string }
  readonly stage: SessionStage
  readonly startedAt: Date
  readonly seenAt: Date
  readonly expiresAt: Date
  readonly address: string
  readonly agent: string
  /** The session of the actor who asks. */
  readonly current: boolean
}

export type EndReason = 'signed-out' | 'expired' | 'ended-by-person' | 'ended-by-administrator' | 'password-changed' | 'left'
