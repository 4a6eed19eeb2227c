/** Notices to people outside, in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { MessageKind, MessageState } from '#words'
import type { Channel } from './model.ts'

export interface StoredMessage {
  readonly id: string
  readonly bodyId: string | null
  readonly channel: Channel
  readonly kind: MessageKind
  /** Sealed. */
  readonly recipient: string
  readonly recipientMasked: string
  readonly subject: string
  readonly text: string
  readonly noun: string
  readonly nounId: string
  readonly state: MessageState
  /** How often it was tried in this go. */
  readonly tries: number
  readonly lastError: string
  readonly addedAt: Date
  readonly sentAt: Date | null
  readonly reference: string
}

const columns = sql`
  m.id, m.body_id as "bodyId", m.channel, m.kind, m.recipient, m.recipient_masked as "recipientMasked", m.subject, m.text, m.noun,
  m.noun_id as "nounId", m.state, m.tries, m.last_error as "lastError", m.added_at as "addedAt", m.sent_at as "sentAt", m.reference`

export async function insertMessage(
  tx: Tx,
  row: Omit<StoredMessage, 'tries' | 'sentAt' | 'reference' | 'recipient'> & { readonly recipient: string },
): Promise<void> {
  await tx
    .insertInto('message')
    .values({
      id: row.id,
      body_id: row.bodyId,
      channel: row.channel,
      kind: row.kind,
      recipient: row.recipient,
      recipient_masked: row.recipientMasked,
      subject: row.subject,
      text: row.text,
      noun: row.noun,
      noun_id: row.nounId,
      state: row.state,
      last_error: row.lastError,
      added_at: row.addedAt,
      sent_at: null,
    })
    .execute()
}

/** Locks it for as long as it is being sent; null where there is none, or another has it. */
export async function claimMessage(tx: Tx, id: string): Promise<StoredMessage | null> {
  const { rows } = await sql<StoredMessage>`select ${columns} from message m where m.id = ${id} for update skip locked`.execute(tx)
  return rows[0] ?? null
}

export async function loadMessage(reader: Reader, id: string): Promise<StoredMessage | null> {
  const { rows } = await sql<StoredMessage>`select ${columns} from message m where m.id = ${id}`.execute(reader)
  return rows[0] ?? null
}

export interface MessageConditions {
  readonly bodyIds: readonly string[] | 'all'
  readonly about: { readonly noun: string; readonly nounId: string } | null
  readonly bodyId: string | null
  readonly state: MessageState | null
  /** Id of the last one seen. */
  readonly after: string | null
  readonly limit: number
}

/** Notices one may see, the newest first. */
export async function loadMessages(reader: Reader, wanted: MessageConditions): Promise<StoredMessage[]> {
  const { bodyIds, about, bodyId, state, after, limit } = wanted
  const { rows } = await sql<StoredMessage>`
    select ${columns} from message m
    where ${bodyIds === 'all' ? sql`true` : sql`m.body_id = any(${[...bodyIds]}::uuid[])`}
      ${about ? sql`and m.noun = ${about.noun} and m.noun_id = ${about.nounId}` : sql``}
      ${bodyId === null ? sql`` : sql`and m.body_id = ${bodyId}`}
      ${state === null ? sql`` : sql`and m.state = ${state}`}
      ${after === null ? sql`` : sql`and m.id < ${after}::uuid`}
    order by m.id desc
    limit ${limit}`.execute(reader)
  return rows
}

export async function updateMessage(
  tx: Tx,
  id: string,
  change: {
    readonly state: MessageState
    readonly tries: number
    readonly lastError: string
    readonly sentAt?: Date
    readonly reference?: string
  },
): Promise<void> {
  await tx
    .updateTable('message')
    .set({
      state: change.state,
      tries: change.tries,
      last_error: change.lastError,
      ...(change.sentAt && { sent_at: change.sentAt }),
      ...(change.reference !== undefined && { reference: change.reference }),
    })
    .where('id', '=', id)
    .execute()
}
