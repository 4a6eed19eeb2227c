import type { Finding } from './findings.ts'
import { cellKeys } from './forms/index.ts'
import type { CellKey, CellState, Chapter, Edition, Place, Report, WhyCode } from './model.ts'
import { type Language, reason, sentence } from './wording/index.ts'

type Branch = { [key: string]: number | null | Branch }

/** One report as `gongkai read --json` prints it: the public contract. */
export interface Contract {
  readonly file?: string
  readonly part?: number
  readonly title: string | null
  readonly body: string | null
  readonly year: number | null
  readonly edition: Edition | null
  readonly tables: Branch
  readonly cells: Readonly<
    Record<
      CellKey,
      {
        readonly state: CellState
        readonly was: string | null
        /** The reason as a sentence, as its code, and with the figures the sentence needs. */
        readonly why: string
        readonly code: WhyCode
        readonly values?: Readonly<Record<string, string | number>>
        readonly at?: Place
      }
    >
  >
  readonly chapters: readonly { readonly number: number; readonly title: string; readonly text: string }[]
  readonly findings: readonly ContractFinding[]
}

export interface ContractFinding {
  readonly rule: string
  readonly severity: string
  readonly cells: readonly CellKey[]
  readonly found: number | string | null
  readonly expected: number | string | null
  readonly message: string
  readonly at: Place | null
}

/** Nests the flat figures: `requests.received.total` → tables.requests.received.total. */
export function nest(figures: Report['figures']): Branch {
  const root: Branch = {}
  for (const [key, figure] of Object.entries(figures)) {
    const steps = key.split('.')
    const last = steps.pop()!
    let branch = root
    for (const step of steps) {
      branch[step] ??= {}
      branch = branch[step] as Branch
    }
    branch[last] = figure
  }
  return root
}

/** Flattens nested tables to figures by key; anything that is neither a number nor null is left out. */
export function flatten(tables: unknown, path = ''): Record<CellKey, number | null> {
  const figures: Record<CellKey, number | null> = {}
  if (tables === null || typeof tables !== 'object') return figures
  for (const [key, value] of Object.entries(tables)) {
    if (value === null || typeof value === 'number') figures[path + key] = value
    else Object.assign(figures, flatten(value, `${path}${key}.`))
  }
  return figures
}

/** The report as the contract has it, figures in the form's order. `from` is put first: the file's name, the part's number. */
export function contractOf(
  report: Report,
  findings: readonly Finding[],
  language: Language = 'zh-CN',
  from: { file?: string; part?: number } = {},
): Contract {
  const cells: Record<CellKey, Contract['cells'][string]> = {}
  for (const [key, note] of Object.entries(report.cells)) {
    const at = report.printed.sources[key]?.at
    cells[key] = {
      state: note.state,
      was: note.was,
      why: reason(note, language),
      code: note.why,
      ...(note.values ? { values: note.values } : {}),
      ...(at ? { at } : {}),
    }
  }
  const inOrder: Record<CellKey, number | null> = {}
  for (const key of cellKeys(report.edition)) inOrder[key] = report.figures[key] ?? null
  return {
    ...from,
    title: report.title,
    body: report.body,
    year: report.year,
    edition: report.edition,
    tables: nest({ ...inOrder, ...report.figures }),
    cells,
    chapters: report.chapters.map(({ number, title, text }: Chapter) => ({ number, title, text })),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      cells: finding.cells,
      found: finding.found,
      expected: finding.expected,
      message: sentence(finding, language),
      at: finding.at,
    })),
  }
}
