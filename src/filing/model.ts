/** The body's own annual report: counted from the year's records, written, reviewed, filed, returned, cleared, published. */
import type { CellKey, Report } from '#report'

export const reportStates = ['drafting', 'reviewing', 'approved', 'filed', 'returned', 'cleared', 'published'] as const
export type ReportState = (typeof reportStates)[number]

/** 本机关 · 本级汇总 · 全域汇总: whose records a report counts; every report says which. */
export const scopes = ['own', 'level', 'region'] as const
export type ReportScope = (typeof scopes)[number]

/** A value given in place of the counted one, shown beside it: a body that began in mid-year, or keeps other books. */
export interface Declared {
  readonly value: number
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** A warning that somebody looked at and lets stand, with the reason. */
export interface Confirmed {
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** The draft as it is kept: texts hold figures as `{{name}}`, which follow the records. */
export interface Draft {
  /** Chapter 0 is the preface, 1–6 the statutory chapters. */
  readonly chapters: Readonly<Record<number, string>>
  readonly declared: Readonly<Record<CellKey, Declared>>
  /** By `confirmationKey` of a finding. */
  readonly confirmed: Readonly<Record<string, Confirmed>>
}

/** What a year's records come to: the 200 cells, and the figures prose may be bound to. */
export interface CountedYear {
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly year: number
  /** The day the figures stand on. */
  readonly asOf: string
  readonly cells: Readonly<Record<CellKey, number>>
  /** Everything prose may name: every cell by its key, and the measures of registers (`posts.sum`) and requests (`requests.online`). */
  readonly figures: Readonly<Record<string, number>>
}

/** A report as it was filed or published: never changed, told by its hash. */
export interface Version {
  readonly n: number
  readonly hash: string
  readonly report: Report
  readonly counted: Readonly<Record<CellKey, number>>
  readonly declared: Readonly<Record<CellKey, Declared>>
}
