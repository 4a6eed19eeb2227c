/** Notifications in the database. */
import type { Reader, Tx } from '#db'

export interface StoredNotification {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly values: Readonly<Record<string, string | number>>
  readonly link: string
  readonly readAt: Date | null
}

export async function insertNotifications(
  tx: Tx,
  rows: readonly { id: string; person_id: string; at: Date; kind: string; values_: string; link: string }[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('notification')
      .values([...rows])
      .execute()
}

export async function loadNotifications(
  reader: Reader,
  personId: string,
  after: string | undefined,
  limit: number,
): Promise<StoredNotification[]> {
  let query = reader
    .selectFrom('notification')
    .select(['id', 'at', 'kind', 'values_ as values', 'link', 'read_at as readAt'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(limit)
  if (after !== undefined) query = query.where('id', '<', after)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, values: row.values as StoredNotification['values'] }))
}

export async function countUnread(reader: Reader, personId: string): Promise<number> {
  const row = await reader
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Marks those given, or all, of one person. */
export async function markRead(tx: Tx, personId: string, ids: readonly string[] | null, at: Date): Promise<void> {
  let query = tx.updateTable('notification').set({ read_at: at }).where('person_id', '=', personId).where('read_at', 'is', null)
  if (ids !== null) query = query.where('id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000'])
  await query.execute()
}
