/** Files of a case, and the applicant in full: what is looked at is recorded. */
import { type Context, inTransaction } from '#db'
import { type Actor, type Attachment, allow, insertAttachment, loadAttachment, record, targetOf } from '#identity'
import { Failure } from '#words'
import { openApplicant } from '../applicant.ts'
import type { Applicant } from '../model.ts'
import type { CaseFile } from './model.ts'
import { seenCase } from './queries.ts'

/** The applicant with every number. Recorded. Throws `not-found`, `not-allowed`. */
export async function unmaskCase(ctx: Context, actor: Actor, id: string): Promise<Applicant> {
  const { row, form } = await seenCase(ctx, actor, id)
  await recordLook(ctx, actor, { id, bodyId: row.bodyId, number: row.number, what: 'applicant' })
  return openApplicant(ctx, form.applicant)
}

async function recordLook(
  ctx: Context,
  actor: Actor,
  { id, bodyId, number, what }: { id: string; bodyId: string; number: string; what: string },
): Promise<void> {
  const post = allow(actor, 'unmask', 'request', await targetOf(ctx.db, bodyId))
  await inTransaction(ctx, (tx) =>
    record(tx, ctx, actor, {
      kind: 'request.unmasked',
      noun: 'request',
      nounId: id,
      bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { number, what },
    }),
  )
}

export interface NewCaseFile {
  /** `form`: proof of identity, power of attorney, the envelope; seen only by who may see the applicant in full. `case`: anything else. */
  readonly on: CaseFile['on']
  readonly name: string
  /** Media type, told by the bytes. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** Hangs a file on a case. The bytes are safe on disk before the row that names them. Throws `not-found`, `not-allowed`. */
export async function addCaseFile(ctx: Context, actor: Actor, id: string, { on, name, type, bytes }: NewCaseFile): Promise<CaseFile> {
  const { row } = await seenCase(ctx, actor, id)
  const post = allow(actor, on === 'form' ? 'register' : 'work', 'request', await targetOf(ctx.db, row.bodyId))
  const hash = await ctx.files.put(bytes)
  const place = on === 'form' ? { noun: 'intake-form', nounId: row.formId } : { noun: 'request', nounId: id }
  const added: Attachment = { id: ctx.newId(), hash, name, ...place, addedAt: ctx.now(), type, size: bytes.byteLength }
  await inTransaction(ctx, async (tx) => {
    await insertAttachment(tx, { ...added, addedBy: actor.personId })
    await record(tx, ctx, actor, {
      kind: 'attachment.added',
      noun: 'request',
      nounId: id,
      bodyId: row.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { on: place.noun, onId: place.nounId, name, hash, type, size: added.size },
    })
  })
  return { ...added, on }
}

/**
 * A file of a case with its bytes. What hangs on the form shows who asks, and is looked at as the applicant is: recorded. Throws
 * `not-found`, `not-allowed`; `content-damaged` where the bytes are no more what they were.
 */
export async function readCaseFile(
  ctx: Context,
  actor: Actor,
  id: string,
  fileId: string,
): Promise<CaseFile & { readonly bytes: Uint8Array }> {
  const { row } = await seenCase(ctx, actor, id)
  const found = await loadAttachment(ctx.db, fileId)
  const on =
    found?.noun === 'intake-form' && found.nounId === row.formId ? 'form' : found?.noun === 'request' && found.nounId === id ? 'case' : null
  if (!found || on === null) throw new Failure('not-found', { what: 'attachment' })
  if (on === 'form') await recordLook(ctx, actor, { id, bodyId: row.bodyId, number: row.number, what: found.name })
  const bytes = await ctx.files.get(found.hash)
  if (!bytes) throw new Failure('not-found', { what: 'attachment' })
  return { ...found, on, bytes }
}
