/** The queue's own tables. graphile-worker is pinned: `jobs` is its public view, the names with `_private_` may change with it. */
import { sql } from 'kysely'
import type pg from 'pg'
import type { Reader, Tx } from '#db'

export type JobState = 'waiting' | 'running' | 'failed'

export interface Job {
  readonly id: string
  readonly task: string
  readonly queue: string | null
  /** Failed: its last attempt failed; it is tried again at `nextTryAt`, or not at all where that is null. */
  readonly state: JobState
  readonly attempts: number
  readonly maxAttempts: number
  readonly lastError: string | null
  /** Not before. */
  readonly nextTryAt: Date | null
  readonly addedAt: Date
}

interface JobRow {
  id: string
  task: string
  queue: string | null
  state: JobState
  attempts: number
  max_attempts: number
  last_error: string | null
  next_try_at: Date | null
  added_at: Date
}

// Tried again by hand, a job has no attempt behind it but keeps the error of the last one. Cut off by a crash at its last attempt, it has no error.
const stateOf = sql<JobState>`case
  when locked_at is not null then 'running'
  when attempts > 0 and (last_error is not null or attempts >= max_attempts) then 'failed'
  else 'waiting'
end`
const columns = sql`
  id::text as id, task_identifier as task, queue_name as queue, ${stateOf} as state, attempts, max_attempts, last_error,
  case when locked_at is null and attempts < max_attempts then run_at end as next_try_at, created_at as added_at`

/** Jobs, newest first, below the id `after`; one more than `limit` tells that there are more. */
export async function jobsOf(reader: Reader, { state, after, limit }: { state?: JobState; after?: string; limit: number }): Promise<Job[]> {
  const { rows } = await sql<JobRow>`
    select ${columns} from graphile_worker.jobs
    where (${state ?? null}::text is null or ${stateOf} = ${state ?? null}::text)
      and (${after ?? null}::bigint is null or id < ${after ?? null}::bigint)
    order by jobs.id desc
    limit ${limit}
  `.execute(reader)
  return rows.map(present)
}

export async function jobOf(reader: Reader, id: string): Promise<Job | null> {
  const { rows } = await sql<JobRow>`select ${columns} from graphile_worker.jobs where id = ${id}::bigint`.execute(reader)
  return rows[0] ? present(rows[0]) : null
}

/** Makes a job due now, with all its attempts before it; null where it is gone or running. */
export async function rescheduleJob(tx: Tx, id: string): Promise<Job | null> {
  const { rows } = await sql`
    select id from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)
  `.execute(tx)
  return rows.length === 0 ? null : jobOf(tx, id)
}

/** Takes a job out of the queue; false where it is gone or running. */
export async function removeJob(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select id from graphile_worker.complete_jobs(array[${id}::bigint])`.execute(tx)
  return rows.length > 0
}

/** When each entry of the timetable last began, by its identifier. */
export async function lastRuns(reader: Reader): Promise<Map<string, Date | null>> {
  const { rows } = await sql<{ identifier: string; last_execution: Date | null }>`
    select identifier, last_execution from graphile_worker._private_known_crontabs
  `.execute(reader)
  return new Map(rows.map(({ identifier, last_execution }) => [identifier, last_execution]))
}

const present = (row: JobRow): Job => ({
  id: row.id,
  task: row.task,
  queue: row.queue,
  state: row.state,
  attempts: Number(row.attempts),
  maxAttempts: Number(row.max_attempts),
  lastError: row.last_error,
  nextTryAt: row.next_try_at,
  addedAt: row.added_at,
})

/** The names of pools that hold a job or a queue. */
export async function lockedPools(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ locked_by: string }>(`
    select locked_by from graphile_worker._private_jobs where locked_by is not null
    union
    select locked_by from graphile_worker._private_job_queues where locked_by is not null
  `)
  return rows.map((row) => row.locked_by)
}

/** Gives back what a pool holds. */
export async function freePool(client: pg.PoolClient, pool: string): Promise<void> {
  await client.query('select graphile_worker.force_unlock_workers(array[$1::text])', [pool])
}

/** Says on this connection that a pool lives. */
export async function lockPool(client: pg.PoolClient, pool: string): Promise<void> {
  await client.query(`select pg_advisory_lock(hashtext('gongkai pool'), hashtext($1))`, [pool])
}

export async function unlockPool(client: pg.PoolClient, pool: string): Promise<void> {
  await client.query(`select pg_advisory_unlock(hashtext('gongkai pool'), hashtext($1))`, [pool])
}

/** Takes the lock where nobody holds it. */
export async function tryLockPool(client: pg.PoolClient, pool: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(hashtext('gongkai pool'), hashtext($1)) as free`, [
    pool,
  ])
  return rows[0]!.free
}

/** Those of the hashes that a row of `content` names. */
export async function keptHashes(reader: Reader, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await reader.selectFrom('content').select('hash').where('hash', 'in', hashes).execute()
  return new Set(rows.map(({ hash }) => hash))
}

/** Every hash that a row of `content` names, read in batches. */
export async function* contentHashes(reader: Reader): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const rows = await reader.selectFrom('content').select('hash').where('hash', '>', after).orderBy('hash').limit(1000).execute()
    yield* rows.map(({ hash }) => hash)
    if (rows.length < 1000) return
    after = rows.at(-1)!.hash
  }
}
