/** Files that hang on things, in the database; their bytes lie in the content store. */
import type { Reader, Tx } from '#db'

/** What a file may hang on. */
export const attachedNouns = ['sign-off', 'deadline'] as const
export type AttachedNoun = (typeof attachedNouns)[number]

export interface Attachment {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly noun: string
  readonly nounId: string
  readonly addedAt: Date
  /** Media type told by the bytes. */
  readonly type: string
  /** In bytes. */
  readonly size: number
}

/** Whose a thing is: its body, and the person who holds it. Null where there is no such thing. */
export async function ownerOf(reader: Reader, noun: AttachedNoun, id: string): Promise<{ bodyId: string; personId: string | null } | null> {
  const row =
    noun === 'sign-off'
      ? await reader.selectFrom('sign_off').select(['body_id', 'drafted_by as person_id']).where('id', '=', id).executeTakeFirst()
      : await reader.selectFrom('deadline').select(['body_id', 'person_id']).where('id', '=', id).executeTakeFirst()
  return row ? { bodyId: row.body_id, personId: row.person_id } : null
}

export async function insertAttachment(tx: Tx, row: Attachment & { readonly addedBy: string | null }): Promise<void> {
  await tx
    .insertInto('content')
    .values({ hash: row.hash, size: row.size, type: row.type, stored_at: row.addedAt })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  await tx
    .insertInto('attachment')
    .values({
      id: row.id,
      hash: row.hash,
      name: row.name,
      noun: row.noun,
      noun_id: row.nounId,
      added_at: row.addedAt,
      added_by: row.addedBy,
    })
    .execute()
}

export async function loadAttachment(reader: Reader, id: string): Promise<Attachment | null> {
  const row = await reader
    .selectFrom('attachment')
    .innerJoin('content', 'content.hash', 'attachment.hash')
    .select([
      'attachment.id as id',
      'attachment.hash as hash',
      'attachment.name as name',
      'attachment.noun as noun',
      'attachment.noun_id as nounId',
      'attachment.added_at as addedAt',
      'content.type as type',
      'content.size as size',
    ])
    .where('attachment.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Files hanging on a thing, the oldest first. */
export async function loadAttachmentsOf(reader: Reader, noun: string, nounId: string): Promise<Attachment[]> {
  return reader
    .selectFrom('attachment')
    .innerJoin('content', 'content.hash', 'attachment.hash')
    .select([
      'attachment.id as id',
      'attachment.hash as hash',
      'attachment.name as name',
      'attachment.noun as noun',
      'attachment.noun_id as nounId',
      'attachment.added_at as addedAt',
      'content.type as type',
      'content.size as size',
    ])
    .where('attachment.noun', '=', noun)
    .where('attachment.noun_id', '=', nounId)
    .orderBy('attachment.id')
    .execute()
}

/** Hangs a file on another thing, as when a form that was filled in becomes a case. */
export async function moveAttachments(tx: Tx, from: { noun: string; nounId: string }, to: { noun: string; nounId: string }): Promise<void> {
  await tx
    .updateTable('attachment')
    .set({ noun: to.noun, noun_id: to.nounId })
    .where('noun', '=', from.noun)
    .where('noun_id', '=', from.nounId)
    .execute()
}

/** Takes the files off a thing that is no more; bytes that hang nowhere else are forgotten, and swept from the store by night. */
export async function dropAttachments(tx: Tx, noun: string, nounId: string): Promise<void> {
  const dropped = await tx.deleteFrom('attachment').where('noun', '=', noun).where('noun_id', '=', nounId).returning('hash').execute()
  const hashes = [...new Set(dropped.map(({ hash }) => hash))]
  if (hashes.length === 0) return
  await tx
    .deleteFrom('content')
    .where('hash', 'in', hashes)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attachment').select('id').whereRef('attachment.hash', '=', 'content.hash'))),
    )
    .execute()
}
