/** Parts of a case's document blacked out (区分处理, Art. 37), and the proof that nothing is left under them. */
import { type Static, Type } from 'typebox'
import {
  type RedactionDetail as DetailFound,
  discardRedaction,
  findToRedact,
  groundIds,
  grounds,
  markRedaction,
  mostMarks,
  proveRedaction,
  type Redaction as RedactionFound,
  redactedFile,
  redactionAt,
  redactionPage,
  redactionStates,
  redactionsOf,
  redactionWordsOf,
  startRedaction,
} from '#casework'
import { checkIds, patternKinds } from '#redact'
import type { Language } from '#report'
import { redactionWords } from '#words'
import { route } from '../operation.ts'
import { byId, Id, Instant, Line, Nullable, PersonRef, Shape, Text } from '../schemas.ts'

const part = (description: string) => Type.Number({ minimum: 0, maximum: 1, description })
const box = {
  x: part('Left edge, as a part of the width of the page as it is shown'),
  y: part('Upper edge, as a part of its height'),
  width: part('Width, as a part of the width of the page'),
  height: part('Height, as a part of its height'),
}
const PageNumber = Type.Integer({ minimum: 0, maximum: 299, description: 'Page, from 0' })
const Ground = Type.Enum(groundIds as readonly [string, ...string[]], {
  title: 'RedactionGround',
  description: 'Why it is withheld (Art. 14–16)',
})

export const Area = Shape({ page: PageNumber, ...box }, { title: 'Area' })
export const RedactionMark = Shape({ page: PageNumber, ...box, ground: Ground }, { title: 'RedactionMark' })

const Leftovers = Type.Array(
  Shape({ mark: Type.Integer({ description: 'The mark, by its place in the list' }), areas: Type.Array(Area) }, { title: 'Leftover' }),
  { description: 'What stands under a mark and also where none is' },
)

export const RedactionProof = Shape(
  {
    passed: Type.Boolean(),
    checks: Type.Array(
      Shape(
        {
          id: Type.Enum(checkIds, { title: 'RedactionCheckId' }),
          passed: Type.Boolean(),
          text: Type.String({ description: 'What holds where it passed' }),
          what: Type.String({ description: 'What was looked at, in English' }),
        },
        { title: 'RedactionCheck' },
      ),
    ),
    source: Type.String({ description: 'SHA-256 of the source' }),
    result: Type.String({ description: 'SHA-256 of the result' }),
    pages: Type.Integer(),
    marks: Type.Integer(),
    leftovers: Leftovers,
  },
  { title: 'RedactionProof' },
)

const entry = {
  id: Id('Redaction'),
  requestId: Id('Request'),
  state: Type.Enum(redactionStates, { title: 'RedactionState' }),
  edition: Type.Integer({ description: 'How often the marks were saved' }),
  source: Shape({ id: Id('Attachment'), name: Type.String(), hash: Type.String() }),
  result: Nullable(
    Shape(
      { id: Id('Attachment'), name: Type.String(), hash: Type.String(), size: Type.Integer({ description: 'Bytes' }) },
      { title: 'RedactedFile' },
    ),
  ),
  markCount: Type.Integer(),
  madeBy: PersonRef,
  madeAt: Instant('Begun at'),
}
export const Redaction = Shape(entry, { title: 'Redaction' })

export const RedactionDetail = Shape(
  {
    ...entry,
    marks: Type.Array(RedactionMark),
    proof: Nullable(RedactionProof),
    pages: Type.Array(Shape({ width: Type.Number(), height: Type.Number() }, { title: 'PageSize' }), {
      description: 'In points, as shown',
    }),
    grounds: Type.Array(
      Shape(
        { id: Ground, name: Type.String(), stamp: Type.String(), source: Type.String({ description: 'Provision' }) },
        { title: 'GroundNamed' },
      ),
    ),
    mayMake: Type.Boolean({ description: 'Whether this session may change it' }),
  },
  { title: 'RedactionDetail' },
)

const Edition = Type.Integer({ minimum: 1, description: 'The edition that was seen; another one is refused' })

const refusedFiles = ['redaction-refused'] as const

export const redactionRoutes = [
  route(
    {
      id: 'listRedactions',
      method: 'GET',
      path: '/requests/:id/redactions',
      tag: 'redactions',
      summary: 'Redactions of a case, the newest first',
      access: 'signed-in',
      needs: 'redaction.see',
      params: byId,
      answers: { 200: Shape({ items: Type.Array(Redaction) }, { title: 'RedactionList' }) },
    },
    async ({ ctx, actor, params }) => ({ items: (await redactionsOf(ctx, actor, params.id)).map(present) }),
  ),
  route(
    {
      id: 'startRedaction',
      method: 'POST',
      path: '/requests/:id/redactions',
      tag: 'redactions',
      summary: 'Begin to black out a file of a case',
      access: 'signed-in',
      needs: 'redaction.make',
      params: byId,
      body: Shape(
        { file: Id('Attachment of the case: a PDF'), like: Type.Optional(Id('A redaction of the same file whose marks it begins with')) },
        { title: 'NewRedaction' },
      ),
      answers: { 201: RedactionDetail },
      refusals: refusedFiles,
    },
    async ({ ctx, actor, params, body, language }) => {
      const draft = { requestId: params.id, fileId: body.file, ...(body.like !== undefined && { likeId: body.like }) }
      return presentDetail(await startRedaction(ctx, actor, draft), language)
    },
  ),
  route(
    {
      id: 'readRedaction',
      method: 'GET',
      path: '/redactions/:id',
      tag: 'redactions',
      summary: 'A redaction with its marks, and its proof once it is proved',
      access: 'signed-in',
      needs: 'redaction.see',
      params: byId,
      answers: { 200: RedactionDetail },
    },
    async ({ ctx, actor, params, language }) => presentDetail(await redactionAt(ctx, actor, params.id), language),
  ),
  route(
    {
      id: 'markRedaction',
      method: 'PUT',
      path: '/redactions/:id',
      tag: 'redactions',
      summary: 'Save the marks, all of them',
      access: 'signed-in',
      needs: 'redaction.make',
      params: byId,
      body: Shape({ marks: Type.Array(RedactionMark, { maxItems: mostMarks }), edition: Edition }, { title: 'RedactionMarks' }),
      answers: { 200: RedactionDetail },
      refusals: ['redaction-changed', 'redaction-closed', 'redaction-mark-wrong'],
    },
    async ({ ctx, actor, params, body, language }) => {
      const marks = body.marks.map((mark) => ({ ...mark, ground: mark.ground as DetailFound['marks'][number]['ground'] }))
      return presentDetail(await markRedaction(ctx, actor, params.id, { marks, edition: body.edition }), language)
    },
  ),
  route(
    {
      id: 'discardRedaction',
      method: 'DELETE',
      path: '/redactions/:id',
      tag: 'redactions',
      summary: 'Give a draft up',
      access: 'signed-in',
      needs: 'redaction.make',
      params: byId,
      answers: { 204: null },
      refusals: ['redaction-closed'],
    },
    async ({ ctx, actor, params }) => discardRedaction(ctx, actor, params.id),
  ),
  route(
    {
      id: 'readRedactionPage',
      method: 'GET',
      path: '/redactions/:id/pages/:page',
      tag: 'redactions',
      summary: 'A page as a picture',
      access: 'signed-in',
      needs: 'redaction.see',
      params: Shape({ id: Id('Redaction'), page: PageNumber }),
      query: Shape({
        width: Type.Optional(Type.Integer({ minimum: 80, maximum: 2400, default: 1200, description: 'Dots across' })),
        side: Type.Optional(
          Type.Enum(['source', 'result'] as const, { default: 'source', description: 'What came in, or what may go out' }),
        ),
      }),
      answers: { 200: { file: ['image/png'], description: 'PNG' } },
      refusals: refusedFiles,
    },
    async ({ ctx, actor, params, query: { width = 1200, side = 'source' } }) => ({
      name: `page-${params.page + 1}.png`,
      type: 'image/png',
      inline: true,
      bytes: await redactionPage(ctx, actor, params.id, { page: params.page, width, side }),
    }),
  ),
  route(
    {
      id: 'readRedactionText',
      method: 'GET',
      path: '/redactions/:id/text',
      tag: 'redactions',
      summary: 'The words of a page with their places; none of a scan',
      access: 'signed-in',
      needs: 'redaction.see',
      params: byId,
      query: Shape({ page: PageNumber }),
      answers: {
        200: Shape({ words: Type.Array(Shape({ text: Type.String(), ...box }, { title: 'WordOnPage' })) }, { title: 'WordsOfPage' }),
      },
      refusals: refusedFiles,
    },
    async ({ ctx, actor, params, query }) => {
      const words = await redactionWordsOf(ctx, actor, params.id, query.page)
      return { words: words.map(({ text, box: place }) => ({ text, ...place })) }
    },
  ),
  route(
    {
      id: 'findToRedact',
      method: 'POST',
      path: '/redactions/:id/find',
      tag: 'redactions',
      summary: 'Where identity, mobile and card numbers, addresses or a text stand',
      access: 'signed-in',
      needs: 'redaction.see',
      params: byId,
      body: Shape(
        {
          patterns: Type.Array(
            Type.Enum(
              patternKinds.filter((kind) => kind !== 'text'),
              { title: 'PatternKind' },
            ),
            { maxItems: 10 },
          ),
          texts: Type.Optional(
            Type.Array(Line('A name, or any text; white space and width of letters do not count', 200), { maxItems: 50 }),
          ),
        },
        { title: 'PatternsToFind' },
      ),
      answers: {
        200: Shape(
          {
            found: Type.Array(
              Shape(
                { kind: Type.Enum(patternKinds), text: Text('As it stands there', 4000), areas: Type.Array(Area) },
                { title: 'PatternFound' },
              ),
            ),
          },
          { title: 'PatternsFound' },
        ),
      },
      refusals: refusedFiles,
    },
    async ({ ctx, actor, params, body }) => {
      const patterns = [...body.patterns.map((kind) => ({ kind })), ...(body.texts ?? []).map((text) => ({ kind: 'text' as const, text }))]
      const found = await findToRedact(ctx, actor, params.id, patterns)
      return { found: found.map(({ kind, text, areas }) => ({ kind, text, areas: [...areas] })) }
    },
  ),
  route(
    {
      id: 'proveRedaction',
      method: 'POST',
      path: '/redactions/:id/prove',
      tag: 'redactions',
      summary: 'Make the file and prove that nothing under the marks can be read',
      description:
        'Only what is proved is kept. Where words under a mark also stand unmarked, nothing is made until that is agreed to (`leaveRest`): they are told in `leftovers`, and the redaction is still a draft.',
      access: 'signed-in',
      needs: 'redaction.make',
      params: byId,
      body: Shape(
        {
          edition: Edition,
          leaveRest: Type.Optional(
            Type.Boolean({ default: false, description: 'Words under a mark may be read where they stand unmarked' }),
          ),
        },
        { title: 'RedactionToProve' },
      ),
      answers: { 200: Shape({ redaction: RedactionDetail, leftovers: Leftovers }, { title: 'ProvedRedaction' }) },
      refusals: ['redaction-unproved', 'redaction-unmarked', 'redaction-changed', 'redaction-closed', 'redaction-refused'],
    },
    async ({ ctx, actor, params, body, language }) => {
      const { redaction, leftovers } = await proveRedaction(ctx, actor, params.id, body)
      return { redaction: presentDetail(redaction, language), leftovers: presentLeftovers(leftovers) }
    },
  ),
  route(
    {
      id: 'downloadRedaction',
      method: 'GET',
      path: '/redactions/:id/file',
      tag: 'redactions',
      summary: 'The file that may be given',
      access: 'signed-in',
      needs: 'redaction.see',
      params: byId,
      answers: { 200: { file: ['application/pdf'], description: 'PDF' } },
    },
    async ({ ctx, actor, params }) => ({ type: 'application/pdf', ...(await redactedFile(ctx, actor, params.id)) }),
  ),
]

const present = (found: RedactionFound): Static<typeof Redaction> => ({
  id: found.id,
  requestId: found.requestId,
  state: found.state,
  edition: found.edition,
  source: found.source,
  result: found.result,
  markCount: found.marks.length,
  madeBy: found.madeBy,
  madeAt: found.madeAt.toISOString(),
})

const presentLeftovers = (leftovers: NonNullable<RedactionFound['proof']>['leftovers']): Static<typeof Leftovers> =>
  leftovers.map(({ mark, areas }) => ({ mark, areas: [...areas] }))

const presentDetail = (found: DetailFound, language: Language): Static<typeof RedactionDetail> => ({
  ...present(found),
  marks: [...found.marks],
  proof: found.proof && {
    ...found.proof,
    checks: found.proof.checks.map((check) => ({ ...check, text: redactionWords[language].checks[check.id] ?? check.id })),
    leftovers: presentLeftovers(found.proof.leftovers),
  },
  pages: [...found.pages],
  grounds: groundIds.map((id) => ({
    id,
    name: redactionWords[language].grounds[id] ?? id,
    stamp: grounds[id].stamp,
    source: grounds[id].source,
  })),
  mayMake: found.mayMake,
})
