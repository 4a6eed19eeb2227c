/** Registers in the database. */
import { sql } from 'kysely'
import type { Reader, Tx } from '#db'
import type { EntryValues } from './model.ts'

export interface StoredEntry {
  readonly id: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly bodyName: string
  readonly register: string
  readonly values: EntryValues
  readonly begins: string
  readonly unit: string
  readonly addedAt: Date
  readonly addedBy: string | null
  readonly adderName: string | null
  readonly edition: number
  readonly voidedAt: Date | null
  readonly voidReason: string
  readonly files: number
}

const columns = sql`
  e.id, e.body_id as "bodyId", b.slug as "bodySlug", name.name as "bodyName", e.register, e.entry as "values", e.begins, e.unit,
  e.added_at as "addedAt", e.added_by as "addedBy", p.name as "adderName", e.edition, e.voided_at as "voidedAt", e.void_reason as "voidReason",
  (select count(*)::int from attachment a where a.noun = 'register-entry' and a.noun_id = e.id::text) as files`

const joins = sql`
  join body b on b.id = e.body_id
  join lateral (
    select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
  ) name on true
  left join person p on p.id = e.added_by`

export interface EntryConditions {
  readonly bodyIds: readonly string[]
  readonly register: string
  /** Entries that begin within. */
  readonly from?: string
  readonly to?: string
  readonly q?: string
  readonly voided?: boolean
  readonly after: { readonly day: string; readonly id: string } | null
  readonly limit: number
}

/** A page of entries, the latest first. */
export async function loadEntries(reader: Reader, wanted: EntryConditions): Promise<StoredEntry[]> {
  const { bodyIds, register, from, to, q, voided = false, after, limit } = wanted
  const { rows } = await sql<StoredEntry>`
    select ${columns} from register_entry e ${joins}
    where e.body_id = any(${[...bodyIds]}::uuid[]) and e.register = ${register}
      and (e.voided_at is not null) = ${voided}
      ${from === undefined ? sql`` : sql`and e.begins >= ${from}::date`} ${to === undefined ? sql`` : sql`and e.begins <= ${to}::date`}
      ${q === undefined ? sql`` : sql`and (e.entry::text ilike ${`%${likeText(q)}%`} or e.unit ilike ${`%${likeText(q)}%`})`}
      ${after === null ? sql`` : sql`and (e.begins, e.id) < (${after.day}::date, ${after.id}::uuid)`}
    order by e.begins desc, e.id desc limit ${limit}`.execute(reader)
  return rows
}

const likeText = (q: string): string => q.replaceAll(/[\\%_]/g, '\\$&')

export interface CountedEntry {
  readonly id: string
  readonly register: string
  readonly values: EntryValues
  readonly unit: string
}

/** Every entry of the registers that began by a day and is not struck out: what a year counts. */
export async function loadCountable(reader: Reader, bodyId: string, registers: readonly string[], until: string): Promise<CountedEntry[]> {
  const { rows } = await sql<CountedEntry>`
    select id, register, entry as "values", unit from register_entry
    where body_id = ${bodyId} and register = any(${[...registers]}::text[]) and begins <= ${until}::date and voided_at is null
    order by begins, id`.execute(reader)
  return rows
}

export async function loadEntriesById(reader: Reader, ids: readonly string[]): Promise<StoredEntry[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredEntry>`
    select ${columns} from register_entry e ${joins} where e.id = any(${[...ids]}::uuid[]) order by e.begins desc, e.id desc`.execute(
    reader,
  )
  return rows
}

export async function lockEntry(tx: Tx, id: string): Promise<StoredEntry | null> {
  const { rows } = await sql<StoredEntry>`select ${columns} from register_entry e ${joins} where e.id = ${id} for update of e`.execute(tx)
  return rows[0] ?? null
}

export async function insertEntry(
  tx: Tx,
  row: {
    readonly id: string
    readonly bodyId: string
    readonly register: string
    readonly values: EntryValues
    readonly begins: string
    readonly unit: string
    readonly addedAt: Date
    readonly addedBy: string | null
    readonly importId: string | null
  },
): Promise<void> {
  await tx
    .insertInto('register_entry')
    .values({
      id: row.id,
      body_id: row.bodyId,
      register: row.register,
      entry: JSON.stringify(row.values),
      begins: row.begins,
      unit: row.unit,
      added_at: row.addedAt,
      added_by: row.addedBy,
      voided_at: null,
      import_id: row.importId,
    })
    .execute()
}

export async function updateEntry(
  tx: Tx,
  id: string,
  row: { readonly values: EntryValues; readonly begins: string; readonly unit: string },
): Promise<void> {
  await sql`
    update register_entry set entry = ${JSON.stringify(row.values)}::jsonb, begins = ${row.begins}::date, unit = ${row.unit}, edition = edition + 1
    where id = ${id}`.execute(tx)
}

export async function setVoided(tx: Tx, id: string, at: Date | null, reason: string): Promise<void> {
  await sql`update register_entry set voided_at = ${at}, void_reason = ${reason}, edition = edition + 1 where id = ${id}`.execute(tx)
}

export interface Change {
  readonly id: string
  readonly entryId: string
  readonly at: Date
  readonly byPerson: string | null
  readonly kind: 'added' | 'changed' | 'voided' | 'restored'
  readonly values: EntryValues
  readonly unit: string
  readonly reason: string
}

export async function insertChange(tx: Tx, row: Change): Promise<void> {
  await tx
    .insertInto('register_change')
    .values({
      id: row.id,
      entry_id: row.entryId,
      at: row.at,
      by_person: row.byPerson,
      kind: row.kind,
      entry: JSON.stringify(row.values),
      unit: row.unit,
      reason: row.reason,
    })
    .execute()
}

/** The history of an entry, the latest first. */
export async function loadChanges(reader: Reader, entryId: string): Promise<(Change & { readonly personName: string | null })[]> {
  const { rows } = await sql<Change & { personName: string | null }>`
    select c.id, c.entry_id as "entryId", c.at, c.by_person as "byPerson", c.kind, c.entry as "values", c.unit, c.reason, p.name as "personName"
    from register_change c left join person p on p.id = c.by_person where c.entry_id = ${entryId} order by c.id desc`.execute(reader)
  return rows
}

/** How many entries each register of a body has that begin in a year, and in all. */
export async function countEntriesOf(reader: Reader, bodyId: string, year: number): Promise<Map<string, { all: number; ofYear: number }>> {
  const { rows } = await sql<{ register: string; all: number; ofYear: number }>`
    select register, count(*)::int as all, (count(*) filter (where begins between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date))::int as "ofYear"
    from register_entry where body_id = ${bodyId} and voided_at is null group by register`.execute(reader)
  return new Map(rows.map(({ register, ...counts }) => [register, counts]))
}

export async function loadMapping(reader: Reader, bodyId: string, register: string): Promise<Record<string, string>> {
  const row = await reader
    .selectFrom('register_mapping')
    .select('columns')
    .where('body_id', '=', bodyId)
    .where('register', '=', register)
    .executeTakeFirst()
  return (row?.columns ?? {}) as Record<string, string>
}

export async function putMapping(
  tx: Tx,
  bodyId: string,
  register: string,
  mapping: Readonly<Record<string, string>>,
  at: Date,
): Promise<void> {
  await sql`
    insert into register_mapping (body_id, register, columns, changed_at) values (${bodyId}, ${register}, ${JSON.stringify(mapping)}::jsonb, ${at})
    on conflict (body_id, register) do update set columns = excluded.columns, changed_at = excluded.changed_at`.execute(tx)
}

export interface StoredImport {
  readonly id: string
  readonly bodyId: string
  readonly register: string
  readonly fileName: string
  readonly at: Date
  readonly byName: string
  readonly rows: number
  readonly undoneAt: Date | null
}

export async function insertImport(
  tx: Tx,
  row: {
    readonly id: string
    readonly bodyId: string
    readonly register: string
    readonly fileId: string
    readonly at: Date
    readonly by: string
    readonly rows: number
  },
): Promise<void> {
  await tx
    .insertInto('register_import')
    .values({
      id: row.id,
      body_id: row.bodyId,
      register: row.register,
      file_id: row.fileId,
      at: row.at,
      by_person: row.by,
      rows: row.rows,
      undone_at: null,
    })
    .execute()
}

/** Files taken in, the latest first. */
export async function loadImports(reader: Reader, bodyId: string, register: string): Promise<StoredImport[]> {
  const { rows } = await sql<StoredImport>`
    select i.id, i.body_id as "bodyId", i.register, a.name as "fileName", i.at, p.name as "byName", i.rows, i.undone_at as "undoneAt"
    from register_import i join attachment a on a.id = i.file_id join person p on p.id = i.by_person
    where i.body_id = ${bodyId} and i.register = ${register} order by i.id desc limit 50`.execute(reader)
  return rows
}

export async function lockImport(tx: Tx, id: string): Promise<{ bodyId: string; register: string; undoneAt: Date | null } | null> {
  const row = await tx
    .selectFrom('register_import')
    .select(['body_id as bodyId', 'register', 'undone_at as undoneAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function markUndone(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('register_import').set({ undone_at: at }).where('id', '=', id).execute()
}

/** Entries of an import that stand; `isTouched` of those that somebody changed or hung evidence on since. */
export async function standingOfImport(reader: Reader, importId: string): Promise<{ id: string; isTouched: boolean }[]> {
  const { rows } = await sql<{ id: string; isTouched: boolean }>`
    select e.id, e.edition > 1 or exists (select from attachment a where a.noun = 'register-entry' and a.noun_id = e.id::text) as "isTouched"
    from register_entry e where e.import_id = ${importId} and e.voided_at is null order by e.id`.execute(reader)
  return rows
}

export async function insertReconciliation(
  tx: Tx,
  row: {
    readonly id: string
    readonly bodyId: string
    readonly register: string
    readonly year: number
    readonly fileId: string
    readonly result: unknown
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  await tx
    .insertInto('reconciliation')
    .values({
      id: row.id,
      body_id: row.bodyId,
      register: row.register,
      year: row.year,
      file_id: row.fileId,
      result: JSON.stringify(row.result),
      at: row.at,
      by_person: row.by,
    })
    .execute()
}

/** The last time a register of a year was held against another's list. */
export async function loadReconciliation<Result>(
  reader: Reader,
  bodyId: string,
  register: string,
  year: number,
): Promise<{ readonly result: Result; readonly at: Date; readonly fileName: string; readonly byName: string } | null> {
  const { rows } = await sql<{ result: Result; at: Date; fileName: string; byName: string }>`
    select r.result, r.at, a.name as "fileName", p.name as "byName"
    from reconciliation r join attachment a on a.id = r.file_id join person p on p.id = r.by_person
    where r.body_id = ${bodyId} and r.register = ${register} and r.year = ${year} order by r.id desc limit 1`.execute(reader)
  return rows[0] ?? null
}

export interface Receipt {
  readonly bodyId: string
  readonly slug: string
  readonly name: string
  readonly signedAt: Date | null
  readonly byName: string | null
}

export async function insertReceipt(
  tx: Tx,
  row: { readonly entryId: string; readonly bodyId: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('notice_receipt')
    .values({ entry_id: row.entryId, body_id: row.bodyId, signed_at: row.at, by_person: row.by })
    .onConflict((conflict) => conflict.columns(['entry_id', 'body_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Which of these bodies signed for a notice. */
export async function loadReceipts(reader: Reader, entryId: string, bodyIds: readonly string[]): Promise<Receipt[]> {
  const { rows } = await sql<Receipt>`
    select b.id as "bodyId", b.slug, name.name, r.signed_at as "signedAt", p.name as "byName"
    from body b join lateral (
      select n.name from body_name n where n.body_id = b.id and n.kind = 'official' order by n.until nulls first, n.id limit 1
    ) name on true
    left join notice_receipt r on r.body_id = b.id and r.entry_id = ${entryId} left join person p on p.id = r.by_person
    where b.id = any(${[...bodyIds]}::uuid[]) order by (r.signed_at is not null), b.position, b.slug`.execute(reader)
  return rows
}
