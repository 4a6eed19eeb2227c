/** From events to the case: the one place that says what each event does. Pure; the same events give the same case. */
import type { DeadlineEvent, DeadlineInput } from '#calendar'
import type { CaseEvent, CaseEventKind } from './events.ts'
import type { CaseType, Conclusion, Counted, FoldedCase, OutcomeRow, Round } from './model.ts'
import { standing } from './tally/model.ts'

export interface FoldOptions {
  /** As the setting `reopenedCounts` of the body, for what was reopened before the event itself said it. */
  readonly reopenedCounts: 'once' | 'anew'
}

/** The case after its events, the first of which registers it. Throws an `Error` where they do not begin with a registration. */
export function fold(events: readonly CaseEvent[], { reopenedCounts }: FoldOptions): FoldedCase {
  const [first, ...rest] = events
  if (first?.kind !== 'request.submitted') throw new Error('a case begins with its registration')
  const state = rest.reduce(apply, begin(first))
  return { ...state, counted: countedOf(state, reopenedCounts) }
}

type Folding = Omit<FoldedCase, 'counted'>
type Of<Kind extends CaseEventKind> = Extract<CaseEvent, { kind: Kind }>

function begin({ on, data }: Of<'request.submitted'>): Folding {
  const { type, channel, oral, receivedOn, kind, title, wanted } = data
  return {
    type,
    state: receivedOn === null ? 'submitted' : 'handling',
    channel,
    oral,
    submittedOn: on,
    receivedOn,
    kind,
    title,
    wanted,
    rounds: [roundFrom(receivedOn ?? on, null)],
    personId: null,
    sectionId: null,
    internalDue: null,
    correction: null,
    consultations: [],
    inquiries: [],
    referrals: [],
    searches: [],
    reasons: null,
    extension: null,
    fee: null,
    served: null,
    rating: null,
  }
}

const roundFrom = (startedOn: string, fixedDue: string | null, counts: Round['counts'] = null): Round => ({
  startedOn,
  clock: fixedDue === null ? [] : [{ kind: 'delay-agreed', date: fixedDue }],
  fixedDue,
  counts,
  decision: null,
  conclusion: null,
})

const apply = (state: Folding, event: CaseEvent): Folding => (steps[event.kind] as Step<CaseEventKind>)(state, event)

type Step<Kind extends CaseEventKind> = (state: Folding, event: Of<Kind>) => Folding

const same = (state: Folding): Folding => state

/** What each kind of event does to the case. */
const steps: { readonly [Kind in CaseEventKind]: Step<Kind> } = {
  'request.submitted': () => {
    throw new Error('a case is registered once')
  },
  'request.received': (state, { data: { receivedOn } }) => ({
    ...state,
    // Rounds after the first begin when a decision is set aside, whatever the day of receipt turns out to be.
    rounds: [{ ...state.rounds[0]!, startedOn: receivedOn }, ...state.rounds.slice(1)],
    receivedOn,
    state: state.state === 'submitted' ? 'handling' : state.state,
  }),
  'request.amended': (state, { data: { title = state.title, wanted = state.wanted, kind = state.kind } }) => ({
    ...state,
    title,
    wanted,
    kind,
  }),
  'request.assigned': (state, { data: { personId, sectionId } }) => ({ ...state, personId, sectionId }),
  'request.linked': same,
  // Word from the applicant confirms the request as well: nothing that came in is lost to the count by being withdrawn before.
  'request.withdrawn': (state, { on }) =>
    concluded(state.receivedOn === null ? { ...inRound(state, { startedOn: on }), receivedOn: on } : state, {
      on,
      how: 'withdrawn',
      row: 'otherOther',
      letterId: null,
    }),
  'request.voided': (state) => ({ ...state, state: 'void' }),
  'request.archived': (state) => ({ ...state, state: 'archived' }),
  'request.reopened': (state, { on, data: { dueOn, counts = null } }) => ({
    ...state,
    state: 'handling',
    rounds: [...state.rounds, roundFrom(on, dueOn, counts)],
    // What was asked, extended or charged belongs to the round that was set aside.
    correction: null,
    reasons: null,
    extension: null,
    fee: null,
    served: null,
  }),
  'internal-deadline.set': (state, { data: { dueOn } }) => ({ ...state, internalDue: dueOn }),
  'note.added': same,
  'call.logged': same,
  'search.logged': (state, { on, data }) => ({ ...state, searches: [...state.searches, { on, ...data }] }),
  'inquiry.sent': (state, { on, data }) => ({
    ...state,
    inquiries: [...state.inquiries, { ...data, askedOn: on, chased: [], answeredOn: null, text: '' }],
  }),
  'inquiry.chased': (state, { on, data: { id } }) => ({
    ...state,
    inquiries: changed(state.inquiries, id, (one) => ({ ...one, chased: [...one.chased, on] })),
  }),
  'inquiry.answered': (state, { on, data: { id, text } }) => ({
    ...state,
    inquiries: changed(state.inquiries, id, (one) => ({ ...one, answeredOn: on, text })),
  }),
  'correction.asked': (state, { on, data: { what, by } }) => ({
    ...ticked(state, { kind: 'correction-asked', date: on }),
    state: 'correcting',
    correction: { askedOn: on, by, receivedOn: null, what, text: '' },
  }),
  'correction.received': (state, { on, data: { text } }) => ({
    ...ticked(state, { kind: 'corrected', date: on }),
    state: 'handling',
    correction: state.correction && { ...state.correction, receivedOn: on, text },
    // The clock begins anew, and an extension belonged to the one that ended (Art. 30).
    extension: null,
  }),
  'correction.lapsed': (state, { on, data: { letterId } }) =>
    concluded(state, { on, how: 'not-corrected', row: 'otherNotCorrected', letterId }),
  'consultation.sent': (state, { on, data: { id, party, name } }) => ({
    ...ticked(state, { kind: 'consultation-sent', date: on, of: id }),
    consultations: [...state.consultations, { id, party, name, sentOn: on, receivedOn: null, answeredOn: null, opinion: null, text: '' }],
  }),
  'consultation.received': (state, { on, data: { id } }) => ({
    ...state,
    consultations: changed(state.consultations, id, (one) => ({ ...one, receivedOn: on })),
  }),
  'consultation.answered': (state, { on, data: { id, opinion, text } }) => ({
    ...answeredOf(state, id, on),
    consultations: changed(state.consultations, id, (one) => ({ ...one, answeredOn: on, opinion, text })),
  }),
  'consultation.lapsed': (state, { on, data: { id } }) => ({
    ...answeredOf(state, id, on),
    consultations: changed(state.consultations, id, (one) => ({ ...one, answeredOn: on, opinion: 'silent' as const })),
  }),
  'reasons.asked': (state, { on, data: { by } }) => ({
    ...state,
    state: 'explaining',
    reasons: { askedOn: on, by, givenOn: null, reasonable: null },
  }),
  'reasons.given': (state, { on, data: { reasonable } }) => ({
    ...state,
    state: 'handling',
    reasons: state.reasons && { ...state.reasons, givenOn: on, reasonable },
  }),
  'delay.fixed': (state, { data: { until } }) => ticked(state, { kind: 'delay-agreed', date: until }),
  'extension.told': (state, { on, data: { days, approver } }) => ({
    ...ticked(state, { kind: 'extended', date: on, days, approver }),
    extension: { days, approver, toldOn: on },
  }),
  'fee.noticed': (state, { on, data: { amount } }) => ({
    ...ticked(state, { kind: 'fee-noticed', date: on }),
    state: 'paying',
    fee: { noticedOn: on, amount, paidOn: null, lapsedOn: null },
  }),
  'fee.paid': (state, { on }) => ({
    ...ticked(state, { kind: 'fee-paid', date: on }),
    state: 'handling',
    fee: state.fee && { ...state.fee, paidOn: on },
    extension: null,
  }),
  'fee.lapsed': (state, { on, data: { letterId } }) => ({
    ...concluded(state, { on, how: 'unpaid', row: 'otherUnpaid', letterId }),
    fee: state.fee && { ...state.fee, lapsedOn: on },
  }),
  'referral.sent': (state, { on, personId, data }) => ({
    ...state,
    referrals: [...state.referrals, { ...data, askedOn: on, askedBy: personId, answeredOn: null, text: '' }],
  }),
  'referral.answered': (state, { on, data: { id, text } }) => ({
    ...state,
    referrals: changed(state.referrals, id, (one) => ({ ...one, answeredOn: on, text })),
  }),
  'outcome.decided': (state, { on, data: { path, outcome, row } }) => inRound(state, { decision: { path, outcome, row, decidedOn: on } }),
  'answer.sent': (state, { on, data: { row, letterId } }) => concluded(state, { on, how: 'answered', row, letterId }),
  'answer.served': (state, { on, data: { method } }) => ({ ...state, served: { on, method } }),
  'answer.undelivered': (state) => ({ ...state, served: null }),
  'publication.offered': same,
  'publication.settled': same,
  'rating.given': (state, { data: { score, text } }) => ({ ...state, rating: { score, text } }),
}

/** The round that runs, or ran last. */
export const roundOf = ({ rounds }: Pick<FoldedCase, 'rounds'>): Round => rounds.at(-1)!

/** The clock of the round that runs, as the calendar folds it; null before the day of receipt is known. */
export function clockOf(state: Pick<FoldedCase, 'rounds' | 'receivedOn'>): DeadlineInput | null {
  if (state.receivedOn === null) return null
  const { startedOn, clock } = roundOf(state)
  return { received: startedOn, events: clock }
}

const inRound = (state: Folding, change: Partial<Round>): Folding => ({
  ...state,
  rounds: [...state.rounds.slice(0, -1), { ...roundOf(state), ...change }],
})

const ticked = (state: Folding, event: DeadlineEvent): Folding => inRound(state, { clock: [...roundOf(state).clock, event] })

/** A consultation of a round that was set aside stopped that clock, and not this one. */
function answeredOf(state: Folding, id: string, on: string): Folding {
  const sent = state.consultations.find((one) => one.id === id)
  const isOfRound = sent !== undefined && sent.sentOn >= roundOf(state).startedOn
  return isOfRound ? ticked(state, { kind: 'consultation-answered', date: on, of: id }) : state
}

/** A correction of a record (Art. 41) ends in no row. */
const concluded = (state: Folding, { row, ...conclusion }: Conclusion): Folding => ({
  ...inRound(state, { conclusion: { ...conclusion, row: rowIn(state.type, row) } }),
  state: 'answered',
})

const rowIn = (type: CaseType, row: OutcomeRow | null): OutcomeRow | null => (type === 'request' ? row : null)

const changed = <One extends { readonly id: string }>(list: readonly One[], id: string, change: (one: One) => One): One[] =>
  list.map((one) => (one.id === id ? change(one) : one))

/**
 * How table 三 counts the case. `once`: in the first year at whose 31 December it stood decided, by the row that stood then; what is set
 * aside later leaves the years reported as they are. `anew`: each round is one more request, received on the day it was reopened.
 */
function countedOf({ type, state, receivedOn, rounds }: Folding, how: FoldOptions['reopenedCounts']): Counted[] {
  if (type !== 'request' || state === 'void' || receivedOn === null) return []
  const chains: Round[][] = []
  for (const round of rounds) {
    if (chains.length === 0 || (round.counts ?? how) === 'anew') chains.push([round])
    else chains.at(-1)!.push(round)
  }
  return chains.map((chain, index) => {
    const decided = chain.flatMap(({ conclusion }, at) =>
      conclusion?.row ? [{ on: conclusion.on, result: conclusion.row, until: chain[at + 1]?.startedOn ?? null }] : [],
    )
    const counts = standing(decided)
    return {
      receivedOn: index === 0 ? receivedOn : chain[0]!.startedOn,
      concludedOn: counts?.on ?? null,
      row: counts?.result ?? null,
    }
  })
}

/** What is asked for, whole: the name, the words, and what the correction added (Art. 30). */
export function askedFor({ title, wanted, correction }: Pick<FoldedCase, 'title' | 'wanted' | 'correction'>): string {
  const words = wanted.trim()
  const whole = words.includes(title) ? words : `${title}${words === '' || title.includes(words) ? '' : `，${words}`}`
  return correction?.text ? `${whole.replace(/[。；]$/, '')}；补正为：${correction.text.trim()}` : whole
}
