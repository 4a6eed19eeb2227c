/** What follows the approval of a local day, and of its withdrawal. */
import { createHash } from 'node:crypto'
import { type Context, enqueue, type Tx } from '#db'
import { canonicalJson } from '../audit/hash.ts'
import type { Recorder } from '../audit/model.ts'
import { record } from '../audit/store.ts'
import type { Approvable } from '../sign-offs/registry.ts'
import { lockLocalDay, type StoredLocalDay, setLocalDayState } from './store.ts'

export const localDay: Approvable = {
  contentHash: hashNow,
  async onApproved(tx, ctx, actor, id) {
    const day = (await lockLocalDay(tx, id))!
    await setLocalDayState(tx, id, 'in-force')
    await recomputeBecause(tx, `local-day ${day.day}`)
    await tell(tx, ctx, actor, 'local-day.put-in-force', day)
  },
  async onReturned(tx, ctx, actor, id, how) {
    const day = (await lockLocalDay(tx, id))!
    await setLocalDayState(tx, id, how)
    await tell(tx, ctx, actor, how === 'returned' ? 'local-day.returned' : 'local-day.withdrawn', day)
  },
}

/** The day stays in force until its withdrawal is approved. */
export const localDayWithdrawal: Approvable = {
  contentHash: hashNow,
  async onApproved(tx, ctx, actor, id) {
    const day = (await lockLocalDay(tx, id))!
    await setLocalDayState(tx, id, 'withdrawn')
    await recomputeBecause(tx, `local-day-withdrawn ${day.day}`)
    await tell(tx, ctx, actor, 'local-day.withdrawn', day)
  },
  async onReturned() {},
}

/** What is approved of a local day. */
export function hashOfLocalDay({
  regionId,
  day,
  works,
  reason,
  basis,
}: Pick<StoredLocalDay, 'regionId' | 'day' | 'works' | 'reason' | 'basis'>): string {
  return createHash('sha256').update(canonicalJson({ regionId, day, works, reason, basis })).digest('hex')
}

/** Asks for every clock to be computed anew once this commits. Requests for the same reason are one. */
export function recomputeBecause(tx: Tx, because: string): Promise<void> {
  return enqueue(tx, {
    task: 'recompute-deadlines',
    payload: { because },
    queue: 'recompute-deadlines',
    key: `recompute-deadlines ${because}`,
  })
}

async function hashNow(tx: Tx, id: string): Promise<string | null> {
  const day = await lockLocalDay(tx, id)
  return day && hashOfLocalDay(day)
}

async function tell(tx: Tx, ctx: Context, actor: Recorder, kind: `local-day.${string}`, day: StoredLocalDay): Promise<void> {
  await record(tx, ctx, actor, { kind, noun: 'local-day', nounId: day.id, detail: { day: day.day, works: day.works, reason: day.reason } })
}
