/** Walking the decision tree: which question is open, which leaf is reached. */
import type { CaseDetail, Outcome, OutcomeStep, OutcomeTree, Question } from '../../api-types.ts'

export interface Walked {
  readonly steps: readonly { readonly question: Question; readonly step: OutcomeStep }[]
  /** The question to answer next; null once a leaf is reached. */
  readonly open: Question | null
  readonly outcome: Outcome | null
}

/** Follows the steps as far as they follow one another; what comes after a step that does not fit is left out. */
export function walk(tree: OutcomeTree, type: CaseDetail['type'], path: readonly OutcomeStep[]): Walked {
  const steps: { question: Question; step: OutcomeStep }[] = []
  let at = tree.questions.find(({ id }) => id === tree.first[type]) ?? null
  for (const step of path) {
    if (at === null || step.question !== at.id) break
    const next = at.answers.find(({ id }) => id === step.answer)?.next
    if (next === undefined) break
    steps.push({ question: at, step })
    if (next.outcome !== undefined) return { steps, open: null, outcome: tree.outcomes.find(({ id }) => id === next.outcome) ?? null }
    at = tree.questions.find(({ id }) => id === next.question) ?? null
  }
  return { steps, open: at, outcome: null }
}

/** Whether the case has what a leaf needs; null where the screen cannot tell and the server will. */
export function has(need: string, { folded, links }: CaseDetail, provedRedactions: number): boolean | null {
  switch (need) {
    case 'searched':
      return folded.searches.length > 0
    case 'corrected':
      return folded.correction !== null && folded.correction.receivedOn !== null
    case 'repeat-linked':
      return links.some(({ how }) => how === 'repeat')
    case 'reasons-unreasonable':
      return folded.reasons?.reasonable === false
    case 'third-party-heard': {
      const asked = folded.consultations.filter(({ party }) => party === 'third-party')
      return asked.length > 0 && asked.every(({ answeredOn }) => answeredOn !== null)
    }
    case 'redacted':
      return provedRedactions > 0
    case 'legal-review':
      return folded.referrals.some(({ to, answeredOn }) => to === 'legal' && answeredOn !== null) ? true : null
    default:
      return null
  }
}
