/** What can happen to a case. The state of a case is the last word of its events; each is one row of case_event, and one of the audit log. */
import type { Channel, FeeMode, ReceiptFacts } from '#calendar'
import type { ApplicantKind, CaseType, Consultation, Decision, OutcomeRow } from './model.ts'

/** Data of each kind of event. `on` of the event is the legal day it happened; the instant it was written down stands beside it. */
export interface CaseEvents {
  /** Registered; `receivedOn` null where nobody has confirmed it yet. */
  'request.submitted': {
    readonly type: CaseType
    readonly channel: Channel
    readonly oral: boolean
    readonly facts: ReceiptFacts
    readonly receivedOn: string | null
    readonly kind: ApplicantKind
    readonly title: string
    readonly wanted: string
    /** Where the books of another system were imported: its own number. */
    readonly importedAs?: string
  }
  /** 双方确认 (Art. 31(3)), or a day of receipt corrected with its reason. */
  'request.received': { readonly facts: ReceiptFacts; readonly receivedOn: string; readonly reason: string }
  /** Title, wording, applicant's column mended before an answer. */
  'request.amended': { readonly title?: string; readonly wanted?: string; readonly kind?: ApplicantKind; readonly reason: string }
  'request.assigned': { readonly personId: string | null; readonly sectionId: string | null; readonly note: string }
  'request.linked': { readonly requestId: string; readonly how: 'repeat' | 'duplicate' | 'related' | 'split' }
  'request.withdrawn': { readonly text: string }
  'request.voided': { readonly reason: string }
  'request.archived': { readonly hash: string }
  /** A decision set aside by reconsideration or court, or by the body itself: the clock begins again. */
  'request.reopened': {
    readonly because: string
    readonly challengeId: string | null
    readonly dueOn: string | null
    /** As the setting `reopenedCounts` stood that day: another choice later leaves what was counted. */
    readonly counts?: 'once' | 'anew'
  }
  'internal-deadline.set': { readonly dueOn: string }
  'note.added': { readonly text: string }
  'call.logged': { readonly direction: 'in' | 'out'; readonly with: string; readonly text: string }
  /** 检索记录: proof of 不存在. */
  'search.logged': { readonly where: string; readonly terms: string; readonly found: number; readonly text: string }
  'inquiry.sent': {
    readonly id: string
    readonly sectionId: string | null
    readonly name: string
    readonly question: string
    readonly dueOn: string
  }
  'inquiry.chased': { readonly id: string }
  'inquiry.answered': { readonly id: string; readonly text: string }
  'correction.asked': { readonly what: string; readonly by: string; readonly letterId: string | null }
  'correction.received': { readonly text: string }
  /** Not corrected in time and no reason: no longer handled (Art. 30). */
  'correction.lapsed': { readonly letterId: string | null }
  'consultation.sent': {
    readonly id: string
    readonly party: Consultation['party']
    readonly name: string
    readonly letterId: string | null
  }
  /** The day it reached them. */
  'consultation.received': { readonly id: string }
  'consultation.answered': { readonly id: string; readonly opinion: 'agrees' | 'refuses' | 'partly'; readonly text: string }
  /** 15 working days without a word: Art. 32 leaves it to the body, Art. 34 takes it as consent. */
  'consultation.lapsed': { readonly id: string }
  'reasons.asked': { readonly by: string; readonly letterId: string | null }
  'reasons.given': { readonly text: string; readonly reasonable: boolean }
  /** 延迟答复 (Art. 35): `until` is the day told. */
  'delay.fixed': { readonly until: string; readonly letterId: string | null }
  /** Approved and told to the applicant on the day of the event. */
  'extension.told': { readonly days: number; readonly approver: string; readonly reason: string; readonly letterId: string | null }
  /** On the day the applicant received the notice. Amount in 分. */
  'fee.noticed': {
    readonly mode: FeeMode
    readonly count: number
    readonly before: number
    readonly amount: number
    readonly letterId: string | null
  }
  'fee.paid': { readonly amount: number; readonly receipt: string }
  'fee.lapsed': { readonly letterId: string | null }
  'referral.sent': { readonly id: string; readonly to: 'competent' | 'secrecy' | 'legal'; readonly question: string }
  'referral.answered': { readonly id: string; readonly text: string }
  'outcome.decided': { readonly path: Decision['path']; readonly outcome: string; readonly row: OutcomeRow | null }
  /** The answer left the body: handed over, posted (the posting date counts, 国办公开办函〔2016〕235号), or put where the applicant chose. */
  'answer.sent': {
    readonly letterId: string | null
    readonly row: OutcomeRow | null
    readonly method: 'download' | 'e-mail' | 'post' | 'in-person'
    readonly late: LateReason | null
    /** Number of a paper made elsewhere; that of our own letter stands in the letter. */
    readonly number?: string
  }
  'answer.served': { readonly method: string; readonly letterId: string | null }
  'answer.undelivered': { readonly reason: string; readonly letterId: string | null }
  /** 依申请转主动公开 (Art. 44). */
  'publication.offered': { readonly by: 'body' | 'applicant' }
  'publication.settled': { readonly accepted: boolean; readonly reason: string }
  'rating.given': { readonly score: number; readonly text: string }
}

/** Why an answer was late, and who answers for it: kept, never guessed. */
export interface LateReason {
  readonly reason: string
  readonly sectionId: string | null
}

export type CaseEventKind = keyof CaseEvents

export type CaseEvent = {
  [Kind in CaseEventKind]: {
    readonly id: string
    readonly kind: Kind
    /** The legal day, `YYYY-MM-DD`. */
    readonly on: string
    readonly at: Date
    /** Null of the applicant's own acts and of jobs. */
    readonly personId: string | null
    readonly data: CaseEvents[Kind]
  }
}[CaseEventKind]

/** What the applicant sees of their case, and nothing else (look.md): never who drafts or reviews. */
export const applicantSees: readonly CaseEventKind[] = [
  'request.submitted',
  'request.received',
  'request.withdrawn',
  'request.reopened',
  'correction.asked',
  'correction.received',
  'correction.lapsed',
  'consultation.sent',
  'consultation.answered',
  'consultation.lapsed',
  'reasons.asked',
  'reasons.given',
  'delay.fixed',
  'extension.told',
  'fee.noticed',
  'fee.paid',
  'fee.lapsed',
  'answer.sent',
  'answer.served',
  'rating.given',
]
