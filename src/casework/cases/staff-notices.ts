/** Telling whoever handles a case that the applicant wrote: a correction restarts the clock, and nobody looks at a list all day. */
import type { Context, Tx } from '#db'
import { loadHolders, notify, today } from '#identity'
import type { CaseEventKind } from '../events.ts'
import type { Happened } from './afterwards.ts'
import { isApplying, type Who } from './commands.ts'

/** What an applicant does on the site that somebody has to see. */
const told: readonly CaseEventKind[] = [
  'correction.received',
  'reasons.given',
  'note.added',
  'request.withdrawn',
  'publication.offered',
  'rating.given',
]

export async function tellStaff(tx: Tx, ctx: Context, who: Who, { request, state, event }: Happened): Promise<void> {
  if (!isApplying(who) || !told.includes(event.kind)) return
  const holders =
    state.personId === null
      ? (await loadHolders(tx, request.bodyId, 'drafter', null, today(ctx))).map(({ personId }) => personId)
      : [state.personId]
  const values = { number: request.number, what: event.kind }
  await notify(tx, ctx, holders, { kind: 'request.applicant-wrote', values, link: `/requests/${request.id}` })
}
