/** SARIF 2.1.0 (OASIS), as code hosts and editors show findings. Results are written one by one, so that a log of any length needs no memory. */
import { pathToFileURL } from 'node:url'
import { checks, type Finding, type Language, type Place, type Report, type Severity, sentence } from '#report'
import type { Fault } from './files.ts'
import { faultSentence, hasLines, placeInWords } from './print.ts'

const level: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** Everything before the results: the tool and its rules, each with its sentence and source. Ends inside the array of results. */
export function opening(version: string, language: Language): string {
  const driver = {
    name: 'gongkai',
    version,
    semanticVersion: version,
    language,
    rules: rules(language),
  }
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"columnKind":"utf16CodeUnits","results":[`
}

/** Everything after the results: the files that failed, and how the run ended. */
export function closing(faults: readonly { readonly file: string; readonly fault: Fault }[], exitCode: number, language: Language): string {
  const invocation = {
    executionSuccessful: faults.length === 0,
    exitCode,
    toolExecutionNotifications: faults.map(({ file, fault }) => ({
      descriptor: { id: fault.code },
      level: 'error',
      message: { text: faultSentence(fault, language) },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
    })),
  }
  return `],"invocations":[${JSON.stringify(invocation)}]}]}\n`
}

/** One finding as a SARIF result. */
export function resultOf(file: string, report: Report, part: number | undefined, finding: Finding, language: Language): object {
  const index = ruleIndex.get(finding.rule)
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: level[finding.severity],
    message: { text: sentence(finding, language) },
    locations: [locationOf(file, report, finding, language)],
    properties: {
      cells: finding.cells,
      found: finding.found,
      expected: finding.expected,
      ...(part === undefined ? {} : { part }),
    },
  }
}

function locationOf(file: string, report: Report, finding: Finding, language: Language): object {
  const region = hasLines(report) ? regionOf(finding.at, finding.quote) : null
  const words = placeInWords(report, region ? null : finding.at, language)
  const logical = [
    ...(words === null ? [] : [{ fullyQualifiedName: words, kind: 'element' }]),
    ...finding.cells.slice(0, 1).map((cell) => ({ fullyQualifiedName: cell, kind: 'member' })),
  ]
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(region ? { region } : {}) },
    ...(logical.length > 0 ? { logicalLocations: logical } : {}),
  }
}

function regionOf(at: Place | null, quote: string | undefined): object | null {
  if (at?.line === undefined) return null
  if (at.column === undefined) return { startLine: at.line }
  const oneLine = quote !== undefined && quote !== '' && !quote.includes('\n')
  return { startLine: at.line, startColumn: at.column, ...(oneLine ? { endColumn: at.column + quote.length } : {}) }
}

/** A path as a URI: relative where it was given so. */
export function uriOf(file: string): string {
  if (/^[/\\]|^[A-Za-z]:[/\\]/.test(file)) return pathToFileURL(file).href
  return file
    .replaceAll('\\', process.platform === 'win32' ? '/' : '%5C')
    .split('/')
    .map((step) => (step.includes('%5C') ? step.split('%5C').map(encodeStep).join('%5C') : encodeStep(step)))
    .join('/')
}

/** By way of bytes: a lone half of a character, as a broken file name may have, cannot be encoded. */
const encodeStep = (step: string): string => encodeURIComponent(Buffer.from(step).toString())

const distinct = checks.filter((check, index) => checks.findIndex((other) => other.id === check.id) === index)
const ruleIndex = new Map(distinct.map((check, index) => [check.id as string, index]))

const rules = (language: Language): object[] =>
  distinct.map((check) => ({
    id: check.id,
    shortDescription: { text: check.rule[language] },
    fullDescription: { text: check.rule[language] },
    help: { text: `${check.rule[language]}\n${check.source}` },
    defaultConfiguration: { level: level[check.severity] },
    properties: { source: check.source },
  }))
