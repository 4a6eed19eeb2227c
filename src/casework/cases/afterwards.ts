/** What an event of a case leads to beyond the case itself; all in the same transaction. */
import type { Context, Tx } from '#db'
import type { CaseEvent } from '../events.ts'
import type { FoldedCase } from '../model.ts'
import { keepWithheld } from '../withheld/commands.ts'
import type { Who } from './commands.ts'
import { tellApplicant } from './notices.ts'
import { tellStaff } from './staff-notices.ts'
import type { StoredForm, StoredRequest } from './store.ts'

export interface Happened {
  /** The case's row as it was before the event. */
  readonly request: StoredRequest
  readonly form: StoredForm
  readonly state: FoldedCase
  readonly event: CaseEvent
}

type Consequence = (tx: Tx, ctx: Context, who: Who, happened: Happened) => Promise<void>

const consequences: readonly Consequence[] = [tellApplicant, tellStaff, keepWithheld]

export async function afterwards(tx: Tx, ctx: Context, who: Who, happened: Happened): Promise<void> {
  for (const follow of consequences) await follow(tx, ctx, who, happened)
}
