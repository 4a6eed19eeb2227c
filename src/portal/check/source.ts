import { type CellKey, formOf, type Line, type Place, proactiveKey, type Report } from '#report'

/** A piece of the quoted row. `self`: the token that is the cell; `gap`: where the cell's number would stand; `empty`: an empty cell. */
export interface Piece {
  readonly text: string
  readonly role: 'self' | 'other' | 'gap' | 'empty'
}

/** The row of the source a cell stands in, put together again from its tokens. */
export interface Quote {
  readonly at: Place | null
  /** The row's label as printed, where the source has one. */
  readonly label: string | null
  readonly pieces: readonly Piece[]
  /** `cells` are to be drawn with bars between them; a `row` is the source's own text. */
  readonly by: 'cells' | 'row'
}

/** What the source prints for a cell and around it; null where the source has nothing of the row. */
export function quoteOf(report: Report, key: CellKey): Quote | null {
  const { sources, labels } = report.printed
  const note = report.cells[key]
  const row = rowOf(report, key)
  const label = labels.find((reading) => reading.key === row.key && reading.printed !== null)
  const own = sources[key]

  // The numbers of the row could not be told apart for sure: the whole row is quoted as it stands.
  if (note?.was && note.was !== own?.text.trim()) return wholeRow(note.was, own, label?.at ?? null)

  const near = row.cells.filter((cell) => cell === key || sameRow(sources[cell]?.at, own?.at ?? firstPlace(report, row.cells)))
  if (!own && near.length <= 1 && !label) return null
  const pieces = near.map((cell): Piece => {
    const text = sources[cell]?.text.trim() ?? ''
    if (cell === key) return own ? { text, role: text === '' ? 'empty' : 'self' } : { text: '', role: 'gap' }
    return { text, role: text === '' ? 'empty' : 'other' }
  })
  if (!own && note?.state === 'missing' && near.length <= 1) return null
  return { at: own?.at ?? label?.at ?? firstPlace(report, row.cells) ?? null, label: label?.printed ?? null, pieces, by: 'cells' }
}

function wholeRow(text: string, own: Line | undefined, at: Place | null): Quote {
  const token = own?.text.trim() ?? ''
  const from = token === '' ? -1 : (own?.at.column ?? 1) - 1
  const marked: Piece[] =
    from >= 0 && text.startsWith(token, from)
      ? [
          { text: text.slice(0, from), role: 'other' },
          { text: token, role: 'self' },
          { text: text.slice(from + token.length), role: 'other' },
        ]
      : [{ text, role: 'self' }]
  return { at: own?.at ?? at, label: null, pieces: marked, by: 'row' }
}

/** The statutory row a cell stands in: its key as labels have it, and its cells in order. */
function rowOf(report: Report, key: CellKey): { readonly key: string; readonly cells: readonly CellKey[] } {
  const form = formOf(report.edition)
  const [table, row = ''] = key.split('.')
  if (table === 'requests') return { key: `requests.${row}`, cells: form.requests.columns.map((column) => `requests.${row}.${column.key}`) }
  if (table === 'challenges') {
    const { groups, columns } = form.challenges
    return {
      key: `challenges.${row}`,
      cells: groups.flatMap((group) => columns.map((column) => `challenges.${group.key}.${column.key}`)),
    }
  }
  const fields = form.proactive.flatMap((block) => block.rows).find((candidate) => candidate.key === row)
  return { key: `proactive.${row}`, cells: fields ? fields.fields.map((field) => proactiveKey(fields, field)) : [key] }
}

function firstPlace(report: Report, cells: readonly CellKey[]): Place | undefined {
  for (const cell of cells) if (report.printed.sources[cell]) return report.printed.sources[cell].at
  return undefined
}

/** Whether two places are in one row of a table, or in one line of a text; one cell a line counts as one row. */
function sameRow(one: Place | undefined, other: Place | undefined): boolean {
  if (!one || !other) return false
  if (one.table !== undefined || other.table !== undefined) return one.table === other.table && one.row === other.row
  return Math.abs((one.line ?? 0) - (other.line ?? 0)) <= 15
}
