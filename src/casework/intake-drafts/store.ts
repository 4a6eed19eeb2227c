/** Unfinished forms in the database, encrypted. */
import type { Context, Reader, Tx } from '#db'

export interface StoredDraft {
  readonly tokenDigest: string
  readonly bodyId: string
  /** Sealed JSON. */
  readonly data: string
  readonly expiresAt: Date
}

export async function insertDraft(tx: Tx, ctx: Context, row: StoredDraft): Promise<void> {
  await tx
    .insertInto('intake_draft')
    .values({
      token_digest: row.tokenDigest,
      body_id: row.bodyId,
      data: row.data,
      started_at: ctx.now(),
      changed_at: ctx.now(),
      expires_at: row.expiresAt,
    })
    .execute()
}

export async function loadDraft(reader: Reader, tokenDigest: string, now: Date): Promise<StoredDraft | null> {
  const row = await reader
    .selectFrom('intake_draft')
    .select(['token_digest as tokenDigest', 'body_id as bodyId', 'data', 'expires_at as expiresAt'])
    .where('token_digest', '=', tokenDigest)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Locked, so that a form sent twice becomes one request. */
export async function lockDraft(tx: Tx, tokenDigest: string, now: Date): Promise<StoredDraft | null> {
  const row = await tx
    .selectFrom('intake_draft')
    .select(['token_digest as tokenDigest', 'body_id as bodyId', 'data', 'expires_at as expiresAt'])
    .where('token_digest', '=', tokenDigest)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function updateDraft(
  tx: Tx,
  tokenDigest: string,
  { data, bodyId, at, expiresAt }: { readonly data: string; readonly bodyId: string; readonly at: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable('intake_draft')
    .set({ data, body_id: bodyId, changed_at: at, expires_at: expiresAt })
    .where('token_digest', '=', tokenDigest)
    .execute()
}

export async function deleteDraft(tx: Tx, tokenDigest: string): Promise<void> {
  await tx.deleteFrom('intake_draft').where('token_digest', '=', tokenDigest).execute()
}

export async function expiredDrafts(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader.selectFrom('intake_draft').select('token_digest').where('expires_at', '<=', now).limit(limit).execute()
  return rows.map(({ token_digest }) => token_digest)
}

/** One file of a draft taken off it; its bytes are forgotten where they hang nowhere else. */
export async function deleteDraftFile(tx: Tx, tokenDigest: string, id: string): Promise<void> {
  const gone = await tx
    .deleteFrom('attachment')
    .where('id', '=', id)
    .where('noun', '=', 'intake-draft')
    .where('noun_id', '=', tokenDigest)
    .returning('hash')
    .executeTakeFirst()
  if (!gone) return
  await tx
    .deleteFrom('content')
    .where('hash', '=', gone.hash)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attachment').select('id').whereRef('attachment.hash', '=', 'content.hash'))),
    )
    .execute()
}
