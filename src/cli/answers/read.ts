/** One file's answer to `gongkai read`: the figures of each report, and the cells that are not as given. */
import { contractOf, type Report, verify } from '#report'
import { tally } from '../print.ts'
import { summary } from '../summary.ts'
import { type Answer, type Job, noAnswer } from '../work.ts'

export function answer(file: string, reports: readonly Report[], options: Extract<Job, { verb: 'read' }>): Answer {
  const out: string[] = []
  const findings = { error: 0, warning: 0, info: 0 }
  let listed = 0
  for (const [index, report] of reports.entries()) {
    const part = reports.length > 1 ? index + 1 : undefined
    const found = verify(report)
    const counts = tally(found)
    for (const severity of ['error', 'warning', 'info'] as const) findings[severity] += counts[severity]
    listed += Object.keys(report.cells).length
    if (options.style === 'json') out.push(JSON.stringify(contractOf(report, found, options.language, from(file, part))))
    else out.push(summary(file, part, report, counts, options))
  }
  return { ...noAnswer, file, out, reports: reports.length, findings, listed }
}

/** What stands first in a report's object: `part` only where the file holds several. */
export const from = (file: string, part: number | undefined): { file: string; part?: number } =>
  part === undefined ? { file } : { file, part }
