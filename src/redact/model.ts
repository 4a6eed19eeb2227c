/** What redaction speaks of. Places are parts of the page as it is shown, so they hold at any size and rotation. */

export interface Box {
  /** From the top left corner of the page as it is shown, as parts of its width and height, 0 to 1. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Area extends Box {
  /** Page from 0. */
  readonly page: number
}

/** An area to black out, and the ground that is stamped on it, as `第十五条 个人隐私`; where that does not fit, its first word alone. */
export interface Mark {
  readonly area: Area
  readonly ground: string
}

export const refusals = ['not-a-pdf', 'encrypted', 'damaged', 'no-pages', 'too-many-pages', 'page-too-large', 'too-slow'] as const
/** Why a file cannot be worked on. */
export type Refusal = (typeof refusals)[number]

export interface PageSize {
  /** In points (1/72 inch), as shown. */
  readonly width: number
  readonly height: number
}

export type Opened =
  | { readonly ok: true; readonly pages: readonly PageSize[]; readonly hash: string }
  | { readonly ok: false; readonly refusal: Refusal }

export interface Word {
  readonly text: string
  readonly box: Box
}

export const patternKinds = ['identity-number', 'mobile-number', 'bank-card', 'e-mail', 'text'] as const
export type PatternKind = (typeof patternKinds)[number]
/** What to look for; `text` is compared without white space and with full-width forms made plain. */
export type Pattern =
  | { readonly kind: Exclude<PatternKind, 'text'>; readonly text?: undefined }
  | { readonly kind: 'text'; readonly text: string }

/** One find: more than one area where it runs over lines or pages. */
export interface Found {
  readonly kind: PatternKind
  readonly text: string
  readonly areas: readonly Area[]
}

export interface RedactOptions {
  /** Dots per inch of the pages in the result, 100 to 300; 200 where not told. */
  readonly dpi?: number
  /** Whether the words outside the marks that can be seen are laid in invisibly for screen readers (Order 711 Art. 43); true where not told. */
  readonly textLayer?: boolean
}

export const checkIds = [
  'opens',
  'one-revision',
  'accounted',
  'pixels-black',
  'stamped',
  'no-text-under-marks',
  'no-words-left',
  'text-as-seen',
  'no-metadata',
  'no-attachments',
  'no-annotations',
  'no-scripts',
  'no-layers',
  'no-thumbnails',
] as const
export type CheckId = (typeof checkIds)[number]

export interface Check {
  readonly id: CheckId
  readonly passed: boolean
  /** What was looked at, or what is wrong and where; in English, for who looks into it. Never the words under a mark. */
  readonly what: string
}

export interface Proof {
  readonly passed: boolean
  readonly checks: readonly Check[]
  /** SHA-256, lower-case hex. */
  readonly source: string
  readonly result: string
  readonly pages: number
  readonly marks: number
  /** What stands under a mark, by its place in the list, and also where no mark is: not a fault of the file, but likely one of the marks. */
  readonly leftovers: readonly { readonly mark: number; readonly areas: readonly Area[] }[]
}

export interface Redacted {
  readonly pdf: Uint8Array
  readonly proof: Proof
}

/** A file that cannot be worked on. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    options?: ErrorOptions,
  ) {
    super(`the file is refused: ${refusal}`, options)
  }
}

/** Bounds that keep a hostile file from taking the machine. */
export const limits = {
  pages: 300,
  /** Points a page may measure along one side: A0 and a little. */
  side: 3600,
  /** Dots of one page at the resolution asked for. */
  dots: 60_000_000,
  /** Characters of one page that are looked at. */
  characters: 200_000,
} as const
