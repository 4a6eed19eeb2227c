/** State × role × verb of a challenge, as data: proved when casework is loaded, run by the commands, walked whole by the tests. */
import type { ChallengeEventKind } from './events.ts'
import { type ChallengeKind, type ChallengeState, challengeKinds, challengeStates, type FoldedChallenge } from './model.ts'

export const challengeHands = ['drafter', 'disclosure-officer', 'job'] as const
export type ChallengeHand = (typeof challengeHands)[number]

/** What must be so, besides the state. Sentences are in words/challenges.ts, by these names. */
export const challengeGuards = {
  /** The organ said nothing yet, or was only taken to have accepted. */
  'not-accepted-in-words': ({ stages }) => {
    const { acceptedOn, isDeemed, copyOn } = stages.at(-1)!
    return copyOn === null && (acceptedOn === null || isDeemed)
  },
  'on-appeal': ({ stages }) => ['second', 'retrial'].includes(stages.at(-1)!.stage),
  'copy-received': ({ stages }) => stages.at(-1)!.copyOn !== null,
} as const satisfies Record<string, (challenge: FoldedChallenge) => boolean>
export type ChallengeGuard = keyof typeof challengeGuards

export interface ChallengeVerbRow {
  readonly kinds: readonly ChallengeKind[]
  readonly from: readonly ChallengeState[]
  /** `same` leaves the state as it is. */
  readonly to: ChallengeState | 'same'
  readonly by: readonly ChallengeHand[]
  readonly event: ChallengeEventKind
  readonly needs: readonly ChallengeGuard[]
}

const both = challengeKinds
const desk = ['drafter', 'disclosure-officer'] as const
const open = ['filed', 'accepted', 'answered'] as const
const live = [...open, 'decided', 'refused'] as const

/** Filing is no verb: it makes the challenge (`openChallenge`). */
export const challengeVerbs = {
  accept: { kinds: both, from: ['filed'], to: 'accepted', by: [...desk, 'job'], event: 'challenge.accepted', needs: [] },
  'receive-copy': {
    kinds: both,
    from: ['filed', 'accepted'],
    to: 'accepted',
    by: desk,
    event: 'challenge.copy-received',
    needs: [],
  },
  refuse: {
    kinds: both,
    from: ['filed', 'accepted'],
    to: 'refused',
    by: desk,
    event: 'challenge.refused',
    needs: ['not-accepted-in-words'],
  },
  answer: { kinds: both, from: ['accepted'], to: 'answered', by: desk, event: 'challenge.answered', needs: ['copy-received'] },
  decide: { kinds: both, from: ['accepted', 'answered'], to: 'decided', by: desk, event: 'challenge.decided', needs: [] },
  withdraw: { kinds: both, from: open, to: 'decided', by: desk, event: 'challenge.withdrawn', needs: [] },
  appeal: { kinds: ['litigation'], from: ['decided', 'refused'], to: 'filed', by: desk, event: 'challenge.appealed', needs: [] },
  remand: {
    kinds: ['litigation'],
    from: ['accepted', 'answered'],
    to: 'accepted',
    by: desk,
    event: 'challenge.remanded',
    needs: ['on-appeal'],
  },
  amend: { kinds: both, from: live, to: 'same', by: desk, event: 'challenge.amended', needs: [] },
  assign: { kinds: both, from: open, to: 'same', by: [...desk, 'job'], event: 'challenge.assigned', needs: [] },
  note: { kinds: both, from: live, to: 'same', by: desk, event: 'challenge.noted', needs: [] },
  void: { kinds: both, from: live, to: 'void', by: ['disclosure-officer'], event: 'challenge.voided', needs: [] },
} as const satisfies Record<string, ChallengeVerbRow>

export type ChallengeVerb = keyof typeof challengeVerbs
export const challengeVerbNames = Object.keys(challengeVerbs) as ChallengeVerb[]

/** What is wrong with a table, each fault as one line; none where it may run. */
export function checkChallengeMachine(table: Readonly<Record<string, ChallengeVerbRow>> = challengeVerbs): string[] {
  const faults: string[] = []
  const events = new Set<string>()
  for (const [name, verb] of Object.entries(table)) {
    for (const [list, known, what] of [
      [verb.kinds, challengeKinds, 'kind'],
      [verb.from, challengeStates, 'state'],
      [verb.by, challengeHands, 'hand'],
      [verb.needs, Object.keys(challengeGuards), 'guard'],
    ] as const) {
      const given: readonly string[] = list
      if (given.length === 0 && what !== 'guard') faults.push(`${name}: no ${what}`)
      for (const one of given) if (!(known as readonly string[]).includes(one)) faults.push(`${name}: no ${what} ${one}`)
      if (new Set(given).size !== given.length) faults.push(`${name}: a ${what} stands twice`)
    }
    if (verb.to !== 'same' && !(challengeStates as readonly string[]).includes(verb.to)) faults.push(`${name}: no state ${verb.to}`)
    if (events.has(verb.event)) faults.push(`${name}: ${verb.event} is another verb's event`)
    events.add(verb.event)
  }
  for (const kind of challengeKinds) {
    const reached = new Set<string>(['filed'])
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const { kinds, from, to } of Object.values(table))
        if (to !== 'same' && kinds.includes(kind) && from.some((state) => reached.has(state))) reached.add(to)
    }
    for (const state of challengeStates) if (!reached.has(state)) faults.push(`${state}: a ${kind} cannot reach it`)
  }
  return faults
}
