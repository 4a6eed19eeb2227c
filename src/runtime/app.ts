/** The whole site on one screen: what stands before every face, then the faces in order. */
import fastifyCookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { type DemoFace, registerApi } from '#api'
import { type Context, isConnectionLost } from '#db'
import { headOf } from '#identity'
import { jobBoard } from '#jobs'
import { registerPortal } from '#portal'
import type { Bundle } from './bundle.ts'
import { registerDemo } from './demo/pages.ts'
import { type DeskBundle, registerDesk } from './desk.ts'
import { setHeaders } from './headers.ts'
import type { Log } from './log.ts'

export interface AppOptions {
  readonly ctx: Context
  readonly pages: Bundle
  readonly desk: DeskBundle
  readonly log: Log
  /** Only where the database is the demo's. */
  readonly demo: (DemoFace & { today(): string }) | null
  /** Scheme and host the public uses; null where the request tells. */
  readonly origin: string | null
  /** Addresses of proxies whose `x-forwarded-…` counts. */
  readonly proxies: readonly string[]
  /** Folder with the operator's own fonts. */
  readonly fontsFolder?: string
}

/** Seconds after which to come again while the database is away: its supervisor needs about that long. */
const comeAgain = 3

/** The HTTP server with every face mounted; not yet listening. */
export async function openApp({ ctx, pages, desk, log, demo, origin, proxies, fontsFolder }: AppOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    // What is open is answered; connections that only wait are closed.
    forceCloseConnections: 'idle',
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    routerOptions: { ignoreTrailingSlash: false },
    genReqId: () => ctx.newId(),
    bodyLimit: 64 * 1024,
  })
  await server.register(fastifyCookie)
  setHeaders(server, pages.check.writer)
  log.watch(server)

  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    if (await answers(ctx)) return reply.send({ status: 'ok' })
    return reply.status(503).header('retry-after', comeAgain).send({ status: 'database-away' })
  })
  await server.register(fastifyStatic, {
    root: pages.folder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  })
  await registerApi(server, ctx, {
    report: (reference, failure, { method, path }) => log.fault(reference, failure, `${method} ${path}`),
    jobs: jobBoard(ctx),
    ...(demo && { demo }),
    ...(origin && { origins: [origin], secure: origin.startsWith('https:') }),
    ...(fontsFolder && { fontsFolder }),
  })
  await registerDesk(server, desk)
  if (demo) await registerDemo(server, demo)
  await registerPortal(server, ctx, {
    assets: pages,
    demo: () => (demo ? { today: demo.today() } : null),
    ...(origin && { origin }),
    report: (fault, reference) => log.fault(reference, fault, 'portal'),
  })
  return server
}

/** Whether the database answers. */
async function answers(ctx: Context): Promise<boolean> {
  try {
    await headOf(ctx.db)
    return true
  } catch (error) {
    if (isConnectionLost(error)) return false
    throw error
  }
}
