/** Visits of applicants to their cases, in the database: found by the digest of a cookie. */
import type { Reader, Tx } from '#db'

export async function insertVisit(
  tx: Tx,
  { tokenDigest, requestId, at }: { readonly tokenDigest: string; readonly requestId: string; readonly at: Date },
): Promise<void> {
  await tx.insertInto('case_visit').values({ token_digest: tokenDigest, request_id: requestId, started_at: at, seen_at: at }).execute()
}

/** The visit, if anything of it was seen after an instant. */
export const loadVisit = (reader: Reader, tokenDigest: string, since: Date): Promise<{ requestId: string; seenAt: Date } | undefined> =>
  reader
    .selectFrom('case_visit')
    .select(['request_id as requestId', 'seen_at as seenAt'])
    .where('token_digest', '=', tokenDigest)
    .where('seen_at', '>', since)
    .executeTakeFirst()

export async function seeVisit(reader: Reader, tokenDigest: string, at: Date): Promise<void> {
  await reader.updateTable('case_visit').set({ seen_at: at }).where('token_digest', '=', tokenDigest).execute()
}

export async function deleteVisit(reader: Reader, tokenDigest: string): Promise<void> {
  await reader.deleteFrom('case_visit').where('token_digest', '=', tokenDigest).execute()
}

export async function deleteVisitsBefore(reader: Reader, since: Date): Promise<void> {
  await reader.deleteFrom('case_visit').where('seen_at', '<=', since).execute()
}
