/** Notices as staff see them: what went out, and what did not. */
import type { Context } from '#db'
import type { MessageState } from '#words'
import { targetOf } from '../bodies/queries.ts'
import type { Actor, Machine } from '../model.ts'
import { reachOf } from '../people/reach.ts'
import { allow } from '../policies/index.ts'
import type { Message } from './model.ts'
import { loadMessages, type StoredMessage } from './store.ts'

/**
 * Notices of the bodies the actor may see, the newest first: of one thing, of one body, or in one state. `after` is the `next` of the
 * page before. Throws `not-allowed`.
 */
export async function messagesOf(
  ctx: Context,
  actor: Actor | Machine,
  {
    about = null,
    bodyId = null,
    state = null,
    after = null,
    limit = 50,
  }: {
    readonly about?: { readonly noun: string; readonly nounId: string } | null
    readonly bodyId?: string | null
    readonly state?: MessageState | null
    readonly after?: string | null
    readonly limit?: number
  } = {},
): Promise<{ items: Message[]; next: string | null }> {
  allow(actor, 'see', 'message', bodyId === null ? undefined : await targetOf(ctx.db, bodyId))
  const { bodyIds } = await reachOf(ctx.db, ctx, actor, 'see', 'message')
  const rows = await loadMessages(ctx.db, { bodyIds, about, bodyId, state, after, limit: limit + 1 })
  const items = rows.slice(0, limit).map(shownMessage)
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

/** Without the sealed recipient. */
export const shownMessage = ({ recipient: _, recipientMasked, lastError, ...row }: StoredMessage): Message => ({
  ...row,
  to: recipientMasked,
  error: lastError,
})
