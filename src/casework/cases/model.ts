/** Who acts on a case, and a case as it is shown. */
import type { Channel, DeadlineResult, RulerCell } from '#calendar'
import type { Actor, Attachment, Lamp, Machine, Recorder } from '#identity'
import type { CaseEvent } from '../events.ts'
import type { VerbName } from '../machine.ts'
import type { Applicant as Asking, ApplicantKind, Carrier, CaseState, CaseType, Delivery, FoldedCase, IdentityType } from '../model.ts'
import type { FormFacts } from './inputs.ts'
import type { ShownLimit } from './limits.ts'
import type { StoredLetter } from './store.ts'

/** The applicant, who proved to have the query code; no account. */
export interface ApplicantHand {
  readonly applicant: true
  readonly personId?: null
  /** As event.origin: an address of the network. */
  readonly origin: string
}
export type Who = Actor | Machine | ApplicantHand

export const isApplicant = (who: Who): who is ApplicantHand => 'applicant' in who
export const isActor = (who: Who): who is Actor => !isApplicant(who) && who.personId !== null
export const recorderOf = (who: Who): Recorder => ({ personId: who.personId ?? null, origin: who.origin })

export interface NewRequest {
  readonly title: string
  readonly wanted: string
  readonly type?: CaseType
  /** Its number in the books of another system. */
  readonly importedAs?: string
}

/** What hangs on the form: proof of identity, power of attorney, the envelope. */
export interface FormFile {
  readonly name: string
  /** Media type, told by the bytes. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** One letter, visit, fax, e-mail or form on the site; it may hold several requests. */
export interface NewForm {
  /** Slug. */
  readonly body: string
  readonly channel: Channel
  /** Spoken, and written down for the applicant (Art. 29). */
  readonly oral: boolean
  readonly facts: FormFacts
  readonly applicant: Asking
  readonly carrier: Carrier
  readonly delivery: Delivery
  /** Help asked for in reading, seeing or hearing (Art. 43); empty for none. */
  readonly needsHelp: string
  readonly requests: readonly NewRequest[]
  readonly files?: readonly FormFile[]
}

export interface Registered {
  readonly formId: string
  /** The query code is given here once; only its digest is kept. */
  readonly cases: readonly { readonly id: string; readonly number: string; readonly code: string }[]
}

/** A line of a list. */
export interface CaseRow {
  readonly id: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly type: CaseType
  readonly number: string
  readonly title: string
  readonly applicant: string
  readonly kind: ApplicantKind
  readonly state: CaseState
  readonly channel: Channel
  readonly submittedOn: string
  readonly receivedOn: string | null
  /** The working day by whose end it should be confirmed; null once it is. */
  readonly unconfirmedBy: string | null
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional' | null
  readonly daysLeft: number | null
  readonly lamp: Lamp
  readonly ruler: readonly RulerCell[]
  readonly person: { readonly id: string; readonly name: string } | null
  readonly section: { readonly id: string; readonly name: string } | null
  readonly outcome: string | null
  readonly row: string | null
  readonly concludedOn: string | null
  readonly late: boolean
  readonly reopened: number
}

/** The applicant as staff see them by default: numbers and ways of contact masked. */
export interface MaskedApplicant {
  readonly kind: ApplicantKind
  readonly name: string
  readonly identityType: IdentityType
  readonly identityNumber: string
  readonly contactName: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly postcode: string
  readonly together: Asking['together']
  readonly agent: Asking['agent']
}

export interface TimelineEntry {
  readonly seq: number
  readonly event: CaseEvent
  readonly person: { readonly id: string; readonly name: string } | null
}

/** Why a verb may not be done now: a failure code with its values. */
export interface MayNot {
  readonly verb: VerbName
  readonly code: 'case-state' | 'case-hand' | 'case-guard'
  readonly guard: string | null
}

export interface CaseFile extends Attachment {
  /** On the form all its cases see it; on the case only this one. */
  readonly on: 'form' | 'case'
}

export interface CaseDetail extends CaseRow {
  readonly folded: FoldedCase
  readonly form: {
    readonly id: string
    readonly origin: 'portal' | 'desk' | 'import'
    readonly facts: FormFacts
    readonly carrier: Carrier
    readonly delivery: Delivery
    readonly needsHelp: string
    /** Other cases of the same form. */
    readonly others: readonly { readonly id: string; readonly number: string; readonly title: string }[]
  }
  readonly applicant: string
  readonly applicantDetail: MaskedApplicant
  /** The clock of the round that runs, or ran last; null while unconfirmed. */
  readonly clock: DeadlineResult | null
  readonly limits: readonly ShownLimit[]
  readonly timeline: readonly TimelineEntry[]
  readonly letters: readonly StoredLetter[]
  readonly files: readonly CaseFile[]
  readonly links: readonly { readonly id: string; readonly number: string; readonly title: string; readonly how: string; readonly state: CaseState }[]
  readonly may: readonly VerbName[]
  readonly mayNot: readonly MayNot[]
}
