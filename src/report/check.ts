import type { Finding, RuleId, Severity } from './findings.ts'
import type { Report } from './model.ts'
import type { Sketch } from './sketch.ts'

/** Where a body stands in the state; decides which rules apply to it. */
export type BodyLevel = 'state' | 'province' | 'city' | 'county' | 'town' | 'department' | 'zone'

/** What is known beside the report itself. */
export interface Context {
  /** The body's level, where it is known; else `levelOf(body)` guesses from its name. */
  readonly level?: BodyLevel
  /** Last year's report of the same body. */
  readonly lastYear?: Report
  /** Both years were filed in this system, not read from outside files. */
  readonly bothFiled?: boolean
  /** Reports of other bodies, to tell copied text. */
  readonly others?: readonly Report[]
}

/** A small report that shows the rule, and what is known beside it. */
export interface Example {
  /** What it shows, in a few words. */
  readonly shows: string
  readonly given: Sketch
  readonly context?: {
    readonly level?: BodyLevel
    readonly lastYear?: Sketch
    readonly bothFiled?: boolean
    readonly others?: readonly Sketch[]
  }
  /** For a failing example: what the first finding of this rule must hold. */
  readonly finds?: Partial<Finding>
}

/** A rule as data. Engines run it; they do not know the law. */
export interface Check {
  readonly id: RuleId
  /** The severest a finding of it can be. */
  readonly severity: Severity
  /** Article, document or practice it rests on. */
  readonly source: string
  /** What must hold, in one sentence for the docs. */
  readonly rule: { readonly 'zh-CN': string; readonly en: string }
  /** Every breach in the report, in the order of the report. Pure; never throws. */
  readonly find: (report: Report, context: Context) => readonly Finding[]
  readonly examples: { readonly pass: readonly Example[]; readonly fail: readonly Example[] }
}
