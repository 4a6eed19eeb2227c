/** Every code of refusal with its sentence, for the page that `type` leads to and for docs/errors.md. */
import type { Language } from '#report'
import { type FailureCode, failures } from '#words'

export interface ErrorCode {
  readonly code: string
  readonly status: number
  /** The sentence, with the names of its values in braces or with an example of them. */
  readonly sentence: string
}

/** Sentences that choose their words by a value need a real one. */
const examples: Readonly<Partial<Record<FailureCode, Readonly<Record<string, string | number>>>>> = {
  'wrong-field': { field: 'name', rule: 'required', given: '' },
  'weak-password': { why: 'short' },
  'wrong-setting': { key: 'sessionHours', why: 'out-of-bounds', min: 1, max: 24 },
  'not-found': { what: 'body' },
  'not-allowed': { needs: 'system-admin' },
  'wrong-deadline': { chinese: '{chinese}', english: '{english}' },
  'wrong-notice': { why: 'empty', day: '2027' },
  'sign-off-closed': { title: '{title}', state: 'approved' },
  'no-such-setting': { key: 'sessionHour' },
  'redaction-refused': { why: 'encrypted' },
  'redaction-unproved': { what: 'pixels-black' },
}

export function errorCodes(language: Language): ErrorCode[] {
  return (Object.keys(failures) as FailureCode[]).map((code) => {
    const named = new Proxy({}, { get: (_, name) => `{${String(name)}}` })
    const say = failures[code][language] as (values: object) => string
    return { code, status: failures[code].status, sentence: say(examples[code] ?? named) }
  })
}
