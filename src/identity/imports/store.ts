import { sql } from 'kysely'
import type { Tx } from '#db'

export async function savepoint(tx: Tx): Promise<void> {
  await sql`savepoint import_row`.execute(tx)
}

export async function release(tx: Tx): Promise<void> {
  await sql`release savepoint import_row`.execute(tx)
}

export async function rollBackTo(tx: Tx): Promise<void> {
  await sql`rollback to savepoint import_row`.execute(tx)
}
