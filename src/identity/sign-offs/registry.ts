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

export const approvables: Readonly<Record<string, Approvable>> = {
  'local-day': localDay,
  'local-day-withdrawal': localDayWithdrawal,
}
