/** What each verb must be told, as data: the same table checks what comes from a screen, from a letter and from an import, and describes the API. */
import { isDay } from '#identity'
import { Failure } from '#words'
import type { VerbName } from '../machine.ts'
import { applicantKinds, outcomeRows } from '../model.ts'

/** What may stand in a field. `optional` may be left out; `nullable` may be null. */
export type InputField = (
  | { readonly is: 'text'; readonly max: number; readonly empty?: true }
  | { readonly is: 'day' }
  | { readonly is: 'id' }
  | { readonly is: 'boolean' }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** Days of the way in, as `ReceiptFacts`, and `reachedOffice`. */
  | { readonly is: 'facts' }
  /** Answers to the questions of the decision tree. */
  | { readonly is: 'path' }
  /** Why an answer was late, and which section answers for it. */
  | { readonly is: 'late' }
) & { readonly optional?: true; readonly nullable?: true }

export type InputFields = Readonly<Record<string, InputField>>
/** What a verb was told, as yet unchecked. */
export type ActInput = Readonly<Record<string, unknown>>

const day = { is: 'day' } as const
const id = { is: 'id' } as const
const optionalId = { is: 'id', optional: true } as const
const line = { is: 'text', max: 300 } as const
const name = { is: 'text', max: 200 } as const
const long = { is: 'text', max: 4000 } as const
/** May be empty, and left out. */
const words = { is: 'text', max: 4000, empty: true, optional: true } as const
const letterId = { is: 'id', optional: true, nullable: true } as const
const fen = { is: 'integer', min: 0, max: 100_000_000_00 } as const
const choice = (...of: string[]) => ({ is: 'choice', of }) as const

/** Fields beside `on`, the legal day, which every verb takes: today without it. */
export const inputs = {
  confirm: { facts: { is: 'facts', optional: true }, reason: words },
  'correct-receipt': { facts: { is: 'facts' }, reason: line },
  amend: {
    title: { ...line, optional: true },
    wanted: { ...long, optional: true },
    kind: { is: 'choice', of: applicantKinds, optional: true },
    reason: line,
  },
  assign: { personId: { ...id, optional: true, nullable: true }, sectionId: { ...id, optional: true, nullable: true }, note: words },
  link: { requestId: id, how: choice('repeat', 'duplicate', 'related', 'split') },
  void: { reason: line },
  withdraw: { text: words },
  'set-internal-deadline': { dueOn: day },
  note: { text: long },
  'log-call': { direction: choice('in', 'out'), with: name, text: long },
  'log-search': { where: line, terms: line, found: { is: 'integer', min: 0, max: 1_000_000_000 }, text: words },
  'ask-inquiry': {
    id: optionalId,
    sectionId: { ...id, optional: true, nullable: true },
    name,
    question: long,
    dueOn: { ...day, optional: true },
  },
  'chase-inquiry': { id },
  'answer-inquiry': { id, text: long },
  'ask-correction': { what: long, by: { ...day, optional: true }, letterId },
  'receive-correction': { text: long },
  'lapse-correction': { letterId },
  consult: { id: optionalId, party: choice('third-party', 'co-maker'), name, letterId },
  'record-consultation-received': { id },
  'record-opinion': { id, opinion: choice('agrees', 'refuses', 'partly'), text: words },
  'lapse-consultation': { id },
  'ask-reasons': { by: { ...day, optional: true }, letterId },
  'record-reasons': { text: long, reasonable: { is: 'boolean' } },
  'fix-delay': { until: day, letterId },
  extend: { days: { is: 'integer', min: 1, max: 20 }, approver: { is: 'text', max: 60 }, reason: line, letterId },
  'notice-fee': {
    mode: choice('piece', 'page'),
    count: { is: 'integer', min: 1, max: 1_000_000 },
    before: { is: 'integer', min: 0, max: 1_000_000 },
    amount: fen,
    letterId,
  },
  'record-payment': { amount: fen, receipt: { is: 'text', max: 100, empty: true, optional: true } },
  'lapse-fee': { letterId },
  refer: { id: optionalId, to: choice('competent', 'secrecy', 'legal'), question: long },
  'answer-referral': { id, text: long },
  decide: { path: { is: 'path' }, outcome: { is: 'text', max: 100, optional: true } },
  answer: {
    method: choice('download', 'e-mail', 'post', 'in-person'),
    late: { is: 'late', optional: true, nullable: true },
    row: { is: 'choice', of: outcomeRows, optional: true, nullable: true },
    number: { is: 'text', max: 60, optional: true },
    letterId,
  },
  'record-service': { method: { is: 'text', max: 60 }, letterId },
  'record-undelivered': { reason: line, letterId },
  reopen: { because: line, challengeId: { ...id, optional: true, nullable: true }, dueOn: { ...day, optional: true, nullable: true } },
  'offer-publication': {},
  'settle-publication': { accepted: { is: 'boolean' }, reason: words },
  rate: { score: { is: 'integer', min: 1, max: 5 }, text: { is: 'text', max: 1000, empty: true, optional: true } },
  archive: { hash: { is: 'text', max: 64 } },
} as const satisfies Record<VerbName, InputFields>

/** Days of the way in. `reachedOffice` is kept and never decides. */
export const factNames = ['submitted', 'signedFor', 'reachedOffice', 'systemReceived', 'confirmed'] as const
export type FormFacts = Readonly<Partial<Record<(typeof factNames)[number], string>>>

/** The fields of a verb, tidied; `on` beside them where given. Throws `invalid-input` that names the first field that is missing, unknown or wrong. */
export function readInput(verb: VerbName, given: ActInput): Record<string, unknown> {
  const fields: InputFields = { on: { is: 'day', optional: true }, ...inputs[verb] }
  for (const key of Object.keys(given)) if (!(key in fields)) throw wrongInput(key, given[key])
  const read: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(fields)) {
    const value = given[key]
    if (value === undefined) {
      if (!field.optional) throw wrongInput(key, '')
    } else if (value === null) {
      if (!field.nullable) throw wrongInput(key, '')
      read[key] = null
    } else read[key] = readField(key, field, value)
  }
  return read
}

function readField(key: string, field: InputField, value: unknown): unknown {
  switch (field.is) {
    case 'text': {
      if (typeof value !== 'string') throw wrongInput(key, value)
      const tidy = value.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, ' ').trim()
      if ((tidy === '' && !field.empty) || [...tidy].length > field.max) throw wrongInput(key, tidy.slice(0, 40))
      return tidy
    }
    case 'day':
      return readDay(key, value)
    case 'id':
      if (typeof value !== 'string' || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) throw wrongInput(key, value)
      return value
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongInput(key, value)
      return value
    case 'integer':
      if (typeof value !== 'number' || !Number.isInteger(value) || value < field.min || value > field.max) throw wrongInput(key, value)
      return value
    case 'choice':
      if (typeof value !== 'string' || !field.of.includes(value)) throw wrongInput(key, value)
      return value
    case 'facts':
      return readFacts(key, value)
    case 'path':
      return readPath(key, value)
    case 'late':
      return readLate(key, value)
  }
}

function readDay(key: string, value: unknown): string {
  if (typeof value !== 'string' || !isDay(value)) throw wrongInput(key, value)
  return value
}

/** Days of the way in, each a day; none that has no name. Throws `invalid-input`. */
export function readFacts(key: string, value: unknown): FormFacts {
  const given = objectOf(key, value)
  const facts: Record<string, string> = {}
  for (const [name, one] of Object.entries(given)) {
    if (!(factNames as readonly string[]).includes(name)) throw wrongInput(`${key}.${name}`, one)
    if (one !== undefined && one !== null) facts[name] = readDay(`${key}.${name}`, one)
  }
  return facts
}

const pathMost = 40

function readPath(key: string, value: unknown): { question: string; answer: string; note: string }[] {
  if (!Array.isArray(value) || value.length > pathMost) throw wrongInput(key, '')
  return value.map((one, index) => {
    const { question, answer, note = '' } = objectOf(`${key}.${index}`, one)
    if (typeof question !== 'string' || typeof answer !== 'string' || typeof note !== 'string' || [...note].length > 2000)
      throw wrongInput(`${key}.${index}`, '')
    return { question: question.slice(0, 100), answer: answer.slice(0, 100), note: note.trim() }
  })
}

function readLate(key: string, value: unknown): { reason: string; sectionId: string | null } {
  const { reason, sectionId = null } = objectOf(key, value)
  return {
    reason: readField(`${key}.reason`, line, reason) as string,
    sectionId: sectionId === null ? null : (readField(`${key}.sectionId`, id, sectionId) as string),
  }
}

function objectOf(key: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongInput(key, '')
  return value as Record<string, unknown>
}

const wrongInput = (where: string, what: unknown): Failure =>
  new Failure('invalid-input', { where, what: what === undefined ? '' : String(what).slice(0, 60) })
