/** A case as it is shown. */
import type { DeadlineResult, RulerCell } from '#calendar'
import type { Attachment, Lamp } from '#identity'
import type { CaseEvent, CaseEventKind } from '../events.ts'
import type { LimitKind } from '../limits/model.ts'
import type { VerbName } from '../machine.ts'
import type { Applicant, CaseState, FoldedCase } from '../model.ts'
import type { StoredForm, StoredRequest } from './store.ts'

interface Link {
  readonly id: string
  readonly name: string
}

/** A line of a list. */
export interface CaseRow
  extends Pick<
    StoredRequest,
    | 'id'
    | 'type'
    | 'number'
    | 'title'
    | 'kind'
    | 'state'
    | 'channel'
    | 'submittedOn'
    | 'receivedOn'
    | 'unconfirmedBy'
    | 'dueOn'
    | 'dueStatus'
    | 'outcome'
    | 'row'
    | 'concludedOn'
    | 'reopened'
  > {
  readonly body: Link & { readonly slug: string }
  /** Of a natural person masked. */
  readonly applicant: string
  readonly daysLeft: number | null
  readonly lamp: Lamp
  readonly ruler: readonly RulerCell[]
  readonly person: Link | null
  readonly late: boolean
  /** The paper under way, drafted and not sent; the newest. */
  readonly letter: { readonly kind: string; readonly state: 'draft' | 'reviewing' | 'approved' } | null
}

/** A limit beside the case's own clock. */
export interface ShownLimit {
  readonly id: string
  readonly kind: LimitKind
  /** Id of the consultation or the inquiry it belongs to; empty where its kind says enough. */
  readonly ref: string
  readonly since: string
  readonly days: number | null
  readonly dueOn: string
  readonly dueStatus: 'final' | 'provisional'
  readonly daysLeft: number | null
  readonly lamp: Lamp
}

export interface TimelineEntry {
  readonly event: CaseEvent
  readonly person: Link | null
}

/** Why a verb may not be done now: a failure of this code would be thrown. */
export interface MayNot {
  readonly verb: VerbName
  readonly code: 'case-state' | 'case-hand' | 'case-guard'
  readonly guard: string | null
}

export interface CaseFile extends Attachment {
  /** Of the form its cases share, which holds proof of identity; of the case itself. */
  readonly on: 'form' | 'case'
}

/** A letter as the case lists it. */
export interface CaseLetter {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly number: string | null
  readonly recipient: string
  readonly recipientKind: string
  readonly draftedAt: Date
  readonly sentOn: string | null
  readonly method: string | null
  readonly servedOn: string | null
}

export interface LinkedCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: CaseState
  readonly how: 'repeat' | 'duplicate' | 'related' | 'split'
}

export interface CaseDetail extends CaseRow {
  readonly state: CaseState
  readonly wanted: string
  readonly section: Link | null
  readonly folded: FoldedCase
  /** Null to a liaison officer, who sees what is asked of the section and not who asks. */
  readonly form:
    | (Pick<StoredForm, 'id' | 'origin' | 'facts' | 'carrier' | 'delivery' | 'needsHelp'> & {
        /** Masked. */
        readonly applicant: Applicant
        /** Other cases of the same letter. */
        readonly others: readonly { readonly id: string; readonly number: string; readonly title: string }[]
      })
    | null
  /** Where the clock of the round that runs, or ran last, ends and why; null while the request is not confirmed. */
  readonly clock: DeadlineResult | null
  readonly limits: readonly ShownLimit[]
  readonly timeline: readonly TimelineEntry[]
  readonly letters: readonly CaseLetter[]
  readonly files: readonly CaseFile[]
  readonly links: readonly LinkedCase[]
  readonly may: readonly VerbName[]
  readonly mayNot: readonly MayNot[]
}

/** An earlier case that is like a new one. */
export interface SimilarCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly wanted: string
  readonly applicant: string
  readonly state: CaseState
  readonly receivedOn: string | null
  readonly row: string | null
  readonly sameApplicant: boolean
  /** 0 to 1. */
  readonly likeness: number
}

/** What the applicant sees: what the law lets happen to their request, and what is asked of them. Never who handles it. */
export interface ApplicantView {
  readonly id: string
  readonly number: string
  readonly body: Link & { readonly slug: string; readonly phone: string; readonly address: string }
  readonly type: FoldedCase['type']
  readonly title: string
  readonly wanted: string
  readonly state: CaseState
  readonly submittedOn: string
  readonly receivedOn: string | null
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional' | null
  readonly daysLeft: number | null
  readonly ruler: readonly RulerCell[]
  readonly steps: DeadlineResult['steps']
  readonly timeline: readonly {
    readonly kind: CaseEventKind
    readonly on: string
    /** What of it may be told: a day, an amount in 分, a kind of party, words addressed to the applicant. */
    readonly details: Readonly<Record<string, string | number | null>>
  }[]
  /** What is waited for from them. */
  readonly asked:
    | { readonly what: 'correction' | 'reasons'; readonly text: string; readonly by: string }
    | { readonly what: 'payment'; readonly amount: number; readonly by: string }
    | null
  readonly letters: readonly Pick<CaseLetter, 'id' | 'kind' | 'number' | 'sentOn'>[]
  readonly rating: FoldedCase['rating']
  readonly may: readonly VerbName[]
}
