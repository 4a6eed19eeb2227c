/** 依申请公开台账: the year's requests to a file, and those of another system from one. */
import { type Static, Type } from 'typebox'
import { caseStates, exportLedger, type LedgerResult as Found, importLedger, outcomeRows } from '#casework'
import { bodyAt } from '#identity'
import { ledgerWords } from '#words'
import { listFile } from '../downloads.ts'
import { route } from '../operation.ts'
import { dryRun, ExportFormat, NullableDay, Shape, Slug } from '../schemas.ts'
import { lists, requireType } from '../uploads.ts'

export const LedgerRemark = Shape(
  {
    row: Type.Integer({ description: 'Row of the file, from 1; 0 where the whole file is meant' }),
    column: Type.String({ description: 'Head of the column; empty where the whole row is meant' }),
    what: Type.String({ description: 'What is so, and what to do' }),
  },
  { title: 'LedgerRemark' },
)

export const LedgerOutcome = Shape(
  {
    row: Type.Integer({ description: 'Row of the file, from 1' }),
    number: Type.String(),
    what: Type.Enum(['new', 'known', 'wrong'] as const, { description: 'Becomes a case; is here already and stays; has an error' }),
    state: Type.Unsafe<(typeof caseStates)[number] | null>({ type: ['string', 'null'], enum: [...caseStates, null] }),
    dueOn: NullableDay('Last day to answer of one that is open'),
    outcome: Type.Unsafe<(typeof outcomeRows)[number] | null>({
      type: ['string', 'null'],
      enum: [...outcomeRows, null],
      description: 'Row of table 三 it ends in',
    }),
    says: Type.String({ description: 'The same in words' }),
  },
  { title: 'LedgerOutcome' },
)

export const LedgerResult = Shape(
  {
    dryRun: Type.Boolean({ description: 'True where nothing was to be written' }),
    imported: Type.Boolean({ description: 'Whether it stands now' }),
    rows: Type.Integer({ description: 'Rows read, without the head' }),
    adds: Type.Integer({ description: 'New cases' }),
    known: Type.Integer({ description: 'Numbers that are here already' }),
    outcomes: Type.Array(LedgerOutcome, { description: 'What each row comes to' }),
    errors: Type.Array(LedgerRemark, { description: 'Where there is one, nothing is imported' }),
    doubts: Type.Array(LedgerRemark, { description: 'Readings to confirm: with one, nothing is imported unless `acceptDoubts`' }),
    ignored: Type.Array(Type.String(), { description: 'Heads of columns that are not taken' }),
  },
  { title: 'LedgerResult' },
)

export const ledgerRoutes = [
  route(
    {
      id: 'exportLedger',
      method: 'GET',
      path: '/ledger',
      tag: 'tables',
      summary: "A body's ledger of requests of a year, which can be imported again",
      access: 'signed-in',
      needs: 'request.export',
      query: Shape({
        body: Slug(),
        year: Type.Integer({ minimum: 2008, maximum: 2100 }),
        format: Type.Optional(ExportFormat),
        full: Type.Optional(
          Type.Boolean({ default: false, description: 'Names, numbers and contacts in full; needs `request.unmask` and is recorded' }),
        ),
      }),
      answers: {
        200: { file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], description: 'The file' },
      },
    },
    async ({ ctx, actor, query, language }) => {
      const { format = 'csv', ...wanted } = query
      const { name } = await bodyAt(ctx, query.body)
      return listFile(ledgerWords[language].file(name, query.year), format, await exportLedger(ctx, actor, { ...wanted, format }))
    },
  ),
  route(
    {
      id: 'importLedger',
      method: 'POST',
      path: '/ledger',
      tag: 'tables',
      summary: 'Take in the ledger of another system, in mid-year too',
      description:
        'XLSX, or CSV (UTF-8 or GB 18030). Columns are known by their heads and many others. All rows or none; numbers that are here already stay as they are.',
      access: 'signed-in',
      needs: 'request.import',
      query: Shape({
        body: Slug(),
        dryRun,
        acceptDoubts: Type.Optional(Type.Boolean({ default: false, description: 'Take the doubtful readings as a dry run lists them' })),
      }),
      form: Shape({}),
      answers: { 200: LedgerResult },
      refusals: ['too-large', 'unsupported-media'],
    },
    async ({ ctx, actor, query, file, language }) => {
      requireType(file, lists, language)
      return presentResult(await importLedger(ctx, actor, { ...query, ...file }), query.dryRun ?? false)
    },
  ),
]

const presentResult = (found: Found, isDryRun: boolean): Static<typeof LedgerResult> => ({
  dryRun: isDryRun,
  imported: found.imported,
  rows: found.rows,
  adds: found.adds,
  known: found.known,
  outcomes: [...found.outcomes],
  errors: [...found.errors],
  doubts: [...found.doubts],
  ignored: [...found.ignored],
})
