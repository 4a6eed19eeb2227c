import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { checkPage } from '#portal'
import type { Bundle } from './bundle.ts'

/** Nothing runs that the page did not bring, and nothing is sent elsewhere: a report under check must not leave the device. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The worker that writes starts Typst: WebAssembly, whose glue makes a function of a fixed string as it starts. Chromium below
 * 97 asks `unsafe-eval` for any WebAssembly too. A worker has its own policy, so the page itself stays without.
 */
const writerPolicy = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'")

const headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** The HTTP server with every face mounted; not yet listening. */
export async function openServer(bundle: Bundle): Promise<FastifyInstance> {
  // A whole GET is a few hundred bytes; nothing here takes a body.
  const server = fastify({ bodyLimit: 1024, logger: false, forceCloseConnections: true })
  server.addHook('onSend', async (request, reply) => {
    reply.headers(headers).header('content-security-policy', request.url === bundle.check.writer ? writerPolicy : policy)
  })
  await server.register(fastifyStatic, {
    root: bundle.folder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  })

  server.get('/', async (_request, reply) => reply.redirect('/check', 302))
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  server.get<{ Querystring: { lang?: string } }>('/check', async (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(checkPage(request.query.lang === 'en' ? 'en' : 'zh-CN', bundle.check)),
  )
  return server
}
