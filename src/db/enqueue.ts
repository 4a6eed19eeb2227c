import { sql } from 'kysely'
import type { JobRequest, Tx } from './context.ts'

/** Asks for work to be done once the transaction commits; where it rolls back, nothing was asked. */
export async function enqueue(tx: Tx, { task, payload, queue, runAt, key }: JobRequest): Promise<void> {
  await sql`
    select from graphile_worker.add_job(
      identifier => ${task},
      payload => ${JSON.stringify(payload)}::json,
      queue_name => ${queue ?? null},
      run_at => ${runAt ?? null}::timestamptz,
      job_key => ${key ?? null}
    )
  `.execute(tx)
}
