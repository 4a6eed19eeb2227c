/** Entries of registers: written, changed, struck out, put back; notices signed for. One transaction each, with its event and its history. */
import { type Context, inTransaction, type Tx } from '#db'
import {
  type Actor,
  allow,
  bodyAt,
  filingLineOf,
  insertAttachment,
  type Machine,
  type Post,
  record,
  required,
  targetOf,
  text,
} from '#identity'
import { Failure } from '#words'
import { registerNamed } from './definitions/index.ts'
import type { EntryValues, RegisterDefinition } from './model.ts'
import { type EntryDetail, entryAt } from './queries.ts'
import * as store from './store.ts'
import { type Given, valuesOf } from './values.ts'

export interface NewEntry {
  readonly register: string
  /** Slug. */
  readonly body: string
  readonly values: Given
  /** The unit it comes from. */
  readonly unit?: string
}

/** Writes an entry. Throws `not-found`, `not-allowed`, `wrong-register-field`, `register-order`, `wrong-field`. */
export async function addEntry(ctx: Context, actor: Actor | Machine, given: NewEntry): Promise<EntryDetail> {
  const definition = definitionOf(given.register)
  const { id: bodyId } = await bodyAt(ctx, given.body)
  const post = allow(actor, 'write', 'register', await targetOf(ctx.db, bodyId))
  const values = valuesOf(definition, given.values)
  const unit = text('unit', given.unit, 100)
  const id = await inTransaction(ctx, (tx) => addEntryIn(tx, ctx, actor, { definition, bodyId, values, unit }, post))
  return entryAt(ctx, actor, id)
}

/** The same within a transaction of whoever has asked the policy and checked the values; its id. */
export async function addEntryIn(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  {
    definition,
    bodyId,
    values,
    unit,
    importId = null,
  }: { definition: RegisterDefinition; bodyId: string; values: EntryValues; unit: string; importId?: string | null },
  post: Post | null = null,
): Promise<string> {
  const id = ctx.newId()
  const row = { id, bodyId, register: definition.id, values, begins: beginsOf(definition, values), unit }
  await store.insertEntry(tx, { ...row, addedAt: ctx.now(), addedBy: actor.personId, importId })
  await store.insertChange(tx, changeOf(ctx, actor, { entryId: id, kind: 'added', values, unit, reason: '' }))
  // A file of many rows is one event, told by the import.
  if (importId === null) await tell(tx, ctx, actor, 'register.added', { id, bodyId, definition, values }, post)
  return id
}

/** Changes an entry, all its values at once. Throws besides the above `register-changed` where somebody else was quicker, `register-voided`. */
export function changeEntry(
  ctx: Context,
  actor: Actor | Machine,
  id: string,
  given: { readonly values: Given; readonly unit?: string; readonly edition: number; readonly reason?: string },
): Promise<EntryDetail> {
  return inTransaction(ctx, async (tx) => {
    const { entry, definition, post } = await locked(tx, actor, id, 'write')
    if (entry.voidedAt !== null) throw new Failure('register-voided', { title: titleOf(definition, entry.values) })
    if (entry.edition !== given.edition) throw new Failure('register-changed', { title: titleOf(definition, entry.values) })
    const values = valuesOf(definition, given.values)
    const unit = given.unit === undefined ? entry.unit : text('unit', given.unit, 100)
    await store.updateEntry(tx, id, { values, begins: beginsOf(definition, values), unit })
    const reason = text('reason', given.reason, 500)
    await store.insertChange(tx, changeOf(ctx, actor, { entryId: id, kind: 'changed', values, unit, reason }))
    await tell(tx, ctx, actor, 'register.changed', { id, bodyId: entry.bodyId, definition, values }, post, { before: entry.values })
  }).then(() => entryAt(ctx, actor, id))
}

/** Strikes an entry out: it stays readable and is counted no more. Throws `not-found`, `not-allowed`, `wrong-field`, `register-voided`. */
export function voidEntry(ctx: Context, actor: Actor | Machine, id: string, reason: string): Promise<EntryDetail> {
  return inTransaction(ctx, async (tx) => {
    const { entry, definition, post } = await locked(tx, actor, id, 'void')
    await voidIn(tx, ctx, actor, { entry, definition, reason: required('reason', reason, 500) })
    await tell(tx, ctx, actor, 'register.voided', { id, bodyId: entry.bodyId, definition, values: entry.values }, post, { reason })
  }).then(() => entryAt(ctx, actor, id))
}

/** Puts a struck-out entry back. Throws `not-found`, `not-allowed`, `register-voided` where it stands. */
export function restoreEntry(ctx: Context, actor: Actor | Machine, id: string): Promise<EntryDetail> {
  return inTransaction(ctx, async (tx) => {
    const { entry, definition, post } = await locked(tx, actor, id, 'void')
    if (entry.voidedAt === null) throw new Failure('register-voided', { title: titleOf(definition, entry.values) })
    await store.setVoided(tx, id, null, '')
    await store.insertChange(
      tx,
      changeOf(ctx, actor, { entryId: id, kind: 'restored', values: entry.values, unit: entry.unit, reason: '' }),
    )
    await tell(tx, ctx, actor, 'register.restored', { id, bodyId: entry.bodyId, definition, values: entry.values }, post)
  }).then(() => entryAt(ctx, actor, id))
}

/**
 * Takes an import back: its entries are struck out, but for those that somebody has changed or hung evidence on since, which stay and are
 * counted in `kept`. Throws `not-found`, `not-allowed`, `register-voided`.
 */
export function undoImport(ctx: Context, actor: Actor, importId: string): Promise<{ readonly entries: number; readonly kept: number }> {
  return inTransaction(ctx, async (tx) => {
    const found = await store.lockImport(tx, importId)
    if (!found) throw new Failure('not-found', { what: 'register-import' })
    const post = allow(actor, 'import', 'register', await targetOf(tx, found.bodyId))
    const definition = definitionOf(found.register)
    if (found.undoneAt !== null) throw new Failure('register-voided', { title: definition.name['zh-CN'] })
    const standing = await store.standingOfImport(tx, importId)
    const ids = standing.filter(({ isTouched }) => !isTouched).map(({ id }) => id)
    for (const id of ids) {
      const entry = (await store.lockEntry(tx, id))!
      await voidIn(tx, ctx, actor, { entry, definition, reason: '撤销导入' })
    }
    await store.markUndone(tx, importId, ctx.now())
    await record(tx, ctx, actor, {
      kind: 'register.import-undone',
      noun: 'register-import',
      nounId: importId,
      bodyId: found.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { register: definition.name['zh-CN'], entries: ids.length },
    })
    return { entries: ids.length, kept: standing.length - ids.length }
  })
}

/** Hangs evidence on an entry. Throws `not-found`, `not-allowed`. */
export async function addEvidence(
  ctx: Context,
  actor: Actor,
  id: string,
  { name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): Promise<EntryDetail> {
  const hash = await ctx.files.put(bytes)
  await inTransaction(ctx, async (tx) => {
    const { entry, definition, post } = await locked(tx, actor, id, 'write')
    const row = { id: ctx.newId(), hash, name, noun: 'register-entry', nounId: id, addedAt: ctx.now(), type, size: bytes.byteLength }
    await insertAttachment(tx, { ...row, addedBy: actor.personId })
    await tell(tx, ctx, actor, 'register.evidence-added', { id, bodyId: entry.bodyId, definition, values: entry.values }, post, {
      name,
      hash,
    })
  })
  return entryAt(ctx, actor, id)
}

/** 签收: a body below signs for a notice; twice is once. Throws `not-found` for what is no notice of those above, `not-allowed`. */
export function receiveNotice(ctx: Context, actor: Actor, id: string, body: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const entry = await store.lockEntry(tx, id)
    const definition = entry && registerNamed(entry.register)
    if (!entry || !definition?.forBelow || entry.voidedAt !== null) throw new Failure('not-found', { what: 'register-entry' })
    const { id: bodyId } = await bodyAt({ ...ctx, db: tx }, body)
    const post = allow(actor, 'receive', 'register', await targetOf(tx, bodyId))
    if (!(await filingLineOf(tx, bodyId)).includes(entry.bodyId)) throw new Failure('not-found', { what: 'register-entry' })
    if (!(await store.insertReceipt(tx, { entryId: id, bodyId, at: ctx.now(), by: actor.personId }))) return
    await tell(tx, ctx, actor, 'register.notice-received', { id, bodyId, definition, values: entry.values }, post)
  })
}

/** Throws `not-found`. */
export function definitionOf(register: string): RegisterDefinition {
  const definition = registerNamed(register)
  if (!definition) throw new Failure('not-found', { what: 'register' })
  return definition
}

async function locked(tx: Tx, actor: Actor | Machine, id: string, verb: 'write' | 'void') {
  const entry = await store.lockEntry(tx, id)
  if (!entry) throw new Failure('not-found', { what: 'register-entry' })
  const post = allow(actor, verb, 'register', await targetOf(tx, entry.bodyId))
  return { entry, definition: definitionOf(entry.register), post }
}

async function voidIn(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  { entry, definition, reason }: { entry: store.StoredEntry; definition: RegisterDefinition; reason: string },
): Promise<void> {
  if (entry.voidedAt !== null) throw new Failure('register-voided', { title: titleOf(definition, entry.values) })
  await store.setVoided(tx, entry.id, ctx.now(), reason)
  await store.insertChange(tx, changeOf(ctx, actor, { entryId: entry.id, kind: 'voided', values: entry.values, unit: entry.unit, reason }))
}

const changeOf = (
  ctx: Context,
  actor: Actor | Machine,
  change: Pick<store.Change, 'entryId' | 'kind' | 'values' | 'unit' | 'reason'>,
): store.Change => ({ id: ctx.newId(), at: ctx.now(), byPerson: actor.personId, ...change })

export const titleOf = (definition: RegisterDefinition, values: EntryValues): string => String(values[definition.title] ?? '')

/** The day lists are ordered by; of a month its first. */
export function beginsOf(definition: RegisterDefinition, values: EntryValues): string {
  const begins = String(values[definition.begins])
  return begins.length === 7 ? `${begins}-01` : begins
}

async function tell(
  tx: Tx,
  ctx: Context,
  actor: Actor | Machine,
  kind: `register.${string}`,
  { id, bodyId, definition, values }: { id: string; bodyId: string; definition: RegisterDefinition; values: EntryValues },
  post: Post | null,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await record(tx, ctx, actor, {
    kind,
    noun: 'register-entry',
    nounId: id,
    bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: { register: definition.name['zh-CN'], title: titleOf(definition, values), values, ...more },
  })
}
