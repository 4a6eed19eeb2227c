/** 依申请公开: requests from intake to archive, letters, fees, 复议 and 诉讼, tables 三 and 四. */
import { registerClockOwner, registerHandover } from '#identity'
import { clockMoved, handedOver } from './cases/commands.ts'
import { challengesHandedOver } from './challenges/commands.ts'
import { checkMachine } from './machine.ts'

const faults = checkMachine()
if (faults.length > 0) throw new Error(`the table of verbs is wrong:\n${faults.join('\n')}`)
registerClockOwner('request', clockMoved)
registerHandover(async (tx, ctx, _, move) => {
  await handedOver(tx, ctx, move)
  await challengesHandedOver(tx, ctx, move)
})

export type { NewApplicant } from './applicant.ts'
export type { ActInput, ActInputs } from './cases/acts.ts'
export {
  type Applying,
  type NewForm,
  perform,
  performIn,
  type Registered,
  registerCaseIn,
  registerForm,
  registerFormIn,
  type Who,
} from './cases/commands.ts'
export * from './challenges/index.ts'
export * from './events.ts'
export { closeLimitsIn, openLimitIn, recomputeLimits, remindLimits } from './limits/commands.ts'
export { checkMachine, type Guard, guards, type Hand, hands, type Verb, type VerbName, verbs } from './machine.ts'
export * from './model.ts'
export * from './redactions/index.ts'
export * from './tally/index.ts'
