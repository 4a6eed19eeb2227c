import type { Kysely, Transaction } from 'kysely'
import { Failure } from '#words'
import { isConnectionLost } from './connect.ts'
import type { Database } from './schema.ts'

/** Where bytes are kept by the SHA-256 of what they are. */
export interface ContentStore {
  /** Stores the bytes and waits until they are safe on disk; the hash in lower-case hex. Storing the same bytes twice is one file. */
  put(bytes: Uint8Array): Promise<string>
  /** The bytes, proved against the hash; null where they are not there. Throws where what lies there is not what the hash says. */
  get(hash: string): Promise<Uint8Array | null>
  has(hash: string): Promise<boolean>
}

/** A piece of work to be done later by jobs; it exists once the transaction that asked for it commits. */
export interface JobRequest {
  /** Name of a task in src/jobs/tasks. */
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Jobs of one queue run one after another; without it, side by side. */
  readonly queue?: string
  /** Not before. */
  readonly runAt?: Date
  /** A second request with the same key replaces the first while it waits. */
  readonly key?: string
}

export type Tx = Transaction<Database>
/** What a query may be asked of: the pool, or the transaction one is in. */
export type Reader = Kysely<Database> | Tx

/** Everything from outside that the parts below the faces may use. Below bin/ nothing else asks the machine for time or chance. */
export interface Context {
  readonly db: Kysely<Database>
  readonly files: ContentStore
  /** Appends a line to a record outside the database, for whoever checks that the database was not rewritten. Does nothing where none is kept. */
  anchor(line: string): Promise<void>
  /** The time now; the demo's clock stands where it was put. */
  now(): Date
  /** A new UUIDv7 of `now()`. */
  newId(): string
  randomBytes(length: number): Uint8Array
  /** Encrypts a small secret at rest (AES-256-GCM) with the key of the installation; `open` undoes it and throws where it was tampered with. */
  seal(plain: string): string
  open(sealed: string): string
  /** HMAC-SHA-256 of a text with the key of the installation, in lower-case hex: finds what is sealed again without opening it. */
  digest(text: string): string
  /** How notices leave the house; null where the operator has not set the channel up. */
  readonly post: { readonly mail: MailPost | null; readonly sms: SmsPost | null }
  /** Scheme and host the public uses, as the operator set it, for what is read elsewhere than on a page; null where only a request tells. */
  readonly origin: string | null
  /** Folder of the operator's own fonts, for papers that are set below the faces; absent where there is none. */
  readonly fontsFolder?: string
}

/**
 * Sends one e-mail; resolves with the server's own reference, rejects where it was not taken: with `Undeliverable` where a later try
 * would meet the same. `reference` is ours, the same at every try, so that a server can tell a second try from a second letter.
 */
export type MailPost = (mail: {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly reference: string
}) => Promise<string>
/** Sends one short message; the same. */
export type SmsPost = (message: { readonly to: string; readonly text: string; readonly reference: string }) => Promise<string>

/** There is no such mailbox or number, or the other side does not take this: trying again is of no use. */
export class Undeliverable extends Error {}

/**
 * Runs `work` in one transaction: all of it happens, or nothing. Where the database goes away, throws Failure `database-away` while nothing can have
 * been saved, and `outcome-unknown` once the commit was sent: then nobody can know.
 */
export async function inTransaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  let committing = false
  try {
    return await ctx.db.transaction().execute(async (tx) => {
      const result = await work(tx)
      committing = true
      return result
    })
  } catch (error) {
    if (!isConnectionLost(error)) throw error
    const failure = new Failure(committing ? 'outcome-unknown' : 'database-away')
    failure.cause = error
    throw failure
  }
}
