/** Holds what a reader says against the truth: the law of the house as a function. */
import type { Read } from '#ingest'
import type { CellKey, Report } from '#report'
import { outcomeRows } from './report.ts'
import type { Sheet } from './sheet.ts'

export interface Verdict {
  /** Every breach of "never silently wrong", in words. */
  readonly wrong: readonly string[]
  /** Cells the source holds a number for. */
  readonly told: number
  /** Of these, read right and not listed. */
  readonly right: number
  /** Of all cells, how many are listed. */
  readonly listed: number
  readonly cells: number
}

/** `refusable`: so little is left of the file that the reader may decline it. */
export function judge(read: Read, sheet: Sheet, refusable = false): Verdict {
  const none = { told: 0, right: 0, listed: 0, cells: 0 }
  if (!read.ok) return { wrong: refusable ? [] : [`refused: ${read.error.code}`], ...none }
  if (read.reports.length !== 1) return { wrong: [`read as ${read.reports.length} reports`], ...none }
  const report = read.reports[0]!
  const wrong = Object.keys(report.figures).flatMap((key) => {
    const why = objection(report, key, sheet)
    return why === null ? [] : [`${key}: ${why}`]
  })
  // A cell of the source that is not in the reader's form is lost without a word, unless it lists its own form's instead.
  const keys = Object.keys(sheet.truth)
  const told = keys.filter((key) => sheet.truth[key]!.value !== null)
  return {
    wrong,
    told: told.length,
    right: told.filter((key) => report.figures[key] === sheet.truth[key]!.value && !report.cells[key]).length,
    listed: keys.filter((key) => report.cells[key]).length,
    cells: keys.length,
  }
}

function objection(report: Report, key: CellKey, sheet: Sheet): string | null {
  const truth = sheet.truth[key] ?? { value: null, must: 'list' as const }
  const figure = report.figures[key]!
  const note = report.cells[key]
  if (!note) {
    if (truth.must !== 'nothing') return `${figure}, not listed; the source says ${truth.value ?? 'nothing'}, to be ${truth.must}`
    return figure === truth.value ? null : `${figure}, not listed; the source says ${truth.value}`
  }
  if (note.state === 'blank' || note.state === 'missing') return figure === null ? null : `${figure}, though ${note.state}`
  if (note.state === 'repaired') return mended(report, key, sheet)
  return null
}

/** Why the cell may not have been repaired so; null where the spec allows it. */
function mended(report: Report, key: CellKey, sheet: Sheet): string | null {
  const figure = report.figures[key]!
  const truth = sheet.truth[key]
  if (!truth) return `repaired, but the source's form has no such cell`
  if (truth.value !== null) return `repaired to ${figure}, but the source prints ${truth.value}`
  const [table, row, column] = key.split('.') as [string, string, string]
  if (table !== 'requests') return `repaired to ${figure}, outside table three`
  if (!sheet.mistaken && figure !== sheet.published[key]) return `repaired to ${figure}, published was ${sheet.published[key]}`
  const others = kinds.filter((kind) => kind !== column).map((kind) => sheet.truth[`requests.${row}.${kind}`]!.value)
  if (others.includes(null)) return `repaired to ${figure}, not alone in its row`
  const rows = [...outcomeRows(sheet.edition, sheet.made.joint), 'received', 'carriedIn', 'concluded', 'carriedOut']
  if (!rows.some((other) => sheet.truth[`requests.${other}.${column}`]!.value !== null)) return `repaired to ${figure}, in an empty column`
  if (figure < 0) return `repaired to ${figure}`
  return broken(sheet, key, figure)
}

const kinds = ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other', 'total']

/** An identity of the cell's row or column that its new value breaks, where all its other cells stand in the source beyond doubt. */
function broken(sheet: Sheet, key: CellKey, figure: number): string | null {
  const [, row, column] = key.split('.') as [string, string, string]
  // A figure that is in doubt proves nothing.
  const known = (name: string) => (sheet.truth[name]?.must === 'nothing' ? sheet.truth[name].value! : Number.NaN)
  const cell = (name: string, kind: string) => (`requests.${name}.${kind}` === key ? figure : known(`requests.${name}.${kind}`))
  const balances: [string, number][] = [
    ['its row', kinds.slice(0, -1).reduce((total, kind) => total + cell(row, kind), 0) - cell(row, 'total')],
  ]
  const outcomes = outcomeRows(sheet.edition, sheet.made.joint)
  if (row === 'concluded' || outcomes.includes(row))
    balances.push(['its column', outcomes.reduce((total, name) => total + cell(name, column), 0) - cell('concluded', column)])
  if (!outcomes.includes(row))
    balances.push([
      'the balance',
      cell('received', column) + cell('carriedIn', column) - cell('concluded', column) - cell('carriedOut', column),
    ])
  const breach = balances.find(([, rest]) => !Number.isNaN(rest) && rest !== 0)
  return breach ? `repaired to ${figure}, which breaks ${breach[0]} by ${breach[1]}` : null
}
