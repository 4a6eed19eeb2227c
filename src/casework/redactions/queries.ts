/** Redactions as they are seen: the marks, the pages, the words to click. */
import type { Context } from '#db'
import { type Actor, allow, loadAttachment, may, targetOf } from '#identity'
import { type Found, findPatterns, type Pattern, renderPage, type Word, wordsOf } from '#redact'
import { Failure } from '#words'
import { bytesOf, engine, pagesOf } from './document.ts'
import type { Redaction, RedactionDetail } from './model.ts'
import { loadRedaction, loadRedactionsOf, loadRequestOf } from './store.ts'

/** A redaction with the sizes of its pages. Throws `not-found`, `not-allowed`. */
export const redactionAt = (ctx: Context, actor: Actor, id: string): Promise<RedactionDetail> => detailOf(ctx, actor, id)

/** Of a case, the newest first. Throws `not-found`, `not-allowed`. */
export async function redactionsOf(ctx: Context, actor: Actor, requestId: string): Promise<Redaction[]> {
  const request = await loadRequestOf(ctx.db, requestId)
  if (!request) throw new Failure('not-found', { what: 'request' })
  allow(actor, 'see', 'redaction', await targetOf(ctx.db, request.bodyId))
  return loadRedactionsOf(ctx.db, requestId)
}

export async function detailOf(ctx: Context, actor: Actor, id: string): Promise<RedactionDetail> {
  const found = await seen(ctx, actor, id)
  const pages = await pagesOf(found.source.hash, () => bytesOf(ctx, found))
  const mayMake = found.state === 'draft' && may(actor, 'make', 'redaction', await targetOf(ctx.db, found.bodyId))
  return { ...found, pages, mayMake }
}

/** Which of its two files is looked at: what came in, or what may go out. */
export type Side = 'source' | 'result'

/** A page as a PNG. Throws `not-found`, `not-allowed`, `redaction-refused`. */
export async function redactionPage(
  ctx: Context,
  actor: Actor,
  id: string,
  { page, width, side = 'source' }: { readonly page: number; readonly width: number; readonly side?: Side },
): Promise<Uint8Array> {
  const found = await seen(ctx, actor, id)
  const hash = side === 'source' ? found.source.hash : found.result?.hash
  if (hash === undefined) throw new Failure('not-found', { what: 'attachment' })
  const bytes = () => bytesOf(ctx, { source: { ...found.source, hash } })
  mustHave(await pagesOf(hash, bytes), page)
  return drawn(`${hash} ${page} ${width}`, async () => engine(async () => renderPage(await bytes(), page, width)))
}

/** The words of a page with their boxes; none of a scan. Throws `not-found`, `not-allowed`, `redaction-refused`. */
export async function redactionWordsOf(ctx: Context, actor: Actor, id: string, page: number): Promise<readonly Word[]> {
  const found = await seen(ctx, actor, id)
  mustHave(await pagesOf(found.source.hash, () => bytesOf(ctx, found)), page)
  return engine(async () => wordsOf(await bytesOf(ctx, found), page))
}

/** Where patterns stand in the document. Throws `not-found`, `not-allowed`, `redaction-refused`. */
export async function findToRedact(ctx: Context, actor: Actor, id: string, patterns: readonly Pattern[]): Promise<readonly Found[]> {
  const found = await seen(ctx, actor, id)
  return engine(async () => findPatterns(await bytesOf(ctx, found), patterns))
}

/** The file that may be given, once proved. Throws `not-found`, `not-allowed`. */
export async function redactedFile(ctx: Context, actor: Actor, id: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const found = await seen(ctx, actor, id)
  const file = found.result && (await loadAttachment(ctx.db, found.result.id))
  const bytes = file && (await ctx.files.get(file.hash))
  if (!file || !bytes) throw new Failure('not-found', { what: 'attachment' })
  return { name: file.name, bytes }
}

async function seen(ctx: Context, actor: Actor, id: string): Promise<Redaction> {
  const found = await loadRedaction(ctx.db, id)
  if (!found) throw new Failure('not-found', { what: 'redaction' })
  allow(actor, 'see', 'redaction', await targetOf(ctx.db, found.bodyId))
  return found
}

function mustHave(pages: readonly unknown[], page: number): void {
  if (page < 0 || page >= pages.length) throw new Failure('not-found', { what: 'redaction' })
}

const pictures = new Map<string, Uint8Array>()
let pictureBytes = 0
/** Bytes of pages kept drawn: about a hundred. Which file they are of is asked anew each time. */
const mostBytes = 48 * 1024 * 1024

/** A page drawn once for its file and width; the one not asked for longest goes first. */
async function drawn(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = pictures.get(key)
  if (known) {
    pictures.delete(key)
    pictures.set(key, known)
    return known
  }
  const made = await draw()
  if (pictures.has(key)) return made
  pictures.set(key, made)
  pictureBytes += made.byteLength
  for (const [oldest, bytes] of pictures) {
    if (pictureBytes <= mostBytes || oldest === key) break
    pictures.delete(oldest)
    pictureBytes -= bytes.byteLength
  }
  return made
}
