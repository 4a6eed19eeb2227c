/** A request for government information (Order 711 Art. 27–45), as its events tell it. Days are `YYYY-MM-DD` in Asia/Shanghai. */
import type { Channel, DeadlineEvent } from '#calendar'

/** What a case is: only requests count in table 三; 更正 of a record about oneself (Art. 41) does not. */
export const caseTypes = ['request', 'record-correction'] as const
export type CaseType = (typeof caseTypes)[number]

export const caseStates = [
  /** 待确认: came by internet or fax, nobody has confirmed it with the applicant (Art. 31(3)); the clock has not begun */ 'submitted',
  /** 办理中 */ 'handling',
  /** 等补正 (Art. 30): the clock waits */ 'correcting',
  /** 等说明理由 (Art. 35): the clock runs */ 'explaining',
  /** 等缴费 (国办函〔2020〕109号): the clock waits */ 'paying',
  /** 已办结: answered, withdrawn or lapsed */ 'answered',
  /** 已归档 (Art. 45) */ 'archived',
  /** 已作废: registered by mistake or twice; never counted */ 'void',
] as const
export type CaseState = (typeof caseStates)[number]

/** The applicant's column of table 三, by the keys of the form (#report). */
export const applicantKinds = ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other'] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** The rows of table 三 in which a request ends, by the keys of the form of 2021. */
export const outcomeRows = [
  'granted',
  'partlyGranted',
  'refusedStateSecret',
  'refusedByLaw',
  'refusedSafety',
  'refusedThirdParty',
  'refusedInternal',
  'refusedProcess',
  'refusedEnforcementFile',
  'refusedInquiry',
  'unableNotHeld',
  'unableToCreate',
  'unableUnclear',
  'rejectedPetition',
  'rejectedDuplicate',
  'rejectedPublication',
  'rejectedExcessive',
  'rejectedReconfirm',
  'otherNotCorrected',
  'otherUnpaid',
  'otherOther',
] as const
export type OutcomeRow = (typeof outcomeRows)[number]

export const deliveries = ['download', 'e-mail', 'post', 'in-person'] as const
export type Delivery = (typeof deliveries)[number]
export const carriers = ['electronic', 'paper', 'inspection', 'other'] as const
export type Carrier = (typeof carriers)[number]
export const identityTypes = ['identity-card', 'passport', 'residence-permit', 'uscc', 'other'] as const
export type IdentityType = (typeof identityTypes)[number]

/** Who asks. Numbers and ways of contact are sealed at rest; queries give them masked. */
export interface Applicant {
  readonly kind: ApplicantKind
  readonly name: string
  readonly identityType: IdentityType
  readonly identityNumber: string
  /** Of an organisation: who speaks for it. */
  readonly contactName: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly postcode: string
  /** Others who signed the same form; the first named decides the column unless a setting says otherwise. */
  readonly together: readonly { readonly name: string; readonly kind: ApplicantKind }[]
  /** Who acts for the applicant, with a power of attorney. */
  readonly agent: { readonly name: string; readonly identityNumber: string; readonly phone: string } | null
}

/** 征求意见: of a third party (Art. 32: silence leaves the decision to the body) or of an organ that made it too (Art. 34: silence is consent). */
export interface Consultation {
  readonly id: string
  readonly party: 'third-party' | 'co-maker'
  readonly name: string
  readonly sentOn: string
  /** The day it reached them, from which the 15 working days run; the day it was sent until that is known. */
  readonly receivedOn: string | null
  readonly answeredOn: string | null
  readonly opinion: 'agrees' | 'refuses' | 'partly' | 'silent' | null
  readonly text: string
}

/** 协办: a section of the body, or another organ, asked for material. */
export interface Inquiry {
  readonly id: string
  readonly sectionId: string | null
  readonly name: string
  readonly question: string
  readonly askedOn: string
  readonly dueOn: string
  readonly chased: readonly string[]
  readonly answeredOn: string | null
  readonly text: string
}

/** 会审: doubt referred to the competent or the secrecy department (Art. 17), or the legal review before a refusal. */
export interface Referral {
  readonly id: string
  readonly to: 'competent' | 'secrecy' | 'legal'
  readonly question: string
  readonly askedOn: string
  /** Null where a machine asked. */
  readonly askedBy: string | null
  readonly answeredOn: string | null
  readonly text: string
}

/** The answers given to the questions of the decision tree, in order, and where they led. */
export interface Decision {
  readonly path: readonly { readonly question: string; readonly answer: string; readonly note: string }[]
  /** Id of the leaf in outcome.ts. */
  readonly outcome: string
  readonly row: OutcomeRow | null
  readonly decidedOn: string
}

/** How the case ended this time. */
export interface Conclusion {
  readonly on: string
  readonly how: 'answered' | 'withdrawn' | 'not-corrected' | 'unpaid'
  /** Null of a case type that table 三 does not count. */
  readonly row: OutcomeRow | null
  readonly letterId: string | null
}

/** One go through the law's clock: the first from receipt, another each time a decision is set aside. */
export interface Round {
  readonly startedOn: string
  /** As the calendar folds them. */
  readonly clock: readonly DeadlineEvent[]
  /** Last day fixed by whoever set the decision aside; null where the law's own term runs. */
  readonly fixedDue: string | null
  /** How the case counts since this round began; null of the first. */
  readonly counts: 'once' | 'anew' | null
  readonly decision: Decision | null
  readonly conclusion: Conclusion | null
}

/** A case counted in tables: received in one year, concluded in one, or carried over until then. */
export interface Counted {
  readonly receivedOn: string
  readonly concludedOn: string | null
  readonly row: OutcomeRow | null
}

/** Everything a case is, folded from its events. Pure; see fold.ts. */
export interface FoldedCase {
  readonly type: CaseType
  readonly state: CaseState
  readonly channel: Channel
  /** Spoken, and written down for the applicant by staff (Art. 29). */
  readonly oral: boolean
  readonly submittedOn: string
  /** As Art. 31 has it; null while unconfirmed. */
  readonly receivedOn: string | null
  readonly kind: ApplicantKind
  readonly title: string
  readonly wanted: string
  readonly rounds: readonly Round[]
  readonly personId: string | null
  readonly sectionId: string | null
  readonly internalDue: string | null
  readonly correction: {
    readonly askedOn: string
    readonly by: string
    readonly receivedOn: string | null
    readonly what: string
    readonly text: string
  } | null
  readonly consultations: readonly Consultation[]
  readonly inquiries: readonly Inquiry[]
  readonly referrals: readonly Referral[]
  readonly searches: readonly {
    readonly on: string
    readonly where: string
    readonly terms: string
    readonly found: number
    readonly text: string
  }[]
  readonly reasons: {
    readonly askedOn: string
    readonly by: string
    readonly givenOn: string | null
    readonly reasonable: boolean | null
  } | null
  readonly extension: { readonly days: number; readonly approver: string; readonly toldOn: string } | null
  readonly fee: {
    readonly noticedOn: string
    readonly amount: number
    readonly paidOn: string | null
    readonly lapsedOn: string | null
  } | null
  readonly served: { readonly on: string; readonly method: string } | null
  readonly rating: { readonly score: number; readonly text: string } | null
  readonly counted: readonly Counted[]
}
