/** What a body's year comes to: 200 cells, each with its records, and the figures prose may be bound to. */
import { caseMeasures, recordsOf, tablesOf } from '#casework'
import type { Context } from '#db'
import { type Actor, allow, bodyAt, type Machine, targetOf, today } from '#identity'
import { countRegisters, entriesBehind, registerOfCell } from '#registers'
import { cellKeys } from '#report'
import { Failure } from '#words'
import { sumForGovernment } from './government.ts'
import type { CountedYear } from './model.ts'
import { summandsIn } from './roll-ups.ts'

/** Counts a body's year. `body` is a slug. Throws `not-found`, `not-allowed`, `wrong-field` of a year to come. */
export async function countYear(
  ctx: Context,
  actor: Actor | Machine,
  { body, year }: { body: string; year: number },
): Promise<CountedYear> {
  const { id, slug, name, kind } = await bodyAt(ctx, body)
  if (kind === 'government') {
    const { cells } = await sumForGovernment(ctx, actor, { body: slug, year })
    return { body: { id, slug, name }, year, asOf: today(ctx), cells, figures: cells }
  }
  const target = await targetOf(ctx.db, id)
  allow(actor, 'see', 'register', target)
  const tables = await tablesOf(ctx, actor, { body, year })
  const registers = await countRegisters(ctx, id, year)
  const counted = { ...Object.fromEntries(Object.entries(registers.cells).map(([key, { value }]) => [key, value])), ...tables.cells }
  const cells = Object.fromEntries(
    cellKeys('2021').map((key) => {
      const value = counted[key]
      if (value === undefined) throw new Error(`nothing counts ${key}`)
      return [key, value]
    }),
  )
  const { billed, paid, ...cases } = await caseMeasures(ctx.db, id, year)
  return {
    body: { id, slug, name },
    year,
    asOf: tables.asOf,
    cells,
    figures: {
      ...cells,
      ...Object.fromEntries(Object.entries(registers.measures).map(([key, { value }]) => [key, value])),
      ...Object.fromEntries(Object.entries(cases).map(([key, value]) => [`cases.${key}`, value])),
      // Prose speaks of fees in 元.
      'cases.billed': billed / 100,
      'cases.paid': paid / 100,
    },
  }
}

/** A record behind a figure, whatever it is of. */
export interface FigureRecord {
  readonly kind: 'request' | 'challenge' | 'entry' | 'report'
  readonly id: string
  /** Number of a request, 案号 of a challenge, register of an entry, version of a report. */
  readonly number: string
  readonly title: string
  readonly on: string
  /** What it adds: 1, or the amount of an entry that is summed. */
  readonly adds: number
}

/**
 * The records a cell, or a measure of a register, counts. `after` is the `next` of the page before. Throws `not-found` for a figure that has
 * no records of its own, `not-allowed`, `wrong-field`, `invalid-input`.
 */
export async function recordsBehind(
  ctx: Context,
  actor: Actor | Machine,
  { body, year, key, after, limit = 50 }: { body: string; year: number; key: string; after?: string; limit?: number },
): Promise<{ records: FigureRecord[]; next: string | null }> {
  if ((await bodyAt(ctx, body)).kind === 'government') return reportsBehind(ctx, actor, { body, year, key })
  if (/^(?:requests|challenges)\./.test(key)) {
    const found = await recordsOf(ctx, actor, { body, year, key, limit, ...(after !== undefined && { after }) })
    return {
      records: [
        ...found.requests.map(({ id, number, title, receivedOn, concludedOn }) => ({
          kind: 'request' as const,
          id,
          number,
          title,
          on: concludedOn ?? receivedOn,
          adds: 1,
        })),
        ...found.challenges.map(({ id, number, organ, filedOn, concludedOn }) => ({
          kind: 'challenge' as const,
          id,
          number,
          title: organ,
          on: concludedOn ?? filedOn,
          adds: 1,
        })),
      ],
      next: found.next,
    }
  }
  const place = after === undefined ? 0 : Number(after)
  if (!Number.isInteger(place) || place < 0) throw new Failure('invalid-input', { where: 'after', what: String(after) })
  const { items, next, addsOf, titleOf } = await entriesBehind(ctx, actor, { body, year, key, after: place, limit })
  return {
    records: items.map((entry) => ({
      kind: 'entry',
      id: entry.id,
      number: entry.register,
      title: titleOf(entry.values),
      on: entry.begins,
      adds: addsOf(entry.values),
    })),
    next: next === null ? null : String(next),
  }
}

/** What a government's cell is made of: the reports of those below that give more than 0 to it. */
async function reportsBehind(
  ctx: Context,
  actor: Actor | Machine,
  { body, year, key }: { body: string; year: number; key: string },
): Promise<{ records: FigureRecord[]; next: null }> {
  const summands = await summandsIn(ctx, actor, { body, year, scope: 'region', cell: key })
  return {
    records: summands.flatMap(({ part, value }): FigureRecord[] =>
      part.reportId === null || value === null || value === 0
        ? []
        : [{ kind: 'report', id: part.reportId, number: String(part.version), title: part.body.name, on: part.filedOn ?? '', adds: value }],
    ),
    next: null,
  }
}

/** Whether a figure has records that can be listed: every cell, and every measure of a register. */
export const hasRecords = (key: string): boolean =>
  /^(?:requests|challenges)\./.test(key) || registerOfCell(key) !== null || !key.startsWith('cases.')
