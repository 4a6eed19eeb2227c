/** Notices to people outside, and what became of them. */
import { type Static, Type } from 'typebox'
import { bodyAt, type Message as Found, messageChannels, messagesOf, retryMessage } from '#identity'
import type { Language } from '#report'
import { messageError, messageKinds, messageStates } from '#words'
import { route } from '../operation.ts'
import { instant } from '../present.ts'
import { byId, Id, Instant, NullableInstant, page, paging, Shape, Slug } from '../schemas.ts'
import { InvalidInput } from '../validate.ts'

const MessageState = Type.Enum(messageStates, {
  title: 'MessageState',
  description:
    'waiting: tried again by itself; failed: given up; not-set-up: the operator has not set the channel up, it can be sent later',
})

export const Message = Shape(
  {
    id: Id('Message'),
    channel: Type.Enum(messageChannels, { title: 'MessageChannel' }),
    kind: Type.Enum(messageKinds, { title: 'MessageKind', description: 'The event it tells of' }),
    to: Type.String({ description: 'Address or number, masked', examples: ['z***@example.cn'] }),
    subject: Type.String({ description: 'Empty of a short message' }),
    text: Type.String(),
    noun: Type.String({ description: 'What it is about', examples: ['request'] }),
    nounId: Type.String(),
    state: MessageState,
    tries: Type.Integer(),
    error: Type.String({ description: 'Why the last try failed; empty where none did' }),
    addedAt: Instant('Asked for at'),
    sentAt: NullableInstant('Sent at'),
    reference: Type.String({ description: 'What the other side calls it' }),
  },
  { title: 'Message' },
)

export const messageRoutes = [
  route(
    {
      id: 'listMessages',
      method: 'GET',
      path: '/messages',
      tag: 'messages',
      summary: 'Notices to people outside, the newest first',
      access: 'signed-in',
      needs: 'message.see',
      query: Shape({
        noun: Type.Optional(Type.String({ maxLength: 40, description: 'What they are about, with `nounId`', examples: ['request'] })),
        nounId: Type.Optional(Type.String({ maxLength: 60 })),
        body: Type.Optional(Slug()),
        state: Type.Optional(MessageState),
        ...paging,
      }),
      answers: { 200: page(Message, 'MessagePage') },
    },
    async ({ ctx, actor, query, language }) => {
      const { noun, nounId, body, state, after, limit } = query
      if ((noun === undefined) !== (nounId === undefined))
        throw new InvalidInput([{ path: [noun === undefined ? 'noun' : 'nounId'], what: 'required', values: {} }])
      const { items, next } = await messagesOf(ctx, actor, {
        about: noun === undefined || nounId === undefined ? null : { noun, nounId },
        bodyId: body === undefined ? null : (await bodyAt(ctx, body)).id,
        state: state ?? null,
        after: idOf(after),
        ...(limit !== undefined && { limit }),
      })
      return { items: items.map((message) => present(message, language)), next }
    },
  ),
  route(
    {
      id: 'retryMessage',
      method: 'POST',
      path: '/messages/:id/retry',
      tag: 'messages',
      summary: 'Send a notice again: one that failed, or that waits for its channel',
      access: 'signed-in',
      needs: 'message.retry',
      params: byId,
      answers: { 200: Message },
      refusals: ['message-sent', 'post-not-set-up'],
    },
    async ({ ctx, actor, params, language }) => present(await retryMessage(ctx, actor, params.id), language),
  ),
]

function idOf(after: string | undefined): string | null {
  if (after === undefined) return null
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)) throw new InvalidInput([{ path: ['after'], what: 'cursor', values: {} }])
  return after
}

const present = (found: Found, language: Language): Static<typeof Message> => ({
  id: found.id,
  channel: found.channel,
  kind: found.kind,
  to: found.to,
  subject: found.subject,
  text: found.text,
  noun: found.noun,
  nounId: found.nounId,
  state: found.state,
  tries: found.tries,
  error: messageError(language, found.error),
  addedAt: found.addedAt.toISOString(),
  sentAt: instant(found.sentAt),
  reference: found.reference,
})
