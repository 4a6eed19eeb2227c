/** Everything that is doubtful in a draft: the rules of the report, and what only the draft can show. Pure. */
import { type CellKey, type Context, type Finding, type Language, type Report, type Severity, sentence, verify } from '#report'
import { filingWords } from '#words'
import { proseFigures } from './compose.ts'
import { deniedIn } from './denials.ts'
import type { CountedYear, Draft } from './model.ts'
import { freeNumbersIn, unknownIn } from './prose.ts'

export const draftRules = [
  'filing.unwritten',
  'filing.unknown-figure',
  'filing.free-number',
  'filing.extras',
  'filing.declared',
  'filing.members',
  'filing.denied',
] as const
/** What a draft alone can show, beside the rules of docs/rules.md. */
export type DraftRule = (typeof draftRules)[number]

export interface Doubt {
  readonly rule: Finding['rule'] | DraftRule
  readonly severity: Severity
  readonly message: string
  readonly cells: readonly CellKey[]
  /** The chapter it stands in, where it is about prose. */
  readonly chapter: number | null
  /** What stands there, as far as it is quoted. */
  readonly quote: string
  /** Under which it is confirmed; the same doubt has the same key as long as its words stand. */
  readonly key: string
  /** The reason with which it was let stand; null while nobody has. */
  readonly confirmed: { readonly reason: string; readonly by: string } | null
}

export interface DoubtContext extends Context {
  readonly language?: Language
  /** What notices from above ask to be written in chapter six. */
  readonly extras?: readonly string[]
  /** Of a government: who has not filed, and cells that a filed report does not give. */
  readonly sum?: { readonly missing: readonly string[]; readonly unknown: readonly CellKey[] }
}

/** The severest first. Errors block filing; warnings need a reason. */
export function doubtsOf(counted: CountedYear, draft: Draft, report: Report, context: DoubtContext): Doubt[] {
  const { language = 'zh-CN', extras = [], sum, ...known } = context
  const words = filingWords[language].doubts
  const found: Omit<Doubt, 'key' | 'confirmed'>[] = verify(report, known).map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: sentence(finding, language),
    cells: finding.cells,
    chapter: chapterAt(report, finding),
    quote: '',
  }))
  const figures = proseFigures(counted, draft.declared)
  for (const [number, text] of Object.entries(draft.chapters)) {
    const chapter = Number(number)
    for (const name of unknownIn(text, figures))
      found.push({
        rule: 'filing.unknown-figure',
        severity: 'error',
        message: words.unknownFigure(name),
        cells: [],
        chapter,
        quote: `{{${name}}}`,
      })
    for (const { quote, value } of deniedIn(text, figures))
      found.push({ rule: 'filing.denied', severity: 'error', message: words.denied(quote, value), cells: [], chapter, quote })
    // What the first draft leaves to be written stands in 【】: a hint is no report, nor is half of one.
    for (const [hint] of text.matchAll(/【[^】]*】|[【】]/g))
      found.push({ rule: 'filing.unwritten', severity: 'error', message: words.unwritten(hint), cells: [], chapter, quote: hint })
    const free = freeNumbersIn(text.replaceAll(/【[^】]*】/g, ''))
    if (free.length > 0)
      found.push({
        rule: 'filing.free-number',
        severity: 'info',
        message: words.freeNumber(free.map((each) => each.text)),
        cells: [],
        chapter,
        quote: free[0]!.text,
      })
  }
  const six = report.chapters.find(({ number }) => number === 6)?.text ?? ''
  for (const extra of extras)
    if (!six.includes(keyWord(extra)))
      found.push({ rule: 'filing.extras', severity: 'warning', message: words.extras(extra), cells: [], chapter: 6, quote: '' })
  if (sum && sum.missing.length > 0)
    found.push({ rule: 'filing.members', severity: 'warning', message: words.missing(sum.missing), cells: [], chapter: null, quote: '' })
  if (sum && sum.unknown.length > 0)
    found.push({
      rule: 'filing.members',
      severity: 'warning',
      message: words.unknownSums(sum.unknown.length),
      cells: sum.unknown,
      chapter: null,
      quote: '',
    })
  for (const [key, { value, reason }] of Object.entries(draft.declared))
    if (counted.cells[key] !== value)
      found.push({
        rule: 'filing.declared',
        severity: 'info',
        message: words.declared(counted.cells[key] ?? 0, value, reason),
        cells: [key],
        chapter: null,
        quote: '',
      })
  const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
  return found
    .map((doubt) => {
      const key = keyOf(doubt)
      const confirmation = draft.confirmed[key]
      return { ...doubt, key, confirmed: confirmation ? { reason: confirmation.reason, by: confirmation.by } : null }
    })
    .sort((one, other) => rank[one.severity] - rank[other.severity])
}

/** What keeps a draft from being filed: errors, and warnings nobody has confirmed. */
export const blocking = (doubts: readonly Doubt[]): readonly Doubt[] =>
  doubts.filter(({ severity, confirmed }) => severity === 'error' || (severity === 'warning' && confirmed === null))

/** The words that are looked for: what stands before the first colon or bracket. */
const keyWord = (extra: string): string => extra.split(/[：:（(，,。]/)[0]!.trim()

const keyOf = ({ rule, message, cells, chapter }: Pick<Doubt, 'rule' | 'message' | 'cells' | 'chapter'>): string =>
  [rule, ...cells, chapter ?? '', message].join('|').slice(0, 400)

/** The chapter a finding's place stands in: the last whose heading is above it. */
function chapterAt(report: Report, { at }: Finding): number | null {
  const line = at?.line
  if (line === undefined) return null
  const chapter = report.chapters.findLast((each) => (each.at?.line ?? 0) <= line || each.lines.some((one) => one.at.line === line))
  return chapter?.number ?? null
}
