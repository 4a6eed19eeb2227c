/** What is written of requests and of faults: one JSON object a line. */
import type { FastifyInstance } from 'fastify'
import type { LogLevel } from './configuration.ts'

export interface Log {
  /** A fault nobody foresaw, under the number the person was given. */
  fault(reference: string, failure: unknown, where: string): void
  /** Anything else that went wrong beside a request: a job runner, an idle connection. */
  trouble(what: string, error: unknown): void
  /** Writes each request once it is answered. */
  watch(server: FastifyInstance): void
}

export interface Streams {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

/**
 * Faults go to standard error unless the level is `off`, requests to standard output where it is `info`. Nothing personal is written: no
 * address of the visitor, no search, no name; of the path only the route, as `/b/:slug/`.
 */
export function openLog(level: LogLevel, { stdout, stderr }: Streams, now: () => Date): Log {
  const line = (fields: Readonly<Record<string, unknown>>) => `${JSON.stringify({ time: now().toISOString(), ...fields })}\n`
  const tell = (fields: Readonly<Record<string, unknown>>, error: unknown) => {
    if (level !== 'off') stderr.write(line({ level: 'error', ...fields, ...described(error) }))
  }
  return {
    fault: (reference, failure, where) => tell({ reference, where }, failure),
    trouble: (what, error) => tell({ where: what }, error),
    watch(server) {
      if (level !== 'info') return
      server.addHook('onResponse', async (request, reply) => {
        const { method, id } = request
        const route = request.is404 ? null : (request.routeOptions.url ?? null)
        stdout.write(line({ level: 'info', id, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }))
      })
    },
  }
}

/** The message and the stack; of a database's error the code, never the values that stand in its detail. */
function described(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: String(error) }
  const { code } = error as NodeJS.ErrnoException
  return {
    error: error.message,
    ...(code !== undefined && { code }),
    stack: error.stack
      ?.split('\n')
      .slice(1, 8)
      .map((frame) => frame.trim()),
  }
}
