/** Work done later: a queue on the same database, filled in the transactions that cause the work. */
import type { TaskList } from 'graphile-worker'
import { type Context, openDatabase } from '#db'
import { openClaims } from './claims.ts'
import { startRunner } from './runner.ts'
import { timetable } from './schedule.ts'
import { type Task, work } from './task.ts'
import { tasks as ownTasks } from './tasks/index.ts'

export { type JobBoard, jobBoard, type ScheduledTask } from './board.ts'
export type { Job, JobState } from './queries.ts'
export { type Entry, nextRun, schedule } from './schedule.ts'
export { type Task, task } from './task.ts'
export { tasks } from './tasks/index.ts'

export interface JobsOptions {
  /** The database, as `openDatabase` takes it: the queue has connections of its own, so that a page never waits for a job. */
  readonly url: string
  /** How many jobs of each size run side by side; 4 small and 1 large unless told. */
  readonly concurrency?: { readonly small?: number; readonly large?: number }
  /** Told of what goes wrong around jobs; what a job itself throws is written with the job. */
  readonly report: (what: string, error: unknown) => void
  /** Instead of the tasks of this part. */
  readonly tasks?: readonly Task[]
  /** False: nothing runs by the clock. */
  readonly timetable?: boolean
}

export interface Jobs {
  /** Takes no more jobs and waits for those that run, 20 seconds at most: what is cut off then is done again later. */
  stop(): Promise<void>
}

/** Minutes between looks for what servers that died have left. */
const lookForDead = 5

/**
 * Runs jobs until stopped, in two runners: large ones never hold up the small. A lost database ends neither; jobs that a dead
 * server held are taken up at once by the first that starts, and by others within minutes.
 */
export async function startJobs(ctx: Context, options: JobsOptions): Promise<Jobs> {
  const all = options.tasks ?? ownTasks
  const concurrency = { small: options.concurrency?.small ?? 4, large: options.concurrency?.large ?? 1 }
  const database = openDatabase(options.url, {
    name: 'gongkai jobs',
    // Beside the jobs: two that listen, one that claims, and room for the queue's own notes.
    connections: concurrency.small + concurrency.large + 6,
    statementTimeout: 0,
  })
  const claims = openClaims(database.pool)
  // The queue refuses a runner without tasks.
  const sizes = (['small', 'large'] as const).filter((size) => all.some((one) => one.size === size))
  const runners = sizes.map((size) =>
    startRunner({
      pool: database.pool,
      claims,
      taskList: taskListOf(ctx, all, size),
      concurrency: concurrency[size],
      report: options.report,
      ...(size === 'small' && options.timetable !== false && { timetable: timetable() }),
    }),
  )
  const looking = setInterval(() => claims.freeDead().catch((error) => options.report('claims', error)), lookForDead * 60_000)
  looking.unref()
  return {
    async stop() {
      clearInterval(looking)
      await Promise.all(runners.map((runner) => runner.stop()))
      claims.close()
      await database.close()
    },
  }
}

const taskListOf = (ctx: Context, all: readonly Task[], size: Task['size']): TaskList =>
  Object.fromEntries(
    all.flatMap((one) => {
      const does = work(one)
      return one.size === size ? [[one.name, (payload: unknown) => does(ctx, payload)]] : []
    }),
  )
