/** Letters as they are seen: what they hold, what they lack, who reviews them, how they may leave, what one may do with them. */
import type { Context, Reader } from '#db'
import {
  type Actor,
  type Attachment,
  allow,
  lastSignOffsOf,
  loadAttachment,
  loadAttachmentsOf,
  may,
  type Role,
  type SignOffState,
  settingOf,
  targetOf,
} from '#identity'
import { Failure } from '#words'
import { loadRequest } from '../cases/store.ts'
import type { Delivery } from '../model.ts'
import { type LetterContent, missingParts } from './compose.ts'
import { type LetterKind, type LetterPart, letterKinds } from './kinds.ts'
import { fits, type LetterVerbName } from './machine.ts'
import { type File, printed, setInPrint } from './paper.ts'
import * as store from './store.ts'

/** What a person may do with a letter; the others follow from these. */
export const letterActs = ['edit', 'review', 'cancel', 'send', 'serve', 'undelivered'] as const satisfies readonly LetterVerbName[]
export type LetterAct = (typeof letterActs)[number]

export interface LetterFile {
  readonly id: string
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly size: number
  readonly what: 'docx' | 'pdf' | 'enclosure' | 'proof'
}

export interface LetterDetail extends Omit<store.StoredLetter, 'content'> {
  readonly content: LetterContent
  readonly cases: readonly store.LetterCase[]
  /** Cancelled after it took a number: 作废. */
  readonly voided: boolean
  /** What happens to each case when it is sent. */
  readonly data: Readonly<Record<string, unknown>>
  readonly files: readonly LetterFile[]
  /** Parts still to be written; number and date come with approval. */
  readonly missing: readonly LetterPart[]
  readonly signOff: { readonly id: string; readonly state: SignOffState } | null
  readonly steps: readonly Role[]
  readonly methods: readonly store.Method[]
  readonly may: readonly LetterAct[]
}

/** A letter. Throws `not-found`, `not-allowed`. */
export async function letterAt(ctx: Context, actor: Actor, id: string): Promise<LetterDetail> {
  const letter = await store.loadLetter(ctx.db, id)
  if (!letter) throw new Failure('not-found', { what: 'letter' })
  allow(actor, 'see', 'letter', await targetOf(ctx.db, letter.bodyId))
  return detailOf(ctx.db, actor, letter)
}

/** Letters of a case, the oldest first. Throws `not-found`, `not-allowed`. */
export async function lettersOf(ctx: Context, actor: Actor, requestId: string): Promise<LetterDetail[]> {
  const request = await loadRequest(ctx.db, requestId)
  if (!request) throw new Failure('not-found', { what: 'request' })
  allow(actor, 'see', 'letter', await targetOf(ctx.db, request.bodyId))
  const found: LetterDetail[] = []
  for (const letter of await store.loadLettersOf(ctx.db, requestId)) found.push(await detailOf(ctx.db, actor, letter))
  return found
}

/** The letter as it was approved, or as the draft will look. Throws `not-found`, `not-allowed`. */
export async function letterFile(ctx: Context, actor: Actor, id: string, format: 'docx' | 'pdf'): Promise<File> {
  await letterAt(ctx, actor, id)
  const kept = (await loadAttachmentsOf(ctx.db, printed, id)).find(({ type }) => formatOf(type) === format)
  if (kept) return bytesOf(ctx, kept)
  return setInPrint(ctx, (await store.loadLetter(ctx.db, id))!, format)
}

/** A file that goes with the letter or proves its service. Throws `not-found`, `not-allowed`. */
export async function letterPartFile(ctx: Context, actor: Actor, id: string, fileId: string): Promise<File> {
  const { files } = await letterAt(ctx, actor, id)
  const kept = files.some((file) => file.id === fileId) ? await loadAttachment(ctx.db, fileId) : null
  if (!kept) throw new Failure('not-found', { what: 'attachment' })
  return bytesOf(ctx, kept)
}

/** The bytes of a file that hangs on something. Throws `not-found` where they are gone. */
export async function bytesOf(ctx: Context, { name, type, hash }: Pick<Attachment, 'name' | 'type' | 'hash'>): Promise<File> {
  const bytes = await ctx.files.get(hash)
  if (!bytes) throw new Failure('not-found', { what: 'attachment' })
  return { name, type, bytes }
}

export async function detailOf(reader: Reader, actor: Actor, letter: store.StoredLetter): Promise<LetterDetail> {
  const kind = letterKinds[letter.kind]
  const cases = await store.loadLetterCases(reader, [letter.id])
  const content = letter.content as LetterContent
  const delivery = await deliveryOf(reader, kind, cases)
  const online = await settingOf(reader, 'onlineReconsideration', letter.bodyId)
  return {
    ...letter,
    content,
    cases,
    voided: letter.state === 'cancelled' && letter.number !== null,
    data: cases[0]?.eventData ?? {},
    files: await filesOf(reader, letter),
    missing: stillMissing(kind, content, delivery),
    signOff: (await lastSignOffsOf(reader, 'letter', [letter.id])).get(letter.id) ?? null,
    steps: await stepsOf(reader, kind, letter.bodyId),
    methods: methodsOf(kind, { delivery, online }),
    may: letterActs.filter((act) => {
      const verb = act === 'edit' || act === 'review' || act === 'cancel' ? 'draft' : 'send'
      return fits(act, letter.state) && may(actor, verb, 'letter', { bodyId: letter.bodyId })
    }),
  }
}

/** Parts that approval itself brings. */
const byApproval: readonly LetterPart[] = ['number', 'seal-date']

/** Parts that are to be written and are not; `delivery` is how the letter leaves, or how its applicant wants it. */
export const stillMissing = (kind: LetterKind, content: LetterContent, delivery: Delivery | null): LetterPart[] =>
  missingParts(kind.id, content, delivery).filter((part) => !byApproval.includes(part))

/** How the applicant wants it; null of what goes to somebody else, and where several cases want it in different ways. */
export async function deliveryOf(
  reader: Reader,
  kind: LetterKind,
  cases: readonly { readonly requestId: string }[],
): Promise<Delivery | null> {
  if (kind.to !== 'applicant') return null
  const wanted = await store.loadAddressees(
    reader,
    cases.map(({ requestId }) => requestId),
  )
  const ways = [...new Set(wanted.map(({ delivery }) => delivery))]
  return ways.length === 1 ? ways[0]! : null
}

const electronic: readonly string[] = ['download', 'e-mail'] satisfies store.Method[]
export const isElectronic = (method: string | null): boolean => method !== null && electronic.includes(method)

/**
 * How a letter may leave. Electronically to an applicant who chose that way, and where a remedy is told only with the address at which
 * reconsideration is filed online (复议法 Art. 22¶2).
 */
export function methodsOf(
  kind: LetterKind,
  { delivery, online }: { readonly delivery: Delivery | null; readonly online: string },
): store.Method[] {
  switch (kind.to) {
    case 'applicant': {
      const chosen = isElectronic(delivery) && (kind.remedy === 'none' || online !== '') ? [delivery as store.Method] : []
      return [...chosen, 'post', 'in-person', 'entrusted']
    }
    case 'section':
      return ['in-person', 'e-mail']
    case 'file':
      return ['in-person']
    default:
      return ['post', 'in-person', 'entrusted', 'e-mail']
  }
}

/** Reviewers in the order in which they are asked. */
const order: readonly Role[] = ['reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader']

/**
 * Who reviews a letter of the kind at the body, in order; none where the drafter alone answers for it. An answer never leaves on one person's
 * word, whatever is set; an extension never without the head of the disclosure unit (Order 711 Art. 33).
 */
export async function stepsOf(reader: Reader, kind: LetterKind, bodyId: string): Promise<Role[]> {
  const set = async (): Promise<readonly Role[]> => {
    switch (kind.review) {
      case 'answer':
        return settingOf(reader, 'answerReview', bodyId)
      case 'notice':
        return settingOf(reader, 'noticeReview', bodyId)
      case 'disclosure-officer':
        return [...(await settingOf(reader, 'noticeReview', bodyId)), 'disclosure-officer']
      case 'none':
        return []
    }
  }
  const steps = new Set(await set())
  if (steps.size === 0 && (kind.review === 'answer' || kind.verb === 'answer')) return ['disclosure-officer']
  return order.filter((role) => steps.has(role))
}

async function filesOf(reader: Reader, letter: store.StoredLetter): Promise<LetterFile[]> {
  const fileOf = ({ id, name, type, size }: Attachment, what: LetterFile['what']): LetterFile => ({ id, name, type, size, what })
  const own = (await loadAttachmentsOf(reader, printed, letter.id)).map((one) => fileOf(one, formatOf(one.type)))
  const enclosed: LetterFile[] = []
  for (const { id } of letter.enclosures) {
    const found = await loadAttachment(reader, id)
    if (found) enclosed.push(fileOf(found, 'enclosure'))
  }
  const proofs = (await loadAttachmentsOf(reader, proofOf, letter.id)).map((one) => fileOf(one, 'proof'))
  return [...own, ...enclosed, ...proofs]
}

/** Noun of the files that prove how a letter left and arrived. */
export const proofOf = 'letter-proof'

const formatOf = (type: string): 'docx' | 'pdf' => (type === 'application/pdf' ? 'pdf' : 'docx')
