/** A letter's life as data: state × verb. `checkLetterMachine` proves it when the program starts; the commands ask it, the tests walk it. */
import { Failure } from '#words'

export const letterStates = [
  /** 草稿 */ 'draft',
  /** 审核中: a round of approval is open */ 'reviewing',
  /** 待发出: numbered, dated and set in print; nothing of it changes any more */ 'approved',
  /** 已发出 */ 'sent',
  /** 已送达 */ 'served',
  /** 已取消; a number it took stays taken */ 'cancelled',
] as const
export type LetterState = (typeof letterStates)[number]

export interface LetterVerb {
  readonly from: readonly LetterState[]
  /** `same` leaves the state as it is. */
  readonly to: LetterState | 'same'
}

export const letterVerbs = {
  edit: { from: ['draft'], to: 'same' },
  review: { from: ['draft'], to: 'reviewing' },
  return: { from: ['reviewing'], to: 'draft' },
  /** By the last step of the round; by the drafter where a paper that answers nothing needs no review. */
  approve: { from: ['draft', 'reviewing'], to: 'approved' },
  cancel: { from: ['draft', 'approved'], to: 'cancelled' },
  send: { from: ['approved'], to: 'sent' },
  serve: { from: ['sent'], to: 'served' },
  /** It came back; it may still be served in another way. */
  undelivered: { from: ['sent'], to: 'same' },
} as const satisfies Record<string, LetterVerb>
export type LetterVerbName = keyof typeof letterVerbs

/** Whether the verb fits the state. */
export const fits = (verb: LetterVerbName, state: LetterState): boolean =>
  (letterVerbs[verb].from as readonly LetterState[]).includes(state)

/** The state after the verb. Throws `letter-state` where it does not fit. */
export function stateAfter(verb: LetterVerbName, state: LetterState): LetterState {
  if (!fits(verb, state)) throw new Failure('letter-state', { state })
  const { to }: LetterVerb = letterVerbs[verb]
  return to === 'same' ? state : to
}

/** What is wrong with a table, each fault as one line; none where it may run. */
export function checkLetterMachine(table: Readonly<Record<string, LetterVerb>> = letterVerbs): string[] {
  const faults: string[] = []
  const known: readonly string[] = [...letterStates, 'same']
  for (const [name, { from, to }] of Object.entries(table)) {
    if (from.length === 0) faults.push(`${name}: starts from no state`)
    if (new Set(from).size !== from.length) faults.push(`${name}: a state stands twice`)
    for (const state of [...from, to]) if (!known.includes(state)) faults.push(`${name}: no state ${state}`)
  }
  const reached = new Set<string>(['draft'])
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const { from, to } of Object.values(table)) if (to !== 'same' && from.some((state) => reached.has(state))) reached.add(to)
  }
  for (const state of letterStates) if (!reached.has(state)) faults.push(`${state}: cannot be reached`)
  return faults
}

const faults = checkLetterMachine()
if (faults.length > 0) throw new Error(`the machine of letters is wrong: ${faults.join('; ')}`)
