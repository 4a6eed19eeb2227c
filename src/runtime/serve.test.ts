import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Surroundings, serve } from './index.ts'

const open: { close: () => void }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A port that nobody had a moment ago. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

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

test.each(['eighty', '-1', '70000', '80.5', '0', '0x50', '8e3', ' ', '+80'])('PORT=%s is refused', async (port) => {
  const { around, complained } = surroundings({ PORT: port })
  expect(await serve(around)).toBe(1)
  expect(complained()).toContain(`PORT is “${port}”`)
})

test('an empty HOST is not every address of the machine, and an empty PORT not any port', async () => {
  const usual = createServer().listen(8080, '127.0.0.1')
  open.push(usual)
  // Whoever has it, it is taken.
  await new Promise((resolve) => usual.once('listening', resolve).once('error', resolve))
  const { around, complained } = surroundings({ HOST: '', PORT: '' })
  expect(await serve(around)).toBe(1)
  expect(complained()).toContain('port 8080 is taken')

  const port = await freePort()
  const { around: given, printed, stop } = surroundings({ HOST: '', PORT: port })
  const ended = serve(given)
  await expect.poll(printed, { timeout: 60_000 }).toBe(`gongkai: http://127.0.0.1:${port}/check\n`)
  stop()
  expect(await ended).toBe(0)
})

test('the address is printed in one line; SIGTERM stops with 0', async () => {
  const { around, printed, stop } = surroundings({ PORT: await freePort() })
  const ended = serve(around)
  await expect.poll(printed, { timeout: 60_000 }).toMatch(/^gongkai: http:\/\/127\.0\.0\.1:\d+\/check\n$/)
  const address = /http:\S+/.exec(printed())![0]
  expect((await fetch(address)).status).toBe(200)
  stop()
  expect(await ended).toBe(0)
  await expect(fetch(address)).rejects.toThrow()
})
