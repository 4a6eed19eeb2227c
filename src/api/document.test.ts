import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiForTests, apiServer } from '../../tests/api.ts'
import { apiTypes, type OpenApi, openApiDocument, openApiText } from './index.ts'
import { operations } from './routes/index.ts'

let document: OpenApi
let api: ApiForTests

beforeAll(async () => {
  document = await openApiDocument()
  const demo = { roles: async () => [], signInAs: async () => ({ token: '' }), setToday: async () => {} }
  api = await apiServer({ demo })
})
afterAll(() => api.close())

test('src/api/openapi.json is as `npm run docs` writes it', () => {
  expect(readFileSync('src/api/openapi.json', 'utf8')).toBe(openApiText(document))
})

test('src/desk/api-types.ts is as `npm run docs` writes it', () => {
  expect(readFileSync('src/desk/api-types.ts', 'utf8')).toBe(apiTypes(document))
})

test('a server gives the same document', async () => {
  const { status, body } = await api.visitor.get('/openapi.json')
  expect(status).toBe(200)
  expect(body).toEqual(JSON.parse(JSON.stringify(document)))
})

test('it is OpenAPI 3.1, and every reference in it leads somewhere', () => {
  expect(document.openapi).toBe('3.1.0')
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]!)
  expect(references.length).toBeGreaterThan(100)
  expect(references.filter((name) => !(name in document.components.schemas))).toEqual([])
})

test('every operation has a name of its own, a verb first, and says what it does', () => {
  const ids = operations.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z]*)*$/.test(id))).toEqual([])
  expect(operations.filter(({ summary }) => summary.length < 8)).toEqual([])
})

test('every field of an answer that is a day or an instant says so', () => {
  const fields = Object.values(document.components.schemas).flatMap((schema) =>
    Object.entries((schema.properties ?? {}) as Record<string, { format?: string; $ref?: string; type?: unknown }>),
  )
  expect(fields.filter(([name, { format }]) => /[a-z]At$/.test(name) && format !== 'date-time').map(([name]) => name)).toEqual([])
  expect(fields.filter(([name, { format }]) => /[a-z]On$/.test(name) && format !== 'date').map(([name]) => name)).toEqual([])
})

describe('pages', () => {
  test('the document can be browsed, with nothing from elsewhere', async () => {
    const page = await api.visitor.get('/docs/')
    expect(page.status).toBe(200)
    expect(String(page.headers['content-security-policy'])).toContain("script-src 'self'")
    const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!)
    expect(sources.length).toBeGreaterThan(3)
    expect(sources.filter((source) => /^https?:/.test(source))).toEqual([])
    expect(page.text).not.toMatch(/<script[^>]*>\s*[^<\s]/)
    for (const source of sources) expect((await api.visitor.get(`/docs/${source.replace('./', '')}`)).status, source).toBe(200)
  })

  test('the address in a refusal leads to its line in the list of codes', async () => {
    const refusal = await api.visitor.get('/people')
    const [path, code] = String(refusal.body.type).split('#')
    const page = await api.visitor.get(path!.replace('/api/v1', ''))
    expect(page.text).toContain(`<tr id="${code}">`)
    expect(page.text).not.toMatch(/undefined|\[object/)
  })
})
