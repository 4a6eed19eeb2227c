/** What each verb asks for, as data: the dialog of a verb is drawn from here. */
import { formOf } from '#report'
import type { CaseVerb } from '../../api-types.ts'

export type FieldKind = 'text' | 'lines' | 'day' | 'number' | 'money' | 'choice' | 'yes' | 'open' | 'person' | 'case'

export interface ActField {
  readonly name: string
  readonly kind: FieldKind
  readonly optional?: true
  readonly options?: readonly string[]
  /** What the case has stands in it at first. */
  readonly from?: 'title' | 'wanted' | 'kind'
  /** Of `open`: which list of the case it is one of. */
  readonly of?: 'consultations' | 'inquiries' | 'referrals'
}

export interface Act {
  readonly fields: readonly ActField[]
  /** The letter by whose sending it happens; without one it is done at once. */
  readonly letter?: string | { readonly by: string; readonly kinds: Readonly<Record<string, string>> }
  /** The letter's recipient, where it is not the applicant: which field names it. */
  readonly recipient?: string
}

const text = (name: string): ActField => ({ name, kind: 'text' })
const lines = (name: string): ActField => ({ name, kind: 'lines' })
const day = (name: string): ActField => ({ name, kind: 'day' })
const choice = (name: string, ...options: string[]): ActField => ({ name, kind: 'choice', options })
const open = (of: NonNullable<ActField['of']>): ActField => ({ name: 'id', kind: 'open', of })
const optional = (field: ActField): ActField => ({ ...field, optional: true })

/** Columns of table 三 that are kinds of applicants. */
const kinds = formOf('2021').requests.columns.filter(({ key }) => key !== 'total')
const applicantKinds = kinds.map(({ key }) => key)
/** What the form calls them. */
export const kindNames: Readonly<Record<string, string>> = Object.fromEntries(kinds.map(({ key, label }) => [key, label]))

/** Verbs with a dialog of their own; `decide` is the tree, `answer` the letter, `archive` stands beside the letters; the applicant's acts are on the site. */
export const acts: Partial<Record<CaseVerb, Act>> = {
  confirm: { fields: [day('confirmed')] },
  assign: { fields: [{ name: 'personId', kind: 'person' }, optional(lines('note'))] },
  'ask-correction': { fields: [lines('what'), day('by')], letter: 'correction-notice' },
  'receive-correction': { fields: [lines('text')] },
  'lapse-correction': { fields: [], letter: 'not-corrected-notice' },
  consult: {
    fields: [choice('party', 'third-party', 'co-maker'), text('name')],
    letter: { by: 'party', kinds: { 'third-party': 'third-party-consultation', 'co-maker': 'co-maker-consultation' } },
    recipient: 'name',
  },
  'record-consultation-received': { fields: [open('consultations')] },
  'record-opinion': { fields: [open('consultations'), choice('opinion', 'agrees', 'refuses', 'partly'), optional(lines('text'))] },
  'lapse-consultation': { fields: [open('consultations')] },
  extend: { fields: [{ name: 'days', kind: 'number' }, text('approver'), lines('reason')], letter: 'extension-notice' },
  'ask-reasons': { fields: [day('by')], letter: 'reasons-notice' },
  'record-reasons': { fields: [lines('text'), { name: 'reasonable', kind: 'yes' }] },
  'fix-delay': { fields: [day('until')], letter: 'delay-notice' },
  'notice-fee': {
    fields: [choice('mode', 'piece', 'page'), { name: 'count', kind: 'number' }, optional({ name: 'before', kind: 'number' })],
    letter: 'fee-notice',
  },
  'record-payment': { fields: [{ name: 'amount', kind: 'money' }, text('receipt')] },
  'lapse-fee': { fields: [], letter: 'unpaid-notice' },
  'ask-inquiry': { fields: [text('name'), lines('question'), day('dueOn')] },
  'chase-inquiry': { fields: [open('inquiries')] },
  'answer-inquiry': { fields: [open('inquiries'), lines('text')] },
  refer: { fields: [choice('to', 'legal', 'competent', 'secrecy'), lines('question')] },
  'answer-referral': { fields: [open('referrals'), lines('text')] },
  'log-search': { fields: [text('where'), text('terms'), { name: 'found', kind: 'number' }, optional(lines('text'))] },
  'log-call': { fields: [choice('direction', 'out', 'in'), text('with'), lines('text')] },
  note: { fields: [lines('text')] },
  link: { fields: [{ name: 'requestId', kind: 'case' }, choice('how', 'repeat', 'related', 'duplicate')] },
  amend: {
    fields: [
      { ...text('title'), from: 'title' },
      { ...lines('wanted'), from: 'wanted' },
      { ...choice('kind', ...applicantKinds), from: 'kind' },
      lines('reason'),
    ],
  },
  'set-internal-deadline': { fields: [day('dueOn')] },
  withdraw: { fields: [lines('text')] },
  void: { fields: [lines('reason')] },
  'correct-receipt': { fields: [day('confirmed'), lines('reason')] },
  'record-service': { fields: [text('method')] },
  'record-undelivered': { fields: [lines('reason')] },
  reopen: { fields: [lines('because'), optional(day('dueOn'))] },
  'offer-publication': { fields: [] },
  'settle-publication': { fields: [{ name: 'accepted', kind: 'yes' }, lines('reason')] },
}

/** In the order of the menu. */
export const actOrder = Object.keys(acts) as CaseVerb[]

/** Verbs that only add a line to what happened. */
export const jottings: readonly CaseVerb[] = ['note', 'log-call', 'log-search']
