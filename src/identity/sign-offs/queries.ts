/** Rounds of approval as they are seen and printed. */
import type { Context, Reader } from '#db'
import { Failure } from '#words'
import { filingLineOf, targetOf } from '../bodies/queries.ts'
import type { Actor } from '../model.ts'
import { reachOf } from '../people/reach.ts'
import { allow, may } from '../policies/index.ts'
import { settingOf } from '../settings/queries.ts'
import { currentStep, type SignOffState, takeStep } from './machine.ts'
import { loadApprovals, loadSignOff, loadSignOffs, type StoredApproval, type StoredSignOff } from './store.ts'

export interface SignOff extends StoredSignOff {
  /** Index of the step that is due; null once closed. */
  readonly current: number | null
  /** Whether the actor may take it. */
  readonly mayDecide: boolean
}

export interface SignOffDetail extends SignOff {
  readonly approvals: readonly StoredApproval[]
}

/** Rounds the actor may see, newest first; `after` is the id of the last one seen. */
export async function signOffsOf(
  ctx: Context,
  actor: Actor,
  { state, after, limit = 50 }: { state?: SignOffState; after?: string; limit?: number } = {},
): Promise<{ items: SignOff[]; next: string | null }> {
  const reach = await reachOf(ctx.db, ctx, actor, 'see', 'sign-off')
  const rows = await loadSignOffs(ctx.db, { ...reach, ...(state && { state }), ...(after && { after }), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const approvals = await loadApprovals(
    ctx.db,
    page.map(({ id }) => id),
  )
  const items: SignOff[] = []
  for (const row of page)
    items.push(
      await seenBy(
        ctx.db,
        actor,
        row,
        approvals.filter(({ signOffId }) => signOffId === row.id),
      ),
    )
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

/** One round: what is shown and who decided what. Throws `not-found`, `not-allowed`. */
export async function signOffAt(ctx: Context, actor: Actor, id: string): Promise<SignOffDetail> {
  const detail = await detailOf(ctx.db, id, actor)
  if (!detail) throw new Failure('not-found', { what: 'sign-off' })
  allow(actor, 'see', 'sign-off', await targetOf(ctx.db, detail.bodyId, detail.draftedBy))
  return detail
}

/** The sheet to be signed on paper (签批单): the round, and a line for each step with what is written there already. */
export interface SignOffSheet {
  readonly signOff: SignOffDetail
  readonly lines: readonly {
    readonly role: StoredSignOff['steps'][number]['role']
    readonly step: number | null
    /** Null where it is still to be signed. `merged` is a step that one hand took together with the one after it. */
    readonly approval: StoredApproval | null
    readonly merged: boolean
  }[]
  /** The installation's note on state secrets; empty for the one of the catalogue. */
  readonly noteOnSecrets: string
  readonly printedAt: Date
}

/** What the sheet of a round says, for whoever may see the round. */
export async function signOffSheet(ctx: Context, actor: Actor, id: string): Promise<SignOffSheet> {
  const signOff = await signOffAt(ctx, actor, id)
  const taken = new Map(signOff.approvals.map((approval) => [approval.step, approval]))
  const current = currentStep(signOff)
  return {
    signOff,
    lines: signOff.steps.map(({ role, step }, index) => ({
      role,
      step,
      approval: taken.get(index) ?? null,
      merged: !taken.has(index) && index < current,
    })),
    noteOnSecrets: await settingOf(ctx.db, 'noteOnSecrets'),
    printedAt: ctx.now(),
  }
}

export async function detailOf(reader: Reader, id: string, actor: Actor): Promise<SignOffDetail | null> {
  const row = await loadSignOff(reader, id)
  if (!row) return null
  const approvals = await loadApprovals(reader, [id])
  return { ...(await seenBy(reader, actor, row, approvals)), approvals }
}

async function seenBy(reader: Reader, actor: Actor, row: StoredSignOff, approvals: readonly StoredApproval[]): Promise<SignOff> {
  if (row.state !== 'open') return { ...row, current: null, mayDecide: false }
  const filingLine = await filingLineOf(reader, row.bodyId)
  const round = { ...row, filingLine, approvals, merges: false }
  const mayDecide =
    may(actor, 'decide', 'sign-off', { bodyId: row.bodyId, filingLine }) && 'hand' in takeStep(round, actor.personId, actor.posts)
  return { ...row, current: currentStep(round), mayDecide }
}
