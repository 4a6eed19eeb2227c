import { contractOf, type Finding, type Language, type Report } from '#report'

/** The public contract, indented, with a line feed at the end: what `gongkai read --json` prints, for one report. */
export function writeJson(report: Report, findings: readonly Finding[], language: Language): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(contractOf(report, findings, language), null, 2)}\n`)
}
