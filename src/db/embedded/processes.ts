/** What the machine says about a process: whether it still is the one that was noted. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** The machine as a lock must know it: pids mean something only within one host, one boot and one pid namespace. */
export interface Place {
  readonly host: string
  readonly boot: string
  readonly pids: string
}

export const here = (): Place => ({
  host: hostname(),
  boot: orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  pids: orEmpty(() => readlinkSync('/proc/self/ns/pid')),
})

/** When a process began, as text to compare; null where there is no such process, '' where the system does not say. A zombie is none. */
export function startOf(pid: number): string | null {
  if (!isThere(pid)) return null
  if (process.platform === 'win32') return ''
  if (process.platform !== 'linux') return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // After the name in brackets, which may hold anything: state is field 3, start in ticks since boot field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat === '' || fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19]!
}

/** Processes of PostgreSQL that work in the folder of a cluster; only Linux tells without being given a pid. */
export function postgresIn(cluster: string, noted: number | null): number[] {
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => orEmpty(() => readlinkSync(`/proc/${pid}/cwd`)) === cluster && /\/postgres( \(deleted\))?$/.test(exeOf(pid)))
  if (noted === null || startOf(noted) === null) return []
  const command =
    process.platform === 'win32' ? ask('tasklist', ['/FI', `PID eq ${noted}`, '/NH']) : ask('ps', ['-o', 'command=', '-p', String(noted)])
  return /postgres/i.test(command) ? [noted] : []
}

const exeOf = (pid: number): string => orEmpty(() => readlinkSync(`/proc/${pid}/exe`))

/** Asks the processes to go, each time more firmly: [signal, milliseconds to wait]. */
export async function end(pids: readonly number[], ...ways: readonly (readonly [NodeJS.Signals, number])[]): Promise<void> {
  let left = pids.map((pid) => ({ pid, start: startOf(pid) })).filter(({ start }) => start !== null)
  for (const [signal, patience] of ways) {
    for (const { pid } of left) orEmpty(() => String(process.kill(pid, signal)))
    for (let waited = 0; waited < patience && left.length > 0; waited += 20) {
      await wait(20)
      left = left.filter(({ pid, start }) => startOf(pid) === start)
    }
    if (left.length === 0) return
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const ask = (command: string, args: readonly string[]): string => orEmpty(() => execFileSync(command, args, { encoding: 'utf8' }).trim())

function orEmpty(look: () => string): string {
  try {
    return look()
  } catch {
    return ''
  }
}
