/** Reads the configuration, mounts the faces and serves them until told to stop. */
import { fileURLToPath } from 'node:url'
import { buildBundle } from './bundle.ts'
import { openServer } from './server.ts'

export { buildBundle } from './bundle.ts'
export { openServer } from './server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `serve` takes from its process. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  once(signal: 'SIGTERM' | 'SIGINT', stop: () => void): unknown
}

/**
 * Serves on HOST (127.0.0.1) and PORT (8080) and prints the address. Resolves with the exit code: 0 after SIGTERM or SIGINT,
 * once open answers are sent; 1 at once where the port is no number, is taken or may not be used. An empty variable counts as unset:
 * as an address it would mean every address of the machine, as a port any that is free.
 */
export async function serve(around: Surroundings): Promise<number> {
  const host = around.env.HOST || '127.0.0.1'
  const portGiven = around.env.PORT || '8080'
  const port = /^\d+$/.test(portGiven) ? Number(portGiven) : 0
  if (port < 1 || port > 65_535) {
    around.stderr.write(`gongkai: PORT is “${portGiven}”; it must be a number from 1 to 65535\n`)
    return 1
  }
  const server = await openServer(await buildBundle(root))
  try {
    const address = await server.listen({ host, port })
    around.stdout.write(`gongkai: ${address}/check\n`)
  } catch (failure) {
    around.stderr.write(`gongkai: ${sayFailure(failure, host, port)}\n`)
    await server.close()
    return 1
  }
  await new Promise<void>((resolve) => {
    around.once('SIGTERM', resolve)
    around.once('SIGINT', resolve)
  })
  await server.close()
  return 0
}

function sayFailure(failure: unknown, host: string, port: number): string {
  const code = failure instanceof Error && 'code' in failure ? failure.code : ''
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; stop what uses it, or set PORT to another, for example PORT=${port + 1} npm start`
    case 'EACCES':
      return `port ${port} may not be used by this account; set PORT to one above 1023`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine; set HOST to 127.0.0.1, or to 0.0.0.0 for all`
    default:
      return failure instanceof Error ? failure.message : String(failure)
  }
}
