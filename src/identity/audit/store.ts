/** Appends to the chain of events. */
import type { Context, Tx } from '#db'
import { detailHash, eventHash, storable, storableText } from './hash.ts'
import { mask } from './mask.ts'
import type { Event, Happening, Recorder } from './model.ts'

/**
 * Appends one event to the chain, in the transaction of what it tells of.
 *
 * The head stays locked until that transaction ends, so whoever is slow after this holds up everybody: do the slow things before.
 * Personal data in the detail is masked. `bodyId`, `onBehalfOf` and the actor's id are UUIDs.
 */
export async function record(tx: Tx, ctx: Context, actor: Recorder, happening: Happening): Promise<Event> {
  const detail = mask(storable(happening.detail ?? {})) as Record<string, unknown>
  const head = await tx.selectFrom('event_head').select(['seq', 'hash']).forUpdate().executeTakeFirst()
  if (!head) throw new Error('event_head has no row: the audit chain was tampered with; run gongkai doctor')

  const at = ctx.now()
  const columns = {
    seq: Number(head.seq) + 1,
    actorId: actor.personId,
    onBehalfOf: happening.onBehalfOf ?? null,
    bodyId: happening.bodyId ?? null,
    origin: storableText(actor.origin),
    kind: happening.kind,
    noun: happening.noun,
    nounId: storableText(happening.nounId),
  }
  const ofDetail = detailHash(detail)
  const hash = eventHash(head.hash, { ...columns, at: at.toISOString() }, ofDetail)

  await tx
    .insertInto('event')
    .values({
      seq: columns.seq,
      at,
      actor_id: columns.actorId,
      on_behalf_of: columns.onBehalfOf,
      body_id: columns.bodyId,
      origin: columns.origin,
      kind: columns.kind,
      noun: columns.noun,
      noun_id: columns.nounId,
      detail: JSON.stringify(detail),
      detail_hash: ofDetail,
      previous_hash: head.hash,
      hash,
    })
    .execute()
  await tx.updateTable('event_head').set({ seq: columns.seq, hash }).execute()
  return { ...columns, at, detail }
}
