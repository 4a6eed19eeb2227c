/** The office above: reports that come as files, the 汇总表, the checks of all side by side, the papers around them. */
import { Type } from 'typebox'
import {
  checkBelow,
  countyPaper,
  countyPapers,
  plainText,
  reportPaper,
  reportPapers,
  sourceOf,
  summaryTable,
  takeReports,
  takeTable,
  takings,
} from '#filing'
import { type LetterDocument, mediaTypes, renderLetter } from '#render'
import { Failure } from '#words'
import { type FileBytes, route } from '../operation.ts'
import { BodyRef, byId, Day, dryRun, Id, list, Nullable, NullableText, Shape, Slug } from '../schemas.ts'
import { lists, requireType } from '../uploads.ts'
import { CellKey, RollUpScope, Year } from './reports.ts'

const finding = {
  rule: Type.String(),
  severity: Type.Enum(['error', 'warning', 'info'] as const, { title: 'DoubtSeverity' }),
  message: Type.String(),
  cells: Type.Array(CellKey),
}
const FindingOfReport = Shape(finding, { title: 'FindingOfReport' })
export const CheckedReport = Shape(
  {
    body: BodyRef,
    reportId: Id('Report'),
    version: Type.Integer(),
    errors: Type.Integer(),
    warnings: Type.Integer(),
    findings: Type.Array(
      Shape({ ...finding, confirmed: NullableText('The reason with which the body let it stand') }, { title: 'FindingOfFiled' }),
    ),
  },
  { title: 'CheckedReport' },
)
export const TakenReport = Shape(
  {
    part: Type.Integer({ description: 'From 1, among the reports of the file' }),
    taking: Type.Enum([...takings], { title: 'ReportTaking', description: 'What becomes of it; `new` and `again` are taken' }),
    why: Type.String({ description: 'Why it cannot be read' }),
    named: NullableText('Whose report it says it is'),
    year: Type.Unsafe<number | null>({ type: ['integer', 'null'], description: 'On which year' }),
    body: Nullable(BodyRef),
    listed: Type.Integer({ description: 'Cells that do not stand in the file just as given' }),
    findings: Type.Array(FindingOfReport),
    reportId: Nullable(Id('Report')),
  },
  { title: 'TakenReport' },
)
const takenList = list(TakenReport, 'TakenReportList')
const paperFormats = ['docx', 'pdf', 'txt'] as const
const PaperFormat = Type.Enum([...paperFormats], { title: 'PaperFormat' })
const paperTypes = [mediaTypes.docx, mediaTypes.pdf, 'text/plain; charset=utf-8']
const asked = { body: Slug(), year: Year }

export const reportCountyRoutes = [
  route(
    {
      id: 'listReportFindings',
      method: 'GET',
      path: '/report-findings',
      tag: 'reports',
      summary: 'What the checks find in every report filed to a body on a year, the worst first',
      access: 'signed-in',
      needs: 'annual-report.see',
      query: Shape(asked),
      answers: { 200: list(CheckedReport, 'CheckedReportList') },
    },
    async ({ ctx, actor, query }) => ({
      items: (await checkBelow(ctx, actor, query)).map((one) => ({
        ...one,
        findings: one.findings.map((each) => ({ ...each, cells: [...each.cells] })),
      })),
    }),
  ),
  route(
    {
      id: 'takeReports',
      method: 'POST',
      path: '/report-files',
      tag: 'reports',
      summary: 'Take the reports in a Word, Excel, HTML or text file, of bodies that file by file',
      access: 'signed-in',
      needs: 'annual-report.clear',
      query: Shape({
        ...asked,
        dryRun,
        member: Type.Optional(Slug('Whose it is, where the file does not say')),
        publishedOn: Type.Optional(Day('Of an earlier year: when it was published elsewhere; it stands as published')),
      }),
      form: Shape({}, { title: 'ReportFile' }),
      answers: { 200: takenList },
      refusals: ['too-large', 'report-own'],
    },
    async ({ ctx, actor, query: { body, year, member, publishedOn, dryRun: tries }, file }) => ({
      items: (
        await takeReports(ctx, actor, {
          body,
          year,
          file,
          dryRun: tries ?? false,
          ...(member !== undefined && { member }),
          ...(publishedOn !== undefined && { publishedOn }),
        })
      ).map(presentTaken),
    }),
  ),
  route(
    {
      id: 'readReportSource',
      method: 'GET',
      path: '/reports/:id/source',
      tag: 'reports',
      summary: 'The file a report was filed as',
      access: 'signed-in',
      needs: 'annual-report.see',
      params: byId,
      answers: { 200: { file: ['application/octet-stream'], description: 'The bytes, under the type they have' } },
    },
    async ({ ctx, actor, params }): Promise<FileBytes> => {
      const { name, type, bytes } = await sourceOf(ctx, actor, params.id)
      return { name, type, bytes }
    },
  ),
  route(
    {
      id: 'readSummaryTable',
      method: 'GET',
      path: '/summary-table',
      tag: 'reports',
      summary: '汇总表: a body a row, the 200 cells in official order, the sum last',
      access: 'signed-in',
      needs: 'annual-report.see',
      query: Shape({ ...asked, scope: RollUpScope }),
      answers: { 200: { file: [mediaTypes.xlsx] } },
    },
    async ({ ctx, actor, query }): Promise<FileBytes> => {
      const { name, bytes } = await summaryTable(ctx, actor, query)
      return { name: `${name}.xlsx`, type: mediaTypes.xlsx, bytes }
    },
  ),
  route(
    {
      id: 'takeSummaryTable',
      method: 'POST',
      path: '/summary-table',
      tag: 'reports',
      summary: 'Take a 汇总表: each row is the report of a body that files by file',
      access: 'signed-in',
      needs: 'annual-report.clear',
      query: Shape({ ...asked, dryRun }),
      form: Shape({}, { title: 'SummaryTableFile' }),
      answers: { 200: takenList },
      refusals: ['too-large', 'unsupported-media', 'report-own'],
    },
    async ({ ctx, actor, query: { body, year, dryRun: tries }, file, language }) => {
      requireType(file, lists, language)
      return { items: (await takeTable(ctx, actor, { body, year, file, dryRun: tries ?? false })).map(presentTaken) }
    },
  ),
  route(
    {
      id: 'printReportPaper',
      method: 'GET',
      path: '/reports/:id/papers/:paper',
      tag: 'reports',
      summary: 'A paper about a report: 报送函 of the body, 审核意见单 of the office above',
      access: 'signed-in',
      needs: 'annual-report.see',
      params: Shape({ ...byId.properties, paper: Type.Enum([...reportPapers], { title: 'ReportPaper' }) }),
      query: Shape({ format: PaperFormat }),
      answers: { 200: { file: paperTypes } },
      refusals: ['report-state'],
    },
    async ({ ctx, actor, params, query }): Promise<FileBytes> =>
      printed(ctx, await reportPaper(ctx, actor, params.id, params.paper), query.format),
  ),
  route(
    {
      id: 'printCountyPaper',
      method: 'GET',
      path: '/report-papers/:paper',
      tag: 'reports',
      summary: 'A paper on a year: 催报, 通报, the leader’s brief',
      access: 'signed-in',
      needs: 'annual-report.clear',
      params: Shape({ paper: Type.Enum([...countyPapers], { title: 'CountyPaper' }) }),
      query: Shape({ ...asked, format: PaperFormat }),
      answers: { 200: { file: paperTypes } },
      refusals: ['report-all-filed'],
    },
    async ({ ctx, actor, params, query: { format, ...rest } }): Promise<FileBytes> => {
      const paper = await countyPaper(ctx, actor, { ...rest, kind: params.paper })
      if (paper === null) throw new Failure('report-all-filed')
      return printed(ctx, paper, format)
    },
  ),
]

async function printed(
  { fontsFolder }: { readonly fontsFolder?: string | undefined },
  letter: LetterDocument,
  format: (typeof paperFormats)[number],
): Promise<FileBytes> {
  const name = `${letter.title}.${format}`
  if (format === 'txt') return { name, type: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode(plainText(letter)) }
  return { name, type: mediaTypes[format], bytes: await renderLetter(letter, format, fontsFolder === undefined ? {} : { fontsFolder }) }
}

type Taken = Awaited<ReturnType<typeof takeReports>>[number]
const presentFinding = (one: Taken['findings'][number]) => ({ ...one, cells: [...one.cells] })
const presentTaken = (one: Taken) => ({ ...one, findings: one.findings.map(presentFinding) })
