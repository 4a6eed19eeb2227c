/** What can happen to a challenge. Each is one row of challenge_event, and one of the audit log. */
import type { ChallengeKind, ChallengeOutcome, ChallengePart, Procedure } from './model.ts'

export interface ChallengeEvents {
  /** On the day the organ or court received it. */
  'challenge.filed': {
    readonly kind: ChallengeKind
    readonly part: ChallengePart
    readonly isDirect: boolean | null
    readonly reconsiderationId: string | null
    readonly requestIds: readonly string[]
    readonly organ: string
    readonly number: string
    readonly personId: string | null
    readonly grounds: string
  }
  'challenge.accepted': { readonly isDeemed: boolean; readonly number: string }
  /** The copy reached the body, by which it is accepted at the latest; given again, the later word counts. */
  'challenge.copy-received': { readonly procedure: Procedure; readonly number: string }
  'challenge.refused': { readonly number: string; readonly text: string }
  /** 复议答复书、答辩状 sent, with the evidence. */
  'challenge.answered': { readonly lateReason: string; readonly text: string }
  'challenge.decided': {
    readonly outcome: Exclude<ChallengeOutcome, 'withdrawn' | 'not-accepted'>
    readonly number: string
    readonly text: string
    /** The cases that were reopened with it. */
    readonly reopened: readonly string[]
  }
  'challenge.withdrawn': { readonly text: string }
  /** To the next court, or the same for retrial. */
  'challenge.appealed': {
    readonly stage: 'second' | 'retrial'
    readonly by: 'applicant' | 'body' | 'other'
    readonly organ: string
    readonly number: string
    readonly text: string
  }
  /** 发回重审: before the first court again. */
  'challenge.remanded': { readonly organ: string; readonly number: string; readonly text: string }
  'challenge.amended': {
    readonly organ?: string
    readonly number?: string
    readonly filedOn?: string
    readonly isDirect?: boolean
    readonly part?: ChallengePart
    readonly reconsiderationId?: string | null
    readonly requestIds?: readonly string[]
    readonly reason: string
  }
  'challenge.assigned': { readonly personId: string | null }
  'challenge.noted': { readonly text: string }
  'challenge.voided': { readonly reason: string }
}

export type ChallengeEventKind = keyof ChallengeEvents

export type ChallengeEvent = {
  [Kind in ChallengeEventKind]: {
    readonly id: string
    readonly kind: Kind
    /** The legal day, `YYYY-MM-DD`. */
    readonly on: string
    readonly at: Date
    /** Null of jobs. */
    readonly personId: string | null
    readonly data: ChallengeEvents[Kind]
  }
}[ChallengeEventKind]
