/** Letters of a case (文书): drafted, reviewed, numbered, sent, served; the bodies' own templates; the archive of a case. */
import { type Static, Type } from 'typebox'
import {
  type ArchiveFile,
  addProof,
  archiveCase,
  archiveOf,
  cancelLetter,
  changeTemplate,
  draftLetter,
  editLetter,
  type LetterDetail as Found,
  feeAmount,
  feeWorking,
  fieldsOf,
  letterAt,
  letterFile,
  letterKindIds,
  letterKinds,
  letterPartFile,
  letterParts,
  letterStates,
  lettersOf,
  letterUndelivered,
  methods,
  restoreTemplate,
  sendForReview,
  sendLetter,
  serveLetter,
  type TemplateDetail as TemplateFound,
  templateAt,
} from '#casework'
import { mediaTypes } from '#render'
import { type FileBytes, route } from '../operation.ts'
import { instant } from '../present.ts'
import {
  BodyRef,
  byId,
  Day,
  Id,
  Instant,
  Line,
  list,
  Nullable,
  NullableDay,
  NullableInstant,
  NullableText,
  PersonRef,
  Shape,
  Slug,
  Text,
} from '../schemas.ts'
import { documents, requireType } from '../uploads.ts'

const LetterKindName = Type.Enum(letterKindIds, { title: 'LetterKindName', description: 'Kind of letter (文书)' })
const LetterStateName = Type.Enum(letterStates, { title: 'LetterState' })
const LetterPartName = Type.Enum(letterParts, { title: 'LetterPart', description: 'Part that the law asks for' })
const LetterMethod = Type.Enum(methods, { title: 'LetterMethod', description: 'How it leaves: post is the postal enterprise alone' })
/** Fields of what happens to the case, as POST /requests/:id/acts/:verb takes them. */
const EventData = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown(), {
  title: 'LetterEventData',
  description: 'What happens to each case when it is sent: the fields of its verb, without letterId and method',
})

const Paragraph = Shape(
  { part: LetterPartName, text: Type.String({ maxLength: 20_000, description: 'Wording; may hold several lines' }) },
  { title: 'LetterParagraph' },
)
export const LetterFile = Shape(
  {
    id: Id('File'),
    name: Type.String(),
    type: Type.String({ description: 'Media type' }),
    size: Type.Integer({ description: 'Bytes' }),
    what: Type.Enum(['docx', 'pdf', 'enclosure', 'proof'] as const, { description: 'What it is to the letter' }),
  },
  { title: 'LetterFile' },
)

const row = {
  id: Id('Letter'),
  kind: LetterKindName,
  title: Type.String({ description: 'As printed' }),
  state: LetterStateName,
  body: BodyRef,
  cases: Type.Array(Shape({ id: Id('Request'), number: Type.String(), title: Type.String() }, { title: 'LetterCase' })),
  number: NullableText('文号, once approved; stays taken where it is cancelled afterwards'),
  voided: Type.Boolean({ description: 'Cancelled after it took a number: 作废' }),
  recipient: Type.String(),
  recipientKind: Type.Enum(['applicant', 'third-party', 'co-maker', 'section', 'authority', 'file'] as const),
  edition: Type.Integer({ description: 'Counts up with each edit' }),
  draftedBy: PersonRef,
  draftedAt: Instant('Drafted at'),
  approvedAt: NullableInstant('Approved at'),
  datedOn: NullableDay('Date it bears'),
  sentOn: NullableDay('Sent; of post, posted'),
  method: Nullable(LetterMethod),
  tracking: Type.String({ description: 'Number of the post' }),
  servedOn: NullableDay('Served'),
  servedHow: Type.String(),
}
export const LetterRow = Shape(row, { title: 'LetterRow' })
export const LetterDetail = Shape(
  {
    ...row,
    content: Shape(
      {
        title: Type.String(),
        salutation: Type.String(),
        paragraphs: Type.Array(Paragraph),
        attachments: Type.Array(Type.String({ description: 'A line of the list of enclosures as printed' })),
      },
      { title: 'LetterContent' },
    ),
    contentHash: Type.String({ description: 'SHA-256 of what is approved' }),
    data: EventData,
    files: Type.Array(LetterFile),
    missing: Type.Array(LetterPartName, { description: 'Parts still to be written; number and date come with approval' }),
    signOff: Nullable(
      Shape(
        { id: Id('Round of approval'), state: Type.Enum(['open', 'approved', 'returned', 'withdrawn'] as const) },
        { title: 'LetterSignOff' },
      ),
    ),
    steps: Type.Array(Type.String(), { description: 'Roles that will review it, in order; empty where the drafter alone answers for it' }),
    methods: Type.Array(LetterMethod, { description: 'Ways it may leave' }),
    may: Type.Array(Type.Enum(['edit', 'review', 'cancel', 'send', 'serve', 'undelivered'] as const), {
      description: 'What this session may do with it now',
    }),
  },
  { title: 'LetterDetail' },
)

export const LetterKindShown = Shape(
  {
    kind: LetterKindName,
    title: Type.String({ description: 'As printed, in Chinese' }),
    to: row.recipientKind,
    verb: NullableText('What sending it does to its cases'),
    numbered: Type.Boolean(),
    parts: Type.Array(LetterPartName, { description: 'Parts without which it cannot be sent' }),
    source: Type.String({ description: 'Provision that asks for it' }),
    fields: Type.Array(Type.String(), { description: 'Placeholders that the drafter fills' }),
  },
  { title: 'LetterKindShown' },
)

const TemplateEdition = Shape(
  { id: Id('Edition'), text: Type.String(), changedAt: Instant('At'), changedBy: PersonRef, endedAt: NullableInstant('Replaced at') },
  { title: 'LetterTemplateEdition' },
)
export const LetterTemplate = Shape(
  {
    kind: LetterKindName,
    body: Slug(),
    own: Type.Boolean({ description: 'Whether the body has its own wording' }),
    text: Type.String({ description: 'In force' }),
    standard: Type.String({ description: 'As the program has it' }),
    placeholders: Type.Array(Type.String(), { description: 'What may stand in it' }),
    history: Type.Array(TemplateEdition, { description: 'The body’s own wordings, newest first' }),
    mayChange: Type.Boolean(),
  },
  { title: 'LetterTemplate' },
)

const byKind = Shape({ kind: LetterKindName })
const ofBody = Shape({ body: Slug() })
const on = Type.Optional(Day('The legal day; today without it'))

export const letterRoutes = [
  route(
    {
      id: 'listLetterKinds',
      method: 'GET',
      path: '/letter-kinds',
      tag: 'letters',
      summary: 'Every kind of letter: to whom, what it does, what it must hold',
      access: 'signed-in',
      needs: 'letter.see',
      answers: { 200: list(LetterKindShown, 'LetterKindList') },
    },
    async () => ({
      items: letterKindIds.map((id) => {
        const { title, to, verb, numbered, parts, source } = letterKinds[id]
        return { kind: id, title, to, verb, numbered, parts: [...parts], source, fields: fieldsOf(id) }
      }),
    }),
  ),
  route(
    {
      id: 'listLetters',
      method: 'GET',
      path: '/requests/:id/letters',
      tag: 'letters',
      summary: 'Letters of a case, the oldest first',
      access: 'signed-in',
      needs: 'letter.see',
      params: byId,
      answers: { 200: list(LetterDetail, 'LetterList') },
    },
    async ({ ctx, actor, params }) => ({ items: (await lettersOf(ctx, actor, params.id)).map(present) }),
  ),
  route(
    {
      id: 'draftLetter',
      method: 'POST',
      path: '/letters',
      tag: 'letters',
      summary: 'Draft a letter from its cases and the template in force',
      access: 'signed-in',
      needs: 'letter.draft',
      body: Shape(
        {
          kind: LetterKindName,
          requests: Type.Array(Id('Request'), {
            minItems: 1,
            maxItems: 50,
            description: 'Cases it belongs to; one answer may settle several',
          }),
          recipient: Type.Optional(Text('To whom, where it is not the applicant', 200)),
          data: Type.Optional(EventData),
          fields: Type.Optional(
            Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 20_000 }), {
              description: 'Placeholders of the template',
            }),
          ),
          enclosures: Type.Optional(Type.Array(Id('File of a case, or a proved redaction'), { maxItems: 100 })),
        },
        { title: 'LetterDraft' },
      ),
      answers: { 201: LetterDetail },
      refusals: ['letter-cases', 'letter-kind', 'enclosure-redacted', 'wrong-field'],
    },
    async ({ ctx, actor, body }) => {
      const { requests, ...rest } = body
      return present(await draftLetter(ctx, actor, { ...rest, requestIds: requests }))
    },
  ),
  route(
    {
      id: 'readLetter',
      method: 'GET',
      path: '/letters/:id',
      tag: 'letters',
      summary: 'A letter, what it still lacks, and what may be done with it',
      access: 'signed-in',
      needs: 'letter.see',
      params: byId,
      answers: { 200: LetterDetail },
    },
    async ({ ctx, actor, params }) => present(await letterAt(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'editLetter',
      method: 'PATCH',
      path: '/letters/:id',
      tag: 'letters',
      summary: 'Change the wording of a draft; its edition counts up',
      access: 'signed-in',
      needs: 'letter.draft',
      params: byId,
      body: Shape(
        {
          edition: Type.Optional(Type.Integer({ description: 'The edition that was read; refused where somebody changed it since' })),
          recipient: Type.Optional(Text('To whom, where it is not the applicant', 200)),
          title: Type.Optional(Line('Title', 200)),
          salutation: Type.Optional(Line('Salutation', 200)),
          paragraphs: Type.Optional(Type.Array(Paragraph, { maxItems: 100 })),
          attachments: Type.Optional(Type.Array(Line('Line of the list of enclosures', 300), { maxItems: 100 })),
          enclosures: Type.Optional(Type.Array(Id('File of a case, or a proved redaction'), { maxItems: 100 })),
        },
        { title: 'LetterChange' },
      ),
      answers: { 200: LetterDetail },
      refusals: ['letter-state', 'letter-changed', 'enclosure-redacted', 'wrong-field'],
    },
    async ({ ctx, actor, params, body }) => present(await editLetter(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'reviewLetter',
      method: 'POST',
      path: '/letters/:id/review',
      tag: 'letters',
      summary: 'Send it for review; what needs none is approved, numbered and dated at once',
      access: 'signed-in',
      needs: 'letter.draft',
      params: byId,
      answers: { 200: LetterDetail },
      refusals: ['letter-state', 'letter-incomplete', 'outcome-needs', 'case-state', 'case-guard', 'letter-word-missing', 'sent-already'],
    },
    async ({ ctx, actor, params }) => present(await sendForReview(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'cancelLetter',
      method: 'POST',
      path: '/letters/:id/cancel',
      tag: 'letters',
      summary: 'Give up a letter that was not sent; a number it took stays taken (作废)',
      access: 'signed-in',
      needs: 'letter.draft',
      params: byId,
      body: Shape({ reason: Line('Why', 300) }, { title: 'LetterCancelling' }),
      answers: { 200: LetterDetail },
      refusals: ['letter-state'],
    },
    async ({ ctx, actor, params, body }) => present(await cancelLetter(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'sendLetter',
      method: 'POST',
      path: '/letters/:id/send',
      tag: 'letters',
      summary: 'Write down that it left: each of its cases goes on',
      access: 'signed-in',
      needs: 'letter.send',
      params: byId,
      body: Shape(
        {
          on,
          method: LetterMethod,
          tracking: Type.Optional(Text('Number of the post', 40)),
          late: Type.Optional(
            Nullable(
              Shape(
                { reason: Line('Why it is late', 300), sectionId: Nullable(Id('Section that answers for it')) },
                { title: 'LetterLate' },
              ),
            ),
          ),
        },
        { title: 'LetterSending' },
      ),
      answers: { 200: LetterDetail },
      refusals: [
        'letter-state',
        'letter-incomplete',
        'letter-method',
        'event-day',
        'case-state',
        'case-guard',
        'late-reason-missing',
        'outcome-needs',
        'wrong-deadline',
      ],
    },
    async ({ ctx, actor, params, body }) => present(await sendLetter(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'serveLetter',
      method: 'POST',
      path: '/letters/:id/serve',
      tag: 'letters',
      summary: 'Write down that it was served',
      access: 'signed-in',
      needs: 'letter.send',
      params: byId,
      body: Shape({ on, how: Line('How, and who signed for it', 60) }, { title: 'LetterService' }),
      answers: { 200: LetterDetail },
      refusals: ['letter-state', 'event-day', 'case-state', 'case-guard'],
    },
    async ({ ctx, actor, params, body }) => present(await serveLetter(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'recordLetterUndelivered',
      method: 'POST',
      path: '/letters/:id/undelivered',
      tag: 'letters',
      summary: 'Write down that it came back',
      access: 'signed-in',
      needs: 'letter.send',
      params: byId,
      body: Shape({ on, reason: Line('Why', 300) }, { title: 'LetterReturn' }),
      answers: { 200: LetterDetail },
      refusals: ['letter-state', 'event-day', 'case-state', 'case-guard'],
    },
    async ({ ctx, actor, params, body }) => present(await letterUndelivered(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'addLetterProof',
      method: 'POST',
      path: '/letters/:id/proof',
      tag: 'letters',
      summary: 'Keep proof that it was posted, signed for or came back',
      access: 'signed-in',
      needs: 'letter.send',
      params: byId,
      form: Shape({}, { title: 'LetterProof' }),
      answers: { 201: LetterDetail },
      refusals: ['letter-state', 'too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, params, file, language }) => {
      requireType(file, documents, language)
      return present(await addProof(ctx, actor, params.id, file))
    },
  ),
  route(
    {
      id: 'readLetterFile',
      method: 'GET',
      path: '/letters/:id/file',
      tag: 'letters',
      summary: 'The letter as Word or PDF; of a draft, how it will look',
      access: 'signed-in',
      needs: 'letter.see',
      params: byId,
      query: Shape({ format: Type.Optional(Type.Enum(['docx', 'pdf'] as const, { default: 'pdf' })) }),
      answers: { 200: { file: [mediaTypes.pdf, mediaTypes.docx], description: 'The file' } },
    },
    async ({ ctx, actor, params, query }) => {
      const { format = 'pdf' } = query
      return { ...(await letterFile(ctx, actor, params.id, format)), inline: format === 'pdf' }
    },
  ),
  route(
    {
      id: 'readLetterEnclosure',
      method: 'GET',
      path: '/letters/:id/files/:fileId',
      tag: 'letters',
      summary: 'A file that goes with the letter, or proves its service',
      access: 'signed-in',
      needs: 'letter.see',
      params: Shape({ id: Id('Letter'), fileId: Id('File') }),
      answers: { 200: { file: ['application/octet-stream'], description: 'The bytes, under the type they have' } },
    },
    ({ ctx, actor, params }) => letterPartFile(ctx, actor, params.id, params.fileId),
  ),
  route(
    {
      id: 'readLetterTemplate',
      method: 'GET',
      path: '/letter-templates/:kind',
      tag: 'letters',
      summary: 'The wording of a kind of letter at a body, and how it changed',
      access: 'signed-in',
      needs: 'letter-template.see',
      params: byKind,
      query: ofBody,
      answers: { 200: LetterTemplate },
    },
    async ({ ctx, actor, params, query }) => presentTemplate(await templateAt(ctx, actor, query.body, params.kind)),
  ),
  route(
    {
      id: 'changeLetterTemplate',
      method: 'PUT',
      path: '/letter-templates/:kind',
      tag: 'letters',
      summary: 'Give a body its own wording',
      access: 'signed-in',
      needs: 'letter-template.change',
      params: byKind,
      query: ofBody,
      body: Shape({ text: Type.String({ minLength: 1, maxLength: 20_000 }) }, { title: 'LetterTemplateDraft' }),
      answers: { 200: LetterTemplate },
      refusals: ['template-wrong'],
    },
    async ({ ctx, actor, params, query, body }) =>
      presentTemplate(await changeTemplate(ctx, actor, { body: query.body, kind: params.kind, text: body.text })),
  ),
  route(
    {
      id: 'restoreLetterTemplate',
      method: 'DELETE',
      path: '/letter-templates/:kind',
      tag: 'letters',
      summary: 'Go back to the wording of the program; the body’s own stays in the history',
      access: 'signed-in',
      needs: 'letter-template.change',
      params: byKind,
      query: ofBody,
      answers: { 200: LetterTemplate },
    },
    async ({ ctx, actor, params, query }) => presentTemplate(await restoreTemplate(ctx, actor, { body: query.body, kind: params.kind })),
  ),
  route(
    {
      id: 'workOutFee',
      method: 'POST',
      path: '/fees/working',
      tag: 'letters',
      summary: 'What a request would cost (国办函〔2020〕109号), with the working',
      access: 'signed-in',
      needs: 'letter.see',
      body: Shape(
        {
          mode: Type.Enum(['piece', 'page'] as const, { description: 'By pieces of the applicant’s month, or by pages of this request' }),
          before: Type.Optional(Type.Integer({ minimum: 0, maximum: 50_000, description: 'Pieces of this month counted before' })),
          count: Type.Integer({ minimum: 1, maximum: 50_000 }),
        },
        { title: 'FeeQuestion' },
      ),
      answers: {
        200: Shape(
          {
            amount: Type.Integer({ description: '分' }),
            working: Type.Array(
              Shape(
                {
                  first: Type.Integer(),
                  last: Type.Integer(),
                  count: Type.Integer(),
                  each: Type.Integer({ description: '分' }),
                  amount: Type.Integer({ description: '分' }),
                },
                { title: 'FeeLine' },
              ),
            ),
          },
          { title: 'FeeWorking' },
        ),
      },
    },
    async ({ body }) => {
      const { mode, before = 0, count } = body
      return { amount: feeAmount(mode, before, count), working: feeWorking(mode, before, count) }
    },
  ),
  route(
    {
      id: 'readArchive',
      method: 'GET',
      path: '/requests/:id/archive',
      tag: 'letters',
      summary: 'The whole case in one PDF with an index, or as JSON',
      description: 'Numbers and ways of contact are masked unless `unmasked` is asked for, which needs `request.unmask` and is recorded.',
      access: 'signed-in',
      needs: 'letter.see',
      params: byId,
      query: Shape({
        format: Type.Optional(Type.Enum(['pdf', 'json'] as const, { default: 'pdf' })),
        unmasked: Type.Optional(Type.Boolean({ default: false, description: 'With full numbers' })),
      }),
      answers: { 200: { file: [mediaTypes.pdf, 'application/json'], description: 'The file' } },
    },
    async ({ ctx, actor, params, query }) => fileOf(await archiveOf(ctx, actor, params.id, query)),
  ),
  route(
    {
      id: 'archiveCase',
      method: 'POST',
      path: '/requests/:id/archive',
      tag: 'letters',
      summary: 'Close the file of a case: its PDF and JSON are kept, their hash is written down',
      access: 'signed-in',
      needs: 'request.work',
      params: byId,
      answers: { 201: Shape({ hash: Type.String({ description: 'SHA-256 of the JSON' }) }, { title: 'CaseArchive' }) },
      refusals: ['case-state', 'case-guard', 'case-hand'],
    },
    ({ ctx, actor, params }) => archiveCase(ctx, actor, params.id),
  ),
]

const fileOf = ({ name, type, bytes }: ArchiveFile): FileBytes => ({ name, type, bytes, inline: type === mediaTypes.pdf })

const present = (found: Found): Static<typeof LetterDetail> => ({
  id: found.id,
  kind: found.kind,
  title: found.content.title,
  state: found.state,
  body: { id: found.bodyId, slug: found.bodySlug, name: found.bodyName },
  cases: found.cases.map(({ requestId, number, title }) => ({ id: requestId, number, title })),
  number: found.number,
  voided: found.voided,
  recipient: found.recipient,
  recipientKind: found.recipientKind,
  edition: found.edition,
  draftedBy: { id: found.draftedBy, name: found.drafterName },
  draftedAt: found.draftedAt.toISOString(),
  approvedAt: instant(found.approvedAt),
  datedOn: found.datedOn,
  sentOn: found.sentOn,
  method: found.method,
  tracking: found.tracking,
  servedOn: found.servedOn,
  servedHow: found.servedHow,
  content: {
    title: found.content.title,
    salutation: found.content.salutation,
    paragraphs: found.content.paragraphs.map(({ part, text }) => ({ part, text })),
    attachments: [...found.content.attachments],
  },
  contentHash: found.contentHash,
  data: { ...found.data },
  files: found.files.map(({ id, name, type, size, what }) => ({ id, name, type, size, what })),
  missing: [...found.missing],
  signOff: found.signOff,
  steps: [...found.steps],
  methods: [...found.methods],
  may: [...found.may],
})

const presentTemplate = (found: TemplateFound): Static<typeof LetterTemplate> => ({
  kind: found.kind,
  body: found.body,
  own: found.own,
  text: found.text,
  standard: found.standard,
  placeholders: [...found.placeholders],
  history: found.history.map((one) => ({
    id: one.id,
    text: one.text,
    changedAt: one.changedAt.toISOString(),
    changedBy: { id: one.changedBy, name: one.changerName },
    endedAt: instant(one.endedAt),
  })),
  mayChange: found.mayChange,
})
