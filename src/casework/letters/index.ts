/** 文书: what the faces may do with letters. Loading it makes approvals of letters follow. */
import './approval.ts'

export { type LetterToFetch, letterForApplicant, letterOfCase, lettersForApplicant, lettersToFetch } from './applicant.ts'
export { cancelLetter, draftLetter, editLetter, type LetterChange, type NewLetter, sendForReview } from './commands.ts'
export { checkTemplate, composeLetter, type LetterContent, type LetterFacts, missingParts } from './compose.ts'
export { addProof, letterUndelivered, type Sending, sendLetter, serveLetter } from './delivery.ts'
export { type LetterKind, type LetterKindId, type LetterPart, letterKindIds, letterKinds, letterParts } from './kinds.ts'
export { checkLetterMachine, type LetterState, letterStates, letterVerbs } from './machine.ts'
export { type LetterDetail, type LetterFile, letterAt, letterFile, letterPartFile, lettersOf } from './queries.ts'
export { onlineRemedyText, remedyRules, remedyText } from './remedies.ts'
export { type Method, methods } from './store.ts'
export { fieldsOf, placeholders, placeholdersOf, templates } from './templates.ts'
export { changeTemplate, restoreTemplate, type TemplateDetail, templateAt } from './wording.ts'
