/**
 * The decision tree (Order 711 Art. 36–39) as data: questions in the law's order, whose leaves are the rows of table 三. The path taken
 * chooses the letter, the provisions it cites and the remedies it tells. Sentences are in words/outcomes.ts, by the ids here.
 */

import type { LetterKindId } from './letters/kinds.ts'
import type { Guard } from './machine.ts'
import type { OutcomeRow } from './model.ts'

/** How a decision is challenged (复议法 Art. 23; 法释〔2025〕8号): first reconsideration, or either. */
export type Remedy = 'reconsider-first' | 'either' | 'none'

/** Where an answer leads: to the next question, or to a leaf. */
export type Next = { readonly question: string } | { readonly outcome: string }

export interface Question {
  readonly id: string
  /** Provision the question comes from, as 第三十六条第三项. */
  readonly source: string
  readonly answers: readonly { readonly id: string; readonly next: Next }[]
}

/** What a leaf needs before it can be decided, told to the clerk as what is missing. */
export type Need =
  | Guard
  /** a search log: proof of 不存在 */
  | 'searched'
  /** asked once for correction, and corrected */
  | 'corrected'
  /** an earlier answer to the same applicant, linked as repeat */
  | 'repeat-linked'
  /** reasons asked for and found unreasonable (Art. 35) */
  | 'reasons-unreasonable'
  /** every third party heard or lapsed, where the ground is theirs */
  | 'third-party-heard'
  /** a redaction proved, where part is withheld */
  | 'redacted'
  /** legal review answered, where the body wants one before a refusal */
  | 'legal-review'

export interface Outcome {
  readonly id: string
  /** Null where the form has no row: the setting `outcomeWithoutRow` says which. */
  readonly row: OutcomeRow | null
  readonly letter: LetterKindId
  /** Provisions cited, in order, as 《政府信息公开条例》第三十六条第三项. */
  readonly cites: readonly string[]
  readonly remedy: Remedy
  readonly needs: readonly Need[]
  /** Goes into the register of what is withheld (Art. 18). */
  readonly withholds: boolean
}
