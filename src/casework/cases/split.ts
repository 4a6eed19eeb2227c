/** Several requests in one letter: parted into cases of their own, the form they came by kept once. */
import { type Context, inTransaction } from '#db'
import { allow, required, targetOf, wrong } from '#identity'
import { Failure } from '#words'
import type { CaseEvent } from '../events.ts'
import { roundOf } from '../fold.ts'
import { performIn, type Registered, registerCaseIn, type Who } from './commands.ts'
import { loadEvents, loadForm, lockRequest } from './store.ts'

/**
 * The case keeps the first part; each further part becomes a case received on the same day, linked with it. The codes of the new ones are
 * told once. Before anything happened to the clock. Throws `not-found`, `not-allowed`, `case-state`, `split-too-late`, `wrong-field`.
 */
export function splitCase(
  ctx: Context,
  actor: Exclude<Who, { applicant: true }>,
  id: string,
  parts: readonly { readonly title: string; readonly wanted: string }[],
): Promise<Registered> {
  if (parts.length < 2) throw wrong('wanted', 'required')
  const tidy = parts.map(({ title, wanted }) => ({ title: required('title', title, 300), wanted: required('wanted', wanted, 4000) }))
  return inTransaction(ctx, async (tx) => {
    const request = await lockRequest(tx, id)
    if (!request) throw new Failure('not-found', { what: 'request' })
    const post = allow(actor, 'register', 'request', await targetOf(tx, request.bodyId))
    const events = await loadEvents(tx, id)
    const form = (await loadForm(tx, request.formId))!
    const [first] = events as [Extract<CaseEvent, { kind: 'request.submitted' }>]
    const state = await performIn(tx, ctx, actor, id, 'amend', { ...tidy[0]!, reason: splitReason })
    if (roundOf(state).clock.length > 0 || state.rounds.length > 1 || roundOf(state).decision !== null) throw new Failure('split-too-late')
    const cases: Registered['cases'][number][] = []
    for (const part of tidy.slice(1)) {
      const submitted: CaseEvent = {
        ...first,
        id: ctx.newId(),
        at: ctx.now(),
        personId: actor.personId,
        data: { ...first.data, facts: form.facts, receivedOn: state.receivedOn, kind: state.kind, ...part },
      }
      const link: CaseEvent = {
        id: ctx.newId(),
        kind: 'request.linked',
        on: first.on,
        at: ctx.now(),
        personId: actor.personId,
        data: { requestId: id, how: 'split' },
      }
      const made = await registerCaseIn(tx, ctx, actor, form, [submitted, link], post)
      await performIn(tx, ctx, actor, id, 'link', { requestId: made.id, how: 'split' })
      cases.push(made)
    }
    return { formId: form.id, cases }
  })
}

/** Stands in the case's own events, which are Chinese in any language. */
const splitReason = '一封申请里有几项，拆分办理'
