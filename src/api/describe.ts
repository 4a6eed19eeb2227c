/** From an operation to the route schema that Fastify checks, serialises and documents by; and from those to the OpenAPI document. */
import fastifySwagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import fastify, { type FastifySchema } from 'fastify'
import { failures } from '#words'
import { type FileAnswer, type Operation, tags } from './operation.ts'
import { operations } from './routes/index.ts'
import { Problem } from './schemas.ts'

export const basePath = '/api/v1'

/** The OpenAPI 3.1 document of the whole API, as a server gives it at /api/v1/openapi.json. */
export async function openApiDocument(): Promise<OpenApi> {
  const server = fastify()
  await server.register(fastifySwagger, swaggerOptions)
  for (const one of operations) server.route({ method: one.method, url: one.path, schema: describe(one), handler: async () => undefined })
  await server.ready()
  return server.swagger() as unknown as OpenApi
}

/** The document as src/api/openapi.json has it. */
export const openApiText = (document: OpenApi): string => `${JSON.stringify(document, null, 1)}\n`

/** What the document consists of, as far as this part reads it. */
export interface OpenApi {
  readonly openapi: string
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Record<string, Record<string, OpenApiOperation>>
  readonly components: { readonly schemas: Record<string, JsonSchema> }
}
export interface OpenApiOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly required?: boolean
    readonly schema: JsonSchema
    readonly description?: string
  }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: JsonSchema }> }
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, { readonly schema?: JsonSchema }> }>
}
export type JsonSchema = { readonly [keyword: string]: unknown }

/** Route schema of an operation. */
export function describe(one: Operation): FastifySchema {
  return {
    operationId: one.id,
    tags: [one.tag],
    summary: one.summary,
    description: descriptionOf(one),
    security: one.access === 'public' ? [] : unsafe(one) ? [{ session: [], csrf: [] }] : [{ session: [] }],
    ...(one.params && { params: one.params }),
    ...(one.query && { querystring: one.query }),
    ...(one.body && { body: one.body }),
    ...(one.form && { consumes: ['multipart/form-data'] }),
    response: { ...Object.fromEntries(Object.entries(one.answers).map(([status, answer]) => [status, answered(answer)])), ...refused(one) },
  } as FastifySchema
}

export const unsafe = (one: Operation): boolean => one.method !== 'GET'

const descriptionOf = (one: Operation): string =>
  [
    one.description,
    one.needs &&
      `Needs ${[one.needs]
        .flat()
        .map((need) => `\`${need}\``)
        .join(' or ')}.`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')

const isFile = (answer: object): answer is FileAnswer => 'file' in answer

function answered(answer: Operation['answers'][200]): object {
  if (!answer) return { type: 'null', description: 'Done' }
  if (!isFile(answer)) return { description: 'Done', content: { 'application/json': { schema: answer } } }
  return {
    description: answer.description,
    content: Object.fromEntries(answer.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
  }
}

/** The refusals one has to expect, by status: those its shape implies and its own. */
function refused(one: Operation): Record<number, object> {
  const codes = new Map<number, Set<string>>()
  const add = (code: keyof typeof failures) => {
    const { status } = failures[code]
    codes.set(status, (codes.get(status) ?? new Set()).add(code))
  }
  if (one.params || one.query || one.body || one.form) add('invalid-input')
  if (one.access !== 'public') add('not-signed-in')
  if (one.needs) add('not-allowed')
  if (unsafe(one)) add('forged-request')
  if (one.params) add('not-found')
  if (unsafe(one) && one.access === 'signed-in') add('conflict')
  add('too-many-requests')
  add('unexpected')
  add('database-away')
  for (const code of one.refusals ?? []) add(code)
  return Object.fromEntries(
    [...codes]
      .sort(([a], [b]) => a - b)
      .map(([status, names]) => [
        status,
        { description: [...names].map((name) => `\`${name}\``).join(', '), content: { 'application/problem+json': { schema: Problem } } },
      ]),
  )
}

export const swaggerOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Gongkai 公开',
      version: '1',
      description: [
        'The API of an installation: everything the desk does, it does by these operations.',
        'Days are `YYYY-MM-DD` in Asia/Shanghai, instants RFC 3339 in UTC, ids UUIDv7. Lists are cut by key: give `next` as `after`.',
        'Refusals are `application/problem+json` with a stable `code`, in the language of the person, else of `Accept-Language` or `?lang=`.',
        'POST, PUT, PATCH and DELETE need the session’s `csrf` in `x-csrf-token` and an `Origin` of this site.',
      ].join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: basePath }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'gongkai', description: 'Set by POST /session' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token', description: '`csrf` of GET /session' },
      },
    },
  },
  transformObject: (given) => {
    if (!('openapiObject' in given)) throw new Error('the document is OpenAPI 3')
    return lifted(withForms(given.openapiObject as unknown as OpenApi)) as never
  },
}

/** Puts in the forms with a file: Fastify has no schema for what is read as a stream. */
function withForms(document: OpenApi): OpenApi {
  const forms = new Map(operations.flatMap((one) => (one.form ? [[one.id, one.form] as const] : [])))
  for (const methods of Object.values(document.paths))
    for (const [method, found] of Object.entries(methods)) {
      const form = forms.get(found.operationId)
      if (!form) continue
      const schema = {
        type: 'object',
        required: ['file', ...(form.required ?? [])],
        properties: { file: { type: 'string', format: 'binary', description: 'The file' }, ...form.properties },
        additionalProperties: false,
      }
      methods[method] = { ...found, requestBody: { required: true, content: { 'multipart/form-data': { schema } } } } as OpenApiOperation
    }
  return document
}

/** Moves every schema with a title into `components.schemas` and leaves a reference; two of one title must be the same. */
function lifted(document: OpenApi): OpenApi {
  const schemas: Record<string, JsonSchema> = {}
  const texts = new Map<string, string>()
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (value === null || typeof value !== 'object') return value
    const inside = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]))
    const { title } = inside
    if (typeof title !== 'string' || !('type' in inside || 'enum' in inside || 'anyOf' in inside)) return inside
    // Of a parameter the description stands beside the schema.
    const { title: _, description, ...schema } = inside
    const text = JSON.stringify(schema)
    if (texts.has(title) && texts.get(title) !== text) throw new Error(`two schemas are called ${title}: ${texts.get(title)} and ${text}`)
    texts.set(title, text)
    if (!schemas[title] || description !== undefined) schemas[title] = { ...(description !== undefined && { description }), ...schema }
    return { $ref: `#/components/schemas/${title}` }
  }
  const paths = walk(document.paths) as OpenApi['paths']
  const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...document, paths, components: { ...document.components, schemas: sorted } }
}
