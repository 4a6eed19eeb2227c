/** What is approved here, by noun: how to tell that it is still what was sent, and what follows. Features above keep their own things in their own rows of this kind. */
import type { Context, Tx } from '#db'
import type { Recorder } from '../audit/model.ts'
import { localDay, localDayWithdrawal } from '../holidays/approval.ts'

export interface Approvable {
  /** SHA-256 of the thing as it is now, in hex; null where it is gone. */
  contentHash(tx: Tx, nounId: string): Promise<string | null>
  onApproved(tx: Tx, ctx: Context, actor: Recorder, nounId: string): Promise<void>
  /** Sent back, or taken back by who sent it. */
  onReturned(tx: Tx, ctx: Context, actor: Recorder, nounId: string, how: 'returned' | 'withdrawn'): Promise<void>
}

const approvables: Record<string, Approvable> = {
  'local-day': localDay,
  'local-day-withdrawal': localDayWithdrawal,
}

/** Where a feature above tells what its own nouns need; once for each, when it is loaded. Throws an `Error` for a noun that is taken. */
export function registerApprovable(noun: string, approvable: Approvable): void {
  if (noun in approvables) throw new Error(`${noun} is approved elsewhere`)
  approvables[noun] = approvable
}

/** Throws an `Error` for a noun nobody answers for: its round could be approved without anything following. */
export function approvableOf(noun: string): Approvable {
  const found = approvables[noun]
  if (!found) throw new Error(`nobody answers for approvals of ${noun}`)
  return found
}
