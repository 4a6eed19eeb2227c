/** The API: everything the desk does, it does by this. */
import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TSchema } from 'typebox'
import type { Context } from '#db'
import type { Visitor } from '#identity'
import { apiWords, Failure } from '#words'
import { basePath, describe, swaggerOptions } from './describe.ts'
import { serveDocuments } from './documents.ts'
import { sendFile } from './downloads.ts'
import { cookieName, requireOwnPage, requirePost, requireSession, visitorOf } from './gate.ts'
import { counters } from './limits.ts'
import type { Call, FileBytes, FileGiven, Operation } from './operation.ts'
import type { ApiOptions } from './options.ts'
import { languageOf, refuse } from './refusals.ts'
import { routes } from './routes/index.ts'
import { formLimits, readForm } from './uploads.ts'
import { checker } from './validate.ts'

export { basePath, type OpenApi, openApiDocument, openApiText } from './describe.ts'
export { errorCodes } from './error-codes.ts'
export type { ApiOptions, DemoFace, JobBoard, JobEntry, JobStateName, ScheduledTask } from './options.ts'
export { problemOf, type Report } from './refusals.ts'
export { apiTypes } from './types.ts'

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | null
    askedLanguage: string | null
  }
}

/** The largest JSON body, in bytes. */
const largestBody = 1024 * 1024

/**
 * Mounts the API below /api/v1. What happens to a request, in order: its language; the limits by address; the session its cookie
 * names; whether it may come in (signed in, from a page of ours, with a post for it); its body, held to the schema; the limit by username; the handler;
 * the answer, held to its schema. Whatever is thrown on the way becomes one refusal.
 */
export async function registerApi(server: FastifyInstance, ctx: Context, options: ApiOptions): Promise<void> {
  await server.register(
    async (api) => {
      if (!api.hasReplyDecorator('setCookie')) await api.register(fastifyCookie)
      await api.register(fastifyMultipart, { limits: formLimits })
      await api.register(fastifyRateLimit, { global: false })
      await api.register(fastifySwagger, swaggerOptions)
      api.decorateRequest('visitor', null)
      api.decorateRequest('askedLanguage', null)
      api.setValidatorCompiler(({ schema, httpPart }) => held(checker(schema as TSchema, httpPart !== 'body')))
      api.setErrorHandler((failure, request, reply) => refuse(failure, request, reply, ctx.newId(), options.report))
      api.setNotFoundHandler((request, reply) =>
        refuse(new Failure('not-found', { what: apiWords[languageOf(request)].page }), request, reply, '', options.report),
      )

      const count = counters(api, options.limits)
      for (const { operation, handle } of routes) {
        if (operation.tag === 'demo' && !options.demo) continue
        const readFields = operation.form && checker(operation.form, true)
        api.route({
          method: operation.method,
          url: operation.path,
          schema: describe(operation),
          bodyLimit: largestBody,
          onRequest: async (request) => {
            takeLanguage(request)
            await count.byAddress(request, operation)
            request.visitor = await visitorOf(ctx, request)
            requireSession(operation, request.visitor)
            requireOwnPage(operation, request, request.visitor, options)
            requirePost(operation, request.visitor)
          },
          preHandler: (request) => count.byUsername(request, operation),
          handler: async (request, reply) => {
            const form = readFields && (await readForm(request))
            const body = form ? readFields(form.fields) : request.body
            const answer = await handle(callOf({ ctx, options, request, reply, body, file: form?.file ?? null }))
            return send(reply, operation, answer)
          },
        })
      }
      await serveDocuments(api)
    },
    { prefix: basePath },
  )
}

/** `?lang=` stands beside the parameters of any operation, and is none of them. */
function takeLanguage(request: FastifyRequest): void {
  const { lang, ...rest } = request.query as Record<string, unknown>
  if (typeof lang === 'string') request.askedLanguage = lang
  request.query = rest
}

/** A checker as Fastify calls it. */
function held(check: (value: unknown) => unknown): (value: unknown) => { value: unknown } | { error: Error } {
  return (value) => {
    try {
      return { value: check(value) }
    } catch (failure) {
      if (failure instanceof Failure) return { error: failure }
      throw failure
    }
  }
}

interface Given {
  readonly ctx: Context
  readonly options: ApiOptions
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly body: unknown
  readonly file: FileGiven | null
}

function callOf({ ctx, options, request, reply, body, file }: Given): Call<Operation> {
  const { visitor } = request
  return {
    ctx,
    options,
    visitor: visitor as Visitor,
    actor: visitor?.actor ?? { personId: null, origin: request.ip },
    params: (request.params ?? {}) as Record<never, never>,
    query: (request.query ?? {}) as Record<never, never>,
    body: (body ?? {}) as Record<never, never>,
    file,
    language: languageOf(request),
    address: request.ip,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    token: request.cookies[cookieName] ?? null,
    setSession: (token: string | null) => setSession(reply, token, options.secure ?? request.protocol === 'https'),
  } as unknown as Call<Operation>
}

function setSession(reply: FastifyReply, token: string | null, secure: boolean): void {
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  if (token === null) reply.clearCookie(cookieName, cookie)
  else reply.setCookie(cookieName, token, cookie)
}

function send(reply: FastifyReply, operation: Operation, answer: unknown): unknown {
  const [[status, shape]] = Object.entries(operation.answers) as [[string, Operation['answers'][200]]]
  reply.status(Number(status))
  if (shape !== null && shape !== undefined && 'file' in shape) return sendFile(reply, answer as FileBytes)
  reply.header('cache-control', 'no-store')
  return shape === null ? reply.send() : reply.send(answer)
}
