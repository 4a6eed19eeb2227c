/** Connections to PostgreSQL: how values come back, how long a statement may take, and what a lost connection looks like. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './schema.ts'

export interface OpenDatabase {
  readonly kysely: Kysely<Database>
  readonly pool: pg.Pool
  /** Waits for the queries that run, then closes every connection. */
  close(): Promise<void>
}

export interface ConnectionOptions {
  /** As `pg_stat_activity` shows it. */
  readonly name?: string
  /** Most connections at once. */
  readonly connections?: number
  /** Longest time of one statement in milliseconds; 0 for no limit. */
  readonly statementTimeout?: number
  /** Told of connections that were lost while nobody used them. They are replaced when next needed. */
  readonly onLost?: (error: Error) => void
  /** What is written can be made again: a commit does not wait for the disk. Never for what people wrote. */
  readonly replaceable?: boolean
}

/** A pool of connections; it connects when first asked, replaces connections that were lost, and never ends the process. */
export function openDatabase(url: string, options: ConnectionOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    ...connectionOf(url, options),
    max: options.connections ?? 10,
    connectionTimeoutMillis: 5000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // Without a listener the loss of an idle connection would end the process.
  const lost = (error: Error) => options.onLost?.(error)
  pool.on('error', lost)
  // One that is lost between two queries of its user speaks for itself.
  pool.on('connect', (client) => client.on('error', lost))
  const kysely = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    kysely,
    pool,
    async close() {
      await kysely.destroy()
      // Kysely ends the pool only where it ran a query itself.
      if (!pool.ended) await pool.end()
    },
  }
}

/** One connection for work that takes long or holds a lock: migrations, backup, restore. */
export async function openClient(url: string, options: ConnectionOptions = {}): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionOf(url, { statementTimeout: 0, ...options }), connectionTimeoutMillis: 5000 })
  client.on('error', (error) => options.onLost?.(error))
  await client.connect()
  return client
}

function connectionOf(url: string, { name, statementTimeout, replaceable }: ConnectionOptions): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: name ?? 'gongkai',
    statement_timeout: statementTimeout ?? 30_000,
    types: { getTypeParser },
    ...(replaceable && { options: '-c synchronous_commit=off' }),
  }
}

/** Object identifiers of pg_type. */
const types = { int8: 20, date: 1082, int8s: 1016, dates: 1182 }

/** A legal day stays the text it is, whatever the machine's zone; a count is a number, or an error where a number could not hold it. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  switch (oid) {
    case types.date:
      return String
    case types.int8:
      return wholeNumber
    case types.dates:
      return elements
    case types.int8s:
      return (value) => elements(value).map(wholeNumber)
    default:
      return pg.types.getTypeParser(oid, format as 'text')
  }
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a number`)
  return number
}

/** `{2026-01-01,2026-01-02}`: days and whole numbers need no quotes. */
const elements = (value: string): string[] => (value === '{}' ? [] : value.slice(1, -1).split(','))

/** Classes and codes of SQLSTATE that say the connection, not the statement, failed: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const lostStates = /^(08...|57P0[1-5]|53300)$/
const lostCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']
/** What pg says itself, without a code. */
const lostMessages =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed)/

/** Whether the database went away, starts, stops or takes nobody more; such a request may be tried again. Faces answer it with 503 and Retry-After. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isConnectionLost)
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code !== undefined) return lostStates.test(code) || lostCodes.includes(code) || (code === 'ENOENT' && syscall === 'connect')
  return lostMessages.test(error.message) || (error.cause !== undefined && isConnectionLost(error.cause))
}

/** The address for a person: without the password. */
export function addressOf(url: string): string {
  const { protocol, hostname, port, pathname } = new URL(url)
  return `${protocol}//${decodeURIComponent(hostname) || 'localhost'}${port === '' ? '' : `:${port}`}${decodeURIComponent(pathname)}`
}

/** The same server, another database. */
export function siblingOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}
