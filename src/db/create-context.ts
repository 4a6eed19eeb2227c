import { randomBytes } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { v7 } from 'uuid'
import type { ContentStore, Context } from './context.ts'
import { keyOf } from './key.ts'
import type { Database } from './schema.ts'

export interface Surroundings {
  readonly db: Kysely<Database>
  readonly files: ContentStore
  /** 32 bytes, from `readKey`. */
  readonly key: Uint8Array
  /** File that anchors of the audit chain are appended to. */
  readonly anchorFile?: string
  /** How notices leave the house; nothing is set up unless told. */
  readonly post?: Context['post']
  /** Scheme and host the public uses, where the operator set it. */
  readonly origin?: string | null
  /** Folder of the operator's own fonts. */
  readonly fontsFolder?: string
  /** The clock; the machine's unless told. */
  readonly now?: () => Date
}

/** The one place below bin/ that reaches for the machine's time and chance; everything else is handed a context. */
export function createContext({
  db,
  files,
  key,
  anchorFile,
  post = { mail: null, sms: null },
  origin = null,
  fontsFolder,
  now = () => new Date(),
}: Surroundings): Context {
  const { seal, open, digest } = keyOf(key)
  const anchor = async (line: string) => {
    if (anchorFile !== undefined) await appendFile(anchorFile, `${line}\n`, { mode: 0o600, flush: true })
  }
  return {
    db,
    files,
    anchor,
    now,
    newId: idsOf(now),
    randomBytes: (length) => randomBytes(length),
    seal,
    open,
    digest,
    post,
    origin,
    ...(fontsFolder !== undefined && { fontsFolder }),
  }
}

/** UUIDv7 that rise within a process also where the clock stands still: ids of one millisecond count up. */
function idsOf(now: () => Date): () => string {
  let last = Number.NaN
  let seq = 0
  return () => {
    const msecs = now().getTime()
    // 31 of the 32 bits are drawn, so that counting up has room.
    seq = msecs === last && seq < 0xffff_ffff ? seq + 1 : randomBytes(4).readUInt32BE() >>> 1
    last = msecs
    return v7({ msecs, seq, random: randomBytes(16) })
  }
}
