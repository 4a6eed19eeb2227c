/** A register held against another's list: what only one of them has, and what differs. Nothing is changed by it. */
import { type Context, inTransaction } from '#db'
import { type Actor, allow, bodyAt, insertAttachment, type Machine, readSheet, record, targetOf } from '#identity'
import { fold } from '#kit'
import { Failure } from '#words'
import { definitionOf, titleOf } from './commands.ts'
import type { EntryValues, RegisterDefinition, RegisterField } from './model.ts'
import * as store from './store.ts'
import { valuesOf, written } from './values.ts'

export interface Reconciliation {
  readonly rows: number
  readonly same: number
  /** Only in this register; by id and title. */
  readonly onlyHere: readonly { readonly id: string; readonly title: string }[]
  /** Only in the other list; by row of its file. */
  readonly onlyThere: readonly { readonly row: number; readonly title: string }[]
  readonly differing: readonly {
    readonly id: string
    readonly title: string
    readonly field: string
    readonly here: string
    readonly there: string
  }[]
}

/**
 * Compares the entries of a year (all that stand in it, or begin or end in it) with a file. Rows are paired by the key of the definition, sums
 * of one key added up. The result is kept. Throws `not-found` for a register nobody else has a list of, `not-allowed`, `wrong-field` of `file`.
 */
export async function reconcile(
  ctx: Context,
  actor: Actor,
  file: {
    readonly register: string
    readonly body: string
    readonly year: number
    readonly name: string
    readonly type: string
    readonly bytes: Uint8Array
  },
): Promise<Reconciliation> {
  const definition = definitionOf(file.register)
  const { reconciledWith } = definition
  if (!reconciledWith) throw new Failure('not-found', { what: 'register' })
  const { id: bodyId } = await bodyAt(ctx, file.body)
  const post = allow(actor, 'import', 'register', await targetOf(ctx.db, bodyId))
  const own = (await store.loadCountable(ctx.db, bodyId, [definition.id], `${file.year}-12-31`)).filter(({ values }) =>
    touches(definition, values, file.year),
  )
  const theirs = await rowsOf(file.bytes, definition, reconciledWith)
  const result = compared(definition, own, theirs)
  const hash = await ctx.files.put(file.bytes)
  await inTransaction(ctx, async (tx) => {
    const [id, fileId] = [ctx.newId(), ctx.newId()]
    const attached = { id: fileId, hash, name: file.name, noun: 'reconciliation', nounId: id, addedAt: ctx.now(), type: file.type }
    await insertAttachment(tx, { ...attached, size: file.bytes.byteLength, addedBy: actor.personId })
    await store.insertReconciliation(tx, {
      id,
      bodyId,
      register: definition.id,
      year: file.year,
      fileId,
      result,
      at: ctx.now(),
      by: actor.personId,
    })
    await record(tx, ctx, actor, {
      kind: 'register.reconciled',
      noun: 'reconciliation',
      nounId: id,
      bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: {
        register: definition.name['zh-CN'],
        file: file.name,
        hash,
        onlyHere: result.onlyHere.length,
        onlyThere: result.onlyThere.length,
        differing: result.differing.length,
      },
    })
  })
  return result
}

/** The last comparison of a year; null where there was none. Throws `not-found`, `not-allowed`. */
export async function reconciliationOf(
  ctx: Context,
  actor: Actor | Machine,
  { register, body, year }: { register: string; body: string; year: number },
): Promise<{ readonly result: Reconciliation; readonly at: Date; readonly fileName: string; readonly byName: string } | null> {
  const definition = definitionOf(register)
  const { id: bodyId } = await bodyAt(ctx, body)
  allow(actor, 'see', 'register', await targetOf(ctx.db, bodyId))
  return store.loadReconciliation<Reconciliation>(ctx.db, bodyId, definition.id, year)
}

/** Whether an entry is of a year: what goes month by month begins in it, what lasts has not ended before it. */
function touches({ begins, ends, amount }: RegisterDefinition, values: EntryValues, year: number): boolean {
  if (amount !== undefined) return String(values[begins]).startsWith(String(year))
  return (ends ?? []).every(({ field }) => values[field] === undefined || String(values[field]) >= `${year}-01-01`)
}

interface Theirs {
  readonly row: number
  readonly values: EntryValues
}

/** Only the key and what is compared are read; other columns are theirs. */
async function rowsOf(
  bytes: Uint8Array,
  definition: RegisterDefinition,
  { key, compared: fields }: NonNullable<RegisterDefinition['reconciledWith']>,
): Promise<Theirs[]> {
  const wanted = definition.fields.filter((field) => [key, ...fields].includes(field.key))
  const partial: RegisterDefinition = { ...definition, fields: wanted.map(({ required: _, ...field }) => field), ends: [] }
  const sheet = await readSheet(bytes)
  const names = ({ label, aliases = [] }: RegisterField) => [label['zh-CN'], label.en, ...aliases].map(fold)
  const columnsOf = (row: (typeof sheet)[number]) =>
    row.cells.map(({ text }) => wanted.find((field) => names(field).includes(fold(text)))?.key ?? null)
  const at = sheet.slice(0, 6).findIndex((row) => columnsOf(row).includes(key))
  if (at === -1) throw new Failure('register-key-column', { column: wanted.find((field) => field.key === key)!.label['zh-CN'] })
  const columns = columnsOf(sheet[at]!)
  return sheet.slice(at + 1).flatMap(({ row, cells }) => {
    const given = Object.fromEntries(
      columns.flatMap((field, column) => (field === null || !cells[column]?.text ? [] : [[field, cells[column].text]])),
    )
    return given[key] === undefined ? [] : [{ row, values: valuesOf(partial, given) }]
  })
}

function compared(definition: RegisterDefinition, own: readonly store.CountedEntry[], theirs: readonly Theirs[]): Reconciliation {
  const { key, compared: fields } = definition.reconciledWith!
  const keyOf = (values: EntryValues) => fold(String(values[key] ?? ''))
  const here = grouped(own, keyOf)
  const there = grouped(theirs, keyOf)
  const title = (values: EntryValues) => titleOf(definition, values) || String(values[key] ?? '')
  const differing: Reconciliation['differing'][number][] = []
  let same = 0
  for (const [at, mine] of here) {
    const other = there.get(at)
    if (!other || at === '') continue
    const unlike = fields.flatMap((name) => {
      const field = definition.fields.find((each) => each.key === name)!
      const [one, two] = [pooled(field, mine), pooled(field, other)]
      // What their list does not have a column for, or leaves out, is no difference.
      return two === '' || one === two
        ? []
        : [{ id: mine[0]!.id, title: title(mine[0]!.values), field: field.label['zh-CN'], here: one, there: two }]
    })
    if (unlike.length === 0) same++
    differing.push(...unlike)
  }
  return {
    rows: theirs.length,
    same,
    onlyHere: own
      .filter(({ values }) => keyOf(values) === '' || !there.has(keyOf(values)))
      .map(({ id, values }) => ({ id, title: title(values) })),
    onlyThere: theirs.filter(({ values }) => !here.has(keyOf(values))).map(({ row, values }) => ({ row, title: title(values) })),
    differing,
  }
}

function grouped<Row extends { readonly values: EntryValues }>(
  rows: readonly Row[],
  keyOf: (values: EntryValues) => string,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row.values), [...(groups.get(keyOf(row.values)) ?? []), row])
  return groups
}

/** Numbers of one key are added up, everything else is the first row's. */
function pooled(field: RegisterField, rows: readonly { readonly values: EntryValues }[]): string {
  if (field.kind !== 'money' && field.kind !== 'count') return written(field, rows[0]!.values[field.key], 'zh-CN')
  const numbers = rows.flatMap(({ values }) => (values[field.key] === undefined ? [] : [Number(values[field.key])]))
  return numbers.length === 0
    ? ''
    : written(
        field,
        numbers.reduce((sum, one) => sum + one, 0),
        'zh-CN',
      )
}
