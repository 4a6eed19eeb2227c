/**
 * The decision tree (Order 711 Art. 36–39) as data: questions in the law's order, whose leaves are the rows of table 三. The path taken
 * chooses the letter, the provisions it cites and the remedies it tells. Sentences are in words/outcomes.ts, by the ids here.
 */

import { Failure } from '#words'
import type { LetterKindId } from './letters/kinds.ts'
import type { Guard } from './machine.ts'
import type { CaseType, OutcomeRow } from './model.ts'

/** How a decision is challenged (复议法 Art. 23; 法释〔2025〕8号): first reconsideration, or either. */
export type Remedy = 'reconsider-first' | 'either' | 'none'

/** Where an answer leads: to the next question, or to a leaf. */
export type Next = { readonly question: string } | { readonly outcome: string }

export interface Question {
  readonly id: string
  /** Provision the question comes from, as 第三十六条第三项. */
  readonly source: string
  readonly answers: readonly { readonly id: string; readonly next: Next }[]
}

/** What a leaf needs before it can be decided, told to the clerk as what is missing. */
export type Need =
  | Guard
  /** a search log: proof of 不存在 */
  | 'searched'
  /** asked once for correction, and corrected */
  | 'corrected'
  /** an earlier answer to the same applicant, linked as repeat */
  | 'repeat-linked'
  /** reasons asked for and found unreasonable (Art. 35) */
  | 'reasons-unreasonable'
  /** every third party heard or lapsed, where the ground is theirs */
  | 'third-party-heard'
  /** and it agrees, in whole or in part */
  | 'third-party-agreed'
  /** a redaction proved, where part is withheld */
  | 'redacted'
  /** legal review answered, where the body wants one before a refusal */
  | 'legal-review'

export interface Outcome {
  readonly id: string
  /** Null where the form has no row: the setting `outcomeWithoutRow` says which. */
  readonly row: OutcomeRow | null
  readonly letter: LetterKindId
  /** Provisions cited, in order, as 《政府信息公开条例》第三十六条第三项. */
  readonly cites: readonly string[]
  readonly remedy: Remedy
  readonly needs: readonly Need[]
  /** Goes into the register of what is withheld (Art. 18). */
  readonly withholds: boolean
}

const regulation = '《政府信息公开条例》'
const to = (question: string): Next => ({ question })
const ends = (outcome: string): Next => ({ outcome })
const yesNo = (yes: Next, no: Next): Question['answers'] => [
  { id: 'yes', next: yes },
  { id: 'no', next: no },
]

/** Where each type of case begins. */
export const firstQuestion = { request: 'clear', 'record-correction': 'own-record' } as const satisfies Record<CaseType, string>

/** The questions of a request in the law's order, then those of Art. 41. */
export const questions: readonly Question[] = [
  { id: 'clear', source: `${regulation}第二十九条、第三十条`, answers: yesNo(to('kind'), ends('still-unclear')) },
  {
    id: 'kind',
    source: `${regulation}第二条、第三十九条`,
    answers: [
      { id: 'information', next: to('abuse') },
      { id: 'petition', next: ends('petition') },
      { id: 'publication', next: ends('publication') },
      { id: 'reconfirm', next: ends('reconfirm') },
      { id: 'consultancy', next: ends('consultancy') },
      { id: 'not-information', next: ends('not-government-information') },
    ],
  },
  { id: 'abuse', source: `${regulation}第三十五条`, answers: yesNo(ends('excessive'), to('repeat')) },
  { id: 'repeat', source: `${regulation}第三十六条第六项`, answers: yesNo(ends('duplicate'), to('ours')) },
  { id: 'ours', source: `${regulation}第十条、第三十六条第五项`, answers: yesNo(to('regime'), ends('other-organ')) },
  { id: 'regime', source: `${regulation}第三十六条第七项`, answers: yesNo(ends('inquiry-regime'), to('held')) },
  {
    id: 'held',
    source: `${regulation}第三十六条第四项、第三十八条`,
    answers: [
      { id: 'yes', next: to('public') },
      { id: 'no', next: ends('not-existing') },
      { id: 'to-be-made', next: ends('not-ready-made') },
    ],
  },
  { id: 'public', source: `${regulation}第三十六条第一项`, answers: yesNo(ends('already-public'), to('ground')) },
  {
    id: 'ground',
    source: `${regulation}第十三条至第十六条`,
    answers: [
      { id: 'none', next: ends('granted') },
      { id: 'state-secret', next: to('severable-state-secret') },
      { id: 'forbidden', next: to('severable-forbidden') },
      { id: 'safety', next: to('severable-safety') },
      { id: 'third-party', next: to('public-interest') },
      { id: 'internal', next: to('severable-internal') },
      { id: 'process', next: to('law-says-disclose-process') },
      { id: 'enforcement-file', next: to('law-says-disclose-enforcement-file') },
    ],
  },
  {
    id: 'public-interest',
    source: `${regulation}第十五条、第三十二条`,
    answers: [
      { id: 'consents', next: ends('granted-third-party') },
      { id: 'overrides', next: ends('granted-override') },
      { id: 'withheld', next: to('severable-third-party') },
    ],
  },
  {
    id: 'law-says-disclose-process',
    source: `${regulation}第十六条第二款`,
    answers: yesNo(ends('granted'), to('severable-process')),
  },
  {
    id: 'law-says-disclose-enforcement-file',
    source: `${regulation}第十六条第二款`,
    answers: yesNo(ends('granted'), to('severable-enforcement-file')),
  },
  ...(['state-secret', 'forbidden', 'safety', 'third-party', 'internal', 'process', 'enforcement-file'] as const).map(
    (ground): Question => ({
      id: `severable-${ground}`,
      source: `${regulation}第三十七条`,
      answers: yesNo(ends(`partly-${ground}`), ends(`refused-${ground}`)),
    }),
  ),
  { id: 'own-record', source: `${regulation}第四十一条`, answers: yesNo(to('record-ours'), ends('record-not-own')) },
  { id: 'record-ours', source: `${regulation}第四十一条`, answers: yesNo(to('record-wrong'), ends('record-transferred')) },
  { id: 'record-wrong', source: `${regulation}第四十一条`, answers: yesNo(ends('record-corrected'), ends('record-not-corrected')) },
]

const article = (text: string): string => `${regulation}${text}`

/** The grounds of Art. 14–16: the row where nothing can be given, the provisions, what must be done before. */
const grounds = {
  'state-secret': { row: 'refusedStateSecret', cites: ['第十四条'], needs: [] },
  forbidden: { row: 'refusedByLaw', cites: ['第十四条'], needs: [] },
  safety: { row: 'refusedSafety', cites: ['第十四条'], needs: [] },
  'third-party': { row: 'refusedThirdParty', cites: ['第十五条', '第三十二条'], needs: ['third-party-heard'] },
  internal: { row: 'refusedInternal', cites: ['第十六条第一款'], needs: [] },
  process: { row: 'refusedProcess', cites: ['第十六条第二款'], needs: [] },
  'enforcement-file': { row: 'refusedEnforcementFile', cites: ['第十六条第二款'], needs: [] },
} as const satisfies Record<string, { row: OutcomeRow; cites: readonly string[]; needs: readonly Need[] }>

type Leaf = Omit<Outcome, 'id' | 'cites' | 'withholds'> & { readonly cites: readonly string[]; readonly withholds?: true }

const leaves: Readonly<Record<string, Leaf>> = {
  'still-unclear': { row: 'unableUnclear', letter: 'still-unclear', cites: ['第三十条'], remedy: 'either', needs: ['corrected'] },
  petition: { row: 'rejectedPetition', letter: 'petition', cites: ['第三十九条第一款'], remedy: 'either', needs: ['legal-review'] },
  publication: {
    row: 'rejectedPublication',
    letter: 'publication',
    cites: ['第三十九条第二款'],
    remedy: 'either',
    needs: ['legal-review'],
  },
  reconfirm: { row: 'rejectedReconfirm', letter: 'reconfirm', cites: ['第三十八条'], remedy: 'either', needs: ['legal-review'] },
  consultancy: { row: null, letter: 'consultancy', cites: ['第二条'], remedy: 'either', needs: [] },
  'not-government-information': { row: null, letter: 'not-government-information', cites: ['第二条'], remedy: 'either', needs: [] },
  excessive: {
    row: 'rejectedExcessive',
    letter: 'excessive',
    cites: ['第三十五条'],
    remedy: 'either',
    needs: ['reasons-unreasonable', 'legal-review'],
  },
  duplicate: {
    row: 'rejectedDuplicate',
    letter: 'duplicate',
    cites: ['第三十六条第六项'],
    remedy: 'either',
    needs: ['repeat-linked', 'legal-review'],
  },
  'other-organ': { row: 'unableNotHeld', letter: 'other-organ', cites: ['第三十六条第五项'], remedy: 'either', needs: [] },
  'inquiry-regime': {
    row: 'refusedInquiry',
    letter: 'inquiry-regime',
    cites: ['第三十六条第七项'],
    remedy: 'either',
    needs: ['legal-review'],
  },
  'not-existing': { row: 'unableNotHeld', letter: 'not-existing', cites: ['第三十六条第四项'], remedy: 'either', needs: ['searched'] },
  'not-ready-made': { row: 'unableToCreate', letter: 'not-ready-made', cites: ['第三十八条'], remedy: 'either', needs: ['searched'] },
  'already-public': { row: 'granted', letter: 'already-public', cites: ['第三十六条第一项'], remedy: 'either', needs: [] },
  granted: { row: 'granted', letter: 'granted', cites: ['第三十六条第二项'], remedy: 'either', needs: [] },
  'granted-third-party': {
    row: 'granted',
    letter: 'granted',
    cites: ['第十五条', '第三十六条第二项'],
    remedy: 'either',
    needs: ['third-party-heard', 'third-party-agreed'],
  },
  'granted-override': {
    row: 'granted',
    letter: 'granted',
    cites: ['第十五条', '第三十二条', '第三十六条第二项'],
    remedy: 'either',
    needs: ['third-party-heard'],
  },
  ...Object.fromEntries(
    Object.entries(grounds).flatMap(([ground, { row, cites, needs }]): [string, Leaf][] => [
      [
        `refused-${ground}`,
        {
          row,
          letter: 'refused',
          cites: [...cites, '第三十六条第三项'],
          remedy: 'reconsider-first',
          needs: [...needs, 'legal-review'],
          withholds: true,
        },
      ],
      [
        `partly-${ground}`,
        {
          row: 'partlyGranted',
          letter: 'partly-granted',
          cites: [...cites, '第三十六条第三项', '第三十七条'],
          remedy: 'reconsider-first',
          needs: [...needs, 'redacted', 'legal-review'],
          withholds: true,
        },
      ],
    ]),
  ),
  'record-corrected': { row: null, letter: 'record-corrected', cites: ['第四十一条'], remedy: 'either', needs: [] },
  'record-not-corrected': { row: null, letter: 'record-not-corrected', cites: ['第四十一条'], remedy: 'either', needs: [] },
  'record-not-own': { row: null, letter: 'record-not-corrected', cites: ['第四十一条'], remedy: 'either', needs: [] },
  'record-transferred': { row: null, letter: 'record-transferred', cites: ['第四十一条'], remedy: 'none', needs: [] },
}

export const outcomes: Readonly<Record<string, Outcome>> = Object.fromEntries(
  Object.entries(leaves).map(([id, { withholds = false, cites, ...leaf }]) => [id, { id, ...leaf, cites: cites.map(article), withholds }]),
)

/** Where a path leads. Throws `outcome-path` with the question at which the answers stop following one another, or end. */
export function walk(type: CaseType, path: readonly { readonly question: string; readonly answer: string }[]): Outcome {
  let at: string = firstQuestion[type]
  for (const [index, given] of path.entries()) {
    const question = questions.find(({ id }) => id === at)!
    const next = given.question === at ? question.answers.find(({ id }) => id === given.answer)?.next : undefined
    if (next === undefined) throw new Failure('outcome-path', { question: at })
    if ('outcome' in next) {
      if (index < path.length - 1) throw new Failure('outcome-path', { question: path[index + 1]!.question })
      return outcomes[next.outcome]!
    }
    at = next.question
  }
  throw new Failure('outcome-path', { question: at })
}

/** The row an outcome counts in; what the form has no row for goes where the body's setting says. */
export const rowOf = ({ row }: Outcome, withoutRow: 'otherOther' | 'unableNotHeld' | 'rejectedPetition'): OutcomeRow => row ?? withoutRow
