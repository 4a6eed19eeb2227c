/** Giving tasks, and ticking them off. */
import { type Context, inTransaction, type Tx } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import type { Actor } from '../model.ts'
import { allow } from '../policies/index.ts'
import type { NewTask } from './model.ts'
import { heldBy, insertTask, lockTask, markTaskDone } from './store.ts'

/** Gives a task in the transaction of what it comes from; its id. */
export async function addTask(tx: Tx, ctx: Context, task: NewTask): Promise<string> {
  const id = ctx.newId()
  await insertTask(tx, id, task, ctx.now())
  return id
}

/**
 * Ticks off a task: the holder, or the disclosure officer of the body. What belongs to a sign-off, a case or a clock is done there,
 * not by a tick: throws `task-done-elsewhere`. Also `not-found`, `not-allowed`, `conflict` where it is done already.
 */
export async function doTask(ctx: Context, actor: Actor, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const task = await lockTask(tx, id)
    if (!task) throw new Failure('not-found', { what: 'task' })
    // What a role holds counts as its holders' own.
    const holds = task.personId === null && heldBy(actor.posts).includes(`${task.bodyId} ${task.role}`)
    const post = allow(actor, 'do', 'task', { bodyId: task.bodyId, personId: holds ? actor.personId : task.personId })
    if (task.doneAt) throw new Failure('task-done', { title: task.title })
    if (task.kind === 'approval' || task.kind === 'case' || task.noun === 'annual-report')
      throw new Failure('task-done-elsewhere', { title: task.title })
    await markTaskDone(tx, id, ctx.now())
    await record(tx, ctx, actor, {
      kind: 'task.done',
      noun: 'task',
      nounId: id,
      bodyId: task.bodyId,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { title: task.title, about: task.noun, aboutId: task.nounId },
    })
  })
}
