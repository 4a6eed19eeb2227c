/** The reports of a finished year: drafted, looked at, approved, filed, cleared, published, as people would. */
import type { Context } from '#db'
import { beginReport, clearReport, editReport, fileReport, publishReport, reportAt, submitReport } from '#filing'
import { type Actor, decide, signOffsOf } from '#identity'

export interface Signers {
  readonly slug: string
  readonly clerk: Actor
  readonly officer: Actor
  readonly leader: Actor
}

/** Publishes the report of a body on a year. `until` stops it earlier. */
export async function makeReport(
  ctx: Context,
  { slug, clerk, officer, leader }: Signers,
  higher: Actor,
  year: number,
  until: 'drafting' | 'filed' | 'published' = 'published',
): Promise<string> {
  const { id } = await beginReport(ctx, clerk, { body: slug, year })
  if (until === 'drafting') return id
  const begun = await reportAt(ctx, clerk, id)
  // What the first draft leaves to people.
  const chapters = Object.fromEntries(
    Object.entries(begun.draft.chapters).flatMap(([number, text]) =>
      text.includes('【')
        ? [[number, text.replaceAll(/【[^】]*】/g, `${year}年自查，部分栏目更新不够及时，已明确由办公室逐月核对。`)]]
        : [],
    ),
  )
  const { doubts, edition } =
    Object.keys(chapters).length > 0 ? await editReport(ctx, clerk, id, { edition: begun.edition, chapters }) : begun
  const confirmed = Object.fromEntries(doubts.flatMap(({ key, severity }) => (severity === 'warning' ? [[key, '核对过，属实']] : [])))
  if (Object.keys(confirmed).length > 0) await editReport(ctx, clerk, id, { edition, confirmed })
  await submitReport(ctx, clerk, id)
  for (const hand of [officer, leader]) {
    const { items } = await signOffsOf(ctx, hand, { state: 'open' })
    const waiting = items.find(({ noun, nounId }) => noun === 'annual-report' && nounId === id)!
    await decide(ctx, hand, waiting.id, { decision: 'approved', contentHash: waiting.contentHash })
  }
  await fileReport(ctx, clerk, id)
  if (until === 'filed') return id
  // The office that clears is not its own judge: it publishes without.
  if (!higher.posts.some(({ bodyId }) => bodyId === begun.body.id)) await clearReport(ctx, higher, id)
  await publishReport(ctx, clerk, id)
  return id
}
