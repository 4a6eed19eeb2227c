import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { doorTo } from '../../tests/door.ts'
import { dataFolder, refused, started, stopAll } from '../../tests/server.ts'

const first = await testDatabase()
const second = await testDatabase()
const door = await doorTo(first.url)
afterAll(async () => {
  await stopAll()
  await door.shut()
  await Promise.all([first.close(), second.close()])
})

test('on a server of one’s own: a lost database gives 503 and Retry-After on every face, the process stays, and heals', async () => {
  const { address, printed, complained, end } = await started({ GONGKAI_DATA: dataFolder(), DATABASE_URL: door.url }, '--empty')
  // The address is told without the password.
  expect(printed()).toContain('database ready')
  expect(printed()).not.toContain(new URL(first.url).password || 'no password')
  const get = (path: string) => fetch(address + path, { headers: { accept: 'text/html' } })
  for (const path of ['/', '/bodies', '/desk', '/api/v1/bodies', '/readyz']) expect((await get(path)).status, path).toBe(200)

  await door.shut()
  for (const path of ['/', '/bodies', '/search?q=x', '/api/v1/bodies', '/api/v1/region', '/readyz']) {
    const answer = await get(path)
    expect(answer.status, path).toBe(503)
    expect(Number(answer.headers.get('retry-after')), path).toBeGreaterThan(0)
    const type = path.startsWith('/api/') ? 'application/problem+json' : path === '/readyz' ? 'application/json' : 'text/html'
    expect(answer.headers.get('content-type'), path).toContain(type)
  }
  const wanting = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: '{"username":"gao.yu","password":"whatever it is"}',
  })
  expect(wanting.status).toBe(503)
  expect(await wanting.json()).toMatchObject({ code: 'database-away' })
  // What needs no database goes on.
  for (const path of ['/healthz', '/desk', '/api/v1/openapi.json']) expect((await get(path)).status, path).toBe(200)

  await door.open()
  for (const path of ['/', '/bodies', '/api/v1/bodies', '/readyz']) expect((await get(path)).status, path).toBe(200)
  expect(complained()).not.toContain('unhandled')
  expect(await end()).toBe(0)
})

test('the demo on a server of one’s own, and what was a demo stays one', async () => {
  const folder = dataFolder()
  const { address, end } = await started({ GONGKAI_DATA: folder, DATABASE_URL: second.url })
  const { items } = (await (await fetch(`${address}/api/v1/bodies?limit=100`)).json()) as { items: unknown[] }
  expect(items.length).toBe(46)
  expect(await end()).toBe(0)
  expect(await refused({ GONGKAI_DATA: dataFolder(), DATABASE_URL: second.url }, '--empty')).toContain('holds the demo')
})
