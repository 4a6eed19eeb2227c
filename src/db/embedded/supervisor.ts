/** The database in the box: started with us, kept running while we live, stopped with us. */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Failure } from '#words'
import { openClient, siblingOf } from '../connect.ts'
import { type Account, accountFor } from './account.ts'
import { readyBinaries } from './binaries.ts'
import { type Cluster, clear, type Listening, makeCluster, startCluster, stopCluster, user } from './cluster.ts'
import { holderOf, takeLock } from './lock.ts'

export type PostgresEvent =
  | { readonly kind: 'made'; readonly folder: string }
  | { readonly kind: 'died'; readonly how: string }
  | { readonly kind: 'restarted' }
  | { readonly kind: 'not-restarted'; readonly why: string; readonly nextTryMs: number }

export interface EmbeddedPostgres {
  /** For `openDatabase`; stays the same when the database is started again. */
  readonly url: string
  /** Process id of the database that runs now. */
  pid(): number
  /** Shuts the database down and gives the folder free. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** 15 only for tests. */
  readonly major?: 18 | 15
  /** Told what happens while it runs. */
  readonly report?: (event: PostgresEvent) => void
}

const database = 'gongkai'
/** The log is kept to two files of this many bytes. */
const logLimit = 10 * 1024 * 1024

/**
 * Starts the database of the data folder, making it where there is none, and starts it again whenever it dies.
 * Throws Failure `database-held`, `database-package-missing`, `database-not-started` and the others of words/db.ts.
 */
export async function startPostgres(dataFolder: string, { major = 18, report = () => {} }: StartOptions = {}): Promise<EmbeddedPostgres> {
  const home = await homeIn(dataFolder)
  const lock = await takeLock(home)
  try {
    const { cluster, password } = await readyCluster(home, major, report)
    await clear(cluster)
    const listening = await readyListening(home, cluster.account)
    let server = await startCluster(cluster, listening, settings)
    const url = urlOf(listening, password)
    await makeDatabase(url)
    await noteListening(home, listening)

    let stopping = false
    const watch = (child: ChildProcess) => {
      const since = Date.now()
      child.once('exit', (code, signal) => {
        if (stopping) return
        report({ kind: 'died', how: String(code ?? signal) })
        // One that lived for a while is started at once; one that dies young waits longer each time.
        void revive(Date.now() - since > 60_000 ? 0 : 100)
      })
    }
    const revive = async (delay: number): Promise<void> => {
      if (delay > 0) await wait(delay)
      if (stopping) return
      try {
        server = await startCluster(cluster, listening, settings)
      } catch (error) {
        const nextTryMs = Math.min(Math.max(delay, 100) * 2, 10_000)
        report({ kind: 'not-restarted', why: error instanceof Error ? error.message : String(error), nextTryMs })
        return revive(nextTryMs)
      }
      if (stopping) return void (await stopCluster(server))
      report({ kind: 'restarted' })
      watch(server)
    }
    watch(server)

    // Where the process ends without `stop`, the database is told to end too; it does so after us.
    const last = () => void server.kill('SIGINT')
    process.once('exit', last)
    return {
      url,
      pid: () => server.pid!,
      async stop() {
        stopping = true
        process.off('exit', last)
        await stopCluster(server)
        await clear(cluster)
        if (listening.socket !== null && listening.socket !== join(home, 'socket'))
          await rm(listening.socket, { recursive: true, force: true })
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The address of a database that another process runs in the data folder; null where none does. */
export async function runningPostgres(dataFolder: string): Promise<string | null> {
  const home = join(resolve(dataFolder), 'postgres')
  if (!existsSync(join(home, 'lock.json')) || (await holderOf(home)) === null) return null
  const password = await readFile(join(home, 'password'), 'utf8').catch(() => null)
  const noted = await readFile(join(home, 'listening.json'), 'utf8').catch(() => null)
  return password === null || noted === null ? null : urlOf(JSON.parse(noted) as Listening, password.trim())
}

/** Where the database of a data folder writes its log. */
export const postgresLog = (dataFolder: string): string => join(resolve(dataFolder), 'postgres', 'postgres.log')

const settings = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'max_connections=100']

async function homeIn(dataFolder: string): Promise<string> {
  const home = join(resolve(dataFolder), 'postgres')
  // Elsewhere than on Linux the account of the database must walk here; see `run` in cluster.ts.
  const mode = process.getuid?.() === 0 && process.platform !== 'linux' ? 0o711 : 0o700
  await mkdir(home, { recursive: true, mode })
  return home
}

async function readyCluster(home: string, major: 18 | 15, report: (event: PostgresEvent) => void) {
  const folder = join(home, String(major))
  const other = readdirSync(home).find((name) => /^\d+$/.test(name) && name !== String(major))
  if (other !== undefined && !existsSync(folder)) throw new Failure('database-other-major', { found: other, wanted: major })
  const account = accountFor(folder)
  const log = join(home, 'postgres.log')
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > logLimit) renameSync(log, `${log}.1`)
  const cluster: Cluster = { binaries: await readyBinaries(major, account), folder, account, log }
  const passwordFile = join(home, 'password')
  if (!existsSync(folder)) {
    const password = randomBytes(24).toString('hex')
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flush: true })
    await makeCluster(cluster, password)
    report({ kind: 'made', folder })
  }
  return { cluster, password: (await readFile(passwordFile, 'utf8')).trim() }
}

/** A Unix socket in a folder of ours where the system has them: nothing listens on the network and no port can be taken. */
async function readyListening(home: string, account: Account | null): Promise<Listening> {
  if (process.platform === 'win32') return { socket: null, port: await freePort() }
  const earlier = await readFile(join(home, 'listening.json'), 'utf8').catch(() => null)
  const left = earlier === null ? null : (JSON.parse(earlier) as Listening).socket
  if (left?.startsWith(join(shortFolder(), 'gongkai-'))) rmSync(left, { recursive: true, force: true })

  const near = join(home, 'socket')
  rmSync(near, { recursive: true, force: true })
  await mkdir(near, { mode: 0o700 })
  const socket = (await takesSockets(near)) ? near : await mkdtemp(join(shortFolder(), 'gongkai-'))
  if (account) await chown(socket, account.uid, account.gid)
  return { socket, port: 5432 }
}

/** Not where TMPDIR points: on macOS that is half of what a socket's path may be long. */
const shortFolder = (): string => (existsSync('/tmp') ? '/tmp' : tmpdir())

/** A socket's path has at most 107 bytes (103 on macOS), and some shared folders hold none. */
async function takesSockets(folder: string): Promise<boolean> {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) > 100) return false
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(join(folder, 'probe'), () => probe.close(() => resolve(true)))
  })
}

export function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Kept for the command line, which asks the running database; the password stays in its own file. */
const noteListening = (home: string, listening: Listening): Promise<void> =>
  writeFile(join(home, 'listening.json'), `${JSON.stringify(listening)}\n`, { mode: 0o600 })

export function urlOf({ socket, port }: Listening, password: string): string {
  return `postgresql://${user}:${password}@${socket === null ? '127.0.0.1' : encodeURIComponent(socket)}:${port}/${database}`
}

async function makeDatabase(url: string): Promise<void> {
  const client = await openClient(siblingOf(url, 'postgres'))
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [database])
    if (rows.length === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}
