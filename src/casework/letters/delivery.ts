/** How a letter leaves and arrives: what is sent does to its cases what its kind says, in one transaction. */
import { type Context, inTransaction, type Tx } from '#db'
import { type Actor, day, insertAttachment, required, settingOf, text, today } from '#identity'
import { Failure } from '#words'
import type { ActInput } from '../cases/acts.ts'
import { lockCases, performIn, type Who } from '../cases/commands.ts'
import { loadEvents, loadRequest } from '../cases/store.ts'
import type { LateReason } from '../events.ts'
import type { VerbName } from '../machine.ts'
import { approverOf } from './approval.ts'
import { enclosed, openLetter, told } from './commands.ts'
import type { LetterContent } from './compose.ts'
import { type LetterKind, letterKinds } from './kinds.ts'
import { fits, stateAfter } from './machine.ts'
import type { File } from './paper.ts'
import { deliveryOf, isElectronic, type LetterDetail, methodsOf, proofOf, stillMissing } from './queries.ts'
import * as store from './store.ts'

export interface Sending {
  /** The day it left: of post the posting date, which counts (国办公开办函〔2016〕235号). Today without it. */
  readonly on?: string
  readonly method: store.Method
  /** Of post: the number of the postal enterprise. */
  readonly tracking?: string
  readonly late?: LateReason | null
}

/**
 * Sends an approved letter. What its kind does happens to each of its cases, or nothing at all. Throws `not-found`, `not-allowed`,
 * `letter-state`, `letter-method`, `letter-incomplete`, `event-day`, and what the verb of the kind throws.
 */
export function sendLetter(ctx: Context, actor: Actor, id: string, sending: Sending): Promise<LetterDetail> {
  return inTransaction(ctx, async (tx) => {
    const { letter, post } = await openLetter(tx, actor, id, 'send')
    const kind = letterKinds[letter.kind]
    stateAfter('send', letter.state)
    const on = dayBetween(sending.on, letter.datedOn!, today(ctx))
    const cases = await store.loadLetterCases(tx, [id])
    await enclosed(
      tx,
      cases.map(({ requestId }) => requestId),
      letter.enclosures.map((one) => one.id),
    )
    const tracking = await mayLeave(tx, letter, kind, cases, sending)
    if (kind.verb === 'answer') for (const { requestId } of cases) await thirdPartyTold(tx, requestId)
    await store.setSent(tx, id, { sentOn: on, method: sending.method, tracking })
    if (kind.verb !== null && !waitsForService(kind, sending.method)) await actOnCases(tx, ctx, actor, letter, cases, { ...sending, on })
    if (kind.to === 'file') await store.setServed(tx, id, { servedOn: on, servedHow: '' })
    return told(tx, ctx, actor, id, 'letter.sent', post, { on, method: sending.method, tracking })
  })
}

/** Writes down that a letter reached whom it was for. Throws `not-found`, `not-allowed`, `letter-state`, `event-day`, and what the cases throw. */
export function serveLetter(
  ctx: Context,
  actor: Actor,
  id: string,
  service: { readonly on?: string; readonly how: string },
): Promise<LetterDetail> {
  return inTransaction(ctx, async (tx) => {
    const { letter, post } = await openLetter(tx, actor, id, 'send')
    stateAfter('serve', letter.state)
    const on = dayBetween(service.on, letter.sentOn!, today(ctx))
    const how = required('how', service.how, 60)
    await serveIn(tx, ctx, actor, letter, { on, how })
    return told(tx, ctx, actor, id, 'letter.served', post, { on, how })
  })
}

/** What service does to the letter and to its cases. */
export async function serveIn(
  tx: Tx,
  ctx: Context,
  who: Who,
  letter: store.StoredLetter,
  { on, how }: { readonly on: string; readonly how: string },
): Promise<void> {
  const kind = letterKinds[letter.kind]
  const cases = await store.loadLetterCases(tx, [letter.id])
  await store.setServed(tx, letter.id, { servedOn: on, servedHow: how })
  if (kind.verb !== null && waitsForService(kind, letter.method!))
    return actOnCases(tx, ctx, who, letter, cases, { on, method: letter.method! })
  await lockCases(
    tx,
    cases.map(({ requestId }) => requestId),
  )
  for (const { requestId } of inOrder(cases)) {
    // Of an answer that was set aside since, service is of the letter alone: the case is being handled anew.
    if (kind.verb === 'answer' && (await isConcluded(tx, requestId)))
      await performIn(tx, ctx, who, requestId, 'record-service', { method: how, letterId: letter.id, on })
    if (kind.verb !== 'consult') continue
    const sent = (await loadEvents(tx, requestId)).find((one) => one.kind === 'consultation.sent' && one.data.letterId === letter.id)
    const consultation = sent?.kind === 'consultation.sent' ? sent.data.id : null
    // Answered or lapsed before the slip came back: there is nothing left to run from this day.
    if (consultation !== null && (await isOpen(tx, requestId, consultation)))
      await performIn(tx, ctx, who, requestId, 'record-consultation-received', { id: consultation, on })
  }
}

const isConcluded = async (tx: Tx, requestId: string): Promise<boolean> =>
  ['answered', 'archived'].includes((await loadRequest(tx, requestId))!.state)

async function isOpen(tx: Tx, requestId: string, consultation: string): Promise<boolean> {
  const over = (await loadEvents(tx, requestId)).some(
    (one) => (one.kind === 'consultation.answered' || one.kind === 'consultation.lapsed') && one.data.id === consultation,
  )
  return !over
}

/** Writes down that a letter came back; it may still be served in another way. Throws as `serveLetter`. */
export function letterUndelivered(
  ctx: Context,
  actor: Actor,
  id: string,
  given: { readonly on?: string; readonly reason: string },
): Promise<LetterDetail> {
  return inTransaction(ctx, async (tx) => {
    const { letter, post } = await openLetter(tx, actor, id, 'send')
    stateAfter('undelivered', letter.state)
    const on = dayBetween(given.on, letter.sentOn!, today(ctx))
    const reason = required('reason', given.reason, 300)
    if (letterKinds[letter.kind].verb === 'answer') {
      const cases = await store.loadLetterCases(tx, [id])
      await lockCases(
        tx,
        cases.map(({ requestId }) => requestId),
      )
      for (const { requestId } of inOrder(cases))
        await performIn(tx, ctx, actor, requestId, 'record-undelivered', { reason, letterId: id, on })
    }
    return told(tx, ctx, actor, id, 'letter.undelivered', post, { on, reason })
  })
}

/** Keeps a receipt of the post, a signed slip, an envelope that came back. Throws `not-found`, `not-allowed`, `letter-state`. */
export async function addProof(ctx: Context, actor: Actor, id: string, { name, type, bytes }: File): Promise<LetterDetail> {
  // Safe on disk before the row that names it.
  const hash = await ctx.files.put(bytes)
  return inTransaction(ctx, async (tx) => {
    const { letter, post } = await openLetter(tx, actor, id, 'send')
    if (!['sent', 'served'].includes(letter.state)) throw new Failure('letter-state', { state: letter.state })
    const row = { id: ctx.newId(), hash, name: text('name', name, 255), type, size: bytes.byteLength, noun: proofOf, nounId: id }
    await insertAttachment(tx, { ...row, addedAt: ctx.now(), addedBy: actor.personId })
    return told(tx, ctx, actor, id, 'letter.proof-added', post, { name: row.name, hash })
  })
}

/** Whether the letter may leave like this; the number of the post, tidied. Throws `letter-method`, `letter-incomplete`. */
async function mayLeave(
  tx: Tx,
  letter: store.StoredLetter,
  kind: LetterKind,
  cases: readonly store.LetterCase[],
  { method, tracking = '' }: Sending,
): Promise<string> {
  const online = await settingOf(tx, 'onlineReconsideration', letter.bodyId)
  const wanted = await deliveryOf(tx, kind, cases)
  if (!methodsOf(kind, { delivery: wanted, online }).includes(method)) {
    const why = kind.to !== 'applicant' || !isElectronic(method) ? 'kind' : wanted === method ? 'online' : 'not-chosen'
    throw new Failure('letter-method', { why })
  }
  // What told of the remedies on paper alone may not leave by the network after all.
  const missing = stillMissing(kind, letter.content as LetterContent, isElectronic(method) ? (method as 'download' | 'e-mail') : null)
  if (missing.length > 0) throw new Failure('letter-incomplete', { parts: missing.join(' ') })
  const tidy = tracking.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  if (method !== 'post') return tidy === '' ? '' : text('tracking', tidy, 40)
  if (!isPostal(tidy)) throw new Failure('letter-method', { why: 'tracking' })
  return tidy
}

/** What is disclosed against a third party's will is told to them, with the reasons, no later than to the applicant (Art. 32). Throws `outcome-needs`. */
async function thirdPartyTold(tx: Tx, requestId: string): Promise<void> {
  const request = (await loadRequest(tx, requestId))!
  if (request.outcome !== 'granted-override') return
  if (!(await store.hasLeft(tx, 'override-notice', requestId))) throw new Failure('outcome-needs', { need: 'third-party-told' })
}

/**
 * Numbers of the postal enterprise have 13 characters: EMS 13 digits, signed-for letters two letters and eleven digits, international ones two
 * letters, nine digits, two letters. A decision may not go by courier (邮政法 Art. 55; 国办公开办函〔2016〕235号).
 */
export const isPostal = (tracking: string): boolean => /^(?:\d{13}|[A-Z]{2}\d{11}|[A-Z]{2}\d{9}[A-Z]{2})$/.test(tracking)

/** A notice of a fee counts from the day the applicant has it: of post, only service tells. */
const waitsForService = (kind: LetterKind, method: store.Method): boolean =>
  kind.verb === 'notice-fee' && (method === 'post' || method === 'entrusted')

/** Does to each case what the kind of the letter says. */
async function actOnCases(
  tx: Tx,
  ctx: Context,
  who: Who,
  letter: store.StoredLetter,
  cases: readonly store.LetterCase[],
  { on, method, late = null }: { readonly on: string; readonly method: store.Method; readonly late?: LateReason | null },
): Promise<void> {
  const verb = letterKinds[letter.kind].verb!
  const more: Record<string, unknown> = { on, ...(tellsLetter(verb) && { letterId: letter.id }) }
  if (verb === 'answer') Object.assign(more, { method: method === 'entrusted' ? 'in-person' : method, late })
  if (verb === 'extend') more.approver = await approverOf(tx, letter.id)
  if (verb === 'consult') Object.assign(more, { name: letter.recipient, party: letterKinds[letter.kind].to })
  if (verb === 'ask-inquiry') more.name = letter.recipient
  await lockCases(
    tx,
    cases.map(({ requestId }) => requestId),
  )
  for (const { requestId, eventData } of inOrder(cases))
    await performIn(tx, ctx, who, requestId, verb, { ...eventData, ...more } as ActInput<typeof verb>)
}

const withoutLetter: readonly VerbName[] = ['ask-inquiry', 'refer', 'withdraw', 'offer-publication', 'settle-publication']
const tellsLetter = (verb: VerbName): boolean => !withoutLetter.includes(verb)

/** Two letters that share cases lock them in one order. */
const inOrder = (cases: readonly store.LetterCase[]): store.LetterCase[] =>
  [...cases].sort((one, other) => (one.requestId < other.requestId ? -1 : 1))

/** A legal day, today unless told. Throws `event-day` outside the bounds, `wrong-field` for what is no day. */
function dayBetween(given: string | undefined, from: string, to: string): string {
  const on = given === undefined ? to : day('on', given)
  if (on < from || on > to) throw new Failure('event-day', { day: on, from, to })
  return on
}

/** Whether a letter that is waiting for service may be served now. */
export const awaitsService = (letter: store.StoredLetter): boolean => fits('serve', letter.state)
