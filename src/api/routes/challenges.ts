/** 行政复议、行政诉讼: registered, followed, and their papers. */
import { type Static, Type } from 'typebox'
import {
  addChallengeFile,
  type ChallengeInput,
  type ChallengeVerb,
  challengeAt,
  challengeKinds,
  challengeOutcomes,
  challengeParts,
  challengeResults,
  challengeStages,
  challengeStates,
  challengesOf,
  challengeVerbFields,
  challengeVerbNames,
  type ChallengeDetail as DetailFound,
  type ListedChallenge as Found,
  openChallenge,
  performChallenge,
  procedures,
  readChallengeFile,
} from '#casework'
import { bodyAt } from '#identity'
import type { Language } from '#report'
import { challengeLine, challengeWords } from '#words'
import { type FileBytes, route } from '../operation.ts'
import { BodyRef, byId, Day, Id, Instant, Line, Nullable, NullableDay, PersonRef, page, paging, Shape, Slug, Text } from '../schemas.ts'
import { documents, requireType } from '../uploads.ts'
import { InvalidInput } from '../validate.ts'
import { Attachment, presentAttachment } from './sign-offs.ts'
import { DueStatus, Lamp, NullableDays } from './work.ts'

const Kind = Type.Enum(challengeKinds, { title: 'ChallengeKind', description: '行政复议 or 行政诉讼' })
const Part = Type.Enum(challengeParts, {
  title: 'ChallengePart',
  description: 'As what the body stands there; a co-defendant (sued only because it reconsidered) is not counted in table 四',
})
const State = Type.Enum(challengeStates, { title: 'ChallengeState' })
const StageName = Type.Enum(challengeStages, { title: 'ChallengeStageName', description: 'Before whom' })
const Result = Type.Enum(challengeResults, { title: 'ChallengeResult' })
const Outcome = Type.Enum(challengeOutcomes, { title: 'ChallengeOutcome', description: 'What was decided' })
const ProcedureName = Type.Enum(procedures, { title: 'ChallengeProcedure', description: 'Of a reconsideration (行政复议法 Art. 48, 54)' })
const Verb = Type.Enum(challengeVerbNames, { title: 'ChallengeVerb' })
const By = Type.Enum(['applicant', 'body', 'other'] as const, { title: 'ChallengeParty', description: 'Who brought the appeal' })

const Stands = Shape({ on: Day('Since'), result: Result }, { title: 'ChallengeConclusion' })
const LinkedRequest = Shape(
  { id: Id('Request'), number: Type.String({ examples: ['2026-0007'] }), title: Type.String(), state: Type.String() },
  { title: 'LinkedRequest' },
)
const Limit = Shape(
  {
    kind: Type.Enum(['challenge-acceptance', 'challenge-answer'] as const, { title: 'ChallengeLimitKind' }),
    name: Type.String({ description: 'In the language of the request', examples: ['复议答复（简易程序）'] }),
    source: Type.String({ description: 'Article' }),
    since: Day('Runs from; that day does not count'),
    dueOn: Day('Last day'),
    dueStatus: DueStatus,
    lamp: Lamp,
    daysLeft: NullableDays('Working days left, today not counted; below 0 when overdue'),
  },
  { title: 'ChallengeLimit' },
)

const row = {
  id: Id('Challenge'),
  title: Type.String({ description: 'Kind, organ and number', examples: ['行政复议（青石县人民政府，青政复〔2026〕3号）'] }),
  body: BodyRef,
  kind: Kind,
  part: Part,
  isDirect: Type.Unsafe<boolean | null>({ type: ['boolean', 'null'], description: 'Of a suit: without a reconsideration before it' }),
  stage: StageName,
  organ: Type.String({ description: 'Before whom it is now' }),
  number: Type.String({ description: 'Its number there; may be empty' }),
  state: State,
  filedOn: Day('Filed: table 四 counts it from here'),
  stands: Nullable(Stands),
  counts: Nullable(Stands),
  limit: Nullable(Limit),
  requests: Type.Array(LinkedRequest),
  person: Nullable(PersonRef),
  updatedAt: Instant('Last change'),
}
export const Challenge = Shape(row, { title: 'Challenge' })

const Stage = Shape(
  {
    stage: StageName,
    organ: Type.String(),
    number: Type.String(),
    by: By,
    filedOn: Day('Filed'),
    acceptedOn: NullableDay('Accepted'),
    isDeemed: Type.Boolean({ description: 'Accepted because the time to say no had passed' }),
    copyOn: NullableDay('The copy reached the body'),
    procedure: ProcedureName,
    answeredOn: NullableDay('Answered'),
    lateReason: Type.String(),
    decidedOn: NullableDay('Decided'),
    outcome: Nullable(Outcome),
    decisionNumber: Type.String(),
    text: Type.String(),
  },
  { title: 'ChallengeStage' },
)
const Entry = Shape(
  {
    id: Id('Event'),
    kind: Type.String({ description: 'As `challenge.decided`' }),
    on: Day('The legal day'),
    at: Instant('Written down'),
    person: Nullable(PersonRef),
    line: Type.String({ description: 'What happened, in words; empty of a note' }),
    text: Type.String({ description: 'What was written with it; may be empty' }),
  },
  { title: 'ChallengeEntry' },
)
const OtherChallenge = Shape(
  { id: Id('Challenge'), title: Type.String(), state: State },
  { title: 'OtherChallenge', description: 'The reconsideration before a suit, or a suit after a reconsideration' },
)
export const ChallengeDetail = Shape(
  {
    ...row,
    grounds: Type.String({ description: 'What the applicant holds against it' }),
    stages: Type.Array(Stage, { description: 'Each go before an organ or court, in order; all of a suit are one challenge' }),
    timeline: Type.Array(Entry),
    files: Type.Array(Attachment),
    reconsideration: Nullable(OtherChallenge),
    suits: Type.Array(OtherChallenge),
    may: Type.Array(Verb, { description: 'What this session may do now' }),
  },
  { title: 'ChallengeDetail' },
)

const reconsiderationId = Type.Optional(
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid', description: 'Of a suit: the reconsideration before it' }),
)
const draft = Shape(
  {
    body: Slug(),
    kind: Kind,
    part: Type.Optional(Part),
    isDirect: Type.Optional(Type.Boolean({ description: 'Of a suit; not needed with `reconsiderationId`' })),
    reconsiderationId,
    requestIds: Type.Array(Id('Request'), { maxItems: 100, description: 'Cases it is about' }),
    organ: Type.Optional(Line('Reconsideration organ or court; that of the body unless told', 200)),
    number: Type.Optional(Text('Its number there', 100)),
    filedOn: Day('The organ or court received it'),
    personId: Type.Optional(Id('Who sees to it')),
    grounds: Type.Optional(Text('What the applicant holds against it', 4000)),
  },
  { title: 'ChallengeDraft' },
)

/** One shape for every verb; which fields a verb takes is in its description, and another is refused. */
const act = Shape(
  {
    on: Type.Optional(Day('The legal day; today without one')),
    number: Type.Optional(Text('Number of the notice, decision or judgment', 100)),
    organ: Type.Optional(Line('Organ or court', 200)),
    text: Type.Optional(Text('In words', 4000)),
    procedure: Type.Optional(ProcedureName),
    lateReason: Type.Optional(Text('Needed where the answer is late', 500)),
    outcome: Type.Optional(Outcome),
    reopen: Type.Optional(
      Type.Array(
        Shape(
          {
            requestId: Id('Request, one of those it is about'),
            dueOn: NullableDay('Day set for the new answer; null where the term of the law runs'),
          },
          { title: 'ChallengeReopening' },
        ),
        { maxItems: 100, description: 'With a result that corrects: cases to handle anew, in the same step' },
      ),
    ),
    stage: Type.Optional(Type.Enum(['second', 'retrial'] as const, { description: 'What is appealed to' })),
    by: Type.Optional(By),
    reason: Type.Optional(Line('Why', 500)),
    filedOn: Type.Optional(Day('Filed')),
    isDirect: Type.Optional(Type.Boolean()),
    part: Type.Optional(Part),
    reconsiderationId,
    requestIds: Type.Optional(Type.Array(Id('Request'), { maxItems: 100, description: 'All cases it is about, in place of those before' })),
    personId: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid', description: 'Who sees to it' })),
  },
  { title: 'ChallengeAct' },
)

const takes = challengeVerbNames.map((verb) => `${verb}: ${challengeVerbFields[verb].join(', ')}`).join('; ')
const fileParams = Shape({ id: Id('Challenge'), fileId: Id('File') })

export const challengeRoutes = [
  route(
    {
      id: 'listChallenges',
      method: 'GET',
      path: '/challenges',
      tag: 'challenges',
      summary: 'Reconsiderations and suits of the bodies the session may see, the latest filed first',
      access: 'signed-in',
      needs: 'challenge.see',
      query: Shape({
        body: Type.Optional(Slug()),
        kind: Type.Optional(Kind),
        open: Type.Optional(Type.Boolean({ description: 'Only those that are open, or only those that are not' })),
        request: Type.Optional(Id('Those about a case')),
        year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100, description: 'Those that table 四 of the year may count' })),
        ...paging,
      }),
      answers: { 200: page(Challenge, 'ChallengePage') },
    },
    async ({ ctx, actor, query, language }) => {
      const { items, next } = await challengesOf(ctx, actor, query)
      return { items: items.map((found) => present(found, language)), next }
    },
  ),
  route(
    {
      id: 'openChallenge',
      method: 'POST',
      path: '/challenges',
      tag: 'challenges',
      summary: 'Register a reconsideration or a suit',
      access: 'signed-in',
      needs: 'challenge.keep',
      body: draft,
      answers: { 201: ChallengeDetail },
      refusals: ['challenge-link'],
    },
    async ({ ctx, actor, body, language }) => {
      const { body: slug, ...input } = body
      return presentDetail(await openChallenge(ctx, actor, { ...input, bodyId: (await bodyAt(ctx, slug)).id }), language)
    },
  ),
  route(
    {
      id: 'readChallenge',
      method: 'GET',
      path: '/challenges/:id',
      tag: 'challenges',
      summary: 'A reconsideration or suit with its instances, timeline, papers and what may be done',
      access: 'signed-in',
      needs: 'challenge.see',
      params: byId,
      answers: { 200: ChallengeDetail },
    },
    async ({ ctx, actor, params, language }) => presentDetail(await challengeAt(ctx, actor, params.id), language),
  ),
  route(
    {
      id: 'performChallenge',
      method: 'POST',
      path: '/challenges/:id/acts/:verb',
      tag: 'challenges',
      summary: 'Record what happened in a reconsideration or suit',
      description: `Fields by verb: ${takes}. Another field is refused.`,
      access: 'signed-in',
      needs: 'challenge.keep',
      params: Shape({ id: Id('Challenge'), verb: Verb }),
      body: act,
      answers: { 200: ChallengeDetail },
      refusals: [
        'challenge-state',
        'challenge-kind',
        'challenge-guard',
        'challenge-outcome',
        'challenge-link',
        'event-day',
        'late-reason-missing',
        'reopen-uncorrected',
        'case-state',
        'case-hand',
      ],
    },
    async ({ ctx, actor, params, body, language }) =>
      presentDetail(await performChallenge(ctx, actor, params.id, params.verb, inputOf(params.verb, body)), language),
  ),
  route(
    {
      id: 'addChallengeFile',
      method: 'POST',
      path: '/challenges/:id/files',
      tag: 'challenges',
      summary: 'Hang a paper on a reconsideration or suit',
      description: 'The type is told by the bytes; PDF, PNG, JPEG, Word and Excel are taken.',
      access: 'signed-in',
      needs: 'challenge.keep',
      params: byId,
      form: Shape({}, { title: 'ChallengeFileDraft' }),
      answers: { 201: Attachment },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, params, file, language }) => {
      requireType(file, documents, language)
      return presentAttachment(await addChallengeFile(ctx, actor, params.id, file))
    },
  ),
  route(
    {
      id: 'readChallengeFile',
      method: 'GET',
      path: '/challenges/:id/files/:fileId',
      tag: 'challenges',
      summary: 'The bytes of a paper',
      access: 'signed-in',
      needs: 'challenge.see',
      params: fileParams,
      answers: { 200: { file: ['application/octet-stream'], description: 'The bytes, under the type they have' } },
    },
    async ({ ctx, actor, params }): Promise<FileBytes> => {
      const { name, type, bytes } = await readChallengeFile(ctx, actor, params.id, params.fileId)
      return { name, type, bytes }
    },
  ),
]

/** A field of another verb is told, as a misspelt one is. */
function inputOf(verb: ChallengeVerb, body: ChallengeInput): ChallengeInput {
  const strange = Object.keys(body).filter((field) => !(challengeVerbFields[verb] as readonly string[]).includes(field))
  if (strange.length > 0) throw new InvalidInput(strange.map((field) => ({ path: [field], what: 'unknown', values: {} })))
  return body
}

const titleOf = (language: Language, { kind, organ, number }: { kind: string; organ: string; number: string }): string =>
  challengeWords[language].title(kind, organ, number)

const present = (found: Found, language: Language): Static<typeof Challenge> => ({
  id: found.id,
  title: titleOf(language, found),
  body: { id: found.bodyId, slug: found.bodySlug, name: found.bodyName },
  kind: found.kind,
  part: found.part,
  isDirect: found.isDirect,
  stage: found.stage,
  organ: found.organ,
  number: found.number,
  state: found.state,
  filedOn: found.filedOn,
  stands: found.stands,
  counts: found.concludedOn === null || found.result === null ? null : { on: found.concludedOn, result: found.result },
  limit: found.limit && {
    kind: found.limit.kind,
    name: found.limit.term[language].name,
    source: found.limit.term.source,
    since: found.limit.since,
    dueOn: found.limit.dueOn,
    dueStatus: found.limit.dueStatus,
    lamp: found.limit.lamp,
    daysLeft: found.limit.daysLeft,
  },
  requests: found.requests.map(({ id, number, title, state }) => ({ id, number, title, state })),
  person: found.personId === null ? null : { id: found.personId, name: found.personName ?? '' },
  updatedAt: found.updatedAt.toISOString(),
})

const presentDetail = (found: DetailFound, language: Language): Static<typeof ChallengeDetail> => ({
  ...present(found, language),
  grounds: found.folded.grounds,
  stages: [...found.folded.stages],
  timeline: found.timeline.map(({ id, kind, on, at, personId, personName, data }) => ({
    id,
    kind,
    on,
    at: at.toISOString(),
    person: personId === null ? null : { id: personId, name: personName ?? '' },
    line: challengeLine(language, kind, data as Readonly<Record<string, unknown>>),
    text: 'text' in data ? data.text : '',
  })),
  files: found.files.map(presentAttachment),
  reconsideration: found.reconsideration && {
    id: found.reconsideration.id,
    title: titleOf(language, found.reconsideration),
    state: found.reconsideration.state,
  },
  suits: found.suits.map((suit) => ({ id: suit.id, title: titleOf(language, { kind: 'litigation', ...suit }), state: suit.state })),
  may: [...found.may],
})
