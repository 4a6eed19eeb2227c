/** What each verb of a challenge asks for, as data: its dialog is drawn from here. */
import type { ChallengeDetail, ChallengeOutcome, ChallengeVerb } from '../../api-types.ts'

export interface ActField {
  readonly name: string
  readonly kind: 'day' | 'text' | 'lines' | 'choice' | 'person' | 'cases'
  readonly optional?: true
  /** Of a choice: names of what may be chosen are in words, in the list called so. */
  readonly of?: 'outcomes' | 'procedures' | 'appealStages' | 'parties' | 'parts' | 'direct' | 'reconsiderations'
}

const day: ActField = { name: 'on', kind: 'day', optional: true }
const optional = (name: string, kind: 'text' | 'lines' = 'text'): ActField => ({ name, kind, optional: true })
const needed = (name: string, kind: 'text' | 'lines' = 'text'): ActField => ({ name, kind })
const choice = (name: string, of: NonNullable<ActField['of']>): ActField => ({ name, kind: 'choice', of })

export const acts: Readonly<Record<ChallengeVerb, readonly ActField[]>> = {
  accept: [day, optional('number')],
  'receive-copy': [day, optional('number'), choice('procedure', 'procedures')],
  answer: [day, optional('text', 'lines'), optional('lateReason', 'lines')],
  decide: [day, choice('outcome', 'outcomes'), optional('number'), optional('text', 'lines')],
  refuse: [day, optional('number'), optional('text', 'lines')],
  withdraw: [day, optional('text', 'lines')],
  appeal: [day, choice('stage', 'appealStages'), choice('by', 'parties'), needed('organ'), optional('number'), optional('text', 'lines')],
  remand: [day, optional('organ'), optional('number'), optional('text', 'lines')],
  note: [day, needed('text', 'lines')],
  assign: [{ name: 'personId', kind: 'person', optional: true }],
  amend: [
    needed('organ'),
    optional('number'),
    { name: 'filedOn', kind: 'day' },
    choice('part', 'parts'),
    choice('isDirect', 'direct'),
    { ...choice('reconsiderationId', 'reconsiderations'), optional: true },
    { name: 'requestIds', kind: 'cases', optional: true },
    needed('reason', 'lines'),
  ],
  void: [needed('reason', 'lines')],
}

/** In the order of the buttons; the first that may be done is the likeliest next step. */
export const actOrder = Object.keys(acts) as ChallengeVerb[]

/** Fields of the verb for this challenge: those of a suit are not asked of a reconsideration. */
export const fieldsFor = (verb: ChallengeVerb, { kind }: ChallengeDetail): readonly ActField[] =>
  acts[verb].filter(({ name }) =>
    kind === 'litigation' ? name !== 'procedure' : !['part', 'isDirect', 'reconsiderationId'].includes(name),
  )

/** Results that set the answer aside: its cases may have to be handled anew. */
export const correcting: readonly string[] = [
  'revoked',
  'changed',
  'declared-illegal',
  'declared-void',
  'ordered-to-perform',
] satisfies ChallengeOutcome[]
