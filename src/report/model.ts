/**
 * The annual report (政府信息公开工作年度报告) as this project holds it: the figures of its three tables, what is known
 * about each cell, its six chapters, and what the source printed around them.
 *
 * Vocabulary: a *cell* is one of the figures the form asks for; its *key* is a dotted path such as
 * `requests.received.total`; a cell whose figure does not stand in the source just as given carries a *note*.
 */

/** Which official form the tables follow: 国办公开办函〔2021〕30号 or the older 国办公开办函〔2019〕60号. */
export type Edition = '2021' | '2019'

/** A dotted path: `proactive.rules.issued`, `requests.received.total`, `challenges.reconsideration.upheld`. */
export type CellKey = string

/**
 * Why a cell is listed. `blank`: the source leaves it empty or prints a nil mark (/ — 无). `missing`: the source has no
 * such cell. `repaired`: mended, the one value that fits. `doubtful`: the best guess.
 */
export type CellState = 'blank' | 'missing' | 'repaired' | 'doubtful'

/** What is known of a cell that does not stand in the source just as given. */
export interface CellNote {
  readonly state: CellState
  /** The source text, or null where there is none. */
  readonly was: string | null
  /** The reason, as a code that `wording` speaks. */
  readonly why: WhyCode
  /** Figures the sentence needs, such as the terms of an identity. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** Reasons for a note; each has a sentence in every language of `wording`. */
export type WhyCode =
  | 'empty' // the cell is there and empty
  | 'nil-mark' // / — 无
  | 'no-cell' // the row, column or table is not in the source
  | 'no-row'
  | 'no-column'
  | 'no-table'
  | 'cut-off' // the source stops inside the row
  | 'closes-identities' // repaired: the only value that closes every identity it stands in
  | 'not-a-number' // the cell prints something that is no number
  | 'unit-contradicts' // 元 under a 万元 header
  | 'sign' // a minus sign where none can be
  | 'decimal' // a fraction where only whole numbers can be
  | 'column-unknown' // a number whose column nobody can tell
  | 'row-unknown' // numbers whose row nobody can tell for sure
  | 'glued' // digits without separators
  | 'several-numbers' // more numbers than cells
  | 'twice' // the row or table is printed twice with different figures
  | 'parts-unknown' // a sum of reports, some of which do not have the figure
  | 'parts-doubtful' // a sum of reports, some of whose figures are doubtful
  | 'forms-differ' // a sum of reports whose forms do not share the cell

/** Where something stands in the source. All numbers count from 1. */
export interface Place {
  /** Line of a text or HTML file, paragraph of a Word file, row of a sheet. */
  readonly line?: number
  /** Character in the line. */
  readonly column?: number
  /** Which table of the file, and which row and cell of it (HTML, Word, Excel). */
  readonly table?: number
  readonly row?: number
  readonly cell?: number
}

/** A line or paragraph of prose with its place. */
export interface Line {
  readonly text: string
  readonly at: Place
}

/** Chapter 0 is the preface, 1–6 the statutory chapters. `text` is the lines joined by \n, without the tables. */
export interface Chapter {
  readonly number: number
  /** The official heading's words without its number, as printed: `总体情况`. Empty for the preface. */
  readonly title: string
  readonly text: string
  readonly lines: readonly Line[]
  /** Where the heading stands; null for the preface. */
  readonly at: Place | null
}

/** A row or column label as the source prints it, beside what the form prints. */
export interface LabelReading {
  /** `requests.received` (row), `requests.*.enterprise` (column), `challenges.reconsideration` (group), `challenges.*.upheld`. */
  readonly key: string
  readonly expected: string
  /** Null where the row or column has no label in the source. */
  readonly printed: string | null
  /** `same` allows punctuation and width; `damaged` was told by likeness or position; `moved` stands in another place than the form has it. */
  readonly state: 'same' | 'damaged' | 'missing' | 'moved' | 'extra'
  readonly at: Place | null
}

/** Leftovers of writing that must not be published (tracked changes, comments …). */
export interface Leftover {
  readonly kind: 'tracked-insertion' | 'tracked-deletion' | 'comment' | 'hidden-text' | 'template' | 'author'
  readonly text: string
  readonly at: Place | null
}

export type SourceKind = 'text' | 'html' | 'docx' | 'xlsx' | 'markdown' | 'json'

/** What the source prints around the figures: the ground the form checks stand on. */
export interface Printed {
  readonly kind: SourceKind
  /** Every place where a title is printed, first the one taken. */
  readonly titles: readonly Line[]
  /** Headings of the six chapters in the order of the source. */
  readonly headings: readonly (Line & { readonly number: number })[]
  readonly labels: readonly LabelReading[]
  /** Source text and place of each cell that has one. */
  readonly sources: Readonly<Record<CellKey, Line>>
  /** 标题, 索引号, 文号, 发文日期, 发布机构 … */
  readonly metadata: readonly { readonly name: string; readonly value: string; readonly at: Place }[]
  /** 统计期限, as `YYYY-MM-DD`. */
  readonly period: { readonly from: string; readonly to: string; readonly text: string; readonly at: Place } | null
  /** The name above the closing date, and the date as `YYYY-MM-DD`. */
  readonly signature: { readonly name: string | null; readonly date: string | null; readonly at: Place } | null
  readonly leftovers: readonly Leftover[]
}

/** One report as read. `figures` holds every cell of its edition (2021 where there is none); null is a number nobody can know. */
export interface Report {
  readonly title: string | null
  readonly body: string | null
  readonly year: number | null
  readonly edition: Edition | null
  readonly figures: Readonly<Record<CellKey, number | null>>
  /** Only the cells that do not stand in the source just as given. */
  readonly cells: Readonly<Record<CellKey, CellNote>>
  readonly chapters: readonly Chapter[]
  readonly printed: Printed
}

export const noPrint: Printed = {
  kind: 'json',
  titles: [],
  headings: [],
  labels: [],
  sources: {},
  metadata: [],
  period: null,
  signature: null,
  leftovers: [],
}
