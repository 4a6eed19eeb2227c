import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { failures } from '#words'
import { type ApiForTests, apiServer, rowsOf } from '../../tests/api.ts'
import { errorCodes } from './error-codes.ts'

let api: ApiForTests

beforeAll(async () => {
  api = await apiServer()
})
afterAll(() => api.close())

const json = { 'content-type': 'application/json', origin: 'http://localhost' }

test('a refusal is problem+json with its code, sentence and address', async () => {
  const { status, body, headers } = await api.visitor.get('/people')
  expect(status).toBe(401)
  expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(headers['content-language']).toBe('zh-CN')
  expect(body).toEqual({
    type: '/api/v1/errors#not-signed-in',
    title: '需要登录',
    status: 401,
    code: 'not-signed-in',
    detail: '还没有登录，或登录已经结束。请重新登录',
  })
})

describe('the language', () => {
  test.each([
    ['zh-CN', {}, ''],
    ['en', { 'accept-language': 'en-GB,en;q=0.9' }, ''],
    ['zh-CN', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' }, ''],
    ['zh-CN', { 'accept-language': 'fr' }, ''],
    ['en', { 'accept-language': 'zh-CN' }, '?lang=en'],
  ])('is %s for %o%s', async (language, headers, query) => {
    const answer = await api.visitor.get(`/people${query}`, headers as Record<string, string>)
    expect(answer.headers['content-language']).toBe(language)
  })

  test('is the person’s own once they are signed in', async () => {
    const system = await api.administrator('system')
    await system.send('PATCH', '/session/person', { language: 'en' })
    const answer = await system.get('/events', { 'accept-language': 'zh-CN' })
    expect(answer.body.detail).toBe('Your posts do not allow this; these do: audit administrator. Ask a colleague who holds one')
    await system.send('PATCH', '/session/person', { language: 'zh-CN' })
  })
})

describe('wrong input', () => {
  test('an address that does not exist', async () => {
    const { status, body } = await api.visitor.get('/nothing-here')
    expect([status, body.code, body.detail]).toEqual([404, 'not-found', '没有找到这个地址。请核对，或回到列表重新选'])
  })

  test('JSON that is cut off', async () => {
    const { statusCode, body } = await api.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: '{"username": "sys',
      headers: json,
    })
    expect([statusCode, JSON.parse(body).code, JSON.parse(body).detail]).toEqual([
      400,
      'invalid-input',
      '请求内容：不是完整的 JSON。请改正后再试',
    ])
  })

  test('a body where there should be one', async () => {
    const { statusCode, body } = await api.server.inject({ method: 'POST', url: '/api/v1/session', payload: '', headers: json })
    expect([statusCode, JSON.parse(body).code]).toEqual([400, 'invalid-input'])
  })

  test('a body that is too large', async () => {
    const answer = await api.visitor.post('/session', { username: 'x'.repeat(2_000_000), password: 'x' })
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
  })

  test('another kind of body', async () => {
    const { statusCode, body } = await api.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: '<xml/>',
      headers: { ...json, 'content-type': 'application/xml' },
    })
    expect([statusCode, JSON.parse(body).code]).toEqual([415, 'unsupported-media'])
  })

  test('each wrong field is named, in the words of the person', async () => {
    const system = await api.administrator('system')
    const { status, body } = await system.post('/people', {
      name: '',
      username: 'A B',
      telephone: '1',
      posts: [{ body: 'education', role: 'king', since: '2025-02-30' }],
    })
    expect([status, body.code]).toEqual([400, 'invalid-input'])
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { where: 'telephone', what: '没有这个字段，请核对写法' },
        { where: 'name', what: '不能空着' },
        { where: 'username', what: '只能用小写字母、数字、点、下划线和连字符，2 到 40 个，以字母或数字开头' },
        { where: 'posts.0.since', what: '要是真有的日期，写成 2026-01-20 这样' },
      ]),
    )
    expect(rowsOf(body.errors).map((error) => String(error.where))).toContain('posts.0.role')
  })

  test('null is not taken for an empty text', async () => {
    const system = await api.administrator('system')
    const { status, body } = await system.send('PATCH', '/bodies/education', { address: null })
    expect([status, body.errors]).toEqual([400, [{ where: 'address', what: '要是文字' }]])
  })

  test('a filter that is misspelt does not give everything', async () => {
    const { status, body } = await api.visitor.get('/bodies?knd=town')
    expect([status, body.detail]).toEqual([400, 'knd：没有这个字段，请核对写法。请改正后再试'])
  })

  test('a page of none or of thousands', async () => {
    expect((await api.visitor.get('/bodies?limit=0')).body.errors).toEqual([{ where: 'limit', what: '要不小于 1' }])
    expect((await api.visitor.get('/bodies?limit=5000')).body.errors).toEqual([{ where: 'limit', what: '要不大于 200' }])
  })

  test('what the office’s rules do not take is told at its field', async () => {
    const system = await api.administrator('system')
    const { status, body } = await system.send('PATCH', '/bodies/education', { uscc: '123456789012345670' })
    expect([status, body.code]).toEqual([400, 'wrong-field'])
    expect(body.errors![0]!.where).toBe('uscc')
    expect(body.errors![0]!.what).toContain('统一社会信用代码')
  })

  test('a name that is taken', async () => {
    const system = await api.administrator('system')
    const { status } = await system.post('/bodies', {
      slug: 'education',
      name: '青溪县教育二局',
      kind: 'department',
      level: 'county',
      filesTo: 'qingxi',
      establishedOn: '2001-01-01',
    })
    expect(status).toBe(409)
  })
})

describe('what nobody foresaw', () => {
  test('is told by a number, and nothing of its cause goes out', async () => {
    const broken = await apiServer()
    const system = await broken.administrator('system')
    await broken.ctx.db.schema.alterTable('delegation').renameTo('delegation_lost').execute()
    const { status, body, text } = await system.get('/delegations')
    expect([status, body.code]).toEqual([500, 'unexpected'])
    expect(text).not.toMatch(/delegation_lost|select|relation|\.ts|stack/i)
    expect(broken.reported.map(({ reference }) => reference)).toEqual([body.reference])
    expect(String(broken.reported[0]!.failure)).toContain('delegation')
    await broken.close()
  })

  test('what only a constraint of the database saw is a conflict in words', async () => {
    const racing = await apiServer()
    const system = await racing.administrator('system')
    // A rule that no code checks beforehand, as when two people write at once.
    await racing.ctx.db.schema.alterTable('section').addUniqueConstraint('approval_not_by_drafter', ['name']).execute()
    await system.post('/bodies/education/sections', { name: '综合科' })
    const { status, body } = await system.post('/bodies/finance/sections', { name: '综合科' })
    expect([status, body.code, body.detail]).toEqual([409, 'conflict', '谁也不能批自己起草的东西。请刷新后再看'])
    await racing.close()
  })

  test('a full disk is 503 with what to do, and the operator finds it in the log', async () => {
    const full = await apiServer()
    const system = await full.administrator('system')
    await sql`create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(full.ctx.db)
    await sql`create trigger full_disk before insert on section execute function full_disk()`.execute(full.ctx.db)
    const { status, body, headers } = await system.post('/bodies/education/sections', { name: '综合科' })
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'no-room', '3'])
    expect(body.detail).toBe('服务器的磁盘满了，没有保存这次操作。请告诉管服务器的人腾出空间，再试一次')
    expect(full.reported.map(({ failure }) => String(failure))).toEqual([expect.stringContaining('No space left on device')])
    await full.close()
  })

  test('a database that is away is 503 with the time to wait, and the server heals', async () => {
    const { Kysely, PostgresDialect } = await import('kysely')
    const { default: pg } = await import('pg')
    const { default: fastify } = await import('fastify')
    const { registerApi } = await import('./index.ts')
    const { jobBoard } = await import('#jobs')
    const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })
    const away = { ...api.ctx, db: new Kysely<never>({ dialect: new PostgresDialect({ pool }) }) } as unknown as typeof api.ctx
    const server = fastify()
    await registerApi(server, away, { jobs: jobBoard(away), report: () => expect.unreachable() })
    const answer = await server.inject({ url: '/api/v1/bodies' })
    expect([answer.statusCode, answer.headers['retry-after'], JSON.parse(answer.body).code]).toEqual([503, '3', 'database-away'])
    await server.close()
    await pool.end()
  })
})

test('every code has a sentence without gaps in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const codes = errorCodes(language)
    expect(codes.map(({ code }) => code)).toEqual(Object.keys(failures))
    expect(codes.filter(({ sentence }) => /undefined|NaN|\[object/.test(sentence))).toEqual([])
  }
})
