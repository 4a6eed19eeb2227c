/** Blacking out parts of a document: begun, marked, proved. Four eyes come with the letter that carries the result. */
import { type Context, inTransaction, type Tx } from '#db'
import { type Actor, allow, insertAttachment, loadAttachment, record, targetOf } from '#identity'
import { type Mark, type Proof, redact } from '#redact'
import { Failure } from '#words'
import { bytesOf, engine, pagesOf } from './document.ts'
import { type GroundId, grounds } from './grounds.ts'
import { type GroundedMark, mostMarks, type Redaction, type RedactionDetail } from './model.ts'
import { detailOf } from './queries.ts'
import * as store from './store.ts'

export interface NewRedaction {
  readonly requestId: string
  /** An attachment of the case. */
  readonly fileId: string
  /** A redaction of the same document whose marks it begins with. */
  readonly likeId?: string
}

/** Begins to black out a file of a case. Throws `not-found`, `not-allowed`, `redaction-refused` for what is no PDF or cannot be read. */
export async function startRedaction(ctx: Context, actor: Actor, { requestId, fileId, likeId }: NewRedaction): Promise<RedactionDetail> {
  const request = await store.loadRequestOf(ctx.db, requestId)
  if (!request) throw new Failure('not-found', { what: 'request' })
  const target = await targetOf(ctx.db, request.bodyId)
  allow(actor, 'make', 'redaction', target)
  const file = await loadAttachment(ctx.db, fileId)
  if (file?.noun !== 'request' || file.nounId !== requestId) throw new Failure('not-found', { what: 'attachment' })
  const like = likeId === undefined ? null : await store.loadRedaction(ctx.db, likeId)
  if (likeId !== undefined && (like?.requestId !== requestId || like.source.hash !== file.hash))
    throw new Failure('not-found', { what: 'redaction' })
  await pagesOf(file.hash, () => bytesOf(ctx, { source: file }))
  const id = ctx.newId()
  await inTransaction(ctx, async (tx) => {
    const post = allow(actor, 'make', 'redaction', target)
    await store.insertRedaction(tx, {
      id,
      requestId,
      sourceId: file.id,
      marks: like?.marks ?? [],
      madeBy: actor.personId,
      madeAt: ctx.now(),
    })
    await record(tx, ctx, actor, {
      kind: 'redaction.started',
      noun: 'redaction',
      nounId: id,
      bodyId: request.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { number: request.number, requestId, file: file.name, source: file.hash, like: likeId ?? null },
    })
  })
  return detailOf(ctx, actor, id)
}

/** Saves the marks, all of them. Throws `redaction-changed` where somebody saved since `edition`, `redaction-closed`, `redaction-mark-wrong`, `not-allowed`. */
export async function markRedaction(
  ctx: Context,
  actor: Actor,
  id: string,
  { marks, edition }: { readonly marks: readonly GroundedMark[]; readonly edition: number },
): Promise<RedactionDetail> {
  const found = await store.loadRedaction(ctx.db, id)
  if (!found) throw new Failure('not-found', { what: 'redaction' })
  allow(actor, 'make', 'redaction', await targetOf(ctx.db, found.bodyId))
  const pages = await pagesOf(found.source.hash, () => bytesOf(ctx, found))
  const tidy = marks.map((mark, index) => tidied(mark, index, pages.length))
  if (tidy.length > mostMarks) throw new Failure('redaction-mark-wrong', { number: mostMarks + 1 })
  await inTransaction(ctx, async (tx) => {
    const { redaction, onBehalfOf } = await held(tx, actor, id, edition)
    await store.keepMarks(tx, id, tidy, redaction.edition + 1)
    await record(tx, ctx, actor, {
      kind: 'redaction.marked',
      noun: 'redaction',
      nounId: id,
      bodyId: redaction.bodyId,
      onBehalfOf,
      detail: { requestId: redaction.requestId, edition: redaction.edition + 1, marks: tidy.length, grounds: countedBy(tidy) },
    })
  })
  return detailOf(ctx, actor, id)
}

export interface ProvedRedaction {
  readonly redaction: RedactionDetail
  /** Where not empty and not agreed to, no file was made: words under a mark stand elsewhere unmarked. */
  readonly leftovers: Proof['leftovers']
}

/**
 * Makes the file and proves it. Only what is proved is kept. Words under a mark that stand elsewhere unmarked hold it up until somebody says
 * that they may be read there (`leaveRest`). Throws `redaction-unproved`, `redaction-unmarked`, `redaction-closed`, `redaction-changed`,
 * `redaction-refused`, `not-allowed`.
 */
export async function proveRedaction(
  ctx: Context,
  actor: Actor,
  id: string,
  { edition, leaveRest = false }: { readonly edition: number; readonly leaveRest?: boolean },
): Promise<ProvedRedaction> {
  const found = await store.loadRedaction(ctx.db, id)
  if (!found) throw new Failure('not-found', { what: 'redaction' })
  allow(actor, 'make', 'redaction', await targetOf(ctx.db, found.bodyId))
  mustBeDraft(found, edition)
  if (found.marks.length === 0) throw new Failure('redaction-unmarked')
  const source = await bytesOf(ctx, found)
  const { pdf, proof } = await engine(() => redact(source, found.marks.map(stamped)))
  if (!proof.passed) {
    const what = proof.checks.filter(({ passed }) => !passed).map((check) => check.id)
    await inTransaction(ctx, (tx) => recordProof(tx, ctx, actor, found, 'redaction.unproved', { proof, what }))
    throw new Failure('redaction-unproved', { what: what.join(' ') })
  }
  if (proof.leftovers.length > 0 && !leaveRest) return { redaction: await detailOf(ctx, actor, id), leftovers: proof.leftovers }
  const hash = await ctx.files.put(pdf)
  await inTransaction(ctx, async (tx) => {
    const { redaction } = await held(tx, actor, id, edition)
    const resultId = ctx.newId()
    await insertAttachment(tx, {
      id: resultId,
      hash,
      name: resultName(redaction.source.name),
      noun: 'redaction',
      nounId: id,
      addedAt: ctx.now(),
      addedBy: actor.personId,
      type: 'application/pdf',
      size: pdf.byteLength,
    })
    await store.keepResult(tx, id, resultId, proof)
    await recordProof(tx, ctx, actor, redaction, 'redaction.proved', {
      proof,
      resultId,
      leaveRest: leaveRest && proof.leftovers.length > 0,
    })
  })
  return { redaction: await detailOf(ctx, actor, id), leftovers: proof.leftovers }
}

/** Gives a draft up. A proved one stays: a letter may carry it. Throws `not-found`, `redaction-closed`, `not-allowed`. */
export async function discardRedaction(ctx: Context, actor: Actor, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { redaction, onBehalfOf } = await held(tx, actor, id)
    await store.markDiscarded(tx, id)
    await record(tx, ctx, actor, {
      kind: 'redaction.discarded',
      noun: 'redaction',
      nounId: id,
      bodyId: redaction.bodyId,
      onBehalfOf,
      detail: { requestId: redaction.requestId, marks: redaction.marks.length },
    })
  })
}

/** The draft, held, and for whom the actor acts. */
async function held(tx: Tx, actor: Actor, id: string, edition?: number): Promise<{ redaction: Redaction; onBehalfOf: string | null }> {
  const redaction = await store.lockRedaction(tx, id)
  if (!redaction) throw new Failure('not-found', { what: 'redaction' })
  const post = allow(actor, 'make', 'redaction', await targetOf(tx, redaction.bodyId))
  mustBeDraft(redaction, edition)
  return { redaction, onBehalfOf: post?.onBehalfOf ?? null }
}

function mustBeDraft(redaction: Redaction, edition?: number): void {
  if (redaction.state !== 'draft') throw new Failure('redaction-closed')
  if (edition !== undefined && edition !== redaction.edition) throw new Failure('redaction-changed')
}

async function recordProof(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  redaction: Redaction,
  kind: 'redaction.proved' | 'redaction.unproved',
  { proof, ...more }: { readonly proof: Proof } & Readonly<Record<string, unknown>>,
): Promise<void> {
  const post = allow(actor, 'make', 'redaction', await targetOf(tx, redaction.bodyId))
  await record(tx, ctx, actor, {
    kind,
    noun: 'redaction',
    nounId: redaction.id,
    bodyId: redaction.bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: {
      requestId: redaction.requestId,
      source: proof.source,
      result: proof.result,
      pages: proof.pages,
      marks: proof.marks,
      grounds: countedBy(redaction.marks),
      leftovers: proof.leftovers.length,
      ...more,
    },
  })
}

const stamped = ({ ground, ...area }: GroundedMark): Mark => ({ area, ground: grounds[ground].stamp })

/** Kept to the page; a mark with no extent, or on no page, is nobody's intention. */
function tidied({ page, ground, ...box }: GroundedMark, index: number, pages: number): GroundedMark {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)]
  const [width, height] = [Math.min(1, box.x + box.width) - x, Math.min(1, box.y + box.height) - y]
  if (!(ground in grounds) || !Number.isInteger(page) || page < 0 || page >= pages || !(width > 0) || !(height > 0))
    throw new Failure('redaction-mark-wrong', { number: index + 1 })
  return { page, x, y, width, height, ground }
}

function countedBy(marks: readonly GroundedMark[]): Partial<Record<GroundId, number>> {
  const counts: Partial<Record<GroundId, number>> = {}
  for (const { ground } of marks) counts[ground] = (counts[ground] ?? 0) + 1
  return counts
}

const resultName = (source: string): string => `${source.replace(/\.pdf$/i, '').slice(0, 240)}（遮盖）.pdf`
