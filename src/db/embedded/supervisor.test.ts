import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Failure } from '#words'
import { isConnectionLost, openDatabase } from '../connect.ts'
import { here, startOf } from './processes.ts'
import { type EmbeddedPostgres, type PostgresEvent, runningPostgres, startPostgres } from './supervisor.ts'

const folders: string[] = []
const started: EmbeddedPostgres[] = []
afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-box-'))
  folders.push(folder)
  return folder
}

async function start(folder: string, report?: (event: PostgresEvent) => void): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres(folder, { report })
  started.push(postgres)
  return postgres
}

async function ask(url: string, question: string): Promise<unknown[] | undefined> {
  const { pool, close } = openDatabase(url)
  try {
    return (await pool.query({ text: question, rowMode: 'array' })).rows[0]
  } finally {
    await close()
  }
}

test('it is made, keeps what it was given, and is safe: checksums, fsync, no network, a password', async () => {
  const folder = dataFolder()
  const first = await start(folder)
  await ask(first.url, 'create table kept as select 1 as one')
  expect(
    await ask(first.url, "select current_setting('fsync'), current_setting('data_checksums'), current_setting('listen_addresses')"),
  ).toEqual(['on', 'on', ''])
  const stranger = new URL(first.url)
  stranger.password = 'guessed'
  await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  await started.pop()!.stop()
  expect(await runningPostgres(folder)).toBeNull()

  const second = await start(folder)
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select one from kept')).toEqual([1])
  expect(await runningPostgres(folder)).toBe(second.url)
})

test('text is ordered by code point, and Chinese characters are letters', async () => {
  const { url } = await start(dataFolder())
  await ask(url, 'create extension pg_trgm')
  expect(await ask(url, "select cardinality(show_trgm('政府信息公开')), 'Z' < 'a'")).toEqual([7, true])
})

test('a second one on the same folder is refused and told who holds it', async () => {
  const folder = dataFolder()
  await start(folder)
  const refusal = await startPostgres(folder).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Failure)
  expect(refusal).toMatchObject({ code: 'database-held', values: { folder } })
  expect((refusal as Failure).values.holder).toContain(`pid ${process.pid}`)
})

test('a lock whose pid went to another process holds nobody', async () => {
  const folder = dataFolder()
  await (await startPostgres(folder)).stop()
  const lock = { ...here(), pid: process.pid, start: `${startOf(process.pid)}0`, since: '2026-01-01T00:00:00.000Z' }
  writeFileSync(join(folder, 'postgres', 'lock.json'), `${JSON.stringify(lock)}\n`)
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
})

test('a lock cut off by a loss of power holds nobody', async () => {
  const folder = dataFolder()
  await (await startPostgres(folder)).stop()
  writeFileSync(join(folder, 'postgres', 'lock.json'), '')
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
})

test('a pid file whose process is dead, or is no database, is taken away', async () => {
  const folder = dataFolder()
  await (await startPostgres(folder)).stop()
  const bystander = spawn('sleep', ['60'])
  writeFileSync(join(folder, 'postgres', '18', 'postmaster.pid'), `${bystander.pid}\n${folder}\n1\n5432\n\n\n0 0\nready\n`)
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
  expect(bystander.exitCode).toBeNull()
  bystander.kill()
})

test('killed, it is started again at the same address, and the pool heals', async () => {
  const events: string[] = []
  let restarted = () => {}
  const again = new Promise<void>((resolve) => {
    restarted = resolve
  })
  const postgres = await start(dataFolder(), (event) => {
    events.push(event.kind)
    if (event.kind === 'restarted') restarted()
  })
  const { pool, close } = openDatabase(postgres.url)
  await pool.query('select 1')
  const slow = pool.query('select pg_sleep(30)').catch((error: unknown) => error)
  await new Promise((resolve) => setTimeout(resolve, 100))
  process.kill(postgres.pid(), 'SIGKILL')
  expect(isConnectionLost(await slow)).toBe(true)
  await again
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect(events).toEqual(['made', 'died', 'restarted'])
  await close()
})

test('the data folder may lie below a folder that only its owner may enter', async () => {
  const closed = dataFolder()
  chmodSync(closed, 0o700)
  const postgres = await start(join(closed, 'data'))
  expect(await ask(postgres.url, 'select 1')).toEqual([1])
  if (process.getuid?.() === 0)
    expect(execFileSync('ps', ['-o', 'uid=', '-p', String(postgres.pid())], { encoding: 'utf8' }).trim()).not.toBe('0')
})

test('a making that was cut off is begun again', async () => {
  const folder = dataFolder()
  await (await startPostgres(folder)).stop()
  const home = join(folder, 'postgres')
  execFileSync('mv', [join(home, '18'), join(home, '18.making')])
  expect(await ask((await start(folder)).url, 'select 1')).toEqual([1])
  expect(existsSync(join(home, '18.making'))).toBe(false)
  expect(readFileSync(join(home, 'listening.json'), 'utf8')).toContain('socket')
})
