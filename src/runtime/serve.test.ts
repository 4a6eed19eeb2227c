import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Surroundings, serve } from './index.ts'

const open: { close: () => void }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A process to serve in, and what it printed. */
function surroundings(env: Surroundings['env']) {
  let printed = ''
  let complained = ''
  const stops: (() => void)[] = []
  const around: Surroundings = {
    env,
    stdout: { write: (text) => (printed += text) },
    stderr: { write: (text) => (complained += text) },
    once: (_signal, stop) => stops.push(stop),
  }
  return { around, printed: () => printed, complained: () => complained, stop: () => stops[0]!() }
}

test('a port that is taken is said in one line, and the process ends with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  open.push(other)
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { around, printed, complained } = surroundings({ PORT: String(port) })
  expect(await serve(around)).toBe(1)
  expect(printed()).toBe('')
  expect(complained()).toMatch(new RegExp(`^gongkai: port ${port} is taken; .*PORT=${port + 1}.*\n$`))
})

test.each(['eighty', '-1', '70000', '80.5'])('PORT=%s is refused', async (port) => {
  const { around, complained } = surroundings({ PORT: port })
  expect(await serve(around)).toBe(1)
  expect(complained()).toContain(`PORT is “${port}”`)
})

test('the address is printed in one line; SIGTERM stops with 0', async () => {
  const { around, printed, stop } = surroundings({ PORT: '0' })
  const ended = serve(around)
  await expect.poll(printed, { timeout: 60_000 }).toMatch(/^gongkai: http:\/\/127\.0\.0\.1:\d+\/check\n$/)
  const address = /http:\S+/.exec(printed())![0]
  expect((await fetch(address)).status).toBe(200)
  await expect.poll(() => stop).toBeTypeOf('function')
  stop()
  expect(await ended).toBe(0)
  await expect(fetch(address)).rejects.toThrow()
})
