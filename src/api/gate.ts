/** Who asks, and whether the request came from a page of ours. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Context } from '#db'
import { actorOf, allow, may, type Noun, type Verb, type Visitor } from '#identity'
import { Failure } from '#words'
import { unsafe } from './describe.ts'
import type { Operation } from './operation.ts'
import type { ApiOptions } from './options.ts'

export const cookieName = 'gongkai'

/** The visitor whom the cookie of a request names; null without one, or where the session has ended. */
export async function visitorOf(ctx: Context, request: FastifyRequest): Promise<Visitor | null> {
  const token = request.cookies[cookieName]
  return token ? actorOf(ctx, token, request.ip) : null
}

/** Refuses whoever an operation is not for: `not-signed-in`. A session that is not whole counts only where one is signing in. */
export function requireSession(operation: Operation, visitor: Visitor | null): void {
  if (operation.access === 'public') return
  if (!visitor || (operation.access === 'signed-in' && visitor.session.stage !== 'full')) throw new Failure('not-signed-in')
}

/** Refuses whoever holds no post that may do this at all: `not-allowed`. Whether to this very thing, identity decides. */
export function requirePost({ needs }: Operation, visitor: Visitor | null): void {
  if (needs === undefined || !visitor) return
  const asked = [needs].flat().map((one) => one.split('.') as [Noun, Verb<Noun>])
  if (asked.some(([noun, verb]) => may(visitor.actor, verb, noun))) return
  // Names the roles of the first; the others are for particular kinds of the same thing.
  const [noun, verb] = asked[0]!
  allow(visitor.actor, verb, noun)
}

/**
 * Refuses what another site made a browser send: `forged-request`. An unsafe request says by Origin or Sec-Fetch-Site that it is
 * from here, and one with a session names the session's own token. A script without a browser sends the Origin itself.
 */
export function requireOwnPage(operation: Operation, request: FastifyRequest, visitor: Visitor | null, options: ApiOptions): void {
  if (!unsafe(operation) || operation.fromAnywhere) return
  if (!isFromHere(request, options.origins ?? [])) throw new Failure('forged-request')
  if (operation.access === 'public') return
  const given = request.headers['x-csrf-token']
  if (!visitor || typeof given !== 'string' || !isSame(given, visitor.session.csrf)) throw new Failure('forged-request')
}

function isFromHere(request: FastifyRequest, origins: readonly string[]): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = request.headers
  if (origin === undefined) return site === 'same-origin'
  return origins.includes(origin) || isOrigin(origin, request.host)
}

/** Whether an origin is of a host, however either writes the usual port. The scheme is left out: a proxy before us may end TLS. */
function isOrigin(origin: string, host: string): boolean {
  try {
    const asked = new URL(origin)
    return asked.host === new URL(`${asked.protocol}//${host}`).host
  } catch {
    return false
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
