/** What the API is given by whoever mounts it. */
import type { Actor } from '#identity'
import type { Limits } from './limits.ts'
import type { Report } from './refusals.ts'

export interface ApiOptions {
  /** Told of every failure that nobody foresaw. */
  readonly report: Report
  /** The board of the queue, as #jobs gives it. */
  readonly jobs: JobBoard
  /** Only in the demo; without it its routes do not exist. */
  readonly demo?: DemoFace
  /** The site is reached by https: the cookie is sent by nothing else. */
  readonly secure?: boolean
  /** Other addresses the site is known by, as `https://gk.example.gov.cn`, beside the host a request names. */
  readonly origins?: readonly string[]
  readonly limits?: Partial<Limits>
  /** A folder with the operator's own fonts (仿宋, 小标宋) for what is printed. */
  readonly fontsFolder?: string
}

/** What the demo can do. `signInAs` starts a whole session; its token goes into the cookie. */
export interface DemoFace {
  roles(): Promise<
    readonly {
      readonly role: string
      readonly label: string
      readonly person: { readonly id: string; readonly name: string }
      /** Where they hold the role. */
      readonly body: string
    }[]
  >
  /** Without a person, the first who stands for the role. Throws `not-found` for what is none of `roles()`. */
  signInAs(
    as: { readonly role: string; readonly personId: string | null },
    from: { readonly address: string; readonly agent: string },
  ): Promise<{ readonly token: string }>
  /** Stands the clock on a day, `YYYY-MM-DD`. */
  setToday(day: string): Promise<void>
}

export type JobStateName = 'waiting' | 'running' | 'failed'

export interface JobEntry {
  readonly id: string
  readonly task: string
  readonly queue: string | null
  readonly state: JobStateName
  readonly attempts: number
  readonly maxAttempts: number
  readonly lastError: string | null
  readonly nextTryAt: Date | null
  readonly addedAt: Date
}

export interface ScheduledTask {
  readonly task: string
  readonly cron: string
  readonly lastRunAt: Date | null
  readonly nextRunAt: Date | null
}

/** The queue as people see it. Acts are recorded; `not-found` where the job is gone, `conflict` where it is running. */
export interface JobBoard {
  list(input: { state?: JobStateName; after?: string; limit: number }): Promise<{ items: readonly JobEntry[]; next: string | null }>
  schedule(): Promise<readonly ScheduledTask[]>
  retry(actor: Actor, id: string): Promise<JobEntry>
  drop(actor: Actor, id: string): Promise<void>
}
