/** Walks the chain from its first event to its head. */
import type { Reader } from '#db'
import { beginning, detailHash, eventHash, hex } from './hash.ts'
import type { BreakReason, ChainState } from './model.ts'
import { headOf, type StoredEvent, storedEvents } from './queries.ts'

/** Kinds of events that say which details were taken away: `{kinds, upTo}` of the detail name them. */
export const forgettingKinds: readonly string[] = ['event.archived', 'event.purged']

/**
 * Whether what happened still stands as it was written. Reads in batches, in one snapshot, so that events appended meanwhile do not disturb.
 * `broken` is the first event that does not hold, and why; nothing after it can be trusted.
 */
export function verifyChain(reader: Reader, options: { onProgress?: (read: number, all: number) => void } = {}): Promise<ChainState> {
  if (reader.isTransaction) return walk(reader, options)
  return reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => walk(tx, options))
}

const batch = 2000

async function walk(reader: Reader, { onProgress }: { onProgress?: (read: number, all: number) => void }): Promise<ChainState> {
  const head = await headOf(reader)
  const gone = forgottenDetails()
  let seq = 0
  let hash = beginning
  const state = (broken: ChainState['broken']): ChainState => ({
    events: seq,
    forgotten: gone.count(),
    head: { seq: head?.seq ?? 0, hash: hex(head?.hash ?? beginning) },
    broken,
  })

  while (true) {
    const rows = await storedEvents(reader, seq, batch)
    for (const row of rows) {
      const why = objection(row, seq, hash)
      if (why) return state({ seq: why === 'gap' ? seq + 1 : row.seq, why })
      gone.see(row)
      seq = row.seq
      hash = row.hash
    }
    onProgress?.(seq, head?.seq ?? seq)
    if (rows.length < batch) break
  }

  const unexplained = gone.unexplained()
  if (unexplained !== null) return state({ seq: unexplained, why: 'forgotten' })
  if (!head || head.seq !== seq || !head.hash.equals(hash)) return state({ seq: Math.min(seq, head?.seq ?? 0) + 1, why: 'head' })
  return state(null)
}

/** What is wrong with an event that should follow `seq` with `hash`; null where nothing is. */
function objection(row: StoredEvent, seq: number, hash: Buffer): BreakReason | null {
  if (row.seq !== seq + 1) return 'gap'
  if (!row.previousHash.equals(hash)) return 'previous'
  // Instants are written with milliseconds: digits beyond them were put there later.
  if (!row.at.endsWith('000Z')) return 'changed'
  if (!eventHash(hash, { ...row, at: `${row.at.slice(0, -4)}Z` }, row.detailHash).equals(row.hash)) return 'changed'
  if (row.detail !== null && !detailHash(row.detail).equals(row.detailHash)) return 'detail'
  return null
}

/** Details that are gone, until a later event says that they were taken away by right. */
function forgottenDetails() {
  const open = new Map<string, number[]>()
  let count = 0

  const explain = (kind: string, upTo: number): void => {
    const left = (open.get(kind) ?? []).filter((seq) => seq > upTo)
    if (left.length) open.set(kind, left)
    else open.delete(kind)
  }

  return {
    count: () => count,
    see({ seq, kind, detail }: StoredEvent): void {
      if (detail === null) {
        count++
        const seqs = open.get(kind)
        if (seqs) seqs.push(seq)
        else open.set(kind, [seq])
      } else if (forgettingKinds.includes(kind)) {
        const { kinds, upTo } = detail as { kinds?: unknown; upTo?: unknown }
        if (Array.isArray(kinds) && typeof upTo === 'number') for (const one of kinds) explain(String(one), upTo)
      }
    },
    /** The first that nothing explains; null where all are explained. */
    unexplained(): number | null {
      return open.size === 0 ? null : Math.min(...[...open.values()].map((seqs) => seqs[0]!))
    },
  }
}
