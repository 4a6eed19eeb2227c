import { createHash } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Context, isConnectionLost } from '#db'
import { Failure, failures } from '#words'
import { type CheckAssets, drawCheckPage } from './check/page.tsx'
import { drawFeed, drawManifest, drawRobots, drawSitemap, icon } from './feeds.ts'
import { drawCsv, drawJson, drawWorkbook } from './lists.ts'
import { bodiesPage, filterOf } from './pages/bodies.tsx'
import { type Column, columns } from './pages/body.tsx'
import { bodyStartPage, columnPage } from './pages/columns.tsx'
import { homePage } from './pages/home.tsx'
import { searchPage } from './pages/search.tsx'
import { sectionPage } from './pages/sections.tsx'
import { accessibilityPage, correctionsPage, feedsPage, openDataPage, sitemapPage, trackPage, validityPage } from './pages/services.tsx'
import { awayPage, failedPage, noBodyPage, notFoundPage, wrongPage } from './pages/trouble.tsx'
import { registerReader } from './reading.ts'
import { bodyOf, filterBodies, type Register } from './register.ts'
import { drawPage, type Frame, type Page } from './shell.tsx'
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
    const page = (draw: (frame: Frame, request: FastifyRequest) => Page) => async (request: FastifyRequest, reply: FastifyReply) => {
      const frame = frameOf(request, await register.read())
      remember(request, reply)
      return sendText(request, reply, frame.visit, 'text/html; charset=utf-8', drawPage(draw(frame, request), frame))
    }
    const file = (type: string, draw: (visit: Visit, read: Register) => string) => async (request: FastifyRequest, reply: FastifyReply) => {
      const read = await register.read()
      const visit = visitOf(request, options.origin)
      return sendText(request, reply, visit, type, draw(visit, read))
    }

    portal.get('/', page(homePage))
    for (const section of columns)
      portal.get(
        `/${section}`,
        page((frame) => sectionPage(frame, section)),
      )
    portal.get('/bodies', page(bodiesPage))
    portal.get('/search', page(searchPage))
    portal.get('/track', page(trackPage))
    portal.get('/validity', page(validityPage))
    portal.get('/accessibility', page(accessibilityPage))
    portal.get('/sitemap', page(sitemapPage))
    portal.get('/feeds', page(feedsPage))
    portal.get('/open-data', page(openDataPage))
    portal.get('/corrections', page(correctionsPage))

    const bodyRoute = (draw: (frame: Frame, slug: string) => Page | null) => async (request: FastifyRequest, reply: FastifyReply) => {
      const { slug } = request.params as { slug: string }
      const frame = frameOf(request, await register.read())
      remember(request, reply)
      const drawn = draw(frame, slug)
      if (!drawn) reply.status(404)
      return sendText(request, reply, frame.visit, 'text/html; charset=utf-8', drawPage(drawn ?? noBodyPage(frame, slug), frame))
    }
    const withBody = (frame: Frame, slug: string, draw: (frame: Frame, body: NonNullable<ReturnType<typeof bodyOf>>) => Page) => {
      const body = bodyOf(frame.register, slug)
      return body ? draw(frame, body) : null
    }
    portal.get('/b/:slug', async (request, reply) => {
      const asked = request.url.split('?')[1]
      return reply.redirect(`/b/${encodeURIComponent((request.params as { slug: string }).slug)}/${asked ? `?${asked}` : ''}`, 301)
    })
    portal.get(
      '/b/:slug/',
      bodyRoute((frame, slug) => withBody(frame, slug, bodyStartPage)),
    )
    for (const column of columns)
      portal.get(
        `/b/:slug/${column}`,
        bodyRoute((frame, slug) => withBody(frame, slug, (of, body) => columnPage(of, body, column as Column))),
      )

    portal.get('/check', async (request, reply) => {
      const frame = frameOf(request, await register.read())
      remember(request, reply)
      return sendText(request, reply, frame.visit, 'text/html; charset=utf-8', drawCheckPage(frame, options.assets.check))
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
      return trouble(request, reply, 404, frame, notFoundPage(frame))
    })
    portal.setErrorHandler(async (fault: unknown, request, reply) => {
      const frame = frameOf(request, register.last())
      if (isAway(fault)) {
        reply.header('retry-after', comeAgain)
        return trouble(request, reply, 503, frame, awayPage(frame))
      }
      if (fault instanceof Failure) {
        const known = failures[fault.code]
        return trouble(request, reply, known.status, frame, wrongPage(frame, known[frame.visit.language](fault.values as never)))
      }
      const status = (fault as { statusCode?: number }).statusCode ?? 500
      if (status >= 400 && status < 500)
        return trouble(request, reply, status, frame, wrongPage(frame, status === 429 ? frame.visit.words.trouble.tooMany : ''))
      const reference = ctx.newId().slice(-12)
      options.report?.(fault, reference)
      return trouble(request, reply, 500, frame, failedPage(frame, reference))
    })
  })
}

/** Sends text that caches may keep as long as they ask: whether it still holds is told by its hash. */
function sendText(request: FastifyRequest, reply: FastifyReply, visit: Visit, type: string, text: string | Buffer): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('vary', 'Cookie').type(type)
  reply.header('cache-control', visit.personal ? 'private, no-cache' : 'public, max-age=0, must-revalidate')
  const known = request.headers['if-none-match']
  if (reply.statusCode === 200 && known && known.split(/\s*,\s*/).some((one) => one.replace(/^W\//, '') === tag))
    return reply.status(304).send()
  return reply.send(text)
}

function download(
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  extension: string,
  type: string,
  content: string | Buffer,
): FastifyReply {
  const name = encodeURIComponent(`${visit.words.bodies.fileName}.${extension}`)
  reply.header('content-disposition', `attachment; filename="bodies.${extension}"; filename*=UTF-8''${name}`)
  return sendText(request, reply, visit, type, content)
}

/** A page of trouble is never kept. Who asked for no page gets the sentence alone. */
function trouble(request: FastifyRequest, reply: FastifyReply, status: number, frame: Frame, page: Page): FastifyReply {
  reply.status(status).header('cache-control', 'no-store').header('vary', 'Cookie')
  const accepts = request.headers.accept
  if (accepts && !/text\/html|\*\/\*/.test(accepts))
    return reply.type('text/plain; charset=utf-8').send(`${page.title}\n${page.description}\n`)
  return reply.type('text/html; charset=utf-8').send(drawPage(page, frame))
}

/** Whether the database went away; such a request may be tried again. */
const isAway = (fault: unknown): boolean => (fault instanceof Failure && fault.code === 'database-away') || isConnectionLost(fault)
