/** A linter's manners: one line a finding, `file:line:column: severity rule message`. */
import picocolors from 'picocolors'
import type { Finding, Language, Place, Report, Severity } from '#report'
import { cliWords, errorWords, outputWords } from '#words'
import type { Fault } from './files.ts'
import { plain } from './width.ts'

export interface Paint {
  readonly language: Language
  readonly colours: boolean
}

/** One finding as a line. `part` is the report's number where the file holds several. */
export function findingLine(
  file: string,
  report: Report,
  part: number | undefined,
  finding: Finding,
  message: string,
  paint: Paint,
): string {
  const colour = picocolors.createColors(paint.colours)
  const severity = { error: colour.red, warning: colour.yellow, info: colour.blue }[finding.severity]
  const where = placed(file, report, part, finding.at, paint.language)
  return `${colour.bold(where)}: ${severity(finding.severity)} ${colour.dim(finding.rule)} ${plain(message)}`
}

/** Where a finding stands: `file:line:column` in a text, else in words: `report.docx: 表3 第2行第4格`. */
export function placed(file: string, report: Report, part: number | undefined, at: Place | null, language: Language): string {
  const name = plain(file)
  if (at?.line !== undefined && hasLines(report)) return [name, at.line, ...(at.column === undefined ? [] : [at.column])].join(':')
  const inWords = placeInWords(report, at, language)
  if (inWords !== null) return `${name}: ${inWords}`
  return part === undefined ? name : `${name}: ${cliWords[language].place.part(part)}`
}

/** The place as words; null where there is none. */
export function placeInWords(report: Report, at: Place | null, language: Language): string | null {
  const words = cliWords[language].place
  if (at === null) return null
  if (at.table !== undefined) {
    const cell = `${at.row === undefined ? '' : words.row(at.row)}${at.cell === undefined ? '' : `${at.row !== undefined && language === 'en' ? words.join : ''}${words.cell(at.cell)}`}`
    return cell === '' ? words.table(at.table) : `${words.table(at.table)}${words.join}${cell}`
  }
  if (at.line === undefined) return null
  return report.printed.kind === 'xlsx' ? words.sheetRow(at.line) : words.paragraph(at.line)
}

/** Whether the source has lines that an editor can go to. */
export const hasLines = (report: Report): boolean => report.printed.kind !== 'docx' && report.printed.kind !== 'xlsx'

/** A file's failure as a line: `file: error unreadable …`. */
export function faultLine(file: string, fault: Fault, paint: Paint): string {
  const colour = picocolors.createColors(paint.colours)
  return `${colour.bold(plain(file))}: ${colour.red('error')} ${colour.dim(fault.code)} ${plain(faultSentence(fault, paint.language))}`
}

/** A file's failure as the `read` contract has it. */
export const faultObject = (file: string, fault: Fault, language: Language): object => ({
  file,
  error: { code: fault.code, message: faultSentence(fault, language) },
})

/** What happened and what to do. */
export const faultSentence = (fault: Fault, language: Language): string =>
  (fault.code in errorWords ? errorWords[fault.code as keyof typeof errorWords] : outputWords[fault.code as keyof typeof outputWords])[
    language
  ](fault.values)

/** How many findings of each severity. */
export function tally(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}
