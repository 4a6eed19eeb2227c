/** A kind of work: its name, what it is told, and what it does. */
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Context } from '#db'
import type { Machine } from '#identity'

export interface Task<S extends TSchema = TSchema> {
  /** As JobRequest.task names it; never renamed, for jobs of yesterday carry it. */
  readonly name: string
  /** Large ones (big files, whole tables) have a runner of their own, so that they never hold up the small. */
  readonly size: 'small' | 'large'
  readonly payload: S
  /** May run more than once for one request: a server can die after the work and before the note of it. Throws to be tried again. */
  run(ctx: Context, payload: Static<S>, as: Machine): Promise<void>
}

export const task = <const S extends TSchema>(one: Task<S>): Task => one as unknown as Task

/** The work of a task, with its payload proved first: a payload of the wrong shape is a bug and fails the job. */
export function work(one: Task): (ctx: Context, payload: unknown) => Promise<void> {
  const compiled = Compile(one.payload)
  return async (ctx, payload) => {
    if (!compiled.Check(payload)) {
      const [first] = compiled.Errors(payload)
      throw new TypeError(`payload of ${one.name}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`)
    }
    await one.run(ctx, payload, { personId: null, origin: `job ${one.name}` })
  }
}
