import type { CellKey, Place } from './model.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Stable, public names of the rules (docs/rules.md). More may be added; none is renamed. */
export const ruleIds = [
  'requests.row-sum',
  'requests.outcome-sum',
  'requests.balance',
  'requests.stale-carry',
  'challenges.sum',
  'challenges.explained',
  'cell.blank',
  'cell.missing',
  'cell.unit',
  'cell.sign',
  'cell.decimal',
  'form.label',
  'form.chapter',
  'form.period',
  'form.title',
  'form.body-name',
  'form.signature',
  'form.numbering',
  'proactive.rule-making-power',
  'prose.sum',
  'prose.share',
  'prose.change',
  'prose.table',
  'prose.repeat',
  'prose.count',
  'prose.contradiction',
  'prose.stale-year',
  'prose.foreign-body',
  'prose.impossible',
  'prose.silent',
  'prose.length',
  'prose.tone',
  'years.carried-over',
  'years.in-force',
  'years.leap',
  'years.pending',
  'years.same-text',
  'fees.statement',
  'fees.magnitude',
  'refused.rare',
  'excessive.small',
  'supervision.results',
  'chapter.aspects',
  'chapter.pairing',
  'citation.number',
  'citation.regulation',
  'term.fee',
  'term.date',
  'document.hygiene',
] as const
export type RuleId = (typeof ruleIds)[number]

/** One thing that does not hold, as data; `wording` speaks it. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  /** The cells it speaks of, the one to look at first in front. */
  readonly cells: readonly CellKey[]
  /** What stands there, and what should: the two figures or words. Null where there is none. */
  readonly found: number | string | null
  readonly expected: number | string | null
  /** Which sentence of `wording` speaks it. */
  readonly say: string
  readonly values: Readonly<Record<string, string | number>>
  /** Where to look; null where the report has no such place. */
  readonly at: Place | null
  /** The words of the report it speaks of, exactly as they stand in the line at `at`. */
  readonly quote?: string
}
