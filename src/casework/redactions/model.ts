/** 区分处理 (Order 711 Art. 37): a document of a case with parts blacked out, each on its ground. */
import type { Area, PageSize, Proof } from '#redact'
import type { GroundId } from './grounds.ts'

export const redactionStates = [
  /** 在标 */ 'draft',
  /** 已核验: the file is made, and proved */ 'proved',
  /** 已作废 */ 'discarded',
] as const
export type RedactionState = (typeof redactionStates)[number]

export interface GroundedMark extends Area {
  readonly ground: GroundId
}

export interface Redaction {
  readonly id: string
  readonly requestId: string
  readonly bodyId: string
  readonly state: RedactionState
  /** How often its marks were saved; whoever saves names the one they saw. */
  readonly edition: number
  readonly marks: readonly GroundedMark[]
  readonly source: { readonly id: string; readonly name: string; readonly hash: string }
  /** Once proved: the file that may be given, an attachment of noun `redaction`. */
  readonly result: { readonly id: string; readonly name: string; readonly hash: string; readonly size: number } | null
  readonly proof: Proof | null
  readonly madeBy: { readonly id: string; readonly name: string }
  readonly madeAt: Date
}

export interface RedactionDetail extends Redaction {
  readonly pages: readonly PageSize[]
  /** Whether this actor may change it. */
  readonly mayMake: boolean
}

/** Marks of one document: a page of a table, each cell of each row. */
export const mostMarks = 3000
