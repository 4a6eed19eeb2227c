/** Telling the applicant, where they left an address: that something happened, never what the case is about. */
import type { Context, Tx } from '#db'
import { sendMessageIn } from '#identity'
import { type MessageKind, messageKinds } from '#words'
import { openApplicant } from '../applicant.ts'
import type { CaseEvent } from '../events.ts'
import type { Happened } from './afterwards.ts'
import type { Who } from './commands.ts'

export async function tellApplicant(tx: Tx, ctx: Context, _: Who, { request, form, state, event }: Happened): Promise<void> {
  const kind = messageKinds.find((one): one is MessageKind => one === event.kind)
  // What another system's books tell of is long known to the applicant.
  if (kind === undefined || form.origin === 'import' || state.type !== 'request') return
  const { email, phone } = openApplicant(ctx, form.applicant)
  const values = { body: request.bodyName, number: request.number, by: byOf(event), where: '/track' }
  const about = { kind, values, noun: 'request', nounId: request.id, bodyId: request.bodyId } as const
  if (email !== '') await sendMessageIn(tx, ctx, { channel: 'e-mail', to: email, ...about })
  if (/^1[3-9]\d{9}$/.test(phone)) await sendMessageIn(tx, ctx, { channel: 'sms', to: phone, ...about })
}

/** The day by which something is asked of the applicant, or told to them. */
function byOf(event: CaseEvent): string | null {
  switch (event.kind) {
    case 'correction.asked':
    case 'reasons.asked':
      return event.data.by
    case 'delay.fixed':
      return event.data.until
    default:
      return null
  }
}
