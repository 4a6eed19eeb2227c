export {
  discardRedaction,
  markRedaction,
  type NewRedaction,
  type ProvedRedaction,
  proveRedaction,
  startRedaction,
} from './commands.ts'
export { type Ground, type GroundId, groundIds, grounds } from './grounds.ts'
export { type GroundedMark, mostMarks, type Redaction, type RedactionDetail, type RedactionState, redactionStates } from './model.ts'
export { findToRedact, redactedFile, redactionAt, redactionPage, redactionsOf, redactionWordsOf, type Side } from './queries.ts'
export { hasProvedRedaction } from './store.ts'
