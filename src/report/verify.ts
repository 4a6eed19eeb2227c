import type { Check, Context } from './check.ts'
import { checks as allChecks } from './checks/index.ts'
import type { Finding, Severity } from './findings.ts'
import type { Report } from './model.ts'

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Everything the rules find in a report, the severest first, else in the order of the rules. An empty list means nothing was found. */
export function verify(report: Report, context: Context = {}, checks: readonly Check[] = allChecks): Finding[] {
  return checks.flatMap((check) => check.find(report, context)).sort((a, b) => rank[a.severity] - rank[b.severity])
}
