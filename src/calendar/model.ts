/** A statutory clock: what goes in, what comes out. Days are `YYYY-MM-DD` in Asia/Shanghai. */

export const deadlineEventKinds = [
  /** 补正告知 sent (Order 711 Art. 30): the clock waits */ 'correction-asked',
  /** 补正材料 received: the clock runs anew */ 'corrected',
  /** 征求意见 sent to a third party or a co-making organ (Art. 32, 34): the clock stands */ 'consultation-sent',
  /** their opinion arrived: it goes on */ 'consultation-answered',
  /** 收费通知 received by the applicant (国办函〔2020〕109号): the clock waits */ 'fee-noticed',
  /** paid: the clock runs anew */ 'fee-paid',
  /** 延期 by `days`, approved and told (Art. 33) */ 'extended',
  /** 合理延迟 (Art. 35): `date` is the last day agreed, not the day it was agreed on */ 'delay-agreed',
] as const
export type DeadlineEventKind = (typeof deadlineEventKinds)[number]

export interface DeadlineEvent {
  readonly kind: DeadlineEventKind
  readonly date: string
  /** Of an extension: working days, 1 to 20. */
  readonly days?: number
  /** Of an extension: who approved it (政府信息公开工作机构负责人). */
  readonly approver?: string
  /** Of a consultation: which, by any name. Its answer names the same; without one it answers the first that is open. */
  readonly of?: string
}

export interface DeadlineInput {
  /** The day of receipt as Art. 31 has it; `receiptDay` tells it from the channel. */
  readonly received: string
  /** In the order they happened; those of one day keep the order given. */
  readonly events: readonly DeadlineEvent[]
}

export interface DeadlineStep {
  /** The day the step speaks of: of an event the day it happened, of a last day that day. */
  readonly date: string
  /** Id of the rule that was applied, as docs/deadlines.md lists them. */
  readonly rule: string
  /** The provision, as 《政府信息公开条例》第三十条. */
  readonly source: string
  /** The step in words, in the language asked for. */
  readonly text: string
}

export interface DeadlineResult {
  readonly received: string
  /** Last day to ask for correction, counted from the day of receipt whatever happened since. */
  readonly correctionBy: string
  /** A third party's last day if asked on the day of receipt. */
  readonly consultationBy: string
  /** Last day to answer; null while a correction or a fee is open. */
  readonly due: string | null
  /** Last day if the clock that runs were extended by the full 20, whatever extension there was; null where `due` is null or a delay was agreed. */
  readonly extendedDue: string | null
  /**
   * Of `due` alone: provisional where the count runs into a year whose rest days are not announced. Final where `due` is null or was
   * agreed as a date, for no notice can move it.
   */
  readonly status: 'final' | 'provisional'
  readonly steps: readonly DeadlineStep[]
}

/** Why what was given makes no sense, in the order things were given: the first that does not fit. */
export interface DeadlineProblem {
  readonly code: DeadlineProblemCode
  /** Index of the event; null for the day of receipt. */
  readonly event: number | null
  /** The event as it was written, or the day of receipt. */
  readonly found: string
  /** The day that stands against it, where there is one. */
  readonly against: string
}

export type DeadlineProblemCode =
  | 'not-a-day'
  | 'year-out-of-range'
  | 'not-an-event'
  | 'unknown-kind'
  | 'days-not-wanted'
  | 'extension-length'
  | 'before-receipt'
  | 'out-of-order'
  | 'correction-twice'
  | 'not-asked'
  | 'not-consulted'
  | 'not-noticed'
  | 'waiting'
  | 'extension-twice'
  | 'extension-after-delay'
  | 'delay-twice'
