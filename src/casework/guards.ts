/** What must be so before a verb, besides the state; pure, over the folded case. */
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
  'clock-runs': (state) => !roundOf(state).clock.some(({ kind }) => kind === 'delay-agreed'),
  'reasons-asked': ({ reasons }) => reasons !== null,
  'reasons-unreasonable-or-none': ({ reasons }) => reasons?.reasonable !== true,
  'fee-open': ({ fee }) => fee !== null && fee.paidOn === null && fee.lapsedOn === null,
  decided: (state) => roundOf(state).decision !== null,
  'nothing-open-with-others': ({ consultations }) => consultations.every(({ answeredOn }) => answeredOn !== null),
  'answered-by-letter': (state) => roundOf(state).conclusion?.how === 'answered',
  'not-rated': ({ rating }) => rating === null,
  'not-archived': ({ state }) => state !== 'archived',
}
