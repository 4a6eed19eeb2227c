/** What features above hold of a person: they are told, in the same transaction, when somebody's work at a body goes to another. */
import type { Context, Tx } from '#db'
import type { Recorder } from '../audit/model.ts'

/** Moves what the feature keeps by person, of the things named: tasks and clocks moved already. */
type OnHandover = (tx: Tx, ctx: Context, actor: Recorder, move: { from: string; to: string; bodyId: string; note: string }) => Promise<void>

export const handoverHooks: OnHandover[] = []

/** Once, when the feature is loaded. */
export const registerHandover = (hook: OnHandover): void => {
  handoverHooks.push(hook)
}
