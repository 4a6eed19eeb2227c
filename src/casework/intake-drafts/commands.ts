/**
 * The form on the site while it is filled in: kept here, encrypted, so that it works without scripts and going back loses nothing. Whoever
 * holds the cookie's token holds the form; only the token's digest is kept.
 */
import { type Context, inTransaction, type Tx, typeOf } from '#db'
import { type Attachment, bodyById, dropAttachments, insertAttachment, loadAttachmentsOf, moveAttachments, settingOf } from '#identity'
import { Failure } from '#words'
import { applicantDigest, applicantOf, type NewApplicant } from '../applicant.ts'
import { type Registered, registerFormIn } from '../cases/commands.ts'
import { loadSimilar } from '../cases/store.ts'
import type { Carrier, Delivery } from '../model.ts'
import * as store from './store.ts'

/** What has been written so far, field by field, as it was typed. */
export type Fields = Readonly<Record<string, string>>

export interface Draft {
  readonly bodyId: string
  readonly fields: Fields
  /** Must come back with every form of this draft. */
  readonly csrf: string
  readonly startedAt: Date
  readonly files: readonly Attachment[]
}

/** Whole, checked, ready to be sent. */
export interface FilledForm {
  readonly applicant: NewApplicant
  readonly carrier: Carrier
  readonly delivery: Delivery
  readonly needsHelp: string
  readonly requests: readonly { readonly title: string; readonly wanted: string }[]
}

const days = 2
export const draftFileLimit = 10 * 1024 * 1024
export const draftFileMost = 5
export const draftFileTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const

interface Kept {
  readonly fields: Fields
  readonly csrf: string
  readonly startedAt: string
}

const noun = 'intake-draft'
const expiry = (ctx: Context): Date => new Date(ctx.now().getTime() + days * 24 * 60 * 60 * 1000)
const secret = (ctx: Context): string => Buffer.from(ctx.randomBytes(32)).toString('base64url')

/** Whether a body takes requests on the site. */
export async function takesOnline(ctx: Context, bodyId: string): Promise<boolean> {
  return settingOf(ctx.db, 'applyOnline', bodyId)
}

/** Begins a form; the token for the cookie. Throws `apply-closed`, `not-found`. */
export async function beginDraft(ctx: Context, bodyId: string): Promise<string> {
  const body = await bodyById(ctx, bodyId)
  if (!body || body.endedOn !== null) throw new Failure('not-found', { what: 'body' })
  if (!(await takesOnline(ctx, bodyId))) throw new Failure('apply-closed', { body: body.name })
  const token = secret(ctx)
  const kept: Kept = { fields: {}, csrf: secret(ctx), startedAt: ctx.now().toISOString() }
  await inTransaction(ctx, (tx) =>
    store.insertDraft(tx, ctx, { tokenDigest: ctx.digest(token), bodyId, data: ctx.seal(JSON.stringify(kept)), expiresAt: expiry(ctx) }),
  )
  return token
}

/** The form as it stands; null where it was sent, expired or never was. */
export async function draftOf(ctx: Context, token: string): Promise<Draft | null> {
  const row = await store.loadDraft(ctx.db, ctx.digest(token), ctx.now())
  if (!row) return null
  const { fields, csrf, startedAt } = JSON.parse(ctx.open(row.data)) as Kept
  return {
    bodyId: row.bodyId,
    fields,
    csrf,
    startedAt: new Date(startedAt),
    files: await loadAttachmentsOf(ctx.db, noun, row.tokenDigest),
  }
}

/** Keeps what was written, whatever is still wrong with it. Throws `draft-gone`. */
export function saveDraft(ctx: Context, token: string, fields: Fields): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await locked(tx, ctx, token)
    const kept = JSON.parse(ctx.open(row.data)) as Kept
    const data = ctx.seal(JSON.stringify({ ...kept, fields: { ...kept.fields, ...fields } }))
    await store.updateDraft(tx, row.tokenDigest, data, ctx.now(), expiry(ctx))
  })
}

/** Hangs a proof of identity or a power of attorney on the form. Throws `draft-gone`, `unsupported-media`, `too-large`, `too-many-files`. */
export async function addDraftFile(ctx: Context, token: string, { name, bytes }: { name: string; bytes: Uint8Array }): Promise<void> {
  const type = await typeOf(bytes)
  if (!(draftFileTypes as readonly string[]).includes(type)) throw new Failure('file-kind', { name })
  if (bytes.byteLength > draftFileLimit) throw new Failure('file-too-large', { name, limit: draftFileLimit / 1024 / 1024 })
  const hash = await ctx.files.put(bytes)
  await inTransaction(ctx, async (tx) => {
    const row = await locked(tx, ctx, token)
    if ((await loadAttachmentsOf(tx, noun, row.tokenDigest)).length >= draftFileMost)
      throw new Failure('too-many-files', { most: draftFileMost })
    await insertAttachment(tx, {
      id: ctx.newId(),
      hash,
      name: name.slice(0, 200) || '附件',
      noun,
      nounId: row.tokenDigest,
      addedAt: ctx.now(),
      addedBy: null,
      type,
      size: bytes.byteLength,
    })
  })
}

export function dropDraftFile(ctx: Context, token: string, id: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await locked(tx, ctx, token)
    await store.deleteDraftFile(tx, row.tokenDigest, id)
  })
}

/** What the same applicant asked this body before in nearly the same words (Art. 36(6)); nobody else's requests are looked at. */
export async function ownSimilar(
  ctx: Context,
  bodyId: string,
  form: FilledForm,
): Promise<{ readonly number: string; readonly title: string; readonly submittedOn: string }[]> {
  const digest = applicantDigest(ctx, applicantOf(form.applicant, form.delivery))
  const found = await Promise.all(form.requests.map(({ title }) => loadSimilar(ctx.db, { bodyId, digest, title, except: null, limit: 5 })))
  const own = found.flat().filter(({ sameApplicant, likeness }) => sameApplicant && likeness > 0.3)
  return [...new Map(own.map(({ id, number, title, submittedOn }) => [id, { number, title, submittedOn }])).values()]
}

/** Sends the form: it becomes cases, its files hang on it, the draft is gone. Throws `draft-gone`, `wrong-field`. */
export function sendDraft(ctx: Context, token: string, form: FilledForm, origin: string): Promise<Registered> {
  return inTransaction(ctx, async (tx) => {
    const row = await locked(tx, ctx, token)
    const who = { applicant: true, personId: null, origin } as const
    const registered = await registerFormIn(tx, ctx, who, { ...form, bodyId: row.bodyId, channel: 'internet', facts: {} })
    await moveAttachments(tx, { noun, nounId: row.tokenDigest }, { noun: 'intake-form', nounId: registered.formId })
    await store.deleteDraft(tx, row.tokenDigest)
    return registered
  })
}

/** Deletes forms that nobody finished, with their files. How many. */
export async function expireDrafts(ctx: Context): Promise<number> {
  const digests = await store.expiredDrafts(ctx.db, ctx.now(), 500)
  for (const tokenDigest of digests)
    await inTransaction(ctx, async (tx) => {
      await dropAttachments(tx, noun, tokenDigest)
      await store.deleteDraft(tx, tokenDigest)
    })
  return digests.length
}

async function locked(tx: Tx, ctx: Context, token: string): Promise<store.StoredDraft> {
  const row = await store.lockDraft(tx, ctx.digest(token), ctx.now())
  if (!row) throw new Failure('draft-gone')
  return row
}
