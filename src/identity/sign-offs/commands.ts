/** Sending something for approval, and each step of it: on the screen, on paper, taken back. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import { filingLineOf, targetOf } from '../bodies/queries.ts'
import { dayOf, today } from '../day.ts'
import { day, text } from '../fields.ts'
import type { Actor, Post, Role } from '../model.ts'
import { type Notice, notify } from '../notifications/commands.ts'
import { allow } from '../policies/index.ts'
import { postsOf } from '../posts/queries.ts'
import { loadHolders } from '../posts/store.ts'
import { settingOf } from '../settings/queries.ts'
import { addTask } from '../tasks/commands.ts'
import { dueOfTask, markTasksDone } from '../tasks/store.ts'
import { currentStep, type Decision, type Hand, type Round, type Step, takeStep, transitions } from './machine.ts'
import { detailOf, type SignOffDetail } from './queries.ts'
import { approvableOf } from './registry.ts'
import { scanOf } from './scan.ts'
import * as store from './store.ts'

export interface NewSignOff {
  readonly noun: string
  readonly nounId: string
  readonly title: string
  /** What the approver is shown, frozen now. */
  readonly summary: readonly store.SummaryLine[]
  /** SHA-256 of what is approved, in hex. */
  readonly contentHash: string
  readonly bodyId: string
  /** Who wrote on it beside the one who sends it. */
  readonly authors?: readonly string[]
  /** By when, where a term waits for it. */
  readonly dueOn?: string | null
  /** The roles that must approve, in order; at least one. */
  readonly steps: readonly { readonly role: Role; readonly step?: number | null }[]
}

/** Sends one version of something for approval, in the transaction of the feature that owns it, which has asked its own policy. Throws `sent-already`. */
export async function sendForSignOff(tx: Tx, ctx: Context, actor: Actor, input: NewSignOff): Promise<string> {
  const steps: Step[] = input.steps.map(({ role, step }) => ({ role, step: step ?? null }))
  if (steps.length === 0) throw new Error('a sign-off needs a step: two people at the least')
  const { dueOn = null, authors = [], ...given } = input
  const row = {
    ...given,
    authors: [...new Set(authors)].filter((author) => author !== actor.personId),
    id: ctx.newId(),
    steps,
    draftedBy: actor.personId,
    openedAt: ctx.now(),
  }
  if (!(await store.insertSignOff(tx, row))) throw new Failure('sent-already', { title: input.title })
  await ask(tx, ctx, row, steps[0]!, dueOn)
  await record(tx, ctx, actor, {
    kind: 'sign-off.sent',
    noun: 'sign-off',
    nounId: row.id,
    bodyId: input.bodyId,
    detail: { about: input.noun, aboutId: input.nounId, title: input.title, contentHash: input.contentHash, steps },
  })
  return row.id
}

/**
 * Takes the step that is due: approves it, or sends the text back with an opinion. `contentHash` is of what the approver was shown.
 * Throws `not-found`, `sign-off-closed`, `not-your-step`, `own-text`, `second-approval`, `content-changed`, `opinion-missing`, `not-allowed`.
 */
export function decide(
  ctx: Context,
  actor: Actor,
  id: string,
  { decision, opinion, contentHash }: { decision: Decision; opinion?: string; contentHash: string },
): Promise<SignOffDetail> {
  return inTransaction(ctx, async (tx) => {
    const { signOff, round } = await open(tx, id)
    allow(actor, 'decide', 'sign-off', await targetOf(tx, signOff.bodyId))
    const { hand, upTo } = handOf(round, actor.personId, actor.posts)
    await unchanged(tx, signOff, contentHash)
    await take(tx, ctx, actor, signOff, round, { hand, upTo, decision, opinion: opinionOf(decision, opinion), paper: null })
    return (await detailOf(tx, id, actor))!
  })
}

/**
 * Records a step that was signed on paper (线下签批): who signed, the date on the sheet, the scan; the recorder is named beside the signer.
 * The signer must have held the step on that day. Throws as `decide`, and `wrong-field`, `unsupported-media`, `too-large`.
 */
export async function recordPaper(
  ctx: Context,
  actor: Actor,
  id: string,
  input: {
    signer: string
    /** Index of the step on the sheet. */
    step: number
    signedOn: string
    decision?: Decision
    opinion?: string
    scan: { name: string; bytes: Uint8Array }
  },
): Promise<SignOffDetail> {
  const decision = input.decision ?? 'approved'
  const opinion = opinionOf(decision, input.opinion)
  const signedOn = day('signedOn', input.signedOn)
  const scan = await scanOf(input.scan)
  // Safe on disk before the row that names it.
  const hash = await ctx.files.put(input.scan.bytes)

  return inTransaction(ctx, async (tx) => {
    const { signOff, round } = await open(tx, id)
    const post = allow(actor, 'record-paper', 'sign-off', await targetOf(tx, signOff.bodyId))
    // A small body may have nobody else who could.
    if (!round.merges && [signOff.draftedBy, ...signOff.authors].some((author) => [actor.personId, post?.onBehalfOf].includes(author)))
      throw new Failure('paper-own-text')
    if (input.step !== currentStep(round)) throw new Failure('not-the-step', { due: currentStep(round) + 1, given: input.step + 1 })
    if (signedOn < dayOf(signOff.openedAt) || signedOn > today(ctx)) {
      throw new Failure('signed-out-of-time', { day: signedOn, from: dayOf(signOff.openedAt), to: today(ctx) })
    }
    const { hand, upTo } = handOf(round, input.signer, await postsOf(tx, input.signer, signedOn))
    await unchanged(tx, signOff, signOff.contentHash)
    const scanId = ctx.newId()
    await store.insertAttachment(tx, { id: scanId, hash, ...scan, noun: 'sign-off', nounId: id, at: ctx.now(), by: actor.personId })
    const paper = { signedOn, scanId, recordedBy: actor.personId, hash, recordedFor: post?.onBehalfOf ?? null }
    await take(tx, ctx, actor, signOff, round, { hand, upTo, decision, opinion, paper })
    await tellSigner(tx, ctx, actor, signOff, hand, signedOn)
    return (await detailOf(tx, id, actor))!
  })
}

/** A scan proves little by itself: whoever is said to have signed hears of it, and so does whom they signed for. */
async function tellSigner(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { id, title }: store.StoredSignOff,
  hand: Hand,
  signedOn: string,
): Promise<void> {
  const signers = [hand.personId, ...(hand.onBehalfOf === null ? [] : [hand.onBehalfOf])].filter((one) => one !== actor.personId)
  await notify(tx, ctx, signers, {
    kind: 'sign-off.signed-on-paper',
    values: { title, signedOn, recorder: actor.name },
    link: `/sign-offs/${id}`,
  })
}

/** Takes back what one has sent; the disclosure officer may take back any of the body. Throws `not-found`, `sign-off-closed`, `not-allowed`. */
export function withdrawSignOff(ctx: Context, actor: Actor, id: string): Promise<SignOffDetail> {
  return inTransaction(ctx, async (tx) => {
    const { signOff } = await open(tx, id)
    const post = allow(actor, 'withdraw', 'sign-off', await targetOf(tx, signOff.bodyId, signOff.draftedBy))
    await withdrawIn(tx, ctx, actor, signOff, post)
    return (await detailOf(tx, id, actor))!
  })
}

export async function withdrawIn(tx: Tx, ctx: Context, actor: Actor, signOff: store.StoredSignOff, post: Post | null): Promise<void> {
  await store.setState(tx, signOff.id, transitions.open.withdraw!, ctx.now())
  await markTasksDone(tx, 'sign-off', signOff.id, ctx.now())
  await record(tx, ctx, actor, {
    kind: 'sign-off.withdrawn',
    noun: 'sign-off',
    nounId: signOff.id,
    bodyId: signOff.bodyId,
    onBehalfOf: post?.onBehalfOf ?? null,
    detail: { title: signOff.title },
  })
  await approvableOf(signOff.noun).onReturned(tx, ctx, actor, signOff.nounId, 'withdrawn')
}

interface Taken {
  readonly hand: Hand
  readonly upTo: number
  readonly decision: Decision
  readonly opinion: string
  readonly paper: { signedOn: string; scanId: string; recordedBy: string; hash: string; recordedFor: string | null } | null
}

/** Writes the step down and goes on: the next one is asked, or what follows is done. */
async function take(tx: Tx, ctx: Context, actor: Actor, signOff: store.StoredSignOff, round: Round, taken: Taken): Promise<void> {
  const { hand, upTo, decision, opinion, paper } = taken
  const from = currentStep(round)
  const next = signOff.steps[upTo + 1]
  const state = transitions.open[decision === 'returned' ? 'return' : next ? 'step' : 'last']!
  const { id, contentHash } = signOff
  await store.insertApproval(tx, {
    id: ctx.newId(),
    signOffId: id,
    step: upTo,
    ...hand,
    decision,
    opinion,
    at: ctx.now(),
    contentHash,
    paper,
  })
  await store.setState(tx, id, state, ctx.now())
  const dueOn = await dueOfTask(tx, 'sign-off', id)
  await markTasksDone(tx, 'sign-off', id, ctx.now())
  if (state === 'open') await ask(tx, ctx, signOff, next!, dueOn)
  else
    await notify(tx, ctx, [signOff.draftedBy], outcome(signOff, state === 'approved' ? 'sign-off.approved' : 'sign-off.returned', opinion))

  await record(tx, ctx, actor, {
    kind: decision === 'returned' ? 'sign-off.returned' : state === 'approved' ? 'sign-off.approved' : 'sign-off.step-approved',
    noun: 'sign-off',
    nounId: id,
    bodyId: signOff.bodyId,
    onBehalfOf: paper ? paper.recordedFor : hand.onBehalfOf,
    detail: {
      about: signOff.noun,
      aboutId: signOff.nounId,
      title: signOff.title,
      contentHash,
      steps: signOff.steps.slice(from, upTo + 1),
      opinion,
      ...(paper && { paper: { signerId: hand.personId, signedForId: hand.onBehalfOf, signedOn: paper.signedOn, hash: paper.hash } }),
    },
  })
  if (state === 'approved') await approvableOf(signOff.noun).onApproved(tx, ctx, actor, signOff.nounId)
  if (state === 'returned') await approvableOf(signOff.noun).onReturned(tx, ctx, actor, signOff.nounId, 'returned')
}

/** Gives the step to whoever holds its role, and tells them. */
async function ask(
  tx: Tx,
  ctx: Context,
  signOff: { id: string; title: string; bodyId: string; draftedBy: string; authors: readonly string[] },
  step: Step,
  dueOn: string | null,
): Promise<void> {
  const { bodyId, holders } = await holdersOfStep(tx, ctx, signOff.bodyId, step)
  await addTask(tx, ctx, {
    kind: 'approval',
    noun: 'sign-off',
    nounId: signOff.id,
    title: signOff.title,
    bodyId,
    personId: null,
    role: step.role,
    step: step.step,
    dueOn,
  })
  const asked = holders.filter((personId) => personId !== signOff.draftedBy && !signOff.authors.includes(personId))
  await notify(tx, ctx, asked, { kind: 'sign-off.waiting', values: { title: signOff.title }, link: `/sign-offs/${signOff.id}` })
}

/** Where the step is held today: at the body, of the higher office at the nearest body above that has one. */
async function holdersOfStep(tx: Tx, ctx: Context, bodyId: string, step: Step): Promise<{ bodyId: string; holders: string[] }> {
  const places = step.role === 'higher-office' ? await filingLineOf(tx, bodyId) : [bodyId]
  for (const place of places) {
    const holders = await loadHolders(tx, place, step.role, step.step, today(ctx))
    if (holders.length > 0) return { bodyId: place, holders: holders.map(({ personId }) => personId) }
  }
  return { bodyId, holders: [] }
}

async function open(tx: Tx, id: string): Promise<{ signOff: store.StoredSignOff; round: Round }> {
  const signOff = await store.lockSignOff(tx, id)
  if (!signOff) throw new Failure('not-found', { what: 'sign-off' })
  if (signOff.state !== 'open') throw new Failure('sign-off-closed', { title: signOff.title, state: signOff.state })
  return { signOff, round: await roundOf(tx, signOff) }
}

export async function roundOf(tx: Tx, signOff: store.StoredSignOff): Promise<Round> {
  return {
    bodyId: signOff.bodyId,
    filingLine: await filingLineOf(tx, signOff.bodyId),
    draftedBy: signOff.draftedBy,
    authors: signOff.authors,
    steps: signOff.steps,
    approvals: await store.loadApprovals(tx, [signOff.id]),
    merges: await settingOf(tx, 'smallBody', signOff.bodyId),
  }
}

function handOf(round: Round, personId: string, posts: readonly Post[]): { hand: Hand; upTo: number } {
  const taken = takeStep(round, personId, posts)
  if ('why' in taken) {
    const due = round.steps[currentStep(round)]!
    throw new Failure(taken.why, { needs: due.role, step: due.step ?? 0 })
  }
  return taken
}

/** What was shown, what was sent and what is there now are one and the same. */
async function unchanged(tx: Tx, signOff: store.StoredSignOff, shown: string): Promise<void> {
  const now = (await approvableOf(signOff.noun).contentHash(tx, signOff.nounId)) ?? signOff.contentHash
  if (shown !== signOff.contentHash || now !== signOff.contentHash) throw new Failure('content-changed', { title: signOff.title })
}

function opinionOf(decision: Decision, given: string | undefined): string {
  const opinion = text('opinion', given, 2000)
  if (decision === 'returned' && opinion === '') throw new Failure('opinion-missing')
  return opinion
}

const outcome = ({ id, title }: store.StoredSignOff, kind: 'sign-off.approved' | 'sign-off.returned', opinion: string): Notice => ({
  kind,
  values: { title, opinion },
  link: `/sign-offs/${id}`,
})
