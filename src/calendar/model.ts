/** A statutory clock: what goes in, what comes out. Days are `YYYY-MM-DD` in Asia/Shanghai. */

export type DeadlineEventKind =
  /** 补正告知 sent (Order 711 Art. 30) */
  | 'correction-asked'
  /** 补正材料 received: the clock runs anew */
  | 'corrected'
  /** 征求意见 sent to a third party or a co-making organ (Art. 32, 34): the clock stands */
  | 'consultation-sent'
  /** their opinion arrived */
  | 'consultation-answered'
  /** 收费通知 served (国办函〔2020〕109号): the clock stands */
  | 'fee-noticed'
  /** paid: the clock runs anew */
  | 'fee-paid'
  /** 延期 by `days` ≤ 20, approved and told (Art. 33) */
  | 'extended'
  /** Art. 35 合理延迟: `date` is the last day agreed */
  | 'delay-agreed'

export interface DeadlineEvent {
  readonly kind: DeadlineEventKind
  readonly date: string
  /** Of an extension: working days, 1 to 20. */
  readonly days?: number
  /** Of an extension: who approved it (政府信息公开工作机构负责人). */
  readonly approver?: string
}

export interface DeadlineStep {
  readonly date: string
  /** Id of the rule that was applied, as docs/deadlines.md lists them. */
  readonly rule: string
  /** Article, as 《政府信息公开条例》第三十三条. */
  readonly source: string
  /** The step in words, in the language asked for. */
  readonly text: string
}

export interface DeadlineResult {
  readonly received: string
  /** Last day to ask for correction; null once it was asked, for it may be asked once. */
  readonly correctionBy: string | null
  /** The third party's last day if asked on the day of receipt. */
  readonly consultationBy: string
  /** Last day to answer; null while a correction or a fee is open. */
  readonly due: string | null
  /** Last day if extended by 20; null where `due` is, or where it was extended already. */
  readonly extendedDue: string | null
  /** Of `due` alone: provisional where it runs into a year whose holidays are not announced. */
  readonly status: 'final' | 'provisional'
  readonly steps: readonly DeadlineStep[]
}
