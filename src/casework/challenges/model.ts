/**
 * 行政复议 or 行政诉讼 against what the body did in a case, as its events tell it. All instances of a suit are one challenge.
 * Days are `YYYY-MM-DD` in Asia/Shanghai.
 */
import type { TermId } from '#calendar'
import type { ChallengeResult, Decided } from '../tally/model.ts'

export const challengeKinds = ['reconsideration', 'litigation'] as const
export type ChallengeKind = (typeof challengeKinds)[number]

export const challengeParts = [
  /** 被申请人、被告 */ 'respondent',
  /** Sued only as the organ that reconsidered: counted at the one that acted, not here (国办公开办函〔2016〕201号). */ 'co-defendant',
] as const
export type ChallengePart = (typeof challengeParts)[number]

export const challengeStates = [
  /** 已提起 */ 'filed',
  /** 已受理、已立案 */ 'accepted',
  /** 已答复、已答辩 */ 'answered',
  /** 已审结 */ 'decided',
  /** 不予受理、不予立案 */ 'refused',
  /** 已作废: written down by mistake; counted nowhere */ 'void',
] as const
export type ChallengeState = (typeof challengeStates)[number]

export const stages = ['reconsideration', 'first', 'second', 'retrial'] as const
export type StageName = (typeof stages)[number]

/** Of a reconsideration; a court has terms of its own. */
export const procedures = ['ordinary', 'simple'] as const
export type Procedure = (typeof procedures)[number]

/** How the respondent's answer is timed, by stage. Requests for information may go by the simple procedure (行政复议法 Art. 53). */
export const answerTerms: Readonly<Record<StageName, Readonly<Record<Procedure, TermId>>>> = {
  reconsideration: { ordinary: 'reconsideration-answer', simple: 'reconsideration-answer-simple' },
  first: { ordinary: 'court-answer', simple: 'court-answer' },
  second: { ordinary: 'appeal-answer', simple: 'appeal-answer' },
  retrial: { ordinary: 'retrial-answer', simple: 'retrial-answer' },
}

/** What was decided, and where table 四 puts it. Null: as the judgment appealed against had it. */
export const outcomes = {
  /** 维持 */ maintained: 'upheld',
  /** 驳回复议请求、驳回诉讼请求: the claim was heard and failed */ 'claim-rejected': 'upheld',
  /** 撤销 or 部分撤销 */ revoked: 'corrected',
  /** 变更 */ changed: 'corrected',
  /** 确认违法 */ 'declared-illegal': 'corrected',
  /** 确认无效 */ 'declared-void': 'corrected',
  /** 责令履行、责令重新答复 */ 'ordered-to-perform': 'corrected',
  /** 驳回申请、驳回起诉: on procedure, unheard */ dismissed: 'other',
  /** 调解、和解 */ mediated: 'other',
  /** 终止 */ ended: 'other',
  /** 撤回 */ withdrawn: 'other',
  /** 不予受理、不予立案 */ 'not-accepted': 'other',
  /** 驳回上诉、维持原判, 驳回再审申请; or the appeal was withdrawn */ 'judgment-stands': null,
} as const satisfies Readonly<Record<string, ChallengeResult | null>>
export type ChallengeOutcome = keyof typeof outcomes
export const challengeOutcomes = Object.keys(outcomes) as ChallengeOutcome[]

/** One go before an organ or a court. */
export interface Stage {
  readonly stage: StageName
  readonly organ: string
  readonly number: string
  /** Of an appeal: who brought it. */
  readonly by: 'applicant' | 'body' | 'other'
  readonly filedOn: string
  readonly acceptedOn: string | null
  /** Accepted because the term to say no had passed (行政复议法 Art. 30). */
  readonly isDeemed: boolean
  /** The day the body received the copy of the application, complaint or appeal: its own term runs from here. */
  readonly copyOn: string | null
  readonly procedure: Procedure
  readonly answeredOn: string | null
  readonly lateReason: string
  readonly decidedOn: string | null
  readonly outcome: ChallengeOutcome | null
  readonly decisionNumber: string
  readonly text: string
}

/** Everything a challenge is, folded from its events; see fold.ts. */
export interface FoldedChallenge {
  readonly kind: ChallengeKind
  readonly part: ChallengePart
  /** Of a suit: without a reconsideration before it. */
  readonly isDirect: boolean | null
  readonly reconsiderationId: string | null
  readonly requestIds: readonly string[]
  readonly personId: string | null
  readonly grounds: string
  readonly state: ChallengeState
  /** In order; the last is the one it is before now. */
  readonly stages: readonly Stage[]
  /** The day the first was filed: table 四 counts it from here. */
  readonly filedOn: string
  /** Each span in which it stood decided, in order. */
  readonly decided: readonly Decided<ChallengeResult>[]
  /** How it stands now; null while it is open. */
  readonly stands: { readonly on: string; readonly result: ChallengeResult } | null
  /** The conclusion that table 四 counts; null while it is open there, or void. */
  readonly counts: { readonly on: string; readonly result: ChallengeResult } | null
  /** Nothing new may be before this day. */
  readonly lastDay: string
}
