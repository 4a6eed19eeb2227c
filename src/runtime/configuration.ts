/** What the operator set, checked before anything starts. */
import { isIP } from 'node:net'
import { join } from 'node:path'
import { type DatabaseSettings, databaseSettings } from '#db'
import type { Language } from '#report'
import { Failure, failures, type RuntimeWords, runtimeWords } from '#words'
import type { MailSettings, SmsSettings } from './post.ts'

export type Environment = Readonly<Record<string, string | undefined>>
export type LogLevel = 'off' | 'error' | 'info'

export interface Configuration {
  readonly host: string
  readonly port: number
  /** Open a site of one's own; without it a new database becomes the demo. */
  readonly empty: boolean
  readonly database: DatabaseSettings
  /** Scheme and host the public uses; null where the request tells. */
  readonly origin: string | null
  /** Addresses and networks of proxies whose `x-forwarded-…` counts. */
  readonly proxies: readonly string[]
  readonly log: LogLevel
  /** How notices leave the house; null where it is not set up. */
  readonly mail: MailSettings | null
  readonly sms: SmsSettings | null
}

export type Read =
  | { readonly state: 'help' }
  | { readonly state: 'wrong'; readonly sentence: string }
  | { readonly state: 'right'; readonly configuration: Configuration; readonly warnings: readonly string[] }

/** Variables that begin with GONGKAI_ and mean something: to the server, then to the command line and the tests. */
const variables = [
  'GONGKAI_DATA',
  'GONGKAI_KEY',
  'GONGKAI_ORIGIN',
  'GONGKAI_PROXY',
  'GONGKAI_LOG',
  'GONGKAI_SMTP_URL',
  'GONGKAI_MAIL_FROM',
  'GONGKAI_SMS_URL',
  'GONGKAI_SMS_TOKEN',
]
const elsewhere = /^GONGKAI_(SEED|TEST_|PICTURES)/

/**
 * Reads options and environment; the first thing that is wrong gives one sentence that names it and what to set. An empty variable
 * counts as unset: as an address it would mean every address of the machine, as a port any that is free.
 */
export function readConfiguration(options: readonly string[], env: Environment): Read {
  const words = runtimeWords[languageOf(env)]
  if (options.includes('--help') || options.includes('-h')) return { state: 'help' }
  const unknown = options.find((option) => option !== '--empty')
  if (unknown !== undefined) return { state: 'wrong', sentence: words.noOption(unknown) }
  const empty = options.includes('--empty')
  try {
    const configuration: Configuration = {
      host: hostOf(env.HOST || '127.0.0.1', words),
      port: portOf(env.PORT || '8080', words),
      empty,
      // Beside one another, so that trying the demo never touches a site of one's own.
      database: databaseSettings({ ...env, GONGKAI_DATA: env.GONGKAI_DATA || (empty ? 'data' : join('data', 'demo')) }),
      origin: env.GONGKAI_ORIGIN ? originOf(env.GONGKAI_ORIGIN, words) : null,
      proxies: env.GONGKAI_PROXY ? proxiesOf(env.GONGKAI_PROXY, words) : [],
      log: logOf(env.GONGKAI_LOG || 'error', words),
      mail: mailOf(env.GONGKAI_SMTP_URL || '', env.GONGKAI_MAIL_FROM || '', words),
      sms: smsOf(env.GONGKAI_SMS_URL || '', env.GONGKAI_SMS_TOKEN || '', words),
    }
    return { state: 'right', configuration, warnings: warningsOf(env, words) }
  } catch (error) {
    if (error instanceof Wrong) return { state: 'wrong', sentence: error.message }
    if (error instanceof Failure) return { state: 'wrong', sentence: say(error, languageOf(env)) }
    throw error
  }
}

/** The language of the console, as the locale says; English where it says neither. */
export function languageOf(env: Environment): Language {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh-CN' : 'en'
}

/** A refusal as a sentence for the console. */
export const say = (failure: Failure, language: Language): string =>
  (failures[failure.code][language] as (values: Failure['values']) => string)(failure.values)

class Wrong extends Error {}

function portOf(given: string, words: RuntimeWords): number {
  const port = /^\d+$/.test(given) ? Number(given) : 0
  if (port < 1 || port > 65_535) throw new Wrong(words.port(given))
  return port
}

function hostOf(given: string, words: RuntimeWords): string {
  const isName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(given)
  // A name of figures and dots alone is a mistyped address.
  if (isIP(given) === 0 && (!isName || /^[\d.]+$/.test(given))) throw new Wrong(words.host(given))
  return given
}

function originOf(given: string, words: RuntimeWords): string {
  const url = URL.canParse(given) ? new URL(given) : null
  const bare = given.replace(/\/$/, '')
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== bare.toLowerCase()) throw new Wrong(words.origin(given))
  return url.origin
}

function proxiesOf(given: string, words: RuntimeWords): string[] {
  const proxies = given.split(',').map((one) => one.trim())
  const isRight = (one: string) => {
    const [address, bits, more] = one.split('/') as [string, string?, string?]
    const version = isIP(address)
    return version !== 0 && more === undefined && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  }
  if (!proxies.every(isRight)) throw new Wrong(words.proxy(given))
  return proxies
}

function logOf(given: string, words: RuntimeWords): LogLevel {
  if (given !== 'off' && given !== 'error' && given !== 'info') throw new Wrong(words.log(given))
  return given
}

/** Both variables, or neither: letters without a sender are refused by every server. What is wrong is not printed: a password may stand in it. */
function mailOf(url: string, from: string, words: RuntimeWords): MailSettings | null {
  if (url === '' && from === '') return null
  if (url === '') throw new Wrong(words.mailWithoutServer)
  const server = URL.canParse(url) ? new URL(url) : null
  const startsTls = server?.searchParams.get('tls') !== 'off'
  const isBare = server !== null && /^\/?$/.test(server.pathname) && server.hash === '' && /^(\?tls=off)?$/.test(server.search)
  if (!isBare || !/^smtps?:$/.test(server.protocol) || server.hostname === '') throw new Wrong(words.smtp)
  const { protocol, username, password, port } = server
  const isSecure = protocol === 'smtps:'
  if ((username === '') !== (password === '')) throw new Wrong(words.smtp)
  return {
    // Of an IPv6 address without its brackets.
    host: server.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    isSecure,
    startsTls,
    account: username === '' ? null : { user: decoded(username, words), password: decoded(password, words) },
    from: senderOf(from, words),
  }
}

function decoded(text: string, words: RuntimeWords): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Wrong(words.smtp)
  }
}

/** `name <address>` or the address alone. */
function senderOf(given: string, words: RuntimeWords): MailSettings['from'] {
  const found = /^(?:"?([^"<>]*?)"?\s*<([^<>]*)>|([^<>]*))$/.exec(given.trim())
  const address = (found?.[2] ?? found?.[3] ?? '').trim()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) || /\p{Cc}/u.test(given)) throw new Wrong(words.mailFrom(given))
  return { name: found?.[1] ?? '', address }
}

function smsOf(url: string, token: string, words: RuntimeWords): SmsSettings | null {
  if (url === '') {
    if (token !== '') throw new Wrong(words.smsWithoutGateway)
    return null
  }
  const gateway = URL.canParse(url) ? new URL(url) : null
  if (gateway === null || !/^https?:$/.test(gateway.protocol) || gateway.username !== '' || gateway.password !== '')
    throw new Wrong(words.sms)
  if (!/^[\x21-\x7e]*$/.test(token)) throw new Wrong(words.smsToken)
  return { url: gateway.href, token: token || null }
}

function warningsOf(env: Environment, words: RuntimeWords): string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('GONGKAI_') && !variables.includes(name) && !elsewhere.test(name))
    .sort()
    .map((name) => words.noVariable(name, variables.find((known) => distance(known, name) <= 2) ?? null))
}

/** How many letters must be changed, added or taken to make one name of the other; the names are short. */
function distance(one: string, other: string): number {
  let row = [...Array(other.length + 1).keys()]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    row = next
  }
  return row[other.length]!
}
