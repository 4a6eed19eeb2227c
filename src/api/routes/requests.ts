/** 依申请公开: registered, listed, acted on, looked at. */
import { Type } from 'typebox'
import {
  type ActInput,
  addCaseFile,
  archiveCase,
  caseAt,
  casesOf,
  countsOf,
  firstQuestion,
  outcomes,
  perform,
  questions,
  readCaseFile,
  registerForm,
  similarTo,
  similarToCase,
  splitCase,
  unmaskCase,
  type VerbName,
} from '#casework'
import { bodyAt } from '#identity'
import { type FileBytes, route } from '../operation.ts'
import { byId, Id, Line, list, Nullable, NullableDay, NullableText, page, paging, Shape, Slug, Text } from '../schemas.ts'
import { documents, requireType } from '../uploads.ts'
import { CaseAct, ReceiptFacts, readAct } from './request-acts.ts'
import {
  Applicant,
  ApplicantKind,
  Carrier,
  CaseDetail,
  CaseFile,
  CaseRow,
  CaseState,
  CaseType,
  CaseVerb,
  Channel,
  Delivery,
  IdentityType,
  OutcomeRow,
  presentDetail,
  presentFile,
  presentRow,
} from './request-shapes.ts'
import { Lamp } from './work.ts'

const RequestPart = Shape({ title: Line('Title', 300), wanted: Line('What is asked for', 4000) }, { title: 'RequestPart' })

const NewApplicant = Shape(
  {
    kind: ApplicantKind,
    name: Line('Name', 100),
    identityType: Type.Optional(IdentityType),
    identityNumber: Type.Optional(Text('Number on the proof of identity', 40)),
    contactName: Type.Optional(Text('Of an organisation: who speaks for it', 60)),
    phone: Type.Optional(Text('Telephone', 60)),
    email: Type.Optional(Text('E-mail', 254)),
    address: Type.Optional(Text('Address', 200)),
    postcode: Type.Optional(Text('Postcode', 20)),
    together: Type.Optional(Type.Array(Shape({ name: Line('Name', 100), kind: ApplicantKind }), { maxItems: 200 })),
    agent: Type.Optional(
      Nullable(
        Shape({ name: Line('Name', 60), identityNumber: Text('Number on the proof of identity', 40), phone: Text('Telephone', 60) }),
      ),
    ),
  },
  { title: 'NewApplicant', description: 'What Art. 29 asks for and no more' },
)

const Registered = Shape(
  {
    formId: Id('Form'),
    cases: Type.Array(
      Shape({
        id: Id('Case'),
        number: Type.String({ examples: ['2026-0007'] }),
        code: Type.String({ description: 'Query code; shown once, only its digest is kept', examples: ['K7MWQ2XA'] }),
      }),
    ),
  },
  { title: 'RegisteredForm' },
)

const SimilarCase = Shape(
  {
    id: Id('Case'),
    number: Type.String(),
    title: Type.String(),
    wanted: Type.String(),
    applicant: Type.String({ description: 'Masked' }),
    state: CaseState,
    receivedOn: NullableDay('Received'),
    row: NullableText('Row of table 三'),
    sameApplicant: Type.Boolean({ description: 'A repeat; else perhaps a duplicate' }),
    likeness: Type.Number({ description: '0 to 1' }),
  },
  { title: 'SimilarCase' },
)
const Similar = list(SimilarCase, 'SimilarCases')

const Next = Shape({ question: Type.Optional(Type.String()), outcome: Type.Optional(Type.String()) }, { title: 'OutcomeNext' })
const OutcomeTree = Shape(
  {
    first: Shape(
      { request: Type.String(), 'record-correction': Type.String() },
      { description: 'The question each type of case begins with' },
    ),
    questions: Type.Array(
      Shape(
        { id: Type.String(), source: Type.String(), answers: Type.Array(Shape({ id: Type.String(), next: Next })) },
        { title: 'Question' },
      ),
    ),
    outcomes: Type.Array(
      Shape(
        {
          id: Type.String(),
          row: NullableText('Row of table 三; null where a setting says'),
          letter: Type.String({ description: 'Kind of letter' }),
          cites: Type.Array(Type.String()),
          remedy: Type.Enum(['reconsider-first', 'either', 'none'] as const, { title: 'Remedy' }),
          needs: Type.Array(Type.String(), { description: 'What the case must have first' }),
          withholds: Type.Boolean(),
        },
        { title: 'Outcome' },
      ),
    ),
  },
  { title: 'OutcomeTree' },
)

const fileParams = Shape({ id: Id('Case'), fileId: Id('File') })

export const requestRoutes = [
  route(
    {
      id: 'listRequests',
      method: 'GET',
      path: '/requests',
      tag: 'requests',
      summary: 'Cases of the bodies the session may see: open ones by their last day, or all by the day of receipt',
      access: 'signed-in',
      needs: 'request.see',
      query: Shape({
        body: Type.Optional(Slug()),
        state: Type.Optional(CaseState),
        lamp: Type.Optional(Lamp),
        kind: Type.Optional(ApplicantKind),
        row: Type.Optional(OutcomeRow),
        year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100, description: 'Of receipt' })),
        person: Type.Optional(Id('Who handles it')),
        q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the title, the number or the applicant’s name' })),
        unconfirmed: Type.Optional(Type.Boolean({ description: 'Only those nobody has confirmed' })),
        order: Type.Optional(
          Type.Enum(['due', 'received'] as const, { description: 'due: open ones, the nearest first; received: the latest first' }),
        ),
        ...paging,
      }),
      answers: { 200: page(CaseRow, 'CasePage') },
    },
    async ({ ctx, actor, query }) => {
      const { state, ...rest } = query
      const { items, next } = await casesOf(ctx, actor, { ...rest, ...(state !== undefined && { state: [state] }) })
      return { items: items.map(presentRow), next }
    },
  ),
  route(
    {
      id: 'countRequests',
      method: 'GET',
      path: '/requests/counts',
      tag: 'requests',
      summary: 'How many cases are open, by what presses',
      access: 'signed-in',
      needs: 'request.see',
      query: Shape({ body: Type.Optional(Slug()) }),
      answers: {
        200: Shape(
          {
            open: Type.Integer(),
            overdue: Type.Integer(),
            today: Type.Integer(),
            soon: Type.Integer({ description: 'Three working days or fewer' }),
            submitted: Type.Integer({ description: 'To be confirmed' }),
            unconfirmed: Type.Integer({ description: 'Of them, past their day' }),
            correcting: Type.Integer(),
            explaining: Type.Integer(),
            paying: Type.Integer(),
          },
          { title: 'CaseCounts' },
        ),
      },
    },
    ({ ctx, actor, query }) => countsOf(ctx, actor, query),
  ),
  route(
    {
      id: 'registerRequests',
      method: 'POST',
      path: '/requests',
      tag: 'requests',
      summary: 'Register what came in by letter, visit, fax, e-mail or word of mouth; one form may hold several requests',
      access: 'signed-in',
      needs: 'request.register',
      body: Shape(
        {
          body: Slug(),
          channel: Channel,
          oral: Type.Optional(Type.Boolean({ default: false, description: 'Spoken, and written down for the applicant (Art. 29)' })),
          facts: ReceiptFacts,
          applicant: NewApplicant,
          carrier: Carrier,
          delivery: Delivery,
          needsHelp: Type.Optional(Text('Help asked for in reading, seeing or hearing (Art. 43)', 500)),
          requests: Type.Array(Shape({ ...RequestPart.properties, type: Type.Optional(CaseType) }, { title: 'NewRequest' }), {
            minItems: 1,
            maxItems: 50,
          }),
        },
        { title: 'NewRequestForm' },
      ),
      answers: { 201: Registered },
    },
    async ({ ctx, actor, body }) => {
      const { body: slug, ...form } = body
      const { formId, cases } = await registerForm(ctx, actor, { ...form, bodyId: (await bodyAt(ctx, slug)).id })
      return { formId, cases: [...cases] }
    },
  ),
  route(
    {
      id: 'findSimilarRequests',
      method: 'POST',
      path: '/requests/similar',
      tag: 'requests',
      summary: 'Earlier cases of the same applicant, or of nearly the same words',
      access: 'signed-in',
      needs: 'request.see',
      limit: 'search',
      body: Shape(
        { body: Slug(), title: Line('Title', 300), applicant: Type.Optional(NewApplicant), except: Type.Optional(Id('The case itself')) },
        { title: 'SimilarQuestion' },
      ),
      answers: { 200: Similar },
    },
    async ({ ctx, actor, body }) => {
      const { applicant, ...rest } = body
      const known = applicant && {
        identityType: applicant.identityType ?? (applicant.kind === 'naturalPerson' ? ('identity-card' as const) : ('uscc' as const)),
        identityNumber: applicant.identityNumber ?? '',
        name: applicant.name,
        phone: applicant.phone ?? '',
        email: applicant.email ?? '',
        address: applicant.address ?? '',
      }
      return { items: await similarTo(ctx, actor, { ...rest, ...(known && { applicant: known }) }) }
    },
  ),
  route(
    {
      id: 'readRequest',
      method: 'GET',
      path: '/requests/:id',
      tag: 'requests',
      summary: 'A case whole: clock, limits, timeline, papers, and what may be done now',
      access: 'signed-in',
      needs: ['request.see', 'request.work'],
      params: byId,
      answers: { 200: CaseDetail },
    },
    async ({ ctx, actor, params }) => presentDetail(await caseAt(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'actOnRequest',
      method: 'POST',
      path: '/requests/:id/acts/:verb',
      tag: 'requests',
      summary: 'Do something to a case; the case as it is after it',
      description: 'docs/casework.md shows which verb is whose, and in which state.',
      access: 'signed-in',
      needs: 'request.work',
      params: Shape({ id: Id('Case'), verb: CaseVerb }),
      body: CaseAct,
      answers: { 200: CaseDetail },
      refusals: [
        'case-state',
        'case-hand',
        'case-guard',
        'event-day',
        'wrong-deadline',
        'outcome-path',
        'outcome-needs',
        'late-reason-missing',
        'too-early',
        'fees-off',
        'fee-nothing',
        'term-over',
        'answer-under-way',
        'consultation-unreceived',
        'own-question',
      ],
    },
    async ({ ctx, actor, params, body }) => {
      const verb: VerbName = params.verb
      // The file is made, and its hash is its own.
      if (verb === 'archive') {
        await archiveCase(ctx, actor, params.id)
        return presentDetail(await caseAt(ctx, actor, params.id))
      }
      await perform(ctx, actor, params.id, verb, readAct(verb, body) as ActInput<typeof verb>)
      return presentDetail(await caseAt(ctx, actor, params.id))
    },
  ),
  route(
    {
      id: 'findSimilarToRequest',
      method: 'GET',
      path: '/requests/:id/similar',
      tag: 'requests',
      summary: 'Earlier cases that are like this one',
      access: 'signed-in',
      needs: 'request.see',
      params: byId,
      answers: { 200: Similar },
    },
    async ({ ctx, actor, params }) => ({ items: await similarToCase(ctx, actor, params.id) }),
  ),
  route(
    {
      id: 'splitRequest',
      method: 'POST',
      path: '/requests/:id/split',
      tag: 'requests',
      summary: 'Part a case that holds several requests: it keeps the first part, each other becomes a case received the same day',
      access: 'signed-in',
      needs: 'request.register',
      params: byId,
      body: Shape({ parts: Type.Array(RequestPart, { minItems: 2, maxItems: 50 }) }, { title: 'RequestSplit' }),
      answers: { 201: Registered },
      refusals: ['case-state', 'split-too-late'],
    },
    async ({ ctx, actor, params, body }) => {
      const { formId, cases } = await splitCase(ctx, actor, params.id, body.parts)
      return { formId, cases: [...cases] }
    },
  ),
  route(
    {
      id: 'unmaskRequest',
      method: 'GET',
      path: '/requests/:id/applicant',
      tag: 'requests',
      summary: 'The applicant with every number; the look is recorded',
      access: 'signed-in',
      needs: 'request.unmask',
      params: byId,
      answers: { 200: Applicant },
    },
    async ({ ctx, actor, params }) => {
      const found = await unmaskCase(ctx, actor, params.id)
      return { ...found, together: [...found.together] }
    },
  ),
  route(
    {
      id: 'addRequestFile',
      method: 'POST',
      path: '/requests/:id/files',
      tag: 'requests',
      summary: 'Hang a file on a case, or on the form it came by',
      access: 'signed-in',
      needs: 'request.work',
      params: byId,
      form: Shape({
        on: Type.Enum(['form', 'case'] as const, { description: 'form: proof of identity, power of attorney, the envelope' }),
      }),
      answers: { 201: CaseFile },
    },
    async ({ ctx, actor, params, body, file, language }) => {
      requireType(file, documents, language)
      return presentFile(await addCaseFile(ctx, actor, params.id, { on: body.on, name: file.name, type: file.type, bytes: file.bytes }))
    },
  ),
  route(
    {
      id: 'readRequestFile',
      method: 'GET',
      path: '/requests/:id/files/:fileId',
      tag: 'requests',
      summary: 'A file of a case; one that hangs on the form is looked at as the applicant is, and recorded',
      access: 'signed-in',
      needs: 'request.see',
      params: fileParams,
      answers: { 200: { file: Object.keys(documents), description: 'The file' } },
    },
    async ({ ctx, actor, params }): Promise<FileBytes> => {
      const { name, type, bytes } = await readCaseFile(ctx, actor, params.id, params.fileId)
      return { name, type, bytes }
    },
  ),
  route(
    {
      id: 'readOutcomeTree',
      method: 'GET',
      path: '/outcome-tree',
      tag: 'requests',
      summary: 'The questions that lead to an outcome, in the law’s order, and the outcomes',
      access: 'signed-in',
      needs: 'request.see',
      answers: { 200: OutcomeTree },
    },
    async () => ({
      first: firstQuestion,
      questions: questions.map(({ id, source, answers }) => ({
        id,
        source,
        answers: answers.map(({ id: answer, next }) => ({ id: answer, next })),
      })),
      outcomes: Object.values(outcomes).map((outcome) => ({ ...outcome, cites: [...outcome.cites], needs: [...outcome.needs] })),
    }),
  ),
]
