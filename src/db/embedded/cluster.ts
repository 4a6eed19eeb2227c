/** A cluster of PostgreSQL in a folder: made once, and run from there, by an account that need not be able to walk to it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '#words'
import { type Account, reaches } from './account.ts'
import { type Binaries, programOf } from './binaries.ts'
import { end, postgresIn } from './processes.ts'

export interface Cluster {
  readonly binaries: Binaries
  /** PGDATA. */
  readonly folder: string
  readonly account: Account | null
  /** Output of the server. */
  readonly log: string
}

export interface Listening {
  /** The folder of the Unix socket; null listens on 127.0.0.1. */
  readonly socket: string | null
  readonly port: number
}

export const user = 'gongkai'

/**
 * Kinds of characters, by the name each system has for UTF-8. Under plain C only ASCII letters are letters, and pg_trgm finds no Chinese.
 * The first that the system knows is taken.
 */
const characterTypes: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8'],
  darwin: ['en_US.UTF-8', 'UTF-8'],
  win32: ['en-US'],
}

/** Makes the cluster: checksums, UTF-8, an order of text that does not change with the system, passwords from everybody. */
export async function makeCluster(cluster: Cluster, password: string, { fsync = true } = {}): Promise<void> {
  const draft = `${cluster.folder}.making`
  const passwordFile = `${cluster.folder}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (cluster.account) await chown(passwordFile, cluster.account.uid, cluster.account.gid)
  let status: number | string = 'no locale'
  for (const characters of characterTypes[process.platform] ?? ['C']) {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    if (cluster.account) await chown(draft, cluster.account.uid, cluster.account.gid)
    const child = run({ ...cluster, folder: draft }, 'initdb', (door) => [
      ...['-D', door(draft), '-U', user, `--pwfile=${door(passwordFile)}`, '--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8'],
      // The order of text is by code point wherever it runs: an index made here is right on another machine too.
      ...['--locale=C', `--lc-ctype=${characters}`],
      ...(cluster.binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
      ...(fsync ? [] : ['--no-sync']),
    ])
    status = await ended(child)
    if (status === 0) break
  }
  await unlink(passwordFile)
  if (status !== 0) throw await notStarted(cluster, `initdb ${status}`)
  await rename(draft, cluster.folder)
}

/** Starts the server and waits until it takes connections. What is left of an earlier one is stopped first. */
export async function startCluster(cluster: Cluster, listening: Listening, settings: readonly string[] = []): Promise<ChildProcess> {
  await clear(cluster)
  const server = run(cluster, 'postgres', (door) => [
    ...['-D', door(cluster.folder), '-p', String(listening.port)],
    ...(listening.socket === null
      ? ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
      : ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${door(listening.socket)}`]),
    ...['-c', 'timezone=UTC', '-c', 'log_timezone=UTC', '-c', 'log_checkpoints=off', '-c', 'cluster_name=gongkai'],
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  const gone = ended(server)
  for (;;) {
    const status = await Promise.race([gone, new Promise<null>((resolve) => setTimeout(resolve, 15, null))])
    if (status !== null) throw await notStarted(cluster, `postgres ${status}`)
    // The eighth line of the pid file says `ready`: https://www.postgresql.org/docs/current/storage-file-layout.html
    const lines = (await pidFile(cluster))?.split('\n') ?? []
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return server
  }
}

/** Ends every process that works on the cluster, and takes away the pid file of one that is dead. */
export async function clear(cluster: Cluster): Promise<void> {
  const noted = Number((await pidFile(cluster))?.split('\n')[0]) || null
  const found = postgresIn(cluster.folder, noted)
  const [head, rest] = [found.filter((pid) => pid === noted), found.filter((pid) => pid !== noted)]
  // SIGINT is the fast shutdown, SIGQUIT the immediate one: https://www.postgresql.org/docs/current/server-shutdown.html
  await end(head, ['SIGINT', 10_000], ['SIGQUIT', 5000], ['SIGKILL', 5000])
  // Sessions outlive a postmaster that was killed until they look up from their query.
  await end(rest, ['SIGQUIT', 2000], ['SIGKILL', 5000])
  await rm(join(cluster.folder, 'postmaster.pid'), { force: true })
}

/** The fast shutdown, and a firmer one where it hangs. */
export async function stopCluster(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = ended(server)
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    server.kill(signal)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, patience, 'late')
    })
    const how = await Promise.race([gone, late])
    clearTimeout(timer)
    if (how !== 'late') return
  }
}

type Door = (path: string) => string

/**
 * Runs a program of PostgreSQL as the account of the cluster, apart from the terminal: a Ctrl-C is for us, who stop it in our turn.
 * On Linux root hands the folders over as open files: `/proc/self/fd/N` leads straight to them, whatever lies above is closed.
 */
function run(cluster: Cluster, program: 'initdb' | 'postgres', argsOf: (door: Door) => readonly string[]): ChildProcess {
  const { account, binaries } = cluster
  const log = openSync(cluster.log, 'a', 0o600)
  const handed: number[] = []
  const door: Door = (path) => {
    if (account === null) return path
    if (process.platform === 'linux') return `/proc/self/fd/${2 + handed.push(openSync(path, 'r'))}`
    if (!reaches(account, path)) throw new Failure('database-closed-folder', { folder: dirname(path) })
    return path
  }
  try {
    const args = argsOf(door)
    return spawn(programOf(binaries, program), args, {
      stdio: ['ignore', log, log, ...handed],
      detached: true,
      // Where we stand may be closed to the account.
      cwd: dirname(programOf(binaries, program)),
      env: environment(binaries),
      ...(account ?? {}),
    })
  } finally {
    for (const file of [log, ...handed]) closeSync(file)
  }
}

/** Nothing of our own environment: it may hold secrets, and PG… variables would change what is started. */
const environment = ({ folder }: Binaries): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  TZ: 'UTC',
  LC_ALL: 'C',
  ...(process.platform === 'linux' ? { LD_LIBRARY_PATH: join(folder, 'lib') } : {}),
})

const ended = (child: ChildProcess): Promise<number | string> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? child.signalCode!)
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(code ?? signal!))
  })

async function pidFile({ folder }: Cluster): Promise<string | null> {
  try {
    return await readFile(join(folder, 'postmaster.pid'), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function notStarted({ log }: Cluster, detail: string): Promise<Failure> {
  const last = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-3).join(' / ')
  return new Failure('database-not-started', { detail: `${detail}: ${last}`, log })
}
