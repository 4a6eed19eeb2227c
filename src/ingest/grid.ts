/**
 * The neutral middle of reading: every source becomes lines of prose and tables, each piece with its place.
 * Readers make grids; `locate` finds the statutory tables in them; neither knows the other.
 */
import type { Leftover, Place, Line as ProseLine, SourceKind } from '#report'

export type { Place } from '#report'

export interface Line extends ProseLine {
  readonly kind: 'line'
}

export interface Cell {
  /**
   * Text with the source's line breaks as \n; not trimmed of what may matter, outer white space removed. What is struck out
   * stands as `~381~`, raised and lowered digits as `^1` and `_2`, so that they never join a number.
   */
  readonly text: string
  readonly at: Place
  /** Column of the grid it starts in, from 0, once rowspans above it are counted. */
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

/** A table whose cells are known as such. Each row lists the cells that start in it. */
export interface Table {
  readonly kind: 'table'
  readonly rows: readonly (readonly Cell[])[]
  readonly at: Place
}

export type Block = Line | Table

export interface Grid {
  readonly kind: SourceKind
  readonly blocks: readonly Block[]
  readonly metadata: readonly { readonly name: string; readonly value: string; readonly at: Place }[]
  readonly leftovers: readonly Leftover[]
  /** The file stops in the middle of words: its last figure may have lost digits. */
  readonly endsOpen?: boolean
}
