/** What each verb of a challenge is told, and the event it becomes. */
import { type Body, day, required, text, wrong } from '#identity'
import { Failure } from '#words'
import type { ChallengeEvents } from './events.ts'
import type { ChallengeVerb } from './machine.ts'
import {
  type ChallengeOutcome,
  type ChallengePart,
  challengeOutcomes,
  type FoldedChallenge,
  outcomes,
  type Procedure,
  procedures,
} from './model.ts'

/** Everything a verb may be told; each takes its own, and the machine says which verb may be when. */
export interface ChallengeInput {
  /** The legal day; today without one. */
  readonly on?: string
  readonly number?: string
  readonly organ?: string
  readonly text?: string
  readonly procedure?: Procedure
  readonly lateReason?: string
  readonly outcome?: ChallengeOutcome
  /** Cases to handle anew because of the decision, with the day it set; null where the law's own term runs. */
  readonly reopen?: readonly { readonly requestId: string; readonly dueOn: string | null }[]
  readonly stage?: 'second' | 'retrial'
  readonly by?: 'applicant' | 'body' | 'other'
  readonly reason?: string
  readonly filedOn?: string
  readonly isDirect?: boolean
  readonly part?: ChallengePart
  readonly reconsiderationId?: string | null
  readonly requestIds?: readonly string[]
  readonly personId?: string | null
}

/** Fields that a verb takes. Another field is a mistake, never dropped. */
export const verbFields: Readonly<Record<ChallengeVerb, readonly (keyof ChallengeInput)[]>> = {
  accept: ['on', 'number'],
  'receive-copy': ['on', 'number', 'procedure'],
  refuse: ['on', 'number', 'text'],
  answer: ['on', 'text', 'lateReason'],
  decide: ['on', 'outcome', 'number', 'text', 'reopen'],
  withdraw: ['on', 'text'],
  appeal: ['on', 'stage', 'by', 'organ', 'number', 'text'],
  remand: ['on', 'organ', 'number', 'text'],
  amend: ['organ', 'number', 'filedOn', 'isDirect', 'part', 'reconsiderationId', 'requestIds', 'reason'],
  assign: ['personId'],
  note: ['on', 'text'],
  void: ['reason'],
}

type DataOf = { readonly [Verb in ChallengeVerb]: (challenge: FoldedChallenge, input: ChallengeInput, body: Body) => unknown }

const number = (given: string | undefined) => text('number', given, 100)
const opinion = (given: string | undefined) => text('text', given, 4000)

/** The data of the event, tidied. Throws `wrong-field`, `challenge-outcome`. */
export const dataOf = {
  accept: (_, input): ChallengeEvents['challenge.accepted'] => ({ isDeemed: false, number: number(input.number) }),
  'receive-copy': ({ kind }, input): ChallengeEvents['challenge.copy-received'] => {
    const { procedure = 'ordinary' } = input
    if (!procedures.includes(procedure)) throw wrong('procedure', 'choice', procedure)
    return { procedure: kind === 'reconsideration' ? procedure : 'ordinary', number: number(input.number) }
  },
  refuse: (_, input): ChallengeEvents['challenge.refused'] => ({ number: number(input.number), text: opinion(input.text) }),
  answer: (_, input): ChallengeEvents['challenge.answered'] => ({
    lateReason: text('lateReason', input.lateReason, 500),
    text: opinion(input.text),
  }),
  decide: ({ stages, kind }, input): ChallengeEvents['challenge.decided'] => {
    const { outcome, reopen = [] } = input
    if (outcome === undefined) throw wrong('outcome', 'required')
    if (!challengeOutcomes.includes(outcome)) throw wrong('outcome', 'choice', outcome)
    const isOnAppeal = kind === 'litigation' && stages.at(-1)!.stage !== 'first'
    if (outcome === 'withdrawn' || outcome === 'not-accepted' || (outcome === 'judgment-stands' && !isOnAppeal))
      throw new Failure('challenge-outcome', { outcome })
    if (reopen.length > 0 && outcomes[outcome] !== 'corrected') throw new Failure('reopen-uncorrected')
    return { outcome, number: number(input.number), text: opinion(input.text), reopened: reopen.map(({ requestId }) => requestId) }
  },
  withdraw: (_, input): ChallengeEvents['challenge.withdrawn'] => ({ text: opinion(input.text) }),
  appeal: ({ stages }, input): ChallengeEvents['challenge.appealed'] => {
    const { by = 'applicant' } = input
    const { stage: now, organ } = stages.at(-1)!
    const stage = input.stage ?? (now === 'first' ? 'second' : 'retrial')
    if (!['second', 'retrial'].includes(stage) || (stage === 'second' && now === 'second')) throw wrong('stage', 'choice', stage)
    if (!['applicant', 'body', 'other'].includes(by)) throw wrong('by', 'choice', by)
    // A retrial may be before the court that judged; an appeal never is.
    const before = stage === 'retrial' ? (input.organ ?? organ) : input.organ
    return { stage, by, organ: required('organ', before), number: number(input.number), text: opinion(input.text) }
  },
  remand: ({ stages }, input): ChallengeEvents['challenge.remanded'] => ({
    organ: required('organ', input.organ ?? stages.findLast(({ stage }) => stage === 'first')!.organ),
    number: number(input.number),
    text: opinion(input.text),
  }),
  amend: (challenge, input): ChallengeEvents['challenge.amended'] => {
    const { organ, filedOn, isDirect, part, reconsiderationId, requestIds } = input
    if (filedOn !== undefined) {
      const { acceptedOn, answeredOn, decidedOn } = challenge.stages[0]!
      const last = [acceptedOn, answeredOn, decidedOn].filter((one) => one !== null).sort()[0]
      if (last !== undefined && day('filedOn', filedOn) > last) throw wrong('filedOn', 'not-after', last)
    }
    checkPart(challenge.kind, { isDirect, part, reconsiderationId })
    return {
      ...(organ !== undefined && { organ: required('organ', organ) }),
      ...(input.number !== undefined && { number: number(input.number) }),
      ...(filedOn !== undefined && { filedOn: day('filedOn', filedOn) }),
      ...(isDirect !== undefined && { isDirect }),
      ...(part !== undefined && { part }),
      ...(reconsiderationId !== undefined && { reconsiderationId, ...(reconsiderationId !== null && { isDirect: false }) }),
      ...(requestIds !== undefined && { requestIds: [...new Set(requestIds)] }),
      reason: required('reason', input.reason, 500),
    }
  },
  assign: (_, input): ChallengeEvents['challenge.assigned'] => ({ personId: input.personId ?? null }),
  note: (_, input): ChallengeEvents['challenge.noted'] => ({ text: required('text', input.text, 4000) }),
  void: (_, input): ChallengeEvents['challenge.voided'] => ({ reason: required('reason', input.reason, 500) }),
} as const satisfies DataOf

/** A reconsideration has one respondent and nothing before it; a suit after a reconsideration is not direct. */
export function checkPart(
  kind: FoldedChallenge['kind'],
  {
    isDirect,
    part,
    reconsiderationId,
  }: { readonly isDirect?: boolean | null; readonly part?: ChallengePart; readonly reconsiderationId?: string | null },
): void {
  if (kind === 'reconsideration') {
    if (isDirect !== undefined && isDirect !== null) throw wrong('isDirect', 'choice', String(isDirect))
    if (part === 'co-defendant') throw wrong('part', 'choice', part)
    if (reconsiderationId) throw wrong('reconsideration', 'choice', reconsiderationId)
  }
  if (isDirect === true && reconsiderationId) throw wrong('isDirect', 'choice', 'true')
}
