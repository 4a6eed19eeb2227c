/** Hangs a file on a thing, and gives it back. */
import { type Context, inTransaction } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { targetOf } from '../bodies/queries.ts'
import type { Actor } from '../model.ts'
import { allow } from '../policies/index.ts'
import { type AttachedNoun, type Attachment, attachedNouns, insertAttachment, loadAttachment, ownerOf } from './store.ts'

export interface NewAttachment {
  readonly noun: AttachedNoun
  readonly nounId: string
  readonly name: string
  /** Media type, told by the bytes. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** The bytes are safe on disk before the row that names them commits. Throws `not-found`, `not-allowed`. */
export async function addAttachment(ctx: Context, actor: Actor, { noun, nounId, name, type, bytes }: NewAttachment): Promise<Attachment> {
  const owner = await ownerOf(ctx.db, noun, nounId)
  if (!owner) throw new Failure('not-found', { what: noun })
  const post = allow(actor, 'add', 'attachment', await targetOf(ctx.db, owner.bodyId, owner.personId))
  const hash = await ctx.files.put(bytes)
  const added: Attachment = { id: ctx.newId(), hash, name, noun, nounId, addedAt: ctx.now(), type, size: bytes.byteLength }
  await inTransaction(ctx, async (tx) => {
    await insertAttachment(tx, { ...added, addedBy: actor.personId })
    await record(tx, ctx, actor, {
      kind: 'attachment.added',
      noun: 'attachment',
      nounId: added.id,
      bodyId: owner.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { on: noun, onId: nounId, name, hash, type, size: added.size },
    })
  })
  return added
}

/** A file with its bytes. Throws `not-found`, `not-allowed`; `content-damaged` where the bytes are no more what they were. */
export async function readAttachment(ctx: Context, actor: Actor, id: string): Promise<Attachment & { readonly bytes: Uint8Array }> {
  const found = await loadAttachment(ctx.db, id)
  const noun = attachedNouns.find((one) => one === found?.noun)
  const owner = found && noun ? await ownerOf(ctx.db, noun, found.nounId) : null
  if (!found || !owner) throw new Failure('not-found', { what: 'attachment' })
  allow(actor, 'see', 'attachment', await targetOf(ctx.db, owner.bodyId, owner.personId))
  const bytes = await ctx.files.get(found.hash)
  if (!bytes) throw new Failure('not-found', { what: 'attachment' })
  return { ...found, bytes }
}
