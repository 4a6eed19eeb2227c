/** What the applicant's page shows beside the case itself: letters with what goes with them, how to pay, what may be done about the answer. */
import type { Context } from '#db'
import { bodyById, settingOf } from '#identity'
import type { ApplicantView } from '../cases/model.ts'
import { loadEvents, loadRequest } from '../cases/store.ts'
import { type LetterToFetch, lettersToFetch } from '../letters/applicant.ts'
import { outcomes, type Remedy } from '../outcomes.ts'

export interface VisitDetail {
  readonly letters: readonly LetterToFetch[]
  /** Organ of reconsideration, court and where to apply online; empty where the body gave none. */
  readonly organ: string
  readonly court: string
  readonly online: string
  /** What may be done about the decision; `none` while there is none. */
  readonly remedy: Remedy
  /** How a fee is paid, in the body's own words; empty where it gave none. */
  readonly payment: string
  /** The day the applicant last wrote since reasons were asked for (Art. 35); null where they did not. */
  readonly explainedOn: string | null
}

/** For the case of a visit. */
export async function visitDetail(ctx: Context, { id, body }: ApplicantView): Promise<VisitDetail> {
  const [row, full, events, letters, online, payment] = await Promise.all([
    loadRequest(ctx.db, id),
    bodyById(ctx, body.id),
    loadEvents(ctx.db, id),
    lettersToFetch(ctx, id),
    settingOf(ctx.db, 'onlineReconsideration', body.id),
    settingOf(ctx.db, 'feeAccount', body.id),
  ])
  const asked = events.findLastIndex(({ kind }) => kind === 'reasons.asked')
  const said = events.slice(asked + 1).findLast(({ kind, personId }) => kind === 'note.added' && personId === null)
  const isDecided = row?.state === 'answered' || row?.state === 'archived'
  return {
    letters,
    organ: full?.reconsiderationOrgan ?? '',
    court: full?.court ?? '',
    online,
    remedy: isDecided && row.outcome !== null ? (outcomes[row.outcome]?.remedy ?? 'none') : 'none',
    payment,
    explainedOn: asked < 0 ? null : (said?.on ?? null),
  }
}
