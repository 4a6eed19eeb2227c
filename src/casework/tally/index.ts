export { type CaseMeasureName, caseMeasureNames, caseMeasures } from './measures-store.ts'
export {
  type Cell,
  type CellRule,
  type ChallengeCell,
  type ChallengeGroup,
  type ChallengeResult,
  type ChallengeRow,
  type CountedRow,
  cellOf,
  challengeCells,
  challengeGroups,
  challengeResults,
  type Decided,
  leavesOf,
  type RequestCell,
  requestCells,
  standing,
} from './model.ts'
export { type ChallengeRecord, type Records, type RequestRecord, recordsOf, type Tables, tableKeys, tablesOf } from './queries.ts'
export { type Tally, tallyChallenges, tallyRequests } from './tally.ts'
