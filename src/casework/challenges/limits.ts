/** The limit that runs in a challenge, where one does. Pure. */
import { endOfTerm, type Term, terms, type WorkCalendar } from '#calendar'
import { answerTerms, type FoldedChallenge } from './model.ts'

export interface ChallengeLimit {
  readonly kind: 'challenge-acceptance' | 'challenge-answer'
  readonly term: Term
  /** The day it began, which does not count. */
  readonly since: string
  readonly dueOn: string
  readonly dueStatus: 'final' | 'provisional'
}

/**
 * Waiting to be accepted: the organ's five working days, after which it is taken to have accepted (行政复议法 Art. 30).
 * Accepted, with the copy received: the body's own days to answer. Otherwise none.
 */
export function limitOf({ state, stages }: FoldedChallenge, calendar: WorkCalendar): ChallengeLimit | null {
  const { stage, filedOn, copyOn, procedure } = stages.at(-1)!
  if (state === 'filed' && stage === 'reconsideration')
    return limit(calendar, 'challenge-acceptance', terms['reconsideration-acceptance'], filedOn)
  if (state === 'accepted' && copyOn !== null) return limit(calendar, 'challenge-answer', terms[answerTerms[stage][procedure]], copyOn)
  return null
}

function limit(calendar: WorkCalendar, kind: ChallengeLimit['kind'], term: Term, since: string): ChallengeLimit {
  const { day, provisional } = endOfTerm(calendar, term, since)
  return { kind, term, since, dueOn: day, dueStatus: provisional ? 'provisional' : 'final' }
}
