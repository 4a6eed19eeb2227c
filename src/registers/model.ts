/**
 * Registers (台账): the year's records beside the requests. A register is a typed definition; its form, list, filters, history, import and
 * export, what it counts towards, and what prose may say of it all come from the definition.
 */
import type { CellKey } from '#report'

/** A name in both languages; the Chinese one is the official term. */
export type Named = Readonly<Record<'zh-CN' | 'en', string>>

export const fieldKinds = ['text', 'lines', 'day', 'month', 'count', 'money', 'choice', 'yes', 'link'] as const
/** `money` is kept in 分 and written in 元; `month` is `YYYY-MM`; `count` a whole number from 0. */
export type FieldKind = (typeof fieldKinds)[number]

export interface RegisterField {
  readonly key: string
  readonly label: Named
  readonly kind: FieldKind
  readonly required?: true
  /** Of `choice`. */
  readonly options?: Readonly<Record<string, Named>>
  readonly hint?: Named
  /** Other headers under which files of others have it. */
  readonly aliases?: readonly string[]
  /** Most characters of a text; 300, of lines 4000. */
  readonly most?: number
}

/** How entries are counted in a year: begun in it, ended in it, standing on its last day, or their amounts added up. */
export const countings = ['begun', 'ended', 'standing', 'sum'] as const
export type Counting = (typeof countings)[number]

export interface RegisterDefinition {
  readonly id: string
  readonly name: Named
  /** What belongs here, and what does not. */
  readonly about: Named
  /** Article or notice that asks for it. */
  readonly source: string
  readonly group: RegisterGroup
  readonly fields: readonly RegisterField[]
  /** Field that calls an entry by its name in lists. */
  readonly title: string
  /** The day or month an entry begins to count: made, held, opened, of which month. */
  readonly begins: string
  /** Fields whose earliest day ends it; `onlyIf` names a setting without which that day ends it but is not counted as `ended`. */
  readonly ends?: readonly { readonly field: string; readonly countedIf?: 'lapsedCounts' }[]
  /** What `sum` adds up. */
  readonly amount?: string
  /** An entry for which this says no is another body's to count: documents made jointly count at whoever leads. */
  readonly own?: string
  /** Cells of the report, and how each is counted. */
  readonly cells?: Readonly<Record<CellKey, Counting>>
  /** What ways of counting prose may use, each with a sentence-ready name; `by` parts it by a field of choices. */
  readonly measures: readonly Measure[]
  /** Another's list that it is reconciled against: the justice office's, the treasury's. */
  readonly reconciledWith?: { readonly whose: Named; readonly key: string; readonly compared: readonly string[] }
  /** Written by the higher office and seen, and signed for, by those who file to it. */
  readonly forBelow?: true
}

export interface Measure {
  readonly counting: Counting
  readonly name: Named
  /** 件, 次, 条, 万元 … as prose has it. */
  readonly unit: string
  /** Field of choices to part it by. */
  readonly by?: string
}

export const registerGroups = ['documents', 'decisions', 'channels', 'people', 'supervision', 'organisation', 'notices'] as const
export type RegisterGroup = (typeof registerGroups)[number]

/** A value as it is kept: texts and days as they are, money in 分, `yes` true or false. */
export type EntryValue = string | number | boolean
export type EntryValues = Readonly<Record<string, EntryValue>>

export interface Entry {
  readonly id: string
  readonly register: string
  readonly bodyId: string
  readonly values: EntryValues
  /** Which unit it comes from, who filled it in and when. */
  readonly unit: string
  readonly addedBy: { readonly id: string | null; readonly name: string }
  readonly addedAt: Date
  readonly edition: number
  /** Struck out, with the reason; what is struck out is not counted and stays readable. */
  readonly voided: { readonly at: Date; readonly reason: string } | null
  readonly files: number
}
