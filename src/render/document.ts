/**
 * The neutral middle of writing: what stands on the paper, in order, with nothing of any format in it.
 * `compose` makes it from a report; each writer turns it into bytes; neither knows the other.
 */
import type { CellKey, CellNote } from '#report'

export interface Document {
  /** As printed; null where the report has none. */
  readonly title: string | null
  /** The body's name, for the properties of the file. */
  readonly author: string | null
  readonly blocks: readonly Block[]
}

export type Block = Heading | Paragraph | Table | Signature

/** A chapter's heading with its number: `一、总体情况`. */
export interface Heading {
  readonly kind: 'heading'
  readonly chapter: number
  readonly text: string
}

/** A paragraph of prose. The first `lead` characters are a run-in heading of the second level: `（一）主动公开。` */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly chapter: number
  readonly text: string
  readonly lead: number
  /** Stands on one page with what follows. */
  readonly keepWithNext?: boolean
}

/** Who signs, and the day as `2025年1月20日`. */
export interface Signature {
  readonly kind: 'signature'
  readonly name: string | null
  readonly date: string | null
}

/** Which of the form's tables: 二 what was published, 三 requests, 四 challenges. */
export type TableName = 'proactive' | 'requests' | 'challenges'

export interface Table {
  readonly kind: 'table'
  readonly name: TableName
  readonly chapter: number
  /** What the table is, for those who hear it. */
  readonly caption: string
  /** Width of each column, as parts of the whole; they add up to 1. */
  readonly widths: readonly number[]
  /** How many rows at the top are repeated on each page. */
  readonly headRows: number
  /** Each row lists the cells that start in it. */
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * `caption`: a row that names the block under it. `column`: a column's header. `row`: a row's label.
 * `figure`: a cell of the form, empty where `figure` is null.
 */
export interface Cell {
  readonly role: 'caption' | 'column' | 'row' | 'figure'
  readonly text: string
  /** Column of the table it starts in, from 0. */
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
  readonly align: 'center' | 'left'
  readonly key?: CellKey
  readonly figure?: number | null
  readonly note?: CellNote
}
