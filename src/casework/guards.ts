/** What must be so before a verb, besides the state; pure, over the folded case. */
import type { DeadlineEvent } from '#calendar'
import { roundOf } from './fold.ts'
import type { Guard } from './machine.ts'
import type { FoldedCase } from './model.ts'

export const holds: Readonly<Record<Guard, (state: FoldedCase) => boolean>> = {
  'correction-not-asked': ({ correction }) => correction === null,
  'correction-open': ({ correction }) => correction !== null && correction.receivedOn === null,
  'consultation-open': ({ consultations }) => consultations.some(({ answeredOn }) => answeredOn === null),
  'inquiry-open': ({ inquiries }) => inquiries.some(({ answeredOn }) => answeredOn === null),
  'referral-open': ({ referrals }) => referrals.some(({ answeredOn }) => answeredOn === null),
  'not-extended': (state) => !roundOf(state).clock.some(({ kind }) => kind === 'extended'),
  'clock-runs': (state) => !sinceRestart(roundOf(state).clock).some(({ kind }) => kind === 'delay-agreed'),
  'reasons-asked': ({ reasons }) => reasons !== null,
  'reasons-unreasonable-or-none': ({ reasons }) => reasons?.reasonable !== true,
  'reasons-good': ({ reasons }) => reasons?.reasonable === true,
  'fee-open': ({ fee }) => fee !== null && fee.paidOn === null && fee.lapsedOn === null,
  decided: (state) => roundOf(state).decision !== null,
  'nothing-open-with-others': ({ consultations }) => consultations.every(({ answeredOn }) => answeredOn !== null),
  'answered-by-letter': (state) => roundOf(state).conclusion?.how === 'answered',
  'not-rated': ({ rating }) => rating === null,
  'not-archived': ({ state }) => state !== 'archived',
  'not-reopened': ({ rounds }) => rounds.length === 1,
}

/** What happened to the clock since it last began anew: correction and payment end a delay that was fixed. */
const sinceRestart = (clock: readonly DeadlineEvent[]): readonly DeadlineEvent[] =>
  clock.slice(clock.findLastIndex(({ kind }) => kind === 'corrected' || kind === 'fee-paid') + 1)
