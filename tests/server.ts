/** A server of the tests: `serve` itself, in a process that is none. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Surroundings, serve } from '#runtime'

const folders: string[] = []
const ending: (() => Promise<unknown>)[] = []
/** Stops what the file started and removes its folders. */
export async function stopAll(): Promise<void> {
  await Promise.all(ending.splice(0).map((end) => end()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A data folder of its own. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-serve-'))
  folders.push(folder)
  return folder
}

/** A port that nobody had a moment ago. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

/** A process to serve in, and what it printed. */
export function surroundings(env: Surroundings['env'], ...options: string[]) {
  let printed = ''
  let complained = ''
  const stops: (() => void)[] = []
  const around: Surroundings = {
    argv: ['node', 'serve.js', ...options],
    env,
    stdout: { write: (text) => (printed += text) },
    stderr: { write: (text) => (complained += text) },
    once: (_signal, stop) => stops.push(stop),
  }
  return { around, printed: () => printed, complained: () => complained, stop: () => stops[0]!() }
}

/** Serves until stopped; the address, once it answers. */
export async function started(env: Surroundings['env'], ...options: string[]) {
  const { around, printed, complained, stop } = surroundings({ PORT: await freePort(), ...env }, ...options)
  const ended = serve(around)
  let code: number | null = null
  const end = () => {
    stop()
    return ended
  }
  ending.push(end)
  ended.then((given) => {
    code = given
  })
  while (!/desk +http\S+/.test(printed())) {
    if (code !== null) throw new Error(`ended with ${code}: ${complained()}`)
    await sleep(50)
  }
  return { address: /portal (http:\S+)\//.exec(printed())![1]!, printed, complained, end }
}

/** What a start says that must not succeed. */
export async function refused(env: Surroundings['env'], ...options: string[]): Promise<string> {
  const { around, complained } = surroundings({ PORT: await freePort(), ...env }, ...options)
  const code = await serve(around)
  if (code !== 1) throw new Error(`ended with ${code}`)
  return complained()
}
