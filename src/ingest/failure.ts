/** Why a file gives no report. The codes are public (docs/errors.md). */
export type FailureCode =
  | 'empty'
  | 'unreadable'
  | 'unsupported-format'
  | 'damaged'
  | 'too-large'
  | 'not-a-report'
  | 'website-report'
  | 'older-form'

export const failureCodes: readonly FailureCode[] = [
  'empty',
  'unreadable',
  'unsupported-format',
  'damaged',
  'too-large',
  'not-a-report',
  'website-report',
  'older-form',
]

/** Thrown by a reader, caught once in `read`: nothing else in reading throws. `values` are what the sentence needs. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
    this.name = 'Failure'
  }
}
