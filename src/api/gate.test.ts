import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, administrations, may, type NewPost, type Noun, type Role, roles, type Verb } from '#identity'
import { type ApiForTests, apiServer, type Client } from '../../tests/api.ts'
import type { Operation } from './operation.ts'
import { operations } from './routes/index.ts'

let api: ApiForTests

beforeAll(async () => {
  api = await apiServer({ limits: { general: { most: 1_000_000, seconds: 60 }, 'sign-in': { most: 1_000_000, seconds: 60 } } })
})
afterAll(() => api.close())

const here = operations.filter(({ tag }) => tag !== 'demo')
const closed = here.filter(({ access }) => access !== 'public')
const signedIn = here.filter(({ access }) => access === 'signed-in')

/** An address of the operation that leads to nothing in particular. */
const pathOf = ({ path }: Operation): string =>
  path
    .replace(':id', path.startsWith('/jobs') ? '1' : '019bd921-5900-7000-8000-000000000000')
    .replace(':slug', 'qingxi')
    .replace(':key', 'organiser')
    .replace(':year', '2026')

const ask = (client: Client, one: Operation, headers: Record<string, string> = {}) =>
  one.method === 'GET' ? client.get(pathOf(one), headers) : client.send(one.method, pathOf(one), undefined, headers)

test('without a session every operation that is not public is refused', async () => {
  for (const one of closed) {
    const { status, body } = await ask(api.visitor, one)
    expect([one.id, status, body.code]).toEqual([one.id, 401, 'not-signed-in'])
  }
})

test('a session that is not whole opens nothing but the steps of signing in', async () => {
  const session = await api.visitor.post('/session', { username: 'system', password: 'Qingxi-2026-ok' })
  expect(session.body.stage).toBe('totp-enrolment')
  const headers = { cookie: String(session.headers['set-cookie']).split(';')[0]!, 'x-csrf-token': String(session.body.csrf) }
  for (const one of signedIn) expect([one.id, (await ask(api.visitor, one, headers)).status]).toEqual([one.id, 401])
  expect((await api.visitor.get('/session', headers)).status).toBe(200)
})

describe('what another site makes a browser send', () => {
  const unsafe = closed.filter(({ method }) => method !== 'GET')

  test.each([
    ['without a token', { 'x-csrf-token': '' }],
    ['with a wrong token', { 'x-csrf-token': 'x'.repeat(32) }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an origin that hides', { origin: 'null' }],
    ['as the browser says itself', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('is refused %s', async (_, headers) => {
    const system = await api.administrator('system')
    for (const one of unsafe) {
      const { status, body } = await ask(system, one, headers)
      expect([one.id, status, body.code]).toEqual([one.id, 403, 'forged-request'])
    }
    expect((await system.get('/session')).status).toBe(200)
  })

  test('cannot sign in either', async () => {
    const answer = await api.visitor.post('/session', { username: 'system', password: 'x' }, { origin: 'https://evil.example' })
    expect([answer.status, answer.body.code]).toEqual([403, 'forged-request'])
    const silent = await api.server.inject({ method: 'POST', url: '/api/v1/session', payload: { username: 'system', password: 'x' } })
    expect(silent.statusCode).toBe(403)
  })

  test('may still ask for what is for everyone', async () => {
    const answer = await api.visitor.post('/deadlines/compute', { received: '2025-09-15' }, { origin: 'https://another.example' })
    expect(answer.status).toBe(200)
  })
})

describe('each role', () => {
  const clients = new Map<Role, Client & { personId: string }>()
  const actors = new Map<Role, Actor>()

  beforeAll(async () => {
    const { system } = { system: await api.administrator('system') }
    const section = await system.post('/bodies/education/sections', { name: '综合科' })
    for (const role of roles) {
      if ((administrations as readonly Role[]).includes(role)) {
        clients.set(role, await api.administrator(role.replace('-admin', '')))
      } else {
        const post: NewPost = {
          body: 'education',
          role,
          ...(role === 'reviewer' && { step: 1 }),
          ...(role === 'liaison' && { section: String(section.body.id) }),
        }
        clients.set(role, await api.as(`担任 ${role}`, post))
      }
      const post = { id: 'x', bodyId: 'x', bodySlug: 'x', role, step: null, sectionId: null, onBehalfOf: null }
      actors.set(role, { personId: 'x', name: role, language: 'zh-CN', posts: [post], sessionId: null, origin: 'tests' })
    }
  })

  test.each(roles)('%s is let in where the policy says, and nowhere else', async (role) => {
    const client = clients.get(role)!
    const actor = actors.get(role)!
    for (const one of signedIn) {
      const asked = [one.needs!].flat().map((need) => need.split('.') as [Noun, Verb<Noun>])
      const { status, body } = await ask(client, one)
      if (!asked.some(([noun, verb]) => may(actor, verb, noun))) expect([one.id, status, body.code]).toEqual([one.id, 403, 'not-allowed'])
      else if (one.method === 'GET' && !one.path.includes(':') && requiredOf(one).length === 0)
        expect([one.id, status]).toEqual([one.id, 200])
      else expect([one.id, status, status]).not.toEqual([one.id, 401, 500])
    }
  })

  test('every operation for those signed in says what it needs', () => {
    expect(signedIn.filter(({ needs }) => needs === undefined).map(({ id }) => id)).toEqual([])
  })
})

describe('limits', () => {
  let tight: ApiForTests
  beforeAll(async () => {
    tight = await apiServer({
      limits: { 'sign-in': { most: 6, seconds: 60 }, username: { most: 2, seconds: 60 }, compute: { most: 2, seconds: 60 } },
    })
  })
  afterAll(() => tight.close())

  test('one username cannot be tried without end, and the refusal says how long to wait', async () => {
    const trial = () => tight.visitor.post('/session', { username: 'system', password: 'guessed' })
    expect([(await trial()).status, (await trial()).status]).toEqual([401, 401])
    const refused = await trial()
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.body.detail).toMatch(/请过 \d+ 秒再试/)
    expect((await tight.visitor.post('/session', { username: 'audit', password: 'guessed' })).status).toBe(401)
  })

  test('one address cannot try many usernames without end', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 8; count++)
      statuses.push((await tight.visitor.post('/session', { username: `name-${count}`, password: 'x' })).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('what everyone may compute is counted too, and by itself', async () => {
    const compute = () => tight.visitor.post('/deadlines/compute', { received: '2025-09-15' })
    expect([(await compute()).status, (await compute()).status, (await compute()).status]).toEqual([200, 200, 429])
    expect((await tight.visitor.get('/region')).status).toBe(200)
  })
})

/** Parameters that a question cannot do without. */
const requiredOf = ({ query }: Operation): readonly string[] => (query as { required?: readonly string[] } | undefined)?.required ?? []
