/** What every answer tells the browser it may do. */
import type { FastifyInstance } from 'fastify'
import { portalPolicy } from '#portal'

/**
 * The worker that writes starts Typst: WebAssembly, whose glue makes a function of a fixed string as it starts. Chromium below
 * 97 asks `unsafe-eval` for any WebAssembly too. A worker has its own policy, so the page itself stays without.
 */
const writerPolicy = portalPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'")

/** Answers that are no page: nothing in them may run or load, wherever they are shown. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

const headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * Gives every answer its headers. A face that sets a policy of its own keeps it: the desk's pages (a nonce for styles), the API's documents
 * and printed sheets. `writer` is the address of the check page's worker.
 */
export function setHeaders(server: FastifyInstance, writer: string): void {
  server.addHook('onSend', async (request, reply) => {
    reply.headers(headers)
    if (reply.hasHeader('content-security-policy')) return
    const path = request.url.split('?')[0]!
    reply.header('content-security-policy', path === writer ? writerPolicy : path.startsWith('/api/') ? dataPolicy : portalPolicy)
  })
}
