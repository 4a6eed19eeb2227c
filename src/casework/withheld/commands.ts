/** 不予公开信息台账: what was refused stays listed until somebody has looked at it again and let it go (Order 711 Art. 18). */
import { type Context, inTransaction, type Tx } from '#db'
import { type Actor, allow, day, record, required, settingOf, targetOf, today } from '#identity'
import { Failure } from '#words'
import type { Happened } from '../cases/afterwards.ts'
import type { Who } from '../cases/commands.ts'
import type { StoredRequest } from '../cases/store.ts'
import { roundOf } from '../fold.ts'
import { closeLimitsIn, openLimitIn } from '../limits/commands.ts'
import type { FoldedCase, OutcomeRow } from '../model.ts'
import { outcomes } from '../outcomes.ts'
import { entryAt, type WithheldDetail } from './queries.ts'
import * as store from './store.ts'

/** A consequence of what happens to a case: an answer that withholds is listed, with the day to look again; a decision set aside ends its entry. */
export async function keepWithheld(tx: Tx, ctx: Context, who: Who, { request, state, event }: Happened): Promise<void> {
  if (event.kind !== 'answer.sent' && event.kind !== 'request.reopened') return
  if (await store.endWithheld(tx, request.id)) await closeLimitsIn(tx, ctx, 'withheld', request.id)
  if (event.kind === 'request.reopened') return
  const { decision } = roundOf(state)
  const outcome = outcomes[decision?.outcome ?? '']
  const row = withheldRow(outcome?.id, event.data.row)
  if (!outcome?.withholds || row === null) return
  await listWithheld(tx, ctx, who, request, { title: state.title, row, since: event.on })
}

/** What another system refused is listed as well, by the row its ledger gives: there is no path through the tree that would say more. */
export async function listImported(tx: Tx, ctx: Context, who: Who, request: Listed, state: FoldedCase): Promise<void> {
  const { conclusion } = roundOf(state)
  if (conclusion?.row && withheldRows.has(conclusion.row))
    await listWithheld(tx, ctx, who, request, { title: state.title, row: conclusion.row, since: conclusion.on })
}

type Listed = Pick<StoredRequest, 'id' | 'bodyId' | 'number' | 'regionId'>

async function listWithheld(
  tx: Tx,
  ctx: Context,
  who: Who,
  request: Listed,
  { title, row, since }: { readonly title: string; readonly row: OutcomeRow; readonly since: string },
): Promise<void> {
  const reviewOn = monthsAfter(since, await settingOf(tx, 'withheldMonths', request.bodyId))
  const entry = { id: ctx.newId(), requestId: request.id, bodyId: request.bodyId, title, row, since, reviewOn }
  await store.insertWithheld(tx, entry)
  await openLimitIn(tx, ctx, ownerOf({ ...entry, requestNumber: request.number, regionId: request.regionId }), {
    kind: 'withheld-review',
    since,
    length: { dueOn: reviewOn },
  })
  await record(tx, ctx, who, {
    kind: 'withheld.listed',
    noun: 'withheld',
    nounId: entry.id,
    bodyId: request.bodyId,
    detail: { number: request.number, row, reviewOn },
  })
}

/**
 * Looks at an entry again: kept, with the reason and the next day (by the setting of the body without one), or released; what is released is
 * suggested for publishing. Throws `not-found`, `not-allowed`, `conflict` where it is withheld no more, `wrong-field`, `event-day`.
 */
export function reviewWithheld(
  ctx: Context,
  actor: Actor,
  id: string,
  given: { readonly keeps: boolean; readonly reason: string; readonly nextOn?: string },
): Promise<WithheldDetail> {
  return inTransaction(ctx, async (tx) => {
    const entry = await store.lockWithheld(tx, id)
    if (!entry) throw new Failure('not-found', { what: 'withheld' })
    const post = allow(actor, 'review', 'withheld', await targetOf(tx, entry.bodyId))
    if (entry.state !== 'withheld') throw new Failure('withheld-over')
    const on = today(ctx)
    const reason = required('reason', given.reason, 1000)
    const nextOn = given.keeps ? await nextDay(tx, entry.bodyId, on, given.nextOn) : null
    await store.insertReview(tx, { id: ctx.newId(), withheldId: id, on, keeps: given.keeps, reason, nextOn, by: actor.personId })
    await store.updateWithheld(tx, id, { state: given.keeps ? 'withheld' : 'released', reviewOn: nextOn ?? on })
    if (nextOn === null) await closeLimitsIn(tx, ctx, 'withheld', entry.requestId)
    else await openLimitIn(tx, ctx, ownerOf(entry), { kind: 'withheld-review', since: on, length: { dueOn: nextOn } })
    await record(tx, ctx, actor, {
      kind: given.keeps ? 'withheld.kept' : 'withheld.released',
      noun: 'withheld',
      nounId: id,
      bodyId: entry.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { number: entry.requestNumber, reason, nextOn },
    })
    return (await entryAt({ ...ctx, db: tx }, id))!
  })
}

/** Not today, and not so far that nobody looks again. */
async function nextDay(tx: Tx, bodyId: string, on: string, given: string | undefined): Promise<string> {
  if (given === undefined) return monthsAfter(on, await settingOf(tx, 'withheldMonths', bodyId))
  const next = day('nextOn', given)
  const last = monthsAfter(on, mostMonths)
  if (next <= on || next > last) throw new Failure('event-day', { day: next, from: on, to: last })
  return next
}

/** The most that the setting allows, too. */
const mostMonths = 60

/** Reminders lead to the case. */
const ownerOf = (entry: Pick<store.StoredWithheld, 'requestId' | 'requestNumber' | 'title' | 'bodyId' | 'regionId'>) => ({
  noun: 'withheld',
  nounId: entry.requestId,
  title: `${entry.requestNumber} ${entry.title}`,
  bodyId: entry.bodyId,
  regionId: entry.regionId,
  personId: null,
})

const refusals: Readonly<Record<string, OutcomeRow>> = {
  'state-secret': 'refusedStateSecret',
  forbidden: 'refusedByLaw',
  safety: 'refusedSafety',
  'third-party': 'refusedThirdParty',
  internal: 'refusedInternal',
  process: 'refusedProcess',
  'enforcement-file': 'refusedEnforcementFile',
}

/** The ground: of a partial answer, that of the part that was withheld. */
const withheldRow = (outcome: string | undefined, row: OutcomeRow | null): OutcomeRow | null =>
  refusals[outcome?.replace(/^(?:partly|refused)-/, '') ?? ''] ?? row

/** Rows under which something stays withheld. */
const withheldRows: ReadonlySet<OutcomeRow> = new Set(
  Object.values(outcomes).flatMap(({ id, row, withholds }) => (withholds ? [row, withheldRow(id, row)].filter((one) => one !== null) : [])),
)

/** The same day so many months on; the last of the month where there is none. */
export function monthsAfter(from: string, months: number): string {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
