import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#db'
import { Failure, failures } from '#words'
import { download, isAway, sendText, sendTrouble } from './answers.ts'
import { registerApply } from './apply/routes.ts'
import { type CheckAssets, drawCheckPage } from './check/page.tsx'
import { drawFeed, drawManifest, drawRobots, drawSitemap, icon } from './feeds.ts'
import { drawCsv, drawJson, drawWorkbook } from './lists.ts'
import { bodiesPage, filterOf } from './pages/bodies.tsx'
import { columns } from './pages/body.tsx'
import { bodyStartPage, columnPage } from './pages/columns.tsx'
import { homePage } from './pages/home.tsx'
import { searchPage } from './pages/search.tsx'
import { sectionPage } from './pages/sections.tsx'
import { accessibilityPage, correctionsPage, feedsPage, openDataPage, sitemapPage, validityPage } from './pages/services.tsx'
import { awayPage, failedPage, noBodyPage, notFoundPage, wrongPage } from './pages/trouble.tsx'
import { takeForms } from './posted.ts'
import { registerReader } from './reading.ts'
import { bodyOf, filterBodies, type PortalBody, type Register } from './register.ts'
import { registerReports } from './report/routes.ts'
import { drawPage, type Frame, type Page } from './shell.tsx'
import { registerTrack } from './track/routes.ts'
import { remember, type Visit, visitOf } from './visit.ts'

/** Addresses of what the portal's pages load, as the server serves them. */
export interface PortalAssets {
  readonly portal: { readonly style: string }
  readonly check: CheckAssets
}

export interface PortalOptions {
  readonly assets: PortalAssets
  /** Where the demo's clock stands; null where this is no demo. */
  readonly demo?: () => { readonly today: string } | null
  /** Scheme and host of the site as the public knows it; without it, what the visitor's request says. */
  readonly origin?: string
  /** Told of every fault that is ours, with the number the visitor sees. */
  readonly report?: (fault: unknown, reference: string) => void
}

/** Policy of the portal's pages: nothing runs or loads that is not the site's own, and forms go nowhere else. */
export const portalPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const html = 'text/html; charset=utf-8'

/** Pages that need nothing but the register and the visit. */
const pages: Readonly<Record<string, (frame: Frame) => Page>> = {
  '/': homePage,
  '/bodies': bodiesPage,
  '/search': searchPage,
  '/validity': validityPage,
  '/accessibility': accessibilityPage,
  '/sitemap': sitemapPage,
  '/feeds': feedsPage,
  '/open-data': openDataPage,
  '/corrections': correctionsPage,
}

/** Seconds after which a visitor should come again while the database is away. */
const comeAgain = 10

/**
 * Mounts the public site: `/`, `/bodies`, `/b/SLUG/…`, `/search`, `/check` and what belongs to them, and the answer to addresses that
 * lead nowhere. Pages are drawn on the server and need no script. They may be kept by caches as long as they ask whether they still
 * hold; a page shown as one browser chose is that browser's own.
 */
export async function registerPortal(server: FastifyInstance, ctx: Context, options: PortalOptions): Promise<void> {
  await server.register(async (portal) => {
    if (!portal.hasReplyDecorator('setCookie')) await portal.register(fastifyCookie)
    const register = registerReader(ctx)
    const frameOf = (request: FastifyRequest, read: Register): Frame => ({
      visit: visitOf(request, options.origin),
      register: read,
      style: options.assets.portal.style,
      demo: options.demo?.() ?? null,
    })
    // Before anything is waited for: what is registered then keeps the handler there was.
    portal.setErrorHandler(async (fault: unknown, request, reply) => {
      const frame = frameOf(request, register.last())
      if (isAway(fault)) {
        reply.header('retry-after', comeAgain)
        return sendTrouble(request, reply, 503, frame, awayPage(frame))
      }
      if (fault instanceof Failure) {
        const known = failures[fault.code]
        return sendTrouble(request, reply, known.status, frame, wrongPage(frame, known[frame.visit.language](fault.values as never)))
      }
      const status = (fault as { statusCode?: number }).statusCode ?? 500
      if (status >= 400 && status < 500)
        return sendTrouble(request, reply, status, frame, wrongPage(frame, status === 429 ? frame.visit.words.trouble.tooMany : ''))
      const reference = ctx.newId().slice(-12)
      options.report?.(fault, reference)
      return sendTrouble(request, reply, 500, frame, failedPage(frame, reference))
    })
    await takeForms(portal)
    const page = (draw: (frame: Frame) => Page) => async (request: FastifyRequest, reply: FastifyReply) => {
      const frame = frameOf(request, await register.read())
      remember(request, reply)
      return sendText(request, reply, frame.visit, html, drawPage(draw(frame), frame))
    }
    const file = (type: string, draw: (visit: Visit, read: Register) => string) => async (request: FastifyRequest, reply: FastifyReply) => {
      const read = await register.read()
      const visit = visitOf(request, options.origin)
      return sendText(request, reply, visit, type, draw(visit, read))
    }

    for (const [path, draw] of Object.entries(pages)) portal.get(path, page(draw))
    for (const section of columns)
      portal.get(
        `/${section}`,
        page((frame) => sectionPage(frame, section)),
      )

    const bodyRoute = (draw: (frame: Frame, body: PortalBody) => Page) => async (request: FastifyRequest, reply: FastifyReply) => {
      const { slug } = request.params as { slug: string }
      const frame = frameOf(request, await register.read())
      remember(request, reply)
      const body = bodyOf(frame.register, slug)
      if (!body) return sendTrouble(request, reply, 404, frame, noBodyPage(frame, slug))
      return sendText(request, reply, frame.visit, html, drawPage(draw(frame, body), frame))
    }
    portal.get('/b/:slug/', bodyRoute(bodyStartPage))
    for (const column of columns)
      if (column !== 'reports')
        portal.get(
          `/b/:slug/${column}`,
          bodyRoute((frame, body) => columnPage(frame, body, column)),
        )
    portal.get<{ Params: { slug: string } }>('/b/:slug', async (request, reply) => {
      const asked = request.url.split('?')[1]
      return reply.redirect(`/b/${encodeURIComponent(request.params.slug)}/${asked ? `?${asked}` : ''}`, 301)
    })

    const drawing = {
      frameOf: async (request: FastifyRequest) => frameOf(request, await register.read()),
      bodyOf: (frame: Frame, request: FastifyRequest) => bodyOf(frame.register, (request.params as { slug: string }).slug),
      draw(request: FastifyRequest, reply: FastifyReply, frame: Frame, drawn: Page, status = 200) {
        remember(request, reply)
        // What is somebody's own is kept by nobody.
        return reply
          .status(status)
          .header('cache-control', 'private, no-store')
          .header('vary', 'Cookie')
          .type(html)
          .send(drawPage(drawn, frame))
      },
      noBody: (request: FastifyRequest, reply: FastifyReply, frame: Frame) =>
        sendTrouble(request, reply, 404, frame, noBodyPage(frame, (request.params as { slug: string }).slug)),
    }
    registerReports(portal, ctx, drawing)
    registerApply(portal, ctx, drawing)
    registerTrack(portal, ctx, drawing)

    portal.get('/check', async (request, reply) => {
      const frame = frameOf(request, await register.read())
      remember(request, reply)
      return sendText(request, reply, frame.visit, html, drawCheckPage(frame, options.assets.check))
    })

    portal.get('/bodies.csv', async (request, reply) => {
      const { visit, bodies, read } = await listed(request)
      return download(request, reply, visit, 'csv', 'text/csv; charset=utf-8', drawCsv(bodies, read, visit))
    })
    portal.get('/bodies.json', async (request, reply) => {
      const { visit, bodies, read } = await listed(request)
      return download(request, reply, visit, 'json', 'application/json; charset=utf-8', drawJson(bodies, read, visit))
    })
    portal.get('/bodies.xlsx', async (request, reply) => {
      const { visit, bodies, read } = await listed(request)
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return download(request, reply, visit, 'xlsx', type, Buffer.from(await drawWorkbook(bodies, read, visit)))
    })
    async function listed(request: FastifyRequest) {
      const read = await register.read()
      const visit = visitOf(request, options.origin)
      return { visit, read, bodies: filterBodies(read, filterOf(visit.query)) }
    }

    portal.get(
      '/feed.xml',
      file('application/rss+xml; charset=utf-8', (visit, read) => drawFeed(visit, read, 'rss')),
    )
    portal.get(
      '/atom.xml',
      file('application/atom+xml; charset=utf-8', (visit, read) => drawFeed(visit, read, 'atom')),
    )
    portal.get('/sitemap.xml', file('application/xml; charset=utf-8', drawSitemap))
    portal.get('/robots.txt', file('text/plain; charset=utf-8', drawRobots))
    portal.get('/site.webmanifest', file('application/manifest+json', drawManifest))
    portal.get('/icon.svg', async (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
    )
    portal.get('/favicon.ico', async (_request, reply) => reply.redirect('/icon.svg', 301))

    portal.setNotFoundHandler(async (request, reply) => {
      const frame = frameOf(request, await register.read().catch(() => register.last()))
      return sendTrouble(request, reply, 404, frame, notFoundPage(frame))
    })
  })
}
