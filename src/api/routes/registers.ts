/** 台账: the registers there are, their entries, imports, reconciliations, notices signed for. */
import { type Static, Type } from 'typebox'
import { bodyAt } from '#identity'
import {
  addEntry,
  addEvidence,
  changeEntry,
  definitionOf,
  type EntryDetail as EntryFound,
  entriesOf,
  entryAt,
  exportEntries,
  fieldKinds,
  importEntries,
  type ListedEntry,
  measuresOf,
  type RegisterDefinition,
  readEvidence,
  receiveNotice,
  reconcile,
  reconciliationOf,
  registerGroups,
  registersOf,
  restoreEntry,
  undoImport,
  voidEntry,
} from '#registers'
import type { Language } from '#report'
import { registerWords } from '#words'
import { listFile } from '../downloads.ts'
import { type FileBytes, route } from '../operation.ts'
import { instant } from '../present.ts'
import {
  BodyRef,
  byId,
  Day,
  dryRun,
  ExportFormat,
  Id,
  Instant,
  Line,
  list,
  Nullable,
  NullableInstant,
  NullableText,
  PersonRef,
  page,
  paging,
  Shape,
  Slug,
  Text,
} from '../schemas.ts'
import { documents, lists, requireType } from '../uploads.ts'
import { InvalidInput } from '../validate.ts'
import { Attachment, presentAttachment } from './sign-offs.ts'

const Year = Type.Integer({ minimum: 2008, maximum: 2100, examples: [2025] })
const RegisterId = Type.String({ pattern: '^[a-z]+(-[a-z]+)*$', maxLength: 40, description: 'Register', examples: ['normative-documents'] })
const Values = Type.Record(Type.String({ maxLength: 40 }), Type.Union([Type.String({ maxLength: 4000 }), Type.Number(), Type.Boolean()]), {
  description: 'By the keys of the fields: days YYYY-MM-DD, months YYYY-MM, money in 分 as a number or in 元 as text, choices by id',
})

const RegisterField = Shape(
  {
    key: Type.String(),
    label: Type.String(),
    kind: Type.Enum(fieldKinds, { title: 'RegisterFieldKind' }),
    required: Type.Boolean(),
    options: Type.Array(Shape({ id: Type.String(), label: Type.String() }, { title: 'RegisterOption' })),
    hint: Type.String(),
  },
  { title: 'RegisterField' },
)
export const Register = Shape(
  {
    id: RegisterId,
    name: Type.String(),
    about: Type.String({ description: 'What belongs here, and what does not' }),
    source: Type.String({ description: 'Provision that asks for it' }),
    group: Type.Enum(registerGroups, { title: 'RegisterGroup' }),
    groupName: Type.String(),
    fields: Type.Array(RegisterField),
    title: Type.String({ description: 'Field that names an entry' }),
    begins: Type.String({ description: 'Field by which it is ordered and counted' }),
    cells: Type.Array(Type.String(), { description: 'Cells of table 二 it counts' }),
    measures: Type.Array(Shape({ key: Type.String(), name: Type.String(), unit: Type.String() }, { title: 'RegisterMeasure' }), {
      description: 'Figures prose may be bound to',
    }),
    reconciledWith: NullableText('Whose list it is held against'),
    isForBelow: Type.Boolean({ description: 'Kept by the higher office, signed for below' }),
    all: Type.Integer({ description: 'Entries at the body' }),
    ofYear: Type.Integer({ description: 'Of them, those that begin in the year' }),
  },
  { title: 'Register' },
)

const entry = {
  id: Id('Entry'),
  body: BodyRef,
  register: RegisterId,
  values: Values,
  begins: Day('When it begins to count'),
  unit: Type.String({ description: 'The unit it comes from' }),
  addedBy: Nullable(PersonRef),
  addedAt: Instant('Written down'),
  edition: Type.Integer({ description: 'How often it was changed; who changes it names the one they read' }),
  voidedAt: NullableInstant('Struck out'),
  voidReason: Type.String(),
  files: Type.Integer({ description: 'Pieces of evidence' }),
}
export const RegisterEntry = Shape(entry, { title: 'RegisterEntry' })
export const RegisterEntryDetail = Shape(
  {
    ...entry,
    history: Type.Array(
      Shape(
        {
          at: Instant('When'),
          person: NullableText('Who'),
          kind: Type.Enum(['added', 'changed', 'voided', 'restored'] as const),
          values: Values,
          unit: Type.String(),
          reason: Type.String(),
        },
        { title: 'RegisterChange' },
      ),
    ),
    evidence: Type.Array(Attachment),
    receipts: Type.Array(
      Shape(
        { body: BodyRef, signedAt: NullableInstant('Signed for'), by: NullableText('By whom') },
        { title: 'NoticeReceipt', description: 'Of a notice: who below has signed for it' },
      ),
    ),
  },
  { title: 'RegisterEntryDetail' },
)

const RegisterImport = Shape(
  {
    rows: Type.Integer({ description: 'Rows read, without the head' }),
    adds: Type.Integer(),
    known: Type.Integer({ description: 'Rows that are here already, value for value' }),
    errors: Type.Array(Shape({ row: Type.Integer(), column: Type.String(), what: Type.String() }, { title: 'RegisterImportError' })),
    columns: Type.Array(
      Shape({ header: Type.String(), field: NullableText('Field it was taken for; null where nobody knows') }, { title: 'RegisterColumn' }),
    ),
    imported: Type.Boolean({ description: 'Whether it stands now' }),
    importId: NullableText('To take it back'),
  },
  { title: 'RegisterImport' },
)

const Reconciliation = Shape(
  {
    rows: Type.Integer(),
    same: Type.Integer(),
    onlyHere: Type.Array(Shape({ id: Id('Entry'), title: Type.String() }, { title: 'OnlyHere' })),
    onlyThere: Type.Array(Shape({ row: Type.Integer(), title: Type.String() }, { title: 'OnlyThere' })),
    differing: Type.Array(
      Shape(
        { id: Id('Entry'), title: Type.String(), field: Type.String(), here: Type.String(), there: Type.String() },
        { title: 'Differing' },
      ),
    ),
  },
  { title: 'Reconciliation' },
)
const KeptReconciliation = Shape(
  { result: Reconciliation, at: Instant('When'), fileName: Type.String(), by: Type.String() },
  { title: 'KeptReconciliation' },
)

const params = Shape({ register: RegisterId })
const reason = Line('Why', 500)

export const registerRoutes = [
  route(
    {
      id: 'listRegisters',
      method: 'GET',
      path: '/registers',
      tag: 'registers',
      summary: 'The registers there are, with how much each holds at a body',
      access: 'signed-in',
      needs: 'register.see',
      query: Shape({ body: Slug(), year: Year }),
      answers: { 200: list(Register, 'RegisterList') },
    },
    async ({ ctx, actor, query, language }) => ({
      items: (await registersOf(ctx, actor, query)).map(({ definition, all, ofYear }) => ({
        ...presentRegister(definition, language),
        all,
        ofYear,
      })),
    }),
  ),
  route(
    {
      id: 'listRegisterEntries',
      method: 'GET',
      path: '/registers/:register/entries',
      tag: 'registers',
      summary: 'Entries of a register, the latest first',
      access: 'signed-in',
      needs: 'register.see',
      params,
      query: Shape({
        body: Slug(),
        year: Type.Optional(Year),
        q: Type.Optional(Text('Part of any value', 100)),
        voided: Type.Optional(Type.Boolean({ default: false, description: 'Those struck out instead' })),
        ...paging,
      }),
      answers: { 200: page(RegisterEntry, 'RegisterEntryPage') },
    },
    async ({ ctx, actor, params, query }) => {
      const { items, next } = await entriesOf(ctx, actor, { ...params, ...query })
      return { items: items.map(presentEntry), next }
    },
  ),
  route(
    {
      id: 'addRegisterEntry',
      method: 'POST',
      path: '/registers/:register/entries',
      tag: 'registers',
      summary: 'Write an entry',
      access: 'signed-in',
      needs: 'register.write',
      params,
      body: Shape(
        { body: Slug(), values: Values, unit: Type.Optional(Text('The unit it comes from', 100)) },
        { title: 'RegisterEntryDraft' },
      ),
      answers: { 201: RegisterEntryDetail },
      refusals: ['wrong-register-field', 'register-order'],
    },
    async ({ ctx, actor, params, body }) => presentDetail(await addEntry(ctx, actor, { ...params, ...body })),
  ),
  route(
    {
      id: 'readRegisterEntry',
      method: 'GET',
      path: '/register-entries/:id',
      tag: 'registers',
      summary: 'An entry with its history and evidence',
      access: 'signed-in',
      needs: ['register.see', 'register.receive'],
      params: byId,
      answers: { 200: RegisterEntryDetail },
    },
    async ({ ctx, actor, params }) => presentDetail(await entryAt(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'changeRegisterEntry',
      method: 'PUT',
      path: '/register-entries/:id',
      tag: 'registers',
      summary: 'Change an entry, all its values at once',
      access: 'signed-in',
      needs: 'register.write',
      params: byId,
      body: Shape(
        {
          values: Values,
          unit: Type.Optional(Text('The unit it comes from', 100)),
          edition: Type.Integer({ minimum: 1, description: 'The one that was read' }),
          reason: Type.Optional(Text('Why', 500)),
        },
        { title: 'RegisterEntryChange' },
      ),
      answers: { 200: RegisterEntryDetail },
      refusals: ['wrong-register-field', 'register-order', 'register-changed', 'register-voided'],
    },
    async ({ ctx, actor, params, body }) => presentDetail(await changeEntry(ctx, actor, params.id, body)),
  ),
  route(
    {
      id: 'voidRegisterEntry',
      method: 'POST',
      path: '/register-entries/:id/void',
      tag: 'registers',
      summary: 'Strike an entry out; it stays readable',
      access: 'signed-in',
      needs: 'register.void',
      params: byId,
      body: Shape({ reason }, { title: 'RegisterEntryVoiding' }),
      answers: { 200: RegisterEntryDetail },
      refusals: ['register-voided'],
    },
    async ({ ctx, actor, params, body }) => presentDetail(await voidEntry(ctx, actor, params.id, body.reason)),
  ),
  route(
    {
      id: 'restoreRegisterEntry',
      method: 'POST',
      path: '/register-entries/:id/restore',
      tag: 'registers',
      summary: 'Put an entry back that was struck out',
      access: 'signed-in',
      needs: 'register.void',
      params: byId,
      answers: { 200: RegisterEntryDetail },
      refusals: ['register-voided'],
    },
    async ({ ctx, actor, params }) => presentDetail(await restoreEntry(ctx, actor, params.id)),
  ),
  route(
    {
      id: 'addRegisterEvidence',
      method: 'POST',
      path: '/register-entries/:id/files',
      tag: 'registers',
      summary: 'Hang evidence on an entry',
      access: 'signed-in',
      needs: 'register.write',
      params: byId,
      form: Shape({}, { title: 'RegisterEvidenceDraft' }),
      answers: { 201: RegisterEntryDetail },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, params, file, language }) => {
      requireType(file, documents, language)
      return presentDetail(await addEvidence(ctx, actor, params.id, file))
    },
  ),
  route(
    {
      id: 'readRegisterEvidence',
      method: 'GET',
      path: '/register-entries/:id/files/:fileId',
      tag: 'registers',
      summary: 'The bytes of evidence',
      access: 'signed-in',
      needs: ['register.see', 'register.receive'],
      params: Shape({ id: Id('Entry'), fileId: Id('File') }),
      answers: { 200: { file: ['application/octet-stream'], description: 'The bytes, under the type they have' } },
    },
    async ({ ctx, actor, params }): Promise<FileBytes> => {
      const { name, type, bytes } = await readEvidence(ctx, actor, params.id, params.fileId)
      return { name, type, bytes }
    },
  ),
  route(
    {
      id: 'receiveNotice',
      method: 'POST',
      path: '/register-entries/:id/receipt',
      tag: 'registers',
      summary: 'Sign for a notice of the higher office (签收)',
      access: 'signed-in',
      needs: 'register.receive',
      params: byId,
      body: Shape({ body: Slug('Body that signs') }, { title: 'NoticeReceiptDraft' }),
      answers: { 204: null },
    },
    ({ ctx, actor, params, body }) => receiveNotice(ctx, actor, params.id, body.body),
  ),
  route(
    {
      id: 'exportRegister',
      method: 'GET',
      path: '/registers/:register/file',
      tag: 'registers',
      summary: 'A register as a file that can be taken in again',
      access: 'signed-in',
      needs: 'register.see',
      params,
      query: Shape({ body: Slug(), year: Type.Optional(Year), format: Type.Optional(ExportFormat) }),
      answers: {
        200: { file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], description: 'The file' },
      },
    },
    async ({ ctx, actor, params, query, language }) => {
      const { format = 'csv', ...wanted } = query
      const { name } = await bodyAt(ctx, query.body)
      const bytes = await exportEntries(ctx, actor, { ...params, ...wanted, format })
      return listFile(`${name}${definitionOf(params.register).name[language]}`, format, bytes)
    },
  ),
  route(
    {
      id: 'importRegister',
      method: 'POST',
      path: '/registers/:register/file',
      tag: 'registers',
      summary: 'Take entries in from a file: all rows or none',
      description:
        'XLSX, or CSV (UTF-8 or GB 18030). A header nobody knows is refused until `mapping` says which field it is; that is remembered.',
      access: 'signed-in',
      needs: 'register.import',
      params,
      query: Shape({ body: Slug(), dryRun }),
      form: Shape({
        mapping: Type.Optional(Text('JSON: header of the file → key of a field, `unit`, or `-` for a column that is not taken', 10_000)),
      }),
      answers: { 200: RegisterImport },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, params, query, body, file, language }) => {
      requireType(file, lists, language)
      const mapping = mappingOf(body.mapping)
      const result = await importEntries(ctx, actor, {
        ...params,
        body: query.body,
        dryRun: query.dryRun ?? false,
        ...file,
        ...(mapping && { mapping }),
      })
      return { ...result, errors: [...result.errors], columns: [...result.columns] }
    },
  ),
  route(
    {
      id: 'undoRegisterImport',
      method: 'POST',
      path: '/register-imports/:id/undo',
      tag: 'registers',
      summary: 'Take an import back: its entries are struck out, but for those changed or proved since',
      access: 'signed-in',
      needs: 'register.import',
      params: byId,
      answers: {
        200: Shape(
          { entries: Type.Integer(), kept: Type.Integer({ description: 'Changed or proved since: they stay' }) },
          { title: 'UndoneImport' },
        ),
      },
      refusals: ['register-voided'],
    },
    async ({ ctx, actor, params }) => ({ ...(await undoImport(ctx, actor, params.id)) }),
  ),
  route(
    {
      id: 'reconcileRegister',
      method: 'POST',
      path: '/registers/:register/reconciliation',
      tag: 'registers',
      summary: 'Hold a register against another’s list; nothing is changed',
      access: 'signed-in',
      needs: 'register.import',
      params,
      query: Shape({ body: Slug(), year: Year }),
      form: Shape({}, { title: 'ReconciliationDraft' }),
      answers: { 200: Reconciliation },
      refusals: ['register-key-column', 'too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, params, query, file, language }) => {
      requireType(file, lists, language)
      return presentReconciliation(await reconcile(ctx, actor, { ...params, ...query, ...file }))
    },
  ),
  route(
    {
      id: 'readReconciliation',
      method: 'GET',
      path: '/registers/:register/reconciliation',
      tag: 'registers',
      summary: 'The last comparison of a year',
      access: 'signed-in',
      needs: 'register.see',
      params,
      query: Shape({ body: Slug(), year: Year }),
      answers: { 200: Shape({ last: Nullable(KeptReconciliation) }, { title: 'LastReconciliation' }) },
    },
    async ({ ctx, actor, params, query }) => {
      const last = await reconciliationOf(ctx, actor, { ...params, ...query })
      return {
        last: last && { result: presentReconciliation(last.result), at: last.at.toISOString(), fileName: last.fileName, by: last.byName },
      }
    },
  ),
]

function mappingOf(text: string | undefined): Record<string, string> | null {
  if (text === undefined || text === '') return null
  try {
    const given: unknown = JSON.parse(text)
    if (given !== null && typeof given === 'object' && Object.values(given).every((one) => typeof one === 'string'))
      return given as Record<string, string>
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new InvalidInput([{ path: ['mapping'], what: 'not-a-mapping', values: {} }])
}

const presentRegister = (definition: RegisterDefinition, language: Language): Omit<Static<typeof Register>, 'all' | 'ofYear'> => ({
  id: definition.id,
  name: definition.name[language],
  about: definition.about[language],
  source: definition.source,
  group: definition.group,
  groupName: registerWords[language].groups[definition.group] ?? definition.group,
  fields: definition.fields.map(({ key, label, kind, required, options = {}, hint }) => ({
    key,
    label: label[language],
    kind,
    required: required ?? false,
    options: Object.entries(options).map(([id, name]) => ({ id, label: name[language] })),
    hint: hint?.[language] ?? '',
  })),
  title: definition.title,
  begins: definition.begins,
  cells: Object.keys(definition.cells ?? {}),
  measures: measuresOf(definition).map(({ key, measure, part }) => {
    const field = definition.fields.find((one) => one.key === measure.by)
    const of = part === null ? '' : (field?.options?.[part]?.[language] ?? part)
    return { key, name: [measure.name[language], of].filter(Boolean).join(language === 'zh-CN' ? '，' : ', '), unit: measure.unit }
  }),
  reconciledWith: definition.reconciledWith?.whose[language] ?? null,
  isForBelow: definition.forBelow ?? false,
})

const presentEntry = (found: ListedEntry): Static<typeof RegisterEntry> => ({
  id: found.id,
  body: { ...found.body },
  register: found.register,
  values: { ...found.values },
  begins: found.begins,
  unit: found.unit,
  addedBy: found.addedBy,
  addedAt: found.addedAt.toISOString(),
  edition: found.edition,
  voidedAt: instant(found.voided?.at ?? null),
  voidReason: found.voided?.reason ?? '',
  files: found.files,
})

const presentDetail = (found: EntryFound): Static<typeof RegisterEntryDetail> => ({
  ...presentEntry(found),
  history: found.history.map(({ at, values, ...rest }) => ({ ...rest, at: at.toISOString(), values: { ...values } })),
  evidence: found.evidence.map(presentAttachment),
  receipts: found.receipts.map(({ bodyId, slug, name, signedAt, byName }) => ({
    body: { id: bodyId, slug, name },
    signedAt: instant(signedAt),
    by: byName,
  })),
})

const presentReconciliation = (found: Awaited<ReturnType<typeof reconcile>>): Static<typeof Reconciliation> => ({
  rows: found.rows,
  same: found.same,
  onlyHere: [...found.onlyHere],
  onlyThere: [...found.onlyThere],
  differing: [...found.differing],
})
