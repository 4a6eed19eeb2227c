/** What comes back from a form of the portal: fields and files, cookies, and how often one may. */
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { draftFileLimit, draftFileMost } from '#casework'
import type { Context } from '#db'
import { Failure } from '#words'

export interface Posted {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly { readonly field: string; readonly name: string; readonly bytes: Uint8Array }[]
}

const limits = { fileSize: draftFileLimit, files: draftFileMost, fields: 60, fieldSize: 20_000, parts: 70 }

/** Makes a scope of the server take forms, and count them. */
export async function takeForms(server: FastifyInstance): Promise<void> {
  await server.register(fastifyMultipart, { limits })
  await server.register(fastifyRateLimit, { global: false })
}

/** Reads a form whole. An empty file field is no file. Throws `file-too-large` and Fastify's own errors beyond the limits. */
export async function readPosted(request: FastifyRequest): Promise<Posted> {
  const fields: Record<string, string> = {}
  const files: { field: string; name: string; bytes: Uint8Array }[] = []
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value)
    else {
      const bytes = await part.toBuffer().catch(() => {
        throw new Failure('file-too-large', { name: part.filename, limit: draftFileLimit / 1024 / 1024 })
      })
      if (bytes.byteLength > 0) files.push({ field: part.fieldname, name: part.filename, bytes })
    }
  }
  return { fields, files }
}

/** Counts something against an address or a number; throws `too-many-requests`. */
export function counter(server: FastifyInstance, name: string, { most, minutes }: { most: number; minutes: number }) {
  let key = ''
  const count = server.createRateLimit({ max: most, timeWindow: minutes * 60_000, keyGenerator: () => key })
  return async (request: FastifyRequest, of: string): Promise<void> => {
    key = `${name} ${of}`
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded) throw new Failure('too-many-requests', { seconds: Math.max(1, counted.ttlInSeconds) })
  }
}

/** A cookie of the portal's own, for its pages below a path; HTTPS alone where the site is reached so. */
export function setOwn(request: FastifyRequest, reply: FastifyReply, name: string, value: string, seconds: number, path = '/'): void {
  reply.setCookie(name, value, { path, httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https', maxAge: seconds })
}

export const dropOwn = (reply: FastifyReply, name: string, path = '/'): void => {
  reply.clearCookie(name, { path })
}

/** A sealed value of a cookie as it was put in, while it holds; null where it is none, or its time is over. */
export function openOwn<T>(ctx: Context, sealed: string | undefined): T | null {
  if (!sealed) return null
  try {
    const { until, value } = JSON.parse(ctx.open(sealed)) as { until: number; value: T }
    return until > ctx.now().getTime() ? value : null
  } catch {
    return null
  }
}

export const sealOwn = (ctx: Context, value: unknown, seconds: number): string =>
  ctx.seal(JSON.stringify({ until: ctx.now().getTime() + seconds * 1000, value }))
