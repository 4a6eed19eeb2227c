/** An applicant's visit to their case: opened by number and code, over after half an hour without a page. */
import { type Context, inTransaction } from '#db'
import { caseByCode } from '../cases/applicant.ts'
import * as store from './store.ts'

/** Milliseconds without a page after which a visit is over, and after which the next page is written down as seen. */
const idle = 1_800_000
const seenEvery = 60_000

/** A token for the browser's cookie, of which only the digest is kept; null where number and code do not fit each other. */
export async function openVisit(ctx: Context, number: string, code: string): Promise<string | null> {
  const requestId = await caseByCode(ctx, number, code)
  if (requestId === null) return null
  const token = Buffer.from(ctx.randomBytes(32)).toString('base64url')
  await inTransaction(ctx, (tx) => store.insertVisit(tx, { tokenDigest: digestOf(ctx, token), requestId, at: ctx.now() }))
  return token
}

/** Id of the case a visit is to; null where the visit is over. A page seen makes it last. */
export async function visitedCase(ctx: Context, token: string): Promise<string | null> {
  const now = ctx.now().getTime()
  const visit = await store.loadVisit(ctx.db, digestOf(ctx, token), new Date(now - idle))
  if (!visit) return null
  if (now - visit.seenAt.getTime() > seenEvery) await store.seeVisit(ctx.db, digestOf(ctx, token), ctx.now())
  return visit.requestId
}

export const endVisit = (ctx: Context, token: string): Promise<void> => store.deleteVisit(ctx.db, digestOf(ctx, token))

/** Forgets visits that are over. */
export const expireVisits = (ctx: Context): Promise<void> => store.deleteVisitsBefore(ctx.db, new Date(ctx.now().getTime() - idle))

const digestOf = (ctx: Context, token: string): string => ctx.digest(`case-visit:${token}`)
