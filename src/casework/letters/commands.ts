/** What people do with a letter: draft, change, send for review, cancel. Sending and service are in delivery.ts, approval in approval.ts. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction, type Tx } from '#db'
import { type Actor, allow, canonicalJson, type Post, record, required, sendForSignOff, settingOf, targetOf, wrong } from '#identity'
import { Failure } from '#words'
import { lockCases, refusalOf, settingsOf } from '../cases/commands.ts'
import { loadEvents, loadRequest, piecesBefore, type StoredRequest } from '../cases/store.ts'
import { fold, roundOf } from '../fold.ts'
import { loadLimits } from '../limits/store.ts'
import type { FoldedCase } from '../model.ts'
import { outcomes } from '../outcomes.ts'
import { approveIn } from './approval.ts'
import { composeLetter, type LetterContent } from './compose.ts'
import { factsOf, headOf } from './facts.ts'
import { type LetterKind, type LetterKindId, type LetterPart, letterKinds, letterParts } from './kinds.ts'
import { stateAfter } from './machine.ts'
import { setInPrint } from './paper.ts'
import { deliveryOf, detailOf, type LetterDetail, stepsOf, stillMissing } from './queries.ts'
import * as store from './store.ts'

export interface NewLetter {
  readonly kind: LetterKindId
  readonly requestIds: readonly string[]
  /** To whom, where it is not the applicant. */
  readonly recipient?: string
  /** What happens to each case when it is sent: the input of the kind's verb, without letterId, method and lateness. */
  readonly data?: Readonly<Record<string, unknown>>
  /** What the drafter fills into the template. */
  readonly fields?: Readonly<Record<string, string>>
  /** Attachments of the cases, or results of proved redactions, that go with it. */
  readonly enclosures?: readonly string[]
}

/** What an edit changes; what is left out stays. */
export interface LetterChange {
  /** The edition that was read. */
  readonly edition?: number
  readonly recipient?: string
  readonly title?: string
  readonly salutation?: string
  readonly paragraphs?: readonly { readonly part: LetterPart; readonly text: string }[]
  readonly attachments?: readonly string[]
  readonly enclosures?: readonly string[]
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * Drafts a letter for one or several cases of one body; to the applicant, of one applicant. Its words come from the template in force for the
 * body, the cases and what was decided. Throws `not-found`, `not-allowed`, `letter-cases`, `letter-kind`, `letter-open`, `enclosure-redacted`,
 * `wrong-field`.
 */
export function draftLetter(ctx: Context, actor: Actor, given: NewLetter): Promise<LetterDetail> {
  return inTransaction(ctx, async (tx) => {
    const kind = letterKinds[given.kind]
    const requestIds = [...new Set(given.requestIds)]
    const [first] = requestIds
    const request = first === undefined ? null : await loadRequest(tx, first)
    if (!request) throw new Failure('not-found', { what: 'request' })
    const post = allow(actor, 'draft', 'letter', await targetOf(tx, request.bodyId))
    await oneAddressee(tx, kind, request.bodyId, requestIds)
    // Two drafts at once: the second waits, and finds the first.
    await lockCases(tx, requestIds)
    for (const id of requestIds) fitsOutcome(kind, await foldedCase(tx, id, request.bodyId))
    if (once.includes(kind.verb ?? '') && (await store.hasOpenLetter(tx, kindsOf(kind.verb), requestIds))) throw new Failure('letter-open')

    const data = { ...(await knownOf(tx, ctx, kind, request, given.data?.mode)), ...given.data }
    const enclosures = await enclosed(tx, requestIds, given.enclosures ?? [])
    const { recipient, facts } = await factsOf(tx, ctx, {
      kind,
      requestIds,
      data,
      fields: given.fields ?? {},
      recipient: given.recipient,
      enclosures: enclosures.map(({ name }) => name),
    })
    const template = await store.templateInForce(tx, request.bodyId, kind.id)
    const letter = {
      kind: kind.id,
      recipient,
      content: composeLetter(kind.id, facts, template?.text),
      enclosures,
      cases: requestIds.map((requestId) => ({ requestId, eventData: data })),
    }
    const id = ctx.newId()
    await store.insertLetter(tx, {
      ...letter,
      id,
      bodyId: request.bodyId,
      recipientKind: kind.to,
      contentHash: hashOf(letter),
      draftedBy: actor.personId,
      draftedAt: ctx.now(),
    })
    return told(tx, ctx, actor, id, 'letter.drafted', post)
  })
}

/** Changes the words of a draft; its edition counts up. Throws `not-found`, `not-allowed`, `letter-state`, `letter-changed`, `enclosure-redacted`, `wrong-field`. */
export function editLetter(ctx: Context, actor: Actor, id: string, change: LetterChange): Promise<LetterDetail> {
  return inTransaction(ctx, async (tx) => {
    const { letter, post } = await openLetter(tx, actor, id, 'draft')
    stateAfter('edit', letter.state)
    if (change.edition !== undefined && change.edition !== letter.edition) throw new Failure('letter-changed')
    const kind = letterKinds[letter.kind]
    const cases = await store.loadLetterCases(tx, [id])
    const requestIds = cases.map(({ requestId }) => requestId)
    // What it does to the case stands in its words: another day or amount is another letter.
    const data = cases[0]!.eventData
    const recipient = change.recipient === undefined || kind.to === 'applicant' ? letter.recipient : required('recipient', change.recipient)
    const after = {
      kind: letter.kind,
      recipient,
      content: contentAfter(letter.content as LetterContent, change),
      enclosures: change.enclosures === undefined ? letter.enclosures : await enclosed(tx, requestIds, change.enclosures),
      cases: requestIds.map((requestId) => ({ requestId, eventData: data })),
    }
    await store.updateContent(tx, id, { ...after, contentHash: hashOf(after), by: actor.personId })
    return told(tx, ctx, actor, id, 'letter.edited', post)
  })
}

/**
 * Sends a draft round its reviewers; a paper that answers nothing and needs no review is approved by the drafter at once. Throws `not-found`,
 * `not-allowed`, `letter-state`, `letter-incomplete`, `letter-kind`, `outcome-needs`, `case-state`, `case-guard`, `letter-word-missing`.
 */
export async function sendForReview(ctx: Context, actor: Actor, id: string): Promise<LetterDetail> {
  // A wording that cannot be set in print is found now, not when the last reviewer approves; and the typesetter is warm by then.
  const draft = await store.loadLetter(ctx.db, id)
  if (!draft) throw new Failure('not-found', { what: 'letter' })
  allow(actor, 'draft', 'letter', await targetOf(ctx.db, draft.bodyId))
  for (const format of ['docx', 'pdf'] as const) await setInPrint(ctx, draft, format)

  return inTransaction(ctx, async (tx) => {
    const { letter, post } = await openLetter(tx, actor, id, 'draft')
    const state = stateAfter('review', letter.state)
    const kind = letterKinds[letter.kind]
    const cases = await store.loadLetterCases(tx, [id])
    const missing = stillMissing(kind, letter.content as LetterContent, await deliveryOf(tx, kind, cases))
    if (missing.length > 0) throw new Failure('letter-incomplete', { parts: missing.join(' ') })
    for (const { requestId } of cases) await readyFor(tx, kind, requestId, letter.bodyId)
    // Parts may have been blacked out since it was enclosed.
    await enclosed(
      tx,
      cases.map(({ requestId }) => requestId),
      letter.enclosures.map((one) => one.id),
    )
    await numberable(tx, kind, letter.bodyId)

    const steps = await stepsOf(tx, kind, letter.bodyId)
    if (steps.length === 0) {
      await approveIn(tx, ctx, actor, letter, post)
      return detailOf(tx, actor, (await store.loadLetter(tx, id))!)
    }
    await store.setLetterState(tx, id, state)
    const numbers = cases.map(({ number }) => number).join('、')
    const { title } = letter.content as LetterContent
    await sendForSignOff(tx, ctx, actor, {
      noun: 'letter',
      nounId: id,
      title: `${title}（申请 ${numbers}）`,
      // The round is seen beyond the body: no name, and nothing of what was asked.
      summary: [
        { label: '文书', text: title },
        { label: '申请编号', text: numbers },
        { label: '附件', text: String(letter.enclosures.length) },
      ],
      contentHash: letter.contentHash,
      bodyId: letter.bodyId,
      authors: [letter.draftedBy, ...letter.authors],
      dueOn: await dueOfCases(
        tx,
        kind,
        cases.map(({ requestId }) => requestId),
      ),
      steps: steps.map((role) => ({ role })),
    })
    return detailOf(tx, actor, (await store.loadLetter(tx, id))!)
  })
}

/** The day a paper has to leave by: of a request for correction the seventh working day (Art. 30), of anything else the day of the answer; the first of several. */
async function dueOfCases(tx: Tx, kind: LetterKind, requestIds: readonly string[]): Promise<string | null> {
  const days: string[] = []
  for (const id of requestIds) {
    const notice =
      kind.verb === 'ask-correction' ? (await loadLimits(tx, 'request', id)).find((limit) => limit.kind === 'correction-notice') : undefined
    const due = notice?.dueOn ?? (await loadRequest(tx, id))?.dueOn
    if (due) days.push(due)
  }
  return days.sort()[0] ?? null
}

/** Gives up a letter that was not sent. A number it took stays taken, and is shown as 作废. Throws `not-found`, `not-allowed`, `letter-state`, `wrong-field`. */
export function cancelLetter(ctx: Context, actor: Actor, id: string, { reason }: { readonly reason: string }): Promise<LetterDetail> {
  return inTransaction(ctx, async (tx) => {
    const { letter, post } = await openLetter(tx, actor, id, 'draft')
    await store.setLetterState(tx, id, stateAfter('cancel', letter.state))
    return told(tx, ctx, actor, id, 'letter.cancelled', post, { reason: required('reason', reason, 300) })
  })
}

/** A letter, locked, and the post that lets the actor do this with it. Throws `not-found`, `not-allowed`. */
export async function openLetter(
  tx: Tx,
  actor: Actor,
  id: string,
  verb: 'draft' | 'send',
): Promise<{ letter: store.StoredLetter; post: Post | null }> {
  const letter = await store.lockLetter(tx, id)
  if (!letter) throw new Failure('not-found', { what: 'letter' })
  return { letter, post: allow(actor, verb, 'letter', await targetOf(tx, letter.bodyId)) }
}

/** Writes down what happened to a letter, and gives it as it is now. */
export async function told(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  kind:
    | 'letter.drafted'
    | 'letter.edited'
    | 'letter.cancelled'
    | 'letter.sent'
    | 'letter.served'
    | 'letter.undelivered'
    | 'letter.proof-added',
  post: Post | null,
  more: Readonly<Record<string, unknown>> = {},
): Promise<LetterDetail> {
  const letter = (await store.loadLetter(tx, id))!
  const detail = await detailOf(tx, actor, letter)
  await record(tx, ctx, actor, {
    kind,
    noun: 'letter',
    nounId: id,
    bodyId: letter.bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: {
      title: detail.content.title,
      number: letter.number ?? '',
      requests: detail.cases.map(({ number }) => number),
      edition: letter.edition,
      contentHash: letter.contentHash,
      ...more,
    },
  })
  return detail
}

/** What is approved, in one hash: kind, recipient, words, enclosures, and what happens to each case. */
export function hashOf(letter: {
  readonly kind: LetterKindId
  readonly recipient: string
  readonly content: unknown
  readonly enclosures: readonly store.Enclosure[]
  readonly cases: readonly { readonly requestId: string; readonly eventData: unknown }[]
}): string {
  const { kind, recipient, content, enclosures, cases } = letter
  const plain = JSON.parse(JSON.stringify({ kind, recipient, content, enclosures, cases })) as unknown
  return createHash('sha256').update(canonicalJson(plain)).digest('hex')
}

/** A case, folded, of this body and no other. Throws `letter-cases`. */
async function foldedCase(tx: Tx, requestId: string, bodyId: string): Promise<FoldedCase> {
  const request = await loadRequest(tx, requestId)
  if (request?.bodyId !== bodyId) throw new Failure('letter-cases')
  return fold(await loadEvents(tx, requestId), await settingsOf(tx, bodyId))
}

/** All cases are the body's; what goes to the applicant goes to one, who wants it in one way. Throws `letter-cases`. */
async function oneAddressee(tx: Tx, kind: LetterKind, bodyId: string, requestIds: readonly string[]): Promise<void> {
  const found = await store.loadAddressees(tx, requestIds)
  const isOne = (key: 'applicantDigest' | 'delivery') => new Set(found.map((one) => one[key])).size === 1
  const isOurs = found.length === requestIds.length && found.every((one) => one.bodyId === bodyId)
  if (!isOurs || (kind.to === 'applicant' && !(isOne('applicantDigest') && isOne('delivery')))) throw new Failure('letter-cases')
}

/** An answer is the one that the path taken chose. Throws `letter-kind`. */
function fitsOutcome(kind: LetterKind, state: FoldedCase): void {
  if (kind.verb !== 'answer') return
  const { decision } = roundOf(state)
  if (!decision) throw new Failure('case-guard', { verb: 'answer', guard: 'decided' })
  if (outcomes[decision.outcome]?.letter !== kind.id) throw new Failure('letter-kind', { outcome: decision.outcome })
}

/** Whether the case may take what the letter will do to it. Throws `case-state`, `case-guard`, `letter-kind`, `outcome-needs`. */
async function readyFor(tx: Tx, kind: LetterKind, requestId: string, bodyId: string): Promise<void> {
  const state = await foldedCase(tx, requestId, bodyId)
  fitsOutcome(kind, state)
  const refusal = kind.verb && refusalOf(state, kind.verb, ['drafter', 'disclosure-officer'])
  if (refusal) throw refusal
  const outcome = outcomes[roundOf(state).decision?.outcome ?? '']
  if (kind.verb !== 'answer' || !outcome?.needs.includes('legal-review') || !(await settingOf(tx, 'legalReview', bodyId))) return
  if (!state.referrals.some(({ to, answeredOn }) => to === 'legal' && answeredOn !== null))
    throw new Failure('outcome-needs', { need: 'legal-review' })
}

/** Throws `letter-word-missing` where the number would lack the body's word. */
export async function numberable(tx: Tx, kind: LetterKind, bodyId: string): Promise<void> {
  if (!kind.numbered) return
  const pattern = await settingOf(tx, 'letterNumber', bodyId)
  if (pattern.includes('{字}') && (await settingOf(tx, 'letterWord', bodyId)) === '') throw new Failure('letter-word-missing')
}

/** What the paper does that nobody has to type: who heads the unit, and what the applicant asked for earlier in the month. */
async function knownOf(tx: Tx, ctx: Context, { verb }: LetterKind, { id, bodyId }: StoredRequest, mode: unknown) {
  if (verb === 'extend') return { approver: await headOf(tx, ctx, bodyId) }
  return verb === 'notice-fee' && mode === 'piece' ? { before: await piecesBefore(tx, id, await settingOf(tx, 'feeMonth', bodyId)) } : {}
}

/** What happens to a case once: a second draft of it would only take a number in vain. */
const once: readonly string[] = ['answer', 'extend', 'ask-correction', 'lapse-correction', 'lapse-fee']
const kindsOf = (verb: LetterKind['verb']): string[] =>
  Object.values(letterKinds)
    .filter((kind) => kind.verb === verb)
    .map(({ id }) => id)

/** Files that may go out with the letter. Throws `not-found`; `enclosure-redacted` for a file of which parts are blacked out in another. */
export async function enclosed(tx: Tx, requestIds: readonly string[], ids: readonly string[]): Promise<store.Enclosure[]> {
  const known = ids.length === 0 ? new Map<string, store.Enclosable>() : await store.loadEnclosables(tx, requestIds)
  return [...new Set(ids)].map((one) => {
    const found = known.get(one)
    if (!found) throw new Failure('not-found', { what: 'attachment' })
    if (found.redacted) throw new Failure('enclosure-redacted', { name: found.name })
    const { id, name, hash } = found
    return { id, name, hash }
  })
}

/** Text as it may be kept and printed: no control characters but the end of a line. */
const tidy = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim()

function contentAfter(content: LetterContent, { title, salutation, paragraphs, attachments }: LetterChange): LetterContent {
  for (const { part } of paragraphs ?? []) if (!letterParts.includes(part)) throw wrong('part', 'choice', part)
  return {
    ...content,
    ...(title !== undefined && { title: required('title', title) }),
    ...(salutation !== undefined && { salutation: required('salutation', salutation) }),
    ...(paragraphs && { paragraphs: paragraphs.map(({ part, text }) => ({ part, text: tidy(text) })).filter(({ text }) => text !== '') }),
    ...(attachments && { attachments: attachments.map(tidy).filter((line) => line !== '') }),
  }
}
