/** Lines of CSV (RFC 4180) as a spreadsheet opens them without doing what a cell says. */

/** Stands before the first line: without it Excel reads UTF-8 as GBK. */
export const utf8Mark = '\ufeff'

/**
 * A line with its CRLF. A text that begins like a formula has an apostrophe before it, which `unguarded` takes away again; a number is
 * written as it is, and null as an empty cell.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`

const cellOf = (cell: string | number | null): string => (typeof cell === 'string' ? quoted(guarded(cell)) : String(cell ?? ''))

const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

export const unguarded = (cell: string): string => (/^''*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

const quoted = (cell: string): string => (/[",\t;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
