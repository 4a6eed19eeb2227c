/**
 * State × role × verb of a case, as data. `checkMachine` proves the table when the program starts; the same table runs the commands,
 * draws docs/casework.md and is walked whole by the tests.
 */
import type { CaseEventKind } from './events.ts'
import { type CaseState, caseStates } from './model.ts'

/** Who may act: posts of the body, the applicant by number and code, a job. */
export const hands = ['drafter', 'liaison', 'reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader', 'applicant', 'job'] as const
export type Hand = (typeof hands)[number]

/** What must be so, besides the state. Sentences are in words/casework.ts, by these names. */
export const guards = [
  'correction-not-asked',
  'correction-open',
  'consultation-open',
  'inquiry-open',
  'referral-open',
  'not-extended',
  'clock-runs',
  'reasons-asked',
  'reasons-unreasonable-or-none',
  'reasons-good',
  'fee-open',
  'decided',
  'nothing-open-with-others',
  'answered-by-letter',
  'not-rated',
  'not-archived',
  'not-reopened',
] as const
export type Guard = (typeof guards)[number]

export interface Verb {
  readonly from: readonly CaseState[]
  /** `same` leaves the state as it is. */
  readonly to: CaseState | 'same'
  readonly by: readonly Hand[]
  /**
   * Who may record it where no letter of ours did it: nobody approved the paper here, so whoever heads the disclosure unit answers for what it
   * says. As `by` without it.
   */
  readonly byHand?: readonly Hand[]
  readonly event: CaseEventKind
  readonly needs: readonly Guard[]
}

const open: readonly CaseState[] = ['handling', 'explaining']
const alive: readonly CaseState[] = ['submitted', 'handling', 'correcting', 'explaining', 'paying']
const seen: readonly CaseState[] = [...alive, 'answered']
const desk = ['drafter', 'disclosure-officer'] as const
const head = ['disclosure-officer'] as const

/** Every verb. Those marked 书 happen when a letter is sent (letters/kinds.ts), or by hand where the paper was made elsewhere. */
export const verbs = {
  confirm: { from: ['submitted'], to: 'handling', by: desk, event: 'request.received', needs: [] },
  'correct-receipt': { from: ['handling'], to: 'same', by: ['disclosure-officer'], event: 'request.received', needs: ['not-reopened'] },
  amend: { from: alive, to: 'same', by: desk, event: 'request.amended', needs: [] },
  assign: { from: alive, to: 'same', by: desk, event: 'request.assigned', needs: [] },
  link: { from: seen, to: 'same', by: desk, event: 'request.linked', needs: [] },
  void: { from: alive, to: 'void', by: ['disclosure-officer'], event: 'request.voided', needs: ['not-reopened'] },
  withdraw: { from: alive, to: 'answered', by: [...desk, 'applicant'], event: 'request.withdrawn', needs: [] },
  'set-internal-deadline': { from: open, to: 'same', by: desk, event: 'internal-deadline.set', needs: [] },
  note: {
    from: [...seen, 'archived'],
    to: 'same',
    by: [...desk, 'liaison', 'reviewer', 'secrecy-reviewer', 'leader', 'applicant'],
    event: 'note.added',
    needs: [],
  },
  'log-call': { from: seen, to: 'same', by: desk, event: 'call.logged', needs: [] },
  'log-search': { from: open, to: 'same', by: [...desk, 'liaison'], event: 'search.logged', needs: [] },
  'ask-inquiry': { from: open, to: 'same', by: desk, event: 'inquiry.sent', needs: [] },
  'chase-inquiry': { from: open, to: 'same', by: [...desk, 'job'], event: 'inquiry.chased', needs: ['inquiry-open'] },
  'answer-inquiry': { from: open, to: 'same', by: [...desk, 'liaison'], event: 'inquiry.answered', needs: ['inquiry-open'] },
  /* 书 */ 'ask-correction': { from: ['handling'], to: 'correcting', by: desk, event: 'correction.asked', needs: ['correction-not-asked'] },
  'receive-correction': {
    from: ['correcting'],
    to: 'handling',
    by: [...desk, 'applicant'],
    event: 'correction.received',
    needs: ['correction-open'],
  },
  /* 书 */ 'lapse-correction': { from: ['correcting'], to: 'answered', by: desk, event: 'correction.lapsed', needs: ['correction-open'] },
  /* 书 */ consult: { from: open, to: 'same', by: desk, event: 'consultation.sent', needs: [] },
  'record-consultation-received': { from: open, to: 'same', by: desk, event: 'consultation.received', needs: ['consultation-open'] },
  'record-opinion': { from: open, to: 'same', by: desk, event: 'consultation.answered', needs: ['consultation-open'] },
  'lapse-consultation': { from: open, to: 'same', by: [...desk, 'job'], event: 'consultation.lapsed', needs: ['consultation-open'] },
  /* 书 */ 'ask-reasons': { from: ['handling'], to: 'explaining', by: desk, event: 'reasons.asked', needs: [] },
  'record-reasons': { from: ['explaining'], to: 'handling', by: desk, event: 'reasons.given', needs: ['reasons-asked'] },
  /* 书 */ 'fix-delay': { from: ['handling'], to: 'same', by: desk, event: 'delay.fixed', needs: ['reasons-good', 'clock-runs'] },
  /* 书 */ extend: { from: open, to: 'same', by: desk, byHand: head, event: 'extension.told', needs: ['not-extended', 'clock-runs'] },
  /* 书 */ 'notice-fee': { from: ['handling'], to: 'paying', by: desk, event: 'fee.noticed', needs: [] },
  'record-payment': { from: ['paying'], to: 'handling', by: desk, event: 'fee.paid', needs: ['fee-open'] },
  /* 书 */ 'lapse-fee': { from: ['paying'], to: 'answered', by: desk, event: 'fee.lapsed', needs: ['fee-open'] },
  refer: { from: open, to: 'same', by: desk, event: 'referral.sent', needs: [] },
  'answer-referral': {
    from: open,
    to: 'same',
    by: [...desk, 'secrecy-reviewer', 'reviewer'],
    event: 'referral.answered',
    needs: ['referral-open'],
  },
  decide: { from: open, to: 'same', by: desk, event: 'outcome.decided', needs: [] },
  /* 书 */ answer: {
    from: open,
    to: 'answered',
    by: desk,
    byHand: head,
    event: 'answer.sent',
    needs: ['decided', 'nothing-open-with-others'],
  },
  'record-service': {
    from: ['answered', 'archived'],
    to: 'same',
    by: [...desk, 'applicant', 'job'],
    event: 'answer.served',
    needs: ['answered-by-letter'],
  },
  'record-undelivered': { from: ['answered'], to: 'same', by: desk, event: 'answer.undelivered', needs: ['answered-by-letter'] },
  reopen: { from: ['answered', 'archived'], to: 'handling', by: ['disclosure-officer'], event: 'request.reopened', needs: [] },
  'offer-publication': { from: ['answered'], to: 'same', by: [...desk, 'applicant'], event: 'publication.offered', needs: [] },
  'settle-publication': { from: ['answered', 'archived'], to: 'same', by: ['disclosure-officer'], event: 'publication.settled', needs: [] },
  rate: { from: ['answered', 'archived'], to: 'same', by: ['applicant'], event: 'rating.given', needs: ['not-rated'] },
  archive: { from: ['answered'], to: 'archived', by: desk, event: 'request.archived', needs: ['not-archived'] },
} as const satisfies Record<string, Verb>

export type VerbName = keyof typeof verbs
export const verbNames = Object.keys(verbs) as readonly VerbName[]

/** What is wrong with a table, each fault as one line; none where it may run. */
export function checkMachine(table: Readonly<Record<string, Verb>> = verbs): string[] {
  const faults: string[] = []
  const known = (list: readonly string[], value: string, what: string, verb: string) => {
    if (!list.includes(value)) faults.push(`${verb}: no ${what} ${value}`)
  }
  for (const [name, verb] of Object.entries(table)) {
    if (verb.from.length === 0) faults.push(`${name}: starts from no state`)
    if (verb.by.length === 0) faults.push(`${name}: in nobody's hands`)
    for (const state of verb.from) known(caseStates, state, 'state', name)
    for (const hand of verb.by) known(hands, hand, 'hand', name)
    for (const guard of verb.needs) known(guards, guard, 'guard', name)
    if (verb.to !== 'same') known(caseStates, verb.to, 'state', name)
    for (const [list, what] of [
      [verb.from, 'state'],
      [verb.by, 'hand'],
      [verb.needs, 'guard'],
    ] as const)
      if (new Set<string>(list).size !== list.length) faults.push(`${name}: a ${what} stands twice`)
  }
  const reached = new Set<string>(['submitted', 'handling'])
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const { from, to } of Object.values(table)) if (to !== 'same' && from.some((state) => reached.has(state))) reached.add(to)
  }
  for (const state of caseStates) if (!reached.has(state)) faults.push(`${state}: cannot be reached`)
  return faults
}
