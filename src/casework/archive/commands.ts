/** 归档: a case as one PDF with an index and as JSON, exported or kept. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction } from '#db'
import { type Actor, allow, insertAttachment, type Post, record, targetOf } from '#identity'
import { renderBundle } from '#render'
import { Failure } from '#words'
import { performIn } from '../cases/commands.ts'
import { lockRequest, type StoredRequest } from '../cases/store.ts'
import { bundleOf } from './papers.ts'
import { recordOf, requestAt } from './record.ts'

export interface ArchiveFile {
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** Noun of the archives that are kept of a case. */
const kept = 'archive'

/**
 * The whole case: one PDF with an index, and its JSON. Masked unless `unmasked`, which needs its own permission and is recorded. Throws
 * `not-found`, `not-allowed`.
 */
export async function exportCase(
  ctx: Context,
  actor: Actor,
  id: string,
  { unmasked = false }: { readonly unmasked?: boolean } = {},
): Promise<{ pdf: ArchiveFile; json: ArchiveFile }> {
  const { request, post } = await readable(ctx, actor, id, unmasked)
  const made = await make(ctx, request, unmasked)
  await noted(ctx, actor, request, post, unmasked)
  return made
}

/** One of the two. Throws as `exportCase`. */
export async function archiveOf(
  ctx: Context,
  actor: Actor,
  id: string,
  { format = 'pdf', unmasked = false }: { readonly format?: 'pdf' | 'json'; readonly unmasked?: boolean } = {},
): Promise<ArchiveFile> {
  const { request, post } = await readable(ctx, actor, id, unmasked)
  const caseRecord = await recordOf(ctx, request, { unmasked })
  const file = format === 'json' ? jsonOf(caseRecord) : await pdfOf(ctx, caseRecord)
  await noted(ctx, actor, request, post, unmasked)
  return file
}

/**
 * Closes the file of a case: PDF and JSON are kept as they are now, masked, and the hash of the JSON stands in the event. Throws `not-found`,
 * `case-hand`, `case-state`, `case-guard`, `not-allowed`; `case-moved` where something happened to the case meanwhile.
 */
export async function archiveCase(ctx: Context, actor: Actor, id: string): Promise<{ hash: string }> {
  const { request } = await readable(ctx, actor, id, false)
  const { pdf, json } = await make(ctx, request, false)
  // Safe on disk before the rows that name them.
  const files = [
    { ...pdf, hash: await ctx.files.put(pdf.bytes) },
    { ...json, hash: await ctx.files.put(json.bytes) },
  ]
  const hash = createHash('sha256').update(json.bytes).digest('hex')
  await inTransaction(ctx, async (tx) => {
    const now = await lockRequest(tx, id)
    if (now?.events !== request.events) throw new Failure('case-moved')
    await performIn(tx, ctx, actor, id, 'archive', { hash })
    for (const { name, type, bytes, hash: of } of files) {
      const row = { id: ctx.newId(), hash: of, name, type, size: bytes.byteLength, noun: kept, nounId: id }
      await insertAttachment(tx, { ...row, addedAt: ctx.now(), addedBy: actor.personId })
    }
  })
  return { hash }
}

async function readable(ctx: Context, actor: Actor, id: string, unmasked: boolean): Promise<{ request: StoredRequest; post: Post | null }> {
  const request = await requestAt(ctx, id)
  if (!request) throw new Failure('not-found', { what: 'request' })
  const target = await targetOf(ctx.db, request.bodyId)
  const post = allow(actor, 'see', 'request', target)
  return { request, post: unmasked ? allow(actor, 'unmask', 'request', target) : post }
}

async function make(ctx: Context, request: StoredRequest, unmasked: boolean): Promise<{ pdf: ArchiveFile; json: ArchiveFile }> {
  const caseRecord = await recordOf(ctx, request, { unmasked })
  return { pdf: await pdfOf(ctx, caseRecord), json: jsonOf(caseRecord) }
}

type Recorded = Awaited<ReturnType<typeof recordOf>>

const jsonOf = (caseRecord: Recorded): ArchiveFile => ({
  name: `案卷-${caseRecord.number}.json`,
  type: 'application/json',
  bytes: new TextEncoder().encode(`${JSON.stringify(caseRecord, null, 1)}\n`),
})

const pdfOf = async (ctx: Context, caseRecord: Recorded): Promise<ArchiveFile> => ({
  name: `案卷-${caseRecord.number}.pdf`,
  type: 'application/pdf',
  bytes: await renderBundle(await bundleOf(ctx, caseRecord), ctx.fontsFolder === undefined ? {} : { fontsFolder: ctx.fontsFolder }),
})

/** Who took the whole file out of the house is written down; who saw full numbers, too. */
async function noted(ctx: Context, actor: Actor, request: StoredRequest, post: Post | null, unmasked: boolean): Promise<void> {
  const about = { noun: 'request', nounId: request.id, bodyId: request.bodyId, onBehalfOf: post?.onBehalfOf ?? null }
  await inTransaction(ctx, async (tx) => {
    await record(tx, ctx, actor, { kind: 'request.filed', ...about, detail: { number: request.number } })
    if (unmasked) await record(tx, ctx, actor, { kind: 'request.unmasked', ...about, detail: { number: request.number } })
  })
}
