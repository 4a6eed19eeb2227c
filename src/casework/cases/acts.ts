/** What is given for each verb, and the event it becomes. The state, the hand and the guards were asked before; here is what only this verb wants. */
import { type Channel, type FeeMode, receiptDay, terms } from '#calendar'
import type { SettingValue } from '#identity'
import { day, required, text, wrong } from '#identity'
import { Failure } from '#words'
import type { CaseEvents, LateReason } from '../events.ts'
import { feeAmount } from '../fee.ts'
import { roundOf } from '../fold.ts'
import type { VerbName, verbs } from '../machine.ts'
import { applicantKinds, type Decision, type FoldedCase } from '../model.ts'
import { decisionOf } from './decision.ts'
import type { StoredForm, StoredRequest } from './store.ts'

type EventOf<V extends VerbName> = (typeof verbs)[V]['event']

/** What a verb is given, beside the day it happened. `id` may be left out where only one of its kind is open. */
export interface ActInputs {
  confirm: { readonly facts: StoredForm['facts'] }
  'correct-receipt': { readonly facts: StoredForm['facts']; readonly reason: string }
  amend: { readonly title?: string; readonly wanted?: string; readonly kind?: FoldedCase['kind']; readonly reason: string }
  assign: { readonly personId?: string | null; readonly sectionId?: string | null; readonly note?: string }
  link: { readonly requestId: string; readonly how: CaseEvents['request.linked']['how'] }
  void: { readonly reason: string }
  withdraw: { readonly text: string }
  'set-internal-deadline': { readonly dueOn: string }
  note: { readonly text: string }
  'log-call': { readonly direction: 'in' | 'out'; readonly with: string; readonly text: string }
  'log-search': { readonly where: string; readonly terms: string; readonly found: number; readonly text?: string }
  'ask-inquiry': { readonly sectionId?: string | null; readonly name: string; readonly question: string; readonly dueOn: string }
  'chase-inquiry': { readonly id?: string }
  'answer-inquiry': { readonly id?: string; readonly text: string }
  'ask-correction': { readonly what: string; readonly by: string; readonly letterId?: string | null }
  'receive-correction': { readonly text: string }
  'lapse-correction': { readonly letterId?: string | null }
  consult: { readonly party: 'third-party' | 'co-maker'; readonly name: string; readonly letterId?: string | null }
  'record-consultation-received': { readonly id?: string }
  'record-opinion': { readonly id?: string; readonly opinion: 'agrees' | 'refuses' | 'partly'; readonly text?: string }
  'lapse-consultation': { readonly id?: string }
  'ask-reasons': { readonly by: string; readonly letterId?: string | null }
  'record-reasons': { readonly text: string; readonly reasonable: boolean }
  'fix-delay': { readonly until: string; readonly letterId?: string | null }
  extend: { readonly days: number; readonly approver: string; readonly reason: string; readonly letterId?: string | null }
  'notice-fee': { readonly mode: FeeMode; readonly count: number; readonly before?: number; readonly letterId?: string | null }
  'record-payment': { readonly amount: number; readonly receipt: string }
  'lapse-fee': { readonly letterId?: string | null }
  refer: { readonly to: 'competent' | 'secrecy' | 'legal'; readonly question: string }
  'answer-referral': { readonly id?: string; readonly text: string }
  decide: { readonly path: Decision['path'] }
  answer: { readonly letterId?: string | null; readonly method: CaseEvents['answer.sent']['method']; readonly late?: LateReason | null }
  'record-service': { readonly method: string; readonly letterId?: string | null }
  'record-undelivered': { readonly reason: string; readonly letterId?: string | null }
  reopen: { readonly because: string; readonly challengeId?: string | null; readonly dueOn?: string | null }
  'offer-publication': { readonly by?: 'body' | 'applicant' }
  'settle-publication': { readonly accepted: boolean; readonly reason: string }
  rate: { readonly score: number; readonly text?: string }
  archive: { readonly hash: string }
}
export type ActInput<V extends VerbName> = ActInputs[V] & { readonly on?: string }

/** What an act may look at, read before it. */
export interface Ground {
  readonly request: StoredRequest
  readonly form: StoredForm
  readonly state: FoldedCase
  readonly on: string
  readonly today: string
  readonly newId: () => string
  readonly settings: {
    readonly emailReceipt: SettingValue<'emailReceipt'>
    readonly outcomeWithoutRow: SettingValue<'outcomeWithoutRow'>
    readonly legalReview: boolean
    readonly chargesFees: boolean
    readonly reopenedCounts: SettingValue<'reopenedCounts'>
  }
  /** Who acts; null of the applicant and of machines. */
  readonly personId: string | null
  /** Sections a liaison officer acts for; null of who reaches the whole case. */
  readonly sections: readonly string[] | null
  /** Day by which the term of a consultation that is open is over, by its id. */
  readonly lapses: (id: string) => string
  /** Last day to pay; null where nothing is to be paid. */
  readonly payBy: string | null
  readonly due: string | null
  /** Facts of cases it is linked with as repeats, and of redactions: asked only by outcomes that need them. */
  readonly hasAnsweredRepeat: boolean
  readonly hasProvedRedaction: boolean
  /** Title of an answer that is drafted and not sent; null where there is none. */
  readonly answerUnderWay: string | null
  /** Earlier requests of the same applicant in the natural month, of which one more is charged (国办函〔2020〕109号第四条). */
  readonly piecesBefore: number
}

type Act<V extends VerbName> = (ground: Ground, input: ActInputs[V]) => CaseEvents[EventOf<V>]

const long = 4000

/**
 * What moves the last day has to be told before it (Art. 30, 33, 35): afterwards the case is late and stays late, whatever is still asked for.
 * Throws `term-over`.
 */
function inTerm({ due, on }: Pick<Ground, 'due' | 'on'>): void {
  if (due !== null && on > due) throw new Failure('term-over', { due, on })
}

/** Each verb's data, checked. Throws `wrong-field`, `outcome-path`, `outcome-needs`, `late-reason-missing`, `case-guard`, `event-day`. */
export const acts: { readonly [V in VerbName]: Act<V> } = {
  confirm: (ground, { facts }) => received(ground, facts, ''),
  'correct-receipt': (ground, { facts, reason }) => received(ground, facts, required('reason', reason, long)),
  amend: ({ state }, { title, wanted, kind, reason }) => {
    // The column of a case that was counted is that of the report filed.
    if (kind !== undefined && kind !== state.kind && state.rounds.length > 1)
      throw new Failure('case-guard', { verb: 'amend', guard: 'not-reopened' })
    return {
      ...(title !== undefined && { title: required('title', title, 300) }),
      ...(wanted !== undefined && { wanted: required('wanted', wanted, long) }),
      ...(kind !== undefined && { kind: oneOf('kind', kind, applicantKinds) }),
      reason: required('reason', reason, long),
    }
  },
  // What is left out stays.
  assign: ({ state }, { personId = state.personId, sectionId = state.sectionId, note = '' }) => ({
    personId,
    sectionId,
    note: text('note', note, long),
  }),
  link: ({ request }, { requestId, how }) => {
    if (requestId === request.id) throw wrong('requestId', 'itself')
    return { requestId, how }
  },
  void: (_, { reason }) => ({ reason: required('reason', reason, long) }),
  withdraw: (_, given) => ({ text: text('text', given.text, long) }),
  'set-internal-deadline': (_, { dueOn }) => ({ dueOn: day('dueOn', dueOn) }),
  note: (_, given) => ({ text: required('text', given.text, long) }),
  'log-call': (_, { direction, with: other, text: said }) => ({
    direction,
    with: required('with', other),
    text: required('text', said, long),
  }),
  'log-search': (_, { where, terms: words, found, text: said }) => ({
    where: required('where', where),
    terms: required('terms', words),
    found: whole('found', found, 0, 1_000_000),
    text: text('text', said, long),
  }),
  'ask-inquiry': ({ newId, on }, { sectionId = null, name, question, dueOn }) => ({
    id: newId(),
    sectionId,
    name: required('name', name),
    question: required('question', question, long),
    dueOn: notBefore(day('dueOn', dueOn), on),
  }),
  'chase-inquiry': ({ state }, { id }) => ({ id: openOne(state.inquiries, id, 'chase-inquiry', 'inquiry-open') }),
  'answer-inquiry': ({ state, sections }, { id, text: said }) => {
    // A section answers what it was asked, and nothing that another was.
    const asked = sections === null ? state.inquiries : state.inquiries.filter(({ sectionId }) => sections.includes(sectionId ?? ''))
    return { id: openOne(asked, id, 'answer-inquiry', 'inquiry-open'), text: required('text', said, long) }
  },
  'ask-correction': (ground, { what, by, letterId = null }) => {
    inTerm(ground)
    return { what: required('what', what, long), by: notBefore(day('by', by), ground.on), letterId }
  },
  'receive-correction': (_, given) => ({ text: required('text', given.text, long) }),
  'lapse-correction': ({ state, on }, { letterId = null }) => {
    // A day late may have its reason; before the day it cannot have lapsed (Art. 30).
    if (on <= state.correction!.by) throw new Failure('too-early', { by: state.correction!.by })
    return { letterId }
  },
  consult: ({ newId }, { party, name, letterId = null }) => ({
    id: newId(),
    party: oneOf('party', party, ['third-party', 'co-maker'] as const),
    name: required('name', name),
    letterId,
  }),
  'record-consultation-received': ({ state, on }, { id: given }) => {
    const id = openOne(state.consultations, given, 'record-consultation-received', 'consultation-open')
    notBefore(on, state.consultations.find((one) => one.id === id)!.sentOn)
    return { id }
  },
  'record-opinion': ({ state }, { id, opinion, text: said }) => ({
    id: openOne(state.consultations, id, 'record-opinion', 'consultation-open'),
    opinion: oneOf('opinion', opinion, ['agrees', 'refuses', 'partly'] as const),
    text: text('text', said, long),
  }),
  'lapse-consultation': ({ state, on, lapses }, { id: given }) => {
    const id = openOne(state.consultations, given, 'lapse-consultation', 'consultation-open')
    // Silence counts from the day the letter was in their hands (Art. 32, 34); nobody is silent to a letter they never had.
    if (state.consultations.find((one) => one.id === id)!.receivedOn === null) throw new Failure('consultation-unreceived')
    if (on <= lapses(id)) throw new Failure('too-early', { by: lapses(id) })
    return { id }
  },
  'ask-reasons': (ground, { by, letterId = null }) => {
    inTerm(ground)
    return { by: notBefore(day('by', by), ground.on), letterId }
  },
  'record-reasons': (_, { text: said, reasonable }) => ({ text: required('text', said, long), reasonable }),
  'fix-delay': (ground, { until, letterId = null }) => {
    inTerm(ground)
    return { until: notBefore(day('until', until), ground.on), letterId }
  },
  extend: (ground, { days, approver, reason, letterId = null }) => {
    inTerm(ground)
    return {
      days: whole('days', days, 1, terms.extension.length),
      approver: required('approver', approver, 60),
      reason: required('reason', reason, long),
      letterId,
    }
  },
  'notice-fee': (ground, { mode, count, before = mode === 'piece' ? ground.piecesBefore : 0, letterId = null }) => {
    const { settings } = ground
    inTerm(ground)
    if (!settings.chargesFees) throw new Failure('fees-off')
    const [counted, earlier] = [whole('count', count, 1, 50_000), whole('before', before, 0, 50_000)]
    const amount = feeAmount(mode, earlier, counted)
    if (amount === 0) throw new Failure('fee-nothing')
    return { mode: oneOf('mode', mode, ['piece', 'page'] as const), count: counted, before: earlier, amount, letterId }
  },
  'record-payment': ({ state }, { amount, receipt }) => {
    if (amount !== state.fee!.amount) throw wrong('amount', 'not-the-fee', String(state.fee!.amount / 100))
    return { amount, receipt: required('receipt', receipt) }
  },
  'lapse-fee': ({ on, payBy }, { letterId = null }) => {
    if (payBy !== null && on <= payBy) throw new Failure('too-early', { by: payBy })
    return { letterId }
  },
  refer: ({ newId }, { to, question }) => ({
    id: newId(),
    to: oneOf('to', to, ['competent', 'secrecy', 'legal'] as const),
    question: required('question', question, long),
  }),
  'answer-referral': ({ state, personId }, { id: given, text: said }) => {
    const id = openOne(state.referrals, given, 'answer-referral', 'referral-open')
    const { to, askedBy } = state.referrals.find((one) => one.id === id)!
    // The legal review is another pair of eyes.
    if (to === 'legal' && personId !== null && askedBy === personId) throw new Failure('own-question')
    return { id, text: required('text', said, long) }
  },
  decide: (ground, { path }) => {
    // The paper says what was decided: another outcome wants another paper.
    if (ground.answerUnderWay !== null) throw new Failure('answer-under-way', { letter: ground.answerUnderWay })
    return decisionOf(ground, path)
  },
  answer: ({ state, due, on }, { letterId = null, method, late = null }) => {
    const isLate = due !== null && on > due
    if (isLate && (late === null || late.reason.trim() === '')) throw new Failure('late-reason-missing', { due, on })
    return {
      letterId,
      row: roundOf(state).decision!.row,
      method: oneOf('method', method, ['download', 'e-mail', 'post', 'in-person'] as const),
      // A reason for what was in time would say that it was late.
      late: isLate && late ? { reason: required('reason', late.reason, long), sectionId: late.sectionId } : null,
    }
  },
  'record-service': (_, { method, letterId = null }) => ({ method: required('method', method), letterId }),
  'record-undelivered': (_, { reason, letterId = null }) => ({ reason: required('reason', reason, long), letterId }),
  reopen: ({ on, settings }, { because, challengeId = null, dueOn = null }) => ({
    because: required('because', because, long),
    challengeId,
    counts: settings.reopenedCounts,
    dueOn: dueOn === null ? null : notBefore(day('dueOn', dueOn), on),
  }),
  'offer-publication': (_, { by = 'body' }) => ({ by }),
  'settle-publication': (_, { accepted, reason }) => ({ accepted, reason: required('reason', reason, long) }),
  rate: (_, { score, text: said }) => ({ score: whole('score', score, 1, 5), text: text('text', said, 1000) }),
  archive: (_, { hash }) => ({ hash }),
}

/** The day of receipt from what is known of the way in (Art. 31). Throws `wrong-field` while the fact that decides is missing. */
function received({ form, request, settings, today }: Ground, facts: StoredForm['facts'], reason: string): CaseEvents['request.received'] {
  const all = { ...form.facts, ...facts }
  for (const [name, one] of Object.entries(all)) if (one !== undefined && day(name, one) > today) throw wrong(name, 'future', one)
  return { facts: all, receivedOn: receiptOf(request.channel, all, settings.emailReceipt), reason }
}

/** Throws `wrong-field` that names the fact still missing. */
export function receiptOf(channel: Channel, facts: StoredForm['facts'], emailBy: SettingValue<'emailReceipt'>): string {
  const { reachedOffice: _, ...known } = facts
  const { day: found, fact } = receiptDay(channel, known, emailBy)
  if (found === null) throw wrong(fact, 'required')
  return found
}

/** The one that is meant, of those open: by its id, or the only one. */
function openOne(
  list: readonly { readonly id: string; readonly answeredOn: string | null }[],
  id: string | undefined,
  verb: VerbName,
  guard: string,
): string {
  const open = list.filter(({ answeredOn }) => answeredOn === null)
  const one = id === undefined && open.length === 1 ? open[0] : open.find((each) => each.id === id)
  if (!one) throw new Failure('case-guard', { verb, guard })
  return one.id
}

function notBefore(given: string, from: string): string {
  if (given < from) throw new Failure('event-day', { day: given, from, to: '…' })
  return given
}

function whole(field: string, value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max) throw wrong(field, 'between', `${min}–${max}`)
  return value
}

function oneOf<T extends string>(field: string, value: string, options: readonly T[]): T {
  const found = options.find((one) => one === value)
  if (found === undefined) throw wrong(field, 'choice', value)
  return found
}
