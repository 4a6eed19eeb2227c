/** Approval step by step (送审), on screen or on paper; and the files that hang on things. */
import { type Static, Type } from 'typebox'
import {
  type Attachment as AttachmentFound,
  addAttachment,
  attachedNouns,
  type SignOffDetail as DetailFound,
  decide,
  type SignOff as Found,
  readAttachment,
  recordPaper,
  signOffAt,
  signOffSheet,
  signOffsOf,
  withdrawSignOff,
} from '#identity'
import { route } from '../operation.ts'
import { instant } from '../present.ts'
import {
  BodyRef,
  byId,
  Day,
  Id,
  Instant,
  Nullable,
  NullableDay,
  NullableInstant,
  PersonRef,
  page,
  paging,
  RoleName,
  Shape,
  Text,
} from '../schemas.ts'
import { signOffFile } from '../sheet.ts'
import { documents, requireType } from '../uploads.ts'

const ContentHash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of what is approved' })
const SignOffState = Type.Enum(['open', 'approved', 'returned', 'withdrawn'] as const, { title: 'SignOffState' })
const Decision = Type.Enum(['approved', 'returned'] as const, { title: 'Decision', description: 'A return needs an opinion' })
const nullableStep = Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'Of a reviewer: which step of review' })

const entry = {
  id: Id('Round of approval'),
  noun: Type.String({ description: 'What is approved' }),
  nounId: Type.String(),
  title: Type.String(),
  body: BodyRef,
  draftedBy: PersonRef,
  state: SignOffState,
  openedAt: Instant('Sent at'),
  closedAt: NullableInstant('Closed at'),
  steps: Type.Array(Shape({ role: RoleName, step: nullableStep }, { title: 'SignOffStep' }), { description: 'Who must approve, in order' }),
  current: Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'Index of the step that is due; null once closed' }),
  mayDecide: Type.Boolean({ description: 'Whether this session may take the step that is due' }),
}
export const SignOff = Shape(entry, { title: 'SignOff' })

export const Approval = Shape(
  {
    step: Type.Integer({ description: 'Index of the step' }),
    person: PersonRef,
    onBehalfOf: Nullable(PersonRef),
    decision: Decision,
    opinion: Type.String(),
    at: Instant('Decided, or recorded, at'),
    signedOn: NullableDay('On paper: the date on the sheet'),
    scanId: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid', description: 'On paper: the scan' }),
    recordedBy: Nullable(PersonRef),
  },
  { title: 'Approval' },
)

export const SignOffDetail = Shape(
  {
    ...entry,
    summary: Type.Array(Shape({ label: Type.String(), text: Type.String() }), {
      description: 'What the approver is shown, as it stood at sending',
    }),
    contentHash: ContentHash,
    approvals: Type.Array(Approval),
  },
  { title: 'SignOffDetail' },
)

export const Attachment = Shape(
  {
    id: Id('Attachment'),
    name: Type.String({ examples: ['签批单.pdf'] }),
    type: Type.String({ description: 'Media type, told by the bytes', examples: ['application/pdf'] }),
    size: Type.Integer({ description: 'Bytes' }),
    hash: Type.String({ description: 'SHA-256 of the bytes' }),
    addedAt: Instant('At'),
  },
  { title: 'Attachment' },
)

export const signOffRoutes = [
  route(
    {
      id: 'listSignOffs',
      method: 'GET',
      path: '/sign-offs',
      tag: 'sign-offs',
      summary: 'Rounds of approval the session may see, newest first',
      access: 'signed-in',
      needs: 'sign-off.see',
      query: Shape({ state: Type.Optional(SignOffState), ...paging }),
      answers: { 200: page(SignOff, 'SignOffPage') },
    },
    async ({ ctx, actor, query }) => {
      const { items, next } = await signOffsOf(ctx, actor, query)
      return { items: items.map(presentSignOff), next }
    },
  ),
  route(
    {
      id: 'readSignOff',
      method: 'GET',
      path: '/sign-offs/:id',
      tag: 'sign-offs',
      summary: 'A round of approval: what is shown, who decided what',
      access: 'signed-in',
      needs: 'sign-off.see',
      params: byId,
      answers: { 200: SignOffDetail },
    },
    async ({ ctx, actor, params }) => presentDetail(await signOffAt(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'decideSignOff',
      method: 'POST',
      path: '/sign-offs/:id/decision',
      tag: 'sign-offs',
      summary: 'Approve or return the step that is due',
      access: 'signed-in',
      needs: 'sign-off.decide',
      params: byId,
      body: Shape(
        { decision: Decision, opinion: Type.Optional(Text('Opinion; a return needs one', 2000)), contentHash: ContentHash },
        { title: 'DecisionDraft' },
      ),
      answers: { 200: SignOffDetail },
    },
    async ({ ctx, actor, params, body }) => presentDetail(await decide(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'recordPaperSignOff',
      method: 'POST',
      path: '/sign-offs/:id/paper',
      tag: 'sign-offs',
      summary: 'Record a step that was signed on paper (线下签批), with the scan',
      access: 'signed-in',
      needs: 'sign-off.record-paper',
      params: byId,
      form: Shape(
        {
          signer: Id('Who signed'),
          step: Type.Integer({ minimum: 0, maximum: 20, description: 'Index of the step' }),
          signedOn: Day('The date on the sheet'),
          decision: Type.Optional(Decision),
          opinion: Type.Optional(Text('Opinion on the sheet', 2000)),
        },
        { title: 'PaperDraft' },
      ),
      answers: { 200: SignOffDetail },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, params, body, file }) => presentDetail(await recordPaper(ctx, actor, params.id, { ...body, scan: file })),
  ),
  route(
    {
      id: 'withdrawSignOff',
      method: 'POST',
      path: '/sign-offs/:id/withdraw',
      tag: 'sign-offs',
      summary: 'Take back what one has sent',
      access: 'signed-in',
      needs: 'sign-off.withdraw',
      params: byId,
      answers: { 200: SignOffDetail },
    },
    async ({ ctx, actor, params }) => presentDetail(await withdrawSignOff(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'printSignOff',
      method: 'GET',
      path: '/sign-offs/:id/sheet',
      tag: 'sign-offs',
      summary: 'The sheet to sign on paper',
      access: 'signed-in',
      needs: 'sign-off.see',
      params: byId,
      answers: { 200: { file: ['application/pdf'], description: 'PDF, A4' } },
    },
    async ({ ctx, actor, params, language, options }) =>
      signOffFile(await signOffSheet(ctx, actor, params.id), language, options.fontsFolder),
  ),
  route(
    {
      id: 'addAttachment',
      method: 'POST',
      path: '/attachments',
      tag: 'files',
      summary: 'Hang a file on something',
      description: 'The type is told by the bytes; PDF, PNG, JPEG, Word and Excel are taken.',
      access: 'signed-in',
      needs: 'attachment.add',
      form: Shape({ noun: Type.Enum(attachedNouns, { description: 'On what' }), nounId: Id('Its id') }, { title: 'AttachmentDraft' }),
      answers: { 201: Attachment },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, body, file, language }) => {
      requireType(file, documents, language)
      return presentAttachment(await addAttachment(ctx, actor, { ...body, ...file }))
    },
  ),
  route(
    {
      id: 'readAttachment',
      method: 'GET',
      path: '/attachments/:id',
      tag: 'files',
      summary: 'The bytes of an attachment',
      access: 'signed-in',
      needs: 'attachment.see',
      params: byId,
      answers: { 200: { file: ['application/octet-stream'], description: 'The bytes, under the type they have' } },
    },
    async ({ ctx, actor, params }) => {
      const { name, type, bytes } = await readAttachment(ctx, actor, params.id)
      return { name, type, bytes }
    },
  ),
]

export const presentAttachment = ({ id, name, type, size, hash, addedAt }: AttachmentFound): Static<typeof Attachment> => ({
  id,
  name,
  type,
  size,
  hash,
  addedAt: addedAt.toISOString(),
})

const presentSignOff = (found: Found): Static<typeof SignOff> => ({
  id: found.id,
  noun: found.noun,
  nounId: found.nounId,
  title: found.title,
  body: { id: found.bodyId, slug: found.bodySlug, name: found.bodyName },
  draftedBy: { id: found.draftedBy, name: found.drafterName },
  state: found.state,
  openedAt: found.openedAt.toISOString(),
  closedAt: instant(found.closedAt),
  steps: found.steps.map(({ role, step }) => ({ role, step })),
  current: found.current,
  mayDecide: found.mayDecide,
})

const presentDetail = (found: DetailFound): Static<typeof SignOffDetail> => ({
  ...presentSignOff(found),
  summary: found.summary.map(({ label, text }) => ({ label, text })),
  contentHash: found.contentHash,
  approvals: found.approvals.map((one) => ({
    step: one.step,
    person: { id: one.personId, name: one.personName },
    onBehalfOf: one.onBehalfOf === null ? null : { id: one.onBehalfOf, name: one.onBehalfOfName ?? '' },
    decision: one.decision,
    opinion: one.opinion,
    at: one.at.toISOString(),
    signedOn: one.signedOn,
    scanId: one.scanId,
    recordedBy: one.recordedBy === null ? null : { id: one.recordedBy, name: one.recordedByName ?? '' },
  })),
})
