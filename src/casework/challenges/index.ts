/** 行政复议、行政诉讼 against what the body did: registered, followed, counted in table 四. */
import { checkChallengeMachine } from './machine.ts'

export {
  acceptUnanswered,
  challengesHandedOver,
  type NewChallenge,
  openChallenge,
  performChallenge,
  performChallengeIn,
} from './commands.ts'
export type { ChallengeEvent, ChallengeEventKind, ChallengeEvents } from './events.ts'
export { addChallengeFile, readChallengeFile } from './files.ts'
export { countedChallenge, foldChallenge } from './fold.ts'
export { type ChallengeInput, verbFields as challengeVerbFields } from './inputs.ts'
export { type ChallengeLimit, limitOf as challengeLimitOf } from './limits.ts'
export {
  type ChallengeGuard,
  type ChallengeHand,
  type ChallengeVerb,
  challengeGuards,
  challengeHands,
  challengeVerbNames,
  challengeVerbs,
  checkChallengeMachine,
} from './machine.ts'
export {
  type ChallengeKind,
  type ChallengeOutcome,
  type ChallengePart,
  type ChallengeState,
  challengeKinds,
  challengeOutcomes,
  challengeParts,
  challengeStates,
  type FoldedChallenge,
  outcomes as challengeOutcomeResults,
  type Procedure,
  procedures,
  type Stage,
  type StageName,
  stages as challengeStages,
} from './model.ts'
export { type ChallengeDetail, type ChallengeFilter, challengeAt, challengesOf, type ListedChallenge } from './queries.ts'

const faults = checkChallengeMachine()
if (faults.length > 0) throw new Error(`the machine of challenges is wrong:\n${faults.join('\n')}`)
