/** What comes in, held to the schema of its route; and what is wrong with it, in words. */
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { Language } from '#report'
import { apiWords, Failure, identityWords } from '#words'

/** One field that is wrong, not yet in words. */
export interface Wrong {
  /** From the whole to the field: names, and positions in lists from 0. */
  readonly path: readonly (string | number)[]
  /** A key of `ApiWords.wrong`. */
  readonly what: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Several wrong fields at once; put into words by refusals.ts. */
export class InvalidInput extends Failure {
  readonly wrongs: readonly Wrong[]

  constructor(wrongs: readonly Wrong[]) {
    const [first] = wrongs
    super('invalid-input', { where: first?.path.join('.') ?? '', what: first?.what ?? '' })
    this.wrongs = wrongs
  }
}

/**
 * Checks values against a schema. `fromText`: what came in an address or a form is text, and is read as the numbers and truths
 * the schema asks for; a JSON body is taken as it is, so that null never becomes ''. Throws `InvalidInput`.
 */
export function checker(schema: TSchema, fromText: boolean): (value: unknown) => unknown {
  const compiled = Compile(schema)
  return (value) => {
    const read = fromText ? Value.Convert(schema, value) : value
    if (compiled.Check(read)) return read
    throw new InvalidInput(wrongsOf(compiled.Errors(read)))
  }
}

type SchemaError = ReturnType<ReturnType<typeof Compile>['Errors']>[number]

function wrongsOf(errors: readonly SchemaError[]): Wrong[] {
  const found = new Map<string, Wrong>()
  for (const error of errors)
    for (const wrong of wrongsOfOne(error)) {
      const key = wrong.path.join('/')
      // The branches of a union each complain: the first says enough.
      if (!found.has(key)) found.set(key, wrong)
    }
  return [...found.values()].slice(0, 50)
}

function wrongsOfOne(error: SchemaError): Wrong[] {
  const path = pathOf(error.instancePath)
  const one = (what: string, values: Wrong['values'] = {}): Wrong[] => [{ path, what, values }]
  const params = error.params as Record<string, unknown>
  switch (error.keyword) {
    case 'required':
      return (params.requiredProperties as string[]).map((name) => ({ path: [...path, name], what: 'required', values: {} }))
    case 'additionalProperties':
      return (params.additionalProperties as string[]).map((name) => ({ path: [...path, name], what: 'unknown', values: {} }))
    case 'minLength':
      return params.limit === 1 ? one('empty') : one('minLength', { limit: params.limit as number })
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minimum':
    case 'maximum':
      return one(error.keyword, { limit: params.limit as number })
    case 'enum':
      return one('enum', { choices: (params.allowedValues as unknown[]).join(', ') })
    case 'const':
      return one('enum', { choices: String(params.allowedValue) })
    case 'format':
      return one(params.format as string)
    case 'pattern':
      return one(patternName(String(params.pattern)))
    case 'type':
      return one(typeName(params.type))
    // Says again, about a field, what `additionalProperties` said about the whole.
    case 'boolean':
      return []
    default:
      return one('any')
  }
}

const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))

function patternName(pattern: string): string {
  if (pattern.includes('^[a-z0-9]+(-')) return 'slug'
  if (pattern.includes('[a-z0-9._-]')) return 'username'
  return pattern.includes('^[0-9]{6}$') ? 'code' : 'pattern'
}

const typeName = (type: unknown): string => (Array.isArray(type) ? String(type.find((one) => one !== 'null') ?? 'any') : String(type))

/** Where and what, in a language. */
export function sayWrong(wrong: Wrong, language: Language): { where: string; what: string; place: string } {
  const words = apiWords[language]
  const nameOf = (field: string): string => words.fields[field] ?? identityWords[language].fields[field] ?? field
  const names = wrong.path.map((part) => (typeof part === 'number' ? part + 1 : nameOf(part)))
  const what = (words.wrong[wrong.what] ?? words.wrong.any!)(wrong.values)
  return { where: wrong.path.join('.'), what, place: names.length === 0 ? words.wholeBody : words.place(names) }
}
