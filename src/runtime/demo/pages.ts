/** The one address of the demo that is a plain form: its clock, moved from the banner of the public pages without a script. */
import type { FastifyInstance } from 'fastify'
import { isConnectionLost } from '#db'
import { Failure, failures, runtimeWords } from '#words'

export interface DemoClockFace {
  setToday(day: string): Promise<void>
}

/** Mounts `POST /demo/clock` (form field `today`); the answer leads back to the page one came from. */
export async function registerDemo(server: FastifyInstance, demo: DemoClockFace): Promise<void> {
  await server.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1024 }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    scope.post('/demo/clock', async (request, reply) => {
      const words = runtimeWords[request.cookies.lang === 'en' ? 'en' : 'zh-CN']
      const language = request.cookies.lang === 'en' ? 'en' : 'zh-CN'
      const plain = (status: number, text: string) =>
        reply.status(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(`${text}\n`)
      if (!isFromHere(request.headers, request.host)) return plain(403, failures['forged-request'][language]())
      const { today = '' } = (request.body ?? {}) as { today?: string }
      if (today === '') return plain(400, words.noDay)
      try {
        await demo.setToday(today)
      } catch (error) {
        if (isConnectionLost(error) || (error instanceof Failure && failures[error.code].status === 503))
          return plain(503, words.away).header('retry-after', 3)
        if (error instanceof Failure)
          return plain(failures[error.code].status, (failures[error.code][language] as (values: Failure['values']) => string)(error.values))
        throw error
      }
      return reply.header('cache-control', 'no-store').redirect(backTo(request.headers.referer, request.host), 303)
    })
  })
}

/** A page of ours, as the browser says; a program that says nothing moves no one's clock by accident. */
function isFromHere(headers: { origin?: string; 'sec-fetch-site'?: string | string[] }, host: string): boolean {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin === undefined || origin === 'null' ? site === 'same-origin' : URL.canParse(origin) && new URL(origin).host === host
}

/** The path of the page one came from, if it is ours. */
function backTo(referer: string | undefined, host: string): string {
  if (referer === undefined || !URL.canParse(referer)) return '/'
  const { host: from, pathname, search } = new URL(referer)
  return from === host && !pathname.startsWith('//') ? pathname + search : '/'
}
