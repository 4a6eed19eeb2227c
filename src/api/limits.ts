/** How many requests one may make. Counted in this process: with several, each counts its own. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from '#words'
import type { Operation } from './operation.ts'

export interface Limit {
  readonly most: number
  readonly seconds: number
}

/** `general` for everything; the others beside it. A whole office may stand behind one address, so those by address are wide. */
export const limits = {
  general: { most: 1200, seconds: 60 },
  'sign-in': { most: 30, seconds: 60 },
  username: { most: 10, seconds: 60 },
  compute: { most: 120, seconds: 60 },
  search: { most: 120, seconds: 60 },
} as const satisfies Record<string, Limit>
export type Limits = Record<keyof typeof limits, Limit>

/** Counts a request against what applies to it; throws `too-many-requests` with the seconds to wait. */
export type Count = (request: FastifyRequest, operation: Operation) => Promise<void>

/** The counters of a server; @fastify/rate-limit is registered on it. */
export function counters(server: FastifyInstance, chosen: Partial<Limits> = {}): { byAddress: Count; byUsername: Count } {
  const all: Limits = { ...limits, ...chosen }
  const counter = (name: keyof Limits, keyOf: (request: FastifyRequest) => string) =>
    server.createRateLimit({
      max: all[name].most,
      timeWindow: all[name].seconds * 1000,
      keyGenerator: (request) => `${name} ${keyOf(request)}`,
    })
  const general = counter('general', (request) => request.ip)
  const special = {
    'sign-in': counter('sign-in', (request) => request.ip),
    compute: counter('compute', (request) => request.ip),
    search: counter('search', (request) => request.ip),
  }
  // By both: who knows a name must not be able to keep its owner out from elsewhere.
  const username = counter('username', (request) => `${usernameOf(request)} ${request.ip}`)
  return {
    byAddress: async (request, operation) => {
      hold(await general(request))
      if (operation.limit) hold(await special[operation.limit](request))
    },
    byUsername: async (request, operation) => {
      if (operation.id === 'signIn' && usernameOf(request) !== '') hold(await username(request))
    },
  }
}

function hold(counted: Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>): void {
  if (!counted.isAllowed && counted.isExceeded) throw new Failure('too-many-requests', { seconds: Math.max(1, counted.ttlInSeconds) })
}

function usernameOf({ body }: FastifyRequest): string {
  const given = (body as { username?: unknown } | null | undefined)?.username
  return typeof given === 'string' ? given.trim().toLowerCase() : ''
}
