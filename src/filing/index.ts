/** 年度报告: counted from the year's records, drafted, checked, reviewed, filed, returned, cleared, published, rolled up. */
import { checkReportMachine } from './machine.ts'

const faults = checkReportMachine()
if (faults.length > 0) throw new Error(`the table of acts on a report is wrong:\n${faults.join('\n')}`)

export { type ReportFile, type TakenReport, type Taking, takeReports, takings } from './by-file.ts'
export {
  agreeToCorrection,
  answerRemark,
  beginReport,
  clearReport,
  correctReport,
  type DraftChange,
  editReport,
  fileReport,
  type NewRemark,
  publishReport,
  recallReport,
  receivePaper,
  remarkOn,
  reportOfBody,
  returnReport,
  submitReport,
} from './commands.ts'
export { figuresOf, proseFigures, reportOf, titleOf } from './compose.ts'
export { countYear, type FigureRecord, hasRecords, recordsBehind } from './counted.ts'
export { type CheckedReport, checkBelow, countyPaper, reportPaper, summaryTable, takeTable } from './county.ts'
export { blocking, type Doubt, type DoubtContext, type DraftRule, doubtsOf, draftRules } from './doubts.ts'
export { type DraftFacts, draftOf } from './draft.ts'
export { giveReportDuties } from './duties.ts'
export { draftedFor, publishedOf } from './facts.ts'
export {
  checkReportMachine,
  type ReportGuard,
  type ReportHand,
  type ReportVerb,
  type ReportVerbName,
  reportGuards,
  reportHands,
  reportVerbNames,
  reportVerbs,
} from './machine.ts'
export * from './model.ts'
export { publishBy, type ReportRow, reportsBelow, reportsOfBody } from './office.ts'
export { type CountyPaper, countyPapers, plainText, type ReportPaper, reportPapers } from './papers.ts'
export { type Bound, boundIn, type FreeNumber, freeNumbersIn, unknownIn, writeOut } from './prose.ts'
export {
  previewReport,
  publicReport,
  publishedReports,
  publishedYears,
  publishers,
  type ReportDetail,
  reportAt,
  sourceOf,
  versionAt,
} from './queries.ts'
export {
  type CountedTwice,
  type MovedPart,
  membersOf,
  partlyGiven,
  type RollUpDetail,
  type RollUpPart,
  type RollUpScope,
  reportUpward,
  rollUpOf,
  summandsIn,
  versionSummed,
} from './roll-ups.ts'
export type { ReportEvent, StoredRemark, StoredReport, StoredVersion, VersionContent } from './store.ts'
