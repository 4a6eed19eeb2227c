/**
 * The form on the site while it is filled in: kept here, encrypted, so that it works without scripts and going back loses nothing. Whoever
 * holds the cookie's token holds the form; only the token's digest is kept.
 */
import { type Context, inTransaction, type Tx, typeOf } from '#db'
import {
  type Attachment,
  bodyById,
  dropAttachments,
  insertAttachment,
  loadAttachmentsOf,
  moveAttachments,
  record,
  settingOf,
  today,
} from '#identity'
import { Failure } from '#words'
import { applicantDigest, applicantOf, type NewApplicant, openApplicant } from '../applicant.ts'
import { type Applying, registerFormIn } from '../cases/commands.ts'
import { loadForm, loadSimilar } from '../cases/store.ts'
import type { Carrier, Delivery } from '../model.ts'
import { expireVisits } from '../visits/commands.ts'
import * as store from './store.ts'

/** What has been written so far, field by field, as it was typed. */
export type Fields = Readonly<Record<string, string>>

/** What a file of the form is, and how its name begins for whoever opens the case. */
export const draftFileKinds = { proof: '身份证明', power: '授权委托书' } as const
export type DraftFileKind = keyof typeof draftFileKinds

export interface DraftFile extends Attachment {
  readonly what: DraftFileKind
}

export interface Draft {
  readonly bodyId: string
  readonly fields: Fields
  /** Must come back with every form of this draft. */
  readonly csrf: string
  readonly startedAt: Date
  readonly files: readonly DraftFile[]
  /** Two numbers that whoever sends it must add up; null where nobody is asked to. */
  readonly sum: readonly [number, number] | null
}

/** Whole, checked, ready to be sent. */
export interface FilledForm {
  readonly applicant: NewApplicant
  readonly carrier: Carrier
  readonly delivery: Delivery
  readonly needsHelp: string
  readonly requests: readonly { readonly title: string; readonly wanted: string }[]
}

/** Number and code of each case, told on the page after the sending and nowhere else. */
export interface IntakeReceipt {
  readonly bodyId: string
  readonly submittedOn: string
  readonly cases: readonly { readonly number: string; readonly code: string; readonly title: string }[]
}

const days = 2
/** Minutes for which number and code can be seen again after the sending. */
const receiptMinutes = 30
export const draftFileLimit = 10 * 1024 * 1024
export const draftFileMost = 5
export const draftFileTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const

interface Filling {
  readonly fields: Fields
  readonly csrf: string
  readonly startedAt: string
  readonly sum?: readonly [number, number]
}
/** Once it is sent, number and code are all that is left of it. */
type Kept = Filling | { readonly receipt: IntakeReceipt }

const noun = 'intake-draft'
const inMinutes = (ctx: Context, minutes: number): Date => new Date(ctx.now().getTime() + minutes * 60_000)
const expiry = (ctx: Context): Date => inMinutes(ctx, days * 24 * 60)
const secret = (ctx: Context): string => Buffer.from(ctx.randomBytes(32)).toString('base64url')
const opened = (ctx: Context, { data }: store.StoredDraft): Kept => JSON.parse(ctx.open(data)) as Kept

/** Whether a body takes requests on the site. */
export async function takesOnline(ctx: Context, bodyId: string): Promise<boolean> {
  return settingOf(ctx.db, 'applyOnline', bodyId)
}

/**
 * Begins a form to a body; the token for the cookie. What this browser has begun already goes on with everything in it, to this body.
 * Throws `apply-closed`, `not-found`.
 */
export async function beginDraft(ctx: Context, bodyId: string, token: string | null = null): Promise<string> {
  await requireOpen(ctx, bodyId)
  return inTransaction(ctx, async (tx) => {
    const row = token === null ? null : await store.lockDraft(tx, ctx.digest(token), ctx.now())
    if (token !== null && row && !('receipt' in opened(ctx, row))) {
      await store.updateDraft(tx, row.tokenDigest, { data: row.data, bodyId, at: ctx.now(), expiresAt: expiry(ctx) })
      return token
    }
    const made = secret(ctx)
    const kept: Kept = { fields: {}, csrf: secret(ctx), startedAt: ctx.now().toISOString() }
    await store.insertDraft(tx, ctx, {
      tokenDigest: ctx.digest(made),
      bodyId,
      data: ctx.seal(JSON.stringify(kept)),
      expiresAt: expiry(ctx),
    })
    return made
  })
}

/** The form as it stands; null where it was sent, expired or never was. */
export async function draftOf(ctx: Context, token: string): Promise<Draft | null> {
  const row = await store.loadDraft(ctx.db, ctx.digest(token), ctx.now())
  const kept = row && opened(ctx, row)
  if (!row || !kept || 'receipt' in kept) return null
  const files = await loadAttachmentsOf(ctx.db, noun, row.tokenDigest)
  return {
    bodyId: row.bodyId,
    fields: kept.fields,
    csrf: kept.csrf,
    startedAt: new Date(kept.startedAt),
    files: files.map((file) => ({ ...file, what: file.name.startsWith(draftFileKinds.power) ? 'power' : 'proof' })),
    sum: kept.sum ?? null,
  }
}

/** What became of the form that this browser sent; null unless that was within the last half hour. */
export async function receiptOf(ctx: Context, token: string): Promise<IntakeReceipt | null> {
  const row = await store.loadDraft(ctx.db, ctx.digest(token), ctx.now())
  const kept = row && opened(ctx, row)
  return kept && 'receipt' in kept ? kept.receipt : null
}

/** Keeps what was written, whatever is still wrong with it. Throws `draft-gone`. */
export const saveDraft = (ctx: Context, token: string, fields: Fields): Promise<void> =>
  change(ctx, token, (kept) => ({ ...kept, fields: { ...kept.fields, ...fields } }))

/** From now on a sum is asked of whoever sends the form; the same one until it is right. Throws `draft-gone`. */
export const askSum = (ctx: Context, token: string): Promise<void> =>
  change(ctx, token, (kept) => {
    const [one, other] = ctx.randomBytes(2)
    return { ...kept, sum: kept.sum ?? [1 + (one! % 9), 1 + (other! % 9)] }
  })

/** Hangs a proof of identity or a power of attorney on the form. Throws `draft-gone`, `file-kind`, `file-too-large`, `too-many-files`. */
export async function addDraftFile(
  ctx: Context,
  token: string,
  { what, name, bytes }: { readonly what: DraftFileKind; readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const type = await typeOf(bytes)
  if (!(draftFileTypes as readonly string[]).includes(type)) throw new Failure('file-kind', { name })
  if (bytes.byteLength > draftFileLimit) throw new Failure('file-too-large', { name, limit: draftFileLimit / 1024 / 1024 })
  const hash = await ctx.files.put(bytes)
  await inTransaction(ctx, async (tx) => {
    const { row } = await filling(tx, ctx, token)
    if ((await loadAttachmentsOf(tx, noun, row.tokenDigest)).length >= draftFileMost)
      throw new Failure('too-many-files', { most: draftFileMost })
    await insertAttachment(tx, {
      id: ctx.newId(),
      hash,
      name: `${draftFileKinds[what]}-${plainName(name)}`,
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
    const { row } = await filling(tx, ctx, token)
    await store.deleteDraftFile(tx, row.tokenDigest, id)
  })
}

/** How alike two titles are, of 1, to be taken for the same wish. */
const alike = 0.4

/**
 * Days on which the same applicant seems to have asked this body for much the same (Art. 36(6)), with what they ask for now. Whoever writes
 * another's identity number into a form must learn nothing of them: a case counts only where name and a way of contact are the same too,
 * and no word of it is told.
 */
export async function ownSimilar(
  ctx: Context,
  bodyId: string,
  form: FilledForm,
): Promise<{ readonly title: string; readonly submittedOn: string }[]> {
  const applicant = applicantOf(form.applicant, form.delivery)
  const digest = applicantDigest(ctx, applicant)
  const similar: { title: string; submittedOn: string }[] = []
  for (const { title } of form.requests) {
    const found = await loadSimilar(ctx.db, { bodyId, digest, title, except: null, limit: 20 })
    for (const one of found.filter(({ sameApplicant, likeness }) => sameApplicant && likeness > alike)) {
      const before = openApplicant(ctx, (await loadForm(ctx.db, one.formId))!.applicant)
      const isReached = (['phone', 'email', 'address'] as const).some((way) => applicant[way] !== '' && applicant[way] === before[way])
      if (isReached && before.name === applicant.name) similar.push({ title, submittedOn: one.submittedOn })
    }
  }
  return [...new Map(similar.map((one) => [`${one.submittedOn} ${one.title}`, one])).values()]
}

/**
 * Sends the form: it becomes cases, its files hang on it, and number and code are left of the draft for half an hour. Sent again, it is the
 * same receipt. Throws `draft-gone`, `apply-closed`, `wrong-field`.
 */
export async function sendDraft(ctx: Context, token: string, form: FilledForm, origin: string): Promise<IntakeReceipt> {
  return inTransaction(ctx, async (tx) => {
    const row = await store.lockDraft(tx, ctx.digest(token), ctx.now())
    if (!row) throw new Failure('draft-gone')
    const kept = opened(ctx, row)
    if ('receipt' in kept) return kept.receipt
    await requireOpen({ ...ctx, db: tx }, row.bodyId)
    const who: Applying = { applicant: true, personId: null, origin }
    const { formId, cases } = await registerFormIn(tx, ctx, who, { ...form, bodyId: row.bodyId, channel: 'internet', facts: {} })
    const files = await loadAttachmentsOf(tx, noun, row.tokenDigest)
    await moveAttachments(tx, { noun, nounId: row.tokenDigest }, { noun: 'intake-form', nounId: formId })
    for (const { id, name, hash, type, size } of files)
      await record(tx, ctx, who, {
        kind: 'attachment.added',
        noun: 'request',
        nounId: cases[0]!.id,
        bodyId: row.bodyId,
        detail: { on: 'intake-form', onId: formId, file: id, name, hash, type, size },
      })
    const receipt: IntakeReceipt = {
      bodyId: row.bodyId,
      submittedOn: today(ctx),
      cases: cases.map(({ number, code }, index) => ({ number, code, title: form.requests[index]!.title })),
    }
    const left: Kept = { receipt }
    await store.updateDraft(tx, row.tokenDigest, {
      data: ctx.seal(JSON.stringify(left)),
      bodyId: row.bodyId,
      at: ctx.now(),
      expiresAt: inMinutes(ctx, receiptMinutes),
    })
    return receipt
  })
}

/** Forgets the form of this browser, or its receipt, with the files in it. */
export const endDraft = (ctx: Context, token: string): Promise<void> => inTransaction(ctx, (tx) => forget(tx, ctx.digest(token)))

/** Forgets forms that nobody finished, with their files, receipts, and visits that are over. How many forms. For jobs, every hour. */
export async function expireDrafts(ctx: Context): Promise<number> {
  const digests = await store.expiredDrafts(ctx.db, ctx.now(), 500)
  for (const tokenDigest of digests) await inTransaction(ctx, (tx) => forget(tx, tokenDigest))
  await expireVisits(ctx)
  return digests.length
}

async function forget(tx: Tx, tokenDigest: string): Promise<void> {
  await dropAttachments(tx, noun, tokenDigest)
  await store.deleteDraft(tx, tokenDigest)
}

/** As it stands at the end of a path, without control characters, and short; its ending is kept. */
export function plainName(given: string): string {
  const name = given
    .split(/[\\/]/)
    .at(-1)!
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return ([...name.slice(0, name.length - ending.length)].slice(0, 100).join('') || '附件') + ending
}

async function requireOpen(ctx: Context, bodyId: string): Promise<void> {
  const body = await bodyById(ctx, bodyId)
  if (!body || (body.endedOn !== null && body.endedOn <= today(ctx))) throw new Failure('not-found', { what: 'body' })
  if (!(await takesOnline(ctx, bodyId))) throw new Failure('apply-closed', { body: body.name })
}

const change = (ctx: Context, token: string, how: (kept: Filling) => Filling): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { row, kept } = await filling(tx, ctx, token)
    const data = ctx.seal(JSON.stringify(how(kept)))
    await store.updateDraft(tx, row.tokenDigest, { data, bodyId: row.bodyId, at: ctx.now(), expiresAt: expiry(ctx) })
  })

/** A form not sent yet, locked. Throws `draft-gone`. */
async function filling(tx: Tx, ctx: Context, token: string): Promise<{ row: store.StoredDraft; kept: Filling }> {
  const row = await store.lockDraft(tx, ctx.digest(token), ctx.now())
  const kept = row && opened(ctx, row)
  if (!row || !kept || 'receipt' in kept) throw new Failure('draft-gone')
  return { row, kept }
}
