import { Type } from 'typebox'
import { deliverMessage } from '#identity'
import { task } from '../task.ts'

/** Sends a notice by e-mail or SMS; where the other side cannot be reached it is tried again, later each time. */
export const sendMessage = task({
  name: 'send-message',
  size: 'small',
  payload: Type.Object({ messageId: Type.String({ format: 'uuid' }) }),
  run: (ctx, { messageId }, as) => deliverMessage(ctx, messageId, as),
})
