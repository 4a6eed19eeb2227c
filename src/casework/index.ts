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
export { isIdentityCard } from './applicant.ts'
export * from './archive/index.ts'
export type { ActInput, ActInputs } from './cases/acts.ts'
export { actAsApplicant, applicantCase, applicantView, caseByCode, type OwnFile, writeAsApplicant } from './cases/applicant.ts'
export {
  type Applying,
  lockCases,
  type NewForm,
  perform,
  performIn,
  type Registered,
  registerCaseIn,
  registerForm,
  registerFormIn,
  type Who,
} from './cases/commands.ts'
export { addCaseFile, type NewCaseFile, readCaseFile, unmaskCase } from './cases/files.ts'
export type {
  ApplicantView,
  CaseDetail,
  CaseFile,
  CaseLetter,
  CaseRow,
  LinkedCase,
  MayNot,
  ShownLimit,
  SimilarCase,
  TimelineEntry,
} from './cases/model.ts'
export { type CaseFilter, caseAt, casesOf, countsOf, type SimilarTo, similarTo, similarToCase } from './cases/queries.ts'
export { splitCase } from './cases/split.ts'
export * from './challenges/index.ts'
export * from './events.ts'
export { feeAmount, feeWorking } from './fee.ts'
export {
  addDraftFile,
  askSum,
  beginDraft,
  type Draft,
  type DraftFile,
  type DraftFileKind,
  draftFileKinds,
  draftFileLimit,
  draftFileMost,
  draftFileTypes,
  draftOf,
  dropDraftFile,
  endDraft,
  expireDrafts,
  type Fields,
  type FilledForm,
  type IntakeReceipt,
  ownSimilar,
  receiptOf,
  saveDraft,
  sendDraft,
  takesOnline,
} from './intake-drafts/commands.ts'
export * from './ledger/index.ts'
export * from './letters/index.ts'
export { closeLimitsIn, openLimitIn, recomputeLimits, remindLimits } from './limits/commands.ts'
export { checkMachine, type Guard, guards, type Hand, hands, type Verb, type VerbName, verbNames, verbs } from './machine.ts'
export * from './model.ts'
export { firstQuestion, type Next, type Outcome, outcomes, type Question, questions, walk } from './outcomes.ts'
export * from './redactions/index.ts'
export * from './tally/index.ts'
export * from './visits/index.ts'
export * from './withheld/index.ts'
