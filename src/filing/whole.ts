/** What a report that came as a file must have before the public sees it. Pure. */
import { cellKeys, type Language, type Report, sentence, verify } from '#report'
import { Failure, filingWords } from '#words'

/**
 * A file is taken as it is, so that it can be remarked on; published is only what has the six chapters, every figure, and no error. Throws
 * `report-unsound`.
 */
export function wholeEnough(report: Report, language: Language): void {
  const doubtful = Object.values(report.cells).filter(({ state }) => state !== 'repaired').length
  const lacking = Math.max(doubtful, cellKeys(report.edition).filter((key) => report.figures[key] == null).length)
  const errors = verify(report).filter(({ severity }) => severity === 'error')
  const count = lacking + errors.length
  if (lacking > 0)
    throw new Failure('report-unsound', { count, first: filingWords[language].doubts.lacking(lacking), rule: 'cell.missing' })
  if (errors.length > 0) throw new Failure('report-unsound', { count, first: sentence(errors[0]!, language), rule: errors[0]!.rule })
}
