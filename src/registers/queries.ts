/** Registers as they are seen: which there are, a page of one, an entry with its history, what they count. */
import type { Context, Reader } from '#db'
import {
  type Actor,
  type Attachment,
  allow,
  bodiesBelow,
  bodyAt,
  filingLineOf,
  loadAttachment,
  loadAttachmentsOf,
  type Machine,
  settingOf,
  targetOf,
} from '#identity'
import type { CellKey } from '#report'
import { Failure } from '#words'
import { definitionOf, titleOf } from './commands.ts'
import { registerNamed, registers } from './definitions/index.ts'
import type { EntryValues, RegisterDefinition } from './model.ts'
import * as store from './store.ts'
import { amountOf, type Count, type Countable, countEntries, measured, measureKey, measuresOf, registerOfCell } from './tally.ts'
import { yearOf } from './values.ts'

export interface ListedEntry {
  readonly id: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly register: string
  readonly values: EntryValues
  readonly begins: string
  readonly unit: string
  readonly addedBy: { readonly id: string; readonly name: string } | null
  readonly addedAt: Date
  readonly edition: number
  readonly voided: { readonly at: Date; readonly reason: string } | null
  readonly files: number
}

export interface EntryDetail extends ListedEntry {
  readonly history: readonly {
    readonly at: Date
    readonly person: string | null
    readonly kind: store.Change['kind']
    readonly values: EntryValues
    readonly unit: string
    readonly reason: string
  }[]
  readonly evidence: readonly Attachment[]
  /** Of a notice: who below has signed for it. */
  readonly receipts: readonly store.Receipt[]
}

/** Which registers there are at a body, with how many entries each has. Throws `not-found`, `not-allowed`. */
export async function registersOf(
  ctx: Context,
  actor: Actor | Machine,
  { body, year }: { body: string; year: number },
): Promise<readonly { readonly definition: RegisterDefinition; readonly all: number; readonly ofYear: number }[]> {
  const { id } = await bodyAt(ctx, body)
  allow(actor, 'see', 'register', await targetOf(ctx.db, id))
  const counts = await store.countEntriesOf(ctx.db, id, yearOf(year))
  return registers.map((definition) => ({ definition, ...(counts.get(definition.id) ?? { all: 0, ofYear: 0 }) }))
}

export interface EntryFilter {
  readonly register: string
  /** Slug. */
  readonly body: string
  /** Entries that begin in it. */
  readonly year?: number
  readonly q?: string
  /** Those struck out instead. */
  readonly voided?: boolean
  readonly after?: string
  readonly limit?: number
}

/** A page of a register, the latest first. Of notices, those of the body and of all above it. Throws `not-found`, `not-allowed`, `invalid-input`. */
export async function entriesOf(
  ctx: Context,
  actor: Actor | Machine,
  filter: EntryFilter,
): Promise<{ items: ListedEntry[]; next: string | null }> {
  const definition = definitionOf(filter.register)
  const { id } = await bodyAt(ctx, filter.body)
  allow(actor, 'see', 'register', await targetOf(ctx.db, id))
  const { limit = 50, q = '', year } = filter
  const rows = await store.loadEntries(ctx.db, {
    bodyIds: definition.forBelow ? await filingLineOf(ctx.db, id) : [id],
    register: definition.id,
    ...(year !== undefined && { from: `${yearOf(year)}-01-01`, to: `${year}-12-31` }),
    ...(q.trim() !== '' && { q: q.trim() }),
    voided: filter.voided ?? false,
    after: placeOf(filter.after),
    limit: limit + 1,
  })
  const items = rows.slice(0, limit).map(listed)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.begins}.${last.id}` : null }
}

/** Throws `not-found`, `not-allowed`. */
export async function entryAt(ctx: Context, actor: Actor | Machine, id: string): Promise<EntryDetail> {
  const row = await seen(ctx, actor, id)
  const below = registerNamed(row.register)?.forBelow ? await bodiesBelow(ctx, await headOf(ctx.db, row.bodyId)) : []
  return {
    ...listed(row),
    history: (await store.loadChanges(ctx.db, id)).map(({ at, personName, kind, values, unit, reason }) => ({
      at,
      person: personName,
      kind,
      values,
      unit,
      reason,
    })),
    evidence: await loadAttachmentsOf(ctx.db, 'register-entry', id),
    receipts:
      below.length === 0
        ? []
        : await store.loadReceipts(
            ctx.db,
            id,
            below.map((body) => body.id).filter((bodyId) => bodyId !== row.bodyId),
          ),
  }
}

/** A government's office speaks for the government: what files to the latter is below it. */
async function headOf(reader: Reader, bodyId: string): Promise<string> {
  const body = await reader.selectFrom('body').select(['kind', 'files_to']).where('id', '=', bodyId).executeTakeFirstOrThrow()
  return body.kind === 'office' && body.files_to !== null ? body.files_to : bodyId
}

/** Evidence with its bytes. Throws `not-found`, `not-allowed`. */
export async function readEvidence(
  ctx: Context,
  actor: Actor,
  id: string,
  fileId: string,
): Promise<Attachment & { readonly bytes: Uint8Array }> {
  await seen(ctx, actor, id)
  const found = await loadAttachment(ctx.db, fileId)
  if (found?.noun !== 'register-entry' || found.nounId !== id) throw new Failure('not-found', { what: 'attachment' })
  const bytes = await ctx.files.get(found.hash)
  if (!bytes) throw new Failure('not-found', { what: 'attachment' })
  return { ...found, bytes }
}

async function seen(ctx: Context, actor: Actor | Machine, id: string): Promise<store.StoredEntry> {
  const [row] = await store.loadEntriesById(ctx.db, [id])
  if (!row) throw new Failure('not-found', { what: 'register-entry' })
  // A notice is seen by every body below whoever keeps it.
  if (registerNamed(row.register)?.forBelow) {
    if (actor.personId === null) return row
    for (const { bodyId } of (actor as Actor).posts) if ((await filingLineOf(ctx.db, bodyId)).includes(row.bodyId)) return row
  }
  allow(actor, 'see', 'register', await targetOf(ctx.db, row.bodyId))
  return row
}

const listed = (row: store.StoredEntry): ListedEntry => ({
  id: row.id,
  body: { id: row.bodyId, slug: row.bodySlug, name: row.bodyName },
  register: row.register,
  values: row.values,
  begins: row.begins,
  unit: row.unit,
  addedBy: row.addedBy === null ? null : { id: row.addedBy, name: row.adderName ?? '' },
  addedAt: row.addedAt,
  edition: row.edition,
  voided: row.voidedAt === null ? null : { at: row.voidedAt, reason: row.voidReason },
  files: row.files,
})

function placeOf(after: string | undefined): { day: string; id: string } | null {
  if (after === undefined) return null
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/.exec(after)
  if (!found) throw new Failure('invalid-input', { where: 'after', what: after })
  return { day: found[1]!, id: found[2]! }
}

export interface YearOfRegisters {
  /** Cells of table 二, each with the ids of the entries it counts. */
  readonly cells: Readonly<Record<CellKey, Count<Countable>>>
  /** What prose may be bound to, by name. */
  readonly measures: Readonly<Record<string, Count<Countable>>>
}

/** Everything the registers of a body count in a year, each figure with its entries. Asks no policy: for features that have asked their own. */
export async function countRegisters(ctx: Context, bodyId: string, year: number): Promise<YearOfRegisters> {
  const entries = await store.loadCountable(
    ctx.db,
    bodyId,
    registers.map(({ id }) => id),
    `${yearOf(year)}-12-31`,
  )
  const of = new Map<string, store.CountedEntry[]>(registers.map(({ id }) => [id, []]))
  for (const entry of entries) of.get(entry.register)?.push(entry)
  const options = { lapsedCounts: await settingOf(ctx.db, 'lapsedCounts', bodyId) }
  const cells: Record<CellKey, Count<Countable>> = {}
  const measures: Record<string, Count<Countable>> = {}
  for (const definition of registers) {
    const mine = of.get(definition.id)!
    for (const [key, counting] of Object.entries(definition.cells ?? {}))
      cells[key] = countEntries(definition, counting, mine, year, options)
    for (const { key, measure, part } of measuresOf(definition)) measures[key] = measured(definition, measure, part, mine, year, options)
  }
  return { cells, measures }
}

/**
 * The entries a cell of table 二, or a measure, counts; by day. Throws `not-found` for what no register counts, `not-allowed`.
 */
export async function entriesBehind(
  ctx: Context,
  actor: Actor | Machine,
  { body, year, key, after = 0, limit = 50 }: { body: string; year: number; key: string; after?: number; limit?: number },
): Promise<{
  readonly items: ListedEntry[]
  readonly next: number | null
  readonly value: number
  /** What an entry adds to the figure, in the figure's own unit. */
  addsOf(values: EntryValues): number
  titleOf(values: EntryValues): string
}> {
  const { id: bodyId } = await bodyAt(ctx, body)
  allow(actor, 'see', 'register', await targetOf(ctx.db, bodyId))
  const counted = await countRegisters(ctx, bodyId, year)
  const cell = registerOfCell(key)
  const found = cell ? counted.cells[key] : counted.measures[key]
  const definition = cell?.definition ?? registers.find(({ id }) => key.startsWith(`${id}.`))
  if (!found || !definition) throw new Failure('not-found', { what: 'cell' })
  const counting = cell?.counting ?? definition.measures.find((measure) => key.startsWith(measureKey(definition, measure)))?.counting
  const page = found.entries.slice(after, after + limit)
  const rows = await store.loadEntriesById(
    ctx.db,
    page.map(({ id }) => id),
  )
  return {
    items: rows.map(listed),
    next: after + limit < found.entries.length ? after + limit : null,
    value: found.value,
    addsOf: (values) => (counting === 'sum' ? amountOf(definition, [{ id: '', values }]) : 1),
    titleOf: (values) => titleOf(definition, values),
  }
}

/** Notices of the bodies above on a year's report that are not struck out, the latest first. Asks no policy. */
export async function noticesFor(ctx: Context, bodyId: string, year: number): Promise<readonly EntryValues[]> {
  const line = await filingLineOf(ctx.db, bodyId)
  const rows = await store.loadEntries(ctx.db, { bodyIds: line, register: 'notices', after: null, limit: 200 })
  return rows.filter(({ values }) => values.year === year).map(({ values }) => values)
}

/** Entries of a register that begin in a year, the earliest first: what prose is drafted from. Asks no policy. */
export async function entriesOfYear(ctx: Context, bodyId: string, register: string, year: number): Promise<readonly EntryValues[]> {
  const rows = await store.loadEntries(ctx.db, {
    bodyIds: [bodyId],
    register: definitionOf(register).id,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    after: null,
    limit: 1000,
  })
  return rows.map(({ values }) => values).reverse()
}
