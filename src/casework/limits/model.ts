/** The limits of a case beside its own clock, as the folded case wants them now. Pure. */
import { terms } from '#calendar'
import { roundOf } from '../fold.ts'
import type { FoldedCase } from '../model.ts'

export const limitKinds = [
  /** The answer itself (Art. 33), as the case's clock has it */ 'answer',
  /** Confirm with the applicant what came by internet, fax, e-mail or ordinary letter */ 'confirm',
  /** Ask for correction (Art. 30); lapses without harm where nothing is to be corrected */ 'correction-notice',
  /** The applicant's time to correct */ 'correction',
  /** The applicant's time to give reasons (Art. 35) */ 'reasons',
  /** A third party's or a co-making organ's 15 working days (Art. 32, 34) */ 'consultation',
  /** The applicant's time to pay */ 'payment',
  /** Material asked of a section */ 'inquiry',
  /** The body's own day */ 'internal',
  /** What is withheld is looked at again (Art. 18) */ 'withheld-review',
  /** A respondent's or a defendant's answer, and what else a challenge wants */ 'challenge',
] as const
export type LimitKind = (typeof limitKinds)[number]

/** A limit that is counted, or was fixed as a date. */
export type Length = { readonly days: number; readonly unit: 'working-day' | 'day' } | { readonly dueOn: string }

export interface WantedLimit {
  readonly kind: LimitKind
  /** Which of several of its kind; empty where there is one. */
  readonly ref: string
  readonly since: string
  readonly length: Length
}

/** Limits that should stand open for the case as it is. */
export function limitsOf(state: FoldedCase, { internalDays }: { readonly internalDays: number }): WantedLimit[] {
  if (state.state === 'submitted') return [counted('confirm', state.submittedOn, 1)]
  if (state.receivedOn === null || !['handling', 'explaining', 'correcting', 'paying'].includes(state.state)) return []
  const wanted: WantedLimit[] = []
  const first = state.rounds.length === 1
  if (state.state === 'handling' && first && state.correction === null && roundOf(state).decision === null)
    wanted.push(counted('correction-notice', state.receivedOn, terms.correction.length))
  if (state.state === 'correcting' && state.correction) wanted.push(fixed('correction', state.correction.askedOn, state.correction.by))
  if (state.state === 'explaining' && state.reasons) wanted.push(fixed('reasons', state.reasons.askedOn, state.reasons.by))
  if (state.state === 'paying' && state.fee) wanted.push(counted('payment', state.fee.noticedOn, terms.fee.length))
  for (const { id, sentOn, receivedOn, answeredOn } of state.consultations)
    if (answeredOn === null) wanted.push(counted('consultation', receivedOn ?? sentOn, terms['third-party'].length, id))
  for (const { id, askedOn, dueOn, answeredOn } of state.inquiries)
    if (answeredOn === null) wanted.push(fixed('inquiry', askedOn, dueOn, id))
  if (state.internalDue !== null) wanted.push(fixed('internal', roundOf(state).startedOn, state.internalDue))
  // Like the answer's own clock it stands while the applicant is waited for, and begins anew after it.
  else if (internalDays > 0 && first && (state.state === 'handling' || state.state === 'explaining'))
    wanted.push(counted('internal', runsFrom(state), internalDays))
  return wanted
}

/** The day the clock that runs began: receipt, or the last correction or payment. */
const runsFrom = (state: FoldedCase): string => {
  const { startedOn, clock } = roundOf(state)
  return clock.findLast(({ kind }) => kind === 'corrected' || kind === 'fee-paid')?.date ?? startedOn
}

const counted = (kind: LimitKind, since: string, days: number, ref = ''): WantedLimit => ({
  kind,
  ref,
  since,
  length: { days, unit: 'working-day' },
})
const fixed = (kind: LimitKind, since: string, dueOn: string, ref = ''): WantedLimit => ({ kind, ref, since, length: { dueOn } })
