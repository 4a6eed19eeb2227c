/** What a path through the decision tree decides, and whether the case is ready for it. */
import { Failure } from '#words'
import type { CaseEvents } from '../events.ts'
import { holds } from '../guards.ts'
import type { Guard } from '../machine.ts'
import type { Decision } from '../model.ts'
import { type Need, type Outcome, rowOf, walk } from '../outcomes.ts'
import type { Ground } from './acts.ts'

/** Throws `outcome-path` where the answers do not follow one another or end early, `outcome-needs` where a step is missing. */
export function decisionOf(ground: Ground, path: Decision['path']): CaseEvents['outcome.decided'] {
  const outcome = walk(ground.state.type, path)
  const missing = missingNeeds(ground, outcome)
  if (missing.length > 0) throw new Failure('outcome-needs', { need: missing[0]! })
  return { path, outcome: outcome.id, row: ground.state.type === 'request' ? rowOf(outcome, ground.settings.outcomeWithoutRow) : null }
}

/** What an outcome still wants of the case, in the order it is told. */
export function missingNeeds(ground: Ground, outcome: Outcome): Need[] {
  return outcome.needs.filter((need) => !isMet(ground, need))
}

function isMet(ground: Ground, need: Need): boolean {
  const { state, settings } = ground
  switch (need) {
    case 'searched':
      return state.searches.length > 0
    case 'corrected':
      return state.correction !== null && state.correction.receivedOn !== null
    case 'repeat-linked':
      return ground.hasAnsweredRepeat
    case 'reasons-unreasonable':
      return state.reasons?.reasonable === false
    case 'third-party-heard':
      return state.consultations.some(({ party, answeredOn }) => party === 'third-party' && answeredOn !== null)
    case 'third-party-agreed':
      return state.consultations.some(({ party, opinion }) => party === 'third-party' && (opinion === 'agrees' || opinion === 'partly'))
    case 'redacted':
      return ground.hasProvedRedaction
    case 'legal-review':
      return !settings.legalReview || state.referrals.some(({ to, answeredOn }) => to === 'legal' && answeredOn !== null)
    default:
      return holds[need satisfies Guard](state)
  }
}
