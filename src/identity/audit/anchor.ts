/**
 * Anchors: the head of the chain, written down daily where the database cannot reach. Whoever owns the database could compute the whole chain
 * anew; not so that it agrees with a line kept elsewhere.
 */
import type { Context, Reader } from '#db'
import { beginning, hex } from './hash.ts'
import { hashOf, headOf } from './queries.ts'

/** One line, `2026-01-20T00:05:00.000Z 123 HASH`, for a file that is only ever added to. */
export async function anchorLine(ctx: Context): Promise<string> {
  const head = await headOf(ctx.db)
  if (!head) throw new Error('event_head has no row: the audit chain was tampered with; run gongkai doctor')
  return `${ctx.now().toISOString()} ${head.seq} ${hex(head.hash)}`
}

/** `cut`: the chain ends before the anchor. `changed`: another event stands there. `unreadable`: the line is no anchor. */
export interface AnchorBreak {
  /** From 1. */
  readonly line: number
  readonly seq: number
  readonly why: 'cut' | 'changed' | 'unreadable'
}

/** The first line that the chain does not bear out; null where it bears out all. Empty lines are passed over. */
export async function compareAnchors(reader: Reader, text: string): Promise<AnchorBreak | null> {
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const found = /^\S+ (\d{1,15}) ([0-9a-f]{64})$/.exec(line.trim())
    if (!found) return { line: index + 1, seq: 0, why: 'unreadable' }
    const seq = Number(found[1])
    const hash = seq === 0 ? beginning : await hashOf(reader, seq)
    if (!hash) return { line: index + 1, seq, why: 'cut' }
    if (hex(hash) !== found[2]) return { line: index + 1, seq, why: 'changed' }
  }
  return null
}
