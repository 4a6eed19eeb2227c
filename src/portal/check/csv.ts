import { csvLine, utf8Mark } from '#kit'
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
  return utf8Mark + [words.csvHead, ...rows].map(csvLine).join('')
}
