/** From whatever was thrown to the one shape of refusal, in the language of the request. Nothing of a stack or of SQL goes out. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLost } from '#db'
import type { Language } from '#report'
import { apiWords, Failure, failures } from '#words'
import { basePath } from './describe.ts'
import type { Problem } from './schemas.ts'
import { InvalidInput, sayWrong } from './validate.ts'

/** Told of what nobody foresaw, under the number the person was given. */
export type Report = (reference: string, failure: unknown, request: { readonly method: string; readonly path: string }) => void

/** Seconds after which a client should try again when the database is away: its supervisor needs about that long. */
const retryAfter = 3

/** Answers a request with what was thrown. */
export function refuse(failure: unknown, request: FastifyRequest, reply: FastifyReply, reference: string, report: Report): FastifyReply {
  const language = languageOf(request)
  const known = knownFailure(failure, language)
  // Somebody has to make room: the person is told to come again, and the log says why.
  if (known === null || known.code === 'no-room') report(reference, failure, { method: request.method, path: request.url.split('?')[0]! })
  const refusal = known ?? new Failure('unexpected', { reference })
  if (refusal.code === 'database-away' || refusal.code === 'no-room') reply.header('retry-after', retryAfter)
  if (refusal.code === 'too-many-requests') reply.header('retry-after', refusal.values.seconds)
  const problem = problemOf(refusal, language)
  return reply
    .status(problem.status)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(known === null ? { ...problem, reference } : problem))
}

/** A refusal as the API writes it. */
export function problemOf(failure: Failure, language: Language): Problem {
  const { status } = failures[failure.code]
  const words = apiWords[language]
  const head = { type: `${basePath}/errors#${failure.code}`, title: words.titles[status] ?? failure.code, status, code: failure.code }
  if (failure instanceof InvalidInput) {
    const said = failure.wrongs.map((wrong) => sayWrong(wrong, language))
    const [first] = said
    const what = said.length > 1 ? words.more(first!.what, said.length - 1) : (first?.what ?? words.wrong.any!({}))
    return {
      ...head,
      detail: failures['invalid-input'][language]({ where: first?.place ?? words.wholeBody, what }),
      errors: said.map((one) => ({ where: one.where, what: one.what })),
    }
  }
  // The form that was sent shows the refusal at its field.
  const errors = failure.code === 'wrong-field' && { errors: [{ where: String(failure.values.field), what: detailOf(failure, language) }] }
  return {
    ...head,
    detail: detailOf(failure, language),
    ...(Object.keys(failure.values).length > 0 && { values: failure.values }),
    ...errors,
  }
}

const detailOf = (failure: Failure, language: Language): string =>
  (failures[failure.code][language] as (values: Failure['values']) => string)(failure.values)

/** The language of the person, else of `?lang=`, else of Accept-Language, else zh-CN. */
export function languageOf(request: FastifyRequest): Language {
  if (request.visitor) return request.visitor.actor.language
  const asked = request.askedLanguage ?? request.headers['accept-language'] ?? ''
  const first = asked
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .find((part) => /^(zh|en)\b/.test(part))
  return first?.startsWith('en') ? 'en' : 'zh-CN'
}

function knownFailure(failure: unknown, language: Language): Failure | null {
  if (failure instanceof Failure) return failure
  if (isConnectionLost(failure)) return new Failure('database-away')
  if (!(failure instanceof Error)) return null
  if (isOutOfRoom(failure)) return new Failure('no-room')
  const { code, constraint } = failure as Error & { code?: string; constraint?: string }
  return ofFastify(code, language) ?? ofPostgres(code, constraint, language)
}

/** The disk of the database (53100: https://www.postgresql.org/docs/current/errcodes-appendix.html) or of the files is full. */
const isOutOfRoom = ({ code }: NodeJS.ErrnoException): boolean => code === '53100' || code === 'ENOSPC' || code === 'EDQUOT'

/** What Fastify refuses before a handler sees it. */
function ofFastify(code: string | undefined, language: Language): Failure | null {
  const words = apiWords[language]
  const whole = (what: string) => new InvalidInput([{ path: [], what, values: {} }])
  switch (code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_BAD_URL':
      return whole('json')
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return whole('absent')
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Failure('too-large', { what: words.tooLargeBody, limit: '1 MB' })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Failure('unsupported-media', { what: words.tooLargeBody, takes: 'application/json' })
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new Failure('unsupported-media', { what: words.tooLargeBody, takes: 'multipart/form-data' })
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return new Failure('too-large', { what: words.theFile, limit: '20 MB' })
    case 'FST_FILES_LIMIT':
      return new InvalidInput([{ path: ['file'], what: 'many-files', values: {} }])
    case 'FST_MP_PREMATURE_CLOSE':
    case 'FST_PROTO_VIOLATION':
    case 'ERR_STREAM_PREMATURE_CLOSE':
      return whole('any')
    default:
      return null
  }
}

/** What only the database saw: two people at once, or a rule the code above it does not hold. The names of its constraints are known. */
function ofPostgres(code: string | undefined, constraint: string | undefined, language: Language): Failure | null {
  const words = apiWords[language]
  const said = constraint === undefined ? undefined : words.constraints[constraint]
  switch (code) {
    case '23505':
    case '23P01':
      return new Failure('conflict', { what: said ?? words.taken })
    case '23503':
      return new Failure('conflict', { what: words.inUse })
    case '23514':
      return new Failure('conflict', { what: said ?? words.heldTogether })
    case '40001':
    case '40P01':
    case '55P03':
      return new Failure('conflict', { what: words.atOnce })
    default:
      return null
  }
}
