/** What comes back from a form of the portal: fields and files, cookies, and how often one may. */
import { timingSafeEqual } from 'node:crypto'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { draftFileLimit, draftFileMost } from '#casework'
import { Failure } from '#words'

export interface Posted {
  readonly fields: Readonly<Record<string, string>>
  /** Of a file that is too large no bytes are kept. */
  readonly files: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array; readonly isTooLarge: boolean }[]
}

const limits = { fileSize: draftFileLimit, files: draftFileMost, fields: 60, fieldSize: 20_000, parts: 70, headerPairs: 50 }

/** Makes a scope of the server take forms from its own pages, and count them. */
export async function takeForms(server: FastifyInstance): Promise<void> {
  // Of a file that is too large it is said beside its field; the rest of the form is kept.
  await server.register(fastifyMultipart, { limits, throwFileSizeLimit: false })
  // A form of nothing but a button.
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16_384 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  )
  await server.register(fastifyRateLimit, { global: false })
  server.addHook('onRequest', async (request) => {
    if (request.method === 'POST' && !isFromHere(request)) throw new Failure('forged-request')
  })
}

/** Whether a browser says nothing against it: each form has its own token besides. */
function isFromHere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === new URL(`${new URL(origin).protocol}//${host}`).host
}

/** Reads a form whole. An empty file field is no file. Throws Fastify's own errors beyond the limits. */
export async function readPosted(request: FastifyRequest): Promise<Posted> {
  const fields: Record<string, string> = {}
  const files: Posted['files'][number][] = []
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as Posted['fields'], files }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value).replaceAll('\r\n', '\n')
      continue
    }
    const bytes = await part.toBuffer()
    const isTooLarge = part.file.truncated
    if (isTooLarge || bytes.byteLength > 0)
      files.push({ field: part.fieldname, name: part.filename, bytes: isTooLarge ? new Uint8Array() : bytes, isTooLarge })
  }
  return { fields, files }
}

/** What is wrong with a file that is too large. */
export const tooLarge = (name: string): Failure => new Failure('file-too-large', { name, limit: draftFileLimit / 1024 / 1024 })

/** Whether a form came with the token its page was given. */
export function isToken(given: string | undefined, expected: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export interface Counter {
  /** Counts one more; throws `too-many-requests` beyond the limit. */
  hold(request: FastifyRequest, of: string): Promise<void>
  /** Counts one more; whether that is beyond the limit. */
  isMany(request: FastifyRequest, of: string): Promise<boolean>
  /** Throws as `hold` does, but counts nothing. */
  check(request: FastifyRequest, of: string): Promise<void>
}

/** Counts something against an address or a number, in this process. */
export function counter(server: FastifyInstance, name: string, { most, minutes }: { most: number; minutes: number }): Counter {
  const keys = new WeakMap<FastifyRequest, string>()
  const count = server.createRateLimit({
    max: most,
    timeWindow: minutes * 60_000,
    keyGenerator: (request) => keys.get(request as FastifyRequest) ?? name,
  })
  const counted = (request: FastifyRequest, of: string, increment: boolean) => {
    keys.set(request, `${name} ${of}`)
    return count(request, { increment })
  }
  const hold = (found: Awaited<ReturnType<typeof counted>>, isOver: boolean) => {
    if (!found.isAllowed && isOver) throw new Failure('too-many-requests', { seconds: Math.max(1, found.ttlInSeconds) })
  }
  return {
    async hold(request, of) {
      const found = await counted(request, of, true)
      hold(found, !found.isAllowed && found.isExceeded)
    },
    async isMany(request, of) {
      const found = await counted(request, of, true)
      return !found.isAllowed && found.isExceeded
    },
    async check(request, of) {
      const found = await counted(request, of, false)
      hold(found, !found.isAllowed && found.remaining === 0)
    },
  }
}

/** A cookie of the portal's own, for its pages below a path; HTTPS alone where the site is reached so. */
export function setOwn(request: FastifyRequest, reply: FastifyReply, name: string, value: string, seconds: number, path: string): void {
  reply.setCookie(name, value, { path, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: seconds })
}

export const dropOwn = (reply: FastifyReply, name: string, path: string): void => {
  reply.clearCookie(name, { path, httpOnly: true, sameSite: 'lax' })
}
