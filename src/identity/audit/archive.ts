/** Moves the details of old sign-in events out of the database into a file that the chain can still prove. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Context, inTransaction } from '#db'
import { settingOf } from '../settings/queries.ts'
import { detailsToArchive, forgetDetails, hashesOfDetails, insertArchive, lockArchiving, type OldDetail } from './archive-store.ts'
import { canonicalJson, detailHash } from './hash.ts'
import { record } from './store.ts'

/** Kinds that tell who came and went. What was done to cases, people and settings stays in the database as long as they do. */
export const archivedKinds = [
  'session.started',
  'session.started-in-demo',
  'session.confirmed',
  'session.refused',
  'session.ended',
] as const

/** At most so many details go into one file, and so into memory. */
const perFile = 50_000

/**
 * Archives details older than the setting `auditMonths` (never less than 6 months: 网络安全法 2016 Art. 21(3)); with 0 nothing.
 * Each file is a gzip of one JSON object a line, hangs on the noun `event`, and is named by an event. How many details went.
 */
export async function archiveEvents(ctx: Context): Promise<number> {
  const months = await settingOf(ctx.db, 'auditMonths')
  if (months === 0) return 0
  const before = monthsBefore(ctx.now(), months)
  let all = 0
  while (true) {
    const count = await archiveOnce(ctx, before)
    all += count
    if (count < perFile) return all
  }
}

function archiveOnce(ctx: Context, before: Date): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await lockArchiving(tx)
    const rows = await detailsToArchive(tx, archivedKinds, before, perFile)
    if (rows.length === 0) return 0
    const bytes = gzipSync(rows.map(lineOf).join(''))
    const file = await ctx.files.put(bytes)
    const [from, upTo] = [rows[0]!.seq, rows.at(-1)!.seq]
    await insertArchive(tx, {
      id: ctx.newId(),
      hash: file,
      size: bytes.length,
      name: `events-${from}-${upTo}.ndjson.gz`,
      upTo,
      at: ctx.now(),
    })
    const seqs = rows.map(({ seq }) => seq)
    if ((await forgetDetails(tx, seqs)) !== seqs.length) throw new Error('the details to archive changed while they were read')
    await record(
      tx,
      ctx,
      { personId: null, origin: 'job archive-events' },
      {
        kind: 'event.archived',
        noun: 'event',
        nounId: 'archive',
        detail: { kinds: archivedKinds, from, upTo, count: rows.length, before, file },
      },
    )
    return rows.length
  })
}

export interface ArchiveState {
  readonly events: number
  /** The first line that does not fit its event: not in the chain, or another detail than was written. */
  readonly broken: { readonly seq: number; readonly why: 'missing' | 'detail' } | null
}

/** Proves an archive file, by its hash, against the chain; null where the content store does not have it. Throws where its bytes were changed. */
export async function verifyArchive(ctx: Context, file: string): Promise<ArchiveState | null> {
  const bytes = await ctx.files.get(file)
  if (!bytes) return null
  const lines = gunzipSync(bytes).toString('utf8').split('\n').filter(Boolean)
  const entries = lines.map((line) => JSON.parse(line) as { seq: number; detail: unknown })
  const hashes = await hashesOfDetails(
    ctx.db,
    entries.map(({ seq }) => seq),
  )
  for (const { seq, detail } of entries) {
    const expected = hashes.get(seq)
    if (!expected) return { events: entries.length, broken: { seq, why: 'missing' } }
    if (!detailHash(detail).equals(expected)) return { events: entries.length, broken: { seq, why: 'detail' } }
  }
  return { events: entries.length, broken: null }
}

const lineOf = ({ seq, at, kind, detail }: OldDetail): string => `${canonicalJson({ seq, at: at.toISOString(), kind, detail })}\n`

/** The same day so many months ago, or the last of its month where it has no such day. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0)
  return then
}
