/** 审核签发 as data: what may happen in which state, and who may not do it. Four eyes (DESIGN.md rule 4): nobody approves their own text, nobody approves twice. */
import type { Post, Role } from '../model.ts'

export const signOffStates = ['open', 'approved', 'returned', 'withdrawn'] as const
export type SignOffState = (typeof signOffStates)[number]
export const decisions = ['approved', 'returned'] as const
export type Decision = (typeof decisions)[number]

/** State × what happens → the next state. `step` is an approval that leaves steps to take, `last` the one that leaves none. */
export const transitions: Readonly<Record<SignOffState, Partial<Record<'step' | 'last' | 'return' | 'withdraw', SignOffState>>>> = {
  open: { step: 'open', last: 'approved', return: 'returned', withdraw: 'withdrawn' },
  approved: {},
  returned: {},
  withdrawn: {},
}

/** A role that must approve; of reviewers, which step of review. */
export interface Step {
  readonly role: Role
  readonly step: number | null
}

/** Who approved, and for whom they acted. */
export interface Hand {
  readonly personId: string
  readonly onBehalfOf: string | null
}

export interface Round {
  readonly bodyId: string
  /** The body and all it files to. */
  readonly filingLine: readonly string[]
  readonly draftedBy: string
  /** Everybody else who wrote on it: nobody approves their own words, whoever sent them round. */
  readonly authors: readonly string[]
  readonly steps: readonly Step[]
  readonly approvals: readonly (Hand & { readonly step: number })[]
  /** Whether one hand may take several steps at once, where few people work. */
  readonly merges: boolean
}

/** Why a hand may not take the step: codes of `fourEyes` in the words. */
export type HandObjection = 'own-text' | 'second-approval' | 'not-your-step'

/** Index of the step that is due: the one after the last taken. */
export const currentStep = ({ approvals }: Pick<Round, 'approvals'>): number => Math.max(-1, ...approvals.map(({ step }) => step)) + 1

/**
 * What a person's posts let them do about the step that is due: the hand it is done with and the last step it covers; or why they may not.
 * One's own post stands before one held for another.
 */
export function takeStep(round: Round, personId: string, posts: readonly Post[]): { hand: Hand; upTo: number } | { why: HandObjection } {
  const current = currentStep(round)
  const holding = postsFor(round, current, posts)
  if (holding.length === 0) return { why: 'not-your-step' }
  const hands = holding.map(({ onBehalfOf }) => ({ personId, onBehalfOf })).sort((one) => (one.onBehalfOf === null ? -1 : 1))
  const objections = hands.map((hand) => handObjection(round, hand))
  const free = objections.indexOf(null)
  if (free < 0) return { why: objections[0]! }
  const hand = hands[free]!
  let upTo = current
  while (round.merges && postsFor(round, upTo + 1, posts).some(({ onBehalfOf }) => onBehalfOf === hand.onBehalfOf)) upTo++
  return { hand, upTo }
}

/** Why a hand is the wrong one, whatever its post; null where it is not. Whoever acts for another counts as both. */
export function handObjection(
  { draftedBy, authors, approvals }: Pick<Round, 'draftedBy' | 'authors' | 'approvals'>,
  hand: Hand,
): 'own-text' | 'second-approval' | null {
  const people = peopleOf(hand)
  if ([draftedBy, ...authors].some((author) => people.includes(author))) return 'own-text'
  return approvals.some((one) => peopleOf(one).some((person) => people.includes(person))) ? 'second-approval' : null
}

const peopleOf = ({ personId, onBehalfOf }: Hand): string[] => (onBehalfOf === null ? [personId] : [personId, onBehalfOf])

/** Posts that fit a step: at the body itself, of the higher office at any it files to. */
function postsFor(round: Round, index: number, posts: readonly Post[]): Post[] {
  const step = round.steps[index]
  if (!step) return []
  return posts.filter(
    ({ role, step: of, bodyId }) =>
      role === step.role &&
      (step.step === null || of === step.step) &&
      (bodyId === round.bodyId || (role === 'higher-office' && round.filingLine.includes(bodyId))),
  )
}
