import { sql } from 'kysely'
import type { Reader, Tx } from '#db'

export interface OldDetail {
  readonly seq: number
  readonly at: Date
  readonly kind: string
  readonly detail: unknown
}

/** One archiving at a time. */
export async function lockArchiving(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('gongkai archive-events'))`.execute(tx)
}

export async function detailsToArchive(tx: Tx, kinds: readonly string[], before: Date, limit: number): Promise<OldDetail[]> {
  return tx
    .selectFrom('event')
    .select(['seq', 'at', 'kind', 'detail'])
    .where('kind', 'in', [...kinds])
    .where('at', '<', before)
    .where('detail', 'is not', null)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Sets details to null, which the trigger allows within this transaction alone; how many. */
export async function forgetDetails(tx: Tx, seqs: readonly number[]): Promise<number> {
  await sql`select set_config('gongkai.may_forget', 'yes', true)`.execute(tx)
  const { numAffectedRows } = await sql`
    update event set detail = null where seq = any(${[...seqs]}::bigint[]) and detail is not null`.execute(tx)
  await sql`select set_config('gongkai.may_forget', '', true)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export async function insertArchive(
  tx: Tx,
  row: { id: string; hash: string; size: number; name: string; upTo: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('content')
    .values({ hash: row.hash, size: row.size, type: 'application/gzip', stored_at: row.at })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  await tx
    .insertInto('attachment')
    .values({ id: row.id, hash: row.hash, name: row.name, noun: 'event', noun_id: `archive-${row.upTo}`, added_at: row.at, added_by: null })
    .execute()
}

export async function hashesOfDetails(reader: Reader, seqs: readonly number[]): Promise<Map<number, Buffer>> {
  const { rows } = await sql<{ seq: number; hash: Buffer }>`
    select seq, detail_hash as hash from event where seq = any(${[...seqs]}::bigint[])`.execute(reader)
  return new Map(rows.map(({ seq, hash }) => [Number(seq), hash]))
}
