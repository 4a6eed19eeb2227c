/** The queue as people see it: what waits, runs or failed; try again; give up. */
import { type Context, inTransaction } from '#db'
import { type Actor, allow, record } from '#identity'
import { Failure, jobsWords } from '#words'
import { type Job, type JobState, jobOf, jobsOf, lastRuns, removeJob, rescheduleJob } from './queries.ts'
import { cronOf, nextRun, schedule } from './schedule.ts'

export interface ScheduledTask {
  readonly task: string
  /** In Asia/Shanghai. */
  readonly cron: string
  readonly lastRunAt: Date | null
  readonly nextRunAt: Date
}

export interface JobBoard {
  /** Newest first; `after` is the `next` of the page before. */
  list(input: { state?: JobState; after?: string; limit: number }): Promise<{ items: readonly Job[]; next: string | null }>
  schedule(): Promise<readonly ScheduledTask[]>
  /** Makes it due now. Throws `not-allowed`; `not-found` where it is gone; `conflict` where it is running. */
  retry(actor: Actor, id: string): Promise<Job>
  /** Takes it out of the queue. Throws as `retry`. */
  drop(actor: Actor, id: string): Promise<void>
}

/** The board of an installation's queue. */
export function jobBoard(ctx: Context): JobBoard {
  return {
    async list({ state, after, limit }) {
      const jobs = await jobsOf(ctx.db, { state, after, limit: limit + 1 })
      const items = jobs.slice(0, limit)
      return { items, next: jobs.length > limit ? items.at(-1)!.id : null }
    },
    async schedule() {
      const runs = await lastRuns(ctx.db)
      return schedule.map((entry) => ({
        task: entry.task,
        cron: cronOf(entry),
        lastRunAt: runs.get(entry.task) ?? null,
        // The queue goes by the machine's time, also where the demo's clock stands still.
        nextRunAt: nextRun(entry, new Date()),
      }))
    },
    retry: (actor, id) =>
      inTransaction(ctx, async (tx) => {
        allow(actor, 'retry', 'job')
        const before = await jobOf(tx, id)
        const job = await rescheduleJob(tx, id)
        if (!job || !before) throw refusal(actor, before)
        await record(tx, ctx, actor, {
          kind: 'job.retried',
          noun: 'job',
          nounId: id,
          detail: { task: job.task, lastError: before.lastError },
        })
        return job
      }),
    drop: (actor, id) =>
      inTransaction(ctx, async (tx) => {
        allow(actor, 'drop', 'job')
        const before = await jobOf(tx, id)
        if (!before || !(await removeJob(tx, id))) throw refusal(actor, before)
        await record(tx, ctx, actor, {
          kind: 'job.dropped',
          noun: 'job',
          nounId: id,
          detail: { task: before.task, lastError: before.lastError },
        })
      }),
  }
}

function refusal({ language }: Actor, job: Job | null): Failure {
  const words = jobsWords[language]
  return job ? new Failure('conflict', { what: words.isRunning }) : new Failure('not-found', { what: words.noJob })
}
