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
