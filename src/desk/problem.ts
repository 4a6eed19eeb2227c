/** A refusal of the server (problem+json), as the desk passes it about. */

/** One field that is wrong: `where` as `posts.0.role`. */
export interface FieldProblem {
  readonly where: string
  readonly what: string
}

export class Problem extends Error {
  readonly status: number
  /** As docs/errors.md lists them; `unreachable` where no answer came. */
  readonly code: string
  readonly fields: readonly FieldProblem[]
  readonly reference: string | null

  constructor(status: number, code: string, detail: string, fields: readonly FieldProblem[] = [], reference: string | null = null) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.fields = fields
    this.reference = reference
  }

  static unreachable = () => new Problem(0, 'unreachable', '')
}

/** The refusal in an answer's body. A body that is no problem+json (a proxy's page) leaves only the status. */
export function problemOf(status: number, body: unknown): Problem {
  const told = typeof body === 'string' ? parsed(body) : body
  if (typeof told !== 'object' || told === null) return new Problem(status, 'unreadable', '')
  const { code, detail, title, errors, reference } = told as Record<string, unknown>
  return new Problem(
    status,
    typeof code === 'string' ? code : 'unreadable',
    typeof detail === 'string' ? detail : typeof title === 'string' ? title : '',
    Array.isArray(errors) ? errors.filter(isField) : [],
    typeof reference === 'string' ? reference : null,
  )
}

const isField = (one: unknown): one is FieldProblem =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as FieldProblem).where === 'string' &&
  typeof (one as FieldProblem).what === 'string'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
