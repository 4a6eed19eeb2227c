/** Events → the challenge. Pure. */
import { type ChallengeResult, type ChallengeRow, type Decided, standing } from '../tally/model.ts'
import type { ChallengeEvent, ChallengeEvents } from './events.ts'
import { challengeVerbs } from './machine.ts'
import { type ChallengeOutcome, type ChallengeState, type FoldedChallenge, outcomes, type Stage } from './model.ts'

/** The challenge that its events make, in the order they were written down. Throws an `Error` where the first is no filing. */
export function foldChallenge(events: readonly ChallengeEvent[]): FoldedChallenge {
  const [first] = events
  if (first?.kind !== 'challenge.filed') throw new Error('a challenge begins with its filing')
  return events.slice(1).reduce(step, begin(first.on, first.data))
}

/** What table 四 counts of it. */
export function countedChallenge(id: string, { kind, part, isDirect, filedOn, counts, state }: FoldedChallenge): ChallengeRow {
  return {
    id,
    group: kind === 'reconsideration' ? 'reconsideration' : isDirect ? 'directLitigation' : 'litigationAfterReconsideration',
    filedOn,
    concludedOn: counts?.on ?? null,
    result: counts?.result ?? null,
    counted: part === 'respondent' && state !== 'void',
  }
}

function begin(on: string, data: ChallengeEvents['challenge.filed']): FoldedChallenge {
  const { organ, number, ...facts } = data
  return {
    ...facts,
    state: 'filed',
    stages: [stageAt(facts.kind === 'reconsideration' ? 'reconsideration' : 'first', on, organ, number, 'applicant')],
    filedOn: on,
    decided: [],
    stands: null,
    counts: null,
    lastDay: on,
  }
}

function step(before: FoldedChallenge, event: ChallengeEvent): FoldedChallenge {
  const challenge = { ...before, state: stateAfter(before.state, event) }
  const { on } = event
  switch (event.kind) {
    case 'challenge.filed':
      throw new Error('a challenge is filed once')
    case 'challenge.accepted': {
      const { isDeemed, number } = event.data
      return inStage(challenge, on, { acceptedOn: on, isDeemed, ...(number && { number }) })
    }
    case 'challenge.copy-received': {
      const { procedure, number } = event.data
      const { acceptedOn, isDeemed } = challenge.stages.at(-1)!
      // A copy that came before silence was taken for a yes was the yes.
      const first = acceptedOn === null || (isDeemed && on < acceptedOn)
      return inStage(challenge, on, {
        ...(first && { acceptedOn: on, isDeemed: false }),
        copyOn: on,
        procedure,
        ...(number && { number }),
      })
    }
    case 'challenge.refused':
      // Taken to have accepted, the organ had in truth said no.
      return concluded(withStage(challenge, { acceptedOn: null, isDeemed: false }), on, 'not-accepted', event.data)
    case 'challenge.answered':
      return inStage(challenge, on, { answeredOn: on, lateReason: event.data.lateReason })
    case 'challenge.decided':
      return concluded(challenge, on, event.data.outcome, event.data)
    case 'challenge.withdrawn':
      // An appeal taken back leaves the judgment it was against.
      return concluded(challenge, on, challenge.stages.length > 1 && lastResult(challenge) !== null ? 'judgment-stands' : 'withdrawn', {
        number: '',
        text: event.data.text,
      })
    case 'challenge.appealed': {
      const { stage, by, organ, number } = event.data
      return reopened(challenge, on, stageAt(stage, on, organ, number, by))
    }
    case 'challenge.remanded': {
      const { organ, number, text } = event.data
      const { number: was } = challenge.stages.at(-1)!
      const closed = inStage(challenge, on, { decidedOn: on, text, decisionNumber: was })
      // What was appealed against is gone, and with it what an appeal could leave standing.
      return {
        ...closed,
        decided: closed.decided.map((span) => ({ ...span, until: span.until ?? on })),
        stages: [...closed.stages, { ...stageAt('first', on, organ, number, 'applicant'), acceptedOn: on }],
      }
    }
    case 'challenge.amended': {
      const { organ, number, filedOn, reason: _, ...facts } = event.data
      const amended = { ...challenge, ...facts }
      const inNow = withStage(amended, { ...(organ !== undefined && { organ }), ...(number !== undefined && { number }) })
      if (filedOn === undefined) return inNow
      const [first, ...rest] = inNow.stages
      return { ...inNow, filedOn, stages: [{ ...first!, filedOn }, ...rest] }
    }
    case 'challenge.assigned':
      return { ...challenge, personId: event.data.personId }
    case 'challenge.noted':
      return challenge
    case 'challenge.voided':
      return { ...challenge, counts: null }
  }
}

function stateAfter(state: ChallengeState, { kind }: ChallengeEvent): ChallengeState {
  const verb = Object.values(challengeVerbs).find(({ event }) => event === kind)
  return verb === undefined || verb.to === 'same' ? state : verb.to
}

const stageAt = (stage: Stage['stage'], filedOn: string, organ: string, number: string, by: Stage['by']): Stage => ({
  stage,
  organ,
  number,
  by,
  filedOn,
  acceptedOn: null,
  isDeemed: false,
  copyOn: null,
  procedure: 'ordinary',
  answeredOn: null,
  lateReason: '',
  decidedOn: null,
  outcome: null,
  decisionNumber: '',
  text: '',
})

const withStage = <C extends FoldedChallenge>(challenge: C, change: Partial<Stage>): C => ({
  ...challenge,
  stages: challenge.stages.with(-1, { ...challenge.stages.at(-1)!, ...change }),
})

const inStage = (challenge: FoldedChallenge, on: string, change: Partial<Stage>): FoldedChallenge => ({
  ...withStage(challenge, change),
  lastDay: on > challenge.lastDay ? on : challenge.lastDay,
})

/** The result that an appeal left standing would have: that of the last decision that none was remanded over. */
function lastResult({ stages }: FoldedChallenge): ChallengeResult | null {
  const sinceRemand = stages.slice(
    Math.max(
      0,
      stages.findLastIndex(({ stage }) => stage === 'first'),
    ),
  )
  const earlier = sinceRemand.findLast(({ outcome }) => outcome !== null && outcomes[outcome] !== null)
  return earlier?.outcome ? outcomes[earlier.outcome] : null
}

function concluded(
  challenge: FoldedChallenge,
  on: string,
  outcome: ChallengeOutcome,
  { number, text }: { readonly number: string; readonly text: string },
): FoldedChallenge {
  // Where nothing is known of what stands, it is at least not upheld and not corrected.
  const result = outcomes[outcome] ?? lastResult(challenge) ?? 'other'
  const decided: readonly Decided<ChallengeResult>[] = [...challenge.decided, { on, result, until: null }]
  return withCounts({
    ...inStage(challenge, on, { decidedOn: on, outcome, decisionNumber: number, text }),
    decided,
    stands: { on, result },
  })
}

function reopened(challenge: FoldedChallenge, on: string, stage: Stage): FoldedChallenge {
  const decided = challenge.decided.map((span) => ({ ...span, until: span.until ?? on }))
  return withCounts({ ...challenge, decided, stands: null, stages: [...challenge.stages, stage], lastDay: on })
}

function withCounts(challenge: FoldedChallenge): FoldedChallenge {
  const counts = standing(challenge.decided)
  return { ...challenge, counts: counts && { on: counts.on, result: counts.result } }
}
