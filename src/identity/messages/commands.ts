/** Notices to people outside: asked for in the transaction of what they tell of, sent by jobs, sent again by hand. */
import { type Context, enqueue, inTransaction, type Tx, Undeliverable } from '#db'
import { Failure, messageText } from '#words'
import { maskText } from '../audit/mask.ts'
import type { Recorder } from '../audit/model.ts'
import { record } from '../audit/store.ts'
import { targetOf } from '../bodies/queries.ts'
import { today } from '../day.ts'
import type { Actor } from '../model.ts'
import { notify } from '../notifications/commands.ts'
import { allow } from '../policies/index.ts'
import { loadHolders } from '../posts/store.ts'
import { type Message, maskRecipient, mostTries, type NewMessage, recipientOf } from './model.ts'
import { shownMessage } from './queries.ts'
import { claimMessage, insertMessage, loadMessage, type StoredMessage, updateMessage } from './store.ts'

/**
 * Asks for a notice, in the transaction of what it tells of; its id. It is kept also where nobody can be reached: a recipient that is
 * none is shown as failed, a channel that the operator has not set up as such.
 */
export async function sendMessageIn(tx: Tx, ctx: Context, message: NewMessage): Promise<string> {
  const { channel, kind, values, noun, nounId, bodyId = null, language = 'zh-CN' } = message
  const id = ctx.newId()
  const to = recipientOf(channel, message.to)
  const { subject, text } = messageText(language, channel, kind, { ...values, where: addressOf(ctx, values.where) })
  const state = to === null ? 'failed' : isSetUp(ctx, channel) ? 'waiting' : 'not-set-up'
  await insertMessage(tx, {
    id,
    bodyId,
    channel,
    kind,
    recipient: ctx.seal(to ?? message.to),
    recipientMasked: maskRecipient(channel, to ?? message.to),
    subject,
    text,
    noun,
    nounId,
    state,
    lastError: to === null ? 'no-such-recipient' : '',
    addedAt: ctx.now(),
  })
  if (state === 'waiting') await ask(tx, id)
  return id
}

/** A path of the site as an address that can be opened from a letter; null where nobody knows the site's name. */
const addressOf = ({ origin }: Context, where: string | null | undefined): string | null =>
  !where ? null : /^https?:/.test(where) ? where : origin && origin + where

/**
 * Sends a waiting notice, for the job: it is sent, given up for good, or kept until its channel is set up. Throws what the other side said,
 * masked, where it is to be tried again. One that another is sending now, or that is not waiting, is left alone.
 *
 * The row stays locked while it is sent, so that nobody sends it twice; where the server dies between the sending and the note of it, it
 * is sent again under the same reference.
 */
export async function deliverMessage(
  ctx: Context,
  id: string,
  as: Recorder = { personId: null, origin: 'job send-message' },
): Promise<void> {
  const again = await inTransaction(ctx, async (tx) => {
    const message = await claimMessage(tx, id)
    return message?.state === 'waiting' ? deliver(tx, ctx, as, message) : null
  })
  if (again !== null) throw new Error(again)
}

/** Why it is to be tried again; null where it is done with. */
async function deliver(tx: Tx, ctx: Context, as: Recorder, message: StoredMessage): Promise<string | null> {
  const { id, channel } = message
  const tries = message.tries + 1
  try {
    const reference = await post(ctx, message)
    if (reference === null) {
      await updateMessage(tx, id, { state: 'not-set-up', tries: message.tries, lastError: '' })
      await note(tx, ctx, as, message, 'message.held')
      return null
    }
    await updateMessage(tx, id, { state: 'sent', tries, lastError: '', sentAt: ctx.now(), reference: reference.slice(0, 200) })
    await note(tx, ctx, as, message, 'message.sent', { channel, reference })
    return null
  } catch (error) {
    // What the other side says often repeats the address.
    const said = maskText(error instanceof Error ? error.message : String(error)).slice(0, 500)
    const isOver = error instanceof Undeliverable || tries >= mostTries
    await updateMessage(tx, id, { state: isOver ? 'failed' : 'waiting', tries, lastError: said })
    if (!isOver) return said
    await tellStaff(tx, ctx, message, said)
    await note(tx, ctx, as, message, 'message.failed', { channel, tries, error: said })
    return null
  }
}

/** The other side's reference; null where the channel is not set up. */
async function post(ctx: Context, { id, channel, recipient, subject, text }: StoredMessage): Promise<string | null> {
  const to = recipientOf(channel, ctx.open(recipient))
  if (to === null) throw new Undeliverable('no-such-recipient')
  const { mail, sms } = ctx.post
  if (channel === 'sms') return sms ? sms({ to, text, reference: id }) : null
  return mail ? mail({ to, subject, text, reference: id }) : null
}

/**
 * Sends a notice again: one that failed, one from before its channel was set up, or a waiting one at once.
 * Throws `not-found`, `not-allowed`, `message-sent`, `post-not-set-up`.
 */
export async function retryMessage(ctx: Context, actor: Actor, id: string): Promise<Message> {
  return inTransaction(ctx, async (tx) => {
    const message = await loadMessage(tx, id)
    if (!message) throw new Failure('not-found', { what: 'message' })
    const ground = allow(actor, 'retry', 'message', message.bodyId === null ? {} : await targetOf(tx, message.bodyId))
    const claimed = await claimMessage(tx, id)
    if (!claimed || claimed.state === 'sent') throw new Failure('message-sent')
    if (!isSetUp(ctx, message.channel)) throw new Failure('post-not-set-up', { channel: message.channel })
    await updateMessage(tx, id, { state: 'waiting', tries: 0, lastError: claimed.lastError })
    await ask(tx, id)
    await note(tx, ctx, actor, message, 'message.retried', {}, ground?.onBehalfOf ?? null)
    return shownMessage((await loadMessage(tx, id))!)
  })
}

const ask = (tx: Tx, id: string): Promise<void> => enqueue(tx, { task: 'send-message', payload: { messageId: id }, key: `message ${id}` })

const isSetUp = ({ post }: Context, channel: StoredMessage['channel']): boolean => (channel === 'sms' ? post.sms : post.mail) !== null

/** Somebody has to tell the applicant another way. */
async function tellStaff(tx: Tx, ctx: Context, message: StoredMessage, error: string): Promise<void> {
  if (message.bodyId === null) return
  const holders = await loadHolders(tx, message.bodyId, 'drafter', null, today(ctx))
  await notify(
    tx,
    ctx,
    holders.map(({ personId }) => personId),
    { kind: 'message.failed', values: { to: message.recipientMasked, error }, link: `/${message.noun}s/${message.nounId}` },
  )
}

async function note(
  tx: Tx,
  ctx: Context,
  as: Recorder,
  message: StoredMessage,
  kind: 'message.sent' | 'message.failed' | 'message.held' | 'message.retried',
  detail: Readonly<Record<string, unknown>> = {},
  onBehalfOf: string | null = null,
): Promise<void> {
  await record(tx, ctx, as, {
    kind,
    noun: 'message',
    nounId: message.id,
    bodyId: message.bodyId,
    onBehalfOf,
    detail: { to: message.recipientMasked, about: message.noun, aboutId: message.nounId, says: message.kind, ...detail },
  })
}
