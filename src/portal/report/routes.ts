/** The published reports of a body: all years, one year with its figures to open, and each as a file. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#db'
import { publicReport, publishedYears } from '#filing'
import { csvLine, utf8Mark } from '#kit'
import { mediaTypes, render } from '#render'
import { type CellKey, cellKeys, cellName, type Report } from '#report'
import { sendText, sendTrouble } from '../answers.ts'
import type { Drawing } from '../apply/routes.ts'
import { reportsPage } from '../pages/columns.tsx'
import { noReportPage } from '../pages/trouble.tsx'
import type { PortalBody } from '../register.ts'
import { drawPage, type Frame, type Page } from '../shell.tsx'
import { remember } from '../visit.ts'
import { type PublishedYear, type ReportFormat, reportFormats, reportPage } from './page.tsx'

const html = 'text/html; charset=utf-8'

export function registerReports(portal: FastifyInstance, ctx: Context, { frameOf, bodyOf, noBody }: Drawing): void {
  const send = (request: FastifyRequest, reply: FastifyReply, frame: Frame, page: Page): FastifyReply => {
    remember(request, reply)
    return sendText(request, reply, frame.visit, html, drawPage(page, frame))
  }
  const missing = (request: FastifyRequest, reply: FastifyReply, frame: Frame, body: PortalBody, year: string): FastifyReply =>
    sendTrouble(request, reply, 404, frame, noReportPage(frame, body, year))

  portal.get('/b/:slug/reports', async (request, reply) => {
    const frame = await frameOf(request)
    const body = bodyOf(frame, request)
    if (!body) return noBody(request, reply, frame)
    return send(request, reply, frame, reportsPage(frame, body, await publishedYears(ctx, body.id)))
  })

  portal.get('/b/:slug/reports/cells.csv', async (request, reply) => {
    const frame = await frameOf(request)
    const body = bodyOf(frame, request)
    if (!body) return noBody(request, reply, frame)
    const text = cellsCsv(await publishedYears(ctx, body.id))
    return sendFile(request, reply, frame, `${body.slug}-reports.csv`, 'text/csv; charset=utf-8', text)
  })

  portal.get<{ Params: { slug: string; year: string }; Querystring: { cell?: string } }>(
    '/b/:slug/reports/:year',
    async (request, reply) => {
      const frame = await frameOf(request)
      const body = bodyOf(frame, request)
      if (!body) return noBody(request, reply, frame)
      const { year } = request.params
      const found = isYear(year) ? await publicReport(ctx, body.id, Number(year)) : null
      if (!found) return missing(request, reply, frame, body, year)
      const { report, publishedOn, version, notes } = found
      const published = {
        report,
        publishedOn,
        notes,
        year: Number(year),
        version: version.n,
        hash: version.hash,
        years: await publishedYears(ctx, body.id),
      }
      const { cell } = request.query
      return send(request, reply, frame, reportPage(frame, body, published, typeof cell === 'string' ? cell : null))
    },
  )

  portal.get<{ Params: { slug: string; year: string; format: string } }>(
    '/b/:slug/reports/:year/report.:format',
    async (request, reply) => {
      const frame = await frameOf(request)
      const body = bodyOf(frame, request)
      if (!body) return noBody(request, reply, frame)
      const { year, format } = request.params
      const found = isYear(year) && isFormat(format) ? await publicReport(ctx, body.id, Number(year)) : null
      if (!found || !isFormat(format)) return missing(request, reply, frame, body, year)
      const name = `${found.report.title ?? body.name}.${format}`
      if (format === 'csv') return sendFile(request, reply, frame, name, 'text/csv; charset=utf-8', reportCsv(found.report))
      const fonts = ctx.fontsFolder === undefined ? {} : { fontsFolder: ctx.fontsFolder }
      return sendFile(
        request,
        reply,
        frame,
        name,
        mediaTypes[format],
        Buffer.from(await render(found.report, format, { ...fonts, mark: `第${found.version.n}版　${found.version.hash}` })),
      )
    },
  )
}

const isYear = (year: string): boolean => /^(?:19|20)\d\d$/.test(year)
const isFormat = (format: string): format is ReportFormat => (reportFormats as readonly string[]).includes(format)

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { visit }: Frame,
  name: string,
  type: string,
  content: string | Buffer,
): FastifyReply {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  reply.header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
  return sendText(request, reply, visit, type, content)
}

/** A cell a line: its key, its name, its figure; nothing where the report gives none. */
const reportCsv = ({ figures, edition }: Report): string =>
  utf8Mark +
  [
    ['key', '名称', '数值'],
    ...cellKeys(edition ?? '2021').map((key): (string | number | null)[] => [key, cellName(key), figures[key] ?? null]),
  ]
    .map(csvLine)
    .join('')

/** Every cell of every published year, the years side by side. */
function cellsCsv(years: readonly PublishedYear[]): string {
  const inOrder = [...years].sort((one, other) => one.year - other.year)
  const line = (key: CellKey): (string | number | null)[] => [key, cellName(key), ...inOrder.map(({ figures }) => figures[key] ?? null)]
  return utf8Mark + [['key', '名称', ...inOrder.map(({ year }) => year)], ...cellKeys('2021').map(line)].map(csvLine).join('')
}
