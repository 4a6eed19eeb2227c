/** Papers of a challenge: notices, the answer, evidence, decisions and judgments. */
import { type Context, inTransaction } from '#db'
import { type Actor, type Attachment, allow, insertAttachment, loadAttachment, record, required, targetOf } from '#identity'
import { Failure } from '#words'
import { loadChallenge } from './store.ts'

/** Hangs a file on a challenge; its bytes are safe on disk before the row that names them commits. Throws `not-found`, `not-allowed`. */
export async function addChallengeFile(
  ctx: Context,
  actor: Actor,
  challengeId: string,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): Promise<Attachment> {
  const challenge = await loadChallenge(ctx.db, challengeId)
  if (!challenge) throw new Failure('not-found', { what: 'challenge' })
  const post = allow(actor, 'keep', 'challenge', await targetOf(ctx.db, challenge.bodyId))
  const hash = await ctx.files.put(file.bytes)
  const added: Attachment = {
    id: ctx.newId(),
    hash,
    name: required('name', file.name),
    noun: 'challenge',
    nounId: challengeId,
    addedAt: ctx.now(),
    type: file.type,
    size: file.bytes.byteLength,
  }
  await inTransaction(ctx, async (tx) => {
    await insertAttachment(tx, { ...added, addedBy: actor.personId })
    await record(tx, ctx, actor, {
      kind: 'attachment.added',
      noun: 'attachment',
      nounId: added.id,
      bodyId: challenge.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { on: 'challenge', onId: challengeId, name: added.name, hash, type: added.type, size: added.size },
    })
  })
  return added
}

/** A paper with its bytes. Throws `not-found` also for a file of something else, `not-allowed`. */
export async function readChallengeFile(
  ctx: Context,
  actor: Actor,
  challengeId: string,
  fileId: string,
): Promise<Attachment & { readonly bytes: Uint8Array }> {
  const challenge = await loadChallenge(ctx.db, challengeId)
  if (!challenge) throw new Failure('not-found', { what: 'challenge' })
  allow(actor, 'see', 'challenge', await targetOf(ctx.db, challenge.bodyId))
  const found = await loadAttachment(ctx.db, fileId)
  const bytes = found?.noun === 'challenge' && found.nounId === challengeId ? await ctx.files.get(found.hash) : null
  if (!found || !bytes) throw new Failure('not-found', { what: 'attachment' })
  return { ...found, bytes }
}
