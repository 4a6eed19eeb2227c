/** What each verb of a case takes, as shapes: one for a verb, and one that holds the fields of all, which the document shows. */
import { type TObject, type TSchema, Type } from 'typebox'
import { applicantKinds, type VerbName, verbNames } from '#casework'
import { Day, Id, Line, Shape, Text } from '../schemas.ts'
import { checker } from '../validate.ts'

const long = 4000
const NullableId = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid', description })
const optional = Type.Optional
const one = (...choices: string[]) => Type.Enum(choices)

export const ReceiptFacts = Shape(
  {
    submitted: optional(Day('Handed in, or sent off')),
    signedFor: optional(Day('Signed for in the mail room')),
    reachedOffice: optional(Day('Reached the disclosure unit; decides nothing')),
    systemReceived: optional(Day('Our mail or web system had it')),
    confirmed: optional(Day('Confirmed by both sides (Art. 31)')),
  },
  { title: 'ReceiptFacts', description: 'Days of the way in, kept apart; those not known are left out' },
)
export const PathStep = Shape(
  {
    question: Type.String({ maxLength: 100 }),
    answer: Type.String({ maxLength: 100 }),
    note: Type.String({ maxLength: 2000, description: 'Why; may be empty' }),
  },
  { title: 'OutcomeStep', description: 'An answer to a question of GET /outcome-tree' },
)
export const LateReason = Shape(
  { reason: Line('Why it is late', long), sectionId: NullableId('The section that answers for it') },
  { title: 'LateReason' },
)

const reason = Line('Why', long)
const text = Line('Text', long)
const maybe = optional(Text('Text', long))
const ofOne = Id('Which, as the case lists it')

/** Fields of each verb beside `on`. */
const fields = {
  confirm: { facts: ReceiptFacts },
  'correct-receipt': { facts: ReceiptFacts, reason },
  amend: {
    title: optional(Line('Title', 300)),
    wanted: optional(Line('What is asked for', long)),
    kind: optional(Type.Enum(applicantKinds)),
    reason,
  },
  assign: {
    personId: optional(NullableId('Who handles it')),
    sectionId: optional(NullableId('Which section handles it')),
    note: optional(Text('Note', long)),
  },
  link: { requestId: Id('The other case'), how: one('repeat', 'duplicate', 'related', 'split') },
  void: { reason },
  withdraw: { text: Text('In what words', long) },
  'set-internal-deadline': { dueOn: Day('Last day') },
  note: { text },
  'log-call': { direction: one('in', 'out'), with: Line('With whom', 200), text },
  'log-search': {
    where: Line('Where was searched', 200),
    terms: Line('For what words', 200),
    found: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
    text: maybe,
  },
  'ask-inquiry': {
    sectionId: optional(NullableId('A section of the body; null for another organ')),
    name: Line('Who is asked', 200),
    question: Line('What is asked', long),
    dueOn: Day('By when'),
  },
  'chase-inquiry': { id: ofOne },
  'answer-inquiry': { id: ofOne, text },
  'ask-correction': { what: Line('What is to be corrected', long), by: Day('By when') },
  'receive-correction': { text },
  'lapse-correction': {},
  consult: { party: one('third-party', 'co-maker'), name: Line('Who is consulted', 200) },
  'record-consultation-received': { id: ofOne },
  'record-opinion': { id: ofOne, opinion: one('agrees', 'refuses', 'partly'), text: maybe },
  'lapse-consultation': { id: ofOne },
  'ask-reasons': { by: Day('By when') },
  'record-reasons': { text, reasonable: Type.Boolean() },
  'fix-delay': { until: Day('The day told') },
  extend: {
    days: Type.Integer({ minimum: 1, maximum: 20, description: 'Working days' }),
    approver: Line('The head of the disclosure unit, who approved it (Art. 33)', 60),
    reason,
  },
  'notice-fee': {
    mode: one('piece', 'page'),
    count: Type.Integer({ minimum: 1, maximum: 50_000, description: 'Pieces or pages' }),
    before: optional(Type.Integer({ minimum: 0, maximum: 50_000, description: 'By piece: earlier ones of the month' })),
  },
  'record-payment': { amount: Type.Integer({ minimum: 0, description: '分' }), receipt: Line('Number of the receipt', 200) },
  'lapse-fee': {},
  refer: { to: one('competent', 'secrecy', 'legal'), question: Line('What is in doubt', long) },
  'answer-referral': { id: ofOne, text },
  decide: { path: Type.Array(PathStep, { maxItems: 40, description: 'Answers in order, from the first question to a leaf' }) },
  answer: {
    method: one('download', 'e-mail', 'post', 'in-person'),
    late: optional(Type.Union([LateReason, Type.Null()])),
  },
  'record-service': { method: Line('How', 200) },
  'record-undelivered': { reason },
  reopen: {
    because: Line('What set the decision aside', long),
    challengeId: optional(NullableId('The reconsideration or the suit')),
    dueOn: optional(Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date', description: 'The last day that was fixed' })),
  },
  'offer-publication': { by: optional(one('body', 'applicant')) },
  'settle-publication': { accepted: Type.Boolean(), reason },
  rate: { score: Type.Integer({ minimum: 1, maximum: 5 }), text: optional(Text('Words', 1000)) },
  archive: {},
} as const satisfies Record<VerbName, Readonly<Record<string, TSchema>>>

const on = optional(Day('The legal day; today without it'))

/** Which verbs take a field, by the field's name. */
const takers = new Map<string, { verbs: VerbName[]; schemas: TSchema[] }>()
for (const verb of verbNames)
  for (const [name, schema] of Object.entries(fields[verb] as Readonly<Record<string, TSchema>>)) {
    const found = takers.get(name) ?? { verbs: [], schemas: [] }
    takers.set(name, { verbs: [...found.verbs, verb], schemas: [...found.schemas, schema] })
  }

/** Every field of every verb; which of them a verb takes, and how, is checked by the verb's own shape. */
export const CaseAct = Shape(
  {
    on,
    ...Object.fromEntries(
      [...takers].map(([name, { verbs, schemas }]) => {
        const kinds = [...new Map(schemas.map((schema) => [JSON.stringify(plain(schema)), plain(schema)])).values()]
        return [name, optional({ ...merged(kinds), description: `Of ${verbs.join(', ')}` })]
      }),
    ),
  },
  { title: 'CaseAct', description: `What a verb takes. ${verbNames.map((verb) => `${verb}: ${namesOf(verb)}`).join('; ')}` },
)

/** One shape for those of several verbs; days of which one may be null are a day that may. */
function merged(kinds: readonly TSchema[]): TSchema {
  if (kinds.length === 1) return kinds[0]!
  const areDays = kinds.every((kind) => (kind as { format?: string }).format === 'date')
  return areDays ? Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date' }) : Type.Union([...kinds])
}

/** Without the words that differ from verb to verb. */
function plain(schema: TSchema): TSchema {
  const { description: _, examples: __, ...rest } = schema as TSchema & { description?: string; examples?: unknown }
  return rest as TSchema
}

function namesOf(verb: VerbName): string {
  const schemas = Object.entries(fields[verb] as Readonly<Record<string, TSchema>>)
  return schemas.map(([name, schema]) => (Type.IsOptional(schema) ? `${name}?` : name)).join(', ') || 'nothing'
}

const checkers = new Map<VerbName, (value: unknown) => unknown>(
  verbNames.map((verb) => [verb, checker(Shape({ on, ...fields[verb] }) as TObject, false)]),
)

/** What a verb was given, held to the verb's own shape. Throws `InvalidInput` that names every field that is missing, unknown or wrong. */
export const readAct = (verb: VerbName, given: unknown): unknown => checkers.get(verb)!(given)
