import {
  type CellKey,
  type CellState,
  cellKeys,
  type Finding,
  hasOtherHandling,
  type Identity,
  identitiesOf,
  otherHandlingKeys,
  type Report,
  type Severity,
  sum,
} from '#report'

/** How a cell stands: as the source gives it, or listed. */
export type Standing = 'given' | CellState
export const standings: readonly Standing[] = ['given', 'repaired', 'doubtful', 'blank', 'missing']

export const standingOf = (report: Report, key: CellKey): Standing => report.cells[key]?.state ?? 'given'

/** Every cell the page shows, in the order printed. A 2021 report that prints （六）其他处理 as one row has seven more. */
export function shownKeys(report: Report): readonly CellKey[] {
  const keys = cellKeys(report.edition)
  if (report.edition === '2019' || !hasOtherHandling(report)) return keys
  const before = keys.indexOf('requests.concluded.naturalPerson')
  return [...keys.slice(0, before), ...otherHandlingKeys, ...keys.slice(before)]
}

/** How many cells stand in each state, and how many findings are of each severity. */
export function count(report: Report, findings: readonly Finding[]): Readonly<Record<Standing | Severity, number>> {
  const counts = { given: 0, repaired: 0, doubtful: 0, blank: 0, missing: 0, error: 0, warning: 0, info: 0 }
  for (const key of shownKeys(report)) counts[standingOf(report, key)]++
  for (const finding of findings) counts[finding.severity]++
  return counts
}

/** How findings frame a cell: the severest that names it, and whether one of that severity looks at this cell first. */
export interface Frame {
  readonly severity: 'error' | 'warning'
  readonly first: boolean
}

/** The frame of every cell that a finding names. Rules about blank and missing cells add nothing to what the cell itself shows. */
export function framesOf(findings: readonly Finding[]): ReadonlyMap<CellKey, Frame> {
  const frames = new Map<CellKey, Frame>()
  for (const { rule, severity, cells } of findings) {
    if (severity === 'info' || rule === 'cell.blank' || rule === 'cell.missing') continue
    for (const [at, key] of cells.entries()) {
      const before = frames.get(key)
      const graver = !before || (before.severity === 'warning' && severity === 'error')
      if (graver || before.severity === severity) frames.set(key, { severity, first: at === 0 || (!graver && before.first) })
    }
  }
  return frames
}

/** One side of an identity's terms: the cell and its figure, null where nobody can know it. */
export interface Term {
  readonly key: CellKey
  readonly figure: number | null
}

/** An identity a cell stands in, worked out. */
export interface Proof {
  readonly rule: Identity['rule']
  readonly left: readonly Term[]
  readonly right: readonly Term[]
  readonly verdict:
    | { readonly says: 'holds' }
    | { readonly says: 'differs'; readonly left: number; readonly right: number; readonly by: number }
    | { readonly says: 'unknown'; readonly cells: readonly CellKey[] }
}

/** The identities a cell stands in, each with its terms and whether it holds. */
export function proofsOf(report: Report, key: CellKey): readonly Proof[] {
  return identitiesOf(report)
    .filter(({ left, right }) => left.includes(key) || right.includes(key))
    .map(({ rule, left, right }) => {
      const terms = (keys: readonly CellKey[]) => keys.map((term): Term => ({ key: term, figure: report.figures[term] ?? null }))
      return { rule, left: terms(left), right: terms(right), verdict: judge(report, left, right) }
    })
}

function judge(report: Report, left: readonly CellKey[], right: readonly CellKey[]): Proof['verdict'] {
  const one = sum(report.figures, left)
  const other = sum(report.figures, right)
  if (one === null || other === null)
    return { says: 'unknown', cells: [...left, ...right].filter((key) => (report.figures[key] ?? null) === null) }
  return one === other ? { says: 'holds' } : { says: 'differs', left: one, right: other, by: Math.abs(one - other) }
}

/** Cells of one row in one state, for the list on a phone. */
export interface Group {
  readonly state: CellState
  readonly keys: readonly CellKey[]
}

/** The cells that are not as given, those of one row and one state together, in the order printed. */
export function listed(report: Report): readonly Group[] {
  const groups: { state: CellState; row: string; keys: CellKey[] }[] = []
  for (const key of shownKeys(report)) {
    const state = report.cells[key]?.state
    if (!state) continue
    const row = key.slice(0, key.lastIndexOf('.'))
    const last = groups.find((group) => group.state === state && group.row === row)
    if (last && row !== 'proactive') last.keys.push(key)
    else groups.push({ state, row, keys: [key] })
  }
  return groups.map(({ state, keys }) => ({ state, keys }))
}

/** A figure with thousands commas and at most six decimals; empty where there is none. */
export function show(figure: number | null | undefined): string {
  return figure === null || figure === undefined ? '' : figure.toLocaleString('en-US', { maximumFractionDigits: 6 })
}
