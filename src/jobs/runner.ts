/** Runs jobs until told to stop, whatever becomes of the database meanwhile. */
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, type ParsedCronItem, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Claims } from './claims.ts'

export interface Running {
  /** Takes no more jobs, waits for those that run, and resolves. */
  stop(): Promise<void>
}

export interface RunnerOptions {
  readonly pool: pg.Pool
  readonly claims: Claims
  /** What this runner does; jobs of other names are left to others. */
  readonly taskList: TaskList
  /** How many side by side. */
  readonly concurrency: number
  readonly timetable?: ParsedCronItem[]
  /** Told of what went wrong around a job, or why the runner began again; the error of a job itself stands with the job. */
  readonly report: (what: string, error: unknown) => void
}

/** Milliseconds before a runner that ended by itself begins again. */
const pause = 1000
/** Milliseconds between looks for jobs where no notice of new ones arrives. */
const pollInterval = 2000

/**
 * Starts a runner. The queue's own runner ends where it could not write down what became of a job: the database was away too long.
 * This one then begins again; what the ended one held is taken up as a dead server's jobs are.
 */
export function startRunner(options: RunnerOptions): Running {
  let stopping = false
  let stopCurrent: (() => Promise<void>) | null = null
  const wake = new AbortController()
  const ended = (async () => {
    while (!stopping) {
      const events = new EventEmitter() as WorkerEvents
      const pools = new Set<string>()
      events.on('pool:create', ({ workerPool: { id } }) => {
        pools.add(id)
        options.claims.claim(id).catch((error) => options.report('claims', error))
      })
      try {
        const runner = await run(runOptions(options, events))
        stopCurrent = () => runner.stop()
        // A stop that was asked for while it started.
        if (stopping) await runner.stop()
        await options.claims.freeDead()
        await runner.promise
      } catch (error) {
        if (!stopping) options.report('runner', error)
      } finally {
        stopCurrent = null
        for (const pool of pools) options.claims.release(pool)
      }
      if (!stopping) await sleep(pause, undefined, { signal: wake.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping = true
      wake.abort()
      await stopCurrent?.()
      await ended
    },
  }
}

function runOptions({ pool, taskList, concurrency, timetable, report }: RunnerOptions, events: WorkerEvents): Parameters<typeof run>[0] {
  return {
    pgPool: pool,
    taskList,
    concurrency,
    pollInterval,
    parsedCronItems: timetable ?? [],
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message, meta) => {
      // What a task threw is written with its job; only what befalls the runner itself is told.
      if (level === 'error' && meta?.failure !== true) report('queue', meta?.error ?? message)
    }),
    preset: {
      worker: {
        // Batched notes of done and failed jobs are retried while the database is away; unbatched ones would end the process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
        gracefulShutdownAbortTimeout: 20_000,
      },
    },
  }
}
