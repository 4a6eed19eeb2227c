/** A plain table, its columns as wide as what stands in them. */

export interface Row {
  readonly work: string
  /** What was read: how many, how large. */
  readonly size: string
  readonly ours: string
  readonly theirs: string
  readonly ratio: string
  readonly bar: string
  /** Null where there is no bar. */
  readonly isMet: boolean | null
}

export function printRows(rows: readonly Row[], head: readonly string[] = ['work', 'size', 'ours', 'theirs', 'ratio', 'bar', 'met']): void {
  const cells = rows.map(({ work, size, ours, theirs, ratio, bar, isMet }) => {
    return [work, size, ours, theirs, ratio, bar, isMet === null ? '—' : isMet ? 'yes' : 'NO']
  })
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]!.length)))
  for (const row of [head, ...cells])
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}
