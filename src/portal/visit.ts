/** One visit to a page: where it is, how it is to be shown, and the links that change how without leaving the page. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#report'
import { type PortalWords, portalWords } from '#words'

export interface Visit {
  readonly language: Language
  readonly words: PortalWords
  readonly elder: boolean
  readonly contrast: boolean
  /** Scheme and host the visitor used, or the one the operator set: `https://www.example.gov.cn`. */
  readonly origin: string
  /** Path as it came, percent-encoded. */
  readonly path: string
  /** The page's own parameters, without those that say how it is shown. */
  readonly query: URLSearchParams
  /** Whether the answer depends on what this browser chose, and may not be kept for another. */
  readonly personal: boolean
}

/** How a page is shown, and the parameter and cookie that say so. */
const choices = ['elder', 'contrast', 'lang'] as const
type Choice = (typeof choices)[number]

const valid: Record<Choice, readonly string[]> = { elder: ['0', '1'], contrast: ['0', '1'], lang: ['zh-CN', 'en'] }
const usual: Record<Choice, string> = { elder: '0', contrast: '0', lang: 'zh-CN' }
const yearInSeconds = 31_536_000

/** Reads the visit from the request. What the address says goes before what the cookie remembers; anything else counts as not said. */
export function visitOf(request: FastifyRequest, origin?: string): Visit {
  const url = urlOf(request)
  const chosen = (choice: Choice) =>
    [url.searchParams.get(choice), request.cookies[choice]].find((value) => value && valid[choice].includes(value)) ?? usual[choice]
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !(choices as readonly string[]).includes(name)))
  const language = chosen('lang') as Language
  return {
    language,
    words: portalWords[language],
    elder: chosen('elder') === '1',
    contrast: chosen('contrast') === '1',
    origin: origin ?? originOf(request),
    path: url.pathname,
    query,
    personal: choices.some((choice) => request.cookies[choice] !== undefined || url.searchParams.has(choice)),
  }
}

/** Remembers for a year what the address said; what is usual is forgotten. */
export function remember(request: FastifyRequest, reply: FastifyReply): void {
  const { searchParams } = urlOf(request)
  for (const choice of choices) {
    const value = searchParams.get(choice)
    if (value === null || !valid[choice].includes(value)) continue
    const shared = { path: '/', sameSite: 'lax', httpOnly: true, secure: request.protocol === 'https' } as const
    if (value === usual[choice]) reply.clearCookie(choice, shared)
    else reply.setCookie(choice, value, { ...shared, maxAge: yearInSeconds })
  }
}

/** This page shown otherwise: the same address with one choice changed. */
export function shownAs(visit: Visit, choice: Choice, value: string): string {
  const query = new URLSearchParams(visit.query)
  query.set(choice, value)
  return `${visit.path}?${query}`
}

/** The address under which this page is known: absolute, with the language where it is not the usual one, without anything else of how it is shown. */
export function canonicalOf(visit: Visit, language: Language = visit.language): string {
  const query = new URLSearchParams(visit.query)
  if (language !== 'zh-CN') query.set('lang', language)
  const asked = query.toString()
  return `${visit.origin}${visit.path}${asked ? `?${asked}` : ''}`
}

/** The address asked for. Slashes at its start are made one: as a link, two would lead to another site. */
const urlOf = ({ url }: FastifyRequest): URL => new URL(`http://portal${url.replace(/^[^/\\]*[/\\]*/, '/')}`)

function originOf(request: FastifyRequest): string {
  // A host is told by the visitor: only what can be a host is repeated.
  const host = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i.test(request.host) ? request.host : 'localhost'
  return `${request.protocol}://${host}`
}
