import { cellName, type Finding, type Language, sentence } from '#report'
import { checkWords } from '#words'
import { sayPlace } from './place.ts'
import type { Doc } from './state.ts'

/** The findings as a CSV file that Excel opens: UTF-8 with its mark, CRLF, the severest first. */
export function findingsCsv(doc: Doc, findings: readonly Finding[], language: Language): string {
  const words = checkWords[language]
  const rows = findings.map((finding) => [
    words.severityHints[finding.severity],
    finding.rule,
    sentence(finding, language),
    finding.cells.map(cellName).join('; '),
    finding.found ?? '',
    finding.expected ?? '',
    finding.at ? sayPlace(finding.at, words, doc.report.printed.kind) : '',
    finding.quote ?? '',
  ])
  return `\uFEFF${[words.csvHead, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}

/** A field quoted where it must be. Words that a spreadsheet would run as a formula get an apostrophe in front. */
function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
