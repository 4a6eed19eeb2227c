/** What each verb of a reconsideration or suit asks for, as data; the API refuses a field of another verb. */
import type { ChallengeVerb } from '../../api-types.ts'

export type ChallengeAsk = 'line' | 'text' | 'day' | 'procedure' | 'outcome' | 'appeal' | 'by' | 'part' | 'person' | 'requests'

export interface ChallengeField {
  readonly name:
    | 'number'
    | 'organ'
    | 'text'
    | 'procedure'
    | 'lateReason'
    | 'outcome'
    | 'stage'
    | 'by'
    | 'reason'
    | 'filedOn'
    | 'part'
    | 'requestIds'
    | 'personId'
  readonly ask: ChallengeAsk
  readonly optional?: true
}

const number: ChallengeField = { name: 'number', ask: 'line', optional: true }
const text: ChallengeField = { name: 'text', ask: 'text', optional: true }

export const challengeForms: Readonly<Record<ChallengeVerb, { readonly fields: readonly ChallengeField[]; readonly danger?: true }>> = {
  accept: { fields: [number] },
  'receive-copy': { fields: [{ name: 'procedure', ask: 'procedure', optional: true }, number] },
  refuse: { fields: [number, text] },
  answer: { fields: [text, { name: 'lateReason', ask: 'text', optional: true }] },
  decide: { fields: [{ name: 'outcome', ask: 'outcome' }, number, text] },
  withdraw: { fields: [text] },
  appeal: {
    fields: [{ name: 'stage', ask: 'appeal' }, { name: 'by', ask: 'by' }, { name: 'organ', ask: 'line' }, number, text],
  },
  remand: { fields: [{ name: 'organ', ask: 'line', optional: true }, number, text] },
  amend: {
    fields: [
      { name: 'reason', ask: 'text' },
      { name: 'filedOn', ask: 'day', optional: true },
      { name: 'organ', ask: 'line', optional: true },
      number,
      { name: 'part', ask: 'part', optional: true },
      { name: 'requestIds', ask: 'requests', optional: true },
    ],
  },
  assign: { fields: [{ name: 'personId', ask: 'person', optional: true }] },
  note: { fields: [{ name: 'text', ask: 'text' }] },
  void: { fields: [{ name: 'reason', ask: 'text' }], danger: true },
}

/** Verbs that happen at no legal day of their own. */
export const dayless: readonly ChallengeVerb[] = ['amend', 'assign', 'void']

/** Results after which the cases are answered anew. */
export const corrects: readonly string[] = ['revoked', 'changed', 'declared-illegal', 'declared-void', 'ordered-to-perform']
