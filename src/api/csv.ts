/** A line of CSV (RFC 4180), as Excel opens it without doing what a cell says. */

/** Without it Excel reads UTF-8 as GBK. */
export const utf8Mark = '\ufeff'

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

/** A text that Excel would take for a formula is led by an apostrophe. */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
