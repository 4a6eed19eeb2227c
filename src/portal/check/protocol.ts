import type { Format, Notice } from '#render'
import type { Finding, Language, Report } from '#report'
import type { Failed } from './state.ts'

/** What the page asks of the worker that reads. */
export type ReaderQuestion =
  | { readonly ask: 'read'; readonly id: number; readonly file: File }
  | { readonly ask: 'compare'; readonly id: number; readonly report: Report; readonly lastYear: Report }

/** A report and what the rules find in it. */
export interface Checked {
  readonly report: Report
  readonly findings: readonly Finding[]
}

export type ReaderAnswer =
  | { readonly id: number; readonly says: 'read'; readonly took: number; readonly reports: readonly Checked[] }
  | { readonly id: number; readonly says: 'failed'; readonly failed: Failed }
  | { readonly id: number; readonly says: 'compared'; readonly findings: readonly Finding[] }

/** What the page asks of the worker that writes. */
export interface WriterQuestion {
  readonly id: number
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly format: Format
  readonly language: Language
  /** Address below which the typesetter and its fonts are served. */
  readonly assetsUrl: string
}

export type WriterAnswer =
  | { readonly id: number; readonly says: 'progress'; readonly file: string; readonly loaded: number; readonly total: number | null }
  | { readonly id: number; readonly says: 'written'; readonly bytes: Uint8Array; readonly notices: readonly Notice[] }
  | { readonly id: number; readonly says: 'failed'; readonly why: string }

/** The inside of a worker: the part of its global scope these workers use. */
export interface Inside<Question, Answer> {
  onmessage: ((event: MessageEvent<Question>) => void) | null
  postMessage(answer: Answer, transfer?: Transferable[]): void
}
