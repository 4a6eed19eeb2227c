/** Comma-separated values as RFC 4180 has them, read with forgiveness. */

export interface CsvRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of the text; fields may be quoted, with doubled quotes and line breaks within. `unclosed` is the line of a quote that never closes. */
export function parseCsv(text: string): { rows: CsvRow[]; unclosed: number | null } {
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let began = 1
  let place = 0
  const endRow = () => {
    rows.push({ line: began, cells: [...cells, cell] })
    cells = []
    cell = ''
    began = line
  }
  while (place < text.length) {
    const character = text[place]!
    if (character === '"' && cell === '') {
      const start = line
      const closed = closingQuote(text, place)
      if (closed === null) return { rows, unclosed: start }
      const inner = text.slice(place + 1, closed)
      line += inner.split('\n').length - 1
      cell = inner.replaceAll('""', '"')
      place = closed + 1
      // What stands between the closing quote and the separator belongs to the field, as spreadsheets read it.
      while (place < text.length && text[place] !== separator && text[place] !== '\n' && text[place] !== '\r') cell += text[place++]
      if (cell === '' && text[place] === '"') return { rows, unclosed: start }
      continue
    }
    place++
    if (character === separator) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[place] === '\n') place++
      line++
      endRow()
    } else cell += character
  }
  if (cell !== '' || cells.length > 0) endRow()
  return { rows, unclosed: null }
}

/** The quote that closes the one at the place; a doubled one stands for itself. */
function closingQuote(text: string, opening: number): number | null {
  let place = text.indexOf('"', opening + 1)
  while (place >= 0 && text[place + 1] === '"') place = text.indexOf('"', place + 2)
  return place < 0 ? null : place
}

/** Tabs or semicolons where the first line has them and no comma. */
function separatorOf(text: string): string {
  const head = text.split(/\r?\n/, 1)[0]!
  return [',', '\t', ';'].find((separator) => head.includes(separator)) ?? ','
}
