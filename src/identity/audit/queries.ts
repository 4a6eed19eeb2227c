/** Reading the chain: the list that the audit administrator sees, and the raw rows that verification walks. */
import { sql } from 'kysely'
import type { Context, Reader } from '#db'
import type { Event } from './model.ts'

export interface EventFilter {
  /** A whole kind, `session.refused`, or all of a noun's, `session.`. */
  readonly kind?: string
  readonly noun?: string
  readonly nounId?: string
  readonly actorId?: string
  readonly bodyId?: string
  /** Instants: from the first, up to but not including the second. */
  readonly from?: Date
  readonly to?: Date
  /** Events before this one in the order of the list: the `seq` of the last row seen. */
  readonly after?: number
  /** 1 to 500; 50 where it is left out. */
  readonly limit?: number
}

export interface ListedEvent extends Event {
  /** Names as they are today; null where no person acted. */
  readonly actorName: string | null
  readonly onBehalfOfName: string | null
}

/** Events that match, newest first, and where the next page begins (null at the end). */
export async function eventsOf(ctx: Context, filter: EventFilter = {}): Promise<{ items: ListedEvent[]; next: number | null }> {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 500)
  const rows = await listed(ctx.db, filter, limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? items.at(-1)!.seq : null }
}

/** Every event that matches, newest first, read in batches. */
export async function* allEvents(reader: Reader, filter: EventFilter = {}): AsyncGenerator<ListedEvent> {
  let after = filter.after
  while (true) {
    const rows = await listed(reader, { ...filter, after }, 500)
    yield* rows
    if (rows.length < 500) return
    after = rows.at(-1)!.seq
  }
}

async function listed(reader: Reader, filter: EventFilter, limit: number): Promise<ListedEvent[]> {
  let query = reader
    .selectFrom('event')
    .leftJoin('person as actor', 'actor.id', 'event.actor_id')
    .leftJoin('person as other', 'other.id', 'event.on_behalf_of')
    .select([
      'event.seq as seq',
      'event.at as at',
      'event.actor_id as actorId',
      'event.on_behalf_of as onBehalfOf',
      'event.body_id as bodyId',
      'event.origin as origin',
      'event.kind as kind',
      'event.noun as noun',
      'event.noun_id as nounId',
      'event.detail as detail',
      'actor.name as actorName',
      'other.name as onBehalfOfName',
    ])
    .orderBy('event.seq', 'desc')
    .limit(limit)
  if (filter.kind?.endsWith('.'))
    query = query.where('event.kind', '>=', filter.kind).where('event.kind', '<', `${filter.kind.slice(0, -1)}/`)
  else if (filter.kind) query = query.where('event.kind', '=', filter.kind)
  if (filter.noun) query = query.where('event.noun', '=', filter.noun)
  if (filter.nounId) query = query.where('event.noun_id', '=', filter.nounId)
  if (filter.actorId) query = query.where('event.actor_id', '=', filter.actorId)
  if (filter.bodyId) query = query.where('event.body_id', '=', filter.bodyId)
  if (filter.from) query = query.where('event.at', '>=', filter.from)
  if (filter.to) query = query.where('event.at', '<', filter.to)
  if (filter.after !== undefined) query = query.where('event.seq', '<', filter.after)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, seq: Number(row.seq), detail: row.detail as Event['detail'] }))
}

/** A row as it lies in the table, for verification. */
export interface StoredEvent {
  readonly seq: number
  /** UTC with microseconds: the database keeps more than JavaScript can, and none of it may differ. */
  readonly at: string
  readonly actorId: string | null
  readonly onBehalfOf: string | null
  readonly bodyId: string | null
  readonly origin: string
  readonly kind: string
  readonly noun: string
  readonly nounId: string
  readonly detail: unknown
  readonly detailHash: Buffer
  readonly previousHash: Buffer
  readonly hash: Buffer
}

/** Rows after `seq` in the order of the chain. */
export async function storedEvents(reader: Reader, seq: number, limit: number): Promise<StoredEvent[]> {
  const rows = await reader
    .selectFrom('event')
    .select([
      'seq',
      sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'),
      'actor_id as actorId',
      'on_behalf_of as onBehalfOf',
      'body_id as bodyId',
      'origin',
      'kind',
      'noun',
      'noun_id as nounId',
      'detail',
      'detail_hash as detailHash',
      'previous_hash as previousHash',
      'hash',
    ])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** The last event as the head has it; null where even the head is gone. */
export async function headOf(reader: Reader): Promise<{ seq: number; hash: Buffer } | null> {
  const head = await reader.selectFrom('event_head').select(['seq', 'hash']).executeTakeFirst()
  return head ? { seq: Number(head.seq), hash: head.hash } : null
}

/** The hash of one event; null where there is no such event. */
export async function hashOf(reader: Reader, seq: number): Promise<Buffer | null> {
  const row = await reader.selectFrom('event').select('hash').where('seq', '=', seq).executeTakeFirst()
  return row?.hash ?? null
}
