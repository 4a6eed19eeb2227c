/** One file's answer to `gongkai check`: what does not hold, by which rule. */

import { fold } from '#kit'
import { type Context, contractOf, type Finding, type Report, sentence, verify } from '#report'
import { cliWords } from '#words'
import { findingLine, tally } from '../print.ts'
import { resultOf } from '../sarif.ts'
import { plain } from '../width.ts'
import { type Answer, type CheckOptions, noAnswer } from '../work.ts'
import { from } from './read.ts'

export function answer(file: string, reports: readonly Report[], options: CheckOptions): Answer {
  const out: string[] = []
  const notices: string[] = []
  const findings = { error: 0, warning: 0, info: 0 }
  let listed = 0
  for (const [index, report] of reports.entries()) {
    const part = reports.length > 1 ? index + 1 : undefined
    const before = yearBefore(report, options)
    if (before.why !== null) notices.push(cliWords[options.language].lastYearUnfit(plain(file), before.why))
    const context: Context = {
      ...(options.level === undefined ? {} : { level: options.level }),
      ...(before.report === undefined ? {} : { lastYear: before.report }),
    }
    const others = otherBodies(report, options.others ?? [])
    const found = mostAlike(verify(report, others.length === 0 ? context : { ...context, others }))
    const counts = tally(found)
    for (const severity of ['error', 'warning', 'info'] as const) findings[severity] += counts[severity]
    listed += Object.keys(report.cells).length
    if (options.style === 'json') out.push(JSON.stringify(contractOf(report, found, options.language, from(file, part))))
    else if (options.style === 'sarif')
      for (const finding of found) out.push(JSON.stringify(resultOf(file, report, part, finding, options.language)))
    else
      for (const finding of found) {
        out.push(findingLine(file, report, part, finding, sentence(finding, options.language), options))
      }
  }
  return { ...noAnswer, file, out, notices, reports: reports.length, findings, listed }
}

/** Reports that are surely another body's: a body's own years are compared by `compare` and `--last-year`. */
function otherBodies(report: Report, all: readonly Report[]): readonly Report[] {
  const body = fold(report.body ?? '')
  return body === '' ? [] : all.filter((other) => other.body !== null && fold(other.body) !== body)
}

/** Where a whole county writes alike, the report that is most alike stands for all. */
function mostAlike(findings: readonly Finding[]): readonly Finding[] {
  const alike = findings.filter(({ say }) => say === 'years.same-text.other')
  if (alike.length < 2) return findings
  const most = alike.reduce((one, other) => (Number(other.found) > Number(one.found) ? other : one))
  return findings.filter((finding) => finding === most || !alike.includes(finding))
}

/**
 * The report of the same body for the year before. One report given for one file is taken at its word about the body,
 * never about the year: figures of two years ago carry over nothing.
 */
function yearBefore(report: Report, options: CheckOptions): { report?: Report; why: string | null } {
  const { lastYear, trusted, language } = options
  if (lastYear.length === 0) return { why: null }
  const words = cliWords[language]
  const fits = (other: Report) => report.year === null || other.year === null || other.year === report.year - 1
  if (trusted && lastYear.length === 1) {
    const other = lastYear[0]!
    return fits(other) ? { report: other, why: null } : { why: words.lastYearOtherYear(report.year! - 1, other.year!) }
  }
  const body = fold(report.body ?? '')
  const other = lastYear.find((one) => body !== '' && fold(one.body ?? '') === body && fits(one))
  return other === undefined ? { why: words.lastYearOtherBody } : { report: other, why: null }
}
