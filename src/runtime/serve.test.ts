import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { runningPostgres } from '#db'
import { dataFolder, freePort, refused, started, stopAll, surroundings } from '../../tests/server.ts'
import { serve } from './index.ts'

afterAll(stopAll)

test('wrong configuration ends with 1 and one line', async () => {
  expect(await refused({ PORT: 'eighty' })).toBe('gongkai: PORT is “eighty”; it must be a number from 1 to 65535\n')
  const away = await refused({ GONGKAI_DATA: dataFolder(), DATABASE_URL: `postgresql://gk:secret@127.0.0.1:${await freePort()}/gongkai` })
  expect(away).toMatch(/^gongkai: the database \S+ cannot be reached .*DATABASE_URL\n$/)
  expect(away).not.toContain('secret')
})

test('a port that is taken is said in one line, before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { around, printed, complained } = surroundings({ PORT: String(port), GONGKAI_DATA: dataFolder() })
  expect(await serve(around)).toBe(1)
  expect(printed()).toBe('')
  expect(complained()).toMatch(new RegExp(`^gongkai: port ${port} is taken; .*PORT=${port + 1}.*\n$`))
  other.close()
})

test('an empty HOST is not every address of the machine, and an empty PORT not any port', async () => {
  const usual = createServer().listen(8080, '127.0.0.1')
  // Whoever has it, it is taken.
  await new Promise((resolve) => usual.once('listening', resolve).once('error', resolve))
  expect(await refused({ HOST: '', PORT: '' })).toContain('port 8080 is taken')
  usual.close()
})

test('a data folder that is a file, or may not be made, is said in one line', async () => {
  const file = join(dataFolder(), 'file')
  writeFileSync(file, '')
  expect(await refused({ GONGKAI_DATA: file })).toMatch(/^gongkai: the data folder \S+ cannot be written \(\w+\); set GONGKAI_DATA .*\n$/)
})

test('--help prints what there is', async () => {
  const { around, printed } = surroundings({}, '--help')
  expect(await serve(around)).toBe(0)
  expect(printed()).toContain('--empty')
})

test('a lost key is said, before a new one is made in its place', async () => {
  const folder = dataFolder()
  const { end } = await started({ GONGKAI_DATA: folder }, '--empty')
  const client = new pg.Client({ connectionString: (await runningPostgres(folder))! })
  await client.connect()
  await client.query(`
    insert into person (id, name, added_at) values ('01980000-0000-7000-8000-000000000001', '安全员', now());
    insert into account (person_id, username, password_hash, password_changed_at, totp_secret)
      values ('01980000-0000-7000-8000-000000000001', 'keeper', '-', now(), 'sealed')
  `)
  await client.end()
  await end()
  rmSync(join(folder, 'key'))
  expect(await refused({ GONGKAI_DATA: folder }, '--empty')).toMatch(/^gongkai: the key file \S+key is gone, .*GONGKAI_KEY.*\n$/)
  expect(existsSync(join(folder, 'key'))).toBe(false)
})

test('a site of one’s own starts bare, keeps its folder to itself, outlives its database, and stops with 0', async () => {
  const folder = dataFolder()
  const { address, printed, complained, end } = await started({ GONGKAI_DATA: folder, GONGKAI_LOG: 'info', HOST: '' }, '--empty')
  expect(printed()).toContain('open the desk and follow the first run')
  const get = async (path: string, headers = {}) => fetch(address + path, { headers })
  const json = async (path: string) => (await get(path)).json()
  expect(await json('/api/v1/first-run')).toEqual({ needed: true })
  expect(await json('/api/v1/bodies')).toMatchObject({ items: [] })
  expect((await get('/api/v1/demo')).status).toBe(404)
  expect((await get('/demo/clock')).status).toBe(404)
  expect((await get('/desk')).status).toBe(200)
  expect(await json('/healthz')).toEqual({ status: 'ok' })

  expect(await refused({ GONGKAI_DATA: folder }, '--empty')).toMatch(
    /^gongkai: the data folder \S+ is in use by another gongkai .*GONGKAI_DATA.*\n$/,
  )

  // Its database is killed: the process stays, answers 503 with Retry-After on every face, and heals.
  const stopped = Number(readFileSync(join(folder, 'postgres/18/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(stopped, 'SIGSTOP')
  process.kill(stopped, 'SIGKILL')
  const away = new Map<string, Response>()
  await expect
    .poll(
      async () => {
        for (const path of ['/api/v1/bodies', '/', '/readyz']) {
          const answer = await get(path, { accept: 'text/html, application/json' })
          if (answer.status === 503) away.set(path, answer)
        }
        return away.size > 0 || complained().includes('ended unexpectedly')
      },
      { timeout: 20_000, interval: 5 },
    )
    .toBe(true)
  for (const [path, answer] of away) {
    expect(Number(answer.headers.get('retry-after')), path).toBeGreaterThan(0)
    if (path.startsWith('/api')) expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
  await expect.poll(async () => (await get('/readyz')).status, { timeout: 30_000 }).toBe(200)
  expect((await get('/')).status).toBe(200)
  expect((await get('/api/v1/bodies')).status).toBe(200)

  // One line a request, nothing of who asked or for what.
  await get('/search?q=somebody')
  await expect.poll(printed).toContain('"route":"/search"')
  const lines = printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  expect(Object.keys(lines[0]!).sort()).toEqual(['id', 'level', 'method', 'ms', 'route', 'status', 'time'])
  expect(printed()).not.toContain('somebody')

  expect(await end()).toBe(0)
  await expect(get('/')).rejects.toThrow()

  // Opened without --empty it is what it was, and no demo is laid into it.
  const again = await started({ GONGKAI_DATA: folder })
  expect(await (await fetch(`${again.address}/api/v1/first-run`)).json()).toEqual({ needed: true })
  expect(again.printed()).not.toContain('demo')

  // A database that a newer program has changed is left alone.
  const url = (await runningPostgres(folder))!
  const client = new pg.Client(url)
  await client.connect()
  await client.query("insert into migration (number, name, hash) values (9999, '9999-later', repeat('0', 64))")
  await client.end()
  expect(await again.end()).toBe(0)
  expect(await refused({ GONGKAI_DATA: folder })).toMatch(
    /^gongkai: the database is at migration 9999, newer than this program knows .*\n$/,
  )
})

test('the demo has its county, its clock and its buttons, and never becomes a site of one’s own', async () => {
  const folder = dataFolder()
  const { address, printed, end } = await started({ GONGKAI_DATA: folder })
  const json = async (path: string, init?: RequestInit) => (await fetch(address + path, init)).json() as Promise<never>
  expect(printed()).toMatch(/demo made in [\d.]+ s: 46 bodies, \d+ people/)

  const { items } = (await json('/api/v1/bodies?limit=100')) as { items: { kind: string; slug: string; uscc: string }[] }
  const count = (kind: string) => items.filter((body) => body.kind === kind).length
  expect({
    all: items.length,
    government: count('government'),
    office: count('office'),
    towns: count('town'),
    zone: count('zone'),
  }).toEqual({
    all: 46,
    government: 1,
    office: 1,
    towns: 14,
    zone: 1,
  })

  const fromHere = { origin: address, 'content-type': 'application/json' }
  const { roles } = (await json('/api/v1/demo')) as { roles: { role: string; person: { id: string; name: string } }[] }
  expect(roles.length).toBe(12)
  for (const { role, person } of roles) {
    const answer = await fetch(`${address}/api/v1/demo/session`, {
      method: 'POST',
      headers: fromHere,
      body: JSON.stringify({ role, personId: person.id }),
    })
    expect(answer.status, role).toBe(200)
    const session = (await answer.json()) as {
      stage: string
      person: { name: string }
      posts: { role: string }[]
      demo: boolean
      today: string
    }
    expect(session).toMatchObject({ stage: 'full', demo: true, today: '2026-01-20' })
    expect(session.posts.map((post) => post.role)).toContain(role)
    expect(session.person.name).toBe(person.name)
  }
  const byPassword = { method: 'POST', headers: fromHere, body: JSON.stringify({ username: 'gao.yu', password: '-' }) }
  expect((await fetch(`${address}/api/v1/session`, byPassword)).status).toBe(401)

  // The clock, by the form of the public pages: back to the page one came from, and remembered.
  const form = (today: string, headers = {}) =>
    fetch(`${address}/demo/clock`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: address, referer: `${address}/bodies?kind=town`, ...headers },
      body: new URLSearchParams({ today }),
    })
  expect((await form('2026-01-30', { origin: 'http://elsewhere.example' })).status).toBe(403)
  expect((await form('2026-02-30')).status).toBe(400)
  expect((await form('1999-01-01')).status).toBe(400)
  const moved = await form('2026-01-26')
  expect([moved.status, moved.headers.get('location')]).toEqual([303, '/bodies?kind=town'])
  expect(((await json('/api/v1/region')) as { today: string }).today).toBe('2026-01-26')
  expect(await end()).toBe(0)

  expect(await refused({ GONGKAI_DATA: folder }, '--empty')).toMatch(/^gongkai: \S+ holds the demo.*\n$/)
  const again = await started({ GONGKAI_DATA: folder })
  expect(await (await fetch(`${again.address}/api/v1/region`)).json()).toMatchObject({ today: '2026-01-26' })
  expect(again.printed()).not.toContain('demo made')
  expect(await again.end()).toBe(0)
})
