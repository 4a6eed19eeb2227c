/** A notice of the State Council General Office (国务院办公厅) on the rest days of a year, or a change to one. */
export interface RestNotice {
  readonly year: number
  readonly title: string
  /** 文号, as 国办发明电〔2024〕12号; empty where it is not known for sure. */
  readonly number: string
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string
  readonly source: string
  /** Spans of rest, first and last day; weekends within them are written too, as the notice prints them. */
  readonly off: readonly (readonly [first: string, last: string])[]
  /** Saturdays and Sundays worked instead (调休上班). */
  readonly worked: readonly string[]
  /** Days a later notice of the year took back from `worked`. */
  readonly noLongerWorked?: readonly string[]
}

/** A day that differs in one place: a minority festival (全国年节及纪念日放假办法 Art. 4), a closure. */
export interface LocalDay {
  readonly day: string
  readonly works: boolean
  readonly reason: string
}
