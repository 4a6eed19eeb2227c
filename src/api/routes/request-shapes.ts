/** Cases as the API shows them. */
import { type Static, Type } from 'typebox'
import { channels } from '#calendar'
import {
  applicantKinds,
  carriers,
  caseStates,
  caseTypes,
  type CaseDetail as DetailFound,
  deliveries,
  type CaseRow as Found,
  identityTypes,
  outcomeRows,
  verbNames,
} from '#casework'
import { BodyRef, Day, Id, Instant, Nullable, NullableDay, NullableText, PersonRef, Shape, Text } from '../schemas.ts'
import { DeadlineResult } from './deadlines.ts'
import { PathStep, ReceiptFacts } from './request-acts.ts'
import { DueStatus, Lamp, NullableDays, RulerCell } from './work.ts'

export const CaseState = Type.Enum(caseStates, { title: 'CaseState' })
export const CaseType = Type.Enum(caseTypes, { title: 'CaseType', description: 'A correction of a record (Art. 41) is never counted' })
export const ApplicantKind = Type.Enum(applicantKinds, { title: 'ApplicantKind', description: 'Column of table 三' })
export const Channel = Type.Enum(channels, { title: 'Channel', description: 'How it arrived' })
export const Carrier = Type.Enum(carriers, { title: 'Carrier', description: 'Form wanted' })
export const Delivery = Type.Enum(deliveries, { title: 'Delivery', description: 'Way of delivery wanted' })
export const IdentityType = Type.Enum(identityTypes, { title: 'IdentityType' })
export const OutcomeRow = Type.Enum(outcomeRows, { title: 'OutcomeRow', description: 'Row of table 三' })
export const CaseVerb = Type.Enum(verbNames, { title: 'CaseVerb' })
const LimitKind = Type.Enum(
  ['confirm', 'correction-notice', 'correction', 'reasons', 'consultation', 'payment', 'inquiry', 'internal'] as const,
  { title: 'LimitKind' },
)

const SectionRef = Shape({ id: Id('Section'), name: Type.String() }, { title: 'SectionRef' })

const line = {
  id: Id('Case'),
  body: BodyRef,
  type: CaseType,
  number: Type.String({ examples: ['2026-0007'] }),
  title: Type.String(),
  applicant: Type.String({ description: 'Name; of a natural person masked; empty to a liaison officer', examples: ['陈**'] }),
  kind: ApplicantKind,
  state: CaseState,
  channel: Channel,
  submittedOn: Day('Came in'),
  receivedOn: NullableDay('Received as Art. 31 has it; null while nobody has confirmed it'),
  unconfirmedBy: NullableDay('The working day by whose end it should be confirmed; null once it is'),
  dueOn: NullableDay('Last day to answer; null while it waits, and once it is concluded'),
  dueStatus: Nullable(DueStatus),
  daysLeft: NullableDays('Working days left, today not counted; below 0 when overdue; while unconfirmed, to confirm it'),
  lamp: Lamp,
  ruler: Type.Array(RulerCell, { description: 'Empty where no clock runs' }),
  person: Nullable(PersonRef),
  outcome: NullableText('Leaf of the decision tree, once decided'),
  row: NullableText('Row of table 三, once concluded'),
  concludedOn: NullableDay('Concluded'),
  late: Type.Boolean({ description: 'Answered after the last day' }),
  reopened: Type.Integer({ description: 'How often it was reopened' }),
  letter: Nullable(
    Shape(
      { kind: Type.String(), state: Type.Enum(['draft', 'reviewing', 'approved'] as const) },
      { title: 'LetterUnderWay', description: 'The newest paper that is drafted and not sent' },
    ),
  ),
}
export const CaseRow = Shape(line, { title: 'CaseRow' })

const Consultation = Shape(
  {
    id: Id('Consultation'),
    party: Type.Enum(['third-party', 'co-maker'] as const, {
      title: 'ConsultedParty',
      description: 'Silent: a third party leaves it to the body (Art. 32), a co-making organ consents (Art. 34)',
    }),
    name: Type.String(),
    sentOn: Day('Sent'),
    receivedOn: NullableDay('Reached them'),
    answeredOn: NullableDay('Answered, or taken as silent'),
    opinion: Nullable(Type.Enum(['agrees', 'refuses', 'partly', 'silent'] as const, { title: 'Opinion' })),
    text: Type.String(),
  },
  { title: 'Consultation' },
)
const Inquiry = Shape(
  {
    id: Id('Inquiry'),
    sectionId: NullableText('Section asked; null of another organ'),
    name: Type.String(),
    question: Type.String(),
    askedOn: Day('Asked'),
    dueOn: Day('By when'),
    chased: Type.Array(Day('Chased')),
    answeredOn: NullableDay('Answered'),
    text: Type.String(),
  },
  { title: 'Inquiry', description: '协办' },
)
const Referral = Shape(
  {
    id: Id('Referral'),
    to: Type.Enum(['competent', 'secrecy', 'legal'] as const, { title: 'ReferralTo' }),
    question: Type.String(),
    askedOn: Day('Asked'),
    answeredOn: NullableDay('Answered'),
    text: Type.String(),
  },
  { title: 'Referral', description: '请示 (Art. 17), or the legal review' },
)
const Search = Shape(
  { on: Day('Searched'), where: Type.String(), terms: Type.String(), found: Type.Integer(), text: Type.String() },
  { title: 'SearchLog', description: '检索记录' },
)
const Decision = Shape(
  {
    path: Type.Array(PathStep),
    outcome: Type.String(),
    row: NullableText('Row of table 三; null of what it does not count'),
    decidedOn: Day('Decided'),
  },
  { title: 'CaseDecision' },
)
const Conclusion = Shape(
  {
    on: Day('Concluded'),
    how: Type.Enum(['answered', 'withdrawn', 'not-corrected', 'unpaid'] as const, { title: 'HowConcluded' }),
    row: NullableText('Row of table 三'),
    letterId: NullableText('The letter; null where the paper was made elsewhere'),
  },
  { title: 'CaseConclusion' },
)
const Round = Shape(
  {
    startedOn: Day('Received, or reopened'),
    fixedDue: NullableDay('Last day fixed by whoever set the decision aside'),
    decision: Nullable(Decision),
    conclusion: Nullable(Conclusion),
  },
  { title: 'CaseRound', description: 'One go through the clock' },
)

/** What happened so far, gathered: what the scene of a case draws beside the timeline. */
const Folded = Shape(
  {
    oral: Type.Boolean({ description: 'Written down for the applicant' }),
    internalDue: NullableDay('The body’s own last day'),
    rounds: Type.Array(Round),
    correction: Nullable(
      Shape(
        {
          askedOn: Day('Asked'),
          by: NullableText('By when'),
          receivedOn: NullableDay('Corrected'),
          what: Type.String(),
          text: Type.String({ description: 'What the applicant wrote; empty until then' }),
        },
        { title: 'CorrectionAsked' },
      ),
    ),
    consultations: Type.Array(Consultation),
    inquiries: Type.Array(Inquiry),
    referrals: Type.Array(Referral),
    searches: Type.Array(Search),
    reasons: Nullable(
      Shape(
        {
          askedOn: Day('Asked'),
          by: NullableText('By when'),
          givenOn: NullableDay('Given'),
          reasonable: Type.Unsafe<boolean | null>({ type: ['boolean', 'null'] }),
        },
        { title: 'ReasonsAsked' },
      ),
    ),
    extension: Nullable(Shape({ days: Type.Integer(), approver: Type.String(), toldOn: Day('Told') }, { title: 'Extension' })),
    fee: Nullable(
      Shape(
        {
          noticedOn: Day('Notice received'),
          amount: Type.Integer({ description: '分' }),
          paidOn: NullableDay('Paid'),
          lapsedOn: NullableDay('Lapsed'),
        },
        { title: 'CaseFee' },
      ),
    ),
    served: Nullable(Shape({ on: Day('Served'), method: Type.String() }, { title: 'Served' })),
    rating: Nullable(Shape({ score: Type.Integer(), text: Type.String() }, { title: 'Rating' })),
  },
  { title: 'FoldedCase' },
)

const applicantFields = {
  kind: ApplicantKind,
  name: Type.String(),
  identityType: IdentityType,
  identityNumber: Type.String(),
  contactName: Type.String(),
  phone: Type.String(),
  email: Type.String(),
  address: Type.String(),
  postcode: Type.String(),
  together: Type.Array(Shape({ name: Type.String(), kind: ApplicantKind }), { description: 'Others who signed the form' }),
  agent: Nullable(Shape({ name: Type.String(), identityNumber: Type.String(), phone: Type.String() }, { title: 'Agent' })),
}
export const Applicant = Shape(applicantFields, { title: 'Applicant' })

export const CaseFile = Shape(
  {
    id: Id('File'),
    on: Type.Enum(['form', 'case'] as const, {
      title: 'CaseFileOn',
      description: 'form: proof of identity and the like; looking at it is recorded',
    }),
    name: Type.String(),
    type: Type.String({ description: 'Media type' }),
    size: Type.Integer({ description: 'Bytes' }),
    hash: Type.String({ description: 'SHA-256' }),
    addedAt: Instant('Added'),
  },
  { title: 'CaseFile' },
)

export const CaseDetail = Shape(
  {
    ...line,
    wanted: Type.String(),
    section: Nullable(SectionRef),
    folded: Folded,
    form: Nullable(
      Shape(
        {
          id: Id('Form'),
          origin: Type.Enum(['portal', 'desk', 'import'] as const, { title: 'FormOrigin' }),
          facts: ReceiptFacts,
          carrier: Carrier,
          delivery: Delivery,
          needsHelp: Text('Help asked for (Art. 43)'),
          applicant: Applicant,
          others: Type.Array(Shape({ id: Id('Case'), number: Type.String(), title: Type.String() }), {
            description: 'Other cases of the same letter',
          }),
        },
        { title: 'IntakeForm', description: 'The applicant in it is masked' },
      ),
    ),
    clock: Nullable(DeadlineResult),
    limits: Type.Array(
      Shape(
        {
          id: Id('Limit'),
          kind: LimitKind,
          ref: Type.String({ description: 'Id of the consultation or the inquiry; else empty' }),
          since: Day('Runs from; that day does not count'),
          days: NullableDays('Length; null where it was fixed as a day'),
          dueOn: Day('Last day'),
          dueStatus: DueStatus,
          daysLeft: NullableDays('Working days left'),
          lamp: Lamp,
        },
        { title: 'CaseLimit' },
      ),
    ),
    timeline: Type.Array(
      Shape(
        {
          id: Id('Event'),
          kind: Type.String({ examples: ['correction.asked'] }),
          on: Day('The legal day'),
          at: Instant('Written down'),
          person: Nullable(PersonRef),
          data: Type.Record(Type.String(), Type.Unknown(), { description: 'As the kind has it' }),
        },
        { title: 'CaseEvent' },
      ),
    ),
    letters: Type.Array(
      Shape(
        {
          id: Id('Letter'),
          kind: Type.String(),
          state: Type.String(),
          number: NullableText('Number, once approved'),
          recipient: Type.String(),
          recipientKind: Type.String(),
          draftedAt: Instant('Drafted'),
          sentOn: NullableDay('Sent'),
          method: NullableText('How it went out'),
          servedOn: NullableDay('Served'),
        },
        { title: 'CaseLetter' },
      ),
    ),
    files: Type.Array(CaseFile),
    links: Type.Array(
      Shape(
        {
          id: Id('Case'),
          number: Type.String(),
          title: Type.String(),
          state: CaseState,
          how: Type.Enum(['repeat', 'duplicate', 'related', 'split'] as const, { title: 'LinkKind' }),
        },
        { title: 'LinkedCase' },
      ),
    ),
    may: Type.Array(CaseVerb, { description: 'What the session may do now' }),
    mayNot: Type.Array(
      Shape(
        {
          verb: CaseVerb,
          code: Type.Enum(['case-state', 'case-hand', 'case-guard'] as const, { title: 'CaseRefusal' }),
          guard: NullableText('What must be so first'),
        },
        { title: 'MayNot' },
      ),
      { description: 'And why not the rest' },
    ),
  },
  { title: 'CaseDetail' },
)

export const presentRow = (found: Found): Static<typeof CaseRow> => ({
  id: found.id,
  body: { ...found.body },
  type: found.type,
  number: found.number,
  title: found.title,
  applicant: found.applicant,
  kind: found.kind,
  state: found.state,
  channel: found.channel,
  submittedOn: found.submittedOn,
  receivedOn: found.receivedOn,
  unconfirmedBy: found.unconfirmedBy,
  dueOn: found.dueOn,
  dueStatus: found.dueStatus,
  daysLeft: found.daysLeft,
  lamp: found.lamp,
  ruler: [...found.ruler],
  person: found.person,
  outcome: found.outcome,
  row: found.row,
  concludedOn: found.concludedOn,
  late: found.late,
  reopened: found.reopened,
  letter: found.letter,
})

export function presentDetail(found: DetailFound): Static<typeof CaseDetail> {
  const { folded, form } = found
  return {
    ...presentRow(found),
    wanted: found.wanted,
    section: found.section,
    folded: {
      oral: folded.oral,
      internalDue: folded.internalDue,
      rounds: folded.rounds.map(({ startedOn, fixedDue, decision, conclusion }) => ({
        startedOn,
        fixedDue,
        decision: decision && { ...decision, path: [...decision.path] },
        conclusion,
      })),
      correction: folded.correction,
      consultations: [...folded.consultations],
      inquiries: folded.inquiries.map((one) => ({ ...one, chased: [...one.chased] })),
      referrals: [...folded.referrals],
      searches: [...folded.searches],
      reasons: folded.reasons,
      extension: folded.extension,
      fee: folded.fee,
      served: folded.served,
      rating: folded.rating,
    },
    form: form && {
      ...form,
      applicant: { ...form.applicant, together: [...form.applicant.together] },
      others: [...form.others],
    },
    clock: found.clock && { ...found.clock, steps: [...found.clock.steps] },
    limits: found.limits.map((limit) => ({ ...limit, kind: limit.kind as Static<typeof LimitKind> })),
    timeline: found.timeline.map(({ event: { id, kind, on, at, data }, person }) => ({
      id,
      kind,
      on,
      at: at.toISOString(),
      person,
      data: { ...data },
    })),
    letters: found.letters.map((letter) => ({ ...letter, draftedAt: letter.draftedAt.toISOString() })),
    files: found.files.map(presentFile),
    links: [...found.links],
    may: [...found.may],
    mayNot: [...found.mayNot],
  }
}

export const presentFile = ({ id, on, name, type, size, hash, addedAt }: DetailFound['files'][number]): Static<typeof CaseFile> => ({
  id,
  on,
  name,
  type,
  size,
  hash,
  addedAt: addedAt.toISOString(),
})
