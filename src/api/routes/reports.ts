/** 年度报告: written, reviewed, filed, returned, cleared, published; and 汇总, the sums of those below. */
import { type Static, Type } from 'typebox'
import type { Context } from '#db'
import {
  agreeToCorrection,
  answerRemark,
  beginReport,
  clearReport,
  correctReport,
  editReport,
  fileReport,
  partlyGiven,
  previewReport,
  publishReport,
  type ReportDetail as ReportFound,
  type RollUpDetail,
  recallReport,
  receivePaper,
  recordsBehind,
  remarkOn,
  reportAt,
  reportStates,
  reportsBelow,
  reportsOfBody,
  reportUpward,
  reportVerbNames,
  returnReport,
  rollUpOf,
  submitReport,
  summandsIn,
  versionAt,
} from '#filing'
import type { Actor } from '#identity'
import { mediaTypes, render } from '#render'
import type { Report } from '#report'
import { type FileBytes, route } from '../operation.ts'
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
  NullableText,
  page,
  paging,
  Shape,
  Slug,
  Text,
} from '../schemas.ts'

export const Year = Type.Integer({ minimum: 2008, maximum: 2100, examples: [2025] })
export const CellKey = Type.String({
  pattern: '^[a-z][A-Za-z.]*$',
  maxLength: 80,
  description: 'Cell of the form',
  examples: ['requests.received.total'],
})
const NullableNumber = (description: string) => Type.Unsafe<number | null>({ type: ['number', 'null'], description })
const NullableInteger = (description: string) => Type.Unsafe<number | null>({ type: ['integer', 'null'], description })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256' })
const ReportState = Type.Enum([...reportStates], { title: 'ReportState' })
const Figures = Type.Record(CellKey, NullableNumber('null where nobody gives it'))

const Doubt = Shape(
  {
    rule: Type.String(),
    severity: Type.Enum(['error', 'warning', 'info'] as const, { title: 'DoubtSeverity' }),
    message: Type.String(),
    cells: Type.Array(CellKey),
    chapter: NullableInteger('Chapter it stands in'),
    quote: Type.String({ description: 'What stands there' }),
    key: Type.String({ description: 'Under which it is confirmed' }),
    confirmed: Nullable(Shape({ reason: Type.String(), by: Type.String() }, { title: 'Confirmation' })),
  },
  { title: 'Doubt' },
)
const Remark = Shape(
  {
    id: Id('Remark'),
    version: Type.Integer(),
    cell: NullableText('Cell it is about'),
    chapter: NullableInteger('Chapter it is about'),
    quote: Type.String(),
    remark: Type.String(),
    at: Instant('When'),
    by: Type.String(),
    answer: Type.String(),
    settled: Type.Boolean(),
  },
  { title: 'ReportRemark' },
)

export const AnnualReport = Shape(
  {
    id: Id('Report'),
    body: BodyRef,
    year: Year,
    origin: Type.Enum(['desk', 'file'] as const),
    state: ReportState,
    edition: Type.Integer({ description: 'Of the draft; who edits names the one they read' }),
    title: Type.String(),
    asOf: Day('The day the figures stand on'),
    figures: Figures,
    counted: Type.Record(CellKey, Type.Number()),
    lastYear: Nullable(Figures),
    declared: Type.Record(CellKey, Shape({ value: Type.Number(), reason: Type.String(), by: Type.String() }, { title: 'DeclaredCell' })),
    names: Type.Record(Type.String(), Type.Number(), { description: 'Figures that prose may name as {{name}}' }),
    chapters: Type.Array(
      Shape(
        {
          number: Type.Integer(),
          title: Type.String(),
          draft: Type.String(),
          text: Type.String(),
          lastYear: Type.String({ description: 'What stood there a year before' }),
        },
        { title: 'ReportChapter' },
      ),
    ),
    doubts: Type.Array(Doubt),
    moved: Type.Array(Shape({ cell: CellKey, was: Type.Number(), now: Type.Number() }, { title: 'MovedCell' })),
    version: Nullable(Shape({ n: Type.Integer(), hash: Hash }, { title: 'ReportVersion' })),
    filedOn: NullableDay('Filed'),
    paperOn: NullableDay('Sealed paper copy in hand'),
    publishedOn: NullableDay('Published'),
    publishedVersion: NullableInteger('Version that the public sees'),
    remarks: Type.Array(Remark),
    events: Type.Array(
      Shape(
        {
          kind: Type.String(),
          on: Day('When'),
          at: Instant('Written down'),
          person: NullableText('Who'),
          data: Type.Record(Type.String(), Type.Any()),
        },
        { title: 'ReportEvent' },
      ),
    ),
    may: Type.Array(Type.Enum([...reportVerbNames], { title: 'ReportVerb' })),
  },
  { title: 'AnnualReport' },
)

export const ReportRow = Shape(
  {
    id: Nullable(Id('Report')),
    body: BodyRef,
    year: Year,
    state: Type.Enum(['not-begun', ...reportStates] as const, { title: 'ReportStanding' }),
    filedOn: NullableDay('Filed'),
    publishedOn: NullableDay('Published'),
    paperOn: NullableDay('Sealed paper copy in hand'),
    origin: Type.Enum(['desk', 'file'] as const),
    late: Type.Boolean({ description: 'Not published when the day had come' }),
    lateToFile: Type.Boolean({ description: 'Not filed when the day the office above set had passed' }),
    fileBy: NullableDay('By when the office above wants it'),
    dueOn: Day('By when it is published'),
    openRemarks: Type.Integer(),
    received: NullableNumber('新收, as filed'),
    carriedOut: NullableNumber('结转下年度, as filed'),
  },
  { title: 'ReportRow' },
)

export const RollUpScope = Type.Enum(['level', 'region'] as const, { title: 'RollUpScope' })
const Part = Shape(
  {
    body: BodyRef,
    reportId: Nullable(Id('Report')),
    state: Type.Enum(['not-begun', ...reportStates] as const, { title: 'ReportStanding' }),
    version: NullableInteger('Version that is summed; null of who has filed nothing'),
  },
  { title: 'RollUpPart' },
)
export const RollUp = Shape(
  {
    body: BodyRef,
    year: Year,
    scope: RollUpScope,
    figures: Figures,
    doubtful: Type.Array(CellKey, { description: 'Cells that some part does not give' }),
    partial: Type.Array(CellKey, { description: 'Of them, those that a report which was filed does not give, or not for sure' }),
    parts: Type.Array(Part),
    filed: Type.Integer(),
    countedTwice: Type.Array(
      Shape(
        {
          kind: Type.String(),
          number: Type.String(),
          bodies: Type.Array(Shape({ slug: Type.String(), name: Type.String() }, { title: 'BodyCalled' })),
        },
        { title: 'CountedTwice' },
      ),
    ),
    hash: Hash,
    reported: Type.Array(
      Shape({ id: Id('Roll-up'), at: Instant('When'), by: Type.String(), hash: Hash, note: Type.String() }, { title: 'ReportedRollUp' }),
    ),
    moved: Type.Array(
      Shape(
        {
          body: Shape({ slug: Type.String(), name: Type.String() }, { title: 'BodyCalled' }),
          reportId: Nullable(Id('Report')),
          was: NullableInteger('Version that was summed then'),
          now: NullableInteger('Version that is summed now'),
          cells: Type.Array(Shape({ cell: CellKey, was: NullableNumber('Then'), now: NullableNumber('Now') }, { title: 'MovedSum' })),
        },
        { title: 'MovedPart' },
      ),
      { description: 'What has moved since the sum was last reported upward' },
    ),
  },
  { title: 'RollUp' },
)

const acts = ['submit', 'recall', 'file', 'clear', 'return', 'publish', 'correct', 'agree', 'paper'] as const
const refusals = [
  'report-state',
  'report-own',
  'report-unsound',
  'report-unremarked',
  'report-rolled-up',
  'report-changed',
  'sent-already',
] as const
const reportFormats = ['docx', 'pdf', 'xlsx', 'json', 'html'] as const

export const reportRoutes = [
  route(
    {
      id: 'listReports',
      method: 'GET',
      path: '/reports',
      tag: 'reports',
      summary: 'Annual reports of a body, the latest first; with `below`, of all that file to it on a year',
      access: 'signed-in',
      needs: 'annual-report.see',
      query: Shape({ body: Slug(), below: Type.Optional(Year) }),
      answers: { 200: list(ReportRow, 'ReportList') },
    },
    async ({ ctx, actor, query: { body, below } }) => ({
      items: [...(below === undefined ? await reportsOfBody(ctx, actor, body) : await reportsBelow(ctx, actor, { body, year: below }))],
    }),
  ),
  route(
    {
      id: 'beginReport',
      method: 'POST',
      path: '/reports',
      tag: 'reports',
      summary: 'Begin the report of a body on a year, drafted from its records; one that is there is given as it is',
      access: 'signed-in',
      needs: 'annual-report.write',
      body: Shape({ body: Slug(), year: Year }, { title: 'ReportBeginning' }),
      answers: { 201: AnnualReport },
    },
    async ({ ctx, actor, body }) => present(await beginReport(ctx, actor, body)),
  ),
  route(
    {
      id: 'readReport',
      method: 'GET',
      path: '/reports/:id',
      tag: 'reports',
      summary: 'A report: figures beside what is counted and last year, prose, doubts, history',
      access: 'signed-in',
      needs: 'annual-report.see',
      params: byId,
      answers: { 200: AnnualReport },
    },
    async ({ ctx, actor, params }) => present(await reportAt(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'editReport',
      method: 'PATCH',
      path: '/reports/:id',
      tag: 'reports',
      summary: 'Write on a draft: chapters, declared values, confirmed warnings; what is left out stays',
      access: 'signed-in',
      needs: 'annual-report.write',
      params: byId,
      body: Shape(
        {
          edition: Type.Integer({ minimum: 1 }),
          chapters: Type.Optional(
            Type.Array(
              Shape({ number: Type.Integer({ minimum: 0, maximum: 6 }), text: Text('Prose', 20_000) }, { title: 'ChapterDraft' }),
              { maxItems: 7 },
            ),
          ),
          declared: Type.Optional(
            Type.Array(
              Shape({ cell: CellKey, value: NullableNumber('null takes it back'), reason: Text('Why', 500) }, { title: 'Declaration' }),
              { maxItems: 200 },
            ),
          ),
          confirmed: Type.Optional(
            Type.Array(
              Shape(
                { key: Type.String({ maxLength: 400 }), reason: NullableText('Why it stands; null takes it back') },
                { title: 'DoubtConfirmed' },
              ),
              { maxItems: 200 },
            ),
          ),
        },
        { title: 'ReportChange' },
      ),
      answers: { 200: AnnualReport },
      refusals: ['report-state', 'report-changed'],
    },
    async ({ ctx, actor, params, body: { edition, chapters, declared, confirmed } }) =>
      present(
        await editReport(ctx, actor, params.id, {
          edition,
          ...(chapters && { chapters: Object.fromEntries(chapters.map(({ number, text }) => [number, text])) }),
          ...(declared && {
            declared: Object.fromEntries(declared.map(({ cell, value, reason }) => [cell, value === null ? null : { value, reason }])),
          }),
          ...(confirmed && { confirmed: Object.fromEntries(confirmed.map(({ key, reason }) => [key, reason])) }),
        }),
      ),
  ),
  route(
    {
      id: 'previewReport',
      method: 'POST',
      path: '/reports/:id/preview',
      tag: 'reports',
      summary: 'Check a draft as somebody writes on it; nothing is kept',
      access: 'signed-in',
      needs: 'annual-report.write',
      params: byId,
      body: Shape({ number: Type.Integer({ minimum: 0, maximum: 6 }), text: Text('Prose', 20_000) }, { title: 'ChapterWritten' }),
      answers: {
        200: Shape({ text: Type.String({ description: 'As it would read' }), doubts: Type.Array(Doubt) }, { title: 'ReportPreview' }),
      },
    },
    async ({ ctx, actor, params, body: { number, text } }) => {
      const { report, doubts } = await previewReport(ctx, actor, params.id, { chapters: { [number]: text } })
      return {
        text: report.chapters.find((one) => one.number === number)?.text ?? '',
        doubts: doubts.map((doubt) => ({ ...doubt, cells: [...doubt.cells] })),
      }
    },
  ),
  route(
    {
      id: 'actOnReport',
      method: 'POST',
      path: '/reports/:id/acts/:verb',
      tag: 'reports',
      summary: 'Send round for review, take back, file, clear, return, publish, correct, agree to a correction, tick the paper copy off',
      access: 'signed-in',
      needs: ['annual-report.write', 'annual-report.clear'],
      params: Shape({ ...byId.properties, verb: Type.Enum([...acts], { title: 'ReportAct' }) }),
      body: Shape(
        { reason: Type.Optional(Text('Of recall and return: why; of correct: the note that the public sees', 1000)) },
        { title: 'ReportActing' },
      ),
      answers: { 200: AnnualReport },
      refusals: [...refusals],
    },
    async ({ ctx, actor, params: { id, verb }, body: { reason = '' } }) => {
      const does: Record<(typeof acts)[number], () => Promise<ReportFound>> = {
        submit: () => submitReport(ctx, actor, id),
        recall: () => recallReport(ctx, actor, id, reason),
        file: () => fileReport(ctx, actor, id),
        clear: () => clearReport(ctx, actor, id),
        return: () => returnReport(ctx, actor, id, reason),
        publish: () => publishReport(ctx, actor, id),
        correct: () => correctReport(ctx, actor, id, reason),
        agree: () => agreeToCorrection(ctx, actor, id),
        paper: () => receivePaper(ctx, actor, id),
      }
      return present(await does[verb]())
    },
  ),
  route(
    {
      id: 'remarkOnReport',
      method: 'POST',
      path: '/reports/:id/remarks',
      tag: 'reports',
      summary: 'Say something of a cell, a passage or the whole of a filed report',
      access: 'signed-in',
      needs: 'annual-report.clear',
      params: byId,
      body: Shape(
        {
          cell: Type.Optional(NullableText('Cell it is about')),
          chapter: Type.Optional(NullableInteger('Chapter it is about')),
          quote: Type.Optional(Text('The passage', 500)),
          remark: Line('What to do about it', 1000),
        },
        { title: 'RemarkDraft' },
      ),
      answers: { 201: AnnualReport },
      refusals: ['report-state', 'report-own'],
    },
    async ({ ctx, actor, params, body }) => present(await remarkOn(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'answerRemark',
      method: 'POST',
      path: '/reports/:id/remarks/:remarkId/answer',
      tag: 'reports',
      summary: 'Say what was done about a remark',
      access: 'signed-in',
      needs: 'annual-report.write',
      params: Shape({ ...byId.properties, remarkId: Id('Remark') }),
      body: Shape({ answer: Line('What was done', 1000) }, { title: 'RemarkAnswer' }),
      answers: { 200: AnnualReport },
    },
    async ({ ctx, actor, params: { id, remarkId }, body }) => present(await answerRemark(ctx, actor, id, remarkId, body.answer)),
  ),
  route(
    {
      id: 'listFigureRecords',
      method: 'GET',
      path: '/reports/:id/records',
      tag: 'reports',
      summary: 'The records a figure of the report counts',
      access: 'signed-in',
      needs: 'annual-report.see',
      params: byId,
      query: Shape({ key: Type.String({ maxLength: 80, description: 'Cell, or name of a figure' }), ...paging }),
      answers: {
        200: page(
          Shape(
            {
              kind: Type.Enum(['request', 'challenge', 'entry', 'report'] as const),
              id: Id('Record'),
              number: Type.String(),
              title: Type.String(),
              on: Day('When'),
              adds: Type.Number({ description: 'What it adds to the figure' }),
            },
            { title: 'FigureRecord' },
          ),
          'FigureRecordPage',
        ),
      },
    },
    async ({ ctx, actor, params, query: { key, after, limit } }) => {
      const { body, year } = await reportAt(ctx, actor, params.id)
      const found = await recordsBehind(ctx, actor, {
        body: body.slug,
        year,
        key,
        ...(after !== undefined && { after }),
        ...(limit !== undefined && { limit }),
      })
      return { items: found.records, next: found.next }
    },
  ),
  route(
    {
      id: 'printReport',
      method: 'GET',
      path: '/reports/:id/file',
      tag: 'reports',
      summary: 'The report as a file: as it stands now, or a version',
      access: 'signed-in',
      needs: 'annual-report.see',
      params: byId,
      query: Shape({
        format: Type.Enum([...reportFormats], { title: 'ReportFormat' }),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
      answers: { 200: { file: [...new Set(reportFormats.map((format) => mediaTypes[format]))] } },
    },
    async ({ ctx, actor, params, query: { format, version } }): Promise<FileBytes> => {
      const { report, mark } = await reportToPrint(ctx, actor, params.id, version)
      const bytes = await render(report, format, { ...(ctx.fontsFolder !== undefined && { fontsFolder: ctx.fontsFolder }), mark })
      return { name: `${report.title}.${format}`, type: mediaTypes[format], bytes }
    },
  ),
  route(
    {
      id: 'readRollUp',
      method: 'GET',
      path: '/roll-ups/:scope',
      tag: 'reports',
      summary: 'The sum of the reports below a body on a year',
      access: 'signed-in',
      needs: 'annual-report.see',
      params: Shape({ scope: RollUpScope }),
      query: Shape({ body: Slug(), year: Year }),
      answers: { 200: RollUp },
    },
    async ({ ctx, actor, params, query }) => presentSum(await rollUpOf(ctx, actor, { ...params, ...query })),
  ),
  route(
    {
      id: 'listSummands',
      method: 'GET',
      path: '/roll-ups/:scope/summands',
      tag: 'reports',
      summary: 'What each body gives to a cell of the sum',
      access: 'signed-in',
      needs: 'annual-report.see',
      params: Shape({ scope: RollUpScope }),
      query: Shape({ body: Slug(), year: Year, cell: CellKey }),
      answers: {
        200: list(
          Shape(
            { part: Part, value: NullableNumber('null where it is not known'), state: NullableText('How it stands in the report') },
            { title: 'Summand' },
          ),
          'SummandList',
        ),
      },
    },
    async ({ ctx, actor, params, query }) => ({
      items: (await summandsIn(ctx, actor, { ...params, ...query })).map(({ part, ...rest }) => ({ part: presentPart(part), ...rest })),
    }),
  ),
  route(
    {
      id: 'reportUpward',
      method: 'POST',
      path: '/roll-ups/:scope',
      tag: 'reports',
      summary: 'Report the sum upward: it is kept which version of which report it was made of',
      access: 'signed-in',
      needs: 'annual-report.clear',
      params: Shape({ scope: RollUpScope }),
      body: Shape({ body: Slug(), year: Year, hash: Hash, note: Type.Optional(Text('Note', 500)) }, { title: 'RollUpReporting' }),
      answers: { 201: RollUp },
      refusals: ['roll-up-moved', 'roll-up-empty'],
    },
    async ({ ctx, actor, params, body }) => presentSum(await reportUpward(ctx, actor, { ...params, ...body })),
  ),
]

/** The report with the words that tell its version on paper: number and hash, or that it is none yet. */
async function reportToPrint(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number | undefined,
): Promise<{ report: Report; mark: string }> {
  const markOf = (one: { readonly n: number; readonly hash: string } | null) => (one ? `第${one.n}版　${one.hash}` : '草稿，没有定稿')
  if (version !== undefined) {
    const found = await versionAt(ctx, actor, id, version)
    return { report: found.content.report, mark: markOf(found) }
  }
  const found = await reportAt(ctx, actor, id)
  return { report: found.report, mark: markOf(found.version) }
}

const present = (found: ReportFound): Static<typeof AnnualReport> => ({
  id: found.id,
  body: { ...found.body },
  year: found.year,
  origin: found.origin,
  state: found.state,
  edition: found.edition,
  title: found.report.title ?? '',
  asOf: found.counted.asOf,
  figures: { ...found.figures },
  // What came as a file has no records here to count.
  counted: found.origin === 'file' ? {} : { ...found.counted.cells },
  lastYear: found.lastYear === null ? null : { ...found.lastYear },
  declared: Object.fromEntries(Object.entries(found.draft.declared).map(([key, { value, reason, by }]) => [key, { value, reason, by }])),
  names: { ...found.counted.figures },
  chapters: [0, 1, 2, 3, 4, 5, 6].map((number) => {
    const chapter = found.report.chapters.find((one) => one.number === number)
    return {
      number,
      title: chapter?.title ?? '',
      draft: found.draft.chapters[number] ?? '',
      text: chapter?.text ?? '',
      lastYear: found.lastTexts[number] ?? '',
    }
  }),
  doubts: found.doubts.map((doubt) => ({ ...doubt, cells: [...doubt.cells] })),
  moved: found.moved.map((one) => ({ ...one })),
  version: found.version,
  filedOn: found.filedOn,
  paperOn: found.paperOn,
  publishedOn: found.publishedOn,
  publishedVersion: found.publishedVersion,
  remarks: found.remarks.map(({ id, version, cell, chapter, quote, remark, at, byName, answer, settledAt }) => ({
    id,
    version,
    cell,
    chapter,
    quote,
    remark,
    at: at.toISOString(),
    by: byName,
    answer,
    settled: settledAt !== null,
  })),
  events: found.events.map(({ kind, on, at, personName, data }) => ({
    kind,
    on,
    at: at.toISOString(),
    person: personName,
    data: { ...data },
  })),
  may: [...found.may],
})

const presentPart = ({ body, reportId, state, version }: RollUpDetail['parts'][number]): Static<typeof Part> => ({
  body: { id: body.id, slug: body.slug, name: body.name },
  reportId,
  state,
  version,
})

const presentSum = (found: RollUpDetail): Static<typeof RollUp> => ({
  body: { ...found.body },
  year: found.year,
  scope: found.scope,
  figures: { ...found.figures },
  doubtful: Object.keys(found.cells),
  partial: partlyGiven(found),
  parts: found.parts.map(presentPart),
  filed: found.filed,
  countedTwice: found.countedTwice.map(({ kind, number, bodies }) => ({ kind, number, bodies: bodies.map((one) => ({ ...one })) })),
  hash: found.hash,
  moved: found.moved.map((one) => ({ ...one, body: { ...one.body }, cells: one.cells.map((cell) => ({ ...cell })) })),
  reported: found.reported.map(({ id, at, byName, hash, note }) => ({ id, at: at.toISOString(), by: byName, hash, note })),
})
