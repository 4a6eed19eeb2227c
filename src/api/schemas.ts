/** The shapes that several features share. A schema with a title is a named component of the OpenAPI document. */
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { bodyKinds, bodyLevels, roles } from '#identity'

/** An object with these fields and no others: a misspelt field is told, never dropped. */
export const Shape = <P extends TProperties>(properties: P, options: { title?: string; description?: string } = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options })

/** The same fields, none of them required. */
export const Some = <P extends TProperties>(object: TObject<P>, options: { title?: string; description?: string } = {}) =>
  Type.Partial(object, { additionalProperties: false, ...options })

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

export const Day = (description: string, examples: readonly string[] = ['2026-01-20']) =>
  Type.String({ format: 'date', description: `${description} (YYYY-MM-DD, Asia/Shanghai)`, examples })
export const NullableDay = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date', description: `${description} (YYYY-MM-DD, Asia/Shanghai)` })
export const Instant = (description: string) => Type.String({ format: 'date-time', description })
export const NullableInstant = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time', description })
export const Id = (description: string) => Type.String({ format: 'uuid', description, examples: ['019bd9d2-5c00-7a34-b1c0-3f6d2a915e07'] })
export const NullableText = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description })

/** One line of text, as a name or a title. */
export const Line = (description: string, maxLength: number, examples?: readonly string[]) =>
  Type.String({ minLength: 1, maxLength, description, ...(examples && { examples }) })
/** Text that may be empty. */
export const Text = (description: string, maxLength = 2000) => Type.String({ maxLength, description })

export const Slug = (description = 'Slug of the body') =>
  Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60, description, examples: ['shuiwu-ju'] })

export const RoleName = Type.Enum(roles, { title: 'Role', description: 'Role at a body (岗位)' })
export const BodyKindName = Type.Enum(bodyKinds, { title: 'BodyKind', description: 'Kind of body' })
export const BodyLevelName = Type.Enum(bodyLevels, { title: 'BodyLevel', description: 'Level of the body' })
export const LanguageName = Type.Enum(['zh-CN', 'en'] as const, { title: 'Language', description: 'Language of screens and messages' })

export const PersonRef = Shape({ id: Id('Person'), name: Type.String({ examples: ['沈知遥'] }) }, { title: 'PersonRef' })
export const BodyRef = Shape(
  { id: Id('Body'), slug: Slug(), name: Type.String({ description: 'Official name today', examples: ['云岭县财政局'] }) },
  { title: 'BodyRef' },
)

/** What every list takes. `after` is the `next` of the page before. */
export const paging = {
  after: Type.Optional(Type.String({ maxLength: 400, description: '`next` of the page before; opaque' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'How many at most' })),
}

export const page = <S extends TSchema>(item: S, title: string) =>
  Shape({ items: Type.Array(item), next: NullableText('Give it as `after` for the next page; null at the end') }, { title })
export const list = <S extends TSchema>(item: S, title: string) => Shape({ items: Type.Array(item) }, { title })

export const byId = Shape({ id: Id('Id') })
export const bySlug = Shape({ slug: Slug() })

export const Problem = Shape(
  {
    type: Type.String({ description: 'Address of the page that explains the code', examples: ['/docs/errors#not-allowed'] }),
    title: Type.String({ description: 'The kind of refusal in a few words' }),
    status: Type.Integer({ description: 'The HTTP status', examples: [403] }),
    detail: Type.String({ description: 'What happened, where, and what to do, in the language of the request' }),
    code: Type.String({ description: 'Stable code, see docs/errors.md', examples: ['not-allowed'] }),
    values: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), { description: 'What the sentence was made from' }),
    ),
    errors: Type.Optional(
      Type.Array(Shape({ where: Type.String({ description: 'Field, as `posts.0.role`' }), what: Type.String() }), {
        description: 'Every field that is wrong',
      }),
    ),
    reference: Type.Optional(Type.String({ description: 'Number under which the log has the cause' })),
  },
  { title: 'Problem', description: 'A refusal (RFC 9457, application/problem+json)' },
)
export type Problem = Static<typeof Problem>

export const ImportResult = Shape(
  {
    dryRun: Type.Boolean({ description: 'True where nothing was written' }),
    rows: Type.Integer({ description: 'Rows read, without the head' }),
    adds: Type.Integer(),
    changes: Type.Integer(),
    errors: Type.Array(
      Shape({
        row: Type.Integer({ description: 'Row of the file; the head is row 1' }),
        column: Type.String({ description: 'Head of the column; empty where the whole row is meant' }),
        what: Type.String({ description: 'What is wrong and what to write instead' }),
      }),
      { description: 'Where there is one, nothing was written' },
    ),
  },
  { title: 'ImportResult' },
)

export const OneTimePassword = Shape(
  {
    username: Type.String({ examples: ['shen.zhiyao'] }),
    password: Type.String({ description: 'Shown once; it must be changed at the first sign-in' }),
  },
  { title: 'OneTimePassword' },
)

export const ExportFormat = Type.Enum(['csv', 'xlsx'] as const, {
  title: 'ExportFormat',
  default: 'csv',
  description: 'Format of the file',
})
export const dryRun = Type.Optional(Type.Boolean({ default: false, description: 'Only tell what would happen' }))
