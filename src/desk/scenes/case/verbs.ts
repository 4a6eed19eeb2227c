/**
 * What each verb of a case asks for, as data: one row a verb, one entry a field. The dialog is drawn from it; which verb may be done now is
 * the server's word (`may`, `mayNot`).
 */
import type { CaseDetail, CaseVerb, LetterKindName } from '../../api-types.ts'

/** How a field is asked. `of-…`: one of those that are open in the case. */
export type Ask =
  | 'line'
  | 'text'
  | 'day'
  | 'future-day'
  | 'number'
  | 'yuan'
  | 'yes-no'
  | 'person'
  | 'section'
  | 'case'
  | 'facts'
  | 'of-inquiries'
  | 'of-consultations'
  | 'of-referrals'
  | 'kind'
  | 'delivery'
  | 'direction'
  | 'party'
  | 'opinion'
  | 'mode'
  | 'to'
  | 'how'
  | 'proposedBy'

export interface VerbField {
  /** As the API takes it. */
  readonly name: string
  readonly ask: Ask
  /** Key of words.case.fields. */
  readonly label: string
  readonly optional?: true
  /** What stands there at first. */
  readonly initial?: (one: CaseDetail) => string
  /** The placeholder of the letter that it fills too. */
  readonly fills?: string
  /** Whom the letter is to. */
  readonly addresses?: true
}

export interface VerbForm {
  readonly group: 'intake' | 'notices' | 'others' | 'records' | 'result' | 'after'
  readonly fields: readonly VerbField[]
  /** The letter by which it is done; by its fields where there are several. */
  readonly letter?: LetterKindName | ((values: Readonly<Record<string, string>>) => LetterKindName)
  /** It ends the case or cannot be taken back. */
  readonly danger?: true
  /** Drawn elsewhere on the page: the decision, the answer, the archive. */
  readonly elsewhere?: true
}

const reason: VerbField = { name: 'reason', ask: 'text', label: 'reason' }
const text = (label: string): VerbField => ({ name: 'text', ask: 'text', label })
const one = (ask: 'of-inquiries' | 'of-consultations' | 'of-referrals', label: string): VerbField => ({ name: 'id', ask, label })

export const verbForms: Readonly<Record<Exclude<CaseVerb, 'rate'>, VerbForm>> = {
  confirm: { group: 'intake', fields: [{ name: 'facts', ask: 'facts', label: 'facts' }] },
  'correct-receipt': { group: 'intake', fields: [{ name: 'facts', ask: 'facts', label: 'facts' }, reason] },
  amend: {
    group: 'intake',
    fields: [
      { name: 'title', ask: 'line', label: 'title', initial: ({ title }) => title },
      { name: 'wanted', ask: 'text', label: 'wanted', initial: ({ wanted }) => wanted },
      { name: 'kind', ask: 'kind', label: 'kind', initial: ({ kind }) => kind },
      reason,
    ],
  },
  assign: {
    group: 'intake',
    fields: [
      { name: 'personId', ask: 'person', label: 'personId', optional: true, initial: ({ person }) => person?.id ?? '' },
      { name: 'sectionId', ask: 'section', label: 'sectionId', optional: true, initial: ({ section }) => section?.id ?? '' },
      { name: 'note', ask: 'line', label: 'note', optional: true },
    ],
  },
  link: {
    group: 'intake',
    fields: [
      { name: 'requestId', ask: 'case', label: 'requestId' },
      { name: 'how', ask: 'how', label: 'how', initial: () => 'repeat' },
    ],
  },
  void: { group: 'intake', fields: [reason], danger: true },
  withdraw: { group: 'result', fields: [text('withdraw')], danger: true },
  'set-internal-deadline': {
    group: 'records',
    fields: [{ name: 'dueOn', ask: 'future-day', label: 'dueOn', initial: ({ folded }) => folded.internalDue ?? '' }],
  },
  note: { group: 'records', fields: [text('text')] },
  'log-call': {
    group: 'records',
    fields: [
      { name: 'direction', ask: 'direction', label: 'direction', initial: () => 'out' },
      { name: 'with', ask: 'line', label: 'with', initial: ({ applicant }) => applicant },
      text('call'),
    ],
  },
  'log-search': {
    group: 'records',
    fields: [
      { name: 'where', ask: 'line', label: 'where' },
      { name: 'terms', ask: 'line', label: 'terms' },
      { name: 'found', ask: 'number', label: 'found' },
      { ...text('text'), optional: true },
    ],
  },
  'ask-inquiry': {
    group: 'others',
    letter: 'inquiry',
    fields: [
      { name: 'sectionId', ask: 'section', label: 'sectionId', optional: true },
      { name: 'name', ask: 'line', label: 'name', addresses: true },
      { name: 'question', ask: 'text', label: 'question', fills: '协办事项' },
      { name: 'dueOn', ask: 'future-day', label: 'by' },
    ],
  },
  'chase-inquiry': { group: 'others', fields: [one('of-inquiries', 'inquiry')] },
  'answer-inquiry': { group: 'others', fields: [one('of-inquiries', 'inquiry'), text('text')] },
  'ask-correction': {
    group: 'notices',
    letter: 'correction-notice',
    fields: [
      { name: 'what', ask: 'text', label: 'what', fills: '补正内容' },
      { name: 'by', ask: 'future-day', label: 'by' },
    ],
  },
  'receive-correction': { group: 'records', fields: [text('text')] },
  'lapse-correction': { group: 'result', letter: 'not-corrected-notice', fields: [], danger: true },
  consult: {
    group: 'others',
    letter: ({ party }) => (party === 'co-maker' ? 'co-maker-consultation' : 'third-party-consultation'),
    fields: [
      { name: 'party', ask: 'party', label: 'party', initial: () => 'third-party' },
      { name: 'name', ask: 'line', label: 'consulted', addresses: true },
    ],
  },
  'record-consultation-received': { group: 'others', fields: [one('of-consultations', 'consultation')] },
  'record-opinion': {
    group: 'others',
    fields: [
      one('of-consultations', 'consultation'),
      { name: 'opinion', ask: 'opinion', label: 'opinion' },
      { ...text('text'), optional: true },
    ],
  },
  'lapse-consultation': { group: 'others', fields: [one('of-consultations', 'consultation')] },
  'ask-reasons': { group: 'notices', letter: 'reasons-notice', fields: [{ name: 'by', ask: 'future-day', label: 'by' }] },
  'record-reasons': { group: 'records', fields: [text('text'), { name: 'reasonable', ask: 'yes-no', label: 'reasonable' }] },
  'fix-delay': { group: 'notices', letter: 'delay-notice', fields: [{ name: 'until', ask: 'future-day', label: 'until' }] },
  extend: {
    group: 'notices',
    letter: 'extension-notice',
    fields: [
      { name: 'days', ask: 'number', label: 'days', initial: () => '20' },
      { name: 'approver', ask: 'line', label: 'approver' },
      { name: 'reason', ask: 'text', label: 'extendReason', fills: '理由' },
    ],
  },
  'notice-fee': {
    group: 'notices',
    letter: 'fee-notice',
    fields: [
      { name: 'mode', ask: 'mode', label: 'mode', initial: () => 'page' },
      { name: 'count', ask: 'number', label: 'count' },
      { name: 'before', ask: 'number', label: 'before', optional: true },
    ],
  },
  'record-payment': {
    group: 'records',
    fields: [
      { name: 'amount', ask: 'yuan', label: 'amount', initial: ({ folded }) => (folded.fee ? String(folded.fee.amount / 100) : '') },
      { name: 'receipt', ask: 'line', label: 'receipt' },
    ],
  },
  'lapse-fee': { group: 'result', letter: 'unpaid-notice', fields: [], danger: true },
  refer: {
    group: 'others',
    letter: 'referral',
    fields: [
      { name: 'to', ask: 'to', label: 'to', initial: () => 'competent' },
      { name: 'question', ask: 'text', label: 'doubt', fills: '请示事项' },
    ],
  },
  'answer-referral': { group: 'others', fields: [one('of-referrals', 'referral'), text('text')] },
  decide: { group: 'result', fields: [], elsewhere: true },
  answer: {
    group: 'result',
    fields: [
      { name: 'method', ask: 'delivery', label: 'answerMethod', initial: ({ form }) => form?.delivery ?? 'post' },
      { name: 'late.reason', ask: 'text', label: 'late', optional: true },
      { name: 'late.sectionId', ask: 'section', label: 'lateSection', optional: true },
    ],
  },
  'record-service': { group: 'after', fields: [{ name: 'method', ask: 'line', label: 'serviceMethod' }] },
  'record-undelivered': { group: 'after', fields: [{ name: 'reason', ask: 'text', label: 'undelivered' }] },
  reopen: {
    group: 'after',
    fields: [
      { name: 'because', ask: 'text', label: 'because' },
      { name: 'dueOn', ask: 'future-day', label: 'challengeDue', optional: true },
    ],
    danger: true,
  },
  'offer-publication': { group: 'after', fields: [{ name: 'by', ask: 'proposedBy', label: 'proposedBy', initial: () => 'body' }] },
  'settle-publication': { group: 'after', fields: [{ name: 'accepted', ask: 'yes-no', label: 'accepted' }, reason] },
  archive: { group: 'after', fields: [], elsewhere: true },
}

export type DeskVerb = keyof typeof verbForms
export const isDeskVerb = (verb: CaseVerb): verb is DeskVerb => verb !== 'rate'

/** What the fields of a verb hold at first. */
export const initialOf = (verb: DeskVerb, one: CaseDetail, today: string): Record<string, string> => ({
  on: today,
  ...Object.fromEntries(
    verbForms[verb].fields
      .filter(({ ask }) => ask !== 'facts')
      .map(({ name, initial, ask }) => [name, initial?.(one) ?? (ask.startsWith('of-') ? (openOf(ask, one)[0]?.[0] ?? '') : '')]),
  ),
})

/** The consultations, inquiries or referrals that are still open, by id and name. */
export function openOf(ask: Ask, { folded }: CaseDetail): readonly (readonly [id: string, name: string])[] {
  switch (ask) {
    case 'of-inquiries':
      return folded.inquiries.filter(({ answeredOn }) => answeredOn === null).map(({ id, name }) => [id, name])
    case 'of-consultations':
      return folded.consultations.filter(({ answeredOn }) => answeredOn === null).map(({ id, name }) => [id, name])
    case 'of-referrals':
      return folded.referrals.filter(({ answeredOn }) => answeredOn === null).map(({ id, question }) => [id, question])
    default:
      return []
  }
}

/**
 * The fields as the API takes them: numbers as numbers, yuan as 分, empty optional ones left out; `late.reason` becomes `late`. Days of receipt
 * come beside, as they have a shape of their own.
 */
export function dataOf(verb: DeskVerb, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const { name, ask, optional } of verbForms[verb].fields) {
    const value = (values[name] ?? '').trim()
    if (ask === 'facts') continue
    if (name.startsWith('late.')) continue
    if (value === '') {
      // A person or a section may be taken away again; the rest is left unsaid.
      if (verb === 'assign' && (ask === 'person' || ask === 'section')) data[name] = null
      else if (!optional) data[name] = value
      continue
    }
    data[name] =
      ask === 'number' ? Number(value) : ask === 'yuan' ? Math.round(Number(value) * 100) : ask === 'yes-no' ? value === 'yes' : value
  }
  const late = (values['late.reason'] ?? '').trim()
  if (late !== '') data.late = { reason: late, sectionId: values['late.sectionId'] || null }
  return data
}
