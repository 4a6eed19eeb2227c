/** How the portal answers: pages that caches may ask about, files to save, pages of trouble. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLost } from '#db'
import { Failure } from '#words'
import { drawPage, type Frame, type Page } from './shell.tsx'
import type { Visit } from './visit.ts'

/** Sends text that caches may keep as long as they ask: whether it still holds is told by its hash. */
export function sendText(request: FastifyRequest, reply: FastifyReply, visit: Visit, type: string, text: string | Buffer): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('vary', 'Cookie').type(type)
  reply.header('cache-control', visit.personal ? 'private, no-cache' : 'public, max-age=0, must-revalidate')
  const known = request.headers['if-none-match']
  if (reply.statusCode === 200 && known && known.split(/\s*,\s*/).some((one) => one.replace(/^W\//, '') === tag))
    return reply.status(304).send()
  return reply.send(text)
}

/** Sends a file to be saved, named in the visitor's language. */
export function download(
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
export function sendTrouble(request: FastifyRequest, reply: FastifyReply, status: number, frame: Frame, page: Page): FastifyReply {
  reply.status(status).header('cache-control', 'no-store').header('vary', 'Cookie')
  const accepts = request.headers.accept
  if (accepts && !/text\/html|\*\/\*/.test(accepts))
    return reply.type('text/plain; charset=utf-8').send(`${page.title}\n${page.description}\n`)
  return reply.type('text/html; charset=utf-8').send(drawPage(page, frame))
}

/** Whether the database went away; such a request may be tried again. */
export const isAway = (fault: unknown): boolean => (fault instanceof Failure && fault.code === 'database-away') || isConnectionLost(fault)
