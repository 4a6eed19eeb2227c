/** The audit log, in lists and as a file. */
import type { Context } from '#db'
import { allEvents, type EventFilter, type ListedEvent, today } from '#identity'
import { csvLine, utf8Mark } from '#kit'
import type { Language } from '#report'
import { apiWords } from '#words'
import type { FileBytes } from './operation.ts'
import type { Refs } from './refs.ts'

interface Asked {
  readonly kind?: string
  readonly noun?: string
  readonly nounId?: string
  readonly actor?: string
  /** First and last day, in Asia/Shanghai. */
  readonly from?: string
  readonly to?: string
}

const dayLong = 24 * 60 * 60 * 1000
const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** What was asked for, as identity takes it: days become instants. */
export const filterOf = ({ kind, noun, nounId, actor, from, to }: Asked): EventFilter => ({
  kind,
  noun,
  nounId,
  actorId: actor,
  ...(from !== undefined && { from: midnight(from) }),
  ...(to !== undefined && { to: new Date(midnight(to).getTime() + dayLong) }),
})

export function presentEvent(event: ListedEvent, bodies: Refs) {
  const { seq, at, origin, kind, noun, nounId, detail } = event
  return {
    seq,
    at: at.toISOString(),
    actor: event.actorId === null ? null : { id: event.actorId, name: event.actorName ?? event.actorId },
    onBehalfOf: event.onBehalfOf === null ? null : { id: event.onBehalfOf, name: event.onBehalfOfName ?? event.onBehalfOf },
    body: bodies.get(event.bodyId),
    origin,
    kind,
    noun,
    nounId,
    detail,
  }
}

/** Every event that matches, as it is read: the file may be larger than the memory. */
export function eventFile(ctx: Context, filter: EventFilter, format: 'csv' | 'jsonl', language: Language): FileBytes {
  const name = `${apiWords[language].events.file(today(ctx))}.${format}`
  return format === 'csv'
    ? { name, type: 'text/csv; charset=utf-8', bytes: csv(ctx, filter, language) }
    : { name, type: 'application/jsonl; charset=utf-8', bytes: lines(ctx, filter) }
}

async function* csv(ctx: Context, filter: EventFilter, language: Language): AsyncGenerator<string> {
  yield utf8Mark + csvLine(apiWords[language].events.head)
  for await (const event of allEvents(ctx.db, filter))
    yield csvLine([
      String(event.seq),
      event.at.toISOString(),
      event.actorName ?? '',
      event.onBehalfOfName ?? '',
      event.origin,
      event.kind,
      event.noun,
      event.nounId,
      event.bodyId ?? '',
      event.detail === null ? '' : JSON.stringify(event.detail),
    ])
}

async function* lines(ctx: Context, filter: EventFilter): AsyncGenerator<string> {
  for await (const event of allEvents(ctx.db, filter)) yield `${JSON.stringify(event)}\n`
}
