/** From the OpenAPI document to TypeScript: `paths` as openapi-fetch takes it, and every named schema by its name. */
import type { JsonSchema, OpenApi, OpenApiOperation } from './describe.ts'

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const

/** The module src/desk/api-types.ts. */
export function apiTypes(document: OpenApi): string {
  const schemas = Object.entries(document.components.schemas)
  return [
    '/** The API as the desk sees it. Made from src/api/openapi.json by `npm run docs`; do not edit. */',
    ...schemas.map(([name, schema]) => `\n${comment(schema, '')}export type ${name} = ${typeOf(schema, '')}`),
    "\n/** What every refusal looks like. */\nexport type Refusal = { headers: { [name: string]: unknown }; content: { 'application/problem+json': Problem } }",
    `\nexport interface components {\n  schemas: {\n${schemas.map(([name]) => `    ${name}: ${name}\n`).join('')}  }\n}`,
    `\nexport interface paths {\n${Object.entries(document.paths).map(pathType).join('')}}`,
    `\nexport interface operations {\n${Object.values(document.paths)
      .flatMap((one) => methods.flatMap((method) => (one[method] ? [operationType(one[method])] : [])))
      .join('')}}`,
    '',
  ].join('\n')
}

function pathType([path, one]: [string, Record<string, OpenApiOperation>]): string {
  const lines = methods.map((method) =>
    one[method] ? `    ${method}: operations['${one[method].operationId}']\n` : `    ${method}?: never\n`,
  )
  return `  '${path}': {\n    parameters: { query?: never; header?: never; path?: never; cookie?: never }\n${lines.join('')}  }\n`
}

function operationType(one: OpenApiOperation): string {
  return [
    `  /** ${one.summary} */`,
    `  ${one.operationId}: {`,
    `    parameters: {\n${parameters(one, 'query')}      header?: never\n${parameters(one, 'path')}      cookie?: never\n    }`,
    one.requestBody ? `    requestBody: { content: ${contents(one.requestBody.content, '    ')} }` : '    requestBody?: never',
    '    responses: {',
    ...Object.entries(one.responses).map(
      ([status, answer]) => `      /** ${answer.description} */\n      ${status}: ${responseType(answer.content)}`,
    ),
    '    }',
    '  }\n',
  ].join('\n')
}

function responseType(content: OpenApiOperation['responses'][string]['content']): string {
  if (!content) return '{ headers: { [name: string]: unknown }; content?: never }'
  return 'application/problem+json' in content
    ? 'Refusal'
    : `{ headers: { [name: string]: unknown }; content: ${contents(content, '      ')} }`
}

function parameters(one: OpenApiOperation, place: 'path' | 'query'): string {
  const found = (one.parameters ?? []).filter((parameter) => parameter.in === place)
  if (found.length === 0) return `      ${place}?: never\n`
  const optional = found.every((parameter) => !parameter.required)
  const fields = found.map(
    ({ name, required, schema, description }) =>
      `${comment({ ...schema, ...(description !== undefined && { description }) }, '        ')}        ${name}${required ? '' : '?'}: ${typeOf(schema, '        ')}\n`,
  )
  return `      ${place}${optional ? '?' : ''}: {\n${fields.join('')}      }\n`
}

const contents = (content: Record<string, { readonly schema?: JsonSchema }>, indent: string): string =>
  `{\n${Object.entries(content)
    .map(([type, { schema = {} }]) => `${indent}  '${type}': ${typeOf(schema, `${indent}  `)}\n`)
    .join('')}${indent}}`

/** The type of a schema, for the keywords that this API uses; an unknown shape is `unknown`, never a guess. */
function typeOf(schema: JsonSchema, indent: string): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1)!
  if ('const' in schema) return literal(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map(literal).join(' | ')
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as JsonSchema[]).map((one) => typeOf(one, indent)).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  switch (schema.type) {
    case 'string':
      return schema.format === 'binary' ? 'Blob' : 'string'
    case 'integer':
    case 'number':
      return 'number'
    case 'boolean':
    case 'null':
      return schema.type
    case 'array':
      return `${wrapped(typeOf((schema.items ?? {}) as JsonSchema, indent))}[]`
    case 'object':
      return objectType(schema, indent)
    default:
      return 'unknown'
  }
}

function objectType(schema: JsonSchema, indent: string): string {
  if (!schema.properties) {
    const values = schema.additionalProperties ?? Object.values(schema.patternProperties ?? {})[0]
    return `{ [key: string]: ${values ? typeOf(values as JsonSchema, indent) : 'unknown'} }`
  }
  const properties = Object.entries(schema.properties as Record<string, JsonSchema>)
  if (properties.length === 0) return '{ [key: string]: never }'
  const required = (schema.required ?? []) as readonly string[]
  const fields = properties.map(
    ([name, one]) =>
      `${comment(one, `${indent}  `)}${indent}  ${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one, `${indent}  `)}\n`,
  )
  return `{\n${fields.join('')}${indent}}`
}

const literal = (value: unknown): string => (typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value))
const wrapped = (type: string): string => (/[ |]/.test(type) && !type.startsWith('{') ? `(${type})` : type)
const comment = ({ description }: JsonSchema, indent: string): string =>
  typeof description === 'string' ? `${indent}/** ${description.replaceAll('*/', '*\u200b/')} */\n` : ''

/** A key that is no identifier stands in quotes. */
const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`)
