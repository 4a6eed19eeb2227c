/** An applicant's visit to their case. */
export { endVisit, openVisit, visitedCase } from './commands.ts'
export { type VisitDetail, visitDetail } from './queries.ts'
