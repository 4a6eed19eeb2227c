/** Telling people what they should know. */
import { type Context, inTransaction, type Tx } from '#db'
import type { NotificationKind } from '#words'
import type { Actor } from '../model.ts'
import { countUnread, insertNotifications, loadNotifications, markRead, type StoredNotification } from './store.ts'

export interface Notice {
  readonly kind: NotificationKind
  /** What the sentence of the catalogue is made from. */
  readonly values: Readonly<Record<string, string | number>>
  /** Where it leads in the desk, as `/sign-offs/ID`; without it nowhere. */
  readonly link?: string
}

/** Tells each of the people once, in the transaction of what it tells of. */
export async function notify(tx: Tx, ctx: Context, personIds: readonly string[], { kind, values, link = '' }: Notice): Promise<void> {
  const rows = [...new Set(personIds)].sort().map((personId) => ({
    id: ctx.newId(),
    person_id: personId,
    at: ctx.now(),
    kind,
    values_: JSON.stringify(values),
    link,
  }))
  await insertNotifications(tx, rows)
}

/** One's own notifications, newest first, and how many are unread in all. `after` is the id of the last one seen. */
export async function notificationsOf(
  ctx: Context,
  actor: Actor,
  { after, limit = 50 }: { after?: string; limit?: number } = {},
): Promise<{ items: StoredNotification[]; next: string | null; unread: number }> {
  const [rows, unread] = await Promise.all([
    loadNotifications(ctx.db, actor.personId, after, limit + 1),
    countUnread(ctx.db, actor.personId),
  ])
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null, unread }
}

/** Marks one's own as read, those given or all; how many are still unread. */
export async function readNotifications(ctx: Context, actor: Actor, ids: readonly string[] | null = null): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await markRead(tx, actor.personId, ids, ctx.now())
    return countUnread(tx, actor.personId)
  })
}
